/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks why a finding may stay, who says so and until when; adds the acceptance to the project. */

#include "config.h"

#include "app/ui/lint/lintel-accept-dialog.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-signer.h"

#include <glib/gi18n-lib.h>

/* A locked rule guards against fraud itself: "ok" is not a reason to waive it. */
#define LOCKED_REASON_LENGTH 10

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

/* The row that place N lies in, if the finding has all cells of that row that exist: one record
 * then says what eight would. */
static gboolean
find_whole_row (LintelProject *project, const LintelPlace *places, guint n_places, guint n,
                LintelPlace *row)
{
  const LintelPlace *place = &places[n];
  guint have = 0, exist = 0;
  int first, last;

  if (place->kind != LINTEL_PLACE_CELL || place->item->n_dimensions < 2
      || place->item->dimension[0].kind == LINTEL_INDEX_TABLE
      || !lintel_item_get_range (place->item, 1, lintel_project_get_model (project),
                                 lintel_project_get_version (project), &first, &last))
    return FALSE;
  for (int j = first; j <= last; j++)
    exist += lintel_project_has_cell (project, place->item, place->index[0], j) ? 1 : 0;
  for (guint i = 0; i < n_places; i++)
    have += places[i].item == place->item && places[i].index[0] == place->index[0] ? 1 : 0;
  if (have < exist)
    return FALSE;
  *row = lintel_place_row (place->program, place->index[0]);
  return TRUE;
}

/* Where the acceptances stand: addresses, each once, in the order of the places. */
static GPtrArray *
list_addresses (LintelProject *project, LintelFinding *finding)
{
  GPtrArray *addresses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  for (guint i = 0; i < n; i++)
    {
      LintelPlace row;
      char *address = find_whole_row (project, places, n, i, &row)
                          ? lintel_place_to_string (&row, project)
                          : lintel_finding_get_address (finding, i, project);

      if (g_hash_table_contains (seen, address))
        {
          g_free (address);
          continue;
        }
      g_hash_table_add (seen, address);
      g_ptr_array_add (addresses, address);
    }
  return addresses;
}

static void
add_field (GPtrArray *edits, int id, LintelField field, const char *text)
{
  LintelPlace place = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, id, field);

  if (text[0] != '\0')
    lintel_edits_add (edits, &place, text);
}

GPtrArray *
lintel_acceptance_edits (LintelProject *project, LintelFinding *finding, const char *reason,
                         const char *by, const char *until)
{
  g_autoptr (GPtrArray) addresses = list_addresses (project, finding);
  GPtrArray *edits = lintel_edits_new ();
  int id = lintel_project_next_id (project, LINTEL_PLACE_ACCEPTANCE);

  for (guint i = 0; i < addresses->len; i++, id++)
    {
      add_field (edits, id, LINTEL_FIELD_RULE,
                 lintel_rule_get_id (lintel_finding_get_rule (finding)));
      add_field (edits, id, LINTEL_FIELD_AT, g_ptr_array_index (addresses, i));
      add_field (edits, id, LINTEL_FIELD_REASON, reason);
      add_field (edits, id, LINTEL_FIELD_BY, by);
      add_field (edits, id, LINTEL_FIELD_UNTIL, until);
    }
  return edits;
}

static char *
get_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
is_date (const char *text)
{
  int year, month, day, end = 0;

  return sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 && end == 10
         && text[end] == '\0' && month >= 1 && month <= 12 && day >= 1
         && g_date_valid_dmy (day, month, year);
}

/* What is still missing, as a sentence; NULL when the acceptance is complete. */
static const char *
find_gap (LintelAcceptDialog *self, const char *reason, const char *by, const char *until)
{
  gboolean locked = self->rule != NULL && lintel_rule_is_locked (self->rule);

  if (reason[0] == '\0')
    return _ ("Write down why this may stay. The reason is printed on the certificate.");
  if (locked && g_utf8_strlen (reason, -1) < LOCKED_REASON_LENGTH)
    return _ ("This check guards against fraud: give a reason of at least 10 characters.");
  if (by[0] == '\0')
    return _ ("Write down who accepts it.");
  if (until[0] != '\0' && !is_date (until))
    return _ ("Write the last day as year-month-day, for example 2027-01-31, or leave it blank.");
  return NULL;
}

static void
fields_changed_cb (LintelAcceptDialog *self)
{
  g_autofree char *reason = get_text (self->reason_row);
  g_autofree char *by = get_text (self->by_row);
  g_autofree char *until = get_text (self->until_row);
  const char *gap = find_gap (self, reason, by, until);

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
