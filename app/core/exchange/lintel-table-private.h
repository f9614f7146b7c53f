/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables: how the cells of a project are laid out in rows and columns on the way out and in.
 *
 * A program whose items all have the same indexes is one table, a row per index and a column per
 * item. In a program like 21-06, where they differ, each item is a table of its own, a row per
 * entry and a column per table. The extensions are one more.
 */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

typedef struct
{
  const LintelItem *item;
  int table; /* the table this column shows, 0 when the column is a whole item */
} LintelColumn;

typedef struct
{
  char *name; /* "47-02", "21-06-01": the CSV file's name without its ending */
  char *title;
  const LintelProgram *program;
  GArray *columns; /* of LintelColumn; what stands left of them are the index columns */
  guint n_indexes; /* how many index columns: 1, or 2 for extension and mode */
  LintelIndexKind index[2];
} LintelTable;

/* All tables of a catalogue, in program order. Elements are LintelTable*. Transfer full. */
GPtrArray *lintel_tables_list (LintelCatalogue *catalogue);
void lintel_table_free (LintelTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelTable, lintel_table_free)

/* The cell of COLUMN in the row with indexes I and J. */
LintelPlace lintel_table_place (const LintelTable *table, const LintelColumn *column, int i, int j);

/* Calls FUNC for every row that exists in PROJECT, in order. */
typedef void (*LintelTableRowFunc) (const LintelTable *table, int i, int j, gpointer data);
void lintel_table_foreach_row (const LintelTable *table, LintelProject *project,
                               LintelTableRowFunc func, gpointer data);

/* "21-06-06[2]": what identifies a column. */
char *lintel_column_address (const LintelColumn *column);
/* "21-06-06[2] Permit code table 2". */
char *lintel_column_title (const LintelColumn *column);
/* Finds the column that a title belongs to; only its address counts. */
gboolean lintel_column_parse (LintelCatalogue *catalogue, const char *title, LintelColumn *column);

G_END_DECLS
