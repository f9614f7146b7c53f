/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a rule is. A rule lives in one file, rules/RULE-ID.c, which defines
 *
 *     const LintelRule lintel_rule_RULE_ID = { .id = "rule-id", … };
 *
 * (dashes become underscores). The build finds the file and puts the rule in the registry; its
 * tests are the folder tests/data/rules/RULE-ID. Nothing else changes.
 */
#pragma once

#include "lintel/lint.h"

G_BEGIN_DECLS

typedef struct _LintelCheck LintelCheck;
typedef struct _LintelSurvey LintelSurvey; /* lintel-survey-private.h */

/* What a rule looks at: after an edit only the rules that read its place run again. */
typedef enum
{
  LINTEL_READS_47_02 = 1 << 0,
  LINTEL_READS_47_03 = 1 << 1,
  LINTEL_READS_21_04 = 1 << 2,
  LINTEL_READS_21_05 = 1 << 3,
  LINTEL_READS_21_06 = 1 << 4,
  LINTEL_READS_OTHER_PROGRAMS = 1 << 5, /* what a user's catalogue adds */
  LINTEL_READS_EXTENSIONS = 1 << 6,
  LINTEL_READS_CODES = 1 << 7,
  LINTEL_READS_STRAYS = 1 << 8,
  LINTEL_READS_DIAL_TESTS = 1 << 9,
  LINTEL_READS_ACCEPTANCES = 1 << 10,
  LINTEL_READS_CUSTOMER = 1 << 11, /* and the notes */
  LINTEL_READS_SIGN_OFFS = 1 << 12,
  LINTEL_READS_FINDINGS = 1 << 13, /* the findings of all other rules: such a rule runs last */
} LintelReads;

#define LINTEL_READS_ALL_PROGRAMS                                                                  \
  (LINTEL_READS_47_02 | LINTEL_READS_47_03 | LINTEL_READS_21_04 | LINTEL_READS_21_05               \
   | LINTEL_READS_21_06 | LINTEL_READS_OTHER_PROGRAMS)

struct _LintelRule
{
  const char *id;
  LintelSeverity severity;
  gboolean locked;
  gboolean revealing; /* a finding tells what a security code is like */
  LintelTip tip;
  LintelReads reads;
  const char *summary;     /* N_() */
  const char *explanation; /* N_(); paragraphs separated by a blank line */

  /* Reports what is wrong through lintel_check_add() and its kin. */
  void (*check) (LintelCheck *check);

  /* Adds fixes for one of its findings to FIXES with lintel_fixes_add(), best first. NULL: the
   * rule cannot fix. CHECK has the project's present state; nothing may be reported through it. */
  void (*fix) (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes);

  /* What sets the rule apart from others that have the same check and fix; their header says what
   * it points to. */
  gconstpointer subject;
};

/* The rule that is checked or fixed. */
const LintelRule *lintel_check_get_rule (LintelCheck *check);
LintelProject *lintel_check_get_project (LintelCheck *check);
LintelModel lintel_check_get_model (LintelCheck *check);
/* Facts that several rules need, worked out once a run. */
const LintelSurvey *lintel_check_get_survey (LintelCheck *check);
/* "21-06", "01": NULL cannot happen for the built-in programs. */
const LintelItem *lintel_check_get_item (LintelCheck *check, const char *program, const char *item);

/* The local date that acceptances are measured by. */
const GDate *lintel_check_get_today (LintelCheck *check);

/* One finding at one place. */
void lintel_check_add (LintelCheck *check, const LintelPlace *place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* One finding with one cause at several places. Accepted places are split off into a finding of
 * their own, so the message is asked for each part: DESCRIBE returns it (transfer full) for the
 * N places given, in order and each once; DATA is the caller's, and so is PLACES. */
typedef char *(*LintelDescribe) (LintelCheck *check, const LintelPlace *places, guint n,
                                 gpointer data);
void lintel_check_add_group (LintelCheck *check, GArray *places /* of LintelPlace */,
                             LintelDescribe describe, gpointer data);

/* For a rule whose findings do not all weigh the same: the finding that was added last is no worse
 * than SEVERITY. LintelRule.severity is that of the worst. */
void lintel_check_limit_severity (LintelCheck *check, LintelSeverity severity);

/* The number that proves the finding that was added last. */
void lintel_check_set_witness (LintelCheck *check, const char *number);

/* For LINTEL_READS_FINDINGS rules only: which acceptances have covered something in this run. */
gboolean lintel_check_acceptance_is_used (LintelCheck *check, int acceptance);

/* EDITS (transfer full) need place and new_text; the old text is filled in here. An empty list is
 * dropped. */
void lintel_fixes_add (LintelCheck *check, GPtrArray *fixes, GPtrArray *edits, const char *format,
                       ...) G_GNUC_PRINTF (4, 5);

/* All rules, made by the build from the files in rules/. */
extern const LintelRule *const lintel_rule_registry[];
extern const guint lintel_rule_registry_size;

G_END_DECLS
