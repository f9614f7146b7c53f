/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shows what a repair would change, place by place in words, and applies it as one undo step.
 */
#pragma once

#include "app/ui/lintel-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* SENTENCE says what was done. */
typedef void (*LintelDoneFunc) (const char *sentence, gpointer data);

/* FIXES: LintelFix*, at least one; with several the user chooses. Keeps a reference to FIXES. */
void lintel_fix_dialog_present (GtkWindow *parent, LintelDocument *document, GPtrArray *fixes,
                                LintelDoneFunc done, gpointer data);

/* One preview of all that the rules of those ids (NULL: all rules) can repair. FALSE, and nothing
 * is shown, when there is nothing to repair. */
gboolean lintel_fix_dialog_present_all (GtkWindow *parent, LintelDocument *document,
                                        const char *const *ids, const char *label,
                                        LintelDoneFunc done, gpointer data);

G_END_DECLS
