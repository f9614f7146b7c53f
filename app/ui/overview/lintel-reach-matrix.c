/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classes in use × destinations: rows, heads, and the work in slices. */

#include "config.h"

#include "app/ui/overview/lintel-reach-matrix-private.h"

#include "app/ui/grid/lintel-digits.h"
#include "app/ui/overview/lintel-turned-label.h"

#include <glib/gi18n-lib.h>

/* A quarter of a frame at 60 Hz, in microseconds. */
#define SLICE 4000

/* Two lines of this many characters tell who is in a class. */
#define HEAD_CHARS 30

enum
{
  POINT,
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LintelReachMatrix, lintel_reach_matrix, GTK_TYPE_WIDGET)

gboolean
lintel_reach_matrix_has_focus (LintelReachMatrix *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

LintelReachCell *
lintel_reach_matrix_get_cell_at (LintelReachMatrix *self, guint row, guint column)
{
  return row < self->rows->len && column < self->n_columns
             ? g_ptr_array_index (self->cells, row * self->n_columns + column)
             : NULL;
}

void
lintel_reach_matrix_emit_point (LintelReachMatrix *self)
{
  LintelReachCell *focused = lintel_reach_matrix_has_focus (self)
                                 ? lintel_reach_matrix_get_cell_at (self, self->row, self->column)
                                 : NULL;

  g_signal_emit (self, signals[POINT], 0, self->hovered != NULL ? self->hovered : focused);
}

void
lintel_reach_matrix_emit_activate (LintelReachMatrix *self, LintelReachCell *cell)
{
  g_signal_emit (self, signals[ACTIVATE], 0, cell);
}

/* Work in slices. */

static gboolean
work_cb (gpointer data)
{
  LintelReachMatrix *self = data;
  gint64 end = g_get_monotonic_time () + SLICE;

  while (self->next < self->cells->len && g_get_monotonic_time () < end)
    lintel_reach_cell_update (g_ptr_array_index (self->cells, self->next++), self->system);
  if (self->next < self->cells->len)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  lintel_reach_matrix_emit_point (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_work (LintelReachMatrix *self)
{
  if (self->source == 0 && self->next < self->cells->len
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_idle_add (work_cb, self);
}

static void
lintel_reach_matrix_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lintel_reach_matrix_parent_class)->map (widget);
  schedule_work (LINTEL_REACH_MATRIX (widget));
}

static void
lintel_reach_matrix_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&LINTEL_REACH_MATRIX (widget)->source, g_source_remove);
  GTK_WIDGET_CLASS (lintel_reach_matrix_parent_class)->unmap (widget);
}

/* Rows. */

static void
attach (LintelReachMatrix *self, GtkWidget *child, int column, int row)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkLayoutChild *place;

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  place = gtk_layout_manager_get_layout_child (layout, child);
  gtk_grid_layout_child_set_column (GTK_GRID_LAYOUT_CHILD (place), column);
  gtk_grid_layout_child_set_row (GTK_GRID_LAYOUT_CHILD (place), row);
}

static void
add_column_heads (LintelReachMatrix *self)
{
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (self->system);

  self->n_columns = plan->n_destinations;
  for (guint nth = 0; nth < self->n_columns; nth++)
    {
      const LintelDestination *destination = &plan->destinations[nth];
      GtkWidget *head = lintel_turned_label_new (lintel_destination_get_name (destination));

      gtk_widget_set_tooltip_text (head, lintel_destination_get_help (destination));
      if (destination->costly)
        gtk_widget_add_css_class (head, "costly");
      attach (self, head, (int) nth + 1, 0);
    }
}

static GtkWidget *
create_row_head (LintelReachRow *row)
{
  GtkWidget *title = gtk_label_new (NULL);
  g_autofree char *text = g_strdup_printf (C_ ("column", "Class %d"), row->class_number);

  row->head =
      g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                    GTK_ACCESSIBLE_ROLE_ROW_HEADER, "valign", GTK_ALIGN_CENTER, NULL);
  row->users = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (row->head, "reach-head");
  if (row->inmail)
    gtk_widget_add_css_class (row->head, "inmail");
  gtk_label_set_text (GTK_LABEL (title), text);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (row->users, 0);
  gtk_label_set_wrap (row->users, TRUE);
  gtk_label_set_lines (row->users, 2);
  gtk_label_set_ellipsize (row->users, PANGO_ELLIPSIZE_END);
  /* One width, so that the height does not depend on the room there is: the scrolled window around
   * the picture does not ask for the height that goes with its width. */
  gtk_label_set_width_chars (row->users, HEAD_CHARS);
  gtk_label_set_max_width_chars (row->users, HEAD_CHARS);
  gtk_widget_add_css_class (GTK_WIDGET (row->users), "caption");
  gtk_box_append (GTK_BOX (row->head), title);
  gtk_box_append (GTK_BOX (row->head), GTK_WIDGET (row->users));
  return row->head;
}

static void
add_row (LintelReachMatrix *self, int class_number, gboolean inmail)
{
  LintelReachRow row = { .class_number = class_number, .inmail = inmail };
  int line = (int) self->rows->len + 1;

  attach (self, create_row_head (&row), 0, line);
  g_array_append_val (self->rows, row);
  for (guint nth = 0; nth < self->n_columns; nth++)
    {
      GtkWidget *cell = lintel_reach_cell_new (class_number, nth);

      gtk_accessible_update_relation (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                      line + 1, -1);
      attach (self, cell, (int) nth + 1, line);
      g_ptr_array_add (self->cells, cell);
    }
}

static void
remove_rows (LintelReachMatrix *self)
{
  self->hovered = NULL;
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->cells, i));
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_unparent (g_array_index (self->rows, LintelReachRow, i).head);
  g_ptr_array_set_size (self->cells, 0);
  g_array_set_size (self->rows, 0);
}

/* InMail's classes first. */
static GArray *
list_classes (LintelReachMatrix *self)
{
  guint all = lintel_dial_system_get_classes_in_use (self->system, FALSE);
  guint inmail = lintel_dial_system_get_classes_in_use (self->system, TRUE);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LintelReachRow));

  for (int pass = 0; pass < 2; pass++)
    for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
      {
        LintelReachRow row = { .class_number = n, .inmail = (inmail >> n & 1) != 0 };

        if ((all >> n & 1) != 0 && row.inmail == (pass == 0))
          g_array_append_val (rows, row);
      }
  return rows;
}

static gboolean
are_rows_right (LintelReachMatrix *self, GArray *wanted)
{
  gboolean right = wanted->len == self->rows->len;

  for (guint i = 0; i < wanted->len && right; i++)
    {
      LintelReachRow *there = &g_array_index (self->rows, LintelReachRow, i);
      LintelReachRow *here = &g_array_index (wanted, LintelReachRow, i);

      right = there->class_number == here->class_number && there->inmail == here->inmail;
    }
  return right;
}

/* The focus stays with its class, or near by. */
static void
replace_rows (LintelReachMatrix *self, GArray *wanted)
{
  gboolean had_focus = lintel_reach_matrix_has_focus (self);
  int class_number = self->row < self->rows->len
                         ? g_array_index (self->rows, LintelReachRow, self->row).class_number
                         : 0;

  remove_rows (self);
  self->row = MIN (self->row, MAX (wanted->len, 1) - 1);
  for (guint i = 0; i < wanted->len; i++)
    {
      LintelReachRow *row = &g_array_index (wanted, LintelReachRow, i);

      add_row (self, row->class_number, row->inmail);
      if (row->class_number == class_number)
        self->row = i;
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int) wanted->len + 1, GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  (int) self->n_columns + 1, -1);
  if (had_focus && wanted->len > 0)
    gtk_widget_grab_focus (
        GTK_WIDGET (lintel_reach_matrix_get_cell_at (self, self->row, self->column)));
}

static void
show_users (LintelReachMatrix *self, LintelReachRow *row)
{
  g_autofree char *users = lintel_call_describe_users (self->system, row->class_number);
  g_autofree char *name = g_strdup_printf (C_ ("column", "Class %d, %s"), row->class_number, users);

  lintel_digits_set_label (row->users, users);
  gtk_widget_set_tooltip_text (row->head, users);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->head), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

void
lintel_reach_matrix_update (LintelReachMatrix *self)
{
  g_autoptr (GArray) wanted = list_classes (self);

  if (!are_rows_right (self, wanted))
    replace_rows (self, wanted);
  for (guint i = 0; i < self->rows->len; i++)
    show_users (self, &g_array_index (self->rows, LintelReachRow, i));
  self->next = 0;
  schedule_work (self);
}

/* Lifecycle. */

static void
lintel_reach_matrix_dispose (GObject *object)
{
  LintelReachMatrix *self = LINTEL_REACH_MATRIX (object);
  GtkWidget *child;

  g_clear_handle_id (&self->source, g_source_remove);
  remove_rows (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (lintel_reach_matrix_parent_class)->dispose (object);
}

static void
lintel_reach_matrix_finalize (GObject *object)
{
  LintelReachMatrix *self = LINTEL_REACH_MATRIX (object);

  g_array_unref (self->rows);
  g_ptr_array_unref (self->cells);
  G_OBJECT_CLASS (lintel_reach_matrix_parent_class)->finalize (object);
}

static void
lintel_reach_matrix_class_init (LintelReachMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lintel_reach_matrix_dispose;
  object_class->finalize = lintel_reach_matrix_finalize;
  widget_class->map = lintel_reach_matrix_map;
  widget_class->unmap = lintel_reach_matrix_unmap;
  lintel_reach_matrix_class_init_input (widget_class);
  gtk_widget_class_set_css_name (widget_class, "reachmatrix");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  signals[POINT] = g_signal_new ("point", LINTEL_TYPE_REACH_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, LINTEL_TYPE_REACH_CELL);
  signals[ACTIVATE] = g_signal_new ("activate", LINTEL_TYPE_REACH_MATRIX, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, LINTEL_TYPE_REACH_CELL);
}

static void
lintel_reach_matrix_init (LintelReachMatrix *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (LintelReachRow));
  self->cells = g_ptr_array_new ();
  lintel_reach_matrix_init_input (self);
}

void
lintel_reach_matrix_set_system (LintelReachMatrix *self, LintelDialSystem *system)
{
  g_assert (self->system == NULL);
  self->system = system;
  add_column_heads (self);
  lintel_reach_matrix_update (self);
}

guint
lintel_reach_matrix_get_n_rows (LintelReachMatrix *self)
{
  return self->rows->len;
}

LintelReachCell *
lintel_reach_matrix_get_cell (LintelReachMatrix *self, int class_number, guint nth)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, LintelReachRow, i).class_number == class_number)
      return lintel_reach_matrix_get_cell_at (self, i, nth);
  return NULL;
}
