/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries that cover others, each number of the one being a number of the other, and entries that
 * fit a pattern of numbers. */

#include "config.h"

#include "tests/property/slow-dial.h"
#include "tests/support/test-support.h"

#include <string.h>

START_TEST (covering_means_matching_all_of_it)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());

  for (guint round = 0; round < lintel_test_share (N_SYSTEMS * 5); round++)
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

  for (guint round = 0; round < lintel_test_share (5000); round++)
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

  for (guint round = 0; round < lintel_test_share (5000); round++)
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
  Suite *suite = suite_create ("prop-dial-cover");
  TCase *tcase = tcase_create ("cover");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, covering_means_matching_all_of_it);
  tcase_add_test (tcase, finds_the_first_cover_in_a_table);
  tcase_add_test (tcase, finds_the_entries_that_fit_a_shape);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
