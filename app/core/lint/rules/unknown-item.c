/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something in the file that neither the format nor the catalogue knows. */

#include "config.h"

#include "app/core/lint/lintel-strays-private.h"

#include <glib/gi18n-lib.h>

static void
check_names (LintelCheck *check)
{
  lintel_strays_report (check, LINTEL_STRAY_UNKNOWN_ITEM);
  lintel_strays_report (check, LINTEL_STRAY_UNKNOWN_ELEMENT);
  lintel_strays_report (check, LINTEL_STRAY_UNKNOWN_ATTRIBUTE);
}

static void
fix_names (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  lintel_strays_add_removal (check, finding, fixes, _ ("Remove what Lintel does not know"));
}

const LintelRule lintel_rule_unknown_item = {
  .id = "unknown-item",
  .severity = LINTEL_SEVERITY_ERROR,
  .reads = LINTEL_READS_STRAYS,
  .summary = N_ ("The file names something that Lintel does not know"),
  .explanation = N_ (
      "A program, an item, an element or an attribute of the file is not part of the format or of "
      "the catalogue: a slip of the pen, or an item that this office has not described yet. "
      "Lintel keeps it and writes it back, but does not check it.\n\n"
      "Correct the name in the file, add the item to the catalogue, or remove it."),
  .check = check_names,
  .fix = fix_names,
};
