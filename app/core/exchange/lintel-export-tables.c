/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of an export: every cell of every program as CSV, and the worksheet. */

#include "config.h"

#include "app/core/exchange/lintel-csv-private.h"
#include "app/core/exchange/lintel-export-private.h"
#include "app/core/exchange/lintel-table-private.h"
#include "app/core/exchange/lintel-worksheet-private.h"

#include "lintel/safe-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static LintelExportFile *
take_text (const char *name, const char *what, GString *text)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);

  return lintel_export_file_new (name, what, bytes);
}

static void
take_row (GString *out, GPtrArray *fields)
{
  lintel_csv_write_row (out, (const char *const *) fields->pdata, fields->len);
  g_ptr_array_unref (fields);
}

static void
add_header (GString *out, const LintelTable *table)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);

  for (guint dim = 0; dim < table->n_indexes; dim++)
    g_ptr_array_add (fields, g_strdup (lintel_index_kind_to_id (table->index[dim])));
  for (guint n = 0; n < table->columns->len; n++)
    g_ptr_array_add (fields,
                     lintel_column_title (&g_array_index (table->columns, LintelColumn, n)));
  take_row (out, fields);
}

typedef struct
{
  GString *out;
  LintelProject *project;
} Writing;

/* An extension is named by its number, everything else by its index. */
static char *
format_index (const Writing *writing, LintelIndexKind kind, int index)
{
  if (kind == LINTEL_INDEX_EXTENSION)
    return g_strdup (lintel_project_get_extension (writing->project, index)->number);
  return g_strdup_printf ("%d", index);
}

static void
add_row_cb (const LintelTable *table, int i, int j, gpointer data)
{
  Writing *writing = data;
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (fields, format_index (writing, table->index[0], i));
  if (table->n_indexes > 1)
    g_ptr_array_add (fields, format_index (writing, table->index[1], j));
  for (guint n = 0; n < table->columns->len; n++)
    {
      const LintelColumn *column = &g_array_index (table->columns, LintelColumn, n);
      LintelPlace place = lintel_table_place (table, column, i, j);
      gboolean exists =
          lintel_project_has_cell (writing->project, place.item, place.index[0], place.index[1]);

      g_ptr_array_add (fields,
                       g_strdup (exists ? lintel_project_get (writing->project, place.item,
                                                              place.index[0], place.index[1])
                                        : ""));
    }
  take_row (writing->out, fields);
}

static LintelExportFile *
write_table (const LintelTable *table, LintelProject *project)
{
  Writing writing = { .out = g_string_new (NULL), .project = project };
  g_autofree char *name = g_strconcat (table->name, ".csv", NULL);

  add_header (writing.out, table);
  lintel_table_foreach_row (table, project, add_row_cb, &writing);
  return take_text (name, table->title, writing.out);
}

static LintelExportFile *
write_extensions (LintelProject *project)
{
  static const char *const header[] = { "port", "number", "kind", "name" };
  GString *out = g_string_new (NULL);

  lintel_csv_write_row (out, header, G_N_ELEMENTS (header));
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, port);
      g_autofree char *port_text = g_strdup_printf ("%d", port);

      if (extension != NULL)
        {
          g_autofree char *name = lintel_text_encode (extension->name);
          const char *fields[] = { port_text, extension->number,
                                   lintel_extension_kind_to_id (extension->kind), name };

          lintel_csv_write_row (out, fields, G_N_ELEMENTS (fields));
        }
    }
  return take_text ("extensions.csv", C_ ("sheet", "Extensions"), out);
}

void
lintel_export_add_tables (GPtrArray *files, LintelProject *project)
{
  g_autoptr (GPtrArray) tables = lintel_tables_list (lintel_project_get_catalogue (project));

  for (guint n = 0; n < tables->len; n++)
    g_ptr_array_add (files, write_table (g_ptr_array_index (tables, n), project));
  g_ptr_array_add (files, write_extensions (project));
}

LintelExportFile *
lintel_export_worksheet (LintelProject *project, LintelProject *baseline)
{
  static const char *const header[] = { "place", "item", "from", "to" };
  g_autoptr (GPtrArray) rows = lintel_worksheet_list (project, baseline);
  GString *out = g_string_new (NULL);

  lintel_csv_write_row (out, header, G_N_ELEMENTS (header));
  for (guint n = 0; n < rows->len; n++)
    {
      const LintelWorksheetRow *row = g_ptr_array_index (rows, n);

      lintel_csv_write_row (
          out, (const char *const[]){ row->address, row->name, row->from, row->to }, 4);
    }
  return take_text ("worksheet.csv", _ ("What to key in, in program order"), out);
}
