/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random projects: the difference of two turns one into the other, and a copy is one's own. */

#include "config.h"

#include "tests/property/random-project.h"
#include "tests/support/test-support.h"

#define N_RUNS 6

START_TEST (difference_turns_one_into_the_other)
{
  g_autoptr (LintelProject) from = new_project ();
  g_autoptr (LintelProject) to = lintel_project_copy (from);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL, *actual = NULL;

  scramble (from);
  scramble (to);
  edits = lintel_project_diff (from, to);
  ck_assert_msg (lintel_project_apply (from, "Difference", NULL, edits, &error), "%s",
                 error != NULL ? error->message : "");
  expected = dump (to);
  actual = dump (from);
  ck_assert_msg (g_str_equal (expected, actual), "the difference does not lead there");
  none = lintel_project_diff (from, to);
  ck_assert_uint_eq (none->len, 0);
}
END_TEST

START_TEST (copies_are_equal_and_independent)
{
  g_autoptr (LintelProject) project = new_project ();
  g_autoptr (LintelProject) copy = NULL;
  g_autofree char *before = NULL, *copied = NULL, *after = NULL;

  scramble (project);
  before = dump (project);
  copy = lintel_project_copy (project);
  copied = dump (copy);
  ck_assert (g_str_equal (before, copied));
  ck_assert_ptr_null (lintel_project_get_undo_label (copy));
  scramble (copy);
  after = dump (project);
  ck_assert (g_str_equal (before, after));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("project properties");
  TCase *tcase = tcase_create ("project");

  tcase_set_timeout (tcase, 60);
  tcase_add_checked_fixture (tcase, random_project_setup, random_project_teardown);
  tcase_add_loop_test (tcase, difference_turns_one_into_the_other, 0, N_RUNS);
  tcase_add_loop_test (tcase, copies_are_equal_and_independent, 0, N_RUNS);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
