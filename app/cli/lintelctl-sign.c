/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl sign: notes who prepared or reviewed a project, with the hash of what they saw. */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/exchange.h"

#include <glib/gi18n.h>

typedef struct
{
  char *names[LINTEL_N_SIGN_OFFS];
  char *output;
} Options;

static void
options_clear (Options *options)
{
  for (guint n = 0; n < LINTEL_N_SIGN_OFFS; n++)
    g_free (options->names[n]);
  g_free (options->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "prepared", 0, 0, G_OPTION_ARG_STRING, &options->names[LINTEL_SIGN_OFF_PREPARED - 1],
      N_ ("Who prepared the project"), N_ ("NAME") },
    { "reviewed", 0, 0, G_OPTION_ARG_STRING, &options->names[LINTEL_SIGN_OFF_REVIEWED - 1],
      N_ ("Who reviewed the project"), N_ ("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Write here instead of into the project itself"), N_ ("FILE") },
    { NULL },
  };

  return lintelctl_parse (
      _ ("FILE"),
      _ ("Notes in a project who prepared or reviewed it as it is now. Any later "
         "change of it,\nother than of mailbox codes, makes the sign-off stale, "
         "which check reports."),
      entries, argc, argv);
}

static gboolean
sign (LintelProject *project, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();

  for (int kind = 1; kind <= LINTEL_N_SIGN_OFFS; kind++)
    if (options->names[kind - 1] != NULL)
      lintel_edits_add_sign_off (edits, project, (LintelSignOffKind) kind, options->names[kind - 1],
                                 lintel_export_get_time ());
  return lintel_project_apply (project, "", NULL, edits, error);
}

static gboolean
has_blank_name (const Options *options)
{
  for (guint n = 0; n < LINTEL_N_SIGN_OFFS; n++)
    if (options->names[n] != NULL && *g_strstrip (options->names[n]) == '\0')
      return TRUE;
  return FALSE;
}

int
lintelctl_sign (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (LintelCatalogue) catalogue = NULL;
  g_autoptr (LintelProject) project = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse (&options, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc != 2 || (options.names[0] == NULL && options.names[1] == NULL)
      || has_blank_name (&options))
    return lintelctl_fail (_ ("sign takes one project and --prepared NAME or --reviewed NAME"));
  catalogue = lintelctl_load_catalogue ();
  project = catalogue != NULL ? lintelctl_load_project (catalogue, argv[1]) : NULL;
  if (project == NULL)
    return LINTELCTL_FAILED;
  if (!sign (project, &options, &error))
    return lintelctl_fail_error (error);
  return lintelctl_save_project (project, options.output != NULL ? options.output : argv[1])
             ? LINTELCTL_FINE
             : LINTELCTL_FAILED;
}
