/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Changes to the order of a table's entries: adding, removing, moving, sorting, closing gaps, and
 * taking a column of digits into the free entries. Each is one undo step.
 *
 * Entries count from 1, as NEC counts them.
 */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

typedef struct
{
  const LintelItem *item;
  int table; /* the first index of an item that has two, 0 for an item that is one table */
} LintelTableRef;

/* Whether entries may change places: those of a table of digits may, but a number that classes
 * name by its position may not. */
gboolean lintel_entries_can_reorder (const LintelItem *item);

/* The place of an entry. */
LintelPlace lintel_entries_place (const LintelTableRef *table, int entry);
/* The number of entries; 0 when the model does not have the table. */
int lintel_entries_get_size (LintelProject *project, const LintelTableRef *table);
/* The first blank entry after the last that is filled or, failing that, the first blank one; 0 when
 * the table is full. */
int lintel_entries_find_free (LintelProject *project, const LintelTableRef *table);

/* The following fail with LINTEL_PROJECT_ERROR_VALUE and a sentence for the user. Changing nothing
 * is no failure. */

/* Makes ENTRY blank by moving it, and those below it up to the next blank one, down. */
gboolean lintel_entries_insert (LintelProject *project, const LintelTableRef *table, int entry,
                                GError **error);
/* Removes these entries, of int and ascending; what is below moves up. */
gboolean lintel_entries_remove (LintelProject *project, const LintelTableRef *table,
                                GArray *numbers, GError **error);
/* Changes FIRST to LAST with the entry above (-1) or below (1) them. FALSE without GError when
 * there is none. */
gboolean lintel_entries_move (LintelProject *project, const LintelTableRef *table, int first,
                              int last, int direction, GError **error);
/* Filled entries first, in the order of their digits. */
gboolean lintel_entries_sort (LintelProject *project, const LintelTableRef *table, GError **error);
/* Filled entries first, in the order that they have. */
gboolean lintel_entries_close_gaps (LintelProject *project, const LintelTableRef *table,
                                    GError **error);

/* A value that was not taken. */
typedef struct
{
  char *text, *reason;
} LintelTableReject;

/* Puts each value of TEXT, which are separated by line ends, tabs, commas or semicolons, into a
 * free entry. One with a blank inside is left out: 1 809 is not 1 and 809. Returns what was left
 * out, LintelTableReject*. Transfer full. */
GPtrArray *lintel_entries_take_column (LintelProject *project, const LintelTableRef *table,
                                       const char *text, guint *n_taken);

G_END_DECLS
