/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Accessible names of buttons as GTK should make them.
 *
 * GTK 4.8 calls a button with a mnemonic "_Save Save", and the button inside a menu button or a
 * drop-down and an expander by the name of its type.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names WIDGET, if it is a button, and all buttons inside it. */
void lintel_name_buttons (GtkWidget *widget);
/* As gtk_widget_set_tooltip_text(), which asks the server where the pointer is each time, even for
 * a widget that is not on the screen or the text that is there already. (It does not for one that
 * is not visible: templates make those with tooltips so, and visible afterwards.) */
void lintel_set_tooltip (GtkWidget *widget, const char *text);

G_END_DECLS
