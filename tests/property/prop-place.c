/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places as texts: every one comes back from its text, and a summary of many counts each once. */

#include "config.h"

#include "tests/property/random-project.h"
#include "tests/support/test-support.h"

#include <string.h>

static void
assert_round_trip (LintelProject *project, LintelPlace place)
{
  g_autofree char *text = lintel_place_to_string (&place, project);
  g_autoptr (GError) error = NULL;
  LintelPlace back;

  ck_assert_msg (lintel_place_parse (text, project, &back, &error), "%s: %s", text,
                 error != NULL ? error->message : "");
  ck_assert_msg (lintel_place_equal (&place, &back), "%s", text);
  ck_assert_uint_eq (lintel_place_hash (&place), lintel_place_hash (&back));
}

static void
round_trip_item (LintelProject *project, const LintelItem *item)
{
  int columns = item->n_dimensions > 1 ? item->dimension[1].capacity : 1;

  assert_round_trip (project, lintel_place_table (item, 0));
  for (int i = 1; i <= item->dimension[0].capacity; i++)
    for (int j = 1; j <= columns; j++)
      if (lintel_item_has_index (item, lintel_project_get_model (project), "", i, j))
        assert_round_trip (project, lintel_place_cell (item, i, j));
}

START_TEST (every_place_comes_back_from_its_text)
{
  g_autoptr (LintelProject) project = new_project ();
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  scramble (project);
  for (guint p = 0; p < n_programs; p++)
    for (guint k = 0; k < programs[p]->n_items; k++)
      round_trip_item (project, programs[p]->items[k]);
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    assert_round_trip (project, lintel_place_extension (port, LINTEL_FIELD_NAME));
}
END_TEST

/* Reads "47-02-01[3], 47-02-01[5-9] and 2 more places" back: how many places it stands for, each
 * named one struck off NAMED. */
static guint
expand_summary (const char *text, gboolean named[129])
{
  guint n_places = 0;

  while (g_str_has_prefix (text, "47-02-01["))
    {
      guint64 first = g_ascii_strtoull (text + strlen ("47-02-01["), (char **) &text, 10);
      guint64 last = *text == '-' ? g_ascii_strtoull (text + 1, (char **) &text, 10) : first;

      for (; first <= last; first++, n_places++)
        {
          ck_assert_msg (named[first], "47-02-01[%u] is named, but not there", (guint) first);
          named[first] = FALSE;
        }
      text += strspn (text, "], ");
    }
  if (g_str_has_prefix (text, "and "))
    n_places += (guint) g_ascii_strtoull (text + strlen ("and "), NULL, 10);
  return n_places;
}

START_TEST (a_summary_counts_every_place_once)
{
  g_autoptr (LintelProject) project = new_project ();
  const LintelItem *item = lintel_catalogue_find_item (catalogue, "47-02", "01");

  for (int run = 0; run < 1000; run++)
    {
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));
      g_autofree char *text = NULL;
      gboolean there[129] = { FALSE };
      int span = 2 + throw (20);
      guint n_there = 0;

      for (int n = throw (25); n > 0; n--)
        {
          LintelPlace place = lintel_place_cell (item, 1 + throw (span), 1);

          g_array_append_val (places, place);
          n_there += there[place.index[0]] ? 0 : 1;
          there[place.index[0]] = TRUE;
        }
      text = lintel_places_summarize ((gpointer) places->data, places->len, project);
      ck_assert_msg (expand_summary (text, there) == n_there, "%s for %u places", text, n_there);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("place properties");
  TCase *tcase = tcase_create ("place");

  tcase_set_timeout (tcase, 60);
  tcase_add_checked_fixture (tcase, random_project_setup, random_project_teardown);
  tcase_add_test (tcase, every_place_comes_back_from_its_text);
  tcase_add_test (tcase, a_summary_counts_every_place_once);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
