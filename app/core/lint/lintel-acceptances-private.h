/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acceptances: which places of which rule they cover, and until when. */
#pragma once

#include "app/core/lint/lintel-rule-private.h"

G_BEGIN_DECLS

/* An acceptance as the engine looks it up. One that has expired, or that nobody has signed, covers
 * nothing. */
typedef struct
{
  int id;
  const LintelRule *rule; /* NULL: there is no such rule, or it cannot be accepted */
  gboolean has_place;     /* FALSE: its place is none of this project */
  LintelPlace place;
  char *at;
  gboolean used; /* covered a place when its rule ran last */
} LintelCover;

/* All that can cover something. */
typedef struct _LintelCovers LintelCovers;

LintelCovers *lintel_covers_new (LintelProject *project, const GDate *today);
void lintel_covers_free (LintelCovers *covers);
/* The first of the file that covers PLACE for RULE, NULL for none. Marks every one that does as
 * used. */
LintelCover *lintel_covers_find (LintelCovers *covers, const LintelRule *rule,
                                 const LintelPlace *place, LintelProject *project);
/* Whether there is any for RULE. */
gboolean lintel_covers_have_rule (LintelCovers *covers, const LintelRule *rule);
/* By the id of the acceptance. */
gboolean lintel_covers_is_used (LintelCovers *covers, int id);
/* Forgets what RULE used, before it runs again. */
void lintel_covers_reset (LintelCovers *covers, const LintelRule *rule);

/* Past its end date, or with an end date that is none. The last day itself still counts. */
gboolean lintel_acceptance_is_expired (const LintelAcceptance *acceptance, const GDate *today);
gboolean lintel_acceptance_has_date (const LintelAcceptance *acceptance); /* or none at all */
gboolean lintel_text_is_blank (const char *text);
/* One that is long enough for its rule. */
gboolean lintel_acceptance_has_reason (const LintelAcceptance *acceptance);
/* Has such a reason and the name of who accepts. */
gboolean lintel_acceptance_is_signed (const LintelAcceptance *acceptance);
void lintel_date_set_today (GDate *date); /* by the local clock */

/* A fix that removes the acceptance which FINDING is about. LABEL is translated. */
void lintel_acceptances_add_removal (LintelCheck *check, const LintelFinding *finding,
                                     GPtrArray *fixes, const char *label);

G_END_DECLS
