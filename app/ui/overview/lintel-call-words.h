/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What becomes of calls, in the symbols, words and places that the dial tester and the reach
 * picture share.
 */
#pragma once

#include "lintel/dial-system.h"

G_BEGIN_DECLS

/* Names of symbolic icons. */
const char *lintel_call_verdict_icon (LintelDialVerdict verdict);
const char *lintel_call_stage_icon (LintelDialStage stage);

/* "gets out", as part of a sentence. */
const char *lintel_call_verdict_words (LintelDialVerdict verdict);
const char *lintel_call_stage_words (LintelDialStage stage);

/* Whether a verdict is what a destination should have. The style class has the same name. */
typedef enum
{
  LINTEL_CALL_PLAIN, /* everyday calls: let through or not, as the office likes */
  LINTEL_CALL_GOOD,
  LINTEL_CALL_DOUBT,
  LINTEL_CALL_BAD,
} LintelCallMark;

LintelCallMark lintel_call_judge (const LintelDestination *destination, LintelDialVerdict verdict);
const char *lintel_call_mark_style_class (LintelCallMark mark);

/* The pattern of a destination that a number fits; NULL for none. */
const LintelNumberPattern *lintel_call_find_pattern (const LintelDestination *destination,
                                                     const char *number);
/* The destination that a number belongs to, and the pattern of it; NULL for none. */
const LintelDestination *lintel_call_find_destination (const LintelNumberingPlan *plan,
                                                       const char *number,
                                                       const LintelNumberPattern **pattern);

/* What the user looks at to understand an answer: what decides, or the class's row of 21-05 when
 * nothing matched. */
LintelPlace lintel_call_find_place (LintelDialSystem *system, int class_number,
                                    const LintelDialAnswer *answer);

/* Who is in a class: "InMail 213-216", "Telephone 101-112 (modes 1, 3-8)". Transfer full. */
char *lintel_call_describe_users (LintelDialSystem *system, int class_number);

/* A field of the reach picture. */
typedef struct
{
  LintelDialVerdict verdict;
  LintelCallMark mark;
  char *number; /* grouped for reading: an example of the verdict; NULL when there is none */
  char *why;    /* a sentence or two */
  LintelPlace place;
} LintelCallReach;

void lintel_call_describe_reach (LintelDialSystem *system, int class_number, guint nth,
                                 LintelCallReach *reach);
void lintel_call_reach_clear (LintelCallReach *reach);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LintelCallReach, lintel_call_reach_clear)

G_END_DECLS
