/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of a program as a sheet: its entries, and beside each what is wrong with it. */
#pragma once

#include "app/ui/pages/lintel-sheet.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_TABLE_MODEL (lintel_table_model_get_type ())
G_DECLARE_FINAL_TYPE (LintelTableModel, lintel_table_model, LINTEL, TABLE_MODEL, LintelSheet)

/* TABLE is the first index of an item that has two, 0 for an item that is one table. */
LintelTableModel *lintel_table_model_new (LintelDocument *document, const LintelItem *item,
                                          int table);

G_END_DECLS
