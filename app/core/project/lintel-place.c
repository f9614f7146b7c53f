/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Places as values: making, comparing and ordering them. Their text form is in
 * lintel-place-text.c and lintel-place-parse.c.
 */

#include "config.h"

#include "app/core/project/lintel-project-internal.h"

#include <string.h>

LintelPlace
lintel_place_cell (const LintelItem *item, int i, int j)
{
  return (LintelPlace){
    .kind = LINTEL_PLACE_CELL, .program = item->program, .item = item, .index = { i, j }
  };
}

LintelPlace
lintel_place_row (const LintelProgram *program, int i)
{
  return (LintelPlace){ .kind = LINTEL_PLACE_ROW, .program = program, .index = { i, 0 } };
}

LintelPlace
lintel_place_table (const LintelItem *item, int table)
{
  return (LintelPlace){
    .kind = LINTEL_PLACE_TABLE, .program = item->program, .item = item, .index = { table, 0 }
  };
}

LintelPlace
lintel_place_extension (int port, LintelField field)
{
  return lintel_place_record (LINTEL_PLACE_EXTENSION, port, field);
}

LintelPlace
lintel_place_code (const char *mailbox)
{
  LintelPlace place = { .kind = LINTEL_PLACE_CODE };

  g_strlcpy (place.number, mailbox, sizeof place.number);
  return place;
}

LintelPlace
lintel_place_customer (LintelField field)
{
  return (LintelPlace){ .kind = LINTEL_PLACE_CUSTOMER, .field = field };
}

LintelPlace
lintel_place_notes (void)
{
  return (LintelPlace){ .kind = LINTEL_PLACE_NOTES };
}

LintelPlace
lintel_place_record (LintelPlaceKind kind, int id, LintelField field)
{
  return (LintelPlace){ .kind = kind, .field = field, .index = { id, 0 } };
}

gboolean
lintel_place_equal (gconstpointer a, gconstpointer b)
{
  const LintelPlace *x = a, *y = b;

  return x->kind == y->kind && x->field == y->field && x->program == y->program
         && x->item == y->item && x->index[0] == y->index[0] && x->index[1] == y->index[1]
         && strcmp (x->number, y->number) == 0;
}

guint
lintel_place_hash (gconstpointer place)
{
  const LintelPlace *p = place;
  guint hash = (guint) p->kind * 31u + (guint) p->field;

  hash = hash * 31u + g_direct_hash (p->item != NULL ? (gconstpointer) p->item : p->program);
  hash = hash * 1009u + (guint) p->index[0];
  hash = hash * 1009u + (guint) p->index[1];
  return hash * 31u + g_str_hash (p->number);
}

/* Numbers sort as people read them: by value, and "0101" after "101". */
int
lintel_number_compare (const char *a, const char *b)
{
  const char *x = a + strspn (a, "0"), *y = b + strspn (b, "0");
  gsize x_length = strlen (x), y_length = strlen (y);
  int order;

  if (x_length != y_length)
    return x_length < y_length ? -1 : 1;
  order = strcmp (x, y);
  if (order != 0)
    return order;
  return x - a == y - b ? 0 : (x - a < y - b ? -1 : 1);
}

/* Programs first, then the rest in the order of the enumeration. */
static int
kind_rank (LintelPlaceKind kind)
{
  switch (kind)
    {
    case LINTEL_PLACE_CELL:
    case LINTEL_PLACE_ROW:
    case LINTEL_PLACE_TABLE:
      return LINTEL_PLACE_CELL;
    default:
      return kind;
    }
}

static gint64
program_rank (const LintelProgram *program)
{
  if (program == NULL || program->n_items == 0)
    return -1;
  return (gint64) program->items[0]->first_cell;
}

static gint64
item_rank (const LintelItem *item)
{
  return item != NULL ? (gint64) item->first_cell : -1;
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

int
lintel_place_compare (gconstpointer a, gconstpointer b)
{
  const LintelPlace *x = a, *y = b;
  const gint64 pairs[][2] = {
    { kind_rank (x->kind), kind_rank (y->kind) },
    { program_rank (x->program), program_rank (y->program) },
    { item_rank (x->item), item_rank (y->item) },
    { x->index[0], y->index[0] },
    { x->index[1], y->index[1] },
    { x->kind, y->kind },
  };
  int order;

  for (gsize n = 0; n < G_N_ELEMENTS (pairs); n++)
    if ((order = compare_numbers (pairs[n][0], pairs[n][1])) != 0)
      return order;
  order = lintel_number_compare (x->number, y->number);
  return order != 0 ? order : compare_numbers (x->field, y->field);
}

static gboolean
lies_within_row (const LintelPlace *a, const LintelPlace *row)
{
  return a->kind == LINTEL_PLACE_CELL && a->program == row->program && a->index[0] == row->index[0];
}

static gboolean
lies_within_table (const LintelPlace *a, const LintelPlace *table)
{
  if ((a->kind != LINTEL_PLACE_CELL && a->kind != LINTEL_PLACE_TABLE) || a->item != table->item)
    return FALSE;
  return table->index[0] == 0 || a->index[0] == table->index[0];
}

gboolean
lintel_place_is_within (const LintelPlace *a, const LintelPlace *b)
{
  if (lintel_place_equal (a, b))
    return TRUE;
  switch (b->kind)
    {
    case LINTEL_PLACE_ROW:
      return lies_within_row (a, b);
    case LINTEL_PLACE_TABLE:
      return lies_within_table (a, b);
    case LINTEL_PLACE_EXTENSION:
    case LINTEL_PLACE_DIAL_TEST:
    case LINTEL_PLACE_ACCEPTANCE:
    case LINTEL_PLACE_CUSTOMER:
      return b->field == LINTEL_FIELD_NONE && a->kind == b->kind && a->index[0] == b->index[0];
    default:
      return FALSE;
    }
}
