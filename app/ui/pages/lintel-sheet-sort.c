/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in the order of what a column shows. Runs of digits count as numbers: 9 before 10. */

#include "config.h"

#include "app/ui/pages/lintel-sheet-private.h"

typedef struct
{
  int key;
  guint index; /* in the order before: rows that show the same keep it */
  gboolean blank;
  char *collated;
  int direction;
} Row;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *first = a, *second = b;
  int order;

  if (first->blank != second->blank)
    return first->blank ? 1 : -1;
  order = strcmp (first->collated, second->collated);
  if (order != 0)
    return order > 0 ? first->direction : -first->direction;
  return first->index < second->index ? -1 : 1;
}

static Row
make_row (LintelSheet *self, int key, guint index, guint column, int direction)
{
  g_autofree char *text = column == LINTEL_SHEET_HEADING
                              ? lintel_sheet_get_heading_of (self, key)
                              : lintel_sheet_get_shown (self, key, column);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return (Row){ .key = key,
                .index = index,
                .blank = text[0] == '\0',
                .collated = g_utf8_collate_key_for_filename (folded, -1),
                .direction = direction };
}

void
lintel_sheet_sort_keys (LintelSheet *self, GArray *keys, guint column, int direction)
{
  g_autoptr (GArray) rows = g_array_sized_new (FALSE, FALSE, sizeof (Row), keys->len);

  for (guint i = 0; i < keys->len; i++)
    {
      Row row = make_row (self, g_array_index (keys, int, i), i, column, direction);

      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      g_array_index (keys, int, i) = g_array_index (rows, Row, i).key;
      g_free (g_array_index (rows, Row, i).collated);
    }
}
