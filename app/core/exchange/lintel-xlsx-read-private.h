/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Workbooks in: the texts of their cells, as minizip and libxml2 find them. Colours, formulas and
 * whatever else a spreadsheet program keeps there are passed over; of a formula counts what it last
 * came to.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *name;
  GPtrArray *rows; /* GPtrArrays of strings, like lintel_csv_parse(): no cell is missing */
} LintelXlsxSheet;

void lintel_xlsx_sheet_free (LintelXlsxSheet *sheet);

/* Whether a file starts like a workbook. */
gboolean lintel_xlsx_is_workbook (const char *path);
/* All worksheets, in order. Elements are LintelXlsxSheet*. NULL with GError
 * (LINTEL_EXCHANGE_ERROR_FORMAT, _IO) for what is no workbook or larger than one can be that was
 * made here; NAME stands for the file. */
GPtrArray *lintel_xlsx_read (const char *path, const char *name, GError **error);

G_END_DECLS
