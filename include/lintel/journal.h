/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The recovery journal: what keeps unsaved work when the program or the machine dies.
 *
 * While a project differs from its file, its journal has a file in the state folder: the project
 * as it was first read, then every change since, one record each, appended within a moment by a
 * thread of its own. Saving, undoing everything and closing remove it. What is left over belongs
 * to a program that died, and lintel_recovery_list() finds it.
 *
 * It holds mailbox codes: file 0600, folder 0700. Those of a project with a lock (lintel/lock.h) it
 * leaves out, so that changes of them are kept by saving only; such a project must have been read
 * with its lock, since the bytes it was read from are part of the journal.
 *
 * Each line is a record: a checksum that continues the one before, a blank, and a GVariant as text.
 * A tail that was torn off does not fit its checksum and is dropped.
 */
#pragma once

#include "lintel/file.h"
#include "lintel/project.h"

G_BEGIN_DECLS

#define LINTEL_JOURNAL_ERROR (lintel_journal_error_quark ())
GQuark lintel_journal_error_quark (void);
typedef enum
{
  LINTEL_JOURNAL_ERROR_IO,
  LINTEL_JOURNAL_ERROR_TORN,    /* it ends before its first record does */
  LINTEL_JOURNAL_ERROR_FORMAT,  /* damaged from its beginning on, or written by a later Lintel */
  LINTEL_JOURNAL_ERROR_BASE,    /* its changes do not fit the project that it starts from */
  LINTEL_JOURNAL_ERROR_RUNNING, /* its program still runs */
} LintelJournalError;

/* $XDG_STATE_HOME/lintel. Transfer full. */
char *lintel_journal_folder (void);

#define LINTEL_TYPE_JOURNAL (lintel_journal_get_type ())
G_DECLARE_FINAL_TYPE (LintelJournal, lintel_journal, LINTEL, JOURNAL, GObject)

/* Follows PROJECT until the journal is disposed of, which removes its file: whoever drops it has
 * saved, or given the changes up. BASE are the bytes that PROJECT was read from, so that places in
 * both mean the same; SAVED, which may be NULL, the edits from there to PROJECT.
 *
 * Signal "failed" (const char *why): changes cannot be kept safe; emitted once. */
LintelJournal *lintel_journal_new (const char *folder, LintelProject *project, GBytes *base,
                                   GPtrArray *saved);
/* The project as it is now is about to be written to its file: should the program die before it is
 * marked saved, lintel_recovery_fits() knows whether that was done. */
void lintel_journal_note_writing (LintelJournal *self);
/* The project as it was before the edits SINCE, which have old and new texts, is in its file now;
 * they are kept safe from there on. PATH is NULL for what has no file yet, SINCE for nothing. */
void lintel_journal_mark_saved (LintelJournal *self, const char *path, const LintelFileStamp *stamp,
                                GPtrArray *since);
/* When the journal is disposed of its file stays, for a later start to find: unless the project
 * gets into its file before that after all. */
void lintel_journal_keep (LintelJournal *self);
/* Returns when all changes so far are on the disk. */
void lintel_journal_flush (LintelJournal *self);

/* What a journal holds. It keeps others from taking the same one up. */
typedef struct _LintelRecovery LintelRecovery;

/* Whatever can be recovered in FOLDER, the latest first. Journals of programs that run are left
 * out. Those that a program left before it had put any change down are removed. */
GPtrArray *lintel_recovery_list (const char *folder);
LintelRecovery *lintel_recovery_open (const char *journal, GError **error);
void lintel_recovery_free (LintelRecovery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelRecovery, lintel_recovery_free)

/* The project's file; NULL if it had none yet. */
const char *lintel_recovery_get_path (const LintelRecovery *self);
/* What that file held when the changes that are left began. */
const LintelFileStamp *lintel_recovery_get_stamp (const LintelRecovery *self);
/* Whether the project's file, which holds NOW, is what the changes began from. It is too if the
 * program died right after it had written the file: what it wrote then counts as saved, and only
 * the changes after that are left. */
gboolean lintel_recovery_fits (LintelRecovery *self, const LintelFileStamp *now);
/* When the last change was made, in seconds since 1970. */
gint64 lintel_recovery_get_time (const LintelRecovery *self);
/* The edits of the last change; NULL when the catalogue does not have them. Transfer full. */
GPtrArray *lintel_recovery_get_last_edits (const LintelRecovery *self, LintelCatalogue *catalogue);
/* The bytes that the project was first read from. */
GBytes *lintel_recovery_get_base (const LintelRecovery *self);

/* The project as it was when last saved: without history, nothing unsaved. EDITS then are what
 * takes it to where it was; SAVED what took the base there (see lintel_journal_new()); both
 * transfer full. GError LINTEL_JOURNAL_ERROR_BASE, or as lintel_xml_read_bytes(). */
LintelProject *lintel_recovery_replay (LintelRecovery *self, LintelCatalogue *catalogue,
                                       GPtrArray **saved, GPtrArray **edits, GError **error);
/* Applies to ONTO, another state of the same project, those of the changes that fit there: where it
 * has what the changes started from. One undo step with LABEL. Returns the edits that were left
 * out, each with ONTO's text as the old one; an edit that ONTO has already is not among them.
 * NULL on error. */
GPtrArray *lintel_recovery_merge (LintelRecovery *self, LintelProject *onto, const char *label,
                                  GError **error);
/* Removes the journal's file, once its content is safe elsewhere or not wanted. */
void lintel_recovery_discard (LintelRecovery *self);

G_END_DECLS
