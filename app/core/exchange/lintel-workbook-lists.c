/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of a workbook that are lists: findings, what to key in, what has changed. */

#include "config.h"

#include "app/core/exchange/lintel-compare-private.h"
#include "app/core/exchange/lintel-report-private.h"
#include "app/core/exchange/lintel-workbook-private.h"
#include "app/core/exchange/lintel-worksheet-private.h"

#include <glib/gi18n-lib.h>

guint
lintel_workbook_add_header (LintelXlsx *xlsx, const char *const *titles)
{
  guint n = 0;

  for (; titles[n] != NULL; n++)
    lintel_xlsx_write (xlsx, 0, n, titles[n], LINTEL_XLSX_HEADER);
  return n;
}

static void
write_row (LintelXlsx *xlsx, guint row, const char *const *texts, guint style)
{
  for (guint n = 0; texts[n] != NULL; n++)
    lintel_xlsx_write (xlsx, row, n, texts[n], style);
}

static void
write_finding (LintelXlsx *xlsx, guint row, const LintelFinding *finding, LintelProject *project)
{
  static const guint marks[] = { LINTEL_XLSX_NOTE, LINTEL_XLSX_WARNING, LINTEL_XLSX_ERROR };
  const LintelSeverity severity = lintel_finding_get_severity (finding);
  const LintelAcceptance *acceptance =
      lintel_report_find_acceptance (project, lintel_finding_get_acceptance (finding));
  const char *number = lintel_finding_get_witness (finding);
  g_autofree char *places = lintel_report_name_places (finding, project);
  const char *texts[] = {
    acceptance != NULL ? C_ ("finding", "Accepted") : lintel_severity_get_title (severity),
    lintel_rule_get_id (lintel_finding_get_public_rule (finding)),
    lintel_finding_get_public_message (finding),
    places,
    number != NULL ? number : "",
    acceptance != NULL ? acceptance->reason : "",
    acceptance != NULL ? acceptance->by : "",
    acceptance != NULL ? acceptance->until : "",
    NULL,
  };

  write_row (xlsx, row, texts, LINTEL_XLSX_WRAPPED);
  lintel_xlsx_write (xlsx, row, 0, texts[0],
                     LINTEL_XLSX_MARKED
                         + (acceptance != NULL ? LINTEL_XLSX_NOTE : marks[severity]));
}

void
lintel_workbook_add_findings (LintelXlsx *xlsx, LintelLinter *linter)
{
  const char *const titles[] = {
    C_ ("column", "Severity"), C_ ("column", "Rule"),   _ ("What is wrong"),
    C_ ("column", "Places"),   C_ ("column", "Number"), C_ ("column", "Accepted because"),
    C_ ("column", "by"),       C_ ("column", "until"),  NULL
  };
  LintelProject *project = lintel_linter_get_project (linter);
  GPtrArray *findings = lintel_linter_get_findings (linter);
  guint n_columns;

  lintel_xlsx_add_sheet (xlsx, C_ ("sheet", "Findings"));
  n_columns = lintel_workbook_add_header (xlsx, titles);
  for (guint n = 0; n < findings->len; n++)
    write_finding (xlsx, n + 1, g_ptr_array_index (findings, n), project);
  lintel_xlsx_end_table (xlsx, findings->len + 1, n_columns, 0);
}

void
lintel_workbook_add_worksheet (LintelXlsx *xlsx, LintelProject *project, LintelProject *baseline)
{
  const char *const titles[] = { C_ ("column", "Place"),
                                 C_ ("column", "Item"),
                                 C_ ("column", "From"),
                                 C_ ("column", "To"),
                                 C_ ("column", "In words"),
                                 C_ ("column", "Done"),
                                 NULL };
  g_autoptr (GPtrArray) rows = lintel_worksheet_list (project, baseline);
  guint n_columns;

  lintel_xlsx_add_sheet (xlsx, C_ ("sheet", "Worksheet"));
  n_columns = lintel_workbook_add_header (xlsx, titles);
  for (guint n = 0; n < rows->len; n++)
    {
      const LintelWorksheetRow *row = g_ptr_array_index (rows, n);
      g_autofree char *words = lintel_report_format_value (project, &row->place, row->to);

      write_row (
          xlsx, n + 1,
          (const char *const[]){ row->address, row->name, row->from, row->to, words, "", NULL },
          LINTEL_XLSX_PLAIN);
    }
  lintel_xlsx_end_table (xlsx, rows->len + 1, n_columns, 1);
}

static void
add_places (LintelXlsx *xlsx, LintelProject *project, LintelProject *baseline)
{
  const char *const titles[] = { C_ ("column", "Place"),    C_ ("column", "What"),
                                 C_ ("column", "Before"),   C_ ("column", "Now"),
                                 C_ ("column", "Concerns"), NULL };
  g_autoptr (GPtrArray) changes = lintel_compare_public_places (baseline, project);
  guint n_columns, n_changes = changes != NULL ? changes->len : 0;

  lintel_xlsx_add_sheet (xlsx, C_ ("sheet", "Changes"));
  n_columns = lintel_workbook_add_header (xlsx, titles);
  for (guint n = 0; n < n_changes; n++)
    {
      const LintelChange *change = g_ptr_array_index (changes, n);

      write_row (xlsx, n + 1,
                 (const char *const[]){ change->address, change->name, change->old_shown,
                                        change->new_shown,
                                        change->affected != NULL ? change->affected : "", NULL },
                 LINTEL_XLSX_WRAPPED);
    }
  lintel_xlsx_end_table (xlsx, n_changes + 1, n_columns, 1);
}

static const char *
name_change (const LintelReachChange *change)
{
  if (change->number == NULL)
    return C_ ("destination", "Not worked out");
  return change->gained ? C_ ("destination", "Newly reached")
                        : C_ ("destination", "No longer reached");
}

static void
add_behaviour (LintelXlsx *xlsx, LintelProject *project, LintelProject *baseline)
{
  const char *const titles[] = { C_ ("column", "Destination"), C_ ("column", "Change"),
                                 C_ ("column", "Number"), C_ ("column", "In words"), NULL };
  g_autoptr (GPtrArray) changes = lintel_compare_reach (baseline, project);
  guint n_columns;

  lintel_xlsx_add_sheet (xlsx, C_ ("sheet", "Behaviour"));
  n_columns = lintel_workbook_add_header (xlsx, titles);
  for (guint n = 0; n < changes->len; n++)
    {
      const LintelReachChange *change = g_ptr_array_index (changes, n);
      g_autofree char *words = lintel_reach_change_to_text (change);

      write_row (xlsx, n + 1,
                 (const char *const[]){ lintel_destination_get_name (change->destination),
                                        name_change (change),
                                        change->number != NULL ? change->number : "", words, NULL },
                 LINTEL_XLSX_WRAPPED);
    }
  lintel_xlsx_end_table (xlsx, changes->len + 1, n_columns, 1);
}

/* A factory system has no extensions yet: who reaches what newly says something only against
 * another project. */
void
lintel_workbook_add_changes (LintelXlsx *xlsx, LintelProject *project, LintelProject *baseline)
{
  g_autoptr (LintelProject) factory = NULL;

  if (baseline == NULL)
    factory = lintel_project_new (lintel_project_get_catalogue (project),
                                  lintel_project_get_model (project),
                                  lintel_project_get_version (project));
  add_places (xlsx, project, factory != NULL ? factory : baseline);
  if (baseline != NULL)
    add_behaviour (xlsx, project, baseline);
}
