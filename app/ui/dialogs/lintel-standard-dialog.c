/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a project to the house standard: what differs from a template, line by line with a box to
 * tick, and what is ticked applied as one undo step. */

#include "config.h"

#include "app/ui/dialogs/lintel-standard-dialog.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-large-text.h"
#include "app/ui/lintel-wording.h"
#include "lintel/house-template.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

#define LINTEL_TYPE_STANDARD_DIALOG (lintel_standard_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LintelStandardDialog, lintel_standard_dialog, LINTEL, STANDARD_DIALOG,
                      AdwWindow)

struct _LintelStandardDialog
{
  AdwWindow parent_instance;

  AdwComboRow *template_row;
  GtkCheckButton *all_button;
  GtkStringList *lines;
  GtkLabel *hint_label;
  GtkButton *apply_button;

  LintelDocument *document;
  GPtrArray *names; /* what to load for each choice of template */
  GPtrArray *edits; /* NULL when there is nothing to compare with */
  GArray *ends;     /* of guint: for each line the edit behind its last one */
  GtkBitset *ticked;
  gboolean showing; /* while boxes are set, not clicked */
  LintelDoneFunc done;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (LintelStandardDialog, lintel_standard_dialog, ADW_TYPE_WINDOW)

static LintelProject *
get_project (LintelStandardDialog *self)
{
  return lintel_document_get_project (self->document);
}

/* The edits of the lines that are ticked. Transfer container. */
static GPtrArray *
list_ticked (LintelStandardDialog *self)
{
  GPtrArray *edits = g_ptr_array_new ();
  guint first = 0;

  for (guint line = 0; line < self->ends->len; line++)
    {
      guint end = g_array_index (self->ends, guint, line);

      for (guint i = first; i < end && gtk_bitset_contains (self->ticked, line); i++)
        g_ptr_array_add (edits, g_ptr_array_index (self->edits, i));
      first = end;
    }
  return edits;
}

static void
show_count (LintelStandardDialog *self)
{
  guint n = (guint) gtk_bitset_get_size (self->ticked);
  guint all = self->ends->len;
  g_autofree char *text = NULL;

  self->showing = TRUE;
  gtk_check_button_set_active (self->all_button, n > 0 && n == all);
  gtk_check_button_set_inconsistent (self->all_button, n > 0 && n < all);
  self->showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->all_button), all > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), n > 0);
  if (self->edits == NULL)
    return;
  text =
      all == 0
          ? g_strdup (_ ("Nothing differs from this template."))
          : lintel_locale_format (ngettext ("%u of %u change is chosen. It is one step for Undo.",
                                            "%u of %u changes are chosen. They are one step for "
                                            "Undo.",
                                            all),
                                  n, all);
  gtk_label_set_text (self->hint_label, text);
}

static void
show_lines (LintelStandardDialog *self)
{
  gtk_string_list_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                          NULL);
  g_array_set_size (self->ends, 0);
  for (guint i = 0; self->edits != NULL && i < self->edits->len;)
    {
      char *line = lintel_describe_edits (get_project (self), self->edits, &i, FALSE);

      g_array_append_val (self->ends, i);
      gtk_bitset_add (self->ticked, self->ends->len - 1);
      gtk_string_list_take (self->lines, line);
    }
}

static void
template_changed_cb (LintelStandardDialog *self)
{
  guint n = adw_combo_row_get_selected (self->template_row);
  g_autoptr (LintelProject) house = NULL;
  g_autoptr (GError) error = NULL;

  if (self->names == NULL || n >= self->names->len)
    return;
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  gtk_bitset_remove_all (self->ticked);
  house =
      lintel_house_template_load (get_project (self), g_ptr_array_index (self->names, n), &error);
  if (house != NULL)
    self->edits = lintel_house_template_compare (get_project (self), house, &error);
  if (self->edits == NULL)
    gtk_label_set_text (self->hint_label, error->message);
  show_lines (self);
  show_count (self);
}

static void
apply_clicked_cb (LintelStandardDialog *self)
{
  g_autoptr (GPtrArray) edits = list_ticked (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!lintel_project_apply (get_project (self), _ ("Bring to the house standard"), NULL, edits,
                             &error))
    {
      gtk_label_set_text (self->hint_label, error->message);
      return;
    }
  sentence = lintel_locale_format (ngettext ("%u value brought to the house standard",
                                             "%u values brought to the house standard", edits->len),
                                   edits->len);
  self->done (sentence, self->data);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Boxes. */

static void
all_toggled_cb (LintelStandardDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  if (self->showing)
    return;
  gtk_bitset_remove_all (self->ticked);
  if (gtk_check_button_get_active (self->all_button))
    gtk_bitset_add_range (self->ticked, 0, n);
  /* The boxes that are there are bound anew. */
  g_list_model_items_changed (G_LIST_MODEL (self->lines), 0, n, n);
  show_count (self);
}

static void
line_toggled_cb (LintelStandardDialog *self, GtkCheckButton *button)
{
  GtkListItem *list_item = g_object_get_data (G_OBJECT (button), "list-item");
  guint line = gtk_list_item_get_position (list_item);

  if (self->showing || line == GTK_INVALID_LIST_POSITION)
    return;
  if (gtk_check_button_get_active (button))
    gtk_bitset_add (self->ticked, line);
  else
    gtk_bitset_remove (self->ticked, line);
  show_count (self);
}

static void
setup_line_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item,
               LintelStandardDialog *self)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  g_object_set_data (G_OBJECT (button), "list-item", list_item);
  g_signal_connect_object (button, "toggled", G_CALLBACK (line_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, button);
}

static void
bind_line_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, LintelStandardDialog *self)
{
  GtkWidget *button = gtk_list_item_get_child (list_item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (list_item));

  self->showing = TRUE;
  gtk_label_set_text (GTK_LABEL (gtk_check_button_get_child (GTK_CHECK_BUTTON (button))), text);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (button),
      gtk_bitset_contains (self->ticked, gtk_list_item_get_position (list_item)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  self->showing = FALSE;
}

/* Lifecycle. */

static void
lintel_standard_dialog_dispose (GObject *object)
{
  LintelStandardDialog *self = LINTEL_STANDARD_DIALOG (object);

  g_clear_object (&self->document);
  G_OBJECT_CLASS (lintel_standard_dialog_parent_class)->dispose (object);
}

static void
lintel_standard_dialog_finalize (GObject *object)
{
  LintelStandardDialog *self = LINTEL_STANDARD_DIALOG (object);

  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_array_unref (self->ends);
  gtk_bitset_unref (self->ticked);
  G_OBJECT_CLASS (lintel_standard_dialog_parent_class)->finalize (object);
}

static void
lintel_standard_dialog_class_init (LintelStandardDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_standard_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lintel_standard_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/lintel/Lintel/dialogs/lintel-standard-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelStandardDialog, template_row);
  gtk_widget_class_bind_template_child (widget_class, LintelStandardDialog, all_button);
  gtk_widget_class_bind_template_child (widget_class, LintelStandardDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, LintelStandardDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, LintelStandardDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, template_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_line_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lintel_standard_dialog_init (LintelStandardDialog *self)
{
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ticked = gtk_bitset_new_empty ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lintel_grow_dialog (GTK_WINDOW (self));
}

/* The office's own first, then what Lintel brings along. */
static void
fill_templates (LintelStandardDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GPtrArray *names = lintel_house_templates_list ();

  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (titles, g_ptr_array_index (names, i));
  g_ptr_array_add (names, g_strdup ("hardened"));
  gtk_string_list_append (titles, C_ ("template", "Hardened"));
  adw_combo_row_set_model (self->template_row, G_LIST_MODEL (titles));
  self->names = names;
}

void
lintel_standard_dialog_present (GtkWindow *parent, LintelDocument *document, LintelDoneFunc done,
                                gpointer data)
{
  LintelStandardDialog *self =
      g_object_new (LINTEL_TYPE_STANDARD_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->document = g_object_ref (document);
  self->done = done;
  self->data = data;
  fill_templates (self);
  template_changed_cb (self);
  lintel_name_buttons (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
