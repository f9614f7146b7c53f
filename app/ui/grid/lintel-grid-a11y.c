/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What assistive technology is told. Rows and columns count from 1, heads included. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

static int
count_heads (LintelGrid *self)
{
  return lintel_grid_model_get_heading_column (self->model) != NULL ? 1 : 0;
}

void
lintel_grid_describe_grid (LintelGrid *self)
{
  int n_rows = 0, n_columns = 0;

  if (self->model != NULL)
    {
      n_rows = (int) lintel_grid_model_get_n_rows (self->model) + 1;
      n_columns = (int) lintel_grid_model_get_n_columns (self->model) + count_heads (self);
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, n_rows,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, n_columns, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE,
                                  TRUE, -1);
}

static void
describe_position (LintelGrid *self, LintelGridCell *cell)
{
  guint row = lintel_grid_cell_get_row (cell);
  guint column = lintel_grid_cell_get_column (cell);

  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
      row == LINTEL_GRID_HEADING ? 1 : (int) row + 2, GTK_ACCESSIBLE_RELATION_COL_INDEX,
      column == LINTEL_GRID_HEADING ? 1 : (int) column + 1 + count_heads (self), -1);
}

static const LintelGridColumn *
get_headed_column (LintelGrid *self, LintelGridCell *cell)
{
  guint column = lintel_grid_cell_get_column (cell);

  if (lintel_grid_cell_get_kind (cell) != LINTEL_GRID_CELL_COLUMN_HEAD)
    return NULL;
  return column == LINTEL_GRID_HEADING ? lintel_grid_model_get_heading_column (self->model)
                                       : lintel_grid_model_get_column (self->model, column);
}

/* Heads are read as one phrase: "Message retention 47-02-06". */
static char *
create_head_name (LintelGrid *self, LintelGridCell *cell)
{
  const LintelGridColumn *column = get_headed_column (self, cell);

  if (column == NULL)
    return g_strdup (lintel_grid_cell_get_text (cell));
  if (column->subtitle == NULL)
    return g_strdup (column->title);
  return g_strconcat (column->title, " ", column->subtitle, column->doubtful ? " ?" : NULL, NULL);
}

static void
describe_order (LintelGrid *self, LintelGridCell *cell)
{
  const LintelGridColumn *column = get_headed_column (self, cell);
  GtkAccessibleSort order = GTK_ACCESSIBLE_SORT_NONE;

  if (column == NULL)
    return;
  if (column->sorted != 0)
    order = column->sorted > 0 ? GTK_ACCESSIBLE_SORT_ASCENDING : GTK_ACCESSIBLE_SORT_DESCENDING;
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_SORT, order, -1);
}

/* A row is called by its head. */
static void
describe_row (LintelGridCell *head, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (head))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
lintel_grid_describe_cell (LintelGrid *self, LintelGridCell *cell, const LintelGridCellInfo *info)
{
  guint row = lintel_grid_cell_get_row (cell);
  guint column = lintel_grid_cell_get_column (cell);
  gboolean is_body = lintel_grid_cell_get_kind (cell) == LINTEL_GRID_CELL_BODY;
  g_autofree char *name = is_body ? lintel_grid_model_get_name (self->model, row, column)
                                  : create_head_name (self, cell);
  gboolean is_noted = info->finding != LINTEL_GRID_FINDING_NONE || info->marks != 0;
  g_autofree char *notes = is_noted ? lintel_grid_model_get_notes (self->model, row, column) : NULL;
  GtkAccessible *accessible = GTK_ACCESSIBLE (cell);

  describe_position (self, cell);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (lintel_grid_cell_get_kind (cell) == LINTEL_GRID_CELL_ROW_HEAD)
    describe_row (cell, name);
  describe_order (self, cell);
  if (!is_body)
    return;
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  notes != NULL ? notes : "", GTK_ACCESSIBLE_PROPERTY_READ_ONLY,
                                  !info->editable, -1);
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                               info->finding == LINTEL_GRID_FINDING_ERROR
                                   ? GTK_ACCESSIBLE_INVALID_TRUE
                                   : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}
