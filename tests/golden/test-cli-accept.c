/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl accept: what may stay, for what reason, and what that leads to. */

#include "tests/golden/cli-fixture.h"

#include <string.h>

static int
accept_groups (const char *reason, const char *by, char **err)
{
  return run (NULL, err, "accept", dental, "unused-group-mailbox", "--reason", reason, "--by", by,
              NULL);
}

START_TEST (a_guarded_rule_takes_a_whole_reason)
{
  g_autofree char *brief = NULL, *nobody = NULL, *before = lintel_test_read (dental);
  g_autofree char *after = NULL;

  ck_assert_int_eq (accept_groups ("ok", "R. Kay", &brief), 2);
  assert_says (brief, "at least 10 characters");
  ck_assert_int_eq (accept_groups ("They hunt for a free one", " ", &nobody), 2);
  assert_says (nobody, "who accepts it");
  after = lintel_test_read (dental);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (what_is_accepted_is_listed_and_removed)
{
  g_autofree char *listed = NULL, *checked = NULL, *none = NULL, *again = NULL;

  ck_assert_int_eq (accept_groups ("They hunt for a free one", "R. Kay", NULL), 0);
  ck_assert_int_eq (run (&listed, NULL, "accept", dental, NULL), 0);
  assert_says (listed, "1\tunused-group-mailbox\t");
  assert_says (listed, "\tThey hunt for a free one\tR. Kay\t-\tin use\n");
  run (&checked, NULL, "check", dental, NULL);
  assert_says (checked, "accepted by R. Kay: They hunt for a free one");
  ck_assert_int_eq (run (NULL, &again, "accept", dental, "unused-group-mailbox", "--reason",
                         "They hunt for a free one", "--by", "R. Kay", NULL),
                    2);
  assert_says (again, "nothing to accept");
  ck_assert_int_eq (run (NULL, NULL, "accept", dental, "--remove", "1", NULL), 0);
  ck_assert_int_eq (run (NULL, &none, "accept", dental, "--remove", "99", NULL), 2);
  assert_says (none, "no acceptance 99");
}
END_TEST

START_TEST (only_the_findings_at_a_place_are_accepted)
{
  g_autofree char *listed = NULL;

  ck_assert_int_eq (run (NULL, NULL, "accept", dental, "mailbox-code-weak", "code[102]", "--reason",
                         "Demonstration mailbox", "--by", "R. Kay", "--until", "2099-01-31", NULL),
                    0);
  ck_assert_int_eq (run (&listed, NULL, "accept", dental, NULL), 0);
  ck_assert_str_eq (listed, "1\tmailbox-code-weak\tcode[102]\tDemonstration mailbox\tR. Kay\t"
                            "2099-01-31\tin use\n");
}
END_TEST

/* Written by hand: the file is where a short reason can still come from. */
START_TEST (a_short_reason_in_the_file_covers_nothing)
{
  g_autofree char *checked = NULL, *listed = NULL;

  ck_assert_int_eq (accept_groups ("They hunt for a free one", "R. Kay", NULL), 0);
  ck_assert_int_eq (run (NULL, NULL, "set", dental, "accepted[1].reason=ok", NULL), 0);
  ck_assert_int_eq (run (&checked, NULL, "check", dental, NULL), 1);
  assert_says (checked, "too short for a check that guards against fraud");
  ck_assert_int_eq (run (&listed, NULL, "accept", dental, NULL), 0);
  assert_says (listed, "\tok\tR. Kay\t-\tcovers nothing\n");
}
END_TEST

static Suite *
make_suite (void)
{
  Suite *suite = suite_create ("cli-accept");
  TCase *tcase = tcase_create ("accept");

  tcase_add_checked_fixture (tcase, cli_fixture_setup, cli_fixture_teardown);
  tcase_add_test (tcase, a_guarded_rule_takes_a_whole_reason);
  tcase_add_test (tcase, what_is_accepted_is_listed_and_removed);
  tcase_add_test (tcase, only_the_findings_at_a_place_are_accepted);
  tcase_add_test (tcase, a_short_reason_in_the_file_covers_nothing);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return lintel_test_run (make_suite ());
}
