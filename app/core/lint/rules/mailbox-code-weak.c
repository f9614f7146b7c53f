/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A security code that is easy to guess; lintel-code-judge.c knows which are. */

#include "config.h"

#include "app/core/lint/lintel-code-rules-private.h"
#include "app/core/lint/lintel-words-private.h"
#include "lintel/code.h"

#include <glib/gi18n-lib.h>

static gboolean
has_flaw (const LintelMailboxCode *code, int flaw)
{
  return code->state == LINTEL_CODE_SET && lintel_code_judge (code->code) == (LintelCodeFlaw) flaw;
}

/* The digits stay out of the message: it is shown, printed and sent around. */
static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *numbers = lintel_words_for_codes (places, n);
  const char *title = lintel_code_flaw_get_title (GPOINTER_TO_INT (data));

  return g_strdup_printf (ngettext ("The security code of mailbox %s is easy to guess (%s): set "
                                    "another at the telephone (67, then 7)",
                                    "The security codes of mailboxes %s are easy to guess (each is "
                                    "%s): set others at the telephone (67, then 7)",
                                    n),
                          numbers, title);
}

static void
check_codes (LintelCheck *check)
{
  for (int flaw = LINTEL_CODE_FLAW_SAME; flaw < LINTEL_N_CODE_FLAWS; flaw++)
    lintel_code_rule_report (check, has_flaw, flaw, describe);
}

const LintelRule lintel_rule_mailbox_code_weak = {
  .id = "mailbox-code-weak",
  .severity = LINTEL_SEVERITY_ERROR,
  .locked = TRUE,
  .tip = LINTEL_TIP_CODES,
  .reads = LINTEL_READS_CODES | LINTEL_READS_47_02 | LINTEL_READS_47_03,
  .summary = N_ ("A security code is easy to guess"),
  .explanation =
      N_ ("Intruders try the codes that people like first: one digit four times, counting up or "
          "down, pairs, codes that read the same backwards, lines on the keypad, years, days of "
          "the year, and the codes that turn up most in public studies. A code like that hardly "
          "protects the mailbox at all.\n\n"
          "Set another code at the telephone (67, then 7) and note it on the Codes tab. The fix "
          "draws one of those that nothing speaks against, each equally likely."),
  .check = check_codes,
  .fix = lintel_code_rule_fix,
};
