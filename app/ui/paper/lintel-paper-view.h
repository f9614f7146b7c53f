/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pages of a document, one below the other, inside a scrolled window.
 *
 * Only pages in view are drawn, and a few are kept as pictures, so that scrolling through a
 * hundred of them is smooth. A screen reader gets the text of the page in front.
 *
 * Signals
 *   page-changed   another page is in front, or there are other pages
 */
#pragma once

#include "lintel/paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_PAPER_VIEW (lintel_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (LintelPaperView, lintel_paper_view, LINTEL, PAPER_VIEW, GtkWidget)

/* Takes PAPER, which may be NULL. */
void lintel_paper_view_take_paper (LintelPaperView *self, LintelPaper *paper);
LintelPaper *lintel_paper_view_get_paper (LintelPaperView *self);

/* 1 is the paper's own size at 96 dots an inch. */
void lintel_paper_view_set_zoom (LintelPaperView *self, double zoom);
double lintel_paper_view_get_zoom (LintelPaperView *self);

/* The page in front, from 0. */
guint lintel_paper_view_get_page (LintelPaperView *self);
/* Puts the top of PAGE, or of the nearest there is, to the top of the view. */
void lintel_paper_view_go_to_page (LintelPaperView *self, int page);

G_END_DECLS
