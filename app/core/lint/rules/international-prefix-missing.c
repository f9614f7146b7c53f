/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The international table has entries, but none for 011. */

#include "config.h"

#include "app/core/lint/lintel-international-private.h"

#include <glib/gi18n-lib.h>

static void
check_table (LintelCheck *check)
{
  LintelProject *project = lintel_check_get_project (check);
  LintelPlace place = lintel_place_table (lintel_check_get_item (check, "21-06", "01"), 0);

  if (lintel_international_table_is_assigned (project)
      && !lintel_international_table_is_empty (project)
      && !lintel_international_table_has_prefix (project))
    lintel_check_add (check, &place,
                      _ ("No entry of the international call restriction table stops all numbers "
                         "that start with 011: enter 011 (21-06-01)"));
}

const LintelRule lintel_rule_international_prefix_missing = {
  .id = "international-prefix-missing",
  .severity = LINTEL_SEVERITY_ERROR,
  .locked = TRUE,
  .tip = LINTEL_TIP_TABLE_ENTRIES,
  .reads = LINTEL_READS_21_05 | LINTEL_READS_21_06,
  .summary = N_ ("The international table has no entry for 011"),
  .explanation = N_ (
      "The international call restriction table has entries, but none that stops every number that "
      "starts with 011. Entries such as 0114 block some countries only, and the expensive "
      "destinations of toll fraud are elsewhere.\n\n"
      "Enter 011 in a free row of 21-06-01. If all ten rows are taken, replace entries that 011 "
      "covers anyway, or move others to a restriction table of the class (21-06-07)."),
  .check = check_table,
  .fix = lintel_international_fix_prefix,
};
