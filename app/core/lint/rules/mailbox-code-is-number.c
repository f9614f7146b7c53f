/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A security code made from the mailbox's own number. */

#include "config.h"

#include "app/core/lint/lintel-code-rules-private.h"
#include "app/core/lint/lintel-words-private.h"
#include "lintel/code.h"

#include <glib/gi18n-lib.h>

static gboolean
is_kin (const LintelMailboxCode *code, gpointer kin)
{
  return code->state == LINTEL_CODE_SET
         && lintel_code_compare (code->code, code->number) == (LintelCodeKin) GPOINTER_TO_INT (kin);
}

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *numbers = lintel_words_for_codes (places, n);
  const char *title = lintel_code_kin_get_title (GPOINTER_TO_INT (data));

  return g_strdup_printf (
      ngettext ("The security code of mailbox %s is %s: set another at the telephone (67, then 7)",
                "The security code of each of the mailboxes %s is %s: set others at the telephone "
                "(67, then 7)",
                n),
      numbers, title);
}

static void
check_codes (LintelCheck *check)
{
  for (int kin = LINTEL_CODE_KIN_SAME; kin < LINTEL_N_CODE_KINS; kin++)
    lintel_code_rule_report (check, is_kin, GINT_TO_POINTER (kin), describe);
}

const LintelRule lintel_rule_mailbox_code_is_number = {
  .id = "mailbox-code-is-number",
  .severity = LINTEL_SEVERITY_ERROR,
  .locked = TRUE,
  .revealing = TRUE,
  .tip = LINTEL_TIP_CODES,
  .reads = LINTEL_READS_CODES | LINTEL_READS_47_02 | LINTEL_READS_47_03,
  .summary = N_ ("A security code is made from the mailbox's own number"),
  .explanation = N_ (
      "Whoever reaches a mailbox knows its number, which is the user's extension. The number "
      "itself, filled up to four digits, cut or read backwards is therefore the first code that an "
      "intruder tries.\n\n"
      "Set another code at the telephone (67, then 7) and note it on the Codes tab."),
  .check = check_codes,
  .fix = lintel_code_rule_fix,
};
