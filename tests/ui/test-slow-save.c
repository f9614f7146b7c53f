/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A save that takes long, because another one holds the file, and a user who does not wait. */

#include "config.h"

#include "app/core/project/lintel-lock-private.h"
#include "tests/ui/window-fixture.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

static int guard = -1;

/* No save of the file comes to its end until it is let go. */
static void
hold_file (void)
{
  guard = open (window_fixture_file (), O_RDONLY | O_CLOEXEC);
  ck_assert_int_ge (guard, 0);
  ck_assert_int_eq (flock (guard, LOCK_EX), 0);
}

static void
let_file_go (void)
{
  close (guard);
  guard = -1;
}

static void
open_and_hold (void)
{
  window_fixture_open ();
  hold_file ();
}

static void
set_up (void)
{
  open_and_hold ();
  window_fixture_set ("21-06-01[1]", "1234");
  lintel_window_save (window_fixture_get (), FALSE, NULL);
}

static void
tear_down (void)
{
  if (guard >= 0)
    let_file_go ();
  if (window_fixture_get () != NULL)
    while (window_fixture_get ()->saving.path != NULL)
      g_main_context_iteration (NULL, TRUE);
  window_fixture_close ();
}

static void
wait_until_slow (void)
{
  while (window_fixture_get ()->saving.slow_source != 0)
    g_main_context_iteration (NULL, TRUE);
  window_fixture_settle ();
}

static void
wait_for_save (void)
{
  while (window_fixture_get () != NULL && window_fixture_get ()->saving.path != NULL)
    g_main_context_iteration (NULL, TRUE);
  window_fixture_settle ();
}

static guint
count_questions (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (windows, i);

      count += ADW_IS_MESSAGE_DIALOG (each) && gtk_widget_get_visible (each) ? 1 : 0;
    }
  return count;
}

static void
assert_asks (const char *heading)
{
  ck_assert_uint_eq (count_questions (), 1);
  ck_assert_str_eq (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (window_fixture_dialog ())),
                    heading);
}

START_TEST (the_question_goes_with_the_save)
{
  window_fixture_set ("21-06-01[2]", "5678");
  wait_until_slow ();
  gtk_window_close (GTK_WINDOW (window_fixture_get ()));
  window_fixture_settle ();
  assert_asks ("Close before the project is saved?");
  let_file_go ();
  wait_for_save ();
  assert_asks ("Save the changes?");
  window_fixture_respond ("cancel");
}
END_TEST

/* The save ends between the answer and what it leads to. */
START_TEST (an_answer_does_not_lose_what_was_edited_meanwhile)
{
  window_fixture_set ("21-06-01[2]", "5678");
  wait_until_slow ();
  gtk_window_close (GTK_WINDOW (window_fixture_get ()));
  window_fixture_settle ();
  let_file_go ();
  g_usleep (G_USEC_PER_SEC / 2);
  window_fixture_respond ("wait");
  ck_assert_ptr_nonnull (window_fixture_get ());
  assert_asks ("Save the changes?");
  window_fixture_respond ("cancel");
}
END_TEST

START_TEST (a_window_that_the_save_closed_is_not_closed_again)
{
  wait_until_slow ();
  gtk_window_close (GTK_WINDOW (window_fixture_get ()));
  window_fixture_settle ();
  let_file_go ();
  g_usleep (G_USEC_PER_SEC / 2);
  window_fixture_respond ("leave");
  ck_assert_ptr_null (window_fixture_get ());
}
END_TEST

/* With a key that costs next to nothing. */
static void
lock_codes (void)
{
  g_autoptr (LintelProject) copy = lintel_project_copy (window_fixture_project ());
  g_autoptr (LintelLockKey) key =
      lintel_lock_key_new_with ("a passphrase", crypto_pwhash_argon2id_OPSLIMIT_MIN,
                                crypto_pwhash_argon2id_MEMLIMIT_MIN, NULL);

  ck_assert (lintel_project_set_lock (copy, key, NULL));
  lintel_window_save_copy (window_fixture_get (), copy, "The codes are locked.");
}

static gboolean
can_edit (void)
{
  return gtk_widget_is_sensitive (GTK_WIDGET (lintel_window_get_page (window_fixture_get ())))
         && g_action_group_get_action_enabled (G_ACTION_GROUP (window_fixture_get ()), "fix-all");
}

START_TEST (locking_goes_on_while_nothing_is_edited)
{
  lock_codes ();
  ck_assert (!can_edit ());
  wait_until_slow ();
  ck_assert_ptr_nonnull (window_fixture_get ()->file_bar);
  let_file_go ();
  wait_for_save ();
  ck_assert_ptr_null (window_fixture_get ()->file_bar);
  ck_assert_int_eq (lintel_project_get_lock_state (window_fixture_project ()), LINTEL_LOCK_LOCKED);
  ck_assert (can_edit ());
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
}
END_TEST

START_TEST (locking_that_fails_leaves_everything_as_it_was)
{
  g_autofree char *text = lintel_test_read (window_fixture_file ());

  lock_codes ();
  ck_assert (g_file_set_contents (window_fixture_file (), "changed", -1, NULL));
  wait_for_save ();
  assert_asks ("The project was not saved");
  window_fixture_respond ("close");
  ck_assert (can_edit ());
  ck_assert_int_eq (lintel_project_get_lock_state (window_fixture_project ()), LINTEL_LOCK_NONE);
  ck_assert (g_file_set_contents (window_fixture_file (), text, -1, NULL));
}
END_TEST

START_TEST (a_window_that_locks_closes_after_it)
{
  lock_codes ();
  gtk_window_close (GTK_WINDOW (window_fixture_get ()));
  ck_assert_ptr_nonnull (window_fixture_get ());
  let_file_go ();
  wait_for_save ();
  ck_assert_ptr_null (window_fixture_get ());
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("slow save");
  TCase *tests = tcase_create ("slow save"), *locking = tcase_create ("locking");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, the_question_goes_with_the_save);
  tcase_add_test (tests, an_answer_does_not_lose_what_was_edited_meanwhile);
  tcase_add_test (tests, a_window_that_the_save_closed_is_not_closed_again);
  suite_add_tcase (suite, tests);
  tcase_add_checked_fixture (locking, open_and_hold, tear_down);
  tcase_set_timeout (locking, 60);
  tcase_add_test (locking, locking_goes_on_while_nothing_is_edited);
  tcase_add_test (locking, locking_that_fails_leaves_everything_as_it_was);
  tcase_add_test (locking, a_window_that_locks_closes_after_it);
  suite_add_tcase (suite, locking);
  return window_fixture_run (suite);
}
