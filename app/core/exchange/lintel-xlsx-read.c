/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Workbooks in. A workbook (ECMA-376, part 1) is a zip file of XML parts: the workbook lists its
 * sheets, the relationships say which part each is in, texts stand in a part of their own and the
 * cells refer to them by number.
 */

#include "config.h"

#include "app/core/exchange/lintel-xlsx-read-private.h"
#include "app/core/exchange/lintel-xlsx-text-private.h"

#include "lintel/exchange.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <minizip/unzip.h>
#include <stdio.h>
#include <string.h>

#define MAX_PART                                                                                   \
  (32 * 1024 * 1024) /* bytes; the largest that Lintel writes has under one million */
#define MAX_ROWS 20000
#define MAX_COLUMNS 500
#define MAX_CELLS 500000 /* of one sheet, with those between */
#define MAX_SHEETS 200

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

typedef struct
{
  unzFile zip;
  const char *name;
  GPtrArray *texts; /* shared, by number */
} Book;

void
lintel_xlsx_sheet_free (LintelXlsxSheet *sheet)
{
  g_free (sheet->name);
  g_ptr_array_unref (sheet->rows);
  g_free (sheet);
}

gboolean
lintel_xlsx_is_workbook (const char *path)
{
  static const char magic[4] = { 'P', 'K', 3, 4 };
  char start[sizeof magic];
  /* To open a pipe could take for ever. */
  FILE *file = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? fopen (path, "rbe") : NULL;
  gboolean is_zip =
      file != NULL && fread (start, sizeof start, 1, file) == 1 && !memcmp (start, magic, 4);

  if (file != NULL)
    fclose (file);
  return is_zip;
}

static gboolean
fail (const Book *book, GError **error, const char *why)
{
  g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT, "%s: %s", book->name,
               why);
  return FALSE;
}

static gboolean
fail_damaged (const Book *book, GError **error)
{
  return fail (book, error,
               _ ("the workbook is damaged or of another kind; save it again as “Excel 2007-365 "
                  "(.xlsx)”, or the sheet as CSV"));
}

static gboolean
fail_size (const Book *book, GError **error)
{
  return fail (book, error,
               _ ("the workbook is larger than tables of one system can be; take only the sheets "
                  "that Lintel made"));
}

static char *
read_open_part (unzFile zip, gsize size)
{
  char *data = g_malloc (size + 1);

  if (unzReadCurrentFile (zip, data, (unsigned) size) == (int) size
      && unzCloseCurrentFile (zip) == UNZ_OK)
    return data;
  g_free (data);
  return NULL;
}

static gboolean
find_part_size (const Book *book, const char *path, unz_file_info *info, GError **error)
{
  if (unzLocateFile (book->zip, path, 1) != UNZ_OK
      || unzGetCurrentFileInfo (book->zip, info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
    return fail_damaged (book, error);
  return info->uncompressed_size <= MAX_PART || fail_size (book, error);
}

/* What a part claims to hold is not believed beyond the limit; a checksum tells whether all came.
 */
static xmlDoc *
read_part (const Book *book, const char *path, GError **error)
{
  unz_file_info info;
  g_autofree char *data = NULL;
  xmlDoc *doc;

  if (!find_part_size (book, path, &info, error))
    return NULL;
  if (unzOpenCurrentFile (book->zip) == UNZ_OK)
    data = read_open_part (book->zip, info.uncompressed_size);
  doc = data != NULL ? xmlReadMemory (data, (int) info.uncompressed_size, NULL, NULL,
                                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                          | XML_PARSE_COMPACT)
                     : NULL;
  /* No spreadsheet program writes entities; without them nothing can grow. */
  if (doc != NULL && xmlGetIntSubset (doc) == NULL && xmlDocGetRootElement (doc) != NULL)
    return doc;
  if (doc != NULL)
    xmlFreeDoc (doc);
  fail_damaged (book, error);
  return NULL;
}

static gboolean
read_texts (Book *book, GError **error)
{
  static const char part[] = "xl/sharedStrings.xml";
  g_autoptr (xmlDoc) doc = NULL;

  book->texts = g_ptr_array_new_with_free_func (g_free);
  if (unzLocateFile (book->zip, part, 1) != UNZ_OK)
    return TRUE;
  doc = read_part (book, part, error);
  if (doc == NULL)
    return FALSE;
  for (xmlNode *node = xmlFirstElementChild (xmlDocGetRootElement (doc)); node != NULL;
       node = xmlNextElementSibling (node))
    if (lintel_xlsx_is_element (node, "si"))
      g_ptr_array_add (book->texts, lintel_xlsx_read_text (node));
  return TRUE;
}

static GPtrArray *
get_row (GPtrArray *rows, guint n)
{
  while (rows->len <= n)
    g_ptr_array_add (rows, g_ptr_array_new_with_free_func (g_free));
  return g_ptr_array_index (rows, n);
}

/* Takes TEXT. */
static void
put_field (GPtrArray *row, guint column, char *text)
{
  while (row->len <= column)
    g_ptr_array_add (row, g_strdup (""));
  g_free (row->pdata[column]);
  row->pdata[column] = text;
}

/* Where a cell says that it is or, without, after the one before it. */
static gboolean
read_cells (const Book *book, xmlNode *row_node, GPtrArray *row, guint *n_cells, GError **error)
{
  guint column = 0;

  for (xmlNode *cell = xmlFirstElementChild (row_node); cell != NULL;
       cell = xmlNextElementSibling (cell), column++)
    {
      guint before = row->len;
      g_autofree char *text = NULL;

      lintel_xlsx_read_column (cell, &column);
      if (column >= MAX_COLUMNS)
        return fail_size (book, error);
      text = lintel_xlsx_read_cell (cell, book->texts);
      if (text == NULL)
        return fail_damaged (book, error);
      if (*text == '\0' && column >= row->len)
        continue;
      put_field (row, column, g_steal_pointer (&text));
      *n_cells += row->len - before;
      if (*n_cells > MAX_CELLS)
        return fail_size (book, error);
    }
  return TRUE;
}

static gboolean
read_rows (const Book *book, xmlNode *data, GPtrArray *rows, GError **error)
{
  guint n = 0, n_cells = 0;

  for (xmlNode *row = xmlFirstElementChild (data); row != NULL;
       row = xmlNextElementSibling (row), n++)
    {
      lintel_xlsx_read_row (row, &n);
      /* Far below the table there may be rows that have nothing but a format. */
      if (n >= MAX_ROWS && xmlFirstElementChild (row) == NULL)
        continue;
      if (n >= MAX_ROWS)
        return fail_size (book, error);
      if (!read_cells (book, row, get_row (rows, n), &n_cells, error))
        return FALSE;
    }
  return TRUE;
}

static LintelXlsxSheet *
read_sheet (const Book *book, const char *title, const char *part, GError **error)
{
  g_autoptr (xmlDoc) doc = read_part (book, part, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  xmlNode *data;
  LintelXlsxSheet *sheet;

  if (doc == NULL)
    return NULL;
  data = lintel_xlsx_find_child (xmlDocGetRootElement (doc), "sheetData");
  if (data != NULL && !read_rows (book, data, rows, error))
    return NULL;
  sheet = g_new0 (LintelXlsxSheet, 1);
  sheet->name = g_strdup (title);
  sheet->rows = g_steal_pointer (&rows);
  return sheet;
}

/* The part that a relationship leads to, from the workbook's folder. */
static char *
find_part (xmlDoc *relations, const char *id)
{
  for (xmlNode *node = xmlFirstElementChild (xmlDocGetRootElement (relations)); node != NULL;
       node = xmlNextElementSibling (node))
    {
      g_autofree char *own = lintel_xlsx_get_attribute (node, "Id");
      g_autofree char *target = lintel_xlsx_get_attribute (node, "Target");

      if (g_strcmp0 (own, id) == 0 && target != NULL)
        return target[0] == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
    }
  return NULL;
}

static gboolean
add_sheet (const Book *book, xmlNode *node, xmlDoc *relations, GPtrArray *sheets, GError **error)
{
  g_autofree char *title = lintel_xlsx_get_attribute (node, "name");
  g_autofree char *id = lintel_xlsx_get_attribute (node, "id");
  g_autofree char *part = id != NULL ? find_part (relations, id) : NULL;
  LintelXlsxSheet *sheet;

  if (sheets->len >= MAX_SHEETS)
    return fail_size (book, error);
  if (title == NULL || part == NULL)
    return fail_damaged (book, error);
  if (strstr (part, "worksheets/") == NULL)
    return TRUE; /* a chart sheet */
  sheet = read_sheet (book, title, part, error);
  if (sheet != NULL)
    g_ptr_array_add (sheets, sheet);
  return sheet != NULL;
}

static gboolean
read_sheets (const Book *book, GPtrArray *sheets, GError **error)
{
  g_autoptr (xmlDoc) workbook = read_part (book, "xl/workbook.xml", error);
  g_autoptr (xmlDoc) relations =
      workbook != NULL ? read_part (book, "xl/_rels/workbook.xml.rels", error) : NULL;
  xmlNode *list;

  if (relations == NULL)
    return FALSE;
  list = lintel_xlsx_find_child (xmlDocGetRootElement (workbook), "sheets");
  if (list == NULL)
    return fail_damaged (book, error);
  for (xmlNode *node = xmlFirstElementChild (list); node != NULL;
       node = xmlNextElementSibling (node))
    if (!add_sheet (book, node, relations, sheets, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
lintel_xlsx_read (const char *path, const char *name, GError **error)
{
  g_autoptr (GPtrArray) sheets =
      g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_xlsx_sheet_free);
  Book book = { .zip = unzOpen (path), .name = name };
  gboolean is_read;

  if (book.zip == NULL)
    {
      fail_damaged (&book, error);
      return NULL;
    }
  is_read = read_texts (&book, error) && read_sheets (&book, sheets, error);
  unzClose (book.zip);
  g_ptr_array_unref (book.texts);
  return is_read ? g_steal_pointer (&sheets) : NULL;
}
