/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Comma-separated text out and in. libcsv knows the corners of quoting.
 *
 * A spreadsheet program takes a field that starts with one of a few characters for a formula and
 * would run it. Such a field gets an apostrophe in front, and so does one that has apostrophes
 * there already, so that each can be taken away again.
 */

#include "config.h"

#include "app/core/exchange/lintel-csv-private.h"

#include "lintel/exchange.h"
#include "lintel/safe-text.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* In full width they are no different to some. */
#define FORMULA_STARTS "=+-@\t\r\n＝＋－＠"

static gboolean
starts_formula (const char *field)
{
  while (*field == '\'')
    field++;
  return *field != '\0' && g_utf8_strchr (FORMULA_STARTS, -1, g_utf8_get_char (field)) != NULL;
}

/* What a cell of digits can hold is no more than a number, and stays as it is. */
static gboolean
is_digits (const char *field)
{
  return field[strspn (field, "0123456789*#@")] == '\0';
}

static char *
disarm (const char *field)
{
  g_autofree char *safe = lintel_text_make_safe (field, TRUE);

  if (is_digits (safe) || !starts_formula (safe))
    return g_steal_pointer (&safe);
  return g_strconcat ("'", safe, NULL);
}

static char *
rearm (const char *field)
{
  return lintel_text_restore (*field == '\'' && starts_formula (field) ? field + 1 : field);
}

static void
append_field (GString *out, const char *raw)
{
  g_autofree char *field = disarm (raw);
  gsize length = strlen (field);
  gsize old = out->len;

  if (strpbrk (field, ",\"\r\n") == NULL)
    {
      g_string_append (out, field);
      return;
    }
  g_string_set_size (out, old + 2 * length + 2);
  g_string_set_size (out, old + csv_write (out->str + old, 2 * length + 2, field, length));
}

void
lintel_csv_write_row (GString *out, const char *const *fields, guint n_fields)
{
  for (guint n = 0; n < n_fields; n++)
    {
      if (n > 0)
        g_string_append_c (out, ',');
      append_field (out, fields[n]);
    }
  g_string_append (out, "\r\n");
}

typedef struct
{
  GPtrArray *rows;
  GPtrArray *row; /* the one being read */
} Parse;

static GPtrArray *
row_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
field_cb (void *field, size_t length, void *data)
{
  Parse *parse = data;

  g_autofree char *text = g_strndup (field, length);

  g_ptr_array_add (parse->row, rearm (text));
}

static void
row_cb (int terminator, void *data)
{
  Parse *parse = data;

  g_ptr_array_add (parse->rows, parse->row);
  parse->row = row_new ();
}

/* libcsv trims spaces by default; a name keeps its own. */
static int
is_no_space (unsigned char c)
{
  return 0;
}

static guint
count_in_first_line (const char *text, gsize length, char c)
{
  guint n = 0;

  for (gsize k = 0; k < length && text[k] != '\n' && text[k] != '\r'; k++)
    n += text[k] == c;
  return n;
}

/* Spreadsheet programs in many languages separate with semicolons. */
static unsigned char
guess_separator (const char *text, gsize length)
{
  static const char candidates[] = { ',', ';', '\t' };
  char best = ',';
  guint most = 0;

  for (guint k = 0; k < G_N_ELEMENTS (candidates); k++)
    {
      guint n = count_in_first_line (text, length, candidates[k]);

      if (n > most)
        {
          most = n;
          best = candidates[k];
        }
    }
  return (unsigned char) best;
}

static gboolean
check_encoding (const char *text, gsize length, const char *name, GError **error)
{
  const char *bad;
  guint line = 1;

  if (g_utf8_validate_len (text, length, &bad))
    return TRUE;
  for (const char *p = text; p < bad; p++)
    line += *p == '\n';
  g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT,
               _ ("%s:%u: the text is not UTF-8; save the table as “CSV UTF-8”"), name, line);
  return FALSE;
}

static gboolean
feed (struct csv_parser *parser, const char *text, gsize length, Parse *parse)
{
  return csv_parse (parser, text, length, field_cb, row_cb, parse) == length
         && csv_fini (parser, field_cb, row_cb, parse) == 0;
}

GPtrArray *
lintel_csv_parse (const char *text, gsize length, const char *name, GError **error)
{
  Parse parse;
  struct csv_parser parser;
  gboolean whole;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!check_encoding (text, length, name, error))
    return NULL;

  parse.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  parse.row = row_new ();
  csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim (&parser, guess_separator (text, length));
  csv_set_space_func (&parser, is_no_space);
  whole = feed (&parser, text, length, &parse);
  csv_free (&parser);
  g_ptr_array_unref (parse.row);
  if (whole)
    return parse.rows;

  g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT,
               _ ("%s: row %u has a quotation mark in the wrong place; quote the whole field and "
                  "double the marks inside it"),
               name, parse.rows->len + 1);
  g_ptr_array_unref (parse.rows);
  return NULL;
}
