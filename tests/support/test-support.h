/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the test programs share: running a suite, golden comparison, data paths, seeds. */
#pragma once

#include <check.h>
#include <glib.h>

G_BEGIN_DECLS

/* Runs the suite and prints check's closing line, from which the runner adds up the total.
 * Returns main()'s status. */
int lintel_test_run (Suite *suite);

/* tests/data/…, from its parts, NULL-terminated. Transfer full. */
char *lintel_test_data (const char *first, ...) G_GNUC_NULL_TERMINATED;
/* A file of the source tree, "data/examples/dental-office.xml". Transfer full. */
char *lintel_test_source (const char *path);

/* Fails the test with a unified diff when ACTUAL is not what the file holds. With
 * LINTEL_REGENERATE=1 in the environment the file is written instead. */
void lintel_test_golden (const char *path, const char *actual);

/* The text of a file; fails the test when it cannot be read. Transfer full. */
char *lintel_test_read (const char *path);

/* An empty folder of the test's own, removed by lintel_test_remove_folder(). Transfer full. */
char *lintel_test_make_folder (void);
void lintel_test_remove_folder (const char *folder);

/* Seed for a property test: LINTEL_SEED or a fresh one; printed, so that a failure can be run
 * again. */
guint32 lintel_test_seed (void);
/* How many of N random cases to try: all, and a quarter below sanitizers, where each takes some
 * five times as long and is there to find what a plain build cannot see. */
guint lintel_test_share (guint n);

/* Runs lintelctl (or any program at ARGV[0]) and returns its exit status; standard output and
 * error go to OUT and ERR when those are not NULL. */
int lintel_test_spawn (const char *const *argv, char **out, char **err);
/* Path of the lintelctl that was built. */
const char *lintel_test_lintelctl (void);

G_END_DECLS
