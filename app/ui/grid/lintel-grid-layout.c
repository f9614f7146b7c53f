/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things are: sizes from the font, column offsets, the two adjustments, what is in view. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

#include <math.h>

/* Frozen columns may take this much of the width; in a narrower window fewer are frozen. */
#define MAX_FROZEN_SHARE 0.6

void
lintel_grid_invalidate_geometry (LintelGrid *self)
{
  self->geometry.valid = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
font_has_changed (LintelGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (self->probe);
  LintelGridGeometry *geometry = &self->geometry;
  double resolution = pango_cairo_context_get_resolution (context);

  if (geometry->font != NULL && geometry->resolution == resolution
      && pango_font_description_equal (geometry->font,
                                       pango_context_get_font_description (context)))
    return FALSE;
  g_clear_pointer (&geometry->font, pango_font_description_free);
  geometry->font = pango_font_description_copy (pango_context_get_font_description (context));
  geometry->resolution = resolution;
  return TRUE;
}

typedef struct
{
  int digit_width;
  int text_height;
  int padding_width; /* padding and border of a cell, both sides; heads have the same */
  int padding_height;
} Metrics;

static void
measure_font (LintelGrid *self, Metrics *metrics)
{
  PangoContext *context = gtk_widget_get_pango_context (self->probe);
  PangoFontMetrics *font = pango_context_get_metrics (context, NULL, NULL);

  metrics->digit_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (font));
  metrics->text_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (font));
  pango_font_metrics_unref (font);
  gtk_widget_measure (self->probe, GTK_ORIENTATION_HORIZONTAL, -1, &metrics->padding_width, NULL,
                      NULL, NULL);
  gtk_widget_measure (self->probe, GTK_ORIENTATION_VERTICAL, -1, &metrics->padding_height, NULL,
                      NULL, NULL);
}

/* The width of a column, and the header row's height if its head needs more. */
static int
measure_column (LintelGrid *self, const Metrics *metrics, const LintelGridColumn *column,
                int *head_height)
{
  int width = (int) column->width * metrics->digit_width
              + lintel_grid_cell_icon_room (metrics->text_height);
  int longest_word, height;

  lintel_grid_cell_measure_head (LINTEL_GRID_CELL (self->probe), column, width, &longest_word,
                                 &height);
  height += metrics->padding_height;
  if (column->group != NULL)
    height += metrics->text_height + metrics->padding_height;
  *head_height = MAX (*head_height, height);
  return MAX (width, longest_word) + metrics->padding_width;
}

static void
measure_columns (LintelGrid *self, const Metrics *metrics)
{
  LintelGridGeometry *geometry = &self->geometry;
  const LintelGridColumn *heading = lintel_grid_model_get_heading_column (self->model);

  geometry->header_height = metrics->text_height + metrics->padding_height;
  geometry->group_height = 0;
  geometry->heading_width =
      heading != NULL ? measure_column (self, metrics, heading, &geometry->header_height) : 0;
  geometry->offsets = g_renew (int, geometry->offsets, geometry->n_columns + 1);
  geometry->offsets[0] = 0;
  for (guint i = 0; i < geometry->n_columns; i++)
    {
      const LintelGridColumn *column = lintel_grid_model_get_column (self->model, i);

      geometry->offsets[i + 1] =
          geometry->offsets[i] + measure_column (self, metrics, column, &geometry->header_height);
      if (column->group != NULL)
        geometry->group_height = metrics->text_height + metrics->padding_height;
    }
}

static void
update_geometry (LintelGrid *self)
{
  LintelGridGeometry *geometry = &self->geometry;
  Metrics metrics;

  if ((!font_has_changed (self) && geometry->valid) || self->model == NULL)
    return;
  measure_font (self, &metrics);
  geometry->n_rows = lintel_grid_model_get_n_rows (self->model);
  geometry->n_columns = lintel_grid_model_get_n_columns (self->model);
  geometry->row_height = metrics.text_height + metrics.padding_height;
  measure_columns (self, &metrics);
  geometry->n_frozen = MIN (geometry->n_frozen, geometry->n_columns);
  geometry->serial++;
  geometry->valid = TRUE;
}

static void
update_n_frozen (LintelGrid *self)
{
  LintelGridGeometry *geometry = &self->geometry;
  guint n = lintel_grid_model_get_n_frozen_columns (self->model);

  while (n > 0
         && geometry->heading_width + geometry->offsets[n] > geometry->width * MAX_FROZEN_SHARE)
    n--;
  if (n != geometry->n_frozen)
    geometry->serial++;
  geometry->n_frozen = n;
}

int
lintel_grid_frozen_width (LintelGrid *self)
{
  return self->geometry.heading_width + self->geometry.offsets[self->geometry.n_frozen];
}

static gboolean
is_rtl (LintelGrid *self)
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

  if (!is_rtl (self))
    return value;
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - value;
}

static int
scrolled_rows (LintelGrid *self)
{
  return (int) gtk_adjustment_get_value (self->adjustment[GTK_ORIENTATION_VERTICAL]);
}

static void
scroll_columns_to (LintelGrid *self, double offset)
{
  GtkAdjustment *adjustment = self->adjustment[GTK_ORIENTATION_HORIZONTAL];

  if (is_rtl (self))
    offset =
        gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - offset;
  gtk_adjustment_set_value (adjustment, offset);
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
  if (is_rtl (self))
    *x = geometry->width - *x - *width;
}

int
lintel_grid_row_y (LintelGrid *self, guint row)
{
  return self->geometry.header_height + (int) row * self->geometry.row_height
         - scrolled_rows (self);
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

  area->x = is_rtl (self) ? 0 : frozen;
  area->width = MAX (geometry->width - frozen, 0);
  area->y = geometry->header_height;
  area->height = MAX (geometry->height - geometry->header_height, 0);
}

void
lintel_grid_visible_rows (LintelGrid *self, guint *first, guint *end)
{
  LintelGridGeometry *geometry = &self->geometry;
  int top = scrolled_rows (self);
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

void
lintel_grid_scroll_to (LintelGrid *self, guint row, guint column)
{
  LintelGridGeometry *geometry = &self->geometry;
  int frozen, start, end;

  self->scroll_pending = !geometry->valid || geometry->width == 0;
  if (self->scroll_pending)
    return;
  gtk_adjustment_clamp_page (self->adjustment[GTK_ORIENTATION_VERTICAL],
                             (double) row * geometry->row_height,
                             (double) (row + 1) * geometry->row_height);
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

static gboolean
column_at (LintelGrid *self, double x, guint *column)
{
  LintelGridGeometry *geometry = &self->geometry;
  double offset = (is_rtl (self) ? geometry->width - x : x) - geometry->heading_width;

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
  *row = (guint) ((y - geometry->header_height + scrolled_rows (self)) / geometry->row_height);
  return *row < geometry->n_rows;
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

  if (orientation == GTK_ORIENTATION_HORIZONTAL && is_rtl (self))
    value = upper - page - MAX (old_end - value, 0);
  self->configuring = TRUE;
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - page), 0, upper, step,
                            MAX (page - step, step), page);
  self->configuring = FALSE;
}

static void
configure_adjustments (LintelGrid *self)
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

void
lintel_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  LintelGrid *self = LINTEL_GRID (widget);
  LintelGridGeometry *geometry = &self->geometry;

  *minimum = *natural = 0;
  update_geometry (self);
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
      if (is_rtl (self))
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
  update_geometry (self);
  if (!self->geometry.valid)
    return;
  update_n_frozen (self);
  configure_adjustments (self);
  lintel_grid_clamp_cursor (self);
  if (self->scroll_pending)
    lintel_grid_scroll_to (self, self->cursor_row, self->cursor_column);
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
  gtk_widget_snapshot_child (widget, self->hint, snapshot);
}
