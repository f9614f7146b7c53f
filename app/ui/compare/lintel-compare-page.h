/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tab that compares: what differs from an earlier project, by cell and by behaviour, while one
 * edits. Enter goes to the cell.
 */
#pragma once

#include "app/ui/compare/lintel-comparer.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_COMPARE_PAGE (lintel_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (LintelComparePage, lintel_compare_page, LINTEL, COMPARE_PAGE, AdwBin)

GtkWidget *lintel_compare_page_new (LintelDocument *document);
void lintel_compare_page_set_source (LintelComparePage *self, LintelCompareSource source);
LintelComparer *lintel_compare_page_get_comparer (LintelComparePage *self);
/* All lines that are listed, cells first, each ended by a line feed. Transfer full. */
char *lintel_compare_page_to_text (LintelComparePage *self);

G_END_DECLS
