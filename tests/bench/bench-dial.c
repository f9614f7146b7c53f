/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How fast numbers are evaluated and destinations searched, on empty, typical, full and adversarial
 * tables. Prints a table; nothing passes or fails here.
 */

#include "lintel/dial-system.h"
#include "tests/support/test-support.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define N_NUMBERS 1000000
#define N_PERMIT 200
#define N_RESTRICT 60

typedef struct
{
  char text[LINTEL_DIAL_N_TABLES][N_PERMIT][16];
  const char *entries[LINTEL_DIAL_N_TABLES][N_PERMIT];
  LintelDialClass description;
} System;

static const guint table_sizes[LINTEL_DIAL_N_TABLES] = { 10, N_PERMIT, 20, 10, N_RESTRICT, 10 };
static const guint entry_lengths[LINTEL_DIAL_N_TABLES] = { 4, 12, 6, 12, 12, 4 };

/* Processor time in microseconds: other programs do not count. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static void
clear_system (System *system)
{
  memset (system, 0, sizeof *system);
  system->description.international_prefix = "011";
  for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
    {
      for (guint i = 0; i < N_PERMIT; i++)
        system->entries[t][i] = system->text[t][i];
      system->description.table[t] =
          (LintelDialTableUse){ .assigned = TRUE, .entries = system->entries[t] };
    }
}

static void
add (System *system, LintelDialTable table, const char *entry)
{
  LintelDialTableUse *use = &system->description.table[table];

  g_strlcpy (system->text[table][use->n_entries++], entry, 16);
}

static void
fill_typical (System *system, GRand *rand)
{
  static const char *const permitted[] = { "911", "988", "1800", "1888", "1877", "1866" };
  static const char *const restricted[] = { "1900", "900", "976", "101", "00", "1876", "1809" };

  for (guint i = 0; i < G_N_ELEMENTS (permitted); i++)
    add (system, LINTEL_DIAL_COMMON_PERMIT, permitted[i]);
  for (guint i = 0; i < G_N_ELEMENTS (restricted); i++)
    add (system, LINTEL_DIAL_RESTRICT, restricted[i]);
  add (system, LINTEL_DIAL_INTERNATIONAL_RESTRICT, "011");
  add (system, LINTEL_DIAL_INTERNATIONAL_RESTRICT, "01");
  add (system, LINTEL_DIAL_INTERNATIONAL_PERMIT, "01144");
}

/* Every table full: entries of the greatest length, half of them with wildcards, which start as
 * numbers do, so that searches meet them. */
static void
fill_full (System *system, GRand *rand)
{
  static const char *const starts[] = { "1", "011", "01", "101", "*", "0", "2", "5", "9", "18" };

  for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
    for (guint i = 0; i < table_sizes[t]; i++)
      {
        char entry[16];

        g_strlcpy (entry, starts[g_rand_int_range (rand, 0, 10)], sizeof entry);
        for (gsize k = strlen (entry); k < entry_lengths[t]; k++)
          {
            entry[k] = "0123456789"[g_rand_int_range (rand, 0, 10)];
            entry[k + 1] = '\0';
          }
        for (guint k = 0; i % 2 == 0 && k < 3; k++)
          entry[g_rand_int_range (rand, 0, (int) entry_lengths[t])] = '@';
        add (system, (LintelDialTable) t, entry);
      }
}

/* The same with entries as people write them, of all lengths. */
static void
fill_mixed (System *system, GRand *rand)
{
  fill_full (system, rand);
  for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
    for (guint i = 0; i < table_sizes[t]; i++)
      system->text[t][i][g_rand_int_range (rand, 3, (int) entry_lengths[t] + 1)] = '\0';
}

/* Everything is restricted, but to know it one has to try nearly everything: the entries are the
 * cases of a proof, with wildcards in half of the places. */
static void
fill_adversarial (System *system, GRand *rand)
{
  for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
    for (guint i = 0; i < table_sizes[t]; i++)
      {
        char entry[16] = "";

        for (guint k = 0; k < entry_lengths[t]; k++)
          entry[k] =
              g_rand_int_range (rand, 0, 5) < 3 ? '@' : "01234"[g_rand_int_range (rand, 0, 5)];
        if (t >= LINTEL_DIAL_COMMON_RESTRICT)
          add (system, (LintelDialTable) t, entry);
        else if (t == LINTEL_DIAL_PERMIT)
          {
            entry[11] = '*'; /* never in a number, which nobody knows before the twelfth digit */
            add (system, (LintelDialTable) t, entry);
          }
      }
  add (system, LINTEL_DIAL_RESTRICT, "@");
}

static void
measure_evaluation (const char *name, const LintelDialMatcher *matcher, GRand *rand)
{
  static char numbers[4096][16];
  guint sum = 0;
  double begin;
  double seconds;

  for (guint i = 0; i < 4096; i++)
    for (guint k = 0; k < 11; k++)
      numbers[i][k] = k == 0 ? '1' : "0123456789"[g_rand_int_range (rand, 0, 10)];
  begin = now ();
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      LintelDialAnswer answer;

      lintel_dial_evaluate (matcher, numbers[i % 4096], 11, &answer);
      sum += answer.verdict;
    }
  seconds = (now () - begin) / 1e6;
  printf ("%-12s %8.1f million numbers a second (sum %u)\n", name, N_NUMBERS / seconds / 1e6, sum);
}

static void
measure_search (const char *name, const LintelDialClass *description)
{
  const LintelNumberingPlan *plan = lintel_numbering_find ("nanp");
  double all = 0, worst = 0;
  guint most = 0, undecided = 0;
  const char *slowest = "";
  double begin = now ();

  for (guint i = 0; i < 1000; i++)
    lintel_dial_matcher_unref (lintel_dial_matcher_new (description));
  printf ("%-12s compile %6.1f µs;", name, (now () - begin) / 1000);
  for (guint i = 0; i < plan->n_destinations; i++)
    {
      g_autoptr (LintelDialMatcher) matcher = lintel_dial_matcher_new (description);
      const LintelDialSet *set = lintel_dial_set_of (&plan->destinations[i]);
      LintelDialFound found;
      double took;

      begin = now ();
      for (guint k = 0; k < 20; k++)
        lintel_dial_search (matcher, set, 0, &found);
      took = (now () - begin) / 20;
      all += took;
      undecided += found.complete ? 0 : 1;
      most = MAX (most, found.nodes);
      if (took < worst)
        continue;
      worst = took;
      slowest = plan->destinations[i].id;
    }
  printf (" %u destinations %7.1f µs, slowest %6.1f µs (%s), up to %u nodes, %u undecided\n",
          plan->n_destinations, all, worst, slowest, most, undecided);
}

static void
set (LintelProject *project, GPtrArray *edits, const char *program, const char *item, int i, int j,
     const char *text)
{
  const LintelItem *cell =
      lintel_catalogue_find_item (lintel_project_get_catalogue (project), program, item);
  LintelPlace place = lintel_place_cell (cell, i, j);

  lintel_edits_add (edits, &place, text);
}

/* The largest system: every table full, the classes with as many of them as there can be. */
static LintelProject *
make_largest (LintelCatalogue *catalogue, GRand *rand)
{
  static const char *const items[LINTEL_DIAL_N_TABLES] = { "04", "06", "02", "05", "07", "01" };
  LintelProject *project = lintel_project_new (catalogue, LINTEL_MODEL_SL2100, "");
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autofree System *tables = g_new (System, 1);
  const char *const flags[] = { "01", "02", "05", "06" };
  g_autoptr (GError) error = NULL;

  for (int table = 1; table <= 4; table++)
    {
      clear_system (tables);
      fill_mixed (tables, rand);
      for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
        for (int i = 1; i <= (int) table_sizes[t]; i++)
          if (t == LINTEL_DIAL_PERMIT || t == LINTEL_DIAL_RESTRICT)
            set (project, edits, "21-06", items[t], table, i, tables->text[t][i - 1]);
          else if (table == 1)
            set (project, edits, "21-06", items[t], i, 1, tables->text[t][i - 1]);
    }
  for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
    {
      const char number[] = { (char) ('1' + n % 4), '\0' };

      for (guint k = 0; k < G_N_ELEMENTS (flags); k++)
        set (project, edits, "21-05", flags[k], n, 1, "1");
      set (project, edits, "21-05", "07", n, 1, number);
      set (project, edits, "21-05", "08", n, 1, number);
    }
  if (!lintel_project_apply (project, "fill", NULL, edits, &error))
    g_error ("%s", error->message);
  return project;
}

static void
ask_everything (LintelProject *project)
{
  LintelDialSystem *dial = lintel_dial_system_of (project);

  for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
    for (guint nth = 0; nth < lintel_dial_system_get_plan (dial)->n_destinations; nth++)
      lintel_dial_system_get_reach (dial, n, nth);
}

static double
time_everything (LintelProject *project)
{
  double begin = now ();

  ask_everything (project);
  return now () - begin;
}

/* What a process pays once: the plan read and each destination made into an automaton. */
static void
measure_plan (void)
{
  double begin = now ();
  const LintelNumberingPlan *plan = lintel_numbering_find ("nanp");
  double loaded = now ();

  for (guint i = 0; i < plan->n_destinations; i++)
    lintel_dial_set_of (&plan->destinations[i]);
  printf ("numbering plan: read in %.0f µs, made ready in %.0f µs\n", loaded - begin,
          now () - loaded);
}

/* Reach of all 15 classes, first and after an edit that one class in four, or all, must follow. */
static void
measure_system (GRand *rand)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autoptr (LintelProject) project = make_largest (catalogue, rand);
  g_autoptr (LintelProject) again = lintel_project_copy (project);
  double first = time_everything (project);
  double second = time_everything (again);
  double one, all;
  g_autoptr (GPtrArray) edits = lintel_edits_new ();

  set (project, edits, "21-06", "07", 1, 60, "5551");
  lintel_project_apply (project, "edit", NULL, edits, NULL);
  one = time_everything (project);
  g_ptr_array_set_size (edits, 0);
  set (project, edits, "21-06", "05", 10, 1, "5551");
  lintel_project_apply (project, "edit", NULL, edits, NULL);
  all = time_everything (project);
  printf ("largest system: reach of 15 classes %.0f µs (the first of a process %.0f µs); after an "
          "edit of a restriction table %.0f µs, of the common one %.0f µs\n",
          second, first, one, all);
}

/* lintelctl dial FILE --class 15 - with two million numbers. */
static void
measure_stream (GRand *rand)
{
  g_autofree char *example = lintel_test_source ("data/examples/hardened-office.xml");
  g_autofree char *numbers = NULL;
  g_autofree char *command = NULL;
  FILE *file = fdopen (g_file_open_tmp ("lintel-bench-XXXXXX", &numbers, NULL), "w");
  struct rusage usage;

  for (guint i = 0; i < 2 * N_NUMBERS; i++)
    fprintf (file, "1%010u\n", g_rand_int (rand));
  fclose (file);
  command = g_strdup_printf ("'%s' dial '%s' --class 15 - < '%s' > /dev/null",
                             lintel_test_lintelctl (), example, numbers);
  if (system (command) != 0)
    g_error ("%s failed", command);
  getrusage (RUSAGE_CHILDREN, &usage);
  printf ("lintelctl dial from standard input: %.1f million numbers a second of processor time\n",
          2 * N_NUMBERS
              / ((double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6
                 + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)));
  g_unlink (numbers);
}

int
main (void)
{
  static const struct
  {
    const char *name;
    void (*fill) (System *system, GRand *rand);
  } systems[] = {
    { "empty", NULL },       { "typical", fill_typical },         { "full", fill_full },
    { "mixed", fill_mixed }, { "adversarial", fill_adversarial },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240101);

  measure_plan ();
  for (guint i = 0; i < G_N_ELEMENTS (systems); i++)
    {
      System *system = g_new (System, 1);
      LintelDialMatcher *matcher;

      clear_system (system);
      if (systems[i].fill != NULL)
        systems[i].fill (system, rand);
      matcher = lintel_dial_matcher_new (&system->description);
      measure_evaluation (systems[i].name, matcher, rand);
      measure_search (systems[i].name, &system->description);
      lintel_dial_matcher_unref (matcher);
      g_free (system);
    }
  measure_system (rand);
  measure_stream (rand);
  return 0;
}
