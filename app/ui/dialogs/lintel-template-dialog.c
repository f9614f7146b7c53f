/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves the project as a template of the office's own, without its customer. */

#include "config.h"

#include "app/ui/dialogs/lintel-standard-dialog.h"

#include "app/ui/lintel-button-names.h"
#include "lintel/house-template.h"

#include <glib/gi18n-lib.h>

#define LINTEL_TYPE_TEMPLATE_DIALOG (lintel_template_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LintelTemplateDialog, lintel_template_dialog, LINTEL, TEMPLATE_DIALOG,
                      AdwMessageDialog)

struct _LintelTemplateDialog
{
  AdwMessageDialog parent_instance;

  AdwEntryRow *name_row;
  GtkLabel *hint_label;

  LintelDocument *document;
  LintelDoneFunc done;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (LintelTemplateDialog, lintel_template_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* Transfer full; NULL when the name cannot be one. */
static char *
get_path (LintelTemplateDialog *self)
{
  g_autofree char *name =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  return lintel_house_template_get_path (name);
}

static void
name_changed_cb (LintelTemplateDialog *self)
{
  g_autofree char *path = get_path (self);
  const char *hint;

  if (path == NULL)
    hint = _ ("Give the template a name, without a slash.");
  else if (g_file_test (path, G_FILE_TEST_EXISTS))
    hint = _ ("There is a template of this name: it is replaced.");
  else
    hint = _ ("New projects can start from it, and older ones be brought to it.");
  gtk_label_set_text (self->hint_label, hint);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "save", path != NULL);
}

static void
lintel_template_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  LintelTemplateDialog *self = LINTEL_TEMPLATE_DIALOG (dialog);
  g_autofree char *path = get_path (self);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "save") || path == NULL)
    return;
  if (lintel_house_template_save (lintel_document_get_project (self->document), path, &error))
    self->done (_ ("Saved as a template, without customer, names and codes."), self->data);
  else
    self->done (error->message, self->data);
}

static void
lintel_template_dialog_dispose (GObject *object)
{
  g_clear_object (&LINTEL_TEMPLATE_DIALOG (object)->document);
  G_OBJECT_CLASS (lintel_template_dialog_parent_class)->dispose (object);
}

static void
lintel_template_dialog_class_init (LintelTemplateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_template_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = lintel_template_dialog_response;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/lintel/Lintel/dialogs/lintel-template-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelTemplateDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, LintelTemplateDialog, hint_label);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
}

static void
lintel_template_dialog_init (LintelTemplateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lintel_template_dialog_present (GtkWindow *parent, LintelDocument *document, LintelDoneFunc done,
                                gpointer data)
{
  LintelTemplateDialog *self =
      g_object_new (LINTEL_TYPE_TEMPLATE_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->document = g_object_ref (document);
  self->done = done;
  self->data = data;
  name_changed_cb (self);
  lintel_name_buttons (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}
