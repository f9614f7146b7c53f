/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Permit entries that open what the restriction tables of a class block.
 *
 * Only destinations that toll fraud goes to count: a permit entry for the office's own city beside
 * a restriction table that blocks everything is what permit tables are for.
 */
#pragma once

#include "lintel/dial-system.h"

G_BEGIN_DECLS

typedef struct
{
  LintelPlace place;              /* of the permit entry */
  const LintelDestination *opens; /* that it opens, the first of the plan */
  const LintelNumberPattern *pattern;
  char number[LINTEL_NUMBER_LENGTH_MAX + 1]; /* that it lets out, or may */
} LintelReopener;

/* Those of one class, each entry once, in the order of the tables. Kept with the project until the
 * class changes; elements are LintelReopener. */
const GArray *lintel_reopeners_get (LintelProject *project, int class_number);

G_END_DECLS
