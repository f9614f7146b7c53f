/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reach picture: what each class in use lets out, with an example and its reason for the field
 * that is pointed at, and a legend.
 *
 * Signals
 *   show-place (const LintelPlace *)   the user asks to see what decides
 */
#pragma once

#include "app/ui/overview/lintel-reach-matrix.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_REACH_PICTURE (lintel_reach_picture_get_type ())
G_DECLARE_FINAL_TYPE (LintelReachPicture, lintel_reach_picture, LINTEL, REACH_PICTURE, AdwBin)

/* Follows every change of PROJECT. */
GtkWidget *lintel_reach_picture_new (LintelProject *project);

LintelReachMatrix *lintel_reach_picture_get_matrix (LintelReachPicture *self);

G_END_DECLS
