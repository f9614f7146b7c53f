/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row spans the grid's width; what scrolls sideways is clipped between the frozen cells. */

#include "config.h"

#include "app/ui/grid/lintel-grid-row.h"

#include "app/ui/grid/lintel-grid-groups.h"
#include "app/ui/grid/lintel-grid-private.h"

/* Kept for the next scroll; more than these are destroyed. */
#define MAX_SPARE_CELLS 4

struct _LintelGridRow
{
  GtkWidget parent_instance;

  gboolean is_header;
  guint index;
  LintelGridCell *heading; /* NULL without a heading column */
  GPtrArray *cells;        /* by column; NULL = out of view */
  GPtrArray *spare;        /* cells without a column */
  int scrolled;            /* how far sideways, and for which geometry, the cells were placed */
  guint serial;
  LintelGridGroups *groups; /* of the header row; NULL in others */
};

G_DEFINE_FINAL_TYPE (LintelGridRow, lintel_grid_row, GTK_TYPE_WIDGET)

static LintelGrid *
get_grid (LintelGridRow *self)
{
  return LINTEL_GRID (gtk_widget_get_parent (GTK_WIDGET (self)));
}

/* Columns under a group line are lower than those without. */
static int
head_top (LintelGrid *grid, guint column)
{
  return lintel_grid_model_get_column (grid->model, column)->group != NULL
             ? grid->geometry.group_height
             : 0;
}

static void
allocate_child (GtkWidget *child, const GdkRectangle *area)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, area, -1);
}

static void
allocate_cell (LintelGridRow *self, LintelGridCell *cell, guint column)
{
  LintelGrid *grid = get_grid (self);
  GdkRectangle area = { 0, 0, 0, gtk_widget_get_height (GTK_WIDGET (self)) };

  lintel_grid_column_extent (grid, column, &area.x, &area.width);
  if (self->is_header && column != LINTEL_GRID_HEADING)
    {
      area.y = head_top (grid, column);
      area.height -= area.y;
    }
  allocate_child (GTK_WIDGET (cell), &area);
}

static void
lintel_grid_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LintelGridRow *self = LINTEL_GRID_ROW (widget);

  if (self->heading != NULL)
    allocate_cell (self, self->heading, LINTEL_GRID_HEADING);
  for (guint i = 0; i < self->cells->len; i++)
    {
      LintelGridCell *cell = g_ptr_array_index (self->cells, i);

      if (cell != NULL)
        allocate_cell (self, cell, i);
    }
  if (self->groups != NULL)
    lintel_grid_groups_allocate (self->groups);
}

static void
snapshot_cells (LintelGridRow *self, guint first, guint end, GtkSnapshot *snapshot)
{
  for (guint i = first; i < end && i < self->cells->len; i++)
    {
      LintelGridCell *cell = g_ptr_array_index (self->cells, i);

      if (cell != NULL)
        gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (cell), snapshot);
    }
  if (self->groups != NULL)
    lintel_grid_groups_snapshot (self->groups, first, end, snapshot);
}

static void
lintel_grid_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LintelGridRow *self = LINTEL_GRID_ROW (widget);
  LintelGrid *grid = get_grid (self);
  GdkRectangle area;

  lintel_grid_scrolling_area (grid, &area);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) area.x, 0, (float) area.width,
                                                         (float) gtk_widget_get_height (widget)));
  snapshot_cells (self, grid->geometry.n_frozen, self->cells->len, snapshot);
  gtk_snapshot_pop (snapshot);
  snapshot_cells (self, 0, grid->geometry.n_frozen, snapshot);
  if (self->heading != NULL)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->heading), snapshot);
}

static void
unparent_cell (gpointer cell)
{
  if (cell != NULL)
    gtk_widget_unparent (cell);
}

static void
lintel_grid_row_dispose (GObject *object)
{
  LintelGridRow *self = LINTEL_GRID_ROW (object);

  g_clear_pointer (&self->heading, unparent_cell);
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->spare, 0);
  g_clear_pointer (&self->groups, lintel_grid_groups_free);
  G_OBJECT_CLASS (lintel_grid_row_parent_class)->dispose (object);
}

static void
lintel_grid_row_finalize (GObject *object)
{
  LintelGridRow *self = LINTEL_GRID_ROW (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->spare);
  G_OBJECT_CLASS (lintel_grid_row_parent_class)->finalize (object);
}

static void
lintel_grid_row_class_init (LintelGridRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lintel_grid_row_dispose;
  object_class->finalize = lintel_grid_row_finalize;
  widget_class->size_allocate = lintel_grid_row_size_allocate;
  widget_class->snapshot = lintel_grid_row_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
lintel_grid_row_init (LintelGridRow *self)
{
  self->cells = g_ptr_array_new_with_free_func (unparent_cell);
  self->spare = g_ptr_array_new_with_free_func (unparent_cell);
}

LintelGridRow *
lintel_grid_row_new (gboolean is_header)
{
  /* The grid finds out itself what is under the pointer. */
  LintelGridRow *self =
      g_object_new (LINTEL_TYPE_GRID_ROW, "css-name", "gridrow", "can-target", FALSE, NULL);

  self->is_header = is_header;
  if (is_header)
    {
      self->index = LINTEL_GRID_HEADING;
      self->groups = lintel_grid_groups_new (GTK_WIDGET (self));
      gtk_widget_add_css_class (GTK_WIDGET (self), "header");
    }
  return self;
}

guint
lintel_grid_row_get_index (LintelGridRow *self)
{
  return self->index;
}

static void
update_stripe (LintelGridRow *self)
{
  if (self->index % 2 == 1)
    gtk_widget_add_css_class (GTK_WIDGET (self), "odd");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "odd");
}

void
lintel_grid_row_set_index (LintelGridRow *self, guint index)
{
  self->index = index;
  update_stripe (self);
  /* As a screen reader counts: from 1, the header row being the first. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) index + 2, -1);
}

LintelGridCell *
lintel_grid_row_get_cell (LintelGridRow *self, guint column)
{
  if (column == LINTEL_GRID_HEADING)
    return self->heading;
  return column < self->cells->len ? g_ptr_array_index (self->cells, column) : NULL;
}

static LintelGridCell *
take_cell (LintelGridRow *self)
{
  LintelGridCell *cell;

  if (self->spare->len > 0)
    cell = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
  else
    {
      cell = lintel_grid_cell_new (self->is_header ? LINTEL_GRID_CELL_COLUMN_HEAD
                                                   : LINTEL_GRID_CELL_BODY);
      gtk_widget_set_parent (GTK_WIDGET (cell), GTK_WIDGET (self));
    }
  gtk_widget_set_child_visible (GTK_WIDGET (cell), TRUE);
  return cell;
}

static void
release_cell (LintelGridRow *self, guint column)
{
  LintelGridCell *cell = g_ptr_array_index (self->cells, column);

  self->cells->pdata[column] = NULL;
  gtk_widget_set_child_visible (GTK_WIDGET (cell), FALSE);
  g_ptr_array_add (self->spare, cell);
}

static void
sync_heading (LintelGridRow *self, gboolean rebind)
{
  LintelGrid *grid = get_grid (self);

  if (self->heading == NULL && grid->geometry.heading_width > 0)
    {
      self->heading = lintel_grid_cell_new (self->is_header ? LINTEL_GRID_CELL_COLUMN_HEAD
                                                            : LINTEL_GRID_CELL_ROW_HEAD);
      gtk_widget_insert_after (GTK_WIDGET (self->heading), GTK_WIDGET (self), NULL);
      rebind = TRUE;
    }
  if (self->heading == NULL || !rebind)
    return;
  lintel_grid_cell_set_position (self->heading, self->index, LINTEL_GRID_HEADING);
  lintel_grid_bind_cell (grid, self->heading);
}

/* Keeps the children in the order of the columns, which is the order a screen reader reads in. */
static void
put_after (LintelGridRow *self, LintelGridCell *cell, GtkWidget **previous)
{
  if (gtk_widget_get_prev_sibling (GTK_WIDGET (cell)) != *previous)
    gtk_widget_insert_after (GTK_WIDGET (cell), GTK_WIDGET (self), *previous);
  *previous = GTK_WIDGET (cell);
}

typedef struct
{
  guint n_frozen;
  guint first;
  guint end;
  guint also;
} WantedColumns;

static gboolean
is_wanted (const WantedColumns *wanted, guint column)
{
  return column < wanted->n_frozen || (column >= wanted->first && column < wanted->end)
         || column == wanted->also;
}

/* The last cell that does not scroll has a stronger edge. */
static void
mark_edge (LintelGridCell *cell, gboolean is_last_frozen)
{
  if (cell == NULL)
    return;
  if (is_last_frozen)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "edge");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell), "edge");
}

/* Returns whether there is a cell that was not there. */
static gboolean
sync_columns (LintelGridRow *self, const WantedColumns *wanted, gboolean rebind)
{
  GtkWidget *previous = self->heading != NULL ? GTK_WIDGET (self->heading) : NULL;
  gboolean any_fresh = FALSE;

  mark_edge (self->heading, wanted->n_frozen == 0);
  for (guint i = 0; i < self->cells->len; i++)
    if (g_ptr_array_index (self->cells, i) != NULL && !is_wanted (wanted, i))
      release_cell (self, i);
  for (guint i = 0; i < self->cells->len; i++)
    {
      LintelGridCell *cell = g_ptr_array_index (self->cells, i);
      gboolean fresh = cell == NULL;

      if (!is_wanted (wanted, i))
        continue;
      if (fresh)
        self->cells->pdata[i] = cell = take_cell (self);
      lintel_grid_cell_set_position (cell, self->index, i);
      if (fresh || rebind)
        lintel_grid_bind_cell (get_grid (self), cell);
      put_after (self, cell, &previous);
      mark_edge (cell, i + 1 == wanted->n_frozen);
      any_fresh |= fresh;
    }
  return any_fresh;
}

void
lintel_grid_row_sync (LintelGridRow *self, guint first, guint end, guint also, gboolean rebind)
{
  LintelGrid *grid = get_grid (self);
  WantedColumns wanted = { grid->geometry.n_frozen, first, end, also };
  int scrolled = (int) lintel_grid_scrolled_columns (grid);

  sync_heading (self, rebind);
  g_ptr_array_set_size (self->cells, (int) grid->geometry.n_columns);
  if (sync_columns (self, &wanted, rebind) || self->scrolled != scrolled
      || self->serial != grid->geometry.serial)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  self->scrolled = scrolled;
  self->serial = grid->geometry.serial;
  if (self->spare->len > MAX_SPARE_CELLS)
    g_ptr_array_set_size (self->spare, MAX_SPARE_CELLS);
  if (self->groups != NULL)
    lintel_grid_groups_sync (self->groups, grid, first, end);
}

void
lintel_grid_row_foreach (LintelGridRow *self, LintelGridCellFunc func, gpointer data)
{
  if (self->heading != NULL)
    func (self->heading, data);
  for (guint i = 0; i < self->cells->len; i++)
    if (g_ptr_array_index (self->cells, i) != NULL)
      func (g_ptr_array_index (self->cells, i), data);
}
