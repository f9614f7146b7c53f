/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An export is killed while it writes, and its disk fails: afterwards there is the export of before
 * or the new one, whole.
 */

#include "config.h"

#include "tests/e2e/kill-fixture.h"
#include "tests/support/test-support.h"

#include "lintel/exchange.h"

#include <string.h>

static char *target, *old_export, *new_export;

static const char *const *
make_export_argv (void)
{
  static const char *argv[8];
  const char *words[] = { lintel_test_lintelctl (), "export", path, "--to", target,
                          "--with-codes",           NULL };

  memcpy (argv, words, sizeof words);
  return argv;
}

/* What is in it, file by file; "" when it is not there. */
static char *
read_export (const char *where)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *manifest = g_build_filename (where, "MANIFEST.json", NULL);

  if (!g_file_test (where, G_FILE_TEST_EXISTS))
    return g_strdup ("");
  ck_assert_msg (lintel_export_verify (where, &problems, &error), "%s",
                 error != NULL ? error->message : "");
  ck_assert_msg (problems->len == 0, "%s: %s", where,
                 problems->len > 0 ? (char *) g_ptr_array_index (problems, 0) : "");
  return lintel_test_read (manifest);
}

static void
export_normally (void)
{
  g_autofree char *err = NULL;

  ck_assert_msg (lintel_test_spawn (make_export_argv (), NULL, &err) == 0, "%s", err);
}

static void
put_old_export (void)
{
  put_old ();
  export_normally ();
}

static void
set_up (void)
{
  kill_fixture_setup ();
  g_setenv ("SOURCE_DATE_EPOCH", "1790000000", TRUE);
  target = g_build_filename (folder, "export", NULL);
  put_old_export ();
  old_export = read_export (target);
  set_notes ();
  export_normally ();
  new_export = read_export (target);
  ck_assert_str_ne (old_export, new_export);
}

static void
tear_down (void)
{
  g_clear_pointer (&target, g_free);
  g_clear_pointer (&old_export, g_free);
  g_clear_pointer (&new_export, g_free);
  kill_fixture_teardown ();
}

/* REPLACES: there is an export of the old project already. */
static void
prepare_export (gboolean replaces)
{
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    lintel_test_remove_folder (target);
  if (replaces)
    put_old_export ();
  set_notes ();
}

static void
check_export (gboolean replaces, const char *when)
{
  g_autofree char *now = read_export (target);

  check_private (folder);
  ck_assert_msg (g_str_equal (now, replaces ? old_export : "") || g_str_equal (now, new_export),
                 "%s: %s", when, now);
}

static void
kill_export (gboolean replaces, guint first, guint stride)
{
  const char *const *argv = make_export_argv ();
  const LintelTestFault fault = { .root = folder };
  g_auto (GStrv) calls = NULL;

  prepare_export (replaces);
  calls = lintel_test_list_calls (argv, &fault);
  for (guint at = first, k = 0; at <= g_strv_length (calls); at += stride, k++)
    {
      g_auto (LintelTestEnd) end = { 0 };

      prepare_export (replaces);
      end = run_killed (argv, at, kills[k % N_KILLS]);
      ck_assert_msg (end.killed, "%u: %s was not killed", at, calls[at - 1]);
      check_export (replaces, calls[at - 1]);
      export_normally ();
      /* The project and its export: what was left over is gone. */
      ck_assert_msg (count_files (folder) == 2, "%s leaves something over", calls[at - 1]);
    }
}

START_TEST (export_is_killed_at_every_call)
{
  guint stride = get_stride (17);
  guint first = stride == 1 ? 1 : 1 + lintel_test_seed () % stride;

  kill_export (TRUE, first, stride);
  kill_export (FALSE, first, stride);
}
END_TEST

START_TEST (export_is_killed_at_random_moments)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());
  gint64 duration = measure (make_export_argv ());

  for (guint run = 0; run < lintel_test_get_kill_runs (); run++)
    {
      gboolean replaces = g_rand_boolean (rand);

      prepare_export (replaces);
      lintel_test_kill_after (make_export_argv (),
                              (gulong) g_rand_double_range (rand, 0, (double) duration));
      check_export (replaces, "at a random moment");
    }
  export_normally ();
  ck_assert_uint_eq (count_files (folder), 2);
}
END_TEST

START_TEST (export_fails_at_every_call)
{
  const char *const *argv = make_export_argv ();
  LintelTestFault fault = { .root = folder };
  g_auto (GStrv) calls = NULL;
  guint stride = get_stride (17), n = 0;

  prepare_export (TRUE);
  calls = lintel_test_list_calls (argv, &fault);
  for (fault.at = 1; fault.at <= g_strv_length (calls); fault.at += stride, n++)
    {
      g_autofree char *action = g_strdup_printf ("%d", errors[n % N_ERRORS]);
      g_auto (LintelTestEnd) end = { 0 };
      g_autofree char *when = NULL;

      prepare_export (TRUE);
      fault.action = action;
      fault.stays = n % 2 != 0;
      when = describe_call (&fault, calls);
      end = lintel_test_run_fault (argv, &fault);
      check_export (TRUE, when);
      ck_assert_msg (end.status == 0 || end.status == 2, "%s: %d", when, end.status);
      if (end.status == 2)
        check_sentence (end.err, when);
    }
}
END_TEST

START_TEST (export_stands_a_power_cut)
{
  const LintelTestFault fault = { .root = folder };
  g_autofree char *flush_folder = g_strconcat ("fsync ", folder, NULL);
  const char *order[] = { "write *exporting-*/project.xml",
                          "fsync *exporting-*/project.xml",
                          "write *exporting-*/MANIFEST.json",
                          "fsync *exporting-*/MANIFEST.json",
                          "fsync *exporting-??????",
                          "rename *export",
                          flush_folder,
                          "unlink *exporting-*",
                          NULL };
  g_auto (GStrv) calls = NULL;

  prepare_export (TRUE);
  calls = lintel_test_list_calls (make_export_argv (), &fault);
  expect_order (calls, order);
  check_flushed (calls);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { export_is_killed_at_every_call, export_is_killed_at_random_moments,
                                 export_fails_at_every_call, export_stands_a_power_cut };

  return kill_fixture_run ("kill-export", set_up, tear_down, tests, G_N_ELEMENTS (tests));
}
