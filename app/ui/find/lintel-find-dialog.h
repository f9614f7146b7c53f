/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what to find in all tabs, lists the hits while one types, and goes to the chosen one. */
#pragma once

#include "app/ui/lintel-window.h"

G_BEGIN_DECLS

void lintel_find_dialog_present (LintelWindow *window);

G_END_DECLS
