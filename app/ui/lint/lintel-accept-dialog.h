/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks why a finding may stay, who says so and until when; adds the acceptance to the project. */
#pragma once

#include "app/ui/lint/lintel-fix-dialog.h"

G_BEGIN_DECLS

void lintel_accept_dialog_present (GtkWindow *parent, LintelDocument *document,
                                   LintelFinding *finding, LintelDoneFunc done, gpointer data);

/* Changes reason, name and last day of one that exists. */
void lintel_accept_dialog_present_edit (GtkWindow *parent, LintelDocument *document,
                                        const LintelAcceptance *acceptance, LintelDoneFunc done,
                                        gpointer data);

G_END_DECLS
