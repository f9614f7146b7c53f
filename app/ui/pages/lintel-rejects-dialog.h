/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the cells that a paste or fill did not take, and why; the list can be copied. */
#pragma once

#include "app/ui/grid/lintel-grid-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* REJECTS: LintelGridReject*. */
void lintel_rejects_dialog_present (GtkWindow *parent, LintelGridModel *model, GPtrArray *rejects);

G_END_DECLS
