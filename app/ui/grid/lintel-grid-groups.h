/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line above the column heads that names groups of columns. */
#pragma once

#include "app/ui/grid/lintel-grid.h"

G_BEGIN_DECLS

typedef struct _LintelGridGroups LintelGridGroups;

/* The heads become children of the header row. */
LintelGridGroups *lintel_grid_groups_new (GtkWidget *header);
void lintel_grid_groups_free (LintelGridGroups *self);

/* Has heads for the groups of the frozen columns and of the columns [FIRST, END). */
void lintel_grid_groups_sync (LintelGridGroups *self, LintelGrid *grid, guint first, guint end);
void lintel_grid_groups_allocate (LintelGridGroups *self);
/* Draws those that begin at the columns [FIRST, END). */
void lintel_grid_groups_snapshot (LintelGridGroups *self, guint first, guint end,
                                  GtkSnapshot *snapshot);

G_END_DECLS
