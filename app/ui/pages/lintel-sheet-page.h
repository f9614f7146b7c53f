/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page with one sheet: a bar with go-to box, row filter and text filter over the grid.
 *
 * Actions, for menus and tools:
 *   sheet.fix        repairs a problem of the cell
 *   sheet.set-rows   sets a value in all columns of the cell's item for chosen rows
 *   sheet.copy-row   copies the row into others
 *   sheet.sort       sorts by the cell's column
 *   sheet.go-to      goes to the go-to box
 */
#pragma once

#include "app/ui/grid/lintel-grid.h"
#include "app/ui/pages/lintel-page.h"
#include "app/ui/pages/lintel-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_SHEET_PAGE (lintel_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (LintelSheetPage, lintel_sheet_page, LINTEL, SHEET_PAGE, AdwBin)

/* NAME is what a screen reader calls the table. The sheet may be NULL and set later. */
GtkWidget *lintel_sheet_page_new (LintelSheet *sheet, const char *name);
void lintel_sheet_page_set_sheet (LintelSheetPage *self, LintelSheet *sheet, const char *name);

LintelSheet *lintel_sheet_page_get_sheet (LintelSheetPage *self);
LintelGrid *lintel_sheet_page_get_grid (LintelSheetPage *self);
/* Puts a control at the end of the row of tools, below the bar. */
void lintel_sheet_page_add_tool (LintelSheetPage *self, GtkWidget *tool);
/* Puts something above everything else. */
void lintel_sheet_page_add_bar (LintelSheetPage *self, GtkWidget *bar);
/* Adds a section to the menu of the cells. */
void lintel_sheet_page_add_menu (LintelSheetPage *self, GMenuModel *section);
/* REJECTS: LintelGridReject*. Shows nothing when there are none. */
void lintel_sheet_page_show_rejects (LintelSheetPage *self, GPtrArray *rejects);
/* The rows of the selection; FALSE when there are none. */
gboolean lintel_sheet_page_get_rows (LintelSheetPage *self, guint *first, guint *last);

/* The choice of rows beside the words that are looked for. */
LintelSheetFilter lintel_sheet_page_get_filter (LintelSheetPage *self);
void lintel_sheet_page_set_filter (LintelSheetPage *self, LintelSheetFilter filter);

G_END_DECLS
