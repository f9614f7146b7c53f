/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts, days and times by locale, on a machine that need not have one. */

#include "config.h"

#include "tests/support/test-support.h"

#include "lintel/locale.h"

#include <locale.h>
#include <string.h>

#define NARROW "\xe2\x80\xaf" /* between groups of digits, in French */

static char *locales;

static void
make_locale (void)
{
  g_autofree char *line = NULL;
  const char *command[] = { "/bin/sh", "-c", NULL, NULL };

  locales = lintel_test_make_folder ();
  line = g_strdup_printf ("localedef -i fr_CA -f UTF-8 %s/fr_CA.UTF-8 || test $? = 1", locales);
  command[2] = line;
  ck_assert_int_eq (lintel_test_spawn (command, NULL, NULL), 0);
  g_setenv ("LOCPATH", locales, TRUE);
}

static void
remove_locale (void)
{
  lintel_test_remove_folder (locales);
  g_clear_pointer (&locales, g_free);
}

static void
speak_french (void)
{
  ck_assert_ptr_nonnull (setlocale (LC_ALL, "fr_CA.UTF-8"));
}

static void
assert_text (char *text, const char *expected)
{
  g_autofree char *owned = text;

  ck_assert_str_eq (owned, expected);
}

START_TEST (counts_are_grouped)
{
  assert_text (lintel_locale_format ("%u", 999), "999");
  assert_text (lintel_locale_format ("%u rows", 1234567), "1" NARROW "234" NARROW "567 rows");
}
END_TEST

/* ISO C does not know such a format, but translations have it. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
START_TEST (counts_of_a_translation_are_grouped)
{
  const char *volatile translated = "%2$s: %1$u %%u";

  assert_text (lintel_locale_format (translated, 1000, "x"), "x: 1" NARROW "000 %u");
}
END_TEST
#pragma GCC diagnostic pop

START_TEST (other_digits_stay)
{
  const char *place = "21-06-06[2,1700]";

  assert_text (lintel_locale_format ("mailbox %d of %s: %u", 12345, "011442071234567", 12345),
               "mailbox 12345 of 011442071234567: 12" NARROW "345");
  assert_text (lintel_locale_format ("%s", place), place);
}
END_TEST

START_TEST (days_and_times_are_in_words)
{
  g_setenv ("TZ", "America/Montreal", TRUE);
  assert_text (lintel_locale_day ("2027-01-31"), "31 janvier 2027");
  assert_text (lintel_locale_moment ("2026-11-25T03:32:00Z"), "24 novembre 2026, 22:32");
  assert_text (lintel_locale_moment_utc ("2026-11-25T03:32:00Z"), "25 novembre 2026, 03:32 UTC");
}
END_TEST

START_TEST (what_is_no_day_stays)
{
  assert_text (lintel_locale_day (""), "");
  assert_text (lintel_locale_day ("31.1.2027"), "31.1.2027");
  assert_text (lintel_locale_moment ("soon"), "soon");
  assert_text (lintel_locale_moment_utc (""), "");
}
END_TEST

/* Its sign between groups is a byte that is no UTF-8. */
START_TEST (another_encoding_does_no_harm)
{
  g_autofree char *text = NULL;
  const char *command[] = { "/bin/sh", "-c", NULL, NULL };
  g_autofree char *line =
      g_strdup_printf ("localedef -i fr_FR -f ISO-8859-1 %s/fr_FR || test $? = 1", locales);

  command[2] = line;
  ck_assert_int_eq (lintel_test_spawn (command, NULL, NULL), 0);
  ck_assert_ptr_nonnull (setlocale (LC_ALL, "fr_FR"));
  text = lintel_locale_format ("%u", 12345);
  ck_assert (g_utf8_validate (text, -1, NULL));
  ck_assert_ptr_nonnull (strstr (text, "345"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("locale");
  TCase *tcase = tcase_create ("locale");

  tcase_add_unchecked_fixture (tcase, make_locale, remove_locale);
  tcase_add_checked_fixture (tcase, speak_french, NULL);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, counts_are_grouped);
  tcase_add_test (tcase, counts_of_a_translation_are_grouped);
  tcase_add_test (tcase, other_digits_stay);
  tcase_add_test (tcase, days_and_times_are_in_words);
  tcase_add_test (tcase, what_is_no_day_stays);
  tcase_add_test (tcase, another_encoding_does_no_harm);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
