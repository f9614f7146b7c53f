/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What keeps a document's work safe while it is open: the recovery journal of its changes, the lock
 * beside its file, an eye on that file, and saving. Saving and looking at the file are done in
 * threads, since the folder may take its time, or never answer.
 *
 * Signals
 *   file-changed   somebody else changed or removed the file, or put it back
 *   failed         (const char *why) changes cannot be kept for after a crash; once
 */
#pragma once

#include "app/ui/safety/lintel-disk.h"
#include "lintel/journal.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_SAFEKEEPING (lintel_safekeeping_get_type ())
G_DECLARE_FINAL_TYPE (LintelSafekeeping, lintel_safekeeping, LINTEL, SAFEKEEPING, GObject)

/* As lintel_journal_new(): call it before the first change. */
LintelSafekeeping *lintel_safekeeping_new (LintelProject *project, GBytes *base, GPtrArray *saved);

/* The project is in the file PATH, which holds STAMP. Takes HOLD, which is on that file, and leaves
 * an empty one. */
void lintel_safekeeping_set_file (LintelSafekeeping *self, const char *path,
                                  const LintelFileStamp *stamp, LintelHold *hold);
/* Takes the hold on the file from OTHER, which has the same one. */
void lintel_safekeeping_take_over (LintelSafekeeping *self, LintelSafekeeping *other);
/* Looks at the file, and says "file-changed" if it holds something that has not been told yet. */
void lintel_safekeeping_look (LintelSafekeeping *self);
/* What was opened or saved. */
LintelFileStamp lintel_safekeeping_get_stamp (LintelSafekeeping *self);
/* As it was last seen: whether the file holds something else than what was opened or saved. A file
 * that is not there has nothing to lose. */
gboolean lintel_safekeeping_file_differs (LintelSafekeeping *self, LintelFileStamp *now);
/* Whether the file was there and is gone. */
gboolean lintel_safekeeping_file_is_gone (LintelSafekeeping *self);

/* Writes the project as it is now to PATH and marks that state saved: what is edited meanwhile is
 * unsaved afterwards. PATH becomes the file in the end. The document's own file is left alone if
 * somebody else has changed it (LINTEL_XML_ERROR_CHANGED), unless it may be written OVER that. A
 * save that is under way is given up for this one: it ends with G_IO_ERROR_CANCELLED, whatever
 * becomes of its file. */
void lintel_safekeeping_save_async (LintelSafekeeping *self, const char *path, gboolean over,
                                    GAsyncReadyCallback callback, gpointer data);
/* What the file holds, transfer full; NULL with GError as lintel_xml_update_file(). */
LintelProject *lintel_safekeeping_save_finish (LintelSafekeeping *self, GAsyncResult *result,
                                               GError **error);
gboolean lintel_safekeeping_is_saving (LintelSafekeeping *self);
/* The journal's file outlives this, unless the save that is under way ends well after all. */
void lintel_safekeeping_keep_journal (LintelSafekeeping *self);
/* Returns when all changes so far are in the journal. */
void lintel_safekeeping_flush (LintelSafekeeping *self);

G_END_DECLS
