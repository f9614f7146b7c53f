/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets one value in chosen rows. */

#include "config.h"

#include "app/ui/pages/lintel-set-rows-dialog.h"

#include "app/ui/lintel-button-names.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

GPtrArray *
lintel_sheet_list_row_kinds (LintelSheet *sheet)
{
  GPtrArray *kinds = g_ptr_array_new_with_free_func (g_free);
  guint n_rows = lintel_grid_model_get_n_rows (LINTEL_GRID_MODEL (sheet));

  for (guint row = 0; row < n_rows; row++)
    {
      char *kind = lintel_sheet_get_row_kind (sheet, row);

      if (kind[0] == '\0' || g_ptr_array_find_with_equal_func (kinds, kind, g_str_equal, NULL))
        g_free (kind);
      else
        g_ptr_array_add (kinds, kind);
    }
  return kinds;
}

static gboolean
row_is_meant (LintelSheet *sheet, guint row, const char *kind, guint first, guint last)
{
  g_autofree char *own = NULL;

  if (kind == NULL)
    return row >= first && row <= last;
  own = lintel_sheet_get_row_kind (sheet, row);
  return g_str_equal (own, kind);
}

/* Whether two cells of a row are values of one item, or the same cell. */
static gboolean
share_item (LintelSheet *sheet, guint row, guint column, guint other)
{
  LintelPlace a, b;

  return lintel_sheet_get_place_at (sheet, row, column, &a)
         && lintel_sheet_get_place_at (sheet, row, other, &b)
         && (column == other || (a.item != NULL && a.item == b.item));
}

static void
add_row (LintelSheet *sheet, guint row, guint column, const char *text, GArray *edits)
{
  guint n_columns = lintel_grid_model_get_n_columns (LINTEL_GRID_MODEL (sheet));

  for (guint i = 0; i < n_columns; i++)
    if (share_item (sheet, row, column, i))
      {
        const LintelGridEdit edit = { row, i, text };

        g_array_append_val (edits, edit);
      }
}

GPtrArray *
lintel_set_rows (LintelSheet *sheet, const char *kind, guint first, guint last, guint column,
                 const char *text)
{
  LintelGridModel *model = LINTEL_GRID_MODEL (sheet);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (LintelGridEdit));
  g_autofree char *label = NULL;

  for (guint row = 0; row < lintel_grid_model_get_n_rows (model); row++)
    if (row_is_meant (sheet, row, kind, first, last))
      add_row (sheet, row, column, text, edits);
  label = lintel_locale_format (ngettext ("Set %s in %u cell", "Set %s in %u cells", edits->len),
                                text, edits->len);
  return lintel_grid_model_set_block (model, (LintelGridEdit *) (gpointer) edits->data, edits->len,
                                      label);
}

typedef struct
{
  LintelSheetPage *page;
  AdwMessageDialog *dialog;
  GtkDropDown *choice; /* the selection, then the kinds */
  GtkEntry *entry;
  GtkLabel *label;
  GPtrArray *kinds;
  LintelGridRange selection;
  guint row, column;
} SetRows;

static void
set_rows_free (SetRows *self)
{
  g_ptr_array_unref (self->kinds);
  g_free (self);
}

static LintelSheet *
get_sheet (const SetRows *self)
{
  return lintel_sheet_page_get_sheet (self->page);
}

/* NULL for the selection. */
static const char *
get_kind (const SetRows *self)
{
  guint n = gtk_drop_down_get_selected (self->choice);

  return n > 0 && n <= self->kinds->len ? g_ptr_array_index (self->kinds, n - 1) : NULL;
}

static void
entry_changed_cb (SetRows *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  gboolean fits = text[0] != '\0'
                  && lintel_grid_model_check (LINTEL_GRID_MODEL (get_sheet (self)), self->row,
                                              self->column, text, NULL, &error);
  g_autoptr (LintelGridEditorSpec) spec =
      lintel_grid_model_get_editor (LINTEL_GRID_MODEL (get_sheet (self)), self->row, self->column);
  g_autofree char *allowed = lintel_grid_editor_spec_describe (spec);

  if (error != NULL)
    gtk_label_set_text (self->label, error->message);
  else
    gtk_label_set_text (self->label, allowed != NULL ? allowed : "");
  adw_message_dialog_set_response_enabled (self->dialog, "set", fits);
}

static void
response_cb (SetRows *self, const char *response)
{
  g_autoptr (GPtrArray) rejects = NULL;

  if (!g_str_equal (response, "set"))
    return;
  rejects = lintel_set_rows (get_sheet (self), get_kind (self), self->selection.first_row,
                             self->selection.last_row, self->column,
                             gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  lintel_sheet_page_show_rejects (self->page, rejects);
}

static guint
count_kind (LintelSheet *sheet, const char *kind)
{
  guint n_rows = lintel_grid_model_get_n_rows (LINTEL_GRID_MODEL (sheet)), n = 0;

  for (guint row = 0; row < n_rows; row++)
    n += row_is_meant (sheet, row, kind, 0, 0) ? 1 : 0;
  return n;
}

/* A selection of one row is hardly meant as one: then the kind of that row is offered first. */
static void
fill_choice (SetRows *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint n = self->selection.last_row - self->selection.first_row + 1;
  g_autofree char *kind = lintel_sheet_get_row_kind (get_sheet (self), self->row);
  guint own = 0;

  gtk_string_list_take (
      labels, lintel_locale_format (ngettext ("Selected row (%u)", "Selected rows (%u)", n), n));
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const char *title = g_ptr_array_index (self->kinds, i);

      /* Translators: rows of a kind and how many, "All of kind InMail (16)" */
      gtk_string_list_take (labels, g_strdup_printf (_ ("All of kind %s (%u)"), title,
                                                     count_kind (get_sheet (self), title)));
      if (n == 1 && g_str_equal (title, kind))
        own = i + 1;
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->choice, own);
}

static void
set_label (gpointer widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static GtkWidget *
make_body (SetRows *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  set_label (self->choice, C_ ("field", "Rows"));
  fill_choice (self);
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_activates_default (self->entry, TRUE);
  gtk_entry_set_placeholder_text (self->entry, C_ ("field", "Value"));
  set_label (self->entry, C_ ("field", "Value"));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  return box;
}

/* "Set 21-04-01 Toll restriction class in all modes", or the column's title. */
static char *
make_title (SetRows *self)
{
  const LintelGridColumn *column =
      lintel_grid_model_get_column (LINTEL_GRID_MODEL (get_sheet (self)), self->column);

  if (column->group != NULL && column->subtitle == NULL)
    return g_strdup_printf (_ ("Set in All Columns: %s"), column->group);
  return g_strdup_printf (C_ ("window", "Set %s"), column->title);
}

static gboolean
find_editable (LintelSheet *sheet, guint row, guint *column)
{
  guint n_columns = lintel_grid_model_get_n_columns (LINTEL_GRID_MODEL (sheet));
  LintelPlace place;

  for (guint i = *column; i < n_columns; i++)
    if (lintel_sheet_get_place_at (sheet, row, i, &place))
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

void
lintel_set_rows_dialog_present (LintelSheetPage *page, guint row, guint column)
{
  LintelSheet *sheet = lintel_sheet_page_get_sheet (page);
  SetRows *self;
  g_autofree char *title = NULL;

  if (!find_editable (sheet, row, &column))
    return;
  self = g_new0 (SetRows, 1);
  self->page = page;
  self->row = row;
  self->column = column;
  self->kinds = lintel_sheet_list_row_kinds (sheet);
  lintel_grid_get_selection (lintel_sheet_page_get_grid (page), &self->selection);
  title = make_title (self);
  self->dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), title, NULL));
  adw_message_dialog_set_extra_child (self->dialog, make_body (self));
  adw_message_dialog_add_responses (self->dialog, "cancel", C_ ("button", "_Cancel"), "set",
                                    C_ ("button", "_Set"), NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "set", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self->dialog, "set");
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  g_signal_connect_data (self->dialog, "response", G_CALLBACK (response_cb), self,
                         (GClosureNotify) (void (*) (void)) set_rows_free, G_CONNECT_SWAPPED);
  entry_changed_cb (self);
  lintel_name_buttons (GTK_WIDGET (self->dialog));
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
