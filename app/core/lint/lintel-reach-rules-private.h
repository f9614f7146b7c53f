/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the rules share that ask where a class can call: which classes are looked at, and the
 * sentence that says who can call what.
 *
 * A class is worth looking at when somebody is in it in some mode. There is one finding for a
 * class, at its row of 21-05, whoever and how many are in it; InMail ports are named first.
 */
#pragma once

#include "app/core/lint/lintel-survey-private.h"

G_BEGIN_DECLS

/* A class in use and what it does with a destination. */
typedef struct
{
  LintelDialSystem *system;
  int number;
  const GArray *inmail;     /* of LintelDialUser; those that the finding is about */
  const GArray *telephones; /* the same */
  const LintelDialReach *reach;
  const char *remedy; /* what to do, translated */
  char **name;        /* keeps lintel_reach_name_users() for the next case; may be NULL */
} LintelReachCase;

/* Whether no number of the destination gets out of the class, in any reading. */
gboolean lintel_reach_is_blocked (LintelProject *project, int class_number,
                                  const char *destination);
/* Whether the class lets international calls out for certain: islands, operators and the like are
 * then no way around anything. */
gboolean lintel_reach_is_open_abroad (LintelProject *project, int class_number);

/* "Extensions 213-216 (InMail) and 101-110 can call abroad in modes 1-8 (class 2): 011 44 … gets
 * out: put …". Transfer full. */
char *lintel_reach_describe (const LintelReachCase *reach_case);

/* A number in groups, as the destination that it belongs to writes it. Transfer full. */
char *lintel_reach_format_number (LintelDialSystem *system, const char *number);

/* The parts of that sentence, where another is made of them: "Extensions 101-110" and "modes 1-8
 * (class 2)". Transfer full. */
char *lintel_reach_name_users (const LintelReachCase *reach_case);
char *lintel_reach_name_class (const LintelReachCase *reach_case);

/* Reports a case at the class's row of 21-05. What only may get out of telephones is a note. */
void lintel_reach_report (LintelCheck *check, LintelReachCase *reach_case);

/* Reports the class if it is in use and lets something of the destination out, or may do so. REMEDY
 * is translated. */
void lintel_reach_check_class (LintelCheck *check, int class_number, const char *destination,
                               const char *remedy);

/* The subject of a rule about one destination. */
typedef struct
{
  const char *destination;
  const char *remedy; /* N_() */
  /* Classes that let international calls out have nothing that this could be a way around. */
  gboolean only_where_abroad_is_blocked;
} LintelReachSubject;

/* Check and fix of such a rule: the same for each class, and blocking the destination. */
void lintel_reach_check (LintelCheck *check);
void lintel_reach_fix (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes);

G_END_DECLS
