/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Classes in use × destinations. Arrow keys move from field to field; Tab goes in and out.
 *
 * Signals
 *   point (LintelReachCell *)      the pointer or the focus is on this field; NULL for none
 *   activate (LintelReachCell *)   clicked, or Enter on it
 */
#pragma once

#include "app/ui/overview/lintel-reach-cell.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_REACH_MATRIX (lintel_reach_matrix_get_type ())
G_DECLARE_FINAL_TYPE (LintelReachMatrix, lintel_reach_matrix, LINTEL, REACH_MATRIX, GtkWidget)

void lintel_reach_matrix_set_system (LintelReachMatrix *self, LintelDialSystem *system);
/* Reads the project again. Fields follow in slices when nothing else is to be done, and only while
 * the picture can be seen; then "point" is emitted once more. */
void lintel_reach_matrix_update (LintelReachMatrix *self);

guint lintel_reach_matrix_get_n_rows (LintelReachMatrix *self);
/* NULL when the class has no row. */
LintelReachCell *lintel_reach_matrix_get_cell (LintelReachMatrix *self, int class_number,
                                               guint nth);

G_END_DECLS
