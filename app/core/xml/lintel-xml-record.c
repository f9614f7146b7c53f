/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading what is not a cell: extensions, codes, acceptances, dial tests, the customer. A record is
 * taken whole or kept aside whole, so that no half of one is left behind.
 */

#include "config.h"

#include "app/core/project/lintel-project-private.h"
#include "app/core/xml/lintel-xml-private.h"
#include "lintel/lock.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MAX_FIELDS 5

/* A kind of record: its attributes, in the order in which they are written and loaded. */
typedef struct
{
  const char *names[MAX_FIELDS + 1];
  LintelField fields[MAX_FIELDS];
} Shape;

static const Shape customer_shape = {
  { "name", "site", "reference", "words" },
  { LINTEL_FIELD_NAME, LINTEL_FIELD_SITE, LINTEL_FIELD_REFERENCE, LINTEL_FIELD_WORDS },
};

static const Shape extension_shape = {
  { "number", "kind", "name" },
  { LINTEL_FIELD_NUMBER, LINTEL_FIELD_KIND, LINTEL_FIELD_NAME },
};

static const Shape dial_test_shape = {
  { "from", "mode", "number", "expect" },
  { LINTEL_FIELD_FROM, LINTEL_FIELD_MODE, LINTEL_FIELD_NUMBER, LINTEL_FIELD_EXPECT },
};

static const Shape acceptance_shape = {
  { "rule", "at", "reason", "by", "until" },
  { LINTEL_FIELD_RULE, LINTEL_FIELD_AT, LINTEL_FIELD_REASON, LINTEL_FIELD_BY, LINTEL_FIELD_UNTIL },
};

static const Shape sign_off_shape = {
  { "by", "time", "sha256" },
  { LINTEL_FIELD_BY, LINTEL_FIELD_TIME, LINTEL_FIELD_SHA256 },
};

static LintelPlace
get_field (const LintelPlace *record, LintelField field)
{
  LintelPlace place = *record;

  place.field = field;
  return place;
}

static void
unload (LintelXmlReader *reader, const LintelPlace *record, const Shape *shape, guint n)
{
  while (n-- > 0)
    {
      LintelPlace place = get_field (record, shape->fields[n]);

      lintel_project_load_text (reader->project, &place, NULL, 0, NULL);
    }
}

/* Loads every attribute, or none and keeps the element aside. */
static gboolean
load_record (LintelXmlScope *scope, xmlNode *element, const char *address,
             const LintelPlace *record, const Shape *shape)
{
  LintelXmlReader *reader = scope->reader;
  int line = lintel_xml_reader_get_line (reader, element);

  for (guint n = 0; shape->names[n] != NULL; n++)
    {
      LintelPlace place = get_field (record, shape->fields[n]);
      g_autofree char *text = lintel_xml_node_get_attribute (element, shape->names[n]);
      g_autoptr (GError) refusal = NULL;

      if (text == NULL || lintel_project_load_text (reader->project, &place, text, line, &refusal))
        continue;
      unload (reader, record, shape, n);
      lintel_xml_scope_keep_refused (scope, element, address, &place, refusal);
      return FALSE;
    }
  lintel_project_load_line (reader->project, record, line);
  return TRUE;
}

/* Whether an element says nothing, so that it is not written either. */
static gboolean
is_blank (LintelXmlReader *reader, const xmlNode *element, const LintelPlace *record,
          const Shape *shape)
{
  for (guint n = 0; shape->names[n] != NULL; n++)
    {
      LintelPlace place = get_field (record, shape->fields[n]);

      if (lintel_project_get_text (reader->project, &place) != NULL)
        return FALSE;
    }
  return lintel_xml_node_is_plain (element, shape->names);
}

void
lintel_xml_read_customer (LintelXmlScope *scope, xmlNode *element)
{
  LintelXmlReader *reader = scope->reader;
  const LintelPlace customer = lintel_place_customer (LINTEL_FIELD_NONE);
  const LintelPlace name = lintel_place_customer (LINTEL_FIELD_NAME);

  if (g_hash_table_contains (reader->sections, "/customer"))
    lintel_xml_scope_keep_duplicate (scope, element, "customer", &name);
  else if (load_record (scope, element, "customer", &customer, &customer_shape)
           && !is_blank (reader, element, &customer, &customer_shape))
    {
      g_hash_table_add (reader->sections, g_strdup ("/customer"));
      lintel_xml_scope_pass_leaf (scope, element, "/customer", customer_shape.names, FALSE);
    }
}

/* The port of an extension; 0 after keeping aside one that has none. */
static int
read_port (LintelXmlScope *scope, xmlNode *element)
{
  g_autofree char *text = lintel_xml_node_get_attribute (element, "port");
  g_autofree char *address = g_strdup_printf ("extension[%s]", text != NULL ? text : "?");
  gsize length = text != NULL ? strlen (text) : 0;

  if (length > 0 && length <= 6 && strspn (text, "0123456789") == length)
    {
      int port = atoi (text);

      if (port >= 1 && port <= LINTEL_PORT_LAST)
        return port;
    }
  lintel_xml_scope_keep (
      scope, element, LINTEL_STRAY_UNKNOWN_INDEX, address,
      _ ("this extension’s port is missing or not a number from 1 to %d; correct "
         "it or remove the extension"),
      LINTEL_PORT_LAST);
  return 0;
}

/* Whether the element says what an extension needs and nobody else has it. */
static gboolean
check_extension (LintelXmlScope *scope, xmlNode *element, const char *address, int port)
{
  LintelProject *project = scope->reader->project;
  LintelPlace target = lintel_place_extension (port, LINTEL_FIELD_NUMBER);
  g_autofree char *number = lintel_xml_node_get_attribute (element, "number");
  g_autofree char *kind = lintel_xml_node_get_attribute (element, "kind");
  const LintelExtension *other;
  LintelStray *stray;

  if (lintel_project_get_extension (project, port) != NULL)
    {
      lintel_xml_scope_keep_duplicate (scope, element, address, &target);
      return FALSE;
    }
  other = number != NULL ? lintel_project_find_extension (project, number) : NULL;
  if (other != NULL)
    stray = lintel_xml_scope_keep (scope, element, LINTEL_STRAY_DUPLICATE, address,
                                   _ ("port %d already has the number %s; give this extension a "
                                      "number of its own or remove it"),
                                   other->port, number);
  else if (number == NULL || *number == '\0' || kind == NULL || *kind == '\0')
    stray = lintel_xml_scope_keep (scope, element, LINTEL_STRAY_OUT_OF_RANGE, address, "%s",
                                   _ ("an extension needs a number and a kind; add what is missing "
                                      "or remove the extension"));
  else
    return TRUE;
  stray->has_target = TRUE;
  stray->target = target;
  return FALSE;
}

gboolean
lintel_xml_read_extension (LintelXmlScope *scope, xmlNode *element, gconstpointer data)
{
  static const char *const known[] = { "port", "number", "kind", "name", NULL };
  g_autofree char *address = NULL, *key = NULL;
  LintelPlace place;
  int port;

  if (!xmlStrEqual (element->name, BAD_CAST "extension"))
    return FALSE;
  port = read_port (scope, element);
  if (port == 0)
    return TRUE;
  address = g_strdup_printf ("extension[%d]", port);
  place = lintel_place_extension (port, LINTEL_FIELD_NONE);
  if (!check_extension (scope, element, address, port)
      || !load_record (scope, element, address, &place, &extension_shape))
    return TRUE;
  key = g_strdup_printf ("/extensions/%d", port);
  lintel_xml_scope_pass_leaf (scope, element, key, known, FALSE);
  return TRUE;
}

/* The text that stands for a code in the project: NULL for an unknown one, "" for none. FALSE
 * when state and content do not go together. */
static gboolean
get_code_text (const char *state, const char *content, const char **text)
{
  if (g_strcmp0 (state, "set") == 0)
    {
      *text = content;
      return *content != '\0';
    }
  *text = g_strcmp0 (state, "none") == 0 ? "" : NULL;
  return *content == '\0' && (*text != NULL || g_strcmp0 (state, "unknown") == 0);
}

static gboolean
load_code (LintelXmlScope *scope, xmlNode *element, const char *address, const LintelPlace *place)
{
  LintelXmlReader *reader = scope->reader;
  g_autofree char *state = lintel_xml_node_get_attribute (element, "state");
  g_autoptr (LintelWipedText) content = lintel_xml_node_get_text (element);
  g_autoptr (GError) refusal = NULL;
  const char *text;

  if (!get_code_text (state, content, &text))
    {
      LintelStray *stray = lintel_xml_scope_keep (
          scope, element, LINTEL_STRAY_OUT_OF_RANGE, address, "%s",
          _ ("the state of a code is “set” with the code, “none” or “unknown”; correct it"));

      stray->has_target = TRUE;
      stray->target = *place;
      return FALSE;
    }
  if (lintel_project_load_text (reader->project, place, text,
                                lintel_xml_reader_get_line (reader, element), &refusal))
    return TRUE;
  lintel_xml_scope_keep_refused (scope, element, address, place, refusal);
  return FALSE;
}

/* Somebody wrote it there by hand, or merged two files. */
static void
keep_beside_lock (LintelXmlScope *scope, xmlNode *element, const char *address,
                  const LintelPlace *place)
{
  LintelStray *stray = lintel_xml_scope_keep (
      scope, element, LINTEL_STRAY_DUPLICATE, address, "%s",
      _ ("the codes are locked, and this one stands beside them for all to read; unlock them, note "
         "it under Codes if it is right, and remove it here"));

  stray->has_target = TRUE;
  stray->target = *place;
}

/* An unknown code is not written, so what else its element has needs the element. */
static void
pass_code (LintelXmlScope *scope, xmlNode *element, const char *address, const LintelPlace *place)
{
  static const char *const known[] = { "mailbox", "state", NULL };
  g_autofree char *key = g_strdup_printf ("/codes/%s", place->number);
  LintelStray *stray;

  if (lintel_project_get_text (scope->reader->project, place) != NULL)
    lintel_xml_scope_pass_leaf (scope, element, key, known, TRUE);
  else if (!lintel_xml_node_is_plain (element, known))
    {
      stray = lintel_xml_scope_keep (scope, element, LINTEL_STRAY_FOREIGN, address, "%s",
                                     _ ("Lintel keeps this and does not use it"));
      stray->has_target = TRUE;
      stray->target = *place;
    }
}

gboolean
lintel_xml_read_code (LintelXmlScope *scope, xmlNode *element, gconstpointer data)
{
  g_autofree char *mailbox = NULL, *address = NULL;
  LintelPlace place;

  if (!xmlStrEqual (element->name, BAD_CAST "code"))
    return FALSE;
  mailbox = lintel_xml_node_get_attribute (element, "mailbox");
  address = g_strdup_printf ("code[%s]", mailbox != NULL ? mailbox : "?");
  if (mailbox == NULL || strlen (mailbox) == 0 || strlen (mailbox) >= LINTEL_NUMBER_SIZE)
    {
      lintel_xml_scope_keep (scope, element, LINTEL_STRAY_UNKNOWN_INDEX, address,
                             _ ("a code belongs to a mailbox number of 1 to %d digits; correct it "
                                "or remove the code"),
                             LINTEL_NUMBER_SIZE - 1);
      return TRUE;
    }
  place = lintel_place_code (mailbox);
  if (lintel_project_get_lock_state (scope->reader->project) != LINTEL_LOCK_NONE)
    keep_beside_lock (scope, element, address, &place);
  else if (lintel_project_get_text (scope->reader->project, &place) != NULL)
    lintel_xml_scope_keep_duplicate (scope, element, address, &place);
  else if (load_code (scope, element, address, &place))
    pass_code (scope, element, address, &place);
  return TRUE;
}

/* Acceptances and dial tests have no address in the file: they are counted. */
static void
read_counted (LintelXmlScope *scope, xmlNode *element, LintelPlaceKind kind, const Shape *shape)
{
  LintelXmlReader *reader = scope->reader;
  int id = lintel_project_next_id (reader->project, kind);
  LintelPlace place = lintel_place_record (kind, id, LINTEL_FIELD_NONE);
  g_autofree char *name = g_strdup_printf ("<%s>", (const char *) element->name);
  g_autofree char *key = NULL;

  if (!load_record (scope, element, name, &place, shape))
    return;
  if (lintel_project_next_id (reader->project, kind) == id)
    {
      lintel_xml_scope_keep (scope, element, LINTEL_STRAY_OUT_OF_RANGE, name,
                             _ ("this <%s> says nothing; remove it"), (const char *) element->name);
      return;
    }
  key = g_strdup_printf ("%s/%d", scope->key, id);
  lintel_xml_scope_pass_leaf (scope, element, key, shape->names, FALSE);
}

gboolean
lintel_xml_read_dial_test (LintelXmlScope *scope, xmlNode *element, gconstpointer data)
{
  if (!xmlStrEqual (element->name, BAD_CAST "dial-test"))
    return FALSE;
  read_counted (scope, element, LINTEL_PLACE_DIAL_TEST, &dial_test_shape);
  return TRUE;
}

gboolean
lintel_xml_read_acceptance (LintelXmlScope *scope, xmlNode *element, gconstpointer data)
{
  if (!xmlStrEqual (element->name, BAD_CAST "accept"))
    return FALSE;
  read_counted (scope, element, LINTEL_PLACE_ACCEPTANCE, &acceptance_shape);
  return TRUE;
}

static void
read_sign_off (LintelXmlScope *scope, xmlNode *element, LintelSignOffKind kind)
{
  LintelXmlReader *reader = scope->reader;
  LintelPlace place = lintel_place_record (LINTEL_PLACE_SIGN_OFF, (int) kind, LINTEL_FIELD_NONE);
  const char *id = lintel_sign_off_kind_to_id (kind);
  g_autofree char *address = g_strdup_printf ("sign-off.%s", id);
  g_autofree char *key = g_strdup_printf ("%s/%s", scope->key, id);

  if (lintel_project_get_sign_off (reader->project, kind, NULL))
    {
      lintel_xml_scope_keep_duplicate (scope, element, address, &place);
      return;
    }
  if (!load_record (scope, element, address, &place, &sign_off_shape))
    return;
  if (!lintel_project_get_sign_off (reader->project, kind, NULL))
    lintel_xml_scope_keep (scope, element, LINTEL_STRAY_OUT_OF_RANGE, address,
                           _ ("this <%s> says nothing; remove it"), id);
  else
    lintel_xml_scope_pass_leaf (scope, element, key, sign_off_shape.names, FALSE);
}

gboolean
lintel_xml_read_sign_off (LintelXmlScope *scope, xmlNode *element, gconstpointer data)
{
  for (int kind = 1; kind <= LINTEL_N_SIGN_OFFS; kind++)
    if (xmlStrEqual (element->name, BAD_CAST lintel_sign_off_kind_to_id ((LintelSignOffKind) kind)))
      {
        read_sign_off (scope, element, (LintelSignOffKind) kind);
        return TRUE;
      }
  return FALSE;
}
