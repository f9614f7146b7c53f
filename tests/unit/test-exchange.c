/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Export, import and verify: whole or not at all, and the same bytes again. */

#include "config.h"

#include "lintel/exchange.h"
#include "lintel/xml.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static LintelCatalogue *catalogue;
static char *folder;

static void
setup (void)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1790000000", TRUE);
  catalogue = lintel_catalogue_new_builtin ();
  folder = lintel_test_make_folder ();
}

static void
teardown (void)
{
  lintel_test_remove_folder (folder);
  g_clear_pointer (&folder, g_free);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static gboolean export(LintelProject *project, const char *name, LintelExportOptions options,
                       GError **error)
{
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  g_autofree char *path = in_folder (name);

  return lintel_export_write (linter, path, &options, NULL, error);
}

static void
export_example (const char *example, const char *name)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, example);
  g_autoptr (GError) error = NULL;

  ck_assert_msg (export(project, name, (LintelExportOptions){ 0 }, &error), "%s",
                 error != NULL ? error->message : "");
}

static guint
count_entries (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

START_TEST (errors_stop_an_export_and_leave_nothing)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "dental-office");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) without_reason = NULL;

  ck_assert (!export(project, "out", (LintelExportOptions){ 0 }, &error));
  ck_assert (g_error_matches (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FINDINGS));
  ck_assert (!export(project, "out", (LintelExportOptions){ .force = TRUE, .reason = "  " },
                     &without_reason));
  ck_assert (g_error_matches (without_reason, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_REASON));
  ck_assert_uint_eq (count_entries (), 0);
}
END_TEST

START_TEST (a_forced_export_carries_its_reason)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "dental-office");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = in_folder ("out/MANIFEST.json");
  g_autofree char *manifest = NULL;

  ck_assert (export(project, "out",
                    (LintelExportOptions){ .force = TRUE, .reason = "bench test only" }, &error));
  manifest = lintel_test_read (path);
  ck_assert_ptr_nonnull (strstr (manifest, "\"forced\" : \"bench test only\""));
}
END_TEST

static void
expect_same_file (const char *name_a, const char *name_b, const char *file)
{
  g_autofree char *path_a = g_build_filename (folder, name_a, file, NULL);
  g_autofree char *path_b = g_build_filename (folder, name_b, file, NULL);
  g_autofree char *a = lintel_test_read (path_a);
  g_autofree char *b = lintel_test_read (path_b);

  ck_assert_msg (g_str_equal (a, b), "%s differs", file);
}

static void
expect_same_folders (const char *name_a, const char *name_b)
{
  g_autofree char *path = in_folder (name_a);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *file;
  guint n = 0;

  while ((file = g_dir_read_name (dir)) != NULL)
    {
      expect_same_file (name_a, name_b, file);
      n++;
    }
  ck_assert_uint_ge (n, 18);
}

static LintelProject *
import_folder (const char *name, LintelProject *onto)
{
  g_autofree char *path = in_folder (name);
  g_autoptr (GError) error = NULL;
  LintelProject *base =
      onto != NULL ? g_object_ref (onto) : lintel_import_open_base (catalogue, path, &error);
  g_autoptr (LintelImport) import = NULL;

  ck_assert_msg (base != NULL, "%s", error != NULL ? error->message : "");
  import = lintel_import_read (base, path, &error);
  ck_assert_msg (import != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_uint_eq (import->rejects->len, 0);
  ck_assert (lintel_project_apply (base, "Import", NULL, import->edits, &error));
  return base;
}

/* With codes: without them the manifest counts that nobody knows them any more. */
START_TEST (export_import_export_gives_the_same_bytes)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autoptr (LintelProject) imported = NULL;
  g_autoptr (GError) error = NULL;

  ck_assert (export(project, "a", (LintelExportOptions){ .with_codes = TRUE }, &error));
  imported = import_folder ("a", NULL);
  ck_assert (export(imported, "b", (LintelExportOptions){ .with_codes = TRUE }, &error));
  expect_same_folders ("a", "b");
}
END_TEST

START_TEST (the_tables_alone_carry_every_cell)
{
  g_autoptr (LintelProject) imported = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = in_folder ("a/project.xml");

  export_example ("hardened-office", "a");
  g_unlink (xml);
  imported = import_folder ("a", NULL);
  ck_assert (
      export(imported, "b", (LintelExportOptions){ .force = TRUE, .reason = "test" }, &error));
  for (guint n = 1; n <= 5; n++)
    expect_same_file ("a", "b",
                      ((const char *[]){ "", "47-02.csv", "47-03.csv", "21-04.csv", "21-05.csv",
                                         "21-06-07.csv" })[n]);
  expect_same_file ("a", "b", "extensions.csv");
}
END_TEST

START_TEST (codes_stay_at_home_unless_asked_for)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autofree char *without = in_folder ("a/project.xml");
  g_autofree char *with = in_folder ("b/project.xml");
  g_autofree char *text = NULL;
  GStatBuf status;

  ck_assert (export(project, "a", (LintelExportOptions){ 0 }, NULL));
  ck_assert (export(project, "b", (LintelExportOptions){ .with_codes = TRUE }, NULL));
  text = lintel_test_read (without);
  ck_assert_ptr_null (strstr (text, "<code "));
  g_clear_pointer (&text, g_free);
  text = lintel_test_read (with);
  ck_assert_ptr_nonnull (strstr (text, "<code "));
  ck_assert_int_eq (g_stat (with, &status), 0);
  ck_assert_int_eq (status.st_mode & 0777, 0600);
}
END_TEST

static LintelImport *
import_text (LintelProject *project, const char *text)
{
  g_autofree char *path = in_folder ("table.csv");
  g_autoptr (GError) error = NULL;
  LintelImport *import;

  ck_assert (g_file_set_contents (path, text, -1, NULL));
  import = lintel_import_read (project, path, &error);
  ck_assert_msg (import != NULL, "%s", error != NULL ? error->message : "");
  return import;
}

static void
expect_reject (LintelProject *project, const char *text, int row, const char *column,
               const char *part)
{
  g_autoptr (LintelImport) import = import_text (project, text);
  const LintelReject *reject;

  ck_assert_uint_eq (import->rejects->len, 1);
  reject = g_ptr_array_index (import->rejects, 0);
  ck_assert_int_eq (reject->row, row);
  ck_assert_str_eq (reject->column, column);
  ck_assert_msg (strstr (reject->why, part) != NULL, "%s", reject->why);
}

START_TEST (shortened_digits_are_noticed)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");

  expect_reject (project, "entry,21-06-01\r\n1,11\r\n", 2, "21-06-01", "the project has 011 here");
  expect_reject (project, "entry;21-06-01\r\n2;1\r\n", 2, "21-06-01", "the project has 01 here");
}
END_TEST

START_TEST (what_does_not_fit_is_rejected_with_its_place)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");

  expect_reject (project, "mailbox,47-02-01\r\n1,7\r\n", 2, "47-02-01", "");
  expect_reject (project, "mailbox,47-02-01\r\n2,1\r\n999,1\r\n", 3, "47-02-01", "no such cell");
  expect_reject (project, "mailbox,47-02-01,47-02-99\r\n2,1,5\r\n", 1, "47-02-99", "no item");
  expect_reject (project, "extension,mode,21-04-01\r\n4711,1,2\r\n", 2, "extension",
                 "no extension");
  expect_reject (project, "port,number\r\n999,101\r\n", 2, "port", "1 to 228");
  expect_reject (project, "port,number\r\n2,101\r\n", 2, "number", "");
}
END_TEST

START_TEST (an_edited_table_becomes_edits)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autoptr (LintelImport) import =
      import_text (project, "mailbox,47-02-01 Type,47-02-03\r\n1,none,17\r\n\r\n2,1,\r\n");
  g_autofree char *place = NULL;

  /* The empty field of a number is no value: mailbox 2 keeps what it has. */
  ck_assert_uint_eq (import->edits->len, 2);
  ck_assert_uint_eq (import->rejects->len, 1);
  place = lintel_place_to_string (&((LintelEdit *) g_ptr_array_index (import->edits, 0))->place,
                                  project);
  ck_assert_str_eq (place, "47-02-01[1]");
  ck_assert_str_eq (((LintelEdit *) g_ptr_array_index (import->edits, 0))->new_text, "0");
}
END_TEST

START_TEST (text_that_is_no_table_is_refused)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autofree char *path = in_folder ("table.csv");
  const char *texts[] = { "", "hello\r\n", "mailbox\r\n1\r\n", "a,b\r\n1,2\r\n" };

  for (guint n = 0; n < G_N_ELEMENTS (texts); n++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert (g_file_set_contents (path, texts[n], -1, NULL));
      ck_assert_ptr_null (lintel_import_read (project, path, &error));
      ck_assert (g_error_matches (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT));
    }
}
END_TEST

static GPtrArray *
verify (const char *name)
{
  g_autofree char *path = in_folder (name);
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = NULL;

  ck_assert_msg (lintel_export_verify (path, &problems, &error), "%s",
                 error != NULL ? error->message : "");
  return problems;
}

START_TEST (verify_finds_what_changed)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *changed = in_folder ("a/21-05.csv");
  g_autofree char *missing = in_folder ("a/worksheet.csv");
  g_autofree char *extra = in_folder ("a/zzz.txt");

  export_example ("hardened-office", "a");
  before = verify ("a");
  ck_assert_uint_eq (before->len, 0);
  ck_assert (g_file_set_contents (changed, "class\r\n", -1, NULL));
  g_unlink (missing);
  ck_assert (g_file_set_contents (extra, "", -1, NULL));
  after = verify ("a");
  ck_assert_uint_eq (after->len, 3);
  ck_assert_str_eq (g_ptr_array_index (after, 0), "21-05.csv has changed since it was exported");
  ck_assert_str_eq (g_ptr_array_index (after, 1), "worksheet.csv is missing");
  ck_assert_str_eq (g_ptr_array_index (after, 2), "zzz.txt is not part of the export");
}
END_TEST

static void
expect_problem (GPtrArray *problems, const char *expected)
{
  ck_assert_msg (g_ptr_array_find_with_equal_func (problems, expected, g_str_equal, NULL),
                 "“%s” is not among them", expected);
}

/* The same content, but not what was exported. */
START_TEST (verify_takes_no_link_pipe_or_folder_for_a_file)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *linked = in_folder ("a/21-05.csv");
  g_autofree char *elsewhere = in_folder ("elsewhere.csv");
  g_autofree char *piped = in_folder ("a/47-02.csv");
  g_autofree char *replaced = in_folder ("a/47-03.csv");
  g_autofree char *sub = in_folder ("a/sub");
  g_autofree char *deep = in_folder ("a/sub/deep.txt");
  g_autofree char *dangling = in_folder ("a/dangling");

  export_example ("hardened-office", "a");
  ck_assert_int_eq (g_rename (linked, elsewhere), 0);
  ck_assert_int_eq (symlink ("../elsewhere.csv", linked), 0);
  ck_assert_int_eq (g_unlink (piped), 0);
  ck_assert_int_eq (mkfifo (piped, 0600), 0);
  ck_assert_int_eq (g_unlink (replaced), 0);
  ck_assert_int_eq (g_mkdir (replaced, 0700), 0);
  ck_assert_int_eq (g_mkdir (sub, 0700), 0);
  ck_assert (g_file_set_contents (deep, "", -1, NULL));
  ck_assert_int_eq (symlink ("nowhere", dangling), 0);
  problems = verify ("a");
  ck_assert_uint_eq (problems->len, 5);
  expect_problem (problems, "21-05.csv is a link or folder, not the file that was exported");
  expect_problem (problems, "47-02.csv is a link or folder, not the file that was exported");
  expect_problem (problems, "47-03.csv is a link or folder, not the file that was exported");
  expect_problem (problems, "sub is not part of the export");
  expect_problem (problems, "dangling is not part of the export");
}
END_TEST

/* What a link leads to belongs to somebody else. */
START_TEST (no_link_is_written_through)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autofree char *other = in_folder ("other");
  g_autofree char *note = in_folder ("other/note.txt");
  g_autofree char *manifest = in_folder ("a/MANIFEST.json");
  g_autofree char *moved = in_folder ("moved.json");
  g_autofree char *link = in_folder ("link");
  g_autoptr (GError) error = NULL;

  export_example ("hardened-office", "a");
  ck_assert_int_eq (g_rename (manifest, moved), 0);
  ck_assert_int_eq (symlink ("../moved.json", manifest), 0);
  ck_assert (!export(project, "a", (LintelExportOptions){ 0 }, &error));
  ck_assert (g_error_matches (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_TARGET));
  g_clear_error (&error);

  ck_assert_int_eq (g_mkdir (other, 0700), 0);
  ck_assert (g_file_set_contents (note, "mine", -1, NULL));
  ck_assert_int_eq (symlink ("other", link), 0);
  ck_assert (!export(project, "link", (LintelExportOptions){ 0 }, &error));
  ck_assert (g_file_test (note, G_FILE_TEST_IS_REGULAR));
  ck_assert (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}
END_TEST

START_TEST (only_an_export_of_lintels_is_replaced)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autofree char *note = in_folder ("a/note.txt");
  g_autofree char *other = in_folder ("other");
  g_autofree char *other_note = in_folder ("other/note.txt");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other_error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  export_example ("hardened-office", "a");
  export_example ("hardened-office", "a");
  problems = verify ("a");
  ck_assert_uint_eq (problems->len, 0);
  ck_assert_uint_eq (count_entries (), 1);

  ck_assert (g_file_set_contents (note, "mine", -1, NULL));
  ck_assert (!export(project, "a", (LintelExportOptions){ 0 }, &error));
  ck_assert (g_error_matches (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_TARGET));

  g_mkdir (other, 0755);
  ck_assert (g_file_set_contents (other_note, "mine", -1, NULL));
  ck_assert (!export(project, "other", (LintelExportOptions){ 0 }, &other_error));
  ck_assert (g_error_matches (other_error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_TARGET));
  ck_assert_uint_eq (count_entries (), 2);
}
END_TEST

START_TEST (cancelling_leaves_nothing)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = in_folder ("a");
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  ck_assert (!lintel_export_write (linter, path, &(LintelExportOptions){ 0 }, cancellable, &error));
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  ck_assert_uint_eq (count_entries (), 0);
}
END_TEST

/* Cancels before the file number LEFT, counted from 0. */
typedef struct
{
  GCancellable *cancellable;
  int left;
  double done;
} Countdown;

static void
progress_cb (const char *file, double done, gpointer data)
{
  Countdown *countdown = data;

  ck_assert_ptr_nonnull (file);
  ck_assert (done >= countdown->done && done < 1);
  countdown->done = done;
  if (countdown->left-- == 0)
    g_cancellable_cancel (countdown->cancellable);
}

/* FALSE when it was cancelled. */
static gboolean
export_up_to (LintelLinter *linter, int n_files)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Countdown countdown = { cancellable, n_files, 0 };
  LintelExportOptions options = {
    .force = TRUE, .reason = "test", .progress = progress_cb, .progress_data = &countdown
  };
  g_autofree char *path = in_folder ("a");
  g_autoptr (GError) error = NULL;

  if (lintel_export_write (linter, path, &options, cancellable, &error))
    return TRUE;
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  return FALSE;
}

START_TEST (cancelling_at_any_file_leaves_everything_as_it_was)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "dental-office");
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  LintelPlace name = lintel_place_customer (LINTEL_FIELD_NAME);
  g_autofree char *path = in_folder ("a"), *file = g_build_filename (path, "project.xml", NULL);
  g_autofree char *before = NULL, *after = NULL;
  int n_files;

  for (n_files = 0; !export_up_to (linter, n_files); n_files++)
    ck_assert_uint_eq (count_entries (), 0);
  ck_assert_int_gt (n_files, 20);

  before = lintel_test_read (file);
  ck_assert (lintel_project_set (project, "", &name, "Changed", NULL));
  for (int n = 0; n < n_files; n += 6)
    {
      g_autoptr (GPtrArray) problems = NULL;

      ck_assert (!export_up_to (linter, n));
      ck_assert_uint_eq (count_entries (), 1);
      problems = verify ("a");
      ck_assert_uint_eq (problems->len, 0);
    }
  after = lintel_test_read (file);
  ck_assert_str_eq (before, after);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("exchange");
  TCase *tcase = tcase_create ("exchange");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, errors_stop_an_export_and_leave_nothing);
  tcase_add_test (tcase, a_forced_export_carries_its_reason);
  tcase_add_test (tcase, export_import_export_gives_the_same_bytes);
  tcase_add_test (tcase, the_tables_alone_carry_every_cell);
  tcase_add_test (tcase, codes_stay_at_home_unless_asked_for);
  tcase_add_test (tcase, shortened_digits_are_noticed);
  tcase_add_test (tcase, what_does_not_fit_is_rejected_with_its_place);
  tcase_add_test (tcase, an_edited_table_becomes_edits);
  tcase_add_test (tcase, text_that_is_no_table_is_refused);
  tcase_add_test (tcase, verify_finds_what_changed);
  tcase_add_test (tcase, verify_takes_no_link_pipe_or_folder_for_a_file);
  tcase_add_test (tcase, no_link_is_written_through);
  tcase_add_test (tcase, only_an_export_of_lintels_is_replaced);
  tcase_add_test (tcase, cancelling_leaves_nothing);
  tcase_add_test (tcase, cancelling_at_any_file_leaves_everything_as_it_was);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
