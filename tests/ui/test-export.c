/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The export dialog: it writes while the window goes on, can be cancelled, and leaves alone what is
 * not Lintel's. */

#include "config.h"

#include "tests/ui/window-fixture.h"

#include "app/ui/lintel-settings.h"
#include "lintel/exchange.h"
#include "lintel/xml.h"
#include "tests/support/largest-system.h"

#include <glib/gstdio.h>
#include <string.h>

static GtkWindow *dialog;

static void
open_dialog (void)
{
  lintel_settings_set_string ("export-folder", window_fixture_folder ());
  window_fixture_activate ("export");
  dialog = window_fixture_dialog ();
}

static void
set_name (const char *name)
{
  GtkWidget *row = window_fixture_find_row (GTK_WIDGET (dialog), "New folder");

  gtk_editable_set_text (GTK_EDITABLE (row), name);
  window_fixture_settle ();
}

static GtkWidget *
get_export_button (void)
{
  return gtk_window_get_default_widget (dialog);
}

static void
click_export (void)
{
  ck_assert (gtk_widget_get_sensitive (get_export_button ()));
  g_signal_emit_by_name (get_export_button (), "clicked");
}

/* Whether a sentence with PART is on the dialog. */
static gboolean
says (GtkWidget *widget, const char *part)
{
  gboolean found = GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget)
                   && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = says (child, part);
  return found;
}

static void
wait_for_end (void)
{
  while (!ADW_IS_MESSAGE_DIALOG (window_fixture_dialog ())
         && !says (GTK_WIDGET (dialog), "nothing was written"))
    g_main_context_iteration (NULL, TRUE);
}

static char *
in_folder (const char *name)
{
  return g_build_filename (window_fixture_folder (), name, NULL);
}

/* How many things the folder has beside the project and what goes with it. */
static guint
count_entries (void)
{
  g_autoptr (GDir) dir = g_dir_open (window_fixture_folder (), 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, "office.xml") == NULL;
  return n;
}

static void
make_largest (void)
{
  LintelProject *project = window_fixture_project ();
  g_autoptr (LintelProject) largest =
      lintel_test_make_largest_system (lintel_project_get_catalogue (project), 1);
  g_autoptr (GPtrArray) edits = lintel_project_diff (project, largest);

  ck_assert (lintel_project_apply (project, "", NULL, edits, NULL));
  lintel_document_lint_now (window_fixture_document ());
}

static void
force (void)
{
  GtkWidget *row = window_fixture_find_row (GTK_WIDGET (dialog), "Export all the same");

  gtk_switch_set_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))),
                         TRUE);
  window_fixture_settle ();
  ck_assert (!gtk_widget_get_sensitive (get_export_button ()));
  row = window_fixture_find_row (GTK_WIDGET (dialog), "Reason");
  gtk_editable_set_text (GTK_EDITABLE (row), "bench test");
  window_fixture_settle ();
}

static gboolean
tick_cb (gpointer data)
{
  gint64 *ticks = data, now = g_get_monotonic_time ();

  ticks[1] = MAX (ticks[1], now - ticks[0]);
  ticks[0] = now;
  ticks[2]++;
  return G_SOURCE_CONTINUE;
}

START_TEST (the_window_goes_on_while_files_are_written)
{
  gint64 ticks[3] = { 0 };
  guint timer;
  g_autofree char *path = in_folder ("out");
  g_autoptr (GPtrArray) problems = NULL;

  make_largest ();
  open_dialog ();
  set_name ("out");
  force ();
  ticks[0] = g_get_monotonic_time ();
  timer = g_timeout_add (1, tick_cb, ticks);
  click_export ();
  wait_for_end ();
  g_source_remove (timer);
  g_print ("longest pause while exporting: %d ms of %d ticks\n", (int) (ticks[1] / 1000),
           (int) ticks[2]);
  ck_assert_int_gt (ticks[2], 20);
  ck_assert (lintel_export_verify (path, &problems, NULL));
  ck_assert_uint_eq (problems->len, 0);
  window_fixture_respond ("close");
}
END_TEST

START_TEST (cancelling_leaves_nothing)
{
  make_largest ();
  open_dialog ();
  set_name ("out");
  force ();
  click_export ();
  while (!says (GTK_WIDGET (dialog), "database.xlsx"))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_close (dialog);
  wait_for_end ();
  ck_assert (window_fixture_dialog () == dialog);
  ck_assert_uint_eq (count_entries (), 0);

  /* Nothing stands in the way of another try. */
  click_export ();
  wait_for_end ();
  ck_assert_uint_eq (count_entries (), 1);
  window_fixture_respond ("close");
}
END_TEST

START_TEST (an_earlier_export_is_replaced_and_nothing_else)
{
  g_autofree char *path = in_folder ("out"), *file = g_build_filename (path, "project.xml", NULL);
  g_autofree char *note = g_build_filename (path, "note.txt", NULL), *text = NULL;

  window_fixture_activate ("fix-all");
  window_fixture_respond ("apply");
  open_dialog ();
  set_name ("out");
  ck_assert (!says (GTK_WIDGET (dialog), "earlier export"));
  click_export ();
  wait_for_end ();
  window_fixture_respond ("close");

  window_fixture_set ("customer.name", "Renamed Dental");
  open_dialog ();
  set_name ("out");
  ck_assert (says (GTK_WIDGET (dialog), "There is an earlier export of this name."));
  click_export ();
  wait_for_end ();
  window_fixture_respond ("close");
  text = lintel_test_read (file);
  ck_assert_ptr_nonnull (strstr (text, "Renamed Dental"));

  ck_assert (g_file_set_contents (note, "mine", -1, NULL));
  open_dialog ();
  set_name ("out");
  ck_assert (says (GTK_WIDGET (dialog), "note.txt"));
  ck_assert (!gtk_widget_get_sensitive (get_export_button ()));
  set_name ("other");
  ck_assert (gtk_widget_get_sensitive (get_export_button ()));
  gtk_window_destroy (dialog);
}
END_TEST

START_TEST (sign_offs_and_the_compared_file_are_named)
{
  g_autofree char *old = in_folder ("old.xml"), *path = in_folder ("out"), *worksheet = NULL;
  g_autofree char *file = g_build_filename (path, "worksheet.csv", NULL);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_auto (GStrv) lines = NULL;

  window_fixture_activate ("fix-all");
  window_fixture_respond ("apply");
  ck_assert (lintel_xml_write_file (window_fixture_project (), old, NULL));
  window_fixture_set ("21-06-02[1]", "0112");
  window_fixture_set ("21-06-02[1]", NULL);
  window_fixture_set ("47-02-03[1]", "30");
  lintel_edits_add_sign_off (edits, window_fixture_project (), LINTEL_SIGN_OFF_PREPARED, "R. Kay",
                             1789000000);
  ck_assert (lintel_project_apply (window_fixture_project (), "", NULL, edits, NULL));
  window_fixture_set ("47-02-03[2]", "30");
  lintel_window_compare (window_fixture_get (), old);
  lintel_document_lint_now (window_fixture_document ());
  open_dialog ();
  set_name ("out");
  ck_assert (says (GTK_WIDGET (dialog), "The project has been changed since: sign again."));
  ck_assert (says (GTK_WIDGET (dialog), "Only what differs from old.xml"));
  click_export ();
  wait_for_end ();
  window_fixture_respond ("close");
  worksheet = lintel_test_read (file);
  lines = g_strsplit (g_strchomp (worksheet), "\n", -1);
  ck_assert_uint_eq (g_strv_length (lines), 3);
}
END_TEST

START_TEST (closing_before_the_list_is_there_is_fine)
{
  open_dialog ();
  gtk_window_destroy (dialog);
  for (int n = 0; n < 50; n++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("export");
  TCase *tcase = tcase_create ("export");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 100);
  tcase_add_test (tcase, the_window_goes_on_while_files_are_written);
  tcase_add_test (tcase, cancelling_leaves_nothing);
  tcase_add_test (tcase, an_earlier_export_is_replaced_and_nothing_else);
  tcase_add_test (tcase, sign_offs_and_the_compared_file_are_named);
  tcase_add_test (tcase, closing_before_the_list_is_there_is_fine);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
