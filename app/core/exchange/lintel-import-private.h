/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of the different kinds of tables share. */
#pragma once

#include "lintel/exchange.h"

G_BEGIN_DECLS

/* One table on its way in. Rows are GPtrArrays of strings. */
typedef struct
{
  LintelProject *onto; /* as it was */
  LintelProject *copy; /* as it becomes */
  GPtrArray *rejects;  /* of LintelReject* */
  const char *file;
  GPtrArray *header;
  GPtrArray *row;
  guint row_number; /* 1 is the header */
} LintelReading;

/* "" where the row is shorter. */
const char *lintel_reading_get_field (GPtrArray *row, guint column);
/* The column that has one of TITLES (in lower case, ended by NULL), whatever its case. */
gboolean lintel_reading_find_column (const LintelReading *reading, const char *const *titles,
                                     guint *column);

void lintel_reading_reject (LintelReading *reading, guint column, const char *why);
/* Sets, or rejects what does not fit. TEXT may be NULL. */
void lintel_reading_set (LintelReading *reading, guint column, const LintelPlace *place,
                         const char *text);
/* A cell as it was typed: in the words or figures of its item. */
void lintel_reading_set_cell (LintelReading *reading, guint column, const LintelPlace *place);
/* Rejects a text of digits that is OLD without the zeros in front. */
gboolean lintel_reading_reject_shortened (LintelReading *reading, guint column, const char *old);

/* Each looks at the header, and reads all rows if it is one of its kind. */
gboolean lintel_import_read_extensions (LintelReading *reading, GPtrArray *rows);
gboolean lintel_import_read_names (LintelReading *reading, GPtrArray *rows);
/* For a list without titles: numbers in the first column and names in the second. */
void lintel_import_read_plain_names (LintelReading *reading, GPtrArray *rows);
gboolean lintel_import_read_places (LintelReading *reading, GPtrArray *rows);
gboolean lintel_import_read_program (LintelReading *reading, GPtrArray *rows);

/* Calls READ_ROW for every row from FIRST on that is not blank. */
void lintel_reading_foreach_row (LintelReading *reading, GPtrArray *rows, guint first,
                                 void (*read_row) (LintelReading *, gconstpointer),
                                 gconstpointer data);

G_END_DECLS
