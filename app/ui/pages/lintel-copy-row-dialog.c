/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Copy this row to …". */

#include "config.h"

#include "app/ui/pages/lintel-copy-row-dialog.h"

#include "app/ui/lintel-button-names.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

static gboolean
find_heading (LintelGridModel *model, const char *text, guint *row)
{
  for (guint i = 0; i < lintel_grid_model_get_n_rows (model); i++)
    {
      g_autofree char *heading = lintel_grid_model_get_heading (model, i);

      if (!g_str_equal (heading, text))
        continue;
      *row = i;
      return TRUE;
    }
  return FALSE;
}

static void
add_row (GArray *rows, guint row)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, guint, i) == row)
      return;
  g_array_append_val (rows, row);
}

/* Rows whose heads are numbers from FIRST to LAST, wherever they stand. */
static guint
add_range (LintelGridModel *model, gint64 first, gint64 last, GArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < lintel_grid_model_get_n_rows (model); i++)
    {
      g_autofree char *heading = lintel_grid_model_get_heading (model, i);
      gint64 number;

      if (!g_ascii_string_to_signed (heading, 10, MIN (first, last), MAX (first, last), &number,
                                     NULL))
        continue;
      add_row (rows, i);
      n++;
    }
  return n;
}

static gboolean
parse_range (LintelGridModel *model, const char *word, GArray *rows)
{
  g_auto (GStrv) ends = g_strsplit (word, "-", 2);
  gint64 first, last;

  return g_strv_length (ends) == 2
         && g_ascii_string_to_signed (ends[0], 10, 0, G_MAXINT32, &first, NULL)
         && g_ascii_string_to_signed (ends[1], 10, 0, G_MAXINT32, &last, NULL)
         && add_range (model, first, last, rows) > 0;
}

gboolean
lintel_rows_parse (LintelGridModel *model, const char *text, GArray *rows, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, ", ;\t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint row;

      if (words[i][0] == '\0')
        continue;
      if (find_heading (model, words[i], &row))
        add_row (rows, row);
      else if (!parse_range (model, words[i], rows))
        {
          g_set_error (error, LINTEL_GRID_ERROR, LINTEL_GRID_ERROR_REFUSED,
                       _ ("There is no row %s here."), words[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static void
add_edits (LintelGridModel *model, guint from, guint to, GArray *edits, GPtrArray *texts)
{
  for (guint column = 0; column < lintel_grid_model_get_n_columns (model); column++)
    {
      g_auto (LintelGridCellInfo) source = { 0 }, target = { 0 };
      LintelGridEdit edit = { to, column, NULL };

      lintel_grid_model_get_cell (model, from, column, &source);
      lintel_grid_model_get_cell (model, to, column, &target);
      if (!source.editable || !target.editable)
        continue;
      g_ptr_array_add (texts, lintel_grid_model_get_input (model, from, column));
      edit.text = g_ptr_array_index (texts, texts->len - 1);
      g_array_append_val (edits, edit);
    }
}

GPtrArray *
lintel_copy_row (LintelGridModel *model, guint row, GArray *rows)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (LintelGridEdit));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *heading = lintel_grid_model_get_heading (model, row);
  g_autofree char *label = lintel_locale_format (
      ngettext ("Copy row %s to %u row", "Copy row %s to %u rows", rows->len), heading, rows->len);

  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, guint, i) != row)
      add_edits (model, row, g_array_index (rows, guint, i), edits, texts);
  return lintel_grid_model_set_block (model, (LintelGridEdit *) (gpointer) edits->data, edits->len,
                                      label);
}

typedef struct
{
  LintelSheetPage *page;
  AdwMessageDialog *dialog;
  GtkEntry *entry;
  GtkLabel *label;
  guint row;
} CopyRow;

static LintelGridModel *
get_model (const CopyRow *self)
{
  return LINTEL_GRID_MODEL (lintel_sheet_page_get_sheet (self->page));
}

static void
entry_changed_cb (CopyRow *self)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;
  gboolean fits = lintel_rows_parse (
      get_model (self), gtk_editable_get_text (GTK_EDITABLE (self->entry)), rows, &error);
  g_autofree char *count =
      lintel_locale_format (ngettext ("%u row", "%u rows", rows->len), rows->len);

  gtk_label_set_text (self->label, fits ? count : error->message);
  adw_message_dialog_set_response_enabled (self->dialog, "copy", fits && rows->len > 0);
}

static void
response_cb (CopyRow *self, const char *response)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) rejects = NULL;

  if (!g_str_equal (response, "copy")
      || !lintel_rows_parse (get_model (self), gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                             rows, NULL))
    return;
  rejects = lintel_copy_row (get_model (self), self->row, rows);
  lintel_sheet_page_show_rejects (self->page, rejects);
}

/* The entry, and below it what it says so far. */
static GtkWidget *
make_body (CopyRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_activates_default (self->entry, TRUE);
  gtk_entry_set_placeholder_text (self->entry, _ ("102-110, 115"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Rows to copy to"), -1);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  return box;
}

void
lintel_copy_row_dialog_present (LintelSheetPage *page, guint row)
{
  CopyRow *self = g_new0 (CopyRow, 1);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  g_autofree char *heading = NULL, *title = NULL;

  self->page = page;
  self->row = row;
  heading = lintel_grid_model_get_heading (get_model (self), row);
  title = g_strdup_printf (_ ("Copy Row %s To"), heading);
  self->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (root), title,
      _ ("Every value of the row goes into the rows that you name, by what stands at their "
         "heads.")));
  adw_message_dialog_set_extra_child (self->dialog, make_body (self));
  adw_message_dialog_add_responses (self->dialog, "cancel", C_ ("button", "_Cancel"), "copy",
                                    C_ ("button", "C_opy"), NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "copy", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self->dialog, "copy");
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  g_signal_connect_data (self->dialog, "response", G_CALLBACK (response_cb), self,
                         (GClosureNotify) (void (*) (void)) g_free, G_CONNECT_SWAPPED);
  entry_changed_cb (self);
  lintel_name_buttons (GTK_WIDGET (self->dialog));
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
