/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the cells that a paste or fill did not take, and why. */

#include "config.h"

#include "app/ui/pages/lintel-rejects-dialog.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-text-list.h"
#include "lintel/locale.h"
#include "lintel/safe-text.h"

#include <glib/gi18n-lib.h>

#define LIST_HEIGHT 160

static char *
describe_reject (LintelGridModel *model, const LintelGridReject *reject)
{
  g_autofree char *heading = NULL;
  g_autofree char *text = lintel_text_make_safe (reject->text != NULL ? reject->text : "", FALSE);

  if (reject->row >= lintel_grid_model_get_n_rows (model)
      || reject->column >= lintel_grid_model_get_n_columns (model))
    return g_strdup_printf (_ ("“%s”: %s"), text, reject->reason);
  heading = lintel_grid_model_get_heading (model, reject->row);
  return g_strdup_printf (_ ("%s, %s: “%s”: %s"), heading,
                          lintel_grid_model_get_column (model, reject->column)->title, text,
                          reject->reason);
}

static char *
describe_rejects (LintelGridModel *model, GPtrArray *rejects)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rejects->len; i++)
    {
      g_autofree char *line = describe_reject (model, g_ptr_array_index (rejects, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)), data);
}

void
lintel_rejects_dialog_present (GtkWindow *parent, LintelGridModel *model, GPtrArray *rejects)
{
  g_autofree char *heading = lintel_locale_format (
      ngettext ("%u value was left out", "%u values were left out", rejects->len), rejects->len);
  char *text = describe_rejects (model, rejects);
  GtkWidget *dialog = adw_message_dialog_new (
      parent, heading, _ ("These cells are as they were. Everything else has been taken over."));

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      lintel_text_list_new (text, LIST_HEIGHT));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "copy",
                                    C_ ("button", "_Copy List"), "close", C_ ("button", "_Close"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), text,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  lintel_name_buttons (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
