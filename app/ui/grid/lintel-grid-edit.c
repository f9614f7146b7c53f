/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editing the cursor's cell. A value that the model refuses stays in the editor, with the reason
 * beside it. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_editable (LintelGrid *self)
{
  g_auto (LintelGridCellInfo) info = { 0 };

  if (!lintel_grid_get_cursor (self, NULL, NULL))
    return FALSE;
  lintel_grid_model_get_cell (self->model, self->cursor_row, self->cursor_column, &info);
  return info.editable;
}

static void
refuse_to_edit (LintelGrid *self)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  if (lintel_grid_get_cursor (self, NULL, NULL))
    lintel_grid_show_hint (self, _ ("This cell cannot be changed."), FALSE);
}

/* What may be typed here, until there is something to say about what was typed. */
static void
show_allowed (LintelGrid *self)
{
  g_autofree char *allowed =
      lintel_grid_editor_spec_describe (lintel_grid_editor_get_spec (self->editor));

  lintel_grid_editor_describe (self->editor, allowed, FALSE);
  if (allowed != NULL)
    lintel_grid_show_hint (self, allowed, FALSE);
  else
    lintel_grid_hide_hint (self);
}

static void
show_refusal (LintelGrid *self, const char *reason)
{
  lintel_grid_editor_describe (self->editor, reason, TRUE);
  lintel_grid_show_hint (self, reason, TRUE);
}

/* What was typed; of a choice, the value, which is all that a model needs to know. */
static char *
get_typed (LintelGrid *self)
{
  const LintelGridEditorSpec *spec = lintel_grid_editor_get_spec (self->editor);
  const char *text = lintel_grid_editor_get_text (self->editor);
  char *value = NULL;

  if (spec->choices->len > 0 && lintel_grid_editor_spec_check (spec, text, &value, NULL))
    return value;
  return g_strdup (text);
}

static void
check_typed (LintelGrid *self)
{
  g_autofree char *text = get_typed (self);
  g_autoptr (GError) error = NULL;

  if (*text == '\0'
      || lintel_grid_model_check (self->model, self->cursor_row, self->cursor_column, text, NULL,
                                  &error))
    show_allowed (self);
  else
    show_refusal (self, error->message);
}

void
lintel_grid_begin_edit (LintelGrid *self, const char *text)
{
  g_autofree char *name = NULL;
  g_autofree char *input = NULL;
  LintelGridEditorSpec *spec;

  if (self->editing)
    return;
  if (!is_editable (self))
    {
      refuse_to_edit (self);
      return;
    }
  lintel_grid_scroll_to (self, self->cursor_row, self->cursor_column);
  spec = lintel_grid_model_get_editor (self->model, self->cursor_row, self->cursor_column);
  name = lintel_grid_model_get_name (self->model, self->cursor_row, self->cursor_column);
  input = text != NULL
              ? g_strdup (text)
              : lintel_grid_model_get_input (self->model, self->cursor_row, self->cursor_column);
  self->editing = TRUE;
  lintel_grid_editor_start (self->editor, spec, input, text == NULL, name);
  lintel_grid_update_actions (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (text != NULL)
    check_typed (self);
  else
    show_allowed (self);
}

void
lintel_grid_open_choices (LintelGrid *self)
{
  lintel_grid_begin_edit (self, NULL);
  if (self->editing)
    lintel_grid_editor_focus_choices (self->editor);
}

static gboolean
turn_flag (LintelGrid *self, const LintelGridEditorSpec *spec)
{
  g_autofree char *input =
      lintel_grid_model_get_input (self->model, self->cursor_row, self->cursor_column);
  const LintelGridChoice *choice = g_ptr_array_index (spec->choices, 0);

  if (g_str_equal (choice->value, input) && spec->choices->len > 1)
    choice = g_ptr_array_index (spec->choices, 1);
  lintel_grid_set_selected (self, choice->value);
  return TRUE;
}

gboolean
lintel_grid_toggle (LintelGrid *self)
{
  g_autoptr (LintelGridEditorSpec) spec = NULL;

  if (!is_editable (self))
    return FALSE;
  spec = lintel_grid_model_get_editor (self->model, self->cursor_row, self->cursor_column);
  if (spec->kind == LINTEL_GRID_EDITOR_FLAG && spec->choices->len > 0)
    return turn_flag (self, spec);
  if (spec->kind != LINTEL_GRID_EDITOR_CHOICE)
    return FALSE;
  lintel_grid_open_choices (self);
  return TRUE;
}

void
lintel_grid_end_edit (LintelGrid *self, gboolean keep_focus)
{
  gboolean had_focus = lintel_grid_editor_has_focus_within (self->editor);

  if (!self->editing)
    return;
  self->editing = FALSE;
  lintel_grid_hide_hint (self);
  if (keep_focus && had_focus)
    lintel_grid_focus_cursor (self);
  lintel_grid_editor_stop (self->editor);
  lintel_grid_update_actions (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
lintel_grid_cancel (LintelGrid *self)
{
  g_return_if_fail (LINTEL_IS_GRID (self));

  lintel_grid_end_edit (self, TRUE);
}

/* Writes what was typed. An unchanged value is not written: opening and leaving a cell must not
 * mark it as set by hand. */
static gboolean
store_typed (LintelGrid *self, GError **error)
{
  g_autofree char *typed = get_typed (self);
  g_autofree char *input =
      lintel_grid_model_get_input (self->model, self->cursor_row, self->cursor_column);
  g_autofree char *canonical = NULL;
  gboolean stored;

  if (g_str_equal (typed, input))
    return TRUE;
  if (!lintel_grid_model_check (self->model, self->cursor_row, self->cursor_column, typed,
                                &canonical, error))
    return FALSE;
  if (g_strcmp0 (canonical, input) == 0)
    return TRUE;
  self->confirming = TRUE;
  stored = lintel_grid_model_set (self->model, self->cursor_row, self->cursor_column,
                                  canonical != NULL ? canonical : typed, error);
  self->confirming = FALSE;
  return stored;
}

gboolean
lintel_grid_confirm (LintelGrid *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (LINTEL_IS_GRID (self), FALSE);

  if (!self->editing || self->confirming)
    return TRUE;
  if (!store_typed (self, &error))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      show_refusal (self, error->message);
      return FALSE;
    }
  lintel_grid_end_edit (self, TRUE);
  return TRUE;
}

void
lintel_grid_edit (LintelGrid *self)
{
  g_return_if_fail (LINTEL_IS_GRID (self));

  lintel_grid_begin_edit (self, NULL);
}

gboolean
lintel_grid_is_editing (LintelGrid *self)
{
  g_return_val_if_fail (LINTEL_IS_GRID (self), FALSE);

  return self->editing;
}

/* Ctrl+Enter: the typed value goes into every selected cell. */
static void
confirm_for_selection (LintelGrid *self)
{
  g_autofree char *text = get_typed (self);
  g_autoptr (GError) error = NULL;

  if (!lintel_grid_model_check (self->model, self->cursor_row, self->cursor_column, text, NULL,
                                &error))
    {
      show_refusal (self, error->message);
      return;
    }
  lintel_grid_end_edit (self, TRUE);
  lintel_grid_set_selected (self, text);
}

static void
confirm_and_press (LintelGrid *self, guint keyval, GdkModifierType state)
{
  if (lintel_grid_confirm (self))
    lintel_grid_handle_key (self, keyval, state);
}

static gboolean
editor_key_cb (LintelGrid *self, guint keyval, GdkModifierType state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval == GDK_KEY_Escape && state == 0)
    lintel_grid_cancel (self);
  else if (enter && state == GDK_CONTROL_MASK)
    confirm_for_selection (self);
  else if (enter || keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    confirm_and_press (self, keyval, state);
  else if (state == 0
           && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down || keyval == GDK_KEY_Page_Up
               || keyval == GDK_KEY_Page_Down))
    confirm_and_press (self, keyval, state);
  else
    return FALSE;
  return TRUE;
}

/* A list that took the focus is done with by choosing; the cursor stays, to see the choice. */
static void
editor_chosen_cb (LintelGrid *self)
{
  lintel_grid_confirm (self);
}

static void
editor_left_cb (LintelGrid *self)
{
  lintel_grid_confirm (self);
}

void
lintel_grid_install_editor (LintelGrid *self)
{
  self->editor = lintel_grid_editor_new ();
  gtk_widget_set_child_visible (GTK_WIDGET (self->editor), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (check_typed), self);
  g_signal_connect_swapped (self->editor, "key", G_CALLBACK (editor_key_cb), self);
  g_signal_connect_swapped (self->editor, "chosen", G_CALLBACK (editor_chosen_cb), self);
  g_signal_connect_swapped (self->editor, "left", G_CALLBACK (editor_left_cb), self);
}
