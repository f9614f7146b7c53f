/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Toll restriction: what becomes of a dialled number, and which numbers get out.
 *
 * NEC publishes no order in which the tables of program 21-06 are looked at. What is certain is
 * said, and where readings of the manuals differ the verdict is "depends" with the open points
 * (LintelDialSwitch). The decision itself is one function in app/core/dial/lintel-dial-verdict.c.
 *
 * Nothing here knows projects: a class is described by plain arrays (LintelDialClass), compiled
 * once (LintelDialMatcher) and then asked about single numbers or about whole sets of them
 * (LintelDialSet). lintel/dial-system.h does that for a project.
 *
 * Numbers are strings of 0-9 * #, as sent to the trunk: without the access digit. Any other
 * character fits no entry, not even @. lintel_dial_clean() takes what a person typed.
 */
#pragma once

#include "lintel/numbering.h"

G_BEGIN_DECLS

/* The tables in the order in which one that decides is named when several could be. */
typedef enum
{
  LINTEL_DIAL_COMMON_PERMIT,          /* 21-05-05, 21-06-04 */
  LINTEL_DIAL_PERMIT,                 /* 21-05-07, 21-06-06 */
  LINTEL_DIAL_INTERNATIONAL_PERMIT,   /* 21-05-02, 21-06-02 */
  LINTEL_DIAL_COMMON_RESTRICT,        /* 21-05-06, 21-06-05 */
  LINTEL_DIAL_RESTRICT,               /* 21-05-08, 21-06-07 */
  LINTEL_DIAL_INTERNATIONAL_RESTRICT, /* 21-05-01, 21-06-01 */
  LINTEL_DIAL_N_TABLES,
  LINTEL_DIAL_MAX_DIGITS = LINTEL_DIAL_N_TABLES, /* 21-05-04, 21-06-03: no entries, but decides */
  LINTEL_DIAL_NOTHING,                           /* nothing matched */
} LintelDialTable;

/* What is true of a number: 1 << LintelDialTable for a table with an entry that matches, the same
 * for too many digits, and this for a number that starts with the direct international prefix
 * (only where that matters, see S5). */
#define LINTEL_DIAL_FLAG_DIRECT (1 << 7)
#define LINTEL_DIAL_N_FLAGS 256

/* The points that the manuals leave open. The numbers are those of the fact sheet. */
typedef enum
{
  LINTEL_DIAL_S1, /* B: common restrict beats 21-06-06 and 21-06-02 */
  LINTEL_DIAL_S2, /* B: a permit table alone restricts nothing */
  LINTEL_DIAL_S4, /* B: a permit beats max digits */
  LINTEL_DIAL_S5, /* B: 21-05-02 alone restricts the international numbers it does not match */
  LINTEL_DIAL_S6, /* B: the international pair is a stage of its own */
  LINTEL_DIAL_N_SWITCHES,
} LintelDialSwitch;

typedef enum
{
  LINTEL_DIAL_ALLOWED,    /* in every reading */
  LINTEL_DIAL_RESTRICTED, /* in every reading */
  LINTEL_DIAL_DEPENDS,
  LINTEL_DIAL_N_VERDICTS,
  LINTEL_DIAL_UNDECIDED = LINTEL_DIAL_N_VERDICTS, /* of a search: its budget ran out */
} LintelDialVerdict;

/* More entries in one class, or a longer one than LINTEL_NUMBER_LENGTH_MAX, are an error of the
 * caller. NEC's tables come to 310 entries of up to 12 digits. */
#define LINTEL_DIAL_ENTRIES_MAX 2048

/* One table as a class uses it. */
typedef struct
{
  gboolean assigned; /* by 21-05; the rest means nothing without it */
  int number;        /* which of 21-06-06 or 21-06-07, 1-4; 0 for the others */
  guint n_entries;
  const char *const *entries; /* entry 1 first; "" and NULL are blank */
} LintelDialTableUse;

/* A row of 21-05 with what it points at. */
typedef struct
{
  LintelDialTableUse table[LINTEL_DIAL_N_TABLES];
  int max_table;                    /* 21-05-04; 0 = no limit */
  int max_digits;                   /* 21-06-03[max_table] */
  const char *international_prefix; /* the plan's; NULL or "" when there is none */
} LintelDialClass;

/* A class made ready. Immutable, so threads may share one. */
typedef struct _LintelDialMatcher LintelDialMatcher;

/* Copies all it needs. */
LintelDialMatcher *lintel_dial_matcher_new (const LintelDialClass *description);
/* Whether the same description would make the same matcher. */
gboolean lintel_dial_matcher_is_made_from (const LintelDialMatcher *matcher,
                                           const LintelDialClass *description);
LintelDialMatcher *lintel_dial_matcher_ref (LintelDialMatcher *matcher);
void lintel_dial_matcher_unref (LintelDialMatcher *matcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelDialMatcher, lintel_dial_matcher_unref)

typedef struct
{
  LintelDialVerdict verdict;
  LintelDialVerdict baseline; /* with every switch at A: ALLOWED or RESTRICTED */
  guint flips;                /* 1 << LintelDialSwitch for each that can change the verdict */
  guint flags;                /* 1 << LintelDialTable … */
  /* What decides when every switch is at A: a table, MAX_DIGITS or NOTHING, and of a table the
   * longest matching entry, then the lowest; 1 for the first. */
  LintelDialTable decided_by;
  int entry;
} LintelDialAnswer;

void lintel_dial_evaluate (const LintelDialMatcher *matcher, const char *number, gsize length,
                           LintelDialAnswer *answer);

/* The verdict's rules alone: the answer (entry 0) for flags that are true of a number. */
void lintel_dial_judge (const LintelDialMatcher *matcher, guint flags, LintelDialAnswer *answer);

/* Takes blanks, dashes, dots, slashes and parentheses out of what a person typed, in place. FALSE
 * when something that cannot be dialled is left. */
gboolean lintel_dial_clean (char *number);

/* Whether every number that OTHER matches is matched by ENTRY. */
gboolean lintel_dial_covers (const char *entry, const char *other);
/* Whether the number starts with what ENTRY says. */
gboolean lintel_dial_entry_matches (const char *entry, const char *number);

/* A set of numbers made ready for searching. Immutable, so threads may share one. */
typedef struct _LintelDialSet LintelDialSet;

/* GError (LINTEL_NUMBERING_ERROR_PATTERN) names the pattern that cannot be read. */
LintelDialSet *lintel_dial_set_new (const LintelNumberPattern *patterns, guint n_patterns,
                                    GError **error);
/* All numbers that start with one of PREFIXES (@ = any symbol), whatever follows and however
 * long. "" is every number. LIKE may be NULL. */
LintelDialSet *lintel_dial_set_new_prefixes (const char *const *prefixes, const char *like);
/* The set of a destination; owned by the program and made once. */
const LintelDialSet *lintel_dial_set_of (const LintelDestination *destination);
void lintel_dial_set_free (LintelDialSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelDialSet, lintel_dial_set_free)

gboolean lintel_dial_set_contains (const LintelDialSet *set, const char *number);

/* How much a search may do: nodes of its tree. Typical searches need under a hundred; tables made
 * to be hard run into this after about a millisecond. */
#define LINTEL_DIAL_BUDGET 6000

typedef struct
{
  /* FALSE: the budget ran out. What was found still holds; what was not found may exist. */
  gboolean complete;
  /* For each verdict the number that a person would most likely dial among the shortest of the
   * lowest rank; "" when no number of the set has that verdict. */
  char witness[LINTEL_DIAL_N_VERDICTS][LINTEL_NUMBER_LENGTH_MAX + 1];
  guint nodes; /* how much it did */
} LintelDialFound;

/* Which verdicts numbers of SET get. BUDGET 0 is LINTEL_DIAL_BUDGET. */
void lintel_dial_search (const LintelDialMatcher *matcher, const LintelDialSet *set, guint budget,
                         LintelDialFound *found);

/* Whether something gets out: ALLOWED if any number is, else UNDECIDED if the search was cut
 * short, else DEPENDS if any number does, else RESTRICTED. */
LintelDialVerdict lintel_dial_found_get_best (const LintelDialFound *found);
/* The other way round, for numbers that have to get out: RESTRICTED if any number is, else
 * UNDECIDED, DEPENDS, ALLOWED. */
LintelDialVerdict lintel_dial_found_get_worst (const LintelDialFound *found);

/* Every combination of flags that a number of the set can have; each with a number. */
typedef struct
{
  guint flags;
  char witness[LINTEL_NUMBER_LENGTH_MAX + 1];
} LintelDialCombination;

/* By flags. Sets COMPLETE to FALSE when the budget ran out. Transfer full. */
GArray *lintel_dial_search_combinations (const LintelDialMatcher *matcher, const LintelDialSet *set,
                                         guint budget, gboolean *complete);

/* The same for two classes at once: a number of SET for each pair of verdicts. */
typedef struct
{
  gboolean complete;
  /* [of the first class][of the second] */
  char witness[LINTEL_DIAL_N_VERDICTS][LINTEL_DIAL_N_VERDICTS][LINTEL_NUMBER_LENGTH_MAX + 1];
  guint nodes;
} LintelDialFoundPair;

void lintel_dial_search_pair (const LintelDialMatcher *one, const LintelDialMatcher *other,
                              const LintelDialSet *set, guint budget, LintelDialFoundPair *found);

/* One of these pairs alone, for which a search can leave out more. */
typedef struct
{
  gboolean complete;
  char number[LINTEL_NUMBER_LENGTH_MAX + 1]; /* "" when there is none */
  guint nodes;
} LintelDialEscape;

/* A number of SET that one class restricts and the other allows, the same that
 * lintel_dial_search_pair() finds. FALSE when none was found. */
gboolean lintel_dial_search_escape (const LintelDialMatcher *restricting,
                                    const LintelDialMatcher *allowing, const LintelDialSet *set,
                                    guint budget, LintelDialEscape *escape);

/* Digit by digit: whether what follows can still change anything. */
typedef enum
{
  LINTEL_DIAL_OPEN,         /* what is dialled next decides */
  LINTEL_DIAL_LET_THROUGH,  /* allowed, whatever follows (within the maximum of digits) */
  LINTEL_DIAL_CUT_OFF,      /* restricted, whatever follows */
  LINTEL_DIAL_STAYS_UNSURE, /* depends on the open points, whatever follows */
} LintelDialStage;

typedef struct
{
  char digit;
  LintelDialStage stage;
  LintelDialAnswer answer; /* if nothing followed */
} LintelDialStep;

/* One step for each digit, LINTEL_NUMBER_LENGTH_MAX at most. Transfer full; elements are
 * LintelDialStep. */
GArray *lintel_dial_trace (const LintelDialMatcher *matcher, const char *number);

/* Words, translated. */
const char *lintel_dial_verdict_to_id (LintelDialVerdict verdict);     /* "allowed" */
const char *lintel_dial_verdict_get_title (LintelDialVerdict verdict); /* "Gets out" */
gboolean lintel_dial_verdict_from_id (const char *id, LintelDialVerdict *verdict);
const char *lintel_dial_switch_to_id (LintelDialSwitch nth); /* "S1" */
/* The open point as a sentence: "It is not known whether …". */
const char *lintel_dial_switch_describe (LintelDialSwitch nth);
/* The program item of a table, "21-06-06", MAX_DIGITS included; NULL for NOTHING. */
const char *lintel_dial_table_get_item (LintelDialTable table);
/* The place that an answer names, "21-06-06[2,17]"; NULL for NOTHING. Transfer full. */
char *lintel_dial_answer_get_place (const LintelDialMatcher *matcher,
                                    const LintelDialAnswer *answer);
/* "S1,S2"; "" for none. Transfer full. */
char *lintel_dial_answer_get_flips (const LintelDialAnswer *answer);
/* Why, in one sentence: "Entry 1 of the International Call Restriction Table (011) blocks it." */
char *lintel_dial_answer_explain (const LintelDialMatcher *matcher, const LintelDialAnswer *answer);

/* The stage in words, then why: "Cut off, whatever follows. Entry 1 …" Transfer full. */
char *lintel_dial_step_explain (const LintelDialMatcher *matcher, const LintelDialStep *step);

/* What the matcher was made from. */
int lintel_dial_matcher_get_table_number (const LintelDialMatcher *matcher, LintelDialTable table);
const char *lintel_dial_matcher_get_entry (const LintelDialMatcher *matcher, LintelDialTable table,
                                           int entry);
int lintel_dial_matcher_get_max_digits (const LintelDialMatcher *matcher);
/* The first entry of TABLE (1 and up) that lintel_dial_covers() TEXT, all at once; 0 when none
 * does. With OTHER an entry that is TEXT itself does not count. */
int lintel_dial_matcher_find_cover (const LintelDialMatcher *matcher, LintelDialTable table,
                                    const char *text, gboolean other);
/* Appends to ENTRIES, an array of int, the entries of TABLE that some number of SHAPE begins with,
 * from 1 and in their order. */
void lintel_dial_matcher_find_fitting (const LintelDialMatcher *matcher, LintelDialTable table,
                                       const LintelNumberShape *shape, GArray *entries);

G_END_DECLS
