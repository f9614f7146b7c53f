/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sets one value in chosen rows: those that are selected, those of a kind, or all. It goes into
 * all columns of the item under the cursor: a class in every mode at once.
 */
#pragma once

#include "app/ui/pages/lintel-sheet-page.h"

G_BEGIN_DECLS

void lintel_set_rows_dialog_present (LintelSheetPage *page, guint row, guint column);

/* The kinds of the rows of SHEET, each once, in the order in which they come; the transfer is
 * full. */
GPtrArray *lintel_sheet_list_row_kinds (LintelSheet *sheet);

/* Sets TEXT in every column that has the same item as COLUMN. KIND is a kind of rows, or NULL for
 * the rows FIRST to LAST. One undo step. Returns the rejects, LintelGridReject*. Transfer full. */
GPtrArray *lintel_set_rows (LintelSheet *sheet, const char *kind, guint first, guint last,
                            guint column, const char *text);

G_END_DECLS
