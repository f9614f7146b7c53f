/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes that a passphrase keeps from being judged. */

#include "config.h"

#include "app/core/lint/lintel-code-rules-private.h"
#include "app/core/lint/lintel-words-private.h"

#include "lintel/lock.h"

#include <glib/gi18n-lib.h>

static gboolean
is_any (const LintelMailboxCode *code, gpointer data)
{
  return TRUE;
}

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *numbers = lintel_words_for_codes (places, n);

  return g_strdup_printf (
      ngettext ("The code of mailbox %s is locked, so nobody has judged it here: unlock the codes "
                "with their passphrase (on the Codes tab, or with --passphrase-file)",
                "The codes of mailboxes %s are locked, so nobody has judged them here: unlock them "
                "with their passphrase (on the Codes tab, or with --passphrase-file)",
                n),
      numbers);
}

static void
check_lock (LintelCheck *check)
{
  if (lintel_project_get_lock_state (lintel_check_get_project (check)) == LINTEL_LOCK_LOCKED)
    lintel_code_rule_report (check, is_any, NULL, describe);
}

const LintelRule lintel_rule_codes_locked = {
  .id = "codes-locked",
  .severity = LINTEL_SEVERITY_WARNING,
  .tip = LINTEL_TIP_CODES,
  .reads = LINTEL_READS_CODES | LINTEL_READS_47_02 | LINTEL_READS_47_03,
  .summary = N_ ("Security codes are locked and have not been judged"),
  .explanation = N_ (
      "The office has locked its list of security codes with a passphrase. While it is locked, "
      "Lintel cannot tell whether a mailbox has a code at all, nor whether its code is easy to "
      "guess. Everything else is checked as usual.\n\n"
      "Unlock the codes on the Codes tab, or give the passphrase with --passphrase-file, and look "
      "at the findings then. A forgotten passphrase cannot be found out: remove the locked codes "
      "from the file (<locked-codes>), have new ones set at the telephones (67, then 7) and note "
      "them."),
  .check = check_lock,
};
