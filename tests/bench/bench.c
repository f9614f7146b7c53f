/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measuring, and printing what was measured as rows of one table. */

#include "tests/bench/bench.h"

#include <stdio.h>
#include <time.h>

#define N_WARM_UP 3

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

double
lintel_bench_now (void)
{
  return read_clock (CLOCK_MONOTONIC);
}

static int
compare_samples (const void *a, const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

LintelBenchResult
lintel_bench_summarize (double *samples, guint n)
{
  qsort (samples, n, sizeof *samples, compare_samples);
  return (LintelBenchResult){ samples[0], samples[n / 2], samples[(n * 99) / 100] };
}

void
lintel_bench_sample (guint n, LintelBenchFunc prepare, LintelBenchFunc func, gpointer data,
                     double *samples)
{
  for (guint k = 0; k < n + N_WARM_UP; k++)
    {
      double start;

      if (prepare != NULL)
        prepare (data);
      start = read_clock (CLOCK_THREAD_CPUTIME_ID);
      func (data);
      if (k >= N_WARM_UP)
        samples[k - N_WARM_UP] = read_clock (CLOCK_THREAD_CPUTIME_ID) - start;
    }
}

LintelBenchResult
lintel_bench_measure (guint n, LintelBenchFunc prepare, LintelBenchFunc func, gpointer data)
{
  g_autofree double *samples = g_new (double, n);

  lintel_bench_sample (n, prepare, func, data, samples);
  return lintel_bench_summarize (samples, n);
}

void
lintel_bench_print_head (void)
{
  printf ("%-44s %10s %10s %10s %8s\n", "milliseconds", "median", "best", "99 %", "budget");
}

gboolean
lintel_bench_print_row (const char *what, const LintelBenchResult *result, double budget)
{
  gboolean kept = budget <= 0 || result->median <= budget;

  printf ("%-44s %10.3f %10.3f %10.3f", what, result->median, result->best, result->p99);
  if (budget > 0)
    printf (" %8.1f%s", budget, kept ? "" : "  OVER");
  printf ("\n");
  fflush (stdout);
  return kept;
}
