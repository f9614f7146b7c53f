/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the extensions: the sheet with Add and Remove. */
#pragma once

#include "app/ui/pages/lintel-sheet-page.h"

G_BEGIN_DECLS

GtkWidget *lintel_extensions_page_new (LintelDocument *document);

G_END_DECLS
