/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows edits late: after the list of problems, not while hidden, and with the rows that
 * stay right. */

#include "config.h"

#include "app/ui/lintel-late-update.h"
#include "app/ui/overview/lintel-record-list.h"
#include "tests/ui/window-fixture.h"

static GtkWidget *label;
static guint n_updates;

static void
update_cb (GtkWidget *widget)
{
  ck_assert_ptr_eq (widget, label);
  n_updates++;
}

/* On the Overview, which is in front. */
static void
open_label (void)
{
  window_fixture_open ();
  while (!window_fixture_get ()->is_shown)
    g_main_context_iteration (NULL, TRUE);
  label = gtk_label_new ("");
  n_updates = 0;
  lintel_late_update_init (label, update_cb);
}

static void
show_label (void)
{
  GtkWidget *page = window_fixture_find (GTK_WIDGET (window_fixture_get ()), GTK_TYPE_GRID);

  gtk_grid_attach (GTK_GRID (page), label, 0, 5, 1, 1);
  window_fixture_settle ();
  ck_assert (gtk_widget_get_mapped (label));
}

START_TEST (what_is_hidden_waits_until_it_is_shown)
{
  lintel_late_update_queue (label);
  window_fixture_settle ();
  ck_assert_uint_eq (n_updates, 0);
  show_label ();
  ck_assert_uint_eq (n_updates, 1);
}
END_TEST

START_TEST (some_edits_are_one_update_afterwards)
{
  show_label ();
  lintel_late_update_queue (label);
  lintel_late_update_queue (label);
  ck_assert_uint_eq (n_updates, 0);
  window_fixture_settle ();
  ck_assert_uint_eq (n_updates, 1);
}
END_TEST

START_TEST (what_is_hidden_before_its_update_waits)
{
  show_label ();
  lintel_late_update_queue (label);
  gtk_widget_set_visible (label, FALSE);
  window_fixture_settle ();
  ck_assert_uint_eq (n_updates, 0);
  gtk_widget_set_visible (label, TRUE);
  ck_assert_uint_eq (n_updates, 1);
}
END_TEST

START_TEST (who_needs_it_gets_it_at_once_and_once)
{
  show_label ();
  lintel_late_update_now (label);
  ck_assert_uint_eq (n_updates, 0);
  lintel_late_update_queue (label);
  lintel_late_update_now (label);
  ck_assert_uint_eq (n_updates, 1);
  window_fixture_settle ();
  ck_assert_uint_eq (n_updates, 1);
}
END_TEST

static void
linted_cb (LintelDocument *document, guint *n_seen)
{
  *n_seen = n_updates;
  g_signal_handlers_disconnect_by_data (document, n_seen);
}

START_TEST (the_list_of_problems_comes_first)
{
  guint n_seen = 1;

  show_label ();
  g_signal_connect_object (window_fixture_document (), "edited",
                           G_CALLBACK (lintel_late_update_queue), label, G_CONNECT_SWAPPED);
  g_signal_connect (window_fixture_document (), "linted", G_CALLBACK (linted_cb), &n_seen);
  window_fixture_set ("21-06-01[1]", "011");
  window_fixture_settle ();
  ck_assert_uint_eq (n_seen, 0);
  ck_assert_uint_ge (n_updates, 1);
}
END_TEST

START_TEST (a_row_stays_with_its_record)
{
  GtkWidget *list, *row;

  while (!window_fixture_get ()->is_shown)
    g_main_context_iteration (NULL, TRUE);
  window_fixture_set ("dial-test[1].number", "911");
  window_fixture_set ("dial-test[1].from", "104");
  window_fixture_settle ();
  list = window_fixture_find (GTK_WIDGET (window_fixture_get ()), LINTEL_TYPE_RECORD_LIST);
  row = window_fixture_find (list, ADW_TYPE_ACTION_ROW);
  ck_assert_ptr_nonnull (row);

  window_fixture_set ("dial-test[1].from", "105");
  window_fixture_settle ();
  ck_assert_ptr_eq (window_fixture_find (list, ADW_TYPE_ACTION_ROW), row);
  ck_assert_ptr_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "105"));

  window_fixture_set ("dial-test[1].number", "411");
  window_fixture_settle ();
  row = window_fixture_find (list, ADW_TYPE_ACTION_ROW);
  ck_assert_str_eq (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "411");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("late-update");
  TCase *tcase = tcase_create ("late-update");
  TCase *rows = tcase_create ("rows");

  tcase_add_checked_fixture (tcase, open_label, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, what_is_hidden_waits_until_it_is_shown);
  tcase_add_test (tcase, some_edits_are_one_update_afterwards);
  tcase_add_test (tcase, what_is_hidden_before_its_update_waits);
  tcase_add_test (tcase, who_needs_it_gets_it_at_once_and_once);
  tcase_add_test (tcase, the_list_of_problems_comes_first);
  suite_add_tcase (suite, tcase);
  tcase_add_checked_fixture (rows, window_fixture_open, window_fixture_close);
  tcase_set_timeout (rows, 60);
  tcase_add_test (rows, a_row_stays_with_its_record);
  suite_add_tcase (suite, rows);
  return window_fixture_run (suite);
}
