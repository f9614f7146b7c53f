/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules about the rows of the tables in 21-06 share: see lintel-table-rules-private.h. */

#include "config.h"

#include "app/core/lint/lintel-table-rules-private.h"

#include "app/core/lint/lintel-trial-private.h"
#include "lintel/dial-system.h"
#include "lintel/entries.h"

/* The last index on this model; 0 when it does not have the item. */
static int
find_last_index (LintelCheck *check, const LintelItem *item, guint dimension)
{
  LintelProject *project = lintel_check_get_project (check);
  int first, last;

  if (!lintel_item_get_range (item, dimension, lintel_project_get_model (project),
                              lintel_project_get_version (project), &first, &last))
    return 0;
  return last;
}

static gboolean
is_table_of_digits (const LintelItem *item)
{
  return item->type == LINTEL_TYPE_DIGITS
         && item->dimension[item->n_dimensions - 1].kind == LINTEL_INDEX_ENTRY;
}

void
lintel_tables_report (LintelCheck *check,
                      void (*list) (LintelCheck *check, const LintelTable *table, GArray *places),
                      LintelDescribe describe)
{
  const LintelProgram *program = lintel_check_get_item (check, "21-06", "01")->program;

  for (guint i = 0; i < program->n_items; i++)
    {
      const LintelItem *item = program->items[i];
      int n_tables;

      if (!is_table_of_digits (item))
        continue;
      n_tables = item->n_dimensions == 2 ? find_last_index (check, item, 0) : 0;
      for (int number = MIN (n_tables, 1); number <= n_tables; number++)
        {
          LintelTable table = { item, number,
                                find_last_index (check, item, item->n_dimensions - 1) };
          g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

          list (check, &table, places);
          if (places->len > 0)
            lintel_check_add_group (check, places, describe, NULL);
        }
    }
}

const char *
lintel_table_get (LintelCheck *check, const LintelTable *table, int entry)
{
  LintelProject *project = lintel_check_get_project (check);

  return table->table == 0 ? lintel_project_get (project, table->item, entry, 1)
                           : lintel_project_get (project, table->item, table->table, entry);
}

const char *
lintel_table_get_entry (LintelProject *project, const LintelPlace *place)
{
  return lintel_project_get (project, place->item, place->index[0], place->index[1]);
}

LintelPlace
lintel_table_get_place (const LintelTable *table, int entry)
{
  return table->table == 0 ? lintel_place_cell (table->item, entry, 1)
                           : lintel_place_cell (table->item, table->table, entry);
}

static LintelTable
find_table (LintelCheck *check, const LintelPlace *place)
{
  LintelTable table = {
    .item = place->item,
    .table = place->item->n_dimensions == 2 ? place->index[0] : 0,
    .n_entries = find_last_index (check, place->item, place->item->n_dimensions - 1),
  };

  return table;
}

void
lintel_table_fix (LintelCheck *check, const LintelFinding *finding, gboolean unique,
                  GPtrArray *fixes, const char *label)
{
  guint n;
  LintelTable table = find_table (check, lintel_finding_get_places (finding, &n));
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autofree int *from = g_new0 (int, (gsize) table.n_entries);

  for (int entry = 1; entry <= table.n_entries; entry++)
    {
      const char *text = lintel_table_get (check, &table, entry);

      if (*text != '\0'
          && !(unique && g_ptr_array_find_with_equal_func (kept, text, g_str_equal, NULL)))
        {
          from[kept->len] = entry;
          g_ptr_array_add (kept, (gpointer) text);
        }
    }
  for (int entry = 1; entry <= table.n_entries; entry++)
    {
      LintelPlace place = lintel_table_get_place (&table, entry);
      const char *text = (guint) entry <= kept->len ? g_ptr_array_index (kept, entry - 1) : "";

      if (!g_str_equal (lintel_table_get (check, &table, entry), text))
        lintel_edits_add (edits, &place, text);
    }
  lintel_entries_add_acceptances (lintel_check_get_project (check), table.item, table.table, from,
                                  (guint) table.n_entries, edits);
  if (lintel_trial_passes (check, finding, edits))
    lintel_fixes_add (check, fixes, g_steal_pointer (&edits), "%s", label);
}

const LintelItem *
lintel_table_get_assignment (LintelProject *project, LintelDialTable table)
{
  return lintel_dial_table_find_assigned_by (lintel_project_get_catalogue (project), table);
}

const LintelItem *
lintel_table_get_item (LintelProject *project, LintelDialTable table)
{
  return lintel_dial_table_find_held_in (lintel_project_get_catalogue (project), table);
}
