/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether a class keeps international calls in, and what to enter so that it does.
 *
 * The dial engine says whether a number gets out. What the international table is to hold is
 * read from the table itself: the tip asks for 011 by name. 01 and 0 cover it, being shorter.
 */
#pragma once

#include "app/core/lint/lintel-rule-private.h"

G_BEGIN_DECLS

/* What a direct international call starts with in the North American plan. */
#define LINTEL_INTERNATIONAL_PREFIX "011"

/* The class that the tip puts all InMail ports in. */
#define LINTEL_RESTRICTED_CLASS 15

/* Whether no number abroad gets out of the class, in any reading of the manuals. */
gboolean lintel_international_is_blocked (LintelProject *project, int class);

/* Whether some class has 21-05-01 = 1. */
gboolean lintel_international_table_is_assigned (LintelProject *project);
gboolean lintel_international_table_is_empty (LintelProject *project);
gboolean lintel_international_table_has_prefix (LintelProject *project);

/* A rule's fix: enters 011. */
void lintel_international_fix_prefix (LintelCheck *check, const LintelFinding *finding,
                                      GPtrArray *fixes);

/* Each adds what is missing to EDITS, nothing when nothing is. FALSE: it cannot be done without
 * harm elsewhere. */

/* 21-05-01 = 1. */
void lintel_international_assign_table (LintelProject *project, int class, GPtrArray *edits);
/* 011 in the first free row of 21-06-01, or over a row that 011 covers. */
gboolean lintel_international_enter_prefix (LintelProject *project, GPtrArray *edits);
/* All it takes until lintel_international_is_blocked(): the international table, 011 in it, even
 * if another table of the class has it, and no permit table that opens it again. FALSE also when
 * that would cut the class off from 911 or 988. */
gboolean lintel_international_block (LintelProject *project, int class, GPtrArray *edits);

G_END_DECLS
