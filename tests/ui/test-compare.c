/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tab that compares: what it lists, while one edits, and where its rows lead. */

#include "config.h"

#include "tests/ui/window-fixture.h"

#include "app/ui/compare/lintel-compare-page.h"
#include "app/ui/compare/lintel-difference.h"
#include "lintel/xml.h"
#include "tests/support/largest-system.h"

#include <string.h>

static LintelComparePage *
show_page (void)
{
  return LINTEL_COMPARE_PAGE (lintel_window_show_page (window_fixture_get (), "compare"));
}

static LintelComparer *
get_comparer (void)
{
  return lintel_compare_page_get_comparer (show_page ());
}

/* Until the lists are those of the project as it is now. */
static void
wait (void)
{
  while (lintel_comparer_is_running (get_comparer ()))
    g_main_context_iteration (NULL, TRUE);
  window_fixture_settle ();
}

static GListModel *
get_places (void)
{
  return lintel_comparer_get_places (get_comparer ());
}

static GListModel *
get_reach (void)
{
  return lintel_comparer_get_reach (get_comparer ());
}

static void
assert_row (GListModel *rows, guint n, guint column, const char *expected)
{
  g_autoptr (LintelDifference) row = g_list_model_get_item (rows, n);

  ck_assert_ptr_nonnull (row);
  ck_assert_str_eq (lintel_difference_get_column (row, column), expected);
}

START_TEST (an_edit_shows_by_cell_and_by_behaviour)
{
  show_page ();
  wait ();
  ck_assert_uint_eq (g_list_model_get_n_items (get_places ()), 0);
  ck_assert_uint_eq (g_list_model_get_n_items (get_reach ()), 0);

  window_fixture_set ("21-06-01[1]", "011");
  wait ();
  ck_assert_uint_eq (g_list_model_get_n_items (get_places ()), 1);
  assert_row (get_places (), 0, LINTEL_DIFFERENCE_PLACE, "21-06-01[1]");
  assert_row (get_places (), 0, LINTEL_DIFFERENCE_OLD, "(blank)");
  assert_row (get_places (), 0, LINTEL_DIFFERENCE_NEW, "011");
  assert_row (get_places (), 0, LINTEL_DIFFERENCE_AFFECTED, "extensions 101-112, 213-216");
  ck_assert_uint_gt (g_list_model_get_n_items (get_reach ()), 0);
  assert_row (get_reach (), 0, LINTEL_DIFFERENCE_CHANGE, "No longer");
  assert_row (get_reach (), 0, LINTEL_DIFFERENCE_DESTINATION, "International");
  assert_row (get_reach (), 0, LINTEL_DIFFERENCE_WHO, "extensions 101-112, 213-216");
  assert_row (get_reach (), 0, LINTEL_DIFFERENCE_MODES, "all modes");

  ck_assert (lintel_project_undo (window_fixture_project ()));
  wait ();
  ck_assert_uint_eq (g_list_model_get_n_items (get_places ()), 0);
  ck_assert_uint_eq (g_list_model_get_n_items (get_reach ()), 0);
}
END_TEST

START_TEST (what_passed_meanwhile_is_thrown_away)
{
  show_page ();
  wait ();
  for (int n = 1; n <= 8; n++)
    {
      g_autofree char *place = g_strdup_printf ("21-06-01[%d]", n);

      window_fixture_set (place, "0119");
      g_main_context_iteration (NULL, FALSE);
      g_usleep (15000);
    }
  window_fixture_set ("21-06-01[8]", NULL);
  wait ();
  ck_assert_uint_eq (g_list_model_get_n_items (get_places ()), 7);
}
END_TEST

static void
activate (GListModel *rows, guint n)
{
  GtkWidget *page = GTK_WIDGET (show_page ());
  GtkWidget *view = window_fixture_find (page, GTK_TYPE_COLUMN_VIEW);

  /* The second list is in the other half of the stack. */
  if (rows == get_reach ())
    {
      GtkWidget *switcher = window_fixture_find (page, GTK_TYPE_STACK_SWITCHER);
      GtkStack *stack = gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (switcher));

      gtk_stack_set_visible_child_name (stack, "reach");
      view = window_fixture_find (gtk_stack_get_visible_child (stack), GTK_TYPE_COLUMN_VIEW);
    }
  g_signal_emit_by_name (view, "activate", n);
  window_fixture_settle ();
}

START_TEST (a_row_leads_to_its_cell)
{
  g_autofree char *place = NULL, *class = NULL;

  window_fixture_set ("21-06-01[1]", "011");
  show_page ();
  wait ();
  activate (get_places (), 0);
  ck_assert_str_eq (lintel_window_get_page_key (window_fixture_get ()), "21-06");
  place = window_fixture_cursor ();
  ck_assert_str_eq (place, "21-06-01[1]");

  activate (get_reach (), 0);
  ck_assert_str_eq (lintel_window_get_page_key (window_fixture_get ()), "21-04");
  class = window_fixture_cursor ();
  ck_assert_str_eq (class, "21-04-01[101,1]");
}
END_TEST

START_TEST (the_filter_and_the_copy_have_the_same_lines)
{
  LintelComparePage *page;
  GtkWidget *entry;
  g_autofree char *all = NULL, *some = NULL;

  window_fixture_set ("21-06-01[1]", "011");
  window_fixture_set ("47-02-01[5]", "0");
  page = show_page ();
  wait ();
  all = lintel_compare_page_to_text (page);
  ck_assert_ptr_nonnull (
      strstr (all, "21-06-01[1] International Call Restriction Table: (blank) → 011 (ext"));
  ck_assert_ptr_nonnull (strstr (all, "\n- international: extensions 101-112, 213-216 in all modes "
                                      "can no longer call "));
  ck_assert (lintel_page_focus_search (LINTEL_PAGE (page)));
  entry = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window_fixture_get ())),
                                   GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "MAILBOX type");
  g_signal_emit_by_name (entry, "activate");
  some = lintel_compare_page_to_text (page);
  ck_assert_ptr_nonnull (strstr (some, "47-02-01[5] Mailbox type: "));
  ck_assert_ptr_eq (strchr (some, '\n'), some + strlen (some) - 1);
}
END_TEST

/* A file that was chosen is the source until it is given up. */
START_TEST (another_file_is_a_source)
{
  g_autofree char *path = g_build_filename (window_fixture_folder (), "old.xml", NULL);

  ck_assert (lintel_xml_write_file (window_fixture_project (), path, NULL));
  window_fixture_set ("21-05-01[1]", "1");
  lintel_window_compare (window_fixture_get (), path);
  wait ();
  ck_assert_str_eq (lintel_window_get_page_key (window_fixture_get ()), "compare");
  ck_assert_int_eq (lintel_comparer_get_source (get_comparer ()), LINTEL_COMPARE_BASELINE);
  ck_assert_uint_eq (g_list_model_get_n_items (get_places ()), 1);
  assert_row (get_places (), 0, LINTEL_DIFFERENCE_PLACE, "21-05-01[1]");

  window_fixture_activate ("stop-comparing");
  wait ();
  ck_assert_int_eq (lintel_comparer_get_source (get_comparer ()), LINTEL_COMPARE_SAVED);
}
END_TEST

/* A template differs in what it says, not in whose system it is. */
START_TEST (templates_are_sources)
{
  lintel_compare_page_set_source (show_page (), LINTEL_COMPARE_FACTORY);
  wait ();
  ck_assert_ptr_null (lintel_comparer_get_problem (get_comparer ()));
  ck_assert_uint_eq (g_list_model_get_n_items (get_places ()), 0);
  window_fixture_set ("47-02-01[5]", "0");
  wait ();
  assert_row (get_places (), 0, LINTEL_DIFFERENCE_PLACE, "47-02-01[5]");

  lintel_compare_page_set_source (show_page (), LINTEL_COMPARE_HARDENED);
  wait ();
  ck_assert_ptr_null (lintel_comparer_get_problem (get_comparer ()));
  assert_row (get_places (), 0, LINTEL_DIFFERENCE_PLACE, "21-04-01[213,1]");
  assert_row (get_places (), 0, LINTEL_DIFFERENCE_OLD, "15");
  assert_row (get_reach (), 0, LINTEL_DIFFERENCE_CHANGE, "Newly");
}
END_TEST

static gboolean
tick_cb (gpointer data)
{
  gint64 *ticks = data, now = g_get_monotonic_time ();

  if (ticks[0] > 0)
    ticks[1] = MAX (ticks[1], now - ticks[0]);
  ticks[0] = now;
  return G_SOURCE_CONTINUE;
}

/* Everything differs in the largest system: the window goes on meanwhile. */
START_TEST (the_largest_system_does_not_stop_the_window)
{
  LintelProject *project = window_fixture_project ();
  g_autoptr (LintelProject) largest =
      lintel_test_make_largest_system (lintel_project_get_catalogue (project), 1);
  g_autoptr (GPtrArray) edits = lintel_project_diff (project, largest);
  gint64 ticks[2] = { 0 };
  guint timer;

  show_page ();
  wait ();
  ck_assert (lintel_project_apply (project, "", NULL, edits, NULL));
  lintel_document_lint_now (window_fixture_document ());
  window_fixture_settle ();
  timer = g_timeout_add (1, tick_cb, ticks);
  lintel_compare_page_set_source (show_page (), LINTEL_COMPARE_FACTORY);
  while (lintel_comparer_is_running (get_comparer ()))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  ck_assert_uint_gt (g_list_model_get_n_items (get_places ()), 3000);
  g_print ("longest pause while comparing: %d ms\n", (int) (ticks[1] / 1000));
  ck_assert_int_lt (ticks[1], 400 * 1000);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("compare");
  TCase *tcase = tcase_create ("compare");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, an_edit_shows_by_cell_and_by_behaviour);
  tcase_add_test (tcase, what_passed_meanwhile_is_thrown_away);
  tcase_add_test (tcase, a_row_leads_to_its_cell);
  tcase_add_test (tcase, the_filter_and_the_copy_have_the_same_lines);
  tcase_add_test (tcase, another_file_is_a_source);
  tcase_add_test (tcase, templates_are_sources);
  tcase_add_test (tcase, the_largest_system_does_not_stop_the_window);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
