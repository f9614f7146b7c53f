/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of 21-06 that has entries, but that no class has. */

#include "config.h"

#include "app/core/lint/lintel-table-rules-private.h"

#include <glib/gi18n-lib.h>

static gboolean
has_entry (LintelProject *project, const LintelItem *item, int table)
{
  for (int entry = 1; entry <= item->dimension[item->n_dimensions - 1].capacity; entry++)
    if (*lintel_project_get (project, item, table == 0 ? entry : table, table == 0 ? 1 : entry)
        != '\0')
      return TRUE;
  return FALSE;
}

static gboolean
is_assigned (LintelProject *project, const LintelItem *assignment, int table)
{
  for (int class = 1; class <= assignment->dimension[0].capacity; class ++)
    if (lintel_project_get_number (project, assignment, class, 1) == MAX (table, 1))
      return TRUE;
  return FALSE;
}

static void
check_table (LintelCheck *check, LintelDialTable kind, int table)
{
  LintelProject *project = lintel_check_get_project (check);
  const LintelItem *item = lintel_table_get_item (project, kind);
  const LintelItem *assignment = lintel_table_get_assignment (project, kind);
  LintelPlace place = lintel_place_table (item, table);
  g_autofree char *address = NULL;

  if (!has_entry (project, item, table) || is_assigned (project, assignment, table))
    return;
  address = lintel_place_to_string (&place, project);
  lintel_check_add (check, &place,
                    _ ("Table %s has entries, but no class has the table, so they do nothing: "
                       "assign it to a class (%s-%s)"),
                    address, assignment->program->number, assignment->id);
}

static void
check_tables (LintelCheck *check)
{
  for (guint kind = 0; kind < LINTEL_DIAL_N_TABLES; kind++)
    {
      const LintelItem *item =
          lintel_table_get_item (lintel_check_get_project (check), (LintelDialTable) kind);
      int n_tables = item->n_dimensions == 2 ? item->dimension[0].capacity : 0;

      for (int table = MIN (n_tables, 1); table <= n_tables; table++)
        check_table (check, (LintelDialTable) kind, table);
    }
}

const LintelRule lintel_rule_table_unassigned = {
  .id = "table-unassigned",
  .severity = LINTEL_SEVERITY_WARNING,
  .reads = LINTEL_READS_21_05 | LINTEL_READS_21_06,
  .summary = N_ ("A filled table is assigned to no class"),
  .explanation =
      N_ ("The tables of 21-06 do nothing by themselves: a class looks at those only that 21-05 "
          "assigns to it. Somebody has filled this table and expects it to work.\n\n"
          "Assign it to the classes it is meant for (21-05), or clear it."),
  .check = check_tables,
};
