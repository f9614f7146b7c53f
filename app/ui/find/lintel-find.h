/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds in a whole project: values, names, the titles of items, and places.
 *
 * Codes are not looked into: what they are must not be found by trying.
 */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

/* More hits than this are no help. */
#define LINTEL_FIND_MAX 500

typedef struct
{
  LintelPlace place;
  char *text; /* "47-02-02[5] Mailbox number of mailbox 5: 105" */
} LintelFindHit;

/* The hits for TEXT, LintelFindHit*, at most LINTEL_FIND_MAX: first the place that TEXT is, then
 * items by title, then values in the order of places. Digits match a number only as a whole, and
 * the digits of an entry also in part. Transfer full. */
GPtrArray *lintel_find (LintelProject *project, const char *text);

G_END_DECLS
