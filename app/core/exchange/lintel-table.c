/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out the cells of a project in rows and columns, from the catalogue alone. */

#include "config.h"

#include "app/core/exchange/lintel-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_same_indexes (const LintelItem *a, const LintelItem *b)
{
  if (a->n_dimensions != b->n_dimensions)
    return FALSE;
  for (guint dim = 0; dim < a->n_dimensions; dim++)
    if (a->dimension[dim].kind != b->dimension[dim].kind)
      return FALSE;
  return TRUE;
}

/* A table's index counts columns rather than rows where entries stand below it. */
static gboolean
has_table_columns (const LintelItem *item)
{
  return item->n_dimensions == 2 && item->dimension[0].kind == LINTEL_INDEX_TABLE;
}

static gboolean
is_one_table (const LintelProgram *program)
{
  for (guint n = 0; n < program->n_items; n++)
    if (!has_same_indexes (program->items[0], program->items[n])
        || has_table_columns (program->items[n]))
      return FALSE;
  return TRUE;
}

static LintelTable *
table_new (const char *name, const char *title, const LintelItem *item)
{
  LintelTable *table = g_new0 (LintelTable, 1);

  table->name = g_strdup (name);
  table->title = g_strdup (title);
  table->program = item->program;
  table->columns = g_array_new (FALSE, FALSE, sizeof (LintelColumn));
  if (has_table_columns (item))
    {
      table->n_indexes = 1;
      table->index[0] = item->dimension[1].kind;
    }
  else
    {
      table->n_indexes = item->n_dimensions;
      for (guint dim = 0; dim < item->n_dimensions; dim++)
        table->index[dim] = item->dimension[dim].kind;
    }
  return table;
}

void
lintel_table_free (LintelTable *table)
{
  g_free (table->name);
  g_free (table->title);
  g_array_unref (table->columns);
  g_free (table);
}

static void
add_column (LintelTable *table, const LintelItem *item, int number)
{
  LintelColumn column = { .item = item, .table = number };

  g_array_append_val (table->columns, column);
}

static void
add_columns (LintelTable *table, const LintelItem *item)
{
  if (!has_table_columns (item))
    {
      add_column (table, item, 0);
      return;
    }
  for (int number = 1; number <= item->dimension[0].capacity; number++)
    add_column (table, item, number);
}

static void
list_program (GPtrArray *tables, const LintelProgram *program)
{
  if (is_one_table (program))
    {
      LintelTable *table =
          table_new (program->number, lintel_program_get_name (program), program->items[0]);

      for (guint n = 0; n < program->n_items; n++)
        add_columns (table, program->items[n]);
      g_ptr_array_add (tables, table);
      return;
    }
  for (guint n = 0; n < program->n_items; n++)
    {
      const LintelItem *item = program->items[n];
      LintelTable *table =
          table_new (lintel_item_get_number (item), lintel_item_get_name (item), item);

      add_columns (table, item);
      g_ptr_array_add (tables, table);
    }
}

GPtrArray *
lintel_tables_list (LintelCatalogue *catalogue)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_table_free);
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  for (guint n = 0; n < n_programs; n++)
    if (programs[n]->n_items > 0)
      list_program (tables, programs[n]);
  return tables;
}

LintelPlace
lintel_table_place (const LintelTable *table, const LintelColumn *column, int i, int j)
{
  return column->table > 0 ? lintel_place_cell (column->item, column->table, i)
                           : lintel_place_cell (column->item, i, j);
}

static gboolean
row_exists (const LintelTable *table, LintelProject *project, int i, int j)
{
  for (guint n = 0; n < table->columns->len; n++)
    {
      const LintelColumn *column = &g_array_index (table->columns, LintelColumn, n);
      LintelPlace place = lintel_table_place (table, column, i, j);

      if (lintel_project_has_cell (project, place.item, place.index[0], place.index[1]))
        return TRUE;
    }
  return FALSE;
}

/* The highest index in row dimension DIM that any column has. */
static int
get_capacity (const LintelTable *table, guint dim)
{
  int capacity = 1;

  if (dim >= table->n_indexes)
    return 1;
  for (guint n = 0; n < table->columns->len; n++)
    {
      const LintelColumn *column = &g_array_index (table->columns, LintelColumn, n);

      capacity = MAX (capacity, column->item->dimension[column->table > 0 ? 1 : dim].capacity);
    }
  return capacity;
}

void
lintel_table_foreach_row (const LintelTable *table, LintelProject *project, LintelTableRowFunc func,
                          gpointer data)
{
  int last_i = get_capacity (table, 0);
  int last_j = get_capacity (table, 1);

  for (int i = 1; i <= last_i; i++)
    for (int j = 1; j <= last_j; j++)
      if (row_exists (table, project, i, j))
        func (table, i, j, data);
}

char *
lintel_column_address (const LintelColumn *column)
{
  const char *number = lintel_item_get_number (column->item);

  return column->table > 0 ? g_strdup_printf ("%s[%d]", number, column->table) : g_strdup (number);
}

char *
lintel_column_title (const LintelColumn *column)
{
  g_autofree char *address = lintel_column_address (column);
  const char *name = lintel_item_get_name (column->item);

  return column->table > 0 ? g_strdup_printf ("%s %s %d", address, name, column->table)
                           : g_strdup_printf ("%s %s", address, name);
}

/* Splits "21-06-06" into "21-06" and "06". */
static const LintelItem *
find_item (LintelCatalogue *catalogue, const char *number)
{
  const char *dash = strrchr (number, '-');
  g_autofree char *program = NULL;

  if (dash == NULL)
    return NULL;
  program = g_strndup (number, (gsize) (dash - number));
  return lintel_catalogue_find_item (catalogue, program, dash + 1);
}

gboolean
lintel_column_parse (LintelCatalogue *catalogue, const char *title, LintelColumn *column)
{
  g_autofree char *address = g_strndup (title, strcspn (title, " \t"));
  char *bracket = strchr (address, '[');
  guint64 table = 0;

  if (bracket != NULL)
    {
      *bracket = '\0';
      if (!g_str_has_suffix (bracket + 1, "]"))
        return FALSE;
      bracket[strlen (bracket + 1)] = '\0';
      if (!g_ascii_string_to_unsigned (bracket + 1, 10, 1, 9999, &table, NULL))
        return FALSE;
    }
  column->item = find_item (catalogue, address);
  column->table = (int) table;
  return column->item != NULL && (table > 0) == has_table_columns (column->item)
         && (table == 0 || (int) table <= column->item->dimension[0].capacity);
}
