/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what a repair would change, place by place in words, and applies it as one undo step. */

#include "config.h"

#include "app/ui/lint/lintel-fix-dialog.h"

#include "app/ui/grid/lintel-digits.h"
#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-large-text.h"
#include "app/ui/lintel-wording.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

#define LINTEL_TYPE_FIX_DIALOG (lintel_fix_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LintelFixDialog, lintel_fix_dialog, LINTEL, FIX_DIALOG, AdwMessageDialog)

struct _LintelFixDialog
{
  AdwMessageDialog parent_instance;

  GtkDropDown *choice;
  GtkCheckButton *reveal_button;
  GtkLabel *count_label;
  GtkListView *list;
  GtkStringList *lines;

  LintelDocument *document;
  GPtrArray *fixes;
  gboolean together;    /* all fixes at once, not a choice of them */
  GHashTable *headings; /* positions in the list */
  LintelDoneFunc done;
  gpointer data;
};

G_DEFINE_TYPE (LintelFixDialog, lintel_fix_dialog, ADW_TYPE_MESSAGE_DIALOG)

static gboolean
has_code (GPtrArray *edits)
{
  for (guint i = 0; i < edits->len; i++)
    {
      LintelEdit *edit = g_ptr_array_index (edits, i);

      if (edit->place.kind == LINTEL_PLACE_CODE)
        return TRUE;
    }
  return FALSE;
}

/* Whether the Nth fix is one of those that Apply does. */
static gboolean
is_chosen (LintelFixDialog *self, guint n)
{
  return self->together || n == gtk_drop_down_get_selected (self->choice);
}

/* Transfer container: the fixes own them. */
static GPtrArray *
list_chosen (LintelFixDialog *self)
{
  GPtrArray *edits = g_ptr_array_new ();

  for (guint n = 0; n < self->fixes->len; n++)
    if (is_chosen (self, n))
      {
        LintelFix *fix = g_ptr_array_index (self->fixes, n);

        for (guint i = 0; i < fix->edits->len; i++)
          g_ptr_array_add (edits, g_ptr_array_index (fix->edits, i));
      }
  return edits;
}

static const char *
get_label (LintelFixDialog *self)
{
  LintelFix *fix;

  if (self->together)
    return adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (self));
  fix = g_ptr_array_index (self->fixes, gtk_drop_down_get_selected (self->choice));
  return fix->label;
}

/* With several fixes together, each has its label above. */
static void
show_fix (LintelFixDialog *self, const LintelFix *fix, gboolean reveal)
{
  LintelProject *project = lintel_document_get_project (self->document);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  if (self->together)
    {
      g_hash_table_add (self->headings, GUINT_TO_POINTER (n));
      gtk_string_list_append (self->lines, fix->label);
    }
  for (guint i = 0; i < fix->edits->len;)
    gtk_string_list_take (self->lines, lintel_describe_edits (project, fix->edits, &i, reveal));
}

static void
show_edits_cb (LintelFixDialog *self)
{
  g_autoptr (GPtrArray) edits = list_chosen (self);
  gboolean reveal = gtk_check_button_get_active (self->reveal_button);
  g_autofree char *count =
      lintel_locale_format (ngettext ("%u change:", "%u changes:", edits->len), edits->len);

  gtk_label_set_text (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->reveal_button), has_code (edits));
  g_hash_table_remove_all (self->headings);
  gtk_string_list_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                          NULL);
  for (guint n = 0; n < self->fixes->len; n++)
    if (is_chosen (self, n))
      show_fix (self, g_ptr_array_index (self->fixes, n), reveal);
}

static void
setup_line_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, label);
}

/* The line around the label has the keyboard, so it needs the text too. */
static void
bind_line_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, LintelFixDialog *self)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (list_item));
  gpointer position = GUINT_TO_POINTER (gtk_list_item_get_position (list_item));

  if (g_hash_table_contains (self->headings, position))
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");

  lintel_digits_set_label (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
say_done (LintelFixDialog *self, guint n_edits)
{
  g_autofree char *sentence = lintel_locale_format (
      ngettext ("%u change made: %s", "%u changes made: %s", n_edits), n_edits, get_label (self));

  self->done (sentence, self->data);
}

static void
lintel_fix_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  LintelFixDialog *self = LINTEL_FIX_DIALOG (dialog);
  g_autoptr (GPtrArray) edits = list_chosen (self);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "apply"))
    return;
  if (lintel_project_apply (lintel_document_get_project (self->document), get_label (self), NULL,
                            edits, &error))
    say_done (self, edits->len);
  else
    self->done (error->message, self->data);
}

static void
lintel_fix_dialog_dispose (GObject *object)
{
  LintelFixDialog *self = LINTEL_FIX_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->fixes, g_ptr_array_unref);
  g_clear_pointer (&self->headings, g_hash_table_unref);
  G_OBJECT_CLASS (lintel_fix_dialog_parent_class)->dispose (object);
}

static void
lintel_fix_dialog_class_init (LintelFixDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_fix_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = lintel_fix_dialog_response;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/lintel/Lintel/lint/lintel-fix-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelFixDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, LintelFixDialog, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, LintelFixDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, LintelFixDialog, list);
  gtk_widget_class_bind_template_child (widget_class, LintelFixDialog, lines);
  gtk_widget_class_bind_template_callback (widget_class, show_edits_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_line_cb);
}

static void
lintel_fix_dialog_init (LintelFixDialog *self)
{
  self->headings = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  lintel_grow_dialog (GTK_WINDOW (self));
}

static void
fill_choice (LintelFixDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  LintelFix *first = g_ptr_array_index (self->fixes, 0);

  for (guint i = 0; i < self->fixes->len; i++)
    gtk_string_list_append (labels, ((LintelFix *) g_ptr_array_index (self->fixes, i))->label);
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (labels));
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self),
                                  self->fixes->len > 1 ? _ ("Choose a repair") : first->label);
}

static LintelFixDialog *
make_dialog (GtkWindow *parent, LintelDocument *document, GPtrArray *fixes, LintelDoneFunc done,
             gpointer data)
{
  LintelFixDialog *self =
      g_object_new (LINTEL_TYPE_FIX_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->document = g_object_ref (document);
  self->fixes = g_ptr_array_ref (fixes);
  self->done = done;
  self->data = data;
  return self;
}

static void
present (LintelFixDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->choice), self->fixes->len > 1 && !self->together);
  show_edits_cb (self);
  lintel_name_buttons (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
  /* Not a choice of repairs, which Enter would open. */
  gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (self)));
}

void
lintel_fix_dialog_present (GtkWindow *parent, LintelDocument *document, GPtrArray *fixes,
                           LintelDoneFunc done, gpointer data)
{
  LintelFixDialog *self = make_dialog (parent, document, fixes, done, data);

  fill_choice (self);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (show_edits_cb), self);
  present (self);
}

gboolean
lintel_fix_dialog_present_all (GtkWindow *parent, LintelDocument *document, const char *const *ids,
                               const char *label, LintelDoneFunc done, gpointer data)
{
  g_autoptr (GPtrArray) fixes =
      lintel_linter_plan_fixes (lintel_document_get_linter (document), ids);
  LintelFixDialog *self;

  if (fixes->len == 0)
    return FALSE;
  self = make_dialog (parent, document, fixes, done, data);
  self->together = TRUE;
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), label);
  present (self);
  return TRUE;
}
