/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the mailbox codes: the sheet with revealing and drawing. */

#include "config.h"

#include "app/ui/pages/lintel-codes-page.h"

#include "app/ui/lintel-window.h"
#include "app/ui/pages/lintel-codes-model.h"

#include <glib/gi18n-lib.h>

static LintelCodesModel *
get_model (LintelSheetPage *page)
{
  return LINTEL_CODES_MODEL (lintel_sheet_page_get_sheet (page));
}

static void
reveal_clicked_cb (LintelSheetPage *page)
{
  guint first, last;

  if (lintel_sheet_page_get_rows (page, &first, &last))
    lintel_codes_model_reveal (get_model (page), first, last,
                               !lintel_codes_model_is_revealed (get_model (page), first));
}

static void
reveal_all_toggled_cb (LintelSheetPage *page, GtkToggleButton *button)
{
  lintel_codes_model_reveal_all (get_model (page), gtk_toggle_button_get_active (button));
}

static void
draw_clicked_cb (LintelSheetPage *page)
{
  g_autoptr (GError) error = NULL;
  guint first, last;

  if (!lintel_sheet_page_get_rows (page, &first, &last))
    return;
  if (lintel_codes_model_draw (get_model (page), first, last, &error))
    lintel_window_toast_from (GTK_WIDGET (page),
                              _ ("Drawn. They count only after the user has set them at the "
                                 "telephone: 67, then 7."));
  else
    lintel_window_toast_from (GTK_WIDGET (page), error->message);
}

static GtkWidget *
make_button (LintelSheetPage *page, const char *label, const char *tooltip, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", clicked, page, G_CONNECT_SWAPPED);
  return button;
}

GtkWidget *
lintel_codes_page_new (LintelDocument *document)
{
  g_autoptr (LintelCodesModel) model = lintel_codes_model_new (document);
  GtkWidget *widget = lintel_sheet_page_new (LINTEL_SHEET (model), _ ("Mailbox codes"));
  LintelSheetPage *page = LINTEL_SHEET_PAGE (widget);
  GtkWidget *all = gtk_toggle_button_new_with_mnemonic (_ ("Show A_ll"));

  gtk_widget_set_tooltip_text (all, _ ("Show the codes of all mailboxes"));
  g_signal_connect_object (all, "toggled", G_CALLBACK (reveal_all_toggled_cb), page,
                           G_CONNECT_SWAPPED);
  lintel_sheet_page_add_tool (
      page, make_button (page, _ ("_Draw Codes"),
                         _ ("Draw a code that is hard to guess for each selected mailbox"),
                         G_CALLBACK (draw_clicked_cb)));
  lintel_sheet_page_add_tool (
      page, make_button (page, _ ("S_how"), _ ("Show or hide the codes of the selected mailboxes"),
                         G_CALLBACK (reveal_clicked_cb)));
  lintel_sheet_page_add_tool (page, all);
  return widget;
}
