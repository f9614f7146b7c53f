/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * New projects. A template (data/templates) is an ordinary project file with the factory's numbers
 * at all ports and no telephone in use; here it gets the telephones and InMail ports of a certain
 * system. Its first InMail extension is the pattern for all of them, and a telephone's mailbox goes
 * back to what the factory has, since it is in use now.
 */

#include "config.h"

#include "app/core/project/lintel-project-private.h"
#include "app/core/xml/lintel-xml-private.h"

#include <glib/gi18n-lib.h>

/* Both models number the ports from 1 on as 101, 102, … */
#define FIRST_NUMBER 101
#define LAST_NUMBER (FIRST_NUMBER + LINTEL_PORT_LAST_STATION - 1)
#define MAX_INMAIL 16

typedef struct
{
  int telephones;
  int first_inmail, last_inmail;
} Layout;

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (LINTEL_PROJECT_ERROR, LINTEL_PROJECT_ERROR_VALUE, format, args);
  va_end (args);
  return FALSE;
}

static int
get_port (int number)
{
  return number - FIRST_NUMBER + 1;
}

static gboolean
check_layout (const Layout *layout, GError **error)
{
  if (layout->telephones < 0 || layout->telephones > LINTEL_PORT_LAST_STATION)
    return refuse (error, _ ("a system has 0 to %d telephones, not %d"), LINTEL_PORT_LAST_STATION,
                   layout->telephones);
  if (layout->first_inmail < FIRST_NUMBER || layout->last_inmail > LAST_NUMBER
      || layout->first_inmail > layout->last_inmail
      || layout->last_inmail - layout->first_inmail >= MAX_INMAIL)
    return refuse (error,
                   _ ("the InMail extensions are up to %d numbers in a row between %d and %d, not "
                      "%d-%d"),
                   MAX_INMAIL, FIRST_NUMBER, LAST_NUMBER, layout->first_inmail,
                   layout->last_inmail);
  if (get_port (layout->first_inmail) <= layout->telephones)
    return refuse (error,
                   _ ("%d telephones take the numbers up to %d, but InMail starts at %d; choose "
                      "fewer telephones or other InMail extensions"),
                   layout->telephones, FIRST_NUMBER + layout->telephones - 1, layout->first_inmail);
  return TRUE;
}

static LintelProject *
open_template (LintelCatalogue *catalogue, LintelModel model, const char *name, GError **error)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.xml", name, lintel_model_to_id (model));
  g_autofree char *path = g_strconcat ("/app/lintel/core/templates/", file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes != NULL)
    return lintel_xml_read_bytes (catalogue, bytes, file, error);
  refuse (error, _ ("there is no template “%s”, only factory and hardened"), name);
  return NULL;
}

/* The InMail extension with the lowest port; every template has one. */
static int
find_pattern (LintelProject *project)
{
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, port);

      if (extension != NULL && extension->kind == LINTEL_EXTENSION_INMAIL)
        return port;
    }
  g_return_val_if_reached (1);
}

static int
find_last_in_row (LintelProject *project, int port)
{
  const LintelExtension *next = lintel_project_get_extension (project, port + 1);

  while (next != NULL && next->kind == LINTEL_EXTENSION_INMAIL)
    next = lintel_project_get_extension (project, ++port + 1);
  return port;
}

static void
set_kind (GPtrArray *edits, int port, LintelExtensionKind kind)
{
  const LintelPlace place = lintel_place_extension (port, LINTEL_FIELD_KIND);

  lintel_edits_add (edits, &place, lintel_extension_kind_to_id (kind));
}

/* Gives the port TO the classes that the port FROM has; FROM = 0 means the factory's. */
static void
set_classes (LintelProject *project, GPtrArray *edits, int from, int to)
{
  const LintelItem *item =
      lintel_catalogue_find_item (lintel_project_get_catalogue (project), "21-04", "01");

  for (int mode = 1; mode <= item->dimension[1].capacity; mode++)
    {
      LintelPlace source = lintel_place_cell (item, from, mode);
      LintelPlace place = lintel_place_cell (item, to, mode);

      lintel_edits_add (edits, &place,
                        from > 0 ? lintel_project_get_text (project, &source) : NULL);
    }
}

static void
place_inmail (LintelProject *project, const Layout *layout, GPtrArray *edits)
{
  int pattern = find_pattern (project);

  for (int port = 1; port <= LINTEL_PORT_LAST_STATION; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, port);
      gboolean is_inmail =
          port >= get_port (layout->first_inmail) && port <= get_port (layout->last_inmail);

      if (is_inmail)
        set_kind (edits, port, LINTEL_EXTENSION_INMAIL);
      else if (extension != NULL && extension->kind == LINTEL_EXTENSION_INMAIL)
        set_kind (edits, port, LINTEL_EXTENSION_UNUSED);
      else
        continue;
      set_classes (project, edits, is_inmail ? pattern : 0, port);
    }
}

static void
place_telephones (LintelProject *project, const Layout *layout, GPtrArray *edits)
{
  LintelCatalogue *catalogue = lintel_project_get_catalogue (project);
  const LintelItem *type = lintel_catalogue_find_item (catalogue, "47-02", "01");
  const LintelItem *number = lintel_catalogue_find_item (catalogue, "47-02", "02");

  for (int port = 1; port <= layout->telephones; port++)
    set_kind (edits, port, LINTEL_EXTENSION_TELEPHONE);
  for (int box = 1; box <= type->dimension[0].capacity; box++)
    {
      int owner = get_port (lintel_project_get_number (project, number, box, 1));
      LintelPlace place = lintel_place_cell (type, box, 1);

      if (owner >= 1 && owner <= layout->telephones)
        lintel_edits_add (edits, &place, NULL);
    }
}

/* A project of its own: the lines of the template's file mean nothing in it. */
static LintelProject *
start_afresh (LintelProject *adapted)
{
  g_autoptr (LintelProject) fresh =
      lintel_project_new (lintel_project_get_catalogue (adapted),
                          lintel_project_get_model (adapted), lintel_project_get_version (adapted));
  g_autoptr (GPtrArray) edits = lintel_project_diff (fresh, adapted);
  g_autoptr (GError) error = NULL;

  if (!lintel_project_apply (fresh, "", NULL, edits, &error))
    g_error ("a template is broken: %s", error->message);
  return lintel_project_copy (fresh);
}

LintelProject *
lintel_template_new (LintelCatalogue *catalogue, LintelModel model, const char *template_name,
                     int telephones, int first_inmail, int last_inmail, GError **error)
{
  g_autoptr (LintelProject) project = open_template (catalogue, model, template_name, error);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  Layout layout = { telephones, first_inmail, last_inmail };
  int pattern;

  if (project == NULL)
    return NULL;
  if (first_inmail == 0 && model == LINTEL_MODEL_SL1100)
    {
      refuse (error, _ ("an SL1100 has no InMail extensions of its own from the factory; say which "
                        "numbers the installer gave to its InMail ports"));
      return NULL;
    }
  pattern = find_pattern (project);
  if (first_inmail == 0)
    {
      layout.first_inmail = FIRST_NUMBER + pattern - 1;
      layout.last_inmail = FIRST_NUMBER + find_last_in_row (project, pattern) - 1;
    }
  if (!check_layout (&layout, error))
    return NULL;
  place_inmail (project, &layout, edits);
  place_telephones (project, &layout, edits);
  if (!lintel_project_apply (project, "", NULL, edits, error))
    return NULL;
  return start_afresh (project);
}

LintelProject *
lintel_template_new_like (LintelProject *project, const char *template_name, GError **error)
{
  int first = 0, last = 0;

  for (int port = 1; port <= LINTEL_PORT_LAST_STATION; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, port);

      if (extension == NULL || extension->kind != LINTEL_EXTENSION_INMAIL)
        continue;
      last = FIRST_NUMBER + port - 1;
      first = first != 0 ? first : last;
    }
  return lintel_template_new (lintel_project_get_catalogue (project),
                              lintel_project_get_model (project), template_name, 0, first, last,
                              error);
}
