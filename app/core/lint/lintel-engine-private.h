/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of the lint engine share, and its tests use. Rules need only
 * lintel-rule-private.h.
 */
#pragma once

#include "app/core/lint/lintel-acceptances-private.h"
#include "app/core/lint/lintel-rule-private.h"
#include "app/core/lint/lintel-survey-private.h"

G_BEGIN_DECLS

struct _LintelFinding
{
  const LintelRule *rule;
  LintelSeverity severity;
  char *message;
  char *public_message; /* NULL unless it differs */
  LintelPlace *places;  /* in order, each once */
  guint n_places;
  int line, column;
  char *witness;
  int acceptance; /* id, 0 when it is open */
};

/* Takes MESSAGE; copies the places. LINE and COLUMN come from the project. */
LintelFinding *lintel_finding_new (const LintelRule *rule, LintelSeverity severity, char *message,
                                   const LintelPlace *places, guint n_places,
                                   LintelProject *project);

struct _LintelCheck
{
  LintelProject *project;
  const GDate *today;
  LintelSurvey *survey; /* completed when first asked for */
  const LintelRule *rule;
  LintelSeverity severity;
  LintelCovers *covers;
  GPtrArray *findings; /* where reports go; NULL while fixes are made */
  guint n_last;        /* how many of them the last report made */
};

/* The fixes for FINDING. Transfer full. */
GPtrArray *lintel_check_list_fixes (LintelCheck *check, const LintelFinding *finding);

/* Brings one rule up to date and returns its findings, unsorted; valid until the next change. */
GPtrArray *lintel_linter_check_rule (LintelLinter *self, const LintelRule *rule);
/* A check in the project's present state, for fixes of RULE. */
LintelCheck lintel_linter_begin_fix (LintelLinter *self, const LintelRule *rule);
/* Stops the clock: for tests, and for working on a copy. */
void lintel_linter_set_today (LintelLinter *self, const GDate *today);
const GDate *lintel_linter_get_today (LintelLinter *self);

/* What an edit at PLACE can change for a rule. */
LintelReads lintel_reads_of_place (const LintelPlace *place);

guint lintel_rule_get_position (const LintelRule *rule); /* in the registry's order */

G_END_DECLS
