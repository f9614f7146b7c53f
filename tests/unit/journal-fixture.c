/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/unit/journal-fixture.h"

#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include <glib/gstdio.h>

LintelCatalogue *catalogue;
LintelProject *project;
LintelJournal *journal;
char *folder, *state, *left, *path;

static GBytes *base;

/* Takes BYTES. */
static void
begin (GBytes *bytes)
{
  LintelFileStamp stamp;

  base = bytes;
  project = lintel_xml_read_bytes (catalogue, base, "office.xml", NULL);
  folder = lintel_test_make_folder ();
  state = g_build_filename (folder, "state", NULL);
  left = g_build_filename (folder, "left", NULL);
  path = g_build_filename (folder, "office.xml", NULL);
  ck_assert_int_eq (g_mkdir (left, 0700), 0);
  ck_assert (lintel_xml_write_file (project, path, NULL));
  stamp = lintel_file_stamp_read (path);
  journal = lintel_journal_new (state, project, base, NULL);
  lintel_journal_mark_saved (journal, path, &stamp, NULL);
}

void
journal_fixture_setup (void)
{
  g_autofree char *source = lintel_test_example ("law-office");

  catalogue = lintel_catalogue_new_builtin ();
  begin (lintel_xml_load_bytes (source, NULL));
}

void
journal_fixture_setup_small (void)
{
  g_autoptr (LintelProject) factory = NULL;

  catalogue = lintel_catalogue_new_builtin ();
  factory = lintel_project_new (catalogue, LINTEL_MODEL_SL2100, "");
  begin (lintel_xml_write_bytes (factory, TRUE));
}

void
journal_fixture_teardown (void)
{
  g_clear_object (&journal);
  g_clear_object (&project);
  g_bytes_unref (base);
  lintel_catalogue_unref (catalogue);
  lintel_test_remove_folder (folder);
  g_free (folder);
  g_free (state);
  g_free (left);
  g_free (path);
}

LintelProject *
read_base (void)
{
  return lintel_xml_read_bytes (catalogue, base, "office.xml", NULL);
}

char *
find_journal (void)
{
  g_autoptr (GDir) dir = g_dir_open (state, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;
  char *found = name != NULL ? g_build_filename (state, name, NULL) : NULL;

  if (dir != NULL)
    ck_assert_ptr_null (g_dir_read_name (dir));
  return found;
}

char *
leave (gsize *size)
{
  g_autofree char *file = NULL;
  char *text;

  lintel_journal_flush (journal);
  file = find_journal ();
  ck_assert_ptr_nonnull (file);
  ck_assert (g_file_get_contents (file, &text, size, NULL));
  return text;
}

void
put (const char *text, gsize size)
{
  g_autofree char *file = g_build_filename (left, "journal-left", NULL);

  /* Without the flush that makes a file durable: it is done many hundred times. */
  ck_assert (
      g_file_set_contents_full (file, text, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

LintelRecovery *
crash (void)
{
  g_autofree char *file = g_build_filename (left, "journal-left", NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  g_autofree char *text = leave (&size);
  LintelRecovery *recovery;

  put (text, size);
  recovery = lintel_recovery_open (file, &error);
  ck_assert_msg (recovery != NULL, "%s", error != NULL ? error->message : "");
  return recovery;
}

LintelProject *
restore (LintelRecovery *recovery)
{
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  LintelProject *restored = lintel_recovery_replay (recovery, catalogue, &saved, &edits, &error);

  ck_assert_msg (restored != NULL, "%s", error != NULL ? error->message : "");
  ck_assert (!lintel_project_is_dirty (restored));
  ck_assert_msg (lintel_project_apply (restored, "Restore", NULL, edits, &error), "%s",
                 error != NULL ? error->message : "");
  return restored;
}

void
assert_same (LintelProject *a, LintelProject *b)
{
  g_autoptr (GBytes) x = lintel_xml_write_bytes (a, TRUE);
  g_autoptr (GBytes) y = lintel_xml_write_bytes (b, TRUE);

  ck_assert_str_eq (g_bytes_get_data (x, NULL), g_bytes_get_data (y, NULL));
}
