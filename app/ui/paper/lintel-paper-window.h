/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificate and worksheet as they will be on paper, page by page, and printing them. */
#pragma once

#include "app/ui/lintel-window.h"
#include "app/ui/paper/lintel-paper-maker.h"
#include "app/ui/paper/lintel-paper-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_PAPER_WINDOW (lintel_paper_window_get_type ())
G_DECLARE_FINAL_TYPE (LintelPaperWindow, lintel_paper_window, LINTEL, PAPER_WINDOW, AdwWindow)

/* KIND is what it shows first, the certificate or the worksheet. */
void lintel_paper_window_present (LintelWindow *window, LintelPaperKind kind);
LintelPaperView *lintel_paper_window_get_view (LintelPaperWindow *self);
/* Whether the pages are being laid out. */
gboolean lintel_paper_window_is_busy (LintelPaperWindow *self);

/* Prints KIND with what WINDOW's user is told about it. */
void lintel_paper_window_print (LintelWindow *window, LintelPaperKind kind);

G_END_DECLS
