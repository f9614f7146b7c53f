/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parts of a tree as text that stands for itself: with the namespaces that it needs, so that it can
 * be written back anywhere within a <lintel> element. A namespace that is used only inside a value
 * (a qualified name as text) cannot be seen and is not carried along.
 */

#include "config.h"

#include "app/core/xml/lintel-xml-private.h"

#include <string.h>

/* What cannot stand for itself in a text or, if QUOTED, in an attribute's value. */
static const char *
get_reference (char c, gboolean quoted)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;";
    case '"':
      return quoted ? "&quot;" : NULL;
    case '\t':
      return quoted ? "&#9;" : NULL;
    case '\n':
      return quoted ? "&#10;" : NULL;
    default:
      return NULL;
    }
}

static void
append_escaped (GString *out, const char *text, gboolean quoted)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *reference = get_reference (*p, quoted);

      if (reference != NULL)
        g_string_append (out, reference);
      else
        g_string_append_c (out, *p);
    }
}

void
lintel_xml_append_text (GString *out, const char *text)
{
  append_escaped (out, text, FALSE);
}

void
lintel_xml_append_attribute (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_escaped (out, value, TRUE);
  g_string_append_c (out, '"');
}

static void
append_declaration (GString *out, const char *prefix, const char *uri)
{
  g_autofree char *name =
      prefix != NULL ? g_strconcat ("xmlns:", prefix, NULL) : g_strdup ("xmlns");

  lintel_xml_append_attribute (out, name, uri != NULL ? uri : "");
}

static char *
get_qualified_name (const xmlChar *name, const xmlNs *ns)
{
  if (ns == NULL || ns->prefix == NULL)
    return g_strdup ((const char *) name);
  return g_strconcat ((const char *) ns->prefix, ":", (const char *) name, NULL);
}

static void
append_value (GString *out, const xmlAttr *attribute, const char *name)
{
  xmlChar *value = xmlNodeListGetString (attribute->doc, attribute->children, 1);

  lintel_xml_append_attribute (out, name, value != NULL ? (const char *) value : "");
  xmlFree (value);
}

static void
append_attributes (GString *out, const xmlNode *element)
{
  for (const xmlAttr *attribute = element->properties; attribute != NULL;
       attribute = attribute->next)
    {
      g_autofree char *name = get_qualified_name (attribute->name, attribute->ns);

      append_value (out, attribute, name);
    }
}

/* Whether PREFIX (NULL = the default) is declared on ELEMENT or between it and TOP. */
static gboolean
is_declared_within (const xmlNode *element, const xmlNode *top, const xmlChar *prefix)
{
  for (;; element = element->parent)
    {
      for (const xmlNs *ns = element->nsDef; ns != NULL; ns = ns->next)
        if (xmlStrEqual (ns->prefix, prefix))
          return TRUE;
      if (element == top)
        return FALSE;
    }
}

/* Collects prefix → URI of what TOP inherits and ELEMENT uses. The prefix "" is the default
 * namespace, which within a <lintel> element is ours. */
static void
need_namespace (GPtrArray *needed, const xmlNode *element, const xmlNode *top, const xmlNs *ns)
{
  const xmlChar *prefix = ns != NULL ? ns->prefix : NULL;
  const char *uri = ns != NULL && ns->href != NULL ? (const char *) ns->href : "";

  if (xmlStrEqual (prefix, BAD_CAST "xml") || is_declared_within (element, top, prefix))
    return;
  if (prefix == NULL && g_str_equal (uri, LINTEL_XML_NAMESPACE))
    return;
  for (guint n = 0; n < needed->len; n += 2)
    if (g_strcmp0 (g_ptr_array_index (needed, n), (const char *) prefix) == 0)
      return;
  g_ptr_array_add (needed, (gpointer) prefix);
  g_ptr_array_add (needed, (gpointer) uri);
}

static void
collect_needed (GPtrArray *needed, const xmlNode *element, const xmlNode *top, gboolean whole)
{
  need_namespace (needed, element, top, element->ns);
  for (const xmlAttr *attribute = element->properties; attribute != NULL;
       attribute = attribute->next)
    if (attribute->ns != NULL)
      need_namespace (needed, element, top, attribute->ns);
  if (!whole)
    return;
  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      collect_needed (needed, child, top, TRUE);
}

static void append_node (GString *out, const xmlNode *node, GPtrArray *needed, gboolean whole);

static void
append_element (GString *out, const xmlNode *element, GPtrArray *needed, gboolean whole)
{
  g_autofree char *name = get_qualified_name (element->name, element->ns);

  g_string_append_printf (out, "<%s", name);
  for (const xmlNs *ns = element->nsDef; ns != NULL; ns = ns->next)
    append_declaration (out, (const char *) ns->prefix, (const char *) ns->href);
  for (guint n = 0; needed != NULL && n < needed->len; n += 2)
    append_declaration (out, g_ptr_array_index (needed, n), g_ptr_array_index (needed, n + 1));
  append_attributes (out, element);
  if (!whole || element->children == NULL)
    {
      g_string_append (out, "/>");
      return;
    }
  g_string_append_c (out, '>');
  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    append_node (out, child, NULL, TRUE);
  g_string_append_printf (out, "</%s>", name);
}

static void
append_node (GString *out, const xmlNode *node, GPtrArray *needed, gboolean whole)
{
  const char *content = node->content != NULL ? (const char *) node->content : "";

  if (node->type == XML_ELEMENT_NODE)
    append_element (out, node, needed, whole);
  else if (node->type == XML_COMMENT_NODE)
    g_string_append_printf (out, "<!--%s-->", content);
  else if (node->type == XML_PI_NODE)
    g_string_append_printf (out, "<?%s%s%s?>", (const char *) node->name,
                            *content != '\0' ? " " : "", content);
  else
    lintel_xml_append_text (out, content);
}

char *
lintel_xml_fragment_new (xmlNode *node, gboolean whole)
{
  g_autoptr (GPtrArray) needed = g_ptr_array_new ();
  GString *out = g_string_new (NULL);

  if (node->type == XML_ELEMENT_NODE)
    collect_needed (needed, node, node, whole);
  append_node (out, node, needed, whole);
  if (node->type == XML_TEXT_NODE)
    g_strstrip (out->str);
  return g_string_free (out, FALSE);
}

char *
lintel_xml_fragment_new_attribute (const xmlAttr *attribute)
{
  GString *out = g_string_new (NULL);

  append_value (out, attribute, (const char *) attribute->name);
  g_string_erase (out, 0, 1);
  return g_string_free (out, FALSE);
}

static gboolean
has_foreign_attribute (const xmlNode *element)
{
  for (const xmlAttr *attribute = element->properties; attribute != NULL;
       attribute = attribute->next)
    if (attribute->ns != NULL)
      return TRUE;
  return FALSE;
}

char *
lintel_xml_fragment_new_foreign_attributes (const xmlNode *element)
{
  g_autoptr (GString) declarations = NULL;
  g_autoptr (GString) values = NULL;
  g_autoptr (GHashTable) declared = NULL;

  if (!has_foreign_attribute (element))
    return NULL;
  declarations = g_string_new (NULL);
  values = g_string_new (NULL);
  declared = g_hash_table_new (g_str_hash, g_str_equal);
  for (const xmlAttr *attribute = element->properties; attribute != NULL;
       attribute = attribute->next)
    {
      g_autofree char *name = get_qualified_name (attribute->name, attribute->ns);

      if (attribute->ns == NULL)
        continue;
      if (!xmlStrEqual (attribute->ns->prefix, BAD_CAST "xml")
          && g_hash_table_add (declared, (gpointer) attribute->ns->prefix))
        append_declaration (declarations, (const char *) attribute->ns->prefix,
                            (const char *) attribute->ns->href);
      append_value (values, attribute, name);
    }
  g_string_append (declarations, values->str);
  return g_strdup (declarations->str + 1);
}

char *
lintel_xml_node_get_attribute (const xmlNode *element, const char *name)
{
  for (const xmlAttr *attribute = element->properties; attribute != NULL;
       attribute = attribute->next)
    if (attribute->ns == NULL && xmlStrEqual (attribute->name, BAD_CAST name))
      {
        xmlChar *value = xmlNodeListGetString (attribute->doc, attribute->children, 1);
        char *copy = g_strdup (value != NULL ? (const char *) value : "");

        xmlFree (value);
        return copy;
      }
  return NULL;
}

char *
lintel_xml_node_get_text (const xmlNode *element)
{
  GString *text = g_string_new (NULL);

  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE && child->content != NULL)
      g_string_append (text, (const char *) child->content);
  return g_string_free (text, FALSE);
}

gboolean
lintel_xml_node_is_ours (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && xmlStrEqual (node->ns->href, BAD_CAST LINTEL_XML_NAMESPACE);
}
