/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mailbox that is switched off, but still has room for messages. */

#include "config.h"

#include "app/core/lint/lintel-mailbox-rules-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *boxes = lintel_words_for_indexes (places, n, 0);

  return g_strdup_printf (ngettext ("Station mailbox %s is switched off, but still set to hold "
                                    "messages: set their number to 0 (47-02-03)",
                                    "Station mailboxes %s are switched off, but still set to hold "
                                    "messages: set their number to 0 (47-02-03)",
                                    n),
                          boxes);
}

static void
check_mailboxes (LintelCheck *check)
{
  LintelProject *project = lintel_check_get_project (check);
  const LintelItem *item = lintel_check_get_item (check, "47-02", "03");
  const LintelSurvey *survey = lintel_check_get_survey (check);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  for (guint i = 0; i < survey->mailboxes->len; i++)
    {
      const LintelMailbox *mailbox = &g_array_index (survey->mailboxes, LintelMailbox, i);
      LintelPlace place = lintel_place_cell (item, mailbox->index, 1);

      if (!mailbox->is_group && mailbox->type == 0
          && lintel_project_get_number (project, item, mailbox->index, 1) != 0)
        g_array_append_val (places, place);
    }
  if (places->len > 0)
    lintel_check_add_group (check, places, describe, NULL);
}

static void
fix_mailboxes (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  for (guint i = 0; i < n; i++)
    lintel_edits_add (edits, &places[i], "0");
  lintel_fixes_add (check, fixes, g_steal_pointer (&edits),
                    ngettext ("Let %u switched-off mailbox hold no messages",
                              "Let %u switched-off mailboxes hold no messages", n),
                    n);
}

const LintelRule lintel_rule_unused_mailbox_keeps_messages = {
  .id = "unused-mailbox-keeps-messages",
  .severity = LINTEL_SEVERITY_NOTE,
  .reads = LINTEL_READS_47_02,
  .summary = N_ ("A mailbox that is switched off still holds messages"),
  .explanation = N_ (
      "Switching a mailbox off (47-02-01 = 0) leaves its messages and settings in memory. NEC "
      "advises to set the number of messages (47-02-03) of unused mailboxes to 0, to save space; "
      "old messages do not come back then if the mailbox is switched on for somebody else.\n\n"
      "Set 47-02-03 to 0 for these mailboxes."),
  .check = check_mailboxes,
  .fix = fix_mailboxes,
};
