/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The office's last look, through the real window: what has changed since the file was saved, who
 * signs for it, the papers, and the export. */

#include "tests/e2e/e2e-lintel.h"
#include "tests/support/test-support.h"

#include <string.h>

static void
change_a_cell (void)
{
  e2e_show_tab (2, "47-02");
  e2e_wait_for_focus ("47-02-01[1]: *");
  e2e_press ("Right");
  e2e_press ("Right");
  e2e_wait_for_focus ("47-02-03[1]: *");
  e2e_type ("30");
  e2e_press ("Return");
  e2e_wait_for_title ("• Northside Tool & Supply");
}

/* Enter on the row goes to the cell. */
static void
compare_with_the_saved_file (void)
{
  e2e_show_tab (9, "Compare");
  g_object_unref (
      e2e_find (NULL, E2E_ANY_ROLE, "47-02-03[1], Number of messages: before *, now 30"));
  /* Now that there is a list, the keyboard goes to it. */
  e2e_press ("<Alt>9");
  e2e_press ("Return");
  e2e_wait_for_focus ("47-02-03[1]: 30*");
}

static void
sign (const char *button, const char *title, const char *name)
{
  g_autoptr (AtspiAccessible) dialog = NULL;

  e2e_push (NULL, button);
  dialog = e2e_find_window (title);
  e2e_enter (dialog, "Your name", name);
  e2e_push (dialog, "*Sign");
  e2e_wait_for_window_gone (title);
}

static void
sign_for_both (void)
{
  e2e_show_tab (1, "Overview");
  sign ("Sign as preparer", "Sign as Preparer", "R. Kay");
  g_object_unref (e2e_find (NULL, ATSPI_ROLE_LABEL, "R. Kay, * for the project as it is now*"));
  sign ("Sign as reviewer", "Sign as Reviewer", "M. Ortiz");
  g_object_unref (e2e_find (NULL, ATSPI_ROLE_LABEL, "M. Ortiz, * for the project as it is now*"));
}

/* The name, and the day in words. */
static gboolean
is_signed (const char *text, const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("%s, [0-9]+ [A-Z][a-z]+ 20[0-9]{2}", name);

  return g_regex_match_simple (pattern, text, 0, 0);
}

/* A screen reader gets the text of the page. */
static void
look_at_the_papers (void)
{
  g_autoptr (AtspiAccessible) preview = NULL, first = NULL, next = NULL;
  g_autofree char *text = NULL;

  e2e_press ("<Control>p");
  preview = e2e_find_window ("Print Preview");
  first = e2e_find (preview, ATSPI_ROLE_IMAGE, "Page 1 of *");
  text = e2e_description (first);
  ck_assert_msg (strstr (text, "PASSED.") != NULL && is_signed (text, "M. Ortiz"), "%s", text);
  e2e_press ("Page_Down");
  next = e2e_find (preview, ATSPI_ROLE_IMAGE, "Page 2 of *");
  e2e_press ("Escape");
  e2e_wait_for_window_gone ("Print Preview");
}

static void
export_to (const char *name)
{
  g_autoptr (AtspiAccessible) dialog = NULL, done = NULL;

  e2e_press ("<Control>e");
  dialog = e2e_find_window ("Export the Database Files");
  e2e_enter (dialog, "New folder", name);
  e2e_push (dialog, "*Export");
  e2e_wait_for_window_gone ("Export the Database Files");
  done = e2e_find_window ("The database files are written");
  g_object_unref (e2e_find (done, ATSPI_ROLE_PUSH_BUTTON, "*Show Folder"));
  g_object_unref (e2e_find (done, ATSPI_ROLE_PUSH_BUTTON, "*Print Certificate…"));
  e2e_push (done, "*Close");
}

static void
check_certificate (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "certificate.pdf", NULL);
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *text = NULL;

  ck_assert_int_eq (lintel_test_spawn (argv, &text, NULL), 0);
  ck_assert_msg (is_signed (text, "R. Kay") && is_signed (text, "M. Ortiz"), "%s", text);
  ck_assert_ptr_null (strstr (text, "earlier state"));
}

START_TEST (a_system_is_compared_signed_looked_at_and_exported)
{
  g_autofree char *path = e2e_copy_example ("hardened-office.xml");
  g_autofree char *folder = e2e_path ("box");
  g_autofree char *verified = NULL;
  const char *argv[] = { lintel_test_lintelctl (), "verify", folder, NULL };

  e2e_start (path);
  e2e_wait_for_errors (0);
  change_a_cell ();
  compare_with_the_saved_file ();
  sign_for_both ();
  e2e_press ("<Control>s");
  e2e_wait_for_title ("Northside Tool & Supply");
  look_at_the_papers ();
  export_to ("box");
  ck_assert_msg (lintel_test_spawn (argv, &verified, NULL) == 0, "%s", verified);
  check_certificate (folder);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("shipping");
  TCase *tests = tcase_create ("window");

  tcase_add_checked_fixture (tests, e2e_begin, e2e_finish);
  tcase_set_timeout (tests, 120);
  tcase_add_test (tests, a_system_is_compared_signed_looked_at_and_exported);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
