/* SPDX-License-Identifier: GPL-3.0-or-later */
/* House templates: what is taken out of a project so that others can start from it. */

#include "config.h"

#include "lintel/house-template.h"

#include "lintel/xml.h"

#include <glib/gi18n-lib.h>

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

LintelProject *
lintel_house_template_new (LintelCatalogue *catalogue, const char *path, GError **error)
{
  g_autoptr (LintelProject) project = lintel_xml_read_file (catalogue, path, error);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autoptr (GPtrArray) rest = lintel_edits_new ();
  g_autoptr (GPtrArray) left = NULL;
  LintelProject *fresh;

  if (project == NULL)
    return NULL;
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
               _ ("%s: something of its customer could not be taken out"), path);
  return NULL;
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
    if (!is_standard (project, house, &((const LintelEdit *) edits->pdata[i - 1])->place))
      g_ptr_array_remove_index (edits, i - 1);
  return edits;
}
