/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the grid asks of its data. A model stands between one program (or list) of a project and
 * the grid; the grid never learns what the rows and columns mean.
 *
 * Rows and columns count from 0. Besides its columns a model may have a heading column that names
 * the rows; it takes no cursor and is never written.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_GRID_MODEL (lintel_grid_model_get_type ())
G_DECLARE_INTERFACE (LintelGridModel, lintel_grid_model, LINTEL, GRID_MODEL, GObject)

/* How bad the worst finding at a cell is. */
typedef enum
{
  LINTEL_GRID_FINDING_NONE,
  LINTEL_GRID_FINDING_NOTE,
  LINTEL_GRID_FINDING_WARNING,
  LINTEL_GRID_FINDING_ERROR,
} LintelGridFinding;

typedef enum
{
  LINTEL_GRID_MARK_NONE = 0,
  LINTEL_GRID_MARK_CHANGED = 1 << 0,  /* differs from the factory default */
  LINTEL_GRID_MARK_UNSAVED = 1 << 1,  /* differs from what was last saved */
  LINTEL_GRID_MARK_BASELINE = 1 << 2, /* differs from the file compared with */
} LintelGridMarks;

/* A column's head. Belongs to the model and stays as it is until "reset". */
typedef struct
{
  const char *title;    /* in words, wrapped when long */
  const char *subtitle; /* NEC's number, or NULL */
  const char *group;    /* neighbours with an equal group share a line above them; or NULL */
  const char *help;     /* shown on hover and by F1, or NULL */
  guint width;          /* in digits; the grid makes room for its marks and the longest word */
  gboolean align_end;   /* numbers that one compares by their size */
  gboolean doubtful;    /* known from a source other than this model's manual */
  int sorted;           /* 1: the rows are in the order of this column; -1: in the reverse order */
} LintelGridColumn;

/* What is drawn of a cell. */
typedef struct
{
  char *text;
  LintelGridMarks marks;
  LintelGridFinding finding;
  gboolean editable;
} LintelGridCellInfo;

void lintel_grid_cell_info_clear (LintelGridCellInfo *info);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LintelGridCellInfo, lintel_grid_cell_info_clear)

typedef enum
{
  LINTEL_GRID_EDITOR_TEXT,
  LINTEL_GRID_EDITOR_DIGITS, /* characters of an alphabet */
  LINTEL_GRID_EDITOR_NUMBER, /* a whole number within a range */
  LINTEL_GRID_EDITOR_CHOICE, /* one of a list of values with their words; Space opens the list */
  LINTEL_GRID_EDITOR_FLAG,   /* a list of two; Space turns one into the other */
} LintelGridEditorKind;

typedef struct
{
  char *value; /* what is stored */
  char *label; /* what the list shows */
} LintelGridChoice;

/* How a cell is edited. */
typedef struct
{
  LintelGridEditorKind kind;
  gboolean blank_allowed;
  guint max_length; /* TEXT, DIGITS: characters; 0 = any number */
  char *alphabet;   /* DIGITS */
  gint64 minimum;   /* NUMBER */
  gint64 maximum;
  GPtrArray *choices; /* of LintelGridChoice: CHOICE, FLAG */
  gboolean secret;    /* what is selected of it shows as dots, and cannot be copied */
} LintelGridEditorSpec;

LintelGridEditorSpec *lintel_grid_editor_spec_new (LintelGridEditorKind kind);
void lintel_grid_editor_spec_free (LintelGridEditorSpec *spec);
void lintel_grid_editor_spec_add_choice (LintelGridEditorSpec *spec, const char *value,
                                         const char *label);
/* One line that says what may be typed, or NULL when anything may. Transfer full. */
char *lintel_grid_editor_spec_describe (const LintelGridEditorSpec *spec);
/* Whether TYPED may be stored, and how: "personal" is stored as the value of that choice, "007" as
 * the number 7. Fails with LINTEL_GRID_ERROR and a reason for the reader. */
gboolean lintel_grid_editor_spec_check (const LintelGridEditorSpec *spec, const char *typed,
                                        char **canonical, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelGridEditorSpec, lintel_grid_editor_spec_free)

#define LINTEL_GRID_ERROR (lintel_grid_error_quark ())
typedef enum
{
  LINTEL_GRID_ERROR_REFUSED, /* the value does not fit the cell */
} LintelGridError;
GQuark lintel_grid_error_quark (void);

/* One cell of a block. TEXT is as typed; NULL = back to the default. */
typedef struct
{
  guint row;
  guint column;
  const char *text;
} LintelGridEdit;

/* A cell of a block that was not taken, and why. */
typedef struct
{
  guint row;
  guint column;
  char *text; /* NULL = the default was to be restored */
  char *reason;
} LintelGridReject;

LintelGridReject *lintel_grid_reject_new (guint row, guint column, const char *text,
                                          const char *reason);
void lintel_grid_reject_free (LintelGridReject *reject);

struct _LintelGridModelInterface
{
  GTypeInterface parent_iface;

  guint (*get_n_rows) (LintelGridModel *model);
  guint (*get_n_columns) (LintelGridModel *model);
  /* Leading columns that stay in view; none when NULL. */
  guint (*get_n_frozen_columns) (LintelGridModel *model);
  const LintelGridColumn *(*get_column) (LintelGridModel *model, guint column);
  /* The heading column; no such column when NULL. */
  const LintelGridColumn *(*get_heading_column) (LintelGridModel *model);
  /* The row's number, counted from 1, when NULL. */
  char *(*get_heading) (LintelGridModel *model, guint row);
  /* Whether the row stands apart from the others: it looks a little different. None when NULL. */
  gboolean (*is_apart) (LintelGridModel *model, guint row);

  /* INFO comes zeroed. */
  void (*get_cell) (LintelGridModel *model, guint row, guint column, LintelGridCellInfo *info);
  /* The text to edit and to copy; what get_cell shows when NULL. */
  char *(*get_input) (LintelGridModel *model, guint row, guint column);
  /* What a screen reader says, "PLACE: value"; made of the heads and the text when NULL. */
  char *(*get_name) (LintelGridModel *model, guint row, guint column);
  /* The findings at a cell in words, one a line, or NULL. */
  char *(*get_findings) (LintelGridModel *model, guint row, guint column);
  /* What the marks of a cell mean, in words, one a line, or NULL. */
  char *(*get_marks) (LintelGridModel *model, guint row, guint column);
  /* Free text when NULL. */
  LintelGridEditorSpec *(*get_editor) (LintelGridModel *model, guint row, guint column);

  /* Says while typing whether the text could be stored, and in which form; by the editor spec
   * when NULL. CANONICAL may be NULL. */
  gboolean (*check) (LintelGridModel *model, guint row, guint column, const char *typed,
                     char **canonical, GError **error);
  /* Stores what was typed; NULL = back to the default. */
  gboolean (*set) (LintelGridModel *model, guint row, guint column, const char *text,
                   GError **error);
  /* Stores many cells as one undo step called LABEL; appends what it refuses to REJECTS. One by
   * one through set when NULL. Never gets a cell that is not editable. */
  void (*set_block) (LintelGridModel *model, const LintelGridEdit *edits, gsize n_edits,
                     const char *label, GPtrArray *rejects);
};

guint lintel_grid_model_get_n_rows (LintelGridModel *model);
guint lintel_grid_model_get_n_columns (LintelGridModel *model);
guint lintel_grid_model_get_n_frozen_columns (LintelGridModel *model);
const LintelGridColumn *lintel_grid_model_get_column (LintelGridModel *model, guint column);
/* NULL when there is none. */
const LintelGridColumn *lintel_grid_model_get_heading_column (LintelGridModel *model);
char *lintel_grid_model_get_heading (LintelGridModel *model, guint row);
gboolean lintel_grid_model_is_apart (LintelGridModel *model, guint row);
/* Fills INFO, which the caller clears. */
void lintel_grid_model_get_cell (LintelGridModel *model, guint row, guint column,
                                 LintelGridCellInfo *info);
char *lintel_grid_model_get_input (LintelGridModel *model, guint row, guint column);
char *lintel_grid_model_get_name (LintelGridModel *model, guint row, guint column);
char *lintel_grid_model_get_findings (LintelGridModel *model, guint row, guint column);
char *lintel_grid_model_get_marks (LintelGridModel *model, guint row, guint column);
/* Findings and, below them, marks; NULL when the cell has neither. */
char *lintel_grid_model_get_notes (LintelGridModel *model, guint row, guint column);
LintelGridEditorSpec *lintel_grid_model_get_editor (LintelGridModel *model, guint row,
                                                    guint column);
gboolean lintel_grid_model_check (LintelGridModel *model, guint row, guint column,
                                  const char *typed, char **canonical, GError **error);
gboolean lintel_grid_model_set (LintelGridModel *model, guint row, guint column, const char *text,
                                GError **error);
gboolean lintel_grid_model_reset (LintelGridModel *model, guint row, guint column, GError **error);
/* One undo step. Cells that do not exist or are not editable are refused here, unless they hold
 * that very text already. Returns the rejects in the order of rows, empty when all went in.
 * Transfer full. */
GPtrArray *lintel_grid_model_set_block (LintelGridModel *model, const LintelGridEdit *edits,
                                        gsize n_edits, const char *label);

/* For models: the cells of a rectangle show something else now. */
void lintel_grid_model_emit_changed (LintelGridModel *model, guint row, guint column, guint n_rows,
                                     guint n_columns);
/* For models: rows or columns came, went or moved. */
void lintel_grid_model_emit_reset (LintelGridModel *model);

G_END_DECLS
