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

/* "-" is a table on standard input, such as rows that were copied in a spreadsheet program. */
static LintelImport *
read_tables (LintelProject *project, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  LintelImport *import = NULL;
  gsize size;
  const char *text;

  if (!g_str_equal (path, "-"))
    import = lintel_import_read (project, path, &error);
  else if ((bytes = lintelctl_read_standard_input (&error)) != NULL)
    {
      text = g_bytes_get_data (bytes, &size);
      import = lintel_import_read_text (project, text, size, "-", &error);
    }
  if (import == NULL)
    lintelctl_fail_error (error);
  return import;
}

static int
fail_rejected (const GPtrArray *rejects)
{
  for (guint n = 0; n < rejects->len; n++)
    {
      g_autofree char *line = lintel_reject_to_text (g_ptr_array_index (rejects, n));

      fprintf (stderr, "%s\n", line);
    }
  lintelctl_fail (ngettext ("%u value does not fit; nothing was imported",
                            "%u values do not fit; nothing was imported", rejects->len),
                  rejects->len);
  return LINTELCTL_FOUND;
}

static int
save (LintelProject *project, const LintelImport *import, const char *output)
{
  g_autoptr (GError) error = NULL;

  if (!lintel_project_apply (project, "", NULL, import->edits, &error))
    return lintelctl_fail_error (error);
  if (!lintelctl_save_project (project, output))
    return LINTELCTL_FAILED;
  fprintf (stderr, ngettext ("%u value changed\n", "%u values changed\n", import->edits->len),
           import->edits->len);
  return LINTELCTL_FINE;
}

/* OUTPUT NULL: only shows what would change. */
static int
run (const char *path, const char *onto, const char *output)
{
  g_autoptr (LintelCatalogue) catalogue = lintelctl_load_catalogue ();
  g_autoptr (LintelProject) project = catalogue != NULL ? open_base (catalogue, path, onto) : NULL;
  g_autoptr (LintelImport) import = project != NULL ? read_tables (project, path) : NULL;

  if (import == NULL)
    return LINTELCTL_FAILED;
  if (output == NULL)
    lintelctl_print_edits (stdout, "", project, import->edits);
  if (import->rejects->len > 0)
    return fail_rejected (import->rejects);
  return output != NULL ? save (project, import, output) : LINTELCTL_FINE;
}

int
lintelctl_import (int argc, char **argv)
{
  g_autofree char *onto = NULL;
  g_autofree char *output = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "onto", 0, 0, G_OPTION_ARG_FILENAME, &onto, N_ ("Project that the tables change"),
      N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Project file to write"), N_ ("FILE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Show the changes and write nothing"),
      NULL },
    { NULL },
  };

  if (!lintelctl_parse (
          _ ("DIR|TABLE.csv|WORKBOOK.xlsx|-"),
          _ ("Reads exported tables back into a project, all of them or nothing: the folder of an "
             "export,\none table, the workbook after it was edited in a spreadsheet program, or, "
             "from standard\ninput, rows that were copied there together with their titles. A "
             "table has an index such as\n“mailbox” and item numbers such as “47-02-01”; or "
             "“number” and item numbers or “name”;\nor “port, number, kind, name”; or “place, "
             "value”. No spreadsheet program is needed for it."),
          entries, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc != 2 || (output == NULL) != dry_run)
    return lintelctl_fail (_ ("import takes one folder or table, and -o FILE or --dry-run"));
  return run (argv[1], onto, output);
}
