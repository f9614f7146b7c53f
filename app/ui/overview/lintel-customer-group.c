/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The customer's fields and the notes, as rows that are edits of the project. */

#include "config.h"

#include "app/ui/overview/lintel-customer-group.h"

#include "lintel/safe-text.h"

#include <glib/gi18n-lib.h>

enum
{
  ROW_NAME,
  ROW_SITE,
  ROW_REFERENCE,
  ROW_WORDS,
  N_ROWS
};

static const LintelField fields[N_ROWS] = { LINTEL_FIELD_NAME, LINTEL_FIELD_SITE,
                                            LINTEL_FIELD_REFERENCE, LINTEL_FIELD_WORDS };

struct _LintelCustomerGroup
{
  AdwBin parent_instance;

  AdwEntryRow *name_row, *site_row, *reference_row, *words_row;
  GtkTextView *notes_view;
  GtkLabel *unseen_label;

  LintelDocument *document;
  gboolean showing; /* while the project's texts are put into the rows */
};

G_DEFINE_FINAL_TYPE (LintelCustomerGroup, lintel_customer_group, ADW_TYPE_BIN)

static AdwEntryRow *
get_row (LintelCustomerGroup *self, int n)
{
  AdwEntryRow *rows[N_ROWS] = { self->name_row, self->site_row, self->reference_row,
                                self->words_row };

  return rows[n];
}

static const char *
get_text (LintelCustomerGroup *self, const LintelPlace *place)
{
  const char *text = lintel_project_get_text (lintel_document_get_project (self->document), place);

  return text != NULL ? text : "";
}

/* What is typed in one go is one undo step. */
static void
store_text (LintelCustomerGroup *self, const LintelPlace *place, const char *text)
{
  LintelProject *project = lintel_document_get_project (self->document);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autofree char *key = lintel_place_to_string (place, project);
  g_autofree char *label = g_strdup_printf (C_ ("undo", "Change %s"), key);

  lintel_edits_add (edits, place, text[0] != '\0' ? text : NULL);
  lintel_project_apply (project, label, key, edits, NULL);
}

static void
row_changed_cb (LintelCustomerGroup *self, AdwEntryRow *row)
{
  for (int i = 0; i < N_ROWS && self->document != NULL && !self->showing; i++)
    if (get_row (self, i) == row)
      {
        LintelPlace place = lintel_place_customer (fields[i]);

        store_text (self, &place, gtk_editable_get_text (GTK_EDITABLE (row)));
      }
}

static void
notes_changed_cb (LintelCustomerGroup *self, GtkTextBuffer *buffer)
{
  LintelPlace place = lintel_place_notes ();
  g_autofree char *text = NULL;

  if (self->document == NULL || self->showing)
    return;
  g_object_get (buffer, "text", &text, NULL);
  store_text (self, &place, text);
}

static void
show_notes (LintelCustomerGroup *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes_view);
  LintelPlace place = lintel_place_notes ();
  const char *text = get_text (self, &place);
  g_autofree char *shown = NULL;

  g_object_get (buffer, "text", &shown, NULL);
  if (!g_str_equal (shown, text))
    gtk_text_buffer_set_text (buffer, text, -1);
}

static void
append_unseen (GString *list, const char *title, const char *text, gboolean multiline)
{
  g_autofree char *safe = lintel_text_make_safe (text, multiline);

  if (!g_str_equal (safe, text))
    g_string_append_printf (list, "\n• %s: %s", title, safe);
}

/* An entry shows what acts on the text around it, such as a bidirectional override, by what it
 * does: what it is stands below. */
static void
show_unseen (LintelCustomerGroup *self)
{
  g_autoptr (GString) list =
      g_string_new (_ ("Here are characters that cannot be seen. Take them out if you do not know "
                       "what they are for:"));
  const gsize length = list->len;
  const LintelPlace notes = lintel_place_notes ();

  for (int i = 0; i < N_ROWS; i++)
    append_unseen (list, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (self, i))),
                   gtk_editable_get_text (GTK_EDITABLE (get_row (self, i))), FALSE);
  append_unseen (list, C_ ("field", "Notes"), get_text (self, &notes), TRUE);
  gtk_label_set_text (self->unseen_label, list->str);
  gtk_widget_set_visible (GTK_WIDGET (self->unseen_label), list->len > length);
}

static void
show_texts_cb (LintelCustomerGroup *self)
{
  if (self->showing)
    return;
  self->showing = TRUE;
  for (int i = 0; i < N_ROWS; i++)
    {
      LintelPlace place = lintel_place_customer (fields[i]);
      GtkEditable *row = GTK_EDITABLE (get_row (self, i));
      const char *text = get_text (self, &place);

      if (!g_str_equal (gtk_editable_get_text (row), text))
        gtk_editable_set_text (row, text);
    }
  show_notes (self);
  show_unseen (self);
  self->showing = FALSE;
}

static void
lintel_customer_group_dispose (GObject *object)
{
  LintelCustomerGroup *self = LINTEL_CUSTOMER_GROUP (object);

  g_clear_object (&self->document);
  G_OBJECT_CLASS (lintel_customer_group_parent_class)->dispose (object);
}

static void
lintel_customer_group_class_init (LintelCustomerGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_customer_group_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/lintel/Lintel/overview/lintel-customer-group.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelCustomerGroup, name_row);
  gtk_widget_class_bind_template_child (widget_class, LintelCustomerGroup, site_row);
  gtk_widget_class_bind_template_child (widget_class, LintelCustomerGroup, reference_row);
  gtk_widget_class_bind_template_child (widget_class, LintelCustomerGroup, words_row);
  gtk_widget_class_bind_template_child (widget_class, LintelCustomerGroup, notes_view);
  gtk_widget_class_bind_template_child (widget_class, LintelCustomerGroup, unseen_label);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
}

static void
lintel_customer_group_init (LintelCustomerGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->notes_view), "changed",
                           G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
}

void
lintel_customer_group_set_document (LintelCustomerGroup *self, LintelDocument *document)
{
  g_set_object (&self->document, document);
  g_signal_connect_object (document, "edited", G_CALLBACK (show_texts_cb), self, G_CONNECT_SWAPPED);
  show_texts_cb (self);
}

gboolean
lintel_customer_group_reveal (LintelCustomerGroup *self, const LintelPlace *place)
{
  if (place->kind == LINTEL_PLACE_NOTES)
    return gtk_widget_grab_focus (GTK_WIDGET (self->notes_view));
  for (int i = 0; i < N_ROWS && place->kind == LINTEL_PLACE_CUSTOMER; i++)
    if (fields[i] == place->field)
      return gtk_widget_grab_focus (GTK_WIDGET (get_row (self, i)));
  return FALSE;
}
