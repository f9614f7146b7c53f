/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group mailbox that is switched on although no group has it. */

#include "config.h"

#include "app/core/lint/lintel-mailbox-rules-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_unused (const LintelMailbox *mailbox)
{
  return mailbox->is_group && mailbox->type != 0 && *mailbox->number == '\0';
}

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *boxes = lintel_words_for_indexes (places, n, 0);

  return g_strdup_printf (
      ngettext (
          "Group mailbox %s is switched on, but has no number: set its type to %s (47-03-03)",
          "Group mailboxes %s are switched on, but have no number: set their type to %s (47-03-03)",
          n),
      boxes, lintel_words_for_value (places[0].item, lintel_check_get_model (check), "0"));
}

static void
check_mailboxes (LintelCheck *check)
{
  lintel_mailbox_rule_report (check, is_unused, "47-03", "03", describe);
}

const LintelRule lintel_rule_unused_group_mailbox = {
  .id = "unused-group-mailbox",
  .severity = LINTEL_SEVERITY_ERROR,
  .locked = TRUE,
  .tip = LINTEL_TIP_GROUP_BOXES,
  .reads = LINTEL_READS_47_03,
  .summary = N_ ("An unused group mailbox is switched on"),
  .explanation = N_ ("A group mailbox without the number of a department group (47-03-02) serves "
                     "nobody, yet it can be logged on to and taken over. All of them are probably "
                     "switched on when the system leaves the factory.\n\n"
                     "Set its type (47-03-03) to 0, which is called Undefined on the SL1100 and "
                     "None on the SL2100, or enter the pilot number of the group that it is for."),
  .check = check_mailboxes,
  .fix = lintel_mailbox_rule_fix_type,
};
