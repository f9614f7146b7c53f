/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mailbox of which nobody noted whether it has a security code. */

#include "config.h"

#include "app/core/lint/lintel-code-rules-private.h"
#include "app/core/lint/lintel-words-private.h"

#include "lintel/lock.h"

#include <glib/gi18n-lib.h>

static gboolean
is_unknown (const LintelMailboxCode *code, gpointer data)
{
  return code->state == LINTEL_CODE_UNKNOWN;
}

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *numbers = lintel_words_for_codes (places, n);

  return g_strdup_printf (
      ngettext ("Nobody has noted whether mailbox %s has a security code: ask its user and note it "
                "under Codes, or set a new one at the telephone (67, then 7)",
                "Nobody has noted whether mailboxes %s have security codes: ask their users and "
                "note them under Codes, or set new ones at the telephone (67, then 7)",
                n),
      numbers);
}

static void
check_codes (LintelCheck *check)
{
  /* codes-locked has its say about those. */
  if (lintel_project_get_lock_state (lintel_check_get_project (check)) != LINTEL_LOCK_LOCKED)
    lintel_code_rule_report (check, is_unknown, NULL, describe);
}

const LintelRule lintel_rule_mailbox_code_unknown = {
  .id = "mailbox-code-unknown",
  .severity = LINTEL_SEVERITY_WARNING,
  .tip = LINTEL_TIP_CODES,
  .reads = LINTEL_READS_CODES | LINTEL_READS_47_02 | LINTEL_READS_47_03,
  .summary = N_ ("Nobody has noted whether a mailbox has a security code"),
  .explanation = N_ (
      "Security codes are set at the telephone and do not show in any program, so the only record "
      "is the one that the office keeps. A mailbox that is not in it may have no code at all, and "
      "Lintel never takes that for granted.\n\n"
      "Ask the user and note the answer on the Codes tab, or set a new code at the telephone (67, "
      "then 7). The fix draws codes for the mailboxes in use and switches the others off "
      "(47-02-01)."),
  .check = check_codes,
  .fix = lintel_code_rule_fix,
};
