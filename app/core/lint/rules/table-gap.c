/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blank rows between the entries of a table of 21-06. */

#include "config.h"

#include "app/core/lint/lintel-table-rules-private.h"

#include <glib/gi18n-lib.h>

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  LintelProject *project = lintel_check_get_project (check);
  g_autofree char *addresses = lintel_places_summarize (places, n, project);

  return g_strdup_printf (ngettext ("Row %s is blank, but entries follow: move them up",
                                    "Rows %s are blank, but entries follow: move them up", n),
                          addresses);
}

static int
find_last_entry (LintelCheck *check, const LintelTable *table)
{
  for (int entry = table->n_entries; entry >= 1; entry--)
    if (*lintel_table_get (check, table, entry) != '\0')
      return entry;
  return 0;
}

static void
list_blank (LintelCheck *check, const LintelTable *table, GArray *places)
{
  int last = find_last_entry (check, table);

  for (int entry = 1; entry < last; entry++)
    {
      LintelPlace place = lintel_table_get_place (table, entry);

      if (*lintel_table_get (check, table, entry) == '\0')
        g_array_append_val (places, place);
    }
}

static void
check_tables (LintelCheck *check)
{
  lintel_tables_report (check, list_blank, describe);
}

static void
fix_table (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  lintel_table_fix (check, finding, FALSE, fixes, _ ("Move the entries up"));
}

const LintelRule lintel_rule_table_gap = {
  .id = "table-gap",
  .severity = LINTEL_SEVERITY_NOTE,
  .reads = LINTEL_READS_21_06,
  .summary = N_ ("A table has blank rows between its entries"),
  .explanation = N_ (
      "Blank rows in the middle of a table are usually what is left of a removed entry. NEC's "
      "manuals do not say whether a system stops reading at the first blank row; an entry behind a "
      "gap should not have to rely on it.\n\n"
      "Move the entries up so that the table has no gap. Their order does not matter."),
  .check = check_tables,
  .fix = fix_table,
};
