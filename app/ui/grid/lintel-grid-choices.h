/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of values below an editor. */
#pragma once

#include "app/ui/grid/lintel-grid-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Signals:
 *   chosen (guint index)                    a row was clicked, or confirmed in the list itself
 */
#define LINTEL_TYPE_GRID_CHOICES (lintel_grid_choices_get_type ())
G_DECLARE_FINAL_TYPE (LintelGridChoices, lintel_grid_choices, LINTEL, GRID_CHOICES, GtkPopover)

GtkWidget *lintel_grid_choices_new (void);

/* Lists the choices of SPEC, which must stay until the next call. */
void lintel_grid_choices_fill (LintelGridChoices *self, const LintelGridEditorSpec *spec);
/* Marks the choice that TEXT means, if it means one. */
void lintel_grid_choices_show_meant (LintelGridChoices *self, const char *text);
/* Marks the next (1) or previous (-1) choice and returns it. */
const LintelGridChoice *lintel_grid_choices_step (LintelGridChoices *self, int direction);

/* Gives the list the keyboard, so that a screen reader says each choice. */
void lintel_grid_choices_take_focus (LintelGridChoices *self);
gboolean lintel_grid_choices_has_focus_within (LintelGridChoices *self);
/* Chooses the row that has the keyboard. FALSE when none has. */
gboolean lintel_grid_choices_choose_focused (LintelGridChoices *self);

G_END_DECLS
