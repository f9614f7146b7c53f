/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Import: tables back into a project, from CSV files, a workbook or rows that were pasted.
 *
 * The rows are written into a copy of the project, so that a renumbered extension is known by its
 * new number when its classes come; the edits are then what the copy and the project differ in.
 * What does not fit becomes a reject with row, column and reason.
 */

#include "config.h"

#include "app/core/exchange/lintel-csv-private.h"
#include "app/core/exchange/lintel-export-private.h"
#include "app/core/exchange/lintel-import-private.h"
#include "app/core/exchange/lintel-table-private.h"
#include "app/core/exchange/lintel-xlsx-read-private.h"

#include "lintel/file.h"
#include "lintel/safe-text.h"
#include "lintel/xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All tables of a full system together come to less than 1 MB. */
#define MAX_TABLE_BYTES (16 * 1024 * 1024)

void
lintel_reject_free (LintelReject *reject)
{
  g_free (reject->file);
  g_free (reject->column);
  g_free (reject->value);
  g_free (reject->why);
  g_free (reject);
}

void
lintel_import_free (LintelImport *import)
{
  g_ptr_array_unref (import->edits);
  g_ptr_array_unref (import->rejects);
  g_free (import);
}

char *
lintel_reject_to_text (const LintelReject *reject)
{
  g_autofree char *raw =
      g_strdup_printf (C_ ("value left out", "%s: row %d, column “%s”: “%s”: %s"), reject->file,
                       reject->row, reject->column, reject->value, reject->why);

  return lintel_text_make_safe (raw, FALSE);
}

static gboolean
set_header (LintelReading *reading, const char *file, GPtrArray *rows)
{
  reading->file = file;
  reading->row_number = 1;
  reading->header = reading->row = rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;
  return reading->header != NULL && reading->header->len > 0;
}

/* FALSE if it is no table that is known. */
static gboolean
read_rows (LintelReading *reading, const char *file, GPtrArray *rows)
{
  return set_header (reading, file, rows)
         && (lintel_import_read_extensions (reading, rows)
             || lintel_import_read_names (reading, rows)
             || lintel_import_read_places (reading, rows)
             || lintel_import_read_program (reading, rows));
}

static gboolean
fail_no_table (const char *name, GError **error)
{
  g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT,
               _ ("%s: this is no table that Lintel knows. Its first row needs titles: an index "
                  "such as “mailbox” and item numbers such as “47-02-01”; or “port, number, kind, "
                  "name”; or “number, name”; or “place, value”"),
               name);
  return FALSE;
}

static gboolean
read_text (LintelReading *reading, const char *text, gsize length, const char *name, GError **error)
{
  g_autoptr (GPtrArray) rows = lintel_csv_parse (text, length, name, error);

  if (rows == NULL)
    return FALSE;
  return read_rows (reading, name, rows) || fail_no_table (name, error);
}

static GPtrArray *
load_rows (const char *path, const char *name, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = lintel_file_load (path, MAX_TABLE_BYTES, &local);
  gsize length;
  const char *text;

  if (bytes == NULL)
    {
      g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_IO,
                   _ ("%s: the table cannot be read: %s"), path, local->message);
      return NULL;
    }
  text = g_bytes_get_data (bytes, &length);
  if (length <= MAX_TABLE_BYTES)
    return lintel_csv_parse (text, length, name, error);
  g_set_error (
      error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT,
      _ ("%s: the table is larger than those of one system can be; take only the rows that "
         "are needed"),
      path);
  return NULL;
}

static gboolean
read_csv (LintelReading *reading, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GPtrArray) rows = load_rows (path, name, error);

  if (rows == NULL)
    return FALSE;
  return read_rows (reading, name, rows) || fail_no_table (name, error);
}

/* Extensions come first: the rows of 21-04 are named after them. */
static gboolean
read_folder (LintelReading *reading, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) tables = lintel_tables_list (lintel_project_get_catalogue (reading->copy));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n_read = 0;

  g_ptr_array_add (names, g_strdup ("extensions.csv"));
  for (guint n = 0; n < tables->len; n++)
    g_ptr_array_add (
        names, g_strconcat (((LintelTable *) g_ptr_array_index (tables, n))->name, ".csv", NULL));
  for (guint n = 0; n < names->len; n++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, n), NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      if (!read_csv (reading, path, error))
        return FALSE;
      n_read++;
    }
  if (n_read > 0)
    return TRUE;
  g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT,
               _ ("%s: the folder has none of the tables of an export, such as 47-02.csv"), folder);
  return FALSE;
}

/* The lists of a workbook that Lintel made (findings, worksheet, changes) tell of the tables
 * beside them and are not read back. */
static guint
read_sheets (LintelReading *reading, const char *name, GPtrArray *sheets, gboolean extensions)
{
  guint n_read = 0;

  for (guint n = 0; n < sheets->len; n++)
    {
      const LintelXlsxSheet *sheet = g_ptr_array_index (sheets, n);
      g_autofree char *file = g_strdup_printf (C_ ("file", "%s, sheet %s"), name, sheet->name);

      if (!set_header (reading, file, sheet->rows))
        continue;
      if (extensions)
        n_read += lintel_import_read_extensions (reading, sheet->rows)
                  || lintel_import_read_names (reading, sheet->rows);
      else
        n_read += lintel_import_read_program (reading, sheet->rows);
    }
  return n_read;
}

static gboolean
read_workbook (LintelReading *reading, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GPtrArray) sheets = lintel_xlsx_read (path, name, error);

  if (sheets == NULL)
    return FALSE;
  return read_sheets (reading, name, sheets, TRUE) + read_sheets (reading, name, sheets, FALSE) > 0
         || fail_no_table (name, error);
}

static gboolean
read_path (LintelReading *reading, const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return read_folder (reading, path, error);
  return lintel_xlsx_is_workbook (path) ? read_workbook (reading, path, error)
                                        : read_csv (reading, path, error);
}

static LintelReading *
begin (LintelProject *onto)
{
  LintelReading *reading = g_new0 (LintelReading, 1);

  reading->onto = onto;
  reading->copy = lintel_project_copy (onto);
  reading->rejects = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_reject_free);
  return reading;
}

/* Takes READING; NULL if nothing could be read. */
static LintelImport *
end (LintelReading *reading, gboolean is_read)
{
  LintelImport *import = NULL;

  if (is_read)
    {
      import = g_new0 (LintelImport, 1);
      import->edits = lintel_project_diff (reading->onto, reading->copy);
      import->rejects = g_ptr_array_ref (reading->rejects);
    }
  g_object_unref (reading->copy);
  g_ptr_array_unref (reading->rejects);
  g_free (reading);
  return import;
}

LintelImport *
lintel_import_read (LintelProject *onto, const char *path, GError **error)
{
  LintelReading *reading = begin (onto);

  return end (reading, read_path (reading, path, error));
}

LintelImport *
lintel_import_read_text (LintelProject *onto, const char *text, gsize length, const char *name,
                         GError **error)
{
  LintelReading *reading = begin (onto);

  return end (reading, read_text (reading, text, length, name, error));
}

LintelImport *
lintel_import_names (LintelProject *onto, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GPtrArray) rows = load_rows (path, name, error);
  LintelReading *reading;

  if (rows == NULL)
    return NULL;
  reading = begin (onto);
  if (!set_header (reading, name, rows) || !lintel_import_read_names (reading, rows))
    lintel_import_read_plain_names (reading, rows);
  return end (reading, TRUE);
}

LintelProject *
lintel_import_open_base (LintelCatalogue *catalogue, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "project.xml", NULL);
  g_autoptr (LintelManifest) manifest = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return lintel_xml_read_file (catalogue, path, error);
  manifest = lintel_manifest_read (folder, error);
  return manifest != NULL ? lintel_project_new (catalogue, manifest->model, "") : NULL;
}
