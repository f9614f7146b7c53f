/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of a program as a sheet: its entries, and beside each what is wrong with it. */

#include "config.h"

#include "app/ui/pages/lintel-table-model.h"

#include "app/ui/pages/lintel-program-model.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_VALUE,
  COLUMN_REMARK,
};

struct _LintelTableModel
{
  LintelSheet parent_instance;

  const LintelItem *item;
  int table; /* 0 when the item has one index */
};

G_DEFINE_FINAL_TYPE (LintelTableModel, lintel_table_model, LINTEL_TYPE_SHEET)

static LintelPlace
place_entry (LintelTableModel *self, int entry)
{
  return self->table > 0 ? lintel_place_cell (self->item, self->table, entry)
                         : lintel_place_cell (self->item, entry, 1);
}

static gboolean
lintel_table_model_get_place (LintelSheet *sheet, int key, guint column, LintelPlace *place)
{
  if (column != COLUMN_VALUE)
    return FALSE;
  *place = place_entry (LINTEL_TABLE_MODEL (sheet), key);
  return TRUE;
}

/* What is wrong with the table as a whole shows at its first entry. */
static gboolean
lintel_table_model_get_row_place (LintelSheet *sheet, int key, LintelPlace *place)
{
  LintelTableModel *self = LINTEL_TABLE_MODEL (sheet);

  *place = lintel_place_table (self->item, self->table);
  return key == 1;
}

static char *
lintel_table_model_get_shown (LintelSheet *sheet, int key, guint column)
{
  LintelPlace place = place_entry (LINTEL_TABLE_MODEL (sheet), key);
  g_autofree char *own = NULL, *whole = NULL;

  if (column != COLUMN_REMARK)
    return NULL;
  own = lintel_sheet_describe_problems (sheet, &place);
  if (!lintel_table_model_get_row_place (sheet, key, &place))
    return g_steal_pointer (&own);
  whole = lintel_sheet_describe_problems (sheet, &place);
  if (own[0] == '\0')
    return g_steal_pointer (&whole);
  if (whole[0] == '\0')
    return g_steal_pointer (&own);
  return g_strdup_printf ("%s; %s", own, whole);
}

static char *
lintel_table_model_get_heading (LintelSheet *sheet, int key)
{
  return g_strdup_printf ("%d", key);
}

static void
lintel_table_model_list_keys (LintelSheet *sheet, GArray *keys)
{
  LintelTableModel *self = LINTEL_TABLE_MODEL (sheet);
  LintelProject *project = lintel_sheet_get_project (sheet);
  int first, last;

  if (!lintel_item_get_range (self->item, self->table > 0 ? 1 : 0,
                              lintel_project_get_model (project),
                              lintel_project_get_version (project), &first, &last))
    return;
  for (int key = first; key <= last; key++)
    g_array_append_val (keys, key);
}

static void
lintel_table_model_class_init (LintelTableModelClass *klass)
{
  LintelSheetClass *sheet_class = LINTEL_SHEET_CLASS (klass);

  sheet_class->list_keys = lintel_table_model_list_keys;
  sheet_class->get_place = lintel_table_model_get_place;
  sheet_class->get_row_place = lintel_table_model_get_row_place;
  sheet_class->get_shown = lintel_table_model_get_shown;
  sheet_class->get_heading = lintel_table_model_get_heading;
}

static void
lintel_table_model_init (LintelTableModel *self)
{
}

LintelTableModel *
lintel_table_model_new (LintelDocument *document, const LintelItem *item, int table)
{
  LintelTableModel *self = g_object_new (LINTEL_TYPE_TABLE_MODEL, NULL);
  LintelModel model = lintel_project_get_model (lintel_document_get_project (document));
  g_autofree char *help = lintel_item_describe (item, model);
  const LintelDimension *counted = &item->dimension[table > 0 ? 1 : 0];
  const LintelSheetColumn heading = { .title = lintel_index_kind_get_title (counted->kind),
                                      .width = 4 };
  const LintelSheetColumn value = {
    .title = item->type == LINTEL_TYPE_DIGITS ? C_ ("column", "Digits")
                                              : lintel_item_get_short_name (item),
    .subtitle = lintel_item_get_number (item),
    .help = help,
    .width = MAX (lintel_item_get_width (item, model), 8),
    .doubtful = lintel_item_is_doubtful (item),
  };
  const LintelSheetColumn remark = { .title = C_ ("column", "Remarks"), .width = 80 };

  self->item = item;
  self->table = table;
  lintel_sheet_set_document (LINTEL_SHEET (self), document);
  lintel_sheet_set_sortable (LINTEL_SHEET (self), FALSE);
  lintel_sheet_set_heading_column (LINTEL_SHEET (self), &heading);
  lintel_sheet_add_column (LINTEL_SHEET (self), &value);
  lintel_sheet_add_column (LINTEL_SHEET (self), &remark);
  lintel_sheet_load (LINTEL_SHEET (self));
  return self;
}
