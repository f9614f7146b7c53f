/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a sheet shows a row or a place, the filter's doing included. */

#include "config.h"

#include "app/ui/pages/lintel-sheet-private.h"

static gboolean
find_in (GArray *keys, int key, guint *row)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, int, i) == key)
      {
        *row = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
lintel_sheet_find_key (LintelSheet *self, int key, guint *row)
{
  return find_in (lintel_sheet_get_visible_keys (self), key, row);
}

/* The row of KEY even if the filter hides it. */
static gboolean
uncover_key (LintelSheet *self, int key, guint *row)
{
  if (lintel_sheet_find_key (self, key, row))
    return TRUE;
  if (!find_in (lintel_sheet_get_keys (self), key, row))
    return FALSE;
  lintel_sheet_set_filter (self, LINTEL_SHEET_ALL, NULL);
  return lintel_sheet_find_key (self, key, row);
}

/* The first column of a row whose cell is at PLACE or within it. */
static gboolean
find_column (LintelSheet *self, int key, const LintelPlace *place, guint *column)
{
  const guint n_columns = lintel_grid_model_get_n_columns (LINTEL_GRID_MODEL (self));

  for (guint i = 0; i < n_columns; i++)
    {
      LintelPlace here;

      if (lintel_sheet_get_place (self, key, i, &here) && lintel_place_is_within (&here, place))
        {
          *column = i;
          return TRUE;
        }
    }
  return FALSE;
}

guint64
lintel_sheet_get_position (LintelSheet *self, guint row, guint column)
{
  guint index = 0;

  find_in (lintel_sheet_get_keys (self), lintel_sheet_get_key (self, row), &index);
  return ((guint64) index << 16) + column;
}

gboolean
lintel_sheet_locate (LintelSheet *self, const LintelPlace *place, guint64 *position)
{
  GArray *keys = lintel_sheet_get_keys (self);

  for (guint i = 0; i < keys->len; i++)
    {
      guint column;

      if (!find_column (self, g_array_index (keys, int, i), place, &column))
        continue;
      *position = ((guint64) i << 16) + column;
      return TRUE;
    }
  return FALSE;
}

gboolean
lintel_sheet_find_place (LintelSheet *self, const LintelPlace *place, guint *row, guint *column)
{
  GArray *keys = lintel_sheet_get_keys (self);

  for (guint i = 0; i < keys->len; i++)
    {
      int key = g_array_index (keys, int, i);

      if (find_column (self, key, place, column))
        return uncover_key (self, key, row);
    }
  return FALSE;
}

guint
lintel_sheet_find_heading (LintelSheet *self, const char *text, int now, guint *row)
{
  g_autoptr (GArray) called = NULL;
  guint at;

  if (text[0] == '\0')
    return 0;
  called = lintel_sheet_list_called (self, lintel_sheet_get_keys (self), text);
  if (called->len == 0)
    return 0;
  at = find_in (called, now, &at) ? (at + 1) % called->len : 0;
  return uncover_key (self, g_array_index (called, int, at), row) ? called->len : 0;
}
