/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a window does when it saves, with its journal, in a program without one: that is killed, its
 * disk fails, another one saves at once. What was changed is in the file or in the journal.
 */

#include "config.h"

#include "tests/e2e/kill-fixture.h"
#include "tests/support/test-support.h"

#include "lintel/journal.h"
#include "lintel/xml.h"

#include <glib/gstdio.h>
#include <string.h>

#define OTHER_NOTES "what another one wrote"

static const char *
get_saver (void)
{
  return g_getenv ("LINTEL_SAVE_DOCUMENT");
}

/* The journal and the project, both where calls are counted. */
static void
set_up (void)
{
  g_autofree char *state = NULL;

  kill_fixture_setup ();
  state = g_build_filename (folder, "state", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
}

/* Whether the change can be had back from a journal; the journal is used up by it. */
static gboolean
recover (void)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autofree char *journals = g_build_filename (folder, "state", "lintel", NULL);
  g_autoptr (GPtrArray) list = lintel_recovery_list (journals);
  const LintelPlace notes = lintel_place_notes ();
  gboolean found = FALSE;

  for (guint n = 0; n < list->len; n++)
    {
      LintelRecovery *recovery = g_ptr_array_index (list, n);
      g_autoptr (GPtrArray) saved = NULL;
      g_autoptr (GPtrArray) edits = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (LintelProject) project =
          lintel_recovery_replay (recovery, catalogue, &saved, &edits, &error);

      ck_assert_msg (project != NULL, "%s", error != NULL ? error->message : "");
      ck_assert (lintel_project_apply (project, "", NULL, edits, NULL));
      found = found || g_str_equal (lintel_project_get_text (project, &notes), NEW_NOTES);
      lintel_recovery_discard (recovery);
    }
  return found;
}

static void
remove_state (void)
{
  g_autofree char *state = g_build_filename (folder, "state", NULL);

  if (g_file_test (state, G_FILE_TEST_EXISTS))
    lintel_test_remove_folder (state);
}

static gboolean
came_to (const LintelTestEnd *end, const char *what)
{
  return strstr (end->out, what) != NULL;
}

/* Once it is said to be safe it is in one of both, and once it is said to be saved in the file. */
static void
check_not_lost (const LintelTestEnd *end, const char *when)
{
  gboolean is_new = check_whole (when);
  gboolean recovered = recover ();

  ck_assert_msg (!came_to (end, "edited") || came_to (end, "unsafe") || is_new || recovered,
                 "%s: the change is lost", when);
  ck_assert_msg (!came_to (end, "saved") || is_new, "%s: it is not in the file", when);
}

START_TEST (window_is_killed_at_every_call)
{
  const char *argv[] = { get_saver (), path, NEW_NOTES, NULL };
  const LintelTestFault fault = { .root = folder };
  g_auto (GStrv) calls = lintel_test_list_calls (argv, &fault);
  guint stride = get_stride (3);

  for (guint k = 0; k < N_KILLS; k++)
    for (guint at = 1 + k % stride; at <= g_strv_length (calls); at += stride)
      {
        g_auto (LintelTestEnd) end = { 0 };

        put_old ();
        remove_state ();
        end = run_killed (argv, at, kills[k]);
        /* The journal's thread flushes once or twice, so the last call may not come. */
        ck_assert_msg (end.killed || came_to (&end, "saved"), "%s: %s", calls[at - 1], end.err);
        check_not_lost (&end, calls[at - 1]);
      }
}
END_TEST

START_TEST (window_is_killed_at_random_moments)
{
  const char *argv[] = { get_saver (), path, NEW_NOTES, NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());
  gint64 duration = measure (argv);

  for (guint run = 0; run < lintel_test_get_kill_runs (); run++)
    {
      put_old ();
      remove_state ();
      lintel_test_kill_after (argv, (gulong) g_rand_double_range (rand, 0, (double) duration));
      check_whole ("at a random moment");
      recover ();
    }
}
END_TEST

START_TEST (window_fails_at_every_call)
{
  const char *argv[] = { get_saver (), path, NEW_NOTES, NULL };
  LintelTestFault fault = { .root = folder };
  g_auto (GStrv) calls = lintel_test_list_calls (argv, &fault);
  guint stride = get_stride (11), n = 0, n_kept = 0;

  for (fault.at = 1; fault.at <= g_strv_length (calls); fault.at++)
    for (guint k = 0; k < N_ERRORS * 2; k++)
      {
        g_autofree char *action = g_strdup_printf ("%d", errors[k / 2]);
        g_auto (LintelTestEnd) end = { 0 };
        g_autofree char *when = NULL;

        if (n++ % stride != 0)
          continue;
        put_old ();
        remove_state ();
        fault.action = action;
        fault.stays = k % 2 != 0;
        when = describe_call (&fault, calls);
        end = lintel_test_run_fault (argv, &fault);
        ck_assert_msg (end.status == 0 || came_to (&end, "kept"), "%s: %s%s", when, end.out,
                       end.err);
        if (end.status != 0)
          check_sentence (end.err, when);
        n_kept += came_to (&end, "kept") ? 1 : 0;
        check_not_lost (&end, when);
      }
  ck_assert_uint_gt (n_kept, 2);
}
END_TEST

START_TEST (journal_stands_a_power_cut)
{
  const char *argv[] = { get_saver (), path, NEW_NOTES, NULL };
  const LintelTestFault fault = { .root = folder };
  g_auto (GStrv) calls = lintel_test_list_calls (argv, &fault);
  g_autofree char *flush_folder = g_strconcat ("fsync ", folder, NULL);
  /* The journal is safe before the file is touched, and goes when the file is safe. */
  const char *order[] = { "create *journal-*",  "write *journal-*",
                          "fsync *journal-*",   "fsync *state/lintel",
                          "write *saving-*",    "fsync *saving-*",
                          "rename *office.xml", flush_folder,
                          "unlink *journal-*",  NULL };

  expect_order (calls, order);
}
END_TEST

/* Two windows that have the same file open save it: one has begun, and waits at a call for a disk
 * that takes its time, when the other one saves. */

typedef struct
{
  LintelTestFault fault;
  LintelTestEnd end;
} Slow;

static gpointer
slow_thread (gpointer data)
{
  Slow *slow = data;
  const char *argv[] = { get_saver (), path, NEW_NOTES, NULL };

  slow->end = lintel_test_run_fault (argv, &slow->fault);
  return NULL;
}

/* The first one waits at CALL, and its end is in SLOW; that of the other one is returned. */
static LintelTestEnd
save_while_slow (Slow *slow, const char *call)
{
  const char *argv[] = { get_saver (), path, OTHER_NOTES, NULL };
  const LintelTestFault none = { .root = folder };
  g_autofree char *gate = g_strconcat (folder, "-gate", NULL);
  g_autofree char *log = g_strconcat (folder, "-log", NULL);
  GThread *thread;
  LintelTestEnd end;

  slow->fault = (LintelTestFault){
    .root = folder, .log = log, .only = call, .at = 1, .action = "hang", .gate = gate
  };
  ck_assert (g_file_set_contents (gate, "", 0, NULL));
  thread = g_thread_new ("slow", slow_thread, slow);
  while (!g_file_test (log, G_FILE_TEST_EXISTS))
    g_usleep (10000);
  end = lintel_test_run_fault (argv, &none);
  g_unlink (gate);
  g_thread_join (thread);
  g_unlink (log);
  return end;
}

static void
check_notes (const char *expected)
{
  g_autofree char *text = lintel_test_read (path);

  ck_assert_msg (strstr (text, expected) != NULL, "%s", text);
}

/* It has not looked at the file yet, and finds it changed. */
START_TEST (a_save_sees_what_was_saved_since_it_began)
{
  Slow slow;
  g_auto (LintelTestEnd) end = save_while_slow (&slow, "create *saving-*");

  ck_assert_msg (came_to (&end, "saved"), "%s", end.err);
  ck_assert_msg (came_to (&slow.end, "kept"), "%s%s", slow.end.out, slow.end.err);
  check_notes (OTHER_NOTES);
  lintel_test_end_clear (&slow.end);
}
END_TEST

/* It has looked, and has the file locked until it has taken its place. */
START_TEST (a_save_does_not_come_between)
{
  Slow slow;
  g_auto (LintelTestEnd) end = save_while_slow (&slow, "rename *office.xml");

  ck_assert_msg (came_to (&end, "kept"), "%s%s", end.out, end.err);
  ck_assert_msg (strstr (end.err, "somebody else is saving it") != NULL, "%s", end.err);
  ck_assert_msg (came_to (&slow.end, "saved"), "%s", slow.end.err);
  check_notes (NEW_NOTES);
  lintel_test_end_clear (&slow.end);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { window_is_killed_at_every_call,
                                 window_is_killed_at_random_moments,
                                 window_fails_at_every_call,
                                 journal_stands_a_power_cut,
                                 a_save_sees_what_was_saved_since_it_began,
                                 a_save_does_not_come_between };

  return kill_fixture_run ("kill-save", set_up, kill_fixture_teardown, tests, G_N_ELEMENTS (tests));
}
