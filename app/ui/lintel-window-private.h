/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of a window; lintel-window.h says which file has what. */
#pragma once

#include "app/ui/lint/lintel-lint-pane.h"
#include "app/ui/lintel-window.h"
#include "app/ui/pages/lintel-page.h"

G_BEGIN_DECLS

typedef void (*LintelThenFunc) (LintelWindow *self);

struct _LintelWindow
{
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *title;
  AdwSplitButton *open_button;
  GtkButton *undo_button, *redo_button, *export_button;
  AdwToastOverlay *toasts;
  GtkStack *stack;   /* "start" or "project" */
  AdwBin *start_bin; /* gets the start page when that is first shown */
  GtkPaned *paned;
  GtkNotebook *notebook;
  LintelLintPane *lint_pane;

  LintelDocument *document;      /* NULL while the start page shows */
  GPtrArray *tabs;               /* of LintelTab*, in the order of the notebook */
  GtkFileChooserNative *chooser; /* while one is shown */
  LintelThenFunc then;           /* what a question or chooser that is shown leads to */
  gboolean closing;              /* the user agreed to lose changes */
};

/* --- tabs --- */
void lintel_window_add_tabs (LintelWindow *self);
void lintel_window_count_findings (LintelWindow *self);
/* The page that shows; NULL on the start page. */
LintelPage *lintel_window_get_page (LintelWindow *self);
const char *lintel_window_get_page_key (LintelWindow *self);
/* A tab came to the front: its page is built when it first does. */
void lintel_window_page_switched (LintelWindow *self, guint n);

/* --- files --- */
/* Stores what is being typed, saves and calls THEN if all that worked; asks for a name if there is
 * none yet. THEN may be NULL. */
void lintel_window_save (LintelWindow *self, gboolean as, LintelThenFunc then);
/* Calls THEN at once or, if there are changes, when the user has saved or given them up. */
void lintel_window_ask_about_changes (LintelWindow *self, LintelThenFunc then);

/* --- actions --- */
void lintel_window_add_actions (LintelWindow *self);
void lintel_window_update_actions (LintelWindow *self);

G_END_DECLS
