/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window shows while no project is open: new, open, recent files, the examples. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_START_PAGE (lintel_start_page_get_type ())
G_DECLARE_FINAL_TYPE (LintelStartPage, lintel_start_page, LINTEL, START_PAGE, AdwBin)

G_END_DECLS
