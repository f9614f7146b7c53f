/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program whose items are tables of their own: the list of tables and the entries of one. */

#include "config.h"

#include "app/ui/pages/lintel-tables-page.h"

#include "app/ui/pages/lintel-table-model.h"
#include "app/ui/pages/lintel-table-use.h"
#include "app/ui/pages/lintel-tables-actions.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const LintelItem *item;
  int table; /* 0 when the item is one table */
  AdwActionRow *row;
  GtkImage *mark;
} Table;

struct _LintelTablesPage
{
  AdwBin parent_instance;

  GtkListBox *list;
  LintelSheetPage *sheet_page;

  LintelDocument *document;
  const LintelProgram *program;
  GArray *tables; /* of Table, in the order of the list */
  int shown;      /* which of them the grid shows, -1 for none */
  GActionMap *actions;
};

static void page_init (LintelPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LintelTablesPage, lintel_tables_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LINTEL_TYPE_PAGE, page_init))

static Table *
get_table (LintelTablesPage *self, guint n)
{
  return &g_array_index (self->tables, Table, n);
}

static char *
name_table (const Table *table)
{
  if (table->table == 0)
    return g_strdup (lintel_item_get_name (table->item));
  return g_strdup_printf ("%s %d", lintel_item_get_name (table->item), table->table);
}

static char *
describe_use (LintelTablesPage *self, const Table *table)
{
  LintelProject *project = lintel_document_get_project (self->document);
  g_autofree char *classes = lintel_table_use_list_classes (project, table->item, table->table);
  g_autofree char *full = NULL;
  guint n_filled, n_entries;

  lintel_table_use_count (project, table->item, table->table, &n_filled, &n_entries);
  full = g_strdup_printf (C_ ("table", "%s · %u of %u filled"),
                          lintel_item_get_number (table->item), n_filled, n_entries);
  if (classes == NULL)
    return g_steal_pointer (&full);
  if (classes[0] == '\0')
    return g_strdup_printf (_ ("%s · applied by no class"), full);
  return g_strdup_printf (strchr (classes, ',') != NULL ? C_ ("table", "%s · classes %s")
                                                        : C_ ("table", "%s · class %s"),
                          full, classes);
}

/* The worst open finding at the table or any entry of it. */
static gboolean
find_worst (LintelTablesPage *self, const Table *table, LintelSeverity *worst)
{
  LintelProject *project = lintel_document_get_project (self->document);
  LintelPlace place = lintel_place_table (table->item, table->table);
  gboolean found = lintel_document_get_severity_at (self->document, &place, worst);
  int first, last;

  if (!lintel_item_get_range (table->item, table->table > 0 ? 1 : 0,
                              lintel_project_get_model (project),
                              lintel_project_get_version (project), &first, &last))
    return found;
  for (int entry = first; entry <= last; entry++)
    {
      LintelSeverity severity;

      place = table->table > 0 ? lintel_place_cell (table->item, table->table, entry)
                               : lintel_place_cell (table->item, entry, 1);
      if (!lintel_document_get_severity_at (self->document, &place, &severity))
        continue;
      *worst = found ? MAX (*worst, severity) : severity;
      found = TRUE;
    }
  return found;
}

static void
show_mark (LintelTablesPage *self, Table *table)
{
  LintelPlace place = lintel_place_table (table->item, table->table);
  g_autofree char *findings = lintel_document_describe_findings_at (self->document, &place);
  LintelSeverity worst;
  gboolean any = find_worst (self, table, &worst);

  gtk_widget_set_visible (GTK_WIDGET (table->mark), any);
  gtk_widget_set_tooltip_text (GTK_WIDGET (table->row), findings);
  if (!any)
    return;
  gtk_image_set_from_icon_name (table->mark, lintel_severity_icon_name (worst));
  for (int i = 0; i < LINTEL_N_SEVERITIES; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (table->mark), lintel_severity_style_class (i));
  gtk_widget_add_css_class (GTK_WIDGET (table->mark), lintel_severity_style_class (worst));
  gtk_widget_set_tooltip_text (GTK_WIDGET (table->mark), lintel_severity_get_title (worst));
}

static void
refresh (LintelTablesPage *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      Table *table = get_table (self, i);
      g_autofree char *use = describe_use (self, table);

      adw_action_row_set_subtitle (table->row, use);
      show_mark (self, table);
    }
}

/* While nobody sees the list it waits for being shown. */
static void
document_changed_cb (LintelTablesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
show_table (LintelTablesPage *self, int n)
{
  g_autoptr (LintelTableModel) model = NULL;
  g_autofree char *name = NULL;
  Table *table = get_table (self, n);

  if (n == self->shown)
    return;
  self->shown = n;
  name = name_table (table);
  model = lintel_table_model_new (self->document, table->item, table->table);
  lintel_sheet_page_set_sheet (self->sheet_page, LINTEL_SHEET (model), name);
  lintel_tables_actions_update (self, self->actions);
}

static void
row_selected_cb (LintelTablesPage *self, GtkListBoxRow *row)
{
  if (row != NULL)
    show_table (self, gtk_list_box_row_get_index (row));
}

static gboolean
table_has_place (const Table *table, const LintelPlace *place)
{
  if (place->item != table->item)
    return FALSE;
  if (table->table == 0 || place->kind == LINTEL_PLACE_ROW)
    return TRUE;
  return place->index[0] == 0 || place->index[0] == table->table;
}

static gboolean
lintel_tables_page_reveal (LintelPage *page, const LintelPlace *place)
{
  LintelTablesPage *self = LINTEL_TABLES_PAGE (page);

  for (guint i = 0; i < self->tables->len; i++)
    {
      Table *table = get_table (self, i);

      if (!table_has_place (table, place))
        continue;
      gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (table->row));
      show_table (self, (int) i);
      if (place->kind == LINTEL_PLACE_TABLE)
        lintel_grid_set_cursor (lintel_sheet_page_get_grid (self->sheet_page), 0, 0);
      else
        lintel_page_reveal (LINTEL_PAGE (self->sheet_page), place);
      return TRUE;
    }
  return FALSE;
}

static gboolean
lintel_tables_page_confirm (LintelPage *page)
{
  return lintel_page_confirm (LINTEL_PAGE (LINTEL_TABLES_PAGE (page)->sheet_page));
}

static gboolean
lintel_tables_page_focus_search (LintelPage *page)
{
  return lintel_page_focus_search (LINTEL_PAGE (LINTEL_TABLES_PAGE (page)->sheet_page));
}

/* Tables one after the other; of each, its entries. */
static guint64
make_position (guint table, int entry)
{
  return ((guint64) table << 40) + ((guint64) MAX (entry - 1, 0) << 16);
}

static gboolean
lintel_tables_page_locate (LintelPage *page, const LintelPlace *place, guint64 *position)
{
  LintelTablesPage *self = LINTEL_TABLES_PAGE (page);

  for (guint i = 0; i < self->tables->len; i++)
    {
      Table *table = get_table (self, i);

      if (!table_has_place (table, place))
        continue;
      *position = make_position (
          i, place->kind == LINTEL_PLACE_CELL ? place->index[table->table > 0 ? 1 : 0] : 0);
      return TRUE;
    }
  return FALSE;
}

static gboolean
lintel_tables_page_get_position (LintelPage *page, guint64 *position)
{
  LintelTablesPage *self = LINTEL_TABLES_PAGE (page);
  LintelSheet *sheet = lintel_sheet_page_get_sheet (self->sheet_page);
  guint row;

  if (self->shown < 0
      || !lintel_grid_get_cursor (lintel_sheet_page_get_grid (self->sheet_page), &row, NULL))
    return FALSE;
  *position = make_position ((guint) self->shown, lintel_sheet_get_key (sheet, row));
  return TRUE;
}

static void
page_init (LintelPageInterface *iface)
{
  iface->locate = lintel_tables_page_locate;
  iface->get_position = lintel_tables_page_get_position;
  iface->focus_search = lintel_tables_page_focus_search;
  iface->reveal = lintel_tables_page_reveal;
  iface->confirm = lintel_tables_page_confirm;
}

static gboolean
lintel_tables_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LINTEL_TABLES_PAGE (widget)->sheet_page));
}

static void
lintel_tables_page_dispose (GObject *object)
{
  LintelTablesPage *self = LINTEL_TABLES_PAGE (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (lintel_tables_page_parent_class)->dispose (object);
}

static void
lintel_tables_page_finalize (GObject *object)
{
  g_array_unref (LINTEL_TABLES_PAGE (object)->tables);
  G_OBJECT_CLASS (lintel_tables_page_parent_class)->finalize (object);
}

static void
lintel_tables_page_class_init (LintelTablesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_tables_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = lintel_tables_page_finalize;
  widget_class->grab_focus = lintel_tables_page_grab_focus;

  g_type_ensure (LINTEL_TYPE_SHEET_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/lintel/Lintel/pages/lintel-tables-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelTablesPage, list);
  gtk_widget_class_bind_template_child (widget_class, LintelTablesPage, sheet_page);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
lintel_tables_page_init (LintelTablesPage *self)
{
  self->tables = g_array_new (FALSE, TRUE, sizeof (Table));
  self->shown = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = lintel_tables_actions_install (self);
}

static void
add_table (LintelTablesPage *self, const LintelItem *item, int table)
{
  Table entry = { item, table, ADW_ACTION_ROW (adw_action_row_new ()),
                  GTK_IMAGE (gtk_image_new ()) };
  g_autofree char *name = name_table (&entry);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (entry.row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry.row), name);
  adw_action_row_set_title_lines (entry.row, 0);
  adw_action_row_set_subtitle_lines (entry.row, 0);
  adw_action_row_add_suffix (entry.row, GTK_WIDGET (entry.mark));
  g_array_append_val (self->tables, entry);
  gtk_list_box_append (self->list, GTK_WIDGET (entry.row));
}

static void
add_tables (LintelTablesPage *self)
{
  LintelProject *project = lintel_document_get_project (self->document);

  for (guint i = 0; i < self->program->n_items; i++)
    {
      const LintelItem *item = self->program->items[i];
      int first, last;

      if (!lintel_item_get_range (item, 0, lintel_project_get_model (project),
                                  lintel_project_get_version (project), &first, &last))
        continue;
      if (item->n_dimensions < 2)
        add_table (self, item, 0);
      else
        for (int table = first; table <= last; table++)
          add_table (self, item, table);
    }
}

GtkWidget *
lintel_tables_page_new (LintelDocument *document, const LintelProgram *program)
{
  LintelTablesPage *self = g_object_new (LINTEL_TYPE_TABLES_PAGE, NULL);

  self->document = g_object_ref (document);
  self->program = program;
  add_tables (self);
  g_signal_connect_object (document, "edited", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "linted", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (refresh), NULL);
  refresh (self);
  if (self->tables->len > 0)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (get_table (self, 0)->row));
  return GTK_WIDGET (self);
}

gboolean
lintel_tables_page_get_table (LintelTablesPage *self, LintelTableRef *table)
{
  if (self->shown < 0)
    return FALSE;
  table->item = get_table (self, self->shown)->item;
  table->table = get_table (self, self->shown)->table;
  return TRUE;
}

LintelSheetPage *
lintel_tables_page_get_sheet_page (LintelTablesPage *self)
{
  return self->sheet_page;
}
