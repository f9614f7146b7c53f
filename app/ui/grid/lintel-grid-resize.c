/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns made wider or narrower, by dragging the end of their head or by keys. A double click on
 * the end of a head makes the column as wide as what it holds. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

/* How near to the end of a head the pointer must be. */
#define EDGE_WIDTH 5
#define MINIMUM_WIDTH 32
/* What one key adds or takes away, in digits. */
#define KEY_STEP 2

/* The column whose head ends at X. */
static gboolean
find_edge (LintelGrid *self, double x, double y, guint *column)
{
  gboolean rtl = lintel_grid_is_rtl (self);
  guint row;

  if (self->model == NULL || self->editing)
    return FALSE;
  /* Just before the end of one, or just behind it in the next. */
  for (int side = -1; side <= 1; side += 2)
    {
      double beside = x + side * EDGE_WIDTH * (rtl ? 1 : -1);
      int start, width;

      if (!lintel_grid_cell_at (self, beside, y, &row, column) || row != LINTEL_GRID_HEADING
          || *column == LINTEL_GRID_HEADING)
        continue;
      lintel_grid_column_extent (self, *column, &start, &width);
      if (ABS (x - (rtl ? start : start + width)) <= EDGE_WIDTH)
        return TRUE;
    }
  return FALSE;
}

double
lintel_grid_get_width (LintelGrid *self, guint column)
{
  g_return_val_if_fail (LINTEL_IS_GRID (self), 0);

  return column < self->widths->len ? g_array_index (self->widths, double, column) : 0;
}

void
lintel_grid_set_width (LintelGrid *self, guint column, double width)
{
  g_return_if_fail (LINTEL_IS_GRID (self));

  if (column >= self->widths->len)
    g_array_set_size (self->widths, column + 1);
  g_array_index (self->widths, double, column) = width;
  lintel_grid_invalidate_geometry (self);
}

int
lintel_grid_get_chosen_width (LintelGrid *self, guint column)
{
  double width = lintel_grid_get_width (self, column);

  return width > 0 ? MAX ((int) (width * self->geometry.digit_width + 0.5), MINIMUM_WIDTH) : 0;
}

/* In digits, so that the columns grow with the text. */
static void
set_pixels (LintelGrid *self, guint column, int width)
{
  lintel_grid_set_width (self, column,
                         (double) MAX (width, MINIMUM_WIDTH) / self->geometry.digit_width);
}

/* As wide as its longest text and the longest word of its head, but no wider than the window. */
static void
fit_column (LintelGrid *self, guint column)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  GdkRectangle area;
  int width = lintel_grid_measure_head_width (self, column);

  for (guint row = 0; row < self->geometry.n_rows; row++)
    {
      g_auto (LintelGridCellInfo) info = { 0 };
      int text_width;

      lintel_grid_model_get_cell (self->model, row, column, &info);
      pango_layout_set_text (layout, info.text != NULL ? info.text : "", -1);
      pango_layout_get_pixel_size (layout, &text_width, NULL);
      width = MAX (width, text_width + self->geometry.cell_extra);
    }
  lintel_grid_scrolling_area (self, &area);
  set_pixels (self, column, MIN (width, MAX (area.width, MINIMUM_WIDTH)));
}

void
lintel_grid_resize_selected (LintelGrid *self, LintelGridResize how)
{
  LintelGridRange range;

  if (!self->geometry.valid || !lintel_grid_get_selection (self, &range))
    return;
  for (guint column = range.first_column; column <= range.last_column; column++)
    {
      int start, width;

      lintel_grid_column_extent (self, column, &start, &width);
      switch (how)
        {
        case LINTEL_GRID_WIDER:
        case LINTEL_GRID_NARROWER:
          set_pixels (self, column,
                      width
                          + (how == LINTEL_GRID_WIDER ? KEY_STEP : -KEY_STEP)
                                * self->geometry.digit_width);
          break;
        case LINTEL_GRID_OWN_WIDTH:
          lintel_grid_set_width (self, column, 0);
          break;
        case LINTEL_GRID_FIT:
        default:
          fit_column (self, column);
          break;
        }
    }
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, LintelGrid *self)
{
  guint column;
  gboolean at_edge = self->resizing || find_edge (self, x, y, &column);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), at_edge ? "col-resize" : NULL);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, LintelGrid *self)
{
  int start;

  self->resizing = find_edge (self, x, y, &self->resized_column);
  if (!self->resizing)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  lintel_grid_column_extent (self, self->resized_column, &start, &self->resized_from);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, LintelGrid *self)
{
  int change = (int) (lintel_grid_is_rtl (self) ? -dx : dx);

  if (self->resizing && change != 0)
    set_pixels (self, self->resized_column, self->resized_from + change);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, LintelGrid *self)
{
  self->resizing = FALSE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, LintelGrid *self)
{
  guint column;

  if (n_press == 2 && find_edge (self, x, y, &column))
    fit_column (self, column);
}

/* In front of what else a press does. */
void
lintel_grid_install_resizing (LintelGrid *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->widths = g_array_new (FALSE, TRUE, sizeof (double));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (drag, click);
}
