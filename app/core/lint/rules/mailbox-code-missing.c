/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mailbox that is known to have no security code. */

#include "config.h"

#include "app/core/lint/lintel-code-rules-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_missing (const LintelMailboxCode *code, gpointer data)
{
  return code->state == LINTEL_CODE_NONE;
}

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *numbers = lintel_words_for_codes (places, n);

  return g_strdup_printf (
      ngettext ("Mailbox %s has no security code, so anyone can open it: set one at the telephone "
                "(67, then 7)",
                "Mailboxes %s have no security code, so anyone can open them: set one for each at "
                "the telephone (67, then 7)",
                n),
      numbers);
}

static void
check_codes (LintelCheck *check)
{
  lintel_code_rule_report (check, is_missing, NULL, describe);
}

const LintelRule lintel_rule_mailbox_code_missing = {
  .id = "mailbox-code-missing",
  .severity = LINTEL_SEVERITY_ERROR,
  .locked = TRUE,
  .tip = LINTEL_TIP_CODES,
  .reads = LINTEL_READS_CODES | LINTEL_READS_47_02 | LINTEL_READS_47_03,
  .summary = N_ ("A mailbox has no security code"),
  .explanation = N_ (
      "A mailbox without a security code opens to anyone who dials in. An intruder turns on its "
      "Find-Me/Follow-Me and has the system place international calls at the customer's "
      "expense.\n\n"
      "Have the user set a code of four digits at the telephone (67, then 7 in the mailbox menu) "
      "and note it on the Codes tab. The fix draws one that is hard to guess; it counts only "
      "after somebody has set it at the telephone, because codes are no program item."),
  .check = check_codes,
  .fix = lintel_code_rule_fix,
};
