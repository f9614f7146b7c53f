/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Mailbox security codes: what makes one easy to guess, and drawing one that is not.
 *
 * A code has exactly 4 digits. Judging needs no project: what a code looks like is a property of
 * its digits, and how it relates to a mailbox one of the two numbers. What else a customer's codes
 * must not be is in the project.
 */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

#define LINTEL_CODE_LENGTH 4
#define LINTEL_N_CODES 10000

/* The first thing that speaks against a code, the most telling one first. */
typedef enum
{
  LINTEL_CODE_FLAW_NONE,
  LINTEL_CODE_FLAW_MALFORMED, /* not exactly 4 digits */
  LINTEL_CODE_FLAW_SAME,      /* 1111 */
  LINTEL_CODE_FLAW_RUN,       /* 1234, 4321, 7890, 3210 */
  LINTEL_CODE_FLAW_PAIRS,     /* 1212, 1122 */
  LINTEL_CODE_FLAW_MIRROR,    /* 1221 */
  LINTEL_CODE_FLAW_KEYPAD,    /* 2580, 1470, 1254, 1397 */
  LINTEL_CODE_FLAW_YEAR,      /* 1900-2039 */
  LINTEL_CODE_FLAW_DATE,      /* 2412, 1224 */
  LINTEL_CODE_FLAW_COMMON,    /* in data/codes/common-codes.txt */
} LintelCodeFlaw;
#define LINTEL_N_CODE_FLAWS 10

/* How a code relates to an extension or mailbox number. */
typedef enum
{
  LINTEL_CODE_KIN_NONE,
  LINTEL_CODE_KIN_SAME,     /* 2101 for 2101 */
  LINTEL_CODE_KIN_PADDED,   /* 0101 and 1010 for 101 */
  LINTEL_CODE_KIN_CUT,      /* 2101 for 52101 */
  LINTEL_CODE_KIN_REVERSED, /* 1012 for 2101, 3210 for 123 */
} LintelCodeKin;
#define LINTEL_N_CODE_KINS 5

gboolean lintel_code_is_well_formed (const char *code);
LintelCodeFlaw lintel_code_judge (const char *code);
/* NONE for a malformed code and for an empty number. */
LintelCodeKin lintel_code_compare (const char *code, const char *number);

/* What the code is, to follow "is": "four equal digits", "the number backwards". Translated; NULL
 * for NONE. */
const char *lintel_code_flaw_get_title (LintelCodeFlaw flaw);
const char *lintel_code_kin_get_title (LintelCodeKin kin);

/* A set of codes, such as those that a project uses already. All zero is empty. */
typedef struct
{
  guint8 bits[LINTEL_N_CODES / 8];
} LintelCodeSet;

/* A malformed code is never in a set. */
void lintel_code_set_add (LintelCodeSet *set, const char *code);
gboolean lintel_code_set_contains (const LintelCodeSet *set, const char *code);

/* What people outside know of an office: one entry of customer.words. */
typedef struct
{
  char *text;         /* as entered: "1200 Main St" */
  GPtrArray *numbers; /* digits that no code may be made from: "1200", and "6246" for Main */
} LintelCodeWord;

/* Entries are separated by commas or semicolons: "312 555 0100, 1200 Main St, 60601". Those without
 * digits and longer words are left out. NULL is no entry. Transfer full, of LintelCodeWord*. */
GPtrArray *lintel_code_words_parse (const char *words);
GPtrArray *lintel_code_words_of (LintelProject *project);
/* Whether a code is one of its numbers, or part of one, filled up or backwards. */
gboolean lintel_code_word_has_code (const LintelCodeWord *word, const char *code);

/* Adds what no further code of the project may be: its codes, those of mailboxes that are switched
 * off too, since they may come back, and what comes from its words. */
void lintel_code_set_add_project (LintelCodeSet *set, LintelProject *project);

/* Where random bits come from. FALSE: there are none to be had. */
typedef gboolean (*LintelCodeSource) (guint16 *bits, gpointer data);

/* Draws uniformly among the codes that have no flaw, no kinship with NUMBER (may be NULL) and are
 * not in TAKEN, and adds it to TAKEN. SOURCE NULL is the system's random source. FALSE when the
 * source gives nothing, or nothing that fits. */
gboolean lintel_code_draw (LintelCodeSet *taken, const char *number, LintelCodeSource source,
                           gpointer data, char code[LINTEL_CODE_LENGTH + 1]);

/* Replaces the system's random source, so that a test knows what is drawn; NULL restores it. */
void lintel_code_set_default_source (LintelCodeSource source, gpointer data);

G_END_DECLS
