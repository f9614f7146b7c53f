/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prints a document's papers: the pages of the PDF files, laid out for the paper that the user
 * chooses in the dialog.
 */
#pragma once

#include "app/ui/paper/lintel-paper-maker.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says how it went; the error is NULL when it was printed. Not called when the user cancels. */
typedef void (*LintelPrintedFunc) (const GError *error, gpointer data);

/* Shows the dialog. PARENT lives as long as the operation. */
void lintel_paper_print (GtkWindow *parent, LintelDocument *document, LintelPaperKind kind,
                         LintelPrintedFunc printed, gpointer data);
/* First asks whether the codes may be on paper at all. */
void lintel_paper_print_codes (GtkWindow *parent, LintelDocument *document,
                               LintelPrintedFunc printed, gpointer data);

/* The operation that either would run, for who runs it otherwise. Transfer full. */
GtkPrintOperation *lintel_paper_print_operation_new (LintelDocument *document,
                                                     LintelPaperKind kind);

G_END_DECLS
