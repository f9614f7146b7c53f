/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the marks in a table mean. */

#include "config.h"

#include "app/ui/pages/lintel-legend.h"

#include "app/ui/grid/lintel-grid-cell.h"

#include <glib/gi18n-lib.h>

#define SAMPLE_WIDTH 72
#define SAMPLE_HEIGHT 28

static const struct
{
  LintelGridMarks marks;
  LintelGridFinding finding;
  const char *text;
} entries[] = {
  { LINTEL_GRID_MARK_CHANGED, LINTEL_GRID_FINDING_NONE, N_ ("Changed from the factory default") },
  { LINTEL_GRID_MARK_UNSAVED, LINTEL_GRID_FINDING_NONE, N_ ("Changed since last saved") },
  { LINTEL_GRID_MARK_BASELINE, LINTEL_GRID_FINDING_NONE,
    N_ ("Different from the file compared with") },
  { LINTEL_GRID_MARK_NONE, LINTEL_GRID_FINDING_ERROR, N_ ("Error: must be solved before export") },
  { LINTEL_GRID_MARK_NONE, LINTEL_GRID_FINDING_WARNING, N_ ("Warning: look at it") },
  { LINTEL_GRID_MARK_NONE, LINTEL_GRID_FINDING_NOTE, N_ ("Note: good to know") },
};

/* A cell of a grid; the style of cells needs the grid around it. */
static GtkWidget *
make_sample (LintelGridMarks marks, LintelGridFinding finding)
{
  GtkWidget *cell =
      g_object_new (LINTEL_TYPE_GRID_CELL, "css-name", "gridcell", "accessible-role",
                    GTK_ACCESSIBLE_ROLE_PRESENTATION, "hexpand", TRUE, "vexpand", TRUE, NULL);
  GtkWidget *grid = g_object_new (GTK_TYPE_BOX, "css-name", "lintelgrid", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_CENTER,
                                  "width-request", SAMPLE_WIDTH, "height-request", SAMPLE_HEIGHT,
                                  "overflow", GTK_OVERFLOW_HIDDEN, NULL);

  gtk_widget_add_css_class (grid, "lintel-sample");
  lintel_grid_cell_set_text (LINTEL_GRID_CELL (cell), "101", FALSE);
  lintel_grid_cell_set_marks (LINTEL_GRID_CELL (cell), marks, finding, TRUE);
  gtk_box_append (GTK_BOX (grid), cell);
  return grid;
}

static GtkWidget *
make_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                       "max-width-chars", 44, NULL);
}

/* What a column head marks as doubtful. */
static GtkWidget *
make_question_mark (void)
{
  GtkWidget *label = gtk_label_new ("?");

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

GtkWidget *
lintel_legend_new (void)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid =
      g_object_new (GTK_TYPE_GRID, "row-spacing", 8, "column-spacing", 12, "margin-start", 6,
                    "margin-end", 6, "margin-top", 6, "margin-bottom", 6, NULL);
  GtkWidget *help = make_label (_ ("F1 in a cell says what it means there."));
  int row = 0;

  for (; row < (int) G_N_ELEMENTS (entries); row++)
    {
      gtk_grid_attach (GTK_GRID (grid), make_sample (entries[row].marks, entries[row].finding), 0,
                       row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), make_label (_ (entries[row].text)), 1, row, 1, 1);
    }
  gtk_grid_attach (GTK_GRID (grid), make_question_mark (), 0, row, 1, 1);
  gtk_grid_attach (
      GTK_GRID (grid),
      make_label (
          _ ("In a column head: not from this model's own manual. Check it on the system.")),
      1, row, 1, 1);
  gtk_widget_add_css_class (help, "dim-label");
  gtk_grid_attach (GTK_GRID (grid), help, 0, row + 1, 2, 1);
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  return popover;
}
