/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same place a second time in one file: which one counts is anybody's guess. */

#include "config.h"

#include "app/core/lint/lintel-strays-private.h"

#include <glib/gi18n-lib.h>

static void
check_duplicates (LintelCheck *check)
{
  lintel_strays_report (check, LINTEL_STRAY_DUPLICATE);
}

static void
fix_duplicates (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  lintel_strays_add_removal (check, finding, fixes, _ ("Keep the first value"));
}

const LintelRule lintel_rule_duplicate_set = {
  .id = "duplicate-set",
  .severity = LINTEL_SEVERITY_ERROR,
  .reads = LINTEL_READS_STRAYS,
  .summary = N_ ("The same place is set more than once"),
  .explanation = N_ (
      "The file gives one cell, extension or code two times, which happens when two people's "
      "work is merged by hand. Lintel uses the first and keeps the others aside, so a restriction "
      "that stands only in a later one is not in force.\n\n"
      "Look at both values, enter the right one, or remove the later ones."),
  .check = check_duplicates,
  .fix = fix_duplicates,
};
