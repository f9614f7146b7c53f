/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The grid: a table of cells with a frozen header row, frozen first columns, a cell cursor, a
 * rectangular selection and an editor over the cell being edited. Goes into a GtkScrolledWindow.
 *
 * Actions, for menus and accelerators (each disabled while it makes no sense):
 *   grid.edit grid.reset grid.copy grid.cut grid.paste grid.fill-down grid.fill-series
 *   grid.select-all grid.help
 */
#pragma once

#include "app/ui/grid/lintel-grid-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Cells from the first to the last, both counted in. */
typedef struct
{
  guint first_row;
  guint first_column;
  guint last_row;
  guint last_column;
} LintelGridRange;

/*
 * Signals:
 *   cursor-moved (guint row, guint column)
 *   selection-changed ()
 *   head-activated (guint column)       a double click on a column's head; G_MAXUINT for that of
 *                                       the heading column
 *   rejected (GPtrArray *rejects)       of LintelGridReject: what a paste or fill left out, and why
 *   copying (gboolean cut) → gboolean   the selection is about to go to the clipboard. TRUE holds
 *                                       that back; lintel_grid_copy_now() does it then
 */
#define LINTEL_TYPE_GRID (lintel_grid_get_type ())
G_DECLARE_FINAL_TYPE (LintelGrid, lintel_grid, LINTEL, GRID, GtkWidget)

GtkWidget *lintel_grid_new (LintelGridModel *model);

/* NULL empties the grid. Widths that the user has chosen stay. */
void lintel_grid_set_model (LintelGrid *self, LintelGridModel *model);
LintelGridModel *lintel_grid_get_model (LintelGrid *self);
/* The context menu, for instance with the actions above; NULL = none. */
void lintel_grid_set_menu (LintelGrid *self, GMenuModel *menu);

/* Selects the one cell, scrolls it into view and takes the keyboard focus. A place outside the
 * table goes to the nearest cell. */
void lintel_grid_set_cursor (LintelGrid *self, guint row, guint column);
/* FALSE when there are no cells. ROW and COLUMN may be NULL. */
gboolean lintel_grid_get_cursor (LintelGrid *self, guint *row, guint *column);
/* The cursor goes to the range's first cell unless it is within the range already. */
void lintel_grid_select (LintelGrid *self, const LintelGridRange *range);
/* FALSE when there are no cells. */
gboolean lintel_grid_get_selection (LintelGrid *self, LintelGridRange *range);

/* How wide the user has made a column, in widths of a digit, so that it holds as much in a larger
 * font; 0 when it has the width of its own. */
double lintel_grid_get_width (LintelGrid *self, guint column);
void lintel_grid_set_width (LintelGrid *self, guint column, double width);

/* Opens the editor at the cursor. */
void lintel_grid_edit (LintelGrid *self);
gboolean lintel_grid_is_editing (LintelGrid *self);
/* Stores what is being typed, as before saving. FALSE when the value was refused: the editor then
 * stays open and says why. TRUE when nothing was being edited. */
gboolean lintel_grid_confirm (LintelGrid *self);
void lintel_grid_cancel (LintelGrid *self);

/* The following are one undo step each and report what was left out by "rejected". */
/* TEXT in every selected cell; NULL = back to the default. */
void lintel_grid_set_selected (LintelGrid *self, const char *text);
/* Tab-separated text from the selection's first cell on. One value, or a block that fits the
 * selection a whole number of times, is repeated over it. */
void lintel_grid_paste_text (LintelGrid *self, const char *text);
/* The selection as tab-separated text. Transfer full. */
char *lintel_grid_copy_text (LintelGrid *self);
/* Puts the selection on the clipboard, without the signal "copying"; CUT also clears the cells. */
void lintel_grid_copy_now (LintelGrid *self, gboolean cut);

G_END_DECLS
