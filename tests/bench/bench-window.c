/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The window of a system beside an empty one, started in turn, so that what else the machine does
 * meets both:
 *
 *   bench-window LIMIT WINDOW FILE EMPTY
 *
 * From the start of the process to the first frame, by the clock on the wall and by its own
 * processor time, and its peak memory once it has come to rest. Exits 1 when the window takes more
 * than LIMIT times the time or the memory of the empty one.
 */

#include "tests/bench/bench.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_RUNS 21
#define N_WARM_UP 2
/* The servers put away what the last program left. */
#define PAUSE (200 * 1000)

extern char **environ;

typedef enum
{
  FRAME,     /* ms from start to first frame */
  PROCESSOR, /* ms of processor time until then */
  CONTENT,   /* ms from start to the first frame with the project */
  MEMORY,    /* MB */
  N_MEASURES
} Measure;

typedef struct
{
  char *argv[3];
  double samples[N_MEASURES][N_RUNS];
} Program;

static FILE *
start (char **argv, pid_t *pid)
{
  posix_spawn_file_actions_t actions;
  int ends[2];

  if (pipe2 (ends, O_CLOEXEC) != 0)
    g_error ("no pipe");
  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_adddup2 (&actions, ends[1], STDOUT_FILENO);
  if (posix_spawn (pid, argv[0], &actions, NULL, argv, environ) != 0)
    g_error ("%s does not start", argv[0]);
  posix_spawn_file_actions_destroy (&actions);
  close (ends[1]);
  return fdopen (ends[0], "r");
}

static void
run (Program *program, double values[N_MEASURES])
{
  double begin, processor;
  pid_t pid;
  FILE *told;
  int status;

  g_usleep (PAUSE);
  begin = lintel_bench_now ();
  told = start (program->argv, &pid);
  if (fscanf (told, "frame %lf", &values[PROCESSOR]) != 1)
    g_error ("%s shows no frame", program->argv[0]);
  values[FRAME] = lintel_bench_now () - begin;
  if (fscanf (told, " content %lf", &processor) != 1)
    g_error ("%s shows no content", program->argv[0]);
  values[CONTENT] = lintel_bench_now () - begin;
  if (fscanf (told, " peak %lf", &values[MEMORY]) != 1)
    g_error ("%s does not come to rest", program->argv[0]);
  values[MEMORY] /= 1024;
  fclose (told);
  if (waitpid (pid, &status, 0) < 0 || status != 0)
    g_error ("%s fails", program->argv[0]);
}

static void
run_once (Program *program, int n)
{
  double values[N_MEASURES];

  run (program, values);
  for (int k = 0; k < N_MEASURES && n >= 0; k++)
    program->samples[k][n] = values[k];
}

static gboolean
compare (Program *window, Program *empty, Measure measure, const char *what, double limit)
{
  double ratios[N_RUNS], ratio;
  LintelBenchResult one, other;
  gboolean kept;

  for (int k = 0; k < N_RUNS; k++)
    ratios[k] = window->samples[measure][k] / empty->samples[measure][k];
  ratio = lintel_bench_summarize (ratios, N_RUNS).median;
  one = lintel_bench_summarize (window->samples[measure], N_RUNS);
  other = lintel_bench_summarize (empty->samples[measure], N_RUNS);
  kept = limit <= 0 || ratio <= limit;
  printf ("%-32s %10.1f %10.1f %10.2f %7.2f-%.2f", what, one.median, other.median, ratio,
          ratios[N_RUNS / 4], ratios[N_RUNS * 3 / 4]);
  if (limit > 0)
    printf (" %8.1f%s", limit, kept ? "" : "  OVER");
  printf ("\n");
  return kept;
}

int
main (int argc, char **argv)
{
  Program window = { 0 }, empty = { 0 };
  double limit;
  gboolean kept;

  if (argc != 5)
    return 2;
  limit = g_ascii_strtod (argv[1], NULL);
  window.argv[0] = argv[2];
  window.argv[1] = argv[3];
  empty.argv[0] = argv[4];
  for (int n = -N_WARM_UP; n < N_RUNS; n++)
    {
      run_once (&window, n);
      run_once (&empty, n);
    }
  printf ("%-32s %10s %10s %10s %12s %8s\n", "medians", "window", "empty", "ratio", "half of them",
          "budget");
  kept = compare (&window, &empty, FRAME, "start to first frame, ms", limit);
  compare (&window, &empty, PROCESSOR, "processor time until then, ms", 0);
  compare (&window, &empty, CONTENT, "start to the project shown, ms", 0);
  kept = compare (&window, &empty, MEMORY, "peak memory, MB", limit) && kept;
  return kept ? 0 : 1;
}
