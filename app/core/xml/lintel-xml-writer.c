/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing a project: sections, elements and attributes in a fixed order, so that one project always
 * gives the same bytes. What says nothing is not written: a section without content, a customer
 * without a name, an attribute without a value (the root's are always there).
 *
 * What was kept aside goes back to where it stood; lintel-xml-private.h says how that is noted.
 */

#include "config.h"

#include "app/core/xml/lintel-xml-private.h"
#include "lintel/lock.h"

#include <string.h>

typedef struct
{
  LintelProject *project;
  gboolean with_codes;
  GString *out;
  GPtrArray *strays;     /* of LintelStray* */
  GHashTable *by_parent; /* parent → GPtrArray of LintelStray* */
  GHashTable *written;   /* of LintelStray* */
} Writer;

typedef void (*BodyWriter) (Writer *writer, const char *key, gconstpointer data);

static void
index_strays (Writer *writer)
{
  for (guint n = 0; n < writer->strays->len; n++)
    {
      LintelStray *stray = g_ptr_array_index (writer->strays, n);
      GPtrArray *list = g_hash_table_lookup (writer->by_parent, stray->parent);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (writer->by_parent, stray->parent, list);
        }
      g_ptr_array_add (list, stray);
    }
}

static const GPtrArray *
get_strays (Writer *writer, const char *key, char relation)
{
  g_autofree char *parent = NULL;

  if (writer->strays->len == 0)
    return NULL;
  parent = g_strdup_printf ("%s%c", key, relation);
  return g_hash_table_lookup (writer->by_parent, parent);
}

static void
write_line (Writer *writer, guint depth, LintelStray *stray)
{
  if (!g_hash_table_add (writer->written, stray))
    return;
  g_string_append_printf (writer->out, "%*s%s\n", (int) depth * 2, "", stray->xml);
}

static void
write_before (Writer *writer, guint depth, const char *key)
{
  const GPtrArray *strays = get_strays (writer, key, '<');

  for (guint n = 0; strays != NULL && n < strays->len; n++)
    write_line (writer, depth, g_ptr_array_index (strays, n));
}

/* Whether a stray stands, or has come to stand, directly inside the element with that key. */
static gboolean
is_inside (const LintelStray *stray, const char *key)
{
  gsize length = strlen (stray->parent) - 1;
  const char *slash;

  if (stray->parent[length] == '<')
    {
      slash = g_strrstr_len (stray->parent, (gssize) length, "/");
      if (slash == NULL)
        return FALSE;
      length = (gsize) (slash - stray->parent);
    }
  else if (stray->parent[length] != '>')
    return FALSE;
  return length == strlen (key) && strncmp (stray->parent, key, length) == 0;
}

/* What stands at the end of an element, and what stood before an element that has gone. */
static void
write_rest (Writer *writer, guint depth, const char *key)
{
  for (guint n = 0; n < writer->strays->len; n++)
    {
      LintelStray *stray = g_ptr_array_index (writer->strays, n);

      if (is_inside (stray, key))
        write_line (writer, depth, stray);
    }
}

static void
write_attributes (Writer *writer, const char *key)
{
  const GPtrArray *strays = get_strays (writer, key, '@');

  for (guint n = 0; strays != NULL && n < strays->len; n++)
    {
      const LintelStray *stray = g_ptr_array_index (strays, n);

      g_string_append_printf (writer->out, " %s", stray->xml);
    }
}

/* An element without elements of ours inside. HEAD is its name and attributes. CONTENT may be
 * NULL. */
static void
write_leaf (Writer *writer, guint depth, const char *key, const GString *head, const char *content)
{
  const GPtrArray *inside = get_strays (writer, key, '>');

  write_before (writer, depth, key);
  g_string_append_printf (writer->out, "%*s<%s", (int) depth * 2, "", head->str);
  write_attributes (writer, key);
  if (content == NULL && inside == NULL)
    {
      g_string_append (writer->out, "/>\n");
      return;
    }
  g_string_append_c (writer->out, '>');
  if (content != NULL)
    lintel_xml_append_text (writer->out, content);
  for (guint n = 0; inside != NULL && n < inside->len; n++)
    g_string_append (writer->out, ((LintelStray *) g_ptr_array_index (inside, n))->xml);
  g_string_append_printf (writer->out, "</%.*s>\n", (int) strcspn (head->str, " "), head->str);
}

static void
write_section (Writer *writer, const char *key, const char *head, BodyWriter write_body,
               gconstpointer data)
{
  GString *outer = writer->out;
  g_autoptr (GString) body = g_string_new (NULL);

  writer->out = body;
  write_body (writer, key, data);
  write_rest (writer, 2, key);
  writer->out = outer;
  if (body->len == 0 && get_strays (writer, key, '@') == NULL)
    return;
  write_before (writer, 1, key);
  g_string_append_printf (outer, "  <%s", head);
  write_attributes (writer, key);
  if (body->len == 0)
    g_string_append (outer, "/>\n");
  else
    g_string_append_printf (outer, ">\n%s  </%.*s>\n", body->str, (int) strcspn (head, " "), head);
}

static void
append_field (Writer *writer, GString *head, const LintelPlace *record, LintelField field,
              const char *name)
{
  LintelPlace place = *record;
  const char *text;

  place.field = field;
  text = lintel_project_get_text (writer->project, &place);
  if (text != NULL && *text != '\0')
    lintel_xml_append_attribute (head, name, text);
}

static void
write_customer (Writer *writer)
{
  const LintelPlace customer = lintel_place_customer (LINTEL_FIELD_NONE);
  g_autoptr (GString) head = g_string_new ("customer");

  append_field (writer, head, &customer, LINTEL_FIELD_NAME, "name");
  append_field (writer, head, &customer, LINTEL_FIELD_SITE, "site");
  append_field (writer, head, &customer, LINTEL_FIELD_REFERENCE, "reference");
  append_field (writer, head, &customer, LINTEL_FIELD_WORDS, "words");
  if (strchr (head->str, ' ') != NULL || get_strays (writer, "/customer", '@') != NULL
      || get_strays (writer, "/customer", '>') != NULL)
    write_leaf (writer, 1, "/customer", head, NULL);
}

static void
write_notes (Writer *writer)
{
  const LintelPlace notes = lintel_place_notes ();
  const char *text = lintel_project_get_text (writer->project, &notes);
  g_autoptr (GString) head = g_string_new ("notes");

  if (text != NULL || get_strays (writer, "/notes", '@') != NULL
      || get_strays (writer, "/notes", '>') != NULL)
    write_leaf (writer, 1, "/notes", head, text);
}

static void
write_extensions (Writer *writer, const char *key, gconstpointer data)
{
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (writer->project, port);
      g_autoptr (GString) head = NULL;
      g_autofree char *own_key = NULL;

      if (extension == NULL)
        continue;
      head = g_string_new (NULL);
      own_key = g_strdup_printf ("%s/%d", key, port);
      g_string_printf (head, "extension port=\"%d\"", port);
      lintel_xml_append_attribute (head, "number", extension->number);
      lintel_xml_append_attribute (head, "kind", lintel_extension_kind_to_id (extension->kind));
      if (*extension->name != '\0')
        lintel_xml_append_attribute (head, "name", extension->name);
      write_leaf (writer, 2, own_key, head, NULL);
    }
}

static void
append_index (Writer *writer, GString *head, LintelIndexKind kind, int index)
{
  const LintelExtension *extension;

  if (kind != LINTEL_INDEX_EXTENSION)
    {
      g_string_append_printf (head, " %s=\"%d\"", lintel_index_kind_to_id (kind), index);
      return;
    }
  extension = lintel_project_get_extension (writer->project, index);
  lintel_xml_append_attribute (head, "extension", extension->number);
}

static void
write_cell (Writer *writer, const LintelItem *item, int i, int j)
{
  const int index[] = { i, j };
  g_autoptr (GString) head = NULL;
  g_autofree char *key = NULL;

  if (!lintel_project_is_set (writer->project, item, i, j))
    return;
  head = g_string_new ("set");
  lintel_xml_append_attribute (head, "item", item->id);
  for (guint dim = 0; dim < MIN (item->n_dimensions, G_N_ELEMENTS (index)); dim++)
    append_index (writer, head, item->dimension[dim].kind, index[dim]);
  key = lintel_xml_key_for_cell (item, i, j);
  write_leaf (writer, 2, key, head, lintel_project_get (writer->project, item, i, j));
}

static void
write_cells (Writer *writer, const char *key, gconstpointer data)
{
  const LintelProgram *program = data;

  for (guint n = 0; n < program->n_items; n++)
    {
      const LintelItem *item = program->items[n];
      int columns = item->n_dimensions > 1 ? item->dimension[1].capacity : 1;

      for (int i = 1; i <= item->dimension[0].capacity; i++)
        for (int j = 1; j <= columns; j++)
          write_cell (writer, item, i, j);
    }
}

static void
write_programs (Writer *writer)
{
  guint n_programs;
  const LintelProgram *const *programs =
      lintel_catalogue_get_programs (lintel_project_get_catalogue (writer->project), &n_programs);

  for (guint n = 0; n < n_programs; n++)
    {
      g_autofree char *key = lintel_xml_key_for_program (programs[n]);
      g_autoptr (GString) head = g_string_new ("program");

      lintel_xml_append_attribute (head, "number", programs[n]->number);
      write_section (writer, key, head->str, write_cells, programs[n]);
    }
}

static void
write_codes (Writer *writer, const char *key, gconstpointer data)
{
  g_autoptr (GPtrArray) mailboxes = lintel_project_list_codes (writer->project);

  if (lintel_project_get_lock_state (writer->project) != LINTEL_LOCK_NONE)
    return;
  for (guint n = 0; n < mailboxes->len; n++)
    {
      const char *mailbox = g_ptr_array_index (mailboxes, n);
      const char *code;
      gboolean is_set =
          lintel_project_get_code (writer->project, mailbox, &code) == LINTEL_CODE_SET;
      g_autoptr (GString) head = g_string_new ("code");
      g_autofree char *own_key = g_strdup_printf ("%s/%s", key, mailbox);

      lintel_xml_append_attribute (head, "mailbox", mailbox);
      lintel_xml_append_attribute (head, "state", is_set ? "set" : "none");
      write_leaf (writer, 2, own_key, head, is_set ? code : NULL);
    }
}

static void
write_locked_codes (Writer *writer)
{
  g_autofree char *content = NULL;
  g_autoptr (GString) head = lintel_xml_print_locked_codes (writer->project, &content);

  if (head != NULL)
    write_leaf (writer, 1, "/locked-codes", head, content);
}

static void
write_dial_tests (Writer *writer, const char *key, gconstpointer data)
{
  g_autoptr (GPtrArray) tests = lintel_project_list_dial_tests (writer->project);

  for (guint n = 0; n < tests->len; n++)
    {
      const LintelDialTest *test = g_ptr_array_index (tests, n);
      const LintelPlace place =
          lintel_place_record (LINTEL_PLACE_DIAL_TEST, test->id, LINTEL_FIELD_NONE);
      g_autofree char *own_key = g_strdup_printf ("%s/%d", key, test->id);
      g_autoptr (GString) head = g_string_new ("dial-test");

      append_field (writer, head, &place, LINTEL_FIELD_FROM, "from");
      append_field (writer, head, &place, LINTEL_FIELD_MODE, "mode");
      append_field (writer, head, &place, LINTEL_FIELD_NUMBER, "number");
      append_field (writer, head, &place, LINTEL_FIELD_EXPECT, "expect");
      write_leaf (writer, 2, own_key, head, NULL);
    }
}

/* What was accepted of a code (that it is the mailbox's number) narrows it down. */
static gboolean
is_about_code (const LintelAcceptance *acceptance)
{
  return g_str_has_prefix (acceptance->at, "code[");
}

static void
write_accepted (Writer *writer, const char *key, gconstpointer data)
{
  g_autoptr (GPtrArray) acceptances = lintel_project_list_acceptances (writer->project);

  for (guint n = 0; n < acceptances->len; n++)
    {
      const LintelAcceptance *acceptance = g_ptr_array_index (acceptances, n);
      const LintelPlace place =
          lintel_place_record (LINTEL_PLACE_ACCEPTANCE, acceptance->id, LINTEL_FIELD_NONE);
      g_autofree char *own_key = g_strdup_printf ("%s/%d", key, acceptance->id);
      g_autoptr (GString) head = g_string_new ("accept");

      if (is_about_code (acceptance) && !writer->with_codes)
        continue;
      append_field (writer, head, &place, LINTEL_FIELD_RULE, "rule");
      append_field (writer, head, &place, LINTEL_FIELD_AT, "at");
      append_field (writer, head, &place, LINTEL_FIELD_REASON, "reason");
      append_field (writer, head, &place, LINTEL_FIELD_BY, "by");
      append_field (writer, head, &place, LINTEL_FIELD_UNTIL, "until");
      write_leaf (writer, 2, own_key, head, NULL);
    }
}

static void
write_sign_offs (Writer *writer, const char *key, gconstpointer data)
{
  for (int kind = 1; kind <= LINTEL_N_SIGN_OFFS; kind++)
    {
      const char *id = lintel_sign_off_kind_to_id ((LintelSignOffKind) kind);
      const LintelPlace place =
          lintel_place_record (LINTEL_PLACE_SIGN_OFF, kind, LINTEL_FIELD_NONE);
      g_autofree char *own_key = g_strdup_printf ("%s/%s", key, id);
      g_autoptr (GString) head = g_string_new (id);

      if (!lintel_project_get_sign_off (writer->project, (LintelSignOffKind) kind, NULL))
        continue;
      append_field (writer, head, &place, LINTEL_FIELD_BY, "by");
      append_field (writer, head, &place, LINTEL_FIELD_TIME, "time");
      append_field (writer, head, &place, LINTEL_FIELD_SHA256, "sha256");
      write_leaf (writer, 2, own_key, head, NULL);
    }
}

static void
write_root (Writer *writer)
{
  LintelProject *project = writer->project;

  write_before (writer, 0, "^");
  g_string_append (writer->out, "<lintel xmlns=\"" LINTEL_XML_NAMESPACE "\"");
  lintel_xml_append_attribute (writer->out, "model",
                               lintel_model_to_id (lintel_project_get_model (project)));
  lintel_xml_append_attribute (writer->out, "version", lintel_project_get_version (project));
  lintel_xml_append_attribute (writer->out, "numbering", lintel_project_get_numbering (project));
  write_attributes (writer, "");
  g_string_append (writer->out, ">\n");
  write_customer (writer);
  write_notes (writer);
  write_section (writer, "/extensions", "extensions", write_extensions, NULL);
  write_programs (writer);
  if (writer->with_codes)
    {
      write_section (writer, "/codes", "codes", write_codes, NULL);
      write_locked_codes (writer);
    }
  write_section (writer, "/dial-tests", "dial-tests", write_dial_tests, NULL);
  write_section (writer, "/accepted", "accepted", write_accepted, NULL);
  write_section (writer, "/sign-off", "sign-off", write_sign_offs, NULL);
  write_rest (writer, 1, "");
  g_string_append (writer->out, "</lintel>\n");
  write_rest (writer, 0, "^");
}

GBytes *
lintel_xml_write_bytes (LintelProject *project, gboolean with_codes)
{
  g_autoptr (GPtrArray) strays = lintel_project_list_strays (project);
  g_autoptr (GHashTable) by_parent =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);
  Writer writer = { project, with_codes, NULL, strays, by_parent, written };

  writer.out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  index_strays (&writer);
  write_root (&writer);
  return g_string_free_to_bytes (writer.out);
}
