/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The project object: making one, copying one, and reading from it.
 */

#include "config.h"

#include "app/core/project/lintel-project-internal.h"

#include <stdlib.h>
#include <string.h>

enum
{
  CHANGED,
  LOCK_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LintelProject, lintel_project, G_TYPE_OBJECT)
G_DEFINE_QUARK (lintel_project_error, lintel_project_error)

/* Lifecycle. */

static void
lintel_project_finalize (GObject *object)
{
  LintelProject *self = LINTEL_PROJECT (object);

  lintel_history_clear (&self->history);
  for (int port = 0; port <= LINTEL_PORT_LAST; port++)
    g_free (self->extensions[port].name);
  for (gsize k = 0; k < G_N_ELEMENTS (self->customer); k++)
    g_free (self->customer[k]);
  g_free (self->notes);
  for (gsize k = 0; k < G_N_ELEMENTS (self->sign_offs); k++)
    for (gsize n = 0; n < G_N_ELEMENTS (self->sign_offs[k]); n++)
      g_free (self->sign_offs[k][n]);
  g_free (self->version);
  g_free (self->numbering);
  g_free (self->cells);
  g_clear_pointer (&self->ports, g_hash_table_unref);
  lintel_codes_free (self->codes);
  g_clear_pointer (&self->key, lintel_lock_key_unref);
  g_clear_pointer (&self->sealed, lintel_sealed_codes_unref);
  g_ptr_array_unref (self->acceptances);
  g_ptr_array_unref (self->dial_tests);
  lintel_project_forget_positions (self);
  g_byte_array_unref (self->stray_is_here);
  g_clear_pointer (&self->origin, lintel_origin_unref);
  g_clear_pointer (&self->catalogue, lintel_catalogue_unref);
  G_OBJECT_CLASS (lintel_project_parent_class)->finalize (object);
}

static void
lintel_project_class_init (LintelProjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lintel_project_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[LOCK_CHANGED] = g_signal_new ("lock-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
show_extension (LintelExtensionSlot *slot, int port)
{
  slot->shown.port = port;
  slot->shown.number = slot->number;
  slot->shown.name = slot->name != NULL ? slot->name : "";
}

static void
lintel_project_init (LintelProject *self)
{
  for (int port = 0; port <= LINTEL_PORT_LAST; port++)
    show_extension (&self->extensions[port], port);
  self->acceptances = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_record_free);
  self->dial_tests = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_record_free);
  self->stray_is_here = g_byte_array_new ();
  lintel_history_init (&self->history);
}

/* Every cell at its default, with the item's ranges looked up once. */
static void
fill_item (LintelProject *self, const LintelItem *item)
{
  int first[2] = { 1, 1 }, last[2] = { 1, 1 };
  gboolean is_here = TRUE;

  for (guint dim = 0; dim < item->n_dimensions; dim++)
    is_here = lintel_item_get_range (item, dim, self->model, self->version, &first[dim], &last[dim])
              && is_here;
  for (int i = 1; i <= item->dimension[0].capacity; i++)
    for (int j = 1; j <= item->dimension[1].capacity; j++)
      {
        LintelCell *cell = lintel_project_peek_cell (self, item, i, j);

        g_strlcpy (cell->text, lintel_item_get_default (item, self->model, i, j),
                   sizeof cell->text);
        if (is_here && i >= first[0] && i <= last[0] && j >= first[1] && j <= last[1])
          cell->flags |= LINTEL_CELL_EXISTS;
      }
}

LintelProject *
lintel_project_new (LintelCatalogue *catalogue, LintelModel model, const char *version)
{
  LintelProject *self = g_object_new (LINTEL_TYPE_PROJECT, NULL);
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  self->catalogue = lintel_catalogue_ref (catalogue);
  self->model = model;
  self->version = g_strdup (version != NULL ? version : "");
  self->numbering = g_strdup ("nanp");
  self->origin = lintel_origin_new ();
  self->codes = lintel_codes_new (0);
  self->n_cells = lintel_catalogue_get_n_cells (catalogue);
  self->cells = g_new0 (LintelCell, self->n_cells);
  for (guint p = 0; p < n_programs; p++)
    for (guint k = 0; k < programs[p]->n_items; k++)
      fill_item (self, programs[p]->items[k]);
  return self;
}

static void
copy_records (GPtrArray *to, GPtrArray *from, LintelPlaceKind kind)
{
  for (guint k = 0; k < from->len; k++)
    g_ptr_array_add (to, lintel_record_copy (g_ptr_array_index (from, k), kind));
}

static void
copy_extensions (LintelProject *to, LintelProject *from)
{
  memcpy (to->extensions, from->extensions, sizeof to->extensions);
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      LintelExtensionSlot *slot = &to->extensions[port];

      slot->name = g_strdup (slot->name);
      show_extension (slot, port);
    }
}

LintelProject *
lintel_project_copy (LintelProject *self)
{
  LintelProject *copy = g_object_new (LINTEL_TYPE_PROJECT, NULL);

  copy->catalogue = lintel_catalogue_ref (self->catalogue);
  copy->model = self->model;
  copy->version = g_strdup (self->version);
  copy->numbering = g_strdup (self->numbering);
  copy->origin = lintel_origin_ref (self->origin);
  copy->n_cells = self->n_cells;
  copy->cells = g_memdup2 (self->cells, self->n_cells * sizeof *self->cells);
  copy_extensions (copy, self);
  copy->codes = lintel_codes_copy (self->codes);
  copy->sealed = self->sealed != NULL ? lintel_sealed_codes_ref (self->sealed) : NULL;
  copy->key = self->key != NULL ? lintel_lock_key_ref (self->key) : NULL;
  for (gsize k = 0; k < G_N_ELEMENTS (self->customer); k++)
    copy->customer[k] = g_strdup (self->customer[k]);
  copy->notes = g_strdup (self->notes);
  for (gsize k = 0; k < G_N_ELEMENTS (self->sign_offs); k++)
    for (gsize n = 0; n < G_N_ELEMENTS (self->sign_offs[k]); n++)
      copy->sign_offs[k][n] = g_strdup (self->sign_offs[k][n]);
  copy_records (copy->acceptances, self->acceptances, LINTEL_PLACE_ACCEPTANCE);
  copy_records (copy->dial_tests, self->dial_tests, LINTEL_PLACE_DIAL_TEST);
  g_byte_array_append (copy->stray_is_here, self->stray_is_here->data, self->stray_is_here->len);
  return copy;
}

void
lintel_project_emit_changed (LintelProject *self, GPtrArray *edits)
{
  g_signal_emit (self, signals[CHANGED], 0, edits);
}

void
lintel_project_emit_lock_changed (LintelProject *self)
{
  g_signal_emit (self, signals[LOCK_CHANGED], 0);
}

/* The system. */

LintelCatalogue *
lintel_project_get_catalogue (LintelProject *self)
{
  return self->catalogue;
}

LintelModel
lintel_project_get_model (LintelProject *self)
{
  return self->model;
}

const char *
lintel_project_get_version (LintelProject *self)
{
  return self->version;
}

const char *
lintel_project_get_numbering (LintelProject *self)
{
  return self->numbering;
}

guint
lintel_project_get_generation (LintelProject *self)
{
  return self->generation;
}

/* Cells. */

const char *
lintel_project_get (LintelProject *self, const LintelItem *item, int i, int j)
{
  return lintel_project_look_up_cell (self, item, i, j)->text;
}

int
lintel_project_get_number (LintelProject *self, const LintelItem *item, int i, int j)
{
  return atoi (lintel_project_get (self, item, i, j));
}

gboolean
lintel_project_is_set (LintelProject *self, const LintelItem *item, int i, int j)
{
  return (lintel_project_look_up_cell (self, item, i, j)->flags & LINTEL_CELL_SET) != 0;
}

gboolean
lintel_item_counts_extensions (const LintelItem *item)
{
  return item->dimension[0].kind == LINTEL_INDEX_EXTENSION;
}

gboolean
lintel_project_has_cell (LintelProject *self, const LintelItem *item, int i, int j)
{
  const LintelExtension *extension;

  if ((lintel_project_look_up_cell (self, item, i, j)->flags & LINTEL_CELL_EXISTS) == 0)
    return FALSE;
  if (!lintel_item_counts_extensions (item))
    return TRUE;
  extension = lintel_project_get_extension (self, i);
  return extension != NULL && extension->kind != LINTEL_EXTENSION_PILOT;
}

/* Extensions. */

const LintelExtension *
lintel_project_get_extension (LintelProject *self, int port)
{
  const LintelExtensionSlot *slot;

  if (port < 1 || port > LINTEL_PORT_LAST)
    return NULL;
  slot = &self->extensions[port];
  return slot->number[0] != '\0' ? &slot->shown : NULL;
}

static void
index_numbers (LintelProject *self)
{
  self->ports = g_hash_table_new (g_str_hash, g_str_equal);
  for (int port = LINTEL_PORT_LAST; port >= 1; port--)
    if (self->extensions[port].number[0] != '\0')
      g_hash_table_insert (self->ports, self->extensions[port].number, GINT_TO_POINTER (port));
}

const LintelExtension *
lintel_project_find_extension (LintelProject *self, const char *number)
{
  if (self->ports == NULL)
    index_numbers (self);
  return lintel_project_get_extension (self,
                                       GPOINTER_TO_INT (g_hash_table_lookup (self->ports, number)));
}

/* Codes. */

LintelCodeState
lintel_project_get_code (LintelProject *self, const char *mailbox, const char **code)
{
  gboolean found;
  guint at = lintel_project_find_code (self, mailbox, &found);
  const char *text = found ? g_array_index (self->codes, LintelCode, at).text : "";

  if (code != NULL)
    *code = text;
  if (!found)
    return LINTEL_CODE_UNKNOWN;
  return text[0] != '\0' ? LINTEL_CODE_SET : LINTEL_CODE_NONE;
}

GPtrArray *
lintel_project_list_codes (LintelProject *self)
{
  GPtrArray *list = g_ptr_array_sized_new (self->codes->len);

  for (guint k = 0; k < self->codes->len; k++)
    g_ptr_array_add (list, g_array_index (self->codes, LintelCode, k).mailbox);
  return list;
}

/* Records. */

static GPtrArray *
list_records (GPtrArray *records)
{
  GPtrArray *list = g_ptr_array_sized_new (records->len);

  for (guint k = 0; k < records->len; k++)
    {
      LintelRecord *record = g_ptr_array_index (records, k);

      if (lintel_record_is_here (record))
        g_ptr_array_add (list, &record->shown);
    }
  return list;
}

GPtrArray *
lintel_project_list_acceptances (LintelProject *self)
{
  return list_records (self->acceptances);
}

const LintelAcceptance *
lintel_project_get_acceptance (LintelProject *self, int id)
{
  const LintelRecord *record = lintel_project_peek_record (self, LINTEL_PLACE_ACCEPTANCE, id);

  return record != NULL && lintel_record_is_here (record) ? &record->shown.acceptance : NULL;
}

GPtrArray *
lintel_project_list_dial_tests (LintelProject *self)
{
  return list_records (self->dial_tests);
}

GPtrArray *
lintel_project_list_strays (LintelProject *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint k = 0; k < self->stray_is_here->len; k++)
    if (self->stray_is_here->data[k])
      g_ptr_array_add (list, g_ptr_array_index (self->origin->strays, k));
  return list;
}

const LintelStray *
lintel_project_get_stray (LintelProject *self, int id)
{
  if (id < 1 || (guint) id > self->stray_is_here->len || !self->stray_is_here->data[id - 1])
    return NULL;
  return g_ptr_array_index (self->origin->strays, id - 1);
}

static int
count_ids (LintelProject *self, LintelPlaceKind kind)
{
  if (kind == LINTEL_PLACE_STRAY)
    return (int) self->stray_is_here->len;
  return (int) (kind == LINTEL_PLACE_ACCEPTANCE ? self->acceptances : self->dial_tests)->len;
}

int
lintel_project_next_id (LintelProject *self, LintelPlaceKind kind)
{
  return count_ids (self, kind) + 1;
}

static gboolean
is_here (LintelProject *self, LintelPlaceKind kind, int id)
{
  const LintelRecord *record;

  if (kind == LINTEL_PLACE_STRAY)
    return lintel_project_get_stray (self, id) != NULL;
  record = lintel_project_peek_record (self, kind, id);
  return record != NULL && lintel_record_is_here (record);
}

void
lintel_project_forget_positions (LintelProject *self)
{
  g_clear_pointer (&self->acceptances_upto, g_array_unref);
  g_clear_pointer (&self->dial_tests_upto, g_array_unref);
}

static const int *
count_upto (LintelProject *self, LintelPlaceKind kind)
{
  GArray **counts =
      kind == LINTEL_PLACE_ACCEPTANCE ? &self->acceptances_upto : &self->dial_tests_upto;
  int count = 0;

  if (*counts == NULL)
    {
      *counts = g_array_new (FALSE, FALSE, sizeof (int));
      for (int id = 0; id <= count_ids (self, kind); id++)
        {
          count += is_here (self, kind, id) ? 1 : 0;
          g_array_append_val (*counts, count);
        }
    }
  return (const int *) (gpointer) (*counts)->data;
}

int
lintel_project_id_to_position (LintelProject *self, LintelPlaceKind kind, int id)
{
  return count_upto (self, kind)[CLAMP (id - 1, 0, count_ids (self, kind))] + 1;
}

/* Strays are not counted by position: nobody types their places. */
int
lintel_project_position_to_id (LintelProject *self, LintelPlaceKind kind, int position)
{
  const int *counts;
  int low = 1, high = count_ids (self, kind) + 1;

  if (kind == LINTEL_PLACE_STRAY)
    return is_here (self, kind, position) ? position : 0;
  counts = count_upto (self, kind);
  if (position > counts[high - 1] + 1)
    return 0;
  while (low < high)
    {
      int middle = low + (high - low) / 2;

      if (counts[middle] < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
