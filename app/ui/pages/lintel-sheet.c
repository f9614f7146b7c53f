/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet: a document as a table for the grid. Here: columns and rows. */

#include "config.h"

#include "app/ui/pages/lintel-sheet-private.h"

typedef struct
{
  LintelDocument *document;
  GPtrArray *columns; /* of LintelGridColumn*, made once */
  LintelGridColumn *heading_column;
  guint n_frozen;

  GArray *listed;  /* of int: all rows in their own order, listed anew after every edit */
  GArray *keys;    /* the same, sorted */
  GArray *visible; /* of int: those that the filter lets through */
  LintelSheetFilter filter;
  char *filter_text; /* casefolded, NULL for none */

  gboolean sortable;
  int direction;     /* of the order of rows: 1, -1; 0 = their own order */
  guint sort_column; /* LINTEL_SHEET_HEADING for the heading column */

  gboolean asleep;
  gboolean missed; /* an edit or a lint run while asleep */
} LintelSheetPrivate;

static void model_init (LintelGridModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (LintelSheet, lintel_sheet, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (LintelSheet)
                                      G_IMPLEMENT_INTERFACE (LINTEL_TYPE_GRID_MODEL, model_init))

static LintelSheetPrivate *
get_private (LintelSheet *self)
{
  return lintel_sheet_get_instance_private (self);
}

static guint
lintel_sheet_get_n_rows (LintelGridModel *model)
{
  return get_private (LINTEL_SHEET (model))->visible->len;
}

static guint
lintel_sheet_get_n_columns (LintelGridModel *model)
{
  return get_private (LINTEL_SHEET (model))->columns->len;
}

static guint
lintel_sheet_get_n_frozen_columns (LintelGridModel *model)
{
  return get_private (LINTEL_SHEET (model))->n_frozen;
}

static const LintelGridColumn *
lintel_sheet_get_column (LintelGridModel *model, guint column)
{
  return g_ptr_array_index (get_private (LINTEL_SHEET (model))->columns, column);
}

static const LintelGridColumn *
lintel_sheet_get_heading_column (LintelGridModel *model)
{
  return get_private (LINTEL_SHEET (model))->heading_column;
}

char *
lintel_sheet_get_heading_of (LintelSheet *self, int key)
{
  return LINTEL_SHEET_GET_CLASS (self)->get_heading (self, key);
}

static char *
lintel_sheet_get_heading (LintelGridModel *model, guint row)
{
  LintelSheet *self = LINTEL_SHEET (model);

  return lintel_sheet_get_heading_of (self, lintel_sheet_get_key (self, row));
}

static gboolean
key_is_apart (LintelSheet *self, int key)
{
  LintelSheetClass *klass = LINTEL_SHEET_GET_CLASS (self);

  return klass->is_apart != NULL && klass->is_apart (self, key);
}

static gboolean
lintel_sheet_is_apart (LintelGridModel *model, guint row)
{
  LintelSheet *self = LINTEL_SHEET (model);

  return key_is_apart (self, lintel_sheet_get_key (self, row));
}

static void
model_init (LintelGridModelInterface *iface)
{
  iface->get_n_rows = lintel_sheet_get_n_rows;
  iface->get_n_columns = lintel_sheet_get_n_columns;
  iface->get_n_frozen_columns = lintel_sheet_get_n_frozen_columns;
  iface->get_column = lintel_sheet_get_column;
  iface->get_heading_column = lintel_sheet_get_heading_column;
  iface->get_heading = lintel_sheet_get_heading;
  iface->is_apart = lintel_sheet_is_apart;
  lintel_sheet_cells_init (iface);
}

static void
column_free (LintelGridColumn *column)
{
  g_free ((char *) column->title);
  g_free ((char *) column->subtitle);
  g_free ((char *) column->group);
  g_free ((char *) column->help);
  g_free (column);
}

static void
lintel_sheet_finalize (GObject *object)
{
  LintelSheetPrivate *priv = get_private (LINTEL_SHEET (object));

  g_clear_object (&priv->document);
  g_clear_pointer (&priv->heading_column, column_free);
  g_ptr_array_unref (priv->columns);
  g_array_unref (priv->listed);
  g_array_unref (priv->keys);
  g_array_unref (priv->visible);
  g_free (priv->filter_text);
  G_OBJECT_CLASS (lintel_sheet_parent_class)->finalize (object);
}

static void
lintel_sheet_class_init (LintelSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lintel_sheet_finalize;
}

static void
lintel_sheet_init (LintelSheet *self)
{
  LintelSheetPrivate *priv = get_private (self);

  priv->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  priv->listed = g_array_new (FALSE, FALSE, sizeof (int));
  priv->keys = g_array_new (FALSE, FALSE, sizeof (int));
  priv->visible = g_array_new (FALSE, FALSE, sizeof (int));
  priv->sortable = TRUE;
}

static gboolean
arrays_equal (GArray *a, GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (int)) == 0);
}

void
lintel_sheet_redraw (LintelSheet *self)
{
  LintelSheetPrivate *priv = get_private (self);

  if (priv->visible->len > 0)
    lintel_grid_model_emit_changed (LINTEL_GRID_MODEL (self), 0, 0, priv->visible->len,
                                    priv->columns->len);
}

static void
append_keys (LintelSheet *self, GArray *from, gboolean apart, GArray *to)
{
  for (guint i = 0; i < from->len; i++)
    if (key_is_apart (self, g_array_index (from, int, i)) == apart)
      g_array_append_val (to, g_array_index (from, int, i));
}

/* In their own order the rows that stand apart come first. */
static void
list_rows (LintelSheet *self)
{
  LintelSheetPrivate *priv = get_private (self);

  g_array_set_size (priv->listed, 0);
  g_array_set_size (priv->keys, 0);
  LINTEL_SHEET_GET_CLASS (self)->list_keys (self, priv->listed);
  append_keys (self, priv->listed, TRUE, priv->keys);
  append_keys (self, priv->listed, FALSE, priv->keys);
  if (priv->direction != 0)
    lintel_sheet_sort_keys (self, priv->keys, priv->sort_column, priv->direction);
}

/* Lists and filters the rows again. The grid hears of a reset only if rows came, went or moved. */
void
lintel_sheet_load (LintelSheet *self)
{
  LintelSheetPrivate *priv = get_private (self);
  g_autoptr (GArray) before = g_steal_pointer (&priv->visible);

  priv->visible = g_array_new (FALSE, FALSE, sizeof (int));
  list_rows (self);
  for (guint i = 0; i < priv->keys->len; i++)
    {
      int key = g_array_index (priv->keys, int, i);

      if (lintel_sheet_row_passes (self, key, priv->filter, priv->filter_text))
        g_array_append_val (priv->visible, key);
    }
  if (arrays_equal (before, priv->visible))
    lintel_sheet_redraw (self);
  else
    lintel_grid_model_emit_reset (LINTEL_GRID_MODEL (self));
}

/* After an edit a filtered or sorted sheet keeps the rows as they are: what is being worked on must
 * not vanish under the cursor. Rows that came or went are another matter. */
static void
document_edited_cb (LintelSheet *self)
{
  LintelSheetPrivate *priv = get_private (self);
  g_autoptr (GArray) keys = NULL;

  priv->missed = priv->asleep;
  if (priv->asleep)
    return;
  keys = g_array_new (FALSE, FALSE, sizeof (int));
  LINTEL_SHEET_GET_CLASS (self)->list_keys (self, keys);
  if (arrays_equal (keys, priv->listed))
    lintel_sheet_redraw (self);
  else
    lintel_sheet_load (self);
}

static void
document_linted_cb (LintelSheet *self)
{
  LintelSheetPrivate *priv = get_private (self);

  if (priv->asleep)
    priv->missed = TRUE;
  else
    lintel_sheet_redraw (self);
}

void
lintel_sheet_set_asleep (LintelSheet *self, gboolean asleep)
{
  LintelSheetPrivate *priv = get_private (self);

  priv->asleep = asleep;
  if (!asleep && priv->missed)
    document_edited_cb (self);
}

void
lintel_sheet_set_document (LintelSheet *self, LintelDocument *document)
{
  LintelSheetPrivate *priv = get_private (self);

  g_assert (priv->document == NULL);
  priv->document = g_object_ref (document);
  g_signal_connect_object (document, "edited", G_CALLBACK (document_edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "linted", G_CALLBACK (document_linted_cb), self,
                           G_CONNECT_SWAPPED);
}

static LintelGridColumn *
copy_column (const LintelSheetColumn *column)
{
  LintelGridColumn *copy = g_new0 (LintelGridColumn, 1);

  copy->title = g_strdup (column->title);
  copy->subtitle = g_strdup (column->subtitle);
  copy->group = g_strdup (column->group);
  copy->help = g_strdup (column->help);
  copy->width = column->width;
  copy->align_end = column->align_end;
  copy->doubtful = column->doubtful;
  return copy;
}

void
lintel_sheet_set_heading_column (LintelSheet *self, const LintelSheetColumn *column)
{
  get_private (self)->heading_column = copy_column (column);
}

void
lintel_sheet_add_column (LintelSheet *self, const LintelSheetColumn *column)
{
  g_ptr_array_add (get_private (self)->columns, copy_column (column));
}

void
lintel_sheet_set_n_frozen (LintelSheet *self, guint n_frozen)
{
  get_private (self)->n_frozen = n_frozen;
}

LintelDocument *
lintel_sheet_get_document (LintelSheet *self)
{
  return get_private (self)->document;
}

LintelProject *
lintel_sheet_get_project (LintelSheet *self)
{
  return lintel_document_get_project (get_private (self)->document);
}

static LintelGridColumn *
get_sorted_column (LintelSheet *self)
{
  LintelSheetPrivate *priv = get_private (self);

  return priv->sort_column == LINTEL_SHEET_HEADING
             ? priv->heading_column
             : g_ptr_array_index (priv->columns, priv->sort_column);
}

void
lintel_sheet_set_sortable (LintelSheet *self, gboolean sortable)
{
  get_private (self)->sortable = sortable;
}

gboolean
lintel_sheet_is_sortable (LintelSheet *self)
{
  return get_private (self)->sortable;
}

/* The head changes, if no row does: so a reset in any case. */
void
lintel_sheet_toggle_sort (LintelSheet *self, guint column)
{
  LintelSheetPrivate *priv = get_private (self);
  gboolean again = priv->direction != 0 && priv->sort_column == column;

  if (!priv->sortable)
    return;
  if (priv->direction != 0)
    get_sorted_column (self)->sorted = 0;
  if (!again)
    priv->direction = 1;
  else
    priv->direction = priv->direction > 0 ? -1 : 0;
  priv->sort_column = column;
  get_sorted_column (self)->sorted = priv->direction;
  g_array_set_size (priv->visible, 0);
  lintel_sheet_load (self);
}

int
lintel_sheet_get_sort (LintelSheet *self, guint *column)
{
  *column = get_private (self)->sort_column;
  return get_private (self)->direction;
}

void
lintel_sheet_set_filter (LintelSheet *self, LintelSheetFilter filter, const char *text)
{
  LintelSheetPrivate *priv = get_private (self);

  priv->filter = filter;
  g_free (priv->filter_text);
  priv->filter_text = text != NULL && text[0] != '\0' ? g_utf8_casefold (text, -1) : NULL;
  lintel_sheet_load (self);
}

guint
lintel_sheet_get_n_hidden (LintelSheet *self)
{
  LintelSheetPrivate *priv = get_private (self);

  return priv->keys->len - priv->visible->len;
}

GArray *
lintel_sheet_get_keys (LintelSheet *self)
{
  return get_private (self)->keys;
}

GArray *
lintel_sheet_get_visible_keys (LintelSheet *self)
{
  return get_private (self)->visible;
}

int
lintel_sheet_get_key (LintelSheet *self, guint row)
{
  return g_array_index (get_private (self)->visible, int, row);
}

gboolean
lintel_sheet_get_place_at (LintelSheet *self, guint row, guint column, LintelPlace *place)
{
  return lintel_sheet_get_place (self, lintel_sheet_get_key (self, row), column, place);
}

char *
lintel_sheet_get_row_kind (LintelSheet *self, guint row)
{
  LintelSheetClass *klass = LINTEL_SHEET_GET_CLASS (self);
  int key = lintel_sheet_get_key (self, row);

  return klass->get_row_kind != NULL ? klass->get_row_kind (self, key) : g_strdup ("");
}
