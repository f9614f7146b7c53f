/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows and cells there are, and what they show. Only what is in view exists, and the cell
 * under the cursor, because that one has the keyboard focus. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

static LintelGridRow *
get_row (LintelGrid *self, guint row)
{
  return g_hash_table_lookup (self->rows, GUINT_TO_POINTER (row));
}

LintelGridCell *
lintel_grid_get_cell (LintelGrid *self, guint row, guint column)
{
  LintelGridRow *widget = row == LINTEL_GRID_HEADING ? self->header : get_row (self, row);

  return widget != NULL ? lintel_grid_row_get_cell (widget, column) : NULL;
}

static void
bind_body (LintelGrid *self, LintelGridCell *cell)
{
  guint row = lintel_grid_cell_get_row (cell);
  guint column = lintel_grid_cell_get_column (cell);
  g_auto (LintelGridCellInfo) info = { 0 };

  lintel_grid_model_get_cell (self->model, row, column, &info);
  lintel_grid_cell_set_text (cell, info.text,
                             lintel_grid_model_get_column (self->model, column)->align_end);
  lintel_grid_cell_set_marks (cell, info.marks, info.finding, info.editable);
  lintel_grid_cell_set_apart (cell, lintel_grid_model_is_apart (self->model, row));
  lintel_grid_cell_set_selection (cell, row == self->cursor_row && column == self->cursor_column,
                                  lintel_grid_is_selected (self, row, column));
  lintel_grid_describe_cell (self, cell, &info);
}

static const LintelGridColumn *
get_column_of (LintelGrid *self, LintelGridCell *cell)
{
  guint column = lintel_grid_cell_get_column (cell);

  return column == LINTEL_GRID_HEADING ? lintel_grid_model_get_heading_column (self->model)
                                       : lintel_grid_model_get_column (self->model, column);
}

void
lintel_grid_bind_cell (LintelGrid *self, LintelGridCell *cell)
{
  g_autofree char *heading = NULL;

  switch (lintel_grid_cell_get_kind (cell))
    {
    case LINTEL_GRID_CELL_BODY:
      bind_body (self, cell);
      return;
    case LINTEL_GRID_CELL_ROW_HEAD:
      heading = lintel_grid_model_get_heading (self->model, lintel_grid_cell_get_row (cell));
      lintel_grid_cell_set_text (cell, heading, get_column_of (self, cell)->align_end);
      lintel_grid_cell_set_apart (
          cell, lintel_grid_model_is_apart (self->model, lintel_grid_cell_get_row (cell)));
      break;
    case LINTEL_GRID_CELL_COLUMN_HEAD:
      lintel_grid_cell_set_head (cell, get_column_of (self, cell));
      break;
    case LINTEL_GRID_CELL_GROUP_HEAD:
      lintel_grid_cell_set_text (cell, get_column_of (self, cell)->group, FALSE);
      break;
    }
  lintel_grid_describe_cell (self, cell, &(LintelGridCellInfo){ 0 });
}

/* Rows that scrolled out of view wait without being shown. */
static void
collect_spare_rows (LintelGrid *self, guint first, guint end)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      guint index = lintel_grid_row_get_index (row);

      if ((index >= first && index < end) || index == self->cursor_row)
        continue;
      gtk_widget_set_child_visible (row, FALSE);
      g_ptr_array_add (self->spare_rows, row);
      g_hash_table_iter_steal (&iter);
    }
}

static LintelGridRow *
take_row (LintelGrid *self, guint index)
{
  LintelGridRow *row;

  if (self->spare_rows->len > 0)
    row = g_ptr_array_steal_index_fast (self->spare_rows, self->spare_rows->len - 1);
  else
    {
      row = lintel_grid_row_new (FALSE);
      gtk_widget_set_parent (GTK_WIDGET (row), GTK_WIDGET (self));
    }
  gtk_widget_set_child_visible (GTK_WIDGET (row), TRUE);
  lintel_grid_row_set_index (row, index);
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (index), row);
  return row;
}

static void
sync_row (LintelGrid *self, guint index, guint first, guint end, GtkWidget **previous)
{
  LintelGridRow *row = get_row (self, index);
  gboolean fresh = row == NULL;

  if (fresh)
    row = take_row (self, index);
  lintel_grid_row_sync (row, first, end,
                        index == self->cursor_row ? self->cursor_column : LINTEL_GRID_HEADING,
                        fresh);
  if (gtk_widget_get_prev_sibling (GTK_WIDGET (row)) != *previous)
    gtk_widget_insert_after (GTK_WIDGET (row), GTK_WIDGET (self), *previous);
  *previous = GTK_WIDGET (row);
}

void
lintel_grid_sync_cells (LintelGrid *self)
{
  guint first, end, first_column, end_column;
  GtkWidget *previous = GTK_WIDGET (self->header);

  if (self->model == NULL || !self->geometry.valid || self->geometry.n_columns == 0)
    return;
  lintel_grid_visible_rows (self, &first, &end);
  lintel_grid_visible_columns (self, &first_column, &end_column);
  lintel_grid_row_sync (self->header, first_column, end_column, LINTEL_GRID_HEADING, FALSE);
  collect_spare_rows (self, first, end);
  if (self->cursor_row < first)
    sync_row (self, self->cursor_row, 0, 0, &previous);
  for (guint row = first; row < end; row++)
    sync_row (self, row, first_column, end_column, &previous);
  if (self->cursor_row >= end && self->cursor_row < self->geometry.n_rows)
    sync_row (self, self->cursor_row, 0, 0, &previous);
  if (gtk_widget_is_focus (GTK_WIDGET (self)))
    lintel_grid_focus_cursor (self);
}

void
lintel_grid_drop_cells (LintelGrid *self)
{
  g_hash_table_remove_all (self->rows);
  g_ptr_array_set_size (self->spare_rows, 0);
  if (self->header != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->header));
  self->header = lintel_grid_row_new (TRUE);
  gtk_widget_insert_after (GTK_WIDGET (self->header), GTK_WIDGET (self), NULL);
}

typedef struct
{
  LintelGrid *grid;
  LintelGridRange range;
} RebindData;

static void
rebind_cell_cb (LintelGridCell *cell, gpointer user_data)
{
  RebindData *data = user_data;
  guint column = lintel_grid_cell_get_column (cell);

  if (column == LINTEL_GRID_HEADING
      || (column >= data->range.first_column && column <= data->range.last_column))
    lintel_grid_bind_cell (data->grid, cell);
}

void
lintel_grid_rebind (LintelGrid *self, const LintelGridRange *range)
{
  RebindData data = { self, *range };
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      guint index = lintel_grid_row_get_index (row);

      if (index >= range->first_row && index <= range->last_row)
        lintel_grid_row_foreach (row, rebind_cell_cb, &data);
    }
}

static void
update_selection_cb (LintelGridCell *cell, gpointer user_data)
{
  LintelGrid *self = user_data;
  guint row = lintel_grid_cell_get_row (cell);
  guint column = lintel_grid_cell_get_column (cell);
  LintelGridRange range;

  if (!lintel_grid_get_selection (self, &range))
    return;
  if (lintel_grid_cell_get_kind (cell) == LINTEL_GRID_CELL_BODY)
    lintel_grid_cell_set_selection (cell, row == self->cursor_row && column == self->cursor_column,
                                    lintel_grid_is_selected (self, row, column));
  else if (row == LINTEL_GRID_HEADING)
    lintel_grid_cell_set_selection (cell, FALSE,
                                    column >= range.first_column && column <= range.last_column);
  else
    lintel_grid_cell_set_selection (cell, FALSE, row >= range.first_row && row <= range.last_row);
}

void
lintel_grid_update_selection (LintelGrid *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    lintel_grid_row_foreach (row, update_selection_cb, self);
  lintel_grid_row_foreach (self->header, update_selection_cb, self);
}
