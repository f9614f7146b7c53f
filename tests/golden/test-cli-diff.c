/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl diff: two projects by cell and by behaviour, as text and as JSON. */

#include "tests/golden/cli-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

static char *compared; /* tests/data/compare */

static void
setup (void)
{
  cli_fixture_setup ();
  compared = lintel_test_data ("compare", NULL);
}

static void
teardown (void)
{
  g_clear_pointer (&compared, g_free);
  cli_fixture_teardown ();
}

/* The names in the output are those that were given, so the test gives relative ones. */
static void
expect_golden (const char *options, const char *name)
{
  g_autofree char *line = g_strdup_printf ("cd \"$1\" && \"$0\" diff %s old.xml new.xml", options);
  g_autofree char *path = g_build_filename (compared, name, NULL);
  g_autofree char *out = NULL, *err = NULL;

  ck_assert_int_eq (run_shell (line, compared, &out, &err), 1);
  ck_assert_str_eq (err, "");
  lintel_test_golden (path, out);
}

START_TEST (diff_names_every_place_once)
{
  expect_golden ("", "places.txt");
}
END_TEST

START_TEST (diff_says_who_can_call_what)
{
  expect_golden ("--behaviour", "behaviour.txt");
}
END_TEST

START_TEST (diff_as_json)
{
  g_autofree char *out = NULL;
  g_autoptr (JsonNode) root = NULL;

  expect_golden ("--format json --behaviour", "behaviour.json");
  ck_assert_int_eq (
      run_shell ("cd \"$1\" && \"$0\" diff --format json old.xml new.xml", compared, &out, NULL),
      1);
  root = json_from_string (out, NULL);
  ck_assert_ptr_nonnull (root);
  ck_assert (!json_object_has_member (json_node_get_object (root), "behaviour"));
}
END_TEST

START_TEST (diff_of_the_same_is_silent)
{
  g_autofree char *out = NULL, *err = NULL;

  ck_assert_int_eq (run (&out, &err, "diff", "--behaviour", dental, dental, NULL), 0);
  ck_assert_str_eq (out, "");
  ck_assert_str_eq (err, "");
}
END_TEST

/* Read backwards, what was gained is lost, with the same numbers. */
START_TEST (diff_backwards_turns_gains_into_losses)
{
  g_autofree char *forth = NULL, *back = NULL;

  run_shell ("cd \"$1\" && \"$0\" diff --behaviour old.xml new.xml | grep '^+ international'",
             compared, &forth, NULL);
  run_shell ("cd \"$1\" && \"$0\" diff --behaviour new.xml old.xml | grep '^- international'",
             compared, &back, NULL);
  assert_says (forth, "+ international: extension 213 in modes 2, 3 can now call");
  assert_says (back, "- international: extension 213 in modes 2, 3 can no longer call");
}
END_TEST

START_TEST (a_value_set_to_the_default_is_no_difference)
{
  g_autofree char *copy = g_build_filename (folder, "copy.xml", NULL);
  g_autofree char *out = NULL;

  ck_assert_int_eq (run (NULL, NULL, "set", hardened, "21-06-03[2]=30", "-o", copy, NULL), 0);
  ck_assert_int_eq (run (&out, NULL, "diff", hardened, copy, NULL), 0);
  ck_assert_str_eq (out, "");
}
END_TEST

START_TEST (diff_never_shows_a_code)
{
  g_autofree char *out = NULL, *json = NULL;
  g_autofree char *copy = g_build_filename (folder, "copy.xml", NULL);

  ck_assert_int_eq (run (NULL, NULL, "set", hardened, "code[101]=7306", "-o", copy, NULL), 0);
  ck_assert_int_eq (run (&out, NULL, "diff", hardened, copy, NULL), 1);
  ck_assert_int_eq (run (&json, NULL, "diff", "--format", "json", hardened, copy, NULL), 1);
  assert_says (out, "code[101] Security code: **** → ****");
  ck_assert_ptr_null (strstr (out, "7306"));
  ck_assert_ptr_null (strstr (json, "7306"));
}
END_TEST

START_TEST (what_cannot_be_compared_is_said)
{
  g_autofree char *other = g_build_filename (folder, "sl1100.xml", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.xml", NULL);
  g_autofree char *models = NULL, *format = NULL;

  ck_assert_int_eq (run (NULL, NULL, "new", "--model", "sl1100", "--template", "factory",
                         "--inmail", "213-216", "-o", other, NULL),
                    0);
  ck_assert_int_eq (run (NULL, &models, "diff", hardened, other, NULL), 2);
  assert_says (models, "different models, SL2100 and SL1100");
  ck_assert_int_eq (run (NULL, NULL, "diff", hardened, missing, NULL), 2);
  ck_assert_int_eq (run (NULL, NULL, "diff", hardened, NULL), 2);
  ck_assert_int_eq (run (NULL, &format, "diff", "--format", "html", hardened, hardened, NULL), 2);
  assert_says (format, "text and json");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cli-diff");
  TCase *tcase = tcase_create ("lintelctl");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, diff_names_every_place_once);
  tcase_add_test (tcase, diff_says_who_can_call_what);
  tcase_add_test (tcase, diff_as_json);
  tcase_add_test (tcase, diff_of_the_same_is_silent);
  tcase_add_test (tcase, diff_backwards_turns_gains_into_losses);
  tcase_add_test (tcase, a_value_set_to_the_default_is_no_difference);
  tcase_add_test (tcase, diff_never_shows_a_code);
  tcase_add_test (tcase, what_cannot_be_compared_is_said);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
