/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Severities that the user has set for rules, kept in the settings as "rule=note,rule=error". */
#pragma once

#include "lintel/lint.h"

G_BEGIN_DECLS

/* What the user has set for a rule; FALSE when it is left as it is. */
gboolean lintel_severities_get (const LintelRule *rule, LintelSeverity *severity);
void lintel_severities_set (const LintelRule *rule, LintelSeverity severity);
void lintel_severities_reset (const LintelRule *rule);

/* Gives every rule of LINTER its severity. */
void lintel_severities_apply (LintelLinter *linter);

G_END_DECLS
