/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row on the screen, or the header row: holds the cells of the columns in view. */
#pragma once

#include "app/ui/grid/lintel-grid-cell.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_GRID_ROW (lintel_grid_row_get_type ())
G_DECLARE_FINAL_TYPE (LintelGridRow, lintel_grid_row, LINTEL, GRID_ROW, GtkWidget)

/* IS_HEADER: cells are column heads, with a line of group heads above them. */
LintelGridRow *lintel_grid_row_new (gboolean is_header);

guint lintel_grid_row_get_index (LintelGridRow *self);
/* The cells stay and are bound to the other row by the next lintel_grid_row_sync(). */
void lintel_grid_row_set_index (LintelGridRow *self, guint index);
/* The cell of a column, LINTEL_GRID_HEADING for the row's own head; NULL when out of view. */
LintelGridCell *lintel_grid_row_get_cell (LintelGridRow *self, guint column);

/* Has cells for the heading, the frozen columns, the columns [FIRST, END) and ALSO (a column, or
 * LINTEL_GRID_HEADING), and no others. Binds those that are new here, or all when REBIND. */
void lintel_grid_row_sync (LintelGridRow *self, guint first, guint end, guint also,
                           gboolean rebind);
typedef void (*LintelGridCellFunc) (LintelGridCell *cell, gpointer data);
void lintel_grid_row_foreach (LintelGridRow *self, LintelGridCellFunc func, gpointer data);

G_END_DECLS
