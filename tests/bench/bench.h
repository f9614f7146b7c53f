/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measuring, and printing what was measured as rows of one table. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LINTEL_BENCH_SEED 2100

typedef void (*LintelBenchFunc) (gpointer data);

typedef struct
{
  double best, median, p99; /* milliseconds */
} LintelBenchResult;

/* Runs FUNC N times after some to warm up; PREPARE (may be NULL) runs before each, outside the
 * clock. What counts is the thread's processor time, so that a busy machine changes little. */
LintelBenchResult lintel_bench_measure (guint n, LintelBenchFunc prepare, LintelBenchFunc func,
                                        gpointer data);
/* The same, leaving the times of each run in SAMPLES: for what is measured in several turns. */
void lintel_bench_sample (guint n, LintelBenchFunc prepare, LintelBenchFunc func, gpointer data,
                          double *samples);
/* Sorts SAMPLES (milliseconds). */
LintelBenchResult lintel_bench_summarize (double *samples, guint n);
double lintel_bench_now (void); /* milliseconds by the clock on the wall */

void lintel_bench_print_head (void);
/* BUDGET in milliseconds, 0 for none. Returns whether the median keeps it. */
gboolean lintel_bench_print_row (const char *what, const LintelBenchResult *result, double budget);

G_END_DECLS
