/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acceptances: what they cover, until when, and which match nothing. */

#include "tests/unit/linter-fixture.h"

START_TEST (acceptance_splits_a_group)
{
  GPtrArray *findings;

  accept_findings ("z-group", "47-02-01[2]", NULL);
  assert_findings ("z-group error 0: 3 boxes: 47-02-01[1], 47-02-01[3], 47-02-01[5]\n"
                   "z-group error 1: 1 boxes: 47-02-01[2]\n");
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 1);
  findings = lintel_linter_get_findings (linter);
  for (guint i = 0; i < findings->len; i++)
    ck_assert_str_eq (lintel_finding_get_witness (findings->pdata[i]), "011");
}
END_TEST

START_TEST (accepting_shows_at_once)
{
  lintel_linter_get_findings (linter);
  accept_findings ("z-group", "47-02-01", NULL);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 0);
  lintel_project_undo (project);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 1);
}
END_TEST

START_TEST (acceptance_of_a_row_or_table_covers_what_lies_in_it)
{
  accept_findings ("z-group", "47-02[5]", NULL);
  assert_findings ("z-group error 0: 3 boxes: 47-02-01[1-3]\n"
                   "z-group error 1: 1 boxes: 47-02-01[5]\n");
}
END_TEST

START_TEST (renumbering_moves_an_acceptance)
{
  LintelPlace number = lintel_place_extension (1, LINTEL_FIELD_NUMBER);

  set_text (&number, "101");
  set_cell ("21-04", "01", 1, "7");
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 1);
  accept_findings ("port", "21-04-01[101,1]", NULL);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 0);
  /* The acceptance names an extension that is no more: the finding is open, and it is unused. */
  set_text (&number, "105");
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 2);
}
END_TEST

START_TEST (overlapping_acceptances_are_both_used)
{
  accept_findings ("z-group", "47-02-01[2]", NULL);
  accept_findings ("z-group", "47-02[2]", NULL);
  assert_findings ("z-group error 0: 3 boxes: 47-02-01[1], 47-02-01[3], 47-02-01[5]\n"
                   "z-group error 1: 1 boxes: 47-02-01[2]\n");
}
END_TEST

START_TEST (acceptance_that_matches_nothing_is_found)
{
  accept_findings ("z-group", "47-02-01[4]", NULL);
  accept_findings ("no-such-rule", "47-02-01[1]", NULL);
  accept_findings ("chain", "47-02-01[1]", NULL);
  accept_findings ("acceptance-unused", "accepted[1]", NULL);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 4);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 1);
}
END_TEST

START_TEST (solving_the_problem_makes_its_acceptance_unused)
{
  accept_findings ("z-group", "47-02-01[2]", NULL);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 0);
  set_cell ("47-02", "01", 2, "1");
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 1);
  lintel_project_undo (project);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 0);
}
END_TEST

START_TEST (acceptance_ends_after_its_last_day)
{
  accept_findings ("z-group", "47-02-01", "2027-01-31");
  stop_clock (2027, 1, 31);
  assert_findings ("z-group error 1: 4 boxes: 47-02-01[1-3], 47-02-01[5]\n");
  stop_clock (2027, 2, 1);
  assert_findings (
      "z-group error 0: 4 boxes: 47-02-01[1-3], 47-02-01[5]\n"
      "acceptance-expired warning 0: The acceptance of z-group at 47-02-01 ended on 31 January "
      "2027 "
      "and covers nothing any more: solve the problem, or accept it again with a new date\n");
}
END_TEST

START_TEST (unsigned_acceptance_covers_nothing)
{
  LintelPlace reason, by;

  accept_findings ("z-group", "47-02-01", NULL);
  reason = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, 1, LINTEL_FIELD_REASON);
  by = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, 1, LINTEL_FIELD_BY);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 0);
  set_text (&reason, " ");
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 1);
  set_text (&reason, "because   ");
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 1);
  set_text (&reason, "being set up");
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 0);
  set_text (&by, NULL);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 1);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 1);
}
END_TEST

START_TEST (end_dates)
{
  const struct
  {
    const char *until;
    gboolean expired;
  } cases[] = {
    { "", FALSE },          { NULL, FALSE },         { "2026-06-15", FALSE },
    { "2026-06-14", TRUE }, { "2026-12-01", FALSE }, { "2025-12-31", TRUE },
    { "2027-02-30", TRUE }, { "next summer", TRUE }, { "2027-01-31x", TRUE },
  };
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 15, G_DATE_JUNE, 2026);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LintelAcceptance acceptance = { .until = cases[i].until };

      ck_assert_msg (lintel_acceptance_is_expired (&acceptance, &today) == cases[i].expired,
                     "case %u", i);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("acceptance");
  TCase *tcase = tcase_create ("engine");

  tcase_add_checked_fixture (tcase, linter_fixture_setup, linter_fixture_teardown);
  tcase_add_test (tcase, acceptance_splits_a_group);
  tcase_add_test (tcase, accepting_shows_at_once);
  tcase_add_test (tcase, acceptance_of_a_row_or_table_covers_what_lies_in_it);
  tcase_add_test (tcase, renumbering_moves_an_acceptance);
  tcase_add_test (tcase, overlapping_acceptances_are_both_used);
  tcase_add_test (tcase, acceptance_that_matches_nothing_is_found);
  tcase_add_test (tcase, solving_the_problem_makes_its_acceptance_unused);
  tcase_add_test (tcase, acceptance_ends_after_its_last_day);
  tcase_add_test (tcase, unsigned_acceptance_covers_nothing);
  tcase_add_test (tcase, end_dates);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
