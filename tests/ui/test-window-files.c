/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in this process: closing, saving, opening and exporting its project. */

#include "config.h"

#include "tests/ui/window-fixture.h"

#include "app/ui/safety/lintel-opening.h"

START_TEST (closing_asks_about_changes)
{
  LintelPlace place = window_fixture_place ("customer.name");

  ck_assert (lintel_project_set (window_fixture_project (), "test", &place, "Other", NULL));
  gtk_window_close (GTK_WINDOW (window_fixture_get ()));
  window_fixture_settle ();
  ck_assert_ptr_nonnull (window_fixture_get ());
  window_fixture_respond ("cancel");
  ck_assert_ptr_nonnull (window_fixture_get ());

  gtk_window_close (GTK_WINDOW (window_fixture_get ()));
  window_fixture_settle ();
  window_fixture_respond ("save");
  ck_assert_ptr_null (window_fixture_get ());
  {
    g_autofree char *text = lintel_test_read (window_fixture_file ());

    ck_assert_ptr_nonnull (strstr (text, "name=\"Other\""));
  }
}
END_TEST

START_TEST (closing_without_changes_does_not_ask)
{
  gtk_window_close (GTK_WINDOW (window_fixture_get ()));
  window_fixture_settle ();
  ck_assert_ptr_null (window_fixture_get ());
}
END_TEST

START_TEST (discarding_leaves_the_file_alone)
{
  g_autofree char *before = lintel_test_read (window_fixture_file ());
  g_autofree char *after = NULL;
  LintelPlace place = window_fixture_place ("customer.name");

  ck_assert (lintel_project_set (window_fixture_project (), "test", &place, "Other", NULL));
  gtk_window_close (GTK_WINDOW (window_fixture_get ()));
  window_fixture_settle ();
  window_fixture_respond ("discard");
  ck_assert_ptr_null (window_fixture_get ());
  after = lintel_test_read (window_fixture_file ());
  ck_assert_str_eq (after, before);
}
END_TEST

START_TEST (a_failed_save_says_so_and_keeps_the_changes)
{
  LintelPlace place = window_fixture_place ("customer.name");

  ck_assert (lintel_project_set (window_fixture_project (), "test", &place, "Other", NULL));
  lintel_test_remove_folder (window_fixture_folder ());
  window_fixture_activate ("save");
  ck_assert (lintel_document_has_changes (window_fixture_document ()));
  window_fixture_respond ("close");
}
END_TEST

START_TEST (an_export_with_errors_is_stopped)
{
  GtkWindow *dialog;

  window_fixture_activate ("export");
  dialog = window_fixture_dialog ();
  ck_assert (!gtk_widget_get_sensitive (gtk_window_get_default_widget (dialog)));
  gtk_window_destroy (dialog);
}
END_TEST

START_TEST (a_file_that_cannot_be_opened_is_named)
{
  LintelWindow *empty = lintel_window_new (window_fixture_application ());
  GtkWindow *dialog;

  gtk_window_present (GTK_WINDOW (empty));
  lintel_opening_start (window_fixture_application (), "/nowhere/office.xml");
  window_fixture_settle ();
  dialog = window_fixture_dialog_over (GTK_WINDOW (empty));
  ck_assert_ptr_nonnull (
      strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "office.xml"));
  gtk_window_destroy (dialog);
  ck_assert_ptr_null (lintel_window_get_document (empty));
  gtk_window_destroy (GTK_WINDOW (empty));
}
END_TEST

static void
click_default (GtkWindow *dialog)
{
  GtkWidget *button = gtk_window_get_default_widget (dialog);

  ck_assert (GTK_IS_BUTTON (button) && gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  window_fixture_settle ();
}

START_TEST (a_new_project_is_hardened_and_worth_saving)
{
  LintelWindow *kept = window_fixture_get ();
  GtkWindow *opened;
  LintelDocument *document;

  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_application ()), "new", NULL);
  window_fixture_settle ();
  click_default (window_fixture_dialog ());
  opened = gtk_application_get_active_window (GTK_APPLICATION (window_fixture_application ()));
  ck_assert (LINTEL_IS_WINDOW (opened) && LINTEL_WINDOW (opened) != kept);
  document = lintel_window_get_document (LINTEL_WINDOW (opened));
  ck_assert (lintel_document_has_changes (document));
  ck_assert_ptr_null (lintel_project_get_undo_label (lintel_document_get_project (document)));
  lintel_document_lint_now (document);
  ck_assert_uint_eq (lintel_document_count (document, LINTEL_SEVERITY_ERROR), 0);
  gtk_window_destroy (opened);
}
END_TEST

START_TEST (an_export_without_errors_is_written)
{
  g_autofree char *project = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  window_fixture_activate ("fix-all");
  window_fixture_respond ("apply");
  window_fixture_activate ("export");
  click_default (window_fixture_dialog ());
  while (!ADW_IS_MESSAGE_DIALOG (window_fixture_dialog ()))
    g_main_context_iteration (NULL, TRUE);
  window_fixture_respond ("close");
  /* Beside the project's window_fixture_file (), in a folder named after the customer. */
  dir = g_dir_open (window_fixture_folder (), 0, NULL);
  ck_assert_ptr_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, " database"))
      project = g_build_filename (window_fixture_folder (), name, "project.xml", NULL);
  ck_assert_ptr_nonnull (project);
  ck_assert (g_file_test (project, G_FILE_TEST_IS_REGULAR));
}
END_TEST

START_TEST (examples_open_as_copies)
{
  GtkWindow *opened;

  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_application ()), "open-example",
                                  g_variant_new_string ("hardened-office"));
  window_fixture_settle ();
  opened = gtk_application_get_active_window (GTK_APPLICATION (window_fixture_application ()));
  ck_assert (LINTEL_IS_WINDOW (opened) && LINTEL_WINDOW (opened) != window_fixture_get ());
  ck_assert_ptr_null (
      lintel_document_get_path (lintel_window_get_document (LINTEL_WINDOW (opened))));
  gtk_window_destroy (opened);
}
END_TEST

static Suite *
make_suite (void)
{
  Suite *suite = suite_create ("window-files");
  TCase *tcase = tcase_create ("files");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, closing_asks_about_changes);
  tcase_add_test (tcase, closing_without_changes_does_not_ask);
  tcase_add_test (tcase, discarding_leaves_the_file_alone);
  tcase_add_test (tcase, a_failed_save_says_so_and_keeps_the_changes);
  tcase_add_test (tcase, an_export_with_errors_is_stopped);
  tcase_add_test (tcase, a_file_that_cannot_be_opened_is_named);
  tcase_add_test (tcase, a_new_project_is_hardened_and_worth_saving);
  tcase_add_test (tcase, an_export_without_errors_is_written);
  tcase_add_test (tcase, examples_open_as_copies);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return window_fixture_run (make_suite ());
}
