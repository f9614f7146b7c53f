/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * database.xlsx as LibreOffice reads it: each sheet is converted to CSV, every text in quotation
 * marks, and compared cell by cell with the tables that were exported beside it. It takes seconds
 * to start, so that all workbooks are made first and converted at once.
 */

#include "app/core/exchange/lintel-csv-private.h"
#include "lintel/compare.h"
#include "lintel/exchange.h"
#include "lintel/xml.h"
#include "tests/golden/export-fixture.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include <string.h>
#include <unistd.h>

/* Comma, quotation mark, UTF-8, from line 1; texts in quotation marks; every sheet. */
#define CSV_FILTER "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"

/* Converts files of the folder, up to NULL, to files of the same names in TARGET. */
static void
convert (const char *format, const char *target, const char *const *sources)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/office", folder);
  g_autofree char *to = g_build_filename (folder, target, NULL);
  g_autofree char *out = NULL, *err = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  const char *const options[] = { "soffice", "--headless", profile, "--convert-to",
                                  format,    "--outdir",   to,      NULL };

  for (guint n = 0; options[n] != NULL; n++)
    g_ptr_array_add (argv, g_strdup (options[n]));
  for (; *sources != NULL; sources++)
    g_ptr_array_add (argv, g_build_filename (folder, *sources, NULL));
  g_ptr_array_add (argv, NULL);
  ck_assert_int_eq (lintel_test_spawn ((const char *const *) argv->pdata, &out, &err), 0);
  ck_assert_msg (g_file_test (to, G_FILE_TEST_IS_DIR), "%s%s", out, err);
}

static char *
read_sheet (const char *name, const char *sheet)
{
  g_autofree char *path = g_strdup_printf ("%s/csv/%s-%s.csv", folder, name, sheet);

  return lintel_test_read (path);
}

static GPtrArray *
parse_sheet (const char *name, const char *sheet)
{
  g_autofree char *text = read_sheet (name, sheet);
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = lintel_csv_parse (text, strlen (text), sheet, &error);

  ck_assert_msg (rows != NULL, "%s", error != NULL ? error->message : "");
  return rows;
}

static const char *
get_field (GPtrArray *rows, guint row, guint column)
{
  GPtrArray *fields = g_ptr_array_index (rows, row);

  return column < fields->len ? g_ptr_array_index (fields, column) : "";
}

/* FIRST_ROW and N_COLUMNS of the sheet are those of the exported table (0: all of its columns). */
static guint
expect_same_table (const char *name, const char *file, const char *sheet, guint first_row,
                   guint n_columns)
{
  g_autofree char *csv = g_strdup_printf ("%s/%s/%s.csv", folder, name, file);
  g_autofree char *text = lintel_test_read (csv);
  g_autoptr (GPtrArray) expected = lintel_csv_parse (text, strlen (text), csv, NULL);
  g_autoptr (GPtrArray) rows = parse_sheet (name, sheet);
  guint n_cells = 0;

  ck_assert_uint_eq (rows->len, expected->len);
  for (guint row = first_row; row < expected->len; row++)
    {
      guint width = ((GPtrArray *) g_ptr_array_index (expected, row))->len;

      for (guint column = 0; column < (n_columns > 0 ? n_columns : width); column++, n_cells++)
        ck_assert_msg (
            g_str_equal (get_field (rows, row, column), get_field (expected, row, column)),
            "%s, row %u, column %u: “%s” instead of “%s”", sheet, row + 1, column + 1,
            get_field (rows, row, column), get_field (expected, row, column));
    }
  return n_cells;
}

static void
make_tables (void)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");

  lintel_test_set (project, "21-06-06[4,60]", "#*0@");
  lintel_test_set (project, "21-06-07[2,1]", "000000000000");
  export_to (project, "tables", (LintelExportOptions){ 0 });
}

START_TEST (every_cell_is_the_one_of_the_table)
{
  static const char *const tables[] = { "47-02",    "47-03",    "21-04",    "21-05",    "21-06-01",
                                        "21-06-02", "21-06-03", "21-06-04", "21-06-05", "21-06-06",
                                        "21-06-07", "21-06-08", "21-06-09", "21-06-10" };
  guint n_cells = 0;

  for (guint n = 0; n < G_N_ELEMENTS (tables); n++)
    n_cells += expect_same_table ("tables", tables[n], tables[n], 0, 0);
  n_cells += expect_same_table ("tables", "extensions", "Extensions", 0, 0);
  /* The sheet's titles are words, and it has more columns. */
  n_cells += expect_same_table ("tables", "worksheet", "Worksheet", 1, 4);
  ck_assert_uint_gt (n_cells, 5000);
}
END_TEST

static const char *const formulas[] = {
  "=1+1", "+2", "-3", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "_x0041_ _x005F_", "  two  ", "007"
};

static void
make_formulas (void)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");

  for (guint n = 0; n < G_N_ELEMENTS (formulas); n++)
    {
      g_autofree char *place = g_strdup_printf ("extension[%u].name", n + 1);

      lintel_test_set (project, place, formulas[n]);
    }
  lintel_test_set (project, "customer.name", "=cmd|' /C calc'!A0");
  export_to (project, "formulas", (LintelExportOptions){ 0 });
}

/* Quotation marks tell a text from a number or what a formula gave. */
START_TEST (digits_and_formulas_stay_text)
{
  g_autofree char *extensions = read_sheet ("formulas", "Extensions");
  g_autofree char *table = read_sheet ("formulas", "21-06-01");
  g_autofree char *overview = read_sheet ("formulas", "Overview");

  for (guint n = 0; n < G_N_ELEMENTS (formulas); n++)
    {
      g_auto (GStrv) parts = g_strsplit (formulas[n], "\"", -1);
      g_autofree char *doubled = g_strjoinv ("\"\"", parts);
      g_autofree char *quoted = g_strdup_printf (",\"%s\"\n", doubled);

      assert_says (extensions, quoted);
    }
  assert_says (table, "1,\"011\"\n2,\"01\"\n");
  assert_says (overview, "\"Customer\",\"=cmd|' /C calc'!A0\"\n");
}
END_TEST

static void
make_changes (void)
{
  g_autoptr (LintelProject) baseline = lintel_test_read_example (catalogue, "dental-office");
  g_autoptr (LintelProject) project = lintel_project_copy (baseline);

  lintel_test_set (project, "21-04-01[213,2]", "15");
  lintel_test_set (project, "code[101]", "7306");
  export_to (project, "changes", (LintelExportOptions){ .baseline = baseline });
}

START_TEST (findings_and_changes_are_listed)
{
  g_autofree char *findings = read_sheet ("changes", "Findings");
  g_autofree char *changes = read_sheet ("changes", "Changes");
  g_autofree char *behaviour = read_sheet ("changes", "Behaviour");

  assert_says (findings, "\"Error\",\"unused-group-mailbox\",");
  assert_says (changes, "\"21-04-01[213,2]\",\"Toll restriction class\",");
  assert_says (changes, "\"code[101]\",\"Security code\",\"****\",\"****\",\"mailbox 101\"");
  ck_assert_ptr_null (strstr (changes, "7306"));
  assert_says (behaviour, "\"Newly reached\",\"9760100\",");
}
END_TEST

static void
expect_row (GPtrArray *rows, guint row, const char *const *expected)
{
  for (guint column = 0; expected[column] != NULL; column++)
    ck_assert_msg (g_str_equal (get_field (rows, row, column), expected[column]),
                   "row %u, column %u: “%s” instead of “%s”", row + 1, column + 1,
                   get_field (rows, row, column), expected[column]);
}

static void
expect_findings (LintelProject *project)
{
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  GPtrArray *findings = lintel_linter_get_findings (linter);
  g_autoptr (GPtrArray) rows = parse_sheet ("lists", "Findings");

  ck_assert_uint_eq (rows->len, findings->len + 1);
  for (guint n = 0; n < findings->len; n++)
    {
      const LintelFinding *finding = g_ptr_array_index (findings, n);
      guint n_places;
      const LintelPlace *places = lintel_finding_get_places (finding, &n_places);
      g_autofree char *where = lintel_places_summarize (places, n_places, project);
      const char *number = lintel_finding_get_witness (finding);

      expect_row (rows, n + 1,
                  (const char *const[]){
                      lintel_finding_get_acceptance (finding) != 0
                          ? "Accepted"
                          : lintel_severity_get_title (lintel_finding_get_severity (finding)),
                      lintel_rule_get_id (lintel_finding_get_public_rule (finding)),
                      lintel_finding_get_public_message (finding), where,
                      number != NULL ? number : "", NULL });
    }
}

static void
expect_changes (LintelProject *baseline, LintelProject *project)
{
  g_autoptr (GPtrArray) changes = lintel_compare_places (baseline, project, NULL);
  g_autoptr (GPtrArray) reach = lintel_compare_reach (baseline, project);
  g_autoptr (GPtrArray) rows = parse_sheet ("lists", "Changes");
  g_autoptr (GPtrArray) behaviour = parse_sheet ("lists", "Behaviour");

  ck_assert_uint_eq (rows->len, changes->len + 1);
  for (guint n = 0; n < changes->len; n++)
    {
      const LintelChange *change = g_ptr_array_index (changes, n);

      expect_row (rows, n + 1,
                  (const char *const[]){ change->address, change->name, change->old_shown,
                                         change->new_shown,
                                         change->affected != NULL ? change->affected : "", NULL });
    }
  ck_assert_uint_eq (behaviour->len, reach->len + 1);
  for (guint n = 0; n < reach->len; n++)
    {
      const LintelReachChange *change = g_ptr_array_index (reach, n);
      g_autofree char *words = lintel_reach_change_to_text (change);

      ck_assert_str_eq (get_field (behaviour, n + 1, 0),
                        lintel_destination_get_name (change->destination));
      ck_assert_str_eq (get_field (behaviour, n + 1, 2),
                        change->number != NULL ? change->number : "");
      ck_assert_str_eq (get_field (behaviour, n + 1, 3), words);
    }
}

/* Transfer full. */
static LintelProject *
change_for_lists (LintelProject *baseline)
{
  LintelProject *project = lintel_project_copy (baseline);

  lintel_test_set (project, "21-04-01[213,2]", "15");
  lintel_test_set (project, "21-05-01[2]", "1");
  lintel_test_set (project, "accepted[1].rule", "unused-station-mailbox");
  lintel_test_set (project, "accepted[1].at", "47-02");
  lintel_test_set (project, "accepted[1].reason", "=1+1");
  lintel_test_set (project, "accepted[1].by", "R. Kay");
  return project;
}

static void
make_lists (void)
{
  g_autoptr (LintelProject) baseline = lintel_test_read_example (catalogue, "dental-office");
  g_autoptr (LintelProject) project = change_for_lists (baseline);

  export_to (project, "lists", (LintelExportOptions){ .baseline = baseline });
}

START_TEST (every_cell_of_the_lists_is_what_was_found)
{
  g_autoptr (LintelProject) baseline = lintel_test_read_example (catalogue, "dental-office");
  g_autoptr (LintelProject) project = change_for_lists (baseline);

  expect_findings (project);
  expect_changes (baseline, project);
}
END_TEST

/* OLD is in the file FROM of the folder; with NEW instead it is written to the file TO. */
static void
replace_in (const char *from, const char *to, const char *old, const char *new)
{
  g_autofree char *source = g_build_filename (folder, from, NULL);
  g_autofree char *target = g_build_filename (folder, to, NULL);
  g_autofree char *text = lintel_test_read (source);
  g_auto (GStrv) parts = g_strsplit (text, old, -1);
  g_autofree char *replaced = g_strjoinv (new, parts);

  ck_assert_msg (parts[1] != NULL, "“%s” is not there", old);
  ck_assert (g_file_set_contents (target, replaced, -1, NULL));
}

static LintelImport *
import_file (LintelProject *project, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  LintelImport *import = lintel_import_read (project, path, &error);

  ck_assert_msg (import != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_uint_eq (import->rejects->len, 0);
  return import;
}

/* By way of LibreOffice's own flat format, which can be edited as text. */
START_TEST (a_workbook_edited_in_a_spreadsheet_program_comes_back)
{
  static const char *const workbook[] = { "a/database.xlsx", NULL };
  static const char *const both[] = { "flat/database.fods", "flat/edited.fods", NULL };
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autoptr (LintelImport) same = NULL, edited = NULL;

  lintel_test_set (project, "extension[1].name", "=HYPERLINK(\"http://x\")");
  lintel_test_set (project, "extension[2].name", "  \xe2\x80\xae '007 & _x0041_");
  lintel_test_set (project, "extension[3].name", "Nora Fields");
  lintel_test_set (project, "21-06-05[9]", "55501");
  lintel_test_set (project, "21-06-05[10]", "@@0*#");
  export_to (project, "a", (LintelExportOptions){ 0 });
  convert ("fods", "flat", workbook);
  replace_in (both[0], both[1], "<text:p>Nora Fields</text:p>", "<text:p>Quinn &amp; Co</text:p>");
  replace_in (both[1], both[1], "<text:p>55501</text:p>", "<text:p>00777</text:p>");
  convert ("xlsx:Calc MS Excel 2007 XML", "back", both);

  same = import_file (project, "back/database.xlsx");
  ck_assert_uint_eq (same->edits->len, 0);
  edited = import_file (project, "back/edited.xlsx");
  ck_assert_uint_eq (edited->edits->len, 2);
  ck_assert (lintel_project_apply (project, "", NULL, edited->edits, NULL));
  ck_assert_str_eq (lintel_project_get_extension (project, 3)->name, "Quinn & Co");
  ck_assert_str_eq (lintel_test_get (project, "21-06-05[9]"), "00777");
}
END_TEST

/* The parts of the file as they are in it. */
static char *
read_part (const char *name, const char *part)
{
  g_autofree char *path = g_build_filename (folder, name, "database.xlsx", NULL);
  const char *argv[] = { "unzip", "-p", path, part, NULL };
  char *out = NULL;

  ck_assert_int_eq (lintel_test_spawn (argv, &out, NULL), 0);
  return out;
}

START_TEST (headers_stay_in_view_and_columns_can_be_filtered)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "dental-office");
  g_autofree char *sheet = NULL, *styles = NULL;

  export_to (project, "a", (LintelExportOptions){ 0 });
  sheet = read_part ("a", "xl/worksheets/sheet4.xml"); /* 21-04: extension and mode */
  styles = read_part ("a", "xl/styles.xml");
  assert_says (sheet, "<pane xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\"");
  assert_says (sheet, "<autoFilter ref=\"A1:C1025\"/>");
  assert_says (sheet, "numberStoredAsText=\"1\"");
  ck_assert_ptr_null (strstr (sheet, "<f>"));
  assert_says (styles, "rgb=\"FFF8CBAD\"");
  assert_says (styles, "<left style=\"thick\">");
}
END_TEST

/* As a word of its own: a checksum may have any digits. */
static void
expect_no_word (const char *what, const char *text, gsize length, const char *word)
{
  g_autofree char *pattern = g_strdup_printf ("(?<![0-9a-f])%s(?![0-9a-f])", word);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_RAW, G_REGEX_MATCH_DEFAULT, NULL);

  ck_assert_msg (!g_regex_match_full (regex, text, (gssize) length, 0, 0, NULL, NULL), "%s", what);
}

/* A weak code is one that findings, changes and the workbook speak of. */
START_TEST (no_code_is_in_any_file)
{
  static const char code[] = "2580";
  g_autoptr (LintelProject) baseline = lintel_test_read_example (catalogue, "dental-office");
  g_autoptr (LintelProject) project = lintel_project_copy (baseline);
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  g_autofree char *parts = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_files = 0;

  lintel_test_set (project, "code[101]", code);
  export_to (project, "a", (LintelExportOptions){ .baseline = baseline });
  parts = read_part ("a", "xl/*");
  ck_assert_ptr_nonnull (strstr (parts, "mailbox-code-weak"));
  expect_no_word ("database.xlsx", parts, strlen (parts), code);
  dir = g_dir_open (path, 0, NULL);
  for (; (name = g_dir_read_name (dir)) != NULL; n_files++)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      ck_assert (g_file_get_contents (file, &text, &length, NULL));
      expect_no_word (name, text, length, code);
    }
  ck_assert_uint_ge (n_files, 19);
}
END_TEST

static void
read_workbook (const char *name, char **data, gsize *size)
{
  g_autofree char *path = g_build_filename (folder, name, "database.xlsx", NULL);

  ck_assert (g_file_get_contents (path, data, size, NULL));
}

START_TEST (the_same_bytes_at_any_time)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "law-office");
  g_autofree char *a = NULL, *b = NULL, *c = NULL;
  gsize a_size, b_size, c_size;

  export_to (project, "a", (LintelExportOptions){ 0 });
  /* Zip files keep time in steps of two seconds. */
  g_usleep (2100 * 1000);
  export_to (project, "b", (LintelExportOptions){ 0 });
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  export_to (project, "c", (LintelExportOptions){ 0 });
  read_workbook ("a", &a, &a_size);
  read_workbook ("b", &b, &b_size);
  read_workbook ("c", &c, &c_size);
  ck_assert (a_size == b_size && memcmp (a, b, a_size) == 0);
  ck_assert (a_size != c_size || memcmp (a, c, a_size) != 0);
}
END_TEST

static void
set_up (void)
{
  static const char *const names[] = { "tables", "formulas", "changes", "lists" };
  static const char *const workbooks[] = { "tables.xlsx", "formulas.xlsx", "changes.xlsx",
                                           "lists.xlsx", NULL };

  export_fixture_setup ();
  make_tables ();
  make_formulas ();
  make_changes ();
  make_lists ();
  /* A sheet's file is named after its workbook. */
  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    {
      g_autofree char *made = g_build_filename (folder, names[n], "database.xlsx", NULL);
      g_autofree char *named = g_build_filename (folder, workbooks[n], NULL);

      ck_assert_int_eq (link (made, named), 0);
    }
  convert (CSV_FILTER, "csv", workbooks);
}

int
main (void)
{
  Suite *suite = suite_create ("workbook");
  TCase *tcase = tcase_create ("workbook");

  tcase_add_unchecked_fixture (tcase, set_up, export_fixture_teardown);
  tcase_set_timeout (tcase, 100);
  tcase_add_test (tcase, every_cell_is_the_one_of_the_table);
  tcase_add_test (tcase, digits_and_formulas_stay_text);
  tcase_add_test (tcase, every_cell_of_the_lists_is_what_was_found);
  tcase_add_test (tcase, a_workbook_edited_in_a_spreadsheet_program_comes_back);
  tcase_add_test (tcase, findings_and_changes_are_listed);
  tcase_add_test (tcase, headers_stay_in_view_and_columns_can_be_filtered);
  tcase_add_test (tcase, no_code_is_in_any_file);
  tcase_add_test (tcase, the_same_bytes_at_any_time);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
