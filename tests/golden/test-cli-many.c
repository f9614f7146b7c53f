/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl export of many projects at once, and lintelctl sign. */

#include "tests/golden/cli-fixture.h"
#include "tests/support/largest-system.h"

#include "lintel/file.h"
#include "lintel/xml.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#define N_COPIES 6

static char *projects; /* a folder with N_COPIES fine projects, one with errors and one broken */
static char *target;

static void
put (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (projects, name, NULL);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
}

static void
setup (void)
{
  g_autofree char *fine = NULL, *bad = NULL;

  cli_fixture_setup ();
  projects = g_build_filename (folder, "projects", NULL);
  target = g_build_filename (folder, "a", "b", NULL);
  ck_assert_int_eq (g_mkdir (projects, 0700), 0);
  fine = lintel_test_read (hardened);
  bad = lintel_test_read (dental);
  for (int n = 1; n <= N_COPIES; n++)
    {
      g_autofree char *name = g_strdup_printf ("fine-%02d.xml", n);

      put (name, fine);
    }
  put ("bad.xml", bad);
  put ("broken.xml", "<lintel>");
}

static void
teardown (void)
{
  g_clear_pointer (&projects, g_free);
  g_clear_pointer (&target, g_free);
  cli_fixture_teardown ();
}

static char *
in_target (const char *name)
{
  return g_build_filename (target, name, NULL);
}

static guint
count_lines (const char *text, const char *prefix)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = 0;

  for (guint n = 0; lines[n] != NULL; n++)
    n_lines += g_str_has_prefix (lines[n], prefix) ? 1 : 0;
  return n_lines;
}

START_TEST (one_failure_does_not_stop_the_rest)
{
  g_autofree char *out = NULL, *err = NULL, *bad = in_target ("bad"),
                  *broken = in_target ("broken");

  ck_assert_int_eq (run (&out, &err, "export", projects, "--to", target, "--jobs", "3", NULL), 2);
  assert_says (out, "bad.xml: not exported: 12 errors must be repaired");
  assert_says (out, "broken.xml: not exported: ");
  assert_says (out, "6 exported, 1 refused because of errors in them, 1 failed\n");
  assert_says (err, "lintelctl: 1 project could not be exported");
  ck_assert (!g_file_test (bad, G_FILE_TEST_EXISTS));
  ck_assert (!g_file_test (broken, G_FILE_TEST_EXISTS));
  for (int n = 1; n <= N_COPIES; n++)
    {
      g_autofree char *name = g_strdup_printf ("fine-%02d", n);
      g_autofree char *path = in_target (name);

      ck_assert_int_eq (run (NULL, NULL, "verify", path, NULL), 0);
    }
}
END_TEST

/* A folder of the size of an office's, with all that a folder collects. */
START_TEST (three_hundred_projects_get_a_line_each)
{
  static const char *const prepare =
      "mkdir all && for n in $(seq 101 392); do cp dental.xml all/bad-$n.xml; done && "
      "for n in $(seq 101 104); do cp hardened.xml all/fine-$n.xml; done && "
      "echo '<lintel>' > all/broken-1.xml && : > all/broken-2.xml && "
      "ln -s nowhere all/broken-3.xml && mkdir all/broken-4.xml";
  g_autofree char *checked = NULL, *exported = NULL, *serial = NULL;
  g_autofree char *line = g_strconcat ("cd \"$1\" && ", prepare, NULL);

  ck_assert_int_eq (run_shell (line, folder, NULL, NULL), 0);
  ck_assert_int_eq (
      run_shell ("cd \"$1\" && \"$0\" check --format brief all --jobs 7", folder, &checked, NULL),
      2);
  ck_assert_uint_eq (count_lines (checked, "all/"), 296);
  assert_says (checked, "\n4 without errors, 292 with errors, 4 that could not be read\n");
  run_shell ("cd \"$1\" && \"$0\" check --format brief all --jobs 1", folder, &serial, NULL);
  ck_assert_str_eq (serial, checked);

  ck_assert_int_eq (
      run_shell ("cd \"$1\" && \"$0\" export all --to out --jobs 7", folder, &exported, NULL), 2);
  ck_assert_uint_eq (count_lines (exported, "all/"), 300);
  assert_says (exported, "\n4 exported, 292 refused because of errors in them, 4 failed\n");
  ck_assert_int_eq (run_shell ("cd \"$1\" && test $(ls -A out | wc -l) = 4 && "
                               "for n in out/*; do \"$0\" verify $n || exit 1; done",
                               folder, NULL, NULL),
                    0);
}
END_TEST

START_TEST (the_exit_status_says_what_was_the_worst)
{
  g_autofree char *forced = g_build_filename (folder, "forced", NULL);

  ck_assert_int_eq (run (NULL, NULL, "export", hardened, dental, "--to", target, NULL), 1);
  ck_assert_int_eq (run (NULL, NULL, "export", hardened, dental, "--to", forced, "--force",
                         "--reason", "bench test", NULL),
                    0);
  ck_assert_int_eq (run (NULL, NULL, "export", hardened, NULL), 2);
}
END_TEST

START_TEST (two_of_one_name_do_not_overwrite_each_other)
{
  g_autofree char *copy = g_build_filename (projects, "hardened.xml", NULL);
  g_autofree char *text = lintel_test_read (hardened);
  g_autofree char *out = NULL;

  put ("hardened.xml", text);
  ck_assert_int_eq (run (&out, NULL, "export", hardened, copy, "--to", target, NULL), 2);
  assert_says (out, "1 exported, 0 refused because of errors in them, 1 failed");
  assert_says (out, "another project goes to");
}
END_TEST

START_TEST (sign_is_checked_ever_after)
{
  g_autofree char *signed_one = g_build_filename (folder, "signed.xml", NULL);
  g_autofree char *out = NULL, *err = NULL, *fresh = NULL;

  ck_assert_int_eq (run (NULL, NULL, "sign", hardened, "--prepared", " R. Kay ", "--reviewed",
                         "M. Ortiz", "-o", signed_one, NULL),
                    0);
  ck_assert_int_eq (run (&out, NULL, "get", signed_one, "sign-off.prepared.by", NULL), 0);
  ck_assert_str_eq (out, "sign-off.prepared.by=R. Kay\n");
  ck_assert_int_eq (run (NULL, NULL, "check", "--fail-on", "note", signed_one, NULL), 0);
  ck_assert_int_eq (run (NULL, NULL, "set", signed_one, "customer.site=Elsewhere", NULL), 0);
  ck_assert_int_eq (run (NULL, NULL, "check", "--fail-on", "warning", signed_one, NULL), 1);
  ck_assert_int_eq (run (NULL, NULL, "sign", signed_one, "--prepared", "R. Kay", NULL), 0);
  run (&fresh, NULL, "check", signed_one, NULL);
  assert_says (fresh, "0 errors, 1 warning, 0 notes");
  ck_assert_int_eq (run (NULL, &err, "sign", signed_one, "--prepared", "  ", NULL), 2);
  assert_says (err, "--prepared NAME or --reviewed NAME");
  ck_assert_int_eq (run (NULL, NULL, "sign", signed_one, NULL), 2);
}
END_TEST

/* Whether something in FOLDER is called so or, hidden, is on the way to be. */
static gboolean
is_begun (const char *name)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;

  while ((entry = g_dir_read_name (dir)) != NULL)
    if (g_str_equal (entry, name) || g_str_has_prefix (entry, LINTEL_FILE_EXPORTING))
      return TRUE;
  return FALSE;
}

START_TEST (an_interrupted_export_leaves_nothing)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autoptr (LintelProject) project = lintel_test_make_largest_system (catalogue, 1);
  g_autofree char *file = g_build_filename (folder, "largest.xml", NULL);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  const char *argv[] = {
    lintel_test_lintelctl (), "export", file, "--to", out, "--force", "--reason", "bench test", NULL
  };
  GPid pid;
  int status;

  ck_assert (lintel_xml_write_file (project, file, NULL));
  ck_assert (g_spawn_async (NULL, (char **) argv, NULL,
                            G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                            &pid, NULL));
  while (!is_begun ("out"))
    g_usleep (500);
  ck_assert_int_eq (kill (pid, SIGINT), 0);
  ck_assert_int_eq (waitpid (pid, &status, 0), pid);
  ck_assert (WIFSIGNALED (status) && WTERMSIG (status) == SIGINT);
  ck_assert (!is_begun ("out"));
}
END_TEST

START_TEST (progress_shows_on_a_terminal_only)
{
  g_autofree char *out = NULL, *err = NULL, *shown = NULL;

  ck_assert_int_eq (run_shell ("cd \"$(dirname \"$1\")\" && \"$0\" export \"$1\" --to plain",
                               hardened, &out, &err),
                    0);
  /* A sanitizer without its symbolizer says so there. */
  ck_assert_ptr_null (strstr (err, "certificate.pdf"));
  ck_assert_int_eq (
      run_shell (
          "cd \"$(dirname \"$1\")\" && script -qec \"'$0' export '$1' --to shown\" /dev/null",
          hardened, &shown, NULL),
      0);
  assert_says (shown, " %  certificate.pdf");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cli-many");
  TCase *tcase = tcase_create ("lintelctl");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_set_timeout (tcase, 100);
  tcase_add_test (tcase, one_failure_does_not_stop_the_rest);
  tcase_add_test (tcase, three_hundred_projects_get_a_line_each);
  tcase_add_test (tcase, the_exit_status_says_what_was_the_worst);
  tcase_add_test (tcase, two_of_one_name_do_not_overwrite_each_other);
  tcase_add_test (tcase, sign_is_checked_ever_after);
  tcase_add_test (tcase, an_interrupted_export_leaves_nothing);
  tcase_add_test (tcase, progress_shows_on_a_terminal_only);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
