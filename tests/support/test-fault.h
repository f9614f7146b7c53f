/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a program on a disk that fails at a chosen call; see fault-shim.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *root;   /* calls that concern paths below it are counted */
  const char *log;    /* NULL for none; emptied first */
  const char *action; /* "before", "after", "half", "hang", or the number of an error */
  const char *only;   /* counts calls of this pattern only, "rename *.xml"; NULL for all */
  const char *gate;   /* for "hang": while this file is there */
  guint at;           /* the number of the call; 0: nothing fails */
  gboolean all;       /* counts calls that only read as well */
  gboolean stays;     /* everything after it fails too */
} LintelTestFault;

typedef struct
{
  gboolean killed;
  int status; /* unless it was killed */
  char *out, *err;
} LintelTestEnd;

LintelTestEnd lintel_test_run_fault (const char *const *argv, const LintelTestFault *fault);
void lintel_test_end_clear (LintelTestEnd *end);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LintelTestEnd, lintel_test_end_clear)

/* The calls that it makes when nothing fails, "write PATH" and so on. Transfer full. */
char **lintel_test_list_calls (const char *const *argv, const LintelTestFault *fault);

/* Starts it, kills it after so many microseconds and waits for its end. FALSE when it had ended. */
gboolean lintel_test_kill_after (const char *const *argv, gulong microseconds);

/* How many runs a test makes that could go on for ever: LINTEL_KILL_RUNS, or a few. */
guint lintel_test_get_kill_runs (void);

G_END_DECLS
