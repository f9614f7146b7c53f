/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The international table is assigned, but has no entry. */

#include "config.h"

#include "app/core/lint/lintel-international-private.h"

#include <glib/gi18n-lib.h>

static void
check_table (LintelCheck *check)
{
  LintelProject *project = lintel_check_get_project (check);
  LintelPlace place = lintel_place_table (lintel_check_get_item (check, "21-06", "01"), 0);

  if (lintel_international_table_is_assigned (project)
      && lintel_international_table_is_empty (project))
    lintel_check_add (check, &place,
                      _ ("The international call restriction table is assigned, but empty, so it "
                         "blocks nothing: enter 011 (21-06-01)"));
}

const LintelRule lintel_rule_international_table_empty = {
  .id = "international-table-empty",
  .severity = LINTEL_SEVERITY_ERROR,
  .locked = TRUE,
  .tip = LINTEL_TIP_TABLE_ENTRIES,
  .reads = LINTEL_READS_21_05 | LINTEL_READS_21_06,
  .summary = N_ ("The international table is assigned, but empty"),
  .explanation = N_ (
      "Classes point at the international call restriction table (21-05-01 = 1), but there is no "
      "entry in it. It looks restricted and is not: this is the state in which the systems leave "
      "the factory.\n\n"
      "Enter 011, with which all directly dialled international calls start, in 21-06-01. A class "
      "whose users do need international calls gets 21-05-01 = 0 or permit codes of its own."),
  .check = check_table,
  .fix = lintel_international_fix_prefix,
};
