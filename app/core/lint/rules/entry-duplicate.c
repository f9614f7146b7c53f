/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same entry twice in one table of 21-06. */

#include "config.h"

#include "app/core/lint/lintel-table-rules-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  LintelProject *project = lintel_check_get_project (check);
  g_autofree char *addresses = lintel_places_summarize (places, n, project);

  return g_strdup_printf (ngettext ("Entry %s is in the same table already: remove it",
                                    "Entries %s are in the same table already: remove them", n),
                          addresses);
}

static void
list_repeated (LintelCheck *check, const LintelTable *table, GArray *places)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int entry = 1; entry <= table->n_entries; entry++)
    {
      const char *text = lintel_table_get (check, table, entry);
      LintelPlace place = lintel_table_get_place (table, entry);

      if (*text != '\0' && !g_hash_table_add (seen, (gpointer) text))
        g_array_append_val (places, place);
    }
}

static void
check_tables (LintelCheck *check)
{
  lintel_tables_report (check, list_repeated, describe);
}

static void
fix_table (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  lintel_table_fix (check, finding, TRUE, fixes, _ ("Remove repeated entries and close up"));
}

const LintelRule lintel_rule_entry_duplicate = {
  .id = "entry-duplicate",
  .severity = LINTEL_SEVERITY_NOTE,
  .reads = LINTEL_READS_21_06,
  .summary = N_ ("An entry is in its table twice"),
  .explanation =
      N_ ("The second of two equal entries changes nothing and takes up a row; the tables of 21-06 "
          "are short. Somebody who later removes the entry will believe that it is gone while the "
          "other one still works.\n\n"
          "Remove the repeated entry. The fix does, and moves the following entries up."),
  .check = check_tables,
  .fix = fix_table,
};
