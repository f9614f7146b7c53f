/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules about the rows of the tables in 21-06 share. */
#pragma once

#include "app/core/lint/lintel-rule-private.h"

G_BEGIN_DECLS

/* One table of digits. */
typedef struct
{
  const LintelItem *item;
  int table; /* 0 for an item that is one table */
  int n_entries;
} LintelTable;

/* All tables of digits that this model has in 21-06. */
void lintel_tables_foreach (LintelCheck *check,
                            void (*visit) (LintelCheck *check, const LintelTable *table));

const char *lintel_table_get (LintelCheck *check, const LintelTable *table, int entry);
LintelPlace lintel_table_get_place (const LintelTable *table, int entry);

/* The fix that leaves no blank row before the last entry of the finding's table, and with UNIQUE
 * no entry twice. */
void lintel_table_fix (LintelCheck *check, const LintelFinding *finding, gboolean unique,
                       GPtrArray *fixes, const char *label);

G_END_DECLS
