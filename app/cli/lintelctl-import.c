/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl import: reads tables back into a project, all of them or nothing. */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/exchange.h"

#include <glib/gi18n.h>
#include <stdio.h>

static LintelProject *
open_base (LintelCatalogue *catalogue, const char *path, const char *onto)
{
  g_autoptr (GError) error = NULL;
  LintelProject *project;

  if (onto != NULL)
    return lintelctl_load_project (catalogue, onto);
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      lintelctl_fail (_ ("%s: a single table needs the project it belongs to: --onto FILE"), path);
      return NULL;
    }
  project = lintel_import_open_base (catalogue, path, &error);
  if (project == NULL)
    lintelctl_fail_error (error);
  return project;
}

static void
print_rejects (GPtrArray *rejects)
{
  for (guint n = 0; n < rejects->len; n++)
    {
      const LintelReject *reject = g_ptr_array_index (rejects, n);

      fprintf (stderr, _ ("%s: row %d, column “%s”: “%s”: %s\n"), reject->file, reject->row,
               reject->column, reject->value, reject->why);
    }
}

static int
import (LintelProject *project, const char *path, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelImport) import = lintel_import_read (project, path, &error);

  if (import == NULL)
    return lintelctl_fail_error (error);
  if (import->rejects->len > 0)
    {
      print_rejects (import->rejects);
      lintelctl_fail (ngettext ("%u value does not fit; nothing was imported",
                                "%u values do not fit; nothing was imported", import->rejects->len),
                      import->rejects->len);
      return LINTELCTL_FOUND;
    }
  if (!lintel_project_apply (project, "", NULL, import->edits, &error))
    return lintelctl_fail_error (error);
  if (!lintelctl_save_project (project, output))
    return LINTELCTL_FAILED;
  fprintf (stderr, ngettext ("%u value changed\n", "%u values changed\n", import->edits->len),
           import->edits->len);
  return LINTELCTL_FINE;
}

int
lintelctl_import (int argc, char **argv)
{
  g_autofree char *onto = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "onto", 0, 0, G_OPTION_ARG_FILENAME, &onto, N_ ("Project that the tables change"),
      N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Project file to write"), N_ ("FILE") },
    { NULL },
  };
  g_autoptr (LintelCatalogue) catalogue = NULL;
  g_autoptr (LintelProject) project = NULL;

  if (!lintelctl_parse (_ ("DIR|TABLE.csv"), _ ("Reads exported tables back into a project."),
                        entries, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc != 2 || output == NULL)
    return lintelctl_fail (_ ("import takes one folder or table, and -o FILE"));
  catalogue = lintelctl_load_catalogue ();
  project = catalogue != NULL ? open_base (catalogue, argv[1], onto) : NULL;
  return project != NULL ? import (project, argv[1], output) : LINTELCTL_FAILED;
}
