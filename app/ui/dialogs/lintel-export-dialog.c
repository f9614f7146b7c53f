/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Export: writes the database files of what is chosen. A thread does that, while the dialog shows
 * how far it is.
 */

#include "config.h"

#include "app/ui/dialogs/lintel-export-dialog-private.h"

#include "app/ui/dialogs/lintel-export-done.h"
#include "app/ui/dialogs/lintel-export-task.h"
#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-large-text.h"
#include "app/ui/lintel-settings.h"
#include "app/ui/safety/lintel-disk.h"
#include "lintel/exchange.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (LintelExportDialog, lintel_export_dialog, ADW_TYPE_WINDOW)

/* In the order of the list. */
static const LintelPaperSize papers[] = { LINTEL_PAPER_DEFAULT, LINTEL_PAPER_A4,
                                          LINTEL_PAPER_LETTER };

LintelExportOptions
lintel_export_dialog_get_options (LintelExportDialog *self, LintelProject **baseline)
{
  LintelProject *compared = lintel_document_get_baseline (self->document);

  if (compared != NULL && gtk_switch_get_active (self->baseline_switch))
    *baseline = lintel_project_copy (compared);
  return (LintelExportOptions){
    .baseline = *baseline,
    .with_codes = gtk_switch_get_active (self->codes_switch),
    .force = gtk_switch_get_active (self->force_switch),
    .reason = gtk_editable_get_text (GTK_EDITABLE (self->reason_row)),
    .paper = papers[MIN (adw_combo_row_get_selected (self->paper_row), G_N_ELEMENTS (papers) - 1)],
  };
}

static char *
get_target (LintelExportDialog *self)
{
  return g_build_filename (self->folder, gtk_editable_get_text (GTK_EDITABLE (self->name_row)),
                           NULL);
}

/* What is said about the folder; NULL for nothing. */
static char *
describe_folder (LintelExportDialog *self, gboolean *fits)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name_row));
  g_autofree char *target = get_target (self);
  g_autoptr (GError) error = NULL;
  gboolean replaces;

  *fits = name[0] != '\0' && strchr (name, '/') == NULL;
  if (!*fits)
    return g_strdup (_ ("Give the new folder a name."));
  *fits = lintel_export_check_folder (target, &replaces, &error);
  if (!*fits)
    return g_strdup (error->message);
  return replaces ? g_strdup (_ ("There is an earlier export of this name. It is replaced as soon "
                                 "as the new one is complete."))
                  : NULL;
}

static void
show_hint (LintelExportDialog *self, const char *hint)
{
  gtk_label_set_text (self->hint_label, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), hint != NULL);
}

static void
show_gap_cb (LintelExportDialog *self)
{
  g_autoptr (LintelProject) baseline = NULL;
  LintelExportOptions options = lintel_export_dialog_get_options (self, &baseline);
  g_autoptr (GError) error = NULL;
  gboolean ready =
      lintel_export_check (lintel_document_get_linter (self->document), &options, &error);
  gboolean fits = TRUE;
  g_autofree char *hint = describe_folder (self, &fits);

  gtk_widget_set_visible (GTK_WIDGET (self->reason_row),
                          gtk_switch_get_active (self->force_switch));
  /* Open errors have a row of their own. */
  if (fits && g_error_matches (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_REASON))
    show_hint (self, error->message);
  else
    show_hint (self, hint);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), ready && fits);
}

static void
options_changed_cb (LintelExportDialog *self)
{
  if (self->document == NULL)
    return;
  show_gap_cb (self);
  lintel_export_dialog_list_files (self);
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
  show_gap_cb (self);
}

static void
choose_clicked_cb (LintelExportDialog *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->folder);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (C_ ("window", "Export Into"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                               C_ ("button", "_Choose"), NULL);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), file, NULL);
  g_signal_connect (self->chooser, "response", G_CALLBACK (folder_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Writing. */

static void
show_writing (LintelExportDialog *self, gboolean writing)
{
  gtk_widget_set_sensitive (self->form, !writing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), !writing);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_box), writing);
}

static void
progress_cb (const char *file, double done, gpointer data)
{
  LintelExportDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress_bar, done);
  gtk_progress_bar_set_text (self->progress_bar, file);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LintelExportDialog) self = data;
  g_autofree char *target = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written = lintel_export_run_finish (result, &error);

  g_clear_object (&self->writing);
  /* Closed meanwhile. */
  if (self->document == NULL)
    return;
  if (written)
    {
      target = get_target (self);
      lintel_settings_set_string ("export-folder", self->folder);
      lintel_export_done_present (self->window, target);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  show_writing (self, FALSE);
  show_gap_cb (self);
  show_hint (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                       ? _ ("Cancelled: nothing was written.")
                       : error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->export_button));
}

static void
export_clicked_cb (LintelExportDialog *self)
{
  g_autoptr (LintelProject) baseline = NULL;
  LintelExportOptions options = lintel_export_dialog_get_options (self, &baseline);
  g_autofree char *target = get_target (self);

  lintel_export_dialog_stop_listing (self);
  self->writing = g_cancellable_new ();
  show_hint (self, NULL);
  progress_cb ("", 0, self);
  show_writing (self, TRUE);
  lintel_export_run_async (self->document, target, &options, self->writing, progress_cb, self,
                           written_cb, g_object_ref (self));
}

/* Closing while files are written cancels that first; the answer comes with the last file. */
static gboolean
lintel_export_dialog_close_request (GtkWindow *window)
{
  LintelExportDialog *self = LINTEL_EXPORT_DIALOG (window);

  if (self->writing == NULL)
    return GTK_WINDOW_CLASS (lintel_export_dialog_parent_class)->close_request (window);
  g_cancellable_cancel (self->writing);
  return TRUE;
}

/* A thread that still runs keeps the dialog, which must not keep the window with its project. */
static void
let_go (LintelExportDialog *self)
{
  lintel_export_dialog_stop_listing (self);
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
  g_clear_object (&self->chooser);
  g_clear_object (&self->window);
  g_clear_object (&self->document);
}

static void
lintel_export_dialog_unrealize (GtkWidget *widget)
{
  let_go (LINTEL_EXPORT_DIALOG (widget));
  GTK_WIDGET_CLASS (lintel_export_dialog_parent_class)->unrealize (widget);
}

static void
lintel_export_dialog_dispose (GObject *object)
{
  let_go (LINTEL_EXPORT_DIALOG (object));
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
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, errors_group);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, errors_row);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, accepted_group);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, accepted_row);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, folder_row);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, baseline_row);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, prepared_row);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, reviewed_row);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, name_row);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, reason_row);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, paper_row);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, force_switch);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, codes_switch);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, baseline_switch);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, files_row);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, hint_label);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, export_button);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, first_button);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, form);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, progress_box);
  gtk_widget_class_bind_template_child (klass, LintelExportDialog, progress_bar);
}

static void
lintel_export_dialog_class_init (LintelExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lintel_export_dialog_finalize;
  widget_class->unrealize = lintel_export_dialog_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = lintel_export_dialog_close_request;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/lintel/Lintel/dialogs/lintel-export-dialog.ui");
  bind_children (widget_class);
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
  lintel_grow_dialog (GTK_WINDOW (self));
  lintel_name_buttons (GTK_WIDGET (self));
}

/* Beside the last export, or else beside the project's file, or at home. */
static char *
suggest_folder (LintelDocument *document)
{
  g_autofree char *last = lintel_settings_get_string ("export-folder");
  const char *path = lintel_document_get_path (document);

  if (last[0] != '\0' && lintel_disk_has (last))
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
  return g_strdup_printf (C_ ("file", "%s database"), title);
}

void
lintel_export_dialog_present (LintelWindow *window)
{
  LintelExportDialog *self =
      g_object_new (LINTEL_TYPE_EXPORT_DIALOG, "transient-for", window, "modal", TRUE, NULL);
  g_autoptr (LintelDocument) document = g_object_ref (lintel_window_get_document (window));
  g_autofree char *name = suggest_name (document);

  self->window = g_object_ref (window);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  self->folder = suggest_folder (document);
  show_folder (self);
  g_set_object (&self->document, document);
  lintel_export_dialog_show_document (self);
  options_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (gtk_widget_get_sensitive (GTK_WIDGET (self->export_button))
                             ? GTK_WIDGET (self->export_button)
                             : GTK_WIDGET (self->first_button));
}
