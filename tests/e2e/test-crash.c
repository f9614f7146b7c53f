/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program is killed in the middle of the work, and the work comes back. */

#include "config.h"

#include "tests/e2e/e2e-lintel.h"
#include "tests/support/test-support.h"

#include <string.h>

/* "A moment" after an edit, in which it has to be on the disk. */
#define MOMENT_US (G_USEC_PER_SEC / 2)

/* Sets how many messages the first mailbox keeps, by keyboard. */
static void
type_messages (const char *value)
{
  e2e_show_tab (2, "47-02");
  e2e_wait_for_focus ("47-02-01[1]: *");
  e2e_press ("Right");
  e2e_press ("Right");
  e2e_type (value);
  e2e_press ("Return");
  e2e_wait_for_title ("• *");
}

static guint
count_journals (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "lintel", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, "journal-") ? 1 : 0;
  return n;
}

static gboolean
no_journal_cb (gpointer data)
{
  return count_journals () == 0;
}

START_TEST (killed_in_the_middle_the_work_comes_back)
{
  g_autofree char *path = e2e_copy_example ("hardened-office.xml");
  g_autofree char *before = lintel_test_read (path);
  g_autofree char *untouched = NULL, *after = NULL;
  g_autoptr (AtspiAccessible) dialog = NULL;

  e2e_start (path);
  type_messages ("21");
  g_usleep (MOMENT_US);
  e2e_kill ();
  untouched = lintel_test_read (path);
  ck_assert_str_eq (untouched, before);

  e2e_start (path);
  dialog = e2e_find_window ("Unsaved changes were found");
  g_object_unref (e2e_find (dialog, ATSPI_ROLE_LABEL, "*1 change to hardened-office.xml*"));
  e2e_push (dialog, "*Restore");
  e2e_wait_for_window_gone ("Unsaved changes were found");
  e2e_wait_for_title ("• *");
  e2e_press ("<Control>s");
  e2e_wait (no_journal_cb, NULL, "the journal stays after saving");
  after = lintel_test_read (path);
  ck_assert_msg (strstr (after, ">21</set>") != NULL, "%s", after);
  e2e_press ("<Control>w");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
}
END_TEST

START_TEST (the_start_page_offers_it_too_and_discard_ends_it)
{
  g_autofree char *path = e2e_copy_example ("hardened-office.xml");
  g_autofree char *before = lintel_test_read (path), *after = NULL;
  g_autoptr (AtspiAccessible) dialog = NULL;

  e2e_start (path);
  type_messages ("21");
  g_usleep (MOMENT_US);
  e2e_kill ();
  ck_assert_uint_eq (count_journals (), 1);

  e2e_start (NULL);
  dialog = e2e_find_window ("Unsaved changes were found");
  e2e_push (dialog, "*Discard");
  e2e_wait_for_window_gone ("Unsaved changes were found");
  e2e_wait (no_journal_cb, NULL, "the journal stays");
  after = lintel_test_read (path);
  ck_assert_str_eq (after, before);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("crash");
  TCase *tests = tcase_create ("crash");

  tcase_add_checked_fixture (tests, e2e_begin, e2e_finish);
  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, killed_in_the_middle_the_work_comes_back);
  tcase_add_test (tests, the_start_page_offers_it_too_and_discard_ends_it);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
