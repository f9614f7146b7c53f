/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file that the project is compared with while one works on it. */

#include "config.h"

#include "app/ui/lintel-window-private.h"

#include "app/ui/compare/lintel-compare-page.h"
#include "app/ui/lintel-list-cells.h"
#include "app/ui/lintel-settings.h"
#include "app/ui/safety/lintel-disk.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

static void
tell_differences (LintelWindow *self, const char *path)
{
  g_autoptr (GArray) places = lintel_document_list_differences (self->document);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *sentence = lintel_locale_format (
      ngettext ("%u difference from %s. F7 goes to it.",
                "%u differences from %s. F7 goes to the next one.", places->len),
      places->len, name);

  lintel_window_toast (self, sentence);
}

void
lintel_window_compare (LintelWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (!lintel_document_set_baseline (self->document, path, &error))
    {
      lintel_window_show_error (self, _ ("This file cannot be compared with"), error->message);
      return;
    }
  lintel_compare_page_set_source (LINTEL_COMPARE_PAGE (lintel_window_show_page (self, "compare")),
                                  LINTEL_COMPARE_BASELINE);
  tell_differences (self, path);
}

static void
chosen_cb (LintelWindow *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autofree char *path = lintel_chooser_get_path (GTK_FILE_CHOOSER (chooser), response);

  if (path != NULL)
    lintel_window_compare (self, path);
}

/* Where to begin to look: the folder of the settings, else the project's own. */
static GFile *
get_first_folder (LintelWindow *self)
{
  g_autofree char *chosen = lintel_settings_get_string ("baseline-folder");
  const char *path = lintel_document_get_path (self->document);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (chosen[0] != '\0' && lintel_disk_has (chosen))
    return g_file_new_for_path (chosen);
  return file != NULL ? g_file_get_parent (file) : NULL;
}

void
lintel_window_choose_baseline (LintelWindow *self)
{
  g_autoptr (GFile) folder = get_first_folder (self);
  g_autoptr (GtkFileFilter) projects = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser =
      gtk_file_chooser_native_new (C_ ("window", "Compare With"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, C_ ("button", "_Compare"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (projects, C_ ("files", "Lintel projects"));
  gtk_file_filter_add_suffix (projects, "xml");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), projects);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
lintel_window_stop_comparing (LintelWindow *self)
{
  lintel_document_set_baseline (self->document, NULL, NULL);
  lintel_window_toast (self, _ ("Compared with no file any more."));
}
