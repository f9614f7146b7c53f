/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A window and the world outside: a bar that says when somebody else changed the file, and files
 * that are dropped on the window.
 */

#include "config.h"

#include "app/ui/lintel-window-private.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/safety/lintel-disk.h"
#include "app/ui/safety/lintel-safety-dialogs.h"
#include "lintel/xml.h"

#include <glib/gi18n-lib.h>

#define RESPONSE_ACTION 1
#define RESPONSE_DISMISS 2

static void ask_and_reload (LintelWindow *self);

/* The document, away and anew. */

void
lintel_window_clear_document (LintelWindow *self)
{
  g_autoptr (LintelDocument) document = g_steal_pointer (&self->document);

  g_signal_handlers_disconnect_by_data (document, self);
  g_signal_handlers_disconnect_by_data (lintel_document_get_safekeeping (document), self);
  lintel_window_forget_save (self);
  self->reloading = FALSE;
  lintel_lint_pane_set_document (self->lint_pane, NULL);
  while (gtk_notebook_get_n_pages (self->notebook) > 0)
    gtk_notebook_remove_page (self->notebook, -1);
  g_ptr_array_set_size (self->tabs, 0);
}

void
lintel_window_remove_file_bar (LintelWindow *self)
{
  if (self->file_bar != NULL)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->file_bar))),
                    GTK_WIDGET (self->file_bar));
  self->file_bar = NULL;
}

void
lintel_window_replace_document (LintelWindow *self, LintelDocument *document)
{
  g_autofree char *page = g_strdup (lintel_window_get_page_key (self));

  lintel_safekeeping_take_over (lintel_document_get_safekeeping (document),
                                lintel_document_get_safekeeping (self->document));
  lintel_window_remove_file_bar (self);
  lintel_window_clear_document (self);
  lintel_window_set_document (self, document);
  lintel_window_show_page (self, page);
}

/* Reloading. */

/* A reload while it is under way: a folder that does not answer does not keep a window. */
typedef struct
{
  GWeakRef window;
  LintelDocument *document;
  LintelFileStamp stamp; /* of its file then */
  gboolean had_changes;  /* which the user gives up */
  guint slow_source;     /* until the folder is slow to answer */
} Reload;

static void
reload_free (Reload *reload)
{
  g_clear_handle_id (&reload->slow_source, g_source_remove);
  g_weak_ref_clear (&reload->window);
  g_object_unref (reload->document);
  g_free (reload);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reload, reload_free)

static gboolean
reload_slow_cb (gpointer data)
{
  Reload *reload = data;
  g_autoptr (LintelWindow) self = g_weak_ref_get (&reload->window);
  g_autofree char *text = lintel_disk_explain_reading (lintel_document_get_path (reload->document));

  reload->slow_source = 0;
  if (self != NULL && self->document == reload->document)
    lintel_window_toast_while (self, text);
  return G_SOURCE_REMOVE;
}

/* Saving has overtaken it, or is about to. */
static gboolean
is_overtaken (LintelWindow *self, const Reload *reload)
{
  LintelFileStamp now =
      lintel_safekeeping_get_stamp (lintel_document_get_safekeeping (self->document));

  return self->saving.path != NULL || !lintel_file_stamp_equal (&now, &reload->stamp);
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reload) reload = data;
  g_autoptr (LintelWindow) self = g_weak_ref_get (&reload->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelDiskFile) file = lintel_disk_read_finish (result, &error);
  g_autoptr (LintelDocument) document = NULL;

  if (self == NULL)
    return;
  lintel_window_toast_over (self);
  if (self->document != reload->document)
    return;
  self->reloading = FALSE;
  if (is_overtaken (self, reload))
    return;
  if (file != NULL)
    document = lintel_document_open (
        lintel_project_get_catalogue (lintel_document_get_project (self->document)), file, &error);
  if (document == NULL)
    lintel_window_show_error (self, _ ("This file cannot be opened"), error->message);
  else if (lintel_document_has_changes (self->document) && !reload->had_changes)
    ask_and_reload (self);
  else
    lintel_window_replace_document (self, document);
}

void
lintel_window_reload (LintelWindow *self)
{
  Reload *reload;

  if (self->reloading)
    return;
  self->reloading = TRUE;
  reload = g_new0 (Reload, 1);
  g_weak_ref_init (&reload->window, self);
  reload->document = g_object_ref (self->document);
  reload->stamp = lintel_safekeeping_get_stamp (lintel_document_get_safekeeping (self->document));
  reload->had_changes = lintel_document_has_changes (self->document);
  reload->slow_source = g_timeout_add (LINTEL_DISK_SLOW, reload_slow_cb, reload);
  lintel_disk_read_async (lintel_document_get_path (self->document), FALSE, reloaded_cb, reload);
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
  LintelThenFunc action = self->bar_action;

  if (response == RESPONSE_ACTION)
    action (self);
  else
    lintel_window_remove_file_bar (self);
}

/* Below the header bar, above the tabs. */
void
lintel_window_show_file_bar (LintelWindow *self, const char *text, const char *action,
                             LintelThenFunc action_func, const char *dismiss)
{
  GtkWidget *toasts = GTK_WIDGET (self->toasts);
  GtkWidget *label = gtk_label_new (text);

  lintel_window_remove_file_bar (self);
  self->bar_action = action_func;
  self->file_bar = GTK_INFO_BAR (gtk_info_bar_new ());
  gtk_info_bar_set_message_type (self->file_bar, GTK_MESSAGE_WARNING);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_info_bar_add_child (self->file_bar, label);
  if (action != NULL)
    gtk_info_bar_add_button (self->file_bar, action, RESPONSE_ACTION);
  gtk_info_bar_add_button (self->file_bar, dismiss, RESPONSE_DISMISS);
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
      lintel_window_show_file_bar (self, text, NULL, NULL, C_ ("button", "_Close"));
      return;
    }
  if (!lintel_safekeeping_file_differs (safekeeping, &now))
    {
      lintel_window_remove_file_bar (self);
      return;
    }
  when = lintel_describe_time (now.modified);
  text = g_strdup_printf (_ ("Somebody else changed %s on %s. Here you see it as it was before."),
                          name, when);
  lintel_window_show_file_bar (self, text, C_ ("button", "_Reload"), ask_and_reload,
                               C_ ("button", "_Keep Mine"));
}

static void
journal_failed_cb (LintelWindow *self, const char *why)
{
  g_autofree char *text =
      g_strdup_printf (_ ("Changes cannot be kept for after a crash (%s). Save often."), why);

  lintel_window_toast (self, text);
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
  lintel_safekeeping_look (safekeeping);
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
