/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks who may call abroad, and where to; shows what that takes and does it as one undo step. */
#pragma once

#include "app/ui/lint/lintel-fix-dialog.h"

G_BEGIN_DECLS

void lintel_access_dialog_present (GtkWindow *parent, LintelDocument *document, LintelDoneFunc done,
                                   gpointer data);

G_END_DECLS
