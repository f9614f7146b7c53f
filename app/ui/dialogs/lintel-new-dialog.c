/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what a new project is to be made of. */

#include "config.h"

#include "app/ui/dialogs/lintel-new-dialog.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-large-text.h"
#include "lintel/house-template.h"
#include "lintel/xml.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define LINTEL_TYPE_NEW_DIALOG (lintel_new_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LintelNewDialog, lintel_new_dialog, LINTEL, NEW_DIALOG, AdwWindow)

struct _LintelNewDialog
{
  AdwWindow parent_instance;

  AdwEntryRow *name_row, *site_row, *first_row, *last_row;
  AdwComboRow *model_row, *template_row;
  GtkSpinButton *telephones_button;
  GtkLabel *hint_label;
  GtkButton *create_button;

  LintelCatalogue *catalogue;
  GPtrArray *house; /* names of the office's own templates, which come after those */
  LintelNewFunc made;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (LintelNewDialog, lintel_new_dialog, ADW_TYPE_WINDOW)

/* In the order of the two lists in the template. */
static const LintelModel models[] = { LINTEL_MODEL_SL2100, LINTEL_MODEL_SL1100 };
static const char *const templates[] = { "hardened", "factory" };

static LintelModel
get_model (LintelNewDialog *self)
{
  return models[MIN (adw_combo_row_get_selected (self->model_row), G_N_ELEMENTS (models) - 1)];
}

/* NULL for one of those that Lintel brings along. */
static const char *
get_house_template (LintelNewDialog *self)
{
  guint n = adw_combo_row_get_selected (self->template_row);

  if (self->house == NULL || n < G_N_ELEMENTS (templates)
      || n - G_N_ELEMENTS (templates) >= self->house->len)
    return NULL;
  return g_ptr_array_index (self->house, n - G_N_ELEMENTS (templates));
}

/* 0 for a blank row, -1 for what is no number. */
static int
get_number (AdwEntryRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  gint64 number;

  if (text[0] == '\0')
    return 0;
  return g_ascii_string_to_signed (text, 10, 1, 99999999, &number, NULL) ? (int) number : -1;
}

/* What keeps the project from being made, as a sentence; NULL when nothing does. */
static const char *
find_gap (LintelNewDialog *self)
{
  int first = get_number (self->first_row), last = get_number (self->last_row);

  if (get_house_template (self) != NULL)
    return NULL;
  if (first < 0 || last < 0)
    return _ ("InMail extensions are numbers, for example 213 to 228.");
  if ((first == 0) != (last == 0))
    return _ ("Give both the first and the last InMail extension.");
  if (last < first)
    return _ ("The last InMail extension comes before the first.");
  if (first == 0 && get_model (self) == LINTEL_MODEL_SL1100)
    return _ ("An SL1100 has no documented InMail extensions: look up which ports are InMail in "
              "program 11-02 and enter the first and the last.");
  return NULL;
}

static void
fields_changed_cb (LintelNewDialog *self)
{
  const char *gap = find_gap (self);
  gboolean is_house = get_house_template (self) != NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->model_row), !is_house);
  gtk_widget_set_sensitive (GTK_WIDGET (self->telephones_button), !is_house);
  gtk_widget_set_sensitive (GTK_WIDGET (self->first_row), !is_house);
  gtk_widget_set_sensitive (GTK_WIDGET (self->last_row), !is_house);
  gtk_label_set_text (self->hint_label,
                      gap != NULL ? gap
                      : is_house  ? _ ("Model and extensions are those of the template.")
                      : get_number (self->first_row) == 0
                          ? _ ("Without InMail extensions the factory numbers of the SL2100 are "
                               "used.")
                          : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label),
                          gtk_label_get_text (self->hint_label)[0] != '\0');
  gtk_widget_set_sensitive (GTK_WIDGET (self->create_button), gap == NULL);
}

static void
set_customer (LintelProject *project, LintelField field, AdwEntryRow *row)
{
  LintelPlace place = lintel_place_customer (field);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  if (text[0] != '\0')
    lintel_project_set (project, _ ("Name the customer"), &place, text, NULL);
}

static LintelProject *
make_project (LintelNewDialog *self, GError **error)
{
  const char *house = get_house_template (self);
  guint template =
      MIN (adw_combo_row_get_selected (self->template_row), G_N_ELEMENTS (templates) - 1);

  if (house != NULL)
    {
      g_autofree char *path = lintel_house_template_get_path (house);

      return lintel_house_template_new (self->catalogue, path, error);
    }
  return lintel_template_new (self->catalogue, get_model (self), templates[template],
                              gtk_spin_button_get_value_as_int (self->telephones_button),
                              get_number (self->first_row), get_number (self->last_row), error);
}

static void
create_clicked_cb (LintelNewDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelProject) project = NULL, fresh = NULL;
  g_autoptr (LintelDocument) document = NULL;

  project = make_project (self, &error);
  if (project == NULL)
    {
      gtk_label_set_text (self->hint_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->hint_label), TRUE);
      return;
    }
  set_customer (project, LINTEL_FIELD_NAME, self->name_row);
  set_customer (project, LINTEL_FIELD_SITE, self->site_row);
  /* A copy has no history: undo starts with the user's own first edit. */
  fresh = lintel_project_copy (project);
  document = lintel_document_new (fresh);
  lintel_document_set_made_here (document);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->made (document, self->data);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
lintel_new_dialog_dispose (GObject *object)
{
  LintelNewDialog *self = LINTEL_NEW_DIALOG (object);

  g_clear_pointer (&self->catalogue, lintel_catalogue_unref);
  g_clear_pointer (&self->house, g_ptr_array_unref);
  G_OBJECT_CLASS (lintel_new_dialog_parent_class)->dispose (object);
}

static void
lintel_new_dialog_class_init (LintelNewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_new_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/lintel/Lintel/dialogs/lintel-new-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelNewDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, LintelNewDialog, site_row);
  gtk_widget_class_bind_template_child (widget_class, LintelNewDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, LintelNewDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, LintelNewDialog, model_row);
  gtk_widget_class_bind_template_child (widget_class, LintelNewDialog, template_row);
  gtk_widget_class_bind_template_child (widget_class, LintelNewDialog, telephones_button);
  gtk_widget_class_bind_template_child (widget_class, LintelNewDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, LintelNewDialog, create_button);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lintel_new_dialog_init (LintelNewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lintel_grow_dialog (GTK_WINDOW (self));
  lintel_name_buttons (GTK_WIDGET (self));
  fields_changed_cb (self);
}

static void
add_house_templates (LintelNewDialog *self)
{
  GtkStringList *titles = GTK_STRING_LIST (adw_combo_row_get_model (self->template_row));

  self->house = lintel_house_templates_list ();
  for (guint i = 0; i < self->house->len; i++)
    gtk_string_list_append (titles, g_ptr_array_index (self->house, i));
}

void
lintel_new_dialog_present (GtkWindow *parent, LintelCatalogue *catalogue, LintelNewFunc made,
                           gpointer data)
{
  LintelNewDialog *self =
      g_object_new (LINTEL_TYPE_NEW_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->catalogue = lintel_catalogue_ref (catalogue);
  add_house_templates (self);
  self->made = made;
  self->data = data;
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}
