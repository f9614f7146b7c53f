/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A program whose items are tables of their own (21-06): a list of the tables with how full each
 * is and which classes apply it, and beside it the entries of the one that is chosen.
 */
#pragma once

#include "app/ui/pages/lintel-sheet-page.h"
#include "app/ui/pages/lintel-table-edits.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_TABLES_PAGE (lintel_tables_page_get_type ())
G_DECLARE_FINAL_TYPE (LintelTablesPage, lintel_tables_page, LINTEL, TABLES_PAGE, AdwBin)

GtkWidget *lintel_tables_page_new (LintelDocument *document, const LintelProgram *program);
/* The table that the grid shows; FALSE when there is none. */
gboolean lintel_tables_page_get_table (LintelTablesPage *self, LintelTableRef *table);
LintelSheetPage *lintel_tables_page_get_sheet_page (LintelTablesPage *self);

G_END_DECLS
