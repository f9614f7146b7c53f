/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl set: puts values at places, all of them or none, and keeps everything else. */

#include "config.h"

#include "app/cli/lintelctl-passphrase.h"

#include "lintel/project.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
add_cell (GPtrArray *edits, LintelProject *project, const LintelPlace *place, const char *value,
          const char *address, GError **error)
{
  char stored[LINTEL_VALUE_MAX + 1];
  g_autoptr (GError) why = NULL;

  if (g_str_equal (value, "default"))
    {
      lintel_edits_add (edits, place, NULL);
      return TRUE;
    }
  if (!lintel_item_parse (place->item, lintel_project_get_model (project), value, stored, &why))
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&why), "%s: ", address);
      return FALSE;
    }
  lintel_edits_add (edits, place, stored);
  return TRUE;
}

static void
add_code (GPtrArray *edits, const LintelPlace *place, const char *value)
{
  if (g_str_equal (value, "unknown"))
    lintel_edits_add (edits, place, NULL);
  else
    lintel_edits_add (edits, place, g_str_equal (value, "none") ? "" : value);
}

static gboolean
add_assignment (GPtrArray *edits, LintelProject *project, const char *assignment, GError **error)
{
  const char *equals = strchr (assignment, '='); /* a place has none, a value may */
  g_autofree char *address = NULL;
  LintelPlace place;

  if (equals == NULL)
    {
      g_set_error (error, LINTEL_PROJECT_ERROR, LINTEL_PROJECT_ERROR_PLACE,
                   _ ("“%s” is not of the form PLACE=VALUE, such as 47-02-01[5]=0"), assignment);
      return FALSE;
    }
  address = g_strndup (assignment, (gsize) (equals - assignment));
  if (!lintel_place_parse (address, project, &place, error))
    return FALSE;
  if (place.kind == LINTEL_PLACE_CELL)
    return add_cell (edits, project, &place, equals + 1, address, error);
  if (place.kind == LINTEL_PLACE_CODE)
    add_code (edits, &place, equals + 1);
  else if (place.field == LINTEL_FIELD_NONE && place.kind != LINTEL_PLACE_NOTES
           && equals[1] == '\0')
    lintel_edits_add (edits, &place, NULL);
  else
    lintel_edits_add (edits, &place, equals + 1);
  return TRUE;
}

/* Places may depend on those before them ("extension[1].number=101" makes 21-04-01[101,1]), so
 * each assignment is applied before the next one is read. Nothing is saved when one fails. */
static gboolean
apply (LintelProject *project, char **assignments, GError **error)
{
  for (; *assignments != NULL; assignments++)
    {
      g_autoptr (GPtrArray) edits = lintel_edits_new ();

      if (!add_assignment (edits, project, *assignments, error)
          || !lintel_project_apply (project, "", NULL, edits, error))
        return FALSE;
    }
  return TRUE;
}

static int
run (int argc, char **argv, LintelctlPassphrase *passphrase, const char *output)
{
  g_autoptr (LintelCatalogue) catalogue = NULL;
  g_autoptr (LintelProject) project = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 3)
    return lintelctl_fail (_ ("set takes one project and one or more PLACE=VALUE"));
  catalogue = lintelctl_load_catalogue ();
  project = catalogue != NULL ? lintelctl_load_unlocked (catalogue, argv[1], passphrase) : NULL;
  if (project == NULL)
    return LINTELCTL_FAILED;
  if (!apply (project, argv + 2, &error))
    return lintelctl_fail_error (error);
  return lintelctl_save_project (project, output != NULL ? output : argv[1]) ? LINTELCTL_FINE
                                                                             : LINTELCTL_FAILED;
}

int
lintelctl_set (int argc, char **argv)
{
  g_autofree char *output = NULL;
  g_auto (LintelctlPassphrase) passphrase = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Write here instead of into the project itself"), N_ ("FILE") },
    LINTELCTL_UNLOCK_ENTRY (&passphrase),
    LINTELCTL_PASSPHRASE_FILE_ENTRY (&passphrase),
    { NULL },
  };

  if (!lintelctl_parse (
          _ ("FILE PLACE=VALUE…"),
          _ ("Puts values at places such as 47-02-01[5], 21-04-01[213,1] or customer.name.\n"
             "Words such as None and Undefined are understood; “default” takes a cell back to the\n"
             "factory’s value, and a code is four digits, “none” or “unknown”."),
          entries, &argc, &argv))
    return LINTELCTL_FAILED;
  return run (argc, argv, &passphrase, output);
}
