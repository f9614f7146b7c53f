/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out a document's papers, in a thread where somebody waits for them. */
#pragma once

#include "app/ui/lintel-document.h"
#include "lintel/paper.h"

G_BEGIN_DECLS

typedef enum
{
  LINTEL_PAPER_CERTIFICATE,
  LINTEL_PAPER_WORKSHEET,
  LINTEL_PAPER_CODE_SHEET, /* shows the codes */
} LintelPaperKind;

/* Of DOCUMENT as it is now, and since its baseline if it has one. GError as
 * lintel_certificate_new(). */
LintelPaper *lintel_paper_make (LintelDocument *document, LintelPaperKind kind,
                                LintelPaperSize size, GError **error);
void lintel_paper_make_async (LintelDocument *document, LintelPaperKind kind, LintelPaperSize size,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer data);
LintelPaper *lintel_paper_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
