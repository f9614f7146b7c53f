/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks who signs, and says what for; signing is one undo step. */
#pragma once

#include "app/ui/lintel-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The document must have been linted. */
void lintel_sign_dialog_present (GtkWindow *parent, LintelDocument *document,
                                 LintelSignOffKind kind);

G_END_DECLS
