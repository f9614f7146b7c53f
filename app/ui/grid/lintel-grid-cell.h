/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell on the screen: a line of text, marks and a finding symbol. Heads are cells too. Used
 * again and again for other places of the table while it scrolls. */
#pragma once

#include "app/ui/grid/lintel-grid-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As a column: the heading column; as a row: the header row. */
#define LINTEL_GRID_HEADING G_MAXUINT

typedef enum
{
  LINTEL_GRID_CELL_BODY,
  LINTEL_GRID_CELL_ROW_HEAD,
  LINTEL_GRID_CELL_COLUMN_HEAD,
  LINTEL_GRID_CELL_GROUP_HEAD,
} LintelGridCellKind;

#define LINTEL_TYPE_GRID_CELL (lintel_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (LintelGridCell, lintel_grid_cell, LINTEL, GRID_CELL, GtkWidget)

LintelGridCell *lintel_grid_cell_new (LintelGridCellKind kind);

LintelGridCellKind lintel_grid_cell_get_kind (LintelGridCell *self);
guint lintel_grid_cell_get_row (LintelGridCell *self);
guint lintel_grid_cell_get_column (LintelGridCell *self);
void lintel_grid_cell_set_position (LintelGridCell *self, guint row, guint column);

const char *lintel_grid_cell_get_text (LintelGridCell *self);
void lintel_grid_cell_set_text (LintelGridCell *self, const char *text, gboolean align_end);
/* A head: words with a dimmer second line. */
void lintel_grid_cell_set_head (LintelGridCell *self, const LintelGridColumn *column);
void lintel_grid_cell_set_marks (LintelGridCell *self, LintelGridMarks marks,
                                 LintelGridFinding finding, gboolean editable);
/* Whether the row stands apart. */
void lintel_grid_cell_set_apart (LintelGridCell *self, gboolean apart);
void lintel_grid_cell_set_selection (LintelGridCell *self, gboolean cursor, gboolean selected);
/* The text as it is drawn; NULL when there is none. Transfer none. */
PangoLayout *lintel_grid_cell_get_layout (LintelGridCell *self);
/* Whether the text is longer than the room for it. */
gboolean lintel_grid_cell_is_cut (LintelGridCell *self);

/* Room that the heads of COLUMN need in the font of this cell, without its padding: the width of
 * the longest word, and the height at WIDTH. */
void lintel_grid_cell_measure_head (LintelGridCell *self, const LintelGridColumn *column, int width,
                                    int *longest_word, int *height);
/* Room for a finding's symbol beside a text of that height. */
int lintel_grid_cell_icon_room (int text_height);

G_END_DECLS
