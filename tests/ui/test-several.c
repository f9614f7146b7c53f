/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several projects in several windows, and the files that were open before. */

#include "config.h"

#include "tests/ui/window-fixture.h"

#include "app/ui/lintel-recent.h"
#include "app/ui/lintel-start-page.h"
#include "app/ui/safety/lintel-opening.h"

#include <glib/gstdio.h>

static LintelWindow *second;

static LintelApplication *
get_application (void)
{
  return LINTEL_APPLICATION (g_application_get_default ());
}

static char *
write_second_file (void)
{
  g_autofree char *source = lintel_test_source ("data/examples/law-office.xml");
  g_autofree char *text = lintel_test_read (source);
  char *path = g_build_filename (window_fixture_folder (), "second.xml", NULL);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* The dental office in one window, the law office in another. */
static void
open_both (void)
{
  g_autofree char *path = NULL;

  window_fixture_open ();
  path = write_second_file ();
  lintel_opening_start (get_application (), path);
  window_fixture_settle ();
  second = LINTEL_WINDOW (lintel_application_find_window (get_application (), path));
  g_object_add_weak_pointer (G_OBJECT (second), (gpointer *) &second);
}

static void
close_both (void)
{
  if (second != NULL)
    gtk_window_destroy (GTK_WINDOW (second));
  window_fixture_close ();
}

static void
change (LintelWindow *window)
{
  LintelProject *project = lintel_document_get_project (lintel_window_get_document (window));
  LintelPlace place;

  ck_assert (lintel_place_parse ("extension[1].name", project, &place, NULL));
  ck_assert (lintel_project_set (project, "test", &place, "Lobby", NULL));
}

static void
quit (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (get_application ()), "quit", NULL);
  window_fixture_settle ();
}

static gboolean
has_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) candidate = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (candidate) && gtk_widget_get_visible (GTK_WIDGET (candidate)))
        return TRUE;
    }
  return FALSE;
}

/* The one question there is, and the window that it is about. */
static AdwMessageDialog *
get_question (LintelWindow **window)
{
  AdwMessageDialog *question = NULL;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) candidate = g_list_model_get_item (windows, i);

      if (!ADW_IS_MESSAGE_DIALOG (candidate) || !gtk_widget_get_visible (GTK_WIDGET (candidate)))
        continue;
      ck_assert_msg (question == NULL, "two questions at once");
      question = ADW_MESSAGE_DIALOG (candidate);
    }
  ck_assert_ptr_nonnull (question);
  *window = LINTEL_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (question)));
  return question;
}

static void
answer (const char *response)
{
  LintelWindow *window;
  AdwMessageDialog *question = get_question (&window);

  g_object_add_weak_pointer (G_OBJECT (question), (gpointer *) &question);
  adw_message_dialog_response (question, response);
  if (question != NULL)
    gtk_window_destroy (GTK_WINDOW (question));
  window_fixture_settle ();
}

START_TEST (quitting_asks_about_one_window_after_the_other)
{
  LintelWindow *first_asked, *then_asked;

  change (window_fixture_get ());
  change (second);
  quit ();
  get_question (&first_asked);
  quit ();
  answer ("discard");
  get_question (&then_asked);
  ck_assert_ptr_ne (first_asked, then_asked);
  answer ("save");
  while (window_fixture_get () != NULL || second != NULL)
    g_main_context_iteration (NULL, TRUE);
}
END_TEST

START_TEST (who_does_not_answer_keeps_what_is_left)
{
  g_autofree char *path = g_build_filename (window_fixture_folder (), "second.xml", NULL);
  g_autofree char *before = lintel_test_read (path);
  g_autofree char *after = NULL;

  change (second);
  quit ();
  answer ("cancel");
  ck_assert_ptr_nonnull (window_fixture_get ());
  ck_assert_ptr_nonnull (second);
  after = lintel_test_read (path);
  ck_assert_str_eq (after, before);
}
END_TEST

START_TEST (closing_one_window_leaves_the_other)
{
  change (window_fixture_get ());
  gtk_window_close (GTK_WINDOW (second));
  window_fixture_settle ();
  ck_assert_ptr_null (second);
  ck_assert (lintel_document_has_changes (window_fixture_document ()));
  gtk_window_close (GTK_WINDOW (window_fixture_get ()));
  window_fixture_settle ();
  answer ("cancel");
  ck_assert_ptr_nonnull (window_fixture_get ());
}
END_TEST

static gboolean
is_listed (const char *path)
{
  g_autoptr (GPtrArray) recent = lintel_recent_list (G_MAXUINT);

  for (guint i = 0; i < recent->len; i++)
    if (g_str_equal (g_ptr_array_index (recent, i), path))
      return TRUE;
  return FALSE;
}

START_TEST (a_recent_file_that_is_gone_is_not_offered)
{
  g_autofree char *path = g_build_filename (window_fixture_folder (), "second.xml", NULL);

  ck_assert (is_listed (path));
  gtk_window_destroy (GTK_WINDOW (second));
  g_remove (path);
  ck_assert (!is_listed (path));
}
END_TEST

/* It went while the list was on the screen. */
START_TEST (opening_a_file_that_is_gone_says_so)
{
  g_autofree char *path = g_build_filename (window_fixture_folder (), "gone.xml", NULL);
  LintelWindow *window;
  AdwMessageDialog *said;

  g_action_group_activate_action (G_ACTION_GROUP (get_application ()), "open-file",
                                  g_variant_new_string (path));
  while (!has_question ())
    g_main_context_iteration (NULL, TRUE);
  said = get_question (&window);
  ck_assert_str_eq (adw_message_dialog_get_heading (said), "This file cannot be opened");
  ck_assert_ptr_nonnull (strstr (adw_message_dialog_get_body (said), "gone.xml"));
  answer ("close");
}
END_TEST

START_TEST (about_says_what_this_is)
{
  GtkWindow *about = NULL;
  GListModel *windows = gtk_window_get_toplevels ();

  g_action_group_activate_action (G_ACTION_GROUP (get_application ()), "about", NULL);
  window_fixture_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) candidate = g_list_model_get_item (windows, i);

      if (ADW_IS_ABOUT_WINDOW (candidate))
        about = candidate;
    }
  ck_assert_ptr_nonnull (about);
  ck_assert_str_eq (adw_about_window_get_version (ADW_ABOUT_WINDOW (about)), LINTEL_VERSION);
  ck_assert_int_eq (adw_about_window_get_license_type (ADW_ABOUT_WINDOW (about)),
                    GTK_LICENSE_GPL_3_0);
  gtk_window_close (about);
  window_fixture_settle ();
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("several windows");
  TCase *tcase = tcase_create ("several windows");

  tcase_add_checked_fixture (tcase, open_both, close_both);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, quitting_asks_about_one_window_after_the_other);
  tcase_add_test (tcase, who_does_not_answer_keeps_what_is_left);
  tcase_add_test (tcase, closing_one_window_leaves_the_other);
  tcase_add_test (tcase, a_recent_file_that_is_gone_is_not_offered);
  tcase_add_test (tcase, opening_a_file_that_is_gone_says_so);
  tcase_add_test (tcase, about_says_what_this_is);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
