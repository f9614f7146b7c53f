/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exports in a thread, from a copy of the project: the window goes on meanwhile, and what is edited
 * then is not in the files.
 */
#pragma once

#include "app/ui/lintel-document.h"
#include "lintel/exchange.h"

G_BEGIN_DECLS

/* Makes the files without writing them. OPTIONS is copied; its baseline must be nobody else's, and
 * its progress is not used. */
void lintel_export_list_async (LintelDocument *document, const LintelExportOptions *options,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data);
/* Elements are LintelExportFile*. Transfer full. GError as lintel_export_render(). */
GPtrArray *lintel_export_list_finish (GAsyncResult *result, GError **error);

/* Writes FOLDER. PROGRESS is called in the caller's thread, and no more once CALLBACK was. */
void lintel_export_run_async (LintelDocument *document, const char *folder,
                              const LintelExportOptions *options, GCancellable *cancellable,
                              LintelExportProgressFunc progress, gpointer progress_data,
                              GAsyncReadyCallback callback, gpointer data);
/* GError as lintel_export_write(). */
gboolean lintel_export_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
