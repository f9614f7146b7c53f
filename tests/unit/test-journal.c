/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The recovery journal: what it keeps, when it goes, and what is left of one that was torn. */

#include "config.h"

#include "tests/support/test-support.h"

#include "lintel/journal.h"
#include "lintel/xml.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static LintelCatalogue *catalogue;
static GBytes *base;
static LintelProject *project;
static LintelJournal *journal;
static char *folder, *state, *left, *path;

/* Takes BYTES. */
static void
begin (GBytes *bytes)
{
  LintelFileStamp stamp;

  base = bytes;
  project = lintel_xml_read_bytes (catalogue, base, "office.xml", NULL);
  folder = lintel_test_make_folder ();
  state = g_build_filename (folder, "state", NULL);
  left = g_build_filename (folder, "left", NULL);
  path = g_build_filename (folder, "office.xml", NULL);
  ck_assert_int_eq (g_mkdir (left, 0700), 0);
  ck_assert (lintel_xml_write_file (project, path, NULL));
  stamp = lintel_file_stamp_read (path);
  journal = lintel_journal_new (state, project, base, NULL);
  lintel_journal_mark_saved (journal, path, &stamp, NULL);
}

static void
set_up (void)
{
  g_autofree char *source = lintel_test_source ("data/examples/law-office.xml");

  catalogue = lintel_catalogue_new_builtin ();
  begin (lintel_xml_load_bytes (source, NULL));
}

/* For tests that read a journal many hundred times. */
static void
set_up_small (void)
{
  g_autoptr (LintelProject) factory = NULL;

  catalogue = lintel_catalogue_new_builtin ();
  factory = lintel_project_new (catalogue, LINTEL_MODEL_SL2100, "");
  begin (lintel_xml_write_bytes (factory, TRUE));
}

static void
tear_down (void)
{
  g_clear_object (&journal);
  g_clear_object (&project);
  g_bytes_unref (base);
  lintel_catalogue_unref (catalogue);
  lintel_test_remove_folder (folder);
  g_free (folder);
  g_free (state);
  g_free (left);
  g_free (path);
}

static void
set (LintelProject *where, const char *address, const char *text)
{
  g_autoptr (GError) error = NULL;
  LintelPlace place;

  ck_assert_msg (lintel_place_parse (address, where, &place, &error), "%s", address);
  ck_assert_msg (lintel_project_set (where, address, &place, text, &error), "%s",
                 error != NULL ? error->message : "");
}

static const char *
get (LintelProject *where, const char *address)
{
  LintelPlace place;

  ck_assert (lintel_place_parse (address, where, &place, NULL));
  return lintel_project_get_text (where, &place);
}

/* The only file of the state folder; NULL when there is none. */
static char *
find_journal (void)
{
  g_autoptr (GDir) dir = g_dir_open (state, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;
  char *found = name != NULL ? g_build_filename (state, name, NULL) : NULL;

  if (dir != NULL)
    ck_assert_ptr_null (g_dir_read_name (dir));
  return found;
}

/* What a crash now would leave behind: nobody holds the copy. */
static char *
leave (gsize *size)
{
  g_autofree char *file = NULL;
  char *text;

  lintel_journal_flush (journal);
  file = find_journal ();
  ck_assert_ptr_nonnull (file);
  ck_assert (g_file_get_contents (file, &text, size, NULL));
  return text;
}

static void
put (const char *text, gsize size)
{
  g_autofree char *file = g_build_filename (left, "journal-left", NULL);

  /* Without the flush that makes a file durable: it is done many hundred times. */
  ck_assert (
      g_file_set_contents_full (file, text, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static LintelRecovery *
crash (void)
{
  g_autofree char *file = g_build_filename (left, "journal-left", NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  g_autofree char *text = leave (&size);
  LintelRecovery *recovery;

  put (text, size);
  recovery = lintel_recovery_open (file, &error);
  ck_assert_msg (recovery != NULL, "%s", error != NULL ? error->message : "");
  return recovery;
}

/* The project as it was when the program died. */
static LintelProject *
restore (LintelRecovery *recovery)
{
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  LintelProject *restored = lintel_recovery_replay (recovery, catalogue, &saved, &edits, &error);

  ck_assert_msg (restored != NULL, "%s", error != NULL ? error->message : "");
  ck_assert (!lintel_project_is_dirty (restored));
  ck_assert_msg (lintel_project_apply (restored, "Restore", NULL, edits, &error), "%s",
                 error != NULL ? error->message : "");
  return restored;
}

static void
assert_same (LintelProject *a, LintelProject *b)
{
  g_autoptr (GBytes) x = lintel_xml_write_bytes (a, TRUE);
  g_autoptr (GBytes) y = lintel_xml_write_bytes (b, TRUE);

  ck_assert_str_eq (g_bytes_get_data (x, NULL), g_bytes_get_data (y, NULL));
}

START_TEST (changes_come_back_as_one_step)
{
  g_autoptr (LintelRecovery) recovery = NULL;
  g_autoptr (LintelProject) restored = NULL;

  set (project, "21-06-01[1]", "011");
  set (project, "code[101]", "4821");
  set (project, "notes", "two\nlines, “quoted” and 'so'");
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

  set (project, "21-04-01[101,1]", "7");
  set (project, "extension[1].number", "901");
  set (project, "extension[2].number", "101");
  set (project, "21-04-01[101,1]", "9");
  recovery = crash ();
  restored = restore (recovery);
  assert_same (restored, project);
  ck_assert_str_eq (get (restored, "21-04-01[901,1]"), "7");
  ck_assert_str_eq (get (restored, "21-04-01[101,1]"), "9");
}
END_TEST

START_TEST (it_goes_when_nothing_is_unsaved)
{
  LintelFileStamp stamp;
  g_autofree char *never = find_journal ();
  g_autofree char *undone = NULL, *saved = NULL, *closed = NULL;

  ck_assert_ptr_null (never);
  set (project, "notes", "a");
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

  set (project, "notes", "b");
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

  set (project, "notes", "saved");
  set (project, "21-06-01[1]", "011");
  written = lintel_project_copy (project);
  set (project, "notes", "typed on");
  set (project, "21-06-01[2]", "900");
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

  set (project, "notes", "a");
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

  set (project, "notes", "a");
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

  set (project, "notes", "one");
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

  set (project, "accepted[1].reason", "support line");
  lintel_project_mark_saved (project);
  lintel_journal_mark_saved (journal, path, &stamp, NULL);
  set (project, "21-05-01[3]", "1");
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

  set (project, "code[101]", "4821");
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

  set (project, "notes", "a");
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

/* The notes of the journal that ends after N bytes: what its last whole record says. NULL if there
 * is no journal in it. */
static char *
read_torn (const char *text, gsize n)
{
  g_autofree char *file = g_build_filename (left, "journal-left", NULL);
  g_autoptr (LintelRecovery) recovery = NULL;
  g_autoptr (LintelProject) restored = NULL;
  const char *notes;

  put (text, n);
  recovery = lintel_recovery_open (file, NULL);
  if (recovery == NULL)
    return NULL;
  restored = restore (recovery);
  notes = get (restored, "notes");
  return g_strdup (notes != NULL ? notes : "");
}

/* How many whole lines TEXT has up to N. */
static guint
count_lines (const char *text, gsize n)
{
  guint lines = 0;

  for (gsize k = 0; k < n; k++)
    lines += text[k] == '\n' ? 1 : 0;
  return lines;
}

START_TEST (a_tail_torn_at_any_byte_is_dropped)
{
  static const char *const notes[] = { "", "one", "two", "three" };
  g_autofree char *before = g_strdup (get (project, "notes"));
  g_autofree char *text = NULL;
  gsize size;

  for (guint k = 1; k < G_N_ELEMENTS (notes); k++)
    set (project, "notes", notes[k]);
  text = leave (&size);
  for (gsize n = 0; n <= size; n++)
    {
      g_autofree char *read = read_torn (text, n);
      guint lines = count_lines (text, n);

      if (lines == 0)
        ck_assert_ptr_null (read);
      else
        ck_assert_str_eq (read, lines > 2 ? notes[lines - 2] : before != NULL ? before : "");
    }
}
END_TEST

START_TEST (a_damaged_byte_ends_it)
{
  g_autofree char *text = NULL;
  gsize size, first;

  set (project, "notes", "one");
  set (project, "notes", "two");
  text = leave (&size);
  first = (gsize) (strchr (text, '\n') - text) + 1;
  for (gsize n = first; n < size; n++)
    {
      g_autofree char *damaged = g_memdup2 (text, size + 1);
      g_autofree char *read = NULL;

      damaged[n] ^= 1;
      read = read_torn (damaged, size);
      ck_assert_ptr_nonnull (read);
      ck_assert_str_ne (read, "two");
    }
}
END_TEST

/* A journal whose base is not what its changes were made to. */
START_TEST (changes_that_do_not_fit_their_base_are_refused)
{
  g_autoptr (LintelProject) other = lintel_project_new (catalogue, LINTEL_MODEL_SL2100, "");
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (other, TRUE);
  g_autoptr (LintelJournal) wrong = lintel_journal_new (state, project, bytes, NULL);
  g_autofree char *file = g_build_filename (left, "journal-left", NULL);
  g_autoptr (LintelRecovery) recovery = NULL;
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  LintelFileStamp stamp = lintel_file_stamp_read (path);
  gsize size;
  g_autofree char *text = NULL;

  g_clear_object (&journal);
  journal = g_steal_pointer (&wrong);
  set (project, "21-04-01[101,1]", "7");
  lintel_project_mark_saved (project);
  lintel_journal_mark_saved (journal, path, &stamp, NULL);
  set (project, "notes", "x");
  text = leave (&size);
  put (text, size);
  recovery = lintel_recovery_open (file, NULL);
  ck_assert_ptr_nonnull (recovery);
  ck_assert_ptr_null (lintel_recovery_replay (recovery, catalogue, &saved, &edits, NULL));
}
END_TEST

static LintelProject *
read_base (void)
{
  return lintel_xml_read_bytes (catalogue, base, "office.xml", NULL);
}

START_TEST (into_a_changed_file_goes_what_fits)
{
  g_autoptr (LintelProject) changed = read_base ();
  g_autoptr (LintelRecovery) recovery = NULL;
  g_autoptr (GPtrArray) left_out = NULL;
  g_autoptr (GError) error = NULL;
  const LintelEdit *edit;

  set (changed, "21-06-01[2]", "900");
  set (changed, "21-06-01[3]", "555");
  lintel_project_mark_saved (changed);
  set (project, "21-06-01[1]", "1234");
  set (project, "21-06-01[2]", "777");
  set (project, "21-06-01[3]", "555");
  recovery = crash ();
  left_out = lintel_recovery_merge (recovery, changed, "Restore", &error);
  ck_assert_msg (left_out != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_uint_eq (left_out->len, 1);
  edit = g_ptr_array_index (left_out, 0);
  ck_assert_str_eq (edit->old_text, "900");
  ck_assert_str_eq (edit->new_text, "777");
  ck_assert_str_eq (get (changed, "21-06-01[1]"), "1234");
  ck_assert_str_eq (get (changed, "21-06-01[2]"), "900");
  ck_assert (lintel_project_undo (changed));
  ck_assert (!lintel_project_is_dirty (changed));
}
END_TEST

/* Both added an acceptance: neither is written over the other. */
START_TEST (a_new_record_goes_beside_that_of_another)
{
  g_autoptr (LintelProject) changed = read_base ();
  g_autoptr (LintelRecovery) recovery = NULL;
  g_autoptr (GPtrArray) left_out = NULL;
  g_autoptr (GPtrArray) before = lintel_project_list_acceptances (project);
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *rule = g_strdup_printf ("accepted[%u].rule", before->len + 1);
  g_autofree char *reason = g_strdup_printf ("accepted[%u].reason", before->len + 1);

  set (changed, rule, "table-gap");
  set (project, rule, "capacity");
  set (project, reason, "known");
  recovery = crash ();
  left_out = lintel_recovery_merge (recovery, changed, "Restore", NULL);
  ck_assert_uint_eq (left_out->len, 0);
  after = lintel_project_list_acceptances (changed);
  ck_assert_uint_eq (after->len, before->len + 2);
  ck_assert_str_eq (get (changed, rule), "table-gap");
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
  set (project, "notes", "a");
  set (project, "notes", "b");
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
  TCase *writing = tcase_create ("writing");
  TCase *reading = tcase_create ("reading");
  TCase *damage = tcase_create ("damage");

  tcase_add_checked_fixture (writing, set_up, tear_down);
  tcase_add_test (writing, changes_come_back_as_one_step);
  tcase_add_test (writing, renumbering_is_replayed_by_port);
  tcase_add_test (writing, it_goes_when_nothing_is_unsaved);
  tcase_add_test (writing, what_was_typed_while_it_was_saved_is_kept);
  tcase_add_test (writing, it_stays_when_its_window_is_left);
  tcase_add_test (writing, it_goes_when_the_file_got_it_after_all);
  tcase_add_test (writing, one_without_any_change_is_removed);
  tcase_add_test (writing, undo_beyond_a_save_is_replayed);
  tcase_add_test (writing, only_the_owner_reads_it);
  tcase_add_test (writing, that_of_a_running_program_is_left_alone);
  tcase_add_test (writing, that_it_cannot_be_written_is_told_once);
  suite_add_tcase (suite, writing);

  tcase_add_checked_fixture (reading, set_up, tear_down);
  tcase_add_test (reading, changes_that_do_not_fit_their_base_are_refused);
  tcase_add_test (reading, into_a_changed_file_goes_what_fits);
  tcase_add_test (reading, a_new_record_goes_beside_that_of_another);
  suite_add_tcase (suite, reading);

  tcase_add_checked_fixture (damage, set_up_small, tear_down);
  tcase_set_timeout (damage, 120);
  tcase_add_test (damage, a_tail_torn_at_any_byte_is_dropped);
  tcase_add_test (damage, a_damaged_byte_ends_it);
  suite_add_tcase (suite, damage);
  return lintel_test_run (suite);
}
