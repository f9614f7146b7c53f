/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The toll restriction engine against a slow one.
 *
 * The slow one is the rule as the design states it, with naive prefix matching and every number of
 * a small world tried: few digits, short numbers, random tables with wildcards.
 */

#include "lintel/dial.h"
#include "tests/support/test-support.h"

#include <string.h>

#define N_SYSTEMS 4000
#define MAX_ENTRIES 5
#define LONGEST 5

/* The order of the tables here is that of the engine's enumeration. */
typedef struct
{
  char text[LINTEL_DIAL_N_TABLES][MAX_ENTRIES][8];
  const char *entries[LINTEL_DIAL_N_TABLES][MAX_ENTRIES];
  LintelDialClass description;
} System;

typedef struct
{
  LintelDialVerdict verdict, baseline;
  guint flips;
  LintelDialTable table;
  int entry;
  guint flags;
} Expected;

/* What entries are made of; a number may also have a digit that no entry names. */
static const char alphabet[] = "019*";
static const char world[] = "019*5";

static char
random_digit (GRand *rand)
{
  return alphabet[g_rand_int_range (rand, 0, 4)];
}

static void
random_entry (GRand *rand, char *entry)
{
  int length = g_rand_int_range (rand, 0, LONGEST + 1);
  int wild = g_rand_int_range (rand, 0, 4);

  for (int i = 0; i < length; i++)
    entry[i] = g_rand_int_range (rand, 0, 4) < wild ? '@' : random_digit (rand);
  entry[length] = '\0';
}

static void
random_system (GRand *rand, System *system)
{
  memset (system, 0, sizeof *system);
  for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
    {
      LintelDialTableUse *use = &system->description.table[t];

      for (guint i = 0; i < MAX_ENTRIES; i++)
        {
          random_entry (rand, system->text[t][i]);
          system->entries[t][i] = system->text[t][i];
        }
      use->assigned = g_rand_int_range (rand, 0, 3) != 0;
      use->n_entries = (guint) g_rand_int_range (rand, 0, MAX_ENTRIES + 1);
      use->entries = system->entries[t];
      use->number = t == LINTEL_DIAL_PERMIT || t == LINTEL_DIAL_RESTRICT ? 2 : 0;
    }
  system->description.max_table = g_rand_int_range (rand, 0, 2);
  system->description.max_digits = g_rand_int_range (rand, 1, LONGEST + 2);
  system->description.international_prefix = "01";
}

static gboolean
starts_with (const char *number, const char *entry)
{
  gsize length = strlen (entry);

  if (length == 0 || strlen (number) < length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (entry[i] != '@' && entry[i] != number[i])
      return FALSE;
  return TRUE;
}

/* The longest entry of a table that matches, then the lowest; 0 for none. */
static int
find_entry (const LintelDialClass *c, LintelDialTable t, const char *number)
{
  const LintelDialTableUse *use = &c->table[t];
  int best = 0;

  for (guint i = 0; use->assigned && i < use->n_entries; i++)
    if (starts_with (number, use->entries[i])
        && (best == 0 || strlen (use->entries[i]) > strlen (use->entries[best - 1])))
      best = (int) i + 1;
  return best;
}

/* Design, section 5, word for word. */
static gboolean
is_allowed (const LintelDialClass *c, const char *d, gboolean s1b, gboolean s2b, gboolean s4b,
            gboolean s5b, gboolean s6b)
{
  gboolean max = c->max_table != 0 && strlen (d) > (gsize) c->max_digits;
  gboolean cp = find_entry (c, LINTEL_DIAL_COMMON_PERMIT, d) != 0;
  gboolean cr = find_entry (c, LINTEL_DIAL_COMMON_RESTRICT, d) != 0;
  gboolean p = find_entry (c, LINTEL_DIAL_PERMIT, d) != 0;
  gboolean r = find_entry (c, LINTEL_DIAL_RESTRICT, d) != 0;
  gboolean ip = find_entry (c, LINTEL_DIAL_INTERNATIONAL_PERMIT, d) != 0;
  gboolean ir = find_entry (c, LINTEL_DIAL_INTERNATIONAL_RESTRICT, d) != 0;
  gboolean intl = s5b && c->table[LINTEL_DIAL_INTERNATIONAL_PERMIT].assigned
                  && !c->table[LINTEL_DIAL_INTERNATIONAL_RESTRICT].assigned
                  && g_str_has_prefix (d, "01") && !ip;

  if (max && !(s4b && (cp || p || ip)))
    return FALSE;
  if (s6b && ((ir && !ip) || intl))
    return FALSE;
  if (cp)
    return TRUE;
  if (s1b && cr)
    return FALSE;
  if (p || (ip && !s6b))
    return TRUE;
  if (cr || r || (ir && !s6b) || intl)
    return FALSE;
  if (c->table[LINTEL_DIAL_PERMIT].assigned && !c->table[LINTEL_DIAL_RESTRICT].assigned && !s2b)
    return FALSE;
  return TRUE;
}

static gboolean
is_allowed_reading (const LintelDialClass *c, const char *d, guint reading)
{
  return is_allowed (c, d, (reading & 1) != 0, (reading & 2) != 0, (reading & 4) != 0,
                     (reading & 8) != 0, (reading & 16) != 0);
}

static void
find_expected_verdict (const LintelDialClass *c, const char *number, Expected *expected)
{
  gboolean allowed[32];
  guint n = 0;

  expected->flips = 0;
  for (guint reading = 0; reading < 32; reading++)
    n += (allowed[reading] = is_allowed_reading (c, number, reading)) ? 1 : 0;
  for (guint reading = 0; reading < 32; reading++)
    for (guint nth = 0; nth < 5; nth++)
      if (allowed[reading] != allowed[reading ^ (1u << nth)])
        expected->flips |= 1u << nth;
  expected->baseline = allowed[0] ? LINTEL_DIAL_ALLOWED : LINTEL_DIAL_RESTRICTED;
  expected->verdict = n == 32  ? LINTEL_DIAL_ALLOWED
                      : n == 0 ? LINTEL_DIAL_RESTRICTED
                               : LINTEL_DIAL_DEPENDS;
}

static void
find_expected (const LintelDialClass *c, const char *number, Expected *expected)
{
  static const LintelDialTable order[] = {
    LINTEL_DIAL_COMMON_PERMIT,   LINTEL_DIAL_PERMIT,   LINTEL_DIAL_INTERNATIONAL_PERMIT,
    LINTEL_DIAL_COMMON_RESTRICT, LINTEL_DIAL_RESTRICT, LINTEL_DIAL_INTERNATIONAL_RESTRICT,
  };

  find_expected_verdict (c, number, expected);
  expected->table = LINTEL_DIAL_NOTHING;
  expected->entry = 0;
  expected->flags = 0;
  for (guint i = G_N_ELEMENTS (order); i-- > 0;)
    if (find_entry (c, order[i], number) != 0)
      {
        expected->table = order[i];
        expected->entry = find_entry (c, order[i], number);
        expected->flags |= 1u << order[i];
      }
  if (c->max_table != 0 && strlen (number) > (gsize) c->max_digits)
    {
      expected->table = LINTEL_DIAL_MAX_DIGITS;
      expected->entry = 0;
      expected->flags |= 1u << LINTEL_DIAL_MAX_DIGITS;
    }
  if (c->table[LINTEL_DIAL_INTERNATIONAL_PERMIT].assigned
      && !c->table[LINTEL_DIAL_INTERNATIONAL_RESTRICT].assigned && g_str_has_prefix (number, "01"))
    expected->flags |= LINTEL_DIAL_FLAG_DIRECT;
}

static void
describe (const System *system, GString *text)
{
  for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
    {
      const LintelDialTableUse *use = &system->description.table[t];

      g_string_append_printf (text, "%s%s:", lintel_dial_table_get_item ((LintelDialTable) t),
                              use->assigned ? "" : " (not assigned)");
      for (guint i = 0; i < use->n_entries; i++)
        g_string_append_printf (text, " “%s”", use->entries[i]);
      g_string_append_c (text, '\n');
    }
  g_string_append_printf (text, "max digits %d (table %d)\n", system->description.max_digits,
                          system->description.max_table);
}

G_GNUC_PRINTF (2, 3)
static void
fail_with (const System *system, const char *format, ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (text, format, args);
  va_end (args);
  g_string_append_c (text, '\n');
  describe (system, text);
  ck_abort_msg ("%s", text->str);
}

static void
check_number (const System *system, const LintelDialMatcher *matcher, const char *number)
{
  LintelDialAnswer answer;
  Expected expected;

  find_expected (&system->description, number, &expected);
  lintel_dial_evaluate (matcher, number, strlen (number), &answer);
  if (answer.verdict != expected.verdict || answer.flips != expected.flips
      || answer.baseline != expected.baseline || answer.decided_by != expected.table
      || answer.entry != expected.entry || answer.flags != expected.flags)
    fail_with (system,
               "%s: verdict %u (expected %u), flips %x (%x), table %u (%u), entry %d (%d), "
               "flags %x (%x)",
               number, answer.verdict, expected.verdict, answer.flips, expected.flips,
               answer.decided_by, expected.table, answer.entry, expected.entry, answer.flags,
               expected.flags);
}

START_TEST (evaluates_as_the_design_says)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());
  System system;

  for (guint n = 0; n < N_SYSTEMS; n++)
    {
      LintelDialMatcher *matcher;

      random_system (rand, &system);
      matcher = lintel_dial_matcher_new (&system.description);
      for (guint k = 0; k < 60; k++)
        {
          char number[LONGEST + 4] = "";
          int length = g_rand_int_range (rand, 0, LONGEST + 3);

          for (int i = 0; i < length; i++)
            number[i] = world[g_rand_int_range (rand, 0, 5)];
          check_number (&system, matcher, number);
        }
      lintel_dial_matcher_unref (matcher);
    }
}
END_TEST

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
  for (guint i = 0; i < strlen (alphabet); i++)
    {
      number[length] = alphabet[i];
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

  for (guint round = 0; round < N_SYSTEMS / 4; round++)
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

/* After each digit the stage has to agree with every number that starts like this. */
static guint
verdicts_ahead (const LintelDialClass *c, char *number, guint length, guint longest)
{
  Expected expected;
  guint verdicts;

  find_expected (c, number, &expected);
  verdicts = 1u << expected.verdict;
  if (length == longest)
    return verdicts;
  for (guint i = 0; i < strlen (world); i++)
    {
      number[length] = world[i];
      verdicts |= verdicts_ahead (c, number, length + 1, longest);
    }
  number[length] = '\0';
  return verdicts;
}

static LintelDialStage
expected_stage (guint verdicts)
{
  return verdicts == 1u << LINTEL_DIAL_ALLOWED      ? LINTEL_DIAL_LET_THROUGH
         : verdicts == 1u << LINTEL_DIAL_RESTRICTED ? LINTEL_DIAL_CUT_OFF
         : verdicts == 1u << LINTEL_DIAL_DEPENDS    ? LINTEL_DIAL_STAYS_UNSURE
                                                    : LINTEL_DIAL_OPEN;
}

START_TEST (each_digit_tells_what_may_follow)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());

  for (guint round = 0; round < N_SYSTEMS / 10; round++)
    {
      System system;
      g_autoptr (LintelDialMatcher) matcher = NULL;
      g_autoptr (GArray) steps = NULL;
      char number[LONGEST + 3] = "";

      random_system (rand, &system);
      matcher = lintel_dial_matcher_new (&system.description);
      for (guint i = 0; i < 4; i++)
        number[i] = random_digit (rand);
      steps = lintel_dial_trace (matcher, number);
      ck_assert_uint_eq (steps->len, 4);
      for (guint i = 0; i < 4; i++)
        {
          const LintelDialStep *step = &g_array_index (steps, LintelDialStep, i);
          char dialled[LONGEST + 3] = "";
          guint longest = LONGEST + 1;
          LintelDialStage stage;

          memcpy (dialled, number, i + 1);
          if (system.description.max_table != 0 && i + 1 <= (guint) system.description.max_digits)
            longest = MIN (longest, (guint) system.description.max_digits);
          stage = expected_stage (verdicts_ahead (&system.description, dialled, i + 1, longest));
          /* Beyond the maximum a permit may still beat it. */
          if (stage == LINTEL_DIAL_CUT_OFF)
            stage =
                expected_stage (verdicts_ahead (&system.description, dialled, i + 1, LONGEST + 1));
          if (step->stage != stage || step->digit != number[i])
            fail_with (&system, "%s at %u: stage %u, expected %u", number, i, step->stage, stage);
        }
    }
}
END_TEST

START_TEST (covering_means_matching_all_of_it)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());

  for (guint round = 0; round < N_SYSTEMS * 5; round++)
    {
      char a[8], b[8], number[16] = "";
      gboolean counterexample = FALSE;

      random_entry (rand, a);
      random_entry (rand, b);
      for (guint k = 0; k < 40 && !counterexample && b[0] != '\0'; k++)
        {
          for (guint i = 0; b[i] != '\0'; i++)
            number[i] = b[i] == '@' ? LINTEL_DIAL_SYMBOLS[g_rand_int_range (rand, 0, 12)] : b[i];
          number[strlen (b)] = '\0';
          ck_assert (lintel_dial_entry_matches (b, number));
          counterexample = !lintel_dial_entry_matches (a, number);
        }
      if (a[0] == '\0' || b[0] == '\0')
        counterexample = TRUE;
      /* Forty tries may miss the one digit that tells them apart, but never invent one. */
      if (counterexample)
        ck_assert_msg (!lintel_dial_covers (a, b), "“%s” “%s”", a, b);
      if (!lintel_dial_covers (a, b) && a[0] != '\0' && b[0] != '\0')
        ck_assert_msg (counterexample || strchr (b, '@') != NULL, "“%s” “%s”", a, b);
    }
}
END_TEST

/* What a matcher says of a whole table, said of its entries one by one. */
static int
find_first_cover (const LintelDialTableUse *use, const char *text, gboolean other)
{
  for (guint i = 0; use->assigned && i < use->n_entries; i++)
    if (lintel_dial_covers (use->entries[i], text)
        && !(other && g_str_equal (use->entries[i], text)))
      return (int) i + 1;
  return 0;
}

START_TEST (finds_the_first_cover_in_a_table)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());

  for (guint round = 0; round < 5000; round++)
    {
      System system;
      g_autoptr (LintelDialMatcher) matcher = NULL;
      char text[LINTEL_NUMBER_LENGTH_MAX + 1];
      gboolean other = g_rand_boolean (rand);

      random_system (rand, &system);
      random_entry (rand, text);
      matcher = lintel_dial_matcher_new (&system.description);
      for (LintelDialTable t = 0; t < LINTEL_DIAL_N_TABLES; t++)
        if (lintel_dial_matcher_find_cover (matcher, t, text, other)
            != find_first_cover (&system.description.table[t], text, other))
          fail_with (&system, "table %u: the first that covers “%s” is not %d", t, text,
                     lintel_dial_matcher_find_cover (matcher, t, text, other));
    }
}
END_TEST

/* Whether the entry leaves room for a number of SHAPE. */
static gboolean
fits_shape (const char *entry, const LintelNumberShape *shape)
{
  guint i = 0;

  for (; entry[i] != '\0' && i < shape->length; i++)
    if (shape->set[i] == 0
        || (entry[i] != '@' && (shape->set[i] >> lintel_dial_symbol (entry[i]) & 1) == 0))
      return FALSE;
  return i > 0 && entry[i] == '\0';
}

/* Random sets, narrow enough that some entries fit and some do not. */
static void
random_shape (GRand *rand, LintelNumberShape *shape)
{
  memset (shape, 0, sizeof *shape);
  shape->length = (guint) g_rand_int_range (rand, 1, 9);
  for (guint i = 0; i < shape->length; i++)
    for (guint n = 0; n < 4; n++)
      shape->set[i] |= (guint16) (1u << g_rand_int_range (rand, 0, LINTEL_DIAL_N_SYMBOLS));
}

static char *
list_fitting (const LintelDialTableUse *use, const LintelNumberShape *shape)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; use->assigned && i < use->n_entries; i++)
    if (use->entries[i] != NULL && fits_shape (use->entries[i], shape))
      g_string_append_printf (text, "%u ", i + 1);
  return g_string_free (text, FALSE);
}

static char *
list_found (const LintelDialMatcher *matcher, LintelDialTable table, const LintelNumberShape *shape)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (int));
  GString *text = g_string_new (NULL);

  lintel_dial_matcher_find_fitting (matcher, table, shape, entries);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (text, "%d ", g_array_index (entries, int, i));
  return g_string_free (text, FALSE);
}

START_TEST (finds_the_entries_that_fit_a_shape)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());

  for (guint round = 0; round < 5000; round++)
    {
      System system;
      g_autoptr (LintelDialMatcher) matcher = NULL;
      LintelNumberShape shape;

      random_system (rand, &system);
      random_shape (rand, &shape);
      matcher = lintel_dial_matcher_new (&system.description);
      for (LintelDialTable t = 0; t < LINTEL_DIAL_N_TABLES; t++)
        {
          g_autofree char *expected = list_fitting (&system.description.table[t], &shape);
          g_autofree char *found = list_found (matcher, t, &shape);

          if (!g_str_equal (expected, found))
            fail_with (&system, "table %u: entries %sfit, found %s", t, expected, found);
        }
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("prop-dial");
  TCase *evaluation = tcase_create ("evaluate");
  TCase *tests = tcase_create ("search");

  tcase_set_timeout (evaluation, 60);
  tcase_add_test (evaluation, evaluates_as_the_design_says);
  suite_add_tcase (suite, evaluation);
  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, finds_what_brute_force_finds);
  tcase_add_test (tests, each_digit_tells_what_may_follow);
  tcase_add_test (tests, covering_means_matching_all_of_it);
  tcase_add_test (tests, finds_the_first_cover_in_a_table);
  tcase_add_test (tests, finds_the_entries_that_fit_a_shape);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
