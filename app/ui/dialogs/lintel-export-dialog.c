/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Export: shows what will be written and what stands in the way, and writes the database files. */

#include "config.h"

#include "app/ui/dialogs/lintel-export-dialog.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-settings.h"
#include "lintel/acceptance.h"
#include "lintel/exchange.h"

#include <glib/gi18n-lib.h>

#define LINTEL_TYPE_EXPORT_DIALOG (lintel_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LintelExportDialog, lintel_export_dialog, LINTEL, EXPORT_DIALOG, AdwWindow)

struct _LintelExportDialog
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *errors_group, *accepted_group;
  AdwActionRow *errors_row, *accepted_row, *folder_row;
  AdwEntryRow *name_row, *reason_row;
  GtkSwitch *force_switch, *codes_switch;
  AdwExpanderRow *files_row;
  GtkLabel *hint_label;
  GtkButton *export_button, *first_button;

  LintelWindow *window;
  LintelDocument *document;
  char *folder;                  /* in which the new folder is made */
  GPtrArray *file_rows;          /* in files_row */
  GtkFileChooserNative *chooser; /* while one is shown */
};

G_DEFINE_FINAL_TYPE (LintelExportDialog, lintel_export_dialog, ADW_TYPE_WINDOW)

static LintelExportOptions
get_options (LintelExportDialog *self)
{
  return (LintelExportOptions){
    .with_codes = gtk_switch_get_active (self->codes_switch),
    .force = gtk_switch_get_active (self->force_switch),
    .reason = gtk_editable_get_text (GTK_EDITABLE (self->reason_row)),
  };
}

static void
show_gap_cb (LintelExportDialog *self)
{
  LintelExportOptions options = get_options (self);
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name_row));
  g_autoptr (GError) error = NULL;
  gboolean ready =
      lintel_export_check (lintel_document_get_linter (self->document), &options, &error);

  if (ready && (name[0] == '\0' || strchr (name, '/') != NULL))
    {
      g_set_error_literal (&error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_TARGET,
                           _ ("Give the new folder a name."));
      ready = FALSE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->reason_row),
                          gtk_switch_get_active (self->force_switch));
  /* Open errors have a row of their own. */
  gtk_label_set_text (self->hint_label, ready ? "" : error->message);
  gtk_widget_set_visible (
      GTK_WIDGET (self->hint_label),
      !ready && !g_error_matches (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FINDINGS));
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), ready);
}

static void
add_file_row (LintelExportDialog *self, const LintelExportFile *file)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *size = g_format_size (g_bytes_get_size (file->bytes));
  GtkWidget *label = gtk_label_new (size);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), file->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), file->what);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_expander_row_add_row (self->files_row, row);
  g_ptr_array_add (self->file_rows, row);
}

static void
show_files (LintelExportDialog *self)
{
  LintelExportOptions options = get_options (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files =
      lintel_export_render (lintel_document_get_linter (self->document), &options, NULL, &error);
  g_autofree char *count = NULL;

  for (guint i = 0; i < self->file_rows->len; i++)
    adw_expander_row_remove (self->files_row, g_ptr_array_index (self->file_rows, i));
  g_ptr_array_set_size (self->file_rows, 0);
  if (files == NULL)
    {
      adw_expander_row_set_subtitle (self->files_row, error->message);
      return;
    }
  count = g_strdup_printf (ngettext ("%u file", "%u files", files->len), files->len);
  for (guint i = 0; i < files->len; i++)
    add_file_row (self, g_ptr_array_index (files, i));
  adw_expander_row_set_subtitle (self->files_row, count);
}

static void
options_changed_cb (LintelExportDialog *self)
{
  if (self->document == NULL)
    return;
  show_gap_cb (self);
  show_files (self);
}

static void
fields_changed_cb (LintelExportDialog *self)
{
  if (self->document != NULL)
    show_gap_cb (self);
}

static void
first_clicked_cb (LintelExportDialog *self)
{
  g_autoptr (LintelWindow) window = g_object_ref (self->window);

  gtk_window_destroy (GTK_WINDOW (self));
  lintel_window_jump_to_first_error (window);
}

static void
show_folder (LintelExportDialog *self)
{
  g_autofree char *shown = g_filename_display_name (self->folder);

  adw_action_row_set_subtitle (self->folder_row, shown);
}

static void
folder_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  LintelExportDialog *self = data;
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  g_free (self->folder);
  self->folder = g_file_get_path (file);
  show_folder (self);
}

static void
choose_clicked_cb (LintelExportDialog *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->folder);

  g_clear_object (&self->chooser);
  self->chooser =
      gtk_file_chooser_native_new (_ ("Export Into"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), NULL);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), file, NULL);
  g_signal_connect (self->chooser, "response", G_CALLBACK (folder_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
export_clicked_cb (LintelExportDialog *self)
{
  LintelExportOptions options = get_options (self);
  g_autofree char *target =
      g_build_filename (self->folder, gtk_editable_get_text (GTK_EDITABLE (self->name_row)), NULL);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (!lintel_export_write (lintel_document_get_linter (self->document), target, &options, NULL,
                            &error))
    {
      gtk_label_set_text (self->hint_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->hint_label), TRUE);
      return;
    }
  lintel_settings_set_string ("export-folder", self->folder);
  sentence = g_strdup_printf (
      ngettext ("%u file written to %s", "%u files written to %s", self->file_rows->len),
      self->file_rows->len, target);
  lintel_window_toast_folder (self->window, sentence, target);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
lintel_export_dialog_dispose (GObject *object)
{
  LintelExportDialog *self = LINTEL_EXPORT_DIALOG (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->window);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (lintel_export_dialog_parent_class)->dispose (object);
}

static void
lintel_export_dialog_finalize (GObject *object)
{
  LintelExportDialog *self = LINTEL_EXPORT_DIALOG (object);

  g_free (self->folder);
  g_ptr_array_unref (self->file_rows);
  G_OBJECT_CLASS (lintel_export_dialog_parent_class)->finalize (object);
}

static void
lintel_export_dialog_class_init (LintelExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lintel_export_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/lintel/Lintel/dialogs/lintel-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelExportDialog, errors_group);
  gtk_widget_class_bind_template_child (widget_class, LintelExportDialog, errors_row);
  gtk_widget_class_bind_template_child (widget_class, LintelExportDialog, accepted_group);
  gtk_widget_class_bind_template_child (widget_class, LintelExportDialog, accepted_row);
  gtk_widget_class_bind_template_child (widget_class, LintelExportDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, LintelExportDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, LintelExportDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, LintelExportDialog, force_switch);
  gtk_widget_class_bind_template_child (widget_class, LintelExportDialog, codes_switch);
  gtk_widget_class_bind_template_child (widget_class, LintelExportDialog, files_row);
  gtk_widget_class_bind_template_child (widget_class, LintelExportDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, LintelExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, LintelExportDialog, first_button);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lintel_export_dialog_init (LintelExportDialog *self)
{
  self->file_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lintel_name_buttons (GTK_WIDGET (self));
}

static void
show_errors (LintelExportDialog *self)
{
  guint n = lintel_document_count (self->document, LINTEL_SEVERITY_ERROR);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u error stops the export", "%u errors stop the export", n), n);

  gtk_widget_set_visible (GTK_WIDGET (self->errors_group), n > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->errors_row), text);
}

static void
show_accepted (LintelExportDialog *self)
{
  guint errors;
  guint n = lintel_linter_count_accepted (lintel_document_get_linter (self->document), &errors);
  g_autofree char *all =
      g_strdup_printf (ngettext ("%u accepted problem", "%u accepted problems", n), n);
  /* Translators: "3 accepted problems, 1 of them an error" */
  g_autofree char *text = g_strdup_printf (
      ngettext ("%s, %u of them an error", "%s, %u of them errors", errors), all, errors);

  gtk_widget_set_visible (GTK_WIDGET (self->accepted_group), n > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->accepted_row), errors > 0 ? text : all);
}

/* Beside the last export, or else beside the project's file, or at home. */
static char *
suggest_folder (LintelDocument *document)
{
  g_autofree char *last = lintel_settings_get_string ("export-folder");
  const char *path = lintel_document_get_path (document);

  if (last[0] != '\0' && g_file_test (last, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&last);
  if (path != NULL)
    {
      g_autofree char *absolute = g_canonicalize_filename (path, NULL);

      return g_path_get_dirname (absolute);
    }
  return g_strdup (g_get_home_dir ());
}

static char *
suggest_name (LintelDocument *document)
{
  g_autofree char *title = lintel_document_get_title (document);

  if (g_str_has_suffix (title, ".xml"))
    title[strlen (title) - strlen (".xml")] = '\0';
  g_strdelimit (title, "/\\:*?\"<>|", '-');
  /* Translators: the name of a folder, after the customer's */
  return g_strdup_printf (_ ("%s database"), title);
}

void
lintel_export_dialog_present (LintelWindow *window)
{
  LintelExportDialog *self =
      g_object_new (LINTEL_TYPE_EXPORT_DIALOG, "transient-for", window, "modal", TRUE, NULL);
  LintelDocument *document = lintel_window_get_document (window);
  g_autofree char *name = suggest_name (document);

  self->window = g_object_ref (window);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  self->document = g_object_ref (document);
  self->folder = suggest_folder (document);
  show_folder (self);
  show_errors (self);
  show_accepted (self);
  options_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (gtk_widget_get_sensitive (GTK_WIDGET (self->export_button))
                             ? GTK_WIDGET (self->export_button)
                             : GTK_WIDGET (self->first_button));
}
