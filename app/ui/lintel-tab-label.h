/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tab's label: its title and, when its page has problems, how many with the worst one's symbol.
 */
#pragma once

#include "lintel/lint.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_TAB_LABEL (lintel_tab_label_get_type ())
G_DECLARE_FINAL_TYPE (LintelTabLabel, lintel_tab_label, LINTEL, TAB_LABEL, GtkWidget)

GtkWidget *lintel_tab_label_new (const char *title);
/* WORST counts only when there are any. */
void lintel_tab_label_set_count (LintelTabLabel *self, guint n, LintelSeverity worst);

G_END_DECLS
