/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What refusing weak codes is worth:
 *   judge-codes TABLE
 * TABLE has a line for each code that people chose, "1234 10713": the code and how often. Printed
 * are the share of all codes that are refused, and how often ten guesses succeed when people
 * choose freely and when those who meet a refusal choose among the rest as the others do.
 */

#include "config.h"

#include "lintel/code.h"

#include <stdio.h>
#include <stdlib.h>

#define N_GUESSES 10

static double counts[LINTEL_N_CODES];

static gboolean
read_table (const char *path)
{
  FILE *file = fopen (path, "r");
  char code[LINTEL_CODE_LENGTH + 1];
  double count;

  if (file == NULL)
    return FALSE;
  while (fscanf (file, "%4s %lf", code, &count) == 2)
    if (lintel_code_is_well_formed (code))
      counts[atoi (code)] += count;
  fclose (file);
  return TRUE;
}

static gboolean
is_refused (int code)
{
  char text[12];

  g_snprintf (text, sizeof text, "%04d", code);
  return lintel_code_judge (text) != LINTEL_CODE_FLAW_NONE;
}

static int
compare_descending (const void *a, const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? 1 : one > other ? -1 : 0;
}

/* The share of people whose code is among the most chosen ten. */
static double
find_success (gboolean refuse)
{
  double chosen[LINTEL_N_CODES];
  double total = 0, hit = 0;

  for (int code = 0; code < LINTEL_N_CODES; code++)
    {
      chosen[code] = refuse && is_refused (code) ? 0 : counts[code];
      total += chosen[code];
    }
  qsort (chosen, LINTEL_N_CODES, sizeof *chosen, compare_descending);
  for (int guess = 0; guess < N_GUESSES; guess++)
    hit += chosen[guess];
  return total > 0 ? 100 * hit / total : 0;
}

int
main (int argc, char **argv)
{
  int n_refused = 0;

  if (argc != 2 || !read_table (argv[1]))
    {
      fprintf (stderr, "usage: judge-codes TABLE (a line a code: 1234 10713)\n");
      return 2;
    }
  for (int code = 0; code < LINTEL_N_CODES; code++)
    n_refused += is_refused (code) ? 1 : 0;
  printf ("refused: %.1f %% of all codes\n", 100.0 * n_refused / LINTEL_N_CODES);
  printf ("ten best guesses, any code: %.2f %%\n", find_success (FALSE));
  printf ("ten best guesses, weak codes refused: %.2f %%\n", find_success (TRUE));
  return 0;
}
