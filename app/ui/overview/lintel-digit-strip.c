/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialled digits as a row of boxes, each with a symbol and a colour for what is decided by then.
 * Boxes are used again while the number grows and shrinks. */

#include "config.h"

#include "app/ui/overview/lintel-digit-strip.h"

#include "app/ui/overview/lintel-call-words.h"
#include "app/ui/overview/lintel-wrap-layout.h"

#include <glib/gi18n-lib.h>

#define SPACING 4

struct _LintelDigitStrip
{
  GtkWidget parent_instance;

  GPtrArray *boxes; /* GtkBox: a label above an image; children of this */
};

G_DEFINE_FINAL_TYPE (LintelDigitStrip, lintel_digit_strip, GTK_TYPE_WIDGET)

static GtkWidget *
create_box (void)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  return box;
}

static GtkWidget *
ensure_box (LintelDigitStrip *self, guint nth)
{
  if (nth == self->boxes->len)
    {
      GtkWidget *box = create_box ();

      gtk_widget_set_parent (box, GTK_WIDGET (self));
      g_ptr_array_add (self->boxes, box);
    }
  return g_ptr_array_index (self->boxes, nth);
}

static void
show_step (GtkWidget *box, guint nth, const LintelDialStep *step)
{
  static const char *const classes[] = { "open", "out", "cut", "unsure" };
  const char digit[] = { step->digit, '\0' };
  /* Translators: what is decided after a dialled digit: "Digit 3, 1: cut off" */
  g_autofree char *name = g_strdup_printf (C_ ("screen reader", "Digit %u, %s: %s"), nth + 1, digit,
                                           lintel_call_stage_words (step->stage));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), digit);
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_last_child (box)),
                                lintel_call_stage_icon (step->stage));
  gtk_widget_set_css_classes (box, (const char *[]){ "lintel-digit", classes[step->stage], NULL });
  gtk_widget_set_tooltip_text (box, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (box, TRUE);
}

void
lintel_digit_strip_show (LintelDigitStrip *self, GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    show_step (ensure_box (self, i), i, &g_array_index (steps, LintelDialStep, i));
  for (guint i = steps->len; i < self->boxes->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->boxes, i), FALSE);
}

static void
lintel_digit_strip_dispose (GObject *object)
{
  LintelDigitStrip *self = LINTEL_DIGIT_STRIP (object);

  for (guint i = 0; i < self->boxes->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->boxes, i));
  g_ptr_array_set_size (self->boxes, 0);
  G_OBJECT_CLASS (lintel_digit_strip_parent_class)->dispose (object);
}

static void
lintel_digit_strip_finalize (GObject *object)
{
  g_ptr_array_unref (LINTEL_DIGIT_STRIP (object)->boxes);
  G_OBJECT_CLASS (lintel_digit_strip_parent_class)->finalize (object);
}

static void
lintel_digit_strip_class_init (LintelDigitStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lintel_digit_strip_dispose;
  object_class->finalize = lintel_digit_strip_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lintel_digit_strip_init (LintelDigitStrip *self)
{
  self->boxes = g_ptr_array_new ();
  gtk_widget_set_layout_manager (GTK_WIDGET (self), lintel_wrap_layout_new (SPACING, SPACING));
  /* Digits are read from left to right everywhere. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
}
