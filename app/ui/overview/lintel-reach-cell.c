/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of the reach picture: what a class does with a destination, as symbol and colour. */

#include "config.h"

#include "app/ui/overview/lintel-reach-cell.h"

#include <glib/gi18n-lib.h>

struct _LintelReachCell
{
  GtkWidget parent_instance;

  GtkImage *image;
  int class_number;
  guint nth;
};

G_DEFINE_FINAL_TYPE (LintelReachCell, lintel_reach_cell, GTK_TYPE_WIDGET)

static void
describe (LintelReachCell *self, const LintelDestination *destination, const LintelCallReach *reach)
{
  const char *name = lintel_destination_get_name (destination);
  const char *words = lintel_call_verdict_words (reach->verdict);
  g_autofree char *label = NULL;

  if (reach->number != NULL)
    /* Translators: "Class 2, International: gets out, 011 44 20 7946 0123" */
    label = g_strdup_printf (C_ ("screen reader", "Class %d, %s: %s, %s"), self->class_number, name,
                             words, reach->number);
  else
    label =
        g_strdup_printf (C_ ("screen reader", "Class %d, %s: %s"), self->class_number, name, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reach->why, -1);
}

void
lintel_reach_cell_update (LintelReachCell *self, LintelDialSystem *system)
{
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (system);
  g_auto (LintelCallReach) reach = { 0 };

  lintel_call_describe_reach (system, self->class_number, self->nth, &reach);
  gtk_image_set_from_icon_name (self->image, lintel_call_verdict_icon (reach.verdict));
  gtk_widget_set_css_classes (GTK_WIDGET (self),
                              (const char *[]){ lintel_call_mark_style_class (reach.mark), NULL });
  describe (self, &plan->destinations[self->nth], &reach);
}

int
lintel_reach_cell_get_class (LintelReachCell *self)
{
  return self->class_number;
}

guint
lintel_reach_cell_get_destination (LintelReachCell *self)
{
  return self->nth;
}

static void
lintel_reach_cell_dispose (GObject *object)
{
  LintelReachCell *self = LINTEL_REACH_CELL (object);

  if (self->image != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->image));
  self->image = NULL;
  G_OBJECT_CLASS (lintel_reach_cell_parent_class)->dispose (object);
}

static void
lintel_reach_cell_class_init (LintelReachCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_reach_cell_dispose;
  gtk_widget_class_set_css_name (widget_class, "reachcell");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
lintel_reach_cell_init (LintelReachCell *self)
{
  self->image = GTK_IMAGE (
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_set_parent (GTK_WIDGET (self->image), GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
lintel_reach_cell_new (int class_number, guint nth)
{
  LintelReachCell *self = g_object_new (LINTEL_TYPE_REACH_CELL, NULL);

  self->class_number = class_number;
  self->nth = nth;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  (int) nth + 2, -1);
  return GTK_WIDGET (self);
}
