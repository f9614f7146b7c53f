/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose file it is: stamps tell content from mere touching, locks tell who has it. */

#include "config.h"

#include "tests/support/test-support.h"

#include "lintel/file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utime.h>

static char *folder, *path, *lock_path;
static gboolean has_no_locks;

/* In the place of the system's: a share that knows no locks. */
int
flock (int fd, int operation)
{
  if (!has_no_locks)
    return (int) syscall (SYS_flock, fd, operation);
  errno = ENOLCK;
  return -1;
}

static void
set_up (void)
{
  folder = lintel_test_make_folder ();
  path = g_build_filename (folder, "office.xml", NULL);
  lock_path = g_build_filename (folder, ".office.xml.lintel-lock", NULL);
  ck_assert (g_file_set_contents (path, "what is in it", -1, NULL));
}

static void
tear_down (void)
{
  lintel_test_remove_folder (folder);
  g_free (folder);
  g_free (path);
  g_free (lock_path);
}

START_TEST (a_touched_file_is_the_same_and_a_changed_one_is_not)
{
  struct utimbuf long_ago = { 1000, 1000 };
  LintelFileStamp before = lintel_file_stamp_read (path), after;

  ck_assert_int_eq (utime (path, &long_ago), 0);
  after = lintel_file_stamp_read (path);
  ck_assert_int_eq (after.modified, 1000);
  ck_assert (lintel_file_stamp_equal (&before, &after));

  ck_assert (g_file_set_contents (path, "what is IN it", -1, NULL));
  ck_assert_int_eq (utime (path, &long_ago), 0);
  after = lintel_file_stamp_read (path);
  ck_assert (!lintel_file_stamp_equal (&before, &after));
}
END_TEST

START_TEST (a_removed_file_is_another)
{
  LintelFileStamp before = lintel_file_stamp_read (path), after;

  g_unlink (path);
  after = lintel_file_stamp_read (path);
  ck_assert (!after.exists);
  ck_assert (!lintel_file_stamp_equal (&before, &after));
}
END_TEST

START_TEST (a_stamp_of_bytes_is_that_of_the_file_with_them)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("what is in it", strlen ("what is in it"));
  LintelFileStamp of_bytes = lintel_file_stamp_of_bytes (bytes, path);
  LintelFileStamp of_file = lintel_file_stamp_read (path);

  ck_assert (lintel_file_stamp_equal (&of_bytes, &of_file));
  ck_assert_int_eq (of_bytes.modified, of_file.modified);
}
END_TEST

START_TEST (a_held_lock_says_who_has_it)
{
  LintelFileHolder *holder = NULL;
  LintelFileLock *lock = lintel_file_lock_take (path, &holder);

  ck_assert_ptr_nonnull (lock);
  ck_assert_ptr_null (holder);
  ck_assert_ptr_null (lintel_file_lock_take (path, &holder));
  ck_assert_ptr_nonnull (holder);
  ck_assert_str_eq (holder->host, g_get_host_name ());
  ck_assert_str_ne (holder->user, "");
  ck_assert_int_gt (holder->since, 0);
  lintel_file_holder_free (holder);

  lintel_file_lock_release (lock);
  ck_assert (!g_file_test (lock_path, G_FILE_TEST_EXISTS));
  lock = lintel_file_lock_take (path, &holder);
  ck_assert_ptr_nonnull (lock);
  lintel_file_lock_release (lock);
}
END_TEST

static void
leave_lock (const char *host)
{
  g_autofree char *text =
      g_strdup_printf ("[lock]\nuser=R. Kay\nhost=%s\nsince=1700000000\n", host);

  ck_assert (g_file_set_contents (lock_path, text, -1, NULL));
}

START_TEST (one_left_by_a_program_that_died_is_taken_over)
{
  LintelFileHolder *holder = NULL;
  LintelFileLock *lock;

  leave_lock (g_get_host_name ());
  lock = lintel_file_lock_take (path, &holder);
  ck_assert_ptr_nonnull (lock);
  ck_assert_ptr_null (holder);
  lintel_file_lock_release (lock);
}
END_TEST

START_TEST (one_of_another_machine_is_believed)
{
  LintelFileHolder *holder = NULL;

  leave_lock ("the-other-desk");
  ck_assert_ptr_null (lintel_file_lock_take (path, &holder));
  ck_assert_ptr_nonnull (holder);
  ck_assert_str_eq (holder->user, "R. Kay");
  ck_assert_str_eq (holder->host, "the-other-desk");
  ck_assert_int_eq (holder->since, 1700000000);
  ck_assert (g_file_test (lock_path, G_FILE_TEST_EXISTS));
  lintel_file_holder_free (holder);
}
END_TEST

START_TEST (where_nothing_can_be_written_there_is_no_lock_and_no_holder)
{
  LintelFileHolder *holder = NULL;

  ck_assert_ptr_null (lintel_file_lock_take ("/nowhere/office.xml", &holder));
  ck_assert_ptr_null (holder);
}
END_TEST

START_TEST (where_there_are_no_locks_nobody_is_in_the_way)
{
  LintelFileHolder *holder = NULL;

  has_no_locks = TRUE;
  ck_assert_ptr_null (lintel_file_lock_take (path, &holder));
  ck_assert_ptr_null (holder);
  ck_assert (!g_file_test (lock_path, G_FILE_TEST_EXISTS));
  has_no_locks = FALSE;
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("file");
  TCase *tests = tcase_create ("file");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, a_touched_file_is_the_same_and_a_changed_one_is_not);
  tcase_add_test (tests, a_removed_file_is_another);
  tcase_add_test (tests, a_stamp_of_bytes_is_that_of_the_file_with_them);
  tcase_add_test (tests, a_held_lock_says_who_has_it);
  tcase_add_test (tests, one_left_by_a_program_that_died_is_taken_over);
  tcase_add_test (tests, one_of_another_machine_is_believed);
  tcase_add_test (tests, where_nothing_can_be_written_there_is_no_lock_and_no_holder);
  tcase_add_test (tests, where_there_are_no_locks_nobody_is_in_the_way);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
