/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The certificate's tables as shipped, each in the shortest form that leaves nothing out: a program
 * of classes as a matrix, one by extension and mode with like rows together, tables of digits with
 * all their entries, and of everything else the cells that differ from the factory state.
 */

#include "config.h"

#include "app/core/exchange/lintel-certificate-private.h"
#include "app/core/exchange/lintel-table-private.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

/* Of a table of digits. */
#define N_COLUMNS_SHORT 6
#define N_COLUMNS_LONG 4
#define LONG_ENTRY 13 /* with its number */

static const char *
get_default (LintelCertificate *self, const LintelItem *item, int i, int j)
{
  return lintel_item_get_default (item, lintel_project_get_model (self->project), i, j);
}

static gboolean
is_default (LintelCertificate *self, const LintelItem *item, int i, int j)
{
  return g_str_equal (lintel_project_get (self->project, item, i, j),
                      get_default (self, item, i, j));
}

static void
add_title (LintelCertificate *self, const LintelTable *table)
{
  g_autofree char *title = g_strdup_printf ("%s  %s", table->name, table->title);

  lintel_paper_add_heading (self->paper, 1, title);
}

/* Items by classes. */

static void
add_matrix_row (LintelCertificate *self, const LintelItem *item, int n_columns)
{
  LintelPaperCell cells[LINTEL_PAPER_COLUMNS_MAX] = { 0 };
  g_autofree char *title =
      g_strdup_printf ("%s  %s", lintel_item_get_number (item), lintel_item_get_name (item));

  cells[0].text = title;
  for (int i = 1; i <= n_columns; i++)
    if (lintel_project_has_cell (self->project, item, i, 1))
      {
        cells[i].text = lintel_project_get (self->project, item, i, 1);
        cells[i].is_framed = !is_default (self, item, i, 1);
      }
  lintel_paper_add_row (self->paper, cells);
}

static gboolean
is_on_model (LintelCertificate *self, const LintelItem *item)
{
  int first, last;

  return lintel_item_get_range (item, 0, lintel_project_get_model (self->project),
                                lintel_project_get_version (self->project), &first, &last);
}

static void
add_matrix (LintelCertificate *self, const LintelTable *table)
{
  LintelPaperColumn columns[LINTEL_PAPER_COLUMNS_MAX] = {
    { lintel_index_kind_get_title (table->index[0]), 8, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL }
  };
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  const int n_columns = table->program->items[0]->dimension[0].capacity;

  for (int i = 1; i <= n_columns; i++)
    {
      g_ptr_array_add (titles, g_strdup_printf ("%d", i));
      columns[i] =
          (LintelPaperColumn){ titles->pdata[i - 1], 1, PANGO_ALIGN_CENTER, LINTEL_TEXT_CELL };
    }
  lintel_paper_begin_table (self->paper, columns, (guint) n_columns + 1);
  for (guint n = 0; n < table->program->n_items; n++)
    if (is_on_model (self, table->program->items[n]))
      add_matrix_row (self, table->program->items[n], n_columns);
  lintel_paper_end_table (self->paper);
  lintel_paper_add_text (self->paper, LINTEL_TEXT_SMALL,
                         _ ("Framed: differs from the factory state."));
}

/* Rows of extensions that are alike. */

typedef struct
{
  char *key;
  GPtrArray *numbers; /* owned by the project */
  GPtrArray *values;  /* likewise */
} RowGroup;

static void
row_group_free (RowGroup *group)
{
  g_free (group->key);
  g_ptr_array_unref (group->numbers);
  g_ptr_array_unref (group->values);
  g_free (group);
}

static RowGroup *
find_row_group (GPtrArray *groups, const char *key)
{
  RowGroup *group;

  for (guint n = 0; n < groups->len; n++)
    if (g_str_equal (((RowGroup *) groups->pdata[n])->key, key))
      return groups->pdata[n];
  group = g_new0 (RowGroup, 1);
  group->key = g_strdup (key);
  group->numbers = g_ptr_array_new ();
  group->values = g_ptr_array_new ();
  g_ptr_array_add (groups, group);
  return group;
}

static void
group_row (LintelCertificate *self, GPtrArray *groups, const LintelItem *item, int i)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  RowGroup *group;

  for (int j = 1; j <= item->dimension[1].capacity; j++)
    if (lintel_project_has_cell (self->project, item, i, j))
      {
        const char *value = lintel_project_get (self->project, item, i, j);

        g_string_append_printf (key, "%s,", value);
        g_ptr_array_add (values, (gpointer) value);
      }
  if (values->len == 0)
    return;
  group = find_row_group (groups, key->str);
  g_ptr_array_add (group->numbers,
                   (gpointer) lintel_project_get_extension (self->project, i)->number);
  if (group->values->len == 0)
    g_ptr_array_extend (group->values, values, NULL, NULL);
}

static void
add_row_group (LintelCertificate *self, const RowGroup *group)
{
  LintelPaperCell cells[LINTEL_PAPER_COLUMNS_MAX] = { 0 };
  g_autofree char *list = lintel_certificate_list_numbers (
      (const char *const *) group->numbers->pdata, group->numbers->len);

  cells[0].text = list;
  for (guint n = 0; n < group->values->len; n++)
    cells[n + 1].text = group->values->pdata[n];
  lintel_paper_add_row (self->paper, cells);
}

static void
add_grouped_rows (LintelCertificate *self, const LintelTable *table)
{
  const LintelItem *item = table->program->items[0];
  LintelPaperColumn columns[LINTEL_PAPER_COLUMNS_MAX] = {
    { lintel_index_kind_get_title (table->index[0]), 10, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL }
  };
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) row_group_free);

  for (int j = 1; j <= item->dimension[1].capacity; j++)
    {
      g_ptr_array_add (titles,
                       g_strdup_printf ("%s %d", lintel_index_kind_get_title (table->index[1]), j));
      columns[j] =
          (LintelPaperColumn){ titles->pdata[j - 1], 1.6, PANGO_ALIGN_CENTER, LINTEL_TEXT_CELL };
    }
  for (int i = 1; i <= item->dimension[0].capacity; i++)
    if (lintel_project_has_cell (self->project, item, i, 1))
      group_row (self, groups, item, i);
  lintel_paper_begin_table (self->paper, columns, (guint) item->dimension[1].capacity + 1);
  for (guint n = 0; n < groups->len; n++)
    add_row_group (self, groups->pdata[n]);
  lintel_paper_end_table (self->paper);
}

/* Cells that differ from the factory state, by value. */

typedef struct
{
  const char *value; /* owned by the project */
  GArray *indexes;
} ValueGroup;

static void
value_group_clear (gpointer data)
{
  g_array_unref (((ValueGroup *) data)->indexes);
}

static GArray *
find_indexes (GArray *groups, const char *value)
{
  ValueGroup group = { .value = value };

  for (guint n = 0; n < groups->len; n++)
    if (g_str_equal (g_array_index (groups, ValueGroup, n).value, value))
      return g_array_index (groups, ValueGroup, n).indexes;
  group.indexes = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_val (groups, group);
  return group.indexes;
}

/* Returns how many cells differ. */
static guint
add_differing (LintelCertificate *self, const LintelItem *item)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (ValueGroup));
  guint n_cells = 0;

  g_array_set_clear_func (groups, value_group_clear);
  for (int i = 1; i <= item->dimension[0].capacity; i++)
    if (lintel_project_has_cell (self->project, item, i, 1) && !is_default (self, item, i, 1))
      {
        GArray *indexes = find_indexes (groups, lintel_project_get (self->project, item, i, 1));

        g_array_append_val (indexes, i);
        n_cells++;
      }
  for (guint n = 0; n < groups->len; n++)
    {
      const ValueGroup *group = &g_array_index (groups, ValueGroup, n);
      g_autofree char *value =
          lintel_item_format (item, lintel_project_get_model (self->project), group->value);
      g_autofree char *list = lintel_certificate_list_indexes (
          (const int *) (gconstpointer) group->indexes->data, group->indexes->len);

      lintel_paper_add_texts (
          self->paper,
          (const char *const[]){ lintel_item_get_number (item), lintel_item_get_name (item),
                                 *value != '\0' ? value : C_ ("value", "(blank)"), list });
    }
  return n_cells;
}

static void
add_differences (LintelCertificate *self, const LintelTable *table)
{
  const LintelPaperColumn columns[] = {
    { C_ ("column", "Item"), 12, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { C_ ("column", "Name"), 30, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { C_ ("column", "Value"), 24, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL_STRONG },
    { lintel_index_kind_get_title (table->index[0]), 34, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
  };
  guint n_cells = 0;

  lintel_paper_begin_table (self->paper, columns, G_N_ELEMENTS (columns));
  for (guint n = 0; n < table->columns->len; n++)
    n_cells += add_differing (self, g_array_index (table->columns, LintelColumn, n).item);
  lintel_paper_add_texts (self->paper,
                          (const char *const[]){ "",
                                                 n_cells > 0 ? C_ ("items", "Everything else")
                                                             : C_ ("items", "Everything"),
                                                 _ ("as in the factory state"), "" });
  lintel_paper_end_table (self->paper);
}

/* Tables of digits. */

typedef struct
{
  guint n_filled, n_differing;
} EntryCount;

static const char *
get_entry (LintelCertificate *self, const LintelTable *table, const LintelColumn *column, int i)
{
  LintelPlace place = lintel_table_place (table, column, i, 1);

  if (!lintel_project_has_cell (self->project, place.item, place.index[0], place.index[1]))
    return "";
  return lintel_project_get (self->project, place.item, place.index[0], place.index[1]);
}

static int
get_n_entries (const LintelColumn *column)
{
  return column->item->dimension[column->table > 0 ? 1 : 0].capacity;
}

static EntryCount
count_entries (LintelCertificate *self, const LintelTable *table, const LintelColumn *column)
{
  EntryCount count = { 0 };

  for (int i = 1; i <= get_n_entries (column); i++)
    {
      LintelPlace place = lintel_table_place (table, column, i, 1);
      const char *entry = get_entry (self, table, column, i);

      count.n_filled += *entry != '\0';
      count.n_differing +=
          !g_str_equal (entry, get_default (self, place.item, place.index[0], place.index[1]));
    }
  return count;
}

/* Long entries take fewer columns, so that none is broken. */
static guint
choose_columns (GPtrArray *texts)
{
  for (guint n = 0; n < texts->len; n++)
    if (strlen (texts->pdata[n]) > LONG_ENTRY)
      return N_COLUMNS_LONG;
  return N_COLUMNS_SHORT;
}

static void
add_entries (LintelCertificate *self, const LintelTable *table, const LintelColumn *column)
{
  LintelPaperColumn columns[N_COLUMNS_SHORT];
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n_columns;

  for (int i = 1; i <= get_n_entries (column); i++)
    {
      const char *entry = get_entry (self, table, column, i);

      if (*entry != '\0')
        g_ptr_array_add (texts, g_strdup_printf ("%d:  %s", i, entry));
    }
  n_columns = choose_columns (texts);
  g_assert (n_columns > 0);
  for (guint n = 0; n < n_columns; n++)
    columns[n] = (LintelPaperColumn){ NULL, 1, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL };
  while (texts->len % n_columns != 0)
    g_ptr_array_add (texts, g_strdup (""));
  lintel_paper_begin_table (self->paper, columns, n_columns);
  for (guint n = 0; n < texts->len; n += n_columns)
    lintel_paper_add_texts (self->paper, (const char *const *) texts->pdata + n);
  lintel_paper_end_table (self->paper);
}

/* "Table 2: 17 entries, not as in the factory state." */
static char *
describe_entries (const LintelColumn *column, const EntryCount *count)
{
  g_autofree char *counted =
      lintel_locale_format (ngettext ("%u entry", "%u entries", count->n_filled), count->n_filled);
  const char *state =
      count->n_differing > 0 ? _ ("changed from the factory state") : _ ("as in the factory state");

  if (column->table > 0)
    return g_strdup_printf (C_ ("heading", "Table %d: %s, %s"), column->table, counted, state);
  return g_strdup_printf (_ ("%s, %s"), counted, state);
}

/* "21-06-06  Permit Code Table, table 2". */
static char *
name_column (const LintelTable *table, const LintelColumn *column)
{
  if (column->table > 0)
    return g_strdup_printf (C_ ("heading", "%s  %s, table %d"), table->name, table->title,
                            column->table);
  return g_strdup_printf ("%s  %s", table->name, table->title);
}

static void
add_digits (LintelCertificate *self, const LintelTable *table)
{
  for (guint n = 0; n < table->columns->len; n++)
    {
      const LintelColumn *column = &g_array_index (table->columns, LintelColumn, n);
      EntryCount count = count_entries (self, table, column);
      g_autofree char *text = describe_entries (column, &count);

      if (count.n_filled == 0 && count.n_differing == 0)
        continue;
      lintel_paper_need (self->paper, 30);
      lintel_paper_add_text (self->paper, LINTEL_TEXT_CELL_STRONG, text);
      if (count.n_filled > 0)
        {
          g_autofree char *name = name_column (table, column);

          lintel_paper_name_table (self->paper, name);
          add_entries (self, table, column);
        }
    }
}

static gboolean
is_digits (const LintelTable *table)
{
  const LintelColumn *column = &g_array_index (table->columns, LintelColumn, 0);

  return column->table > 0
         || (column->item->type == LINTEL_TYPE_DIGITS && table->columns->len == 1
             && table->n_indexes == 1);
}

static gboolean
is_empty (LintelCertificate *self, const LintelTable *table)
{
  for (guint n = 0; n < table->columns->len; n++)
    {
      EntryCount count =
          count_entries (self, table, &g_array_index (table->columns, LintelColumn, n));

      if (count.n_filled > 0 || count.n_differing > 0)
        return FALSE;
    }
  return TRUE;
}

static void
add_table (LintelCertificate *self, const LintelTable *table)
{
  add_title (self, table);
  if (table->n_indexes > 1)
    add_grouped_rows (self, table);
  else if (table->index[0] == LINTEL_INDEX_CLASS)
    add_matrix (self, table);
  else if (is_digits (table))
    add_digits (self, table);
  else
    add_differences (self, table);
}

void
lintel_certificate_add_tables (LintelCertificate *self)
{
  g_autoptr (GPtrArray) tables = lintel_tables_list (lintel_project_get_catalogue (self->project));
  g_autoptr (GString) empty = g_string_new (NULL);

  lintel_paper_add_heading (self->paper, 0, _ ("Tables as shipped"));
  for (guint n = 0; n < tables->len; n++)
    {
      const LintelTable *table = tables->pdata[n];

      if (is_digits (table) && is_empty (self, table))
        g_string_append_printf (empty, "%s%s %s", empty->len > 0 ? ", " : "", table->name,
                                table->title);
      else
        add_table (self, table);
    }
  if (empty->len == 0)
    return;
  lintel_paper_add_heading (self->paper, 1, _ ("Empty, as in the factory state"));
  lintel_paper_add_text (self->paper, LINTEL_TEXT_CELL, empty->str);
}
