/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The first tab: whose system this is, how far the hardening has come, and room for the pictures
 * of what gets out.
 */
#pragma once

#include "app/ui/lintel-document.h"
#include "app/ui/pages/lintel-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_OVERVIEW_PAGE (lintel_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (LintelOverviewPage, lintel_overview_page, LINTEL, OVERVIEW_PAGE, AdwBin)

GtkWidget *lintel_overview_page_new (LintelDocument *document);
/* Puts a section of its own at the end of the page, over its full width. */
void lintel_overview_page_add_section (LintelOverviewPage *self, GtkWidget *section);

G_END_DECLS
