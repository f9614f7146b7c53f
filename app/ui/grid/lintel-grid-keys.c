/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys on the cells, in one table. While a cell is edited the editor has the keyboard, and its own
 * few keys are in lintel-grid-edit.c. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

typedef gboolean (*KeyFunc) (LintelGrid *self, int argument, LintelGridSelectMode mode);

/* Moves by rows and columns and stops at the edges. */
static void
move_by (LintelGrid *self, int rows, int columns, LintelGridSelectMode mode)
{
  int row = (int) self->cursor_row + rows;
  int column = (int) self->cursor_column + columns;

  lintel_grid_move_cursor (self, (guint) MAX (row, 0), (guint) MAX (column, 0), mode);
}

static gboolean
move_rows (LintelGrid *self, int rows, LintelGridSelectMode mode)
{
  if (lintel_grid_scroll_hint (self, rows, FALSE))
    return TRUE;
  move_by (self, rows, 0, mode);
  return TRUE;
}

/* To the right in the window, whichever way the text runs. */
static int
toward_right (LintelGrid *self)
{
  return lintel_grid_is_rtl (self) ? -1 : 1;
}

static gboolean
move_right (LintelGrid *self, int columns, LintelGridSelectMode mode)
{
  move_by (self, 0, columns * toward_right (self), mode);
  return TRUE;
}

static gboolean
move_pages (LintelGrid *self, int pages, LintelGridSelectMode mode)
{
  GdkRectangle area;

  if (lintel_grid_scroll_hint (self, pages, TRUE))
    return TRUE;
  lintel_grid_scrolling_area (self, &area);
  move_by (self, pages * MAX (area.height / self->geometry.row_height - 1, 1), 0, mode);
  return TRUE;
}

/* The first column may be frozen: then the others come back beside it. */
static void
move_to_first_column (LintelGrid *self, guint row, LintelGridSelectMode mode)
{
  lintel_grid_move_cursor (self, row, 0, mode);
  if (self->geometry.valid && self->geometry.n_frozen < self->geometry.n_columns)
    lintel_grid_scroll_to_column (self, self->geometry.n_frozen);
}

static gboolean
move_home (LintelGrid *self, int argument, LintelGridSelectMode mode)
{
  move_to_first_column (self, self->cursor_row, mode);
  return TRUE;
}

static gboolean
move_end (LintelGrid *self, int argument, LintelGridSelectMode mode)
{
  lintel_grid_move_cursor (self, self->cursor_row, G_MAXINT, mode);
  return TRUE;
}

static gboolean
move_first (LintelGrid *self, int argument, LintelGridSelectMode mode)
{
  move_to_first_column (self, 0, mode);
  return TRUE;
}

static gboolean
move_last (LintelGrid *self, int argument, LintelGridSelectMode mode)
{
  lintel_grid_move_cursor (self, G_MAXINT, G_MAXINT, mode);
  return TRUE;
}

static gboolean
is_blank (LintelGrid *self, int row, int column)
{
  g_auto (LintelGridCellInfo) info = { 0 };

  lintel_grid_model_get_cell (self->model, (guint) row, (guint) column, &info);
  return info.text == NULL || *info.text == '\0';
}

/* As in spreadsheets: to the end of the filled cells, or over the blank ones to the next filled. */
static void
jump (LintelGrid *self, int rows, int columns, LintelGridSelectMode mode)
{
  int n_rows = (int) self->geometry.n_rows;
  int n_columns = (int) self->geometry.n_columns;
  int row = (int) self->cursor_row;
  int column = (int) self->cursor_column;
  gboolean first = TRUE, over_blank = FALSE;

  while (row + rows >= 0 && row + rows < n_rows && column + columns >= 0
         && column + columns < n_columns)
    {
      gboolean next_blank = is_blank (self, row + rows, column + columns);

      if (first)
        over_blank = next_blank || is_blank (self, row, column);
      else if (!over_blank && next_blank)
        break;
      first = FALSE;
      row += rows;
      column += columns;
      if (over_blank && !next_blank)
        break;
    }
  lintel_grid_move_cursor (self, (guint) row, (guint) column, mode);
}

static gboolean
jump_rows (LintelGrid *self, int rows, LintelGridSelectMode mode)
{
  jump (self, rows, 0, mode);
  return TRUE;
}

static gboolean
jump_right (LintelGrid *self, int columns, LintelGridSelectMode mode)
{
  jump (self, 0, columns * toward_right (self), mode);
  return TRUE;
}

/* At the end of the table Tab goes on to the next widget. */
static gboolean
step (LintelGrid *self, int direction, LintelGridSelectMode mode)
{
  return lintel_grid_step (self, direction);
}

/* After a row was filled with Tab, Enter begins the next one. */
static gboolean
move_enter (LintelGrid *self, int rows, LintelGridSelectMode mode)
{
  int column = (int) self->cursor_column;

  if (self->tab_column != LINTEL_GRID_HEADING)
    column = (int) self->tab_column;
  move_by (self, rows, column - (int) self->cursor_column, LINTEL_GRID_MOVE);
  return TRUE;
}

static gboolean
edit (LintelGrid *self, int argument, LintelGridSelectMode mode)
{
  lintel_grid_begin_edit (self, NULL);
  return TRUE;
}

static gboolean
edit_from_blank (LintelGrid *self, int argument, LintelGridSelectMode mode)
{
  lintel_grid_begin_edit (self, "");
  return TRUE;
}

static gboolean
toggle (LintelGrid *self, int argument, LintelGridSelectMode mode)
{
  return lintel_grid_toggle (self);
}

static gboolean
open_choices (LintelGrid *self, int argument, LintelGridSelectMode mode)
{
  lintel_grid_open_choices (self);
  return TRUE;
}

/* Escape folds a hint or a selection up before it goes on to the window. */
static gboolean
fold_up (LintelGrid *self, int argument, LintelGridSelectMode mode)
{
  LintelGridRange range;

  if (lintel_grid_shows_hint (self))
    {
      lintel_grid_hide_hint (self);
      return TRUE;
    }
  if (!lintel_grid_get_selection (self, &range)
      || (range.first_row == range.last_row && range.first_column == range.last_column))
    return FALSE;
  lintel_grid_move_cursor (self, self->cursor_row, self->cursor_column, LINTEL_GRID_MOVE);
  return TRUE;
}

static gboolean
select_rows (LintelGrid *self, int argument, LintelGridSelectMode mode)
{
  LintelGridRange range;

  lintel_grid_get_selection (self, &range);
  range.first_column = 0;
  range.last_column = G_MAXINT;
  lintel_grid_select (self, &range);
  return TRUE;
}

static gboolean
select_columns (LintelGrid *self, int argument, LintelGridSelectMode mode)
{
  LintelGridRange range;

  lintel_grid_get_selection (self, &range);
  range.first_row = 0;
  range.last_row = G_MAXINT;
  lintel_grid_select (self, &range);
  return TRUE;
}

static gboolean
resize (LintelGrid *self, int how, LintelGridSelectMode mode)
{
  lintel_grid_resize_selected (self, (LintelGridResize) how);
  return TRUE;
}

static gboolean
popup_menu (LintelGrid *self, int argument, LintelGridSelectMode mode)
{
  lintel_grid_popup_menu_at_cursor (self);
  return self->menu != NULL;
}

#define SHIFT GDK_SHIFT_MASK
#define CTRL GDK_CONTROL_MASK
#define ALT GDK_ALT_MASK

/* With EXTENDS the key also works with Shift, and then extends the selection. */
static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  gboolean extends;
  KeyFunc func;
  int argument;
} keys[] = {
  { GDK_KEY_Up, 0, TRUE, move_rows, -1 },
  { GDK_KEY_Down, 0, TRUE, move_rows, 1 },
  { GDK_KEY_Left, 0, TRUE, move_right, -1 },
  { GDK_KEY_Right, 0, TRUE, move_right, 1 },
  { GDK_KEY_Page_Up, 0, TRUE, move_pages, -1 },
  { GDK_KEY_Page_Down, 0, TRUE, move_pages, 1 },
  { GDK_KEY_Home, 0, TRUE, move_home, 0 },
  { GDK_KEY_End, 0, TRUE, move_end, 0 },
  { GDK_KEY_Home, CTRL, TRUE, move_first, 0 },
  { GDK_KEY_End, CTRL, TRUE, move_last, 0 },
  { GDK_KEY_Up, CTRL, TRUE, jump_rows, -1 },
  { GDK_KEY_Down, CTRL, TRUE, jump_rows, 1 },
  { GDK_KEY_Left, CTRL, TRUE, jump_right, -1 },
  { GDK_KEY_Right, CTRL, TRUE, jump_right, 1 },
  { GDK_KEY_Tab, 0, FALSE, step, 1 },
  { GDK_KEY_Tab, SHIFT, FALSE, step, -1 },
  { GDK_KEY_Return, 0, FALSE, move_enter, 1 },
  { GDK_KEY_Return, SHIFT, FALSE, move_enter, -1 },
  { GDK_KEY_F2, 0, FALSE, edit, 0 },
  { GDK_KEY_BackSpace, 0, FALSE, edit_from_blank, 0 },
  { GDK_KEY_space, 0, FALSE, toggle, 0 },
  { GDK_KEY_Down, ALT, FALSE, open_choices, 0 },
  { GDK_KEY_Escape, 0, FALSE, fold_up, 0 },
  { GDK_KEY_space, SHIFT, FALSE, select_rows, 0 },
  { GDK_KEY_space, CTRL, FALSE, select_columns, 0 },
  { GDK_KEY_Right, ALT, FALSE, resize, LINTEL_GRID_WIDER },
  { GDK_KEY_Left, ALT, FALSE, resize, LINTEL_GRID_NARROWER },
  { GDK_KEY_Right, ALT | SHIFT, FALSE, resize, LINTEL_GRID_FIT },
  { GDK_KEY_Left, ALT | SHIFT, FALSE, resize, LINTEL_GRID_OWN_WIDTH },
  { GDK_KEY_Menu, 0, FALSE, popup_menu, 0 },
  { GDK_KEY_F10, SHIFT, FALSE, popup_menu, 0 },
};

/* Keypad keys and Shift+Tab come under names of their own. */
static guint
plain_keyval (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_KP_Up:
      return GDK_KEY_Up;
    case GDK_KEY_KP_Down:
      return GDK_KEY_Down;
    case GDK_KEY_KP_Left:
      return GDK_KEY_Left;
    case GDK_KEY_KP_Right:
      return GDK_KEY_Right;
    case GDK_KEY_KP_Page_Up:
      return GDK_KEY_Page_Up;
    case GDK_KEY_KP_Page_Down:
      return GDK_KEY_Page_Down;
    case GDK_KEY_KP_Home:
      return GDK_KEY_Home;
    case GDK_KEY_KP_End:
      return GDK_KEY_End;
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return GDK_KEY_Return;
    case GDK_KEY_ISO_Left_Tab:
    case GDK_KEY_KP_Tab:
      return GDK_KEY_Tab;
    default:
      return keyval;
    }
}

gboolean
lintel_grid_handle_key (LintelGrid *self, guint keyval, GdkModifierType state)
{
  guint plain = plain_keyval (keyval);

  state &= SHIFT | CTRL | ALT | GDK_SUPER_MASK | GDK_META_MASK;
  if (self->editing || !lintel_grid_get_cursor (self, NULL, NULL))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].keyval != plain)
        continue;
      if (keys[i].modifiers == state)
        return keys[i].func (self, keys[i].argument, LINTEL_GRID_MOVE);
      if (keys[i].extends && (keys[i].modifiers | SHIFT) == state)
        return keys[i].func (self, keys[i].argument, LINTEL_GRID_EXTEND);
    }
  return FALSE;
}

static gboolean
is_dead_key (guint keyval)
{
  return (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek)
         || keyval == GDK_KEY_Multi_key;
}

/* What one types replaces the cell. A dead key goes to the editor's input method, which waits for
 * the letter. */
static gboolean
type_into_cell (LintelGrid *self, GtkEventControllerKey *controller, guint keyval,
                GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  char text[7] = { 0 };

  if ((state & (CTRL | ALT | GDK_SUPER_MASK | GDK_META_MASK)) != 0 || self->editing)
    return FALSE;
  if (is_dead_key (keyval))
    {
      lintel_grid_begin_edit (self, "");
      return self->editing
             && gtk_event_controller_key_forward (
                 controller, lintel_grid_editor_get_text_widget (self->editor));
    }
  if (character == 0 || !g_unichar_isprint (character))
    return FALSE;
  g_unichar_to_utf8 (character, text);
  lintel_grid_begin_edit (self, text);
  return TRUE;
}

/* Not in the editor or an open menu, whose unused keys come here too. */
static gboolean
is_on_cells (LintelGrid *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus == GTK_WIDGET (self) || LINTEL_IS_GRID_CELL (focus);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, LintelGrid *self)
{
  if (!is_on_cells (self) || !lintel_grid_get_cursor (self, NULL, NULL))
    return FALSE;
  return lintel_grid_handle_key (self, keyval, state)
         || type_into_cell (self, controller, keyval, state);
}

void
lintel_grid_install_keys (LintelGrid *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
