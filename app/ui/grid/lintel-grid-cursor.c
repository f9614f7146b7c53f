/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cell cursor and the selected rectangle. The rectangle lies between an anchor, which stays
 * while Shift extends it, and an end, which is where the cursor is except after selecting whole
 * rows or columns: those leave the cursor where it was. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

static gboolean
has_cells (LintelGrid *self)
{
  return self->model != NULL && lintel_grid_model_get_n_rows (self->model) > 0
         && lintel_grid_model_get_n_columns (self->model) > 0;
}

gboolean
lintel_grid_has_focus_within (LintelGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

/* A refused value that was left keeps its editor open, and that one gets the keys. The focus waits
 * on the grid itself until the cursor's cell exists. */
void
lintel_grid_focus_cursor (LintelGrid *self)
{
  LintelGridCell *cell = lintel_grid_get_cell (self, self->cursor_row, self->cursor_column);

  if (self->editing)
    {
      if (!lintel_grid_editor_has_focus_within (self->editor))
        lintel_grid_editor_focus_text (self->editor);
      return;
    }
  if (cell == NULL || !gtk_widget_grab_focus (GTK_WIDGET (cell)))
    GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->grab_focus (GTK_WIDGET (self));
}

/* After the table has become smaller. */
void
lintel_grid_clamp_cursor (LintelGrid *self)
{
  guint last_row, last_column;

  if (!has_cells (self))
    return;
  last_row = lintel_grid_model_get_n_rows (self->model) - 1;
  last_column = lintel_grid_model_get_n_columns (self->model) - 1;
  self->cursor_row = MIN (self->cursor_row, last_row);
  self->cursor_column = MIN (self->cursor_column, last_column);
  self->anchor_row = MIN (self->anchor_row, last_row);
  self->anchor_column = MIN (self->anchor_column, last_column);
  self->end_row = MIN (self->end_row, last_row);
  self->end_column = MIN (self->end_column, last_column);
}

/* Everything that follows from a cursor or selection that has just been set, but where the view
 * is. */
static void
follow_cursor (LintelGrid *self, guint old_row, guint old_column)
{
  gboolean had_focus = lintel_grid_has_focus_within (self);
  gboolean moved;

  lintel_grid_clamp_cursor (self);
  self->tab_column = LINTEL_GRID_HEADING;
  moved = self->cursor_row != old_row || self->cursor_column != old_column;
  if (moved)
    lintel_grid_hide_hint (self);
  lintel_grid_sync_cells (self);
  lintel_grid_update_selection (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (had_focus)
    lintel_grid_focus_cursor (self);
  lintel_grid_update_actions (self);
  if (moved)
    lintel_grid_emit_cursor_moved (self);
  lintel_grid_emit_selection_changed (self);
}

static void
show_cursor (LintelGrid *self, guint old_row, guint old_column)
{
  lintel_grid_clamp_cursor (self);
  lintel_grid_scroll_to (self, self->cursor_row, self->cursor_column);
  follow_cursor (self, old_row, old_column);
}

void
lintel_grid_move_cursor (LintelGrid *self, guint row, guint column, LintelGridSelectMode mode)
{
  guint old_row = self->cursor_row;
  guint old_column = self->cursor_column;

  if (!has_cells (self) || !lintel_grid_confirm (self))
    return;
  self->cursor_row = self->end_row = row;
  self->cursor_column = self->end_column = column;
  if (mode == LINTEL_GRID_MOVE)
    {
      self->anchor_row = row;
      self->anchor_column = column;
    }
  show_cursor (self, old_row, old_column);
}

gboolean
lintel_grid_step (LintelGrid *self, int direction)
{
  guint n_columns, n_cells, index, tab_column;

  if (!has_cells (self))
    return FALSE;
  tab_column = self->tab_column != LINTEL_GRID_HEADING ? self->tab_column : self->cursor_column;
  n_columns = lintel_grid_model_get_n_columns (self->model);
  n_cells = lintel_grid_model_get_n_rows (self->model) * n_columns;
  index = self->cursor_row * n_columns + self->cursor_column;
  if (direction < 0 ? index == 0 : index + 1 == n_cells)
    return FALSE;
  index = direction < 0 ? index - 1 : index + 1;
  lintel_grid_move_cursor (self, index / n_columns, index % n_columns, LINTEL_GRID_MOVE);
  self->tab_column = tab_column;
  return TRUE;
}

gboolean
lintel_grid_is_selected (LintelGrid *self, guint row, guint column)
{
  LintelGridRange range;

  return lintel_grid_get_selection (self, &range) && row >= range.first_row && row <= range.last_row
         && column >= range.first_column && column <= range.last_column;
}

void
lintel_grid_set_cursor (LintelGrid *self, guint row, guint column)
{
  g_return_if_fail (LINTEL_IS_GRID (self));

  if (lintel_grid_confirm (self))
    lintel_grid_scroll_around (self, row);
  lintel_grid_move_cursor (self, row, column, LINTEL_GRID_MOVE);
  if (!self->editing)
    lintel_grid_focus_cursor (self);
}

gboolean
lintel_grid_get_cursor (LintelGrid *self, guint *row, guint *column)
{
  g_return_val_if_fail (LINTEL_IS_GRID (self), FALSE);

  if (row != NULL)
    *row = self->cursor_row;
  if (column != NULL)
    *column = self->cursor_column;
  return has_cells (self);
}

/* The cursor stays where it is, or goes to the first cell of what is selected. */
static void
set_selection (LintelGrid *self, const LintelGridRange *range)
{
  self->anchor_row = range->first_row;
  self->anchor_column = range->first_column;
  self->end_row = range->last_row;
  self->end_column = range->last_column;
  lintel_grid_clamp_cursor (self);
  if (!lintel_grid_is_selected (self, self->cursor_row, self->cursor_column))
    {
      self->cursor_row = self->anchor_row;
      self->cursor_column = self->anchor_column;
    }
}

void
lintel_grid_select (LintelGrid *self, const LintelGridRange *range)
{
  guint old_row = self->cursor_row;
  guint old_column = self->cursor_column;

  g_return_if_fail (LINTEL_IS_GRID (self));

  if (!has_cells (self) || !lintel_grid_confirm (self))
    return;
  set_selection (self, range);
  show_cursor (self, old_row, old_column);
}

void
lintel_grid_select_lines (LintelGrid *self, guint row, guint column, LintelGridSelectMode mode)
{
  gboolean extend = mode == LINTEL_GRID_EXTEND;
  LintelGridRange range = { 0, 0, G_MAXINT, G_MAXINT };
  guint old_row = self->cursor_row;
  guint old_column = self->cursor_column;

  if (!has_cells (self) || !lintel_grid_confirm (self))
    return;
  if (row != LINTEL_GRID_HEADING)
    {
      range.first_row = extend ? self->anchor_row : row;
      range.last_row = row;
    }
  if (column != LINTEL_GRID_HEADING)
    {
      range.first_column = extend ? self->anchor_column : column;
      range.last_column = column;
    }
  set_selection (self, &range);
  if (row != LINTEL_GRID_HEADING)
    lintel_grid_scroll_to_row (self, row);
  if (column != LINTEL_GRID_HEADING)
    lintel_grid_scroll_to_column (self, column);
  follow_cursor (self, old_row, old_column);
}

gboolean
lintel_grid_get_selection (LintelGrid *self, LintelGridRange *range)
{
  g_return_val_if_fail (LINTEL_IS_GRID (self), FALSE);

  range->first_row = MIN (self->anchor_row, self->end_row);
  range->last_row = MAX (self->anchor_row, self->end_row);
  range->first_column = MIN (self->anchor_column, self->end_column);
  range->last_column = MAX (self->anchor_column, self->end_column);
  return has_cells (self);
}
