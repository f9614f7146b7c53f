/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl dial and reach, as a user meets them. */

#include "tests/support/test-support.h"

#include <string.h>

static char *out, *err;

static int run_shell (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Runs a shell command in which $L is lintelctl and $E the folder of the examples. */
static int
run_shell (const char *format, ...)
{
  g_autofree char *examples = lintel_test_source ("data/examples");
  g_autofree char *line = NULL;
  g_autofree char *command = NULL;
  const char *argv[] = { "sh", "-c", NULL, NULL };
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  command = g_strdup_printf ("L='%s'; E='%s'; %s", lintel_test_lintelctl (), examples, line);
  argv[2] = command;
  g_clear_pointer (&out, g_free);
  g_clear_pointer (&err, g_free);
  return lintel_test_spawn (argv, &out, &err);
}

START_TEST (answers_in_text)
{
  ck_assert_int_eq (run_shell ("$L dial $E/hardened-office.xml --class 15 911 '011 44-20' 5550100"),
                    0);
  ck_assert_str_eq (out, "911\tallowed\t21-06-04[1]\t-\n"
                         "0114420\trestricted\t21-06-07[4,2]\t-\n"
                         "5550100\tallowed\t-\t-\n");
}
END_TEST

START_TEST (answers_in_json)
{
  ck_assert_int_eq (run_shell ("$L dial $E/hardened-office.xml --json --from 213 --mode 3 0114420 "
                               "5550100"),
                    0);
  ck_assert_str_eq (out,
                    "{\"number\":\"0114420\",\"from\":\"213\",\"mode\":3,\"class\":15,\"verdict\":"
                    "\"restricted\",\"decided_by\":\"21-06-07[4,2]\",\"flips\":[]}\n"
                    "{\"number\":\"5550100\",\"from\":\"213\",\"mode\":3,\"class\":15,\"verdict\":"
                    "\"allowed\",\"decided_by\":null,\"flips\":[]}\n");
}
END_TEST

/* A permit table alone: what it does not list is an open point. */
START_TEST (names_the_open_points)
{
  ck_assert_int_eq (run_shell ("f=$(mktemp); $L set $E/hardened-office.xml '21-05-07[9]=2' "
                               "'21-06-06[2,17]=1203' '21-05-04[9]=3' '21-06-03[3]=12' -o $f && "
                               "$L dial $f --class 9 12035550100 12125550100 0114420712345 && "
                               "$L dial $f --class 9 --json 12035550100123 12125550100; rm $f"),
                    0);
  ck_assert_str_eq (
      out, "12035550100\tallowed\t21-06-06[2,17]\t-\n"
           "12125550100\tdepends\t-\tS2\n"
           "0114420712345\trestricted\t21-06-03[3]\t-\n"
           "{\"number\":\"12035550100123\",\"class\":9,\"verdict\":\"depends\","
           "\"decided_by\":\"21-06-03[3]\",\"flips\":[\"S4\"]}\n"
           "{\"number\":\"12125550100\",\"class\":9,\"verdict\":\"depends\",\"decided_by\":null,"
           "\"flips\":[\"S2\"]}\n");
}
END_TEST

START_TEST (reads_a_stream)
{
  ck_assert_int_eq (run_shell ("printf '911\\r\\n\\n411' | $L dial $E/hardened-office.xml --class "
                               "15 -"),
                    0);
  ck_assert_str_eq (out, "911\tallowed\t21-06-04[1]\t-\n411\tallowed\t-\t-\n");
  ck_assert_int_eq (
      run_shell ("printf '911\\nabc\\n411\\n' | $L dial $E/hardened-office.xml --class 15 -"), 2);
  ck_assert_str_eq (out, "911\tallowed\t21-06-04[1]\t-\n411\tallowed\t-\t-\n");
  ck_assert_ptr_nonnull (strstr (err, "-:2:"));
}
END_TEST

/* More than one buffer's worth comes out whole. */
START_TEST (reads_a_long_stream)
{
  ck_assert_int_eq (
      run_shell ("seq 1000000 1100000 | $L dial $E/hardened-office.xml --class 15 - | cut -f1 | "
                 "cksum; seq 1000000 1100000 | cksum"),
      0);
  ck_assert_ptr_nonnull (strchr (out, '\n'));
  *strchr (out, '\n') = '\0';
  ck_assert_ptr_nonnull (strstr (out + strlen (out) + 1, out));
}
END_TEST

static const char *const wrong_uses[] = {
  "$L dial",
  "$L dial $E/hardened-office.xml --class 15",
  "$L dial $E/hardened-office.xml 911",
  "$L dial $E/hardened-office.xml --class 16 911",
  "$L dial $E/hardened-office.xml --class 2 --mode 1 911",
  "$L dial $E/hardened-office.xml --from 213 911",
  "$L dial $E/hardened-office.xml --from 213 --mode 9 911",
  "$L dial $E/hardened-office.xml --from 213 --mode 1 --class 2 911",
  "$L dial $E/hardened-office.xml --from 999 --mode 1 911",
  "$L dial $E/hardened-office.xml --from 3999 --mode 1 911",
  "$L dial $E/hardened-office.xml --class 15 +44",
  "$L dial $E/missing.xml --class 15 911",
  "$L dial - --class 15 - < $E/hardened-office.xml",
  "$L dial $E/hardened-office.xml --class 15 911 > /dev/full",
  "$L reach",
  "$L reach $E/missing.xml",
  "$L reach $E/hardened-office.xml > /dev/full",
};

START_TEST (refuses_wrong_use)
{
  ck_assert_msg (run_shell ("%s", wrong_uses[_i]) == 2, "%s: %s%s", wrong_uses[_i], out, err);
  ck_assert_str_eq (out, "");
  ck_assert_msg (g_str_has_prefix (err, "lintelctl: ") && strchr (err, '\n') == strrchr (err, '\n'),
                 "%s", err);
}
END_TEST

static const char *const golden_files[][2] = {
  { "reach-hardened.txt", "$L reach $E/hardened-office.xml" },
  { "reach-hardened.json", "$L reach --json $E/hardened-office.xml" },
  { "reach-dental.txt", "$L reach $E/dental-office.xml" },
};

START_TEST (shows_what_gets_out)
{
  g_autofree char *path = lintel_test_data ("dial", golden_files[_i][0], NULL);

  ck_assert_int_eq (run_shell ("%s", golden_files[_i][1]), 0);
  lintel_test_golden (path, out);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cli-dial");
  TCase *tests = tcase_create ("dial");

  tcase_set_timeout (tests, 30);
  tcase_add_test (tests, answers_in_text);
  tcase_add_test (tests, answers_in_json);
  tcase_add_test (tests, names_the_open_points);
  tcase_add_test (tests, reads_a_stream);
  tcase_add_test (tests, reads_a_long_stream);
  tcase_add_loop_test (tests, refuses_wrong_use, 0, G_N_ELEMENTS (wrong_uses));
  tcase_add_loop_test (tests, shows_what_gets_out, 0, G_N_ELEMENTS (golden_files));
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
