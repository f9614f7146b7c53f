/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes up an export: one function a file, and the manifest over all of them. */
#pragma once

#include "lintel/exchange.h"

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
