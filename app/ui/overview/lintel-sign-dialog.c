/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks who signs, and says what for; signing is one undo step. */

#include "config.h"

#include "app/ui/overview/lintel-sign-dialog.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-large-text.h"
#include "app/ui/lintel-signer.h"
#include "lintel/exchange.h"
#include "lintel/report.h"

#include <glib/gi18n-lib.h>

#define LINTEL_TYPE_SIGN_DIALOG (lintel_sign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LintelSignDialog, lintel_sign_dialog, LINTEL, SIGN_DIALOG, AdwMessageDialog)

struct _LintelSignDialog
{
  AdwMessageDialog parent_instance;

  AdwEntryRow *name_row;
  GtkLabel *hint_label;

  LintelDocument *document;
  LintelSignOffKind kind;
};

G_DEFINE_FINAL_TYPE (LintelSignDialog, lintel_sign_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
get_name (LintelSignDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}

/* Two pairs of eyes are better than one; whoever has nobody else may still sign for both. */
static gboolean
has_signed_as_other (LintelSignDialog *self, const char *name)
{
  LintelSignOffKind other =
      self->kind == LINTEL_SIGN_OFF_PREPARED ? LINTEL_SIGN_OFF_REVIEWED : LINTEL_SIGN_OFF_PREPARED;
  LintelSignOff sign_off;

  return lintel_project_get_sign_off (lintel_document_get_project (self->document), other,
                                      &sign_off)
         && g_str_equal (sign_off.by, name);
}

static void
name_changed_cb (LintelSignDialog *self)
{
  g_autofree char *name = NULL;

  if (self->document == NULL)
    return;
  name = get_name (self);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "sign", name[0] != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), has_signed_as_other (self, name));
}

static void
sign (LintelSignDialog *self, const char *name)
{
  LintelProject *project = lintel_document_get_project (self->document);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autofree char *label =
      g_strdup_printf (self->kind == LINTEL_SIGN_OFF_PREPARED ? _ ("%s signs as preparer")
                                                              : _ ("%s signs as reviewer"),
                       name);

  lintel_edits_add_sign_off (edits, project, self->kind, name, lintel_export_get_time ());
  lintel_project_apply (project, label, NULL, edits, NULL);
  lintel_signer_remember (name);
}

static void
lintel_sign_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  LintelSignDialog *self = LINTEL_SIGN_DIALOG (dialog);
  g_autofree char *name = get_name (self);

  if (g_str_equal (response, "sign") && name[0] != '\0')
    sign (self, name);
}

static void
lintel_sign_dialog_dispose (GObject *object)
{
  g_clear_object (&LINTEL_SIGN_DIALOG (object)->document);
  G_OBJECT_CLASS (lintel_sign_dialog_parent_class)->dispose (object);
}

static void
lintel_sign_dialog_class_init (LintelSignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_sign_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = lintel_sign_dialog_response;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/lintel/Lintel/overview/lintel-sign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelSignDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, LintelSignDialog, hint_label);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
}

static void
lintel_sign_dialog_init (LintelSignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lintel_grow_message (ADW_MESSAGE_DIALOG (self));
}

static guint
count_accepted (LintelDocument *document)
{
  GListModel *findings = G_LIST_MODEL (lintel_document_get_findings (document));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (LintelFindingItem) item = g_list_model_get_item (findings, i);

      n += lintel_finding_item_is_accepted (item) ? 1 : 0;
    }
  return n;
}

/* What one signs for, counts and all. */
static char *
describe (LintelDocument *document)
{
  g_autofree char *counts = lintel_report_format_counts (
      lintel_document_count (document, LINTEL_SEVERITY_ERROR),
      lintel_document_count (document, LINTEL_SEVERITY_WARNING),
      lintel_document_count (document, LINTEL_SEVERITY_NOTE), count_accepted (document));
  g_autofree char *hash = lintel_project_compute_hash (lintel_document_get_project (document));

  return g_strdup_printf (_ ("You stand for the project as it is now: %s. Any later change, other "
                             "than of mailbox codes, makes the signature stale.\n\nSHA-256 %s"),
                          counts, hash);
}

void
lintel_sign_dialog_present (GtkWindow *parent, LintelDocument *document, LintelSignOffKind kind)
{
  LintelSignDialog *self =
      g_object_new (LINTEL_TYPE_SIGN_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  g_autofree char *name = lintel_signer_get_name ();
  g_autofree char *body = describe (document);

  self->document = g_object_ref (document);
  self->kind = kind;
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), kind == LINTEL_SIGN_OFF_PREPARED
                                                                 ? _ ("Sign as Preparer")
                                                                 : _ ("Sign as Reviewer"));
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), body);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  name_changed_cb (self);
  lintel_name_buttons (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}
