/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of a sheet: lintel-sheet.c has columns and rows, lintel-sheet-cells.c the cells,
 * lintel-sheet-find.c where they are. */
#pragma once

#include "app/ui/pages/lintel-sheet.h"

G_BEGIN_DECLS

/* Fills in what the grid asks about cells. */
void lintel_sheet_cells_init (LintelGridModelInterface *iface);

/* Of int: all rows in the order of the sheet, and those that the filter lets through. Transfer
 * none, until the rows are listed again. */
GArray *lintel_sheet_get_keys (LintelSheet *self);
GArray *lintel_sheet_get_visible_keys (LintelSheet *self);

gboolean lintel_sheet_get_place (LintelSheet *self, int key, guint column, LintelPlace *place);
gboolean lintel_sheet_get_row_place (LintelSheet *self, int key, LintelPlace *place);
char *lintel_sheet_get_heading_of (LintelSheet *self, int key);
char *lintel_sheet_get_shown (LintelSheet *self, int key, guint column);
/* Whether the cell's value differs from the factory default. */
gboolean lintel_sheet_is_changed (LintelSheet *self, int key, guint column);
/* Whether it differs from the file compared with. */
gboolean lintel_sheet_is_different (LintelSheet *self, int key, guint column);
/* lintel-sheet-sort.c: KEYS in the order of what COLUMN shows, blanks last; DIRECTION is 1 or -1.
 */
void lintel_sheet_sort_keys (LintelSheet *self, GArray *keys, guint column, int direction);
/* lintel-sheet-rows.c: FOLDED_TEXT is casefolded, NULL for none. */
gboolean lintel_sheet_row_passes (LintelSheet *self, int key, LintelSheetFilter filter,
                                  const char *folded_text);
/* Those of KEYS whose row is called TEXT, by number, by heading or, where there is none, the first
 * whose heading begins so. Transfer full. */
GArray *lintel_sheet_list_called (LintelSheet *self, GArray *keys, const char *text);
/* The worst open finding in the cell. */
LintelGridFinding lintel_sheet_get_finding (LintelSheet *self, int key, guint column);

G_END_DECLS
