/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A security code that is easy to guess; lintel-code-judge.c knows which are. */

#include "config.h"

#include "app/core/lint/lintel-code-rules-private.h"
#include "app/core/lint/lintel-words-private.h"
#include "lintel/code.h"

#include <glib/gi18n-lib.h>

static gboolean
has_flaw (const LintelMailboxCode *code, gpointer flaw)
{
  return code->state == LINTEL_CODE_SET
         && lintel_code_judge (code->code) == (LintelCodeFlaw) GPOINTER_TO_INT (flaw);
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

/* A code that has a flaw of its own is reported for that. */
static gboolean
is_from_word (const LintelMailboxCode *code, gpointer word)
{
  return code->state == LINTEL_CODE_SET && lintel_code_judge (code->code) == LINTEL_CODE_FLAW_NONE
         && lintel_code_word_has_code (word, code->code);
}

static char *
describe_word (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *numbers = lintel_words_for_codes (places, n);

  return g_strdup_printf (
      ngettext ("The security code of mailbox %s comes from one of the office's own numbers, which "
                "people outside know: set another at the telephone (67, then 7)",
                "The security codes of mailboxes %s come from one of the office's own numbers, "
                "which people outside know: set others at the telephone (67, then 7)",
                n),
      numbers);
}

static void
check_codes (LintelCheck *check)
{
  g_autoptr (GPtrArray) words = lintel_code_words_of (lintel_check_get_project (check));

  for (int flaw = LINTEL_CODE_FLAW_SAME; flaw < LINTEL_N_CODE_FLAWS; flaw++)
    lintel_code_rule_report (check, has_flaw, GINT_TO_POINTER (flaw), describe);
  for (guint i = 0; i < words->len; i++)
    lintel_code_rule_report (check, is_from_word, words->pdata[i], describe_word);
}

const LintelRule lintel_rule_mailbox_code_weak = {
  .id = "mailbox-code-weak",
  .severity = LINTEL_SEVERITY_ERROR,
  .locked = TRUE,
  .revealing = TRUE,
  .tip = LINTEL_TIP_CODES,
  .reads = LINTEL_READS_CODES | LINTEL_READS_47_02 | LINTEL_READS_47_03 | LINTEL_READS_CUSTOMER,
  .summary = N_ ("A security code is easy to guess"),
  .explanation = N_ (
      "Intruders try the codes that people like first: one digit four times, counting up or down, "
      "pairs, codes that read the same backwards, lines on the keypad, years, days of the year, "
      "and the codes that turn up most in public studies. Next come the office's own main number, "
      "street number and postcode, as far as they are entered with the customer. A code like that "
      "hardly protects the mailbox at all.\n\n"
      "Choose four digits that follow no pattern and mean nothing to anybody, set them at the "
      "telephone (67, then 7) and note them on the Codes tab. The fix draws a code among those "
      "that nothing speaks against, each equally likely."),
  .check = check_codes,
  .fix = lintel_code_rule_fix,
};
