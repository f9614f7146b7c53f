/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paper: documents laid out in pages, drawn with cairo on whatever the caller has: a PDF, a
 * printer, a preview.
 *
 * Lengths are points (1/72 inch), the origin is the page's upper left corner. Fonts are those of
 * the machine, so that names in any script show that it has a font for. Cairo and Pango are loaded
 * when the first document is made, which is when a GError can say that they, or fonts, are missing
 * (LINTEL_EXCHANGE_ERROR_IO). A document may go from one thread to another, but is used by one at a
 * time.
 */
#pragma once

#include "lintel/exchange.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _LintelPaper LintelPaper;

/* What the reviewer signs: checks of the hardening tip, reach picture, findings, acceptances, the
 * tables as shipped, assumptions. Of OPTIONS the baseline adds what has changed since. */
LintelPaper *lintel_certificate_new (LintelLinter *linter, const LintelExportOptions *options,
                                     GError **error);
/* What to key in, with a box to tick for each cell. */
LintelPaper *lintel_worksheet_paper_new (LintelProject *project, const LintelExportOptions *options,
                                         GError **error);
/* One slip a mailbox, to be cut and handed to its user. It shows the codes. */
LintelPaper *lintel_code_sheet_new (LintelProject *project, const LintelExportOptions *options,
                                    GError **error);

void lintel_paper_free (LintelPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelPaper, lintel_paper_free)

guint lintel_paper_get_n_pages (const LintelPaper *self);
const char *lintel_paper_get_title (const LintelPaper *self);
void lintel_paper_get_size (const LintelPaper *self, double *width, double *height);
/* Whether it has characters that no font of this machine shows: their numbers stand instead. */
gboolean lintel_paper_lacks_glyphs (const LintelPaper *self);
/* What a page says, part by part in reading order, for those who cannot see it. PAGE counts from 0.
 * Transfer full. */
char *lintel_paper_get_page_text (const LintelPaper *self, guint page);
/* Leaves the state of CR as it was. */
void lintel_paper_draw_page (const LintelPaper *self, cairo_t *cr, guint page);
/* With title, author and outline; the same document gives the same bytes. */
GBytes *lintel_paper_to_pdf (const LintelPaper *self, GError **error);

/* "a4", "letter"; the size that DEFAULT stands for in a project's country. */
gboolean lintel_paper_size_from_id (const char *id, LintelPaperSize *size);
LintelPaperSize lintel_paper_size_resolve (LintelPaperSize size, LintelProject *project);

G_END_DECLS
