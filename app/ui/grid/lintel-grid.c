/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid as an object: properties, signals, the model's signals. Its work is in the other files
 * of this folder; lintel-grid-private.h says which. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

#include "lintel-grid-resources.h"

enum
{
  PROP_MODEL = 1,
  PROP_MENU_MODEL,
  N_OWN_PROPS,
  PROP_HADJUSTMENT = N_OWN_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  CURSOR_MOVED,
  SELECTION_CHANGED,
  HEAD_ACTIVATED,
  REJECTED,
  COPYING,
  N_SIGNALS
};

static GParamSpec *properties[N_OWN_PROPS];
static guint signals[N_SIGNALS];

/* The frozen parts do not scroll: edge effects begin inside them. */
static gboolean
get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  LintelGrid *self = LINTEL_GRID (scrollable);
  gboolean rtl = lintel_grid_is_rtl (self);
  int frozen;

  if (!self->geometry.valid)
    return FALSE;
  frozen = lintel_grid_frozen_width (self);
  *border = (GtkBorder){ .top = (gint16) self->geometry.header_height,
                         .left = (gint16) (rtl ? 0 : frozen),
                         .right = (gint16) (rtl ? frozen : 0) };
  return TRUE;
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LintelGrid, lintel_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

void
lintel_grid_emit_cursor_moved (LintelGrid *self)
{
  g_signal_emit (self, signals[CURSOR_MOVED], 0, self->cursor_row, self->cursor_column);
}

void
lintel_grid_emit_selection_changed (LintelGrid *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
lintel_grid_emit_head_activated (LintelGrid *self, guint column)
{
  g_signal_emit (self, signals[HEAD_ACTIVATED], 0, column);
}

void
lintel_grid_emit_rejected (LintelGrid *self, GPtrArray *rejects)
{
  g_signal_emit (self, signals[REJECTED], 0, rejects);
}

gboolean
lintel_grid_emit_copying (LintelGrid *self, gboolean cut)
{
  gboolean held = FALSE;

  g_signal_emit (self, signals[COPYING], 0, cut, &held);
  return held;
}

static void
model_changed_cb (LintelGrid *self, guint row, guint column, guint n_rows, guint n_columns)
{
  LintelGridRange range = { row, column, row + n_rows - 1, column + n_columns - 1 };

  if (n_rows > 0 && n_columns > 0 && self->geometry.valid)
    lintel_grid_rebind (self, &range);
}

/* The cursor keeps its row and column numbers; whoever filters or sorts knows which row it was. */
static void
model_reset_cb (LintelGrid *self)
{
  gboolean had_focus = lintel_grid_has_focus_within (self);

  if (!self->confirming)
    lintel_grid_end_edit (self, TRUE);
  lintel_grid_hide_hint (self);
  lintel_grid_drop_cells (self);
  self->geometry.n_frozen = 0;
  lintel_grid_clamp_cursor (self);
  lintel_grid_describe_grid (self);
  lintel_grid_update_actions (self);
  lintel_grid_invalidate_geometry (self);
  if (had_focus && !self->editing)
    lintel_grid_focus_cursor (self);
}

void
lintel_grid_set_model (LintelGrid *self, LintelGridModel *model)
{
  g_return_if_fail (LINTEL_IS_GRID (self));
  g_return_if_fail (model == NULL || LINTEL_IS_GRID_MODEL (model));

  if (self->model == model)
    return;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  lintel_grid_end_edit (self, TRUE);
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      g_signal_connect_swapped (model, "changed", G_CALLBACK (model_changed_cb), self);
      g_signal_connect_swapped (model, "reset", G_CALLBACK (model_reset_cb), self);
    }
  self->cursor_row = self->anchor_row = self->end_row = 0;
  self->cursor_column = self->anchor_column = self->end_column = 0;
  model_reset_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

LintelGridModel *
lintel_grid_get_model (LintelGrid *self)
{
  g_return_val_if_fail (LINTEL_IS_GRID (self), NULL);

  return self->model;
}

static void
lintel_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LintelGrid *self = LINTEL_GRID (object);

  switch (id)
    {
    case PROP_MODEL:
      lintel_grid_set_model (self, g_value_get_object (value));
      break;
    case PROP_MENU_MODEL:
      lintel_grid_set_menu (self, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
      lintel_grid_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      lintel_grid_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policy[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policy[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lintel_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LintelGrid *self = LINTEL_GRID (object);

  switch (id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustment[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustment[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policy[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policy[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Tab into the grid arrives at the cursor; within the grid Tab is a key of the cells. */
static gboolean
lintel_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LintelGrid *self = LINTEL_GRID (widget);

  if (lintel_grid_has_focus_within (self))
    return FALSE;
  lintel_grid_focus_cursor (self);
  return TRUE;
}

static gboolean
lintel_grid_grab_focus (GtkWidget *widget)
{
  lintel_grid_focus_cursor (LINTEL_GRID (widget));
  return TRUE;
}

static void
lintel_grid_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  lintel_grid_mirror_scrolling (LINTEL_GRID (widget));
  gtk_widget_queue_allocate (widget);
  GTK_WIDGET_CLASS (lintel_grid_parent_class)->direction_changed (widget, previous);
}

static void
unparent (gpointer widget)
{
  gtk_widget_unparent (widget);
}

static void
lintel_grid_dispose (GObject *object)
{
  LintelGrid *self = LINTEL_GRID (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  for (int i = 0; i < 2; i++)
    if (self->adjustment[i] != NULL)
      g_signal_handlers_disconnect_by_data (self->adjustment[i], self);
  g_hash_table_remove_all (self->rows);
  g_ptr_array_set_size (self->spare_rows, 0);
  g_clear_pointer (&self->header, unparent);
  g_clear_pointer (&self->editor, unparent);
  g_clear_pointer (&self->probe, gtk_widget_unparent);
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->adjustment[0]);
  g_clear_object (&self->adjustment[1]);
  G_OBJECT_CLASS (lintel_grid_parent_class)->dispose (object);
}

static void
lintel_grid_finalize (GObject *object)
{
  LintelGrid *self = LINTEL_GRID (object);

  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->spare_rows);
  g_clear_pointer (&self->geometry.font, pango_font_description_free);
  g_free (self->geometry.offsets);
  g_array_unref (self->widths);
  G_OBJECT_CLASS (lintel_grid_parent_class)->finalize (object);
}

/* The style belongs to the widget: whoever uses the grid has it. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  lintel_grid_register_resource ();
  gtk_css_provider_load_from_resource (provider, "/lintel/grid/lintel-grid.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_MODEL] =
      g_param_spec_object ("model", NULL, NULL, LINTEL_TYPE_GRID_MODEL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_MENU_MODEL] = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_OWN_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
install_signals (GType type)
{
  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[HEAD_ACTIVATED] = g_signal_new ("head-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REJECTED] = g_signal_new ("rejected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[COPYING] =
      g_signal_new ("copying", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                    NULL, G_TYPE_BOOLEAN, 1, G_TYPE_BOOLEAN);
}

static void
lintel_grid_class_init (LintelGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lintel_grid_set_property;
  object_class->get_property = lintel_grid_get_property;
  object_class->dispose = lintel_grid_dispose;
  object_class->finalize = lintel_grid_finalize;
  widget_class->measure = lintel_grid_measure;
  widget_class->size_allocate = lintel_grid_size_allocate;
  widget_class->snapshot = lintel_grid_snapshot;
  widget_class->focus = lintel_grid_focus;
  widget_class->grab_focus = lintel_grid_grab_focus;
  widget_class->direction_changed = lintel_grid_direction_changed;
  widget_class->query_tooltip = lintel_grid_query_tooltip;
  install_properties (object_class);
  install_signals (G_TYPE_FROM_CLASS (klass));
  lintel_grid_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "lintelgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  load_style ();
}

static void
lintel_grid_init (LintelGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  self->tab_column = LINTEL_GRID_HEADING;
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, unparent);
  self->spare_rows = g_ptr_array_new_with_free_func (unparent);
  self->geometry.offsets = g_new0 (int, 1);
  self->probe = GTK_WIDGET (lintel_grid_cell_new (LINTEL_GRID_CELL_COLUMN_HEAD));
  gtk_widget_set_child_visible (self->probe, FALSE);
  gtk_widget_set_parent (self->probe, widget);
  lintel_grid_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  lintel_grid_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  lintel_grid_install_editor (self);
  lintel_grid_install_keys (self);
  lintel_grid_install_resizing (self);
  lintel_grid_install_mouse (self);
  lintel_grid_drop_cells (self);
}

GtkWidget *
lintel_grid_new (LintelGridModel *model)
{
  return g_object_new (LINTEL_TYPE_GRID, "model", model, NULL);
}
