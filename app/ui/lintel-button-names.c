/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accessible names of buttons as GTK should make them, and tooltips at less cost. */

#include "config.h"

#include "app/ui/lintel-button-names.h"

static void
name_menu_button (GtkWidget *button)
{
  const char *name = gtk_widget_get_tooltip_text (button);

  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

/* The button inside has the keyboard, and the name of the whole: that of the label whose mnemonic
 * leads here, or its own. */
static void
name_drop_down (GtkWidget *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (drop_down);
  g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (drop_down);
  GtkWidget *named = labels != NULL ? labels->data : drop_down;

  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  named, NULL, -1);
}

static void
name_expander (GtkWidget *expander)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_expander_get_label (GTK_EXPANDER (expander)), -1);
}

void
lintel_name_buttons (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget))
    name_menu_button (widget);
  else if (GTK_IS_DROP_DOWN (widget))
    name_drop_down (widget);
  else if (GTK_IS_EXPANDER (widget))
    name_expander (widget);
  /* The label inside names the button without its mnemonic sign. */
  else if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget))
           && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lintel_name_buttons (child);
}

void
lintel_set_tooltip (GtkWidget *widget, const char *text)
{
  gboolean ask = gtk_widget_get_mapped (widget) || !gtk_widget_get_visible (widget);

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0)
    return;
  if (!ask)
    gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, text);
  if (!ask)
    gtk_widget_set_visible (widget, TRUE);
}
