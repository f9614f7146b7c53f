/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two adjustments, and bringing a cell into view. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

gboolean
lintel_grid_is_rtl (LintelGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* How far the columns are scrolled, counted from the side where a line starts. The adjustment
 * counts from the left, as everywhere in GTK. */
double
lintel_grid_scrolled_columns (LintelGrid *self)
{
  GtkAdjustment *adjustment = self->adjustment[GTK_ORIENTATION_HORIZONTAL];
  double value = gtk_adjustment_get_value (adjustment);

  if (!lintel_grid_is_rtl (self))
    return value;
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - value;
}

int
lintel_grid_scrolled_rows (LintelGrid *self)
{
  return (int) gtk_adjustment_get_value (self->adjustment[GTK_ORIENTATION_VERTICAL]);
}

static void
scroll_columns_to (LintelGrid *self, double offset)
{
  GtkAdjustment *adjustment = self->adjustment[GTK_ORIENTATION_HORIZONTAL];

  if (lintel_grid_is_rtl (self))
    offset =
        gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - offset;
  gtk_adjustment_set_value (adjustment, offset);
}

void
lintel_grid_mirror_scrolling (LintelGrid *self)
{
  GtkAdjustment *adjustment = self->adjustment[GTK_ORIENTATION_HORIZONTAL];

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment)
                                            - gtk_adjustment_get_page_size (adjustment)
                                            - gtk_adjustment_get_value (adjustment));
}

void
lintel_grid_scroll_to_row (LintelGrid *self, guint row)
{
  int height = self->geometry.row_height;

  gtk_adjustment_clamp_page (self->adjustment[GTK_ORIENTATION_VERTICAL], (double) row * height,
                             (double) (row + 1) * height);
}

void
lintel_grid_scroll_to_column (LintelGrid *self, guint column)
{
  LintelGridGeometry *geometry = &self->geometry;
  int frozen, start, end;

  if (column < geometry->n_frozen)
    return;
  frozen = geometry->offsets[geometry->n_frozen];
  start = geometry->offsets[column] - frozen;
  end = geometry->offsets[column + 1] - frozen;
  if (start < lintel_grid_scrolled_columns (self))
    scroll_columns_to (self, start);
  else if (end > lintel_grid_scrolled_columns (self) + geometry->width
                     - lintel_grid_frozen_width (self))
    scroll_columns_to (self, MIN (start, end - geometry->width + lintel_grid_frozen_width (self)));
}

void
lintel_grid_scroll_to (LintelGrid *self, guint row, guint column)
{
  self->scroll_pending = !self->geometry.valid || self->geometry.width == 0;
  if (self->scroll_pending)
    return;
  lintel_grid_scroll_to_row (self, row);
  lintel_grid_scroll_to_column (self, column);
}

/* So many rows beyond it tell what a row stands among. */
#define NEIGHBOURS 2

void
lintel_grid_scroll_around (LintelGrid *self, guint row)
{
  GtkAdjustment *adjustment = self->adjustment[GTK_ORIENTATION_VERTICAL];
  double page = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);
  int height = self->geometry.row_height;
  int top = (int) row * height;

  if (!self->geometry.valid || self->geometry.width == 0)
    return;
  if (top - NEIGHBOURS * height < value || top + (NEIGHBOURS + 1) * height > value + page)
    gtk_adjustment_set_value (adjustment, top - page / 3);
}

static void
adjustment_value_changed_cb (LintelGrid *self)
{
  if (self->configuring)
    return;
  lintel_grid_sync_cells (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
lintel_grid_set_adjustment (LintelGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && self->adjustment[orientation] == adjustment)
    return;
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  if (self->adjustment[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment[orientation], self);
  g_set_object (&self->adjustment[orientation], g_object_ref_sink (adjustment));
  g_object_unref (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (adjustment_value_changed_cb),
                            self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
configure_adjustment (LintelGrid *self, GtkOrientation orientation, int content, int page, int step)
{
  GtkAdjustment *adjustment = self->adjustment[orientation];
  double upper = MAX (content, page);
  double value = gtk_adjustment_get_value (adjustment);
  double old_end =
      gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (orientation == GTK_ORIENTATION_HORIZONTAL && lintel_grid_is_rtl (self))
    value = upper - page - MAX (old_end - value, 0);
  self->configuring = TRUE;
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - page), 0, upper, step,
                            MAX (page - step, step), page);
  self->configuring = FALSE;
}

void
lintel_grid_configure_adjustments (LintelGrid *self)
{
  LintelGridGeometry *geometry = &self->geometry;
  int frozen = geometry->offsets[geometry->n_frozen];

  configure_adjustment (
      self, GTK_ORIENTATION_HORIZONTAL, geometry->offsets[geometry->n_columns] - frozen,
      MAX (geometry->width - lintel_grid_frozen_width (self), 0), geometry->row_height * 2);
  configure_adjustment (self, GTK_ORIENTATION_VERTICAL,
                        (int) geometry->n_rows * geometry->row_height,
                        MAX (geometry->height - geometry->header_height, 0), geometry->row_height);
}
