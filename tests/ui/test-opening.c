/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are open already, here or elsewhere, and files that are dropped. */

#include "config.h"

#include "app/ui/safety/lintel-opening.h"
#include "tests/ui/safety-fixture.h"

static void
leave_lock (void)
{
  g_autofree char *path = g_build_filename (safety_folder, ".office.xml.lintel-lock", NULL);

  ck_assert (g_file_set_contents (
      path, "[lock]\nuser=R. Kay\nhost=the-other-desk\nsince=1700000000\n", -1, NULL));
}

START_TEST (a_file_open_elsewhere_opens_only_when_asked)
{
  leave_lock ();
  safety_open_file ();
  safety_assert_says ("R. Kay has had office.xml open on the-other-desk since ");
  safety_respond ("cancel");
  ck_assert_ptr_null (safety_document ());
  safety_open_file ();
  safety_respond ("open");
  ck_assert_ptr_nonnull (safety_document ());
}
END_TEST

START_TEST (an_open_file_says_so_to_others_until_it_is_closed)
{
  g_autofree char *path = g_build_filename (safety_folder, ".office.xml.lintel-lock", NULL);

  safety_open_file ();
  ck_assert (g_file_test (path, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (safety_window ()));
  safety_settle ();
  ck_assert (!g_file_test (path, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST (a_file_that_is_open_here_raises_its_window)
{
  g_autofree char *other = g_build_filename (safety_folder, ".", "office.xml", NULL);

  safety_open_file ();
  lintel_opening_start (window_fixture_application (), other);
  safety_settle ();
  ck_assert_ptr_null (safety_dialog ());
  ck_assert_uint_eq (safety_count_windows (), 1);
}
END_TEST

static gboolean
drop (LintelWindow *window, const char *path)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_autoptr (GFile) dropped = g_file_new_for_path (path);
  GdkFileList *list = gdk_file_list_new_from_array (&dropped, 1);
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, list);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }
  g_value_unset (&value);
  safety_settle ();
  return taken;
}

START_TEST (a_dropped_file_is_opened)
{
  g_autofree char *second = g_build_filename (safety_folder, "second.xml", NULL);
  g_autofree char *text = lintel_test_read (safety_file);
  LintelWindow *window = lintel_window_new (window_fixture_application ());

  gtk_window_present (GTK_WINDOW (window));
  safety_settle ();
  ck_assert (drop (window, safety_file));
  ck_assert_ptr_eq (safety_window (), window);
  ck_assert_str_eq (lintel_document_get_path (safety_document ()), safety_file);

  ck_assert (g_file_set_contents (second, text, -1, NULL));
  ck_assert (drop (window, second));
  ck_assert_uint_eq (safety_count_windows (), 2);
  ck_assert_ptr_nonnull (lintel_application_find_window (window_fixture_application (), second));
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { a_file_open_elsewhere_opens_only_when_asked,
                                 an_open_file_says_so_to_others_until_it_is_closed,
                                 a_file_that_is_open_here_raises_its_window,
                                 a_dropped_file_is_opened };

  return safety_run_tests ("opening", tests, G_N_ELEMENTS (tests));
}
