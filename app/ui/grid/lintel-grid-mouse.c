/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointer: a click sets the cursor, Shift and dragging extend, a double click edits, heads select
 * whole rows and columns, many by dragging over them. Texts on hover. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

/* Between two steps of scrolling while the pointer is dragged beyond an edge, in microseconds. */
#define SCROLL_INTERVAL 50000
/* Of a text on hover, in characters. */
#define TIP_WIDTH 70

/* FALSE when a value that is being edited was refused, or there is nothing at that point. */
static gboolean
press_at (LintelGrid *self, double x, double y, LintelGridSelectMode mode)
{
  guint row, column;

  if (!lintel_grid_confirm (self))
    {
      lintel_grid_editor_focus_text (self->editor);
      return FALSE;
    }
  if (!lintel_grid_cell_at (self, x, y, &row, &column))
    return FALSE;
  if (row == LINTEL_GRID_HEADING || column == LINTEL_GRID_HEADING)
    lintel_grid_select_lines (self, row, column, mode);
  else
    lintel_grid_move_cursor (self, row, column, mode);
  lintel_grid_focus_cursor (self);
  return row != LINTEL_GRID_HEADING && column != LINTEL_GRID_HEADING;
}

/* Clicks inside the editor belong to it. Those on the list of choices come here from its surface
 * when the pointer has jumped there: GTK still takes it to be over the cells. */
static gboolean
is_for_cells (LintelGrid *self, GtkEventController *controller, double x, double y)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  return gdk_event_get_surface (event) == gtk_native_get_surface (native)
         && gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) == GTK_WIDGET (self);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, LintelGrid *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;
  guint row, column;

  if (!is_for_cells (self, GTK_EVENT_CONTROLLER (gesture), x, y))
    return;
  if (press_at (self, x, y, extend ? LINTEL_GRID_EXTEND : LINTEL_GRID_MOVE) && n_press == 2)
    lintel_grid_begin_edit (self, NULL);
  else if (n_press == 2 && !self->editing && lintel_grid_cell_at (self, x, y, &row, &column)
           && row == LINTEL_GRID_HEADING)
    lintel_grid_emit_head_activated (self, column);
}

/* A cell, or all of the line whose head that is. */
static gboolean
is_line_selected (LintelGrid *self, guint row, guint column)
{
  gboolean all_rows = row == LINTEL_GRID_HEADING, all_columns = column == LINTEL_GRID_HEADING;

  return lintel_grid_is_selected (self, all_rows ? 0 : row, all_columns ? 0 : column)
         && lintel_grid_is_selected (self, all_rows ? self->geometry.n_rows - 1 : row,
                                     all_columns ? self->geometry.n_columns - 1 : column);
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, LintelGrid *self)
{
  guint row, column;

  if (!is_for_cells (self, GTK_EVENT_CONTROLLER (gesture), x, y)
      || !lintel_grid_cell_at (self, x, y, &row, &column))
    return;
  if (!is_line_selected (self, row, column))
    press_at (self, x, y, LINTEL_GRID_MOVE);
  lintel_grid_popup_menu (self, x, y);
}

/* How many rows beyond the edge of the cells the pointer is; negative above them. */
static int
rows_beyond (LintelGrid *self, const GdkRectangle *area)
{
  if (self->drag_y < area->y)
    return -1 - (int) (area->y - self->drag_y) / self->geometry.row_height;
  if (self->drag_y >= area->y + area->height)
    return 1 + (int) (self->drag_y - area->y - area->height) / self->geometry.row_height;
  return 0;
}

/* The column under the pointer; beside the table, the one at that end. */
static guint
column_of_drag (LintelGrid *self, guint column, const GdkRectangle *area)
{
  gboolean rtl = lintel_grid_is_rtl (self);

  if (column != LINTEL_GRID_HEADING)
    return column;
  if (rtl ? self->drag_x >= area->x + area->width : self->drag_x < area->x)
    return 0;
  return self->geometry.n_columns - 1;
}

/* Over the heads of rows only the row counts, over those of columns only the column. */
static void
extend_to (LintelGrid *self, guint row, guint column)
{
  if (row == self->end_row && column == self->end_column)
    return;
  if (self->drag_rows && self->drag_columns)
    lintel_grid_move_cursor (self, row, column, LINTEL_GRID_EXTEND);
  else
    lintel_grid_select_lines (self, self->drag_rows ? row : LINTEL_GRID_HEADING,
                              self->drag_columns ? column : LINTEL_GRID_HEADING,
                              LINTEL_GRID_EXTEND);
}

/* Extends the selection to the pointer; beyond an edge, further the further it is away. */
static void
drag_to_pointer (LintelGrid *self)
{
  GdkRectangle area;
  guint row, column;
  int beyond;
  double x, y;

  lintel_grid_scrolling_area (self, &area);
  x = CLAMP (self->drag_x, 0, self->geometry.width - 1);
  y = CLAMP (self->drag_y, area.y, area.y + area.height - 1);
  if (!lintel_grid_cell_at (self, x, y, &row, &column) || row == LINTEL_GRID_HEADING)
    row = self->geometry.n_rows - 1;
  column = column_of_drag (self, column, &area);
  beyond = rows_beyond (self, &area);
  row = beyond < 0 ? row - MIN ((guint) -beyond, row) : row + (guint) beyond;
  row = MIN (row, self->geometry.n_rows - 1);
  extend_to (self, self->drag_rows ? row : self->end_row,
             self->drag_columns ? column : self->end_column);
}

static gboolean
is_drag_inside (LintelGrid *self)
{
  GdkRectangle area;

  lintel_grid_scrolling_area (self, &area);
  if (self->drag_columns && (self->drag_x < area.x || self->drag_x >= area.x + area.width))
    return FALSE;
  return !self->drag_rows || (self->drag_y >= area.y && self->drag_y < area.y + area.height);
}

static gboolean
drag_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LintelGrid *self = LINTEL_GRID (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (!is_drag_inside (self) && now - self->drag_time < SCROLL_INTERVAL)
    return G_SOURCE_CONTINUE;
  self->drag_time = now;
  drag_to_pointer (self);
  return G_SOURCE_CONTINUE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, LintelGrid *self)
{
  guint row, column;

  if (self->editing || !is_for_cells (self, GTK_EVENT_CONTROLLER (gesture), x, y)
      || !lintel_grid_cell_at (self, x, y, &row, &column)
      || (row == LINTEL_GRID_HEADING && column == LINTEL_GRID_HEADING))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->drag_rows = row != LINTEL_GRID_HEADING;
  self->drag_columns = column != LINTEL_GRID_HEADING;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, LintelGrid *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->drag_tick == 0
      && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;
  self->drag_x = x + dx;
  self->drag_y = y + dy;
  if (self->drag_tick == 0)
    self->drag_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), drag_tick_cb, NULL, NULL);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, LintelGrid *self)
{
  if (self->drag_tick == 0)
    return;
  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag_tick);
  self->drag_tick = 0;
  if (is_drag_inside (self))
    drag_to_pointer (self);
}

static void
add_click (LintelGrid *self, guint button, GCallback callback)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  g_signal_connect (click, "pressed", callback, self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
lintel_grid_install_mouse (LintelGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  add_click (self, GDK_BUTTON_PRIMARY, G_CALLBACK (pressed_cb));
  add_click (self, GDK_BUTTON_SECONDARY, G_CALLBACK (menu_pressed_cb));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

static char *
create_head_tip (LintelGrid *self, guint column)
{
  const LintelGridColumn *head = column == LINTEL_GRID_HEADING
                                     ? lintel_grid_model_get_heading_column (self->model)
                                     : lintel_grid_model_get_column (self->model, column);

  return head != NULL ? g_strdup (head->help) : NULL;
}

/* Findings and marks; else the whole of a text that is cut off. */
static char *
create_tip (LintelGrid *self, guint row, guint column)
{
  LintelGridCell *cell = lintel_grid_get_cell (self, row, column);
  char *notes = NULL;

  if (row == LINTEL_GRID_HEADING)
    return create_head_tip (self, column);
  if (column != LINTEL_GRID_HEADING)
    notes = lintel_grid_model_get_notes (self->model, row, column);
  if (notes == NULL && cell != NULL && lintel_grid_cell_is_cut (cell))
    return g_strdup (lintel_grid_cell_get_text (cell));
  return notes;
}

/* In a label of GTK's own a text of several long lines would be as wide as the longest of them, and
 * end beyond the edge of the screen. */
static GtkWidget *
make_tip_label (const char *tip)
{
  return g_object_new (GTK_TYPE_LABEL, "label", tip, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "max-width-chars", TIP_WIDTH, "xalign", 0.0, NULL);
}

gboolean
lintel_grid_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  LintelGrid *self = LINTEL_GRID (widget);
  guint row = self->cursor_row, column = self->cursor_column;
  g_autofree char *tip = NULL;
  GdkRectangle area;

  if (self->model == NULL || self->editing
      || (!keyboard && !lintel_grid_cell_at (self, x, y, &row, &column)))
    return FALSE;
  tip = create_tip (self, row, column);
  if (tip == NULL || *tip == '\0')
    return FALSE;
  gtk_tooltip_set_custom (tooltip, make_tip_label (tip));
  lintel_grid_column_extent (self, column, &area.x, &area.width);
  area.y = row == LINTEL_GRID_HEADING ? 0 : lintel_grid_row_y (self, row);
  area.height =
      row == LINTEL_GRID_HEADING ? self->geometry.header_height : self->geometry.row_height;
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

void
lintel_grid_popup_menu (LintelGrid *self, double x, double y)
{
  if (self->menu == NULL)
    return;
  lintel_grid_update_actions (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
lintel_grid_popup_menu_at_cursor (LintelGrid *self)
{
  GdkRectangle area;

  lintel_grid_cell_area (self, self->cursor_row, self->cursor_column, &area);
  lintel_grid_popup_menu (self, area.x + area.width / 2.0, area.y + area.height);
}

void
lintel_grid_set_menu (LintelGrid *self, GMenuModel *menu)
{
  g_return_if_fail (LINTEL_IS_GRID (self));

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (menu == NULL)
    return;
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}
