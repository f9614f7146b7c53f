/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text keeps the focus while one types, and the list below shows which choice is meant. Up and
 * Down step through the choices. When the list was opened with Space or Alt+Down it has the focus
 * itself, so that a screen reader says each choice.
 */

#include "config.h"

#include "app/ui/grid/lintel-grid-editor.h"

#include "app/ui/grid/lintel-digits.h"
#include "app/ui/grid/lintel-grid-choices.h"

#define ENTRY_CHARS 12

struct _LintelGridEditor
{
  GtkWidget parent_instance;

  LintelGridEditorSpec *spec; /* NULL while nothing is edited */
  GtkWidget *entry;           /* not a bare GtkText: assistive technology does not see those */
  LintelGridChoices *choices;
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

static void
text_changed_cb (LintelGridEditor *self)
{
  if (self->silent || self->spec == NULL)
    return;
  if (has_choices (self))
    lintel_grid_choices_show_meant (self->choices, lintel_grid_editor_get_text (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is selected is on the primary clipboard at once, as it is displayed. */
static void
selection_changed_cb (LintelGridEditor *self)
{
  gboolean hides = self->spec != NULL && self->spec->secret
                   && gtk_editable_get_selection_bounds (GTK_EDITABLE (self->entry), NULL, NULL);

  gtk_entry_set_visibility (GTK_ENTRY (self->entry), !hides);
}

static void
take_choice (LintelGridEditor *self, const LintelGridChoice *choice)
{
  lintel_grid_editor_set_text (self, choice->label);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A list that is being folded up can still be clicked. */
static void
chosen_cb (LintelGridEditor *self, guint index)
{
  if (self->spec == NULL)
    return;
  take_choice (self, g_ptr_array_index (self->spec->choices, index));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
step_choice (LintelGridEditor *self, int direction)
{
  take_choice (self, lintel_grid_choices_step (self->choices, direction));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
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

/* Moves within the list are the list's own. */
static gboolean
is_list_move (guint keyval)
{
  return keyval == GDK_KEY_Up || keyval == GDK_KEY_Down || keyval == GDK_KEY_Home
         || keyval == GDK_KEY_End || keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_Page_Down;
}

static gboolean
key_pressed_in_list (LintelGridEditor *self, guint keyval)
{
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space)
    return lintel_grid_choices_choose_focused (self->choices);
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
  if (lintel_grid_choices_has_focus_within (self->choices))
    {
      if (is_list_move (keyval))
        return FALSE;
      if ((state & ~GDK_SHIFT_MASK) == 0 && key_pressed_in_list (self, keyval))
        return TRUE;
    }
  else if (state == 0 && has_choices (self) && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    {
      step_choice (self, keyval == GDK_KEY_Up ? -1 : 1);
      return TRUE;
    }
  g_signal_emit (self, signals[KEY], 0, keyval, state, &used);
  return used;
}

/* The window tells when a change of focus is complete; an event controller would hear "leave" in
 * the middle of each step from row to row. */
static void
focus_moved_cb (LintelGridEditor *self)
{
  if (self->spec != NULL && !lintel_grid_editor_has_focus_within (self))
    g_signal_emit (self, signals[LEFT], 0);
}

static void
lintel_grid_editor_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lintel_grid_editor_parent_class)->root (widget);
  g_signal_connect_swapped (gtk_widget_get_root (widget), "notify::focus-widget",
                            G_CALLBACK (focus_moved_cb), widget);
}

static void
lintel_grid_editor_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_root (widget), widget);
  GTK_WIDGET_CLASS (lintel_grid_editor_parent_class)->unroot (widget);
}

static void
lintel_grid_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LintelGridEditor *self = LINTEL_GRID_EDITOR (widget);

  gtk_widget_size_allocate (self->entry, &(GtkAllocation){ 0, 0, width, height }, baseline);
  gtk_widget_set_size_request (GTK_WIDGET (self->choices), width, -1);
  gtk_popover_present (GTK_POPOVER (self->choices));
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
unparent (gpointer widget)
{
  gtk_widget_unparent (widget);
}

static void
lintel_grid_editor_dispose (GObject *object)
{
  LintelGridEditor *self = LINTEL_GRID_EDITOR (object);

  g_clear_pointer (&self->spec, lintel_grid_editor_spec_free);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->choices, unparent);
  G_OBJECT_CLASS (lintel_grid_editor_parent_class)->dispose (object);
}

static void
lintel_grid_editor_class_init (LintelGridEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_grid_editor_dispose;
  widget_class->root = lintel_grid_editor_root;
  widget_class->unroot = lintel_grid_editor_unroot;
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
lintel_grid_editor_init (LintelGridEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), ENTRY_CHARS);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (self->entry, "notify::selection-bound",
                            G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_swapped (self->entry, "notify::cursor-position",
                            G_CALLBACK (selection_changed_cb), self);
  self->choices = LINTEL_GRID_CHOICES (lintel_grid_choices_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->choices), GTK_WIDGET (self));
  g_signal_connect_swapped (self->choices, "chosen", G_CALLBACK (chosen_cb), self);

  /* The list of choices has a surface of its own. */
  gtk_event_controller_set_propagation_limit (keys, GTK_LIMIT_NONE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
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

void
lintel_grid_editor_start (LintelGridEditor *self, LintelGridEditorSpec *spec, const char *text,
                          gboolean select_all, const char *name)
{
  lintel_grid_choices_fill (self->choices, spec);
  g_clear_pointer (&self->spec, lintel_grid_editor_spec_free);
  self->spec = spec;
  lintel_digits_set_typed (GTK_EDITABLE (self->entry), spec->kind == LINTEL_GRID_EDITOR_DIGITS);
  gtk_widget_set_child_visible (GTK_WIDGET (self), TRUE);
  lintel_grid_editor_set_text (self, select_all ? text_to_edit (self, text) : text);
  lintel_grid_editor_focus_text (self);
  if (select_all)
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  if (has_choices (self))
    {
      gtk_popover_popup (GTK_POPOVER (self->choices));
      lintel_grid_choices_show_meant (self->choices, lintel_grid_editor_get_text (self));
    }
}

void
lintel_grid_editor_stop (LintelGridEditor *self)
{
  if (self->spec != NULL && self->spec->secret)
    lintel_grid_editor_set_text (self, "");
  g_clear_pointer (&self->spec, lintel_grid_editor_spec_free);
  gtk_popover_popdown (GTK_POPOVER (self->choices));
  gtk_widget_set_child_visible (GTK_WIDGET (self), FALSE);
}

void
lintel_grid_editor_focus_choices (LintelGridEditor *self)
{
  lintel_grid_choices_take_focus (self->choices);
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
