/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of a window; lintel-window.h says which file has what. */
#pragma once

#include "app/ui/lint/lintel-lint-pane.h"
#include "app/ui/lintel-window.h"
#include "app/ui/pages/lintel-page.h"

G_BEGIN_DECLS

typedef void (*LintelThenFunc) (LintelWindow *self);

typedef enum
{
  LINTEL_STEP_PROBLEM,
  LINTEL_STEP_DIFFERENCE, /* from the baseline or, without one, from the factory default */
} LintelStepKind;

/* A step into another tab, or round the end of one, that was announced. */
typedef struct
{
  gboolean announced;
  LintelStepKind kind;
  int direction;
  guint from, to;   /* tabs */
  guint64 position; /* of the cursor then */
  guint64 visited;  /* on a page without a cursor: the last stop */
} LintelStep;

/* A save while it is under way. */
typedef struct
{
  char *path;          /* where to; NULL while there is none */
  guint slow_source;   /* until the folder is slow to answer */
  LintelThenFunc then; /* may be NULL */
  gboolean again;      /* somebody asked to save while it ran */
  GtkWindow *question; /* whether to wait for it to close, while that is asked */
  gboolean alone;      /* nothing can be edited meanwhile */
} LintelWindowSaving;

struct _LintelWindow
{
  AdwApplicationWindow parent_instance;

  AdwHeaderBar *header_bar;
  AdwWindowTitle *title;
  AdwSplitButton *open_button;
  GtkMenuButton *menu_button;
  GMenu *main_menu;
  GtkButton *undo_button, *redo_button, *export_button;
  AdwToastOverlay *toasts;
  AdwToast *toast;   /* while one is shown; owned by the overlay */
  guint toast_timer; /* until it goes */
  GtkStack *stack;   /* "start" or "project" */
  AdwBin *start_bin; /* gets the start page when that is first shown */
  GtkPaned *paned;
  GtkNotebook *notebook;
  LintelLintPane *lint_pane;

  LintelDocument *document;      /* NULL while the start page shows */
  GPtrArray *tabs;               /* of LintelTab*, in the order of the notebook */
  guint n_frames;                /* until the first one is on the screen */
  gboolean is_shown;             /* once it is */
  GtkFileChooserNative *chooser; /* while one is shown */
  LintelThenFunc then;           /* what a question or chooser that is shown leads to */
  gboolean closing;              /* the user agreed to lose changes */
  gboolean is_quit, quits;       /* closing began to quit the program; that goes on once closed */
  LintelStep step;
  GtkInfoBar *file_bar;      /* while it says what became of the file */
  LintelThenFunc bar_action; /* of its first button */
  LintelWindowSaving saving;
  gboolean reloading; /* the file is being read again */
};

/* --- the list of problems: lintel-window.c --- */
/* Its height, as it would be with text of the usual size: in a window of any size it takes as much,
 * and the tabs get the rest. 0 while it has none. */
void lintel_window_set_lint_height (LintelWindow *self, int usual);
int lintel_window_get_lint_height (LintelWindow *self);

/* --- tabs --- */
void lintel_window_add_tabs (LintelWindow *self);
void lintel_window_count_findings (LintelWindow *self);
/* Brings a tab to the front, the first one if there is no KEY. Its page gets the focus. In a new
 * window it is built only when the first frame with everything else is on the screen. */
void lintel_window_choose_page (LintelWindow *self, const char *key);
/* Builds the page in front, unless it is there. */
void lintel_window_build_page (LintelWindow *self);
/* The page that shows; NULL on the start page. */
LintelPage *lintel_window_get_page (LintelWindow *self);
const char *lintel_window_get_page_key (LintelWindow *self);
const char *lintel_window_get_nth_page_key (LintelWindow *self, guint n);
const char *lintel_window_get_nth_page_title (LintelWindow *self, guint n);
int lintel_window_find_tab (LintelWindow *self, const char *key); /* -1 when there is none */
/* A tab came to the front: its page is built when it first does. */
void lintel_window_page_switched (LintelWindow *self, guint n);
/* And has replaced the one before. */
void lintel_window_hide_pages_behind (LintelWindow *self, guint front);

/* --- what the first frame does not wait for: lintel-window-later.c --- */
void lintel_window_complete_later (LintelWindow *self);

/* --- steps: lintel-window-step.c --- */
/* To the next (1) or previous (-1) one from the cursor on. */
void lintel_window_step (LintelWindow *self, LintelStepKind kind, int direction);

/* --- the file compared with: lintel-window-compare.c --- */
void lintel_window_choose_baseline (LintelWindow *self);
void lintel_window_compare (LintelWindow *self, const char *path);
void lintel_window_stop_comparing (LintelWindow *self);

/* --- files --- */
/* Calls THEN at once or, if there are changes, when the user has saved or given them up. */
void lintel_window_ask_about_changes (LintelWindow *self, LintelThenFunc then);
/* For an answer that leads to THEN, which may close the window: it waits until the question over it
 * has gone. */
void lintel_window_go_on (LintelWindow *self, LintelThenFunc then);
/* For the window's file choosers: the one that is shown, and the path chosen, with its folder
 * remembered; NULL when nothing was. */
GtkFileChooser *lintel_window_make_chooser (LintelWindow *self, const char *title,
                                            GtkFileChooserAction action, const char *accept);
char *lintel_window_take_choice (LintelWindow *self, int response);

/* --- saving: app/ui/safety/lintel-window-save.c --- */
/* Stores what is being typed, saves and calls THEN if all that worked; asks for a name if there is
 * none yet, and before it overwrites what somebody else did. THEN may be NULL. It is saved in a
 * thread: when that has begun a second call means to save again after it. */
void lintel_window_save (LintelWindow *self, gboolean as, LintelThenFunc then);
/* Writes COPY, a copy of the project that differs in its lock, over the document's file, and shows
 * what that then holds, and SENTENCE. Nothing can be edited meanwhile. */
void lintel_window_save_copy (LintelWindow *self, LintelProject *copy, const char *sentence);
/* The window is to be closed while a save is under way: it closes after that or, when that takes
 * long, whenever the user does not want to wait. */
void lintel_window_close_after_save (LintelWindow *self);
/* For a window that goes, or for a save that has come to its end. */
void lintel_window_forget_save (LintelWindow *self);
void lintel_window_close_for_good (LintelWindow *self);

/* --- safety: app/ui/safety/lintel-window-safety.c --- */
/* For a new window, and for one that has got a document. */
void lintel_window_accept_files (LintelWindow *self);
void lintel_window_watch_file (LintelWindow *self);
/* The bar that says what became of the file, with one or two buttons; ACTION may be NULL. */
void lintel_window_show_file_bar (LintelWindow *self, const char *text, const char *action,
                                  LintelThenFunc action_func, const char *dismiss);
void lintel_window_remove_file_bar (LintelWindow *self);
/* Takes the document away, so that another one can be set. */
void lintel_window_clear_document (LintelWindow *self);
/* Shows DOCUMENT, which is of the same file, in its place. */
void lintel_window_replace_document (LintelWindow *self, LintelDocument *document);
/* Reads the document's file again, in a thread, and gives up what has been changed here until now.
 */
void lintel_window_reload (LintelWindow *self);

/* --- the lock on the codes: app/ui/safety/lintel-window-lock.c --- */
/* Each does nothing in the state that it leads to. */
void lintel_window_lock_codes (LintelWindow *self);
void lintel_window_unlock_codes (LintelWindow *self);
void lintel_window_remove_lock (LintelWindow *self);

/* --- actions --- */
void lintel_window_add_actions (LintelWindow *self);
void lintel_window_update_actions (LintelWindow *self);

G_END_DECLS
