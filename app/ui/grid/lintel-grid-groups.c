/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Neighbours with an equal group have one head; frozen and scrolling columns have their own. */

#include "config.h"

#include "app/ui/grid/lintel-grid-groups.h"

#include "app/ui/grid/lintel-grid-private.h"

/* Neighbouring columns in view under one head. */
typedef struct
{
  guint first;
  guint last;
} ColumnRun;

struct _LintelGridGroups
{
  GtkWidget *header;
  LintelGrid *grid;
  GPtrArray *cells; /* as many as there ever were runs at once */
  GArray *runs;     /* of ColumnRun, for the first of the cells */
};

static void
unparent_cell (gpointer cell)
{
  gtk_widget_unparent (cell);
}

LintelGridGroups *
lintel_grid_groups_new (GtkWidget *header)
{
  LintelGridGroups *self = g_new0 (LintelGridGroups, 1);

  self->header = header;
  self->cells = g_ptr_array_new_with_free_func (unparent_cell);
  self->runs = g_array_new (FALSE, FALSE, sizeof (ColumnRun));
  return self;
}

void
lintel_grid_groups_free (LintelGridGroups *self)
{
  g_ptr_array_unref (self->cells);
  g_array_unref (self->runs);
  g_free (self);
}

static const char *
get_group (LintelGridGroups *self, guint column)
{
  return lintel_grid_model_get_column (self->grid->model, column)->group;
}

static void
add_runs (LintelGridGroups *self, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      const char *group = get_group (self, i);
      ColumnRun run = { i, i };

      if (group == NULL)
        continue;
      while (run.last + 1 < end && g_strcmp0 (get_group (self, run.last + 1), group) == 0)
        run.last++;
      i = run.last;
      g_array_append_val (self->runs, run);
    }
}

static void
add_missing_cells (LintelGridGroups *self)
{
  while (self->cells->len < self->runs->len)
    {
      LintelGridCell *cell = lintel_grid_cell_new (LINTEL_GRID_CELL_GROUP_HEAD);

      gtk_widget_set_parent (GTK_WIDGET (cell), self->header);
      g_ptr_array_add (self->cells, cell);
    }
}

void
lintel_grid_groups_sync (LintelGridGroups *self, LintelGrid *grid, guint first, guint end)
{
  self->grid = grid;
  g_array_set_size (self->runs, 0);
  add_runs (self, 0, grid->geometry.n_frozen);
  add_runs (self, first, end);
  add_missing_cells (self);
  for (guint i = 0; i < self->cells->len; i++)
    {
      LintelGridCell *cell = g_ptr_array_index (self->cells, i);

      gtk_widget_set_child_visible (GTK_WIDGET (cell), i < self->runs->len);
      if (i >= self->runs->len)
        continue;
      lintel_grid_cell_set_position (cell, LINTEL_GRID_HEADING,
                                     g_array_index (self->runs, ColumnRun, i).first);
      lintel_grid_bind_cell (grid, cell);
    }
}

/* A head covers the part of its columns that is in view. */
static void
allocate_cell (LintelGrid *grid, GtkWidget *cell, const ColumnRun *run)
{
  GdkRectangle area = { 0, 0, 0, grid->geometry.group_height };
  GdkRectangle scrolling;
  int first_x, first_width, last_x, last_width, end;

  lintel_grid_column_extent (grid, run->first, &first_x, &first_width);
  lintel_grid_column_extent (grid, run->last, &last_x, &last_width);
  area.x = MIN (first_x, last_x);
  end = MAX (first_x + first_width, last_x + last_width);
  if (run->first >= grid->geometry.n_frozen)
    {
      lintel_grid_scrolling_area (grid, &scrolling);
      area.x = MAX (area.x, scrolling.x);
      end = MIN (end, scrolling.x + scrolling.width);
    }
  area.width = MAX (end - area.x, 0);
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (cell, &area, -1);
}

void
lintel_grid_groups_allocate (LintelGridGroups *self)
{
  for (guint i = 0; i < self->runs->len; i++)
    allocate_cell (self->grid, g_ptr_array_index (self->cells, i),
                   &g_array_index (self->runs, ColumnRun, i));
}

void
lintel_grid_groups_snapshot (LintelGridGroups *self, guint first, guint end, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      const ColumnRun *run = &g_array_index (self->runs, ColumnRun, i);

      if (run->first >= first && run->first < end)
        gtk_widget_snapshot_child (self->header, g_ptr_array_index (self->cells, i), snapshot);
    }
}
