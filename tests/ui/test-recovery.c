/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a crash left over, offered at the next start. */

#include "config.h"

#include "app/core/project/lintel-lock-private.h"
#include "app/ui/lintel-wording.h"
#include "app/ui/safety/lintel-opening.h"
#include "lintel/file.h"
#include "lintel/xml.h"
#include "tests/ui/safety-fixture.h"

#include <glib/gstdio.h>

/* What the list of a dialog says. */
static const char *
get_list (void)
{
  GtkWidget *list = adw_message_dialog_get_extra_child (safety_dialog ());

  ck_assert_ptr_nonnull (list);
  return gtk_label_get_text (GTK_LABEL (window_fixture_find (list, GTK_TYPE_LABEL)));
}

/* A journal that nobody holds, as a crash leaves it; then the window goes. */
static void
crash (void)
{
  g_autofree char *left = g_build_filename (safety_state, "journal-left", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  lintel_safekeeping_flush (lintel_document_get_safekeeping (safety_document ()));
  dir = g_dir_open (safety_state, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL && !g_str_has_prefix (name, "journal-"))
    continue;
  ck_assert_ptr_nonnull (name);
  {
    g_autofree char *path = g_build_filename (safety_state, name, NULL);

    text = lintel_test_read (path);
  }
  gtk_window_destroy (GTK_WINDOW (safety_window ()));
  safety_settle ();
  ck_assert (g_file_set_contents (left, text, -1, NULL));
}

static gboolean
is_left (void)
{
  g_autofree char *left = g_build_filename (safety_state, "journal-left", NULL);

  return g_file_test (left, G_FILE_TEST_EXISTS);
}

static void
crash_with_changes (void)
{
  safety_open_file ();
  lintel_test_set (safety_project (), "21-06-01[1]", "1234");
  lintel_test_set (safety_project (), "code[101]", "8305");
  crash ();
}

START_TEST (what_was_left_over_is_offered_in_words)
{
  crash_with_changes ();
  safety_open_file ();
  ck_assert_str_eq (adw_message_dialog_get_heading (safety_dialog ()),
                    "Unsaved changes were found");
  safety_assert_says ("2 changes to office.xml (Maple Street Dental)");
  safety_assert_says ("The last was made on ");
  safety_assert_says ("Code of mailbox 101");
  safety_assert_says ("Restore opens the file with these changes");
  ck_assert_ptr_nonnull (strstr (get_list (), "21-06-01[1]"));
  ck_assert_ptr_null (lintel_window_get_document (safety_window ()));
}
END_TEST

START_TEST (a_code_is_not_shown)
{
  crash_with_changes ();
  safety_open_file ();
  ck_assert_ptr_null (strstr (get_list (), "8305"));
  ck_assert_ptr_null (strstr (adw_message_dialog_get_body (safety_dialog ()), "8305"));
  ck_assert_ptr_nonnull (strstr (get_list (), LINTEL_MASK));
}
END_TEST

START_TEST (restored_changes_are_one_step)
{
  crash_with_changes ();
  safety_open_file ();
  safety_respond ("restore");
  ck_assert_str_eq (lintel_document_get_path (safety_document ()), safety_file);
  ck_assert_str_eq (lintel_test_get (safety_project (), "21-06-01[1]"), "1234");
  ck_assert_str_eq (lintel_test_get (safety_project (), "code[101]"), "8305");
  ck_assert (lintel_document_has_changes (safety_document ()));
  ck_assert (!is_left ());
  ck_assert (lintel_project_undo (safety_project ()));
  ck_assert (!lintel_document_has_changes (safety_document ()));
  ck_assert_ptr_null (safety_window ()->file_bar);
}
END_TEST

/* The second crash comes before anything is saved. */
START_TEST (restored_changes_are_kept_safe_again)
{
  crash_with_changes ();
  safety_open_file ();
  safety_respond ("restore");
  lintel_test_set (safety_project (), "notes", "after the first crash");
  crash ();
  safety_open_file ();
  safety_respond ("restore");
  ck_assert_str_eq (lintel_test_get (safety_project (), "21-06-01[1]"), "1234");
  ck_assert_str_eq (lintel_test_get (safety_project (), "notes"), "after the first crash");
}
END_TEST

START_TEST (discarded_changes_are_gone)
{
  crash_with_changes ();
  safety_open_file ();
  safety_respond ("discard");
  ck_assert (!lintel_document_has_changes (safety_document ()));
  ck_assert (!is_left ());
}
END_TEST

START_TEST (not_now_keeps_them)
{
  crash_with_changes ();
  safety_open_file ();
  safety_respond ("later");
  ck_assert (!lintel_document_has_changes (safety_document ()));
  ck_assert (is_left ());
}
END_TEST

START_TEST (a_changed_file_and_what_was_left_open_both)
{
  g_autoptr (GPtrArray) windows = NULL;
  LintelDocument *theirs, *mine;

  safety_open_file ();
  lintel_test_set (safety_project (), "21-06-01[1]", "1234");
  lintel_test_set (safety_project (), "21-06-01[2]", "777");
  crash ();
  safety_change_file ("21-06-01[2]", "900");
  safety_open_file ();
  safety_assert_says ("the file has been changed by somebody else");
  safety_respond ("restore");

  ck_assert_ptr_nonnull (safety_dialog ());
  ck_assert_ptr_nonnull (strstr (get_list (), "21-06-01[2]"));
  ck_assert_ptr_null (strstr (get_list (), "21-06-01[1]"));
  safety_respond ("close");
  windows = safety_list_windows (LINTEL_TYPE_WINDOW);
  ck_assert_uint_eq (windows->len, 2);
  theirs = lintel_window_get_document (
      LINTEL_WINDOW (lintel_application_find_window (window_fixture_application (), safety_file)));
  mine = lintel_window_get_document (g_ptr_array_index (windows, 0));
  if (mine == theirs)
    mine = lintel_window_get_document (g_ptr_array_index (windows, 1));
  ck_assert_ptr_null (lintel_document_get_path (mine));
  ck_assert_str_eq (lintel_test_get (lintel_document_get_project (mine), "21-06-01[2]"), "777");
  ck_assert_str_eq (lintel_test_get (lintel_document_get_project (theirs), "21-06-01[2]"), "900");
  ck_assert_str_eq (lintel_test_get (lintel_document_get_project (theirs), "21-06-01[1]"), "1234");
  ck_assert (lintel_document_has_changes (mine) && lintel_document_has_changes (theirs));
  ck_assert (!is_left ());
}
END_TEST

START_TEST (a_file_that_has_them_already_is_just_opened)
{
  safety_open_file ();
  lintel_test_set (safety_project (), "21-06-01[1]", "1234");
  crash ();
  safety_change_file ("21-06-01[1]", "1234");
  safety_open_file ();
  ck_assert_ptr_null (safety_dialog ());
  ck_assert (!lintel_document_has_changes (safety_document ()));
  ck_assert (!is_left ());
}
END_TEST

/* The thread that saves goes on here, where a crash would have ended it, and has the file as long.
 */
static void
wait_until_nobody_has_the_file (void)
{
  LintelFileLock *lock = NULL;

  while (lock == NULL)
    {
      g_autoptr (LintelFileHolder) holder = NULL;

      g_main_context_iteration (NULL, FALSE);
      lock = lintel_file_lock_take (safety_file, &holder);
    }
  lintel_file_lock_release (lock);
}

/* Between the file and the journal, and what was edited while the file was written is in the latter
 * only. */
START_TEST (after_a_crash_amid_a_save_the_file_is_known)
{
  g_autofree char *text = NULL;

  safety_open_file ();
  lintel_test_set (safety_project (), "21-06-01[1]", "1234");
  lintel_window_save (safety_window (), FALSE, NULL);
  lintel_test_set (safety_project (), "21-06-01[2]", "777");
  crash ();
  while (text == NULL || strstr (text, ">1234</set>") == NULL)
    {
      g_free (text);
      text = lintel_test_read (safety_file);
    }
  ck_assert_ptr_null (strstr (text, ">777</set>"));
  wait_until_nobody_has_the_file ();
  safety_open_file ();
  safety_assert_says ("1 change to office.xml");
  safety_assert_says ("Restore opens the file with these changes");
  safety_respond ("restore");
  ck_assert_str_eq (lintel_document_get_path (safety_document ()), safety_file);
  ck_assert_str_eq (lintel_test_get (safety_project (), "21-06-01[1]"), "1234");
  ck_assert_str_eq (lintel_test_get (safety_project (), "21-06-01[2]"), "777");
  ck_assert (lintel_project_undo (safety_project ()));
  ck_assert (!lintel_document_has_changes (safety_document ()));
  ck_assert_ptr_null (safety_window ()->file_bar);
}
END_TEST

/* The key costs next to nothing. */
static LintelLockKey *
lock_file (void)
{
  g_autoptr (LintelProject) project = lintel_xml_read_file (
      lintel_application_get_catalogue (window_fixture_application ()), safety_file, NULL);
  LintelLockKey *key =
      lintel_lock_key_new_with ("a passphrase", crypto_pwhash_argon2id_OPSLIMIT_MIN,
                                crypto_pwhash_argon2id_MEMLIMIT_MIN, NULL);

  ck_assert (lintel_project_set_lock (project, key, NULL));
  ck_assert (lintel_xml_write_file (project, safety_file, NULL));
  return key;
}

START_TEST (restored_changes_leave_the_codes_of_the_file)
{
  g_autoptr (LintelLockKey) key = lock_file ();

  safety_open_file ();
  ck_assert (lintel_project_unlock (safety_project (), key, NULL));
  lintel_test_set (safety_project (), "code[101]", "8305");
  lintel_window_save (safety_window (), FALSE, NULL);
  safety_settle ();
  lintel_test_set (safety_project (), "notes", "mine");
  crash ();
  safety_open_file ();
  safety_respond ("restore");
  ck_assert_str_eq (lintel_test_get (safety_project (), "notes"), "mine");
  ck_assert (lintel_project_unlock (safety_project (), key, NULL));
  ck_assert_str_eq (lintel_test_get (safety_project (), "code[101]"), "8305");
}
END_TEST

START_TEST (without_its_file_the_project_comes_back_without_one)
{
  crash_with_changes ();
  g_unlink (safety_file);
  lintel_opening_offer_all (window_fixture_application ());
  safety_settle ();
  safety_assert_says ("not there any more");
  safety_respond ("restore");
  ck_assert_ptr_null (lintel_document_get_path (safety_document ()));
  ck_assert_str_eq (lintel_test_get (safety_project (), "21-06-01[1]"), "1234");
  ck_assert (lintel_document_has_changes (safety_document ()));
}
END_TEST

START_TEST (the_start_page_offers_a_project_that_had_no_file)
{
  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_application ()), "open-example",
                                  g_variant_new_string ("law-office"));
  safety_settle ();
  lintel_test_set (safety_project (), "notes", "call back");
  crash ();
  lintel_opening_offer_all (window_fixture_application ());
  safety_settle ();
  safety_assert_says ("had no file yet");
  safety_respond ("restore");
  ck_assert_str_eq (lintel_test_get (safety_project (), "notes"), "call back");
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { what_was_left_over_is_offered_in_words,
                                 a_code_is_not_shown,
                                 restored_changes_are_one_step,
                                 restored_changes_are_kept_safe_again,
                                 discarded_changes_are_gone,
                                 not_now_keeps_them,
                                 a_changed_file_and_what_was_left_open_both,
                                 a_file_that_has_them_already_is_just_opened,
                                 after_a_crash_amid_a_save_the_file_is_known,
                                 restored_changes_leave_the_codes_of_the_file,
                                 without_its_file_the_project_comes_back_without_one,
                                 the_start_page_offers_a_project_that_had_no_file };

  return safety_run_tests ("recovery", tests, G_N_ELEMENTS (tests));
}
