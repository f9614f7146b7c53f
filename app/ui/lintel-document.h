/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document: a project as a window works on it, with its file and its findings.
 *
 * Signals
 *   edited   something in the project, its file name or its saved mark changed
 *   linted   the findings are up to date again
 *
 * Lint runs in slices when nothing else is to be done, so that typing never waits for it.
 */
#pragma once

#include "app/ui/lint/lintel-finding-list.h"
#include "app/ui/safety/lintel-safekeeping.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_DOCUMENT (lintel_document_get_type ())
G_DECLARE_FINAL_TYPE (LintelDocument, lintel_document, LINTEL, DOCUMENT, GObject)

/* Of a project that has no file yet. */
LintelDocument *lintel_document_new (LintelProject *project);
/* Of a file that was read; takes over the hold on it. GError as lintel_xml_read_bytes(). */
LintelDocument *lintel_document_open (LintelCatalogue *catalogue, LintelDiskFile *file,
                                      GError **error);
/* What a program that died had open, its unsaved changes as one undo step: with its FILE, the hold
 * on which it takes over, or without one if that is NULL. GError as lintel_recovery_replay(). */
LintelDocument *lintel_document_restore (LintelCatalogue *catalogue, LintelRecovery *recovery,
                                         LintelDiskFile *file, GError **error);
/* Writes the file as lintel_safekeeping_save_async() and makes PATH the document's. On error
 * nothing has changed. */
void lintel_document_save_async (LintelDocument *self, const char *path, gboolean over,
                                 GAsyncReadyCallback callback, gpointer data);
gboolean lintel_document_save_finish (LintelDocument *self, GAsyncResult *result, GError **error);

LintelSafekeeping *lintel_document_get_safekeeping (LintelDocument *self);
LintelProject *lintel_document_get_project (LintelDocument *self);
LintelLinter *lintel_document_get_linter (LintelDocument *self);
/* One for a copy of the project as it is now, with the user's severities: a thread may have it.
 * Transfer full. */
LintelLinter *lintel_document_copy_linter (LintelDocument *self);
const char *lintel_document_get_path (LintelDocument *self);
/* Whether closing would lose something: unsaved edits, or a new project that has no file yet. */
gboolean lintel_document_has_changes (LintelDocument *self);
/* A project that was made in the window is worth saving before the first edit. */
void lintel_document_set_made_here (LintelDocument *self);
/* The customer's name or, failing that, the file's. Transfer full. */
char *lintel_document_get_title (LintelDocument *self);

/* Whether a lint run has ended yet: before, that there is no finding says nothing. */
gboolean lintel_document_is_checked (LintelDocument *self);
LintelFindingList *lintel_document_get_findings (LintelDocument *self);
/* Open findings of a severity, as of the last lint run. */
guint lintel_document_count (LintelDocument *self, LintelSeverity severity);
/* Finishes the lint run at once; "linted" has been emitted when it returns. */
void lintel_document_lint_now (LintelDocument *self);

/* Whether the text at PLACE differs from the file as it was opened or last saved. */
gboolean lintel_document_is_unsaved (LintelDocument *self, const LintelPlace *place);

/* The project as the file has it. Transfer none; until the next save. */
LintelProject *lintel_document_get_saved (LintelDocument *self);

/* Takes over the severities of the settings and checks again. */
void lintel_document_use_severities (LintelDocument *self);

/* Compares with the file at PATH, or with nothing when that is NULL. On error nothing has changed.
 * Emits "edited". */
gboolean lintel_document_set_baseline (LintelDocument *self, const char *path, GError **error);
const char *lintel_document_get_baseline_path (LintelDocument *self); /* NULL when there is none */
/* What that file holds; NULL when there is none. Transfer none; until another one is chosen. */
LintelProject *lintel_document_get_baseline (LintelDocument *self);
/* Whether the text at PLACE differs from that file; FALSE when there is none. */
gboolean lintel_document_is_different (LintelDocument *self, const LintelPlace *place);
/* The places, LintelPlace, that differ from that file or, without one, from the factory default. */
GArray *lintel_document_list_differences (LintelDocument *self);

/* The findings at exactly PLACE, LintelFinding*; NULL when there is none. Transfer none. */
GPtrArray *lintel_document_get_findings_at (LintelDocument *self, const LintelPlace *place);
/* The worst open finding there; FALSE when there is none. */
gboolean lintel_document_get_severity_at (LintelDocument *self, const LintelPlace *place,
                                          LintelSeverity *severity);
/* "Error: …" and so on, one a line; NULL when there is none. Transfer full. */
char *lintel_document_describe_findings_at (LintelDocument *self, const LintelPlace *place);

/* The page that shows a place: "overview", a program's number, "extensions" or "codes". */
const char *lintel_document_get_page_of (LintelDocument *self, const LintelPlace *place);

G_END_DECLS
