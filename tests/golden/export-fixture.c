/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/golden/export-fixture.h"

#include "tests/support/test-support.h"

#include <string.h>

LintelCatalogue *catalogue;
char *folder;

void
export_fixture_setup (void)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1790000000", TRUE);
  catalogue = lintel_catalogue_new_builtin ();
  folder = lintel_test_make_folder ();
}

void
export_fixture_teardown (void)
{
  lintel_test_remove_folder (folder);
  g_clear_pointer (&folder, g_free);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

void
export_to (LintelProject *project, const char *name, LintelExportOptions options)
{
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  options.force = TRUE;
  if (options.reason == NULL)
    options.reason = "bench test";
  ck_assert_msg (lintel_export_write (linter, path, &options, NULL, &error), "%s",
                 error != NULL ? error->message : "");
}

char *
read_output (const char *const *argv)
{
  char *out = NULL;
  g_autofree char *err = NULL;

  ck_assert_msg (lintel_test_spawn (argv, &out, &err) == 0, "%s: %s", argv[0], err);
  return out;
}

char *
read_text (const char *name, const char *file, gboolean layout)
{
  g_autofree char *path = g_build_filename (folder, name, file, NULL);
  const char *argv[] = { "pdftotext", layout ? "-layout" : "-raw", path, "-", NULL };

  return read_output (argv);
}

char *
read_info (const char *name, const char *file)
{
  g_autofree char *path = g_build_filename (folder, name, file, NULL);
  const char *argv[] = { "pdfinfo", path, NULL };

  return read_output (argv);
}

char *
read_words (const char *name, const char *file, gboolean layout)
{
  g_autofree char *text = read_text (name, file, layout);
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f", -1);
  GString *joined = g_string_new (NULL);

  for (guint n = 0; words[n] != NULL; n++)
    if (*words[n] != '\0')
      g_string_append_printf (joined, "%s ", words[n]);
  return g_string_free (joined, FALSE);
}

GBytes *
read_bytes (const char *name, const char *file)
{
  g_autofree char *path = g_build_filename (folder, name, file, NULL);
  char *data;
  gsize size;

  ck_assert (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

void
assert_says (const char *text, const char *part)
{
  ck_assert_msg (strstr (text, part) != NULL, "“%s” is not in:\n%.1200s", part, text);
}

int
export_fixture_run (const char *name, void (*add_tests) (TCase *tcase))
{
  Suite *suite = suite_create (name);
  TCase *tcase = tcase_create (name);

  tcase_add_checked_fixture (tcase, export_fixture_setup, export_fixture_teardown);
  tcase_set_timeout (tcase, 60);
  add_tests (tcase);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
