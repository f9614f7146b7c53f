/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules about mailboxes share: finding them, switching them off. */
#pragma once

#include "app/core/lint/lintel-rule-private.h"
#include "app/core/lint/lintel-survey-private.h"

G_BEGIN_DECLS

typedef gboolean (*LintelMailboxTest) (const LintelMailbox *mailbox);

/* One finding with the mailboxes that TEST finds, if any, at their cells of one item. */
void lintel_mailbox_rule_report (LintelCheck *check, LintelMailboxTest test, const char *program,
                                 const char *item, LintelDescribe describe);

/* Sets the cells of a finding, which are mailbox types, to 0. */
void lintel_mailbox_rule_fix_type (LintelCheck *check, const LintelFinding *finding,
                                   GPtrArray *fixes);

G_END_DECLS
