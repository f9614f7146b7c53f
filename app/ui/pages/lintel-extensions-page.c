/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the extensions: the sheet and what can be done with it. */

#include "config.h"

#include "app/ui/pages/lintel-extensions-page.h"

#include "app/ui/lintel-window.h"
#include "app/ui/pages/lintel-extensions-dialogs.h"
#include "app/ui/pages/lintel-extensions-model.h"
#include "app/ui/pages/lintel-page-tools.h"

#include <glib/gi18n-lib.h>

static void
add_extension (LintelSheetPage *page)
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
remove_extensions (LintelSheetPage *page)
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

static void
mark_unused (LintelSheetPage *page)
{
  LintelSheet *sheet = lintel_sheet_page_get_sheet (page);
  g_autoptr (GError) error = NULL;
  guint first, last;

  if (lintel_sheet_page_get_rows (page, &first, &last)
      && !lintel_extensions_model_mark_unused (LINTEL_EXTENSIONS_MODEL (sheet), first, last,
                                               &error))
    lintel_window_toast_from (GTK_WIDGET (page), error->message);
}

static void
renumber (LintelSheetPage *page)
{
  guint first, last;

  if (lintel_sheet_page_get_rows (page, &first, &last))
    lintel_renumber_dialog_present (page, first, last);
}

static const LintelPageTool tools[] = {
  { "add", NC_ ("button", "_Add"), N_ ("Add an extension at the first free port"), "<Alt>Insert",
    G_CALLBACK (add_extension) },
  { "remove", NC_ ("button", "Re_move"), N_ ("Remove the extensions of the selected rows"),
    "<Control>Delete", G_CALLBACK (remove_extensions) },
  { "mark-unused", NC_ ("button", "Mark _Unused"),
    N_ ("Keep the numbers of the selected rows for later"), NULL, G_CALLBACK (mark_unused) },
  { "renumber", NC_ ("button", "Re_number…"),
    N_ ("Give the selected rows other numbers, with all that refers to them"), NULL,
    G_CALLBACK (renumber) },
  { "import-names", NC_ ("button", "_Import Names…"), N_ ("Take names from a CSV file"), NULL,
    G_CALLBACK (lintel_import_names_choose) },
};

GtkWidget *
lintel_extensions_page_new (LintelDocument *document)
{
  g_autoptr (LintelExtensionsModel) model = lintel_extensions_model_new (document);
  GtkWidget *page =
      lintel_sheet_page_new (LINTEL_SHEET (model), C_ ("screen reader", "Extensions"));

  g_object_unref (lintel_page_tools_add (LINTEL_SHEET_PAGE (page), page, "extensions", NULL, tools,
                                         G_N_ELEMENTS (tools), lintel_page_tools_run));
  return page;
}
