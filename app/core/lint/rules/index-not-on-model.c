/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value for something that other models or versions have, and this one does not. */

#include "config.h"

#include "app/core/lint/lintel-strays-private.h"

#include <glib/gi18n-lib.h>

static void
check_indexes (LintelCheck *check)
{
  lintel_strays_report (check, LINTEL_STRAY_INDEX_NOT_ON_MODEL);
}

static void
fix_indexes (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  lintel_strays_add_removal (check, finding, fixes,
                             _ ("Remove the value that this model has no place for"));
}

const LintelRule lintel_rule_index_not_on_model = {
  .id = "index-not-on-model",
  .severity = LINTEL_SEVERITY_ERROR,
  .reads = LINTEL_READS_STRAYS,
  .summary = N_ ("A value is set where this model or version has no place for it"),
  .explanation =
      N_ ("The mailbox, group, table or item exists on other systems, but not on the model and "
          "version that this project names: an SL1100 before version 3.5 ends at mailbox 120, for "
          "example. The value cannot be keyed in.\n\n"
          "Check the model and version of the project first; if they are right, remove the value."),
  .check = check_indexes,
  .fix = fix_indexes,
};
