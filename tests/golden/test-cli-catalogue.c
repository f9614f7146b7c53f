/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lintelctl catalogue and lintelctl schema print, to the byte, and how they refuse. */

#include "config.h"

#include "tests/support/test-support.h"

#include <string.h>

static void
expect_output (const char *const *argv, const char *golden)
{
  g_autofree char *path = lintel_test_data ("catalogue", "golden", golden, NULL);
  g_autofree char *out = NULL, *err = NULL;

  ck_assert_int_eq (lintel_test_spawn (argv, &out, &err), 0);
  ck_assert_str_eq (err, "");
  lintel_test_golden (path, out);
}

START_TEST (test_text)
{
  const char *both[] = { lintel_test_lintelctl (), "catalogue", NULL };
  const char *one[] = { lintel_test_lintelctl (), "catalogue", "--model", "sl1100", NULL };

  expect_output (both, "catalogue.txt");
  expect_output (one, "catalogue-sl1100.txt");
}
END_TEST

START_TEST (test_json)
{
  const char *argv[] = { lintel_test_lintelctl (), "catalogue", "--json", NULL };

  expect_output (argv, "catalogue.json");
}
END_TEST

/* Nothing is added to the built-in catalogue here, so the schema is the file itself. */
START_TEST (test_schema_of_catalogue_files)
{
  g_autofree char *path = lintel_test_source ("data/schema/catalogue.rng");
  g_autofree char *expected = lintel_test_read (path);
  g_autofree char *out = NULL;
  const char *argv[] = { lintel_test_lintelctl (), "schema", "catalogue", NULL };

  ck_assert_int_eq (lintel_test_spawn (argv, &out, NULL), 0);
  ck_assert_str_eq (out, expected);
}
END_TEST

static void
check_with_schema (const char *schema, const char *text, int status)
{
  g_autofree char *folder = lintel_test_make_folder ();
  g_autofree char *rng = g_build_filename (folder, "project.rng", NULL);
  g_autofree char *xml = g_build_filename (folder, "project.xml", NULL);
  g_autofree char *out = NULL, *err = NULL;
  const char *argv[] = { "xmllint", "--nonet", "--noout", "--relaxng", rng, xml, NULL };

  ck_assert (g_file_set_contents (rng, schema, -1, NULL));
  ck_assert (g_file_set_contents (xml, text, -1, NULL));
  ck_assert_msg (lintel_test_spawn (argv, &out, &err) == status, "%s", err);
  lintel_test_remove_folder (folder);
}

/* In one piece: it decides about the values without another file beside it. */
START_TEST (test_schema_of_project_files)
{
  g_autofree char *out = NULL;
  const char *argv[] = { lintel_test_lintelctl (), "schema", NULL };

  ck_assert_int_eq (lintel_test_spawn (argv, &out, NULL), 0);
  ck_assert_ptr_null (strstr (out, "<include"));
  check_with_schema (out,
                     "<lintel xmlns='urn:lintel:project:1' model='sl2100' version='' "
                     "numbering='nanp'><program number='21-06'>"
                     "<set item='01' entry='1'>011</set></program></lintel>",
                     0);
  check_with_schema (out,
                     "<lintel xmlns='urn:lintel:project:1' model='sl2100' version='' "
                     "numbering='nanp'><program number='21-06'>"
                     "<set item='01' entry='1'>01144</set></program></lintel>",
                     3);
}
END_TEST

static const struct
{
  const char *argument[3];
  const char *said;
} refusals[] = {
  { { "catalogue", "--model", "sv9100" }, "there is no model “sv9100”" },
  { { "catalogue", "21-06", NULL }, "catalogue takes no arguments" },
  { { "catalogue", "--colour", NULL }, "--colour" },
  { { "schema", "rules", NULL }, "there is no schema “rules”" },
};

START_TEST (test_wrong_usage)
{
  const char *argv[] = { lintel_test_lintelctl (), refusals[_i].argument[0],
                         refusals[_i].argument[1], refusals[_i].argument[2], NULL };
  g_autofree char *out = NULL, *err = NULL;

  ck_assert_int_eq (lintel_test_spawn (argv, &out, &err), 2);
  ck_assert_str_eq (out, "");
  ck_assert_msg (strstr (err, refusals[_i].said) != NULL, "%s", err);
}
END_TEST

/* An office's own file is in the output; a wrong one is named and nothing is printed. */
START_TEST (test_users_folder)
{
  g_autofree char *data = lintel_test_make_folder ();
  g_autofree char *folder = g_build_filename (data, "lintel", "catalogue", NULL);
  g_autofree char *mine = g_build_filename (folder, "office.xml", NULL);
  g_autofree char *added = lintel_test_data ("catalogue", "added-item.xml", NULL);
  g_autofree char *text = lintel_test_read (added);
  g_autofree char *out = NULL, *nothing = NULL, *err = NULL;
  g_autofree char *said = g_strconcat ("lintelctl: ", mine, ":1:", NULL);
  const char *argv[] = { lintel_test_lintelctl (), "catalogue", NULL };

  ck_assert_int_eq (g_mkdir_with_parents (folder, 0700), 0);
  ck_assert (g_file_set_contents (mine, text, -1, NULL));
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  ck_assert_int_eq (lintel_test_spawn (argv, &out, NULL), 0);
  ck_assert_ptr_nonnull (strstr (out, "\n47-02-15 Extra\n"));
  ck_assert (g_file_set_contents (mine, "<html>", -1, NULL));
  ck_assert_int_eq (lintel_test_spawn (argv, &nothing, &err), 2);
  ck_assert_str_eq (nothing, "");
  ck_assert_msg (g_str_has_prefix (err, said), "%s", err);
  lintel_test_remove_folder (data);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cli-catalogue");
  TCase *tests = tcase_create ("lintelctl catalogue and schema");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, test_text);
  tcase_add_test (tests, test_json);
  tcase_add_test (tests, test_schema_of_catalogue_files);
  tcase_add_test (tests, test_schema_of_project_files);
  tcase_add_loop_test (tests, test_wrong_usage, 0, G_N_ELEMENTS (refusals));
  tcase_add_test (tests, test_users_folder);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
