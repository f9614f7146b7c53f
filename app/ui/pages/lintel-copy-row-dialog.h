/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Copy this row to …": asks for the other rows by what stands at their heads, "102-110, 115". */
#pragma once

#include "app/ui/pages/lintel-sheet-page.h"

G_BEGIN_DECLS

/* ROW is the one to copy. */
void lintel_copy_row_dialog_present (LintelSheetPage *page, guint row);

/* The rows that TEXT names, by their heads: single ones and ranges, separated by commas or spaces.
 * FALSE with GError when there is no such row, or a range has none. ROWS gets guint, each once. */
gboolean lintel_rows_parse (LintelGridModel *model, const char *text, GArray *rows, GError **error);

/* Copies every editable cell of ROW into ROWS, one undo step. Returns the rejects,
 * LintelGridReject*. Transfer full. */
GPtrArray *lintel_copy_row (LintelGridModel *model, guint row, GArray *rows);

G_END_DECLS
