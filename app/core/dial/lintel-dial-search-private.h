/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search behind lintel_dial_search() and its kin, which differ in what they tell apart. */
#pragma once

#include "app/core/dial/lintel-dial-private.h"

G_BEGIN_DECLS

/* Two classes have two maxima of digits. */
#define LINTEL_DIAL_N_ZONES 3
/* All combinations of flags, or fewer. */
#define LINTEL_DIAL_KINDS_MAX LINTEL_DIAL_N_FLAGS
/* And numbers that nobody has asked for. */
#define LINTEL_DIAL_KIND_UNWANTED LINTEL_DIAL_KINDS_MAX

/* The nodes that have been entered: a hash set with open addressing. */
typedef struct
{
  guint n_words;  /* of a live set */
  guint n, size;  /* size of the table, a power of two */
  guint *table;   /* node + 1, 0 = free */
  guint64 *nodes; /* n_words + 1 each: level, state and slots; then the live set */
  guint capacity;
} LintelDialVisited;

void lintel_dial_visited_init (LintelDialVisited *visited, guint n_words);
void lintel_dial_visited_clear (LintelDialVisited *visited);
/* TRUE if it was there already. */
gboolean lintel_dial_visited_add (LintelDialVisited *visited, guint level, guint state, guint slots,
                                  const guint64 *live);

typedef struct _LintelDialSearch LintelDialSearch;
struct _LintelDialSearch
{
  /* Set by the caller. */
  const LintelDialBank *bank;
  const LintelDialSet *set;
  guint16 slot_flags[LINTEL_DIAL_SLOTS_MAX]; /* the second class's flags are 8 bits higher */
  guint budget;
  /* What numbers with these flags count as: below LINTEL_DIAL_KINDS_MAX, or UNWANTED. */
  guint (*get_kind) (LintelDialSearch *self, guint flags);
  const LintelDialOutcome *outcomes[2];
  char (*witness)[LINTEL_NUMBER_LENGTH_MAX + 1]; /* [kind] */

  /* The answer: what has a witness is not NOT_FOUND (all ones). */
  guint16 best[LINTEL_DIAL_KINDS_MAX + 1];
  gboolean cut;
  guint nodes;

  /* Working storage. */
  guint n_zones;
  guint64 zone_lengths[LINTEL_DIAL_N_ZONES];
  guint zone_flags[LINTEL_DIAL_N_ZONES];
  guint16 *kinds;
  guint64 *live; /* [level] */
  LintelDialVisited visited;
  char path[LINTEL_NUMBER_LENGTH_MAX + 1];
};

/* The caller has zeroed SELF and filled its first part. */
void lintel_dial_search_run (LintelDialSearch *self, const LintelDialMatcher *const *classes,
                             guint n_classes);

G_END_DECLS
