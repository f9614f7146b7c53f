/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window with a copy of an example, in this process, for tests of its pages. */
#pragma once

#include "app/ui/lintel-window-private.h"
#include "app/ui/pages/lintel-sheet-page.h"
#include "tests/support/test-support.h"

G_BEGIN_DECLS

/* For main(): registers the application, runs SUITE and returns the status. */
int window_fixture_run (Suite *suite);

/* Fixture of a test case: the dental office. */
void window_fixture_open (void);
void window_fixture_close (void);
/* The same with another of data/examples, "law-office". */
void window_fixture_open_example (const char *name);
/* The same with the XML of a project. */
void window_fixture_open_text (const char *text);

LintelWindow *window_fixture_get (void);
LintelApplication *window_fixture_application (void);
LintelDocument *window_fixture_document (void);
LintelProject *window_fixture_project (void);
const char *window_fixture_folder (void); /* of the test's own */
const char *window_fixture_file (void);   /* the project, in it */

/* A document of the file at PATH, for a window of the test's own. Transfer full. */
LintelDocument *window_fixture_read (const char *path);

/* Lets the main loop do what there is to do, and opening and saving come to their ends unless
 * saving takes long. */
void window_fixture_settle (void);
/* The sheet of a tab, which is brought to the front. */
LintelSheetPage *window_fixture_show (const char *key);
LintelGridModel *window_fixture_model (LintelSheetPage *page);
LintelPlace window_fixture_place (const char *text);
/* What the project has at a place, as `get` prints it. */
const char *window_fixture_value (const char *place);
void window_fixture_set (const char *place, const char *text);
/* Puts the cursor of the tab that has it on PLACE. */
void window_fixture_jump (const char *place);
/* The place under the cursor of the tab in front; "" when that cell edits nothing. */
char *window_fixture_cursor (void);
void window_fixture_activate (const char *action); /* of the window, without "win." */
/* The dialog over the window; the test fails when there is none. */
GtkWindow *window_fixture_dialog (void);
GtkWindow *window_fixture_dialog_over (GtkWindow *parent);
/* Closes all that is shown beside the window. */
void window_fixture_close_dialogs (void);
/* Calls LOOK with every window of the program, dialogs included. */
void window_fixture_look_at_all (void (*look) (GtkWidget *window));
void window_fixture_respond (const char *response);
/* The first widget of TYPE inside WIDGET, WIDGET included; NULL when there is none. */
GtkWidget *window_fixture_find (GtkWidget *widget, GType type);
/* The row in it that is called so, and the button that says so in its label or its tooltip. */
GtkWidget *window_fixture_find_row (GtkWidget *widget, const char *title);
GtkWidget *window_fixture_find_button (GtkWidget *widget, const char *text);
void window_fixture_click (GtkWidget *button);

G_END_DECLS
