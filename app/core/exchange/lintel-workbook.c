/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The workbook of an export. Its tables have the cells of the CSV files under the same titles, so
 * that what was edited there can be saved as CSV and read back.
 */

#include "config.h"

#include "app/core/exchange/lintel-export-private.h"
#include "app/core/exchange/lintel-table-private.h"
#include "app/core/exchange/lintel-workbook-private.h"

#include "lintel/acceptance.h"
#include "lintel/report.h"
#include "lintel/safe-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LintelXlsx *xlsx;
  LintelLinter *linter;
  LintelProject *project, *baseline;
  LintelMarks *marks;
  GPtrArray *tables; /* of LintelTable* */
  guint row;         /* of the sheet that is being written */
} Workbook;

/* The first sheet. */

static void
add_fact (Workbook *book, const char *name, const char *value)
{
  lintel_xlsx_write (book->xlsx, book->row, 0, name, LINTEL_XLSX_PLAIN);
  lintel_xlsx_write (book->xlsx, book->row, 1, value, LINTEL_XLSX_PLAIN);
  book->row++;
}

static void
add_customer (Workbook *book)
{
  const struct
  {
    LintelField field;
    const char *name;
  } fields[] = {
    { LINTEL_FIELD_NAME, C_ ("fact", "Customer") },
    { LINTEL_FIELD_SITE, C_ ("fact", "Site") },
    { LINTEL_FIELD_REFERENCE, C_ ("fact", "Reference") },
  };

  for (guint n = 0; n < G_N_ELEMENTS (fields); n++)
    {
      LintelPlace place = lintel_place_customer (fields[n].field);
      const char *text = lintel_project_get_text (book->project, &place);

      add_fact (book, fields[n].name, text != NULL ? text : "");
    }
}

static void
add_sign_off (Workbook *book, LintelSignOffKind kind)
{
  g_autofree char *text = lintel_report_format_sign_off (book->project, kind);

  add_fact (book, lintel_sign_off_kind_get_title (kind), text);
}

static void
add_facts (Workbook *book)
{
  g_autofree char *counts =
      lintel_report_format_counts (lintel_linter_count (book->linter, LINTEL_SEVERITY_ERROR),
                                   lintel_linter_count (book->linter, LINTEL_SEVERITY_WARNING),
                                   lintel_linter_count (book->linter, LINTEL_SEVERITY_NOTE),
                                   lintel_linter_count_accepted (book->linter, NULL));

  lintel_xlsx_write (book->xlsx, book->row++, 0, _ ("Toll-fraud settings, item by item"),
                     LINTEL_XLSX_TITLE);
  add_customer (book);
  add_fact (book, C_ ("fact", "Model"),
            lintel_model_get_name (lintel_project_get_model (book->project)));
  add_fact (book, C_ ("fact", "Findings"), counts);
  add_sign_off (book, LINTEL_SIGN_OFF_PREPARED);
  add_sign_off (book, LINTEL_SIGN_OFF_REVIEWED);
  add_fact (book, C_ ("fact", "Changed since"),
            book->baseline != NULL ? _ ("the baseline project") : _ ("the factory state"));
  add_fact (book, C_ ("fact", "Made with"), "Lintel " LINTEL_VERSION);
  book->row++;
}

static void
add_legend (Workbook *book)
{
  const struct
  {
    guint mark;
    const char *title, *meaning;
  } entries[] = {
    { LINTEL_XLSX_CHANGED, C_ ("legend", "Bold, blue"),
      _ ("Key this in: it differs from what it was") },
    { LINTEL_XLSX_ERROR, C_ ("legend", "Thick frame, red"), _ ("An error: do not ship") },
    { LINTEL_XLSX_WARNING, C_ ("legend", "Thin frame, yellow"), C_ ("legend", "A warning") },
    { LINTEL_XLSX_NOTE, C_ ("legend", "Italic, grey"), _ ("A note, or an accepted finding") },
    { LINTEL_XLSX_ERROR | LINTEL_XLSX_CHANGED, C_ ("legend", "Bold in a frame"),
      _ ("Both: changed, and with a finding") },
  };

  lintel_xlsx_write (book->xlsx, book->row++, 0, _ ("What the cells look like"), LINTEL_XLSX_TITLE);
  for (guint n = 0; n < G_N_ELEMENTS (entries); n++)
    {
      lintel_xlsx_write (book->xlsx, book->row, 0, entries[n].title,
                         LINTEL_XLSX_MARKED + entries[n].mark);
      lintel_xlsx_write (book->xlsx, book->row++, 1, entries[n].meaning, LINTEL_XLSX_PLAIN);
    }
  book->row++;
}

static void
add_contents (Workbook *book)
{
  lintel_xlsx_write (book->xlsx, book->row++, 0, C_ ("heading", "Sheets"), LINTEL_XLSX_TITLE);
  for (guint n = 0; n < book->tables->len; n++)
    {
      const LintelTable *table = g_ptr_array_index (book->tables, n);

      add_fact (book, table->name, table->title);
    }
  add_fact (book, C_ ("sheet", "Extensions"), _ ("Ports, numbers, kinds and names"));
  add_fact (book, C_ ("sheet", "Findings"), _ ("What is wrong or doubtful, and what was accepted"));
  add_fact (book, C_ ("sheet", "Worksheet"),
            _ ("What to key in beside PCPro or WebPro, in program order"));
  add_fact (book, C_ ("sheet", "Changes"), _ ("Everything that differs from what it was"));
  if (book->baseline != NULL)
    add_fact (book, C_ ("sheet", "Behaviour"), _ ("Who can call what newly or no longer"));
}

static void
add_overview (Workbook *book)
{
  lintel_xlsx_add_sheet (book->xlsx, C_ ("sheet", "Overview"));
  book->row = 0;
  add_facts (book);
  add_legend (book);
  add_contents (book);
}

/* Tables. */

static guint
add_table_header (Workbook *book, const LintelTable *table)
{
  guint column = 0;

  for (guint dim = 0; dim < table->n_indexes; dim++)
    lintel_xlsx_write (book->xlsx, 0, column++, lintel_index_kind_to_id (table->index[dim]),
                       LINTEL_XLSX_HEADER);
  for (guint n = 0; n < table->columns->len; n++)
    {
      g_autofree char *title =
          lintel_column_title (&g_array_index (table->columns, LintelColumn, n));

      lintel_xlsx_write (book->xlsx, 0, column++, title, LINTEL_XLSX_HEADER);
    }
  return column;
}

/* An extension is its number, and that is digits; everything else counts. */
static void
write_index (Workbook *book, guint column, LintelIndexKind kind, int index)
{
  if (kind == LINTEL_INDEX_EXTENSION)
    lintel_xlsx_write (book->xlsx, book->row, column,
                       lintel_project_get_extension (book->project, index)->number,
                       LINTEL_XLSX_PLAIN);
  else
    lintel_xlsx_write_number (book->xlsx, book->row, column, index, LINTEL_XLSX_PLAIN);
}

static void
write_cell (Workbook *book, guint column, const LintelPlace *place)
{
  if (lintel_project_has_cell (book->project, place->item, place->index[0], place->index[1]))
    lintel_xlsx_write (
        book->xlsx, book->row, column,
        lintel_project_get (book->project, place->item, place->index[0], place->index[1]),
        lintel_marks_get_style (book->marks, place));
}

static void
add_row_cb (const LintelTable *table, int i, int j, gpointer data)
{
  Workbook *book = data;

  write_index (book, 0, table->index[0], i);
  if (table->n_indexes > 1)
    write_index (book, 1, table->index[1], j);
  for (guint n = 0; n < table->columns->len; n++)
    {
      const LintelColumn *column = &g_array_index (table->columns, LintelColumn, n);
      LintelPlace place = lintel_table_place (table, column, i, j);

      write_cell (book, table->n_indexes + n, &place);
    }
  book->row++;
}

static void
add_table (Workbook *book, const LintelTable *table)
{
  guint n_columns;

  lintel_xlsx_add_sheet (book->xlsx, table->name);
  n_columns = add_table_header (book, table);
  book->row = 1;
  lintel_table_foreach_row (table, book->project, add_row_cb, book);
  lintel_xlsx_end_table (book->xlsx, book->row, n_columns, table->n_indexes);
}

static void
write_extension (Workbook *book, const LintelExtension *extension)
{
  static const LintelField fields[] = { LINTEL_FIELD_NUMBER, LINTEL_FIELD_KIND, LINTEL_FIELD_NAME };
  g_autofree char *name = lintel_text_encode (extension->name);
  const char *texts[] = { extension->number, lintel_extension_kind_to_id (extension->kind), name };

  lintel_xlsx_write_number (book->xlsx, book->row, 0, extension->port, LINTEL_XLSX_PLAIN);
  for (guint n = 0; n < G_N_ELEMENTS (fields); n++)
    {
      LintelPlace place = lintel_place_extension (extension->port, fields[n]);

      lintel_xlsx_write (book->xlsx, book->row, n + 1, texts[n],
                         lintel_marks_get_style (book->marks, &place));
    }
  book->row++;
}

static void
add_extensions (Workbook *book)
{
  static const char *const titles[] = { "port", "number", "kind", "name", NULL };
  guint n_columns;

  lintel_xlsx_add_sheet (book->xlsx, C_ ("sheet", "Extensions"));
  n_columns = lintel_workbook_add_header (book->xlsx, titles);
  book->row = 1;
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    if (lintel_project_get_extension (book->project, port) != NULL)
      write_extension (book, lintel_project_get_extension (book->project, port));
  lintel_xlsx_end_table (book->xlsx, book->row, n_columns, 2);
}

static void
add_sheets (Workbook *book)
{
  add_overview (book);
  for (guint n = 0; n < book->tables->len; n++)
    add_table (book, g_ptr_array_index (book->tables, n));
  add_extensions (book);
  lintel_workbook_add_findings (book->xlsx, book->linter);
  lintel_workbook_add_worksheet (book->xlsx, book->project, book->baseline);
  lintel_workbook_add_changes (book->xlsx, book->project, book->baseline);
}

static char *
make_title (LintelProject *project)
{
  LintelPlace place = lintel_place_customer (LINTEL_FIELD_NAME);
  const char *name = lintel_project_get_text (project, &place);
  const char *model = lintel_model_get_name (lintel_project_get_model (project));

  return name != NULL ? g_strdup_printf ("%s, %s", name, model) : g_strdup (model);
}

LintelExportFile *
lintel_export_workbook (LintelLinter *linter, LintelProject *baseline, GError **error)
{
  LintelProject *project = lintel_linter_get_project (linter);
  g_autofree char *title = make_title (project);
  g_autoptr (LintelXlsx) xlsx = lintel_xlsx_new (title, lintel_export_get_time (), error);
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (LintelMarks) marks = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (xlsx == NULL)
    return NULL;
  tables = lintel_tables_list (lintel_project_get_catalogue (project));
  marks = lintel_marks_new (linter, baseline);
  add_sheets (&(Workbook){ .xlsx = xlsx,
                           .linter = linter,
                           .project = project,
                           .baseline = baseline,
                           .marks = marks,
                           .tables = tables });
  bytes = lintel_xlsx_finish (xlsx, error);
  return bytes != NULL
             ? lintel_export_file_new ("database.xlsx", _ ("The same tables as a workbook"), bytes)
             : NULL;
}
