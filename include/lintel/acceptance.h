/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accepting findings: somebody answers for them with a reason, and they stay visible. */
#pragma once

#include "lintel/lint.h"

G_BEGIN_DECLS

/* A locked rule guards against fraud itself: "ok" is no reason to waive it. In characters. */
#define LINTEL_ACCEPTANCE_REASON_LENGTH 10

/* What is still missing before an acceptance covers anything, a sentence for the user, translated;
 * NULL when it is complete. RULE is NULL when there is no rule of that id. */
const char *lintel_acceptance_find_gap (const LintelRule *rule, const char *reason, const char *by,
                                        const char *until);

/* The edits that accept FINDING at all its places: one record a place, or for all cells of a row
 * one record. BY and UNTIL may be "". Transfer full. */
GPtrArray *lintel_acceptance_edits (LintelProject *project, LintelFinding *finding,
                                    const char *reason, const char *by, const char *until);

/* How many findings are accepted, and how many of them are errors (may be NULL). */
guint lintel_linter_count_accepted (LintelLinter *linter, guint *n_errors);

G_END_DECLS
