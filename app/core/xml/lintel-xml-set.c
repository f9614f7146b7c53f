/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading <set> elements: which cell one names, and whether that cell exists. Whether the value
 * fits is the project's own question.
 */

#include "config.h"

#include "app/core/project/lintel-project-private.h"
#include "app/core/xml/lintel-xml-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LintelXmlScope *scope;
  xmlNode *element;
  const LintelProgram *program;
  const LintelItem *item;
  char *item_id;
  char *written[2]; /* the indexes as they stand in the file */
  int index[2];
  char *address; /* NULL until it is asked for */
} Set;

static void
clear_set (Set *set)
{
  g_free (set->item_id);
  g_free (set->written[0]);
  g_free (set->written[1]);
  g_free (set->address);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Set, clear_set)

char *
lintel_xml_key_for_program (const LintelProgram *program)
{
  return g_strconcat ("/", program->number, NULL);
}

char *
lintel_xml_key_for_cell (const LintelItem *item, int i, int j)
{
  return g_strdup_printf ("/%s/%s,%d,%d", item->program->number, item->id, i, j);
}

/* The address as the file has it: what it names may not exist. */
static char *
compose_address (const Set *set)
{
  const char *first = set->written[0] != NULL ? set->written[0] : "?";
  const char *second = set->written[1] != NULL ? set->written[1] : "?";
  const char *id = set->item_id != NULL ? set->item_id : "?";

  if (set->item == NULL)
    return g_strdup_printf ("%s-%s", set->program->number, id);
  if (set->item->n_dimensions == 1)
    return g_strdup_printf ("%s-%s[%s]", set->program->number, id, first);
  return g_strdup_printf ("%s-%s[%s,%s]", set->program->number, id, first, second);
}

/* Most settings are in order, and nobody asks. */
static const char *
get_address (Set *set)
{
  if (set->address == NULL)
    set->address = compose_address (set);
  return set->address;
}

static void
read_names (Set *set)
{
  set->item_id = lintel_xml_node_get_attribute (set->element, "item");
  if (set->item_id != NULL)
    set->item = lintel_program_find_item (set->program, set->item_id);
  for (guint dim = 0; set->item != NULL && dim < set->item->n_dimensions; dim++)
    set->written[dim] = lintel_xml_node_get_attribute (
        set->element, lintel_index_kind_to_id (set->item->dimension[dim].kind));
}

static gboolean
check_item (Set *set)
{
  if (set->item != NULL)
    return TRUE;
  if (set->item_id == NULL)
    lintel_xml_scope_keep (set->scope, set->element, LINTEL_STRAY_UNKNOWN_ITEM, get_address (set),
                           _ ("this <set> does not say which item of program %s it is for; add "
                              "item=\"…\" or remove it"),
                           set->program->number);
  else
    lintel_xml_scope_keep (set->scope, set->element, LINTEL_STRAY_UNKNOWN_ITEM, get_address (set),
                           _ ("program %s has no item %s that Lintel knows; correct the number or "
                              "remove the setting"),
                           set->program->number, set->item_id);
  return FALSE;
}

/* A whole number from 1 on; 0 if it is none. */
static int
parse_index (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || length > 6 || strspn (text, "0123456789") != length)
    return 0;
  return (int) g_ascii_strtoll (text, NULL, 10);
}

static gboolean
read_extension (Set *set, guint dim)
{
  LintelProject *project = set->scope->reader->project;
  const LintelExtension *extension = lintel_project_find_extension (project, set->written[dim]);

  if (extension == NULL)
    {
      lintel_xml_scope_keep (
          set->scope, set->element, LINTEL_STRAY_UNKNOWN_INDEX, get_address (set),
          _ ("no extension has the number %s; add it to the extensions or remove "
             "the setting"),
          set->written[dim]);
      return FALSE;
    }
  set->index[dim] = extension->port;
  if (extension->kind != LINTEL_EXTENSION_PILOT)
    return TRUE;
  lintel_xml_scope_keep (set->scope, set->element, LINTEL_STRAY_UNKNOWN_INDEX, get_address (set),
                         _ ("%s is a pilot number, which has no settings in program %s; remove the "
                            "setting"),
                         set->written[dim], set->program->number);
  return FALSE;
}

static gboolean
read_index (Set *set, guint dim)
{
  const LintelDimension *dimension = &set->item->dimension[dim];
  const char *id = lintel_index_kind_to_id (dimension->kind);

  if (set->written[dim] == NULL)
    {
      lintel_xml_scope_keep (
          set->scope, set->element, LINTEL_STRAY_UNKNOWN_INDEX, get_address (set),
          _ ("this <set> of %s does not say for which %s; add %s=\"…\" or remove "
             "it"),
          lintel_item_get_number (set->item), id, id);
      return FALSE;
    }
  if (dimension->kind == LINTEL_INDEX_EXTENSION)
    return read_extension (set, dim);
  set->index[dim] = parse_index (set->written[dim]);
  if (set->index[dim] >= 1 && set->index[dim] <= dimension->capacity)
    return TRUE;
  lintel_xml_scope_keep (set->scope, set->element, LINTEL_STRAY_UNKNOWN_INDEX, get_address (set),
                         _ ("%s has no %s “%s”, only 1 to %d; correct it or remove the setting"),
                         lintel_item_get_number (set->item), id, set->written[dim],
                         dimension->capacity);
  return FALSE;
}

static char *
describe_system (LintelProject *project)
{
  const char *name = lintel_model_get_name (lintel_project_get_model (project));
  const char *version = lintel_project_get_version (project);

  if (*version == '\0')
    return g_strdup (name);
  /* Translators: a telephone system and its software version, "SL1100 (version 3.0)". */
  return g_strdup_printf (C_ ("system", "%s (version %s)"), name, version);
}

static void
keep_off_model (Set *set, guint dim, int first, int last)
{
  g_autofree char *system = describe_system (set->scope->reader->project);

  if (last == 0)
    lintel_xml_scope_keep (set->scope, set->element, LINTEL_STRAY_INDEX_NOT_ON_MODEL,
                           get_address (set), _ ("an %s has no item %s; remove the setting"),
                           system, lintel_item_get_number (set->item));
  else
    lintel_xml_scope_keep (
        set->scope, set->element, LINTEL_STRAY_INDEX_NOT_ON_MODEL, get_address (set),
        _ ("on an %s %s has no %s %d, only %d to %d; correct it or remove the "
           "setting"),
        system, lintel_item_get_number (set->item),
        lintel_index_kind_to_id (set->item->dimension[dim].kind), set->index[dim], first, last);
}

static gboolean
check_model (Set *set)
{
  LintelProject *project = set->scope->reader->project;

  for (guint dim = 0; dim < set->item->n_dimensions; dim++)
    {
      int first = 0, last = 0;

      if (lintel_item_get_range (set->item, dim, lintel_project_get_model (project),
                                 lintel_project_get_version (project), &first, &last)
          && set->index[dim] >= first && set->index[dim] <= last)
        continue;
      keep_off_model (set, dim, first, last);
      return FALSE;
    }
  return TRUE;
}

static gboolean
find_cell (Set *set)
{
  read_names (set);
  if (!check_item (set))
    return FALSE;
  set->index[1] = 1;
  for (guint dim = 0; dim < set->item->n_dimensions; dim++)
    if (!read_index (set, dim))
      return FALSE;
  return check_model (set);
}

static void
pass_set (Set *set)
{
  const LintelItem *item = set->item;
  const char *known[4] = { "item", lintel_index_kind_to_id (item->dimension[0].kind) };
  g_autofree char *key = NULL;

  if (item->n_dimensions == 2)
    known[2] = lintel_index_kind_to_id (item->dimension[1].kind);
  if (lintel_xml_scope_is_plain (set->scope, set->element, known))
    return;
  key = lintel_xml_key_for_cell (item, set->index[0], set->index[1]);
  lintel_xml_scope_pass_leaf (set->scope, set->element, key, known, TRUE);
}

static void
load_cell (Set *set)
{
  LintelXmlReader *reader = set->scope->reader;
  LintelPlace place = lintel_place_cell (set->item, set->index[0], set->index[1]);
  g_autofree char *value = g_strstrip (lintel_xml_node_get_text (set->element));
  g_autoptr (GError) refusal = NULL;

  if (lintel_project_get_text (reader->project, &place) != NULL)
    lintel_xml_scope_keep_duplicate (set->scope, set->element, get_address (set), &place);
  else if (!lintel_project_load_text (reader->project, &place, value,
                                      lintel_xml_reader_get_line (reader, set->element), &refusal))
    lintel_xml_scope_keep_refused (set->scope, set->element, get_address (set), &place, refusal);
  else
    pass_set (set);
}

gboolean
lintel_xml_read_set (LintelXmlScope *scope, xmlNode *element, gconstpointer data)
{
  g_auto (Set) set = { .scope = scope, .element = element, .program = data };

  if (!xmlStrEqual (element->name, BAD_CAST "set"))
    return FALSE;
  if (find_cell (&set))
    load_cell (&set);
  return TRUE;
}
