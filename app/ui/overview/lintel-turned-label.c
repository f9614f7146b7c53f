/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that runs upwards, for the heads of narrow columns. Long texts take a second line. */

#include "config.h"

#include "app/ui/overview/lintel-turned-label.h"

/* Lines are not longer than this many times the height of one. */
#define LINE_LENGTH 11

struct _LintelTurnedLabel
{
  GtkWidget parent_instance;

  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (LintelTurnedLabel, lintel_turned_label, GTK_TYPE_WIDGET)

static void
set_width (LintelTurnedLabel *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  pango_layout_set_width (self->layout, LINE_LENGTH * pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
}

static void
lintel_turned_label_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                             int *minimum, int *natural, int *minimum_baseline,
                             int *natural_baseline)
{
  int length, thickness;

  pango_layout_get_pixel_size (LINTEL_TURNED_LABEL (widget)->layout, &length, &thickness);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? thickness : length;
}

/* The text starts at the lower edge, next to what it is the head of. */
static void
lintel_turned_label_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LintelTurnedLabel *self = LINTEL_TURNED_LABEL (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GdkRGBA color;
  int thickness;

  pango_layout_get_pixel_size (self->layout, NULL, &thickness);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - (float) thickness) / 2, height));
  gtk_snapshot_rotate (snapshot, -90);
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
lintel_turned_label_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  LintelTurnedLabel *self = LINTEL_TURNED_LABEL (widget);

  GTK_WIDGET_CLASS (lintel_turned_label_parent_class)->css_changed (widget, change);
  if (self->layout == NULL)
    return;
  pango_layout_context_changed (self->layout);
  set_width (self);
  gtk_widget_queue_resize (widget);
}

static void
lintel_turned_label_finalize (GObject *object)
{
  g_clear_object (&LINTEL_TURNED_LABEL (object)->layout);
  G_OBJECT_CLASS (lintel_turned_label_parent_class)->finalize (object);
}

static void
lintel_turned_label_class_init (LintelTurnedLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lintel_turned_label_finalize;
  widget_class->measure = lintel_turned_label_measure;
  widget_class->snapshot = lintel_turned_label_snapshot;
  widget_class->css_changed = lintel_turned_label_css_changed;
  gtk_widget_class_set_css_name (widget_class, "turnedlabel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
}

static void
lintel_turned_label_init (LintelTurnedLabel *self)
{
  /* Lines start at the lower edge everywhere. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
}

GtkWidget *
lintel_turned_label_new (const char *text)
{
  LintelTurnedLabel *self = g_object_new (LINTEL_TYPE_TURNED_LABEL, NULL);

  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  set_width (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return GTK_WIDGET (self);
}
