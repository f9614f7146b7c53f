/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Renumbering the selected extensions, and importing names. */

#include "config.h"

#include "app/ui/pages/lintel-extensions-dialogs.h"

#include "app/ui/dialogs/lintel-import-dialog.h"
#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-list-cells.h"
#include "app/ui/lintel-window.h"
#include "app/ui/pages/lintel-extensions-model.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

static GtkWindow *
get_window (LintelSheetPage *page)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
}

static AdwMessageDialog *
make_dialog (LintelSheetPage *page, const char *heading, const char *body, const char *apply)
{
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (get_window (page), heading, body));

  adw_message_dialog_add_responses (dialog, "cancel", C_ ("button", "_Cancel"), "apply", apply,
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "apply", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "apply");
  adw_message_dialog_set_close_response (dialog, "cancel");
  return dialog;
}

static GtkLabel *
make_label (const char *text)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  return label;
}

typedef struct
{
  LintelSheetPage *page;
  AdwMessageDialog *dialog;
  GtkEntry *entry;
  GtkLabel *label;
  guint first, last; /* rows */
} Renumber;

/* The edits, tried on a copy; NULL with GError when they do not fit. */
static GPtrArray *
plan (Renumber *self, GError **error)
{
  LintelSheet *sheet = lintel_sheet_page_get_sheet (self->page);
  g_autoptr (LintelProject) copy = lintel_project_copy (lintel_sheet_get_project (sheet));
  g_autoptr (GPtrArray) edits = lintel_extensions_model_plan_numbers (
      LINTEL_EXTENSIONS_MODEL (sheet), self->first, self->last,
      gtk_editable_get_text (GTK_EDITABLE (self->entry)), error);

  if (edits == NULL || !lintel_project_apply (copy, "", NULL, edits, error))
    return NULL;
  return g_steal_pointer (&edits);
}

static void
number_changed_cb (Renumber *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = plan (self, &error);
  guint n = self->last - self->first + 1;
  g_autofree char *text = NULL;

  adw_message_dialog_set_response_enabled (self->dialog, "apply", edits != NULL);
  if (edits != NULL)
    text = lintel_locale_format (ngettext ("%u other place changes with them.",
                                           "%u other places change with them.", edits->len - n),
                                 edits->len - n);
  gtk_label_set_text (self->label, edits != NULL ? text : error->message);
}

static void
renumber_response_cb (Renumber *self, const char *response)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  guint n = self->last - self->first + 1;
  g_autofree char *label =
      lintel_locale_format (ngettext ("Renumber %u extension", "Renumber %u extensions", n), n);

  if (!g_str_equal (response, "apply"))
    return;
  edits = plan (self, &error);
  if (edits == NULL
      || !lintel_project_apply (lintel_sheet_get_project (lintel_sheet_page_get_sheet (self->page)),
                                label, NULL, edits, &error))
    lintel_window_toast_from (GTK_WIDGET (self->page), error->message);
}

void
lintel_renumber_dialog_present (LintelSheetPage *page, guint first, guint last)
{
  Renumber *self = g_new0 (Renumber, 1);
  guint n = last - first + 1;
  g_autofree char *heading =
      lintel_locale_format (ngettext ("Renumber %u Extension", "Renumber %u Extensions", n), n);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  *self = (Renumber){ .page = page, .first = first, .last = last };
  self->dialog = make_dialog (page, heading,
                              _ ("The first one gets this number and those below it the next "
                                 "ones. Mailboxes, codes, dial tests and acceptances follow."),
                              C_ ("button", "_Renumber"));
  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->label = make_label (NULL);
  gtk_entry_set_activates_default (self->entry, TRUE);
  gtk_entry_set_placeholder_text (self->entry, _ ("First new number"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("First new number"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  adw_message_dialog_set_extra_child (self->dialog, box);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (number_changed_cb), self);
  g_signal_connect_data (self->dialog, "response", G_CALLBACK (renumber_response_cb), self,
                         (GClosureNotify) (void (*) (void)) g_free, G_CONNECT_SWAPPED);
  number_changed_cb (self);
  lintel_name_buttons (GTK_WIDGET (self->dialog));
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
lintel_import_names_present (LintelSheetPage *page, const char *path)
{
  LintelProject *project = lintel_sheet_get_project (lintel_sheet_page_get_sheet (page));
  g_autoptr (GError) error = NULL;
  LintelImport *import = lintel_import_names (project, path, &error);

  guint n = import != NULL ? import->edits->len : 0;
  g_autofree char *heading =
      lintel_locale_format (ngettext ("Import %u Name?", "Import %u Names?", n), n);

  if (import != NULL)
    lintel_import_preview_present (get_window (page), project, import, heading,
                                   C_ ("undo", "Import names"));
  else
    lintel_window_show_error (LINTEL_WINDOW (get_window (page)),
                              _ ("These names cannot be imported"), error->message);
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer page)
{
  g_autofree char *path = lintel_chooser_get_path (GTK_FILE_CHOOSER (dialog), response);

  g_object_unref (dialog);
  if (path != NULL)
    lintel_import_names_present (page, path);
}

void
lintel_import_names_choose (LintelSheetPage *page)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (C_ ("window", "Import Names"), get_window (page),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, C_ ("button", "_Import"), NULL);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, C_ ("files", "CSV files"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), tables);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
