/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl allow: who reaches what in the file afterwards, and what is refused. */

#include "tests/golden/cli-fixture.h"

#include <string.h>

START_TEST (allow_opens_a_country)
{
  g_autofree char *out = NULL, *own = NULL, *other = NULL, *inmail = NULL;

  ck_assert_int_eq (run (&out, NULL, "allow", hardened, "--extensions", "101,103-104", "--modes",
                         "1-3", "--countries", "GB", NULL),
                    0);
  assert_says (out, "Extensions 101, 103 and 104 move from class 2");
  assert_says (out, "\n  21-06-02[1]: (blank) → 01144\n");
  run (&own, NULL, "dial", hardened, "--from", "103", "--mode", "3", "011442079460123", NULL);
  run (&other, NULL, "dial", hardened, "--from", "103", "--mode", "4", "011442079460123", NULL);
  run (&inmail, NULL, "dial", hardened, "--from", "213", "--mode", "1", "011442079460123", NULL);
  assert_says (own, "\tallowed\t");
  assert_says (other, "\trestricted\t");
  assert_says (inmail, "\trestricted\t");
}
END_TEST

START_TEST (allow_dry_run_writes_nothing)
{
  g_autofree char *before = lintel_test_read (hardened);
  g_autofree char *out = NULL, *after = NULL;

  ck_assert_int_eq (
      run (&out, NULL, "allow", hardened, "--extensions", "101", "--everywhere", "--dry-run", NULL),
      0);
  after = lintel_test_read (hardened);
  ck_assert_msg (g_str_equal (before, after), "the file was written");
  assert_says (out, "all international calls get out");
}
END_TEST

START_TEST (allow_offers_other_ways)
{
  g_autofree char *err = NULL, *out = NULL;

  ck_assert_int_eq (run (NULL, &err, "allow", hardened, "--extensions", "101", "--countries",
                         "GB,FR,DE,IT,ES,PT,NL,BE,LU,IE,DK,SE,NO,FI,PL,CZ,SK,HU,AT,CH,GR", NULL),
                    1);
  assert_says (err, "21-06-02 has room for 20 codes");
  assert_says (err, "\n  --way shorter: ");
  assert_says (err, "\n  --way permit-table: ");
  ck_assert_int_eq (run (&out, NULL, "allow", hardened, "--extensions", "101", "--countries",
                         "GB,FR", "--way", "permit-table", NULL),
                    0);
  assert_says (out, "It is not certain that ");
}
END_TEST

START_TEST (allow_refuses)
{
  g_autofree char *inmail = NULL, *both = NULL, *mode = NULL, *nobody = NULL, *way = NULL;

  ck_assert_int_eq (
      run (NULL, &inmail, "allow", hardened, "--extensions", "213", "--countries", "GB", NULL), 1);
  assert_says (inmail, "Extension 213 is an InMail port");
  ck_assert_int_eq (run (NULL, &both, "allow", hardened, "--extensions", "101", "--countries", "GB",
                         "--everywhere", NULL),
                    2);
  assert_says (both, "either --countries or --everywhere");
  ck_assert_int_eq (run (NULL, &mode, "allow", hardened, "--extensions", "101", "--modes", "9",
                         "--everywhere", NULL),
                    2);
  assert_says (mode, "“9” is no mode from 1 to 8");
  ck_assert_int_eq (
      run (NULL, &nobody, "allow", hardened, "--extensions", "999", "--everywhere", NULL), 2);
  assert_says (nobody, "there is no extension 999");
  ck_assert_int_eq (run (NULL, &way, "allow", hardened, "--extensions", "101", "--countries", "GB",
                         "--way", "other", NULL),
                    2);
  assert_says (way, "--way is exact");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cli-allow");
  TCase *test = tcase_create ("allow");

  tcase_add_checked_fixture (test, cli_fixture_setup, cli_fixture_teardown);
  tcase_add_test (test, allow_opens_a_country);
  tcase_add_test (test, allow_dry_run_writes_nothing);
  tcase_add_test (test, allow_offers_other_ways);
  tcase_add_test (test, allow_refuses);
  suite_add_tcase (suite, test);
  return lintel_test_run (suite);
}
