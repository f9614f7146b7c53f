/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The extensions of a project as a sheet: port, number, kind, name. Rows are keyed by port. */
#pragma once

#include "app/ui/pages/lintel-sheet.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_EXTENSIONS_MODEL (lintel_extensions_model_get_type ())
G_DECLARE_FINAL_TYPE (LintelExtensionsModel, lintel_extensions_model, LINTEL, EXTENSIONS_MODEL,
                      LintelSheet)

LintelExtensionsModel *lintel_extensions_model_new (LintelDocument *document);

/* Adds a telephone at the first free port with the next free number, one undo step. Returns the
 * port, 0 with GError when all ports are taken. */
int lintel_extensions_model_add (LintelExtensionsModel *self, GError **error);
/* Removes the extensions of rows FIRST to LAST, one undo step. */
gboolean lintel_extensions_model_remove (LintelExtensionsModel *self, guint first, guint last,
                                         GError **error);
/* Makes those of rows FIRST to LAST unused, one undo step. */
gboolean lintel_extensions_model_mark_unused (LintelExtensionsModel *self, guint first, guint last,
                                              GError **error);
/* The edits that give rows FIRST to LAST the numbers from NUMBER on, with all that refers to them.
 * NULL with GError when NUMBER is none. Transfer full. */
GPtrArray *lintel_extensions_model_plan_numbers (LintelExtensionsModel *self, guint first,
                                                 guint last, const char *number, GError **error);

G_END_DECLS
