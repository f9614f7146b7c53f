/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the marks in a table mean: cells as the table shows them, and a sentence for each. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A popover. */
GtkWidget *lintel_legend_new (void);

G_END_DECLS
