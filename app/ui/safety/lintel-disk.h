/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a window asks of disks. A folder on the network may not answer for minutes, or never, and
 * the window goes on nevertheless: long questions are asked in a thread, and for a short one nobody
 * waits longer than a moment.
 */
#pragma once

#include "lintel/file.h"
#include "lintel/project.h"

G_BEGIN_DECLS

/* After so long people want to know what they wait for, in milliseconds. */
#define LINTEL_DISK_SLOW 2500

/* The hold that an open project has on its file: the lock beside it, NULL where somebody else has
 * it, and the eye on it. */
typedef struct
{
  LintelFileLock *lock;
  GFileMonitor *monitor;
} LintelHold;

/* Does not wait for a folder that does not answer. */
void lintel_hold_release (LintelHold *hold);

/* A file as it was read, and a hold on it that may be empty. */
typedef struct
{
  char *path;
  GBytes *bytes;
  LintelFileStamp stamp; /* of BYTES */
  LintelHold hold;
} LintelDiskFile;

/* With an empty hold; takes BYTES. */
LintelDiskFile *lintel_disk_file_new (const char *path, GBytes *bytes,
                                      const LintelFileStamp *stamp);
/* Releases the hold, unless somebody took it over and left an empty one. */
void lintel_disk_file_free (LintelDiskFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelDiskFile, lintel_disk_file_free)

/* Reads the file in a thread. TAKE: takes hold of it too. */
void lintel_disk_read_async (const char *path, gboolean take, GAsyncReadyCallback callback,
                             gpointer data);
/* Transfer full. GError as lintel_xml_load_bytes(). */
LintelDiskFile *lintel_disk_read_finish (GAsyncResult *result, GError **error);

/* Writes PROJECT, which must be nobody else's, to PATH in a thread; EXPECTED as for
 * lintel_xml_update_file(). TAKE: takes hold of the file too. */
void lintel_disk_save_async (LintelProject *project, const char *path,
                             const LintelFileStamp *expected, gboolean take, gpointer source,
                             GAsyncReadyCallback callback, gpointer data);
/* STAMP becomes what the file holds now, also after LINTEL_XML_ERROR_CHANGED; HOLD is to be
 * released. GError as lintel_xml_update_file(). */
gboolean lintel_disk_save_finish (GAsyncResult *result, LintelFileStamp *stamp, LintelHold *hold,
                                  GError **error);

/* Looks at what the file holds, in a thread. */
void lintel_disk_look_async (const char *path, GAsyncReadyCallback callback, gpointer data);
LintelFileStamp lintel_disk_look_finish (GAsyncResult *result);

/* Asks, in a thread, who has the file open: NULL for nobody, or when there is no such file. */
void lintel_disk_ask_holder_async (const char *path, GAsyncReadyCallback callback, gpointer data);
LintelFileHolder *lintel_disk_ask_holder_finish (GAsyncResult *result);

/* Whether there is a PATH; not when nobody answers. */
gboolean lintel_disk_has (const char *path);
/* What the file holds now; FALSE when nobody answers. */
gboolean lintel_disk_look (const char *path, LintelFileStamp *now);
/* The sentence for that, and the one for a file that is being read when nobody has answered after
 * LINTEL_DISK_SLOW. Transfer full. */
char *lintel_disk_explain_silence (const char *path);
char *lintel_disk_explain_reading (const char *path);
/* Takes those out that are not there any more; all stay when nobody answers. */
void lintel_disk_keep_existing (GPtrArray *paths);

G_END_DECLS
