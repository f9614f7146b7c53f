/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done on a page with a sheet besides editing: for each thing an action, a button in
 * the row of tools, a line in the menu of the cells and, for some, keys on the grid. */
#pragma once

#include "app/ui/pages/lintel-sheet-page.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;    /* of the action, within the group */
  const char *label;   /* N_(), with a mnemonic */
  const char *tooltip; /* N_() */
  const char *keys;    /* as GtkShortcutTrigger writes them, or NULL */
  GCallback run;       /* as RUN of lintel_page_tools_add() calls it */
} LintelPageTool;

/* Called with PAGE and the tool's function, after what was being typed has been stored. */
typedef void (*LintelPageToolFunc) (GtkWidget *page, GCallback run);

/* Adds TOOLS to SHEET_PAGE, as actions GROUP.* on PAGE. The lines of the menu go into a submenu
 * when SUBMENU is not NULL. Returns the actions. Transfer full. */
GActionMap *lintel_page_tools_add (LintelSheetPage *sheet_page, GtkWidget *page, const char *group,
                                   const char *submenu, const LintelPageTool *tools, gsize n_tools,
                                   LintelPageToolFunc run);

/* For pages that are a sheet page: calls void RUN (LintelSheetPage *). */
void lintel_page_tools_run (GtkWidget *page, GCallback run);

G_END_DECLS
