/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blocks of cells as text: tabs between cells, line ends between rows, quotes around a cell that
 * holds either, as spreadsheet programs exchange them. The clipboard also gets the block as HTML
 * that declares every cell to be text, because a spreadsheet program turns a plain 011 into 11.
 */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
lintel_grid_apply_block (LintelGrid *self, const LintelGridEdit *edits, gsize n_edits,
                         const char *label)
{
  g_autoptr (GPtrArray) rejects = NULL;

  if (self->model == NULL || n_edits == 0)
    return;
  rejects = lintel_grid_model_set_block (self->model, edits, n_edits, label);
  if (rejects->len > 0)
    lintel_grid_emit_rejected (self, rejects);
}

/* One cell, or the filled cells of the selection, take TEXT. */
static void
set_range (LintelGrid *self, const LintelGridRange *range, const char *text, const char *label)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (LintelGridEdit));

  for (guint row = range->first_row; row <= range->last_row; row++)
    for (guint column = range->first_column; column <= range->last_column; column++)
      {
        LintelGridEdit edit = { row, column, text };

        g_array_append_val (edits, edit);
      }
  lintel_grid_apply_block (self, (LintelGridEdit *) (gpointer) edits->data, edits->len, label);
}

void
lintel_grid_set_selected (LintelGrid *self, const char *text)
{
  LintelGridRange range;

  g_return_if_fail (LINTEL_IS_GRID (self));

  if (lintel_grid_confirm (self) && lintel_grid_get_selection (self, &range))
    set_range (self, &range, text, text != NULL ? C_ ("undo", "Set Cells") : _ ("Back to Default"));
}

static void
append_quoted (GString *text, const char *cell)
{
  if (strpbrk (cell, "\t\n\r\"") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

char *
lintel_grid_copy_text (LintelGrid *self)
{
  GString *text = g_string_new (NULL);
  LintelGridRange range;

  g_return_val_if_fail (LINTEL_IS_GRID (self), NULL);

  if (!lintel_grid_get_selection (self, &range))
    return g_string_free (text, FALSE);
  for (guint row = range.first_row; row <= range.last_row; row++)
    for (guint column = range.first_column; column <= range.last_column; column++)
      {
        g_autofree char *input = lintel_grid_model_get_input (self->model, row, column);

        append_quoted (text, input);
        g_string_append_c (text, column == range.last_column ? '\n' : '\t');
      }
  return g_string_free (text, FALSE);
}

/* What LibreOffice (sdnum) and Excel (mso-number-format) take as "this is text". */
static GBytes *
copy_html (LintelGrid *self)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\"><table>");
  LintelGridRange range;

  lintel_grid_get_selection (self, &range);
  for (guint row = range.first_row; row <= range.last_row; row++)
    {
      g_string_append (html, "<tr>");
      for (guint column = range.first_column; column <= range.last_column; column++)
        {
          g_autofree char *input = lintel_grid_model_get_input (self->model, row, column);
          g_autofree char *escaped = g_markup_escape_text (input, -1);

          g_string_append_printf (
              html, "<td sdnum=\"1033;0;@\" style=\"mso-number-format:'\\@'\">%s</td>", escaped);
        }
      g_string_append (html, "</tr>");
    }
  g_string_append (html, "</table>");
  return g_string_free_to_bytes (html);
}

static void
put_on_clipboard (LintelGrid *self)
{
  g_autofree char *text = lintel_grid_copy_text (self);
  g_autoptr (GBytes) html = copy_html (self);
  GdkContentProvider *forms[] = { gdk_content_provider_new_typed (G_TYPE_STRING, text),
                                  gdk_content_provider_new_for_bytes ("text/html", html) };
  g_autoptr (GdkContentProvider) provider =
      gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

void
lintel_grid_copy_now (LintelGrid *self, gboolean cut)
{
  LintelGridRange range;

  g_return_if_fail (LINTEL_IS_GRID (self));

  put_on_clipboard (self);
  if (cut && lintel_grid_get_selection (self, &range))
    set_range (self, &range, NULL, C_ ("undo", "Cut"));
}

void
lintel_grid_copy (LintelGrid *self)
{
  if (!lintel_grid_emit_copying (self, FALSE))
    lintel_grid_copy_now (self, FALSE);
}

void
lintel_grid_cut (LintelGrid *self)
{
  if (!lintel_grid_emit_copying (self, TRUE))
    lintel_grid_copy_now (self, TRUE);
}

/* A block of text, row by row; rows may differ in length. */
typedef struct
{
  GPtrArray *rows; /* of GPtrArray of char * */
  guint width;     /* of the longest row */
} Block;

static void
block_clear (Block *block)
{
  g_clear_pointer (&block->rows, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Block, block_clear)

/* Reads a quoted cell; P is behind the opening quote, and comes back behind the closing one. */
static const char *
parse_quoted (const char *p, GString *cell)
{
  for (; *p != '\0'; p++)
    {
      if (*p != '"')
        g_string_append_c (cell, *p);
      else if (p[1] == '"')
        g_string_append_c (cell, *p++);
      else
        return p + 1;
    }
  return p;
}

/* A quote opens a quoted cell only when a later one closes it at the cell's end. */
static gboolean
is_quoted (const char *p)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *end;

  if (*p != '"')
    return FALSE;
  end = parse_quoted (p + 1, cell);
  return end[-1] == '"' && end > p + 1 && (*end == '\0' || strchr ("\t\r\n", *end) != NULL);
}

static const char *
parse_cell (const char *p, GPtrArray *row)
{
  GString *cell = g_string_new (NULL);

  if (is_quoted (p))
    p = parse_quoted (p + 1, cell);
  while (*p != '\0' && *p != '\t' && *p != '\n' && *p != '\r')
    g_string_append_c (cell, *p++);
  g_ptr_array_add (row, g_string_free (cell, FALSE));
  return p;
}

static const char *
skip_line_end (const char *p)
{
  if (*p == '\r')
    p++;
  if (*p == '\n')
    p++;
  return p;
}

static void
parse_block (const char *text, Block *block)
{
  const char *p = text;

  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  block->width = 0;
  do
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      p = parse_cell (p, row);
      while (*p == '\t')
        p = parse_cell (p + 1, row);
      g_ptr_array_add (block->rows, row);
      block->width = MAX (block->width, row->len);
      p = skip_line_end (p);
    }
  while (*p != '\0');
}

/* How often a block of SIZE is repeated over ROOM selected rows or columns. */
static guint
count_repeats (guint size, guint room)
{
  return room > size && room % size == 0 ? room / size : 1;
}

static void
add_row (GArray *edits, const Block *block, const LintelGridRange *range, guint y, guint n_columns)
{
  GPtrArray *cells = g_ptr_array_index (block->rows, y % block->rows->len);

  for (guint x = 0; x < n_columns; x++)
    {
      guint source = x % block->width;
      LintelGridEdit edit = { range->first_row + y, range->first_column + x, NULL };

      if (source >= cells->len)
        continue;
      edit.text = g_ptr_array_index (cells, source);
      g_array_append_val (edits, edit);
    }
}

void
lintel_grid_paste_text (LintelGrid *self, const char *text)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (LintelGridEdit));
  g_auto (Block) block = { 0 };
  LintelGridRange range;
  guint n_rows, n_columns;

  g_return_if_fail (LINTEL_IS_GRID (self));

  if (!lintel_grid_confirm (self) || !lintel_grid_get_selection (self, &range))
    return;
  parse_block (text, &block);
  n_rows = block.rows->len * count_repeats (block.rows->len, range.last_row - range.first_row + 1);
  n_columns = block.width * count_repeats (block.width, range.last_column - range.first_column + 1);
  for (guint y = 0; y < n_rows; y++)
    add_row (edits, &block, &range, y, n_columns);
  lintel_grid_apply_block (self, (LintelGridEdit *) (gpointer) edits->data, edits->len,
                           C_ ("undo", "Paste"));
  range.last_row = range.first_row + n_rows - 1;
  range.last_column = range.first_column + n_columns - 1;
  lintel_grid_select (self, &range);
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (LintelGrid) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  /* Anything but text cannot go into cells, and there is nothing to tell about it. */
  if (text != NULL)
    lintel_grid_paste_text (self, text);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
lintel_grid_paste (LintelGrid *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read_cb,
                                 g_object_ref (self));
}
