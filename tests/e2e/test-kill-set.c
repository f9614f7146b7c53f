/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lintelctl set is killed while it writes, its disk fails, another one writes at once: afterwards
 * the project is the old file or the new one, whole.
 */

#include "config.h"

#include "tests/e2e/kill-fixture.h"
#include "tests/support/test-support.h"

#include <string.h>

/* lintelctl set. */

START_TEST (set_is_killed_at_every_call)
{
  const char *argv[] = { lintel_test_lintelctl (), "set", path, "notes=" NEW_NOTES, NULL };
  const LintelTestFault fault = { .root = folder };
  g_auto (GStrv) calls = lintel_test_list_calls (argv, &fault);
  guint n_new = 0, n = g_strv_length (calls);

  ck_assert_uint_ge (n, 5);
  for (guint at = 1; at <= n; at++)
    for (guint k = 0; k < N_KILLS; k++)
      {
        g_auto (LintelTestEnd) end = { 0 };

        put_old ();
        end = run_killed (argv, at, kills[k]);
        ck_assert_msg (end.killed, "%u: %s was not killed", at, calls[at - 1]);
        n_new += check_whole (calls[at - 1]) ? 1 : 0;
        /* What is left over goes with the next one. */
        set_notes ();
        ck_assert (check_whole ("afterwards"));
        ck_assert_uint_eq (count_files (folder), 1);
      }
  /* Both come about: the file was killed before and after it took its place. */
  ck_assert_uint_gt (n_new, 0);
  ck_assert_uint_lt (n_new, n * N_KILLS);
}
END_TEST

START_TEST (set_is_killed_at_random_moments)
{
  const char *argv[] = { lintel_test_lintelctl (), "set", path, "notes=" NEW_NOTES, NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());
  gint64 duration = measure (argv);

  for (guint run = 0; run < lintel_test_get_kill_runs (); run++)
    {
      put_old ();
      lintel_test_kill_after (argv, (gulong) g_rand_double_range (rand, 0, (double) duration));
      check_whole ("at a random moment");
    }
  set_notes ();
  ck_assert_uint_eq (count_files (folder), 1);
}
END_TEST

/* A disk that is full, broken, read-only or not there any more, for one call or from it on. */
START_TEST (set_fails_at_every_call)
{
  const char *argv[] = { lintel_test_lintelctl (), "set", path, "notes=" NEW_NOTES, NULL };
  LintelTestFault fault = { .root = folder, .all = TRUE };
  g_auto (GStrv) calls = lintel_test_list_calls (argv, &fault);
  guint stride = get_stride (5), n = 0, n_failed = 0;

  for (fault.at = 1; fault.at <= g_strv_length (calls); fault.at++)
    for (guint k = 0; k < N_ERRORS * 2; k++)
      {
        g_autofree char *action = g_strdup_printf ("%d", errors[k / 2]);
        g_auto (LintelTestEnd) end = { 0 };
        g_autofree char *when = NULL;
        gboolean is_new;

        if (n++ % stride != 0)
          continue;
        put_old ();
        fault.action = action;
        fault.stays = k % 2 != 0;
        when = describe_call (&fault, calls);
        end = lintel_test_run_fault (argv, &fault);
        is_new = check_whole (when);
        ck_assert_msg (end.status == 0 || end.status == 2, "%s: %d", when, end.status);
        ck_assert_msg (end.status != 0 || is_new, "%s: it said that it was saved", when);
        if (end.status == 2)
          check_sentence (end.err, when);
        n_failed += end.status == 2 ? 1 : 0;
      }
  ck_assert_uint_gt (n_failed, 15);
}
END_TEST

START_TEST (saving_stands_a_power_cut)
{
  const char *argv[] = { lintel_test_lintelctl (), "set", path, "notes=" NEW_NOTES, NULL };
  const LintelTestFault fault = { .root = folder };
  g_auto (GStrv) calls = lintel_test_list_calls (argv, &fault);
  g_autofree char *flush_folder = g_strconcat ("fsync ", folder, NULL);
  const char *order[] = { "create *saving-*",   "write *saving-*", "fsync *saving-*",
                          "rename *office.xml", flush_folder,      NULL };

  expect_order (calls, order);
  check_flushed (calls);
}
END_TEST

/* Two commands that change different things at once: both changes are there, or one of them says
 * that it did nothing. */
START_TEST (two_at_once_lose_nothing)
{
  g_autofree char *command =
      g_strdup_printf ("for n in 1 2 3 4 5 6; do\n"
                       "  for place in customer.site customer.reference; do\n"
                       "    { '%s' set '%s' $place=$n 2>'%s.'$place && echo $place=$n; } &\n"
                       "  done\n"
                       "  wait\n"
                       "done | sort -u -t= -k1,1 -k2,2nr | sort -u -t= -k1,1",
                       lintel_test_lintelctl (), path, path);
  const char *argv[] = { "sh", "-c", command, NULL };
  const char *get[] = { lintel_test_lintelctl (), "get", path, "customer.site",
                        "customer.reference",     NULL };
  g_autofree char *last = NULL, *now = NULL;
  g_auto (GStrv) lines = NULL;

  ck_assert_int_eq (lintel_test_spawn (argv, &last, NULL), 0);
  ck_assert_int_eq (lintel_test_spawn (get, &now, NULL), 0);
  /* One of the two may have come too late each time. */
  lines = g_strsplit (g_strchomp (last), "\n", -1);
  ck_assert_uint_ge (g_strv_length (lines), 1);
  for (guint n = 0; lines[n] != NULL; n++)
    {
      g_autofree char *line = g_strconcat (lines[n], "\n", NULL);

      ck_assert_msg (strstr (now, line) != NULL, "%s is lost:\n%s", lines[n], now);
    }
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { set_is_killed_at_every_call, set_is_killed_at_random_moments,
                                 set_fails_at_every_call, saving_stands_a_power_cut,
                                 two_at_once_lose_nothing };

  return kill_fixture_run ("kill-set", kill_fixture_setup, kill_fixture_teardown, tests,
                           G_N_ELEMENTS (tests));
}
