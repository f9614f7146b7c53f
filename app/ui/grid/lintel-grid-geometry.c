/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes that follow from the font and the model's columns. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

/* Frozen columns may take this much of the width; in a narrower window fewer are frozen. */
#define MAX_FROZEN_SHARE 0.6

void
lintel_grid_invalidate_geometry (LintelGrid *self)
{
  self->geometry.valid = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
font_has_changed (LintelGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (self->probe);
  LintelGridGeometry *geometry = &self->geometry;
  double resolution = pango_cairo_context_get_resolution (context);

  if (geometry->font != NULL && geometry->resolution == resolution
      && pango_font_description_equal (geometry->font,
                                       pango_context_get_font_description (context)))
    return FALSE;
  g_clear_pointer (&geometry->font, pango_font_description_free);
  geometry->font = pango_font_description_copy (pango_context_get_font_description (context));
  geometry->resolution = resolution;
  return TRUE;
}

typedef struct
{
  int digit_width;
  int text_height;
  int padding_width; /* padding and border of a cell, both sides; heads have the same */
  int padding_height;
} Metrics;

static void
measure_font (LintelGrid *self, Metrics *metrics)
{
  PangoContext *context = gtk_widget_get_pango_context (self->probe);
  PangoFontMetrics *font = pango_context_get_metrics (context, NULL, NULL);

  metrics->digit_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (font));
  metrics->text_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (font));
  pango_font_metrics_unref (font);
  gtk_widget_measure (self->probe, GTK_ORIENTATION_HORIZONTAL, -1, &metrics->padding_width, NULL,
                      NULL, NULL);
  gtk_widget_measure (self->probe, GTK_ORIENTATION_VERTICAL, -1, &metrics->padding_height, NULL,
                      NULL, NULL);
}

int
lintel_grid_measure_head_width (LintelGrid *self, guint column)
{
  const LintelGridColumn *head = lintel_grid_model_get_column (self->model, column);
  int padding, longest_word, height;

  gtk_widget_measure (self->probe, GTK_ORIENTATION_HORIZONTAL, -1, &padding, NULL, NULL, NULL);
  lintel_grid_cell_measure_head (LINTEL_GRID_CELL (self->probe), head, 0, &longest_word, &height);
  return longest_word + padding;
}

/* The width of a column, and the header row's height if its head needs more. */
static int
measure_column (LintelGrid *self, const Metrics *metrics, const LintelGridColumn *column,
                int *head_height)
{
  int width = (int) column->width * metrics->digit_width
              + lintel_grid_cell_icon_room (metrics->text_height);
  int longest_word, height;

  lintel_grid_cell_measure_head (LINTEL_GRID_CELL (self->probe), column, width, &longest_word,
                                 &height);
  height += metrics->padding_height;
  if (column->group != NULL)
    height += metrics->text_height + metrics->padding_height;
  *head_height = MAX (*head_height, height);
  return MAX (width, longest_word) + metrics->padding_width;
}

static void
measure_columns (LintelGrid *self, const Metrics *metrics)
{
  LintelGridGeometry *geometry = &self->geometry;
  const LintelGridColumn *heading = lintel_grid_model_get_heading_column (self->model);

  geometry->header_height = metrics->text_height + metrics->padding_height;
  geometry->group_height = 0;
  geometry->heading_width =
      heading != NULL ? measure_column (self, metrics, heading, &geometry->header_height) : 0;
  geometry->offsets = g_renew (int, geometry->offsets, geometry->n_columns + 1);
  geometry->offsets[0] = 0;
  for (guint i = 0; i < geometry->n_columns; i++)
    {
      const LintelGridColumn *column = lintel_grid_model_get_column (self->model, i);
      int own = measure_column (self, metrics, column, &geometry->header_height);
      int chosen = lintel_grid_get_chosen_width (self, i);

      geometry->offsets[i + 1] = geometry->offsets[i] + (chosen > 0 ? chosen : own);
      if (column->group != NULL)
        geometry->group_height = metrics->text_height + metrics->padding_height;
    }
}

void
lintel_grid_update_geometry (LintelGrid *self)
{
  LintelGridGeometry *geometry = &self->geometry;
  Metrics metrics;

  if ((!font_has_changed (self) && geometry->valid) || self->model == NULL)
    return;
  measure_font (self, &metrics);
  geometry->n_rows = lintel_grid_model_get_n_rows (self->model);
  geometry->n_columns = lintel_grid_model_get_n_columns (self->model);
  geometry->row_height = metrics.text_height + metrics.padding_height;
  geometry->digit_width = metrics.digit_width;
  geometry->cell_extra = metrics.padding_width + lintel_grid_cell_icon_room (metrics.text_height);
  measure_columns (self, &metrics);
  geometry->n_frozen = MIN (geometry->n_frozen, geometry->n_columns);
  geometry->serial++;
  geometry->valid = TRUE;
}

void
lintel_grid_update_n_frozen (LintelGrid *self)
{
  LintelGridGeometry *geometry = &self->geometry;
  guint n = lintel_grid_model_get_n_frozen_columns (self->model);

  while (n > 0
         && geometry->heading_width + geometry->offsets[n] > geometry->width * MAX_FROZEN_SHARE)
    n--;
  if (n != geometry->n_frozen)
    geometry->serial++;
  geometry->n_frozen = n;
}
