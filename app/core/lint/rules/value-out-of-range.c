/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value in the file that its item cannot hold: the system would refuse it or key in another. */

#include "config.h"

#include "app/core/lint/lintel-strays-private.h"

#include <glib/gi18n-lib.h>

static void
check_values (LintelCheck *check)
{
  lintel_strays_report (check, LINTEL_STRAY_OUT_OF_RANGE);
}

static void
fix_values (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  lintel_strays_add_removal (check, finding, fixes, _ ("Go back to the factory default"));
}

const LintelRule lintel_rule_value_out_of_range = {
  .id = "value-out-of-range",
  .severity = LINTEL_SEVERITY_ERROR,
  .locked = TRUE,
  .reads = LINTEL_READS_STRAYS,
  .summary = N_ ("A value does not fit its item"),
  .explanation = N_ (
      "The file sets a value that the system cannot hold, such as class 16 or a letter among "
      "digits. Lintel keeps it as it was written, but everything else is judged as if the factory "
      "default stood there.\n\n"
      "Enter the value that was meant, or remove it so that the factory default is what ships."),
  .check = check_values,
  .fix = fix_values,
};
