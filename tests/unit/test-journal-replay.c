/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A journal that is read: torn, damaged, or of a file that others have changed. */

#include "config.h"

#include "lintel/xml.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"
#include "tests/unit/journal-fixture.h"

#include <string.h>

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
  lintel_test_set (project, "21-04-01[101,1]", "7");
  lintel_project_mark_saved (project);
  lintel_journal_mark_saved (journal, path, &stamp, NULL);
  lintel_test_set (project, "notes", "x");
  text = leave (&size);
  put (text, size);
  recovery = lintel_recovery_open (file, NULL);
  ck_assert_ptr_nonnull (recovery);
  ck_assert_ptr_null (lintel_recovery_replay (recovery, catalogue, &saved, &edits, NULL));
}
END_TEST

START_TEST (into_a_changed_file_goes_what_fits)
{
  g_autoptr (LintelProject) changed = read_base ();
  g_autoptr (LintelRecovery) recovery = NULL;
  g_autoptr (GPtrArray) left_out = NULL;
  g_autoptr (GError) error = NULL;
  const LintelEdit *edit;

  lintel_test_set (changed, "21-06-01[2]", "900");
  lintel_test_set (changed, "21-06-01[3]", "555");
  lintel_project_mark_saved (changed);
  lintel_test_set (project, "21-06-01[1]", "1234");
  lintel_test_set (project, "21-06-01[2]", "777");
  lintel_test_set (project, "21-06-01[3]", "555");
  recovery = crash ();
  left_out = lintel_recovery_merge (recovery, changed, "Restore", &error);
  ck_assert_msg (left_out != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_uint_eq (left_out->len, 1);
  edit = g_ptr_array_index (left_out, 0);
  ck_assert_str_eq (edit->old_text, "900");
  ck_assert_str_eq (edit->new_text, "777");
  ck_assert_str_eq (lintel_test_get (changed, "21-06-01[1]"), "1234");
  ck_assert_str_eq (lintel_test_get (changed, "21-06-01[2]"), "900");
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

  lintel_test_set (changed, rule, "table-gap");
  lintel_test_set (project, rule, "capacity");
  lintel_test_set (project, reason, "known");
  recovery = crash ();
  left_out = lintel_recovery_merge (recovery, changed, "Restore", NULL);
  ck_assert_uint_eq (left_out->len, 0);
  after = lintel_project_list_acceptances (changed);
  ck_assert_uint_eq (after->len, before->len + 2);
  ck_assert_str_eq (lintel_test_get (changed, rule), "table-gap");
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
  notes = lintel_test_get (restored, "notes");
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
  g_autofree char *before = g_strdup (lintel_test_get (project, "notes"));
  g_autofree char *text = NULL;
  gsize size;

  for (guint k = 1; k < G_N_ELEMENTS (notes); k++)
    lintel_test_set (project, "notes", notes[k]);
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

  lintel_test_set (project, "notes", "one");
  lintel_test_set (project, "notes", "two");
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

int
main (void)
{
  Suite *suite = suite_create ("journal, replay");
  TCase *bases = tcase_create ("bases");
  TCase *damage = tcase_create ("damage");

  tcase_add_checked_fixture (bases, journal_fixture_setup, journal_fixture_teardown);
  tcase_add_test (bases, changes_that_do_not_fit_their_base_are_refused);
  tcase_add_test (bases, into_a_changed_file_goes_what_fits);
  tcase_add_test (bases, a_new_record_goes_beside_that_of_another);
  suite_add_tcase (suite, bases);

  tcase_add_checked_fixture (damage, journal_fixture_setup_small, journal_fixture_teardown);
  tcase_set_timeout (damage, 120);
  tcase_add_test (damage, a_tail_torn_at_any_byte_is_dropped);
  tcase_add_test (damage, a_damaged_byte_ends_it);
  suite_add_tcase (suite, damage);
  return lintel_test_run (suite);
}
