/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of widgets share: windows on the test's own display, and real key and pointer
 * events, which go through the X server. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows CHILD in a window of that size, without animations, and gives it the keyboard. Returns
 * once it was drawn. */
GtkWidget *ui_test_open (GtkWidget *child, int width, int height);
void ui_test_close (GtkWidget *window);

/* Lets the main loop do what there is to do, frames included. */
void ui_test_settle (GtkWidget *widget);

/* One key down and up, as an accelerator: "Down", "<Shift>Down", "<Control>c", "F2", "a". */
void ui_test_press (GtkWidget *widget, const char *accelerator);
/* Keys that are held down while something else is done, until they are let go. */
void ui_test_hold (GtkWidget *widget, GdkModifierType modifiers, gboolean down);
/* Letters, digits and punctuation of a US keyboard, one key each. */
void ui_test_type (GtkWidget *widget, const char *text);

/* Pointer, in coordinates of WIDGET. */
void ui_test_move_pointer (GtkWidget *widget, double x, double y);
void ui_test_button (GtkWidget *widget, guint button, gboolean down);
void ui_test_click (GtkWidget *widget, double x, double y);

G_END_DECLS
