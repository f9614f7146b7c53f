/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blocking a destination: which entries it takes, and in which table of 21-06 a class has room for
 * them.
 *
 * Entries come from the patterns of the numbering plan. What every number of a pattern starts with
 * is an entry ("1876"), unless that is also how other numbers start: then the entry is as long as
 * the number, so that it fits nothing shorter ("876@@@@@@@", which leaves the exchange 876 alone).
 */
#pragma once

#include "app/core/lint/lintel-survey-private.h"

G_BEGIN_DECLS

/* The entries that block the DESTINATIONS (ids, NULL-terminated), each once; of each destination
 * the usual ways to dial come first. Transfer container. */
GPtrArray *lintel_block_list_entries (const LintelNumberingPlan *plan,
                                      const char *const *destinations);

/* Adds the fix for FINDING, which is about a class's row of 21-05, to FIXES: enters what blocks
 * the destination, in the first table that passes the trial. */
void lintel_block_fix (LintelCheck *check, const LintelFinding *finding, const char *destination,
                       GPtrArray *fixes);

/* Whether some table could take what blocks the destination for the class. */
gboolean lintel_block_has_room (LintelCheck *check, int class, const char *destination);

G_END_DECLS
