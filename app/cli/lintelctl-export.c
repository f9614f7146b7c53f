/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl export: writes the database files of a project into one folder. */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/exchange.h"

#include <glib/gi18n.h>
#include <stdio.h>

typedef struct
{
  char *to;
  char *baseline;
  char *reason;
  gboolean force;
  gboolean with_codes;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->to);
  g_free (options->baseline);
  g_free (options->reason);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options->to, N_ ("Folder to write"), N_ ("DIR") },
    { "baseline", 0, 0, G_OPTION_ARG_FILENAME, &options->baseline,
      N_ ("Project that the worksheet starts from, instead of the factory state"), N_ ("FILE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options->force,
      N_ ("Export in spite of errors; needs --reason"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options->reason,
      N_ ("Why errors are shipped; written into the manifest"), N_ ("TEXT") },
    { "with-codes", 0, 0, G_OPTION_ARG_NONE, &options->with_codes,
      N_ ("Include the mailbox codes in project.xml"), NULL },
    { NULL },
  };

  return lintelctl_parse (_ ("FILE"), _ ("Writes the database files of a project into one folder."),
                          entries, argc, argv);
}

static int export(LintelProject *project, const Options *options, LintelProject *baseline)
{
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  g_autoptr (GError) error = NULL;
  const LintelExportOptions wanted = {
    .baseline = baseline,
    .with_codes = options->with_codes,
    .force = options->force,
    .reason = options->reason,
  };

  if (lintel_export_write (linter, options->to, &wanted, NULL, &error))
    {
      printf (_ ("The database files are in %s\n"), options->to);
      return LINTELCTL_FINE;
    }
  lintelctl_fail_error (error);
  return g_error_matches (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FINDINGS)
             ? LINTELCTL_FOUND
             : LINTELCTL_FAILED;
}

int
lintelctl_export (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (LintelCatalogue) catalogue = NULL;
  g_autoptr (LintelProject) project = NULL;
  g_autoptr (LintelProject) baseline = NULL;

  if (!parse (&options, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc != 2 || options.to == NULL)
    return lintelctl_fail (_ ("export takes one project and --to DIR"));
  catalogue = lintelctl_load_catalogue ();
  project = catalogue != NULL ? lintelctl_load_project (catalogue, argv[1]) : NULL;
  if (project == NULL)
    return LINTELCTL_FAILED;
  if (options.baseline != NULL)
    {
      baseline = lintelctl_load_project (catalogue, options.baseline);
      if (baseline == NULL)
        return LINTELCTL_FAILED;
      if (lintel_project_get_model (baseline) != lintel_project_get_model (project))
        return lintelctl_fail (_ ("%s: the baseline is for another model"), options.baseline);
    }
  return export(project, &options, baseline);
}
