/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Filling a project from a file, and where in the file things stood.
 */

#include "config.h"

#include "app/core/project/lintel-project-internal.h"

/* The origin. */

static void
stray_free (LintelStray *stray)
{
  g_free (stray->parent);
  g_free (stray->xml);
  g_free (stray->address);
  g_free (stray->value);
  g_free (stray->why);
  g_free (stray);
}

LintelOrigin *
lintel_origin_new (void)
{
  LintelOrigin *origin = g_atomic_rc_box_new0 (LintelOrigin);

  origin->strays = g_ptr_array_new_with_free_func ((GDestroyNotify) stray_free);
  origin->strays_by_target = g_hash_table_new_full (lintel_place_hash, lintel_place_equal, NULL,
                                                    (GDestroyNotify) g_array_unref);
  origin->lines = g_hash_table_new_full (lintel_place_hash, lintel_place_equal, g_free, NULL);
  origin->program_lines = g_hash_table_new (NULL, NULL);
  return origin;
}

LintelOrigin *
lintel_origin_ref (LintelOrigin *origin)
{
  return g_atomic_rc_box_acquire (origin);
}

static void
origin_clear (LintelOrigin *origin)
{
  g_hash_table_unref (origin->strays_by_target);
  g_hash_table_unref (origin->lines);
  g_hash_table_unref (origin->program_lines);
  g_ptr_array_unref (origin->strays);
}

void
lintel_origin_unref (LintelOrigin *origin)
{
  g_atomic_rc_box_release_full (origin, (GDestroyNotify) origin_clear);
}

/* Loading. */

gboolean
lintel_project_load_text (LintelProject *self, const LintelPlace *place, const char *text, int line,
                          GError **error)
{
  g_autoptr (LintelWipedText) value = lintel_place_normalize (place, text);
  g_autoptr (LintelWipedText) old = NULL;

  if (!lintel_project_check_text (self, place, value, error))
    return FALSE;
  old = g_strdup (lintel_project_get_text (self, place));
  lintel_project_store_text (self, place, value);
  if (!lintel_project_check_whole (self, place, error))
    {
      lintel_project_store_text (self, place, old);
      return FALSE;
    }
  lintel_project_load_line (self, place, line);
  return TRUE;
}

void
lintel_project_load_line (LintelProject *self, const LintelPlace *place, int line)
{
  if (line > 0)
    g_hash_table_insert (self->origin->lines, g_memdup2 (place, sizeof *place),
                         GINT_TO_POINTER (line));
}

void
lintel_project_load_program_line (LintelProject *self, const LintelProgram *program, int line)
{
  g_hash_table_insert (self->origin->program_lines, (gpointer) program, GINT_TO_POINTER (line));
}

static void
index_target (LintelOrigin *origin, LintelStray *stray)
{
  GArray *ids = g_hash_table_lookup (origin->strays_by_target, &stray->target);

  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (int));
      g_hash_table_insert (origin->strays_by_target, &stray->target, ids);
    }
  g_array_append_val (ids, stray->id);
}

int
lintel_project_add_stray (LintelProject *self, LintelStray *stray)
{
  const guint8 here = TRUE;

  g_ptr_array_add (self->origin->strays, stray);
  g_byte_array_append (self->stray_is_here, &here, 1);
  stray->id = (int) self->origin->strays->len;
  if (stray->has_target)
    index_target (self->origin, stray);
  return stray->id;
}

void
lintel_project_set_numbering (LintelProject *self, const char *numbering)
{
  g_free (self->numbering);
  self->numbering = g_strdup (numbering);
}

void
lintel_project_end_load (LintelProject *self)
{
  lintel_project_mark_saved (self);
}

/* Lines. */

static int
lookup_line (LintelProject *self, const LintelPlace *place)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->origin->lines, place));
}

/* The first line among an item's cells whose first index is I. */
static int
find_item_line (LintelProject *self, const LintelItem *item, int i)
{
  int columns = item->n_dimensions > 1 ? item->dimension[1].capacity : 1, first = 0;

  for (int j = 1; j <= columns; j++)
    {
      LintelPlace cell = lintel_place_cell (item, i, j);
      int line = lookup_line (self, &cell);

      if (line > 0 && (first == 0 || line < first))
        first = line;
    }
  return first;
}

static int
find_row_line (LintelProject *self, const LintelPlace *row)
{
  int first = 0;

  for (guint k = 0; k < row->program->n_items; k++)
    {
      int line = find_item_line (self, row->program->items[k], row->index[0]);

      if (line > 0 && (first == 0 || line < first))
        first = line;
    }
  return first;
}

static int
find_program_line (LintelProject *self, const LintelPlace *place)
{
  int line = 0;

  if (place->kind == LINTEL_PLACE_ROW)
    line = find_row_line (self, place);
  else if (place->kind == LINTEL_PLACE_TABLE && place->index[0] > 0)
    line = find_item_line (self, place->item, place->index[0]);
  if (line > 0)
    return line;
  return GPOINTER_TO_INT (g_hash_table_lookup (self->origin->program_lines, place->program));
}

int
lintel_project_get_line (LintelProject *self, const LintelPlace *place)
{
  int line = lookup_line (self, place);
  LintelPlace record = *place;

  if (line > 0)
    return line;
  if (place->program != NULL)
    return find_program_line (self, place);
  if (place->kind == LINTEL_PLACE_STRAY && place->index[0] >= 1
      && (guint) place->index[0] <= self->origin->strays->len)
    return ((LintelStray *) g_ptr_array_index (self->origin->strays, place->index[0] - 1))->line;
  record.field = LINTEL_FIELD_NONE;
  return lookup_line (self, &record);
}
