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

G_END_DECLS
