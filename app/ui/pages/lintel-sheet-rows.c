/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a sheet a filter lets through, and which ones go by a name. */

#include "config.h"

#include "app/ui/pages/lintel-sheet-private.h"

static gboolean
row_has_problem (LintelSheet *self, int key)
{
  guint n_columns = lintel_grid_model_get_n_columns (LINTEL_GRID_MODEL (self));

  for (guint column = 0; column < n_columns; column++)
    if (lintel_sheet_get_finding (self, key, column) != LINTEL_GRID_FINDING_NONE)
      return TRUE;
  return FALSE;
}

static gboolean
row_is_changed (LintelSheet *self, int key)
{
  guint n_columns = lintel_grid_model_get_n_columns (LINTEL_GRID_MODEL (self));

  for (guint column = 0; column < n_columns; column++)
    if (lintel_sheet_is_changed (self, key, column))
      return TRUE;
  return FALSE;
}

static gboolean
row_is_different (LintelSheet *self, int key)
{
  guint n_columns = lintel_grid_model_get_n_columns (LINTEL_GRID_MODEL (self));

  for (guint column = 0; column < n_columns; column++)
    if (lintel_sheet_is_different (self, key, column))
      return TRUE;
  return FALSE;
}

static gboolean
row_is_used (LintelSheet *self, int key)
{
  LintelSheetClass *klass = LINTEL_SHEET_GET_CLASS (self);
  guint n_columns = lintel_grid_model_get_n_columns (LINTEL_GRID_MODEL (self));
  LintelPlace place;

  if (klass->is_used != NULL)
    return klass->is_used (self, key);
  for (guint column = 0; column < n_columns; column++)
    if (lintel_sheet_get_place (self, key, column, &place))
      {
        g_autofree char *shown = lintel_sheet_get_shown (self, key, column);

        if (shown[0] != '\0')
          return TRUE;
      }
  return FALSE;
}

static gboolean
text_contains (const char *text, const char *folded_needle)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, folded_needle) != NULL;
}

static gboolean
row_has_text (LintelSheet *self, int key, const char *folded_text)
{
  guint n_columns = lintel_grid_model_get_n_columns (LINTEL_GRID_MODEL (self));
  g_autofree char *heading = lintel_sheet_get_heading_of (self, key);

  if (text_contains (heading, folded_text))
    return TRUE;
  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *shown = lintel_sheet_get_shown (self, key, column);

      if (text_contains (shown, folded_text))
        return TRUE;
    }
  return FALSE;
}

gboolean
lintel_sheet_row_passes (LintelSheet *self, int key, LintelSheetFilter filter,
                         const char *folded_text)
{
  static gboolean (*const tests[]) (LintelSheet * self, int key) = {
    [LINTEL_SHEET_ALL] = NULL,
    [LINTEL_SHEET_PROBLEMS] = row_has_problem,
    [LINTEL_SHEET_CHANGED] = row_is_changed,
    [LINTEL_SHEET_USED] = row_is_used,
    [LINTEL_SHEET_BASELINE] = row_is_different,
  };

  if (tests[filter] != NULL && !tests[filter](self, key))
    return FALSE;
  return folded_text == NULL || row_has_text (self, key, folded_text);
}

typedef enum
{
  CALLED_BY_NUMBER,
  CALLED_BY_HEADING,
  CALLED_BY_BEGINNING,
  N_CALLS
} Call;

static gboolean
is_called (LintelSheet *self, int key, const char *text, Call call)
{
  LintelSheetClass *klass = LINTEL_SHEET_GET_CLASS (self);
  g_autofree char *name = NULL;

  if (call != CALLED_BY_NUMBER)
    name = lintel_sheet_get_heading_of (self, key);
  else if (klass->get_number != NULL)
    name = klass->get_number (self, key);
  if (name == NULL)
    return FALSE;
  return call == CALLED_BY_BEGINNING ? g_str_has_prefix (name, text) : g_str_equal (name, text);
}

static gboolean
has_key (GArray *keys, int key)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, int, i) == key)
      return TRUE;
  return FALSE;
}

GArray *
lintel_sheet_list_called (LintelSheet *self, GArray *keys, const char *text)
{
  GArray *called = g_array_new (FALSE, FALSE, sizeof (int));

  for (int call = 0; call < N_CALLS; call++)
    for (guint i = 0; i < keys->len; i++)
      {
        int key = g_array_index (keys, int, i);

        if ((call < CALLED_BY_BEGINNING || called->len == 0) && !has_key (called, key)
            && is_called (self, key, text, call))
          g_array_append_val (called, key);
        if (call == CALLED_BY_BEGINNING && called->len > 0)
          return called;
      }
  return called;
}
