/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sign-offs: who prepared and who reviewed the project, and the hash of what they saw.
 *
 * What is hashed, UTF-8: for each text of the project its address, U+001F, the text, U+001E. No
 * text has these characters. First come "model", "version" and "numbering"; then the customer and
 * the notes; extensions by port; the cells that are set, in the catalogue's order, as
 * "21-04-01[113,3]" with the port of an extension (a second index is always there); dial tests and
 * acceptances in the file's order, without a number; last what was kept aside and is no comment,
 * as XML in the order of its bytes, since saving may move it. Codes are left out.
 */

#include "config.h"

#include "app/core/project/lintel-project-internal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UNIT "\x1f"
#define RECORD "\x1e"

const char *
lintel_sign_off_kind_to_id (LintelSignOffKind kind)
{
  return kind == LINTEL_SIGN_OFF_PREPARED ? "prepared" : "reviewed";
}

const char *
lintel_sign_off_kind_get_title (LintelSignOffKind kind)
{
  return kind == LINTEL_SIGN_OFF_PREPARED ? C_ ("sign-off", "Prepared")
                                          : C_ ("sign-off", "Reviewed");
}

static const char *
get_text (LintelProject *self, LintelSignOffKind kind, LintelField field)
{
  LintelPlace place = lintel_place_record (LINTEL_PLACE_SIGN_OFF, (int) kind, field);
  const char *text = lintel_project_get_text (self, &place);

  return text != NULL ? text : "";
}

gboolean
lintel_project_get_sign_off (LintelProject *self, LintelSignOffKind kind, LintelSignOff *sign_off)
{
  LintelSignOff found = { get_text (self, kind, LINTEL_FIELD_BY),
                          get_text (self, kind, LINTEL_FIELD_TIME),
                          get_text (self, kind, LINTEL_FIELD_SHA256) };

  if (sign_off != NULL)
    *sign_off = found;
  return *found.by != '\0' || *found.time != '\0' || *found.sha256 != '\0';
}

gboolean
lintel_project_is_sign_off_stale (LintelProject *self, LintelSignOffKind kind)
{
  LintelSignOff sign_off;
  g_autofree char *hash = NULL;

  if (!lintel_project_get_sign_off (self, kind, &sign_off))
    return FALSE;
  hash = lintel_project_compute_hash (self);
  return !g_str_equal (hash, sign_off.sha256);
}

/* Hashing. */

static void
append (GString *out, const char *address, const char *text)
{
  if (text == NULL)
    return;
  g_string_append (out, address);
  g_string_append (out, UNIT);
  g_string_append (out, text);
  g_string_append (out, RECORD);
}

/* The fields of a record that have a text; ADDRESS is the record's. */
static void
append_record (GString *out, LintelProject *self, const char *address, LintelPlaceKind kind, int id)
{
  const LintelField *fields = lintel_place_kind_get_fields (kind);

  for (; *fields != LINTEL_FIELD_NONE; fields++)
    {
      LintelPlace place = lintel_place_record (kind, id, *fields);
      const char *text = lintel_project_get_text (self, &place);

      if (text == NULL)
        continue;
      g_string_append (out, address);
      g_string_append_c (out, '.');
      append (out, lintel_field_to_id (*fields), text);
    }
}

static void
append_extensions (GString *out, LintelProject *self)
{
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    if (lintel_project_get_extension (self, port) != NULL)
      {
        char address[32];

        g_snprintf (address, sizeof address, "extension[%d]", port);
        append_record (out, self, address, LINTEL_PLACE_EXTENSION, port);
      }
}

static void
append_number (GString *out, guint number)
{
  char digits[12];
  char *first = digits + sizeof digits - 1;

  *first = '\0';
  do
    *--first = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append (out, first);
}

/* Thousands of cells may be set, and lint hashes after every edit of a signed project: printf()
 * would take as long as all the rest. */
static void
append_cells (GString *out, LintelProject *self, const LintelItem *item)
{
  guint columns = item->n_dimensions > 1 ? (guint) item->dimension[1].capacity : 1;

  for (guint n = 0; n < item->n_cells; n++)
    {
      const LintelCell *cell = &self->cells[item->first_cell + n];

      if ((cell->flags & LINTEL_CELL_SET) == 0)
        continue;
      g_string_append (out, lintel_item_get_number (item));
      g_string_append_c (out, '[');
      append_number (out, n / columns + 1);
      g_string_append_c (out, ',');
      append_number (out, n % columns + 1);
      append (out, "]", cell->text);
    }
}

static void
append_programs (GString *out, LintelProject *self)
{
  guint n_programs;
  const LintelProgram *const *programs =
      lintel_catalogue_get_programs (self->catalogue, &n_programs);

  for (guint p = 0; p < n_programs; p++)
    for (guint n = 0; n < programs[p]->n_items; n++)
      append_cells (out, self, programs[p]->items[n]);
}

static void
append_records (GString *out, LintelProject *self, const char *address, LintelPlaceKind kind)
{
  for (int id = 1; id < lintel_project_next_id (self, kind); id++)
    append_record (out, self, address, kind, id);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
append_strays (GString *out, LintelProject *self)
{
  g_autoptr (GPtrArray) strays = lintel_project_list_strays (self);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint n = 0; n < strays->len; n++)
    {
      const LintelStray *stray = g_ptr_array_index (strays, n);

      if (stray->kind != LINTEL_STRAY_FOREIGN)
        g_ptr_array_add (texts, stray->xml);
    }
  g_ptr_array_sort (texts, compare_texts);
  for (guint n = 0; n < texts->len; n++)
    append (out, "stray", g_ptr_array_index (texts, n));
}

char *
lintel_project_compute_hash (LintelProject *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append (out, "model", lintel_model_to_id (self->model));
  append (out, "version", self->version);
  append (out, "numbering", self->numbering);
  append_record (out, self, "customer", LINTEL_PLACE_CUSTOMER, 0);
  append (out, "notes", self->notes);
  append_extensions (out, self);
  append_programs (out, self);
  append_records (out, self, "dial-test", LINTEL_PLACE_DIAL_TEST);
  append_records (out, self, "accepted", LINTEL_PLACE_ACCEPTANCE);
  append_strays (out, self);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, out->str, (gssize) out->len);
}

/* Signing. */

static void
add_field (GPtrArray *edits, LintelSignOffKind kind, LintelField field, const char *text)
{
  LintelPlace place = lintel_place_record (LINTEL_PLACE_SIGN_OFF, (int) kind, field);

  lintel_edits_add (edits, &place, text);
}

void
lintel_edits_add_sign_off (GPtrArray *edits, LintelProject *project, LintelSignOffKind kind,
                           const char *name, gint64 time)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (time);
  g_autofree char *text = g_date_time_format (when, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *hash = lintel_project_compute_hash (project);

  add_field (edits, kind, LINTEL_FIELD_BY, name);
  add_field (edits, kind, LINTEL_FIELD_TIME, text);
  add_field (edits, kind, LINTEL_FIELD_SHA256, hash);
}
