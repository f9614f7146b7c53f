/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the extensions: the sheet with Add and Remove. */

#include "config.h"

#include "app/ui/pages/lintel-extensions-page.h"

#include "app/ui/lintel-window.h"
#include "app/ui/pages/lintel-extensions-model.h"

#include <glib/gi18n-lib.h>

static void
add_clicked_cb (LintelSheetPage *page)
{
  LintelSheet *sheet = lintel_sheet_page_get_sheet (page);
  g_autoptr (GError) error = NULL;
  int port = lintel_extensions_model_add (LINTEL_EXTENSIONS_MODEL (sheet), &error);
  LintelPlace place = lintel_place_extension (port, LINTEL_FIELD_NAME);

  if (port == 0)
    lintel_window_toast_from (GTK_WIDGET (page), error->message);
  else
    lintel_page_reveal (LINTEL_PAGE (page), &place);
}

static void
remove_clicked_cb (LintelSheetPage *page)
{
  LintelSheet *sheet = lintel_sheet_page_get_sheet (page);
  g_autoptr (GError) error = NULL;
  guint first, last;

  if (!lintel_sheet_page_get_rows (page, &first, &last))
    return;
  if (!lintel_extensions_model_remove (LINTEL_EXTENSIONS_MODEL (sheet), first, last, &error))
    lintel_window_toast_from (GTK_WIDGET (page), error->message);
  else
    lintel_window_toast_from (GTK_WIDGET (page), _ ("Removed. Undo brings the extensions back."));
}

GtkWidget *
lintel_extensions_page_new (LintelDocument *document)
{
  g_autoptr (LintelExtensionsModel) model = lintel_extensions_model_new (document);
  GtkWidget *page = lintel_sheet_page_new (LINTEL_SHEET (model), _ ("Extensions"));
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Add"));
  GtkWidget *remove = gtk_button_new_with_mnemonic (_ ("_Remove"));

  gtk_widget_set_tooltip_text (add, _ ("Add an extension at the first free port"));
  gtk_widget_set_tooltip_text (remove, _ ("Remove the extensions of the selected rows"));
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_clicked_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), page,
                           G_CONNECT_SWAPPED);
  lintel_sheet_page_add_tool (LINTEL_SHEET_PAGE (page), add);
  lintel_sheet_page_add_tool (LINTEL_SHEET_PAGE (page), remove);
  return page;
}
