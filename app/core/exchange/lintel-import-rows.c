/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of tables share: fields, titles, and what becomes of a value. */

#include "config.h"

#include "app/core/exchange/lintel-import-private.h"

#include <glib/gi18n-lib.h>

const char *
lintel_reading_get_field (GPtrArray *row, guint column)
{
  return column < row->len ? g_ptr_array_index (row, column) : "";
}

gboolean
lintel_reading_find_column (const LintelReading *reading, const char *const *titles, guint *column)
{
  for (guint n = 0; n < reading->header->len; n++)
    {
      g_autofree char *folded =
          g_strstrip (g_utf8_strdown (g_ptr_array_index (reading->header, n), -1));

      if (!g_strv_contains (titles, folded))
        continue;
      *column = n;
      return TRUE;
    }
  return FALSE;
}

void
lintel_reading_reject (LintelReading *reading, guint column, const char *why)
{
  LintelReject *entry = g_new0 (LintelReject, 1);

  entry->file = g_strdup (reading->file);
  entry->row = (int) reading->row_number;
  entry->column = g_strdup (lintel_reading_get_field (reading->header, column));
  entry->value = g_strdup (lintel_reading_get_field (reading->row, column));
  entry->why = g_strdup (why);
  g_ptr_array_add (reading->rejects, entry);
}

/* A spreadsheet program that took digits for a number drops the zeros in front. */
static gboolean
lost_its_zeros (const char *old, const char *typed)
{
  const char *rest = old;

  if (*old != '0' || *typed == '\0')
    return FALSE;
  while (*rest == '0')
    rest++;
  return g_str_equal (typed, *rest != '\0' ? rest : "0") && !g_str_equal (typed, old);
}

gboolean
lintel_reading_reject_shortened (LintelReading *reading, guint column, const char *old)
{
  g_autofree char *why = NULL;

  if (!lost_its_zeros (old, lintel_reading_get_field (reading->row, column)))
    return FALSE;
  why = g_strdup_printf (_ ("the project has %s here: a spreadsheet program seems to have dropped "
                            "the zeros in front; format the column as text and enter %s again"),
                         old, old);
  lintel_reading_reject (reading, column, why);
  return TRUE;
}

void
lintel_reading_set (LintelReading *reading, guint column, const LintelPlace *place,
                    const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!lintel_project_set (reading->copy, "", place, text, &error))
    lintel_reading_reject (reading, column, error->message);
}

/* A cell that says what it already says keeps its mark of being set by hand or not. */
void
lintel_reading_set_cell (LintelReading *reading, guint column, const LintelPlace *place)
{
  const char *typed = lintel_reading_get_field (reading->row, column);
  LintelModel model = lintel_project_get_model (reading->copy);
  int i = place->index[0], j = place->index[1];
  char value[LINTEL_VALUE_MAX + 1];
  g_autoptr (GError) error = NULL;
  const char *old;

  if (!lintel_project_has_cell (reading->copy, place->item, i, j))
    {
      if (*typed != '\0')
        lintel_reading_reject (reading, column,
                               _ ("this system has no such cell; leave the field empty"));
      return;
    }
  old = lintel_project_get (reading->copy, place->item, i, j);
  if (place->item->type == LINTEL_TYPE_DIGITS
      && lintel_reading_reject_shortened (reading, column, old))
    return;
  if (!lintel_item_parse (place->item, model, typed, value, &error))
    lintel_reading_reject (reading, column, error->message);
  else if (!g_str_equal (value, old))
    {
      gboolean is_default = g_str_equal (value, lintel_item_get_default (place->item, model, i, j));

      lintel_reading_set (reading, column, place, is_default ? NULL : value);
    }
}

static gboolean
is_blank_row (GPtrArray *row)
{
  for (guint n = 0; n < row->len; n++)
    if (*(const char *) g_ptr_array_index (row, n) != '\0')
      return FALSE;
  return TRUE;
}

void
lintel_reading_foreach_row (LintelReading *reading, GPtrArray *rows, guint first,
                            void (*read_row) (LintelReading *, gconstpointer), gconstpointer data)
{
  for (guint n = first; n < rows->len; n++)
    {
      reading->row = g_ptr_array_index (rows, n);
      reading->row_number = n + 1;
      if (!is_blank_row (reading->row))
        read_row (reading, data);
    }
}
