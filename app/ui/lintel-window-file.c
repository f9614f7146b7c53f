/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing files, and asking before changes are lost. */

#include "config.h"

#include "app/ui/lintel-window-private.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-list-cells.h"
#include "app/ui/lintel-settings.h"
#include "app/ui/safety/lintel-disk.h"

#include <glib/gi18n-lib.h>

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

GtkFileChooser *
lintel_window_make_chooser (LintelWindow *self, const char *title, GtkFileChooserAction action,
                            const char *accept)
{
  g_autofree char *folder = lintel_settings_get_string ("last-folder");
  g_autoptr (GFile) file = folder[0] != '\0' ? g_file_new_for_path (folder) : NULL;

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (self->chooser));
  if (file != NULL && lintel_disk_has (folder))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), file, NULL);
  return GTK_FILE_CHOOSER (self->chooser);
}

char *
lintel_window_take_choice (LintelWindow *self, int response)
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
  g_autofree char *path = lintel_window_take_choice (self, response);

  if (path != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))),
                                    "open-file", g_variant_new_string (path));
}

void
lintel_window_choose_and_open (LintelWindow *self)
{
  lintel_window_make_chooser (self, _ ("Open a Project"), GTK_FILE_CHOOSER_ACTION_OPEN,
                              C_ ("button", "_Open"));
  g_signal_connect (self->chooser, "response", G_CALLBACK (open_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* An answer and what it leads to. */
typedef struct
{
  LintelWindow *window;
  LintelThenFunc then;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_object_unref (answer->window);
  g_free (answer);
}

/* A save that has just come to its end may have closed the window, which then is none of the
 * application any more. */
static gboolean
go_on_cb (gpointer data)
{
  const Answer *answer = data;

  if (gtk_window_get_application (GTK_WINDOW (answer->window)) != NULL)
    answer->then (answer->window);
  return G_SOURCE_REMOVE;
}

void
lintel_window_go_on (LintelWindow *self, LintelThenFunc then)
{
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer){ g_object_ref (self), then };
  g_idle_add_full (G_PRIORITY_DEFAULT, go_on_cb, answer, answer_free);
}

static void
changes_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  LintelWindow *self = data;

  if (g_str_equal (response, "discard"))
    lintel_window_go_on (self, self->then);
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
