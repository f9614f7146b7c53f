/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/e2e/kill-fixture.h"

#include "tests/support/test-support.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define MANY_RUNS 100

char *folder, *path, *old_text, *new_text;

const char *const kills[N_KILLS] = { "before", "half", "after" };
const int errors[N_ERRORS] = { ENOSPC, EIO, EROFS, EACCES, ENOTCONN, ESTALE };

guint
get_stride (guint in_short_run)
{
  return lintel_test_get_kill_runs () < MANY_RUNS ? in_short_run : 1;
}

void
put_old (void)
{
  ck_assert (g_file_set_contents (path, old_text, -1, NULL));
  ck_assert_int_eq (g_chmod (path, 0600), 0);
}

void
set_notes (void)
{
  const char *argv[] = { lintel_test_lintelctl (), "set", path, "notes=" NEW_NOTES, NULL };
  g_autofree char *err = NULL;

  ck_assert_msg (lintel_test_spawn (argv, NULL, &err) == 0, "%s", err);
}

void
kill_fixture_setup (void)
{
  g_autofree char *example = lintel_test_source ("data/examples/hardened-office.xml");

  folder = lintel_test_make_folder ();
  path = g_build_filename (folder, "office.xml", NULL);
  old_text = lintel_test_read (example);
  put_old ();
  set_notes ();
  new_text = lintel_test_read (path);
  ck_assert_str_ne (old_text, new_text);
  put_old ();
}

void
kill_fixture_teardown (void)
{
  lintel_test_remove_folder (folder);
  g_clear_pointer (&folder, g_free);
  g_clear_pointer (&path, g_free);
  g_clear_pointer (&old_text, g_free);
  g_clear_pointer (&new_text, g_free);
}

guint
count_files (const char *where)
{
  g_autoptr (GDir) dir = g_dir_open (where, 0, NULL);
  guint n = 0;

  ck_assert (dir != NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

void
check_private (const char *where)
{
  g_autoptr (GDir) dir = g_dir_open (where, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (where, name, NULL);
      struct stat info;

      ck_assert_int_eq (lstat (file, &info), 0);
      if (S_ISDIR (info.st_mode))
        check_private (file);
      if (!g_str_has_suffix (name, ".lintel-lock"))
        ck_assert_msg ((info.st_mode & 077) == 0, "%s has mode %o", file, info.st_mode & 0777);
    }
}

gboolean
check_whole (const char *when)
{
  g_autofree char *text = lintel_test_read (path);
  gboolean is_new = g_str_equal (text, new_text);

  ck_assert_msg (is_new || g_str_equal (text, old_text), "%s: neither the old nor the new:\n%s",
                 when, text);
  check_private (folder);
  return is_new;
}

char *
describe_call (const LintelTestFault *fault, char **calls)
{
  return g_strdup_printf ("%s at call %u (%s)", fault->action, fault->at, calls[fault->at - 1]);
}

LintelTestEnd
run_killed (const char *const *argv, guint at, const char *action)
{
  const LintelTestFault fault = { .root = folder, .at = at, .action = action };

  return lintel_test_run_fault (argv, &fault);
}

gint64
measure (const char *const *argv)
{
  gint64 start = g_get_monotonic_time ();

  ck_assert_int_eq (lintel_test_spawn (argv, NULL, NULL), 0);
  return g_get_monotonic_time () - start;
}

void
check_sentence (const char *err, const char *when)
{
  const char *end = strchr (err, '\n');

  ck_assert_msg (end != NULL && end[1] == '\0' && strstr (err, folder) != NULL, "%s: %s", when,
                 err);
}

/* The first call that CALL and the end of the path say, from FROM on. */
static guint
find_call (char **calls, guint from, const char *call)
{
  guint n = g_strv_length (calls);

  for (guint k = from; k < n; k++)
    if (g_pattern_match_simple (call, calls[k]))
      return k;
  ck_abort_msg ("there is no %s from call %u on", call, from + 1);
}

void
expect_order (char **calls, const char *const *order)
{
  guint at = 0;

  for (; *order != NULL; order++)
    at = find_call (calls, at, *order) + 1;
}

void
check_flushed (char **calls)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (; *calls != NULL; calls++)
    {
      const char *file = strchr (*calls, ' ') + 1;

      if (g_str_has_prefix (*calls, "write "))
        g_hash_table_add (waiting, g_strdup (file));
      else if (g_str_has_prefix (*calls, "fsync "))
        g_hash_table_remove (waiting, file);
      else if (g_str_has_prefix (*calls, "rename "))
        ck_assert_msg (g_hash_table_size (waiting) == 0, "%s before all was flushed", *calls);
    }
}

int
kill_fixture_run (const char *name, SFun set_up, SFun tear_down, const TTest *const *tests, gsize n)
{
  Suite *suite = suite_create (name);
  TCase *tcase = tcase_create (name);

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_set_timeout (tcase, lintel_test_get_kill_runs () < MANY_RUNS ? 120 : 3600);
  for (gsize k = 0; k < n; k++)
    tcase_add_test (tcase, tests[k]);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
