/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is dragged over the window with the pointer and let go, as from a file manager. */

#include "config.h"

#include "tests/ui/ui-test-support.h"
#include "tests/ui/window-fixture.h"

#define STEPS 8
/* Many more than a file takes that is read in a thread. */
#define FRAMES 600

static char *second;     /* another project */
static GtkWidget *shelf; /* the window that it is dragged from */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (second);
  GValue value = G_VALUE_INIT;
  GdkContentProvider *content;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  content = gdk_content_provider_new_for_value (&value);
  g_value_unset (&value);
  return content;
}

/* Smaller than the window, and in front of it. */
static void
open_shelf (void)
{
  g_autofree char *text = lintel_test_read (window_fixture_file ());
  GtkWidget *label = gtk_label_new ("second.xml");
  GtkDragSource *source = gtk_drag_source_new ();

  second = g_build_filename (window_fixture_folder (), "second.xml", NULL);
  ck_assert (g_file_set_contents (second, text, -1, NULL));
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  shelf = ui_test_open (label, 200, 100);
}

static void
set_up (void)
{
  window_fixture_open ();
  open_shelf ();
}

static void
tear_down (void)
{
  GtkWindow *opened = lintel_application_find_window (window_fixture_application (), second);

  ui_test_close (shelf);
  if (opened != NULL)
    gtk_window_destroy (opened);
  window_fixture_close ();
  g_clear_pointer (&second, g_free);
}

/* From the shelf to the middle of the window, which lies where the shelf begins. */
static void
drag_file (void)
{
  double x = 60, y = 40;

  ui_test_move_pointer (shelf, x, y);
  ui_test_button (shelf, GDK_BUTTON_PRIMARY, TRUE);
  for (int i = 0; i < STEPS; i++)
    ui_test_move_pointer (shelf, x += 70, y += 45);
}

START_TEST (a_file_that_is_let_go_over_a_table_is_opened)
{
  LintelApplication *application = window_fixture_application ();

  window_fixture_show ("47-02");
  drag_file ();
  ck_assert_ptr_null (lintel_application_find_window (application, second));
  ui_test_button (shelf, GDK_BUTTON_PRIMARY, FALSE);
  for (int i = 0; i < FRAMES && lintel_application_find_window (application, second) == NULL; i++)
    ui_test_settle (shelf);
  ck_assert_ptr_nonnull (lintel_application_find_window (application, second));
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("drop");
  TCase *tcase = tcase_create ("pointer");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, a_file_that_is_let_go_over_a_table_is_opened);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
