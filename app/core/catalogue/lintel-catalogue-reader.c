/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a parsed catalogue file to programs and items. The schema has the last word on the shape of
 * a file; what only the whole catalogue can tell (an item that exists already, a correction of one
 * that does not) is checked here, with file and line.
 *
 * An <item> is new and complete. A <correct> changes only what it says of an item that is there:
 * texts and attributes replace the old ones, a <value> replaces the one stored alike, ranges and
 * defaults are added and win over earlier ones.
 */

#include "config.h"

#include "app/core/catalogue/lintel-catalogue-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  LintelCatalogue *catalogue;
  const char *file;
  GError **error;
} Reader;

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (Reader *reader, xmlNode *node, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (reader->error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_INVALID, "%s:%ld: %s",
               reader->file, xmlGetLineNo (node), message);
  return FALSE;
}

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

/* The attribute's text while the document lives, or NULL. */
static const char *
get_attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns == NULL && g_str_equal ((const char *) attribute->name, name))
      return attribute->children != NULL ? (const char *) attribute->children->content : "";
  return NULL;
}

static int
get_number (const xmlNode *node, const char *name, int otherwise)
{
  const char *text = get_attribute (node, name);

  return text != NULL ? atoi (text) : otherwise;
}

static const char *
keep_content (Reader *reader, xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  const char *kept = lintel_catalogue_keep_words (reader->catalogue, (const char *) content);

  xmlFree (content);
  return kept;
}

/* The bits of the models that an element is about: all without the attribute. */
static guint
get_models (const xmlNode *node, const char *name)
{
  const char *text = get_attribute (node, name);
  g_auto (GStrv) ids = NULL;
  guint models = 0;

  if (text == NULL)
    return LINTEL_ALL_MODELS;
  ids = g_strsplit_set (text, " \t\r\n", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      LintelModel model;

      if (lintel_model_from_id (ids[i], &model))
        models |= 1u << model;
    }
  return models;
}

static LintelConfidence
get_confidence (const xmlNode *node, LintelConfidence otherwise)
{
  const char *text = get_attribute (node, "confidence");
  LintelConfidence confidence;

  return text != NULL && lintel_confidence_from_id (text, &confidence) ? confidence : otherwise;
}

static gboolean
read_range (Reader *reader, LintelItem *item, guint dim, xmlNode *node)
{
  const char *before = get_attribute (node, "before");
  LintelIndexRange range = {
    .models = get_models (node, "model"),
    .before = before != NULL ? lintel_catalogue_parse_version (before) : 0,
    .first = get_number (node, "first", 1),
    .last = get_number (node, "last", 0),
  };
  int limit = item->dimension[dim].kind == LINTEL_INDEX_EXTENSION ? LINTEL_CATALOGUE_MAX_PORT
                                                                  : LINTEL_CATALOGUE_MAX_INDEX;

  if (range.first < 1 || range.first > range.last || range.last > limit)
    return refuse (reader, node, _ ("a range from %d to %d; it must lie between 1 and %d"),
                   range.first, range.last, limit);
  g_array_append_val (item->data->ranges[dim], range);
  return TRUE;
}

/* An index of a kind that the item has already gets further ranges; a correction cannot add one of
 * another kind, because the item's places would change their shape. */
static gboolean
read_index (Reader *reader, LintelItem *item, xmlNode *node, gboolean correcting)
{
  const char *id = get_attribute (node, "kind");
  LintelIndexKind kind;
  guint dim = 0;

  if (id == NULL || !lintel_index_kind_from_id (id, &kind))
    return refuse (reader, node, _ ("“%s” is not a kind of index"), id != NULL ? id : "");
  while (dim < item->n_dimensions && item->dimension[dim].kind != kind)
    dim++;
  if (dim == item->n_dimensions)
    {
      if (correcting)
        return refuse (reader, node, _ ("%s has no index “%s”; a correction cannot add one"),
                       item->data->number, id);
      if (dim == G_N_ELEMENTS (item->dimension))
        return refuse (reader, node, _ ("%s has a third index; an item has one or two"),
                       item->data->number);
      item->dimension[item->n_dimensions++].kind = kind;
    }
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_named (child, "range") && !read_range (reader, item, dim, child))
      return FALSE;
  return TRUE;
}

static LintelChoice *
add_choice (LintelItem *item, const char *stored)
{
  LintelChoice choice = { .stored = stored };

  for (guint i = 0; i < item->data->choices->len; i++)
    {
      LintelChoice *existing = &g_array_index (item->data->choices, LintelChoice, i);

      if (g_str_equal (existing->stored, stored))
        return existing;
    }
  g_array_append_val (item->data->choices, choice);
  return &g_array_index (item->data->choices, LintelChoice, item->data->choices->len - 1);
}

static gboolean
read_value (Reader *reader, LintelItem *item, xmlNode *node)
{
  const char *stored = lintel_catalogue_keep (reader->catalogue, get_attribute (node, "stored"));
  LintelChoice *choice = add_choice (item, stored);

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      guint models;

      if (!is_named (child, "word"))
        continue;
      models = get_models (child, "model");
      for (guint model = 0; model < LINTEL_N_MODELS; model++)
        if ((models & (1u << model)) != 0)
          choice->word[model] = keep_content (reader, child);
    }
  for (guint model = 0; model < LINTEL_N_MODELS; model++)
    if (choice->word[model] == NULL)
      return refuse (reader, node, _ ("value %s has no word for the %s; add a <word> for it"),
                     stored, lintel_model_get_name ((LintelModel) model));
  return TRUE;
}

/* "5" or "2-64"; without the attribute 0-0, which means every index. */
static void
read_span (const xmlNode *node, const char *name, int *from, int *to)
{
  const char *text = get_attribute (node, name);
  const char *dash;

  if (text == NULL)
    return;
  dash = strchr (text, '-');
  *from = atoi (text);
  *to = dash != NULL ? atoi (dash + 1) : *from;
}

/* Mailbox 1 is 101, mailbox 2 is 102, …: written once, kept as a table. */
static gboolean
count_upwards (Reader *reader, LintelDefault *value, xmlNode *node)
{
  int count = value->to[0] - value->from[0] + 1;
  int first = atoi (value->value);

  if (value->from[0] < 1 || count < 1 || value->to[0] > LINTEL_CATALOGUE_MAX_INDEX)
    return refuse (reader, node,
                   _ ("a default that counts upwards needs the first index it is for, “1-64”"));
  value->counted = g_new (const char *, (gsize) count);
  for (int i = 0; i < count; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", first + i);

      value->counted[i] = lintel_catalogue_keep (reader->catalogue, text);
    }
  return TRUE;
}

/* An index that the item does not have would be ignored without a word. */
static gboolean
check_default_attributes (Reader *reader, const LintelItem *item, xmlNode *node)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      LintelIndexKind kind;

      if (lintel_index_kind_from_id (name, &kind) && item->dimension[0].kind != kind
          && (item->n_dimensions < 2 || item->dimension[1].kind != kind))
        return refuse (reader, node, _ ("%s has no index “%s”; remove it from the default"),
                       item->data->number, name);
    }
  return TRUE;
}

static gboolean
read_default (Reader *reader, LintelItem *item, xmlNode *node)
{
  const char *source = get_attribute (node, "source");
  LintelDefault value = {
    .models = get_models (node, "model"),
    .value = keep_content (reader, node),
    .confidence = get_confidence (node, item->confidence),
    .source = source != NULL ? lintel_catalogue_keep (reader->catalogue, source) : item->source,
    .file = lintel_catalogue_keep (reader->catalogue, reader->file),
    .line = (int) xmlGetLineNo (node),
  };

  if (!check_default_attributes (reader, item, node))
    return FALSE;
  for (guint dim = 0; dim < item->n_dimensions; dim++)
    read_span (node, lintel_index_kind_to_id (item->dimension[dim].kind), &value.from[dim],
               &value.to[dim]);
  if (get_attribute (node, "counting") != NULL && !count_upwards (reader, &value, node))
    return FALSE;
  g_array_append_val (item->data->defaults, value);
  return TRUE;
}

static gboolean
read_item_child (Reader *reader, LintelItem *item, xmlNode *node, gboolean correcting)
{
  LintelItemData *data = item->data;

  if (is_named (node, "name"))
    data->name = keep_content (reader, node);
  else if (is_named (node, "short-name"))
    data->short_name = keep_content (reader, node);
  else if (is_named (node, "group"))
    data->group = keep_content (reader, node);
  else if (is_named (node, "help"))
    data->help = keep_content (reader, node);
  else if (is_named (node, "index"))
    return read_index (reader, item, node, correcting);
  else if (is_named (node, "value"))
    return read_value (reader, item, node);
  else if (is_named (node, "default"))
    return read_default (reader, item, node);
  return TRUE;
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const LintelChoice *one = a, *other = b;

  return atoi (one->stored) - atoi (other->stored);
}

/* A choice has exactly the values that have words. */
static gboolean
measure_choices (Reader *reader, LintelItem *item, xmlNode *node)
{
  const GArray *choices = item->data->choices;

  g_array_sort (item->data->choices, compare_choices);
  if (item->type != LINTEL_TYPE_CHOICE && item->type != LINTEL_TYPE_FLAG)
    return TRUE;
  if (choices->len == 0)
    return refuse (reader, node, _ ("%s needs a <value> for each of its values"),
                   item->data->number);
  item->minimum = atoi (g_array_index (choices, LintelChoice, 0).stored);
  item->maximum = atoi (g_array_index (choices, LintelChoice, choices->len - 1).stored);
  if (item->type == LINTEL_TYPE_FLAG
      && (choices->len != 2 || item->minimum != 0 || item->maximum != 1))
    return refuse (reader, node, _ ("%s is a flag and has exactly the values 0 and 1"),
                   item->data->number);
  return TRUE;
}

static void
read_item_attributes (Reader *reader, LintelItem *item, xmlNode *node)
{
  const char *alphabet = get_attribute (node, "alphabet");
  const char *source = get_attribute (node, "source");

  item->minimum = get_number (node, "minimum", item->minimum);
  item->maximum = get_number (node, "maximum", item->maximum);
  item->max_length = get_number (node, "max-length", item->max_length);
  item->confidence = get_confidence (node, item->confidence);
  if (alphabet != NULL)
    item->alphabet = lintel_catalogue_keep (reader->catalogue, alphabet);
  if (source != NULL)
    item->source = lintel_catalogue_keep (reader->catalogue, source);
  if (get_attribute (node, "models") != NULL)
    item->data->models = get_models (node, "models");
  item->data->file = lintel_catalogue_keep (reader->catalogue, reader->file);
  item->data->line = (int) xmlGetLineNo (node);
}

static gboolean
read_item_content (Reader *reader, LintelItem *item, xmlNode *node, gboolean correcting)
{
  read_item_attributes (reader, item, node);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (!read_item_child (reader, item, child, correcting))
      return FALSE;
  if (item->type == LINTEL_TYPE_NUMBER && item->minimum > item->maximum)
    return refuse (reader, node, _ ("%s has a minimum of %d above its maximum of %d"),
                   item->data->number, item->minimum, item->maximum);
  return measure_choices (reader, item, node);
}

static LintelType
get_type (const xmlNode *node)
{
  static const char *const ids[] = { "number", "choice", "flag", "digits" };
  const char *text = get_attribute (node, "type");

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_strcmp0 (text, ids[i]) == 0)
      return (LintelType) i;
  return LINTEL_TYPE_DIGITS;
}

static LintelItem *
find_item (const LintelProgram *program, const char *id)
{
  return (LintelItem *) lintel_program_find_item (program, id);
}

static gboolean
read_new_item (Reader *reader, LintelProgram *program, xmlNode *node)
{
  const char *id = get_attribute (node, "id");
  LintelItem *item = find_item (program, id);

  if (item != NULL)
    return refuse (reader, node,
                   _ ("%s is described already; to change it write <correct item=\"%s\"> with only "
                      "what differs"),
                   item->data->number, id);
  item = lintel_catalogue_add_item (reader->catalogue, program, id);
  item->type = get_type (node);
  return read_item_content (reader, item, node, FALSE);
}

static gboolean
read_correction (Reader *reader, LintelProgram *program, xmlNode *node)
{
  const char *id = get_attribute (node, "item");
  LintelItem *item = find_item (program, id);

  if (item == NULL)
    return refuse (reader, node,
                   _ ("%s has no item %s to correct; write <item id=\"%s\"> with all it needs"),
                   program->number, id, id);
  return read_item_content (reader, item, node, TRUE);
}

static LintelProgram *
find_or_add_program (Reader *reader, xmlNode *node)
{
  const char *number = get_attribute (node, "number");
  const LintelProgram *program = lintel_catalogue_find_program (reader->catalogue, number);

  return program != NULL ? (LintelProgram *) program
                         : lintel_catalogue_add_program (reader->catalogue, number);
}

static gboolean
read_program_child (Reader *reader, LintelProgram *program, xmlNode *node)
{
  if (is_named (node, "name"))
    program->data->name = keep_content (reader, node);
  else if (is_named (node, "help"))
    program->data->help = keep_content (reader, node);
  else if (is_named (node, "item"))
    return read_new_item (reader, program, node);
  else if (is_named (node, "correct"))
    return read_correction (reader, program, node);
  return TRUE;
}

static gboolean
read_program (Reader *reader, xmlNode *node)
{
  LintelProgram *program = find_or_add_program (reader, node);

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (!read_program_child (reader, program, child))
      return FALSE;
  if (program->data->name == NULL || program->data->help == NULL)
    return refuse (reader, node, _ ("%s is a new program and needs a <name> and a <help>"),
                   program->number);
  if (program->data->items->len == 0)
    return refuse (reader, node, C_ ("catalogue file", "%s has no <item>"), program->number);
  return TRUE;
}

gboolean
lintel_catalogue_read_document (LintelCatalogue *catalogue, xmlDoc *document, const char *file,
                                GError **error)
{
  Reader reader = { .catalogue = catalogue, .file = file, .error = error };
  xmlNode *root = xmlDocGetRootElement (document);

  for (xmlNode *node = root->children; node != NULL; node = node->next)
    if (is_named (node, "program") && !read_program (&reader, node))
      return FALSE;
  return TRUE;
}
