/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digits that are exempt from toll restriction. */

#include "config.h"

#include "app/core/lint/lintel-rule-private.h"

#include <glib/gi18n-lib.h>

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  LintelProject *project = lintel_check_get_project (check);
  g_autofree char *addresses = lintel_places_summarize (places, n, project);

  return g_strdup_printf (ngettext ("Entry %s exempts its digits from toll restriction, past all "
                                    "tables: remove it unless you know what it is for",
                                    "Entries %s exempt their digits from toll restriction, past "
                                    "all tables: remove them unless you know what they are for",
                                    n),
                          addresses);
}

static void
check_table (LintelCheck *check)
{
  LintelProject *project = lintel_check_get_project (check);
  const LintelItem *item = lintel_check_get_item (check, "21-06", "09");
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  for (int entry = 1; entry <= item->dimension[0].capacity; entry++)
    {
      LintelPlace place = lintel_place_cell (item, entry, 1);

      if (*lintel_project_get (project, item, entry, 1) != '\0')
        g_array_append_val (places, place);
    }
  if (places->len > 0)
    lintel_check_add_group (check, places, describe, NULL);
}

const LintelRule lintel_rule_exempt_code = {
  .id = "exempt-code",
  .severity = LINTEL_SEVERITY_NOTE,
  .reads = LINTEL_READS_21_06,
  .summary = N_ ("Digits are exempt from toll restriction"),
  .explanation = N_ (
      "What stands in 21-06-09 gets around every table of 21-06. Only the manual of a sister model "
      "explains it, so Lintel cannot say which numbers are let out by it, and its proofs hold only "
      "while the table is empty.\n\n"
      "Remove the entries (21-06-09, and those of 21-06-10 that belong to them) unless there is a "
      "reason, and accept the finding with that reason then."),
  .check = check_table,
};
