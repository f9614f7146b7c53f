/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who prepared and who reviewed the project, whether it has been changed since, and signing. */
#pragma once

#include "app/ui/lintel-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_SIGN_OFF_GROUP (lintel_sign_off_group_get_type ())
G_DECLARE_FINAL_TYPE (LintelSignOffGroup, lintel_sign_off_group, LINTEL, SIGN_OFF_GROUP, AdwBin)

GtkWidget *lintel_sign_off_group_new (LintelDocument *document);
/* Focuses the row that shows PLACE; FALSE when none does. */
gboolean lintel_sign_off_group_reveal (LintelSignOffGroup *self, const LintelPlace *place);
/* "R. Kay, 2026-11-24 16:05, for the project as it is now", "Nobody yet". Transfer full. */
char *lintel_sign_off_describe (LintelProject *project, LintelSignOffKind kind);

G_END_DECLS
