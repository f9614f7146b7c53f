/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exchange: the database files that leave the office with a system, and tables that come back.
 *
 * NEC's own upload format is not public and Lintel does not pretend to write it: the files are a
 * worksheet beside PCPro or WebPro, item by item.
 */
#pragma once

#include "lintel/lint.h"
#include "lintel/project.h"

G_BEGIN_DECLS

#define LINTEL_EXCHANGE_ERROR (lintel_exchange_error_quark ())
GQuark lintel_exchange_error_quark (void);
typedef enum
{
  LINTEL_EXCHANGE_ERROR_IO,       /* cannot read or write; the message has the file and why */
  LINTEL_EXCHANGE_ERROR_FINDINGS, /* errors are open and the export was not forced */
  LINTEL_EXCHANGE_ERROR_REASON,   /* forced without a reason */
  LINTEL_EXCHANGE_ERROR_TARGET,   /* the folder exists and is no export of Lintel's */
  LINTEL_EXCHANGE_ERROR_LOCKED,   /* the codes were asked for, and a passphrase keeps them */
  LINTEL_EXCHANGE_ERROR_FORMAT,   /* not a table or folder that can be imported */
} LintelExchangeError;

/* --- Export --- */

typedef enum
{
  LINTEL_PAPER_DEFAULT, /* Letter where the North American numbering plan holds, otherwise A4 */
  LINTEL_PAPER_A4,
  LINTEL_PAPER_LETTER,
} LintelPaperSize;

/* FILE is what is made or written next, DONE how much has been, from 0 to 1. Called in the thread
 * that exports. */
typedef void (*LintelExportProgressFunc) (const char *file, double done, gpointer data);

typedef struct
{
  LintelProject *baseline; /* what the worksheet starts from; NULL = factory state */
  gboolean with_codes;     /* codes leave the office only on request */
  gboolean force;          /* export in spite of open errors, with a reason */
  const char *reason;
  LintelPaperSize paper;             /* of certificate, worksheet and code sheet */
  LintelExportProgressFunc progress; /* may be NULL */
  gpointer progress_data;
} LintelExportOptions;

typedef struct
{
  char *name; /* "47-02.csv" */
  char *what; /* what it is for, in words */
  GBytes *bytes;
} LintelExportFile;

/* The time that goes into files, in seconds since 1970: now, or SOURCE_DATE_EPOCH. */
gint64 lintel_export_get_time (void);

/* Why an export would be refused now, as the GError of lintel_export_write(); TRUE if it would
 * not be. */
gboolean lintel_export_check (LintelLinter *linter, const LintelExportOptions *options,
                              GError **error);

/* Whether an export could go to FOLDER, as the GError of lintel_export_write(). REPLACES gets
 * whether it would take the place of an earlier one. */
gboolean lintel_export_check_folder (const char *folder, gboolean *replaces, GError **error);

/* All files of the linter's project, MANIFEST.json last. The same project, options and
 * SOURCE_DATE_EPOCH give the same bytes. GError: the workbook or a PDF could not be made, or
 * G_IO_ERROR_CANCELLED. Elements are LintelExportFile*. Transfer full. */
GPtrArray *lintel_export_render (LintelLinter *linter, const LintelExportOptions *options,
                                 GCancellable *cancellable, GError **error);

/* Renders and writes the folder whole or not at all: it is built beside FOLDER and then takes its
 * place. An existing FOLDER is replaced only if it is empty or an export of Lintel's. When it was
 * cancelled (G_IO_ERROR_CANCELLED) everything is as before. */
gboolean lintel_export_write (LintelLinter *linter, const char *folder,
                              const LintelExportOptions *options, GCancellable *cancellable,
                              GError **error);

/* Compares every file of an exported folder with its manifest. PROBLEMS (transfer full, strings)
 * gets a sentence for each changed, missing or extra file. GError: not an export. */
gboolean lintel_export_verify (const char *folder, GPtrArray **problems, GError **error);

/* --- Import --- */

typedef struct
{
  char *file;   /* base name, or what the block is called */
  int row;      /* 1 is the header */
  char *column; /* its title */
  char *value;
  char *why; /* a sentence that says what to do */
} LintelReject;

void lintel_reject_free (LintelReject *reject);

typedef struct
{
  GPtrArray *edits;   /* of LintelEdit*, for lintel_project_apply() */
  GPtrArray *rejects; /* of LintelReject*, in the order of the files */
} LintelImport;

void lintel_import_free (LintelImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelImport, lintel_import_free)

/* "extensions.csv: row 3, column “kind”: “x”: why". Transfer full. */
char *lintel_reject_to_text (const LintelReject *reject);

/* What the tables of PATH (a CSV file, a workbook, or a folder with an exported set) would change
 * in ONTO. ONTO itself is not touched. Comma, semicolon and tab are understood as separators.
 * Digits that a spreadsheet program has shortened (11 where 011 stood) are rejects, not edits.
 *
 * A table's first row has titles: indexes and item numbers as an export has them; "number" or
 * "place" and item numbers; "port, number, kind, name"; "number, name"; or "place, value". Of a
 * workbook the sheets that are such tables are read, whatever they are called. */
LintelImport *lintel_import_read (LintelProject *onto, const char *path, GError **error);
/* The same of a table that is at hand as text, such as rows copied in a spreadsheet program. NAME
 * stands for the file. */
LintelImport *lintel_import_read_text (LintelProject *onto, const char *text, gsize length,
                                       const char *name, GError **error);

/* The names of extensions from a CSV file with a column of numbers and one of names: by their
 * titles or, without such, the first two. */
LintelImport *lintel_import_names (LintelProject *onto, const char *path, GError **error);

/* The project to import a folder onto when none is given: its project.xml, or an empty project of
 * the manifest's model. */
LintelProject *lintel_import_open_base (LintelCatalogue *catalogue, const char *folder,
                                        GError **error);

G_END_DECLS
