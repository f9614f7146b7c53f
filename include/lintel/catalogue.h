/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The catalogue: what programs 47-02, 47-03, 21-04, 21-05 and 21-06 consist of.
 *
 * It is data (data/catalogue, one XML file a program), embedded in the program and merged with
 * the files of the user's own folder. Everything generic comes from it: defaults, range checks,
 * column titles, help, CSV columns. A new item is one element in one file.
 *
 * A catalogue never changes after loading; programs and items live as long as it does, so other
 * structures keep plain pointers to them. The structs below are read only.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  LINTEL_MODEL_SL1100,
  LINTEL_MODEL_SL2100,
} LintelModel;

#define LINTEL_N_MODELS 2

/* What counts a program's rows, columns of rows, or tables. The id is the attribute's name in
 * the project file. An extension's index is its port, so that a renumbered one keeps its cells. */
typedef enum
{
  LINTEL_INDEX_NONE,
  LINTEL_INDEX_MAILBOX,
  LINTEL_INDEX_GROUP,
  LINTEL_INDEX_EXTENSION,
  LINTEL_INDEX_MODE,
  LINTEL_INDEX_CLASS,
  LINTEL_INDEX_TABLE,
  LINTEL_INDEX_ENTRY,
} LintelIndexKind;

typedef enum
{
  LINTEL_TYPE_NUMBER, /* a whole number between minimum and maximum */
  LINTEL_TYPE_CHOICE, /* one of the values that have a wording */
  LINTEL_TYPE_FLAG,   /* 0 or 1 */
  LINTEL_TYPE_DIGITS, /* up to max_length characters of alphabet; may be blank */
} LintelType;

/* Where a fact comes from, best first. */
typedef enum
{
  LINTEL_CONFIDENCE_OWN_MANUAL,
  LINTEL_CONFIDENCE_COMBINED_MANUAL,
  LINTEL_CONFIDENCE_SISTER_MODEL,
  LINTEL_CONFIDENCE_THIRD_PARTY,
  LINTEL_CONFIDENCE_INFERRED,
} LintelConfidence;

/* A stored value never has more characters than this, so that a cell is a fixed-size value. */
#define LINTEL_VALUE_MAX 14

typedef struct _LintelCatalogue LintelCatalogue;
typedef struct _LintelProgram LintelProgram;
typedef struct _LintelItem LintelItem;
typedef struct _LintelDimension LintelDimension;

/* One index of an item. Ranges depend on the model and, for SL1100, on its version. */
struct _LintelDimension
{
  LintelIndexKind kind;
  int capacity; /* the highest index that any model has; indexes start at 1 */
};

struct _LintelItem
{
  const LintelProgram *program;
  const char *id; /* "01", "03b" */
  LintelType type;
  int minimum, maximum; /* NUMBER, CHOICE and FLAG */
  int max_length;       /* DIGITS */
  const char *alphabet; /* DIGITS: the characters allowed, "0123456789*#@" */
  guint n_dimensions;   /* 1 or 2 */
  LintelDimension dimension[2];
  LintelConfidence confidence;  /* of name, meaning and range */
  const char *source;           /* document and page, as in the fact sheets */
  gsize first_cell;             /* where its cells start in a project's flat store */
  gsize n_cells;                /* product of the capacities */
  struct _LintelItemData *data; /* names, wording, defaults: through the functions below */
};

struct _LintelProgram
{
  const char *number; /* "47-02" */
  guint n_items;
  const LintelItem *const *items; /* in NEC's order */
  struct _LintelProgramData *data;
};

#define LINTEL_CATALOGUE_ERROR (lintel_catalogue_error_quark ())
GQuark lintel_catalogue_error_quark (void);
typedef enum
{
  LINTEL_CATALOGUE_ERROR_INVALID, /* a catalogue file is wrong; the message has file and line */
  LINTEL_CATALOGUE_ERROR_VALUE,   /* a value does not fit its item; the message says why */
} LintelCatalogueError;

/* The built-in catalogue alone. Never fails: a test walks the files it is made of. */
LintelCatalogue *lintel_catalogue_new_builtin (void);

/* The built-in files with every *.xml of FOLDER (may be NULL or missing) merged over them, in
 * the order of their names. Each is checked against data/schema/catalogue.rng first. */
LintelCatalogue *lintel_catalogue_new (const char *folder, GError **error);

/* $XDG_DATA_HOME/lintel/catalogue. */
char *lintel_catalogue_user_folder (void);

LintelCatalogue *lintel_catalogue_ref (LintelCatalogue *catalogue);
void lintel_catalogue_unref (LintelCatalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelCatalogue, lintel_catalogue_unref)

const LintelProgram *const *lintel_catalogue_get_programs (const LintelCatalogue *catalogue,
                                                           guint *n_programs);
const LintelProgram *lintel_catalogue_find_program (const LintelCatalogue *catalogue,
                                                    const char *number);
/* "21-06", "01"; NULL when there is none. */
const LintelItem *lintel_catalogue_find_item (const LintelCatalogue *catalogue, const char *program,
                                              const char *item);
/* How many cells a project's flat store has. */
gsize lintel_catalogue_get_n_cells (const LintelCatalogue *catalogue);

/* The definitions that depend on the catalogue in the schema of project files, as a RELAX NG
 * grammar: "program" matches any one <program> with its <set>s. data/schema/catalogue-values.rng
 * is what the built-in catalogue gives; project.rng includes it and defines "foreign-attribute"
 * and "foreign-element", one attribute or element of another namespace. Transfer full. */
char *lintel_catalogue_write_schema (const LintelCatalogue *catalogue);

/* Names, help and wording come back in the user's language. */
const char *lintel_program_get_name (const LintelProgram *program);
const char *lintel_program_get_help (const LintelProgram *program);
const LintelItem *lintel_program_find_item (const LintelProgram *program, const char *id);

const char *lintel_item_get_name (const LintelItem *item);
const char *lintel_item_get_short_name (const LintelItem *item); /* for a column head */
const char *lintel_item_get_group (const LintelItem *item);      /* column group, or NULL */
const char *lintel_item_get_help (const LintelItem *item);
/* "21-06-01" (transfer none). */
const char *lintel_item_get_number (const LintelItem *item);

/* The range of index DIM (0 or 1) on this model and version ("" = newest). FALSE: the model does
 * not have the item at all. */
gboolean lintel_item_get_range (const LintelItem *item, guint dim, LintelModel model,
                                const char *version, int *first, int *last);
/* TRUE if the cell (i, j) exists there; j is 1 for an item of one dimension. */
gboolean lintel_item_has_index (const LintelItem *item, LintelModel model, const char *version,
                                int i, int j);

/* The factory default; "" is blank. Never NULL within the capacities. */
const char *lintel_item_get_default (const LintelItem *item, LintelModel model, int i, int j);
LintelConfidence lintel_item_get_default_confidence (const LintelItem *item, LintelModel model,
                                                     int i, int j);

/* The values that have words, in order: TRUE while there is a K-th one. WORD is the model's own
 * ("Undefined" on SL1100, "None" on SL2100). */
gboolean lintel_item_get_choice (const LintelItem *item, LintelModel model, guint k,
                                 const char **value, const char **word);

/* What a person sees: the value with its word where it has one ("0 – None"), otherwise the value.
 * Transfer full. */
char *lintel_item_format (const LintelItem *item, LintelModel model, const char *value);

/* Turns what a person typed or pasted into the stored form in OUT (LINTEL_VALUE_MAX + 1 bytes):
 * trims blanks, accepts the words of either model in any case, drops leading zeros of numbers.
 * A value that does not fit gives LINTEL_CATALOGUE_ERROR_VALUE with a sentence for the user. */
gboolean lintel_item_parse (const LintelItem *item, LintelModel model, const char *typed, char *out,
                            GError **error);
/* The same question for a stored value, strictly. */
gboolean lintel_item_check (const LintelItem *item, LintelModel model, const char *value,
                            GError **error);

/* "sl2100" and back; FALSE for anything else. */
const char *lintel_model_to_id (LintelModel model);
gboolean lintel_model_from_id (const char *id, LintelModel *model);
const char *lintel_model_get_name (LintelModel model); /* "SL2100" */

const char *lintel_index_kind_to_id (LintelIndexKind kind); /* "mailbox" */
gboolean lintel_index_kind_from_id (const char *id, LintelIndexKind *kind);
const char *lintel_index_kind_get_title (LintelIndexKind kind); /* "Mailbox", translated */

const char *lintel_confidence_to_id (LintelConfidence confidence); /* "own-manual" */
gboolean lintel_confidence_from_id (const char *id, LintelConfidence *confidence);
const char *lintel_confidence_get_title (LintelConfidence confidence);

G_END_DECLS
