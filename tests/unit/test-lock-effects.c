/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rest of the program makes of locked codes: lint, export, journal, comparison. */

#include "config.h"

#include "lintel/exchange.h"
#include "lintel/journal.h"
#include "lintel/lint.h"
#include "lintel/xml.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"
#include "tests/unit/lock-fixture.h"

#include <string.h>

static gboolean
finds (LintelLinter *linter, const char *rule)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);

  for (guint n = 0; n < findings->len; n++)
    if (g_str_equal (lintel_rule_get_id (lintel_finding_get_rule (findings->pdata[n])), rule))
      return TRUE;
  return FALSE;
}

START_TEST (linter_follows_the_lock)
{
  g_autoptr (LintelProject) locked = read_locked ();
  g_autoptr (LintelLinter) linter = lintel_linter_new (locked);

  ck_assert (finds (linter, "codes-locked"));
  ck_assert (!finds (linter, "mailbox-code-unknown"));
  ck_assert (!finds (linter, "mailbox-code-weak"));
  ck_assert (open_with (locked, PASSPHRASE, NULL));
  ck_assert (!finds (linter, "codes-locked"));
  ck_assert (finds (linter, "mailbox-code-unknown"));
  ck_assert (finds (linter, "mailbox-code-weak"));
}
END_TEST

START_TEST (export_with_codes_asks_for_the_passphrase)
{
  g_autoptr (LintelProject) locked = read_locked ();
  g_autoptr (LintelLinter) linter = lintel_linter_new (locked);
  LintelExportOptions options = { .with_codes = TRUE, .force = TRUE, .reason = "test" };
  g_autoptr (GError) error = NULL;

  ck_assert (!lintel_export_check (linter, &options, &error));
  ck_assert (g_error_matches (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_LOCKED));
  options.with_codes = FALSE;
  ck_assert (lintel_export_check (linter, &options, NULL));
  options.with_codes = TRUE;
  ck_assert (open_with (locked, PASSPHRASE, NULL));
  ck_assert (lintel_export_check (linter, &options, NULL));
}
END_TEST

START_TEST (file_without_codes_has_no_lock_either)
{
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (project, FALSE);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  ck_assert_ptr_null (g_strstr_len (data, (gssize) size, "locked-codes"));
}
END_TEST

static char *
read_only_file (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;
  g_autofree char *path = name != NULL ? g_build_filename (folder, name, NULL) : NULL;

  return path != NULL ? lintel_test_read (path) : NULL;
}

START_TEST (journal_has_no_code)
{
  g_autofree char *folder = lintel_test_make_folder ();
  g_autoptr (GBytes) base = lintel_xml_write_bytes (project, TRUE);
  g_autoptr (LintelProject) open = lintel_xml_read_bytes (catalogue, base, "office.xml", NULL);
  g_autoptr (LintelJournal) journal = lintel_journal_new (folder, open, base, NULL);
  g_autofree char *before = NULL, *text = NULL;

  ck_assert (open_with (open, PASSPHRASE, NULL));
  lintel_test_set (open, "code[101]", "7093");
  lintel_journal_flush (journal);
  before = read_only_file (folder);
  ck_assert_ptr_null (before);
  lintel_test_set (open, "customer.name", "Acme");
  lintel_test_set (open, "code[102]", "2861");
  lintel_journal_flush (journal);
  text = read_only_file (folder);
  ck_assert_ptr_nonnull (text);
  ck_assert_ptr_nonnull (strstr (text, "Acme"));
  ck_assert_ptr_null (strstr (text, "7093"));
  ck_assert_ptr_null (strstr (text, "2861"));
  ck_assert_ptr_null (strstr (text, "4821"));
  g_clear_object (&journal);
  lintel_test_remove_folder (folder);
}
END_TEST

START_TEST (locked_codes_do_not_differ)
{
  g_autoptr (LintelProject) locked = read_locked ();
  g_autoptr (GPtrArray) there = lintel_project_diff (project, locked);
  g_autoptr (GPtrArray) back = lintel_project_diff (locked, project);

  ck_assert_uint_eq (there->len, 0);
  ck_assert_uint_eq (back->len, 0);
}
END_TEST

static void
add_tests (TCase *tcase)
{
  tcase_add_test (tcase, linter_follows_the_lock);
  tcase_add_test (tcase, export_with_codes_asks_for_the_passphrase);
  tcase_add_test (tcase, file_without_codes_has_no_lock_either);
  tcase_add_test (tcase, journal_has_no_code);
  tcase_add_test (tcase, locked_codes_do_not_differ);
}

int
main (void)
{
  return lock_fixture_run ("lock, effects", add_tests);
}
