/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A station mailbox that is switched on although nobody uses it. */

#include "config.h"

#include "app/core/lint/lintel-mailbox-rules-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *boxes = lintel_words_for_indexes (places, n, 0);

  return g_strdup_printf (
      ngettext ("Station mailbox %s is switched on, but no telephone in use has its number: set "
                "its type to %s (47-02-01)",
                "Station mailboxes %s are switched on, but no telephone in use has their numbers: "
                "set their type to %s (47-02-01)",
                n),
      boxes, lintel_words_for_value (places[0].item, lintel_check_get_model (check), "0"));
}

static void
check_mailboxes (LintelCheck *check)
{
  lintel_mailbox_rule_report (check, lintel_mailbox_is_idle, "47-02", "01", describe);
}

const LintelRule lintel_rule_unused_station_mailbox = {
  .id = "unused-station-mailbox",
  .severity = LINTEL_SEVERITY_ERROR,
  .locked = TRUE,
  .tip = LINTEL_TIP_STATION_BOXES,
  .reads = LINTEL_READS_47_02 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("An unused station mailbox is switched on"),
  .explanation =
      N_ ("A mailbox that nobody uses has no security code and nobody notices when it is taken "
          "over. The systems leave the factory with 64 station mailboxes switched on, however many "
          "telephones there are. A mailbox counts as unused when its number (47-02-02) is blank or "
          "belongs to an extension that is not in use, to an InMail port or to a pilot number, or "
          "is the factory's own and no extension of the project has it.\n\n"
          "Set the mailbox type (47-02-01) to 0, which is called Undefined on the SL1100 and None "
          "on the SL2100. If somebody does use the mailbox, correct the kind of its extension on "
          "the Extensions tab."),
  .check = check_mailboxes,
  .fix = lintel_mailbox_rule_fix_type,
};
