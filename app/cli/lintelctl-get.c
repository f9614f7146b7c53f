/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl get: prints what stands at places, one line each. */

#include "config.h"

#include "app/cli/lintelctl-passphrase.h"

#include "lintel/lock.h"
#include "lintel/project.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* What `set` takes for the same place. Transfer full. */
static char *
get_value (LintelProject *project, const LintelPlace *place)
{
  const char *text = lintel_project_get_text (project, place);

  if (place->kind == LINTEL_PLACE_CELL)
    return g_strdup (lintel_project_get (project, place->item, place->index[0], place->index[1]));
  if (place->kind == LINTEL_PLACE_CODE && (text == NULL || *text == '\0'))
    return g_strdup (text == NULL ? "unknown" : "none");
  return g_strdup (text != NULL ? text : "");
}

static gboolean
print_place (LintelProject *project, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL, *value = NULL;
  LintelPlace place;

  if (!lintel_place_parse (text, project, &place, &error))
    {
      lintelctl_fail_error (error);
      return FALSE;
    }
  if (place.kind == LINTEL_PLACE_CODE
      && lintel_project_get_lock_state (project) == LINTEL_LOCK_LOCKED)
    {
      lintelctl_fail (_ ("%s: the codes are locked; give their passphrase with --unlock or "
                         "--passphrase-file"),
                      text);
      return FALSE;
    }
  address = lintel_place_to_string (&place, project);
  value = get_value (project, &place);
  printf ("%s=%s\n", address, value);
  return TRUE;
}

int
lintelctl_get (int argc, char **argv)
{
  g_autoptr (LintelCatalogue) catalogue = NULL;
  g_autoptr (LintelProject) project = NULL;
  g_auto (LintelctlPassphrase) passphrase = { 0 };
  const GOptionEntry entries[] = {
    LINTELCTL_UNLOCK_ENTRY (&passphrase),
    LINTELCTL_PASSPHRASE_FILE_ENTRY (&passphrase),
    { NULL },
  };

  if (!lintelctl_parse (_ ("FILE PLACE…"),
                        _ ("Prints what a project has at places such as 47-02-01[5], "
                           "21-04-01[213,1], code[101] or customer.name, as “set” takes it."),
                        entries, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc < 3)
    return lintelctl_fail (_ ("get takes one project and one or more places"));
  catalogue = lintelctl_load_catalogue ();
  project = catalogue != NULL ? lintelctl_load_unlocked (catalogue, argv[1], &passphrase) : NULL;
  if (project == NULL)
    return LINTELCTL_FAILED;
  for (int n = 2; n < argc; n++)
    if (!print_place (project, argv[n]))
      return LINTELCTL_FAILED;
  return LINTELCTL_FINE;
}
