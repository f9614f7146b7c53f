/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules about mailboxes share: see lintel-mailbox-rules-private.h. */

#include "config.h"

#include "app/core/lint/lintel-mailbox-rules-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

void
lintel_mailbox_rule_report (LintelCheck *check, LintelMailboxTest test, const char *program,
                            const char *item, LintelDescribe describe)
{
  const LintelSurvey *survey = lintel_check_get_survey (check);
  const LintelItem *found = lintel_check_get_item (check, program, item);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  for (guint i = 0; i < survey->mailboxes->len; i++)
    {
      const LintelMailbox *mailbox = &g_array_index (survey->mailboxes, LintelMailbox, i);
      LintelPlace place = lintel_place_cell (found, mailbox->index, 1);

      if (test (mailbox))
        g_array_append_val (places, place);
    }
  if (places->len > 0)
    lintel_check_add_group (check, places, describe, NULL);
}

void
lintel_mailbox_rule_fix_type (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);
  const char *word = lintel_words_for_value (places[0].item, lintel_check_get_model (check), "0");

  for (guint i = 0; i < n; i++)
    lintel_edits_add (edits, &places[i], "0");
  lintel_fixes_add (check, fixes, g_steal_pointer (&edits),
                    /* Translators: how many, the word for type 0, the item. */
                    ngettext ("Set %u mailbox to %s (%s)", "Set %u mailboxes to %s (%s)", n), n,
                    word, lintel_item_get_number (places[0].item));
}
