/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fixes of one finding, fix all, and the plan that is shown before. */

#include "tests/unit/linter-fixture.h"

static char *
format_edits (GPtrArray *edits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < edits->len; i++)
    {
      const LintelEdit *edit = edits->pdata[i];
      g_autofree char *place = lintel_place_to_string (&edit->place, project);

      g_string_append_printf (text, "%s %s %s\n", place,
                              edit->old_text != NULL ? edit->old_text : "-",
                              edit->new_text != NULL ? edit->new_text : "-");
    }
  return g_string_free (text, FALSE);
}

START_TEST (fix_knows_old_and_new)
{
  g_autoptr (GPtrArray) fixes =
      lintel_finding_get_fixes (lintel_linter_get_findings (linter)->pdata[0], project);
  const LintelFix *fix;
  const LintelEdit *edit;

  ck_assert_uint_eq (fixes->len, 1);
  fix = fixes->pdata[0];
  ck_assert_str_eq (fix->label, "Switch 4 off");
  ck_assert_uint_eq (fix->edits->len, 4);
  edit = fix->edits->pdata[0];
  ck_assert_str_eq (edit->old_text, "2");
  ck_assert_str_eq (edit->new_text, "0");
}
END_TEST

START_TEST (fix_leaves_out_what_is_already_so)
{
  g_autoptr (LintelFinding) finding =
      lintel_finding_ref (lintel_linter_get_findings (linter)->pdata[0]);
  g_autoptr (GPtrArray) fixes = NULL;

  set_cell ("47-02", "01", 2, "0");
  fixes = lintel_finding_get_fixes (finding, project);
  ck_assert_uint_eq (((LintelFix *) fixes->pdata[0])->edits->len, 3);
  for (int mailbox = 1; mailbox <= 10; mailbox++)
    set_cell ("47-02", "01", mailbox, "0");
  g_clear_pointer (&fixes, g_ptr_array_unref);
  fixes = lintel_finding_get_fixes (finding, project);
  ck_assert_uint_eq (fixes->len, 0);
}
END_TEST

START_TEST (fix_all_is_one_minimal_list)
{
  g_autoptr (GPtrArray) edits = lintel_linter_fix_all (linter, NULL);
  g_autofree char *text = format_edits (edits);

  /* Mailbox 1 went 2, 0, 1 on the way. */
  ck_assert_str_eq (text, "47-02-01[1] 2 1\n"
                          "47-02-01[2] 2 0\n"
                          "47-02-01[3] 2 0\n"
                          "47-02-01[5] 2 0\n"
                          "47-02-03[1] - 0\n");
  ck_assert_str_eq (lintel_project_get_text (project, &((LintelEdit *) edits->pdata[0])->place),
                    "2");
  ck_assert (lintel_project_apply (project, "Fix all", NULL, edits, NULL));
  assert_findings ("");
}
END_TEST

START_TEST (fix_all_of_some_rules)
{
  const char *ids[] = { "chain", NULL };
  g_autoptr (GPtrArray) edits = lintel_linter_fix_all (linter, ids);

  ck_assert_uint_eq (edits->len, 0);
}
END_TEST

START_TEST (fix_all_leaves_accepted_findings_alone)
{
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *text = NULL;

  accept_findings ("z-group", "47-02-01[1]", NULL);
  accept_findings ("z-group", "47-02-01[5]", NULL);
  edits = lintel_linter_fix_all (linter, NULL);
  text = format_edits (edits);
  ck_assert_str_eq (text, "47-02-01[2] 2 0\n47-02-01[3] 2 0\n");
}
END_TEST

START_TEST (fix_all_ends_when_rules_quarrel)
{
  const char *ids[] = { "wants-one", "wants-zero", NULL };
  g_autoptr (GPtrArray) edits = NULL;

  set_cell ("21-05", "01", 14, "0");
  edits = lintel_linter_fix_all (linter, ids);
  ck_assert_uint_le (edits->len, 1);
  ck_assert_uint_lt (n_class_runs, 100);
}
END_TEST

START_TEST (fix_all_ends_when_a_fix_solves_nothing)
{
  const char *ids[] = { "stubborn", NULL };
  g_autoptr (GPtrArray) edits = NULL;

  set_cell ("21-05", "02", 14, "0");
  edits = lintel_linter_fix_all (linter, ids);
  ck_assert_uint_le (edits->len, 1);
}
END_TEST

START_TEST (plan_is_sorted_by_label)
{
  g_autoptr (GPtrArray) plan = NULL;
  const LintelFix *switch_off, *keep_none, *remove;

  accept_findings ("z-group", "47-02-01[9]", NULL);
  plan = lintel_linter_plan_fixes (linter, NULL);
  ck_assert_uint_eq (plan->len, 3);
  switch_off = plan->pdata[0];
  remove = plan->pdata[1];
  keep_none = plan->pdata[2];
  ck_assert_str_eq (keep_none->label, "Keep none");
  ck_assert_uint_eq (keep_none->edits->len, 2);
  ck_assert_str_eq (switch_off->label, "Switch 4 off");
  ck_assert_uint_eq (switch_off->edits->len, 3);
  ck_assert_str_eq (remove->label, "Remove the acceptance that matches nothing");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("fix");
  TCase *tcase = tcase_create ("engine");

  tcase_add_checked_fixture (tcase, linter_fixture_setup, linter_fixture_teardown);
  tcase_add_test (tcase, fix_knows_old_and_new);
  tcase_add_test (tcase, fix_leaves_out_what_is_already_so);
  tcase_add_test (tcase, fix_all_is_one_minimal_list);
  tcase_add_test (tcase, fix_all_of_some_rules);
  tcase_add_test (tcase, fix_all_leaves_accepted_findings_alone);
  tcase_add_test (tcase, fix_all_ends_when_rules_quarrel);
  tcase_add_test (tcase, fix_all_ends_when_a_fix_solves_nothing);
  tcase_add_test (tcase, plan_is_sorted_by_label);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
