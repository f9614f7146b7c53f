/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the engine finds when it searches, against every number of a small world tried. */

#include "config.h"

#include "tests/property/slow-dial.h"
#include "tests/support/test-support.h"

#include <string.h>

/* What a search has to find: for each verdict and each combination of flags the best rank and
 * length. */
typedef struct
{
  int verdict[LINTEL_DIAL_N_VERDICTS];
  int flags[LINTEL_DIAL_N_FLAGS];
  int pair[LINTEL_DIAL_N_VERDICTS][LINTEL_DIAL_N_VERDICTS];
} Truth;

#define NEVER 9999

static int
rank_of (const LintelNumberPattern *patterns, guint n, const char *number)
{
  int rank = NEVER;

  for (guint i = 0; i < n; i++)
    if (lintel_number_pattern_matches (&patterns[i], number))
      {
        if (patterns[i].except)
          return NEVER;
        rank = MIN (rank, patterns[i].rank);
      }
  return rank;
}

static void
note (int *best, int key)
{
  *best = MIN (*best, key);
}

static void
try_all (const LintelDialClass *c, const LintelDialClass *other,
         const LintelNumberPattern *patterns, guint n, char *number, guint length, Truth *truth)
{
  int rank = rank_of (patterns, n, number);

  if (rank != NEVER)
    {
      int key = rank * 100 + (int) length;
      Expected expected, second;

      find_expected (c, number, &expected);
      find_expected (other, number, &second);
      note (&truth->verdict[expected.verdict], key);
      note (&truth->flags[expected.flags], key);
      note (&truth->pair[expected.verdict][second.verdict], key);
    }
  if (length == LONGEST + 1)
    return;
  for (guint i = 0; i < strlen (ALPHABET); i++)
    {
      number[length] = ALPHABET[i];
      try_all (c, other, patterns, n, number, length + 1, truth);
    }
  number[length] = '\0';
}

static int
key_of (const LintelNumberPattern *patterns, guint n, const char *number)
{
  int rank = number[0] != '\0' ? rank_of (patterns, n, number) : NEVER;

  return rank == NEVER ? NEVER : rank * 100 + (int) strlen (number);
}

static void
check_search (const System *system, const LintelDialMatcher *matcher, const LintelDialSet *set,
              const LintelNumberPattern *patterns, guint n, const Truth *truth)
{
  LintelDialFound found;

  lintel_dial_search (matcher, set, G_MAXUINT, &found);
  ck_assert (found.complete);
  for (guint v = 0; v < LINTEL_DIAL_N_VERDICTS; v++)
    {
      Expected expected = { .verdict = v };

      if (found.witness[v][0] != '\0')
        find_expected (&system->description, found.witness[v], &expected);
      if (key_of (patterns, n, found.witness[v]) != truth->verdict[v] || expected.verdict != v)
        fail_with (system, "verdict %u: witness “%s” is %u, best is %d", v, found.witness[v],
                   expected.verdict, truth->verdict[v]);
    }
}

/* The flags alone say what the number that has them gets. */
static void
check_judgement (const System *system, const LintelDialMatcher *matcher,
                 const LintelDialCombination *combination)
{
  LintelDialAnswer answer;
  Expected expected;

  find_expected (&system->description, combination->witness, &expected);
  lintel_dial_judge (matcher, combination->flags, &answer);
  if (answer.verdict != expected.verdict || answer.flips != expected.flips)
    fail_with (system, "flags %x: verdict %u (expected %u)", combination->flags, answer.verdict,
               expected.verdict);
}

static void
check_combinations (const System *system, const LintelDialMatcher *matcher,
                    const LintelDialSet *set, const LintelNumberPattern *patterns, guint n,
                    const Truth *truth)
{
  gboolean complete;
  g_autoptr (GArray) combinations =
      lintel_dial_search_combinations (matcher, set, G_MAXUINT, &complete);
  guint at = 0;

  ck_assert (complete);
  for (guint i = 0; i < combinations->len; i++)
    check_judgement (system, matcher, &g_array_index (combinations, LintelDialCombination, i));
  for (guint flags = 0; flags < LINTEL_DIAL_N_FLAGS; flags++)
    {
      const LintelDialCombination *combination =
          at < combinations->len ? &g_array_index (combinations, LintelDialCombination, at) : NULL;
      gboolean present = combination != NULL && combination->flags == flags;
      Expected expected = { .flags = flags };

      if (present)
        {
          find_expected (&system->description, combination->witness, &expected);
          at++;
        }
      if (present != (truth->flags[flags] != NEVER) || expected.flags != flags
          || (present && key_of (patterns, n, combination->witness) != truth->flags[flags]))
        fail_with (system, "flags %x: %s “%s” with %x, best is %d", flags,
                   present ? "found" : "missing", present ? combination->witness : "",
                   expected.flags, truth->flags[flags]);
    }
}

static void
check_pair (const System *system, const LintelDialMatcher *matcher, const LintelDialMatcher *second,
            const LintelDialSet *set, const LintelNumberPattern *patterns, guint n,
            const Truth *truth)
{
  LintelDialFoundPair found;
  LintelDialEscape escape;

  lintel_dial_search_pair (matcher, second, set, G_MAXUINT, &found);
  ck_assert (found.complete);
  lintel_dial_search_escape (matcher, second, set, G_MAXUINT, &escape);
  if (!escape.complete || escape.nodes > found.nodes
      || !g_str_equal (escape.number, found.witness[LINTEL_DIAL_RESTRICTED][LINTEL_DIAL_ALLOWED]))
    fail_with (system, "escape: “%s”, but the pair is “%s”", escape.number,
               found.witness[LINTEL_DIAL_RESTRICTED][LINTEL_DIAL_ALLOWED]);
  for (guint v = 0; v < LINTEL_DIAL_N_VERDICTS; v++)
    for (guint w = 0; w < LINTEL_DIAL_N_VERDICTS; w++)
      if (key_of (patterns, n, found.witness[v][w]) != truth->pair[v][w])
        fail_with (system, "pair %u %u: witness “%s”, best is %d", v, w, found.witness[v][w],
                   truth->pair[v][w]);
}

/* Sets over the small alphabet: prefixes with something behind them, a less usual way, something
 * left out. */
static guint
random_set (GRand *rand, LintelNumberPattern *patterns, char (*texts)[16])
{
  guint n = (guint) g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n; i++)
    {
      int length = g_rand_int_range (rand, 1, 4);
      GString *text = g_string_new (NULL);

      for (int k = 0; k < length; k++)
        if (g_rand_int_range (rand, 0, 3) == 0)
          g_string_append (text, "[019*]");
        else
          g_string_append_c (text, random_digit (rand));
      g_snprintf (texts[i], sizeof texts[i], "%s", length < 3 ? text->str : "[01]9");
      g_string_free (text, TRUE);
      patterns[i] = (LintelNumberPattern){
        .digits = texts[i],
        .more = "[019*]",
        .like = i % 2 == 0 ? texts[i] : "0190",
        .more_least = g_rand_int_range (rand, 0, 2),
        .more_most = g_rand_int_range (rand, 2, LONGEST - 1),
        .rank = g_rand_int_range (rand, 0, 2),
        .except = i > 0 && g_rand_int_range (rand, 0, 3) == 0,
      };
    }
  return n;
}

START_TEST (finds_what_brute_force_finds)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());

  for (guint round = 0; round < lintel_test_share (N_SYSTEMS / 4); round++)
    {
      System system, other;
      LintelNumberPattern patterns[4];
      char texts[4][16];
      char number[LONGEST + 2] = "";
      guint n = random_set (rand, patterns, texts);
      g_autoptr (LintelDialSet) set = lintel_dial_set_new (patterns, n, NULL);
      g_autoptr (LintelDialMatcher) matcher = NULL;
      g_autoptr (LintelDialMatcher) second = NULL;
      Truth truth;

      random_system (rand, &system);
      random_system (rand, &other);
      if (g_rand_boolean (rand)) /* classes usually share tables */
        for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t += 2)
          other.description.table[t] = system.description.table[t];
      matcher = lintel_dial_matcher_new (&system.description);
      second = lintel_dial_matcher_new (&other.description);
      for (gsize i = 0; i < sizeof truth / sizeof (int); i++)
        ((int *) &truth)[i] = NEVER;
      try_all (&system.description, &other.description, patterns, n, number, 0, &truth);
      check_search (&system, matcher, set, patterns, n, &truth);
      check_combinations (&system, matcher, set, patterns, n, &truth);
      check_pair (&system, matcher, second, set, patterns, n, &truth);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("prop-dial-search");
  TCase *tcase = tcase_create ("search");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, finds_what_brute_force_finds);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
