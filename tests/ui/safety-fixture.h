/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy of the dental office that is opened as the user opens files, in as many windows as it
 * takes: for tests that no work is lost. */
#pragma once

#include "tests/support/test-project.h"
#include "tests/ui/window-fixture.h"

G_BEGIN_DECLS

extern char *safety_folder; /* of the test's own */
extern char *safety_file;   /* the project in it */
extern char *safety_state;  /* the folder of the journals */

/* For main(): runs TESTS, each with a fresh copy, and returns the status. */
int safety_run_tests (const char *name, const TTest *const *tests, gsize n);

/* Lets the main loop do what there is to do, and opening and saving come to their end. */
void safety_settle (void);
void safety_open_file (void);
/* Someone else's doing. */
void safety_change_file (const char *address, const char *text);

/* Those of TYPE that are shown. Transfer container. */
GPtrArray *safety_list_windows (GType type);
guint safety_count_windows (void);
LintelWindow *safety_window (void); /* the only one */
LintelDocument *safety_document (void);
LintelProject *safety_project (void);

/* What is asked; NULL for nothing. */
AdwMessageDialog *safety_dialog (void);
void safety_assert_says (const char *text);
void safety_respond (const char *response);

G_END_DECLS
