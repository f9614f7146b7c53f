/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what a new project is to be made of. */
#pragma once

#include "app/ui/lintel-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*LintelNewFunc) (LintelDocument *document, gpointer data);

/* PARENT may be NULL. MADE is called once, if the user goes through with it. */
void lintel_new_dialog_present (GtkWindow *parent, LintelCatalogue *catalogue, LintelNewFunc made,
                                gpointer data);

G_END_DECLS
