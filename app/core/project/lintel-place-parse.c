/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Places from text, as a person types them in the go-to box or on the command line. An error says
 * what would have been understood there.
 */

#include "config.h"

#include "app/core/project/lintel-project-internal.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* HEAD[INDEX,INDEX].TAIL; absent parts are NULL. */
typedef struct
{
  const char *whole;
  char *head, *tail;
  char **indexes;
  guint n_indexes;
} Parts;

static void
parts_clear (Parts *parts)
{
  g_free (parts->head);
  g_free (parts->tail);
  g_strfreev (parts->indexes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static gboolean fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (LINTEL_PROJECT_ERROR, LINTEL_PROJECT_ERROR_PLACE, format, args);
  va_end (args);
  return FALSE;
}

static gboolean
split (const char *text, Parts *parts, GError **error)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  char *open = strchr (copy, '['), *close = strchr (copy, ']');
  char *dot = strchr (close != NULL ? close : copy, '.');

  if (!g_utf8_validate (text, -1, NULL))
    return fail (error, _ ("A place is plain text such as 21-04-01[101,1]"));
  if ((open == NULL) != (close == NULL) || (open != NULL && close < open)
      || (close != NULL && close[1] != '\0' && close + 1 != dot))
    return fail (error, _ ("The brackets of “%s” do not fit: write a place like 21-04-01[101,1]"),
                 text);
  if (dot != NULL)
    {
      parts->tail = g_ascii_strdown (g_strstrip (dot + 1), -1);
      *dot = '\0';
    }
  if (open != NULL)
    {
      *open = *close = '\0';
      parts->indexes = g_strsplit (open + 1, ",", -1);
      parts->n_indexes = g_strv_length (parts->indexes);
      for (guint k = 0; k < parts->n_indexes; k++)
        g_strstrip (parts->indexes[k]);
    }
  parts->head = g_ascii_strdown (g_strstrip (copy), -1);
  return TRUE;
}

/* Whole numbers from 1 on; 0 for anything else. */
static int
parse_index (const char *text)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &value, NULL))
    return 0;
  return (int) value;
}

static gboolean
parse_port (const char *text, LintelProject *project, int *port, GError **error)
{
  const LintelExtension *extension = lintel_project_find_extension (project, text);

  *port = g_str_has_prefix (text, "port ") ? parse_index (text + strlen ("port ")) : 0;
  if (extension != NULL)
    *port = extension->port;
  if (*port < 1 || *port > LINTEL_PORT_LAST)
    return fail (error, _ ("There is no extension “%s” in this project: see the Extensions tab"),
                 text);
  return TRUE;
}

static gboolean
parse_dimension (const LintelItem *item, guint dim, const char *text, LintelProject *project,
                 int *index, GError **error)
{
  const char *title = lintel_index_kind_get_title (item->dimension[dim].kind);
  int first = 0, last = 0;

  if (item->dimension[dim].kind == LINTEL_INDEX_EXTENSION)
    return parse_port (text, project, index, error);
  if (!lintel_item_get_range (item, dim, lintel_project_get_model (project),
                              lintel_project_get_version (project), &first, &last))
    return fail (error, _ ("%s is not on the %s"), lintel_item_get_number (item),
                 lintel_model_get_name (lintel_project_get_model (project)));
  *index = parse_index (text);
  if (*index < first || *index > last)
    return fail (error, _ ("%s has no %s “%s”: they go from %d to %d"),
                 lintel_item_get_number (item), title, text, first, last);
  return TRUE;
}

/* "47-02-01[mailbox]" with the catalogue's words, for error sentences. */
static char *
describe_indexes (const LintelItem *item)
{
  const char *first = lintel_index_kind_get_title (item->dimension[0].kind);

  if (item->n_dimensions == 1)
    return g_strdup_printf ("%s[%s]", lintel_item_get_number (item), first);
  return g_strdup_printf ("%s[%s,%s]", lintel_item_get_number (item), first,
                          lintel_index_kind_get_title (item->dimension[1].kind));
}

static gboolean
parse_item (const LintelItem *item, const Parts *parts, LintelProject *project, LintelPlace *place,
            GError **error)
{
  g_autofree char *shape = describe_indexes (item);
  gboolean is_table = parts->n_indexes == 1 && item->n_dimensions == 2
                      && item->dimension[0].kind == LINTEL_INDEX_TABLE;
  int index[2] = { 0, 1 };

  if (parts->n_indexes != 0 && parts->n_indexes != item->n_dimensions && !is_table)
    return fail (error, _ ("“%s” does not have the right indexes: write %s"), parts->whole, shape);
  for (guint dim = 0; dim < parts->n_indexes; dim++)
    if (!parse_dimension (item, dim, parts->indexes[dim], project, &index[dim], error))
      return FALSE;
  *place = parts->n_indexes == 0 || is_table ? lintel_place_table (item, index[0])
                                             : lintel_place_cell (item, index[0], index[1]);
  return TRUE;
}

static gboolean
parse_row (const LintelProgram *program, const Parts *parts, LintelProject *project,
           LintelPlace *place, GError **error)
{
  int index = 0;

  if (parts->n_indexes != 1)
    return fail (error,
                 _ ("“%s” needs the number of a row, such as %s[%s], or an item, such as %s"),
                 parts->whole, program->number,
                 lintel_index_kind_get_title (program->items[0]->dimension[0].kind),
                 lintel_item_get_number (program->items[0]));
  if (!parse_dimension (program->items[0], 0, parts->indexes[0], project, &index, error))
    return FALSE;
  *place = lintel_place_row (program, index);
  return TRUE;
}

static gboolean
fail_unknown_program (const Parts *parts, LintelProject *project, GError **error)
{
  guint n_programs;
  const LintelProgram *const *programs =
      lintel_catalogue_get_programs (lintel_project_get_catalogue (project), &n_programs);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint k = 0; k < n_programs; k++)
    g_string_append_printf (list, "%s%s", k > 0 ? ", " : "", programs[k]->number);
  return fail (error, _ ("Lintel does not know a program or item “%s”: it has the programs %s"),
               parts->head, list->str);
}

/* A program's number is two groups of digits, an item's has a third. */
static gboolean
parse_program (const Parts *parts, LintelProject *project, LintelPlace *place, GError **error)
{
  const char *second = strchr (parts->head, '-');
  const char *third = second != NULL ? strchr (second + 1, '-') : NULL;
  g_autofree char *number =
      g_strndup (parts->head, third != NULL ? (gsize) (third - parts->head) : strlen (parts->head));
  const LintelProgram *program =
      lintel_catalogue_find_program (lintel_project_get_catalogue (project), number);
  const LintelItem *item =
      program != NULL && third != NULL ? lintel_program_find_item (program, third + 1) : NULL;

  if (program == NULL || (third != NULL && item == NULL) || program->n_items == 0)
    return fail_unknown_program (parts, project, error);
  if (parts->tail != NULL)
    return fail (error, _ ("“%s” has something after its address: leave out “.%s”"), parts->whole,
                 parts->tail);
  return item != NULL ? parse_item (item, parts, project, place, error)
                      : parse_row (program, parts, project, place, error);
}

static gboolean
parse_field (const Parts *parts, LintelPlaceKind kind, LintelField *field, GError **error)
{
  const LintelField *fields = lintel_place_kind_get_fields (kind);
  g_autoptr (GString) list = g_string_new (NULL);

  *field = LINTEL_FIELD_NONE;
  if (parts->tail == NULL)
    return TRUE;
  for (; *fields != LINTEL_FIELD_NONE; fields++)
    {
      if (g_str_equal (parts->tail, lintel_field_to_id (*fields)))
        {
          *field = *fields;
          return TRUE;
        }
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              lintel_field_to_id (*fields));
    }
  if (list->len == 0)
    return fail (error, _ ("“%s” has no parts: leave out “.%s”"), parts->head, parts->tail);
  return fail (error, _ ("“%s” has no part “%s”: it has %s"), parts->head, parts->tail, list->str);
}

static gboolean
parse_code (const Parts *parts, LintelPlace *place, GError **error)
{
  const char *number = parts->n_indexes == 1 ? parts->indexes[0] : "";

  if (!lintel_number_is_valid (number))
    return fail (error, _ ("“%s” needs a mailbox number of 1 to 8 digits: write code[101]"),
                 parts->whole);
  *place = lintel_place_code (number);
  return TRUE;
}

static gboolean
parse_record (const Parts *parts, LintelPlaceKind kind, LintelProject *project, LintelPlace *place,
              GError **error)
{
  int id = parts->n_indexes == 1 ? parse_index (parts->indexes[0]) : 0;

  if (kind == LINTEL_PLACE_EXTENSION && (id < 1 || id > LINTEL_PORT_LAST))
    return fail (error, _ ("“%s” needs a port from 1 to %d: write extension[%d]"), parts->whole,
                 LINTEL_PORT_LAST, 1);
  if (kind != LINTEL_PLACE_EXTENSION)
    id = id > 0 ? lintel_project_position_to_id (project, kind, id) : 0;
  if (id == 0)
    return fail (error, _ ("There is no “%s” in this project: count them from 1"), parts->whole);
  place->index[0] = id;
  return TRUE;
}

/* TAIL is "prepared" or "reviewed", and perhaps a part of that. */
static gboolean
parse_sign_off (const Parts *parts, LintelPlace *place, GError **error)
{
  const char *tail = parts->tail != NULL ? parts->tail : "";
  const char *dot = strchr (tail, '.');
  g_autofree char *id = g_strndup (tail, dot != NULL ? (gsize) (dot - tail) : strlen (tail));
  const Parts rest = { parts->whole, parts->head, dot != NULL ? (char *) dot + 1 : NULL, NULL, 0 };

  for (int kind = 1; kind <= LINTEL_N_SIGN_OFFS; kind++)
    if (g_str_equal (id, lintel_sign_off_kind_to_id ((LintelSignOffKind) kind)))
      place->index[0] = kind;
  if (place->index[0] == 0 || parts->n_indexes > 0)
    return fail (error, _ ("“%s” is no sign-off: write sign-off.prepared or sign-off.reviewed"),
                 parts->whole);
  return parse_field (&rest, LINTEL_PLACE_SIGN_OFF, &place->field, error);
}

static gboolean
parse_named (const Parts *parts, LintelPlaceKind kind, LintelProject *project, LintelPlace *place,
             GError **error)
{
  *place = (LintelPlace){ .kind = kind };
  if (kind == LINTEL_PLACE_SIGN_OFF)
    return parse_sign_off (parts, place, error);
  if (!parse_field (parts, kind, &place->field, error))
    return FALSE;
  if (kind == LINTEL_PLACE_CODE)
    return parse_code (parts, place, error);
  if (kind != LINTEL_PLACE_CUSTOMER && kind != LINTEL_PLACE_NOTES)
    return parse_record (parts, kind, project, place, error);
  if (parts->n_indexes > 0)
    return fail (error, _ ("There is only one “%s”: leave out the brackets"), parts->head);
  return TRUE;
}

gboolean
lintel_place_parse (const char *text, LintelProject *project, LintelPlace *place, GError **error)
{
  static const struct
  {
    const char *head;
    LintelPlaceKind kind;
  } names[] = {
    { "extension", LINTEL_PLACE_EXTENSION }, { "code", LINTEL_PLACE_CODE },
    { "customer", LINTEL_PLACE_CUSTOMER },   { "notes", LINTEL_PLACE_NOTES },
    { "dial-test", LINTEL_PLACE_DIAL_TEST }, { "accepted", LINTEL_PLACE_ACCEPTANCE },
    { "sign-off", LINTEL_PLACE_SIGN_OFF },   { "stray", LINTEL_PLACE_STRAY },
  };
  g_auto (Parts) parts = { .whole = text };
  LintelPlace found;

  if (!split (text, &parts, error))
    return FALSE;
  g_assert (parts.head != NULL);
  for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
    if (g_str_equal (parts.head, names[k].head))
      {
        if (!parse_named (&parts, names[k].kind, project, &found, error))
          return FALSE;
        *place = found;
        return TRUE;
      }
  if (!parse_program (&parts, project, &found, error))
    return FALSE;
  *place = found;
  return TRUE;
}
