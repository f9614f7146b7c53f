/* SPDX-License-Identifier: GPL-3.0-or-later */
/* House templates: what is taken out of a project so that others can start from it. */

#include "config.h"

#include "lintel/house-template.h"

#include "lintel/xml.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define SUFFIX ".xml"

static void
remove_place (LintelProject *project, const LintelPlace *place, GPtrArray *edits)
{
  if (lintel_project_get_text (project, place) != NULL)
    lintel_edits_add (edits, place, NULL);
}

static void
strip_customer (LintelProject *project, GPtrArray *edits)
{
  const LintelField fields[] = { LINTEL_FIELD_NAME, LINTEL_FIELD_SITE, LINTEL_FIELD_REFERENCE,
                                 LINTEL_FIELD_WORDS };
  LintelPlace notes = lintel_place_notes ();

  remove_place (project, &notes, edits);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      LintelPlace place = lintel_place_customer (fields[i]);

      remove_place (project, &place, edits);
    }
}

/* Extensions stay, and what they may dial; who sits there does not. */
static void
strip_extensions (LintelProject *project, GPtrArray *edits)
{
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, port);
      LintelPlace place = lintel_place_extension (port, LINTEL_FIELD_NAME);

      if (extension != NULL && *extension->name != '\0')
        lintel_edits_add (edits, &place, NULL);
    }
}

static void
strip_codes (LintelProject *project, GPtrArray *edits)
{
  g_autoptr (GPtrArray) mailboxes = lintel_project_list_codes (project);

  for (guint i = 0; i < mailboxes->len; i++)
    {
      LintelPlace place = lintel_place_code (mailboxes->pdata[i]);

      lintel_edits_add (edits, &place, NULL);
    }
}

/* A reason and a signature are about one customer's system. */
static void
strip_records (LintelProject *project, GPtrArray *edits)
{
  g_autoptr (GPtrArray) acceptances = lintel_project_list_acceptances (project);
  g_autoptr (GPtrArray) strays = lintel_project_list_strays (project);

  for (guint i = 0; i < acceptances->len; i++)
    {
      LintelPlace place = lintel_place_record (
          LINTEL_PLACE_ACCEPTANCE, ((const LintelAcceptance *) acceptances->pdata[i])->id,
          LINTEL_FIELD_NONE);

      lintel_edits_add (edits, &place, NULL);
    }
  for (int kind = 1; kind <= LINTEL_N_SIGN_OFFS; kind++)
    {
      LintelPlace place = lintel_place_record (LINTEL_PLACE_SIGN_OFF, kind, LINTEL_FIELD_NONE);

      lintel_edits_add (edits, &place, NULL);
    }
  for (guint i = 0; i < strays->len; i++)
    {
      LintelPlace place = lintel_place_record (
          LINTEL_PLACE_STRAY, ((const LintelStray *) strays->pdata[i])->id, LINTEL_FIELD_NONE);

      lintel_edits_add (edits, &place, NULL);
    }
}

void
lintel_house_template_strip (LintelProject *project, GPtrArray *edits)
{
  strip_customer (project, edits);
  strip_extensions (project, edits);
  strip_codes (project, edits);
  strip_records (project, edits);
}

/* A project of its own: neither the lines nor the history of the file belong to it. */
static LintelProject *
start_afresh (LintelProject *stripped, GError **error)
{
  g_autoptr (LintelProject) fresh = lintel_project_new (lintel_project_get_catalogue (stripped),
                                                        lintel_project_get_model (stripped),
                                                        lintel_project_get_version (stripped));
  g_autoptr (GPtrArray) edits = lintel_project_diff (fresh, stripped);

  if (!lintel_project_apply (fresh, "", NULL, edits, error))
    return NULL;
  return lintel_project_copy (fresh);
}

/* What is left is looked at again: nothing of the customer may go from one to the next. NAME is
 * for the message. */
static LintelProject *
strip_and_check (LintelProject *project, const char *name, GError **error)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autoptr (GPtrArray) rest = lintel_edits_new ();
  g_autoptr (GPtrArray) left = NULL;
  LintelProject *fresh;

  lintel_house_template_strip (project, edits);
  if (!lintel_project_apply (project, "", NULL, edits, error)
      || (fresh = start_afresh (project, error)) == NULL)
    return NULL;
  left = lintel_project_list_codes (fresh);
  strip_customer (fresh, rest);
  strip_extensions (fresh, rest);
  if (left->len == 0 && rest->len == 0)
    return fresh;
  g_object_unref (fresh);
  g_set_error (error, LINTEL_PROJECT_ERROR, LINTEL_PROJECT_ERROR_VALUE,
               _ ("%s: something of its customer could not be taken out"), name);
  return NULL;
}

LintelProject *
lintel_house_template_new (LintelCatalogue *catalogue, const char *path, GError **error)
{
  g_autoptr (LintelProject) project = lintel_xml_read_file (catalogue, path, error);

  return project != NULL ? strip_and_check (project, path, error) : NULL;
}

gboolean
lintel_house_template_save (LintelProject *project, const char *path, GError **error)
{
  g_autoptr (LintelProject) copy = lintel_project_copy (project);
  g_autoptr (LintelProject) house = strip_and_check (copy, path, error);
  g_autofree char *folder = g_path_get_dirname (path);

  if (house == NULL)
    return FALSE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, LINTEL_XML_ERROR, LINTEL_XML_ERROR_IO, "%s: %s", folder,
                   g_strerror (errno));
      return FALSE;
    }
  return lintel_xml_write_file (house, path, error);
}

/* The office's own templates. */

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "lintel", "templates", NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
lintel_house_templates_list (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (file[0] != '.' && g_str_has_suffix (file, SUFFIX) && g_utf8_validate (file, -1, NULL))
      g_ptr_array_add (names, g_strndup (file, strlen (file) - strlen (SUFFIX)));
  g_ptr_array_sort (names, compare_names);
  return names;
}

char *
lintel_house_template_get_path (const char *name)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *file = g_strconcat (name, SUFFIX, NULL);

  if (name[0] == '\0' || name[0] == '.' || strchr (name, G_DIR_SEPARATOR) != NULL)
    return NULL;
  return g_build_filename (folder, file, NULL);
}

LintelProject *
lintel_house_template_load (LintelProject *project, const char *name, GError **error)
{
  g_autofree char *path = lintel_house_template_get_path (name);
  const char *found = path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? path : name;

  if (found == name && (g_str_equal (name, "hardened") || g_str_equal (name, "factory")))
    return lintel_template_new_like (project, name, error);
  return lintel_xml_read_file (lintel_project_get_catalogue (project), found, error);
}

static gboolean
is_inmail (LintelProject *project, int port)
{
  const LintelExtension *extension = lintel_project_get_extension (project, port);

  return extension != NULL && extension->kind == LINTEL_EXTENSION_INMAIL;
}

static gboolean
is_standard (LintelProject *project, LintelProject *house, const LintelPlace *place)
{
  if (place->kind != LINTEL_PLACE_CELL)
    return FALSE;
  if (g_str_equal (place->program->number, "21-04"))
    return is_inmail (project, place->index[0]) && is_inmail (house, place->index[0]);
  return g_str_equal (place->program->number, "21-05")
         || g_str_equal (place->program->number, "21-06");
}

/* Set by hand in one, by default in the other: that is no step to take. */
static gboolean
is_same_value (LintelProject *project, LintelProject *house, const LintelPlace *place)
{
  return g_str_equal (lintel_project_get (project, place->item, place->index[0], place->index[1]),
                      lintel_project_get (house, place->item, place->index[0], place->index[1]));
}

GPtrArray *
lintel_house_template_compare (LintelProject *project, LintelProject *house, GError **error)
{
  GPtrArray *edits;

  if (lintel_project_get_model (project) != lintel_project_get_model (house))
    {
      g_set_error (error, LINTEL_PROJECT_ERROR, LINTEL_PROJECT_ERROR_VALUE,
                   _ ("the template is for an %s, the project for an %s"),
                   lintel_model_get_name (lintel_project_get_model (house)),
                   lintel_model_get_name (lintel_project_get_model (project)));
      return NULL;
    }
  edits = lintel_project_diff (project, house);
  for (guint i = edits->len; i > 0; i--)
    {
      const LintelPlace *place = &((const LintelEdit *) edits->pdata[i - 1])->place;

      if (!is_standard (project, house, place) || is_same_value (project, house, place))
        g_ptr_array_remove_index (edits, i - 1);
    }
  return edits;
}
