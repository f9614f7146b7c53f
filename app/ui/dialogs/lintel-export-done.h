/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After an export: where the files are, and what one does next. */
#pragma once

#include "app/ui/lintel-window.h"

G_BEGIN_DECLS

void lintel_export_done_present (LintelWindow *window, const char *folder);

G_END_DECLS
