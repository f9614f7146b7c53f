/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Import: tables back into a project.
 *
 * The rows are written into a copy of the project, so that a renumbered extension is known by its
 * new number when its classes come; the edits are then what the copy and the project differ in.
 * What does not fit becomes a reject with row, column and reason.
 */

#include "config.h"

#include "app/core/exchange/lintel-csv-private.h"
#include "app/core/exchange/lintel-export-private.h"
#include "app/core/exchange/lintel-table-private.h"

#include "lintel/xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One table on its way in. */
typedef struct
{
  LintelProject *onto; /* as it was */
  LintelProject *copy; /* as it becomes */
  GPtrArray *rejects;
  const char *file;
  GPtrArray *header;
  GPtrArray *row;
  guint row_number; /* 1 is the header */
} Reading;

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

static const char *
get_field (GPtrArray *row, guint column)
{
  return column < row->len ? g_ptr_array_index (row, column) : "";
}

static void
reject (Reading *reading, guint column, const char *why)
{
  LintelReject *entry = g_new0 (LintelReject, 1);

  entry->file = g_strdup (reading->file);
  entry->row = (int) reading->row_number;
  entry->column = g_strdup (get_field (reading->header, column));
  entry->value = g_strdup (get_field (reading->row, column));
  entry->why = g_strdup (why);
  g_ptr_array_add (reading->rejects, entry);
}

/* A spreadsheet program that took digits for a number drops the zeros in front. */
static gboolean
lost_its_zeros (const char *old, const char *typed)
{
  const char *rest = old;

  if (*old != '0' || *typed == '\0')
    return FALSE;
  while (*rest == '0')
    rest++;
  return g_str_equal (typed, *rest != '\0' ? rest : "0") && !g_str_equal (typed, old);
}

static void
reject_shortened (Reading *reading, guint column, const char *old)
{
  g_autofree char *why =
      g_strdup_printf (_ ("the project has %s here: a spreadsheet program seems to have dropped "
                          "the zeros in front; format the column as text and enter %s again"),
                       old, old);

  reject (reading, column, why);
}

static void
set_text (Reading *reading, guint column, const LintelPlace *place, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!lintel_project_set (reading->copy, "", place, text, &error))
    reject (reading, column, error->message);
}

/* A cell that says what it already says keeps its mark of being set by hand or not. */
static void
read_cell (Reading *reading, guint column, const LintelPlace *place)
{
  const char *typed = get_field (reading->row, column);
  LintelModel model = lintel_project_get_model (reading->copy);
  int i = place->index[0], j = place->index[1];
  char value[LINTEL_VALUE_MAX + 1];
  g_autoptr (GError) error = NULL;
  const char *old;

  if (!lintel_project_has_cell (reading->copy, place->item, i, j))
    {
      if (*typed != '\0')
        reject (reading, column, _ ("this system has no such cell; leave the field empty"));
      return;
    }
  old = lintel_project_get (reading->copy, place->item, i, j);
  if (place->item->type == LINTEL_TYPE_DIGITS && lost_its_zeros (old, typed))
    reject_shortened (reading, column, old);
  else if (!lintel_item_parse (place->item, model, typed, value, &error))
    reject (reading, column, error->message);
  else if (!g_str_equal (value, old))
    {
      gboolean is_default = g_str_equal (value, lintel_item_get_default (place->item, model, i, j));

      set_text (reading, column, place, is_default ? NULL : value);
    }
}

/* The row's index in COLUMN, or 0 after rejecting it. */
static int
read_index (Reading *reading, guint column, LintelIndexKind kind)
{
  const char *typed = get_field (reading->row, column);
  guint64 index;

  if (kind == LINTEL_INDEX_EXTENSION)
    {
      const LintelExtension *extension = lintel_project_find_extension (reading->copy, typed);

      if (extension != NULL)
        return extension->port;
      reject (reading, column, _ ("no extension has this number; add it to the extensions first"));
      return 0;
    }
  if (g_ascii_string_to_unsigned (typed, 10, 1, 9999, &index, NULL))
    return (int) index;
  reject (reading, column, _ ("a row starts with its index, a number from 1 on"));
  return 0;
}

static gboolean
is_blank_row (GPtrArray *row)
{
  for (guint n = 0; n < row->len; n++)
    if (*(const char *) g_ptr_array_index (row, n) != '\0')
      return FALSE;
  return TRUE;
}

/* The columns of a program table, found by their addresses in the header. */
typedef struct
{
  guint n_indexes;
  LintelIndexKind index[2];
  GArray *columns; /* of LintelColumn; item NULL for a column that is passed over */
} Layout;

static gboolean
read_layout (Reading *reading, Layout *layout)
{
  LintelCatalogue *catalogue = lintel_project_get_catalogue (reading->copy);

  while (layout->n_indexes < MIN (2, reading->header->len)
         && lintel_index_kind_from_id (g_ptr_array_index (reading->header, layout->n_indexes),
                                       &layout->index[layout->n_indexes]))
    layout->n_indexes++;
  if (layout->n_indexes == 0 || layout->n_indexes == reading->header->len)
    return FALSE;
  for (guint n = layout->n_indexes; n < reading->header->len; n++)
    {
      LintelColumn column = { 0 };

      if (!lintel_column_parse (catalogue, g_ptr_array_index (reading->header, n), &column))
        {
          column.item = NULL;
          reject (reading, n, _ ("no item has this number; a column is titled like “47-02-01”"));
        }
      g_array_append_val (layout->columns, column);
    }
  return TRUE;
}

static void
read_program_row (Reading *reading, const Layout *layout)
{
  int index[2] = { 1, 1 };

  for (guint n = 0; n < layout->n_indexes; n++)
    {
      index[n] = read_index (reading, n, layout->index[n]);
      if (index[n] == 0)
        return;
    }
  for (guint n = 0; n < layout->columns->len; n++)
    {
      const LintelColumn *column = &g_array_index (layout->columns, LintelColumn, n);
      LintelPlace place;

      if (column->item == NULL)
        continue;
      place = column->table > 0 ? lintel_place_cell (column->item, column->table, index[0])
                                : lintel_place_cell (column->item, index[0], index[1]);
      read_cell (reading, layout->n_indexes + n, &place);
    }
}

static void
read_rows (Reading *reading, GPtrArray *rows, void (*read_row) (Reading *, const Layout *),
           const Layout *layout)
{
  for (guint n = 1; n < rows->len; n++)
    {
      reading->row = g_ptr_array_index (rows, n);
      reading->row_number = n + 1;
      if (!is_blank_row (reading->row))
        read_row (reading, layout);
    }
}

static gboolean
find_column (GPtrArray *header, const char *title, guint *column)
{
  for (guint n = 0; n < header->len; n++)
    if (g_ascii_strcasecmp (g_ptr_array_index (header, n), title) == 0)
      {
        *column = n;
        return TRUE;
      }
  return FALSE;
}

static void
read_extension_field (Reading *reading, int port, LintelField field, const char *title)
{
  LintelPlace place = lintel_place_extension (port, field);
  guint column;
  const char *typed, *old;

  if (!find_column (reading->header, title, &column))
    return;
  typed = get_field (reading->row, column);
  old = lintel_project_get_text (reading->onto, &place);
  if (field == LINTEL_FIELD_NUMBER && old != NULL && lost_its_zeros (old, typed))
    reject_shortened (reading, column, old);
  else if (*typed == '\0' && field != LINTEL_FIELD_NAME)
    reject (reading, column, _ ("an extension needs a number and a kind; fill the field in"));
  else if (g_strcmp0 (typed, old != NULL ? old : "") != 0)
    set_text (reading, column, &place, *typed != '\0' ? typed : NULL);
}

static void
read_extension_row (Reading *reading, const Layout *layout)
{
  guint column = 0;
  guint64 port;

  find_column (reading->header, "port", &column);
  if (!g_ascii_string_to_unsigned (get_field (reading->row, column), 10, 1, LINTEL_PORT_LAST, &port,
                                   NULL))
    {
      g_autofree char *why =
          g_strdup_printf (_ ("a port is a number from 1 to %d"), LINTEL_PORT_LAST);

      reject (reading, column, why);
      return;
    }
  read_extension_field (reading, (int) port, LINTEL_FIELD_NUMBER, "number");
  read_extension_field (reading, (int) port, LINTEL_FIELD_KIND, "kind");
  read_extension_field (reading, (int) port, LINTEL_FIELD_NAME, "name");
}

static gboolean
read_table (Reading *reading, GPtrArray *rows, GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (LintelColumn));
  Layout layout = { .columns = columns };
  guint column;

  reading->header = reading->row = g_ptr_array_index (rows, 0);
  reading->row_number = 1;
  if (find_column (reading->header, "port", &column))
    {
      read_rows (reading, rows, read_extension_row, NULL);
      return TRUE;
    }
  if (read_layout (reading, &layout))
    {
      read_rows (reading, rows, read_program_row, &layout);
      return TRUE;
    }
  g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT,
               _ ("%s: this is not a table of Lintel's: its first row has the columns “port, "
                  "number, kind, name”, or an index such as “mailbox” and item numbers such as "
                  "“47-02-01”"),
               reading->file);
  return FALSE;
}

static gboolean
read_file (Reading *reading, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) local = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &local))
    {
      g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_IO,
                   _ ("%s: the table cannot be read: %s"), path, local->message);
      return FALSE;
    }
  rows = lintel_csv_parse (text, length, name, error);
  if (rows == NULL)
    return FALSE;
  if (rows->len == 0)
    {
      g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT,
                   _ ("%s: the table is empty"), path);
      return FALSE;
    }
  reading->file = name;
  return read_table (reading, rows, error);
}

/* Extensions come first: the rows of 21-04 are named after them. */
static gboolean
read_folder (Reading *reading, const char *folder, GError **error)
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
      if (!read_file (reading, path, error))
        return FALSE;
      n_read++;
    }
  if (n_read > 0)
    return TRUE;
  g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT,
               _ ("%s: the folder has none of the tables of an export, such as 47-02.csv"), folder);
  return FALSE;
}

LintelImport *
lintel_import_read (LintelProject *onto, const char *path, GError **error)
{
  g_autoptr (LintelProject) copy = lintel_project_copy (onto);
  g_autoptr (GPtrArray) rejects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_reject_free);
  Reading reading = { .onto = onto, .copy = copy, .rejects = rejects };
  LintelImport *import;
  gboolean read = g_file_test (path, G_FILE_TEST_IS_DIR) ? read_folder (&reading, path, error)
                                                         : read_file (&reading, path, error);

  if (!read)
    return NULL;
  import = g_new0 (LintelImport, 1);
  import->edits = lintel_project_diff (onto, copy);
  import->rejects = g_steal_pointer (&rejects);
  return import;
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
