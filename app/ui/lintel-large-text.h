/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes for people who read with larger text. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* LENGTH, which is right for text as it is, for text of the size that is set; never less. */
int lintel_grow_length (GtkWidget *widget, int length);
/* The other way round, to be remembered. */
int lintel_shrink_length (GtkWidget *widget, int length);
/* What a window may be wide, to fit on any monitor there is. */
int lintel_get_screen_width (GtkWidget *widget);
/* Makes a dialog wider and higher than its default size, as much as the text is larger, but no
 * larger than the screen. For its class's init. */
void lintel_grow_dialog (GtkWindow *dialog);
/* The same for the width that the extra child of a message asks for. */
void lintel_grow_message (AdwMessageDialog *dialog);

G_END_DECLS
