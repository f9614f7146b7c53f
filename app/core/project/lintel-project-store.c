/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The store: the text at every place, read and written without checks. Each place's text is
 * independent of the others', so that edits of different places can be done in any order.
 */

#include "config.h"

#include "app/core/project/lintel-project-internal.h"

#include <string.h>

#define CODES_AT_ONCE 256 /* more than any system has */

static const LintelField extension_fields[] = { LINTEL_FIELD_NUMBER, LINTEL_FIELD_KIND,
                                                LINTEL_FIELD_NAME, LINTEL_FIELD_NONE };
static const LintelField customer_fields[] = { LINTEL_FIELD_NAME, LINTEL_FIELD_SITE,
                                               LINTEL_FIELD_REFERENCE, LINTEL_FIELD_WORDS,
                                               LINTEL_FIELD_NONE };
static const LintelField acceptance_fields[] = { LINTEL_FIELD_RULE,   LINTEL_FIELD_AT,
                                                 LINTEL_FIELD_REASON, LINTEL_FIELD_BY,
                                                 LINTEL_FIELD_UNTIL,  LINTEL_FIELD_NONE };
static const LintelField dial_test_fields[] = { LINTEL_FIELD_FROM, LINTEL_FIELD_MODE,
                                                LINTEL_FIELD_NUMBER, LINTEL_FIELD_EXPECT,
                                                LINTEL_FIELD_NONE };
static const LintelField sign_off_fields[] = { LINTEL_FIELD_BY, LINTEL_FIELD_TIME,
                                               LINTEL_FIELD_SHA256, LINTEL_FIELD_NONE };
static const LintelField no_fields[] = { LINTEL_FIELD_NONE };

const LintelField *
lintel_place_kind_get_fields (LintelPlaceKind kind)
{
  switch (kind)
    {
    case LINTEL_PLACE_EXTENSION:
      return extension_fields;
    case LINTEL_PLACE_CUSTOMER:
      return customer_fields;
    case LINTEL_PLACE_ACCEPTANCE:
      return acceptance_fields;
    case LINTEL_PLACE_DIAL_TEST:
      return dial_test_fields;
    case LINTEL_PLACE_SIGN_OFF:
      return sign_off_fields;
    default:
      return no_fields;
    }
}

/* Where a field stands among its kind's; -1 for NONE and the fields of others. */
static int
field_position (LintelPlaceKind kind, LintelField field)
{
  const LintelField *fields = lintel_place_kind_get_fields (kind);

  for (int k = 0; fields[k] != LINTEL_FIELD_NONE; k++)
    if (fields[k] == field)
      return k;
  return -1;
}

/* Cells. */

LintelCell *
lintel_project_peek_cell (LintelProject *self, const LintelItem *item, int i, int j)
{
  gsize columns = item->n_dimensions > 1 ? (gsize) item->dimension[1].capacity : 1;

  return &self->cells[item->first_cell + (gsize) (i - 1) * columns + (gsize) (j - 1)];
}

/* A user's catalogue can give a class the number of a table that is not there. */
const LintelCell *
lintel_project_look_up_cell (LintelProject *self, const LintelItem *item, int i, int j)
{
  static const LintelCell blank;
  int columns = item->n_dimensions > 1 ? item->dimension[1].capacity : 1;

  if (i < 1 || i > item->dimension[0].capacity || j < 1 || j > columns)
    return &blank;
  return lintel_project_peek_cell (self, item, i, j);
}

static void
store_cell (LintelProject *self, const LintelPlace *place, const char *text)
{
  int i = place->index[0], j = place->index[1];
  LintelCell *cell = lintel_project_peek_cell (self, place->item, i, j);
  const char *value =
      text != NULL ? text : lintel_item_get_default (place->item, self->model, i, j);

  g_strlcpy (cell->text, value, sizeof cell->text);
  if (text != NULL)
    cell->flags |= LINTEL_CELL_SET;
  else
    cell->flags &= (guint8) ~LINTEL_CELL_SET;
}

static const char *
get_cell_text (LintelProject *self, const LintelPlace *place)
{
  const LintelCell *cell =
      lintel_project_look_up_cell (self, place->item, place->index[0], place->index[1]);

  return (cell->flags & LINTEL_CELL_SET) != 0 ? cell->text : NULL;
}

/* Extensions. A kind without a number is kept, so that the order of edits does not matter. */

static void
store_number (LintelProject *self, int port, const char *text)
{
  LintelExtensionSlot *slot = &self->extensions[port];
  gboolean is_addition = slot->number[0] == '\0' && text != NULL;

  g_strlcpy (slot->number, text != NULL ? text : "", sizeof slot->number);
  /* Reading a file adds one after the other, and looks each up. */
  if (is_addition && self->ports != NULL && !g_hash_table_contains (self->ports, slot->number))
    g_hash_table_insert (self->ports, slot->number, GINT_TO_POINTER (port));
  else
    g_clear_pointer (&self->ports, g_hash_table_unref);
}

static void
store_extension (LintelProject *self, const LintelPlace *place, const char *text)
{
  LintelExtensionSlot *slot = &self->extensions[place->index[0]];

  if (place->field == LINTEL_FIELD_NUMBER)
    store_number (self, place->index[0], text);
  else if (place->field == LINTEL_FIELD_KIND)
    {
      slot->shown.kind = LINTEL_EXTENSION_TELEPHONE;
      lintel_extension_kind_from_id (text != NULL ? text : "telephone", &slot->shown.kind);
    }
  else if (place->field == LINTEL_FIELD_NAME)
    {
      g_free (slot->name);
      slot->name = g_strdup (text);
      slot->shown.name = slot->name != NULL ? slot->name : "";
    }
}

static const char *
get_extension_text (LintelProject *self, const LintelPlace *place)
{
  const LintelExtensionSlot *slot = &self->extensions[place->index[0]];

  switch (place->field)
    {
    case LINTEL_FIELD_NUMBER:
      return slot->number[0] != '\0' ? slot->number : NULL;
    case LINTEL_FIELD_KIND:
      return slot->number[0] != '\0' || slot->shown.kind != LINTEL_EXTENSION_TELEPHONE
                 ? lintel_extension_kind_to_id (slot->shown.kind)
                 : NULL;
    case LINTEL_FIELD_NAME:
      return slot->name;
    default:
      return NULL;
    }
}

/* Codes. */

/* Where the mailbox's code is, or would be. */
guint
lintel_project_find_code (LintelProject *self, const char *mailbox, gboolean *found)
{
  guint low = 0, high = self->codes->len;

  *found = FALSE;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order =
          lintel_number_compare (g_array_index (self->codes, LintelCode, middle).mailbox, mailbox);

      if (order == 0)
        *found = TRUE;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gsize
measure (guint n)
{
  return n * sizeof (LintelCode);
}

GArray *
lintel_codes_new (guint room)
{
  return g_array_sized_new (FALSE, TRUE, sizeof (LintelCode), room);
}

GArray *
lintel_codes_copy (const GArray *codes)
{
  /* Always room for one more. */
  GArray *copy = lintel_codes_new ((codes->len / CODES_AT_ONCE + 1) * CODES_AT_ONCE);

  if (codes->len > 0)
    g_array_append_vals (copy, codes->data, codes->len);
  return copy;
}

void
lintel_codes_free (GArray *codes)
{
  if (codes->len > 0)
    explicit_bzero (codes->data, measure (codes->len));
  g_array_unref (codes);
}

/* What realloc() moves stays where it was, so a full list is copied and wiped instead. */
static void
reserve_code (LintelProject *self)
{
  GArray *copy;

  if (self->codes->len % CODES_AT_ONCE != 0)
    return;
  copy = lintel_codes_copy (self->codes);
  lintel_codes_free (self->codes);
  self->codes = copy;
}

static void
remove_code (LintelProject *self, guint at)
{
  guint last = self->codes->len - 1;

  g_array_remove_index (self->codes, at);
  explicit_bzero (&g_array_index (self->codes, LintelCode, last), sizeof (LintelCode));
}

static void
store_code (LintelProject *self, const LintelPlace *place, const char *text)
{
  LintelCode code = { 0 };
  gboolean found;
  guint at = lintel_project_find_code (self, place->number, &found);

  if (found)
    remove_code (self, at);
  if (text == NULL)
    return;
  reserve_code (self);
  g_strlcpy (code.mailbox, place->number, sizeof code.mailbox);
  g_strlcpy (code.text, text, sizeof code.text);
  g_array_insert_val (self->codes, at, code);
  explicit_bzero (&code, sizeof code);
}

static const char *
get_code_text (LintelProject *self, const LintelPlace *place)
{
  gboolean found;
  guint at = lintel_project_find_code (self, place->number, &found);

  return found ? g_array_index (self->codes, LintelCode, at).text : NULL;
}

/* Acceptances and dial tests. */

static GPtrArray *
records_of (LintelProject *self, LintelPlaceKind kind)
{
  return kind == LINTEL_PLACE_ACCEPTANCE ? self->acceptances : self->dial_tests;
}

LintelRecord *
lintel_project_peek_record (LintelProject *self, LintelPlaceKind kind, int id)
{
  GPtrArray *records = records_of (self, kind);

  return id >= 1 && (guint) id <= records->len ? g_ptr_array_index (records, id - 1) : NULL;
}

gboolean
lintel_record_is_here (const LintelRecord *record)
{
  for (int k = 0; k < LINTEL_RECORD_FIELDS; k++)
    if (record->text[k] != NULL)
      return TRUE;
  return FALSE;
}

void
lintel_record_free (LintelRecord *record)
{
  for (int k = 0; k < LINTEL_RECORD_FIELDS; k++)
    g_free (record->text[k]);
  g_free (record);
}

static const char *
shown_text (const LintelRecord *record, int field)
{
  return record->text[field] != NULL ? record->text[field] : "";
}

static void
show_record (LintelRecord *record, LintelPlaceKind kind, int id)
{
  if (kind == LINTEL_PLACE_ACCEPTANCE)
    record->shown.acceptance = (LintelAcceptance){
      id,
      shown_text (record, 0),
      shown_text (record, 1),
      shown_text (record, 2),
      shown_text (record, 3),
      shown_text (record, 4),
    };
  else
    record->shown.dial_test = (LintelDialTest){
      id,
      shown_text (record, 0),
      shown_text (record, 1),
      shown_text (record, 2),
      shown_text (record, 3),
    };
}

LintelRecord *
lintel_record_copy (const LintelRecord *record, LintelPlaceKind kind)
{
  LintelRecord *copy = g_new0 (LintelRecord, 1);

  for (int k = 0; k < LINTEL_RECORD_FIELDS; k++)
    copy->text[k] = g_strdup (record->text[k]);
  show_record (copy, kind,
               kind == LINTEL_PLACE_ACCEPTANCE ? record->shown.acceptance.id
                                               : record->shown.dial_test.id);
  return copy;
}

static void
store_record (LintelProject *self, const LintelPlace *place, const char *text)
{
  GPtrArray *records = records_of (self, place->kind);
  int field = field_position (place->kind, place->field);
  LintelRecord *record;

  if (field < 0)
    return;
  while (records->len < (guint) place->index[0])
    {
      record = g_new0 (LintelRecord, 1);
      show_record (record, place->kind, (int) records->len + 1);
      g_ptr_array_add (records, record);
    }
  record = g_ptr_array_index (records, place->index[0] - 1);
  g_free (record->text[field]);
  record->text[field] = g_strdup (text);
  show_record (record, place->kind, place->index[0]);
  lintel_project_forget_positions (self);
}

static const char *
get_record_text (LintelProject *self, const LintelPlace *place)
{
  const LintelRecord *record = lintel_project_peek_record (self, place->kind, place->index[0]);
  int field = field_position (place->kind, place->field);

  return record != NULL && field >= 0 ? record->text[field] : NULL;
}

/* Strays: their text comes and goes as a whole. */

static void
store_stray (LintelProject *self, const LintelPlace *place, const char *text)
{
  self->stray_is_here->data[place->index[0] - 1] = text != NULL;
}

static const char *
get_stray_text (LintelProject *self, const LintelPlace *place)
{
  const LintelStray *stray = lintel_project_get_stray (self, place->index[0]);

  return stray != NULL ? stray->xml : NULL;
}

static char **
peek_single_text (LintelProject *self, const LintelPlace *place)
{
  int field = field_position (place->kind, place->field);

  if (place->kind == LINTEL_PLACE_NOTES)
    return &self->notes;
  if (place->kind == LINTEL_PLACE_SIGN_OFF)
    return field >= 0 ? &self->sign_offs[place->index[0] - 1][field] : NULL;
  return field >= 0 ? &self->customer[field] : NULL;
}

void
lintel_project_store_text (LintelProject *self, const LintelPlace *place, const char *text)
{
  char **single;

  self->generation++;
  switch (place->kind)
    {
    case LINTEL_PLACE_CELL:
      store_cell (self, place, text);
      break;
    case LINTEL_PLACE_EXTENSION:
      store_extension (self, place, text);
      break;
    case LINTEL_PLACE_CODE:
      store_code (self, place, text);
      break;
    case LINTEL_PLACE_ACCEPTANCE:
    case LINTEL_PLACE_DIAL_TEST:
      store_record (self, place, text);
      break;
    case LINTEL_PLACE_STRAY:
      store_stray (self, place, text);
      break;
    default:
      single = peek_single_text (self, place);
      if (single == NULL)
        return;
      g_free (*single);
      *single = g_strdup (text);
    }
}

const char *
lintel_project_get_text (LintelProject *self, const LintelPlace *place)
{
  char **single;

  switch (place->kind)
    {
    case LINTEL_PLACE_CELL:
      return get_cell_text (self, place);
    case LINTEL_PLACE_EXTENSION:
      return get_extension_text (self, place);
    case LINTEL_PLACE_CODE:
      return get_code_text (self, place);
    case LINTEL_PLACE_ACCEPTANCE:
    case LINTEL_PLACE_DIAL_TEST:
      return get_record_text (self, place);
    case LINTEL_PLACE_STRAY:
      return get_stray_text (self, place);
    case LINTEL_PLACE_CUSTOMER:
    case LINTEL_PLACE_NOTES:
    case LINTEL_PLACE_SIGN_OFF:
      single = peek_single_text (self, place);
      return single != NULL ? *single : NULL;
    default:
      return NULL;
    }
}

/* One form for what means the same: "" is no text except for cells and codes, and lines end with
 * a line feed. Transfer full. */
char *
lintel_place_normalize (const LintelPlace *place, const char *text)
{
  g_autoptr (GString) lines = NULL;

  if (text == NULL || place->kind == LINTEL_PLACE_CELL || place->kind == LINTEL_PLACE_CODE)
    return g_strdup (text);
  if (text[0] == '\0'
      && !(place->kind == LINTEL_PLACE_EXTENSION && place->field != LINTEL_FIELD_NAME))
    return NULL;
  if (place->kind != LINTEL_PLACE_NOTES)
    return g_strdup (text);
  lines = g_string_new (text);
  g_string_replace (lines, "\r\n", "\n", 0);
  g_string_replace (lines, "\r", "\n", 0);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}
