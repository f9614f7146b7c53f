/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How full the tables of 21-06 are, and which classes of 21-05 apply them. */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

/* The classes that apply the table, "2, 15"; "" when none does; NULL when that is not a thing
 * classes do with this table. TABLE is 0 for an item that is one table. Transfer full. */
char *lintel_table_use_list_classes (LintelProject *project, const LintelItem *item, int table);

/* Entries that are not blank, and entries in all. */
void lintel_table_use_count (LintelProject *project, const LintelItem *item, int table,
                             guint *n_filled, guint *n_entries);

G_END_DECLS
