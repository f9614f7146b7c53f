/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A window: one project in tabs, with the lint pane below them; the start page while none is open.
 *
 * lintel-window.c          the window, its title and what it remembers
 * lintel-window-tabs.c     the tabs: pages built when first shown, counts, jumps to a place
 * lintel-window-file.c     choosing files, and asking before changes are lost
 * lintel-window-step.c     the next and previous problem or difference
 * lintel-window-compare.c  the file that the project is compared with
 * lintel-window-actions.c  the actions win.*
 * lintel-window-toast.c    messages at the lower edge
 * safety/lintel-window-save.c    save, also where a folder does not answer
 * safety/lintel-window-safety.c  a file that somebody else changed, files dropped on the window
 * safety/lintel-window-lock.c    the lock on the codes
 * safety/lintel-window-state.c   what is remembered for each project
 */
#pragma once

#include "app/ui/lintel-application.h"
#include "app/ui/lintel-document.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_WINDOW (lintel_window_get_type ())
G_DECLARE_FINAL_TYPE (LintelWindow, lintel_window, LINTEL, WINDOW, AdwApplicationWindow)

LintelWindow *lintel_window_new (LintelApplication *application);

/* Shows DOCUMENT in a window that has none yet. */
void lintel_window_set_document (LintelWindow *self, LintelDocument *document);
/* NULL while the start page shows. */
LintelDocument *lintel_window_get_document (LintelWindow *self);

/* Asks for a file and opens it (app/ui/safety/lintel-opening.h). */
void lintel_window_choose_and_open (LintelWindow *self);

/* Switches to the tab KEY ("overview", a program's number, "extensions", "codes", "compare") and
 * returns its page, building it if need be; NULL when there is none. */
GtkWidget *lintel_window_show_page (LintelWindow *self, const char *key);
/* Goes to the tab that has PLACE and puts the cursor there. */
void lintel_window_jump (LintelWindow *self, const LintelPlace *place);

/* Asks about the window's changes, closes it and goes on to quit the program. */
void lintel_window_quit (LintelWindow *self);

void lintel_window_jump_to_first_error (LintelWindow *self);

void lintel_window_toast (LintelWindow *self, const char *text);
/* Stays until that is over, the user puts it away or there is another to show. */
void lintel_window_toast_while (LintelWindow *self, const char *text);
void lintel_window_toast_over (LintelWindow *self);
void lintel_window_show_error (LintelWindow *self, const char *heading, const char *text);

/* For widgets inside a window. */
void lintel_window_toast_from (GtkWidget *widget, const char *text);
void lintel_window_jump_from (GtkWidget *widget, const LintelPlace *place);

G_END_DECLS
