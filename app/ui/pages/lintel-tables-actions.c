/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with the entries of the table that shows. */

#include "config.h"

#include "app/ui/pages/lintel-tables-actions.h"

#include "app/ui/lintel-window.h"
#include "app/ui/pages/lintel-page-tools.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

static LintelGrid *
get_grid (LintelTablesPage *page)
{
  return lintel_sheet_page_get_grid (lintel_tables_page_get_sheet_page (page));
}

static LintelSheet *
get_sheet (LintelTablesPage *page)
{
  return lintel_sheet_page_get_sheet (lintel_tables_page_get_sheet_page (page));
}

static LintelProject *
get_project (LintelTablesPage *page)
{
  return lintel_sheet_get_project (get_sheet (page));
}

/* The entries of the selected rows; what a filter hides between them moves along. */
static gboolean
get_entries (LintelTablesPage *page, int *first, int *last)
{
  guint first_row, last_row;

  if (!lintel_sheet_page_get_rows (lintel_tables_page_get_sheet_page (page), &first_row, &last_row))
    return FALSE;
  *first = lintel_sheet_get_key (get_sheet (page), first_row);
  *last = lintel_sheet_get_key (get_sheet (page), last_row);
  return TRUE;
}

static void
show_entry (LintelTablesPage *page, const LintelTableRef *table, int entry)
{
  LintelPlace place = lintel_entries_place (table, entry);

  lintel_page_reveal (LINTEL_PAGE (lintel_tables_page_get_sheet_page (page)), &place);
}

static void
tell (LintelTablesPage *page, const GError *error)
{
  if (error != NULL)
    lintel_window_toast_from (GTK_WIDGET (page), error->message);
}

static void
add_entry (LintelTablesPage *page, const LintelTableRef *table)
{
  int entry = lintel_entries_find_free (get_project (page), table);

  if (entry == 0)
    {
      lintel_window_toast_from (GTK_WIDGET (page), _ ("The table is full. Remove an entry first."));
      return;
    }
  show_entry (page, table, entry);
  lintel_grid_edit (get_grid (page));
}

static void
insert_entry (LintelTablesPage *page, const LintelTableRef *table)
{
  g_autoptr (GError) error = NULL;
  int first, last;

  if (!get_entries (page, &first, &last))
    return;
  if (lintel_entries_insert (get_project (page), table, first, &error))
    {
      show_entry (page, table, first);
      lintel_grid_edit (get_grid (page));
    }
  tell (page, error);
}

/* Only those that one sees: what a filter hides between them stays. */
static void
remove_entries (LintelTablesPage *page, const LintelTableRef *table)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GError) error = NULL;
  guint first, last;

  if (!lintel_sheet_page_get_rows (lintel_tables_page_get_sheet_page (page), &first, &last))
    return;
  for (guint row = first; row <= last; row++)
    {
      int entry = lintel_sheet_get_key (get_sheet (page), row);

      g_array_append_val (numbers, entry);
    }
  if (lintel_entries_remove (get_project (page), table, numbers, &error))
    show_entry (page, table, g_array_index (numbers, int, 0));
  tell (page, error);
}

/* The selection goes along, so that the next key moves the same entries on. */
static void
move_entries (LintelTablesPage *page, const LintelTableRef *table, int direction)
{
  g_autoptr (GError) error = NULL;
  LintelGridRange range;
  int first, last;

  if (!get_entries (page, &first, &last) || !lintel_grid_get_selection (get_grid (page), &range))
    return;
  if (lintel_entries_move (get_project (page), table, first, last, direction, &error)
      && lintel_sheet_find_key (get_sheet (page), first + direction, &range.first_row)
      && lintel_sheet_find_key (get_sheet (page), last + direction, &range.last_row))
    {
      lintel_grid_set_cursor (get_grid (page), range.first_row, range.first_column);
      lintel_grid_select (get_grid (page), &range);
    }
  tell (page, error);
}

static void
move_entries_up (LintelTablesPage *page, const LintelTableRef *table)
{
  move_entries (page, table, -1);
}

static void
move_entries_down (LintelTablesPage *page, const LintelTableRef *table)
{
  move_entries (page, table, 1);
}

static void
sort_entries (LintelTablesPage *page, const LintelTableRef *table)
{
  g_autoptr (GError) error = NULL;

  lintel_entries_sort (get_project (page), table, &error);
  tell (page, error);
}

static void
close_gaps (LintelTablesPage *page, const LintelTableRef *table)
{
  g_autoptr (GError) error = NULL;

  lintel_entries_close_gaps (get_project (page), table, &error);
  tell (page, error);
}

/* The list that a paste of cells shows, too: these values belong to no row. */
static GPtrArray *
list_rejects (GPtrArray *left_out)
{
  GPtrArray *rejects = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_grid_reject_free);

  for (guint i = 0; i < left_out->len; i++)
    {
      LintelTableReject *reject = g_ptr_array_index (left_out, i);

      g_ptr_array_add (rejects,
                       lintel_grid_reject_new (G_MAXUINT, G_MAXUINT, reject->text, reject->reason));
    }
  return rejects;
}

void
lintel_tables_actions_paste_column (LintelTablesPage *page, const char *text)
{
  LintelTableRef table;
  guint n_taken;
  g_autoptr (GPtrArray) left_out = NULL;
  g_autoptr (GPtrArray) rejects = NULL;
  g_autofree char *sentence = NULL;

  if (!lintel_tables_page_get_table (page, &table))
    return;
  left_out = lintel_entries_take_column (get_project (page), &table, text, &n_taken);
  rejects = list_rejects (left_out);
  sentence =
      lintel_locale_format (ngettext ("%u entry added", "%u entries added", n_taken), n_taken);
  lintel_window_toast_from (GTK_WIDGET (page), sentence);
  lintel_sheet_page_show_rejects (lintel_tables_page_get_sheet_page (page), rejects);
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (LintelTablesPage) page = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text != NULL)
    lintel_tables_actions_paste_column (page, text);
  else
    lintel_window_toast_from (GTK_WIDGET (page), _ ("There is no text to paste. Copy it first."));
}

static void
paste_column (LintelTablesPage *page, const LintelTableRef *table)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL, text_read_cb,
                                 g_object_ref (page));
}

static const LintelPageTool tools[] = {
  { "add", NC_ ("button", "_Add"), N_ ("Type another entry into the first free place"),
    "<Alt>Insert", G_CALLBACK (add_entry) },
  { "insert", NC_ ("button", "_Insert Here"), N_ ("Make room for an entry above this one"),
    "Insert", G_CALLBACK (insert_entry) },
  { "remove", NC_ ("button", "Re_move"),
    N_ ("Remove the selected entries and pull up what is below"), "<Control>Delete",
    G_CALLBACK (remove_entries) },
  { "move-up", NC_ ("button", "Move _Up"), N_ ("Move the selected entries up"), "<Alt>Up",
    G_CALLBACK (move_entries_up) },
  { "move-down", NC_ ("button", "Move Do_wn"), N_ ("Move the selected entries down"), "<Alt>Down",
    G_CALLBACK (move_entries_down) },
  { "sort", NC_ ("button", "So_rt"), N_ ("Put the entries in the order of their digits"), NULL,
    G_CALLBACK (sort_entries) },
  { "close-gaps", NC_ ("button", "Close _Gaps"), N_ ("Pull the entries together"), NULL,
    G_CALLBACK (close_gaps) },
  { "paste-column", NC_ ("button", "_Paste Column"),
    N_ ("Put each number of the clipboard into a free entry"), "<Control><Shift>v",
    G_CALLBACK (paste_column) },
};

/* Calls void RUN (LintelTablesPage *, const LintelTableRef *). */
static void
run_on_table (GtkWidget *page, GCallback run)
{
  LintelTableRef table;

  if (lintel_tables_page_get_table (LINTEL_TABLES_PAGE (page), &table))
    ((void (*) (LintelTablesPage *, const LintelTableRef *)) run) (LINTEL_TABLES_PAGE (page),
                                                                   &table);
}

GActionMap *
lintel_tables_actions_install (LintelTablesPage *page)
{
  return lintel_page_tools_add (lintel_tables_page_get_sheet_page (page), GTK_WIDGET (page),
                                "table", C_ ("button", "E_ntries"), tools, G_N_ELEMENTS (tools),
                                run_on_table);
}

void
lintel_tables_actions_update (LintelTablesPage *page, GActionMap *map)
{
  LintelTableRef table;
  gboolean can =
      lintel_tables_page_get_table (page, &table) && lintel_entries_can_reorder (table.item);

  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      GAction *action = g_action_map_lookup_action (map, tools[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), can);
    }
}
