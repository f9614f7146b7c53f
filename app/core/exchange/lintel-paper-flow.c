/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What flows down a page: headings, paragraphs, points. */

#include "config.h"

#include "app/core/exchange/lintel-paper-private.h"

#define BULLET "•"
#define INDENT 10
#define PARAGRAPH_SPACE 3

/* Lines of TEXT at an indent, over as many pages as they take. */
static void
flow (LintelPaper *self, LintelTextStyle style, const char *text, double indent)
{
  const double x = lintel_paper_get_left (self) + indent;
  const double width = lintel_paper_get_body_width (self) - indent;

  while (*text != '\0')
    {
      double used;
      gsize taken = lintel_paper_add_lines (self, text, style, PANGO_ALIGN_LEFT, x, self->y, width,
                                            lintel_paper_get_room (self), &used);

      self->y += used;
      text += taken;
      if (*text != '\0')
        lintel_paper_turn_page (self);
    }
  lintel_paper_skip (self, PARAGRAPH_SPACE);
}

void
lintel_paper_add_text (LintelPaper *self, LintelTextStyle style, const char *text)
{
  flow (self, style, text, 0);
}

void
lintel_paper_add_textf (LintelPaper *self, LintelTextStyle style, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  lintel_paper_add_text (self, style, text);
}

void
lintel_paper_add_point (LintelPaper *self, const char *text)
{
  double used;

  /* The bullet stays with the first line. */
  lintel_paper_need (self, lintel_paper_measure (self, BULLET, LINTEL_TEXT_BODY, INDENT));
  lintel_paper_add_lines (self, BULLET, LINTEL_TEXT_BODY, PANGO_ALIGN_LEFT,
                          lintel_paper_get_left (self), self->y, INDENT,
                          lintel_paper_get_room (self), &used);
  flow (self, LINTEL_TEXT_BODY, text, INDENT);
}

/* A heading does not stay behind alone at the foot of a page. */
void
lintel_paper_add_heading (LintelPaper *self, guint level, const char *text)
{
  LintelPaperOutline entry = { .title = g_strdup (text), .level = level };

  if (lintel_paper_get_room (self) < lintel_paper_get_body_height (self))
    lintel_paper_skip (self, level == 0 ? 14 : 7);
  lintel_paper_need (self, level == 0 ? 90 : 60);
  entry.page = self->pages->len - 1;
  entry.y = self->y;
  g_array_append_val (self->outline, entry);
  lintel_paper_add_text (self, level == 0 ? LINTEL_TEXT_HEADING : LINTEL_TEXT_SUBHEADING, text);
  if (level == 0)
    {
      lintel_paper_add_rule (self, lintel_paper_get_left (self), self->y,
                             lintel_paper_get_body_width (self), 0.8);
      lintel_paper_skip (self, 5);
    }
}
