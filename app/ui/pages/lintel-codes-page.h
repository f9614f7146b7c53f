/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the mailbox codes: the sheet with revealing and drawing. */
#pragma once

#include "app/ui/pages/lintel-sheet-page.h"

G_BEGIN_DECLS

GtkWidget *lintel_codes_page_new (LintelDocument *document);

G_END_DECLS
