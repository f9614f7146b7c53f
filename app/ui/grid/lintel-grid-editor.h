/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor over a cell: a line of text and, where there are choices, their list below it. */
#pragma once

#include "app/ui/grid/lintel-grid-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Signals:
 *   changed ()                              the text is another one
 *   key (guint keyval, GdkModifierType)     a key that the text itself has no use for; returns
 *                                           whether it was used
 *   chosen ()                               a choice was clicked or confirmed
 *   left ()                                 the keyboard focus went elsewhere
 */
#define LINTEL_TYPE_GRID_EDITOR (lintel_grid_editor_get_type ())
G_DECLARE_FINAL_TYPE (LintelGridEditor, lintel_grid_editor, LINTEL, GRID_EDITOR, GtkWidget)

LintelGridEditor *lintel_grid_editor_new (void);

/* Starts with TEXT, the cursor behind it. SELECT_ALL is for the value that the cell holds: it is
 * shown in its words and selected. NAME is for screen readers. Takes SPEC and the keyboard focus.
 */
void lintel_grid_editor_start (LintelGridEditor *self, LintelGridEditorSpec *spec, const char *text,
                               gboolean select_all, const char *name);
void lintel_grid_editor_stop (LintelGridEditor *self);
/* Moves the keyboard focus into the list of choices. */
void lintel_grid_editor_focus_choices (LintelGridEditor *self);

const LintelGridEditorSpec *lintel_grid_editor_get_spec (LintelGridEditor *self);
const char *lintel_grid_editor_get_text (LintelGridEditor *self);
void lintel_grid_editor_set_text (LintelGridEditor *self, const char *text);
/* The widget that takes keys. */
GtkWidget *lintel_grid_editor_get_text_widget (LintelGridEditor *self);
/* Moves the keyboard focus into the text, behind what stands there. */
void lintel_grid_editor_focus_text (LintelGridEditor *self);
gboolean lintel_grid_editor_has_focus_within (LintelGridEditor *self);
/* What may be typed, or why what was typed is REFUSED; TEXT may be NULL. */
void lintel_grid_editor_describe (LintelGridEditor *self, const char *text, gboolean refused);

G_END_DECLS
