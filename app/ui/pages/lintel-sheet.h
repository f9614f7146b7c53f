/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sheet: a document as a table for the grid.
 *
 * It does what all tables share: text, marks, findings, names, checks and edits follow from the
 * place that a cell stands for. A kind of sheet says which rows and columns there are and which
 * place each cell has. Its rows have keys (a mailbox, a port …); filters hide rows.
 */
#pragma once

#include "app/ui/grid/lintel-grid-model.h"
#include "app/ui/lintel-document.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_SHEET (lintel_sheet_get_type ())
G_DECLARE_DERIVABLE_TYPE (LintelSheet, lintel_sheet, LINTEL, SHEET, GObject)

typedef enum
{
  LINTEL_SHEET_ALL,
  LINTEL_SHEET_PROBLEMS, /* rows with an open finding */
  LINTEL_SHEET_CHANGED,  /* rows that differ from the factory default */
  LINTEL_SHEET_USED,     /* rows in use */
  LINTEL_SHEET_BASELINE, /* rows that differ from the file compared with */
} LintelSheetFilter;

struct _LintelSheetClass
{
  GObjectClass parent_class;

  /* Appends the keys (int) of all rows, in order. */
  void (*list_keys) (LintelSheet *self, GArray *keys);
  /* What the cell edits; FALSE when it only shows something. */
  gboolean (*get_place) (LintelSheet *self, int key, guint column, LintelPlace *place);
  /* The row as a whole, to which findings can belong; they show in its first cell. */
  gboolean (*get_row_place) (LintelSheet *self, int key, LintelPlace *place);
  /* Whether the column shows the findings at its place; those that share a place with another
   * column need not. All do when NULL. */
  gboolean (*shows_findings) (LintelSheet *self, guint column);
  char *(*get_heading) (LintelSheet *self, int key);
  /* What a row is called, before translation; as the heading column when NULL. */
  const char *row_title;
  /* The number that people call the row by, if that is not its heading; NULL as above. */
  char *(*get_number) (LintelSheet *self, int key);
  /* Whether the row is in use; one that has something in an editable cell is when NULL. */
  gboolean (*is_used) (LintelSheet *self, int key);
  /* What kind of thing the row is, to choose rows by; rows are of no kind when NULL. */
  char *(*get_row_kind) (LintelSheet *self, int key);
  /* Whether the row stands apart: those come first and look different. None does when NULL. */
  gboolean (*is_apart) (LintelSheet *self, int key);
  /* What a cell shows; the text at its place in words when NULL or when it returns NULL. */
  char *(*get_shown) (LintelSheet *self, int key, guint column);
  /* What is copied from it; NULL as above. */
  char *(*get_input) (LintelSheet *self, int key, guint column);
  /* How it is edited; by its place when NULL. */
  LintelGridEditorSpec *(*get_editor) (LintelSheet *self, int key, guint column);
  /* Turns what was typed into the text to store; by its place when NULL. STORED may be set to
   * NULL, which removes the text. */
  gboolean (*parse) (LintelSheet *self, int key, guint column, const char *typed, char **stored,
                     GError **error);
  /* Adds to EDITS, about to be one undo step, what follows from them. */
  void (*add_implied) (LintelSheet *self, GPtrArray *edits);
};

/* For subclasses, while they are made: their columns, in order. */
typedef struct
{
  const char *title, *subtitle, *group, *help;
  guint width;
  gboolean align_end, doubtful;
} LintelSheetColumn;

void lintel_sheet_set_document (LintelSheet *self, LintelDocument *document);
void lintel_sheet_set_heading_column (LintelSheet *self, const LintelSheetColumn *column);
void lintel_sheet_add_column (LintelSheet *self, const LintelSheetColumn *column);
void lintel_sheet_set_n_frozen (LintelSheet *self, guint n_frozen);
/* Lists the rows for the first time, or anew after what the subclass shows has changed. */
void lintel_sheet_load (LintelSheet *self);
/* A sheet that nobody sees need not follow every edit: it catches up when it wakes. */
void lintel_sheet_set_asleep (LintelSheet *self, gboolean asleep);
/* Something shown, but no text of the project, has changed. */
void lintel_sheet_redraw (LintelSheet *self);

LintelDocument *lintel_sheet_get_document (LintelSheet *self);
LintelProject *lintel_sheet_get_project (LintelSheet *self);

/* What is wrong at PLACE, on one line; "" when nothing is. For columns that say it in words.
 * Transfer full. */
char *lintel_sheet_describe_problems (LintelSheet *self, const LintelPlace *place);

/* The heading column, as a column to sort by. */
#define LINTEL_SHEET_HEADING G_MAXUINT

/* For subclasses whose rows have an order that means something. */
void lintel_sheet_set_sortable (LintelSheet *self, gboolean sortable);
gboolean lintel_sheet_is_sortable (LintelSheet *self);
/* Puts the rows in the order of COLUMN; when they are, in the reverse order, and then in their own
 * order again. */
void lintel_sheet_toggle_sort (LintelSheet *self, guint column);
/* The column that the rows are in the order of, and 1 or, for the reverse order, -1; 0 for their
 * own order. */
int lintel_sheet_get_sort (LintelSheet *self, guint *column);

void lintel_sheet_set_filter (LintelSheet *self, LintelSheetFilter filter, const char *text);
/* How many rows the filter hides. */
guint lintel_sheet_get_n_hidden (LintelSheet *self);
int lintel_sheet_get_key (LintelSheet *self, guint row);
/* FALSE when no row that is shown has it. */
gboolean lintel_sheet_find_key (LintelSheet *self, int key, guint *row);
/* The cell that shows PLACE or, for a place within a row, the row; drops the filter if the row is
 * hidden. FALSE: this sheet does not show it. */
gboolean lintel_sheet_find_place (LintelSheet *self, const LintelPlace *place, guint *row,
                                  guint *column);
/* As above for all rows, hidden ones too, and without a change: where PLACE stands, counted as one
 * reads. */
gboolean lintel_sheet_locate (LintelSheet *self, const LintelPlace *place, guint64 *position);
guint64 lintel_sheet_get_position (LintelSheet *self, guint row, guint column);
/* What a cell edits; FALSE when it only shows something. */
gboolean lintel_sheet_get_place_at (LintelSheet *self, guint row, guint column, LintelPlace *place);
/* Open findings at a cell, LintelFinding*, and after them those about its row or table.
 * Transfer container. */
GPtrArray *lintel_sheet_list_findings (LintelSheet *self, guint row, guint column);
/* The row's kind; "" when rows have none. Transfer full. */
char *lintel_sheet_get_row_kind (LintelSheet *self, guint row);
/* The row that is called TEXT, by its number or its heading or else by how its heading begins;
 * drops the filter if it is hidden. Where several are, the first or, if the one with the key NOW
 * (-1 for none) is among them, the next. Returns how many there are. */
guint lintel_sheet_find_heading (LintelSheet *self, const char *text, int now, guint *row);

G_END_DECLS
