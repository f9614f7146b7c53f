/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of an export: every cell of every program as CSV, and the worksheet. */

#include "config.h"

#include "app/core/exchange/lintel-csv-private.h"
#include "app/core/exchange/lintel-export-private.h"
#include "app/core/exchange/lintel-table-private.h"

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
          const char *fields[] = { port_text, extension->number,
                                   lintel_extension_kind_to_id (extension->kind), extension->name };

          lintel_csv_write_row (out, fields, G_N_ELEMENTS (fields));
        }
    }
  return take_text ("extensions.csv", _ ("Extensions"), out);
}

void
lintel_export_add_tables (GPtrArray *files, LintelProject *project)
{
  g_autoptr (GPtrArray) tables = lintel_tables_list (lintel_project_get_catalogue (project));

  for (guint n = 0; n < tables->len; n++)
    g_ptr_array_add (files, write_table (g_ptr_array_index (tables, n), project));
  g_ptr_array_add (files, write_extensions (project));
}

/* A baseline may lack the extension that a 21-04 cell belongs to: then it starts from factory. */
static const char *
get_starting_value (LintelProject *project, LintelProject *baseline, const LintelItem *item, int i,
                    int j)
{
  if (baseline != NULL && lintel_project_has_cell (baseline, item, i, j))
    return lintel_project_get (baseline, item, i, j);
  return lintel_item_get_default (item, lintel_project_get_model (project), i, j);
}

static void
add_worksheet_cell (GString *out, LintelProject *project, LintelProject *baseline,
                    const LintelItem *item, int i, int j)
{
  const char *from = get_starting_value (project, baseline, item, i, j);
  const char *to = lintel_project_get (project, item, i, j);
  LintelPlace place = lintel_place_cell (item, i, j);
  g_autofree char *address = NULL;

  if (g_str_equal (from, to))
    return;
  address = lintel_place_to_string (&place, project);
  lintel_csv_write_row (out,
                        (const char *const[]){ address, lintel_item_get_name (item), from, to }, 4);
}

static void
add_worksheet_item (GString *out, LintelProject *project, LintelProject *baseline,
                    const LintelItem *item)
{
  int last_j = item->n_dimensions > 1 ? item->dimension[1].capacity : 1;

  for (int i = 1; i <= item->dimension[0].capacity; i++)
    for (int j = 1; j <= last_j; j++)
      if (lintel_project_has_cell (project, item, i, j))
        add_worksheet_cell (out, project, baseline, item, i, j);
}

LintelExportFile *
lintel_export_worksheet (LintelProject *project, LintelProject *baseline)
{
  static const char *const header[] = { "place", "item", "from", "to" };
  guint n_programs;
  const LintelProgram *const *programs =
      lintel_catalogue_get_programs (lintel_project_get_catalogue (project), &n_programs);
  GString *out = g_string_new (NULL);

  lintel_csv_write_row (out, header, G_N_ELEMENTS (header));
  for (guint p = 0; p < n_programs; p++)
    for (guint n = 0; n < programs[p]->n_items; n++)
      add_worksheet_item (out, project, baseline, programs[p]->items[n]);
  return take_text ("worksheet.csv", _ ("What to key in, in program order"), out);
}
