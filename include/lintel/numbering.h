/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbering plans: which dialled numbers lead where.
 *
 * A plan is data (data/numbering, one XML file a plan, described by data/schema/numbering.rng) and
 * embedded in the program. It names destinations such as "international" or "emergency", each a set
 * of numbers written as patterns. Numbers are as sent to the trunk: the access digit is not part of
 * them.
 *
 * Plans that were found with lintel_numbering_find() live as long as the program; everything in
 * these structs is read only.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No number in a plan is longer. A telephone sends 24 to 36 digits at most, and program 21-06-03
 * counts up to 30. */
#define LINTEL_NUMBER_LENGTH_MAX 40

/* Ranks run from 0 to this. */
#define LINTEL_NUMBER_RANK_MAX 3

/* The symbols that can be dialled, and each one's bit in a set of symbols. */
#define LINTEL_DIAL_SYMBOLS "0123456789*#"
#define LINTEL_DIAL_N_SYMBOLS 12

typedef struct
{
  /* Read position by position: 0-9 * # stand for themselves, X is 0-9, Z is 1-9, N is 2-9, @ any
   * symbol, [2-46] one of those. Blanks are skipped. */
  const char *digits;
  /* After DIGITS come at least and at most so many more, each fitting MORE (one position; NULL is
   * "X"). Both 0: nothing more. */
  int more_least, more_most;
  const char *more;
  /* A number of this kind as a person knows it; examples take its digits where they can. May be
   * NULL, shorter or longer. Blanks are skipped. */
  const char *like;
  /* 0 is the usual way to dial. An example comes from a higher rank only when no lower one has
   * any. */
  int rank;
  /* Numbers that fit are not part of the set, whatever the other patterns say. */
  gboolean except;
  /* Where it leads, in English: "Jamaica"; NULL where the destination's name says it all. */
  const char *name;
} LintelNumberPattern;

typedef struct
{
  const char *id;     /* "international-operator" */
  const char *name;   /* in English; translated by lintel_destination_get_name() and so on */
  const char *target; /* completes "Extension 101 can call …" */
  const char *help;
  /* Every number of it has to get out: an emergency number. */
  gboolean must_reach;
  /* Toll fraud goes there: a way out that somebody pays dearly for. */
  gboolean costly;
  guint n_patterns;
  const LintelNumberPattern *patterns;
} LintelDestination;

typedef struct
{
  const char *id; /* "nanp" */
  const char *name;
  const char *international_prefix; /* of direct international calls: "011" */
  guint n_destinations;
  const LintelDestination *destinations;
  struct _LintelNumberingData *data;
} LintelNumberingPlan;

#define LINTEL_NUMBERING_ERROR (lintel_numbering_error_quark ())
GQuark lintel_numbering_error_quark (void);
typedef enum
{
  LINTEL_NUMBERING_ERROR_SYNTAX,  /* not well-formed, or not a numbering plan */
  LINTEL_NUMBERING_ERROR_INVALID, /* an element or attribute that does not fit */
  LINTEL_NUMBERING_ERROR_PATTERN, /* a pattern that cannot be read */
} LintelNumberingError;

/* A built-in plan, NULL when there is none of that id. */
const LintelNumberingPlan *lintel_numbering_find (const char *id);
/* The ids of the built-in plans, sorted. Transfer full. */
char **lintel_numbering_list (void);

/* Reads a plan; NAME stands for the file in messages, which are "FILE:LINE: what". */
LintelNumberingPlan *lintel_numbering_parse (GBytes *bytes, const char *name, GError **error);
void lintel_numbering_plan_free (LintelNumberingPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelNumberingPlan, lintel_numbering_plan_free)

const LintelDestination *lintel_numbering_plan_find (const LintelNumberingPlan *plan,
                                                     const char *id);

/* In the user's language. */
const char *lintel_numbering_plan_get_name (const LintelNumberingPlan *plan);
const char *lintel_destination_get_name (const LintelDestination *destination);
const char *lintel_destination_get_target (const LintelDestination *destination);
const char *lintel_destination_get_help (const LintelDestination *destination);
const char *lintel_number_pattern_get_name (const LintelNumberPattern *pattern); /* may be NULL */

/* A pattern taken apart: at each position the set of symbols that fit (bit n is the n-th of
 * LINTEL_DIAL_SYMBOLS) and the one that looks best (an index, or LINTEL_DIAL_N_SYMBOLS). */
typedef struct
{
  guint length; /* with all that may follow */
  guint least;  /* the shortest number that fits */
  guint16 set[LINTEL_NUMBER_LENGTH_MAX];
  guint8 like[LINTEL_NUMBER_LENGTH_MAX];
} LintelNumberShape;

/* FALSE with LINTEL_NUMBERING_ERROR_PATTERN when it cannot be read. */
gboolean lintel_number_pattern_read (const LintelNumberPattern *pattern, LintelNumberShape *shape,
                                     GError **error);
/* Whether the number as a whole fits, EXCEPT not looked at. */
gboolean lintel_number_pattern_matches (const LintelNumberPattern *pattern, const char *number);
/* The number in groups as the pattern writes them: "1 876 555 0100". Transfer full. */
char *lintel_number_pattern_format (const LintelNumberPattern *pattern, const char *number);
/* The digits that every number of the pattern starts with: "1876". Transfer full. */
char *lintel_number_pattern_get_prefix (const LintelNumberPattern *pattern);

/* The index of a symbol in LINTEL_DIAL_SYMBOLS, LINTEL_DIAL_N_SYMBOLS for any other character. */
static inline guint
lintel_dial_symbol (char character)
{
  if (character >= '0' && character <= '9')
    return (guint) (character - '0');
  if (character == '*')
    return 10;
  return character == '#' ? 11 : LINTEL_DIAL_N_SYMBOLS;
}

G_END_DECLS
