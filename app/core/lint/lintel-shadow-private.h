/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which entries of 21-06 others cover.
 *
 * An entry covers another when it fits every number that the other fits. What was found is kept
 * with the project until the table, or the class, has changed.
 */
#pragma once

#include "lintel/dial-system.h"

G_BEGIN_DECLS

/* For each entry of a table the entry of the same table that covers it, both counted from 1; 0 for
 * none. Blank entries have none, and of equal entries none covers the other. TABLE is 0 for a kind
 * that has one table. */
const guint16 *lintel_shadow_get_covers (LintelProject *project, LintelDialTable kind, int table);

/* A permit entry; 0 is none. */
typedef struct
{
  LintelDialTable table;
  guint16 entry;
} LintelShadow;

/* For each entry (from 1) of a restriction table of the class, COMMON_RESTRICT or RESTRICT, the
 * permit entry of the class that covers it and beats it in every reading of the manuals. */
const LintelShadow *lintel_shadow_get_permits (LintelProject *project, int class_number,
                                               LintelDialTable kind);

G_END_DECLS
