/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages: their size and margins, the parts on them, and drawing them. */

#include "config.h"

#include "app/core/exchange/lintel-paper-cairo.h"
#include "app/core/exchange/lintel-paper-private.h"

#include "lintel/dial-system.h"
#include "lintel/safe-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN 54
#define FOOTER_HEIGHT 30
#define FOOTER_LINE 0.5
#define SHADE 0.9
#define SYMBOL_RADIUS 3.6
#define AMPLE 60 /* more than any line takes, unless a font is odd */

static const char *const font_names[LINTEL_N_TEXT_STYLES] = {
  "Sans Bold 18", "Sans Bold 12", "Sans Bold 9.5", "Sans 8.5",     "Sans Bold 8.5",
  "Sans 7",       "Sans 7.5",     "Sans Bold 7.5", "Sans Bold 26",
};

static void
part_clear (gpointer data)
{
  g_free (((LintelPaperPart *) data)->text);
}

static void
outline_clear (gpointer data)
{
  g_free (((LintelPaperOutline *) data)->title);
}

/* Hinting fits glyphs to the pixels of a screen; paper has none, and the lines would break
 * elsewhere than in a preview. The fonts are the paper's own, so that it may go from the thread
 * that made it to the one that shows it. */
static PangoContext *
make_context (void)
{
  PangoFontMap *fonts = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  cairo_font_options_destroy (options);
  g_object_unref (fonts);
  return context;
}

LintelPaper *
lintel_paper_new (LintelPaperSize size, const char *title, const char *subject, const char *author,
                  const char *footer, GError **error)
{
  LintelPaper *self;

  if (!lintel_paper_library_load (error))
    return NULL;
  self = g_new0 (LintelPaper, 1);
  self->width = size == LINTEL_PAPER_A4 ? 595.28 : 612;
  self->height = size == LINTEL_PAPER_A4 ? 841.89 : 792;
  self->title = lintel_text_make_safe (title, FALSE);
  self->subject = lintel_text_make_safe (subject, FALSE);
  self->author = lintel_text_make_safe (author, FALSE);
  self->footer = g_strdup (footer);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->outline = g_array_new (FALSE, FALSE, sizeof (LintelPaperOutline));
  g_array_set_clear_func (self->outline, outline_clear);
  self->context = make_context ();
  for (guint n = 0; n < LINTEL_N_TEXT_STYLES; n++)
    self->fonts[n] = pango_font_description_from_string (font_names[n]);
  lintel_paper_turn_page (self);
  return self;
}

void
lintel_paper_free (LintelPaper *self)
{
  for (guint n = 0; n < LINTEL_N_TEXT_STYLES; n++)
    pango_font_description_free (self->fonts[n]);
  g_object_unref (self->context);
  g_array_unref (self->outline);
  g_ptr_array_unref (self->pages);
  g_free (self->continuation);
  g_free (self->footer);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->title);
  g_free (self);
}

guint
lintel_paper_get_n_pages (const LintelPaper *self)
{
  return self->pages->len;
}

const char *
lintel_paper_get_title (const LintelPaper *self)
{
  return self->title;
}

void
lintel_paper_get_size (const LintelPaper *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

gboolean
lintel_paper_lacks_glyphs (const LintelPaper *self)
{
  return self->lacks_glyphs;
}

char *
lintel_paper_get_page_text (const LintelPaper *self, guint page)
{
  const GArray *parts = g_ptr_array_index (self->pages, page);
  GString *text = g_string_new (NULL);

  for (guint n = 0; n < parts->len; n++)
    {
      const LintelPaperPart *part = &g_array_index (parts, LintelPaperPart, n);

      if (part->kind == LINTEL_PART_TEXT)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", part->text);
    }
  return g_string_free (text, FALSE);
}

gboolean
lintel_paper_size_from_id (const char *id, LintelPaperSize *size)
{
  static const char *const ids[] = { "default", "a4", "letter" };

  for (guint n = LINTEL_PAPER_A4; n < G_N_ELEMENTS (ids); n++)
    if (g_strcmp0 (id, ids[n]) == 0)
      {
        *size = (LintelPaperSize) n;
        return TRUE;
      }
  return FALSE;
}

LintelPaperSize
lintel_paper_size_resolve (LintelPaperSize size, LintelProject *project)
{
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (lintel_dial_system_of (project));

  if (size != LINTEL_PAPER_DEFAULT)
    return size;
  return g_str_equal (plan->id, "nanp") ? LINTEL_PAPER_LETTER : LINTEL_PAPER_A4;
}

/* Composing. */

double
lintel_paper_get_left (const LintelPaper *self)
{
  return MARGIN;
}

double
lintel_paper_get_body_width (const LintelPaper *self)
{
  return self->width - 2 * MARGIN;
}

double
lintel_paper_get_body_height (const LintelPaper *self)
{
  return self->height - 2 * MARGIN - FOOTER_HEIGHT;
}

double
lintel_paper_get_room (const LintelPaper *self)
{
  return MARGIN + lintel_paper_get_body_height (self) - self->y;
}

void
lintel_paper_turn_page (LintelPaper *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (LintelPaperPart));

  g_array_set_clear_func (page, part_clear);
  g_ptr_array_add (self->pages, page);
  self->y = MARGIN;
  lintel_paper_add_table_head (self);
}

void
lintel_paper_need (LintelPaper *self, double height)
{
  if (lintel_paper_get_room (self) < height)
    lintel_paper_turn_page (self);
}

void
lintel_paper_skip (LintelPaper *self, double height)
{
  self->y += MIN (height, MAX (lintel_paper_get_room (self), 0));
}

void
lintel_paper_add_part (LintelPaper *self, LintelPaperPart part)
{
  g_array_append_val (g_ptr_array_index (self->pages, self->pages->len - 1), part);
}

void
lintel_paper_add_rule (LintelPaper *self, double x, double y, double width, double line)
{
  lintel_paper_add_part (
      self,
      (LintelPaperPart){ .kind = LINTEL_PART_RULE, .x = x, .y = y, .width = width, .line = line });
}

PangoLayout *
lintel_paper_make_layout (const LintelPaper *self, const char *text, LintelTextStyle style,
                          PangoAlignment align, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autofree char *safe = lintel_text_make_safe (text, TRUE);

  pango_layout_set_font_description (layout, self->fonts[style]);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, align);
  /* A name that is written from right to left stands where every other one does. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, safe, -1);
  return layout;
}

double
lintel_paper_measure (LintelPaper *self, const char *text, LintelTextStyle style, double width)
{
  g_autoptr (GObject) layout =
      G_OBJECT (lintel_paper_make_layout (self, text, style, PANGO_ALIGN_LEFT, width));
  int height;

  pango_layout_get_size ((PangoLayout *) layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/* How many bytes of the layout's text are in lines that end within HEIGHT. A first line that does
 * not fit where there is ample room would fit nowhere: it is taken. */
static gsize
count_fitting (PangoLayout *layout, gsize length, double height, double *used)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gsize fitting = 0;
  gboolean more;

  *used = 0;
  do
    {
      int bottom;

      pango_layout_iter_get_line_yrange (iter, NULL, &bottom);
      if ((double) bottom / PANGO_SCALE > height + 0.01 && (fitting > 0 || height < AMPLE))
        break;
      *used = (double) bottom / PANGO_SCALE;
      more = pango_layout_iter_next_line (iter);
      fitting = more ? (gsize) pango_layout_iter_get_index (iter) : length;
    }
  while (more);
  pango_layout_iter_free (iter);
  return fitting;
}

/* How many bytes of TEXT the first SHOWN bytes of what is shown of it stand for. */
static gsize
find_source (const char *text, gsize shown)
{
  const char *p = text;

  for (gsize n = 0; *p != '\0' && n < shown;)
    {
      const char *next = g_utf8_next_char (p);
      g_autofree char *one = g_strndup (p, (gsize) (next - p));
      g_autofree char *safe = lintel_text_make_safe (one, TRUE);

      n += strlen (safe);
      p = next;
    }
  return (gsize) (p - text);
}

gsize
lintel_paper_add_lines (LintelPaper *self, const char *text, LintelTextStyle style,
                        PangoAlignment align, double x, double y, double width, double height,
                        double *used)
{
  PangoLayout *layout = lintel_paper_make_layout (self, text, style, align, width);
  const gsize shown = strlen (pango_layout_get_text (layout));
  gsize fitting = count_fitting (layout, shown, height, used);

  if (shown != strlen (text))
    fitting = find_source (text, fitting);
  self->lacks_glyphs = self->lacks_glyphs || pango_layout_get_unknown_glyphs_count (layout) > 0;
  g_object_unref (layout);
  if (fitting > 0)
    lintel_paper_add_part (self, (LintelPaperPart){ .kind = LINTEL_PART_TEXT,
                                                    .x = x,
                                                    .y = y,
                                                    .width = width,
                                                    .style = style,
                                                    .align = align,
                                                    .text = g_strndup (text, fitting) });
  return fitting;
}

/* Drawing. */

static void
draw_text (const LintelPaper *self, cairo_t *cr, const LintelPaperPart *part)
{
  PangoLayout *layout =
      lintel_paper_make_layout (self, part->text, part->style, part->align, part->width);

  cairo_move_to (cr, part->x, part->y);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

static void
draw_cross (cairo_t *cr, double x, double y, double r)
{
  cairo_set_line_width (cr, 1.3);
  cairo_move_to (cr, x - r, y - r);
  cairo_line_to (cr, x + r, y + r);
  cairo_move_to (cr, x - r, y + r);
  cairo_line_to (cr, x + r, y - r);
  cairo_stroke (cr);
}

static void
draw_circle (cairo_t *cr, double x, double y, double r)
{
  cairo_set_line_width (cr, 0.9);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, r, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_symbol (cairo_t *cr, LintelPaperSymbol symbol, double x, double y)
{
  const double r = SYMBOL_RADIUS;

  switch (symbol)
    {
    case LINTEL_SYMBOL_OUT:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, r, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case LINTEL_SYMBOL_BLOCKED:
      draw_cross (cr, x, y, r * 0.8);
      break;
    case LINTEL_SYMBOL_UNSURE:
      draw_circle (cr, x, y, r);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, r, G_PI / 2, 3 * G_PI / 2);
      cairo_fill (cr);
      break;
    case LINTEL_SYMBOL_OPEN:
      draw_circle (cr, x, y, r);
      break;
    case LINTEL_SYMBOL_BOX:
      cairo_set_line_width (cr, 0.8);
      cairo_rectangle (cr, x - 4, y - 4, 8, 8);
      cairo_stroke (cr);
      break;
    case LINTEL_SYMBOL_NONE:
    default:
      break;
    }
}

static void
draw_frame (cairo_t *cr, const LintelPaperPart *part)
{
  static const double dashes[] = { 3, 3 };

  cairo_set_line_width (cr, part->line);
  cairo_set_dash (cr, dashes, part->kind == LINTEL_PART_DASHED ? 2 : 0, 0);
  cairo_rectangle (cr, part->x, part->y, part->width, part->height);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Thin ones are grey, so that they do not outshine the text. */
static void
draw_rule (cairo_t *cr, const LintelPaperPart *part)
{
  const double shade = part->line < 0.5 ? 0.55 : 0;

  cairo_set_source_rgb (cr, shade, shade, shade);
  cairo_set_line_width (cr, part->line);
  cairo_move_to (cr, part->x, part->y);
  cairo_line_to (cr, part->x + part->width, part->y);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
draw_part (const LintelPaper *self, cairo_t *cr, const LintelPaperPart *part)
{
  switch (part->kind)
    {
    case LINTEL_PART_TEXT:
      draw_text (self, cr, part);
      break;
    case LINTEL_PART_RULE:
      draw_rule (cr, part);
      break;
    case LINTEL_PART_SHADE:
      cairo_set_source_rgb (cr, SHADE, SHADE, SHADE);
      cairo_rectangle (cr, part->x, part->y, part->width, part->height);
      cairo_fill (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
      break;
    case LINTEL_PART_SYMBOL:
      draw_symbol (cr, part->symbol, part->x, part->y);
      break;
    case LINTEL_PART_FRAME:
    case LINTEL_PART_DASHED:
    default:
      draw_frame (cr, part);
      break;
    }
}

/* How many pages there are is known only now. */
static void
draw_footer (const LintelPaper *self, cairo_t *cr, guint page)
{
  const double width = lintel_paper_get_body_width (self), y = self->height - MARGIN - 12;
  g_autofree char *number =
      g_strdup_printf (C_ ("paper", "Page %u of %u"), page + 1, lintel_paper_get_n_pages (self));
  LintelPaperPart part = { .kind = LINTEL_PART_RULE,
                           .x = MARGIN,
                           .y = y - 4,
                           .width = width,
                           .line = FOOTER_LINE,
                           .style = LINTEL_TEXT_SMALL };

  draw_part (self, cr, &part);
  part.kind = LINTEL_PART_TEXT;
  part.y = y;
  part.width = width - 70;
  part.text = self->footer;
  draw_part (self, cr, &part);
  part.width = width;
  part.align = PANGO_ALIGN_RIGHT;
  part.text = number;
  draw_part (self, cr, &part);
}

void
lintel_paper_draw_page (const LintelPaper *self, cairo_t *cr, guint page)
{
  const GArray *parts = g_ptr_array_index (self->pages, page);

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint n = 0; n < parts->len; n++)
    draw_part (self, cr, &g_array_index (parts, LintelPaperPart, n));
  draw_footer (self, cr, page);
  cairo_restore (cr);
}
