/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that runs upwards, for the heads of narrow columns. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_TURNED_LABEL (lintel_turned_label_get_type ())
G_DECLARE_FINAL_TYPE (LintelTurnedLabel, lintel_turned_label, LINTEL, TURNED_LABEL, GtkWidget)

GtkWidget *lintel_turned_label_new (const char *text);

G_END_DECLS
