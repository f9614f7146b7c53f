/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can be done with the entries of the table that shows: actions table.*, their buttons, keys
 * and menu.
 *
 *   table.add  table.insert  table.remove  table.move-up  table.move-down  table.sort
 *   table.close-gaps  table.paste-column
 */
#pragma once

#include "app/ui/pages/lintel-tables-page.h"

G_BEGIN_DECLS

/* Returns the actions. Transfer full. */
GActionMap *lintel_tables_actions_install (LintelTablesPage *page);
/* After another table was shown. */
void lintel_tables_actions_update (LintelTablesPage *page, GActionMap *map);

/* As the action does with the clipboard's text. */
void lintel_tables_actions_paste_column (LintelTablesPage *page, const char *text);

G_END_DECLS
