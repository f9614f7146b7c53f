/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an export will write, and what stands in its way. A thread makes the list of files. */

#include "config.h"

#include "app/ui/dialogs/lintel-export-dialog-private.h"

#include "app/ui/dialogs/lintel-export-task.h"
#include "app/ui/overview/lintel-sign-off-group.h"
#include "lintel/acceptance.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

static void
show_errors (LintelExportDialog *self)
{
  guint n = lintel_document_count (self->document, LINTEL_SEVERITY_ERROR);
  g_autofree char *text = lintel_locale_format (
      ngettext ("%u error stops the export", "%u errors stop the export", n), n);

  gtk_widget_set_visible (GTK_WIDGET (self->errors_group), n > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->errors_row), text);
}

static void
show_accepted (LintelExportDialog *self)
{
  guint errors;
  guint n = lintel_linter_count_accepted (lintel_document_get_linter (self->document), &errors);
  g_autofree char *all =
      lintel_locale_format (ngettext ("%u accepted problem", "%u accepted problems", n), n);
  /* Translators: "3 accepted problems, 1 of them an error" */
  g_autofree char *text = lintel_locale_format (
      ngettext ("%s, %u of them an error", "%s, %u of them errors", errors), all, errors);

  gtk_widget_set_visible (GTK_WIDGET (self->accepted_group), n > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->accepted_row), errors > 0 ? text : all);
}

/* Who stands for what is exported. */
static void
show_sign_offs (LintelExportDialog *self)
{
  LintelProject *project = lintel_document_get_project (self->document);
  g_autofree char *prepared = lintel_sign_off_describe (project, LINTEL_SIGN_OFF_PREPARED);
  g_autofree char *reviewed = lintel_sign_off_describe (project, LINTEL_SIGN_OFF_REVIEWED);

  adw_action_row_set_subtitle (self->prepared_row, prepared);
  adw_action_row_set_subtitle (self->reviewed_row, reviewed);
}

static void
show_baseline (LintelExportDialog *self)
{
  const char *path = lintel_document_get_baseline_path (self->document);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->baseline_row), path != NULL);
  gtk_switch_set_active (self->baseline_switch, path != NULL);
  if (path == NULL)
    return;
  title = g_strdup_printf (_ ("Only what differs from %s"), name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->baseline_row), title);
}

void
lintel_export_dialog_show_document (LintelExportDialog *self)
{
  show_errors (self);
  show_accepted (self);
  show_sign_offs (self);
  show_baseline (self);
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
show_files (LintelExportDialog *self, GPtrArray *files)
{
  g_autofree char *count =
      lintel_locale_format (ngettext ("%u file", "%u files", files->len), files->len);

  for (guint i = 0; i < files->len; i++)
    add_file_row (self, g_ptr_array_index (files, i));
  adw_expander_row_set_subtitle (self->files_row, count);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LintelExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = lintel_export_list_finish (result, &error);

  /* Another choice was made meanwhile, or the dialog closed. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->listing);
  if (files != NULL)
    show_files (self, files);
  else
    adw_expander_row_set_subtitle (self->files_row, error->message);
}

void
lintel_export_dialog_stop_listing (LintelExportDialog *self)
{
  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
}

void
lintel_export_dialog_list_files (LintelExportDialog *self)
{
  g_autoptr (LintelProject) baseline = NULL;
  LintelExportOptions options = lintel_export_dialog_get_options (self, &baseline);

  for (guint i = 0; i < self->file_rows->len; i++)
    adw_expander_row_remove (self->files_row, g_ptr_array_index (self->file_rows, i));
  g_ptr_array_set_size (self->file_rows, 0);
  adw_expander_row_set_subtitle (self->files_row, "…");
  lintel_export_dialog_stop_listing (self);
  self->listing = g_cancellable_new ();
  lintel_export_list_async (self->document, &options, self->listing, listed_cb,
                            g_object_ref (self));
}
