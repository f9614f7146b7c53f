/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A folder on the network that does not answer any more: no call that concerns it comes back while
 * the gate is shut, whoever makes it. The window goes on all the same.
 */

#include "config.h"

#include "tests/e2e/e2e-lintel.h"
#include "tests/support/test-support.h"

#include <glib/gstdio.h>
#include <string.h>

static char *project, *gate;

static char *
make_folder (const char *name)
{
  char *folder = e2e_path (name);

  ck_assert_int_eq (g_mkdir_with_parents (folder, 0700), 0);
  return folder;
}

static void
set_up (void)
{
  g_autofree char *share = NULL, *example = NULL, *text = NULL;

  e2e_begin ();
  share = make_folder ("net/share");
  g_free (make_folder ("elsewhere"));
  gate = e2e_path ("gate");
  project = g_build_filename (share, "office.xml", NULL);
  example = lintel_test_source ("data/examples/hardened-office.xml");
  text = lintel_test_read (example);
  ck_assert (g_file_set_contents (project, text, -1, NULL));
  g_setenv ("LD_PRELOAD", g_getenv ("LINTEL_FAULT_SHIM"), TRUE);
  g_setenv ("LINTEL_FAULT_ROOT", share, TRUE);
  g_setenv ("LINTEL_FAULT_CALLS", "all", TRUE);
  g_setenv ("LINTEL_FAULT_AT", "1", TRUE);
  g_setenv ("LINTEL_FAULT_STAYS", "yes", TRUE);
  g_setenv ("LINTEL_FAULT_ACTION", "hang", TRUE);
  g_setenv ("LINTEL_FAULT_GATE", gate, TRUE);
  g_unsetenv ("LINTEL_FAULT_ONLY");
}

static void
open_gate (void)
{
  g_unlink (gate);
}

static void
shut_gate (void)
{
  ck_assert (g_file_set_contents (gate, "", 0, NULL));
}

static void
tear_down (void)
{
  open_gate ();
  e2e_finish ();
  g_clear_pointer (&project, g_free);
  g_clear_pointer (&gate, g_free);
}

/* How many messages a mailbox keeps; the cursor goes one row down after it. */
static void
type_messages (const char *value)
{
  e2e_type (value);
  e2e_press ("Return");
}

/* The window has a change that is not saved, and its folder dies. */
static void
start_and_lose_folder (void)
{
  e2e_start (project);
  e2e_show_tab (2, "47-02");
  e2e_wait_for_focus ("47-02-01[1]: *");
  e2e_press ("Right");
  e2e_press ("Right");
  type_messages ("21");
  e2e_wait_for_title ("• *");
  shut_gate ();
}

static gboolean
has_text_cb (gpointer data)
{
  const char *const *wanted = data; /* a file, and what it is to have */
  g_autofree char *text = NULL;

  return g_file_get_contents (wanted[0], &text, NULL, NULL) && strstr (text, wanted[1]) != NULL;
}

static void
wait_for_text (const char *file, const char *text)
{
  const char *wanted[] = { file, text };

  e2e_wait (has_text_cb, wanted, "it is not written");
}

static void
find_slow_bar (void)
{
  g_object_unref (
      e2e_find (NULL, ATSPI_ROLE_LABEL, "Saving takes long: *net/share does not answer*"));
}

START_TEST (one_works_on_and_saves_elsewhere)
{
  g_autofree char *copy = e2e_path ("elsewhere/copy.xml");
  g_autofree char *before = lintel_test_read (project), *after = NULL;

  start_and_lose_folder ();
  e2e_press ("<Control>s");
  e2e_wait_for_focus ("47-02-03[2]: *");
  type_messages ("22");
  e2e_wait_for_focus ("47-02-03[3]: *");
  find_slow_bar ();
  after = lintel_test_read (project);
  ck_assert_str_eq (after, before);

  e2e_push (NULL, "Save As…");
  g_object_unref (e2e_find_window ("Save the Project"));
  e2e_press ("<Control>a");
  e2e_type (copy);
  e2e_press ("Return");
  e2e_wait_for_window_gone ("Save the Project");
  wait_for_text (copy, ">22</set>");
  wait_for_text (copy, ">21</set>");
  e2e_find_gone (NULL, ATSPI_ROLE_LABEL, "Saving takes long: *");
  e2e_press ("<Control>w");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
}
END_TEST

START_TEST (what_is_typed_meanwhile_is_unsaved_afterwards)
{
  start_and_lose_folder ();
  e2e_press ("<Control>s");
  type_messages ("22");
  find_slow_bar ();
  open_gate ();
  wait_for_text (project, ">21</set>");
  e2e_find_gone (NULL, ATSPI_ROLE_LABEL, "Saving takes long: *");
  e2e_wait_for_title ("• *");
  {
    g_autofree char *text = lintel_test_read (project);

    ck_assert_ptr_null (strstr (text, ">22</set>"));
  }
  e2e_press ("<Control>s");
  wait_for_text (project, ">22</set>");
  e2e_press ("<Control>w");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
}
END_TEST

START_TEST (a_second_save_follows_the_first)
{
  start_and_lose_folder ();
  e2e_press ("<Control>s");
  type_messages ("22");
  e2e_press ("<Control>s");
  find_slow_bar ();
  open_gate ();
  wait_for_text (project, ">22</set>");
  e2e_press ("<Control>w");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
}
END_TEST

START_TEST (left_without_waiting_the_changes_come_back)
{
  g_autoptr (AtspiAccessible) leave = NULL;
  g_autoptr (AtspiAccessible) silent = NULL;
  g_autoptr (AtspiAccessible) found = NULL;

  start_and_lose_folder ();
  e2e_press ("<Control>s");
  e2e_press ("<Control>w");
  leave = e2e_find_window ("Close before the project is saved?");
  e2e_push (leave, "Close Now");
  ck_assert_int_eq (e2e_wait_for_end (), 0);

  /* While it goes on like that the start page offers them all the same. */
  e2e_start (NULL);
  silent = e2e_find_window ("Unsaved changes were found");
  g_object_unref (e2e_find (silent, ATSPI_ROLE_LABEL, "*Its folder does not answer.*"));
  e2e_push (silent, "Not Now");
  e2e_wait_for_window_gone ("Unsaved changes were found");
  e2e_press ("<Control>w");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
  open_gate ();

  e2e_start (project);
  found = e2e_find_window ("Unsaved changes were found");
  e2e_push (found, "*Restore");
  e2e_wait_for_window_gone ("Unsaved changes were found");
  e2e_wait_for_title ("• *");
  e2e_press ("<Control>s");
  wait_for_text (project, ">21</set>");
  e2e_press ("<Control>w");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
}
END_TEST

START_TEST (closing_waits_for_a_slow_folder)
{
  start_and_lose_folder ();
  e2e_press ("<Control>s");
  e2e_press ("<Control>w");
  find_slow_bar ();
  {
    g_autoptr (AtspiAccessible) leave = e2e_find_window ("Close before the project is saved?");

    e2e_push (leave, "Wait and Close");
  }
  open_gate ();
  ck_assert_int_eq (e2e_wait_for_end (), 0);
  wait_for_text (project, ">21</set>");
}
END_TEST

START_TEST (opening_waits_without_standing_still)
{
  shut_gate ();
  e2e_start (project);
  g_object_unref (e2e_find (NULL, E2E_ANY_ROLE, "Opening takes long: *net/share does not answer*"));
  open_gate ();
  e2e_wait_for_title ("Northside*");
  e2e_show_tab (2, "47-02");
  e2e_wait_for_focus ("47-02-01[1]: *");
  e2e_press ("<Control>w");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
}
END_TEST

/* Nor does the program stay, without any window, for a file that may never come. */
START_TEST (closing_does_not_wait_for_a_file)
{
  shut_gate ();
  e2e_start (project);
  g_object_unref (e2e_find (NULL, E2E_ANY_ROLE, "Opening takes long: *net/share does not answer*"));
  e2e_press ("<Control>w");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
}
END_TEST

/* The folder dies between its first answer and the file. */
START_TEST (reading_waits_without_standing_still)
{
  g_setenv ("LINTEL_FAULT_ONLY", "open *office.xml", TRUE);
  shut_gate ();
  e2e_start (project);
  g_object_unref (e2e_find (NULL, E2E_ANY_ROLE, "Opening takes long: *net/share does not answer*"));
  open_gate ();
  e2e_wait_for_title ("Northside*");
  e2e_press ("<Control>w");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
}
END_TEST

/* And one works on meanwhile. */
START_TEST (reloading_waits_without_standing_still)
{
  g_autofree char *text = lintel_test_read (project);
  g_autoptr (GString) changed = g_string_new (text);

  g_setenv ("LINTEL_FAULT_ONLY", "open *office.xml", TRUE);
  e2e_start (project);
  e2e_show_tab (2, "47-02");
  g_string_replace (changed, "Northside", "Southside", 0);
  ck_assert (g_file_set_contents (project, changed->str, -1, NULL));
  g_object_unref (e2e_find (NULL, ATSPI_ROLE_LABEL, "Somebody else changed office.xml *"));
  shut_gate ();
  e2e_push (NULL, "Reload");
  g_object_unref (e2e_find (NULL, E2E_ANY_ROLE, "Opening takes long: *net/share does not answer*"));
  e2e_show_tab (3, "47-03");
  open_gate ();
  e2e_wait_for_title ("Southside*");
  e2e_press ("<Control>w");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
}
END_TEST

/* Nobody has to wait for the old folder to hear of the new one. */
START_TEST (a_copy_elsewhere_is_watched_at_once)
{
  g_autofree char *copy = e2e_path ("elsewhere/copy.xml");
  g_autofree char *before = lintel_test_read (project), *text = NULL;

  e2e_start (project);
  e2e_show_tab (2, "47-02");
  e2e_wait_for_focus ("47-02-01[1]: *");
  ck_assert (g_file_set_contents (project, before, -1, NULL));
  shut_gate ();
  e2e_press ("<Control><Shift>s");
  g_object_unref (e2e_find_window ("Save the Project"));
  e2e_press ("<Control>a");
  e2e_type (copy);
  e2e_press ("Return");
  e2e_wait_for_window_gone ("Save the Project");
  wait_for_text (copy, "</lintel>");
  text = lintel_test_read (copy);
  e2e_wait_for_title ("*");
  {
    g_autoptr (GString) changed = g_string_new (text);

    g_string_replace (changed, "Northside", "Southside", 0);
    ck_assert (g_file_set_contents (copy, changed->str, -1, NULL));
  }
  g_object_unref (e2e_find (NULL, ATSPI_ROLE_LABEL, "Somebody else changed copy.xml *"));
  open_gate ();
  e2e_press ("<Control>w");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("hang");
  TCase *tests = tcase_create ("hang");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_set_timeout (tests, 90);
  tcase_add_test (tests, one_works_on_and_saves_elsewhere);
  tcase_add_test (tests, what_is_typed_meanwhile_is_unsaved_afterwards);
  tcase_add_test (tests, a_second_save_follows_the_first);
  tcase_add_test (tests, left_without_waiting_the_changes_come_back);
  tcase_add_test (tests, closing_waits_for_a_slow_folder);
  tcase_add_test (tests, opening_waits_without_standing_still);
  tcase_add_test (tests, closing_does_not_wait_for_a_file);
  tcase_add_test (tests, reading_waits_without_standing_still);
  tcase_add_test (tests, reloading_waits_without_standing_still);
  tcase_add_test (tests, a_copy_elsewhere_is_watched_at_once);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
