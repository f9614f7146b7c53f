/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving replaces a file whole or leaves it alone, and leaves nothing else behind. */

#include "config.h"

#include "tests/support/test-disk.h"
#include "tests/support/test-support.h"

#include "lintel/xml.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define OLD_TEXT "what was there before"

static LintelCatalogue *catalogue;
static LintelProject *project;
static char *folder, *path;

static void
set_up (void)
{
  g_autoptr (GError) error = NULL;

  catalogue = lintel_catalogue_new_builtin ();
  project = lintel_template_new (catalogue, LINTEL_MODEL_SL2100, "hardened", 12, 0, 0, &error);
  ck_assert_msg (project != NULL, "%s", error != NULL ? error->message : "");
  folder = lintel_test_make_folder ();
  path = g_build_filename (folder, "office.xml", NULL);
}

static void
tear_down (void)
{
  lintel_test_remove_folder (folder);
  g_free (folder);
  g_free (path);
  g_object_unref (project);
  lintel_catalogue_unref (catalogue);
}

static void
write_old (const char *file, mode_t mode)
{
  ck_assert (g_file_set_contents (file, OLD_TEXT, -1, NULL));
  ck_assert_int_eq (g_chmod (file, mode), 0);
}

static mode_t
get_mode (const char *file)
{
  struct stat info;

  ck_assert_int_eq (lstat (file, &info), 0);
  return info.st_mode & 07777;
}

static guint
count_files (const char *where)
{
  g_autoptr (GDir) dir = g_dir_open (where, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
expect_saved (const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (project, TRUE);
  g_autofree char *there = NULL;

  ck_assert_msg (lintel_xml_write_file (project, file, &error), "%s",
                 error != NULL ? error->message : "");
  there = lintel_test_read (file);
  ck_assert_uint_eq (strlen (there), g_bytes_get_size (bytes));
  ck_assert_int_eq (memcmp (there, g_bytes_get_data (bytes, NULL), strlen (there)), 0);
}

static void
expect_refused (const char *file, LintelXmlError code, const char *why)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (!lintel_xml_write_file (project, file, &error), "%s was saved", file);
  ck_assert (g_error_matches (error, LINTEL_XML_ERROR, (int) code));
  ck_assert_msg (g_str_has_prefix (error->message, file) && strstr (error->message, why) != NULL,
                 "“%s” does not say “%s”", error->message, why);
  ck_assert (strchr (error->message, '\n') == NULL);
}

static void
expect_old (const char *file)
{
  g_autofree char *there = lintel_test_read (file);

  ck_assert_str_eq (there, OLD_TEXT);
}

START_TEST (test_new_file)
{
  expect_saved (path);
  ck_assert_int_eq (get_mode (path), 0600);
  ck_assert_uint_eq (count_files (folder), 1);
}
END_TEST

START_TEST (test_saving_does_not_mark)
{
  LintelPlace notes = lintel_place_notes ();

  ck_assert (lintel_project_set (project, "", &notes, "x", NULL));
  ck_assert (lintel_project_is_dirty (project));
  expect_saved (path);
  ck_assert (lintel_project_is_dirty (project));
}
END_TEST

START_TEST (test_permissions_kept)
{
  const mode_t modes[] = { 0644, 0640, 0600, 0664, 0620 };

  for (gsize n = 0; n < G_N_ELEMENTS (modes); n++)
    {
      write_old (path, modes[n]);
      expect_saved (path);
      ck_assert_int_eq (get_mode (path), modes[n]);
    }
}
END_TEST

START_TEST (test_owner_kept)
{
  struct stat info;

  write_old (path, 0664);
  /* Only root can give a file away; anybody else keeps his own. */
  if (geteuid () == 0)
    ck_assert_int_eq (chown (path, 4321, 1234), 0);
  ck_assert_int_eq (stat (path, &info), 0);
  expect_saved (path);
  {
    struct stat after;

    ck_assert_int_eq (stat (path, &after), 0);
    ck_assert_uint_eq (after.st_uid, info.st_uid);
    ck_assert_uint_eq (after.st_gid, info.st_gid);
  }
}
END_TEST

START_TEST (test_links_followed)
{
  g_autofree char *sub = g_build_filename (folder, "sub", NULL);
  g_autofree char *link = g_build_filename (sub, "link.xml", NULL);
  g_autofree char *second = g_build_filename (folder, "second.xml", NULL);

  ck_assert_int_eq (g_mkdir (sub, 0700), 0);
  write_old (path, 0640);
  ck_assert_int_eq (symlink ("../office.xml", link), 0);
  ck_assert_int_eq (symlink ("sub/link.xml", second), 0);
  expect_saved (second);
  ck_assert (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  ck_assert (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  ck_assert (!g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  ck_assert_int_eq (get_mode (path), 0640);
}
END_TEST

START_TEST (test_link_to_nothing)
{
  g_autofree char *link = g_build_filename (folder, "link.xml", NULL);

  ck_assert_int_eq (symlink ("office.xml", link), 0);
  expect_saved (link);
  ck_assert (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  ck_assert (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}
END_TEST

START_TEST (test_link_to_itself)
{
  ck_assert_int_eq (symlink ("office.xml", path), 0);
  expect_refused (path, LINTEL_XML_ERROR_IO, "cannot be saved");
}
END_TEST

START_TEST (test_read_only_file)
{
  write_old (path, 0444);
  expect_refused (path, LINTEL_XML_ERROR_IO, "read-only");
  expect_old (path);
  ck_assert_int_eq (get_mode (path), 0444);
  ck_assert_uint_eq (count_files (folder), 1);
}
END_TEST

START_TEST (test_read_only_folder)
{
  write_old (path, 0644);
  ck_assert_int_eq (g_chmod (folder, 0555), 0);
  expect_refused (path, LINTEL_XML_ERROR_IO, "read-only");
  ck_assert_int_eq (g_chmod (folder, 0755), 0);
  expect_old (path);
  ck_assert_uint_eq (count_files (folder), 1);
}
END_TEST

START_TEST (test_no_such_place)
{
  g_autofree char *below = g_build_filename (folder, "no", "office.xml", NULL);
  g_autofree char *beside = g_build_filename (path, "office.xml", NULL);

  expect_refused (folder, LINTEL_XML_ERROR_IO, "is a folder");
  expect_refused (below, LINTEL_XML_ERROR_IO, "folder");
  expect_refused ("/dev/null", LINTEL_XML_ERROR_IO, "not an ordinary file");
  write_old (path, 0644);
  expect_refused (beside, LINTEL_XML_ERROR_IO, "save it somewhere else");
  expect_old (path);
}
END_TEST

START_TEST (test_full_disk)
{
  g_autofree char *disk = g_build_filename (folder, "disk", NULL);
  g_autofree char *file = g_build_filename (disk, "office.xml", NULL);

  ck_assert_int_eq (g_mkdir (disk, 0700), 0);
  lintel_test_mount_small_disk (disk);
  write_old (file, 0644);
  lintel_test_fill_disk (disk);
  expect_refused (file, LINTEL_XML_ERROR_IO, "the disk is full");
  expect_old (file);
  ck_assert_uint_eq (count_files (disk), 2); /* the file, and what fills the disk */
  lintel_test_unmount_small_disk (disk);
}
END_TEST

/* A disk that takes less than it is given, whatever the reason. */
START_TEST (test_write_fails_half_way)
{
  write_old (path, 0644);
  lintel_test_limit_file_size (1000);
  expect_refused (path, LINTEL_XML_ERROR_IO, "cannot be saved");
  expect_old (path);
  ck_assert_uint_eq (count_files (folder), 1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("xml-save");
  TCase *tests = tcase_create ("files");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, test_new_file);
  tcase_add_test (tests, test_saving_does_not_mark);
  tcase_add_test (tests, test_permissions_kept);
  tcase_add_test (tests, test_owner_kept);
  tcase_add_test (tests, test_links_followed);
  tcase_add_test (tests, test_link_to_nothing);
  tcase_add_test (tests, test_link_to_itself);
  tcase_add_test (tests, test_read_only_file);
  tcase_add_test (tests, test_read_only_folder);
  tcase_add_test (tests, test_no_such_place);
  tcase_add_test (tests, test_full_disk);
  tcase_add_test (tests, test_write_fails_half_way);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
