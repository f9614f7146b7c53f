/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a window remembers for each project: its size, where the panes end, the tab that was
 * open, the file compared with, and of each tab the row filter and the order of rows. Kept in
 * windows.ini of the state folder, one group for each file, named by a hash of its path: nothing of
 * a customer is in it but the path of the file compared with. Words typed into a filter are not
 * kept.
 */
#pragma once

#include "app/ui/lintel-window.h"

G_BEGIN_DECLS

/* For a window that has got its document; FALSE when the project has no file, or is new here. */
gboolean lintel_window_restore_state (LintelWindow *self);
/* The height of the list of problems and the width of what it explains; again, and exactly, once
 * the window has been laid out. */
void lintel_window_restore_panes (LintelWindow *self);
/* For a page that has just been built. */
void lintel_window_restore_page (LintelWindow *self, const char *page_key, GtkWidget *page);
void lintel_window_remember_state (LintelWindow *self);

G_END_DECLS
