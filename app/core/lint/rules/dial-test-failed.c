/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dial test of the project that does not come out as expected. */

#include "config.h"

#include "app/core/lint/lintel-rule-private.h"
#include "lintel/dial-system.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
find_class (LintelProject *project, const LintelDialTest *test)
{
  const LintelExtension *extension = lintel_project_find_extension (project, test->from);
  guint64 mode;

  if (extension == NULL || !g_ascii_string_to_unsigned (test->mode, 10, 1, 8, &mode, NULL))
    return 0;
  return lintel_dial_system_get_class (lintel_dial_system_of (project), extension->port,
                                       (int) mode);
}

static void
run_test (LintelCheck *check, const LintelDialTest *test, LintelDialVerdict expected, int class)
{
  const LintelDialMatcher *matcher = lintel_dial_system_get_matcher (
      lintel_dial_system_of (lintel_check_get_project (check)), class);
  LintelPlace place = lintel_place_record (LINTEL_PLACE_DIAL_TEST, test->id, LINTEL_FIELD_NONE);
  g_autofree char *number = g_strdup (test->number);
  g_autofree char *why = NULL;
  LintelDialAnswer answer;

  lintel_dial_clean (number);
  lintel_dial_evaluate (matcher, number, strlen (number), &answer);
  if (answer.verdict == expected)
    return;
  why = lintel_dial_answer_explain (matcher, &answer);
  lintel_check_add (
      check, &place,
      /* Translators: the last two are what is expected and what comes out: "Blocked", "Gets
       * out"; then why. */
      _ ("The dial test of %s from extension %s in mode %s expects “%s”, but it is “%s”. %s "
         "Correct the tables of class %d, or the test"),
      test->number, test->from, test->mode, lintel_dial_verdict_get_title (expected),
      lintel_dial_verdict_get_title (answer.verdict), why, class);
  lintel_check_set_witness (check, number);
}

static void
check_test (LintelCheck *check, const LintelDialTest *test)
{
  int class = find_class (lintel_check_get_project (check), test);
  LintelPlace place = lintel_place_record (LINTEL_PLACE_DIAL_TEST, test->id, LINTEL_FIELD_NONE);
  LintelDialVerdict expected;

  if (class == 0)
    lintel_check_add (check, &place,
                      _ ("The dial test of %s cannot be made: extension %s has no toll restriction "
                         "class in mode %s. Correct the test or remove it"),
                      test->number, test->from, test->mode);
  else if (!lintel_dial_verdict_from_id (test->expect, &expected))
    lintel_check_add (check, &place,
                      _ ("The dial test of %s does not say what is expected: allowed, restricted "
                         "or depends"),
                      test->number);
  else
    run_test (check, test, expected, class);
}

static void
check_tests (LintelCheck *check)
{
  g_autoptr (GPtrArray) tests = lintel_project_list_dial_tests (lintel_check_get_project (check));

  for (guint i = 0; i < tests->len; i++)
    check_test (check, tests->pdata[i]);
}

const LintelRule lintel_rule_dial_test_failed = {
  .id = "dial-test-failed",
  .severity = LINTEL_SEVERITY_ERROR,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS
           | LINTEL_READS_DIAL_TESTS,
  .summary = N_ ("A dial test does not come out as expected"),
  .explanation = N_ (
      "A project can hold dial tests: numbers that have to get out of an extension in some mode, "
      "or must not. They are the customer's wishes, written down so that a later change of the "
      "tables cannot break them unnoticed. This one comes out differently.\n\n"
      "Look the number up in the dial tester, which names the entry that decides, and correct the "
      "tables of the class (21-05, 21-06) or the test. A test that expects “allowed” fails as well "
      "if NEC's manuals leave the answer open."),
  .check = check_tests,
};
