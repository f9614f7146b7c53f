/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The recovery journal: what it keeps, and when it goes. */

#include "config.h"

#include "lintel/xml.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"
#include "tests/unit/journal-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

START_TEST (changes_come_back_as_one_step)
{
  g_autoptr (LintelRecovery) recovery = NULL;
  g_autoptr (LintelProject) restored = NULL;

  lintel_test_set (project, "21-06-01[1]", "011");
  lintel_test_set (project, "code[101]", "4821");
  lintel_test_set (project, "notes", "two\nlines, “quoted” and 'so'");
  recovery = crash ();
  ck_assert_str_eq (lintel_recovery_get_path (recovery), path);
  ck_assert_int_ge (lintel_recovery_get_time (recovery), 1);
  restored = restore (recovery);
  assert_same (restored, project);
  ck_assert (lintel_project_is_dirty (restored));
  ck_assert (lintel_project_undo (restored));
  ck_assert (!lintel_project_is_dirty (restored));
}
END_TEST

/* What is set for an extension stays at its port, whatever the numbers become. */
START_TEST (renumbering_is_replayed_by_port)
{
  g_autoptr (LintelRecovery) recovery = NULL;
  g_autoptr (LintelProject) restored = NULL;

  lintel_test_set (project, "21-04-01[101,1]", "7");
  lintel_test_set (project, "extension[1].number", "901");
  lintel_test_set (project, "extension[2].number", "101");
  lintel_test_set (project, "21-04-01[101,1]", "9");
  recovery = crash ();
  restored = restore (recovery);
  assert_same (restored, project);
  ck_assert_str_eq (lintel_test_get (restored, "21-04-01[901,1]"), "7");
  ck_assert_str_eq (lintel_test_get (restored, "21-04-01[101,1]"), "9");
}
END_TEST

START_TEST (it_goes_when_nothing_is_unsaved)
{
  LintelFileStamp stamp;
  g_autofree char *never = find_journal ();
  g_autofree char *undone = NULL, *saved = NULL, *closed = NULL;

  ck_assert_ptr_null (never);
  lintel_test_set (project, "notes", "a");
  g_free (leave (NULL));
  lintel_project_undo (project);
  lintel_journal_flush (journal);
  undone = find_journal ();
  ck_assert_ptr_null (undone);

  lintel_project_redo (project);
  g_free (leave (NULL));
  lintel_project_mark_saved (project);
  stamp = lintel_file_stamp_read (path);
  lintel_journal_mark_saved (journal, path, &stamp, NULL);
  lintel_journal_flush (journal);
  saved = find_journal ();
  ck_assert_ptr_null (saved);

  lintel_test_set (project, "notes", "b");
  g_free (leave (NULL));
  g_clear_object (&journal);
  closed = find_journal ();
  ck_assert_ptr_null (closed);
}
END_TEST

/* Saving takes its time, and somebody types on. */
START_TEST (what_was_typed_while_it_was_saved_is_kept)
{
  g_autoptr (LintelRecovery) recovery = NULL;
  g_autoptr (LintelProject) restored = NULL;
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (LintelProject) in_file = NULL;
  g_autoptr (LintelProject) written = NULL;
  g_autoptr (GPtrArray) since = NULL;
  LintelFileStamp stamp;

  lintel_test_set (project, "notes", "saved");
  lintel_test_set (project, "21-06-01[1]", "011");
  written = lintel_project_copy (project);
  lintel_test_set (project, "notes", "typed on");
  lintel_test_set (project, "21-06-01[2]", "900");
  since = lintel_project_diff (written, project);
  ck_assert (lintel_xml_write_file (written, path, NULL));
  stamp = lintel_file_stamp_read (path);
  lintel_project_mark_saved_before (project, since);
  lintel_journal_mark_saved (journal, path, &stamp, since);

  recovery = crash ();
  ck_assert (lintel_file_stamp_equal (lintel_recovery_get_stamp (recovery), &stamp));
  in_file = lintel_recovery_replay (recovery, catalogue, &saved, &edits, NULL);
  assert_same (in_file, written);
  ck_assert_uint_eq (edits->len, 2);
  restored = restore (recovery);
  assert_same (restored, project);
  lintel_project_undo (project);
  lintel_project_undo (project);
  ck_assert (!lintel_project_is_dirty (project));
}
END_TEST

START_TEST (it_stays_when_its_window_is_left)
{
  g_autofree char *stays = NULL;
  g_autoptr (GPtrArray) list = NULL;

  lintel_test_set (project, "notes", "a");
  lintel_journal_keep (journal);
  g_clear_object (&journal);
  stays = find_journal ();
  ck_assert_ptr_nonnull (stays);
  list = lintel_recovery_list (state);
  ck_assert_uint_eq (list->len, 1);
}
END_TEST

START_TEST (it_goes_when_the_file_got_it_after_all)
{
  LintelFileStamp stamp = lintel_file_stamp_read (path);
  g_autofree char *gone = NULL;

  lintel_test_set (project, "notes", "a");
  lintel_journal_keep (journal);
  lintel_project_mark_saved (project);
  lintel_journal_mark_saved (journal, path, &stamp, NULL);
  g_clear_object (&journal);
  gone = find_journal ();
  ck_assert_ptr_null (gone);
}
END_TEST

static gboolean
is_left (void)
{
  g_autofree char *file = g_build_filename (left, "journal-left", NULL);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

/* How many journals there are to be had, when this is all of one. */
static guint
count_left (const char *text, gsize size)
{
  g_autofree char *file = g_build_filename (left, "journal-left", NULL);
  g_autoptr (GPtrArray) list = NULL;

  g_unlink (file);
  put (text, size);
  list = lintel_recovery_list (left);
  return list->len;
}

/* The program died before anything could be had back; a later Lintel's journal is none of that. */
START_TEST (one_without_any_change_is_removed)
{
  g_autofree char *text = NULL;
  gsize size, first, second;

  lintel_test_set (project, "notes", "one");
  text = leave (&size);
  first = (gsize) (strchr (text, '\n') - text) + 1;
  second = (gsize) (strchr (text + first, '\n') - text) + 1;
  ck_assert_uint_eq (count_left (text, size), 1);
  ck_assert (is_left ());
  for (gsize n = 0; n < second; n += n < first - 3 || n > first + 3 ? 97 : 1)
    {
      ck_assert_msg (count_left (text, n) == 0, "one of %zu bytes is offered", n);
      ck_assert_msg (!is_left (), "one of %zu bytes stays", n);
    }
  text[0] ^= 1;
  ck_assert_uint_eq (count_left (text, size), 0);
  ck_assert (is_left ());
}
END_TEST

/* An edit that was saved and is undone after that is not in the file any more. */
START_TEST (undo_beyond_a_save_is_replayed)
{
  g_autoptr (LintelRecovery) recovery = NULL;
  g_autoptr (LintelProject) restored = NULL;
  LintelFileStamp stamp = lintel_file_stamp_read (path);

  lintel_test_set (project, "accepted[1].reason", "support line");
  lintel_project_mark_saved (project);
  lintel_journal_mark_saved (journal, path, &stamp, NULL);
  lintel_test_set (project, "21-05-01[3]", "1");
  lintel_project_undo (project);
  lintel_project_undo (project);
  recovery = crash ();
  restored = restore (recovery);
  assert_same (restored, project);
}
END_TEST

START_TEST (only_the_owner_reads_it)
{
  g_autofree char *file = NULL;
  struct stat info;

  lintel_test_set (project, "code[101]", "4821");
  g_free (leave (NULL));
  file = find_journal ();
  ck_assert_int_eq (g_stat (file, &info), 0);
  ck_assert_int_eq (info.st_mode & 07777, 0600);
  ck_assert_int_eq (g_stat (state, &info), 0);
  ck_assert_int_eq (info.st_mode & 07777, 0700);
}
END_TEST

START_TEST (that_of_a_running_program_is_left_alone)
{
  g_autoptr (GPtrArray) running = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) taken = NULL;

  lintel_test_set (project, "notes", "a");
  lintel_recovery_free (crash ());
  running = lintel_recovery_list (state);
  ck_assert_uint_eq (running->len, 0);
  found = lintel_recovery_list (left);
  ck_assert_uint_eq (found->len, 1);
  taken = lintel_recovery_list (left);
  ck_assert_uint_eq (taken->len, 0);
  lintel_recovery_discard (g_ptr_array_index (found, 0));
  g_ptr_array_set_size (found, 0);
  g_clear_pointer (&taken, g_ptr_array_unref);
  taken = lintel_recovery_list (left);
  ck_assert_uint_eq (taken->len, 0);
}
END_TEST

static guint n_failed;

static void
failed_cb (LintelJournal *self, const char *why)
{
  ck_assert_str_ne (why, "");
  n_failed++;
}

START_TEST (that_it_cannot_be_written_is_told_once)
{
  ck_assert (g_file_set_contents (state, "no folder", -1, NULL));
  g_signal_connect (journal, "failed", G_CALLBACK (failed_cb), NULL);
  n_failed = 0;
  lintel_test_set (project, "notes", "a");
  lintel_test_set (project, "notes", "b");
  lintel_journal_flush (journal);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  ck_assert_uint_eq (n_failed, 1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("journal");
  TCase *tcase = tcase_create ("journal");

  tcase_add_checked_fixture (tcase, journal_fixture_setup, journal_fixture_teardown);
  tcase_add_test (tcase, changes_come_back_as_one_step);
  tcase_add_test (tcase, renumbering_is_replayed_by_port);
  tcase_add_test (tcase, it_goes_when_nothing_is_unsaved);
  tcase_add_test (tcase, what_was_typed_while_it_was_saved_is_kept);
  tcase_add_test (tcase, it_stays_when_its_window_is_left);
  tcase_add_test (tcase, it_goes_when_the_file_got_it_after_all);
  tcase_add_test (tcase, one_without_any_change_is_removed);
  tcase_add_test (tcase, undo_beyond_a_save_is_replayed);
  tcase_add_test (tcase, only_the_owner_reads_it);
  tcase_add_test (tcase, that_of_a_running_program_is_left_alone);
  tcase_add_test (tcase, that_it_cannot_be_written_is_told_once);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
