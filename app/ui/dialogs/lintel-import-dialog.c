/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing tables: where they come from, and what they would change before they do. */

#include "config.h"

#include "app/ui/dialogs/lintel-import-dialog.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-list-cells.h"
#include "app/ui/lintel-text-list.h"
#include "app/ui/lintel-window.h"
#include "app/ui/lintel-wording.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LIST_HEIGHT 200

/* The preview. */

typedef struct
{
  GtkWindow *parent;
  LintelProject *project;
  LintelImport *import;
  char *label;
  char *text;
} Preview;

static void
preview_free (Preview *self)
{
  g_object_unref (self->project);
  lintel_import_free (self->import);
  g_free (self->label);
  g_free (self->text);
  g_free (self);
}

/* What changes, and below it what was left out and why. */
static char *
describe_import (LintelProject *project, LintelImport *import)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < import->edits->len;)
    {
      g_autofree char *line = lintel_describe_edits (project, import->edits, &i, FALSE);

      g_string_append_printf (text, "%s\n", line);
    }
  if (import->edits->len == 0)
    g_string_append_printf (text, "%s\n", _ ("Nothing would change."));
  if (import->rejects->len > 0)
    g_string_append_printf (text, "\n%s\n", C_ ("heading", "Left out:"));
  for (guint i = 0; i < import->rejects->len; i++)
    {
      g_autofree char *line = lintel_reject_to_text (g_ptr_array_index (import->rejects, i));

      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

static void
preview_response_cb (Preview *self, const char *response)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->parent)), self->text);
  else if (g_str_equal (response, "apply")
           && !lintel_project_apply (self->project, self->label, NULL, self->import->edits, &error))
    lintel_window_toast_from (GTK_WIDGET (self->parent), error->message);
}

static void
present (AdwMessageDialog *dialog)
{
  adw_message_dialog_set_close_response (dialog, "cancel");
  lintel_name_buttons (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
lintel_import_preview_present (GtkWindow *parent, LintelProject *project, LintelImport *import,
                               const char *heading, const char *label)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, NULL));
  Preview *self = g_new0 (Preview, 1);

  self->parent = parent;
  self->project = g_object_ref (project);
  self->import = import;
  self->label = g_strdup (label);
  self->text = describe_import (project, import);
  adw_message_dialog_add_responses (dialog, "cancel", C_ ("button", "_Cancel"), "copy",
                                    C_ ("button", "Copy _List"), "apply", C_ ("button", "_Import"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "apply", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "apply", import->edits->len > 0);
  adw_message_dialog_set_default_response (dialog, "apply");
  adw_message_dialog_set_extra_child (dialog, lintel_text_list_new (self->text, LIST_HEIGHT));
  g_signal_connect_data (dialog, "response", G_CALLBACK (preview_response_cb), self,
                         (GClosureNotify) (void (*) (void)) preview_free, G_CONNECT_SWAPPED);
  present (dialog);
}

/* Takes IMPORT, or says why there is none. */
static void
show_import (GtkWindow *parent, LintelProject *project, LintelImport *import, const GError *error)
{
  guint n = import != NULL ? import->edits->len : 0;
  g_autofree char *heading =
      lintel_locale_format (ngettext ("Import %u Value?", "Import %u Values?", n), n);

  if (import != NULL)
    lintel_import_preview_present (parent, project, import, heading, C_ ("undo", "Import tables"));
  else
    lintel_window_show_error (LINTEL_WINDOW (parent), _ ("This table cannot be imported"),
                              error->message);
}

void
lintel_import_file_present (GtkWindow *parent, LintelProject *project, const char *path)
{
  g_autoptr (GError) error = NULL;
  LintelImport *import = lintel_import_read (project, path, &error);

  show_import (parent, project, import, error);
}

void
lintel_import_rows_present (GtkWindow *parent, LintelProject *project, const char *text)
{
  g_autoptr (GError) error = NULL;
  LintelImport *import =
      lintel_import_read_text (project, text, strlen (text), C_ ("file", "Pasted rows"), &error);

  show_import (parent, project, import, error);
}

/* Where the tables come from. */

typedef struct
{
  GtkWindow *parent;
  LintelProject *project;
} Source;

static void
source_free (Source *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->project);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Source, source_free)

static Source *
source_new (GtkWindow *parent, LintelProject *project)
{
  Source *self = g_new0 (Source, 1);

  self->parent = g_object_ref (parent);
  self->project = g_object_ref (project);
  return self;
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (Source) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text != NULL)
    lintel_import_rows_present (self->parent, self->project, text);
  else
    lintel_window_toast_from (GTK_WIDGET (self->parent),
                              _ ("There is no text on the clipboard. Copy the rows first."));
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  Source *self = data;
  g_autofree char *path = lintel_chooser_get_path (GTK_FILE_CHOOSER (chooser), response);

  if (path != NULL)
    lintel_import_file_present (self->parent, self->project, path);
  g_object_unref (chooser);
}

static void
choose_file (Source *self)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (C_ ("window", "Import Tables"), self->parent,
                                   GTK_FILE_CHOOSER_ACTION_OPEN, C_ ("button", "_Import"), NULL);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _ ("Tables and workbooks"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_add_suffix (tables, "xlsx");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), tables);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_data (chooser, "response", G_CALLBACK (file_chosen_cb),
                         source_new (self->parent, self->project),
                         (GClosureNotify) (void (*) (void)) source_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
source_response_cb (Source *self, const char *response)
{
  if (g_str_equal (response, "file"))
    choose_file (self);
  else if (g_str_equal (response, "paste"))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->parent)), NULL,
                                   text_read_cb, source_new (self->parent, self->project));
}

void
lintel_import_dialog_present (GtkWindow *parent, LintelProject *project)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      parent, C_ ("window", "Import Tables"),
      _ ("Take values from a CSV file, from the workbook of an export after it was edited in a "
         "spreadsheet program, or from rows that were copied there together with their titles. "
         "You see first what would change.")));

  adw_message_dialog_add_responses (dialog, "cancel", C_ ("button", "_Cancel"), "paste",
                                    C_ ("button", "_Paste Rows"), "file",
                                    C_ ("button", "Choose _File…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "file", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "file");
  g_signal_connect_data (dialog, "response", G_CALLBACK (source_response_cb),
                         source_new (parent, project),
                         (GClosureNotify) (void (*) (void)) source_free, G_CONNECT_SWAPPED);
  present (dialog);
}
