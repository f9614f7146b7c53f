/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Entries that change places within a table of 21-06, and the acceptances that were given for them:
 * those mean the entry, not the row in which it happened to stand.
 */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

/* Appends to EDITS what makes acceptances at cells of a table follow: the entry that was FROM[i]
 * is entry i + 1 now, FROM[i] = 0 is an entry that has come new. The acceptance of an entry that
 * is none of them is removed. One at a row for which the file has a value that does not fit stays
 * there, unless EDITS, which has the edits of the cells by now, writes over that value. TABLE is
 * the first index of an item that has two, 0 for an item that is one table. */
void lintel_entries_add_acceptances (LintelProject *project, const LintelItem *item, int table,
                                     const int *from, guint n, GPtrArray *edits);

G_END_DECLS
