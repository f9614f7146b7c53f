/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl check: lines, counts, exit status, options, several files. */

#include "lintel/lint.h"
#include "tests/golden/cli-fixture.h"

#include <string.h>

/* The finding lines of a check, by severity; every line must have the shape of the contract. */
static void
count_lines (const char *out, const char *file, guint counts[LINTEL_N_SEVERITIES])
{
  g_autofree char *name = g_regex_escape_string (file, -1);
  g_autofree char *pattern =
      g_strdup_printf ("^%s:([1-9][0-9]*): (error|warning|note): .* \\[([a-z-]+)\\]$", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_auto (GStrv) lines = g_strsplit (out, "\n", -1);
  LintelSeverity last = LINTEL_SEVERITY_ERROR;

  for (guint i = 0; lines[i + 1] != NULL && lines[i + 2] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *level = NULL;
      g_autofree char *rule = NULL;
      LintelSeverity severity;

      ck_assert_msg (g_regex_match (regex, lines[i], G_REGEX_MATCH_DEFAULT, &match), "%s",
                     lines[i]);
      level = g_match_info_fetch (match, 2);
      rule = g_match_info_fetch (match, 3);
      ck_assert (lintel_severity_from_id (level, &severity));
      ck_assert_msg (lintel_rules_find (rule) != NULL, "%s", rule);
      ck_assert_msg (severity <= last, "errors come first: %s", lines[i]);
      last = severity;
      counts[severity]++;
    }
}

START_TEST (check_prints_a_line_for_each_finding_and_the_counts)
{
  g_autofree char *out = NULL, *err = NULL, *closing = NULL;
  guint counts[LINTEL_N_SEVERITIES] = { 0 };

  ck_assert_int_eq (run (&out, &err, "check", dental, NULL), 1);
  ck_assert_str_eq (err, "");
  count_lines (out, dental, counts);
  ck_assert_uint_gt (counts[LINTEL_SEVERITY_ERROR], 5);
  closing = g_strdup_printf (
      "\n%u errors, %u warning%s, %u note%s\n", counts[LINTEL_SEVERITY_ERROR],
      counts[LINTEL_SEVERITY_WARNING], counts[LINTEL_SEVERITY_WARNING] == 1 ? "" : "s",
      counts[LINTEL_SEVERITY_NOTE], counts[LINTEL_SEVERITY_NOTE] == 1 ? "" : "s");
  ck_assert_msg (g_str_has_suffix (out, closing), "%.2000s", out);
}
END_TEST

START_TEST (check_of_a_fine_project)
{
  g_autofree char *out = NULL;

  ck_assert_int_eq (run (&out, NULL, "check", hardened, NULL), 0);
  ck_assert_str_eq (out, "0 errors, 0 warnings, 0 notes\n");
}
END_TEST

START_TEST (check_fails_from_the_threshold_on)
{
  ck_assert_int_eq (run (NULL, NULL, "check", warned, NULL), 0);
  ck_assert_int_eq (run (NULL, NULL, "check", "--fail-on", "error", warned, NULL), 0);
  ck_assert_int_eq (run (NULL, NULL, "check", "--fail-on", "warning", warned, NULL), 1);
  ck_assert_int_eq (run (NULL, NULL, "check", "--fail-on", "note", warned, NULL), 1);
  ck_assert_int_eq (run (NULL, NULL, "check", "--fail-on", "never", dental, NULL), 0);
  ck_assert_int_eq (run (NULL, NULL, "check", "--fail-on", "note", hardened, NULL), 0);
}
END_TEST

START_TEST (check_with_other_severities)
{
  g_autofree char *out = NULL;

  ck_assert_int_eq (
      run (&out, NULL, "check", "--severity", "acceptance-unused=error", warned, NULL), 1);
  assert_says (out, "1 error, 0 warnings");
  ck_assert_int_eq (run (NULL, NULL, "check", "--fail-on", "warning", "--severity",
                         "acceptance-unused=note", warned, NULL),
                    0);
}
END_TEST

START_TEST (check_refuses_wrong_options)
{
  const struct
  {
    const char *option, *value, *says;
  } cases[] = {
    { "--format", "yaml", "known are text, brief, json, sarif, junit" },
    { "--fail-on", "always", "error, warning, note or never" },
    { "--severity", "unused-group-mailbox=note", "cannot go below" },
    { "--severity", "no-such-rule=note", "there is no rule" },
    { "--severity", "table-gap=fatal", "RULE=error" },
    { "--severity", "table-gap", "RULE=error" },
    { "--jobs", "-2", "--jobs" },
    { "--no-such-option", "1", "--no-such-option" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = NULL, *err = NULL;

      ck_assert_int_eq (run (&out, &err, "check", cases[i].option, cases[i].value, dental, NULL),
                        2);
      ck_assert_str_eq (out, "");
      ck_assert (g_str_has_prefix (err, "lintelctl: "));
      assert_says (err, cases[i].says);
    }
  ck_assert_int_eq (run (NULL, NULL, "check", NULL), 2);
}
END_TEST

START_TEST (check_goes_on_after_a_file_that_cannot_be_read)
{
  g_autofree char *missing = g_build_filename (folder, "missing.xml", NULL);
  g_autofree char *out = NULL, *err = NULL, *first = NULL, *second = NULL;
  const char *at_first, *at_second;

  ck_assert_int_eq (run (&out, &err, "check", dental, missing, warned, NULL), 2);
  assert_says (err, missing);
  first = g_strdup_printf ("%s:", dental);
  second = g_strdup_printf ("%s:", warned);
  at_first = strstr (out, first);
  at_second = strstr (out, second);
  ck_assert (at_first != NULL && at_second != NULL && at_first < at_second);
  assert_says (out, " in 2 files\n");
}
END_TEST

START_TEST (check_with_many_jobs_prints_the_same)
{
  g_autofree char *one = NULL, *many = NULL;

  ck_assert_int_eq (run (&one, NULL, "check", "--jobs", "1", dental, hardened, warned, accepting,
                         dental, hardened, warned, accepting, NULL),
                    1);
  ck_assert_int_eq (run (&many, NULL, "check", "--jobs", "8", dental, hardened, warned, accepting,
                         dental, hardened, warned, accepting, NULL),
                    1);
  ck_assert_msg (g_str_equal (one, many), "%.2000s", many);
}
END_TEST

START_TEST (check_reads_standard_input)
{
  g_autofree char *out = NULL;
  guint counts[LINTEL_N_SEVERITIES] = { 0 };

  ck_assert_int_eq (run_shell ("\"$0\" check - < \"$1\"", dental, &out, NULL), 1);
  count_lines (out, "-", counts);
  ck_assert_uint_gt (counts[LINTEL_SEVERITY_ERROR], 5);
}
END_TEST

START_TEST (check_says_when_its_output_is_lost)
{
  g_autofree char *err = NULL;

  ck_assert_int_eq (run_shell ("\"$0\" check \"$1\" > /dev/full", hardened, NULL, &err), 2);
  assert_says (err, "standard output cannot be written");
}
END_TEST

START_TEST (accepted_findings_stay_visible_and_do_not_count)
{
  g_autofree char *out = NULL;

  ck_assert_int_eq (run (&out, NULL, "check", accepting, NULL), 1);
  assert_says (out, "(accepted by R. Kay: being set up) [unused-group-mailbox]\n");
  assert_says (out, ", 1 accepted\n");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cli-check");
  TCase *tcase = tcase_create ("lintelctl");

  tcase_add_checked_fixture (tcase, cli_fixture_setup, cli_fixture_teardown);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, check_prints_a_line_for_each_finding_and_the_counts);
  tcase_add_test (tcase, check_of_a_fine_project);
  tcase_add_test (tcase, check_fails_from_the_threshold_on);
  tcase_add_test (tcase, check_with_other_severities);
  tcase_add_test (tcase, check_refuses_wrong_options);
  tcase_add_test (tcase, check_goes_on_after_a_file_that_cannot_be_read);
  tcase_add_test (tcase, check_with_many_jobs_prints_the_same);
  tcase_add_test (tcase, check_reads_standard_input);
  tcase_add_test (tcase, check_says_when_its_output_is_lost);
  tcase_add_test (tcase, accepted_findings_stay_visible_and_do_not_count);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
