/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children one after the other, in as many lines as the width asks for. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_WRAP_LAYOUT (lintel_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (LintelWrapLayout, lintel_wrap_layout, LINTEL, WRAP_LAYOUT, GtkLayoutManager)

/* In pixels: between children, and between lines. */
GtkLayoutManager *lintel_wrap_layout_new (int spacing, int line_spacing);

G_END_DECLS
