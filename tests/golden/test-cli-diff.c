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

/* Names, mailboxes and codes are the customer's own. */
START_TEST (a_template_is_compared_in_its_toll_restriction_only)
{
  g_autofree char *copy = g_build_filename (folder, "copy.xml", NULL);
  g_autofree char *out = NULL, *same = NULL, *house = NULL;

  ck_assert_int_eq (run (&same, NULL, "diff", "--template", "hardened", hardened, NULL), 0);
  ck_assert_str_eq (same, "");
  ck_assert_int_eq (run (NULL, NULL, "set", hardened, "21-06-01[1]=0119", "customer.name=Else",
                         "47-02-01[1]=0", "-o", copy, NULL),
                    0);
  ck_assert_int_eq (run (&out, NULL, "diff", "--template", "hardened", copy, NULL), 1);
  ck_assert_int_eq (strncmp (out, "21-06-01[1] ", 12), 0);
  assert_says (out, ": 011 → 0119 (");
  ck_assert_ptr_eq (strchr (out, '\n') + 1, out + strlen (out));
  ck_assert_int_eq (run (&house, NULL, "diff", "--template", hardened, copy, NULL), 1);
  ck_assert_str_eq (house, out);
  ck_assert_int_eq (run (NULL, NULL, "diff", "--template", "factory", hardened, NULL), 1);
  ck_assert_int_eq (run (NULL, NULL, "diff", "--template", "nonsense", hardened, NULL), 2);
}
END_TEST

/* What Git compares in place of the file. */
START_TEST (the_text_form_has_every_difference_from_the_factory_and_no_code)
{
  g_autofree char *copy = g_build_filename (folder, "copy.xml", NULL);
  g_autofree char *out = NULL, *factory = NULL;

  ck_assert_int_eq (run (NULL, NULL, "set", hardened, "code[101]=7306", "-o", copy, NULL), 0);
  ck_assert_int_eq (run (&out, NULL, "get", copy, NULL), 0);
  ck_assert_int_eq (strncmp (out, "model=sl2100\n", 13), 0);
  assert_says (out, "\n21-06-01[1]=011\n");
  assert_says (out, "\ncode[101]=****\n");
  ck_assert_ptr_null (strstr (out, "7306"));
  ck_assert_int_eq (run (NULL, NULL, "new", "--model", "sl2100", "--template", "factory", "--force",
                         "-o", copy, NULL),
                    0);
  ck_assert_int_eq (run (&factory, NULL, "get", copy, NULL), 0);
  ck_assert_ptr_null (strstr (factory, "21-0"));
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
  tcase_add_test (tcase, a_template_is_compared_in_its_toll_restriction_only);
  tcase_add_test (tcase, the_text_form_has_every_difference_from_the_factory_and_no_code);
  tcase_add_test (tcase, what_cannot_be_compared_is_said);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
