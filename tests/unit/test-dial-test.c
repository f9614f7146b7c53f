/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping calls as tests, and the tests that every system should have. */

#include "config.h"

#include "lintel/dial-test.h"
#include "lintel/lint.h"
#include "lintel/xml.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

static LintelCatalogue *catalogue;
static LintelProject *project;

/* Telephones 101-108 in class 2, InMail 213-228 in class 15. */
static void
setup (void)
{
  catalogue = lintel_catalogue_new_builtin ();
  project = lintel_template_new (catalogue, LINTEL_MODEL_SL2100, "hardened", 8, 0, 0, NULL);
  ck_assert_ptr_nonnull (project);
}

static void
teardown (void)
{
  g_clear_object (&project);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

static void
apply (GPtrArray *edits)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (lintel_project_apply (project, "", NULL, edits, &error), "%s",
                 error != NULL ? error->message : "");
}

static guint
count_failed (void)
{
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  GPtrArray *findings = lintel_linter_get_findings (linter);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (lintel_rule_get_id (lintel_finding_get_rule (findings->pdata[i])),
                      "dial-test-failed")
             ? 1
             : 0;
  return n;
}

START_TEST (keeps_what_comes_out_now)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autoptr (GPtrArray) again = lintel_edits_new ();
  g_autoptr (GPtrArray) tests = NULL;
  const LintelDialTest *test;

  ck_assert (lintel_dial_test_keep (project, 113, 2, "011442079460123", edits));
  apply (edits);
  tests = lintel_project_list_dial_tests (project);
  ck_assert_uint_eq (tests->len, 1);
  test = tests->pdata[0];
  ck_assert_str_eq (test->from, "213");
  ck_assert_str_eq (test->mode, "2");
  ck_assert_str_eq (test->expect, "restricted");
  ck_assert (lintel_dial_test_passes (project, test));
  ck_assert (!lintel_dial_test_keep (project, 113, 2, "011442079460123", again));
  ck_assert_uint_eq (again->len, 0);
  ck_assert_uint_eq (count_failed (), 0);
  lintel_test_set (project, "21-05-01[15]", "0");
  lintel_test_set (project, "21-05-08[15]", "0");
  ck_assert (!lintel_dial_test_passes (project, test));
  ck_assert_uint_eq (count_failed (), 1);
}
END_TEST

START_TEST (keeps_nothing_without_a_class)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();

  ck_assert (!lintel_dial_test_keep (project, 200, 1, "911", edits));
  ck_assert_uint_eq (edits->len, 0);
}
END_TEST

static guint
count_tests (const char *number, const char *expect)
{
  g_autoptr (GPtrArray) tests = lintel_project_list_dial_tests (project);
  guint n = 0;

  for (guint i = 0; i < tests->len; i++)
    {
      const LintelDialTest *test = tests->pdata[i];

      n += g_str_has_prefix (test->number, number) && g_str_equal (test->expect, expect) ? 1 : 0;
    }
  return n;
}

START_TEST (suggests_what_every_system_should_have)
{
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) again = NULL;

  lintel_test_set (project, "21-04-01[101,1]", "3");
  lintel_test_set (project, "21-05-01[3]", "1");
  lintel_test_set (project, "21-05-02[3]", "1");
  lintel_test_set (project, "21-06-02[1]", "01144");
  lintel_test_set (project, "21-05-02[2]", "0");
  edits = lintel_dial_test_suggest (project);
  apply (edits);
  ck_assert_uint_eq (count_tests ("911", "allowed"),
                     9); /* eight telephones, one of them in two classes */
  ck_assert_uint_eq (count_tests ("988", "allowed"), 9);
  /* Sixteen InMail ports in one class. */
  ck_assert_uint_eq (count_tests ("011", "restricted"), 16);
  ck_assert_uint_eq (count_tests ("01144", "allowed") + count_tests ("01144", "depends"), 1);
  again = lintel_dial_test_suggest (project);
  ck_assert_uint_eq (again->len, 0);
}
END_TEST

/* What is no country there gets no test. */
START_TEST (suggests_countries_of_a_permit_table)
{
  g_autoptr (GPtrArray) edits = NULL;

  lintel_test_set (project, "21-04-01[101,1]", "3");
  lintel_test_set (project, "21-05-07[3]", "2");
  lintel_test_set (project, "21-06-06[2,1]", "01149");
  lintel_test_set (project, "21-06-06[2,2]", "011");
  lintel_test_set (project, "21-06-06[2,3]", "1800");
  edits = lintel_dial_test_suggest (project);
  apply (edits);
  ck_assert_uint_eq (count_tests ("01149", "allowed") + count_tests ("01149", "depends"), 1);
  ck_assert_uint_eq (count_tests ("1800", "allowed"), 0);
}
END_TEST

/* An InMail port that is open is what the test is for. */
START_TEST (expects_what_should_be)
{
  g_autoptr (GPtrArray) edits = NULL;

  lintel_test_set (project, "21-04-01[213,4]", "1");
  edits = lintel_dial_test_suggest (project);
  apply (edits);
  ck_assert_uint_eq (count_tests ("011", "restricted"), 17);
  ck_assert_uint_eq (count_failed (), 1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("dial-test");
  TCase *test = tcase_create ("dial-test");

  tcase_add_checked_fixture (test, setup, teardown);
  tcase_add_test (test, keeps_what_comes_out_now);
  tcase_add_test (test, keeps_nothing_without_a_class);
  tcase_add_test (test, suggests_what_every_system_should_have);
  tcase_add_test (test, suggests_countries_of_a_permit_table);
  tcase_add_test (test, expects_what_should_be);
  suite_add_tcase (suite, test);
  return lintel_test_run (suite);
}
