/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whose file it is: what a project's file held when Lintel last read or wrote it, and who has it
 * open. Both exist so that nobody's work is overwritten unseen.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a file holds, by its content. The rest is for telling people. A plain value. */
typedef struct
{
  gboolean exists;
  guint64 size;
  gint64 modified; /* seconds since 1970; 0 when not known */
  char sha256[65]; /* "" when there is no file, or none that can be read */
} LintelFileStamp;

/* Of what is in the file now. */
LintelFileStamp lintel_file_stamp_read (const char *path);
/* Of BYTES as just read from PATH or written to it; the content is that of BYTES whatever has
 * happened to the file since. PATH may be NULL. */
LintelFileStamp lintel_file_stamp_of_bytes (GBytes *bytes, const char *path);
/* A file that was only touched is the same. */
gboolean lintel_file_stamp_equal (const LintelFileStamp *a, const LintelFileStamp *b);

/*
 * A small hidden file beside the project, ".NAME.lintel-lock", that says who has it open. It is
 * also locked for the operating system, so that one left by a program that died is told from one
 * that is held; on a network share that does not pass such locks on, what it says is a hint.
 */
typedef struct _LintelFileLock LintelFileLock;

typedef struct
{
  char *user, *host; /* as people know them */
  gint64 since;      /* seconds since 1970 */
} LintelFileHolder;

/* NULL when somebody else has it, who is then told in HOLDER (free it with
 * lintel_file_holder_free()), or when there can be no lock here (a folder that is read-only, a
 * share without locks): HOLDER is then set to NULL. */
LintelFileLock *lintel_file_lock_take (const char *path, LintelFileHolder **holder);
/* Removes the file. */
void lintel_file_lock_release (LintelFileLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelFileLock, lintel_file_lock_release)
void lintel_file_holder_free (LintelFileHolder *holder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelFileHolder, lintel_file_holder_free)

/* What a file holds. One of more than MOST bytes is cut off somewhere behind them, for the caller
 * to refuse, so that no file can fill the memory. A folder, a device, or a pipe that is not passed
 * on to this program open is refused at once, since to wait for it could take for ever. GError:
 * GIO's, its message without the path. */
GBytes *lintel_file_load (const char *path, gsize most, GError **error);

/*
 * Files and folders that take their place only when they are whole. Until then they have a hidden
 * name, PREFIX and six letters, and somebody claims them; one that nobody claims was left by a
 * program that died.
 */
#define LINTEL_FILE_SAVING ".lintel-saving-"
#define LINTEL_FILE_EXPORTING ".lintel-exporting-"

/* Claims what was just made at PATH for as long as FD is open. FALSE when somebody took it for
 * left over in between: make another. */
gboolean lintel_file_claim (int fd, const char *path);
/* Whether PATH still is what was opened as FD. */
gboolean lintel_file_is_at (int fd, const char *path);
/* Removes files, or folders without folders in them, that are left over in FOLDER. */
void lintel_file_remove_leftovers (const char *folder, const char *prefix);
/* Removes a folder without folders in it. */
void lintel_file_remove_flat_folder (const char *folder);
/* All of it. FALSE with errno. */
gboolean lintel_file_append (int fd, const char *data, gsize size);
/* All of it, and on the disk. FALSE with errno. */
gboolean lintel_file_write (int fd, const char *data, gsize size);
/* Has the disk keep the names in FOLDER as they are now; where a disk cannot do that, it is as
 * good as done. FALSE with errno. */
gboolean lintel_file_flush_folder (const char *folder);
/* Why writing failed with the error NUMBER, and what to do: "the disk is full; free some space, or
 * save it somewhere else". Transfer full. */
char *lintel_file_explain (int number);

G_END_DECLS
