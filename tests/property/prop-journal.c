/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random work on a project with a journal, ended at a random byte of the journal's file: what comes
 * back is the project as it was after the last change that was written whole, and saved what was
 * saved.
 */

#include "config.h"

#include "tests/support/test-lint.h"
#include "tests/support/test-support.h"

#include "lintel/journal.h"
#include "lintel/xml.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_RUNS 8
#define N_STEPS 120
#define N_DEATHS 12

static LintelCatalogue *catalogue;
static GRand *dice;
static char *folder, *state, *left;

static LintelProject *project;
static LintelJournal *journal;
static GBytes *saved;     /* the project when it was last saved */
static GPtrArray *states; /* of GBytes*: it after each record since then */

static void
set_up (void)
{
  catalogue = lintel_catalogue_new_builtin ();
  dice = g_rand_new_with_seed (lintel_test_seed ());
  folder = lintel_test_make_folder ();
  state = g_build_filename (folder, "state", NULL);
  left = g_build_filename (folder, "journal-left", NULL);
  states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
}

static void
tear_down (void)
{
  g_clear_object (&journal);
  g_clear_object (&project);
  g_clear_pointer (&saved, g_bytes_unref);
  g_clear_pointer (&states, g_ptr_array_unref);
  lintel_test_remove_folder (folder);
  g_free (folder);
  g_free (state);
  g_free (left);
  g_rand_free (dice);
  lintel_catalogue_unref (catalogue);
}

static void
forget_states (void)
{
  g_clear_pointer (&saved, g_bytes_unref);
  saved = lintel_xml_write_bytes (project, TRUE);
  g_ptr_array_set_size (states, 0);
}

static void
changed_cb (void)
{
  if (lintel_project_is_dirty (project))
    g_ptr_array_add (states, lintel_xml_write_bytes (project, TRUE));
  else
    forget_states ();
}

static void
begin (void)
{
  g_autoptr (LintelProject) random = lintel_test_random_project (dice, catalogue);
  g_autoptr (GBytes) base = lintel_xml_write_bytes (random, TRUE);

  project = lintel_xml_read_bytes (catalogue, base, "random.xml", NULL);
  ck_assert_ptr_nonnull (project);
  journal = lintel_journal_new (state, project, base, NULL);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), NULL);
  forget_states ();
}

static void
save (void)
{
  const LintelFileStamp stamp = { 0 };

  lintel_project_mark_saved (project);
  lintel_journal_mark_saved (journal, "random.xml", &stamp, NULL);
  forget_states ();
}

static char *
read_journal (gsize *size)
{
  g_autoptr (GDir) dir = NULL;
  g_autofree char *path = NULL;
  char *text = NULL;
  const char *name;

  lintel_journal_flush (journal);
  dir = g_dir_open (state, 0, NULL);
  name = dir != NULL ? g_dir_read_name (dir) : NULL;
  if (name == NULL)
    return NULL;
  path = g_build_filename (state, name, NULL);
  ck_assert (g_file_get_contents (path, &text, size, NULL));
  ck_assert_ptr_null (g_dir_read_name (dir));
  return text;
}

static void
assert_is (LintelProject *actual, GBytes *expected, const char *what)
{
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (actual, TRUE);

  ck_assert_msg (g_bytes_equal (bytes, expected), "%s is not as it was", what);
}

/* The first two lines are the base and what was saved; a journal without them is none. */
static void
assert_recovers (guint n_lines)
{
  g_autoptr (LintelRecovery) recovery = lintel_recovery_open (left, NULL);
  g_autoptr (LintelProject) restored = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;

  if (n_lines < 2)
    return;
  ck_assert_ptr_nonnull (recovery);
  restored = lintel_recovery_replay (recovery, catalogue, &before, &edits, &error);
  ck_assert_msg (restored != NULL, "%s", error != NULL ? error->message : "");
  assert_is (restored, saved, "what was saved");
  ck_assert_msg (lintel_project_apply (restored, "Restore", NULL, edits, &error), "%s",
                 error != NULL ? error->message : "");
  assert_is (restored, n_lines == 2 ? saved : g_ptr_array_index (states, n_lines - 3),
             "what was changed");
}

static void
die (void)
{
  gsize size = 0;
  g_autofree char *text = read_journal (&size);
  gsize end, whole = 0;
  guint n_lines = 0;

  ck_assert_int_eq (text != NULL, states->len > 0);
  if (text == NULL)
    return;
  end = g_rand_boolean (dice) ? size : (gsize) g_rand_int_range (dice, 0, (int) size + 1);
  for (gsize k = 0; k < end; k++)
    if (text[k] == '\n')
      {
        n_lines++;
        whole = k + 1;
      }
  ck_assert (end < size || (whole == size && n_lines == states->len + 2));
  ck_assert (g_file_set_contents (left, text, (gssize) end, NULL));
  assert_recovers (n_lines);
}

START_TEST (what_was_written_comes_back)
{
  begin ();
  for (int n = 0; n < N_STEPS; n++)
    {
      if (g_rand_int_range (dice, 0, 25) == 0)
        save ();
      else
        g_free (lintel_test_random_edit (dice, project));
      if (g_rand_int_range (dice, 0, N_STEPS / N_DEATHS) == 0)
        die ();
    }
  die ();
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("journal properties");
  TCase *tcase = tcase_create ("journal");

  tcase_set_timeout (tcase, 300);
  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_loop_test (tcase, what_was_written_comes_back, 0, N_RUNS);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
