/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl lock and unlock: give the codes of a project a passphrase, and take it off again. */

#include "config.h"

#include "app/cli/lintelctl-passphrase.h"

#include "lintel/lock.h"

#include <glib/gi18n.h>
#include <stdio.h>

typedef struct
{
  LintelctlPassphrase passphrase;
  char *output;
} Options;

static void
options_clear (Options *options)
{
  lintelctl_passphrase_clear (&options->passphrase);
  g_free (options->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, const char *summary, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    LINTELCTL_PASSPHRASE_FILE_ENTRY (&options->passphrase),
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Write here instead of into the project itself"), N_ ("FILE") },
    { NULL },
  };

  return lintelctl_parse (_ ("FILE"), summary, entries, argc, argv);
}

static LintelProject *
load (const char *path)
{
  g_autoptr (LintelCatalogue) catalogue = lintelctl_load_catalogue ();

  return catalogue != NULL ? lintelctl_load_project (catalogue, path) : NULL;
}

static const char *
get_target (const Options *options, const char *path)
{
  return options->output != NULL ? options->output : path;
}

/* Where a message cannot mix with a project. */
static FILE *
get_stream (const char *target)
{
  return g_str_equal (target, "-") ? stderr : stdout;
}

static int
lock (LintelProject *project, Options *options, const char *path)
{
  const char *target = get_target (options, path);
  g_autoptr (LintelLockKey) key = NULL;
  g_autoptr (GError) error = NULL;

  if (lintel_project_get_lock_state (project) != LINTEL_LOCK_NONE)
    return lintelctl_fail (_ ("%s: the codes are locked already; “lintelctl unlock” takes that "
                              "lock off"),
                           path);
  fputs (_ ("Nobody can find out a forgotten passphrase: the codes are lost with it.\n"), stderr);
  if (!lintelctl_passphrase_demand (&options->passphrase, TRUE))
    return LINTELCTL_FAILED;
  key = lintel_lock_key_new (options->passphrase.text, &error);
  if (key == NULL || !lintel_project_set_lock (project, key, &error))
    return lintelctl_fail ("%s: %s", path, error->message);
  if (!lintelctl_save_project (project, target))
    return LINTELCTL_FAILED;
  fprintf (get_stream (target),
           _ ("The codes in %s are locked. Earlier copies of the file still have them for all to "
              "read.\n"),
           target);
  return LINTELCTL_FINE;
}

static int
unlock (LintelProject *project, Options *options, const char *path)
{
  const char *target = get_target (options, path);
  g_autoptr (GError) error = NULL;

  if (lintel_project_get_lock_state (project) == LINTEL_LOCK_NONE)
    return lintelctl_fail (_ ("%s: the codes are not locked"), path);
  if (!lintelctl_passphrase_demand (&options->passphrase, FALSE))
    return LINTELCTL_FAILED;
  if (!lintelctl_passphrase_use (&options->passphrase, project, path, &error)
      || !lintel_project_remove_lock (project, &error))
    return lintelctl_fail_error (error);
  if (!lintelctl_save_project (project, target))
    return LINTELCTL_FAILED;
  fprintf (get_stream (target),
           _ ("The codes in %s are not locked any more: whoever opens the file reads them.\n"),
           target);
  return LINTELCTL_FINE;
}

int
lintelctl_lock (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (LintelProject) project = NULL;

  if (!parse (&options,
              _ ("Locks the mailbox codes of a project with a passphrase. All else of it stays "
                 "readable.\nA forgotten passphrase cannot be found out: the codes are lost then."),
              &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc != 2)
    return lintelctl_fail (_ ("lock takes one project"));
  project = load (argv[1]);
  return project != NULL ? lock (project, &options, argv[1]) : LINTELCTL_FAILED;
}

int
lintelctl_unlock (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (LintelProject) project = NULL;

  if (!parse (&options,
              _ ("Takes the lock off the mailbox codes of a project: they stand in the file for "
                 "all to read then.\nTo use them once, give the passphrase to “check”, “export”, "
                 "“fix”, “get” or “set” instead."),
              &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc != 2)
    return lintelctl_fail (_ ("unlock takes one project"));
  project = load (argv[1]);
  return project != NULL ? unlock (project, &options, argv[1]) : LINTELCTL_FAILED;
}
