/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the test programs share: running a suite, golden comparison, data paths, seeds. */

#include "config.h"

#include "tests/support/test-support.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>

int
lintel_test_run (Suite *suite)
{
  SRunner *runner = srunner_create (suite);
  int failed;

  setlocale (LC_ALL, "");
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}

static char *
build_path (const char *first, va_list *args)
{
  g_autofree char *rest = g_build_filename_valist ((gchar *) first, args);

  return g_build_filename (g_getenv ("LINTEL_TEST_DATA"), rest, NULL);
}

char *
lintel_test_data (const char *first, ...)
{
  va_list args;
  char *path;

  va_start (args, first);
  path = build_path (first, &args);
  va_end (args);
  return path;
}

char *
lintel_test_source (const char *path)
{
  return g_build_filename (g_getenv ("LINTEL_SOURCE_ROOT"), path, NULL);
}

char *
lintel_test_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    ck_abort_msg ("%s", error->message);
  return text;
}

static char *
unified_diff (const char *path, const char *actual)
{
  g_autofree char *other = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = {
    "diff", "-u", "--label", "expected", "--label", "actual", path, NULL, NULL
  };
  char *out = NULL;
  int fd = g_file_open_tmp ("lintel-golden-XXXXXX", &other, &error);

  ck_assert_msg (fd >= 0, "%s", error != NULL ? error->message : "");
  g_close (fd, NULL);
  ck_assert (g_file_set_contents (other, actual, -1, NULL));
  argv[7] = other;
  lintel_test_spawn (argv, &out, NULL);
  g_unlink (other);
  return out;
}

void
lintel_test_golden (const char *path, const char *actual)
{
  g_autofree char *expected = NULL;

  if (g_getenv ("LINTEL_REGENERATE") != NULL)
    {
      ck_assert_msg (g_file_set_contents (path, actual, -1, NULL), "cannot write %s", path);
      return;
    }
  expected = lintel_test_read (path);
  if (!g_str_equal (expected, actual))
    {
      g_autofree char *diff = unified_diff (path, actual);

      /* check takes no message of more than 4096 bytes. */
      ck_abort_msg ("%s differs:\n%.3000s", path, diff);
    }
}

char *
lintel_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("lintel-test-XXXXXX", &error);

  ck_assert_msg (folder != NULL, "%s", error != NULL ? error->message : "");
  return folder;
}

void
lintel_test_remove_folder (const char *folder)
{
  const char *argv[] = { "rm", "-rf", "--", folder, NULL };

  lintel_test_spawn (argv, NULL, NULL);
}

guint32
lintel_test_seed (void)
{
  const char *text = g_getenv ("LINTEL_SEED");
  guint32 seed = text != NULL ? (guint32) g_ascii_strtoull (text, NULL, 10) : g_random_int ();

  printf ("seed %u (run again with LINTEL_SEED=%u)\n", seed, seed);
  fflush (stdout);
  return seed;
}

guint
lintel_test_share (guint n)
{
  return (n + LINTEL_TEST_SHARE - 1) / LINTEL_TEST_SHARE;
}

int
lintel_test_spawn (const char *const *argv, char **out, char **err)
{
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, out, err, &status,
                     &error))
    ck_abort_msg ("%s", error->message);
  ck_assert_msg (WIFEXITED (status), "%s ended by a signal", argv[0]);
  return WEXITSTATUS (status);
}

const char *
lintel_test_lintelctl (void)
{
  return g_getenv ("LINTELCTL");
}
