/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents of an export as PDF files. */

#include "config.h"

#include "app/core/exchange/lintel-export-private.h"

#include "lintel/paper.h"

#include <glib/gi18n-lib.h>

static gboolean
add_paper (GPtrArray *files, const char *name, const char *what, LintelPaper *made, GError **error)
{
  g_autoptr (LintelPaper) paper = made;
  g_autoptr (GBytes) bytes = paper != NULL ? lintel_paper_to_pdf (paper, error) : NULL;

  if (bytes == NULL)
    return FALSE;
  g_ptr_array_add (files, lintel_export_file_new (name, what, bytes));
  return TRUE;
}

gboolean
lintel_export_add_papers (GPtrArray *files, LintelLinter *linter,
                          const LintelExportOptions *options, GError **error)
{
  LintelProject *project = lintel_linter_get_project (linter);

  return add_paper (files, "certificate.pdf", _ ("The review sheet, to be signed"),
                    lintel_certificate_new (linter, options, error), error)
         && add_paper (files, "worksheet.pdf", _ ("What to key in, to be ticked off"),
                       lintel_worksheet_paper_new (project, options, error), error)
         && (!options->with_codes
             || add_paper (files, "code-sheet.pdf", _ ("A slip with the code for each mailbox"),
                           lintel_code_sheet_new (project, options, error), error));
}
