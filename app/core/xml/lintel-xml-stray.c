/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeping aside what does not fit, with its words, its position, and a sentence for the user that
 * says why and what to do. Nothing that stands in a file is ever dropped by reading it.
 */

#include "config.h"

#include "app/core/project/lintel-project-private.h"
#include "app/core/xml/lintel-xml-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

int
lintel_xml_reader_get_line (const LintelXmlReader *reader, const xmlNode *node)
{
  return lintel_xml_document_locate (reader->document, node).line;
}

static char *
compose_parent (const char *key, char relation)
{
  return g_strdup_printf ("%s%c", key, relation);
}

/* Hands STRAY to the project; KEY and RELATION are where it stands unless that is known already. */
static void
release (LintelXmlReader *reader, LintelStray *stray, const char *key, char relation)
{
  if (stray->parent == NULL)
    stray->parent = compose_parent (key, relation);
  lintel_project_add_stray (reader->project, stray);
}

void
lintel_xml_scope_pass (LintelXmlScope *scope, const char *key)
{
  guint n_kept = 0;

  for (guint n = 0; n < scope->waiting->len; n++)
    {
      LintelStray *stray = g_ptr_array_index (scope->waiting, n);

      if (stray->parent == NULL)
        release (scope->reader, stray, key, '<');
      else
        scope->waiting->pdata[n_kept++] = stray;
    }
  scope->waiting->len = n_kept;
}

static void
release_rest (LintelXmlScope *scope)
{
  for (guint n = 0; n < scope->waiting->len; n++)
    release (scope->reader, g_ptr_array_index (scope->waiting, n), scope->key, '>');
}

static char *
get_default_address (const xmlNode *node)
{
  const xmlNode *element = node->type == XML_ELEMENT_NODE ? node : node->parent;

  if (element == NULL || element->type != XML_ELEMENT_NODE)
    return g_strdup ("<lintel>");
  return g_strdup_printf ("<%s>", (const char *) element->name);
}

static LintelStray *
create_stray (const LintelXmlReader *reader, const xmlNode *node, LintelStrayKind kind, char *xml)
{
  LintelXmlPosition position = lintel_xml_document_locate (reader->document, node);
  LintelStray *stray = g_new0 (LintelStray, 1);

  stray->kind = kind;
  stray->xml = xml;
  stray->line = position.line;
  stray->column = position.column;
  return stray;
}

/* What names a place of the project goes to the end of what holds it, after everything that is
 * right: if it ever becomes right too, or names a place a second time, the first one must win
 * again. Other things stay before what they stand before. */
static gboolean
names_place (const xmlNode *node, LintelStrayKind kind)
{
  return lintel_xml_node_is_ours (node) && kind != LINTEL_STRAY_UNKNOWN_ELEMENT;
}

LintelStray *
lintel_xml_scope_keep (LintelXmlScope *scope, xmlNode *node, LintelStrayKind kind,
                       const char *address, const char *format, ...)
{
  LintelStray *stray =
      create_stray (scope->reader, node, kind, lintel_xml_fragment_new (node, TRUE));
  va_list args;

  va_start (args, format);
  stray->why = g_strdup_vprintf (format, args);
  va_end (args);
  stray->address = address != NULL ? g_strdup (address) : get_default_address (node);
  /* Not of a code, which a finding would show to everybody. */
  if (lintel_xml_node_is_ours (node) && xmlStrEqual (node->name, BAD_CAST "set"))
    stray->value = g_strstrip (lintel_xml_node_get_text (node));
  if (names_place (node, kind))
    stray->parent = compose_parent (scope->key, '>');
  g_ptr_array_add (scope->waiting, stray);
  return stray;
}

static void
set_target (LintelStray *stray, const LintelPlace *target)
{
  stray->has_target = target != NULL;
  if (target != NULL)
    stray->target = *target;
}

/* The project's sentence starts with the address, which a stray has on its own. */
static const char *
skip_address (const char *message, const LintelPlace *place, LintelProject *project)
{
  g_autofree char *address = lintel_place_to_string (place, project);
  g_autofree char *head = g_strconcat (address, ": ", NULL);

  return g_str_has_prefix (message, head) ? message + strlen (head) : message;
}

void
lintel_xml_scope_keep_refused (LintelXmlScope *scope, xmlNode *node, const char *address,
                               const LintelPlace *target, const GError *refusal)
{
  gboolean no_place = g_error_matches (refusal, LINTEL_PROJECT_ERROR, LINTEL_PROJECT_ERROR_PLACE);

  set_target (lintel_xml_scope_keep (
                  scope, node, no_place ? LINTEL_STRAY_UNKNOWN_INDEX : LINTEL_STRAY_OUT_OF_RANGE,
                  address, "%s", skip_address (refusal->message, target, scope->reader->project)),
              target);
}

void
lintel_xml_scope_keep_duplicate (LintelXmlScope *scope, xmlNode *node, const char *address,
                                 const LintelPlace *target)
{
  set_target (lintel_xml_scope_keep (scope, node, LINTEL_STRAY_DUPLICATE, address, "%s",
                                     _ ("this stands here a second time; the first one counts, so "
                                        "remove the one that is wrong")),
              target);
}

/* Comments and the like, and text where only elements belong. */
static void
keep_foreign (LintelXmlScope *scope, xmlNode *node)
{
  LintelStray *stray;

  if (node->type != XML_TEXT_NODE)
    {
      lintel_xml_scope_keep (scope, node, LINTEL_STRAY_FOREIGN, NULL, "%s",
                             _ ("Lintel keeps this and does not use it"));
      return;
    }
  if (xmlIsBlankNode (node))
    return;
  stray = lintel_xml_scope_keep (scope, node, LINTEL_STRAY_UNKNOWN_ELEMENT, NULL,
                                 _ ("this text does not belong inside <%s>; remove it"),
                                 (const char *) node->parent->name);
  stray->value = g_strstrip (g_strdup ((const char *) node->content));
}

void
lintel_xml_read_children (LintelXmlReader *reader, xmlNode *parent, const char *key,
                          LintelXmlElementReader read, gconstpointer data)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
  LintelXmlScope scope = { reader, key, waiting };

  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    if (!lintel_xml_node_is_ours (node))
      keep_foreign (&scope, node);
    else if (!read (&scope, node, data))
      lintel_xml_scope_keep (&scope, node, LINTEL_STRAY_UNKNOWN_ELEMENT, NULL,
                             _ ("<%s> is not something that Lintel knows inside <%s>; correct its "
                                "name or remove it"),
                             (const char *) node->name, (const char *) parent->name);
  release_rest (&scope);
}

static gboolean
is_known (const xmlAttr *attribute, const char *const *known)
{
  return g_strv_contains (known, (const char *) attribute->name);
}

static void
keep_unknown_attribute (LintelXmlReader *reader, xmlNode *element, const xmlAttr *attribute,
                        const char *key)
{
  LintelStray *stray = create_stray (reader, element, LINTEL_STRAY_UNKNOWN_ATTRIBUTE,
                                     lintel_xml_fragment_new_attribute (attribute));

  stray->address =
      g_strdup_printf ("<%s> %s", (const char *) element->name, (const char *) attribute->name);
  stray->value = lintel_xml_node_get_attribute (element, (const char *) attribute->name);
  stray->why =
      g_strdup_printf (_ ("“%s” is not an attribute that Lintel knows on <%s>; correct its "
                          "name or remove it"),
                       (const char *) attribute->name, (const char *) element->name);
  release (reader, stray, key, '@');
}

void
lintel_xml_keep_attributes (LintelXmlReader *reader, xmlNode *element, const char *key,
                            const char *const *known)
{
  char *foreign = lintel_xml_fragment_new_foreign_attributes (element);

  for (const xmlAttr *attribute = element->properties; attribute != NULL;
       attribute = attribute->next)
    if (attribute->ns == NULL && !is_known (attribute, known))
      keep_unknown_attribute (reader, element, attribute, key);
  if (foreign != NULL)
    {
      LintelStray *stray = create_stray (reader, element, LINTEL_STRAY_FOREIGN, foreign);

      stray->address = get_default_address (element);
      stray->why = g_strdup (_ ("Lintel keeps this and does not use it"));
      release (reader, stray, key, '@');
    }
}

static gboolean
know_no_element (LintelXmlScope *scope, xmlNode *element, gconstpointer data)
{
  return FALSE;
}

/* The value has been read; what is left stands for itself. */
static void
drop_text (xmlNode *element)
{
  xmlNode *next;

  for (xmlNode *node = element->children; node != NULL; node = next)
    {
      next = node->next;
      if (node->type != XML_TEXT_NODE)
        continue;
      xmlUnlinkNode (node);
      xmlFreeNode (node);
    }
}

void
lintel_xml_scope_pass_leaf (LintelXmlScope *scope, xmlNode *element, const char *key,
                            const char *const *known, gboolean has_value)
{
  lintel_xml_scope_pass (scope, key);
  lintel_xml_keep_attributes (scope->reader, element, key, known);
  if (element->children == NULL)
    return;
  if (has_value)
    drop_text (element);
  lintel_xml_read_children (scope->reader, element, key, know_no_element, NULL);
}

static gboolean
has_unknown_attributes (const xmlNode *element, const char *const *known)
{
  for (const xmlAttr *attribute = element->properties; attribute != NULL;
       attribute = attribute->next)
    if (attribute->ns == NULL && !is_known (attribute, known))
      return TRUE;
  return FALSE;
}

static gboolean
has_foreign_attributes (const xmlNode *element)
{
  for (const xmlAttr *attribute = element->properties; attribute != NULL;
       attribute = attribute->next)
    if (attribute->ns != NULL)
      return TRUE;
  return FALSE;
}

gboolean
lintel_xml_node_is_plain (const xmlNode *element, const char *const *known)
{
  return element->children == NULL && !has_unknown_attributes (element, known)
         && !has_foreign_attributes (element);
}

gboolean
lintel_xml_scope_is_plain (const LintelXmlScope *scope, const xmlNode *element,
                           const char *const *known)
{
  const xmlNode *child = element->children;

  while (child != NULL && child->type == XML_TEXT_NODE)
    child = child->next;
  return child == NULL && scope->waiting->len == 0 && !has_unknown_attributes (element, known)
         && !has_foreign_attributes (element);
}

/* The contents of two sections of one kind become one section, which has room for one set of
 * attributes; an empty copy of the element carries the others. */
static void
keep_second_attributes (LintelXmlScope *scope, xmlNode *element, const char *const *known)
{
  gboolean is_finding = has_unknown_attributes (element, known);
  LintelStray *stray = create_stray (
      scope->reader, element, is_finding ? LINTEL_STRAY_UNKNOWN_ATTRIBUTE : LINTEL_STRAY_FOREIGN,
      lintel_xml_fragment_new (element, FALSE));

  stray->address = get_default_address (element);
  if (is_finding)
    stray->why = g_strdup_printf (_ ("<%s> stands here a second time, with attributes that Lintel "
                                     "does not know; remove them"),
                                  (const char *) element->name);
  else
    stray->why = g_strdup (_ ("Lintel keeps this and does not use it"));
  stray->parent = compose_parent (scope->key, '>');
  g_ptr_array_add (scope->waiting, stray);
}

void
lintel_xml_scope_pass_section (LintelXmlScope *scope, xmlNode *element, const char *key,
                               const char *const *known)
{
  LintelXmlReader *reader = scope->reader;

  if (g_hash_table_add (reader->sections, g_strdup (key)))
    lintel_xml_scope_pass (scope, key);
  if (!has_unknown_attributes (element, known) && !has_foreign_attributes (element))
    return;
  if (g_hash_table_add (reader->sections, compose_parent (key, '@')))
    lintel_xml_keep_attributes (reader, element, key, known);
  else
    keep_second_attributes (scope, element, known);
}

void
lintel_xml_keep_around_root (LintelXmlReader *reader)
{
  const xmlNode *root = xmlDocGetRootElement (reader->document->tree);
  char relation = '<';

  for (xmlNode *node = reader->document->tree->children; node != NULL; node = node->next)
    {
      LintelStray *stray;

      if (node == root)
        {
          relation = '>';
          continue;
        }
      stray =
          create_stray (reader, node, LINTEL_STRAY_FOREIGN, lintel_xml_fragment_new (node, TRUE));
      stray->address = get_default_address (node);
      stray->why = g_strdup (_ ("Lintel keeps this and does not use it"));
      release (reader, stray, "^", relation);
    }
}
