/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The workbook: the database as sheets of a spreadsheet program.
 *
 *   lintel-xlsx.c            cells and styles, over libxlsxwriter
 *   lintel-workbook-marks.c  which cells are coloured, and why
 *   lintel-workbook-lists.c  findings, worksheet, changes
 *   lintel-workbook.c        the first sheet, and one for each table
 */
#pragma once

#include "app/core/exchange/lintel-xlsx-private.h"

#include "lintel/lint.h"

G_BEGIN_DECLS

/* The marks of all places of a project. */
typedef struct _LintelMarks LintelMarks;

/* Changed is what differs from BASELINE (NULL = factory state). */
LintelMarks *lintel_marks_new (LintelLinter *linter, LintelProject *baseline);
void lintel_marks_free (LintelMarks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelMarks, lintel_marks_free)
/* The style of the cell that shows PLACE. An accepted finding counts as a note. */
guint lintel_marks_get_style (LintelMarks *self, const LintelPlace *place);

/* The header row of a sheet, NULL-terminated. Returns the number of columns. */
guint lintel_workbook_add_header (LintelXlsx *xlsx, const char *const *titles);

void lintel_workbook_add_findings (LintelXlsx *xlsx, LintelLinter *linter);
/* BASELINE may be NULL. */
void lintel_workbook_add_worksheet (LintelXlsx *xlsx, LintelProject *project,
                                    LintelProject *baseline);
void lintel_workbook_add_changes (LintelXlsx *xlsx, LintelProject *project,
                                  LintelProject *baseline);

G_END_DECLS
