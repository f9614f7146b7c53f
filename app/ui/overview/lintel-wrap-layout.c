/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children one after the other, in as many lines as the width asks for. GtkFlowBox would align them
 * in columns and make each one selectable. */

#include "config.h"

#include "app/ui/overview/lintel-wrap-layout.h"

struct _LintelWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing, line_spacing;
};

G_DEFINE_FINAL_TYPE (LintelWrapLayout, lintel_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Where the next child goes. */
typedef struct
{
  int x, y, line_height;
} Pen;

static void
place_child (LintelWrapLayout *self, Pen *pen, const GtkRequisition *size, int width)
{
  if (pen->x > 0 && pen->x + size->width > width)
    {
      pen->x = 0;
      pen->y += pen->line_height + self->line_spacing;
      pen->line_height = 0;
    }
  pen->line_height = MAX (pen->line_height, size->height);
}

/* Lays the children out for WIDTH and returns the height; moves them there when ALLOCATE. */
static int
lay_out (LintelWrapLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Pen pen = { 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, NULL, &size);
      size.width = MIN (size.width, width);
      place_child (self, &pen, &size, width);
      if (allocate)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation){ rtl ? width - pen.x - size.width : pen.x, pen.y,
                                                    size.width, size.height },
                                  -1);
      pen.x += size.width + self->spacing;
    }
  return pen.y + pen.line_height;
}

static void
measure_width (LintelWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += (*natural > 0 ? self->spacing : 0) + child_natural;
    }
}

static void
lintel_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget,
                            GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  LintelWrapLayout *self = LINTEL_WRAP_LAYOUT (manager);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = lay_out (self, widget, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
}

static void
lintel_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                             int baseline)
{
  lay_out (LINTEL_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
lintel_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lintel_wrap_layout_class_init (LintelWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = lintel_wrap_layout_measure;
  layout_class->allocate = lintel_wrap_layout_allocate;
  layout_class->get_request_mode = lintel_wrap_layout_get_request_mode;
}

static void
lintel_wrap_layout_init (LintelWrapLayout *self)
{
}

GtkLayoutManager *
lintel_wrap_layout_new (int spacing, int line_spacing)
{
  LintelWrapLayout *self = g_object_new (LINTEL_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  self->line_spacing = line_spacing;
  return GTK_LAYOUT_MANAGER (self);
}
