/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of the matrix share:
 *
 * lintel-reach-matrix.c         rows, heads, and the work in slices
 * lintel-reach-matrix-input.c   focus, keys and pointer
 */
#pragma once

#include "app/ui/overview/lintel-reach-matrix.h"

G_BEGIN_DECLS

/* A class. */
typedef struct
{
  int class_number;
  gboolean inmail;
  GtkLabel *users;
  GtkWidget *head;
} LintelReachRow;

struct _LintelReachMatrix
{
  GtkWidget parent_instance;

  LintelDialSystem *system; /* owned by the project */
  guint n_columns;
  GArray *rows;     /* LintelReachRow */
  GPtrArray *cells; /* LintelReachCell, row by row; children of this */

  guint source; /* while fields are being worked out */
  guint next;   /* the field to work out next; all are up to date when it is their number */

  guint row, column;        /* where the focus is, or comes back to */
  LintelReachCell *hovered; /* under the pointer; owned by CELLS */
};

gboolean lintel_reach_matrix_has_focus (LintelReachMatrix *self);
/* NULL when there is no such field. */
LintelReachCell *lintel_reach_matrix_get_cell_at (LintelReachMatrix *self, guint row, guint column);
/* For the field under the pointer or, without one, the one with the focus. */
void lintel_reach_matrix_emit_point (LintelReachMatrix *self);
void lintel_reach_matrix_emit_activate (LintelReachMatrix *self, LintelReachCell *cell);

void lintel_reach_matrix_init_input (LintelReachMatrix *self);
void lintel_reach_matrix_class_init_input (GtkWidgetClass *widget_class);

G_END_DECLS
