/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the tests that kill programs while they write share: a project in a folder of its own, whose
 * calls are counted, and what has to be true of it afterwards.
 *
 * The kill comes before, after and in the middle of every call that changes something, then at
 * random moments. LINTEL_KILL_RUNS says how many of the random ones; from a hundred on, every call
 * of an export is tried as well, which takes a few minutes.
 */
#pragma once

#include "tests/support/test-fault.h"

#include <check.h>

G_BEGIN_DECLS

#define NEW_NOTES "changed, and not to be lost"

#define N_KILLS 3
#define N_ERRORS 6

extern char *folder;              /* of the test's own */
extern char *path;                /* the project in it */
extern char *old_text, *new_text; /* of the project: as put_old() puts it, and with NEW_NOTES */

extern const char *const kills[N_KILLS]; /* when in a call */
extern const int errors[N_ERRORS];       /* of a disk that is full, broken, gone, … */

/* For main(): runs TESTS as a suite of their own and returns the status. */
int kill_fixture_run (const char *name, SFun set_up, SFun tear_down, const TTest *const *tests,
                      gsize n);

void kill_fixture_setup (void);
void kill_fixture_teardown (void);

void put_old (void);
void set_notes (void);

/* In a short run, one in so many of what could be tried. */
guint get_stride (guint in_short_run);
LintelTestEnd run_killed (const char *const *argv, guint at, const char *action);
/* What fails where, of the CALLS of a run. Transfer full. */
char *describe_call (const LintelTestFault *fault, char **calls);
/* How long it takes when nobody kills it, in microseconds. */
gint64 measure (const char *const *argv);

guint count_files (const char *where);
/* Nothing that has codes in it may be read by others, whatever state it was left in: the project,
 * its journal, an export with codes, and what either was before it took its place. */
void check_private (const char *where);
/* Fails unless the file is one of the two; TRUE for the new one. */
gboolean check_whole (const char *when);
/* One sentence: it names the file, says what is wrong and what to do, and is one line. */
void check_sentence (const char *err, const char *when);

/* The order in which a power cut does no harm. */

/* Fails unless calls of these patterns come one after the other; ORDER ends with NULL. */
void expect_order (char **calls, const char *const *order);
/* Everything that is written is flushed before something is renamed. */
void check_flushed (char **calls);

G_END_DECLS
