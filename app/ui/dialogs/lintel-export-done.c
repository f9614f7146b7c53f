/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After an export: where the files are, and what one does next. */

#include "config.h"

#include "app/ui/dialogs/lintel-export-done.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/paper/lintel-paper-window.h"

#include <glib/gi18n-lib.h>

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  LintelWindow *window = LINTEL_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));

  if (g_str_equal (response, "show"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-folder", "s", data);
  else if (g_str_equal (response, "print"))
    lintel_paper_window_print (window, LINTEL_PAPER_CERTIFICATE);
}

static void
free_folder (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
lintel_export_done_present (LintelWindow *window, const char *folder)
{
  g_autofree char *shown = g_filename_display_name (folder);
  g_autofree char *body =
      g_strdup_printf (_ ("They are in %s. Keep the worksheet beside PCPro or WebPro, and have the "
                          "certificate signed."),
                       shown);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (window), _ ("The database files are written"), body);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_responses (message, "close", C_ ("button", "_Close"), "print",
                                    C_ ("button", "_Print Certificate…"), "show",
                                    C_ ("button", "_Show Folder"), NULL);
  adw_message_dialog_set_response_appearance (message, "show", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "show");
  adw_message_dialog_set_close_response (message, "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), g_strdup (folder),
                         free_folder, 0);
  lintel_name_buttons (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
