/* SPDX-License-Identifier: GPL-3.0-or-later */
/* House templates in the window: what a project lacks to the house standard, chosen and applied,
 * and a project saved as a template for others. */
#pragma once

#include "app/ui/lint/lintel-fix-dialog.h"

G_BEGIN_DECLS

void lintel_standard_dialog_present (GtkWindow *parent, LintelDocument *document,
                                     LintelDoneFunc done, gpointer data);

/* Asks for a name and writes the template. */
void lintel_template_dialog_present (GtkWindow *parent, LintelDocument *document,
                                     LintelDoneFunc done, gpointer data);

G_END_DECLS
