/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl fix, explain and help: what is written, and what is left alone. */

#include "lintel/lint.h"
#include "tests/golden/cli-fixture.h"

#include <string.h>

START_TEST (dry_run_shows_and_writes_nothing)
{
  g_autofree char *before = lintel_test_read (dental);
  g_autofree char *out = NULL, *after = NULL;

  ck_assert_int_eq (run (&out, NULL, "fix", "--dry-run", dental, NULL), 0);
  after = lintel_test_read (dental);
  ck_assert_msg (g_str_equal (before, after), "the file was written");
  assert_says (out, "\n  47-03-03[1]: 1 – Subscriber → 0 – None\n");
  assert_says (out, "\n  code[102]: **** → ****\n");
  assert_says (out, "Left: 0 errors");
}
END_TEST

START_TEST (fix_leaves_no_error)
{
  g_autofree char *out = NULL, *after = NULL, *again = NULL, *said = NULL;

  ck_assert_int_eq (run (&out, NULL, "fix", dental, NULL), 0);
  assert_says (out, "lintelctl get");
  ck_assert_int_eq (run (NULL, NULL, "check", dental, NULL), 0);
  after = lintel_test_read (dental);
  ck_assert_int_eq (run (&said, NULL, "fix", dental, NULL), 0);
  assert_says (said, "There is nothing that Lintel can repair.");
  again = lintel_test_read (dental);
  ck_assert_msg (g_str_equal (after, again), "the file was written again");
}
END_TEST

START_TEST (fix_of_one_rule_writes_elsewhere)
{
  g_autofree char *before = lintel_test_read (dental);
  g_autofree char *target = g_build_filename (folder, "fixed.xml", NULL);
  g_autofree char *out = NULL, *left = NULL, *after = NULL;

  ck_assert_int_eq (
      run (&out, NULL, "fix", "--rule", "unused-group-mailbox", "-o", target, dental, NULL), 1);
  ck_assert (strstr (out, "code[") == NULL);
  after = lintel_test_read (dental);
  ck_assert_msg (g_str_equal (before, after), "the file was written");
  run (&left, NULL, "check", target, NULL);
  ck_assert (strstr (left, "[unused-group-mailbox]") == NULL);
  assert_says (left, "[unused-station-mailbox]");
}
END_TEST

START_TEST (fix_from_standard_input_to_standard_output)
{
  g_autofree char *out = NULL, *err = NULL;

  ck_assert_int_eq (run_shell ("\"$0\" fix - < \"$1\"", dental, &out, &err), 0);
  ck_assert (g_str_has_prefix (out, "<?xml"));
  assert_says (err, "Left: 0 errors");
}
END_TEST

START_TEST (fix_leaves_accepted_findings_alone)
{
  g_autofree char *out = NULL;

  ck_assert_int_eq (run (&out, NULL, "fix", accepting, NULL), 0);
  ck_assert (strstr (out, "47-03-03[1]: 1") == NULL);
  assert_says (out, ", 1 accepted");
}
END_TEST

START_TEST (fix_refuses)
{
  g_autofree char *err = NULL, *other = NULL;

  ck_assert_int_eq (run (NULL, &err, "fix", "--rule", "no-such-rule", dental, NULL), 2);
  assert_says (err, "there is no rule");
  ck_assert_int_eq (run (NULL, &other, "fix", "--rule", "group-number-unknown", dental, NULL), 2);
  assert_says (other, "lintelctl explain group-number-unknown");
  ck_assert_int_eq (run (NULL, NULL, "fix", NULL), 2);
  ck_assert_int_eq (run (NULL, NULL, "fix", dental, hardened, NULL), 2);
}
END_TEST

START_TEST (fix_that_cannot_write_leaves_the_file)
{
  g_autofree char *before = lintel_test_read (dental);
  g_autofree char *target = g_build_filename (folder, "no-such-folder", "fixed.xml", NULL);
  g_autofree char *err = NULL, *after = NULL;

  ck_assert_int_eq (run (NULL, &err, "fix", "-o", target, dental, NULL), 2);
  assert_says (err, target);
  after = lintel_test_read (dental);
  ck_assert_msg (g_str_equal (before, after), "the file was written");
}
END_TEST

START_TEST (explain_tells_about_every_rule)
{
  g_autofree char *err = NULL;

  for (guint i = 0; i < lintel_rules_get_n (); i++)
    {
      const LintelRule *rule = lintel_rules_get (i);
      g_autofree char *out = NULL;

      ck_assert_int_eq (run (&out, NULL, "explain", lintel_rule_get_id (rule), NULL), 0);
      assert_says (out, lintel_rule_get_summary (rule));
      assert_says (out, lintel_rule_get_explanation (rule));
      assert_says (out, lintel_rule_can_fix (rule) ? "lintelctl fix --rule" : "by hand");
    }
  ck_assert_int_eq (run (NULL, &err, "explain", "no-such-rule", NULL), 2);
  assert_says (err, "lintelctl rules");
}
END_TEST

START_TEST (every_command_has_help)
{
  const char *commands[] = { "check", "fix", "rules", "explain" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *out = NULL;

      ck_assert_int_eq (run (&out, NULL, commands[i], "--help", NULL), 0);
      assert_says (out, commands[i]);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cli-fix");
  TCase *tcase = tcase_create ("lintelctl");

  tcase_add_checked_fixture (tcase, cli_fixture_setup, cli_fixture_teardown);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, dry_run_shows_and_writes_nothing);
  tcase_add_test (tcase, fix_leaves_no_error);
  tcase_add_test (tcase, fix_of_one_rule_writes_elsewhere);
  tcase_add_test (tcase, fix_from_standard_input_to_standard_output);
  tcase_add_test (tcase, fix_leaves_accepted_findings_alone);
  tcase_add_test (tcase, fix_refuses);
  tcase_add_test (tcase, fix_that_cannot_write_leaves_the_file);
  tcase_add_test (tcase, explain_tells_about_every_rule);
  tcase_add_test (tcase, every_command_has_help);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
