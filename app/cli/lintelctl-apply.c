/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl apply: brings an older project to the house standard. */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/house-template.h"
#include "lintel/report.h"

#include <glib/gi18n.h>
#include <stdio.h>

static int
run (char **files, const char *output, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelCatalogue) catalogue = lintelctl_load_catalogue ();
  g_autoptr (LintelProject) project =
      catalogue != NULL ? lintelctl_load_project (catalogue, files[0]) : NULL;
  g_autoptr (LintelProject) house =
      project != NULL ? lintel_house_template_load (project, files[1], &error) : NULL;
  const char *target = output != NULL ? output : files[0];
  FILE *stream = g_str_equal (target, "-") && !dry_run ? stderr : stdout;
  g_autoptr (GPtrArray) edits = NULL;

  if (project == NULL)
    return LINTELCTL_FAILED;
  if (house == NULL)
    return lintelctl_fail_error (error);
  edits = lintel_house_template_compare (project, house, &error);
  if (edits == NULL)
    return lintelctl_fail_error (error);
  lintelctl_print_edits (stream, "", project, edits);
  if (edits->len == 0)
    fprintf (stream, _ ("Nothing differs from the template.\n"));
  if (dry_run)
    return LINTELCTL_FINE;
  if (!lintel_project_apply (project, _ ("Apply the template"), NULL, edits, &error))
    return lintelctl_fail_error (error);
  return lintelctl_save_project (project, target) ? LINTELCTL_FINE : LINTELCTL_FAILED;
}

int
lintelctl_apply (int argc, char **argv)
{
  g_autofree char *output = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Show the changes and write nothing"),
      NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("File to write instead of the project itself"), N_ ("FILE") },
    { NULL },
  };

  if (!lintelctl_parse (
          _ ("FILE TEMPLATE"),
          _ ("Brings the toll restriction of a project to that of a template: "
             "programs 21-05 and\n21-06, and 21-04 of the InMail ports. A template is "
             "a project file, one of the office's own\ntemplates by its name, or "
             "hardened."),
          entries, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc != 3)
    return lintelctl_fail (_ ("apply takes one project and one template"));
  return run (argv + 1, output, dry_run);
}
