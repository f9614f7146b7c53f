/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules about the rows of the tables in 21-06 share. */
#pragma once

#include "app/core/lint/lintel-rule-private.h"
#include "lintel/dial.h"

G_BEGIN_DECLS

/* One table of digits. */
typedef struct
{
  const LintelItem *item;
  int table; /* 0 for an item that is one table */
  int n_entries;
} LintelTable;

/* A finding for each table of digits that this model has in 21-06 and in which LIST finds rows; it
 * appends them to PLACES (LintelPlace). */
void lintel_tables_report (LintelCheck *check,
                           void (*list) (LintelCheck *check, const LintelTable *table,
                                         GArray *places),
                           LintelDescribe describe);

const char *lintel_table_get (LintelCheck *check, const LintelTable *table, int entry);
/* The entry in effect at a cell of 21-06, by hand or from the factory. */
const char *lintel_table_get_entry (LintelProject *project, const LintelPlace *place);
LintelPlace lintel_table_get_place (const LintelTable *table, int entry);

/* The fix that leaves no blank row before the last entry of the finding's table, and with UNIQUE
 * no entry twice. Not while an error, accepted or not, stands at a row that would move: it would
 * come up again at another. */
void lintel_table_fix (LintelCheck *check, const LintelFinding *finding, gboolean unique,
                       GPtrArray *fixes, const char *label);

/* The item of 21-05 that gives a class the table, and the item of 21-06 that holds it. */
const LintelItem *lintel_table_get_assignment (LintelProject *project, LintelDialTable table);
const LintelItem *lintel_table_get_item (LintelProject *project, LintelDialTable table);

G_END_DECLS
