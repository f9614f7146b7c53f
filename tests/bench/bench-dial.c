/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How fast numbers are evaluated and destinations searched, on empty, typical, full and adversarial
 * tables. Prints a table; nothing passes or fails here.
 */

#include "lintel/dial.h"

#include <stdio.h>
#include <string.h>

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
  gint64 begin;
  double seconds;

  for (guint i = 0; i < 4096; i++)
    for (guint k = 0; k < 11; k++)
      numbers[i][k] = k == 0 ? '1' : "0123456789"[g_rand_int_range (rand, 0, 10)];
  begin = g_get_monotonic_time ();
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      LintelDialAnswer answer;

      lintel_dial_evaluate (matcher, numbers[i % 4096], 11, &answer);
      sum += answer.verdict;
    }
  seconds = (double) (g_get_monotonic_time () - begin) / 1e6;
  printf ("%-12s %8.1f million numbers a second (sum %u)\n", name, N_NUMBERS / seconds / 1e6, sum);
}

static void
measure_search (const char *name, const LintelDialClass *description)
{
  const LintelNumberingPlan *plan = lintel_numbering_find ("nanp");
  gint64 all = 0, worst = 0;
  guint most = 0, undecided = 0;
  const char *slowest = "";
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < 1000; i++)
    lintel_dial_matcher_unref (lintel_dial_matcher_new (description));
  printf ("%-12s compile %6.1f µs;", name, (double) (g_get_monotonic_time () - begin) / 1000);
  for (guint i = 0; i < plan->n_destinations; i++)
    {
      g_autoptr (LintelDialMatcher) matcher = lintel_dial_matcher_new (description);
      const LintelDialSet *set = lintel_dial_set_of (&plan->destinations[i]);
      LintelDialFound found;
      gint64 took;

      begin = g_get_monotonic_time ();
      for (guint k = 0; k < 20; k++)
        lintel_dial_search (matcher, set, 0, &found);
      took = (g_get_monotonic_time () - begin) / 20;
      all += took;
      undecided += found.complete ? 0 : 1;
      most = MAX (most, found.nodes);
      if (took < worst)
        continue;
      worst = took;
      slowest = plan->destinations[i].id;
    }
  printf (" %u destinations %6" G_GINT64_FORMAT " µs, slowest %5" G_GINT64_FORMAT
          " µs (%s), up to %u nodes, %u undecided\n",
          plan->n_destinations, all, worst, slowest, most, undecided);
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
  return 0;
}
