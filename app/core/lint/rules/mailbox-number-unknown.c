/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A station mailbox with a number entered by hand that no extension has. The factory's own numbers
 * without an extension are unused mailboxes. */

#include "config.h"

#include "app/core/lint/lintel-mailbox-rules-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_unknown (const LintelMailbox *mailbox)
{
  return !mailbox->is_group && mailbox->type != 0 && *mailbox->number != '\0'
         && mailbox->number_is_set && mailbox->owner == NULL;
}

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *boxes = lintel_words_for_indexes (places, n, 0);

  return g_strdup_printf (
      ngettext (
          "Station mailbox %s is switched on, but no extension has its number: correct the "
          "number (47-02-02), or set its type to %s (47-02-01)",
          "Station mailboxes %s are switched on, but no extensions have their numbers: correct "
          "the numbers (47-02-02), or set their type to %s (47-02-01)",
          n),
      boxes,
      lintel_words_for_value (lintel_check_get_item (check, "47-02", "01"),
                              lintel_check_get_model (check), "0"));
}

static void
check_mailboxes (LintelCheck *check)
{
  lintel_mailbox_rule_report (check, is_unknown, "47-02", "02", describe);
}

const LintelRule lintel_rule_mailbox_number_unknown = {
  .id = "mailbox-number-unknown",
  .severity = LINTEL_SEVERITY_WARNING,
  .reads = LINTEL_READS_47_02 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("A station mailbox has a number that no extension has"),
  .explanation = N_ (
      "The mailbox is switched on, but the number entered for it (47-02-02) is none of the "
      "project's extensions. "
      "Either the number is mistyped and somebody has no mailbox, or the mailbox is left over and "
      "open to whoever finds it.\n\n"
      "Correct the number, add the extension on the Extensions tab, or switch the mailbox off by "
      "setting its type (47-02-01) to 0."),
  .check = check_mailboxes,
};
