/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the tests of the lint engine share: a registry of rules that only they have, in place of the
 * one that the build makes, and a project with four findings' worth of mailboxes.
 */
#pragma once

#include "app/core/lint/lintel-engine-private.h"
#include "app/core/project/lintel-project-private.h"
#include "tests/support/test-support.h"

G_BEGIN_DECLS

/* The project under test: of 47-02-01, mailboxes 1, 2, 3 and 5 are 2, which z-group finds. The
 * linter's day is 2026-06-15. */
extern LintelCatalogue *catalogue;
extern LintelProject *project;
extern LintelLinter *linter;

/* How often z-group and the two rules about class 14 have run since setup. */
extern guint n_group_runs, n_class_runs;
extern gboolean late_ran_last;

void linter_fixture_setup (void);
void linter_fixture_teardown (void);

void set_text (const LintelPlace *place, const char *text);
void set_cell (const char *program, const char *id, int index, const char *text);
/* Adds an acceptance with a reason and a name. */
void accept_findings (const char *rule, const char *at, const char *until);
void stop_clock (int year, int month, int day);
/* All findings as "rule severity acceptance: message", a line each. */
char *list_findings (void);
void assert_findings (const char *expected);

G_END_DECLS
