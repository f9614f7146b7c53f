/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text keeps the focus while one types, and the list below shows which choice is meant. Up and
 * Down step through the choices. When the list was opened with Space or Alt+Down it has the focus
 * itself, so that a screen reader says each choice.
 */

#include "config.h"

#include "app/ui/grid/lintel-grid-editor.h"

#include <glib/gi18n-lib.h>

#define LIST_MAX_HEIGHT 320
#define ENTRY_CHARS 12

struct _LintelGridEditor
{
  GtkWidget parent_instance;

  LintelGridEditorSpec *spec; /* NULL while nothing is edited */
  GtkWidget *entry;           /* not a bare GtkText: assistive technology does not see those */
  GtkWidget *popover;
  GtkWidget *list;
  gboolean silent; /* the text is being set from the list or by the program */
};

G_DEFINE_FINAL_TYPE (LintelGridEditor, lintel_grid_editor, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  KEY,
  CHOSEN,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has_choices (LintelGridEditor *self)
{
  return self->spec != NULL && self->spec->choices->len > 0;
}

static const LintelGridChoice *
choice_of_row (LintelGridEditor *self, GtkListBoxRow *row)
{
  return row == NULL ? NULL
                     : g_ptr_array_index (self->spec->choices, gtk_list_box_row_get_index (row));
}

/* Scrolls so that the chosen row shows; the list scrolls by itself only for a focused row. */
static void
show_row (LintelGridEditor *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (GTK_LIST_BOX (self->list));
  graphene_rect_t bounds;

  if (adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), self->list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* Marks the choice that the text means, if it means one. */
static void
select_meant_choice (LintelGridEditor *self)
{
  g_autofree char *value = NULL;

  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  if (!lintel_grid_editor_spec_check (self->spec, lintel_grid_editor_get_text (self), &value, NULL))
    return;
  for (guint i = 0; i < self->spec->choices->len; i++)
    {
      const LintelGridChoice *choice = g_ptr_array_index (self->spec->choices, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);

      if (!g_str_equal (choice->value, value))
        continue;
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
      show_row (self, row);
    }
}

static void
text_changed_cb (LintelGridEditor *self)
{
  if (self->silent || self->spec == NULL)
    return;
  if (has_choices (self))
    select_meant_choice (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
choose_row (LintelGridEditor *self, GtkListBoxRow *row)
{
  const LintelGridChoice *choice = choice_of_row (self, row);

  if (choice == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  show_row (self, row);
  lintel_grid_editor_set_text (self, choice->label);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_activated_cb (LintelGridEditor *self, GtkListBoxRow *row)
{
  choose_row (self, row);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
step_choice (LintelGridEditor *self, int direction)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = row != NULL ? gtk_list_box_row_get_index (row) + direction : 0;
  int last = (int) self->spec->choices->len - 1;

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), CLAMP (index, 0, last));
  choose_row (self, row);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return TRUE;
}

static gboolean
is_list_focused (LintelGridEditor *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_is_ancestor (focus, self->list);
}

/* Typing while the list has the focus goes on in the text. */
static gboolean
type_from_list (LintelGridEditor *self, guint keyval)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  char text[7] = { 0 };

  if (!g_unichar_isgraph (character))
    return FALSE;
  g_unichar_to_utf8 (character, text);
  lintel_grid_editor_focus_text (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return TRUE;
}

static gboolean
key_pressed_in_list (LintelGridEditor *self, guint keyval)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space)
      && GTK_IS_LIST_BOX_ROW (focus))
    {
      row_activated_cb (self, GTK_LIST_BOX_ROW (focus));
      return TRUE;
    }
  return type_from_list (self, keyval);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, LintelGridEditor *self)
{
  gboolean used = FALSE;

  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK;
  if (self->spec == NULL)
    return FALSE;
  if (state == 0 && is_list_focused (self))
    {
      if (key_pressed_in_list (self, keyval))
        return TRUE;
      if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
        return FALSE;
    }
  else if (state == 0 && has_choices (self) && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    return step_choice (self, keyval == GDK_KEY_Up ? -1 : 1);
  g_signal_emit (self, signals[KEY], 0, keyval, state, &used);
  return used;
}

static void
focus_left_cb (LintelGridEditor *self)
{
  if (self->spec != NULL && !lintel_grid_editor_has_focus_within (self))
    g_signal_emit (self, signals[LEFT], 0);
}

static void
lintel_grid_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LintelGridEditor *self = LINTEL_GRID_EDITOR (widget);

  gtk_widget_size_allocate (self->entry, &(GtkAllocation){ 0, 0, width, height }, baseline);
  gtk_widget_set_size_request (self->popover, width, -1);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
lintel_grid_editor_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  gtk_widget_measure (LINTEL_GRID_EDITOR (widget)->entry, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
lintel_grid_editor_dispose (GObject *object)
{
  LintelGridEditor *self = LINTEL_GRID_EDITOR (object);

  g_clear_pointer (&self->spec, lintel_grid_editor_spec_free);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  G_OBJECT_CLASS (lintel_grid_editor_parent_class)->dispose (object);
}

static void
lintel_grid_editor_class_init (LintelGridEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_grid_editor_dispose;
  widget_class->size_allocate = lintel_grid_editor_size_allocate;
  widget_class->measure = lintel_grid_editor_measure;
  gtk_widget_class_set_css_name (widget_class, "grideditor");
  signals[CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[KEY] = g_signal_new ("key", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                               NULL, NULL, G_TYPE_BOOLEAN, 2, G_TYPE_UINT, GDK_TYPE_MODIFIER_TYPE);
  signals[CHOSEN] =
      g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] =
      g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
create_list (LintelGridEditor *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Values"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);

  /* Without autohide the keyboard stays with the text. */
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scrolled);
  gtk_widget_add_css_class (self->popover, "grid-choices");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
lintel_grid_editor_init (LintelGridEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), ENTRY_CHARS);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed_cb), self);
  create_list (self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

LintelGridEditor *
lintel_grid_editor_new (void)
{
  return g_object_new (LINTEL_TYPE_GRID_EDITOR, NULL);
}

/* A choice is edited by its words. */
static const char *
text_to_edit (LintelGridEditor *self, const char *text)
{
  for (guint i = 0; i < self->spec->choices->len; i++)
    {
      const LintelGridChoice *choice = g_ptr_array_index (self->spec->choices, i);

      if (g_str_equal (choice->value, text))
        return choice->label;
    }
  return text;
}

static void
fill_list (LintelGridEditor *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < self->spec->choices->len; i++)
    {
      const LintelGridChoice *choice = g_ptr_array_index (self->spec->choices, i);
      GtkWidget *label = gtk_label_new (choice->label);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (self->list), label);
    }
}

void
lintel_grid_editor_start (LintelGridEditor *self, LintelGridEditorSpec *spec, const char *text,
                          gboolean select_all, const char *name)
{
  g_clear_pointer (&self->spec, lintel_grid_editor_spec_free);
  self->spec = spec;
  fill_list (self);
  gtk_widget_set_child_visible (GTK_WIDGET (self), TRUE);
  lintel_grid_editor_set_text (self, select_all ? text_to_edit (self, text) : text);
  lintel_grid_editor_focus_text (self);
  if (select_all)
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  if (has_choices (self))
    {
      gtk_popover_popup (GTK_POPOVER (self->popover));
      select_meant_choice (self);
    }
}

void
lintel_grid_editor_stop (LintelGridEditor *self)
{
  g_clear_pointer (&self->spec, lintel_grid_editor_spec_free);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_set_child_visible (GTK_WIDGET (self), FALSE);
}

void
lintel_grid_editor_focus_choices (LintelGridEditor *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

const LintelGridEditorSpec *
lintel_grid_editor_get_spec (LintelGridEditor *self)
{
  return self->spec;
}

const char *
lintel_grid_editor_get_text (LintelGridEditor *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
lintel_grid_editor_set_text (LintelGridEditor *self, const char *text)
{
  self->silent = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->silent = FALSE;
}

GtkWidget *
lintel_grid_editor_get_text_widget (LintelGridEditor *self)
{
  return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
}

void
lintel_grid_editor_focus_text (LintelGridEditor *self)
{
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
}

gboolean
lintel_grid_editor_has_focus_within (LintelGridEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

void
lintel_grid_editor_describe (LintelGridEditor *self, const char *text, gboolean refused)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self->entry);

  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                               refused ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (refused)
    gtk_widget_add_css_class (GTK_WIDGET (self), "refused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "refused");
}
