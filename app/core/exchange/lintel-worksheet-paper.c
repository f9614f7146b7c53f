/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worksheet on paper: what to key in, in program order, with a box to tick for each cell. */

#include "config.h"

#include "app/core/exchange/lintel-paper-private.h"
#include "app/core/exchange/lintel-report-private.h"
#include "app/core/exchange/lintel-worksheet-private.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

static const char *
get_customer (LintelProject *project, LintelField field)
{
  LintelPlace place = lintel_place_customer (field);
  const char *text = lintel_project_get_text (project, &place);

  return text != NULL ? text : "";
}

static void
add_row (LintelPaper *paper, LintelProject *project, const LintelWorksheetRow *row)
{
  g_autofree char *from = lintel_report_format_value (project, &row->place, row->from);
  g_autofree char *to = lintel_report_format_value (project, &row->place, row->to);

  lintel_paper_add_row (paper, (const LintelPaperCell[]){
                                   { .symbol = LINTEL_SYMBOL_BOX },
                                   { .text = row->address },
                                   { .text = row->name },
                                   { .text = from },
                                   { .text = to },
                               });
}

static void
begin_program (LintelPaper *paper, const LintelProgram *program)
{
  const LintelPaperColumn columns[] = {
    { C_ ("column", "Done"), 9, PANGO_ALIGN_CENTER, LINTEL_TEXT_CELL },
    { C_ ("column", "Place"), 20, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL_STRONG },
    { C_ ("column", "Item"), 33, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { C_ ("column", "From"), 17, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { C_ ("column", "Key in"), 21, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL_STRONG },
  };
  g_autofree char *title =
      g_strdup_printf ("%s  %s", program->number, lintel_program_get_name (program));

  lintel_paper_end_table (paper);
  lintel_paper_add_heading (paper, 0, title);
  lintel_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
}

static void
add_rows (LintelPaper *paper, LintelProject *project, GPtrArray *rows)
{
  const LintelProgram *program = NULL;

  for (guint n = 0; n < rows->len; n++)
    {
      const LintelWorksheetRow *row = rows->pdata[n];

      if (row->place.program != program)
        begin_program (paper, row->place.program);
      program = row->place.program;
      add_row (paper, project, row);
    }
  lintel_paper_end_table (paper);
}

static void
add_introduction (LintelPaper *paper, LintelProject *project, LintelProject *baseline, guint n)
{
  g_autofree char *name = lintel_report_isolate (get_customer (project, LINTEL_FIELD_NAME));
  g_autofree char *site = lintel_report_isolate (get_customer (project, LINTEL_FIELD_SITE));
  g_autofree char *cells = NULL;

  lintel_paper_add_text (paper, LINTEL_TEXT_TITLE, C_ ("paper", "Worksheet"));
  lintel_paper_add_textf (paper, LINTEL_TEXT_BODY, "NEC %s%s%s  %s",
                          lintel_model_get_name (lintel_project_get_model (project)),
                          *name != '\0' ? "  ·  " : "", name, site);
  cells = lintel_locale_format (
      baseline != NULL
          ? ngettext ("%u cell to key in beside PCPro or WebPro, from the baseline project.",
                      "%u cells to key in beside PCPro or WebPro, from the baseline project.", n)
          : ngettext ("%u cell to key in beside PCPro or WebPro, from the factory state.",
                      "%u cells to key in beside PCPro or WebPro, from the factory state.", n),
      n);
  lintel_paper_add_text (paper, LINTEL_TEXT_BODY, cells);
  if (n > 0)
    lintel_paper_add_text (paper, LINTEL_TEXT_BODY,
                           _ ("Tick each one when it is in the system. Lintel is not affiliated "
                              "with NEC."));
}

LintelPaper *
lintel_worksheet_paper_new (LintelProject *project, const LintelExportOptions *options,
                            GError **error)
{
  g_autoptr (GPtrArray) rows = lintel_worksheet_list (project, options->baseline);
  const char *customer = get_customer (project, LINTEL_FIELD_NAME);
  const char *reference = get_customer (project, LINTEL_FIELD_REFERENCE);
  g_autofree char *title = *customer != '\0'
                               ? g_strdup_printf (C_ ("paper", "Worksheet: %s"), customer)
                               : g_strdup (C_ ("paper", "Worksheet"));
  g_autofree char *isolated = lintel_report_isolate (title);
  g_autofree char *footer =
      g_strdup_printf ("%s%s%s", isolated, *reference != '\0' ? "  ·  " : "", reference);
  LintelPaper *paper =
      lintel_paper_new (lintel_paper_size_resolve (options->paper, project), title,
                        _ ("What to key in beside PCPro or WebPro"), "Lintel", footer, error);

  if (paper == NULL)
    return NULL;
  add_introduction (paper, project, options->baseline, rows->len);
  add_rows (paper, project, rows);
  return paper;
}
