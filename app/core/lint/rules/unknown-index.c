/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value for a mailbox, extension, class, table or entry that does not exist. */

#include "config.h"

#include "app/core/lint/lintel-strays-private.h"

#include <glib/gi18n-lib.h>

static void
check_indexes (LintelCheck *check)
{
  lintel_strays_report (check, LINTEL_STRAY_UNKNOWN_INDEX);
}

static void
fix_indexes (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  lintel_strays_add_removal (check, finding, fixes, _ ("Remove the value without a place"));
}

const LintelRule lintel_rule_unknown_index = {
  .id = "unknown-index",
  .severity = LINTEL_SEVERITY_ERROR,
  .reads = LINTEL_READS_STRAYS,
  .summary = N_ ("A value is set where no such extension, table or entry exists"),
  .explanation =
      N_ ("The file sets a value for an extension that the project does not list, or for a table, "
          "entry or class beyond the last one. Nothing on the system would receive that value, and "
          "whatever it was meant to restrict stays as it was.\n\n"
          "Add the extension on the Extensions tab, correct the number in the file, or remove the "
          "value."),
  .check = check_indexes,
  .fix = fix_indexes,
};
