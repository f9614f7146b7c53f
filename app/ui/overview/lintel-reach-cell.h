/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of the reach picture: what a class does with a destination, as symbol and colour. */
#pragma once

#include "app/ui/overview/lintel-call-words.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_REACH_CELL (lintel_reach_cell_get_type ())
G_DECLARE_FINAL_TYPE (LintelReachCell, lintel_reach_cell, LINTEL, REACH_CELL, GtkWidget)

/* NTH counts the plan's destinations. Shows nothing yet. */
GtkWidget *lintel_reach_cell_new (int class_number, guint nth);
int lintel_reach_cell_get_class (LintelReachCell *self);
guint lintel_reach_cell_get_destination (LintelReachCell *self);

/* Works out what it shows. */
void lintel_reach_cell_update (LintelReachCell *self, LintelDialSystem *system);

G_END_DECLS
