/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What office staff do, through the real window: repair a system and export it, type by keyboard
 * alone, close with and without saving, start a project for a new customer. */

#include "config.h"

#include "tests/e2e/e2e-lintel.h"
#include "tests/support/test-support.h"

#include <string.h>

static int
lintelctl (const char *command, const char *path, char **out)
{
  const char *argv[] = { lintel_test_lintelctl (), command, path, NULL };

  return lintel_test_spawn (argv, out, NULL);
}

static void
assert_file_is (const char *path, const char *expected)
{
  g_autofree char *text = lintel_test_read (path);

  ck_assert_msg (g_str_equal (text, expected), "%s has changed", path);
}

/* One problem of each step of the hardening tip that the factory leaves undone. */
static const char *const factory_problems[] = {
  "The security code of mailbox 102 is easy to guess*",
  "Mailboxes 105, 111 have no security code*",
  "Station mailboxes 13-64 are switched on*",
  "Group mailboxes 1-32 are switched on*",
  "Extensions 213-216 (InMail) can call numbers abroad*",
  "The international call restriction table is assigned, but empty*",
};

static void
fix_all_once (void)
{
  g_autoptr (AtspiAccessible) dialog = NULL;
  guint before = e2e_count_errors ();

  e2e_push (e2e_lint_pane (), "*Fix All That Is Safe…");
  dialog = e2e_find_window ("Fix all that is safe");
  g_object_unref (e2e_find (dialog, ATSPI_ROLE_LABEL, "* changes:"));
  e2e_push (dialog, "*Apply");
  e2e_wait_for_window_gone ("Fix all that is safe");
  e2e_wait_for_errors_below (before);
}

static void
export_to (const char *name)
{
  g_autoptr (AtspiAccessible) dialog = NULL;

  e2e_push (NULL, "*Export…");
  dialog = e2e_find_window ("Export the Database Files");
  e2e_enter (dialog, "New folder", name);
  e2e_push (dialog, "*Export");
  e2e_wait_for_window_gone ("Export the Database Files");
}

START_TEST (factory_system_is_repaired_saved_and_exported)
{
  g_autofree char *path = e2e_copy_example ("dental-office.xml");
  g_autofree char *folder = e2e_path ("database files");
  g_autofree char *before = NULL, *verified = NULL, *after = NULL;

  e2e_start (path);
  for (gsize i = 0; i < G_N_ELEMENTS (factory_problems); i++)
    g_object_unref (e2e_find_problem (factory_problems[i]));
  ck_assert_int_eq (lintelctl ("check", path, &before), 1);

  for (int round = 0; e2e_count_errors () > 0; round++)
    {
      ck_assert_int_lt (round, 5);
      fix_all_once ();
    }
  e2e_press ("<Control>s");
  e2e_wait_for_title ("Maple Street Dental");
  export_to ("database files");

  ck_assert_msg (lintelctl ("verify", folder, &verified) == 0, "%s", verified);
  ck_assert_msg (lintelctl ("check", path, &after) == 0, "%s", after);
}
END_TEST

/* An unused mailbox, switched on: 47-02-01 of mailbox 1 stays where the cursor is at first. */
START_TEST (typing_a_value_shows_its_problem_until_it_is_undone)
{
  g_autofree char *path = e2e_copy_example ("hardened-office.xml");
  g_autoptr (AtspiAccessible) cell = NULL;
  g_autofree char *findings = NULL;

  e2e_start (path);
  e2e_wait_for_errors (0);
  e2e_show_tab (2, "47-02");
  e2e_wait_for_focus ("47-02-01[1]: *");
  e2e_press ("<Control>End");
  e2e_press ("<Control>Left");
  e2e_press ("<Control>Left");
  e2e_press ("Home");
  e2e_press ("Right");
  e2e_wait_for_focus ("47-02-01[128]: 0*");

  e2e_type ("1");
  e2e_press ("Return");
  e2e_wait_for_errors (1);
  g_object_unref (e2e_find_problem ("Station mailbox 128 is switched on*"));
  cell = e2e_find_cell ("47-02-01[128]");
  findings = e2e_description (cell);
  ck_assert_msg (strstr (findings, "128") != NULL, "%s", findings);

  e2e_press ("<Control>z");
  e2e_wait_for_errors (0);
  e2e_press ("<Control><Shift>z");
  e2e_wait_for_errors (1);
  e2e_type ("0");
  e2e_press ("Return");
  e2e_wait_for_errors (0);
}
END_TEST

START_TEST (value_out_of_range_is_not_taken)
{
  g_autofree char *path = e2e_copy_example ("hardened-office.xml");

  e2e_start (path);
  e2e_show_tab (2, "47-02");
  e2e_wait_for_focus ("47-02-01[1]: *");
  e2e_press ("Right");
  e2e_press ("Right");
  e2e_wait_for_focus ("47-02-03[1]: 99");
  e2e_type ("100");
  e2e_press ("Return");
  e2e_press ("Escape");
  e2e_wait_for_focus ("47-02-03[1]: 99");
  e2e_wait_for_title ("Northside Tool & Supply");
}
END_TEST

START_TEST (f8_and_enter_jump_to_the_cell_of_a_problem)
{
  g_autofree char *path = e2e_copy_example ("dental-office.xml");

  e2e_start (path);
  e2e_press ("F8");
  e2e_wait_for_focus ("47-02-*");

  /* To the pane, over its buttons to its filter, and from there to the list. */
  e2e_press ("F6");
  e2e_wait_for_focus ("* error*");
  for (int i = 0; i < 3; i++)
    e2e_press ("Tab");
  e2e_type ("unused-station");
  e2e_press ("Return");
  e2e_press ("Return");
  e2e_wait_for_focus ("47-02-01[13]: *");
  /* Rows on both sides come into view with it. */
  g_object_unref (e2e_find_cell ("47-02-01[10]"));
  g_object_unref (e2e_find_cell ("47-02-01[17]"));
}
END_TEST

static void
change_something (void)
{
  e2e_show_tab (2, "47-02");
  e2e_wait_for_focus ("47-02-01[1]: *");
  e2e_press ("Right");
  e2e_press ("Right");
  e2e_type ("21");
  e2e_press ("Return");
  e2e_wait_for_title ("• *");
}

static AtspiAccessible *
ask_to_close (void)
{
  e2e_press ("<Control>w");
  return e2e_find_window ("Save the changes?");
}

START_TEST (closing_asks_about_changes)
{
  g_autofree char *path = e2e_copy_example ("hardened-office.xml");
  g_autofree char *before = lintel_test_read (path), *after = NULL;
  g_autoptr (AtspiAccessible) first = NULL, second = NULL, third = NULL;

  e2e_start (path);
  change_something ();
  first = ask_to_close ();
  e2e_push (first, "*Cancel");
  e2e_wait_for_window_gone ("Save the changes?");
  e2e_wait_for_title ("• *");
  second = ask_to_close ();
  e2e_push (second, "*Discard");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
  assert_file_is (path, before);

  e2e_start (path);
  change_something ();
  third = ask_to_close ();
  e2e_push (third, "*Save");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
  after = lintel_test_read (path);
  ck_assert_msg (strstr (after, ">21</set>") != NULL, "%s", after);
}
END_TEST

START_TEST (broken_file_is_refused_in_one_sentence_and_left_alone)
{
  static const char half[] = "<?xml version=\"1.0\"?>\n<lintel xmlns=\"urn:lintel:project:1\" mod";
  g_autofree char *path = e2e_path ("half.xml");
  g_autoptr (AtspiAccessible) dialog = NULL, sentence = NULL;

  ck_assert (g_file_set_contents (path, half, -1, NULL));
  e2e_start (path);
  dialog = e2e_find_window ("This file cannot be opened");
  sentence = e2e_find (dialog, ATSPI_ROLE_LABEL, "*half.xml:2:*");
  e2e_push (dialog, "*Close");
  e2e_wait_for_window_gone ("This file cannot be opened");
  g_object_unref (e2e_find (NULL, ATSPI_ROLE_PUSH_BUTTON, "*New Project…"));
  assert_file_is (path, half);
}
END_TEST

START_TEST (new_project_is_made_and_saved)
{
  g_autofree char *path = e2e_path ("new.xml");
  g_autofree char *out = NULL;
  g_autoptr (AtspiAccessible) dialog = NULL;

  e2e_start (NULL);
  e2e_push (NULL, "*New Project…");
  dialog = e2e_find_window ("New Project");
  e2e_enter (dialog, "Name", "Corner Bakery");
  e2e_push (dialog, "*Create");
  e2e_wait_for_window_gone ("New Project");
  e2e_wait_for_title ("• Corner Bakery");
  e2e_wait_for_errors (0);

  e2e_press ("<Control>s");
  g_object_unref (e2e_find_window ("Save the Project"));
  e2e_press ("<Control>a");
  e2e_type (path);
  e2e_press ("Return");
  e2e_wait_for_window_gone ("Save the Project");
  e2e_wait_for_title ("Corner Bakery");
  ck_assert_msg (lintelctl ("check", path, &out) == 0, "%s", out);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("journey");
  TCase *tests = tcase_create ("window");

  tcase_add_checked_fixture (tests, e2e_begin, e2e_finish);
  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, factory_system_is_repaired_saved_and_exported);
  tcase_add_test (tests, typing_a_value_shows_its_problem_until_it_is_undone);
  tcase_add_test (tests, value_out_of_range_is_not_taken);
  tcase_add_test (tests, f8_and_enter_jump_to_the_cell_of_a_problem);
  tcase_add_test (tests, closing_asks_about_changes);
  tcase_add_test (tests, broken_file_is_refused_in_one_sentence_and_left_alone);
  tcase_add_test (tests, new_project_is_made_and_saved);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
