/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Codes that nobody is to see: locked with a passphrase and unlocked again in the window, and kept
 * from both clipboards until somebody has agreed.
 */

#include "config.h"

#include "app/core/project/lintel-lock-private.h"
#include "app/ui/pages/lintel-codes-model.h"
#include "lintel/xml.h"
#include "tests/ui/window-fixture.h"

#include <string.h>

#define PASSPHRASE "four brown horses run"
#define PATIENCE (60 * G_USEC_PER_SEC) /* a key takes a second on an idle machine */

static char *
read_file (void)
{
  return lintel_test_read (lintel_document_get_path (window_fixture_document ()));
}

static LintelLockState
get_state (void)
{
  return lintel_project_get_lock_state (window_fixture_project ());
}

/* Password rows of a dialog, in order. */
static void
collect_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (ADW_IS_PASSWORD_ENTRY_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static void
type (const char *first, const char *second)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  const char *const texts[] = { first, second };

  collect_rows (GTK_WIDGET (window_fixture_dialog ()), rows);
  ck_assert_uint_eq (rows->len, 2);
  for (guint n = 0; n < 2 && texts[n] != NULL; n++)
    gtk_editable_set_text (GTK_EDITABLE (rows->pdata[n]), texts[n]);
}

static gboolean
can_go_on (void)
{
  return gtk_widget_get_sensitive (gtk_window_get_default_widget (window_fixture_dialog ()));
}

/* Presses the button and waits for the key: until the dialog has gone, or says what is wrong. */
static void
go_on (void)
{
  GtkWindow *dialog = window_fixture_dialog ();
  GtkWidget *button = gtk_window_get_default_widget (dialog);
  gint64 end = g_get_monotonic_time () + PATIENCE;

  ck_assert (can_go_on ());
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (button, "clicked");
  ck_assert (!gtk_widget_get_sensitive (button));
  while (dialog != NULL && gtk_widget_get_visible (GTK_WIDGET (dialog))
         && window_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_SPINNER) != NULL
         && gtk_spinner_get_spinning (
             GTK_SPINNER (window_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_SPINNER))))
    {
      ck_assert_msg (g_get_monotonic_time () < end, "no key was made");
      g_main_context_iteration (NULL, TRUE);
    }
  window_fixture_settle ();
  if (dialog != NULL)
    g_object_remove_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
}

static void
lock (void)
{
  window_fixture_activate ("lock-codes");
  type (PASSPHRASE, PASSPHRASE);
  go_on ();
}

/* The same without the window, and with a key that costs next to nothing. */
static void
have_locked (void)
{
  g_autoptr (LintelProject) copy = lintel_project_copy (window_fixture_project ());
  g_autoptr (LintelLockKey) key = lintel_lock_key_new_with (
      PASSPHRASE, crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN, NULL);

  ck_assert (lintel_project_set_lock (copy, key, NULL));
  ck_assert (
      lintel_xml_write_file (copy, lintel_document_get_path (window_fixture_document ()), NULL));
  lintel_window_reload (window_fixture_get ());
  window_fixture_settle ();
  ck_assert_int_eq (get_state (), LINTEL_LOCK_LOCKED);
}

static void
unlock (const char *passphrase)
{
  window_fixture_activate ("unlock-codes");
  type (passphrase, NULL);
  go_on ();
}

static GtkInfoBar *
get_bar (LintelSheetPage *page)
{
  return GTK_INFO_BAR (window_fixture_find (GTK_WIDGET (page), GTK_TYPE_INFO_BAR));
}

static char *
show_state (LintelSheetPage *page)
{
  g_auto (LintelGridCellInfo) cell = { 0 };

  lintel_grid_model_get_cell (window_fixture_model (page), 0, 2, &cell);
  return g_strdup (cell.text);
}

static gboolean
is_enabled (const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window_fixture_get ()), action);
}

START_TEST (codes_are_locked_in_file_and_window)
{
  LintelSheetPage *page = window_fixture_show ("codes");
  g_autofree char *text = NULL, *state = NULL;

  ck_assert (!gtk_widget_get_visible (GTK_WIDGET (get_bar (page))));
  window_fixture_set ("code[101]", "7093");
  lock ();
  ck_assert_int_eq (get_state (), LINTEL_LOCK_LOCKED);
  text = read_file ();
  ck_assert_ptr_nonnull (strstr (text, "<locked-codes"));
  ck_assert_ptr_null (strstr (text, "<code "));
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
  ck_assert_ptr_null (lintel_project_get_undo_label (window_fixture_project ()));
  ck_assert_ptr_null (window_fixture_value ("code[101]"));

  page = window_fixture_show ("codes");
  state = show_state (page);
  ck_assert_str_eq (state, "Locked");
  ck_assert (gtk_widget_get_visible (GTK_WIDGET (get_bar (page))));
  ck_assert (!is_enabled ("lock-codes"));
  ck_assert (is_enabled ("unlock-codes"));
  ck_assert (!is_enabled ("remove-lock"));
}
END_TEST

START_TEST (new_passphrase_has_to_be_long_and_the_same_twice)
{
  window_fixture_activate ("lock-codes");
  ck_assert (!can_go_on ());
  type ("seven77", "seven77");
  ck_assert (!can_go_on ());
  type (PASSPHRASE, "four brown horses ran");
  ck_assert (!can_go_on ());
  type (PASSPHRASE, PASSPHRASE);
  ck_assert (can_go_on ());
  gtk_window_close (window_fixture_dialog ());
  window_fixture_settle ();
  ck_assert_int_eq (get_state (), LINTEL_LOCK_NONE);
}
END_TEST

/* GTK keeps such a text out of swap space, and wipes it. */
START_TEST (passphrase_is_typed_into_guarded_memory)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  window_fixture_activate ("lock-codes");
  collect_rows (GTK_WIDGET (window_fixture_dialog ()), rows);
  for (guint n = 0; n < rows->len; n++)
    {
      GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (rows->pdata[n]));

      ck_assert (GTK_IS_PASSWORD_ENTRY_BUFFER (gtk_text_get_buffer (GTK_TEXT (text))));
      ck_assert (!gtk_text_get_visibility (GTK_TEXT (text)));
    }
  gtk_window_close (window_fixture_dialog ());
}
END_TEST

START_TEST (wrong_passphrase_asks_again)
{
  LintelSheetPage *page;
  g_autofree char *state = NULL;

  have_locked ();
  unlock ("Four brown horses run");
  ck_assert_int_eq (get_state (), LINTEL_LOCK_LOCKED);
  type (PASSPHRASE, NULL);
  go_on ();
  ck_assert_int_eq (get_state (), LINTEL_LOCK_UNLOCKED);
  ck_assert_str_eq (window_fixture_value ("code[101]"), "1234");
  page = window_fixture_show ("codes");
  state = show_state (page);
  ck_assert_str_eq (state, "Set");
}
END_TEST

START_TEST (unlocking_marks_nothing_as_changed)
{
  LintelPlace place;

  have_locked ();
  unlock (PASSPHRASE);
  place = window_fixture_place ("code[101]");
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
  ck_assert (!lintel_document_is_unsaved (window_fixture_document (), &place));
  window_fixture_set ("code[101]", "7093");
  ck_assert (lintel_document_is_unsaved (window_fixture_document (), &place));
}
END_TEST

START_TEST (unlocked_codes_are_saved_locked)
{
  g_autofree char *before = NULL, *same = NULL, *after = NULL;

  have_locked ();
  before = read_file ();
  unlock (PASSPHRASE);
  window_fixture_activate ("save");
  same = read_file ();
  ck_assert_str_eq (before, same);
  window_fixture_set ("code[101]", "7093");
  window_fixture_activate ("save");
  after = read_file ();
  ck_assert_str_ne (before, after);
  ck_assert_ptr_null (strstr (after, "7093"));
  window_fixture_activate ("lock-codes");
  ck_assert_int_eq (get_state (), LINTEL_LOCK_LOCKED);
  unlock (PASSPHRASE);
  ck_assert_str_eq (window_fixture_value ("code[101]"), "7093");
}
END_TEST

/* Locking again saves, and nothing can be undone to codes that show. */
START_TEST (locking_again_forgets_the_steps)
{
  have_locked ();
  unlock (PASSPHRASE);
  window_fixture_set ("code[101]", "7093");
  window_fixture_activate ("lock-codes");
  ck_assert_int_eq (get_state (), LINTEL_LOCK_LOCKED);
  ck_assert (!is_enabled ("undo"));
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
}
END_TEST

START_TEST (lock_is_taken_off)
{
  g_autofree char *text = NULL;

  have_locked ();
  unlock (PASSPHRASE);
  window_fixture_activate ("remove-lock");
  window_fixture_respond ("cancel");
  ck_assert_int_eq (get_state (), LINTEL_LOCK_UNLOCKED);
  window_fixture_activate ("remove-lock");
  window_fixture_respond ("remove");
  ck_assert_int_eq (get_state (), LINTEL_LOCK_NONE);
  text = read_file ();
  ck_assert_ptr_nonnull (strstr (text, "<code mailbox=\"101\" state=\"set\">1234</code>"));
}
END_TEST

/* Somebody else's work is not written over. */
START_TEST (changed_file_is_not_locked_over)
{
  g_autofree char *text = read_file ();
  g_autofree char *other = g_strconcat (text, "<!-- theirs -->\n", NULL), *after = NULL;

  window_fixture_activate ("lock-codes");
  type (PASSPHRASE, PASSPHRASE);
  ck_assert (
      g_file_set_contents (lintel_document_get_path (window_fixture_document ()), other, -1, NULL));
  go_on ();
  gtk_window_destroy (window_fixture_dialog ());
  after = read_file ();
  ck_assert_str_eq (after, other);
  ck_assert_int_eq (get_state (), LINTEL_LOCK_NONE);
}
END_TEST

START_TEST (journal_never_has_a_locked_code)
{
  g_autofree char *folder = lintel_journal_folder ();
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_journals = 0;

  window_fixture_set ("customer.name", "Before");
  have_locked ();
  unlock (PASSPHRASE);
  window_fixture_set ("code[101]", "7093");
  window_fixture_set ("customer.name", "After");
  lintel_safekeeping_flush (lintel_document_get_safekeeping (window_fixture_document ()));
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = lintel_test_read (path);

      if (strstr (text, "After") == NULL)
        continue;
      n_journals++;
      ck_assert_ptr_null (strstr (text, "7093"));
    }
  ck_assert_uint_eq (n_journals, 1);
}
END_TEST

/* The clipboards. */

static char *
read_clipboard (GdkClipboard *clipboard)
{
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  if (content == NULL || !gdk_content_provider_get_value (content, &value, NULL))
    return g_strdup ("");
  return g_value_dup_string (&value);
}

static char *
get_copied (LintelSheetPage *page)
{
  return read_clipboard (gtk_widget_get_clipboard (GTK_WIDGET (page)));
}

static LintelSheetPage *
reveal_and_select (gboolean reveal)
{
  LintelSheetPage *page = window_fixture_show ("codes");

  lintel_codes_model_reveal_all (LINTEL_CODES_MODEL (lintel_sheet_page_get_sheet (page)), reveal);
  lintel_grid_select (lintel_sheet_page_get_grid (page), &(LintelGridRange){ 0, 1, 1, 1 });
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), "before");
  return page;
}

static void
run (LintelSheetPage *page, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (lintel_sheet_page_get_grid (page)), action, NULL);
  window_fixture_settle ();
}

START_TEST (copying_a_code_asks_each_time)
{
  LintelSheetPage *page = reveal_and_select (TRUE);
  g_autofree char *held = NULL, *copied = NULL;

  run (page, "grid.copy");
  window_fixture_respond ("cancel");
  held = get_copied (page);
  ck_assert_str_eq (held, "before");
  run (page, "grid.copy");
  window_fixture_respond ("copy");
  copied = get_copied (page);
  ck_assert_str_eq (copied, "1234\n1111\n");
  run (page, "grid.copy");
  window_fixture_respond ("cancel");
}
END_TEST

START_TEST (cutting_asks_and_cuts)
{
  LintelSheetPage *page = reveal_and_select (TRUE);
  g_autofree char *copied = NULL;

  run (page, "grid.cut");
  ck_assert_str_eq (window_fixture_value ("code[101]"), "1234");
  window_fixture_respond ("cut");
  ck_assert_ptr_null (window_fixture_value ("code[101]"));
  copied = get_copied (page);
  ck_assert_str_eq (copied, "1234\n1111\n");
}
END_TEST

START_TEST (hidden_codes_are_copied_as_dots)
{
  LintelSheetPage *page = reveal_and_select (FALSE);
  g_autofree char *copied = NULL;

  run (page, "grid.copy");
  copied = get_copied (page);
  ck_assert_ptr_null (strstr (copied, "1234"));
  ck_assert_str_ne (copied, "before");
}
END_TEST

START_TEST (codes_leave_the_clipboard_with_the_project)
{
  LintelSheetPage *page = reveal_and_select (TRUE);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (page));

  run (page, "grid.copy");
  window_fixture_respond ("copy");
  ck_assert_ptr_nonnull (gdk_clipboard_get_content (clipboard));
  lintel_window_clear_document (window_fixture_get ());
  window_fixture_settle ();
  ck_assert_ptr_null (gdk_clipboard_get_content (clipboard));
}
END_TEST

START_TEST (selection_in_a_code_is_dots)
{
  LintelSheetPage *page = reveal_and_select (TRUE);
  LintelGrid *grid = lintel_sheet_page_get_grid (page);
  GtkWidget *entry;
  g_autofree char *primary = NULL, *copied = NULL;

  lintel_grid_set_cursor (grid, 0, 1);
  lintel_grid_edit (grid);
  window_fixture_settle ();
  entry = window_fixture_find (GTK_WIDGET (grid), GTK_TYPE_ENTRY);
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (entry)), "1234");
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
  window_fixture_settle ();
  primary = read_clipboard (gtk_widget_get_primary_clipboard (entry));
  ck_assert_ptr_null (strstr (primary, "1234"));
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "copy-clipboard");
  copied = get_copied (page);
  ck_assert_str_eq (copied, "before");
  gtk_editable_select_region (GTK_EDITABLE (entry), -1, -1);
  ck_assert (gtk_entry_get_visibility (GTK_ENTRY (entry)));
  lintel_grid_cancel (grid);
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (entry)), "");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("locked-codes");
  TCase *lock_case = tcase_create ("lock"), *clipboard = tcase_create ("clipboard");

  tcase_add_checked_fixture (lock_case, window_fixture_open, window_fixture_close);
  tcase_add_checked_fixture (clipboard, window_fixture_open, window_fixture_close);
  tcase_set_timeout (lock_case, 120);
  tcase_add_test (lock_case, codes_are_locked_in_file_and_window);
  tcase_add_test (lock_case, new_passphrase_has_to_be_long_and_the_same_twice);
  tcase_add_test (lock_case, passphrase_is_typed_into_guarded_memory);
  tcase_add_test (lock_case, wrong_passphrase_asks_again);
  tcase_add_test (lock_case, unlocking_marks_nothing_as_changed);
  tcase_add_test (lock_case, unlocked_codes_are_saved_locked);
  tcase_add_test (lock_case, locking_again_forgets_the_steps);
  tcase_add_test (lock_case, lock_is_taken_off);
  tcase_add_test (lock_case, changed_file_is_not_locked_over);
  tcase_add_test (lock_case, journal_never_has_a_locked_code);
  tcase_add_test (clipboard, copying_a_code_asks_each_time);
  tcase_add_test (clipboard, cutting_asks_and_cuts);
  tcase_add_test (clipboard, hidden_codes_are_copied_as_dots);
  tcase_add_test (clipboard, codes_leave_the_clipboard_with_the_project);
  tcase_add_test (clipboard, selection_in_a_code_is_dots);
  suite_add_tcase (suite, lock_case);
  suite_add_tcase (suite, clipboard);
  return window_fixture_run (suite);
}
