/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the two lists of a comparison. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lintel_difference_columns_add_places (GtkColumnView *view);
void lintel_difference_columns_add_reach (GtkColumnView *view);

G_END_DECLS
