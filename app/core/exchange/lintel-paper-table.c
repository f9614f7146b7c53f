/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: rows that stay together where they can, under a head that every page repeats. */

#include "config.h"

#include "app/core/exchange/lintel-paper-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PADDING_X 2.5
#define PADDING_Y 2
#define SYMBOL_HEIGHT 11
#define FRAME_LINE 1.4

typedef struct
{
  double x, width; /* inside the padding */
} Span;

static void
get_spans (const LintelPaper *self, Span *spans)
{
  double total = 0, x = lintel_paper_get_left (self);

  for (guint n = 0; n < self->n_columns; n++)
    total += self->columns[n].share;
  for (guint n = 0; n < self->n_columns; n++)
    {
      double width = lintel_paper_get_body_width (self) * self->columns[n].share / total;

      spans[n].x = x + PADDING_X;
      spans[n].width = width - 2 * PADDING_X;
      x += width;
    }
}

static double
measure_row (LintelPaper *self, const Span *spans, const LintelPaperCell *cells, gboolean is_head)
{
  double height = 0;

  for (guint n = 0; n < self->n_columns; n++)
    {
      LintelTextStyle style = is_head ? LINTEL_TEXT_CELL_STRONG : self->columns[n].style;

      if (cells[n].symbol != LINTEL_SYMBOL_NONE)
        height = MAX (height, SYMBOL_HEIGHT);
      if (cells[n].text != NULL)
        height = MAX (height, lintel_paper_measure (self, cells[n].text, style, spans[n].width));
    }
  return height + 2 * PADDING_Y;
}

static void
add_marks (LintelPaper *self, const Span *span, const LintelPaperCell *cell, double row_height)
{
  if (cell->is_framed)
    lintel_paper_add_part (self, (LintelPaperPart){ .kind = LINTEL_PART_FRAME,
                                                    .x = span->x - PADDING_X + 1,
                                                    .y = self->y + 1,
                                                    .width = span->width + 2 * PADDING_X - 2,
                                                    .height = row_height - 2,
                                                    .line = FRAME_LINE });
  if (cell->symbol != LINTEL_SYMBOL_NONE)
    lintel_paper_add_part (self, (LintelPaperPart){ .kind = LINTEL_PART_SYMBOL,
                                                    .symbol = cell->symbol,
                                                    .x = span->x + span->width / 2,
                                                    .y = self->y + row_height / 2 });
}

/* Adds what fits of each cell and moves the cells' texts on. TRUE when nothing is left. */
static gboolean
add_piece (LintelPaper *self, const Span *spans, LintelPaperCell *cells, double row_height,
           gboolean is_head)
{
  const double room = lintel_paper_get_room (self);
  double height = 0;
  gboolean is_done = TRUE;

  for (guint n = 0; n < self->n_columns; n++)
    {
      double used;

      add_marks (self, &spans[n], &cells[n], MIN (row_height, room));
      cells[n].symbol = LINTEL_SYMBOL_NONE;
      cells[n].is_framed = FALSE;
      if (cells[n].text == NULL || *cells[n].text == '\0')
        continue;
      cells[n].text += lintel_paper_add_lines (
          self, cells[n].text, is_head ? LINTEL_TEXT_CELL_STRONG : self->columns[n].style,
          self->columns[n].align, spans[n].x, self->y + PADDING_Y, spans[n].width,
          room - 2 * PADDING_Y, &used);
      height = MAX (height, used);
      is_done = is_done && *cells[n].text == '\0';
    }
  self->y += is_done ? row_height : height + 2 * PADDING_Y;
  return is_done;
}

static void
add_row (LintelPaper *self, const LintelPaperCell *row, gboolean is_head)
{
  LintelPaperCell cells[LINTEL_PAPER_COLUMNS_MAX];
  Span spans[LINTEL_PAPER_COLUMNS_MAX] = { 0 };
  double height;

  memcpy (cells, row, self->n_columns * sizeof (LintelPaperCell));
  get_spans (self, spans);
  height = measure_row (self, spans, cells, is_head);
  if (height > lintel_paper_get_room (self) && height < lintel_paper_get_body_height (self) / 3)
    lintel_paper_turn_page (self);
  while (!add_piece (self, spans, cells, height, is_head))
    {
      lintel_paper_turn_page (self);
      height = measure_row (self, spans, cells, is_head);
    }
  lintel_paper_add_rule (self, lintel_paper_get_left (self), self->y,
                         lintel_paper_get_body_width (self), is_head ? 0.8 : 0.25);
}

void
lintel_paper_add_row (LintelPaper *self, const LintelPaperCell *cells)
{
  add_row (self, cells, FALSE);
}

void
lintel_paper_add_texts (LintelPaper *self, const char *const *texts)
{
  LintelPaperCell cells[LINTEL_PAPER_COLUMNS_MAX] = { 0 };

  for (guint n = 0; n < self->n_columns; n++)
    cells[n].text = texts[n];
  lintel_paper_add_row (self, cells);
}

static void
add_continuation (LintelPaper *self)
{
  double used;

  lintel_paper_add_lines (self, self->continuation, LINTEL_TEXT_CELL_STRONG, PANGO_ALIGN_LEFT,
                          lintel_paper_get_left (self) + PADDING_X, self->y,
                          lintel_paper_get_body_width (self) - PADDING_X, 40, &used);
  self->y += used + PADDING_Y;
}

void
lintel_paper_name_table (LintelPaper *self, const char *name)
{
  g_free (self->continuation);
  self->continuation = g_strdup_printf (C_ ("heading", "%s (continued)"), name);
}

void
lintel_paper_add_table_head (LintelPaper *self)
{
  LintelPaperCell cells[LINTEL_PAPER_COLUMNS_MAX] = { 0 };
  Span spans[LINTEL_PAPER_COLUMNS_MAX] = { 0 };

  if (self->n_columns == 0)
    return;
  if (self->columns[0].title == NULL)
    {
      /* At its beginning the heading says it. */
      if (self->continuation != NULL && self->is_under_way)
        add_continuation (self);
      return;
    }
  for (guint n = 0; n < self->n_columns; n++)
    cells[n].text = self->columns[n].title;
  get_spans (self, spans);
  lintel_paper_add_part (self,
                         (LintelPaperPart){ .kind = LINTEL_PART_SHADE,
                                            .x = lintel_paper_get_left (self),
                                            .y = self->y,
                                            .width = lintel_paper_get_body_width (self),
                                            .height = measure_row (self, spans, cells, TRUE) });
  add_row (self, cells, TRUE);
}

void
lintel_paper_begin_table (LintelPaper *self, const LintelPaperColumn *columns, guint n)
{
  lintel_paper_need (self, 45);
  memcpy (self->columns, columns, n * sizeof (LintelPaperColumn));
  self->n_columns = n;
  lintel_paper_add_table_head (self);
  self->is_under_way = TRUE;
}

void
lintel_paper_end_table (LintelPaper *self)
{
  self->n_columns = 0;
  self->is_under_way = FALSE;
  g_clear_pointer (&self->continuation, g_free);
  lintel_paper_skip (self, 6);
}
