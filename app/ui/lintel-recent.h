/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The projects that were opened or saved last, shared with the desktop's own list. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Paths that still exist, latest first, at most MAXIMUM. Transfer full. */
GPtrArray *lintel_recent_list (guint maximum);
void lintel_recent_add (const char *path);

G_END_DECLS
