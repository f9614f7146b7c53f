/* SPDX-License-Identifier: GPL-3.0-or-later */
/* That no work is lost: what a crash left over, files that others change or have open, files that
 * are dropped, and what a window remembers. */

#include "config.h"

#include "app/ui/lintel-window-private.h"
#include "app/ui/lintel-wording.h"
#include "app/ui/pages/lintel-sheet-page.h"
#include "app/ui/pages/lintel-tables-page.h"
#include "app/ui/safety/lintel-opening.h"
#include "lintel/xml.h"
#include "tests/support/test-support.h"

#include <glib/gstdio.h>

static LintelApplication *application;
static char *folder, *file, *state;

static GPtrArray *list_windows (GType type);

static gboolean
is_saving (void)
{
  g_autoptr (GPtrArray) windows = list_windows (LINTEL_TYPE_WINDOW);

  for (guint i = 0; i < windows->len; i++)
    if (LINTEL_WINDOW (g_ptr_array_index (windows, i))->saving.path != NULL)
      return TRUE;
  return FALSE;
}

static void
settle (void)
{
  while (g_main_context_pending (NULL) || lintel_opening_is_waiting () || is_saving ())
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (void)
{
  g_autofree char *source = lintel_test_source ("data/examples/dental-office.xml");
  g_autofree char *text = lintel_test_read (source);

  folder = lintel_test_make_folder ();
  file = g_build_filename (folder, "office.xml", NULL);
  state = lintel_journal_folder ();
  ck_assert (g_file_set_contents (file, text, -1, NULL));
}

static GPtrArray *
list_windows (GType type)
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

static void
remove_journals (void)
{
  g_autoptr (GPtrArray) left = lintel_recovery_list (state);

  for (guint i = 0; i < left->len; i++)
    lintel_recovery_discard (g_ptr_array_index (left, i));
}

static void
tear_down (void)
{
  g_autoptr (GPtrArray) dialogs = list_windows (ADW_TYPE_MESSAGE_DIALOG);
  g_autoptr (GPtrArray) windows = list_windows (LINTEL_TYPE_WINDOW);

  for (guint i = 0; i < dialogs->len; i++)
    gtk_window_destroy (g_ptr_array_index (dialogs, i));
  for (guint i = 0; i < windows->len; i++)
    gtk_window_destroy (g_ptr_array_index (windows, i));
  settle ();
  remove_journals ();
  lintel_test_remove_folder (folder);
  g_free (folder);
  g_free (file);
  g_free (state);
}

static guint
count_windows (void)
{
  g_autoptr (GPtrArray) windows = list_windows (LINTEL_TYPE_WINDOW);

  return windows->len;
}

/* The only one. */
static LintelWindow *
get_window (void)
{
  g_autoptr (GPtrArray) windows = list_windows (LINTEL_TYPE_WINDOW);

  ck_assert_uint_eq (windows->len, 1);
  return g_ptr_array_index (windows, 0);
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GPtrArray) dialogs = list_windows (ADW_TYPE_MESSAGE_DIALOG);

  ck_assert_uint_le (dialogs->len, 1);
  return dialogs->len == 1 ? g_ptr_array_index (dialogs, 0) : NULL;
}

static void
respond (const char *response)
{
  AdwMessageDialog *dialog = find_dialog ();

  ck_assert_msg (dialog != NULL, "nothing is asked");
  ck_assert_msg (adw_message_dialog_has_response (dialog, response), "no %s", response);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  adw_message_dialog_response (dialog, response);
  if (dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
}

static void
assert_says (const char *text)
{
  AdwMessageDialog *dialog = find_dialog ();
  const char *body = dialog != NULL ? adw_message_dialog_get_body (dialog) : "(nothing is asked)";

  ck_assert_msg (strstr (body, text) != NULL, "“%s” does not say “%s”", body, text);
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

/* What the list of a dialog says. */
static const char *
get_list (void)
{
  GtkWidget *list = adw_message_dialog_get_extra_child (find_dialog ());

  ck_assert_ptr_nonnull (list);
  return gtk_label_get_text (GTK_LABEL (find_widget (list, GTK_TYPE_LABEL)));
}

static void
open_file (void)
{
  lintel_opening_start (application, file);
  settle ();
}

static LintelDocument *
get_document (void)
{
  return lintel_window_get_document (get_window ());
}

static void
set (LintelProject *project, const char *address, const char *text)
{
  LintelPlace place;

  ck_assert (lintel_place_parse (address, project, &place, NULL));
  ck_assert (lintel_project_set (project, address, &place, text, NULL));
}

static const char *
get (LintelProject *project, const char *address)
{
  LintelPlace place;

  ck_assert (lintel_place_parse (address, project, &place, NULL));
  return lintel_project_get_text (project, &place);
}

static LintelProject *
get_project (void)
{
  return lintel_document_get_project (get_document ());
}

/* Someone else's doing. */
static void
change_file (const char *address, const char *text)
{
  g_autoptr (LintelProject) project =
      lintel_xml_read_file (lintel_application_get_catalogue (application), file, NULL);

  set (project, address, text);
  ck_assert (lintel_xml_write_file (project, file, NULL));
}

/* A journal that nobody holds, as a crash leaves it; then the window goes. */
static void
crash (void)
{
  g_autofree char *left = g_build_filename (state, "journal-left", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  lintel_safekeeping_flush (lintel_document_get_safekeeping (get_document ()));
  dir = g_dir_open (state, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL && !g_str_has_prefix (name, "journal-"))
    continue;
  ck_assert_ptr_nonnull (name);
  {
    g_autofree char *path = g_build_filename (state, name, NULL);

    text = lintel_test_read (path);
  }
  gtk_window_destroy (GTK_WINDOW (get_window ()));
  settle ();
  ck_assert (g_file_set_contents (left, text, -1, NULL));
}

static gboolean
is_left (void)
{
  g_autofree char *left = g_build_filename (state, "journal-left", NULL);

  return g_file_test (left, G_FILE_TEST_EXISTS);
}

static void
crash_with_changes (void)
{
  open_file ();
  set (get_project (), "21-06-01[1]", "1234");
  set (get_project (), "code[101]", "8305");
  crash ();
}

/* What a crash left over. */

START_TEST (what_was_left_over_is_offered_in_words)
{
  crash_with_changes ();
  open_file ();
  ck_assert_str_eq (adw_message_dialog_get_heading (find_dialog ()), "Unsaved changes were found");
  assert_says ("2 changes to office.xml (Maple Street Dental)");
  assert_says ("The last was made on ");
  assert_says ("Code of mailbox 101");
  assert_says ("Restore opens the file with these changes");
  ck_assert_ptr_nonnull (strstr (get_list (), "21-06-01[1]"));
  ck_assert_ptr_null (lintel_window_get_document (get_window ()));
}
END_TEST

START_TEST (a_code_is_not_shown)
{
  crash_with_changes ();
  open_file ();
  ck_assert_ptr_null (strstr (get_list (), "8305"));
  ck_assert_ptr_null (strstr (adw_message_dialog_get_body (find_dialog ()), "8305"));
  ck_assert_ptr_nonnull (strstr (get_list (), LINTEL_MASK));
}
END_TEST

START_TEST (restored_changes_are_one_step)
{
  crash_with_changes ();
  open_file ();
  respond ("restore");
  ck_assert_str_eq (lintel_document_get_path (get_document ()), file);
  ck_assert_str_eq (get (get_project (), "21-06-01[1]"), "1234");
  ck_assert_str_eq (get (get_project (), "code[101]"), "8305");
  ck_assert (lintel_document_has_changes (get_document ()));
  ck_assert (!is_left ());
  ck_assert (lintel_project_undo (get_project ()));
  ck_assert (!lintel_document_has_changes (get_document ()));
  ck_assert_ptr_null (get_window ()->file_bar);
}
END_TEST

/* The second crash comes before anything is saved. */
START_TEST (restored_changes_are_kept_safe_again)
{
  crash_with_changes ();
  open_file ();
  respond ("restore");
  set (get_project (), "notes", "after the first crash");
  crash ();
  open_file ();
  respond ("restore");
  ck_assert_str_eq (get (get_project (), "21-06-01[1]"), "1234");
  ck_assert_str_eq (get (get_project (), "notes"), "after the first crash");
}
END_TEST

START_TEST (discarded_changes_are_gone)
{
  crash_with_changes ();
  open_file ();
  respond ("discard");
  ck_assert (!lintel_document_has_changes (get_document ()));
  ck_assert (!is_left ());
}
END_TEST

START_TEST (not_now_keeps_them)
{
  crash_with_changes ();
  open_file ();
  respond ("later");
  ck_assert (!lintel_document_has_changes (get_document ()));
  ck_assert (is_left ());
}
END_TEST

START_TEST (a_changed_file_and_what_was_left_open_both)
{
  g_autoptr (GPtrArray) windows = NULL;
  LintelDocument *theirs, *mine;

  open_file ();
  set (get_project (), "21-06-01[1]", "1234");
  set (get_project (), "21-06-01[2]", "777");
  crash ();
  change_file ("21-06-01[2]", "900");
  open_file ();
  assert_says ("the file has been changed by somebody else");
  respond ("restore");

  ck_assert_ptr_nonnull (find_dialog ());
  ck_assert_ptr_nonnull (strstr (get_list (), "21-06-01[2]"));
  ck_assert_ptr_null (strstr (get_list (), "21-06-01[1]"));
  respond ("close");
  windows = list_windows (LINTEL_TYPE_WINDOW);
  ck_assert_uint_eq (windows->len, 2);
  theirs = lintel_window_get_document (
      LINTEL_WINDOW (lintel_application_find_window (application, file)));
  mine = lintel_window_get_document (g_ptr_array_index (windows, 0));
  if (mine == theirs)
    mine = lintel_window_get_document (g_ptr_array_index (windows, 1));
  ck_assert_ptr_null (lintel_document_get_path (mine));
  ck_assert_str_eq (get (lintel_document_get_project (mine), "21-06-01[2]"), "777");
  ck_assert_str_eq (get (lintel_document_get_project (theirs), "21-06-01[2]"), "900");
  ck_assert_str_eq (get (lintel_document_get_project (theirs), "21-06-01[1]"), "1234");
  ck_assert (lintel_document_has_changes (mine) && lintel_document_has_changes (theirs));
  ck_assert (!is_left ());
}
END_TEST

START_TEST (a_file_that_has_them_already_is_just_opened)
{
  open_file ();
  set (get_project (), "21-06-01[1]", "1234");
  crash ();
  change_file ("21-06-01[1]", "1234");
  open_file ();
  ck_assert_ptr_null (find_dialog ());
  ck_assert (!lintel_document_has_changes (get_document ()));
  ck_assert (!is_left ());
}
END_TEST

START_TEST (without_its_file_the_project_comes_back_without_one)
{
  crash_with_changes ();
  g_unlink (file);
  lintel_opening_offer_all (application);
  settle ();
  assert_says ("not there any more");
  respond ("restore");
  ck_assert_ptr_null (lintel_document_get_path (get_document ()));
  ck_assert_str_eq (get (get_project (), "21-06-01[1]"), "1234");
  ck_assert (lintel_document_has_changes (get_document ()));
}
END_TEST

START_TEST (the_start_page_offers_a_project_that_had_no_file)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-example",
                                  g_variant_new_string ("law-office"));
  settle ();
  set (get_project (), "notes", "call back");
  crash ();
  lintel_opening_offer_all (application);
  settle ();
  assert_says ("had no file yet");
  respond ("restore");
  ck_assert_str_eq (get (get_project (), "notes"), "call back");
}
END_TEST

/* Files of others. */

static gboolean
wait_for_bar (LintelWindow *window, gboolean there)
{
  gint64 until = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while ((window->file_bar != NULL) != there && g_get_monotonic_time () < until)
    {
      g_usleep (5000);
      settle ();
    }
  return (window->file_bar != NULL) == there;
}

START_TEST (a_change_on_disk_is_told_and_reloaded)
{
  LintelWindow *window;

  open_file ();
  window = get_window ();
  lintel_window_show_page (window, "21-06");
  change_file ("21-06-01[1]", "900");
  ck_assert (wait_for_bar (window, TRUE));
  g_signal_emit_by_name (window->file_bar, "response", 1);
  settle ();
  ck_assert_ptr_null (find_dialog ());
  ck_assert_ptr_null (window->file_bar);
  ck_assert_str_eq (get (get_project (), "21-06-01[1]"), "900");
  ck_assert (!lintel_document_has_changes (get_document ()));
  ck_assert_str_eq (lintel_window_get_page_key (window), "21-06");
  ck_assert_int_eq (gtk_notebook_get_n_pages (window->notebook), 9);
}
END_TEST

START_TEST (reloading_asks_about_unsaved_changes)
{
  LintelWindow *window;

  open_file ();
  window = get_window ();
  set (get_project (), "notes", "mine");
  change_file ("21-06-01[1]", "900");
  ck_assert (wait_for_bar (window, TRUE));
  g_signal_emit_by_name (window->file_bar, "response", 1);
  settle ();
  respond ("cancel");
  ck_assert_str_eq (get (get_project (), "notes"), "mine");
  g_signal_emit_by_name (window->file_bar, "response", 1);
  settle ();
  respond ("reload");
  ck_assert_str_eq (get (get_project (), "21-06-01[1]"), "900");
}
END_TEST

START_TEST (saving_does_not_tell_of_itself)
{
  LintelWindow *window;
  gint64 until;

  open_file ();
  window = get_window ();
  set (get_project (), "notes", "mine");
  g_action_group_activate_action (G_ACTION_GROUP (window), "save", NULL);
  until = g_get_monotonic_time () + G_USEC_PER_SEC;
  while (g_get_monotonic_time () < until)
    {
      g_usleep (5000);
      settle ();
    }
  ck_assert_ptr_null (window->file_bar);
  ck_assert (!lintel_document_has_changes (get_document ()));
}
END_TEST

START_TEST (a_removed_file_is_told)
{
  open_file ();
  g_unlink (file);
  ck_assert (wait_for_bar (get_window (), TRUE));
  set (get_project (), "notes", "mine");
  g_action_group_activate_action (G_ACTION_GROUP (get_window ()), "save", NULL);
  settle ();
  ck_assert_ptr_null (find_dialog ());
  ck_assert (g_file_test (file, G_FILE_TEST_EXISTS));
  ck_assert_ptr_null (get_window ()->file_bar);
}
END_TEST

/* Even before the bar has come. */
START_TEST (a_changed_file_is_not_overwritten_without_asking)
{
  g_autofree char *theirs = NULL, *after_cancel = NULL, *after = NULL;

  open_file ();
  set (get_project (), "notes", "mine");
  change_file ("21-06-01[1]", "900");
  theirs = lintel_test_read (file);
  g_action_group_activate_action (G_ACTION_GROUP (get_window ()), "save", NULL);
  settle ();
  assert_says ("Somebody else changed office.xml");
  respond ("cancel");
  after_cancel = lintel_test_read (file);
  ck_assert_str_eq (after_cancel, theirs);
  ck_assert (lintel_document_has_changes (get_document ()));

  g_action_group_activate_action (G_ACTION_GROUP (get_window ()), "save", NULL);
  settle ();
  respond ("overwrite");
  after = lintel_test_read (file);
  ck_assert_ptr_nonnull (strstr (after, "mine"));
  ck_assert (!lintel_document_has_changes (get_document ()));
}
END_TEST

static void
leave_lock (void)
{
  g_autofree char *path = g_build_filename (folder, ".office.xml.lintel-lock", NULL);

  ck_assert (g_file_set_contents (
      path, "[lock]\nuser=R. Kay\nhost=the-other-desk\nsince=1700000000\n", -1, NULL));
}

START_TEST (a_file_open_elsewhere_opens_only_when_asked)
{
  leave_lock ();
  open_file ();
  assert_says ("R. Kay has had office.xml open on the-other-desk since ");
  respond ("cancel");
  ck_assert_ptr_null (get_document ());
  open_file ();
  respond ("open");
  ck_assert_ptr_nonnull (get_document ());
}
END_TEST

START_TEST (an_open_file_says_so_to_others_until_it_is_closed)
{
  g_autofree char *path = g_build_filename (folder, ".office.xml.lintel-lock", NULL);

  open_file ();
  ck_assert (g_file_test (path, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (get_window ()));
  settle ();
  ck_assert (!g_file_test (path, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST (a_file_that_is_open_here_raises_its_window)
{
  g_autofree char *other = g_build_filename (folder, ".", "office.xml", NULL);

  open_file ();
  lintel_opening_start (application, other);
  settle ();
  ck_assert_ptr_null (find_dialog ());
  ck_assert_uint_eq (count_windows (), 1);
}
END_TEST

/* Dropping. */

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
  settle ();
  return taken;
}

START_TEST (a_dropped_file_is_opened)
{
  g_autofree char *second = g_build_filename (folder, "second.xml", NULL);
  g_autofree char *text = lintel_test_read (file);
  LintelWindow *window = lintel_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  settle ();
  ck_assert (drop (window, file));
  ck_assert_ptr_eq (get_window (), window);
  ck_assert_str_eq (lintel_document_get_path (get_document ()), file);

  ck_assert (g_file_set_contents (second, text, -1, NULL));
  ck_assert (drop (window, second));
  ck_assert_uint_eq (count_windows (), 2);
  ck_assert_ptr_nonnull (lintel_application_find_window (application, second));
}
END_TEST

/* Remembering. */

static LintelSheetFilter
get_filter (LintelWindow *window, const char *key)
{
  return lintel_sheet_page_get_filter (LINTEL_SHEET_PAGE (lintel_window_show_page (window, key)));
}

static LintelSheet *
get_sheet (const char *key)
{
  return lintel_sheet_page_get_sheet (
      LINTEL_SHEET_PAGE (lintel_window_show_page (get_window (), key)));
}

static void
sort_backwards (const char *key, guint column)
{
  lintel_sheet_toggle_sort (get_sheet (key), column);
  lintel_sheet_toggle_sort (get_sheet (key), column);
}

static void
check_sorted_backwards (const char *key, guint expected)
{
  guint column;

  ck_assert_int_eq (lintel_sheet_get_sort (get_sheet (key), &column), -1);
  ck_assert_uint_eq (column, expected);
}

static void
compare_with (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = lintel_test_read (file);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
  ck_assert (lintel_document_set_baseline (get_document (), path, NULL));
}

/* The first pane inside WIDGET. */
static GtkPaned *
find_pane (GtkWidget *widget)
{
  GtkPaned *found = GTK_IS_PANED (widget) ? GTK_PANED (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_pane (child);
  return found;
}

static LintelGrid *
get_grid (const char *key)
{
  GtkWidget *page = lintel_window_show_page (get_window (), key);

  if (LINTEL_IS_TABLES_PAGE (page))
    page = GTK_WIDGET (lintel_tables_page_get_sheet_page (LINTEL_TABLES_PAGE (page)));
  return lintel_sheet_page_get_grid (LINTEL_SHEET_PAGE (page));
}

START_TEST (columns_keep_the_widths_they_were_given)
{
  open_file ();
  lintel_grid_set_width (get_grid ("47-02"), 3, 17.5);
  lintel_grid_set_width (get_grid ("21-06"), 0, 31);
  for (int i = 0; i < 2; i++)
    {
      lintel_window_show_page (get_window (), "overview");
      gtk_window_close (GTK_WINDOW (get_window ()));
      settle ();
      open_file ();
    }
  ck_assert_double_eq (lintel_grid_get_width (get_grid ("47-02"), 3), 17.5);
  ck_assert_double_eq (lintel_grid_get_width (get_grid ("47-02"), 2), 0);
  ck_assert_double_eq (lintel_grid_get_width (get_grid ("47-03"), 3), 0);
  ck_assert_double_eq (lintel_grid_get_width (get_grid ("21-06"), 0), 31);
}
END_TEST

START_TEST (a_tab_that_is_not_looked_at_keeps_its_order)
{
  open_file ();
  gtk_paned_set_position (find_pane (lintel_window_show_page (get_window (), "21-06")), 299);
  sort_backwards ("47-02", LINTEL_SHEET_HEADING);
  for (int i = 0; i < 2; i++)
    {
      lintel_window_show_page (get_window (), "overview");
      gtk_window_close (GTK_WINDOW (get_window ()));
      settle ();
      open_file ();
    }
  check_sorted_backwards ("47-02", LINTEL_SHEET_HEADING);
  ck_assert_int_eq (
      gtk_paned_get_position (find_pane (lintel_window_show_page (get_window (), "21-06"))), 299);
}
END_TEST

START_TEST (a_window_comes_back_as_it_was_left)
{
  g_autofree char *path = g_build_filename (state, "windows.ini", NULL);
  g_autofree char *remembered = NULL;
  GtkWidget *page;
  guint rows;
  int width, height;

  open_file ();
  lintel_document_lint_now (get_document ());
  gtk_window_set_default_size (GTK_WINDOW (get_window ()), 901, 702);
  sort_backwards ("extensions", 2);
  compare_with ("last-year.xml");
  page = lintel_window_show_page (get_window (), "47-02");
  lintel_sheet_page_set_filter (LINTEL_SHEET_PAGE (page), LINTEL_SHEET_PROBLEMS);
  settle ();
  rows = lintel_grid_model_get_n_rows (
      LINTEL_GRID_MODEL (lintel_sheet_page_get_sheet (LINTEL_SHEET_PAGE (page))));
  ck_assert_uint_gt (rows, 0);
  lintel_window_show_page (get_window (), "21-04");
  gtk_window_close (GTK_WINDOW (get_window ()));
  settle ();

  open_file ();
  ck_assert_str_eq (lintel_window_get_page_key (get_window ()), "21-04");
  gtk_window_get_default_size (GTK_WINDOW (get_window ()), &width, &height);
  ck_assert_int_eq (width, 901);
  ck_assert_int_eq (height, 702);
  ck_assert_int_eq (get_filter (get_window (), "47-02"), LINTEL_SHEET_PROBLEMS);
  ck_assert_int_eq (get_filter (get_window (), "21-04"), LINTEL_SHEET_ALL);
  check_sorted_backwards ("extensions", 2);
  ck_assert (
      g_str_has_suffix (lintel_document_get_baseline_path (get_document ()), "last-year.xml"));
  page = lintel_window_show_page (get_window (), "47-02");
  ck_assert_uint_eq (lintel_grid_model_get_n_rows (LINTEL_GRID_MODEL (
                         lintel_sheet_page_get_sheet (LINTEL_SHEET_PAGE (page)))),
                     rows);

  remembered = lintel_test_read (path);
  ck_assert_ptr_null (strstr (remembered, "office"));
  ck_assert_ptr_null (strstr (remembered, "Maple"));
}
END_TEST

static Suite *
make_suite (void)
{
  Suite *suite = suite_create ("safety");
  TCase *tcase = tcase_create ("safety");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, what_was_left_over_is_offered_in_words);
  tcase_add_test (tcase, a_code_is_not_shown);
  tcase_add_test (tcase, restored_changes_are_one_step);
  tcase_add_test (tcase, restored_changes_are_kept_safe_again);
  tcase_add_test (tcase, discarded_changes_are_gone);
  tcase_add_test (tcase, not_now_keeps_them);
  tcase_add_test (tcase, a_changed_file_and_what_was_left_open_both);
  tcase_add_test (tcase, a_file_that_has_them_already_is_just_opened);
  tcase_add_test (tcase, without_its_file_the_project_comes_back_without_one);
  tcase_add_test (tcase, the_start_page_offers_a_project_that_had_no_file);
  tcase_add_test (tcase, a_change_on_disk_is_told_and_reloaded);
  tcase_add_test (tcase, reloading_asks_about_unsaved_changes);
  tcase_add_test (tcase, saving_does_not_tell_of_itself);
  tcase_add_test (tcase, a_removed_file_is_told);
  tcase_add_test (tcase, a_changed_file_is_not_overwritten_without_asking);
  tcase_add_test (tcase, a_file_open_elsewhere_opens_only_when_asked);
  tcase_add_test (tcase, an_open_file_says_so_to_others_until_it_is_closed);
  tcase_add_test (tcase, a_file_that_is_open_here_raises_its_window);
  tcase_add_test (tcase, a_dropped_file_is_opened);
  tcase_add_test (tcase, a_window_comes_back_as_it_was_left);
  tcase_add_test (tcase, a_tab_that_is_not_looked_at_keeps_its_order);
  tcase_add_test (tcase, columns_keep_the_widths_they_were_given);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  int status;

  application = lintel_application_new (G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;
  /* Keeps the application alive between the windows of two tests. */
  g_application_hold (G_APPLICATION (application));
  status = lintel_test_run (make_suite ());
  g_application_release (G_APPLICATION (application));
  g_object_unref (application);
  return status;
}
