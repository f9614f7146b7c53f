/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Mailbox codes stay in the project: whatever the program says about its work, and whatever it
 * keeps for the next time, has none of them in it.
 */

#include "config.h"

#include "tests/e2e/e2e-lintel.h"
#include "tests/support/test-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define NEW_CODE "8362"

/* Those of the project, and the one that is typed. */
static GPtrArray *
list_codes (const char *project)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = lintel_test_read (project);
  g_autoptr (GRegex) regex = g_regex_new ("state=\"set\">([0-9]{4})<", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_ptr_array_add (codes, g_match_info_fetch (match, 1));
  g_ptr_array_add (codes, g_strdup (NEW_CODE));
  ck_assert_uint_gt (codes->len, 5);
  return codes;
}

/* As a word of its own; process ids, "lintel:4821", are none. */
static void
expect_no_codes_in (const char *text, const char *where, GPtrArray *codes)
{
  for (guint n = 0; n < codes->len; n++)
    {
      g_autofree char *pattern = g_strdup_printf ("(?<![0-9a-zA-Z:.])%s(?![0-9a-zA-Z.])",
                                                  (char *) g_ptr_array_index (codes, n));

      ck_assert_msg (!g_regex_match_simple (pattern, text, 0, 0), "%s has the code %s", where,
                     (char *) g_ptr_array_index (codes, n));
    }
}

static void
expect_no_codes (const char *file, GPtrArray *codes)
{
  g_autofree char *text = NULL;

  if (g_file_get_contents (file, &text, NULL, NULL))
    expect_no_codes_in (text, file, codes);
}

/* A file that has codes in it, as a journal does, is nobody else's. */
static void
check_folder (const char *folder, GPtrArray *codes, guint *n_files)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat info;

      ck_assert_int_eq (lstat (path, &info), 0);
      if (S_ISDIR (info.st_mode))
        check_folder (path, codes, n_files);
      else if (S_ISREG (info.st_mode))
        {
          (*n_files)++;
          if (g_str_has_prefix (name, "journal-"))
            ck_assert_uint_eq (info.st_mode & 0777, 0600);
          else
            expect_no_codes (path, codes);
        }
    }
}

static void
check_everything_kept (GPtrArray *codes)
{
  const char *const folders[] = { g_get_user_data_dir (), g_get_user_config_dir (),
                                  g_get_user_cache_dir (), g_get_user_state_dir (),
                                  g_get_user_runtime_dir () };
  guint n_files = 0;

  for (gsize n = 0; n < G_N_ELEMENTS (folders); n++)
    check_folder (folders[n], codes, &n_files);
  /* The list of recent files at least. */
  ck_assert_uint_gt (n_files, 0);
}

static gboolean
is_saved_cb (gpointer path)
{
  g_autofree char *text = lintel_test_read (path);

  return strstr (text, NEW_CODE) != NULL;
}

START_TEST (codes_are_in_the_project_alone)
{
  g_autofree char *path = e2e_copy_example ("hardened-office.xml");
  g_autoptr (GPtrArray) codes = list_codes (path);
  g_autofree char *log = NULL;

  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  e2e_start (path);
  g_unsetenv ("G_MESSAGES_DEBUG");
  e2e_show_tab (8, "Codes");
  e2e_wait_for_focus ("code[*");
  e2e_type (NEW_CODE);
  e2e_press ("Return");
  e2e_wait_for_title ("• *");
  g_usleep (G_USEC_PER_SEC / 2);
  check_everything_kept (codes);
  e2e_press ("<Control>s");
  e2e_wait (is_saved_cb, path, "the file does not get the new code");
  e2e_press ("<Control>w");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
  check_everything_kept (codes);
  log = e2e_path ("lintel.log");
  expect_no_codes (log, codes);
}
END_TEST

START_TEST (commands_do_not_tell_them)
{
  g_autofree char *path = lintel_test_source ("data/examples/dental-office.xml");
  g_autoptr (GPtrArray) codes = list_codes (path);
  const char *program = lintel_test_lintelctl ();
  const char *const commands[][7] = {
    { program, "check", path, NULL },
    { program, "check", "--format=json", path, NULL },
    { program, "fix", "--dry-run", path, NULL },
    { program, "set", path, "code[101]=" NEW_CODE, "-o", "/dev/null", NULL },
  };

  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  for (gsize n = 0; n < G_N_ELEMENTS (commands); n++)
    {
      g_autofree char *out = NULL, *err = NULL;

      lintel_test_spawn (commands[n], &out, &err);
      expect_no_codes_in (out, commands[n][1], codes);
      expect_no_codes_in (err, commands[n][1], codes);
    }
  g_unsetenv ("G_MESSAGES_DEBUG");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("codes");
  TCase *commands = tcase_create ("commands");
  TCase *tests = tcase_create ("window");

  tcase_add_checked_fixture (tests, e2e_begin, e2e_finish);
  tcase_set_timeout (tests, 60);
  tcase_add_test (commands, commands_do_not_tell_them);
  suite_add_tcase (suite, commands);
  tcase_add_test (tests, codes_are_in_the_project_alone);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
