/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of text in a dialog that can be scrolled, selected and copied. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* At least HEIGHT pixels high; -1 for any. */
GtkWidget *lintel_text_list_new (const char *text, int height);

G_END_DECLS
