/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of problems and what it explains keep their size in a window of another one. */

#include "config.h"

#include "app/ui/lintel-settings.h"
#include "app/ui/safety/lintel-opening.h"
#include "app/ui/safety/lintel-window-state.h"
#include "tests/ui/window-fixture.h"

#define LINT_HEIGHT 280
#define DETAILS_WIDTH 400

static GtkPaned *
get_details_pane (LintelWindow *window)
{
  return GTK_PANED (window_fixture_find (GTK_WIDGET (window->lint_pane), GTK_TYPE_PANED));
}

/* Waits until what is in the window has been laid out anew. */
static void
resize (LintelWindow *window, int width, int height)
{
  int before = gtk_widget_get_height (GTK_WIDGET (window->paned));

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  while (gtk_widget_get_height (GTK_WIDGET (window->paned)) == before)
    g_main_context_iteration (NULL, TRUE);
  window_fixture_settle ();
}

static int
get_details_width (LintelWindow *window)
{
  GtkPaned *pane = get_details_pane (window);

  return gtk_widget_get_width (GTK_WIDGET (pane)) - gtk_paned_get_position (pane);
}

static void
choose_sizes (LintelWindow *window)
{
  int height = gtk_widget_get_height (GTK_WIDGET (window->paned));
  int width = gtk_widget_get_width (GTK_WIDGET (get_details_pane (window)));

  gtk_paned_set_position (window->paned, height - LINT_HEIGHT);
  gtk_paned_set_position (get_details_pane (window), width - DETAILS_WIDTH);
  window_fixture_settle ();
}

START_TEST (another_size_of_the_window_is_for_the_tabs)
{
  LintelWindow *window = window_fixture_get ();

  resize (window, 1300, 900);
  choose_sizes (window);
  lintel_window_remember_state (window);
  resize (window, 1000, 620);
  gtk_paned_set_position (window->paned, 210);
  ck_assert (lintel_window_restore_state (window));
  window_fixture_settle ();
  ck_assert_int_eq (lintel_window_get_lint_height (window), LINT_HEIGHT);
  ck_assert_int_eq (get_details_width (window), DETAILS_WIDTH);
}
END_TEST

START_TEST (nothing_grows_from_one_time_to_the_next)
{
  g_autofree char *file = g_strdup (window_fixture_file ());
  LintelWindow *window = window_fixture_get ();

  resize (window, 1100, 760);
  choose_sizes (window);
  gtk_window_close (GTK_WINDOW (window));
  window_fixture_settle ();
  ck_assert_ptr_null (window_fixture_get ());

  lintel_opening_start (window_fixture_application (), file);
  window_fixture_settle ();
  window = LINTEL_WINDOW (lintel_application_find_window (window_fixture_application (), file));
  while (!window->is_shown)
    g_main_context_iteration (NULL, TRUE);
  window_fixture_settle ();
  ck_assert_int_eq (lintel_window_get_lint_height (window), LINT_HEIGHT);
  ck_assert_int_eq (get_details_width (window), DETAILS_WIDTH);
  gtk_window_destroy (GTK_WINDOW (window));
}
END_TEST

START_TEST (a_window_that_showed_the_start_page_has_its_room_too)
{
  LintelWindow *window = lintel_window_new (window_fixture_application ());
  g_autofree char *other = g_build_filename (window_fixture_folder (), "other.xml", NULL);
  g_autofree char *text = lintel_test_read (window_fixture_file ());

  ck_assert (g_file_set_contents (other, text, -1, NULL));
  lintel_settings_set_int ("lint-height", 333);
  gtk_window_present (GTK_WINDOW (window));
  while (!window->is_shown)
    g_main_context_iteration (NULL, TRUE);
  lintel_opening_start (window_fixture_application (), other);
  window_fixture_settle ();
  ck_assert_ptr_nonnull (lintel_window_get_document (window));
  while (lintel_window_get_lint_height (window) == 0)
    g_main_context_iteration (NULL, TRUE);
  ck_assert_int_eq (lintel_window_get_lint_height (window), 333);
  gtk_window_destroy (GTK_WINDOW (window));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("window size");
  TCase *tcase = tcase_create ("window size");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, another_size_of_the_window_is_for_the_tabs);
  tcase_add_test (tcase, nothing_grows_from_one_time_to_the_next);
  tcase_add_test (tcase, a_window_that_showed_the_start_page_has_its_room_too);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
