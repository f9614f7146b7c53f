/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes up an export: one function a file, and the manifest over all of them. */
#pragma once

#include "lintel/exchange.h"

#include <sys/types.h>

G_BEGIN_DECLS

#define LINTEL_MANIFEST_NAME "MANIFEST.json"

void lintel_export_file_free (LintelExportFile *file);
LintelExportFile *lintel_export_file_new (const char *name, const char *what, GBytes *bytes);

/* An export under way. */
typedef struct
{
  LintelLinter *linter;
  const LintelExportOptions *options;
  GCancellable *cancellable;
  GPtrArray *files; /* made so far */
  guint n_made;     /* of what takes time to make */
} LintelExportRun;

/* Before FILE is made: tells how far it is. FALSE with GError when it was cancelled. */
gboolean lintel_export_begin_file (LintelExportRun *run, const char *file, GError **error);

/* Adds a CSV for every table of the catalogue, and extensions.csv. */
void lintel_export_add_tables (GPtrArray *files, LintelProject *project);
/* worksheet.csv: what to key in, from BASELINE (NULL = factory) to PROJECT. */
LintelExportFile *lintel_export_worksheet (LintelProject *project, LintelProject *baseline);
/* database.xlsx: the tables, findings, the worksheet and the changes since BASELINE (NULL =
 * factory) as sheets. */
LintelExportFile *lintel_export_workbook (LintelLinter *linter, LintelProject *baseline,
                                          GError **error);
/* Adds certificate.pdf, worksheet.pdf and, with codes, code-sheet.pdf. */
gboolean lintel_export_add_papers (LintelExportRun *run, GError **error);
/* MANIFEST.json over the files so far. */
LintelExportFile *lintel_export_manifest (GPtrArray *files, LintelLinter *linter,
                                          const LintelExportOptions *options);

/* The folder of an export while it is made: beside its place, under a hidden name. */
typedef struct
{
  char *place, *parent; /* where it belongs, links followed */
  char *built;          /* where it is; NULL once it is in its place */
  int fd;               /* claims it */
  mode_t mode;          /* of the files in it */
} LintelExportFolder;
#define LINTEL_EXPORT_FOLDER_INIT                                                                  \
  {                                                                                                \
    .fd = -1                                                                                       \
  }

/* Empty, once FOLDER is known to be free, empty or an export of Lintel's. IS_PRIVATE: nobody else
 * may look into it. */
gboolean lintel_export_folder_make (LintelExportFolder *self, const char *folder,
                                    gboolean is_private, GError **error);
gboolean lintel_export_folder_add (LintelExportFolder *self, const LintelExportFile *file,
                                   GError **error);
/* Puts it in its place, whole and for good, and removes the export that was there. */
gboolean lintel_export_folder_finish (LintelExportFolder *self, GError **error);
/* Removes it, unless it is in its place. */
void lintel_export_folder_clear (LintelExportFolder *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LintelExportFolder, lintel_export_folder_clear)

/* TRUE if FOLDER has a manifest that Lintel wrote. */
gboolean lintel_export_is_ours (const char *folder);

/* The manifest of FOLDER: the model and the names, sizes and SHA-256 of its files. */
typedef struct
{
  char *name;
  guint64 size;
  char *sha256;
} LintelManifestFile;

typedef struct
{
  LintelModel model;
  GPtrArray *files; /* of LintelManifestFile* */
} LintelManifest;

LintelManifest *lintel_manifest_read (const char *folder, GError **error);
void lintel_manifest_free (LintelManifest *manifest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelManifest, lintel_manifest_free)

G_END_DECLS
