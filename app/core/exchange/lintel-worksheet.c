/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to key in: the cells whose value differs from what the machine has before. */

#include "config.h"

#include "app/core/exchange/lintel-worksheet-private.h"

static void
row_free (LintelWorksheetRow *row)
{
  g_free (row->address);
  g_free (row);
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
add_cell (GPtrArray *rows, LintelProject *project, LintelProject *baseline, const LintelItem *item,
          int i, int j)
{
  const char *from = get_starting_value (project, baseline, item, i, j);
  const char *to = lintel_project_get (project, item, i, j);
  LintelWorksheetRow *row;

  if (g_str_equal (from, to))
    return;
  row = g_new0 (LintelWorksheetRow, 1);
  row->place = lintel_place_cell (item, i, j);
  row->address = lintel_place_to_string (&row->place, project);
  row->name = lintel_item_get_name (item);
  row->from = from;
  row->to = to;
  g_ptr_array_add (rows, row);
}

static void
add_item (GPtrArray *rows, LintelProject *project, LintelProject *baseline, const LintelItem *item)
{
  int last_j = item->n_dimensions > 1 ? item->dimension[1].capacity : 1;

  for (int i = 1; i <= item->dimension[0].capacity; i++)
    for (int j = 1; j <= last_j; j++)
      if (lintel_project_has_cell (project, item, i, j))
        add_cell (rows, project, baseline, item, i, j);
}

GPtrArray *
lintel_worksheet_list (LintelProject *project, LintelProject *baseline)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  guint n_programs;
  const LintelProgram *const *programs =
      lintel_catalogue_get_programs (lintel_project_get_catalogue (project), &n_programs);

  for (guint p = 0; p < n_programs; p++)
    for (guint n = 0; n < programs[p]->n_items; n++)
      add_item (rows, project, baseline, programs[p]->items[n]);
  return rows;
}
