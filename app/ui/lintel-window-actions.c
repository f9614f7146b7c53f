/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of a window. */

#include "config.h"

#include "app/ui/lintel-window-private.h"

#include "app/ui/dialogs/lintel-access-dialog.h"
#include "app/ui/dialogs/lintel-standard-dialog.h"
#include "app/ui/dialogs/lintel-export-dialog.h"
#include "app/ui/dialogs/lintel-import-dialog.h"
#include "app/ui/find/lintel-find-dialog.h"
#include "app/ui/paper/lintel-paper-window.h"
#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-keys.h"
#include "lintel/locale.h"
#include "lintel/lock.h"

#include <glib/gi18n-lib.h>

/* A text field that has the focus undoes its own typing first. */
static gboolean
hand_to_text (LintelWindow *self, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return GTK_IS_TEXT (focus) && gtk_widget_activate_action (focus, action, NULL);
}

static void
undo_activated (LintelWindow *self)
{
  LintelProject *project = lintel_document_get_project (self->document);
  g_autofree char *sentence =
      g_strdup_printf (C_ ("undo", "Undone: %s"), lintel_project_get_undo_label (project));

  if (!hand_to_text (self, "text.undo") && lintel_project_undo (project))
    lintel_window_toast (self, sentence);
}

static void
redo_activated (LintelWindow *self)
{
  LintelProject *project = lintel_document_get_project (self->document);
  g_autofree char *sentence =
      g_strdup_printf (C_ ("undo", "Done again: %s"), lintel_project_get_redo_label (project));

  if (!hand_to_text (self, "text.redo") && lintel_project_redo (project))
    lintel_window_toast (self, sentence);
}

static void
export_activated (LintelWindow *self)
{
  lintel_document_lint_now (self->document);
  lintel_export_dialog_present (self);
}

static void
preview_activated (LintelWindow *self)
{
  lintel_paper_window_present (self, LINTEL_PAPER_CERTIFICATE);
}

static void
print_codes_activated (LintelWindow *self)
{
  lintel_paper_window_print (self, LINTEL_PAPER_CODE_SHEET);
}

/* First the rows of the page; from there, or on a page without rows, the problems. */
static void
find_activated (LintelWindow *self)
{
  LintelPage *page = lintel_window_get_page (self);

  if (page == NULL || !lintel_page_focus_search (page))
    lintel_lint_pane_focus_filter (self->lint_pane);
}

static void
focus_problems_activated (LintelWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  LintelPage *page = lintel_window_get_page (self);

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->lint_pane)))
    gtk_widget_grab_focus (GTK_WIDGET (page));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->lint_pane), GTK_DIR_TAB_FORWARD);
}

/* Whether there is a program, Yelp, that shows the guide. */
static gboolean
can_show_guide (void)
{
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");

  return viewer != NULL;
}

/* What the cell under the cursor means; elsewhere the guide, or at least which keys there are. */
static void
help_activated (LintelWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_activate_action (focus, "grid.help", NULL))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self),
                              can_show_guide () ? "win.guide" : "win.show-help-overlay", NULL);
}

static void
save_activated (LintelWindow *self)
{
  lintel_window_save (self, FALSE, NULL);
}

static void
save_as_activated (LintelWindow *self)
{
  lintel_window_save (self, TRUE, NULL);
}

static void
fix_all_activated (LintelWindow *self)
{
  lintel_lint_pane_fix_all (self->lint_pane);
}

static void
say_cb (const char *sentence, gpointer data)
{
  lintel_window_toast (data, sentence);
}

static void
international_access_activated (LintelWindow *self)
{
  lintel_access_dialog_present (GTK_WINDOW (self), self->document, say_cb, self);
}

static void
house_standard_activated (LintelWindow *self)
{
  lintel_standard_dialog_present (GTK_WINDOW (self), self->document, say_cb, self);
}

static void
save_template_activated (LintelWindow *self)
{
  lintel_template_dialog_present (GTK_WINDOW (self), self->document, say_cb, self);
}

static void
next_problem_activated (LintelWindow *self)
{
  lintel_window_step (self, LINTEL_STEP_PROBLEM, 1);
}

static void
import_activated (LintelWindow *self)
{
  lintel_import_dialog_present (GTK_WINDOW (self), lintel_document_get_project (self->document));
}

static void
previous_problem_activated (LintelWindow *self)
{
  lintel_window_step (self, LINTEL_STEP_PROBLEM, -1);
}

static void
next_difference_activated (LintelWindow *self)
{
  lintel_window_step (self, LINTEL_STEP_DIFFERENCE, 1);
}

static void
previous_difference_activated (LintelWindow *self)
{
  lintel_window_step (self, LINTEL_STEP_DIFFERENCE, -1);
}

/* Of the cell, where there is one; otherwise of the problem that is selected in the list. */
static void
fix_activated (LintelWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_activate_action (focus, "sheet.fix", NULL))
    lintel_lint_pane_fix (self->lint_pane);
}

/* Actions that need a project. */
static const struct
{
  const char *name;
  void (*run) (LintelWindow *self);
} document_actions[] = {
  { "save", save_activated },
  { "save-as", save_as_activated },
  { "undo", undo_activated },
  { "redo", redo_activated },
  { "import", import_activated },
  { "export", export_activated },
  { "preview", preview_activated },
  { "print-codes", print_codes_activated },
  { "find", find_activated },
  { "fix-all", fix_all_activated },
  { "international-access", international_access_activated },
  { "house-standard", house_standard_activated },
  { "save-template", save_template_activated },
  { "next-problem", next_problem_activated },
  { "previous-problem", previous_problem_activated },
  { "next-difference", next_difference_activated },
  { "previous-difference", previous_difference_activated },
  { "compare", lintel_window_choose_baseline },
  { "stop-comparing", lintel_window_stop_comparing },
  { "fix", fix_activated },
  { "find-everywhere", lintel_find_dialog_present },
  { "lock-codes", lintel_window_lock_codes },
  { "unlock-codes", lintel_window_unlock_codes },
  { "remove-lock", lintel_window_remove_lock },
  { "focus-problems", focus_problems_activated },
};

static void
document_action_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; i < G_N_ELEMENTS (document_actions); i++)
    if (g_str_equal (document_actions[i].name, name))
      document_actions[i].run (data);
}

static void
open_folder_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *uri = g_filename_to_uri (g_variant_get_string (parameter, NULL), NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (data), uri, GDK_CURRENT_TIME);
}

static void
guide_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_show_uri (GTK_WINDOW (data), "help:lintel", GDK_CURRENT_TIME);
}

static void
help_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  help_activated (data);
}

/* Under the name that GTK would load with every window the keys would cost each start much, for
 * what few starts need. */
static void
show_keys_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lintel_keys_present (data);
}

/* The focus goes with the tab, so that its table can be worked on at once. */
static void
page_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LintelWindow *self = data;
  int n = g_variant_get_int32 (parameter);

  if (self->document == NULL || n >= gtk_notebook_get_n_pages (self->notebook))
    return;
  gtk_notebook_set_current_page (self->notebook, n);
  gtk_widget_grab_focus (GTK_WIDGET (lintel_window_get_page (self)));
}

static const GActionEntry window_actions[] = {
  { "page", page_activated_cb, "i", NULL, NULL, { 0 } },
  { "guide", guide_activated_cb, NULL, NULL, NULL, { 0 } },
  { "help", help_activated_cb, NULL, NULL, NULL, { 0 } },
  { "show-help-overlay", show_keys_activated_cb, NULL, NULL, NULL, { 0 } },
  { "open-folder", open_folder_activated_cb, "s", NULL, NULL, { 0 } },
};

static void
set_enabled (LintelWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
explain_steps (LintelWindow *self, const char *undo, const char *redo)
{
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (C_ ("undo", "Undo: %s"), undo)
                                            : g_strdup (_ ("Nothing to undo"));
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (C_ ("undo", "Do again: %s"), redo)
                                            : g_strdup (_ ("Nothing to do again"));

  lintel_set_tooltip (GTK_WIDGET (self->undo_button), undo_text);
  lintel_set_tooltip (GTK_WIDGET (self->redo_button), redo_text);
}

static void
explain_export (LintelWindow *self)
{
  guint errors = 0;
  g_autofree char *text = NULL;

  if (self->document != NULL)
    errors = lintel_document_count (self->document, LINTEL_SEVERITY_ERROR);
  if (errors > 0)
    text = lintel_locale_format (
        ngettext ("%u error stops the export", "%u errors stop the export", errors), errors);
  lintel_set_tooltip (GTK_WIDGET (self->export_button),
                      text != NULL ? text : _ ("Write the database files"));
}

void
lintel_window_update_actions (LintelWindow *self)
{
  LintelProject *project = self->document != NULL && !self->saving.alone
                               ? lintel_document_get_project (self->document)
                               : NULL;
  const char *undo = project != NULL ? lintel_project_get_undo_label (project) : NULL;
  const char *redo = project != NULL ? lintel_project_get_redo_label (project) : NULL;
  LintelLockState lock =
      project != NULL ? lintel_project_get_lock_state (project) : LINTEL_LOCK_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (document_actions); i++)
    set_enabled (self, document_actions[i].name, project != NULL);
  set_enabled (self, "undo", undo != NULL);
  set_enabled (self, "redo", redo != NULL);
  set_enabled (self, "stop-comparing",
               project != NULL && lintel_document_get_baseline_path (self->document) != NULL);
  set_enabled (self, "lock-codes", project != NULL && lock != LINTEL_LOCK_LOCKED);
  set_enabled (self, "unlock-codes", lock == LINTEL_LOCK_LOCKED);
  set_enabled (self, "remove-lock", lock == LINTEL_LOCK_UNLOCKED);
  explain_steps (self, undo, redo);
  explain_export (self);
}

void
lintel_window_add_actions (LintelWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (document_actions); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (document_actions[i].name, NULL);

      g_signal_connect (action, "activate", G_CALLBACK (document_action_activated_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
  g_action_map_add_action_entries (G_ACTION_MAP (self), window_actions,
                                   G_N_ELEMENTS (window_actions), self);
  set_enabled (self, "guide", can_show_guide ());
}
