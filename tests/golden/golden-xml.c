/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading and writing project files, by folder (tests/data/xml):
 *
 *   identity/X.xml   written back as it was
 *   changed/X.xml    written back as X.out.xml
 *   fail/X.xml       refused with exactly the sentence in X.err
 *
 * In the first two, what was kept aside is exactly X.strays, which is there only if something was.
 */

#include "config.h"

#include "tests/support/test-support.h"

#include "lintel/xml.h"

#include <string.h>

static const char *const stray_kinds[] = {
  [LINTEL_STRAY_FOREIGN] = "foreign",
  [LINTEL_STRAY_UNKNOWN_ELEMENT] = "unknown-element",
  [LINTEL_STRAY_UNKNOWN_ATTRIBUTE] = "unknown-attribute",
  [LINTEL_STRAY_UNKNOWN_ITEM] = "unknown-item",
  [LINTEL_STRAY_UNKNOWN_INDEX] = "unknown-index",
  [LINTEL_STRAY_INDEX_NOT_ON_MODEL] = "index-not-on-model",
  [LINTEL_STRAY_OUT_OF_RANGE] = "out-of-range",
  [LINTEL_STRAY_DUPLICATE] = "duplicate",
};

static LintelCatalogue *catalogue;

typedef void (*CaseTest) (const char *path);

/* Runs TEST for every case of a folder of tests/data/xml; there has to be one. */
static void
walk (const char *folder, CaseTest test)
{
  g_autofree char *path = lintel_test_data ("xml", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n_cases = 0;

  ck_assert_msg (dir != NULL, "%s is missing", path);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".out.xml"))
        continue;
      test (file);
      n_cases++;
    }
  ck_assert_uint_gt (n_cases, 0);
}

static char *
replace_suffix (const char *path, const char *suffix)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".xml"));

  return g_strconcat (stem, suffix, NULL);
}

static LintelProject *
read_project (const char *path)
{
  g_autoptr (GError) error = NULL;
  LintelProject *project = lintel_xml_read_file (catalogue, path, &error);

  ck_assert_msg (project != NULL, "%s", error != NULL ? error->message : "no error set");
  return project;
}

static char *
write_project (LintelProject *project)
{
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (project, TRUE);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
describe_strays (LintelProject *project)
{
  g_autoptr (GPtrArray) strays = lintel_project_list_strays (project);
  GString *out = g_string_new (NULL);

  for (guint n = 0; n < strays->len; n++)
    {
      const LintelStray *stray = g_ptr_array_index (strays, n);

      g_string_append_printf (out, "%d:%d %s %s", stray->line, stray->column,
                              stray_kinds[stray->kind], stray->address);
      if (stray->value != NULL)
        g_string_append_printf (out, " = “%s”", stray->value);
      g_string_append_printf (out, "\n  at %s%s\n  %s\n", stray->parent,
                              stray->has_target ? ", goes with its place" : "", stray->why);
    }
  return g_string_free (out, FALSE);
}

static void
expect_strays (LintelProject *project, const char *path)
{
  g_autofree char *file = replace_suffix (path, ".strays");
  g_autofree char *strays = describe_strays (project);

  if (*strays != '\0' || g_file_test (file, G_FILE_TEST_EXISTS))
    lintel_test_golden (file, strays);
}

static void
expect_identity (const char *path)
{
  g_autofree char *before = lintel_test_read (path);
  g_autoptr (LintelProject) project = read_project (path);
  g_autofree char *after = write_project (project);

  ck_assert_msg (!lintel_project_is_dirty (project), "%s is dirty after loading", path);
  /* Its own golden file: a wrong writer must not rewrite what it is tested with. */
  if (!g_str_equal (before, after))
    ck_abort_msg ("%s came back as:\n%s", path, after);
}

static void
test_identity_case (const char *path)
{
  g_autoptr (LintelProject) project = read_project (path);

  expect_identity (path);
  expect_strays (project, path);
}

START_TEST (test_identity)
{
  walk ("identity", test_identity_case);
}
END_TEST

static void
test_changed_case (const char *path)
{
  g_autofree char *file = replace_suffix (path, ".out.xml");
  g_autoptr (LintelProject) project = read_project (path);
  g_autofree char *after = write_project (project);

  lintel_test_golden (file, after);
  expect_identity (file);
  expect_strays (project, path);
}

START_TEST (test_changed)
{
  walk ("changed", test_changed_case);
}
END_TEST

static void
test_fail_case (const char *path)
{
  g_autofree char *file = replace_suffix (path, ".err");
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *contents = NULL, *line = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  ck_assert (g_file_get_contents (path, &contents, &size, NULL));
  bytes = g_bytes_new (contents, size);
  ck_assert_msg (lintel_xml_read_bytes (catalogue, bytes, name, &error) == NULL, "%s was read",
                 path);
  ck_assert_msg (error != NULL && error->domain == LINTEL_XML_ERROR, "%s: no error", path);
  ck_assert_msg (strchr (error->message, '\n') == NULL, "%s: more than one line", path);
  line = g_strdup_printf ("%s\n", error->message);
  lintel_test_golden (file, line);
}

START_TEST (test_fail)
{
  walk ("fail", test_fail_case);
}
END_TEST

static void
walk_source (const char *folder)
{
  g_autofree char *path = lintel_test_source (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n_files = 0;

  ck_assert_msg (dir != NULL, "%s is missing", path);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autoptr (LintelProject) project = read_project (file);
      g_autofree char *strays = describe_strays (project);

      expect_identity (file);
      ck_assert_str_eq (strays, "");
      n_files++;
    }
  ck_assert_uint_gt (n_files, 2);
}

START_TEST (test_shipped_files)
{
  walk_source ("data/examples");
  walk_source ("data/templates");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("xml");
  TCase *tests = tcase_create ("folders");
  int status;

  catalogue = lintel_catalogue_new_builtin ();
  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, test_identity);
  tcase_add_test (tests, test_changed);
  tcase_add_test (tests, test_fail);
  tcase_add_test (tests, test_shipped_files);
  suite_add_tcase (suite, tests);
  status = lintel_test_run (suite);
  lintel_catalogue_unref (catalogue);
  return status;
}
