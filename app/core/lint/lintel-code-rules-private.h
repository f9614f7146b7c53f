/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules about mailbox security codes share: finding the mailboxes, drawing new codes. */
#pragma once

#include "app/core/lint/lintel-rule-private.h"
#include "app/core/lint/lintel-survey-private.h"

G_BEGIN_DECLS

/* DATA says what the caller looks for: a flaw, a kinship, a word. */
typedef gboolean (*LintelCodeTest) (const LintelMailboxCode *code, gpointer data);

/* One finding with the codes that TEST finds, if any. DESCRIBE gets the same DATA. */
void lintel_code_rule_report (LintelCheck *check, LintelCodeTest test, gpointer data,
                              LintelDescribe describe);

/* The one fix of all of them: a code of its own for each mailbox of the finding. */
void lintel_code_rule_fix (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes);
/* The same for the mailboxes from FIRST on. */
void lintel_code_rule_fix_from (LintelCheck *check, const LintelFinding *finding, guint first,
                                GPtrArray *fixes);

G_END_DECLS
