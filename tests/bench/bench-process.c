/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two programs on the same file, one after the other in turn, so that what else the machine does
 * meets both:
 *
 *   bench-process LIMIT PROGRAM ARGUMENT… -- OTHER ARGUMENT…
 *
 * Exits 1 when the first takes more than LIMIT times as long as the other.
 */

#include "tests/bench/bench.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_RUNS 101

extern char **environ;

static double
run (char **argv)
{
  posix_spawn_file_actions_t actions;
  double start = lintel_bench_now ();
  pid_t pid;
  int status;

  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_addopen (&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen (&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  if (posix_spawnp (&pid, argv[0], &actions, NULL, argv, environ) != 0
      || waitpid (pid, &status, 0) < 0 || !WIFEXITED (status) || WEXITSTATUS (status) > 1)
    g_error ("%s does not run", argv[0]);
  posix_spawn_file_actions_destroy (&actions);
  return lintel_bench_now () - start;
}

static void
print (char **argv, double *samples)
{
  g_autofree char *name = g_path_get_basename (argv[0]);
  g_autofree char *what = g_strdup_printf ("process %s %s", name, argv[1]);
  LintelBenchResult result = lintel_bench_summarize (samples, N_RUNS);

  lintel_bench_print_row (what, &result, 0);
}

int
main (int argc, char **argv)
{
  double limit, ones[N_RUNS], others[N_RUNS], ratios[N_RUNS];
  char **other = argv;

  while (other < argv + argc && strcmp (*other, "--") != 0)
    other++;
  if (argc < 6 || other + 2 >= argv + argc)
    return 2;
  limit = g_ascii_strtod (argv[1], NULL);
  *other++ = NULL;
  for (int k = 0; k < N_RUNS; k++)
    {
      ones[k] = run (argv + 2);
      others[k] = run (other);
      ratios[k] = ones[k] / others[k];
    }
  print (argv + 2, ones);
  print (other, others);
  lintel_bench_summarize (ratios, N_RUNS);
  printf ("ratio, median of %d pairs %27.2f %32.1f%s\n", N_RUNS, ratios[N_RUNS / 2], limit,
          ratios[N_RUNS / 2] <= limit ? "" : "  OVER");
  return ratios[N_RUNS / 2] <= limit ? 0 : 1;
}
