/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A window and the world outside: a bar that says when somebody else changed the file, a question
 * before such a file is overwritten, and files that are dropped on the window.
 */

#include "config.h"

#include "app/ui/lintel-window-private.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/safety/lintel-safety-dialogs.h"

#include <glib/gi18n-lib.h>

#define RESPONSE_RELOAD 1
#define RESPONSE_KEEP 2

/* The document, away and anew. */

void
lintel_window_clear_document (LintelWindow *self)
{
  g_autoptr (LintelDocument) document = g_steal_pointer (&self->document);

  g_signal_handlers_disconnect_by_data (document, self);
  g_signal_handlers_disconnect_by_data (lintel_document_get_safekeeping (document), self);
  lintel_lint_pane_set_document (self->lint_pane, NULL);
  while (gtk_notebook_get_n_pages (self->notebook) > 0)
    gtk_notebook_remove_page (self->notebook, -1);
  g_ptr_array_set_size (self->tabs, 0);
}

static void
remove_bar (LintelWindow *self)
{
  if (self->file_bar != NULL)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->file_bar))),
                    GTK_WIDGET (self->file_bar));
  self->file_bar = NULL;
}

gboolean
lintel_window_reload (LintelWindow *self)
{
  LintelApplication *application =
      LINTEL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autofree char *page = g_strdup (lintel_window_get_page_key (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelDocument) document =
      lintel_document_open (lintel_application_get_catalogue (application),
                            lintel_document_get_path (self->document), &error);

  if (document == NULL)
    {
      lintel_window_show_error (self, _ ("This file cannot be opened"), error->message);
      return FALSE;
    }
  remove_bar (self);
  lintel_window_clear_document (self);
  lintel_window_set_document (self, document);
  lintel_window_show_page (self, page);
  return TRUE;
}

static void
reload_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  if (g_str_equal (response, "reload"))
    lintel_window_reload (data);
}

static GtkWidget *
make_question (LintelWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", C_ ("button", "_Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}

static void
ask_and_reload (LintelWindow *self)
{
  GtkWidget *dialog;

  if (!lintel_document_has_changes (self->document))
    {
      lintel_window_reload (self);
      return;
    }
  dialog = make_question (self, _ ("Reload and lose your changes?"),
                          _ ("You have changes here that are not saved. Reloading shows the file "
                             "as it is now and gives them up. To keep both, save yours under "
                             "another name first."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "reload", C_ ("button", "_Reload"));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reload",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (reload_response_cb), self, 0);
  lintel_name_buttons (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The bar. */

static void
bar_response_cb (LintelWindow *self, int response)
{
  if (response == RESPONSE_RELOAD)
    ask_and_reload (self);
  else
    remove_bar (self);
}

/* Below the header bar, above the tabs. */
static void
show_bar (LintelWindow *self, const char *text, gboolean can_reload)
{
  GtkWidget *toasts = GTK_WIDGET (self->toasts);
  GtkWidget *label = gtk_label_new (text);

  remove_bar (self);
  self->file_bar = GTK_INFO_BAR (gtk_info_bar_new ());
  gtk_info_bar_set_message_type (self->file_bar, GTK_MESSAGE_WARNING);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_info_bar_add_child (self->file_bar, label);
  if (can_reload)
    gtk_info_bar_add_button (self->file_bar, C_ ("button", "_Reload"), RESPONSE_RELOAD);
  gtk_info_bar_add_button (self->file_bar,
                           can_reload ? C_ ("button", "_Keep Mine") : C_ ("button", "_Close"),
                           RESPONSE_KEEP);
  g_signal_connect_swapped (self->file_bar, "response", G_CALLBACK (bar_response_cb), self);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (toasts)), GTK_WIDGET (self->file_bar),
                              gtk_widget_get_prev_sibling (toasts));
  lintel_name_buttons (GTK_WIDGET (self->file_bar));
}

static void
file_changed_cb (LintelWindow *self)
{
  LintelSafekeeping *safekeeping = lintel_document_get_safekeeping (self->document);
  g_autofree char *name = g_filename_display_basename (lintel_document_get_path (self->document));
  g_autofree char *when = NULL, *text = NULL;
  LintelFileStamp now;

  if (lintel_safekeeping_file_is_gone (safekeeping))
    {
      text = g_strdup_printf (_ ("%s is not there any more. Save writes it again."), name);
      show_bar (self, text, FALSE);
      return;
    }
  if (!lintel_safekeeping_file_differs (safekeeping, &now))
    {
      remove_bar (self);
      return;
    }
  when = lintel_describe_time (now.modified);
  text = g_strdup_printf (_ ("Somebody else changed %s on %s. Here you see it as it was before."),
                          name, when);
  show_bar (self, text, TRUE);
}

static void
journal_failed_cb (LintelWindow *self, const char *why)
{
  g_autofree char *text =
      g_strdup_printf (_ ("Changes cannot be kept for after a crash (%s). Save often."), why);

  lintel_window_toast (self, text);
}

static gboolean
check_file_cb (gpointer data)
{
  LintelWindow *self = data;
  LintelFileStamp now;

  if (self->document != NULL
      && lintel_safekeeping_file_differs (lintel_document_get_safekeeping (self->document), &now))
    file_changed_cb (self);
  return G_SOURCE_REMOVE;
}

/* What was restored after a crash may be older than its file, and the file may have changed since
 * it was read: a look at all of it, for which nobody has to wait. */
void
lintel_window_watch_file (LintelWindow *self)
{
  LintelSafekeeping *safekeeping = lintel_document_get_safekeeping (self->document);

  g_signal_connect_object (safekeeping, "file-changed", G_CALLBACK (file_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (safekeeping, "failed", G_CALLBACK (journal_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_idle_add_full (G_PRIORITY_LOW, check_file_cb, g_object_ref (self), g_object_unref);
}

/* Saving. */

static gboolean
go_on_saving_cb (gpointer data)
{
  LintelWindow *self = data;

  lintel_window_choose_and_save (self, self->then);
  return G_SOURCE_REMOVE;
}

static void
overwrite_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  LintelWindow *self = data;

  if (g_str_equal (response, "overwrite"))
    {
      remove_bar (self);
      lintel_window_save_to (self, lintel_document_get_path (self->document), self->then);
    }
  else if (g_str_equal (response, "other"))
    g_idle_add_full (G_PRIORITY_DEFAULT, go_on_saving_cb, g_object_ref (self), g_object_unref);
}

void
lintel_window_save_own (LintelWindow *self, LintelThenFunc then)
{
  const char *path = lintel_document_get_path (self->document);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *when = NULL, *body = NULL;
  AdwMessageDialog *message;
  LintelFileStamp now;
  GtkWidget *dialog;

  if (!lintel_safekeeping_file_differs (lintel_document_get_safekeeping (self->document), &now))
    {
      remove_bar (self);
      lintel_window_save_to (self, path, then);
      return;
    }
  when = lintel_describe_time (now.modified);
  body =
      g_strdup_printf (_ ("Somebody else changed %s on %s. Saving over it removes what they did. "
                          "To keep both, save under another name."),
                       name, when);
  dialog = make_question (self, _ ("Save over the changes of somebody else?"), body);
  message = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_add_responses (message, "overwrite", _ ("Save _Over It"), "other",
                                    C_ ("button", "_Save As…"), NULL);
  adw_message_dialog_set_response_appearance (message, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (message, "other", ADW_RESPONSE_SUGGESTED);
  self->then = then;
  g_signal_connect_object (dialog, "response", G_CALLBACK (overwrite_response_cb), self, 0);
  lintel_name_buttons (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Dropped files. */

static gboolean
open_dropped (LintelWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    return FALSE;
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))),
                                  "open-file", g_variant_new_string (path));
  return TRUE;
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  LintelWindow *self = data;
  const GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  gboolean opened = TRUE;

  for (const GSList *l = files; l != NULL; l = l->next)
    opened = open_dropped (self, l->data) && opened;
  if (!opened)
    lintel_window_toast (self, _ ("Only files on this computer or on a share that is connected can "
                                  "be opened."));
  return opened;
}

/* Before the widgets below, which would take a file's name as text. */
void
lintel_window_accept_files (LintelWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
