/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window with the keyboard shortcuts. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the keys of WINDOW, whose help overlay the list becomes. */
void lintel_keys_present (GtkApplicationWindow *window);

G_END_DECLS
