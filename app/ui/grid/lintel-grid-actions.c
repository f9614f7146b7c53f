/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid's actions and their usual keys. The keys do nothing while a cell is edited: the text
 * has its own copy and paste. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

static void
reset_cells (LintelGrid *self)
{
  lintel_grid_set_selected (self, NULL);
}

static void
select_all (LintelGrid *self)
{
  lintel_grid_select (self, &(LintelGridRange){ 0, 0, G_MAXINT, G_MAXINT });
}

/* Where an action is of use. */
typedef enum
{
  ON_CELLS, /* there are cells */
  ON_BLOCK, /* more than one row is selected */
} Where;

static const struct
{
  const char *name;
  void (*func) (LintelGrid *self);
  Where where;
  guint keyval;
  GdkModifierType modifiers;
} actions[] = {
  { "grid.edit", lintel_grid_edit, ON_CELLS, 0, 0 }, /* F2 is with the other keys of the cells */
  { "grid.reset", reset_cells, ON_CELLS, GDK_KEY_Delete, 0 },
  { "grid.copy", lintel_grid_copy, ON_CELLS, GDK_KEY_c, GDK_CONTROL_MASK },
  { "grid.cut", lintel_grid_cut, ON_CELLS, GDK_KEY_x, GDK_CONTROL_MASK },
  { "grid.paste", lintel_grid_paste, ON_CELLS, GDK_KEY_v, GDK_CONTROL_MASK },
  { "grid.fill-down", lintel_grid_fill_down, ON_CELLS, GDK_KEY_d, GDK_CONTROL_MASK },
  { "grid.fill-series", lintel_grid_fill_series, ON_BLOCK, GDK_KEY_d,
    GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "grid.select-all", select_all, ON_CELLS, GDK_KEY_a, GDK_CONTROL_MASK },
  { "grid.help", lintel_grid_toggle_help, ON_CELLS, GDK_KEY_F1, 0 },
};

static void
activate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].func (LINTEL_GRID (widget));
}

static gboolean
key_binding_cb (GtkWidget *widget, GVariant *args, gpointer name)
{
  if (lintel_grid_is_editing (LINTEL_GRID (widget)))
    return FALSE;
  return gtk_widget_activate_action_variant (widget, name, NULL);
}

void
lintel_grid_install_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkShortcut *shortcut;

      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, activate);
      if (actions[i].keyval == 0)
        continue;
      shortcut = gtk_shortcut_new (
          gtk_keyval_trigger_new (actions[i].keyval, actions[i].modifiers),
          gtk_callback_action_new (key_binding_cb, (gpointer) actions[i].name, NULL));
      gtk_widget_class_add_shortcut (widget_class, shortcut);
      g_object_unref (shortcut);
    }
}

void
lintel_grid_update_actions (LintelGrid *self)
{
  LintelGridRange range;
  gboolean on_cells = !self->editing && lintel_grid_get_selection (self, &range);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (
        GTK_WIDGET (self), actions[i].name,
        on_cells && (actions[i].where == ON_CELLS || range.last_row > range.first_row));
}
