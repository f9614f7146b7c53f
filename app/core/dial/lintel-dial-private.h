/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of the engine share.
 *
 * An entry says what a number starts with, so at each position it either still fits or is out for
 * good. A bank therefore has one bit for each entry and, for each position and symbol, the set of
 * entries that accept it there: following a number is one AND of a few words for each digit, with
 * wildcards anywhere. Entries are grouped in slots; what counts in the end is which slots have an
 * entry that matched.
 */
#pragma once

#include "lintel/dial.h"

G_BEGIN_DECLS

/* Two classes with nothing in common: six tables and the international prefix each. */
#define LINTEL_DIAL_SLOTS_MAX 14
/* A word holds entries of one slot only. */
#define LINTEL_DIAL_WORDS_MAX (2 * LINTEL_DIAL_ENTRIES_MAX / 64 + LINTEL_DIAL_SLOTS_MAX)

/* The slot of a matcher's bank that holds the international prefix; the others are the tables. */
#define LINTEL_DIAL_DIRECT_SLOT LINTEL_DIAL_N_TABLES
#define LINTEL_DIAL_CLASS_SLOTS (LINTEL_DIAL_N_TABLES + 1)

typedef struct
{
  guint n_entries;
  const char *const *entries;
} LintelDialSlot;

typedef struct
{
  guint n_slots, n_words;
  guint depth;                                  /* the longest entry */
  guint first[LINTEL_DIAL_SLOTS_MAX + 1];       /* words first[s] to first[s + 1] - 1 are slot s */
  guint8 slot_of[LINTEL_DIAL_WORDS_MAX];        /* [word] */
  guint16 *entry;                               /* [bit]: the entry's number in its slot, from 1 */
  guint16 ending[LINTEL_NUMBER_LENGTH_MAX + 1]; /* [length]: the slots with such an entry */
  /* Sets of entries, n_words each. */
  guint64 *step;  /* [position][symbol, and one more for what cannot be dialled] */
  guint64 *wild;  /* [position]: those that accept every symbol there */
  guint64 *ends;  /* [length]: those of just that length */
  guint64 *upto;  /* [length]: those of at most that length; the last is all of them */
  guint64 *tail;  /* [position]: those that accept every symbol from there on */
  guint64 *words; /* all of the above */
} LintelDialBank;

void lintel_dial_bank_init (LintelDialBank *bank, const LintelDialSlot *slots, guint n_slots);
/* Slots of banks that there are: much less work than the same from their entries. The banks can go
 * afterwards. */
typedef struct
{
  const LintelDialBank *bank;
  guint slot;
} LintelDialBankSlot;

void lintel_dial_bank_unite (LintelDialBank *bank, const LintelDialBankSlot *slots, guint n_slots);
void lintel_dial_bank_clear (LintelDialBank *bank);

/* Which slots have an entry that the number starts with; in ENTRIES (one for each slot, 0 before)
 * the longest such entry, then the lowest. */
guint lintel_dial_bank_match (const LintelDialBank *bank, const char *number, gsize length,
                              int *entries);

/* The lowest entry of SLOT, from 1, that lintel_dial_covers() TEXT; 0 when there is none. With
 * OTHER the very same text does not count. */
int lintel_dial_bank_find_cover (const LintelDialBank *bank, guint slot, const char *text,
                                 gboolean other);

/* Appends to ENTRIES, an array of int, those of SLOT that some number of SHAPE begins with, from 1
 * and in their order. */
void lintel_dial_bank_find_fitting (const LintelDialBank *bank, guint slot,
                                    const LintelNumberShape *shape, GArray *entries);

static inline const guint64 *
lintel_dial_bank_step (const LintelDialBank *bank, guint position, guint symbol)
{
  return bank->step + (position * (LINTEL_DIAL_N_SYMBOLS + 1) + symbol) * bank->n_words;
}

/* What the flags of a number lead to, for all combinations of switches at once. */
typedef struct
{
  guint8 verdict;
  guint8 baseline;
  guint8 flips;
  guint8 decided_by;
} LintelDialOutcome;

/* What else than the matches counts: bits of FACTS. */
enum
{
  LINTEL_DIAL_FACT_PERMIT_ONLY = 1 << 0,        /* 21-05-07 without 21-05-08 */
  LINTEL_DIAL_FACT_INTERNATIONAL_ONLY = 1 << 1, /* 21-05-02 without 21-05-01 */
  LINTEL_DIAL_N_FACTS = 4,
};

/* LINTEL_DIAL_N_FLAGS outcomes. */
const LintelDialOutcome *lintel_dial_get_outcomes (guint facts);

struct _LintelDialMatcher
{
  gatomicrefcount references;
  LintelDialBank bank;
  guint facts;
  const LintelDialOutcome *outcomes;
  int max_table;
  guint max_digits; /* 0 = no limit */
  int number[LINTEL_DIAL_N_TABLES];
  /* The entries as they were given, blank ones too; the prefix in DIRECT_SLOT. */
  LintelDialSlot slot[LINTEL_DIAL_CLASS_SLOTS];
  const char **texts; /* what the slots' arrays are parts of */
  char *letters;      /* and what those point into */
};

gboolean lintel_dial_slot_equal (const LintelDialSlot *a, const LintelDialSlot *b);

/* The set of numbers as an automaton: at each digit a state, 0 being "no number goes on like
 * this". No state is met twice on the way through a number. */
typedef struct
{
  guint16 next[LINTEL_DIAL_N_SYMBOLS];
  guint8 order[LINTEL_DIAL_N_SYMBOLS]; /* the symbols that lead somewhere, best looking first */
  guint8 n_order;
  gint8 rank; /* of the number that ends here, -1 when none does */
  /* Bit n: a number of that rank ends n digits further on. */
  guint64 lengths[LINTEL_NUMBER_RANK_MAX + 1];
} LintelDialState;

/* A whole number that a pattern gives as its example. */
typedef struct
{
  char number[LINTEL_NUMBER_LENGTH_MAX + 1];
  guint8 length;
  guint8 rank;
} LintelDialExample;

struct _LintelDialSet
{
  guint16 start;
  GArray *examples; /* of LintelDialExample, in the order of the patterns */
  GArray *states;   /* of LintelDialState */
};

static inline const LintelDialState *
lintel_dial_set_state (const LintelDialSet *set, guint state)
{
  return &g_array_index (set->states, LintelDialState, state);
}

G_END_DECLS
