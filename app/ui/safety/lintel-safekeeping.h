/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What keeps a document's work safe while it is open: the recovery journal of its changes, the lock
 * beside its file, and an eye on that file.
 *
 * Signals
 *   file-changed   somebody else changed or removed the file, or put it back
 *   failed         (const char *why) changes cannot be kept for after a crash; once
 */
#pragma once

#include "lintel/journal.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_SAFEKEEPING (lintel_safekeeping_get_type ())
G_DECLARE_FINAL_TYPE (LintelSafekeeping, lintel_safekeeping, LINTEL, SAFEKEEPING, GObject)

/* As lintel_journal_new(): call it before the first change. */
LintelSafekeeping *lintel_safekeeping_new (LintelProject *project, GBytes *base, GPtrArray *saved);

/* The project is in the file PATH, which holds STAMP; NULL for none yet. */
void lintel_safekeeping_set_file (LintelSafekeeping *self, const char *path,
                                  const LintelFileStamp *stamp);
/* Looks at the file at once: whether it holds something else than what was opened or saved. A file
 * that is not there has nothing to lose. */
gboolean lintel_safekeeping_file_differs (LintelSafekeeping *self, LintelFileStamp *now);
/* Whether the file was there and is gone. */
gboolean lintel_safekeeping_file_is_gone (LintelSafekeeping *self);
/* Returns when all changes so far are in the journal. */
void lintel_safekeeping_flush (LintelSafekeeping *self);

G_END_DECLS
