/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The linter: order, severities, which rules run, slices. */

#include "tests/unit/linter-fixture.h"

START_TEST (registry_follows_the_tip_then_the_id)
{
  const char *order[] = {
    "a-late", "z-group",  "port",     "wants-zero", "acceptance-expired", "acceptance-unused",
    "chain",  "stubborn", "wants-one"
  };

  ck_assert_uint_eq (lintel_rules_get_n (), G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      ck_assert_str_eq (lintel_rule_get_id (lintel_rules_get (i)), order[i]);
      ck_assert_uint_eq (lintel_rule_get_position (lintel_rules_find (order[i])), i);
    }
  ck_assert_ptr_null (lintel_rules_find ("no-such-rule"));
}
END_TEST

START_TEST (findings_come_by_severity_then_rule)
{
  set_cell ("47-02", "01", 1, "0");
  set_cell ("21-05", "01", 14, "1");
  assert_findings ("z-group error 0: 3 boxes: 47-02-01[2-3], 47-02-01[5]\n"
                   "wants-zero warning 0: wants 0\n"
                   "chain note 0: keeps 99\n");
}
END_TEST

START_TEST (group_is_in_order_and_without_repeats)
{
  const LintelFinding *finding = lintel_linter_get_findings (linter)->pdata[0];
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);
  g_autofree char *first = lintel_finding_get_address (finding, 0, project);

  ck_assert_uint_eq (n, 4);
  ck_assert_int_eq (places[3].index[0], 5);
  ck_assert_str_eq (first, "47-02-01[1]");
  ck_assert_str_eq (lintel_finding_get_witness (finding), "011");
}
END_TEST

START_TEST (severity_changes_for_a_run)
{
  g_autoptr (GError) error = NULL;

  lintel_linter_get_findings (linter);
  ck_assert (lintel_linter_set_severity (linter, "z-group", LINTEL_SEVERITY_WARNING, &error));
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 0);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 1);
  set_cell ("47-02", "01", 1, "0");
  ck_assert (lintel_linter_set_severity (linter, "chain", LINTEL_SEVERITY_ERROR, &error));
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 1);
}
END_TEST

START_TEST (locked_rule_stays_at_warning_or_above)
{
  g_autoptr (GError) error = NULL;

  ck_assert (!lintel_linter_set_severity (linter, "z-group", LINTEL_SEVERITY_NOTE, &error));
  ck_assert (g_error_matches (error, LINTEL_LINT_ERROR, LINTEL_LINT_ERROR_LOCKED));
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 1);
  g_clear_error (&error);
  ck_assert (!lintel_linter_set_severity (linter, "nothing", LINTEL_SEVERITY_ERROR, &error));
  ck_assert (g_error_matches (error, LINTEL_LINT_ERROR, LINTEL_LINT_ERROR_RULE));
}
END_TEST

START_TEST (edit_runs_only_the_rules_that_read_it)
{
  LintelPlace notes = lintel_place_notes ();

  lintel_linter_get_findings (linter);
  ck_assert_uint_eq (n_group_runs, 1);
  ck_assert_uint_eq (n_class_runs, 2);
  set_cell ("21-05", "02", 9, "1");
  lintel_linter_get_findings (linter);
  ck_assert_uint_eq (n_group_runs, 1);
  ck_assert_uint_eq (n_class_runs, 4);
  set_text (&notes, "call back on Monday");
  lintel_linter_get_findings (linter);
  ck_assert_uint_eq (n_group_runs + n_class_runs, 5);
  set_cell ("47-02", "01", 7, "2");
  assert_findings ("z-group error 0: 5 boxes: 47-02-01[1-3], 47-02-01[5], 47-02-01[7]\n");
  ck_assert_uint_eq (n_class_runs, 4);
}
END_TEST

START_TEST (rule_that_reads_findings_runs_last)
{
  late_ran_last = FALSE;
  lintel_linter_get_findings (linter);
  ck_assert (late_ran_last);
}
END_TEST

START_TEST (work_goes_in_slices)
{
  guint slices = 1;

  while (lintel_linter_step (linter, 0))
    slices++;
  ck_assert_uint_eq (slices, lintel_rules_get_n ());
  ck_assert (!lintel_linter_step (linter, 0));

  /* An edit between two slices is not lost. */
  set_cell ("47-02", "01", 7, "2");
  ck_assert (lintel_linter_step (linter, 0));
  set_cell ("47-02", "01", 8, "2");
  while (lintel_linter_step (linter, 0))
    ;
  assert_findings ("z-group error 0: 6 boxes: 47-02-01[1-3], 47-02-01[5], 47-02-01[7-8]\n");
}
END_TEST

START_TEST (finding_outlives_the_next_run)
{
  g_autoptr (LintelFinding) finding =
      lintel_finding_ref (lintel_linter_get_findings (linter)->pdata[0]);
  g_autofree char *address = NULL;

  set_cell ("47-02", "01", 1, "0");
  lintel_linter_get_findings (linter);
  g_clear_object (&linter);
  address = lintel_finding_get_address (finding, 0, project);
  ck_assert_str_eq (address, "47-02-01[1]");
}
END_TEST

START_TEST (what_is_kept_aside_has_its_own_line)
{
  LintelStray *stray = g_new0 (LintelStray, 1);
  const LintelFinding *finding;
  LintelPlace place;
  g_autofree char *address = NULL;
  const LintelRule *rule = lintel_rules_find ("z-group");
  LintelFinding *made;

  stray->kind = LINTEL_STRAY_OUT_OF_RANGE;
  stray->address = g_strdup ("21-05-01[99]");
  stray->xml = g_strdup ("<set/>");
  stray->why = g_strdup ("no such class");
  stray->parent = g_strdup ("");
  stray->line = 12;
  stray->column = 7;
  place = lintel_place_record (LINTEL_PLACE_STRAY, lintel_project_add_stray (project, stray),
                               LINTEL_FIELD_NONE);
  made = lintel_finding_new (rule, LINTEL_SEVERITY_ERROR, g_strdup ("text"), &place, 1, project);
  finding = made;
  address = lintel_finding_get_address (finding, 0, project);
  ck_assert_str_eq (address, "21-05-01[99]");
  ck_assert_int_eq (lintel_finding_get_line (finding), 12);
  ck_assert_int_eq (lintel_finding_get_column (finding), 7);
  lintel_finding_unref (made);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("linter");
  TCase *tcase = tcase_create ("engine");

  tcase_add_checked_fixture (tcase, linter_fixture_setup, linter_fixture_teardown);
  tcase_add_test (tcase, registry_follows_the_tip_then_the_id);
  tcase_add_test (tcase, findings_come_by_severity_then_rule);
  tcase_add_test (tcase, group_is_in_order_and_without_repeats);
  tcase_add_test (tcase, severity_changes_for_a_run);
  tcase_add_test (tcase, locked_rule_stays_at_warning_or_above);
  tcase_add_test (tcase, edit_runs_only_the_rules_that_read_it);
  tcase_add_test (tcase, rule_that_reads_findings_runs_last);
  tcase_add_test (tcase, work_goes_in_slices);
  tcase_add_test (tcase, finding_outlives_the_next_run);
  tcase_add_test (tcase, what_is_kept_aside_has_its_own_line);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
