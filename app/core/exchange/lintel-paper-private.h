/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Composing a document: text flows down the page, and over to the next one where it must.
 *
 * What is composed is kept as parts with a position, and only drawing makes glyphs of them: the
 * same document goes to a PDF and to a printer, and a long one does not need much memory.
 */
#pragma once

#include "app/core/exchange/lintel-paper-library.h"

#include "lintel/paper.h"

G_BEGIN_DECLS

typedef enum
{
  LINTEL_TEXT_TITLE,
  LINTEL_TEXT_HEADING,
  LINTEL_TEXT_SUBHEADING,
  LINTEL_TEXT_BODY,
  LINTEL_TEXT_STRONG, /* body, bold */
  LINTEL_TEXT_SMALL,
  LINTEL_TEXT_CELL,
  LINTEL_TEXT_CELL_STRONG,
  LINTEL_TEXT_CODE, /* large digits */
  LINTEL_N_TEXT_STYLES,
} LintelTextStyle;

/* Told apart by their shape, without colour. */
typedef enum
{
  LINTEL_SYMBOL_NONE,
  LINTEL_SYMBOL_OUT,     /* a black disc */
  LINTEL_SYMBOL_BLOCKED, /* a cross */
  LINTEL_SYMBOL_UNSURE,  /* a disc that is half black */
  LINTEL_SYMBOL_OPEN,    /* an empty circle */
  LINTEL_SYMBOL_BOX,     /* to be ticked by hand */
} LintelPaperSymbol;

/* A part of a page. TEXT is cut where the page ends: it holds what stands here. */
typedef struct
{
  enum
  {
    LINTEL_PART_TEXT,
    LINTEL_PART_RULE, /* from (x, y), WIDTH long */
    LINTEL_PART_FRAME,
    LINTEL_PART_DASHED,
    LINTEL_PART_SHADE,
    LINTEL_PART_SYMBOL, /* (x, y) is its middle */
  } kind;
  double x, y, width, height;
  double line; /* its width */
  LintelTextStyle style;
  PangoAlignment align;
  LintelPaperSymbol symbol;
  char *text;
} LintelPaperPart;

typedef struct
{
  char *title;
  guint level, page;
  double y;
} LintelPaperOutline;

typedef struct
{
  const char *title; /* NULL in all columns: no head */
  double share;      /* of the width, in proportion to the others' */
  PangoAlignment align;
  LintelTextStyle style;
} LintelPaperColumn;

/* A cell of a table. */
typedef struct
{
  const char *text; /* NULL is blank */
  LintelPaperSymbol symbol;
  gboolean is_framed;
} LintelPaperCell;

#define LINTEL_PAPER_COLUMNS_MAX 20

struct _LintelPaper
{
  double width, height;
  char *title, *subject, *author;
  char *footer;     /* stands on every page */
  GPtrArray *pages; /* of GArray of LintelPaperPart */
  GArray *outline;  /* of LintelPaperOutline */
  double y;         /* where the next thing goes */
  PangoContext *context;
  PangoFontDescription *fonts[LINTEL_N_TEXT_STYLES];
  LintelPaperColumn columns[LINTEL_PAPER_COLUMNS_MAX]; /* of the table under way */
  guint n_columns;                                     /* 0: none */
  char *continuation;    /* stands over further pages of a table without titles, or NULL */
  gboolean is_under_way; /* its head or first row stands */
  gboolean lacks_glyphs; /* some characters have no font */
};

LintelPaper *lintel_paper_new (LintelPaperSize size, const char *title, const char *subject,
                               const char *author, const char *footer, GError **error);

/* --- Pages --- */

double lintel_paper_get_left (const LintelPaper *self);
double lintel_paper_get_body_width (const LintelPaper *self);
double lintel_paper_get_body_height (const LintelPaper *self);
/* What is left of the page. */
double lintel_paper_get_room (const LintelPaper *self);
void lintel_paper_turn_page (LintelPaper *self);
/* Turns the page when less than HEIGHT is left. */
void lintel_paper_need (LintelPaper *self, double height);
void lintel_paper_skip (LintelPaper *self, double height);

/* --- Parts, anywhere on the page --- */

void lintel_paper_add_part (LintelPaper *self, LintelPaperPart part);
void lintel_paper_add_rule (LintelPaper *self, double x, double y, double width, double line);
/* Adds as many lines of TEXT as fit into HEIGHT (none may) and returns how many bytes that were;
 * USED gets the height they take. */
gsize lintel_paper_add_lines (LintelPaper *self, const char *text, LintelTextStyle style,
                              PangoAlignment align, double x, double y, double width, double height,
                              double *used);
double lintel_paper_measure (LintelPaper *self, const char *text, LintelTextStyle style,
                             double width);
PangoLayout *lintel_paper_make_layout (const LintelPaper *self, const char *text,
                                       LintelTextStyle style, PangoAlignment align, double width);

/* --- What flows --- */

/* LEVEL 0 is a section of its own, 1 a part of one. Both are in the outline. */
void lintel_paper_add_heading (LintelPaper *self, guint level, const char *text);
void lintel_paper_add_text (LintelPaper *self, LintelTextStyle style, const char *text);
void lintel_paper_add_textf (LintelPaper *self, LintelTextStyle style, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/* With a bullet in front. */
void lintel_paper_add_point (LintelPaper *self, const char *text);

/* A table repeats its head on each page. One without titles has what it is called instead, with
 * "(continued)": set that before it begins. */
void lintel_paper_name_table (LintelPaper *self, const char *name);
void lintel_paper_begin_table (LintelPaper *self, const LintelPaperColumn *columns, guint n);
void lintel_paper_add_row (LintelPaper *self, const LintelPaperCell *cells);
/* TEXTS has one for each column. */
void lintel_paper_add_texts (LintelPaper *self, const char *const *texts);
void lintel_paper_end_table (LintelPaper *self);
void lintel_paper_add_table_head (LintelPaper *self);

G_END_DECLS
