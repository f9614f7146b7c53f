/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents of an export as PDF files. */

#include "config.h"

#include "app/core/exchange/lintel-export-private.h"

#include "lintel/paper.h"

#include <glib/gi18n-lib.h>

static gboolean
add_paper (LintelExportRun *run, const char *name, const char *what, LintelPaper *made,
           GError **error)
{
  g_autoptr (LintelPaper) paper = made;
  g_autoptr (GBytes) bytes = paper != NULL ? lintel_paper_to_pdf (paper, error) : NULL;

  if (bytes == NULL)
    return FALSE;
  g_ptr_array_add (run->files, lintel_export_file_new (name, what, bytes));
  return TRUE;
}

static gboolean
add_certificate (LintelExportRun *run, GError **error)
{
  return lintel_export_begin_file (run, "certificate.pdf", error)
         && add_paper (run, "certificate.pdf", _ ("The review sheet, to be signed"),
                       lintel_certificate_new (run->linter, run->options, error), error);
}

static gboolean
add_worksheet (LintelExportRun *run, GError **error)
{
  return lintel_export_begin_file (run, "worksheet.pdf", error)
         && add_paper (run, "worksheet.pdf", _ ("What to key in, to be ticked off"),
                       lintel_worksheet_paper_new (lintel_linter_get_project (run->linter),
                                                   run->options, error),
                       error);
}

static gboolean
add_code_sheet (LintelExportRun *run, GError **error)
{
  return lintel_export_begin_file (run, "code-sheet.pdf", error)
         && add_paper (
             run, "code-sheet.pdf", _ ("A slip with the code for each mailbox"),
             lintel_code_sheet_new (lintel_linter_get_project (run->linter), run->options, error),
             error);
}

gboolean
lintel_export_add_papers (LintelExportRun *run, GError **error)
{
  return add_certificate (run, error) && add_worksheet (run, error)
         && (!run->options->with_codes || add_code_sheet (run, error));
}
