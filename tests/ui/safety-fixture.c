/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/ui/safety-fixture.h"

#include "app/ui/safety/lintel-opening.h"

char *safety_folder, *safety_file, *safety_state;

GPtrArray *
safety_list_windows (GType type)
{
  GListModel *all = gtk_window_get_toplevels ();
  GPtrArray *windows = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (window))
        g_ptr_array_add (windows, window);
    }
  return windows;
}

static gboolean
is_busy (void)
{
  g_autoptr (GPtrArray) windows = safety_list_windows (LINTEL_TYPE_WINDOW);

  for (guint i = 0; i < windows->len; i++)
    {
      const LintelWindow *window = g_ptr_array_index (windows, i);

      if (window->saving.path != NULL || window->reloading)
        return TRUE;
    }
  return FALSE;
}

void
safety_settle (void)
{
  while (g_main_context_pending (NULL) || lintel_opening_is_waiting () || is_busy ())
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (void)
{
  g_autofree char *source = lintel_test_example ("dental-office");
  g_autofree char *text = lintel_test_read (source);

  safety_folder = lintel_test_make_folder ();
  safety_file = g_build_filename (safety_folder, "office.xml", NULL);
  safety_state = lintel_journal_folder ();
  ck_assert (g_file_set_contents (safety_file, text, -1, NULL));
}

static void
remove_journals (void)
{
  g_autoptr (GPtrArray) left = lintel_recovery_list (safety_state);

  for (guint i = 0; i < left->len; i++)
    lintel_recovery_discard (g_ptr_array_index (left, i));
}

static void
tear_down (void)
{
  g_autoptr (GPtrArray) dialogs = safety_list_windows (ADW_TYPE_MESSAGE_DIALOG);
  g_autoptr (GPtrArray) windows = safety_list_windows (LINTEL_TYPE_WINDOW);

  for (guint i = 0; i < dialogs->len; i++)
    gtk_window_destroy (g_ptr_array_index (dialogs, i));
  for (guint i = 0; i < windows->len; i++)
    gtk_window_destroy (g_ptr_array_index (windows, i));
  safety_settle ();
  remove_journals ();
  lintel_test_remove_folder (safety_folder);
  g_free (safety_folder);
  g_free (safety_file);
  g_free (safety_state);
}

guint
safety_count_windows (void)
{
  g_autoptr (GPtrArray) windows = safety_list_windows (LINTEL_TYPE_WINDOW);

  return windows->len;
}

LintelWindow *
safety_window (void)
{
  g_autoptr (GPtrArray) windows = safety_list_windows (LINTEL_TYPE_WINDOW);

  ck_assert_uint_eq (windows->len, 1);
  return g_ptr_array_index (windows, 0);
}

AdwMessageDialog *
safety_dialog (void)
{
  g_autoptr (GPtrArray) dialogs = safety_list_windows (ADW_TYPE_MESSAGE_DIALOG);

  ck_assert_uint_le (dialogs->len, 1);
  return dialogs->len == 1 ? g_ptr_array_index (dialogs, 0) : NULL;
}

void
safety_respond (const char *response)
{
  AdwMessageDialog *dialog = safety_dialog ();

  ck_assert_msg (dialog != NULL, "nothing is asked");
  ck_assert_msg (adw_message_dialog_has_response (dialog, response), "no %s", response);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  adw_message_dialog_response (dialog, response);
  if (dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (dialog));
  safety_settle ();
}

void
safety_assert_says (const char *text)
{
  AdwMessageDialog *dialog = safety_dialog ();
  const char *body = dialog != NULL ? adw_message_dialog_get_body (dialog) : "(nothing is asked)";

  ck_assert_msg (strstr (body, text) != NULL, "“%s” does not say “%s”", body, text);
}

void
safety_open_file (void)
{
  lintel_opening_start (window_fixture_application (), safety_file);
  safety_settle ();
}

LintelDocument *
safety_document (void)
{
  return lintel_window_get_document (safety_window ());
}

LintelProject *
safety_project (void)
{
  return lintel_document_get_project (safety_document ());
}

void
safety_change_file (const char *address, const char *text)
{
  g_autoptr (LintelProject) project = lintel_xml_read_file (
      lintel_application_get_catalogue (window_fixture_application ()), safety_file, NULL);

  lintel_test_set (project, address, text);
  ck_assert (lintel_xml_write_file (project, safety_file, NULL));
}

int
safety_run_tests (const char *name, const TTest *const *tests, gsize n)
{
  Suite *suite = suite_create (name);
  TCase *tcase = tcase_create (name);

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_set_timeout (tcase, 60);
  for (gsize k = 0; k < n; k++)
    tcase_add_test (tcase, tests[k]);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
