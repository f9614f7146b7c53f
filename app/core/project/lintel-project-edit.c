/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one mutator. Edits are done one after the other, each with what it implies, and noted with
 * the old text; if one of them does not fit, or all together do not, the noted ones are taken back.
 *
 * Implied edits are ordinary ones, so that undo brings back what they took away:
 *   a change of a place drops what was kept aside for it, since the user has now decided;
 *   a removed extension, or one that becomes a pilot, loses its toll restriction classes;
 *   a removed record loses each of its parts.
 */

#include "config.h"

#include "app/core/project/lintel-project-internal.h"

/* What the store makes of TEXT is noted, not TEXT: a kind of NULL is "telephone" again. */
static void
put_text (LintelProject *self, const LintelPlace *place, const char *text, GPtrArray *done)
{
  g_autoptr (LintelEdit) edit = lintel_edit_new (place, NULL);

  edit->old_text = g_strdup (lintel_project_get_text (self, place));
  if (g_strcmp0 (edit->old_text, text) == 0)
    return;
  lintel_project_store_text (self, place, text);
  edit->new_text = g_strdup (lintel_project_get_text (self, place));
  if (g_strcmp0 (edit->old_text, edit->new_text) != 0)
    g_ptr_array_add (done, g_steal_pointer (&edit));
}

static void
drop_strays (LintelProject *self, const LintelPlace *target, GPtrArray *done)
{
  const GArray *ids = g_hash_table_lookup (self->origin->strays_by_target, target);

  for (guint k = 0; ids != NULL && k < ids->len; k++)
    {
      LintelPlace stray =
          lintel_place_record (LINTEL_PLACE_STRAY, g_array_index (ids, int, k), LINTEL_FIELD_NONE);

      put_text (self, &stray, NULL, done);
    }
}

static void
clear_text (LintelProject *self, const LintelPlace *place, GPtrArray *done)
{
  drop_strays (self, place, done);
  put_text (self, place, NULL, done);
}

static void
clear_item_of_port (LintelProject *self, const LintelItem *item, int port, GPtrArray *done)
{
  int columns = item->n_dimensions > 1 ? item->dimension[1].capacity : 1;

  if (port > item->dimension[0].capacity)
    return;
  for (int j = 1; j <= columns; j++)
    {
      LintelPlace cell = lintel_place_cell (item, port, j);

      clear_text (self, &cell, done);
    }
}

static void
clear_cells_of_port (LintelProject *self, int port, GPtrArray *done)
{
  guint n_programs;
  const LintelProgram *const *programs =
      lintel_catalogue_get_programs (self->catalogue, &n_programs);

  for (guint p = 0; p < n_programs; p++)
    for (guint k = 0; k < programs[p]->n_items; k++)
      if (lintel_item_counts_extensions (programs[p]->items[k]))
        clear_item_of_port (self, programs[p]->items[k], port, done);
}

static void
remove_record (LintelProject *self, const LintelPlace *place, GPtrArray *done)
{
  const LintelField *fields = lintel_place_kind_get_fields (place->kind);
  LintelPlace part = *place;

  part.field = LINTEL_FIELD_NONE;
  drop_strays (self, &part, done);
  if (place->kind == LINTEL_PLACE_EXTENSION)
    clear_cells_of_port (self, place->index[0], done);
  for (; *fields != LINTEL_FIELD_NONE; fields++)
    {
      part.field = *fields;
      clear_text (self, &part, done);
    }
}

static gboolean
removes_record (const LintelPlace *place, const char *text)
{
  if (text != NULL)
    return FALSE;
  if (place->kind == LINTEL_PLACE_EXTENSION && place->field == LINTEL_FIELD_NUMBER)
    return TRUE;
  return place->field == LINTEL_FIELD_NONE
         && lintel_place_kind_get_fields (place->kind)[0] != LINTEL_FIELD_NONE;
}

static gboolean
becomes_pilot (const LintelPlace *place, const char *text)
{
  return place->kind == LINTEL_PLACE_EXTENSION && place->field == LINTEL_FIELD_KIND
         && g_strcmp0 (text, lintel_extension_kind_to_id (LINTEL_EXTENSION_PILOT)) == 0;
}

static gboolean
do_one (LintelProject *self, const LintelPlace *place, const char *wanted, GPtrArray *done,
        GError **error)
{
  g_autoptr (LintelWipedText) text = lintel_place_normalize (place, wanted);

  if (!lintel_project_check_text (self, place, text, error))
    return FALSE;
  if (removes_record (place, text))
    {
      remove_record (self, place, done);
      return TRUE;
    }
  if (becomes_pilot (place, text))
    clear_cells_of_port (self, place->index[0], done);
  if (place->kind != LINTEL_PLACE_STRAY)
    drop_strays (self, place, done);
  put_text (self, place, text, done);
  return TRUE;
}

static gboolean
do_all (LintelProject *self, GPtrArray *edits, GPtrArray *done, GError **error)
{
  for (guint k = 0; k < edits->len; k++)
    {
      const LintelEdit *edit = g_ptr_array_index (edits, k);

      if (!do_one (self, &edit->place, edit->new_text, done, error))
        return FALSE;
    }
  for (guint k = 0; k < done->len; k++)
    {
      const LintelEdit *edit = g_ptr_array_index (done, k);

      if (!lintel_project_check_whole (self, &edit->place, error))
        return FALSE;
    }
  return TRUE;
}

static void
take_back (LintelProject *self, GPtrArray *done)
{
  for (guint k = done->len; k-- > 0;)
    {
      const LintelEdit *edit = g_ptr_array_index (done, k);

      lintel_project_store_text (self, &edit->place, edit->old_text);
    }
}

gboolean
lintel_project_apply (LintelProject *self, const char *label, const char *merge_key,
                      GPtrArray *edits, GError **error)
{
  g_autoptr (GPtrArray) done = lintel_edits_new ();
  g_autoptr (GPtrArray) folded = lintel_edits_new ();

  if (!do_all (self, edits, done, error))
    {
      take_back (self, done);
      return FALSE;
    }
  lintel_edits_fold (folded, done);
  if (folded->len == 0)
    return TRUE;
  lintel_history_add (self, label, merge_key, folded);
  lintel_project_emit_changed (self, folded);
  return TRUE;
}

gboolean
lintel_project_set (LintelProject *self, const char *label, const LintelPlace *place,
                    const char *text, GError **error)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();

  lintel_edits_add (edits, place, text);
  return lintel_project_apply (self, label, NULL, edits, error);
}
