/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of a page with a sheet: lintel-sheet-page.c has the page, lintel-sheet-actions.c the
 * actions sheet.*. */
#pragma once

#include "app/ui/pages/lintel-sheet-page.h"

G_BEGIN_DECLS

struct _LintelSheetPage
{
  AdwBin parent_instance;

  GtkEntry *go_entry;
  GtkDropDown *filter_choice;
  GtkSearchEntry *filter_entry;
  GtkLabel *count_label;
  GtkMenuButton *legend_button;
  GtkBox *tools; /* hidden while it is empty */
  GtkScrolledWindow *scroller;
  GMenu *cell_menu;
  LintelGrid *grid;

  LintelSheet *sheet; /* NULL until one is set */
  int cursor_key;     /* of the cursor's row, to find it again when rows move */
};

void lintel_sheet_page_install_actions (GtkWidgetClass *widget_class);
/* After another sheet was set. */
void lintel_sheet_page_update_actions (LintelSheetPage *self);

G_END_DECLS
