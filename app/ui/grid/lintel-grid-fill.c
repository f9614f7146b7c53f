/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling the selection from its first cells. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Edits with texts of their own. */
typedef struct
{
  GArray *edits;
  GPtrArray *texts;
} Filling;

static void
filling_init (Filling *filling)
{
  filling->edits = g_array_new (FALSE, FALSE, sizeof (LintelGridEdit));
  filling->texts = g_ptr_array_new_with_free_func (g_free);
}

static void
filling_add (Filling *filling, guint row, guint column, char *text)
{
  LintelGridEdit edit = { row, column, text };

  g_ptr_array_add (filling->texts, text);
  g_array_append_val (filling->edits, edit);
}

static void
filling_apply (Filling *filling, LintelGrid *self, const char *label)
{
  lintel_grid_apply_block (self, (LintelGridEdit *) (gpointer) filling->edits->data,
                           filling->edits->len, label);
  g_array_unref (filling->edits);
  g_ptr_array_unref (filling->texts);
}

/* The first selected row goes into those below; a single row takes the one above it. */
void
lintel_grid_fill_down (LintelGrid *self)
{
  LintelGridRange range;
  Filling filling;
  guint source;

  if (!lintel_grid_get_selection (self, &range))
    return;
  source = range.first_row;
  if (range.first_row == range.last_row && source > 0)
    source--;
  filling_init (&filling);
  for (guint row = source + 1; row <= range.last_row; row++)
    for (guint column = range.first_column; column <= range.last_column; column++)
      filling_add (&filling, row, column,
                   lintel_grid_model_get_input (self->model, source, column));
  filling_apply (&filling, self, C_ ("undo", "Fill Down"));
}

typedef struct
{
  gint64 start;
  gint64 step;
  int width; /* digits, kept by leading zeros */
} Series;

static gboolean
read_number (LintelGrid *self, guint row, guint column, gint64 *number, int *width)
{
  g_autofree char *input = lintel_grid_model_get_input (self->model, row, column);

  *width = (int) strlen (input);
  return g_ascii_string_to_signed (input, 10, 0, G_MAXINT32, number, NULL);
}

/* The first cell starts the series; a number in the second says how far its steps are. */
static gboolean
read_series (LintelGrid *self, const LintelGridRange *range, guint column, Series *series)
{
  gint64 second;
  int width;

  series->step = 1;
  if (!read_number (self, range->first_row, column, &series->start, &series->width))
    return FALSE;
  if (range->last_row > range->first_row
      && read_number (self, range->first_row + 1, column, &second, &width)
      && second != series->start)
    series->step = second - series->start;
  return TRUE;
}

void
lintel_grid_fill_series (LintelGrid *self)
{
  LintelGridRange range;
  Filling filling;

  if (!lintel_grid_get_selection (self, &range))
    return;
  filling_init (&filling);
  for (guint column = range.first_column; column <= range.last_column; column++)
    {
      Series series;

      if (!read_series (self, &range, column, &series))
        continue;
      for (guint row = range.first_row + 1; row <= range.last_row; row++)
        filling_add (&filling, row, column,
                     g_strdup_printf ("%0*" G_GINT64_FORMAT, series.width,
                                      series.start + series.step * (row - range.first_row)));
    }
  if (filling.edits->len == 0)
    lintel_grid_show_hint (self, _ ("A series goes on from a number in the first selected row."),
                           FALSE);
  filling_apply (&filling, self, C_ ("undo", "Fill Series"));
}
