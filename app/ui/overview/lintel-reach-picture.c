/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reach picture: the matrix, what is said about the field pointed at, and the legend. */

#include "config.h"

#include "app/ui/overview/lintel-reach-picture.h"

#include "app/ui/lintel-late-update.h"
#include "app/ui/overview/lintel-wrap-layout.h"

#include <glib/gi18n-lib.h>

#define LEGEND_SPACING 18
#define LEGEND_LINE_SPACING 6

struct _LintelReachPicture
{
  AdwBin parent_instance;

  LintelReachMatrix *matrix;
  GtkWidget *scrolled;
  GtkStack *stack; /* "matrix", or "nobody" while no class is in use */
  GtkImage *detail_icon;
  GtkLabel *detail_title, *detail_text;
  GtkWidget *legend;

  LintelProject *project;
  LintelDialSystem *system; /* owned by the project */
};

enum
{
  SHOW_PLACE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LintelReachPicture, lintel_reach_picture, ADW_TYPE_BIN)

static void
show_invitation (LintelReachPicture *self)
{
  gtk_label_set_text (self->detail_title, _ ("What gets out, and why"));
  gtk_label_set_text (self->detail_text, _ ("Point at a field, or move to it with the arrow keys. "
                                            "Click it, or press Enter, to go to what decides."));
  gtk_image_set_from_icon_name (self->detail_icon, "dialog-information-symbolic");
}

static void
show_detail (LintelReachPicture *self, int class_number, guint nth)
{
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (self->system);
  g_auto (LintelCallReach) reach = { 0 };
  g_autofree char *title = NULL, *text = NULL, *address = NULL;

  lintel_call_describe_reach (self->system, class_number, nth, &reach);
  title = g_strdup_printf (C_ ("heading", "Class %d, %s: %s"), class_number,
                           lintel_destination_get_name (&plan->destinations[nth]),
                           lintel_call_verdict_words (reach.verdict));
  address = lintel_place_to_string (&reach.place, self->project);
  text = g_strdup_printf (_ ("%s (%s)"), reach.why, address);
  gtk_label_set_text (self->detail_title, title);
  gtk_label_set_text (self->detail_text, text);
  gtk_image_set_from_icon_name (self->detail_icon, lintel_call_verdict_icon (reach.verdict));
}

static void
point_cb (LintelReachPicture *self, LintelReachCell *cell)
{
  if (self->system == NULL)
    return;
  if (cell != NULL)
    show_detail (self, lintel_reach_cell_get_class (cell),
                 lintel_reach_cell_get_destination (cell));
  else
    show_invitation (self);
}

static void
activate_cb (LintelReachPicture *self, LintelReachCell *cell)
{
  g_auto (LintelCallReach) reach = { 0 };

  lintel_call_describe_reach (self->system, lintel_reach_cell_get_class (cell),
                              lintel_reach_cell_get_destination (cell), &reach);
  g_signal_emit (self, signals[SHOW_PLACE], 0, &reach.place);
}

static void
show_rows (LintelReachPicture *self)
{
  gtk_stack_set_visible_child_name (
      self->stack, lintel_reach_matrix_get_n_rows (self->matrix) > 0 ? "matrix" : "nobody");
}

static void
catch_up (GtkWidget *widget)
{
  LintelReachPicture *self = LINTEL_REACH_PICTURE (widget);

  lintel_reach_matrix_update (self->matrix);
  show_rows (self);
}

/* An entry of the legend: a field as it looks in the picture, and what it says. */
static void
add_legend (LintelReachPicture *self, LintelDialVerdict verdict, LintelCallMark mark,
            const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *field = g_object_new (GTK_TYPE_IMAGE, "icon-name", lintel_call_verdict_icon (verdict),
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (field, "reach-sample");
  gtk_widget_add_css_class (field, lintel_call_mark_style_class (mark));
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_parent (box, self->legend);
}

static void
add_legends (LintelReachPicture *self)
{
  gtk_widget_set_layout_manager (self->legend,
                                 lintel_wrap_layout_new (LEGEND_SPACING, LEGEND_LINE_SPACING));
  add_legend (self, LINTEL_DIAL_ALLOWED, LINTEL_CALL_PLAIN, _ ("Some such number gets out"));
  add_legend (self, LINTEL_DIAL_RESTRICTED, LINTEL_CALL_PLAIN, _ ("All are blocked"));
  add_legend (self, LINTEL_DIAL_DEPENDS, LINTEL_CALL_DOUBT,
              _ ("Not certain: the manuals leave it open"));
  add_legend (self, LINTEL_DIAL_UNDECIDED, LINTEL_CALL_DOUBT, _ ("Not worked out"));
  add_legend (self, LINTEL_DIAL_ALLOWED, LINTEL_CALL_BAD,
              _ ("Framed: a costly number gets out, or an emergency number does not"));
  add_legend (self, LINTEL_DIAL_RESTRICTED, LINTEL_CALL_GOOD,
              _ ("Green: costly numbers are blocked, or emergency numbers get out"));
}

/* A scrolled window takes every turn of the wheel, also those that do not move it: the page could
 * not be scrolled while the pointer is on the picture. */
static void
let_wheel_through (LintelReachPicture *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->scrolled);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
lintel_reach_picture_dispose (GObject *object)
{
  LintelReachPicture *self = LINTEL_REACH_PICTURE (object);

  self->system = NULL;
  g_clear_object (&self->project);
  G_OBJECT_CLASS (lintel_reach_picture_parent_class)->dispose (object);
}

static void
lintel_reach_picture_class_init (LintelReachPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_reach_picture_dispose;
  g_type_ensure (LINTEL_TYPE_REACH_MATRIX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/lintel/Lintel/overview/lintel-reach-picture.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelReachPicture, matrix);
  gtk_widget_class_bind_template_child (widget_class, LintelReachPicture, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LintelReachPicture, stack);
  gtk_widget_class_bind_template_child (widget_class, LintelReachPicture, detail_icon);
  gtk_widget_class_bind_template_child (widget_class, LintelReachPicture, detail_title);
  gtk_widget_class_bind_template_child (widget_class, LintelReachPicture, detail_text);
  gtk_widget_class_bind_template_child (widget_class, LintelReachPicture, legend);
  gtk_widget_class_bind_template_callback (widget_class, point_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  signals[SHOW_PLACE] = g_signal_new ("show-place", LINTEL_TYPE_REACH_PICTURE, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
lintel_reach_picture_init (LintelReachPicture *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  let_wheel_through (self);
  add_legends (self);
  show_invitation (self);
}

GtkWidget *
lintel_reach_picture_new (LintelProject *project)
{
  LintelReachPicture *self = g_object_new (LINTEL_TYPE_REACH_PICTURE, NULL);

  self->project = g_object_ref (project);
  self->system = lintel_dial_system_of (project);
  lintel_reach_matrix_set_system (self->matrix, self->system);
  lintel_late_update_init (GTK_WIDGET (self), catch_up);
  g_signal_connect_object (project, "changed", G_CALLBACK (lintel_late_update_queue), self,
                           G_CONNECT_SWAPPED);
  show_rows (self);
  return GTK_WIDGET (self);
}

LintelReachMatrix *
lintel_reach_picture_get_matrix (LintelReachPicture *self)
{
  return self->matrix;
}
