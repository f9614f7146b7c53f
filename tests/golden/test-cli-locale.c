/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The same files at any place, time of day and language: numbers with a comma, another time zone
 * and another folder change no byte of what other programs read.
 */

#include "tests/golden/cli-fixture.h"

#include <string.h>

static char *locales; /* a folder with two that this machine need not have */

/* Making them takes seconds. */
static void
make_locales (void)
{
  locales = lintel_test_make_folder ();
  ck_assert_int_eq (
      run_shell ("cd \"$1\" && for l in de_DE fr_CA; do "
                 "localedef -i $l -f UTF-8 ./$l.UTF-8 || test $? = 1; "
                 "test \"$(LOCPATH=. LC_ALL=$l.UTF-8 locale decimal_point)\" = , || exit 2; done",
                 locales, NULL, NULL),
      0);
}

static void
remove_locales (void)
{
  lintel_test_remove_folder (locales);
  g_clear_pointer (&locales, g_free);
}

/* LINE with a function "speak LOCALE COMMAND…", in a folder of its own. */
static int
run_line (const char *line, char **out)
{
  g_autofree char *whole =
      g_strconcat ("set -e; cd \"$1\"; export SOURCE_DATE_EPOCH=1790000000 LOCPATH='", locales,
                   "'; speak () { LC_ALL=$1; export LC_ALL; shift; \"$@\"; }; ", line, NULL);

  return run_shell (whole, folder, out, NULL);
}

START_TEST (an_export_has_the_same_bytes_anywhere)
{
  g_autofree char *difference = NULL;

  ck_assert_int_eq (
      run_line (
          "mkdir -p there/deeper; cp dental.xml there/deeper/other.xml; "
          "export TZ=UTC; speak C.UTF-8 \"$0\" export dental.xml --force --reason test --to here; "
          "(umask 077; cd there/deeper; export TZ=Pacific/Kiritimati; "
          "speak de_DE.UTF-8 \"$0\" export other.xml --force --reason test --to copy); "
          "diff -r here there/deeper/copy",
          &difference),
      0);
  ck_assert_ptr_nonnull (strstr (difference, "The database files are in here"));
  ck_assert_ptr_null (strstr (difference, "differ"));
}
END_TEST

START_TEST (what_other_programs_read_is_the_same_in_any_language)
{
  static const char *const commands[] = {
    "check --format json dental.xml",
    "check --format sarif dental.xml",
    "check --format junit dental.xml",
    "check --format csv dental.xml",
    "reach --json dental.xml",
    "dial --json --class 2 dental.xml 011442071234567",
    "get dental.xml",
    "diff --format json --behaviour hardened.xml dental.xml",
    "catalogue --json",
    "rules --json",
  };

  for (guint n = 0; n < G_N_ELEMENTS (commands); n++)
    {
      g_autofree char *line =
          g_strdup_printf ("speak C.UTF-8 \"$0\" %s > c || :; "
                           "speak de_DE.UTF-8 \"$0\" %s > de || :; cmp c de; test -s c",
                           commands[n], commands[n]);

      ck_assert_msg (run_line (line, NULL) == 0, "%s", commands[n]);
    }
}
END_TEST

/* Words are translated there; places, digits and numbers are not. */
START_TEST (tables_made_in_another_language_come_back)
{
  g_autofree char *out = NULL, *values = NULL;

  ck_assert_int_eq (
      run_line ("speak fr_CA.UTF-8 \"$0\" export dental.xml --force --reason test --to fr "
                "> printed; \"$0\" verify fr > verified; "
                "\"$0\" import fr/database.xlsx --onto dental.xml --dry-run; "
                "\"$0\" import fr --onto dental.xml --dry-run",
                &out),
      0);
  ck_assert_str_eq (out, "");
  ck_assert_int_eq (
      run_line ("speak C.UTF-8 \"$0\" get dental.xml > c; "
                "speak fr_CA.UTF-8 \"$0\" get dental.xml > fr.txt; diff c fr.txt; "
                "speak C.UTF-8 \"$0\" dial --json --class 2 dental.xml 011442071234567 > c; "
                "speak fr_CA.UTF-8 \"$0\" dial --json --class 2 dental.xml "
                "011442071234567 > fr.txt; diff c fr.txt",
                &values),
      0);
  ck_assert_str_eq (values, "");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cli-locale");
  TCase *tcase = tcase_create ("lintelctl");

  tcase_add_unchecked_fixture (tcase, make_locales, remove_locales);
  tcase_add_checked_fixture (tcase, cli_fixture_setup, cli_fixture_teardown);
  tcase_set_timeout (tcase, 120);
  tcase_add_test (tcase, an_export_has_the_same_bytes_anywhere);
  tcase_add_test (tcase, what_other_programs_read_is_the_same_in_any_language);
  tcase_add_test (tcase, tables_made_in_another_language_come_back);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
