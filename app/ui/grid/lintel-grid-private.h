/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the grid's parts share. Each block of functions lives in the file named above it. */
#pragma once

#include "app/ui/grid/lintel-grid.h"

#include "app/ui/grid/lintel-grid-cell.h"
#include "app/ui/grid/lintel-grid-editor.h"
#include "app/ui/grid/lintel-grid-row.h"

G_BEGIN_DECLS

/* Lengths in pixels. Offsets count from the side where a line of text starts, so from the right in
 * a right-to-left language, until lintel_grid_column_extent() turns them into coordinates. */
typedef struct
{
  gboolean valid; /* FALSE after a reset of the model */
  guint serial;   /* another one after every change of widths */
  PangoFontDescription *font;
  double resolution;
  int width;
  int height;
  int row_height;
  int digit_width;
  int cell_extra;    /* what a cell needs beside its text: padding and a symbol */
  int group_height;  /* 0 without groups */
  int header_height; /* with the group line */
  int heading_width; /* 0 without a heading column */
  guint n_rows;
  guint n_columns;
  guint n_frozen; /* fewer than the model's in a window too narrow for them */
  int *offsets;   /* n_columns + 1: where each column starts behind the heading column */
} LintelGridGeometry;

struct _LintelGrid
{
  GtkWidget parent_instance;

  LintelGridModel *model;

  GtkAdjustment *adjustment[2]; /* by GtkOrientation */
  GtkScrollablePolicy policy[2];
  LintelGridGeometry geometry;

  GtkWidget *probe;      /* a cell that is never shown; its style gives the row height */
  LintelGridRow *header; /* column heads */
  GHashTable *rows;      /* row index → LintelGridRow: rows in view and the cursor's */
  GPtrArray *spare_rows; /* scrolled out of view, to be used again */
  LintelGridEditor *editor;
  GtkWidget *hint; /* why a value was refused, or help; scrolls in a lower grid. NULL at first */
  GtkLabel *hint_label;
  GtkWidget *menu; /* context menu, or NULL */

  /* Change by keys, mouse and lintel_grid_set_cursor(); within the table while it has cells. The
   * selection spans from the anchor to the end. */
  guint cursor_row;
  guint cursor_column;
  guint anchor_row;
  guint anchor_column;
  guint end_row;
  guint end_column;

  guint tab_column; /* where Enter goes after a run of Tabs; LINTEL_GRID_HEADING = nowhere */

  gboolean scroll_pending; /* the cursor is to be brought into view once there is a size */
  gboolean configuring;    /* the adjustments are being set from within an allocation */
  gboolean editing;
  gboolean confirming; /* the model is being written: its signals must not close the editor */

  GArray *widths;    /* of double, by column: what the user has chosen; 0, or none, for its own */
  gboolean resizing; /* the end of a head is being dragged */
  guint resized_column;
  int resized_from; /* its width when that began */

  double drag_x; /* where a drag over cells or heads is, for scrolling at the edges */
  double drag_y;
  gboolean drag_rows, drag_columns; /* what it selects: over heads, only one of them */
  gint64 drag_time;                 /* of its last step */
  guint drag_tick;
};

/* lintel-grid.c */
void lintel_grid_emit_cursor_moved (LintelGrid *self);
void lintel_grid_emit_selection_changed (LintelGrid *self);
void lintel_grid_emit_head_activated (LintelGrid *self, guint column);
void lintel_grid_emit_rejected (LintelGrid *self, GPtrArray *rejects);

/* lintel-grid-geometry.c */
void lintel_grid_invalidate_geometry (LintelGrid *self);
/* Measures again what has changed. Without a model the geometry stays invalid. */
void lintel_grid_update_geometry (LintelGrid *self);
void lintel_grid_update_n_frozen (LintelGrid *self);
/* What the head of a column needs at least. */
int lintel_grid_measure_head_width (LintelGrid *self, guint column);

/* lintel-grid-scroll.c */
void lintel_grid_set_adjustment (LintelGrid *self, GtkOrientation orientation,
                                 GtkAdjustment *adjustment);
void lintel_grid_configure_adjustments (LintelGrid *self);
/* How far the columns are scrolled, from the side where a line starts. */
double lintel_grid_scrolled_columns (LintelGrid *self);
int lintel_grid_scrolled_rows (LintelGrid *self);
void lintel_grid_scroll_to (LintelGrid *self, guint row, guint column);
void lintel_grid_scroll_to_row (LintelGrid *self, guint row);
void lintel_grid_scroll_to_column (LintelGrid *self, guint column);
/* A row out of view or close to its edge comes a third down the grid, to be seen among others. */
void lintel_grid_scroll_around (LintelGrid *self, guint row);
/* The direction of text has changed: keeps the columns that are in view. */
void lintel_grid_mirror_scrolling (LintelGrid *self);
gboolean lintel_grid_is_rtl (LintelGrid *self);

/* lintel-grid-layout.c */
void lintel_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline);
void lintel_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline);
void lintel_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
/* Width of what does not scroll sideways. */
int lintel_grid_frozen_width (LintelGrid *self);
/* The column's place in the window; LINTEL_GRID_HEADING is the heading column. */
void lintel_grid_column_extent (LintelGrid *self, guint column, int *x, int *width);
int lintel_grid_row_y (LintelGrid *self, guint row);
void lintel_grid_cell_area (LintelGrid *self, guint row, guint column, GdkRectangle *area);
/* Where cells scroll, in the window's coordinates. */
void lintel_grid_scrolling_area (LintelGrid *self, GdkRectangle *area);
/* Rows [first, end) and scrolling columns [first, end) that are at least partly in view. */
void lintel_grid_visible_rows (LintelGrid *self, guint *first, guint *end);
void lintel_grid_visible_columns (LintelGrid *self, guint *first, guint *end);
/* Which row and column are at a point: LINTEL_GRID_HEADING for the header row and the heading
 * column. FALSE beside the table. */
gboolean lintel_grid_cell_at (LintelGrid *self, double x, double y, guint *row, guint *column);

/* lintel-grid-cells.c */
void lintel_grid_sync_cells (LintelGrid *self);
void lintel_grid_drop_cells (LintelGrid *self);
void lintel_grid_bind_cell (LintelGrid *self, LintelGridCell *cell);
void lintel_grid_rebind (LintelGrid *self, const LintelGridRange *range);
/* Brings the look of cursor and selection up to date on every cell there is. */
void lintel_grid_update_selection (LintelGrid *self);
/* NULL when the cell is out of view. */
LintelGridCell *lintel_grid_get_cell (LintelGrid *self, guint row, guint column);

/* lintel-grid-a11y.c */
void lintel_grid_describe_grid (LintelGrid *self);
void lintel_grid_describe_cell (LintelGrid *self, LintelGridCell *cell,
                                const LintelGridCellInfo *info);

/* lintel-grid-resize.c */
void lintel_grid_install_resizing (LintelGrid *self);
typedef enum
{
  LINTEL_GRID_WIDER,
  LINTEL_GRID_NARROWER,
  LINTEL_GRID_OWN_WIDTH,
  LINTEL_GRID_FIT, /* to what the column holds */
} LintelGridResize;
void lintel_grid_resize_selected (LintelGrid *self, LintelGridResize how);
/* In pixels; 0 when the column has its own. */
int lintel_grid_get_chosen_width (LintelGrid *self, guint column);

/* lintel-grid-cursor.c */
typedef enum
{
  LINTEL_GRID_MOVE, /* the selection follows the cursor */
  LINTEL_GRID_EXTEND,
} LintelGridSelectMode;
void lintel_grid_move_cursor (LintelGrid *self, guint row, guint column, LintelGridSelectMode mode);
/* Steps along the row and on to the next or previous one; FALSE at the end of the table. */
gboolean lintel_grid_step (LintelGrid *self, int direction);
void lintel_grid_clamp_cursor (LintelGrid *self);
void lintel_grid_focus_cursor (LintelGrid *self);
gboolean lintel_grid_has_focus_within (LintelGrid *self);
/* Selects a whole row or column, the other being LINTEL_GRID_HEADING, or all with both; or, to
 * extend, all rows or columns from the anchor to that one. That one comes into view, not the
 * cursor. */
void lintel_grid_select_lines (LintelGrid *self, guint row, guint column,
                               LintelGridSelectMode mode);
gboolean lintel_grid_is_selected (LintelGrid *self, guint row, guint column);

/* lintel-grid-keys.c */
void lintel_grid_install_keys (LintelGrid *self);
gboolean lintel_grid_handle_key (LintelGrid *self, guint keyval, GdkModifierType state);

/* lintel-grid-mouse.c */
void lintel_grid_install_mouse (LintelGrid *self);
gboolean lintel_grid_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                    GtkTooltip *tooltip);
void lintel_grid_popup_menu (LintelGrid *self, double x, double y);
void lintel_grid_popup_menu_at_cursor (LintelGrid *self);

/* lintel-grid-edit.c */
/* TEXT replaces what the cell holds; NULL = edit what is there. */
void lintel_grid_begin_edit (LintelGrid *self, const char *text);
void lintel_grid_open_choices (LintelGrid *self);
/* Space: turns a flag, opens a list. FALSE at other cells. */
gboolean lintel_grid_toggle (LintelGrid *self);
void lintel_grid_end_edit (LintelGrid *self, gboolean keep_focus);
void lintel_grid_install_editor (LintelGrid *self);

/* lintel-grid-hint.c */
gboolean lintel_grid_shows_hint (LintelGrid *self);
void lintel_grid_show_hint (LintelGrid *self, const char *text, gboolean refused);
void lintel_grid_hide_hint (LintelGrid *self);
/* Help and findings of the cursor's cell; hides them when they are shown. */
void lintel_grid_toggle_help (LintelGrid *self);
/* When the note is taller than the grid: one line, or with PAGES one page, up (-1) or down (1).
 * FALSE when it is not, or there is none. */
gboolean lintel_grid_scroll_hint (LintelGrid *self, int direction, gboolean pages);
void lintel_grid_allocate_hint (LintelGrid *self);

/* lintel-grid-clipboard.c */
void lintel_grid_apply_block (LintelGrid *self, const LintelGridEdit *edits, gsize n_edits,
                              const char *label);
/* TRUE when somebody holds the copy back. */
gboolean lintel_grid_emit_copying (LintelGrid *self, gboolean cut);
void lintel_grid_copy (LintelGrid *self);
void lintel_grid_cut (LintelGrid *self);
void lintel_grid_paste (LintelGrid *self);

/* lintel-grid-fill.c */
void lintel_grid_fill_down (LintelGrid *self);
void lintel_grid_fill_series (LintelGrid *self);

/* lintel-grid-actions.c */
void lintel_grid_install_actions (GtkWidgetClass *widget_class);
void lintel_grid_update_actions (LintelGrid *self);

G_END_DECLS
