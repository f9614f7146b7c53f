/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group mailbox whose number is not the pilot number of a group. */

#include "config.h"

#include "app/core/lint/lintel-mailbox-rules-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_unknown (const LintelMailbox *mailbox)
{
  return mailbox->is_group && mailbox->type != 0 && *mailbox->number != '\0'
         && (mailbox->owner == NULL || mailbox->owner->kind != LINTEL_EXTENSION_PILOT);
}

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *boxes = lintel_words_for_indexes (places, n, 0);

  return g_strdup_printf (
      ngettext ("The number of group mailbox %s is no pilot number of a department group: correct "
                "it (47-03-02), or set the mailbox's type to %s (47-03-03)",
                "The numbers of group mailboxes %s are no pilot numbers of department groups: "
                "correct them (47-03-02), or set the mailboxes' type to %s (47-03-03)",
                n),
      boxes,
      lintel_words_for_value (lintel_check_get_item (check, "47-03", "03"),
                              lintel_check_get_model (check), "0"));
}

static void
check_mailboxes (LintelCheck *check)
{
  lintel_mailbox_rule_report (check, is_unknown, "47-03", "02", describe);
}

const LintelRule lintel_rule_group_number_unknown = {
  .id = "group-number-unknown",
  .severity = LINTEL_SEVERITY_WARNING,
  .reads = LINTEL_READS_47_03 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("A group mailbox has a number that is no group's pilot number"),
  .explanation = N_ ("A group mailbox belongs to a department group by the group's pilot number "
                     "(47-03-02). With any other number no call reaches it as it should, and the "
                     "mailbox is left open without an owner.\n\n"
                     "Correct the number, add the pilot number on the Extensions tab, or switch "
                     "the mailbox off by setting its type (47-03-03) to 0."),
  .check = check_mailboxes,
};
