/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popover that does not take the keyboard by itself: one goes on typing in the text above. */

#include "config.h"

#include "app/ui/grid/lintel-grid-choices.h"

#include <glib/gi18n-lib.h>

#define MAX_HEIGHT 320

struct _LintelGridChoices
{
  GtkPopover parent_instance;

  const LintelGridEditorSpec *spec;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LintelGridChoices, lintel_grid_choices, GTK_TYPE_POPOVER)

static guint chosen_signal;

static void
row_activated_cb (LintelGridChoices *self, GtkListBoxRow *row)
{
  g_signal_emit (self, chosen_signal, 0, (guint) gtk_list_box_row_get_index (row));
}

static void
lintel_grid_choices_class_init (LintelGridChoicesClass *klass)
{
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
lintel_grid_choices_init (LintelGridChoices *self)
{
  GtkPopover *popover = GTK_POPOVER (self);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                                      "max-content-height", MAX_HEIGHT, "child", list, NULL);

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("screen reader", "Values"), -1);
  gtk_popover_set_autohide (popover, FALSE);
  gtk_popover_set_has_arrow (popover, FALSE);
  gtk_popover_set_position (popover, GTK_POS_BOTTOM);
  gtk_popover_set_child (popover, scrolled);
  gtk_widget_add_css_class (GTK_WIDGET (self), "grid-choices");
}

GtkWidget *
lintel_grid_choices_new (void)
{
  return g_object_new (LINTEL_TYPE_GRID_CHOICES, NULL);
}

void
lintel_grid_choices_fill (LintelGridChoices *self, const LintelGridEditorSpec *spec)
{
  GtkWidget *row;

  self->spec = spec;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < spec->choices->len; i++)
    {
      const LintelGridChoice *choice = g_ptr_array_index (spec->choices, i);
      GtkWidget *label = gtk_label_new (choice->label);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (self->list, label);
    }
}

/* The list scrolls by itself only for a row that has the keyboard. */
static void
select_row (LintelGridChoices *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  graphene_rect_t bounds;

  gtk_list_box_select_row (self->list, row);
  if (adjustment != NULL
      && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

void
lintel_grid_choices_show_meant (LintelGridChoices *self, const char *text)
{
  g_autofree char *value = NULL;

  gtk_list_box_unselect_all (self->list);
  if (!lintel_grid_editor_spec_check (self->spec, text, &value, NULL))
    return;
  for (guint i = 0; i < self->spec->choices->len; i++)
    {
      const LintelGridChoice *choice = g_ptr_array_index (self->spec->choices, i);

      if (g_str_equal (choice->value, value))
        select_row (self, gtk_list_box_get_row_at_index (self->list, (int) i));
    }
}

const LintelGridChoice *
lintel_grid_choices_step (LintelGridChoices *self, int direction)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + direction : 0;

  index = CLAMP (index, 0, (int) self->spec->choices->len - 1);
  select_row (self, gtk_list_box_get_row_at_index (self->list, index));
  return g_ptr_array_index (self->spec->choices, index);
}

void
lintel_grid_choices_take_focus (LintelGridChoices *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static GtkWidget *
get_focus (LintelGridChoices *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)) ? focus : NULL;
}

gboolean
lintel_grid_choices_has_focus_within (LintelGridChoices *self)
{
  return get_focus (self) != NULL;
}

gboolean
lintel_grid_choices_choose_focused (LintelGridChoices *self)
{
  GtkWidget *focus = get_focus (self);

  if (!GTK_IS_LIST_BOX_ROW (focus))
    return FALSE;
  row_activated_cb (self, GTK_LIST_BOX_ROW (focus));
  return TRUE;
}
