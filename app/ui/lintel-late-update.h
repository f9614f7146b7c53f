/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Widgets that follow every edit, but not at once: what was edited and the list of problems come
 * first, and what nobody sees waits until somebody does.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*LintelUpdateFunc) (GtkWidget *widget);

/* Once for each such widget: UPDATE brings it up to date. */
void lintel_late_update_init (GtkWidget *widget, LintelUpdateFunc update);
/* After an edit. */
void lintel_late_update_queue (GtkWidget *widget);
/* Does at once what is queued, for whoever goes on to use the widget. */
void lintel_late_update_now (GtkWidget *widget);

G_END_DECLS
