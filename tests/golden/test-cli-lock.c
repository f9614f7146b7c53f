/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lintelctl lock and unlock, and the passphrase of the commands that use codes: from a file, from
 * standard input, and from a terminal that does not show it.
 */

#include "app/core/project/lintel-lock-private.h"
#include "lintel/xml.h"
#include "tests/golden/cli-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <pty.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PASSPHRASE "four brown horses run"

static char *key; /* a file with the passphrase */

static char *
write_key (const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
set_up (void)
{
  cli_fixture_setup ();
  key = write_key ("key", PASSPHRASE "\n");
}

static void
tear_down (void)
{
  g_clear_pointer (&key, g_free);
  cli_fixture_teardown ();
}

/* With a key that costs next to nothing. */
static void
lock_dental (void)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autoptr (LintelProject) project = lintel_xml_read_file (catalogue, dental, NULL);
  g_autoptr (LintelLockKey) cheap = lintel_lock_key_new_with (
      PASSPHRASE, crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN, NULL);

  ck_assert (lintel_project_set_lock (project, cheap, NULL));
  ck_assert (lintel_xml_write_file (project, dental, NULL));
}

START_TEST (lock_and_unlock_give_the_file_back)
{
  g_autofree char *before = lintel_test_read (dental);
  g_autofree char *locked = NULL, *after = NULL, *out = NULL, *err = NULL;

  ck_assert_int_eq (run (NULL, &err, "lock", dental, "--passphrase-file", key, NULL), 0);
  assert_says (err, "Nobody can find out a forgotten passphrase");
  locked = lintel_test_read (dental);
  ck_assert_ptr_nonnull (strstr (locked, "<locked-codes"));
  ck_assert_ptr_null (strstr (locked, "<code "));
  ck_assert_int_eq (run (&out, NULL, "unlock", dental, "--passphrase-file", key, NULL), 0);
  assert_says (out, "whoever opens the file reads them");
  after = lintel_test_read (dental);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (check_judges_with_the_passphrase_only)
{
  g_autofree char *without = NULL, *with = NULL, *piped = NULL;

  lock_dental ();
  ck_assert_int_eq (run (&without, NULL, "check", dental, NULL), 1);
  assert_says (without, "[codes-locked]");
  ck_assert_ptr_null (strstr (without, "[mailbox-code-weak]"));
  ck_assert_int_eq (run (&with, NULL, "check", "--passphrase-file", key, dental, NULL), 1);
  ck_assert_ptr_null (strstr (with, "[codes-locked]"));
  assert_says (with, "[mailbox-code-weak]");
  ck_assert_int_eq (run_shell ("echo '" PASSPHRASE "' | \"$0\" check --passphrase-file - \"$1\"",
                               dental, &piped, NULL),
                    1);
  ck_assert_str_eq (with, piped);
}
END_TEST

START_TEST (wrong_passphrase_is_one_sentence)
{
  g_autofree char *wrong = write_key ("wrong", "Four brown horses run\n");
  g_autofree char *before = NULL, *after = NULL, *err = NULL;
  static const char *const commands[] = { "check", "unlock", "fix" };

  lock_dental ();
  before = lintel_test_read (dental);
  for (gsize n = 0; n < G_N_ELEMENTS (commands); n++)
    {
      g_clear_pointer (&err, g_free);
      ck_assert_int_eq (run (NULL, &err, commands[n], "--passphrase-file", wrong, dental, NULL), 2);
      assert_says (err, "dental.xml: this passphrase does not open the codes");
      ck_assert_ptr_eq (strchr (err, '\n'), err + strlen (err) - 1);
    }
  after = lintel_test_read (dental);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (codes_are_read_and_changed_with_it)
{
  g_autofree char *refused = NULL, *out = NULL;

  lock_dental ();
  ck_assert_int_eq (run (NULL, &refused, "get", dental, "code[101]", NULL), 2);
  assert_says (refused, "code[101]: the codes are locked");
  g_clear_pointer (&refused, g_free);
  ck_assert_int_eq (run (NULL, &refused, "set", dental, "code[101]=7093", NULL), 2);
  assert_says (refused, "the codes are locked");
  ck_assert_int_eq (
      run (NULL, NULL, "set", "--passphrase-file", key, dental, "code[101]=7093", NULL), 0);
  ck_assert_int_eq (run (&out, NULL, "get", "--passphrase-file", key, dental, "code[101]", NULL),
                    0);
  ck_assert_str_eq (out, "code[101]=7093\n");
}
END_TEST

/* A difference tool shows what was changed, and not that the file was written. */
START_TEST (change_of_another_place_is_one_line)
{
  g_autofree char *out = NULL;

  lock_dental ();
  ck_assert_int_eq (run_shell ("cp \"$1\" \"$1.old\" && \"$0\" set \"$1\" customer.name=Acme && "
                               "diff \"$1.old\" \"$1\" | grep -c '^>'",
                               dental, &out, NULL),
                    0);
  ck_assert_str_eq (out, "1\n");
}
END_TEST

START_TEST (difference_of_locked_codes_is_left_out_and_told)
{
  g_autofree char *out = NULL, *err = NULL;

  ck_assert_int_eq (run_shell ("cp \"$1\" \"$1.old\"", dental, NULL, NULL), 0);
  lock_dental ();
  ck_assert_int_eq (run_shell ("\"$0\" diff \"$1.old\" \"$1\"", dental, &out, &err), 0);
  ck_assert_ptr_null (strstr (out, "code["));
  assert_says (err, "The codes are locked, so they have not been compared.");
}
END_TEST

START_TEST (export_needs_it_for_codes_only)
{
  g_autofree char *without = g_build_filename (folder, "without", NULL);
  g_autofree char *with = g_build_filename (folder, "with", NULL);
  g_autofree char *sheet = g_build_filename (with, "code-sheet.pdf", NULL);
  g_autofree char *err = NULL;

  lock_dental ();
  ck_assert_int_eq (
      run (NULL, NULL, "export", "--to", without, "--force", "--reason", "r", dental, NULL), 0);
  ck_assert_int_eq (run (NULL, &err, "export", "--to", with, "--force", "--reason", "r",
                         "--with-codes", dental, NULL),
                    2);
  assert_says (err, "the codes are locked; unlock them with the passphrase");
  ck_assert_int_eq (run (NULL, NULL, "export", "--to", with, "--force", "--reason", "r",
                         "--with-codes", "--passphrase-file", key, dental, NULL),
                    0);
  ck_assert (g_file_test (sheet, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST (lock_is_refused_in_words)
{
  g_autofree char *brief = write_key ("short", "seven77\n"), *blank = write_key ("blank", "\n");
  g_autofree char *before = lintel_test_read (dental), *after = NULL;
  const struct
  {
    const char *file, *says;
  } cases[] = {
    { brief, "a passphrase has at least 8 characters" },
    { blank, "the first line is blank" },
    { "/nonexistent/key", "the passphrase cannot be read" },
  };

  for (gsize n = 0; n < G_N_ELEMENTS (cases); n++)
    {
      g_autofree char *err = NULL;

      ck_assert_int_eq (run (NULL, &err, "lock", dental, "--passphrase-file", cases[n].file, NULL),
                        2);
      assert_says (err, cases[n].says);
    }
  after = lintel_test_read (dental);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (lock_state_is_told)
{
  g_autofree char *open = NULL, *twice = NULL;

  ck_assert_int_eq (run (NULL, &open, "unlock", dental, "--passphrase-file", key, NULL), 2);
  assert_says (open, "the codes are not locked");
  lock_dental ();
  ck_assert_int_eq (run (NULL, &twice, "lock", dental, "--passphrase-file", key, NULL), 2);
  assert_says (twice, "the codes are locked already");
}
END_TEST

/* Without a terminal of its own, so that nobody is asked. */
START_TEST (no_terminal_is_told)
{
  g_autofree char *err = NULL;

  ck_assert_int_eq (run_shell ("setsid -w \"$0\" lock \"$1\" < /dev/null", dental, NULL, &err), 2);
  assert_says (err, "there is no terminal to ask for the passphrase");
}
END_TEST

/* Reads from the terminal until it has said PART, and adds to SAID what it says. An answer before
 * the question would be thrown away. */
static void
wait_for (int terminal, GString *said, const char *part)
{
  gsize start = said->len;
  char buffer[256];

  while (strstr (said->str + start, part) == NULL)
    {
      ssize_t n = read (terminal, buffer, sizeof buffer);

      ck_assert_msg (n > 0, "“%s” did not come in: %s", part, said->str);
      g_string_append_len (said, buffer, n);
    }
}

static void
answer (int terminal, const char *line)
{
  ck_assert_int_eq (write (terminal, line, strlen (line)), (ssize_t) strlen (line));
}

static int
lock_at_terminal (const char *again, GString *said)
{
  int terminal, status;
  pid_t child = forkpty (&terminal, NULL, NULL, NULL);

  ck_assert_int_ge (child, 0);
  if (child == 0)
    {
      execl (lintel_test_lintelctl (), "lintelctl", "lock", dental, NULL);
      _exit (127);
    }
  wait_for (terminal, said, "Passphrase of the codes: ");
  answer (terminal, PASSPHRASE "\n");
  wait_for (terminal, said, "Once more: ");
  answer (terminal, again);
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  close (terminal);
  ck_assert (WIFEXITED (status));
  return WEXITSTATUS (status);
}

START_TEST (terminal_asks_twice_and_shows_nothing)
{
  g_autoptr (GString) said = g_string_new (NULL);

  ck_assert_int_eq (lock_at_terminal ("four brown horses ran\n", said), 2);
  ck_assert_int_eq (lock_at_terminal (PASSPHRASE "\n", said), 0);
  ck_assert_ptr_null (strstr (said->str, "brown"));
  ck_assert_int_eq (run (NULL, NULL, "unlock", dental, "--passphrase-file", key, NULL), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cli-lock");
  TCase *tcase = tcase_create ("lock");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_set_timeout (tcase, 120);
  tcase_add_test (tcase, lock_and_unlock_give_the_file_back);
  tcase_add_test (tcase, check_judges_with_the_passphrase_only);
  tcase_add_test (tcase, wrong_passphrase_is_one_sentence);
  tcase_add_test (tcase, codes_are_read_and_changed_with_it);
  tcase_add_test (tcase, change_of_another_place_is_one_line);
  tcase_add_test (tcase, difference_of_locked_codes_is_left_out_and_told);
  tcase_add_test (tcase, export_needs_it_for_codes_only);
  tcase_add_test (tcase, lock_is_refused_in_words);
  tcase_add_test (tcase, lock_state_is_told);
  tcase_add_test (tcase, no_terminal_is_told);
  tcase_add_test (tcase, terminal_asks_twice_and_shows_nothing);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
