/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open, save, and asking before changes are lost. */

#include "config.h"

#include "app/ui/lintel-window-private.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-list-cells.h"
#include "app/ui/lintel-recent.h"
#include "app/ui/lintel-settings.h"

#include <glib/gi18n-lib.h>

gboolean
lintel_window_open (LintelWindow *self, const char *path)
{
  LintelApplication *application =
      LINTEL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelDocument) document =
      lintel_document_open (lintel_application_get_catalogue (application), path, &error);

  if (document == NULL)
    {
      lintel_window_show_error (self, _ ("This file cannot be opened"), error->message);
      return FALSE;
    }
  lintel_recent_add (path);
  lintel_window_set_document (self, document);
  return TRUE;
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) projects = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (projects, C_ ("files", "Lintel projects"));
  gtk_file_filter_add_suffix (projects, "xml");
  gtk_file_chooser_add_filter (chooser, projects);
  gtk_file_filter_set_name (all, C_ ("files", "All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static GtkFileChooser *
make_chooser (LintelWindow *self, const char *title, GtkFileChooserAction action,
              const char *accept)
{
  g_autofree char *folder = lintel_settings_get_string ("last-folder");
  g_autoptr (GFile) file = folder[0] != '\0' ? g_file_new_for_path (folder) : NULL;

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (self->chooser));
  if (file != NULL && g_file_query_exists (file, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), file, NULL);
  return GTK_FILE_CHOOSER (self->chooser);
}

/* The path chosen, and its folder remembered; NULL when nothing was. Closes the chooser. */
static char *
take_choice (LintelWindow *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  char *path = lintel_chooser_get_path (GTK_FILE_CHOOSER (chooser), response);

  if (path != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      lintel_settings_set_string ("last-folder", folder);
    }
  return path;
}

static void
open_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  LintelWindow *self = data;
  g_autofree char *path = take_choice (self, response);

  if (path != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))),
                                    "open-file", g_variant_new_string (path));
}

void
lintel_window_choose_and_open (LintelWindow *self)
{
  make_chooser (self, _ ("Open a Project"), GTK_FILE_CHOOSER_ACTION_OPEN, C_ ("button", "_Open"));
  g_signal_connect (self->chooser, "response", G_CALLBACK (open_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
go_on_cb (gpointer data)
{
  LintelWindow *self = data;

  self->then (self);
  return G_SOURCE_REMOVE;
}

void
lintel_window_save_to (LintelWindow *self, const char *path, LintelThenFunc then)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *sentence = g_strdup_printf (C_ ("file", "Saved as %s."), name);

  if (!lintel_document_save (self->document, path, &error))
    {
      lintel_window_show_error (self, _ ("The project was not saved"), error->message);
      return;
    }
  /* PATH may have been the document's own, which saving has renewed. */
  lintel_recent_add (lintel_document_get_path (self->document));
  lintel_window_toast (self, sentence);
  self->then = then;
  if (then != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, go_on_cb, g_object_ref (self), g_object_unref);
}

static void
save_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  LintelWindow *self = data;
  LintelThenFunc then = self->then;
  g_autofree char *path = take_choice (self, response);

  if (path != NULL)
    lintel_window_save_to (self, path, then);
}

/* "Acme Dental.xml", without what a file name cannot have. */
static char *
suggest_name (LintelWindow *self)
{
  g_autofree char *title = lintel_document_get_title (self->document);

  g_strdelimit (title, "/\\:*?\"<>|", '-');
  return g_str_has_suffix (title, ".xml") ? g_steal_pointer (&title)
                                          : g_strconcat (title, ".xml", NULL);
}

void
lintel_window_choose_and_save (LintelWindow *self, LintelThenFunc then)
{
  const char *path = lintel_document_get_path (self->document);
  GtkFileChooser *chooser = make_chooser (self, _ ("Save the Project"),
                                          GTK_FILE_CHOOSER_ACTION_SAVE, C_ ("button", "_Save"));
  g_autofree char *name = suggest_name (self);

  if (path != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      gtk_file_chooser_set_file (chooser, file, NULL);
    }
  else
    gtk_file_chooser_set_current_name (chooser, name);
  self->then = then;
  g_signal_connect (chooser, "response", G_CALLBACK (save_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
lintel_window_save (LintelWindow *self, gboolean as, LintelThenFunc then)
{
  LintelPage *page = lintel_window_get_page (self);

  if (page != NULL && !lintel_page_confirm (page))
    {
      lintel_window_toast (self, _ ("Not saved: the value being typed does not fit its cell."));
      return;
    }
  if (as || lintel_document_get_path (self->document) == NULL)
    lintel_window_choose_and_save (self, then);
  else
    lintel_window_save_own (self, then);
}

/* What follows may close the window: it waits until the question over it has gone. */
static void
changes_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  LintelWindow *self = data;

  if (g_str_equal (response, "discard"))
    g_idle_add_full (G_PRIORITY_DEFAULT, go_on_cb, g_object_ref (self), g_object_unref);
  else if (g_str_equal (response, "save"))
    lintel_window_save (self, FALSE, self->then);
}

void
lintel_window_ask_about_changes (LintelWindow *self, LintelThenFunc then)
{
  g_autofree char *name = lintel_document_get_title (self->document);
  GtkWidget *dialog;
  AdwMessageDialog *message;

  if (!lintel_document_has_changes (self->document))
    {
      then (self);
      return;
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Save the changes?"), NULL);
  message = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_format_body (
      message, _ ("“%s” has changes that are not saved. Without saving they are lost."), name);
  adw_message_dialog_add_responses (message, "cancel", C_ ("button", "_Cancel"), "discard",
                                    C_ ("button", "_Discard"), "save", C_ ("button", "_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (message, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (message, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "save");
  adw_message_dialog_set_close_response (message, "cancel");
  self->then = then;
  g_signal_connect_object (dialog, "response", G_CALLBACK (changes_response_cb), self, 0);
  lintel_name_buttons (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
