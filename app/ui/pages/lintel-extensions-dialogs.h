/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Renumbering the selected extensions, and importing names. */
#pragma once

#include "app/ui/pages/lintel-sheet-page.h"

G_BEGIN_DECLS

/* PAGE shows a LintelExtensionsModel. */
void lintel_renumber_dialog_present (LintelSheetPage *page, guint first, guint last);
/* Asks for a file, and then as below. */
void lintel_import_names_choose (LintelSheetPage *page);
/* Shows what the file would change and what it leaves out, and asks whether to do it. */
void lintel_import_names_present (LintelSheetPage *page, const char *path);

G_END_DECLS
