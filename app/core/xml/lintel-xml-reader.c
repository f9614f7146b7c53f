/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a project file: the root element and its sections, in whatever order they stand.
 * Extensions are read first, because a toll restriction class names its extension by number.
 */

#include "config.h"

#include "app/core/project/lintel-project-private.h"
#include "app/core/xml/lintel-xml-private.h"

#include <glib/gi18n-lib.h>

static const char *const root_attributes[] = { "model", "version", "numbering", NULL };
static const char *const program_attributes[] = { "number", NULL };
static const char *const no_attributes[] = { NULL };

/* Sections whose children are all of one kind. */
static const struct
{
  const char *name, *key;
  LintelXmlElementReader read;
} lists[] = {
  { "codes", "/codes", lintel_xml_read_code },
  { "dial-tests", "/dial-tests", lintel_xml_read_dial_test },
  { "accepted", "/accepted", lintel_xml_read_acceptance },
  { "sign-off", "/sign-off", lintel_xml_read_sign_off },
};

static gboolean
has_name (const xmlNode *node, const char *name)
{
  return xmlStrEqual (node->name, BAD_CAST name);
}

static void
read_extensions (LintelXmlReader *reader, xmlNode *root)
{
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    if (lintel_xml_node_is_ours (node) && has_name (node, "extensions"))
      lintel_xml_read_children (reader, node, "/extensions", lintel_xml_read_extension, NULL);
}

static void
read_notes (LintelXmlScope *scope, xmlNode *element)
{
  LintelXmlReader *reader = scope->reader;
  const LintelPlace place = lintel_place_notes ();
  g_autofree char *text = lintel_xml_node_get_text (element);
  gboolean is_plain = lintel_xml_node_is_plain (element, no_attributes);
  g_autoptr (GError) refusal = NULL;

  if (g_hash_table_contains (reader->sections, "/notes"))
    lintel_xml_scope_keep_duplicate (scope, element, "notes", &place);
  else if (!lintel_project_load_text (reader->project, &place, text,
                                      lintel_xml_reader_get_line (reader, element), &refusal))
    lintel_xml_scope_keep_refused (scope, element, "notes", &place, refusal);
  else if (!is_plain)
    {
      g_hash_table_add (reader->sections, g_strdup ("/notes"));
      lintel_xml_scope_pass_leaf (scope, element, "/notes", no_attributes, TRUE);
    }
}

static void
read_program (LintelXmlScope *scope, xmlNode *element)
{
  LintelXmlReader *reader = scope->reader;
  g_autofree char *number = lintel_xml_node_get_attribute (element, "number");
  g_autofree char *key = NULL;
  const LintelProgram *program =
      number != NULL ? lintel_catalogue_find_program (reader->catalogue, number) : NULL;

  if (number == NULL)
    lintel_xml_scope_keep (scope, element, LINTEL_STRAY_UNKNOWN_ITEM, NULL, "%s",
                           _ ("this <program> does not say which one it is; add number=\"…\" or "
                              "remove it"));
  else if (program == NULL)
    lintel_xml_scope_keep (scope, element, LINTEL_STRAY_UNKNOWN_ITEM, number,
                           _ ("“%s” is not a program that Lintel knows; correct the number or "
                              "remove the program"),
                           number);
  if (program == NULL)
    return;
  key = lintel_xml_key_for_program (program);
  lintel_project_load_program_line (reader->project, program,
                                    lintel_xml_reader_get_line (reader, element));
  lintel_xml_scope_pass_section (scope, element, key, program_attributes);
  lintel_xml_read_children (reader, element, key, lintel_xml_read_set, program);
}

static gboolean
read_list (LintelXmlScope *scope, xmlNode *element)
{
  for (gsize n = 0; n < G_N_ELEMENTS (lists); n++)
    if (has_name (element, lists[n].name))
      {
        lintel_xml_scope_pass_section (scope, element, lists[n].key, no_attributes);
        lintel_xml_read_children (scope->reader, element, lists[n].key, lists[n].read, NULL);
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_section (LintelXmlScope *scope, xmlNode *element, gconstpointer data)
{
  if (has_name (element, "program"))
    read_program (scope, element);
  else if (has_name (element, "extensions"))
    lintel_xml_scope_pass_section (scope, element, "/extensions", no_attributes);
  else if (has_name (element, "customer"))
    lintel_xml_read_customer (scope, element);
  else if (has_name (element, "notes"))
    read_notes (scope, element);
  else if (has_name (element, "locked-codes"))
    lintel_xml_pass_locked_codes (scope, element);
  else
    return read_list (scope, element);
  return TRUE;
}

static void
read_root (LintelXmlReader *reader, xmlNode *root)
{
  g_autofree char *numbering = lintel_xml_node_get_attribute (root, "numbering");

  if (numbering != NULL)
    lintel_project_set_numbering (reader->project, numbering);
  lintel_xml_keep_around_root (reader);
  lintel_xml_keep_attributes (reader, root, "", root_attributes);
  lintel_xml_read_locked_codes (reader, root);
  read_extensions (reader, root);
  lintel_xml_read_children (reader, root, "", read_section, NULL);
  lintel_project_end_load (reader->project);
}

/* Without its model nothing in a project means anything. */
static gboolean
find_model (const LintelXmlDocument *document, const xmlNode *root, const char *name,
            LintelModel *model, GError **error)
{
  g_autofree char *id = lintel_xml_node_get_attribute (root, "model");

  if (id != NULL && lintel_model_from_id (id, model))
    return TRUE;
  lintel_xml_set_error (error, LINTEL_XML_ERROR_FORMAT, name,
                        lintel_xml_document_locate (document, root),
                        _ ("the model “%s” is not one that Lintel knows; write model=\"%s\" or "
                           "model=\"%s\""),
                        id != NULL ? id : "", lintel_model_to_id (LINTEL_MODEL_SL1100),
                        lintel_model_to_id (LINTEL_MODEL_SL2100));
  return FALSE;
}

LintelProject *
lintel_xml_read_bytes (LintelCatalogue *catalogue, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (LintelXmlDocument) document = NULL;
  g_autoptr (GHashTable) sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *version = NULL;
  LintelXmlReader reader = { .catalogue = catalogue, .sections = sections };
  LintelModel model;
  xmlNode *root;

  if (!lintel_xml_check_bytes (bytes, name, error))
    return NULL;
  document = lintel_xml_document_new (bytes, name, error);
  if (document == NULL)
    return NULL;
  root = xmlDocGetRootElement (document->tree);
  if (!find_model (document, root, name, &model, error))
    return NULL;
  version = lintel_xml_node_get_attribute (root, "version");
  reader.document = document;
  reader.project = lintel_project_new (catalogue, model, version != NULL ? version : "");
  read_root (&reader, root);
  return reader.project;
}

LintelProject *
lintel_xml_read_file (LintelCatalogue *catalogue, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = lintel_xml_load_bytes (path, error);

  return bytes != NULL ? lintel_xml_read_bytes (catalogue, bytes, path, error) : NULL;
}
