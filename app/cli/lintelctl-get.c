/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl get: prints what stands at places, one line each. */

#include "config.h"

#include "app/cli/lintelctl-passphrase.h"

#include "lintel/compare.h"
#include "lintel/lock.h"

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
  lintelctl_print (stdout, "%s=%s\n", address, value);
  return TRUE;
}

/* All that is not as it comes from the factory, in the order of the places. No code is shown: what
 * Git keeps of it must not tell any. */
static int
print_all (LintelProject *project)
{
  g_autoptr (LintelProject) factory = lintel_project_new (lintel_project_get_catalogue (project),
                                                          lintel_project_get_model (project), "");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = lintel_compare_places (factory, project, &error);

  if (changes == NULL)
    return lintelctl_fail_error (error);
  printf ("model=%s\n", lintel_model_to_id (lintel_project_get_model (project)));
  for (guint n = 0; n < changes->len; n++)
    {
      const LintelChange *change = g_ptr_array_index (changes, n);
      g_autofree char *value = g_strdup (change->new_text != NULL ? change->new_text : "");

      lintelctl_print (stdout, "%s=%s\n", change->address, g_strdelimit (value, "\n", ' '));
    }
  return LINTELCTL_FINE;
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

  if (!lintelctl_parse (
          _ ("FILE [PLACE…]"),
          _ ("Prints what a project has at places such as 47-02-01[5], 21-04-01[213,1], code[101] "
             "or customer.name,\nas “set” takes it. Without a place: all that is not as it comes "
             "from the factory, codes hidden,\nwhich makes changes easy to read with Git:\n"
             "  echo '*.xml diff=lintel' >> .gitattributes\n"
             "  git config diff.lintel.textconv 'lintelctl get'"),
          entries, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc < 2)
    return lintelctl_fail (_ ("get takes one project and any number of places"));
  catalogue = lintelctl_load_catalogue ();
  project = catalogue != NULL ? lintelctl_load_unlocked (catalogue, argv[1], &passphrase) : NULL;
  if (project == NULL)
    return LINTELCTL_FAILED;
  if (argc == 2)
    return print_all (project);
  for (int n = 2; n < argc; n++)
    if (!print_place (project, argv[n]))
      return LINTELCTL_FAILED;
  return LINTELCTL_FINE;
}
