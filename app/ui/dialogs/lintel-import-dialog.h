/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing tables: where they come from, and what they would change before they do. */
#pragma once

#include "lintel/exchange.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Lists what IMPORT (transfer full) changes in PROJECT and what it leaves out; on confirmation all
 * of it becomes one step, called LABEL. The list can be copied. */
void lintel_import_preview_present (GtkWindow *parent, LintelProject *project, LintelImport *import,
                                    const char *heading, const char *label);

/* Asks for a file or the rows on the clipboard, and goes on with the preview. */
void lintel_import_dialog_present (GtkWindow *parent, LintelProject *project);
/* The preview of one file, or why there is none. */
void lintel_import_file_present (GtkWindow *parent, LintelProject *project, const char *path);
/* The same of rows as a spreadsheet program copies them. */
void lintel_import_rows_present (GtkWindow *parent, LintelProject *project, const char *text);

G_END_DECLS
