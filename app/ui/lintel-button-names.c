/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accessible names of buttons as GTK should make them. */

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

void
lintel_name_buttons (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget))
    name_menu_button (widget);
  /* The label inside names the button without its mnemonic sign. */
  else if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lintel_name_buttons (child);
}
