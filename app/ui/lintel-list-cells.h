/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists and choosers of files have in common. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A box for a cell of a table: an image if it HAS_SYMBOL, and a label of that many characters, cut
 * where it is too long. */
GtkWidget *lintel_list_cell_new (gboolean has_symbol, int width);
/* Names a widget for those who do not see it; WIDGET may be NULL. */
void lintel_list_cell_set_name (GtkWidget *widget, const char *name);

/* Puts the text of a GtkStringObject into the label of a row, and names the row after it. */
void lintel_list_line_bind (GtkListItem *list_item);

/* The path that was chosen; NULL when none was. Transfer full. */
char *lintel_chooser_get_path (GtkFileChooser *chooser, int response);

G_END_DECLS
