/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Export: shows what will be written and what stands in the way, and writes the database files.
 */
#pragma once

#include "app/ui/lintel-window.h"

G_BEGIN_DECLS

/* The window's document must have been linted. */
void lintel_export_dialog_present (LintelWindow *window);

G_END_DECLS
