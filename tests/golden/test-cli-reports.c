/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl check for other programs and for many files: sarif, junit, brief, csv, html. */

#include "lintel/lint.h"
#include "tests/golden/cli-fixture.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

static char *odd;     /* a copy of ACCEPTING under a name that has to be escaped */
static char *missing; /* there is no such file */

static void
setup (void)
{
  g_autofree char *text = NULL;

  cli_fixture_setup ();
  odd = g_build_filename (folder, "Müller & <Söhne>.xml", NULL);
  missing = g_build_filename (folder, "missing.xml", NULL);
  text = lintel_test_read (accepting);
  ck_assert (g_file_set_contents (odd, text, -1, NULL));
}

static void
teardown (void)
{
  g_clear_pointer (&odd, g_free);
  g_clear_pointer (&missing, g_free);
  cli_fixture_teardown ();
}

static char *
save (const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
expect_valid (const char *const *argv)
{
  g_autofree char *out = NULL, *err = NULL;

  ck_assert_msg (lintel_test_spawn (argv, &out, &err) == 0, "%s\n%.1500s%.1500s", argv[0], out,
                 err);
}

static void
expect_valid_sarif (const char *text)
{
  g_autofree char *script = lintel_test_source ("tests/support/validate-json.py");
  g_autofree char *schema = lintel_test_data ("reports", "sarif.schema.json", NULL);
  g_autofree char *path = save ("out.sarif", text);

  expect_valid ((const char *const[]){ "python3", script, schema, path, NULL });
}

static void
expect_valid_junit (const char *text)
{
  g_autofree char *schema = lintel_test_data ("reports", "junit.rng", NULL);
  g_autofree char *path = save ("out.junit", text);

  expect_valid ((const char *const[]){ "xmllint", "--noout", "--relaxng", schema, path, NULL });
}

static JsonObject *
get_run (JsonNode *root)
{
  return json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (root), "runs"), 0);
}

static JsonArray *
get_rules (JsonObject *sarif_run)
{
  JsonObject *tool = json_object_get_object_member (sarif_run, "tool");

  return json_object_get_array_member (json_object_get_object_member (tool, "driver"), "rules");
}

START_TEST (sarif_declares_all_rules_and_names_them)
{
  g_autofree char *out = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *rules, *results;

  ck_assert_int_eq (run (&out, NULL, "check", "--format", "sarif", odd, dental, NULL), 1);
  expect_valid_sarif (out);
  root = json_from_string (out, NULL);
  rules = get_rules (get_run (root));
  results = json_object_get_array_member (get_run (root), "results");
  ck_assert_uint_eq (json_array_get_length (rules), lintel_rules_get_n ());
  ck_assert_uint_gt (json_array_get_length (results), 10);
  for (guint n = 0; n < json_array_get_length (results); n++)
    {
      JsonObject *result = json_array_get_object_element (results, n);
      gint64 index = json_object_get_int_member (result, "ruleIndex");

      ck_assert_str_eq (json_object_get_string_member (result, "ruleId"),
                        json_object_get_string_member (
                            json_array_get_object_element (rules, (guint) index), "id"));
    }
  assert_says (out, "/M%C3%BCller%20");
}
END_TEST

static guint
count_suppressed (JsonArray *results, const char *rule, const char *justification)
{
  guint n_suppressed = 0;

  for (guint n = 0; n < json_array_get_length (results); n++)
    {
      JsonObject *result = json_array_get_object_element (results, n);
      JsonArray *suppressions = json_object_get_array_member (result, "suppressions");

      if (json_array_get_length (suppressions) == 0)
        continue;
      ck_assert_str_eq (json_object_get_string_member (result, "ruleId"), rule);
      ck_assert_str_eq (json_object_get_string_member (
                            json_array_get_object_element (suppressions, 0), "justification"),
                        justification);
      n_suppressed++;
    }
  return n_suppressed;
}

START_TEST (acceptances_are_suppressions)
{
  g_autofree char *out = NULL;
  g_autoptr (JsonNode) root = NULL;

  run (&out, NULL, "check", "--format", "sarif", accepting, NULL);
  root = json_from_string (out, NULL);
  ck_assert_uint_eq (count_suppressed (json_object_get_array_member (get_run (root), "results"),
                                       "unused-group-mailbox", "being set up (R. Kay)"),
                     1);
}
END_TEST

START_TEST (sarif_says_what_could_not_be_read)
{
  g_autofree char *out = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *invocation;

  ck_assert_int_eq (run (&out, NULL, "check", "--format", "sarif", hardened, missing, NULL), 2);
  expect_valid_sarif (out);
  root = json_from_string (out, NULL);
  invocation = json_array_get_object_element (
      json_object_get_array_member (get_run (root), "invocations"), 0);
  ck_assert (!json_object_get_boolean_member (invocation, "executionSuccessful"));
  assert_says (out, "missing.xml: the file cannot be opened");
}
END_TEST

START_TEST (junit_has_a_test_for_each_rule)
{
  g_autofree char *out = NULL, *tests = NULL;

  ck_assert_int_eq (run (&out, NULL, "check", "--format", "junit", odd, missing, hardened, NULL),
                    2);
  expect_valid_junit (out);
  tests = g_strdup_printf ("<testsuites name=\"lintel\" tests=\"%u\" failures=\"",
                           2 * lintel_rules_get_n () + 1);
  assert_says (out, tests);
  assert_says (out, " errors=\"1\">");
  assert_says (out, "<error message=");
  assert_says (out, "<skipped message=\"accepted\"/>");
  assert_says (out, "<failure message=\"");
}
END_TEST

START_TEST (junit_fails_from_the_threshold_on)
{
  g_autofree char *fine = NULL, *strict = NULL, *never = NULL;

  ck_assert_int_eq (run (&fine, NULL, "check", "--format", "junit", warned, NULL), 0);
  ck_assert_int_eq (
      run (&strict, NULL, "check", "--format", "junit", "--fail-on", "warning", warned, NULL), 1);
  ck_assert_int_eq (
      run (&never, NULL, "check", "--format", "junit", "--fail-on", "never", dental, NULL), 0);
  assert_says (fine, "failures=\"0\"");
  assert_says (strict, "failures=\"1\"");
  assert_says (never, "failures=\"0\"");
  expect_valid_junit (strict);
}
END_TEST

START_TEST (a_folder_stands_for_its_projects)
{
  g_autofree char *out = NULL, *err = NULL, *broken = NULL, *empty = NULL;

  broken = save ("broken.xml", "<lintel");
  ck_assert_int_eq (run (&out, &err, "check", "--format", "brief", "--jobs", "3", folder, NULL), 2);
  assert_says (err, "broken.xml:1:");
  assert_says (out, "dental.xml: ");
  assert_says (out, "hardened.xml: 0 errors, 0 warnings, 0 notes\n");
  assert_says (out, " in 5 files\n2 without errors, 3 with errors, 1 that could not be read\n");
  empty = g_build_filename (folder, "empty", NULL);
  g_mkdir (empty, 0700);
  ck_assert_int_eq (run (NULL, NULL, "check", empty, NULL), 2);
}
END_TEST

/* The order of what is looked for in TEXT. */
static void
assert_order (const char *text, const char *const *parts)
{
  for (; *parts != NULL; parts++)
    {
      const char *found = strstr (text, *parts);

      ck_assert_msg (found != NULL, "“%s” is missing or too early in:\n%.2500s", *parts, text);
      text = found + strlen (*parts);
    }
}

START_TEST (the_table_has_the_nearest_to_toll_fraud_first)
{
  g_autofree char *csv = NULL, *html = NULL, *coded = NULL, *formula = NULL;
  const char *const order[] = { "Open to toll fraud", "dental.xml",           "One step",
                                "coded.xml",          "Could not be checked", "missing.xml",
                                "No errors",          "hardened.xml",         NULL };

  coded = g_build_filename (folder, "coded.xml", NULL);
  formula = g_build_filename (folder, "formula.xml", NULL);
  ck_assert_int_eq (run (NULL, NULL, "set", hardened, "code[101]=none", "-o", coded, NULL), 0);
  ck_assert_int_eq (
      run (NULL, NULL, "set", hardened, "customer.name==1+1 <b>", "-o", formula, NULL), 0);
  ck_assert_int_eq (
      run (&csv, NULL, "check", "--format", "csv", hardened, coded, formula, missing, dental, NULL),
      2);
  ck_assert_int_eq (run (&html, NULL, "check", "--format", "html", hardened, coded, formula,
                         missing, dental, NULL),
                    2);
  assert_order (csv, order);
  assert_order (html, order);
  assert_says (csv, ",'=1+1 <b>,");
  assert_says (html, "<td>=1+1 &lt;b&gt;</td>");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cli-reports");
  TCase *tcase = tcase_create ("lintelctl");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, sarif_declares_all_rules_and_names_them);
  tcase_add_test (tcase, acceptances_are_suppressions);
  tcase_add_test (tcase, sarif_says_what_could_not_be_read);
  tcase_add_test (tcase, junit_has_a_test_for_each_rule);
  tcase_add_test (tcase, junit_fails_from_the_threshold_on);
  tcase_add_test (tcase, a_folder_stands_for_its_projects);
  tcase_add_test (tcase, the_table_has_the_nearest_to_toll_fraud_first);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
