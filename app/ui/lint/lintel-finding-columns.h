/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The columns of the list of findings.
 *
 * A column view gives its rows and cells no accessible names; these columns do: a row is called
 * by all that it says, a cell by its own text.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lintel_finding_columns_add (GtkColumnView *view);

G_END_DECLS
