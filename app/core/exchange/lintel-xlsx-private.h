/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Spreadsheets: as much of libxlsxwriter as a workbook of tables needs.
 *
 * Everything is a text or a whole number, never a formula, whatever the text starts with, and a
 * text stays one when it is edited in a spreadsheet program: 011 keeps its zero.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LintelXlsx LintelXlsx;

/* How a cell looks. The ones from MARKED on differ in more than their colour. */
typedef enum
{
  LINTEL_XLSX_PLAIN,
  LINTEL_XLSX_WRAPPED, /* a sentence, on as many lines as it needs */
  LINTEL_XLSX_TITLE,
  LINTEL_XLSX_HEADER,
  LINTEL_XLSX_MARKED, /* + LintelXlsxMark */
} LintelXlsxStyle;

/* To be combined: CHANGED with one of the others. */
typedef enum
{
  LINTEL_XLSX_CHANGED = 1 << 0,
  LINTEL_XLSX_NOTE = 1 << 1,
  LINTEL_XLSX_WARNING = 2 << 1,
  LINTEL_XLSX_ERROR = 3 << 1,
} LintelXlsxMark;
#define LINTEL_XLSX_N_MARKS 8

/* CREATED is in seconds since 1970, at least 1. NULL with GError (LINTEL_EXCHANGE_ERROR_IO) where
 * libxlsxwriter is not installed, or there is no room for temporary files. */
LintelXlsx *lintel_xlsx_new (const char *title, gint64 created, GError **error);
void lintel_xlsx_free (LintelXlsx *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelXlsx, lintel_xlsx_free)

/* Begins a sheet, to which all that follows goes. NAME has up to 31 characters, none of []:*?/\ */
void lintel_xlsx_add_sheet (LintelXlsx *self, const char *name);
/* What acts instead of being seen is shown as in lintel/safe-text.h. Rows and columns count from 0.
 * A text beyond what a cell holds is cut and ends with "…". */
void lintel_xlsx_write (LintelXlsx *self, guint row, guint column, const char *raw, guint style);
void lintel_xlsx_write_number (LintelXlsx *self, guint row, guint column, int number, guint style);
/* Ends the sheet's table of N_ROWS rows, the header in row 0: it and the first N_FROZEN columns
 * stay in view, and every column can be filtered. */
void lintel_xlsx_end_table (LintelXlsx *self, guint n_rows, guint n_columns, guint n_frozen);

/* The finished file. */
GBytes *lintel_xlsx_finish (LintelXlsx *self, GError **error);

G_END_DECLS
