/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks why a finding may stay, who says so and until when; adds the acceptance to the project. */

#include "config.h"

#include "app/ui/lint/lintel-accept-dialog.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-large-text.h"
#include "lintel/acceptance.h"
#include "app/ui/lintel-signer.h"

#include <glib/gi18n-lib.h>

#define LINTEL_TYPE_ACCEPT_DIALOG (lintel_accept_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LintelAcceptDialog, lintel_accept_dialog, LINTEL, ACCEPT_DIALOG,
                      AdwMessageDialog)

struct _LintelAcceptDialog
{
  AdwMessageDialog parent_instance;

  AdwEntryRow *reason_row, *by_row, *until_row;
  GtkLabel *hint_label;

  LintelDocument *document;
  const LintelRule *rule; /* NULL when there is none of that id */
  LintelFinding *finding; /* NULL while one that exists is edited … */
  int id;                 /* … which is this one */
  LintelDoneFunc done;
  gpointer data;
};

G_DEFINE_TYPE (LintelAcceptDialog, lintel_accept_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
get_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
fields_changed_cb (LintelAcceptDialog *self)
{
  g_autofree char *reason = get_text (self->reason_row);
  g_autofree char *by = get_text (self->by_row);
  g_autofree char *until = get_text (self->until_row);
  const char *gap = lintel_acceptance_find_gap (self->rule, reason, by, until);

  gtk_label_set_text (self->hint_label, gap != NULL ? gap : _ ("It stays visible as accepted."));
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept", gap == NULL);
}

/* A field that becomes blank is removed. */
static GPtrArray *
list_field_edits (int id, const char *reason, const char *by, const char *until)
{
  const LintelField fields[] = { LINTEL_FIELD_REASON, LINTEL_FIELD_BY, LINTEL_FIELD_UNTIL };
  const char *texts[] = { reason, by, until };
  GPtrArray *edits = lintel_edits_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      LintelPlace place = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, id, fields[i]);

      lintel_edits_add (edits, &place, texts[i][0] != '\0' ? texts[i] : NULL);
    }
  return edits;
}

static void
lintel_accept_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  LintelAcceptDialog *self = LINTEL_ACCEPT_DIALOG (dialog);
  LintelProject *project = lintel_document_get_project (self->document);
  g_autofree char *reason = get_text (self->reason_row);
  g_autofree char *by = get_text (self->by_row);
  g_autofree char *until = get_text (self->until_row);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "accept"))
    return;
  edits = self->finding != NULL
              ? lintel_acceptance_edits (project, self->finding, reason, by, until)
              : list_field_edits (self->id, reason, by, until);
  if (lintel_project_apply (
          project, self->finding != NULL ? _ ("Accept a problem") : _ ("Change an acceptance"),
          NULL, edits, &error))
    self->done (_ ("Accepted. It stays in the list and goes on the certificate."), self->data);
  else
    self->done (error->message, self->data);
}

static void
lintel_accept_dialog_dispose (GObject *object)
{
  LintelAcceptDialog *self = LINTEL_ACCEPT_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->finding, lintel_finding_unref);
  G_OBJECT_CLASS (lintel_accept_dialog_parent_class)->dispose (object);
}

static void
lintel_accept_dialog_class_init (LintelAcceptDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_accept_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = lintel_accept_dialog_response;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/lintel/Lintel/lint/lintel-accept-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelAcceptDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, LintelAcceptDialog, by_row);
  gtk_widget_class_bind_template_child (widget_class, LintelAcceptDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, LintelAcceptDialog, hint_label);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
}

static void
lintel_accept_dialog_init (LintelAcceptDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lintel_grow_message (ADW_MESSAGE_DIALOG (self));
}

static LintelAcceptDialog *
make_dialog (GtkWindow *parent, LintelDocument *document, const LintelRule *rule,
             LintelDoneFunc done, gpointer data)
{
  LintelAcceptDialog *self =
      g_object_new (LINTEL_TYPE_ACCEPT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->document = g_object_ref (document);
  self->rule = rule;
  self->done = done;
  self->data = data;
  return self;
}

static void
present (LintelAcceptDialog *self)
{
  fields_changed_cb (self);
  lintel_name_buttons (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
}

void
lintel_accept_dialog_present (GtkWindow *parent, LintelDocument *document, LintelFinding *finding,
                              LintelDoneFunc done, gpointer data)
{
  LintelAcceptDialog *self =
      make_dialog (parent, document, lintel_finding_get_rule (finding), done, data);
  g_autofree char *name = lintel_signer_get_name ();

  self->finding = lintel_finding_ref (finding);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), lintel_finding_get_message (finding));
  gtk_editable_set_text (GTK_EDITABLE (self->by_row), name);
  present (self);
}

void
lintel_accept_dialog_present_edit (GtkWindow *parent, LintelDocument *document,
                                   const LintelAcceptance *acceptance, LintelDoneFunc done,
                                   gpointer data)
{
  LintelAcceptDialog *self =
      make_dialog (parent, document, lintel_rules_find (acceptance->rule), done, data);

  self->id = acceptance->id;
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), _ ("Change the acceptance"));
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), self->rule != NULL
                                                              ? lintel_rule_get_summary (self->rule)
                                                              : acceptance->rule);
  gtk_editable_set_text (GTK_EDITABLE (self->reason_row), acceptance->reason);
  gtk_editable_set_text (GTK_EDITABLE (self->by_row), acceptance->by);
  gtk_editable_set_text (GTK_EDITABLE (self->until_row), acceptance->until);
  present (self);
}
