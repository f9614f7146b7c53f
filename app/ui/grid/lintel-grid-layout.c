/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things are in the window, what is in view, and putting them there. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

int
lintel_grid_frozen_width (LintelGrid *self)
{
  return self->geometry.heading_width + self->geometry.offsets[self->geometry.n_frozen];
}

void
lintel_grid_column_extent (LintelGrid *self, guint column, int *x, int *width)
{
  LintelGridGeometry *geometry = &self->geometry;

  if (column == LINTEL_GRID_HEADING)
    {
      *x = 0;
      *width = geometry->heading_width;
    }
  else
    {
      *x = geometry->heading_width + geometry->offsets[column];
      *width = geometry->offsets[column + 1] - geometry->offsets[column];
      if (column >= geometry->n_frozen)
        *x -= (int) lintel_grid_scrolled_columns (self);
    }
  if (lintel_grid_is_rtl (self))
    *x = geometry->width - *x - *width;
}

int
lintel_grid_row_y (LintelGrid *self, guint row)
{
  return self->geometry.header_height + (int) row * self->geometry.row_height
         - lintel_grid_scrolled_rows (self);
}

void
lintel_grid_cell_area (LintelGrid *self, guint row, guint column, GdkRectangle *area)
{
  lintel_grid_column_extent (self, column, &area->x, &area->width);
  area->y = lintel_grid_row_y (self, row);
  area->height = self->geometry.row_height;
}

void
lintel_grid_scrolling_area (LintelGrid *self, GdkRectangle *area)
{
  LintelGridGeometry *geometry = &self->geometry;
  int frozen = lintel_grid_frozen_width (self);

  area->x = lintel_grid_is_rtl (self) ? 0 : frozen;
  area->width = MAX (geometry->width - frozen, 0);
  area->y = geometry->header_height;
  area->height = MAX (geometry->height - geometry->header_height, 0);
}

void
lintel_grid_visible_rows (LintelGrid *self, guint *first, guint *end)
{
  LintelGridGeometry *geometry = &self->geometry;
  int top = lintel_grid_scrolled_rows (self);
  int bottom = top + MAX (geometry->height - geometry->header_height, 0);

  *first = MIN ((guint) (top / geometry->row_height), geometry->n_rows);
  *end =
      MIN ((guint) ((bottom + geometry->row_height - 1) / geometry->row_height), geometry->n_rows);
}

void
lintel_grid_visible_columns (LintelGrid *self, guint *first, guint *end)
{
  LintelGridGeometry *geometry = &self->geometry;
  int start = geometry->offsets[geometry->n_frozen] + (int) lintel_grid_scrolled_columns (self);
  int stop = start + MAX (geometry->width - lintel_grid_frozen_width (self), 0);

  *first = geometry->n_frozen;
  while (*first < geometry->n_columns && geometry->offsets[*first + 1] <= start)
    ++*first;
  *end = *first;
  while (*end < geometry->n_columns && geometry->offsets[*end] < stop)
    ++*end;
}

static gboolean
column_at (LintelGrid *self, double x, guint *column)
{
  LintelGridGeometry *geometry = &self->geometry;
  double offset = (lintel_grid_is_rtl (self) ? geometry->width - x : x) - geometry->heading_width;

  *column = LINTEL_GRID_HEADING;
  if (offset < 0)
    return TRUE;
  if (offset >= geometry->offsets[geometry->n_frozen])
    offset += lintel_grid_scrolled_columns (self);
  for (guint i = 0; i < geometry->n_columns; i++)
    if (offset < geometry->offsets[i + 1])
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
lintel_grid_cell_at (LintelGrid *self, double x, double y, guint *row, guint *column)
{
  LintelGridGeometry *geometry = &self->geometry;

  if (!geometry->valid || geometry->n_columns == 0 || !column_at (self, x, column))
    return FALSE;
  *row = LINTEL_GRID_HEADING;
  if (y < geometry->header_height)
    return TRUE;
  *row = (guint) ((y - geometry->header_height + lintel_grid_scrolled_rows (self))
                  / geometry->row_height);
  return *row < geometry->n_rows;
}

void
lintel_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  LintelGrid *self = LINTEL_GRID (widget);
  LintelGridGeometry *geometry = &self->geometry;

  *minimum = *natural = 0;
  lintel_grid_update_geometry (self);
  if (!geometry->valid || geometry->n_columns == 0)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = geometry->header_height + geometry->row_height;
      *natural = geometry->header_height + MAX ((int) geometry->n_rows, 1) * geometry->row_height;
    }
  else
    {
      *minimum = geometry->heading_width + geometry->offsets[1];
      *natural = geometry->heading_width + geometry->offsets[geometry->n_columns];
    }
}

static void
allocate_row (LintelGrid *self, LintelGridRow *row, int y, int height)
{
  GtkAllocation area = { 0, y, self->geometry.width, height };

  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (row), &area, -1);
}

/* The editor grows beyond a narrow cell, as far as the window goes. */
static void
allocate_editor (LintelGrid *self)
{
  GtkWidget *editor = GTK_WIDGET (self->editor);
  LintelGridGeometry *geometry = &self->geometry;
  GtkAllocation area;
  int minimum, natural;

  if (!gtk_widget_get_child_visible (editor))
    return;
  lintel_grid_cell_area (self, self->cursor_row, self->cursor_column, &area);
  gtk_widget_measure (editor, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  natural = MAX (minimum, MIN (natural, geometry->width - lintel_grid_frozen_width (self)));
  if (natural > area.width)
    {
      if (lintel_grid_is_rtl (self))
        area.x = MAX (area.x + area.width - natural, 0);
      else
        area.x = MIN (area.x, MAX (geometry->width - natural, 0));
      area.width = natural;
    }
  gtk_widget_measure (editor, GTK_ORIENTATION_VERTICAL, area.width, &minimum, NULL, NULL, NULL);
  area.y -= (MAX (minimum, area.height) - area.height) / 2;
  area.height = MAX (minimum, area.height);
  gtk_widget_size_allocate (editor, &area, -1);
}

void
lintel_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LintelGrid *self = LINTEL_GRID (widget);
  GHashTableIter iter;
  gpointer row;

  self->geometry.width = width;
  self->geometry.height = height;
  lintel_grid_update_geometry (self);
  if (!self->geometry.valid)
    return;
  lintel_grid_update_n_frozen (self);
  lintel_grid_configure_adjustments (self);
  lintel_grid_clamp_cursor (self);
  if (self->scroll_pending)
    {
      lintel_grid_scroll_around (self, self->cursor_row);
      lintel_grid_scroll_to (self, self->cursor_row, self->cursor_column);
    }
  lintel_grid_sync_cells (self);
  allocate_row (self, self->header, 0, self->geometry.header_height);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    allocate_row (self, row, lintel_grid_row_y (self, lintel_grid_row_get_index (row)),
                  self->geometry.row_height);
  allocate_editor (self);
  lintel_grid_allocate_hint (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
snapshot_editor (LintelGrid *self, GtkSnapshot *snapshot)
{
  GdkRectangle area = { 0, self->geometry.header_height, self->geometry.width,
                        self->geometry.height - self->geometry.header_height };

  if (!gtk_widget_get_child_visible (GTK_WIDGET (self->editor)))
    return;
  if (self->cursor_column >= self->geometry.n_frozen)
    lintel_grid_scrolling_area (self, &area);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) area.x, (float) area.y,
                                                         (float) area.width, (float) area.height));
  gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (self->editor), snapshot);
  gtk_snapshot_pop (snapshot);
}

void
lintel_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LintelGrid *self = LINTEL_GRID (widget);
  LintelGridGeometry *geometry = &self->geometry;
  GHashTableIter iter;
  gpointer row;

  if (!geometry->valid)
    return;
  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT (0, (float) geometry->header_height, (float) geometry->width,
                                     (float) (geometry->height - geometry->header_height)));
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_widget_snapshot_child (widget, row, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->header), snapshot);
  snapshot_editor (self, snapshot);
  if (self->hint != NULL)
    gtk_widget_snapshot_child (widget, self->hint, snapshot);
}
