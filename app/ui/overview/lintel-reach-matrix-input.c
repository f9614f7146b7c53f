/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Focus, keys and pointer of the reach picture. */

#include "config.h"

#include "app/ui/overview/lintel-reach-matrix-private.h"

static gpointer parent_class;

static gboolean
lintel_reach_matrix_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LintelReachMatrix *self = LINTEL_REACH_MATRIX (widget);
  LintelReachCell *cell = lintel_reach_matrix_get_cell_at (self, self->row, self->column);

  return !lintel_reach_matrix_has_focus (self) && cell != NULL
         && gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static void
lintel_reach_matrix_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  LintelReachMatrix *self = LINTEL_REACH_MATRIX (widget);
  guint nth;

  GTK_WIDGET_CLASS (parent_class)->set_focus_child (widget, child);
  if (child != NULL && g_ptr_array_find (self->cells, child, &nth))
    {
      self->row = nth / self->n_columns;
      self->column = nth % self->n_columns;
    }
  lintel_reach_matrix_emit_point (self);
}

static void
move_focus (LintelReachMatrix *self, int rows, int columns)
{
  int row = CLAMP ((int) self->row + rows, 0, (int) self->rows->len - 1);
  int column = CLAMP ((int) self->column + columns, 0, (int) self->n_columns - 1);

  gtk_widget_grab_focus (
      GTK_WIDGET (lintel_reach_matrix_get_cell_at (self, (guint) row, (guint) column)));
}

static gboolean
key_pressed_cb (LintelReachMatrix *self, guint key, guint code, GdkModifierType state)
{
  int right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  int far = (state & GDK_CONTROL_MASK) != 0 ? (int) self->rows->len : 0;
  const struct
  {
    guint key, keypad_key;
    int rows, columns;
  } moves[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, -1, 0 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 1, 0 },
    { GDK_KEY_Left, GDK_KEY_KP_Left, 0, -right },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 0, right },
    { GDK_KEY_Home, GDK_KEY_KP_Home, -far, -(int) self->n_columns },
    { GDK_KEY_End, GDK_KEY_KP_End, far, (int) self->n_columns },
  };

  if (!lintel_reach_matrix_has_focus (self) || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (key == moves[i].key || key == moves[i].keypad_key)
      {
        move_focus (self, moves[i].rows, moves[i].columns);
        return GDK_EVENT_STOP;
      }
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_space)
    return GDK_EVENT_PROPAGATE;
  lintel_reach_matrix_emit_activate (
      self, lintel_reach_matrix_get_cell_at (self, self->row, self->column));
  return GDK_EVENT_STOP;
}

static LintelReachCell *
pick_cell (LintelReachMatrix *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (widget != NULL && !LINTEL_IS_REACH_CELL (widget))
    widget = gtk_widget_get_ancestor (widget, LINTEL_TYPE_REACH_CELL);
  return widget != NULL ? LINTEL_REACH_CELL (widget) : NULL;
}

static void
set_hovered (LintelReachMatrix *self, LintelReachCell *cell)
{
  if (self->hovered == cell)
    return;
  self->hovered = cell;
  lintel_reach_matrix_emit_point (self);
}

static void
pointer_moved_cb (LintelReachMatrix *self, double x, double y)
{
  set_hovered (self, pick_cell (self, x, y));
}

static void
pointer_left_cb (LintelReachMatrix *self)
{
  set_hovered (self, NULL);
}

static void
released_cb (LintelReachMatrix *self, int n_press, double x, double y)
{
  LintelReachCell *cell = pick_cell (self, x, y);

  if (cell == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  lintel_reach_matrix_emit_activate (self, cell);
}

void
lintel_reach_matrix_init_input (LintelReachMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
lintel_reach_matrix_class_init_input (GtkWidgetClass *widget_class)
{
  parent_class = g_type_class_peek_parent (widget_class);
  widget_class->focus = lintel_reach_matrix_focus;
  widget_class->set_focus_child = lintel_reach_matrix_set_focus_child;
}
