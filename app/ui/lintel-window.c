/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window: one project in tabs, with the lint pane below them. */

#include "config.h"

#include "app/ui/lintel-window-private.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-large-text.h"
#include "app/ui/lintel-settings.h"
#include "app/ui/lintel-start-page.h"
#include "app/ui/safety/lintel-window-state.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (LintelWindow, lintel_window, ADW_TYPE_APPLICATION_WINDOW)

/* What the tabs above the lint pane need at least, to clamp a remembered height. */
#define MINIMUM_TABS_HEIGHT 200
#define MINIMUM_TABS_SHARE 0.55 /* of the height below the header, with larger text */

static void
show_title (LintelWindow *self)
{
  LintelProject *project = lintel_document_get_project (self->document);
  const char *path = lintel_document_get_path (self->document);
  gboolean dirty = lintel_document_has_changes (self->document);
  const char *model = lintel_model_get_name (lintel_project_get_model (project));
  g_autofree char *name = lintel_document_get_title (self->document);
  g_autofree char *file = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *title = g_strdup_printf (dirty ? "• %s" : "%s", name);
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %s%s", model, file != NULL ? file : _ ("no file yet"),
                       dirty ? C_ ("file", " · not saved") : "");

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
document_edited_cb (LintelWindow *self)
{
  show_title (self);
  lintel_window_update_actions (self);
}

static void
document_linted_cb (LintelWindow *self)
{
  lintel_window_count_findings (self);
  lintel_window_update_actions (self);
}

static void
page_switched_cb (LintelWindow *self, GtkWidget *child, guint n)
{
  lintel_window_page_switched (self, n);
}

static void
page_switched_after_cb (LintelWindow *self, GtkWidget *child, guint n)
{
  lintel_window_hide_pages_behind (self, n);
}

static void
lint_jump_cb (LintelWindow *self, const LintelPlace *place)
{
  lintel_window_jump (self, place);
}

static void
lint_done_cb (LintelWindow *self, const char *sentence)
{
  lintel_window_toast (self, sentence);
}

/* What the tabs and the problems have between them. */
static int
get_room (LintelWindow *self)
{
  int width, height = gtk_widget_get_height (GTK_WIDGET (self->paned)), header;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->paned)) && height > 0)
    return height;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    height = gtk_widget_get_height (GTK_WIDGET (self));
  gtk_widget_measure (GTK_WIDGET (self->header_bar), GTK_ORIENTATION_VERTICAL, -1, NULL, &header,
                      NULL, NULL);
  return height - header;
}

void
lintel_window_set_lint_height (LintelWindow *self, int usual)
{
  int lint = lintel_grow_length (GTK_WIDGET (self), usual);
  int room = get_room (self);

  if (lint > usual)
    lint = MAX (MIN (lint, (int) (room * (1 - MINIMUM_TABS_SHARE))), usual);
  gtk_paned_set_position (self->paned, MAX (room - lint, MINIMUM_TABS_HEIGHT));
}

int
lintel_window_get_lint_height (LintelWindow *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->paned));

  if (height <= 0)
    return 0;
  return lintel_shrink_length (GTK_WIDGET (self), height - gtk_paned_get_position (self->paned));
}

static void
restore_geometry (LintelWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), lintel_settings_get_int ("window-width", 1280),
                               lintel_settings_get_int ("window-height", 800));
  lintel_window_set_lint_height (self, lintel_settings_get_int ("lint-height", 230));
  if (lintel_settings_get_boolean ("window-maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
remember_geometry (LintelWindow *self)
{
  int lint = lintel_window_get_lint_height (self);
  int width, full;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &full);
  lintel_settings_set_int ("window-width", width);
  lintel_settings_set_int ("window-height", full);
  lintel_settings_set_boolean ("window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->document != NULL && lint > 0)
    {
      lintel_settings_set_int ("lint-height", lint);
      lintel_settings_set_string ("last-page", lintel_window_get_page_key (self));
    }
}

void
lintel_window_close_for_good (LintelWindow *self)
{
  g_autoptr (GtkApplication) application =
      g_object_ref (gtk_window_get_application (GTK_WINDOW (self)));
  gboolean quits = self->quits;

  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
  if (quits)
    g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
}

/* To close the window another time is not to quit. */
void
lintel_window_quit (LintelWindow *self)
{
  self->is_quit = TRUE;
  gtk_window_present (GTK_WINDOW (self));
  gtk_window_close (GTK_WINDOW (self));
  self->is_quit = FALSE;
}

static gboolean
lintel_window_close_request (GtkWindow *window)
{
  LintelWindow *self = LINTEL_WINDOW (window);

  if (!self->closing)
    self->quits = self->is_quit;
  if (!self->closing && self->saving.path != NULL)
    {
      lintel_window_close_after_save (self);
      return TRUE;
    }
  if (!self->closing && self->document != NULL && lintel_document_has_changes (self->document))
    {
      lintel_window_ask_about_changes (self, lintel_window_close_for_good);
      return TRUE;
    }
  remember_geometry (self);
  lintel_window_remember_state (self);
  return GTK_WINDOW_CLASS (lintel_window_parent_class)->close_request (window);
}

/* A window that opens with a project never needs the start page. */
static void
lintel_window_map (GtkWidget *widget)
{
  LintelWindow *self = LINTEL_WINDOW (widget);

  if (self->document == NULL && adw_bin_get_child (self->start_bin) == NULL)
    adw_bin_set_child (self->start_bin, g_object_new (LINTEL_TYPE_START_PAGE, NULL));
  GTK_WIDGET_CLASS (lintel_window_parent_class)->map (widget);
}

static void
lintel_window_dispose (GObject *object)
{
  LintelWindow *self = LINTEL_WINDOW (object);

  if (self->lint_pane != NULL)
    lintel_lint_pane_set_document (self->lint_pane, NULL);
  g_clear_handle_id (&self->toast_timer, g_source_remove);
  g_clear_object (&self->chooser);
  lintel_window_forget_save (self);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (lintel_window_parent_class)->dispose (object);
}

static void
lintel_window_finalize (GObject *object)
{
  g_ptr_array_unref (LINTEL_WINDOW (object)->tabs);
  G_OBJECT_CLASS (lintel_window_parent_class)->finalize (object);
}

static void
lintel_window_class_init (LintelWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = lintel_window_finalize;
  widget_class->map = lintel_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = lintel_window_close_request;

  g_type_ensure (LINTEL_TYPE_LINT_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/lintel/Lintel/lintel-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelWindow, title);
  gtk_widget_class_bind_template_child (widget_class, LintelWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, LintelWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LintelWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, LintelWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LintelWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, LintelWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, LintelWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LintelWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LintelWindow, start_bin);
  gtk_widget_class_bind_template_child (widget_class, LintelWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, LintelWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, LintelWindow, notebook);
  gtk_widget_class_bind_template_child (widget_class, LintelWindow, lint_pane);
  gtk_widget_class_bind_template_callback (widget_class, page_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_switched_after_cb);
  gtk_widget_class_bind_template_callback (widget_class, lint_jump_cb);
  gtk_widget_class_bind_template_callback (widget_class, lint_done_cb);
}

static void
lintel_window_init (LintelWindow *self)
{
  self->tabs = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lintel_name_buttons (GTK_WIDGET (self));
  lintel_window_add_actions (self);
  lintel_window_update_actions (self);
  restore_geometry (self);
  lintel_window_accept_files (self);
  lintel_window_complete_later (self);
}

LintelWindow *
lintel_window_new (LintelApplication *application)
{
  return g_object_new (LINTEL_TYPE_WINDOW, "application", application, NULL);
}

/* The tab that was open last time, if this project has it. */
static void
show_first_page (LintelWindow *self)
{
  g_autofree char *key = lintel_settings_get_string ("last-page");

  lintel_window_choose_page (self, key);
}

void
lintel_window_set_document (LintelWindow *self, LintelDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "edited", G_CALLBACK (document_edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "linted", G_CALLBACK (document_linted_cb), self,
                           G_CONNECT_SWAPPED);
  lintel_lint_pane_set_document (self->lint_pane, document);
  lintel_window_add_tabs (self);
  gtk_stack_set_visible_child_name (self->stack, "project");
  document_edited_cb (self);
  if (!lintel_window_restore_state (self))
    {
      lintel_window_restore_panes (self);
      show_first_page (self);
    }
  lintel_window_watch_file (self);
}

LintelDocument *
lintel_window_get_document (LintelWindow *self)
{
  return self->document;
}

void
lintel_window_jump_to_first_error (LintelWindow *self)
{
  lintel_lint_pane_jump_to_first (self->lint_pane, LINTEL_SEVERITY_ERROR);
}

void
lintel_window_show_error (LintelWindow *self, const char *heading, const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, text);

  gtk_window_present (GTK_WINDOW (self));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", C_ ("button", "_Close"));
  lintel_name_buttons (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
lintel_window_jump_from (GtkWidget *widget, const LintelPlace *place)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (LINTEL_IS_WINDOW (root))
    lintel_window_jump (LINTEL_WINDOW (root), place);
}
