/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who prepared and who reviewed the project, whether it has been changed since, and signing. */

#include "config.h"

#include "app/ui/overview/lintel-sign-off-group.h"

#include "app/ui/lintel-late-update.h"
#include "app/ui/lintel-wording.h"
#include "app/ui/overview/lintel-sign-dialog.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

/* As many digits of the hash as tell two states apart at a glance; the paper has them all. */
#define HASH_DIGITS 16

typedef struct
{
  AdwActionRow *row;
  GtkImage *mark;
  GtkButton *sign_button, *withdraw_button;
} Row;

struct _LintelSignOffGroup
{
  AdwBin parent_instance;

  Row rows[LINTEL_N_SIGN_OFFS]; /* by LintelSignOffKind - 1 */

  LintelDocument *document;
};

G_DEFINE_FINAL_TYPE (LintelSignOffGroup, lintel_sign_off_group, ADW_TYPE_BIN)

static LintelProject *
get_project (LintelSignOffGroup *self)
{
  return lintel_document_get_project (self->document);
}

char *
lintel_sign_off_describe (LintelProject *project, LintelSignOffKind kind)
{
  LintelSignOff sign_off;
  g_autofree char *time = NULL;

  if (!lintel_project_get_sign_off (project, kind, &sign_off))
    return g_strdup (C_ ("sign-off", "Nobody yet"));
  time = lintel_locale_moment (sign_off.time);
  if (lintel_project_is_sign_off_stale (project, kind))
    return g_strdup_printf (_ ("%s, %s. The project has been changed since: sign again."),
                            sign_off.by, time);
  return g_strdup_printf (_ ("%s, %s, for the project as it is now"), sign_off.by, time);
}

static char *
describe_with_hash (LintelProject *project, LintelSignOffKind kind)
{
  g_autofree char *text = lintel_sign_off_describe (project, kind);
  LintelSignOff sign_off;

  if (!lintel_project_get_sign_off (project, kind, &sign_off))
    return g_steal_pointer (&text);
  return g_strdup_printf (_ ("%s\nSeen: SHA-256 %.*s…"), text, HASH_DIGITS, sign_off.sha256);
}

static void
show_mark (Row *row, gboolean is_signed, gboolean is_stale)
{
  const char *classes[] = { is_stale    ? "lintel-warning"
                            : is_signed ? "lintel-done"
                                        : "dim-label",
                            NULL };

  gtk_image_set_from_icon_name (row->mark, is_stale    ? "dialog-warning-symbolic"
                                           : is_signed ? "emblem-ok-symbolic"
                                                       : "document-edit-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (row->mark), classes);
}

static void
show_row (LintelSignOffGroup *self, LintelSignOffKind kind)
{
  Row *row = &self->rows[kind - 1];
  LintelProject *project = get_project (self);
  g_autofree char *text = describe_with_hash (project, kind);
  gboolean is_signed = lintel_project_get_sign_off (project, kind, NULL);

  adw_action_row_set_subtitle (row->row, text);
  show_mark (row, is_signed, lintel_project_is_sign_off_stale (project, kind));
  gtk_widget_set_visible (GTK_WIDGET (row->withdraw_button), is_signed);
}

static void
show_rows (GtkWidget *widget)
{
  LintelSignOffGroup *self = LINTEL_SIGN_OFF_GROUP (widget);

  for (int kind = 1; kind <= LINTEL_N_SIGN_OFFS; kind++)
    show_row (self, (LintelSignOffKind) kind);
}

static LintelSignOffKind
get_kind (LintelSignOffGroup *self, GtkButton *button)
{
  const Row *prepared = &self->rows[LINTEL_SIGN_OFF_PREPARED - 1];

  return button == prepared->sign_button || button == prepared->withdraw_button
             ? LINTEL_SIGN_OFF_PREPARED
             : LINTEL_SIGN_OFF_REVIEWED;
}

static void
sign_clicked_cb (LintelSignOffGroup *self, GtkButton *button)
{
  lintel_document_lint_now (self->document);
  lintel_sign_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document,
                              get_kind (self, button));
}

static void
withdraw_clicked_cb (LintelSignOffGroup *self, GtkButton *button)
{
  LintelPlace place =
      lintel_place_record (LINTEL_PLACE_SIGN_OFF, (int) get_kind (self, button), LINTEL_FIELD_NONE);

  lintel_project_set (get_project (self), _ ("Withdraw a signature"), &place, NULL, NULL);
}

static void
lintel_sign_off_group_dispose (GObject *object)
{
  g_clear_object (&LINTEL_SIGN_OFF_GROUP (object)->document);
  G_OBJECT_CLASS (lintel_sign_off_group_parent_class)->dispose (object);
}

static void
lintel_sign_off_group_class_init (LintelSignOffGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lintel_sign_off_group_dispose;
}

static void
lintel_sign_off_group_init (LintelSignOffGroup *self)
{
}

static GtkButton *
add_button (LintelSignOffGroup *self, AdwActionRow *row, GtkWidget *button, const char *name,
            GCallback clicked)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (button, name);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
  return GTK_BUTTON (button);
}

static GtkWidget *
add_row (LintelSignOffGroup *self, LintelSignOffKind kind)
{
  const gboolean prepared = kind == LINTEL_SIGN_OFF_PREPARED;
  Row *row = &self->rows[kind - 1];
  GtkWidget *withdraw = gtk_button_new_from_icon_name ("edit-clear-symbolic");

  row->row = ADW_ACTION_ROW (adw_action_row_new ());
  row->mark = GTK_IMAGE (gtk_image_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), prepared
                                                                     ? C_ ("field", "Prepared by")
                                                                     : C_ ("field", "Reviewed by"));
  adw_action_row_set_subtitle_lines (row->row, 0);
  adw_action_row_add_prefix (row->row, GTK_WIDGET (row->mark));
  gtk_widget_add_css_class (withdraw, "flat");
  row->withdraw_button = add_button (self, row->row, withdraw,
                                     prepared ? _ ("Withdraw the preparer's signature")
                                              : _ ("Withdraw the reviewer's signature"),
                                     G_CALLBACK (withdraw_clicked_cb));
  row->sign_button = add_button (self, row->row, gtk_button_new_with_label (C_ ("button", "Sign…")),
                                 prepared ? _ ("Sign as preparer") : _ ("Sign as reviewer"),
                                 G_CALLBACK (sign_clicked_cb));
  return GTK_WIDGET (row->row);
}

GtkWidget *
lintel_sign_off_group_new (LintelDocument *document)
{
  LintelSignOffGroup *self = g_object_new (LINTEL_TYPE_SIGN_OFF_GROUP, NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->document = g_object_ref (document);
  adw_preferences_group_set_title (group, C_ ("heading", "Sign-off"));
  adw_preferences_group_set_description (
      group, _ ("Who stands for the project. A later change makes a signature stale."));
  for (int kind = 1; kind <= LINTEL_N_SIGN_OFFS; kind++)
    adw_preferences_group_add (group, add_row (self, (LintelSignOffKind) kind));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
  /* A hash of the whole is not worth while nobody looks. */
  lintel_late_update_init (GTK_WIDGET (self), show_rows);
  lintel_late_update_queue (GTK_WIDGET (self));
  g_signal_connect_object (document, "edited", G_CALLBACK (lintel_late_update_queue), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

gboolean
lintel_sign_off_group_reveal (LintelSignOffGroup *self, const LintelPlace *place)
{
  if (place->kind != LINTEL_PLACE_SIGN_OFF || place->index[0] < 1
      || place->index[0] > LINTEL_N_SIGN_OFFS)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->rows[place->index[0] - 1].sign_button));
}
