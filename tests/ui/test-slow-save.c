/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A save that takes long, because another one holds the file, and a user who does not wait. */

#include "config.h"

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
set_up (void)
{
  window_fixture_open ();
  hold_file ();
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

int
main (void)
{
  Suite *suite = suite_create ("slow save");
  TCase *tests = tcase_create ("slow save");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, the_question_goes_with_the_save);
  tcase_add_test (tests, an_answer_does_not_lose_what_was_edited_meanwhile);
  tcase_add_test (tests, a_window_that_the_save_closed_is_not_closed_again);
  suite_add_tcase (suite, tests);
  return window_fixture_run (suite);
}
