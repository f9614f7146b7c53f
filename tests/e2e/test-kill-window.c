/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The window itself is killed while it saves, before, in the middle of and after each call that
 * changes something on the disk: the file then is the old or the new one, whole, and what was typed
 * is in it or comes back at the next start.
 *
 * From a hundred LINTEL_KILL_RUNS on every call is tried, which takes a few minutes.
 */

#include "config.h"

#include "tests/e2e/e2e-lintel.h"
#include "tests/support/test-fault.h"
#include "tests/support/test-support.h"

#include "lintel/journal.h"
#include "lintel/xml.h"

#include <glib/gstdio.h>
#include <string.h>

#define MANY_RUNS 100
#define RUNS_IN_SHORT_RUN 5
#define EDIT ">21</set>"

static char *project, *calls_log, *old_text, *new_text;

static void
set_up (void)
{
  g_autofree char *folder = NULL, *state = NULL, *example = NULL;

  e2e_begin ();
  folder = e2e_path ("work");
  state = g_build_filename (folder, "state", NULL);
  ck_assert_int_eq (g_mkdir_with_parents (state, 0700), 0);
  project = g_build_filename (folder, "office.xml", NULL);
  calls_log = e2e_path ("calls");
  example = lintel_test_source ("data/examples/hardened-office.xml");
  old_text = lintel_test_read (example);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("LD_PRELOAD", g_getenv ("LINTEL_FAULT_SHIM"), TRUE);
  g_setenv ("LINTEL_FAULT_ROOT", folder, TRUE);
  g_setenv ("LINTEL_FAULT_LOG", calls_log, TRUE);
}

static void
tear_down (void)
{
  e2e_finish ();
  g_clear_pointer (&project, g_free);
  g_clear_pointer (&calls_log, g_free);
  g_clear_pointer (&old_text, g_free);
  g_clear_pointer (&new_text, g_free);
}

/* The disk's. */

static char **
list_calls (void)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (calls_log, &text, NULL, NULL))
    return g_new0 (char *, 1);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

static gboolean
was_called_cb (gpointer pattern)
{
  g_auto (GStrv) calls = list_calls ();

  for (guint n = 0; calls[n] != NULL; n++)
    if (g_pattern_match_simple (pattern, calls[n]))
      return TRUE;
  return FALSE;
}

static void
wait_for_call (const char *pattern)
{
  e2e_wait (was_called_cb, (gpointer) pattern, pattern);
}

static void
put_old (void)
{
  g_autofree char *state = g_strdup (g_getenv ("XDG_STATE_HOME"));

  lintel_test_remove_folder (state);
  ck_assert_int_eq (g_mkdir (state, 0700), 0);
  ck_assert (g_file_set_contents (project, old_text, -1, NULL));
  g_unlink (calls_log);
}

/* The window's. From here on the edit must not be lost any more. */
static void
start_and_edit (guint at, const char *action)
{
  g_autofree char *number = g_strdup_printf ("%u", at);

  put_old ();
  g_setenv ("LINTEL_FAULT_AT", number, TRUE);
  g_setenv ("LINTEL_FAULT_ACTION", action, TRUE);
  e2e_start (project);
  e2e_show_tab (2, "47-02");
  e2e_wait_for_focus ("47-02-01[1]: *");
  e2e_press ("Right");
  e2e_press ("Right");
  e2e_type ("21");
  e2e_press ("Return");
  wait_for_call ("fsync *state/lintel");
}

static void
restart (void)
{
  g_setenv ("LINTEL_FAULT_AT", "0", TRUE);
  e2e_start (project);
}

/* Saving when nothing happens: from which call to which. */
static void
save_whole (guint *first, guint *end)
{
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  start_and_edit (0, "");
  before = list_calls ();
  e2e_press ("<Control>s");
  wait_for_call ("unlink *journal-*");
  after = list_calls ();
  e2e_kill ();
  new_text = lintel_test_read (project);
  ck_assert (strstr (new_text, EDIT) != NULL && strstr (old_text, EDIT) == NULL);
  *first = g_strv_length (before) + 1;
  *end = g_strv_length (after);
  ck_assert_uint_ge (*end, *first + 5);
}

static gboolean
is_in_journal (void)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autofree char *folder = lintel_journal_folder ();
  g_autoptr (GPtrArray) list = lintel_recovery_list (folder);
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (LintelProject) left = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (list->len == 0)
    return FALSE;
  ck_assert_uint_eq (list->len, 1);
  left = lintel_recovery_replay (g_ptr_array_index (list, 0), catalogue, &saved, &edits, NULL);
  ck_assert (left != NULL && lintel_project_apply (left, "", NULL, edits, NULL));
  bytes = lintel_xml_write_bytes (left, TRUE);
  return strstr (g_bytes_get_data (bytes, NULL), EDIT) != NULL;
}

static void
restore_and_save (void)
{
  g_autoptr (AtspiAccessible) dialog = e2e_find_window ("Unsaved changes were found");

  e2e_push (dialog, "*Restore");
  e2e_wait_for_window_gone ("Unsaved changes were found");
  e2e_wait_for_title ("• *");
  e2e_press ("<Control>s");
}

static gboolean
has_edit_cb (gpointer data)
{
  g_autofree char *text = lintel_test_read (project);

  return strstr (text, EDIT) != NULL;
}

/* Returns whether the file was the new one. */
static gboolean
kill_and_come_back (guint at, const char *action, const char *call)
{
  g_autofree char *text = NULL;
  gboolean is_new;

  start_and_edit (at, action);
  e2e_press ("<Control>s");
  e2e_wait_for_kill ();
  text = lintel_test_read (project);
  is_new = g_str_equal (text, new_text);
  ck_assert_msg (is_new || g_str_equal (text, old_text), "%s %s: neither the old nor the new:\n%s",
                 action, call, text);
  ck_assert_msg (is_new || is_in_journal (), "%s %s: the edit is lost", action, call);
  restart ();
  if (is_new)
    e2e_wait_for_title ("Northside*");
  else
    restore_and_save ();
  e2e_wait (has_edit_cb, NULL, "the edit does not come back");
  e2e_wait_for_title ("Northside*");
  e2e_press ("<Control>w");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
  return is_new;
}

START_TEST (window_is_killed_at_every_call)
{
  static const char *const actions[] = { "before", "half", "after" };
  gboolean all = lintel_test_get_kill_runs () >= MANY_RUNS;
  guint first, end, n, n_new = 0, stride;
  g_auto (GStrv) calls = NULL;

  save_whole (&first, &end);
  calls = list_calls ();
  n = (end - first + 1) * G_N_ELEMENTS (actions);
  stride = all ? 1 : n / RUNS_IN_SHORT_RUN;
  /* The journal's thread may flush once more than it did, so that the last call comes later. */
  for (guint k = all ? 0 : lintel_test_seed () % stride; k < n; k += stride)
    {
      guint at = first + k / G_N_ELEMENTS (actions);
      const char *action = actions[k % G_N_ELEMENTS (actions)];

      if (g_str_equal (action, "half") && !g_str_has_prefix (calls[at - 1], "write"))
        action = "before";
      n_new += kill_and_come_back (at, action, calls[at - 1]) ? 1 : 0;
    }
  ck_assert (!all || n_new > 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("kill-window");
  TCase *tests = tcase_create ("kill-window");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_set_timeout (tests, lintel_test_get_kill_runs () < MANY_RUNS ? 240 : 3600);
  tcase_add_test (tests, window_is_killed_at_every_call);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
