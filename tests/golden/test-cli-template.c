/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl new from a project of the office's own: what goes along, and what does not. */

#include "tests/golden/cli-fixture.h"

#include <string.h>

START_TEST (a_house_template_has_nothing_of_its_customer)
{
  g_autofree char *target = g_build_filename (folder, "house.xml", NULL);
  g_autofree char *before = lintel_test_read (accepting);
  g_autofree char *after = NULL;

  ck_assert (strstr (before, "<customer") != NULL && strstr (before, "<codes>") != NULL);
  ck_assert (strstr (before, "<accept ") != NULL);
  ck_assert_int_eq (run (NULL, NULL, "new", "--template", accepting, "-o", target, NULL), 0);
  after = lintel_test_read (target);
  ck_assert (strstr (after, "<customer") == NULL);
  ck_assert (strstr (after, "<notes") == NULL);
  ck_assert (strstr (after, "<codes") == NULL);
  ck_assert (strstr (after, "<accept") == NULL);
  ck_assert (strstr (after, "name=") == NULL);
}
END_TEST

START_TEST (a_house_template_keeps_the_programs)
{
  g_autofree char *target = g_build_filename (folder, "house.xml", NULL);
  g_autofree char *out = NULL;

  ck_assert_int_eq (run (NULL, NULL, "new", "--template", hardened, "-o", target, NULL), 0);
  ck_assert_int_eq (
      run (&out, NULL, "get", target, "21-06-01[1]", "21-04-01[213,8]", "21-06-07[4,53]", NULL), 0);
  assert_says (out, "011");
  assert_says (out, "15");
  assert_says (out, "9@@976@@@@");
}
END_TEST

START_TEST (a_house_template_brings_its_model)
{
  g_autofree char *target = g_build_filename (folder, "house.xml", NULL);
  g_autofree char *err = NULL, *again = NULL;

  ck_assert_int_eq (
      run (NULL, &err, "new", "--template", hardened, "--model", "sl1100", "-o", target, NULL), 2);
  assert_says (err, "leave out --model");
  ck_assert_int_eq (run (NULL, &again, "new", "--template", hardened, "-o", hardened, NULL), 2);
  assert_says (again, "exists already");
}
END_TEST

START_TEST (an_older_project_is_brought_to_the_standard)
{
  g_autofree char *before = lintel_test_read (dental);
  g_autofree char *shown = NULL, *kept = NULL, *out = NULL, *again = NULL;

  ck_assert_int_eq (run (&shown, NULL, "apply", "--dry-run", dental, hardened, NULL), 0);
  assert_says (shown, "21-05-01[15]: 0 – Not assigned → 1 – Assigned");
  ck_assert (strstr (shown, "47-02") == NULL && strstr (shown, "customer") == NULL);
  ck_assert_msg (strstr (shown, "1 – Assigned → 1 – Assigned") == NULL, "a step to nowhere");
  kept = lintel_test_read (dental);
  ck_assert_msg (g_str_equal (before, kept), "the file was written");
  ck_assert_int_eq (run (NULL, NULL, "apply", dental, hardened, NULL), 0);
  run (&out, NULL, "get", dental, "21-06-01[1]", NULL);
  assert_says (out, "011");
  ck_assert_int_eq (run (&again, NULL, "apply", "--dry-run", dental, hardened, NULL), 0);
  assert_says (again, "Nothing differs");
}
END_TEST

/* One of the office's own goes by its name, for new, apply and diff. */
START_TEST (a_template_of_the_office_goes_by_its_name)
{
  g_autofree char *data = g_build_filename (folder, "data", NULL);
  g_autofree char *templates = g_build_filename (data, "lintel", "templates", NULL);
  g_autofree char *house = g_build_filename (templates, "Our standard.xml", NULL);
  g_autofree char *target = g_build_filename (folder, "new.xml", NULL);
  g_autofree char *text = lintel_test_read (hardened), *out = NULL, *err = NULL;
  g_autofree char *before = g_strdup (g_getenv ("XDG_DATA_HOME"));

  ck_assert_int_eq (g_mkdir_with_parents (templates, 0700), 0);
  ck_assert (g_file_set_contents (house, text, -1, NULL));
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  ck_assert_int_eq (run (NULL, NULL, "new", "--template", "Our standard", "-o", target, NULL), 0);
  ck_assert_int_eq (run (&out, NULL, "apply", "--dry-run", dental, "Our standard", NULL), 0);
  assert_says (out, "21-05-01[15]: 0 – Not assigned → 1 – Assigned");
  ck_assert_int_eq (run (NULL, &err, "apply", dental, "No such", NULL), 2);
  assert_says (err, "No such");
  g_setenv ("XDG_DATA_HOME", before != NULL ? before : "", TRUE);
}
END_TEST

/* What Lintel brings along is for the project's own model and InMail ports. */
START_TEST (hardened_is_a_standard_too)
{
  g_autofree char *out = NULL;

  ck_assert_int_eq (run (NULL, NULL, "apply", dental, "hardened", NULL), 0);
  run (&out, NULL, "get", dental, "21-06-01[1]", NULL);
  assert_says (out, "011");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cli-template");
  TCase *test = tcase_create ("template");

  tcase_add_checked_fixture (test, cli_fixture_setup, cli_fixture_teardown);
  tcase_add_test (test, a_house_template_has_nothing_of_its_customer);
  tcase_add_test (test, a_house_template_keeps_the_programs);
  tcase_add_test (test, a_house_template_brings_its_model);
  tcase_add_test (test, an_older_project_is_brought_to_the_standard);
  tcase_add_test (test, a_template_of_the_office_goes_by_its_name);
  tcase_add_test (test, hardened_is_a_standard_too);
  suite_add_tcase (suite, test);
  return lintel_test_run (suite);
}
