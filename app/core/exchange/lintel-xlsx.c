/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Spreadsheets over libxlsxwriter.
 *
 * The library is loaded when the first workbook is made: it brings a cryptographic library along,
 * which would make every other command start half as fast again.
 */

#include "config.h"

#include "app/core/exchange/lintel-xlsx-private.h"

#include "app/core/exchange/lintel-xlsx-text-private.h"

#include "lintel/exchange.h"
#include "lintel/safe-text.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gmodule.h>
#include <locale.h>
#include <string.h>
#include <xlsxwriter.h>

#define LIBRARY "libxlsxwriter.so." LXW_SOVERSION

/* A cell holds 32767 units of UTF-16; a character takes up to two. */
#define MAX_CHARACTERS 16000
#define MAX_COLUMNS 64 /* whose width is fitted; further ones have the usual width */
#define WIDEST_COLUMN 60
#define HEADER_HEIGHT 48 /* points: three lines */

#define FUNCTIONS(FUNCTION)                                                                        \
  FUNCTION (workbook_new_opt)                                                                      \
  FUNCTION (workbook_set_properties)                                                               \
  FUNCTION (workbook_add_format)                                                                   \
  FUNCTION (workbook_add_worksheet)                                                                \
  FUNCTION (workbook_close)                                                                        \
  FUNCTION (lxw_workbook_free)                                                                     \
  FUNCTION (lxw_strerror)                                                                          \
  FUNCTION (worksheet_write_string)                                                                \
  FUNCTION (worksheet_write_number)                                                                \
  FUNCTION (worksheet_write_blank)                                                                 \
  FUNCTION (worksheet_set_row)                                                                     \
  FUNCTION (worksheet_set_column)                                                                  \
  FUNCTION (worksheet_freeze_panes)                                                                \
  FUNCTION (worksheet_autofilter)                                                                  \
  FUNCTION (worksheet_ignore_errors)                                                               \
  FUNCTION (worksheet_set_landscape)                                                               \
  FUNCTION (worksheet_fit_to_pages)                                                                \
  FUNCTION (worksheet_repeat_rows)                                                                 \
  FUNCTION (worksheet_set_footer)                                                                  \
  FUNCTION (format_set_num_format)                                                                 \
  FUNCTION (format_set_text_wrap)                                                                  \
  FUNCTION (format_set_align)                                                                      \
  FUNCTION (format_set_bold)                                                                       \
  FUNCTION (format_set_italic)                                                                     \
  FUNCTION (format_set_font_size)                                                                  \
  FUNCTION (format_set_bg_color)                                                                   \
  FUNCTION (format_set_border)

/* NOLINTNEXTLINE(bugprone-macro-parentheses): a name, not a value. */
#define DECLARE(name) __typeof__ (&name) name;
typedef struct
{
  FUNCTIONS (DECLARE)
} Library;

struct _LintelXlsx
{
  const Library *library;
  char *path; /* the library writes to a file */
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *styles[LINTEL_XLSX_MARKED + LINTEL_XLSX_N_MARKS];
  guint widths[MAX_COLUMNS]; /* of the sheet's columns, in characters */
};

static gboolean
load_function (GModule *module, const char *name, gpointer *function)
{
  return g_module_symbol (module, name, function) && *function != NULL;
}

/* One line for each function of the library. */
static gboolean
load (Library *library) /* NOLINT(readability-function-size) */
{
  GModule *module = g_module_open (LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);

  if (module == NULL)
    return FALSE;
  g_module_make_resident (module);
#define LOAD(name)                                                                                 \
  if (!load_function (module, #name, (gpointer *) &library->name))                                 \
    return FALSE;
  FUNCTIONS (LOAD)
  return TRUE;
}

/* NULL when it cannot be had. */
static const Library *
get_library (void)
{
  static Library library;
  static gsize state;

  if (g_once_init_enter (&state))
    g_once_init_leave (&state, load (&library) ? 1 : 2);
  return state == 1 ? &library : NULL;
}

static gboolean
fail (GError **error, const char *why)
{
  g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_IO,
               _ ("the workbook cannot be made: %s"), why);
  return FALSE;
}

/* Text, also when somebody edits it. */
static lxw_format *
add_style (LintelXlsx *self)
{
  lxw_format *style = self->library->workbook_add_format (self->workbook);

  self->library->format_set_num_format (style, "@");
  self->library->format_set_align (style, LXW_ALIGN_VERTICAL_TOP);
  return style;
}

/* Changed is bold, a note italic, a warning framed thinly and an error thickly: on paper without
 * colours they can still be told apart. */
static lxw_format *
add_marked_style (LintelXlsx *self, guint mark)
{
  static const lxw_color_t colors[] = { 0xDDEBF7, 0xE7E6E6, 0xFFF2CC, 0xF8CBAD };
  const guint finding = mark >> 1;
  const Library *library = self->library;
  lxw_format *style = add_style (self);

  if ((mark & LINTEL_XLSX_CHANGED) != 0)
    library->format_set_bold (style);
  if (mark != 0)
    library->format_set_bg_color (style, colors[finding]);
  if (mark >> 1 == LINTEL_XLSX_NOTE >> 1)
    library->format_set_italic (style);
  if (mark >> 1 == LINTEL_XLSX_WARNING >> 1)
    library->format_set_border (style, LXW_BORDER_THIN);
  if (mark >> 1 == LINTEL_XLSX_ERROR >> 1)
    library->format_set_border (style, LXW_BORDER_THICK);
  return style;
}

static void
add_styles (LintelXlsx *self)
{
  const Library *library = self->library;

  for (guint n = 0; n < LINTEL_XLSX_MARKED; n++)
    self->styles[n] = add_style (self);
  library->format_set_text_wrap (self->styles[LINTEL_XLSX_WRAPPED]);
  library->format_set_bold (self->styles[LINTEL_XLSX_TITLE]);
  library->format_set_font_size (self->styles[LINTEL_XLSX_TITLE], 14);
  library->format_set_bold (self->styles[LINTEL_XLSX_HEADER]);
  library->format_set_text_wrap (self->styles[LINTEL_XLSX_HEADER]);
  library->format_set_bg_color (self->styles[LINTEL_XLSX_HEADER], 0xD9D9D9);
  for (guint mark = 0; mark < LINTEL_XLSX_N_MARKS; mark++)
    self->styles[LINTEL_XLSX_MARKED + mark] = add_marked_style (self, mark);
}

static gboolean
make_file (LintelXlsx *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  int fd = g_file_open_tmp ("lintel-XXXXXX.xlsx", &self->path, &local);

  if (fd < 0)
    return fail (error, local->message);
  g_close (fd, NULL);
  return TRUE;
}

LintelXlsx *
lintel_xlsx_new (const char *title, gint64 created, GError **error)
{
  g_autoptr (LintelXlsx) self = g_new0 (LintelXlsx, 1);
  lxw_doc_properties properties = { .title = (char *) title,
                                    .comments = (char *) "Lintel " LINTEL_VERSION,
                                    .created = (time_t) MAX (created, 1) };
  lxw_workbook_options options = { .tmpdir = (char *) g_get_tmp_dir () };

  self->library = get_library ();
  if (self->library == NULL)
    {
      fail (error, _ ("libxlsxwriter is not installed"));
      return NULL;
    }
  if (!make_file (self, error))
    return NULL;
  self->workbook = self->library->workbook_new_opt (self->path, &options);
  self->library->workbook_set_properties (self->workbook, &properties);
  add_styles (self);
  return g_steal_pointer (&self);
}

void
lintel_xlsx_free (LintelXlsx *self)
{
  if (self->workbook != NULL)
    self->library->lxw_workbook_free (self->workbook);
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self);
}

void
lintel_xlsx_add_sheet (LintelXlsx *self, const char *name)
{
  const Library *library = self->library;

  self->sheet = library->workbook_add_worksheet (self->workbook, name);
  memset (self->widths, 0, sizeof self->widths);
  library->worksheet_set_landscape (self->sheet);
  library->worksheet_fit_to_pages (self->sheet, 1, 0);
  library->worksheet_set_footer (self->sheet, "&L&A&R&P / &N");
  /* Digits are text on purpose. */
  library->worksheet_ignore_errors (self->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
}

static void
set_width (LintelXlsx *self, guint column, guint width)
{
  if (column >= MAX_COLUMNS || width <= self->widths[column])
    return;
  self->widths[column] = width;
  self->library->worksheet_set_column (self->sheet, (lxw_col_t) column, (lxw_col_t) column,
                                       MIN (width, WIDEST_COLUMN) + 2, NULL);
}

void
lintel_xlsx_write (LintelXlsx *self, guint row, guint column, const char *raw, guint style)
{
  g_autofree char *safe = lintel_text_make_safe (raw, TRUE);
  const char *text = safe;
  guint length = (guint) g_utf8_strlen (text, -1);
  g_autofree char *cut = NULL, *escaped = NULL;

  if (length > MAX_CHARACTERS)
    {
      g_autofree char *start = g_utf8_substring (text, 0, MAX_CHARACTERS);

      cut = g_strconcat (start, "…", NULL);
      text = cut;
    }
  /* A header takes several lines before it makes its column wide, a title runs over. */
  if (style != LINTEL_XLSX_TITLE)
    set_width (self, column, style == LINTEL_XLSX_HEADER ? MIN (length, 14) : length);
  escaped = lintel_xlsx_escape_text (text);
  if (length == 0)
    self->library->worksheet_write_blank (self->sheet, row, (lxw_col_t) column,
                                          self->styles[style]);
  else
    self->library->worksheet_write_string (self->sheet, row, (lxw_col_t) column, escaped,
                                           self->styles[style]);
}

void
lintel_xlsx_write_number (LintelXlsx *self, guint row, guint column, int number, guint style)
{
  set_width (self, column, 8);
  self->library->worksheet_write_number (self->sheet, row, (lxw_col_t) column, number,
                                         style == LINTEL_XLSX_PLAIN ? NULL : self->styles[style]);
}

void
lintel_xlsx_end_table (LintelXlsx *self, guint n_rows, guint n_columns, guint n_frozen)
{
  const Library *library = self->library;

  library->worksheet_set_row (self->sheet, 0, HEADER_HEIGHT, NULL);
  library->worksheet_freeze_panes (self->sheet, 1, (lxw_col_t) n_frozen);
  library->worksheet_autofilter (self->sheet, 0, 0, MAX (n_rows, 1) - 1,
                                 (lxw_col_t) (n_columns - 1));
  library->worksheet_repeat_rows (self->sheet, 0, 0);
}

/* The library prints widths as people write them in this language, but no spreadsheet program
 * reads 17,71 as a number. */
static lxw_error
close_workbook (LintelXlsx *self)
{
  locale_t plain = newlocale (LC_ALL_MASK, "C", (locale_t) 0);
  locale_t spoken = uselocale (plain);
  lxw_error code = self->library->workbook_close (g_steal_pointer (&self->workbook));

  uselocale (spoken);
  freelocale (plain);
  return code;
}

GBytes *
lintel_xlsx_finish (LintelXlsx *self, GError **error)
{
  lxw_error code = close_workbook (self);
  g_autoptr (GError) local = NULL;
  char *data;
  gsize size;

  if (code != LXW_NO_ERROR)
    fail (error, self->library->lxw_strerror (code));
  else if (!g_file_get_contents (self->path, &data, &size, &local))
    fail (error, local->message);
  else
    return g_bytes_new_take (data, size);
  return NULL;
}
