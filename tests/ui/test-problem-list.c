/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of problems: what stays keeps its item, new problems get the items of those that are
 * gone, and where the user is stays what it is. */

#include "config.h"

#include "app/ui/lint/lintel-finding-list.h"
#include "tests/ui/window-fixture.h"

static LintelFindingList *list;
static GPtrArray *findings; /* of the dental office, all different */
static LintelFindingItem *items[3];
static guint n_changes, position, removed, added; /* what the list told of last */

static void
items_changed_cb (GListModel *model, guint at, guint n_removed, guint n_added)
{
  n_changes++;
  position = at;
  removed = n_removed;
  added = n_added;
}

static LintelFinding *
get_finding (guint n)
{
  return g_ptr_array_index (findings, n);
}

/* Three findings, by their number. */
static void
update (guint one, guint two, guint three)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  g_ptr_array_add (shown, get_finding (one));
  g_ptr_array_add (shown, get_finding (two));
  g_ptr_array_add (shown, get_finding (three));
  n_changes = 0;
  lintel_finding_list_update (list, shown, window_fixture_project ());
}

static LintelFindingItem *
get_item (guint n)
{
  g_autoptr (LintelFindingItem) item = g_list_model_get_item (G_LIST_MODEL (list), n);

  return item;
}

static void
open_list (void)
{
  window_fixture_open ();
  findings = g_ptr_array_ref (
      lintel_linter_get_findings (lintel_document_get_linter (window_fixture_document ())));
  ck_assert_uint_gt (findings->len, 5);
  list = lintel_finding_list_new ();
  update (0, 1, 2);
  for (guint i = 0; i < 3; i++)
    items[i] = g_object_ref (get_item (i));
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), NULL);
}

static void
close_list (void)
{
  for (guint i = 0; i < 3; i++)
    g_clear_object (&items[i]);
  g_clear_object (&list);
  g_clear_pointer (&findings, g_ptr_array_unref);
  window_fixture_close ();
}

static void
assert_item (guint n, guint finding)
{
  ck_assert_ptr_eq (lintel_finding_item_get_finding (get_item (n)), get_finding (finding));
}

START_TEST (nothing_is_told_of_what_stays)
{
  update (0, 1, 2);
  ck_assert_uint_eq (n_changes, 0);
}
END_TEST

START_TEST (a_new_problem_gets_the_item_of_one_that_is_gone)
{
  update (0, 4, 2);
  assert_item (1, 4);
  for (guint i = 0; i < 3; i++)
    ck_assert_ptr_eq (get_item (i), items[i]);
}
END_TEST

/* A filter looks only at what it is told of. */
START_TEST (an_item_of_another_problem_is_told_of)
{
  update (0, 4, 2);
  ck_assert_uint_eq (n_changes, 1);
  ck_assert_uint_eq (position, 1);
  ck_assert_uint_eq (removed, 1);
  ck_assert_uint_eq (added, 1);
}
END_TEST

START_TEST (where_the_user_is_never_turns_into_another_problem)
{
  lintel_finding_list_set_current (list, items[1]);
  update (0, 4, 2);
  assert_item (1, 4);
  ck_assert_ptr_ne (get_item (1), items[1]);
  ck_assert_ptr_eq (get_item (0), items[0]);
  ck_assert_ptr_eq (get_item (2), items[2]);
}
END_TEST

START_TEST (what_stays_keeps_its_item_wherever_it_goes)
{
  update (3, 2, 0);
  ck_assert_ptr_eq (get_item (1), items[2]);
  ck_assert_ptr_eq (get_item (2), items[0]);
  assert_item (0, 3);
  assert_item (1, 2);
  assert_item (2, 0);
}
END_TEST

/* Row and keyboard included; 011 in the table settles some problems and raises others. */
START_TEST (an_edit_leaves_the_user_at_the_same_problem)
{
  LintelLintPane *pane = window_fixture_get ()->lint_pane;
  GtkSingleSelection *selection = lintel_lint_pane_get_selection (pane);
  guint last = g_list_model_get_n_items (G_LIST_MODEL (selection)) - 1;
  GtkWidget *view = window_fixture_find (GTK_WIDGET (pane), GTK_TYPE_COLUMN_VIEW);
  LintelFindingItem *item;
  GtkWidget *focus;

  /* Rows are there once there was a frame. */
  while (!window_fixture_get ()->is_shown)
    g_main_context_iteration (NULL, TRUE);
  window_fixture_settle ();
  lintel_lint_pane_select (pane, last);
  gtk_widget_grab_focus (view);
  window_fixture_settle ();
  item = gtk_single_selection_get_selected_item (selection);
  focus = gtk_window_get_focus (GTK_WINDOW (window_fixture_get ()));
  ck_assert (focus != NULL && gtk_widget_is_ancestor (focus, view));

  window_fixture_set ("21-06-01[1]", "011");
  lintel_document_lint_now (window_fixture_document ());
  window_fixture_settle ();
  ck_assert_uint_ne (gtk_single_selection_get_selected (selection), last);
  ck_assert_ptr_eq (gtk_single_selection_get_selected_item (selection), item);
  ck_assert_ptr_eq (gtk_window_get_focus (GTK_WINDOW (window_fixture_get ())), focus);
}
END_TEST

/* The label of a row's problem, in the second cell. */
static const char *
read_row (GtkWidget *row)
{
  GtkWidget *cell = gtk_widget_get_next_sibling (gtk_widget_get_first_child (row));

  return gtk_label_get_text (
      GTK_LABEL (gtk_widget_get_last_child (gtk_widget_get_first_child (cell))));
}

/* GTK keeps some two hundred rows at a time. */
static char *
write_project_with_many_problems (void)
{
  GString *text = g_string_new ("<lintel xmlns='urn:lintel:project:1' model='sl2100'>");

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "<unknown%u/>", i);
  g_string_append (text, "</lintel>");
  return g_string_free (text, FALSE);
}

static void
open_many (void)
{
  g_autofree char *text = write_project_with_many_problems ();

  window_fixture_open_text (text);
}

static gboolean
reads_as (GtkWidget *row, GListModel *model, guint n)
{
  g_autoptr (LintelFindingItem) item = g_list_model_get_item (model, n);

  return g_str_equal (read_row (row),
                      lintel_finding_get_message (lintel_finding_item_get_finding (item)));
}

/* Farther down the list the same rows stand for other problems. */
START_TEST (rows_used_again_read_as_their_problems)
{
  LintelLintPane *pane = window_fixture_get ()->lint_pane;
  GListModel *model = G_LIST_MODEL (lintel_lint_pane_get_selection (pane));
  GtkWidget *view = window_fixture_find (GTK_WIDGET (pane), GTK_TYPE_COLUMN_VIEW);
  guint n = g_list_model_get_n_items (model);
  GtkWidget *row;

  while (!window_fixture_get ()->is_shown)
    g_main_context_iteration (NULL, TRUE);
  ck_assert_uint_ge (n, 400);
  lintel_lint_pane_select (pane, n - 1);
  for (guint k = 0; k < 100; k++)
    {
      window_fixture_settle ();
      g_usleep (10000);
    }
  row = gtk_widget_get_last_child (gtk_widget_get_last_child (view));
  for (guint k = 1; k <= 20; k++, row = gtk_widget_get_prev_sibling (row))
    ck_assert_msg (reads_as (row, model, n - k), "row %u reads “%s”", n - k, read_row (row));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("problem-list");
  TCase *tcase = tcase_create ("problem-list");
  TCase *many = tcase_create ("many");

  tcase_add_checked_fixture (tcase, open_list, close_list);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, nothing_is_told_of_what_stays);
  tcase_add_test (tcase, a_new_problem_gets_the_item_of_one_that_is_gone);
  tcase_add_test (tcase, an_item_of_another_problem_is_told_of);
  tcase_add_test (tcase, where_the_user_is_never_turns_into_another_problem);
  tcase_add_test (tcase, what_stays_keeps_its_item_wherever_it_goes);
  tcase_add_test (tcase, an_edit_leaves_the_user_at_the_same_problem);
  suite_add_tcase (suite, tcase);
  tcase_add_checked_fixture (many, open_many, window_fixture_close);
  tcase_set_timeout (many, 60);
  tcase_add_test (many, rows_used_again_read_as_their_problems);
  suite_add_tcase (suite, many);
  return window_fixture_run (suite);
}
