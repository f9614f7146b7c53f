/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that others change or remove while it is open. */

#include "config.h"

#include "tests/ui/safety-fixture.h"

#include <glib/gstdio.h>

static gboolean
wait_for_bar (LintelWindow *window, gboolean there)
{
  gint64 until = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while ((window->file_bar != NULL) != there && g_get_monotonic_time () < until)
    {
      g_usleep (5000);
      safety_settle ();
    }
  return (window->file_bar != NULL) == there;
}

START_TEST (a_change_on_disk_is_told_and_reloaded)
{
  LintelWindow *window;

  safety_open_file ();
  window = safety_window ();
  lintel_window_show_page (window, "21-06");
  safety_change_file ("21-06-01[1]", "900");
  ck_assert (wait_for_bar (window, TRUE));
  g_signal_emit_by_name (window->file_bar, "response", 1);
  safety_settle ();
  ck_assert_ptr_null (safety_dialog ());
  ck_assert_ptr_null (window->file_bar);
  ck_assert_str_eq (lintel_test_get (safety_project (), "21-06-01[1]"), "900");
  ck_assert (!lintel_document_has_changes (safety_document ()));
  ck_assert_str_eq (lintel_window_get_page_key (window), "21-06");
  ck_assert_int_eq (gtk_notebook_get_n_pages (window->notebook), 9);
}
END_TEST

START_TEST (a_reloaded_file_still_says_so_to_others)
{
  g_autofree char *path = NULL;

  safety_open_file ();
  path = g_build_filename (safety_folder, ".office.xml.lintel-lock", NULL);
  lintel_window_reload (safety_window ());
  safety_settle ();
  ck_assert (g_file_test (path, G_FILE_TEST_EXISTS));
  safety_change_file ("21-06-01[1]", "900");
  ck_assert (wait_for_bar (safety_window (), TRUE));
}
END_TEST

START_TEST (reloading_does_not_lose_what_is_edited_meanwhile)
{
  safety_open_file ();
  lintel_window_reload (safety_window ());
  lintel_test_set (safety_project (), "notes", "mine");
  safety_settle ();
  safety_assert_says ("You have changes here that are not saved");
  safety_respond ("cancel");
  ck_assert_str_eq (lintel_test_get (safety_project (), "notes"), "mine");
}
END_TEST

START_TEST (reloading_asks_about_unsaved_changes)
{
  LintelWindow *window;

  safety_open_file ();
  window = safety_window ();
  lintel_test_set (safety_project (), "notes", "mine");
  safety_change_file ("21-06-01[1]", "900");
  ck_assert (wait_for_bar (window, TRUE));
  g_signal_emit_by_name (window->file_bar, "response", 1);
  safety_settle ();
  safety_respond ("cancel");
  ck_assert_str_eq (lintel_test_get (safety_project (), "notes"), "mine");
  g_signal_emit_by_name (window->file_bar, "response", 1);
  safety_settle ();
  safety_respond ("reload");
  ck_assert_str_eq (lintel_test_get (safety_project (), "21-06-01[1]"), "900");
}
END_TEST

START_TEST (saving_does_not_tell_of_itself)
{
  LintelWindow *window;
  gint64 until;

  safety_open_file ();
  window = safety_window ();
  lintel_test_set (safety_project (), "notes", "mine");
  g_action_group_activate_action (G_ACTION_GROUP (window), "save", NULL);
  until = g_get_monotonic_time () + G_USEC_PER_SEC;
  while (g_get_monotonic_time () < until)
    {
      g_usleep (5000);
      safety_settle ();
    }
  ck_assert_ptr_null (window->file_bar);
  ck_assert (!lintel_document_has_changes (safety_document ()));
}
END_TEST

START_TEST (a_removed_file_is_told)
{
  safety_open_file ();
  g_unlink (safety_file);
  ck_assert (wait_for_bar (safety_window (), TRUE));
  lintel_test_set (safety_project (), "notes", "mine");
  g_action_group_activate_action (G_ACTION_GROUP (safety_window ()), "save", NULL);
  safety_settle ();
  ck_assert_ptr_null (safety_dialog ());
  ck_assert (g_file_test (safety_file, G_FILE_TEST_EXISTS));
  ck_assert_ptr_null (safety_window ()->file_bar);
}
END_TEST

/* Even before the bar has come. */
START_TEST (a_changed_file_is_not_overwritten_without_asking)
{
  g_autofree char *theirs = NULL, *after_cancel = NULL, *after = NULL;

  safety_open_file ();
  lintel_test_set (safety_project (), "notes", "mine");
  safety_change_file ("21-06-01[1]", "900");
  theirs = lintel_test_read (safety_file);
  g_action_group_activate_action (G_ACTION_GROUP (safety_window ()), "save", NULL);
  safety_settle ();
  safety_assert_says ("Somebody else changed office.xml");
  safety_respond ("cancel");
  after_cancel = lintel_test_read (safety_file);
  ck_assert_str_eq (after_cancel, theirs);
  ck_assert (lintel_document_has_changes (safety_document ()));

  g_action_group_activate_action (G_ACTION_GROUP (safety_window ()), "save", NULL);
  safety_settle ();
  safety_respond ("overwrite");
  after = lintel_test_read (safety_file);
  ck_assert_ptr_nonnull (strstr (after, "mine"));
  ck_assert (!lintel_document_has_changes (safety_document ()));
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { a_change_on_disk_is_told_and_reloaded,
                                 a_reloaded_file_still_says_so_to_others,
                                 reloading_does_not_lose_what_is_edited_meanwhile,
                                 reloading_asks_about_unsaved_changes,
                                 saving_does_not_tell_of_itself,
                                 a_removed_file_is_told,
                                 a_changed_file_is_not_overwritten_without_asking };

  return safety_run_tests ("file watch", tests, G_N_ELEMENTS (tests));
}
