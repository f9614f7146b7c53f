/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables of programs: a column for each item, found by its number in the title. What stands left
 * of them says which row it is: indexes, as in an export; or a place such as 47-02[5]; or the
 * number of an extension or mailbox, as people write such lists.
 */

#include "config.h"

#include "app/core/exchange/lintel-import-private.h"
#include "app/core/exchange/lintel-table-private.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  KEY_INDEX,
  KEY_NUMBER,
  KEY_PLACE,
} Key;

typedef struct
{
  Key key;
  guint n_keys; /* columns left of the items */
  LintelIndexKind index[2];
  GArray *columns; /* of LintelColumn; item NULL for a column that is passed over */
} Layout;

/* An index of 0 stands for all that there are: modes, where only the extension is named. */
#define ALL 0

static char *
fold_title (const LintelReading *reading, guint column)
{
  return g_strstrip (g_utf8_strdown (lintel_reading_get_field (reading->header, column), -1));
}

static void
read_keys (const LintelReading *reading, Layout *layout)
{
  g_autofree char *first = fold_title (reading, 0);
  guint most = MIN (2, reading->header->len);

  if (g_str_equal (first, "number") || g_str_equal (first, "place"))
    {
      layout->key = g_str_equal (first, "number") ? KEY_NUMBER : KEY_PLACE;
      layout->n_keys = 1;
    }
  for (; layout->key != KEY_PLACE && layout->n_keys < most; layout->n_keys++)
    {
      g_autofree char *title = fold_title (reading, layout->n_keys);

      if (!lintel_index_kind_from_id (title, &layout->index[layout->n_keys]))
        return;
    }
}

static guint
read_columns (LintelReading *reading, Layout *layout)
{
  LintelCatalogue *catalogue = lintel_project_get_catalogue (reading->copy);
  guint n_found = 0;

  for (guint n = layout->n_keys; n < reading->header->len; n++)
    {
      LintelColumn column = { 0 };

      if (lintel_column_parse (catalogue, g_ptr_array_index (reading->header, n), &column))
        n_found++;
      else
        column.item = NULL;
      g_array_append_val (layout->columns, column);
    }
  return n_found;
}

static void
reject_unknown_columns (LintelReading *reading, const Layout *layout)
{
  for (guint n = 0; n < layout->columns->len; n++)
    if (g_array_index (layout->columns, LintelColumn, n).item == NULL)
      lintel_reading_reject (reading, layout->n_keys + n,
                             _ ("no item has this number; a column is titled like “47-02-01”"));
}

static int
read_extension (LintelReading *reading, guint column)
{
  const LintelExtension *extension = lintel_project_find_extension (
      reading->copy, lintel_reading_get_field (reading->row, column));

  if (extension != NULL)
    return extension->port;
  lintel_reading_reject (reading, column,
                         _ ("no extension has this number; add it to the extensions first"));
  return -1;
}

/* The row's index in COLUMN, or -1 after rejecting it. */
static int
read_index (LintelReading *reading, guint column, LintelIndexKind kind)
{
  guint64 index;

  if (kind == LINTEL_INDEX_EXTENSION)
    return read_extension (reading, column);
  if (g_ascii_string_to_unsigned (lintel_reading_get_field (reading->row, column), 10, 1, 9999,
                                  &index, NULL))
    return (int) index;
  lintel_reading_reject (reading, column, _ ("a row starts with its index, a number from 1 on"));
  return -1;
}

static gboolean
read_indexes (LintelReading *reading, const Layout *layout, int index[2])
{
  index[0] = index[1] = 1;
  for (guint n = 0; n < layout->n_keys; n++)
    {
      index[n] = read_index (reading, n, layout->index[n]);
      if (index[n] < 0)
        return FALSE;
    }
  return TRUE;
}

/* Mailboxes and groups have their number in item 02 of the same program. */
static int
find_numbered_row (LintelProject *project, const LintelItem *item, const char *number)
{
  LintelCatalogue *catalogue = lintel_project_get_catalogue (project);
  const LintelItem *numbers = lintel_catalogue_find_item (catalogue, item->program->number, "02");

  if (numbers == NULL || numbers->type != LINTEL_TYPE_DIGITS || numbers->n_dimensions != 1
      || *number == '\0')
    return -1;
  for (int i = 1; i <= numbers->dimension[0].capacity; i++)
    if (lintel_project_has_cell (project, numbers, i, 1)
        && g_str_equal (lintel_project_get (project, numbers, i, 1), number))
      return i;
  return -1;
}

static int
read_number (LintelReading *reading, const LintelItem *item)
{
  int index;

  if (item->dimension[0].kind == LINTEL_INDEX_EXTENSION)
    return read_extension (reading, 0);
  index = find_numbered_row (reading->copy, item, lintel_reading_get_field (reading->row, 0));
  if (index < 0)
    lintel_reading_reject (reading, 0,
                           _ ("nothing has this number; enter it in item 02 of the program first"));
  return index;
}

/* A row such as 47-02[5], or any of its cells. */
static int
read_place (LintelReading *reading, const LintelItem *item, int *second)
{
  LintelPlace place;
  g_autoptr (GError) error = NULL;

  if (!lintel_place_parse (lintel_reading_get_field (reading->row, 0), reading->copy, &place,
                           &error))
    lintel_reading_reject (reading, 0, error->message);
  else if ((place.kind == LINTEL_PLACE_ROW || place.kind == LINTEL_PLACE_CELL)
           && place.program == item->program)
    {
      *second = place.kind == LINTEL_PLACE_CELL ? place.index[1] : ALL;
      return place.index[0];
    }
  else
    lintel_reading_reject (reading, 0,
                           _ ("this is no row of the program that the other columns belong to"));
  return -1;
}

static const LintelItem *
get_first_item (const Layout *layout)
{
  for (guint n = 0; n < layout->columns->len; n++)
    if (g_array_index (layout->columns, LintelColumn, n).item != NULL)
      return g_array_index (layout->columns, LintelColumn, n).item;
  return NULL;
}

static gboolean
find_row (LintelReading *reading, const Layout *layout, int index[2])
{
  const LintelItem *item = get_first_item (layout);

  if (layout->key == KEY_INDEX)
    return read_indexes (reading, layout, index);
  index[1] = ALL;
  index[0] = layout->key == KEY_NUMBER ? read_number (reading, item)
                                       : read_place (reading, item, &index[1]);
  if (index[0] > 0 && layout->n_keys > 1)
    index[1] = read_index (reading, 1, layout->index[1]);
  return index[0] > 0 && index[1] >= 0;
}

static void
read_cells (LintelReading *reading, guint column, const LintelItem *item, const int index[2])
{
  int last = item->n_dimensions > 1 ? item->dimension[1].capacity : 1;

  for (int j = index[1] != ALL ? index[1] : 1; j <= (index[1] != ALL ? index[1] : last); j++)
    {
      LintelPlace place = lintel_place_cell (item, index[0], j);

      if (index[1] != ALL || lintel_project_has_cell (reading->copy, item, index[0], j))
        lintel_reading_set_cell (reading, column, &place);
    }
}

static void
read_row (LintelReading *reading, gconstpointer data)
{
  const Layout *layout = data;
  int index[2];

  if (!find_row (reading, layout, index))
    return;
  for (guint n = 0; n < layout->columns->len; n++)
    {
      const LintelColumn *column = &g_array_index (layout->columns, LintelColumn, n);

      if (column->item == NULL)
        continue;
      if (column->table > 0)
        read_cells (reading, layout->n_keys + n, column->item,
                    (const int[]){ column->table, index[0] });
      else
        read_cells (reading, layout->n_keys + n, column->item, index);
    }
}

gboolean
lintel_import_read_program (LintelReading *reading, GPtrArray *rows)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (LintelColumn));
  Layout layout = { .columns = columns };
  guint n_items;

  read_keys (reading, &layout);
  if (layout.n_keys == 0 || layout.n_keys == reading->header->len)
    return FALSE;
  n_items = read_columns (reading, &layout);
  if (n_items == 0)
    return FALSE;
  reject_unknown_columns (reading, &layout);
  lintel_reading_foreach_row (reading, rows, 1, read_row, &layout);
  return TRUE;
}
