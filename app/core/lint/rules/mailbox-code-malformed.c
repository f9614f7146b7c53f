/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recorded security code that the system cannot have. */

#include "config.h"

#include "app/core/lint/lintel-code-rules-private.h"
#include "app/core/lint/lintel-words-private.h"
#include "lintel/code.h"

#include <glib/gi18n-lib.h>

static gboolean
is_malformed (const LintelMailboxCode *code, gpointer data)
{
  return code->state == LINTEL_CODE_SET && !lintel_code_is_well_formed (code->code);
}

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *numbers = lintel_words_for_codes (places, n);

  return g_strdup_printf (
      ngettext ("The security code noted for mailbox %s does not have exactly four digits: correct "
                "it, or set a new one at the telephone (67, then 7)",
                "The security codes noted for mailboxes %s do not have exactly four digits: "
                "correct them, or set new ones at the telephone (67, then 7)",
                n),
      numbers);
}

static void
check_codes (LintelCheck *check)
{
  lintel_code_rule_report (check, is_malformed, NULL, describe);
}

const LintelRule lintel_rule_mailbox_code_malformed = {
  .id = "mailbox-code-malformed",
  .severity = LINTEL_SEVERITY_ERROR,
  .locked = TRUE,
  .tip = LINTEL_TIP_CODES,
  .reads = LINTEL_READS_CODES | LINTEL_READS_47_02 | LINTEL_READS_47_03,
  .summary = N_ ("A noted security code is not one of four digits"),
  .explanation = N_ ("InMail takes security codes of exactly four digits. What is noted for this "
                     "mailbox cannot be "
                     "its code, so nobody knows whether it has a good one, or any.\n\n"
                     "Ask the user and correct the entry on the Codes tab, or set a new code at "
                     "the telephone (67, "
                     "then 7)."),
  .check = check_codes,
  .fix = lintel_code_rule_fix,
};
