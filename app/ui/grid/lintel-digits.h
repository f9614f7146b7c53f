/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Digits in a window that is written from right to left.
 *
 * What is dialled and keyed in, and the places of a program, read from left to right in every
 * language: "*67", "1@@@976", "21-06-06[2,17]". Without more the sentence around them would turn
 * their parts round.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* TEXT as WIDGET shall show it: in a window from right to left each group of digits has a mark
 * before and behind it. Transfer full. */
char *lintel_digits_keep_order (GtkWidget *widget, const char *text);

/* gtk_label_set_text() of that. */
void lintel_digits_set_label (GtkLabel *label, const char *text);

/* From now on, what is typed into EDITABLE reads from left to right if it is DIGITS, else as the
 * window does. */
void lintel_digits_set_typed (GtkEditable *editable, gboolean digits);

G_END_DECLS
