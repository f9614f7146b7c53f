/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving and selecting by keys and by mouse. */

#include "config.h"

#include "tests/ui/grid-fixture.h"

static double
scrolled_columns (void)
{
  return gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (grid_scrolled));
}

START_TEST (keys_move_the_cursor)
{
  grid_press ("Down");
  grid_press ("Down");
  grid_press ("Right");
  grid_assert_cursor (2, 1);
  grid_assert_focus_on (2, 1);
  grid_press ("Up");
  grid_press ("Left");
  grid_press ("Left");
  grid_assert_cursor (1, 0);
  grid_press ("End");
  grid_assert_cursor (1, GRID_COLUMNS - 1);
  grid_press ("Tab");
  grid_assert_cursor (2, 0);
  grid_press ("<Shift>Tab");
  grid_assert_cursor (1, GRID_COLUMNS - 1);
  grid_press ("Home");
  grid_assert_cursor (1, 0);
  grid_press ("<Control>End");
  grid_assert_cursor (GRID_ROWS - 1, GRID_COLUMNS - 1);
  ck_assert_double_gt (scrolled_columns (), 0);
  grid_press ("<Control>Home");
  grid_assert_cursor (0, 0);
  ck_assert_double_eq (scrolled_columns (), 0);
  grid_press ("Return");
  grid_assert_cursor (1, 0);
  grid_press ("<Shift>Return");
  grid_assert_cursor (0, 0);
}
END_TEST

/* Filling in row after row: Tab, Tab, Enter begins the next row where this one began. */
START_TEST (enter_after_tabs_begins_the_next_row)
{
  lintel_grid_set_cursor (grid, 3, 1);
  grid_press ("Tab");
  grid_press ("Tab");
  grid_assert_cursor (3, 3);
  grid_press ("Return");
  grid_assert_cursor (4, 1);
  grid_press ("Tab");
  grid_press ("Up");
  grid_press ("Return");
  grid_assert_cursor (4, 2);
}
END_TEST

START_TEST (pages_move_by_what_is_in_view)
{
  guint row;

  grid_press ("Page_Down");
  lintel_grid_get_cursor (grid, &row, NULL);
  ck_assert_uint_gt (row, 8);
  ck_assert_uint_lt (row, (guint) (GRID_HEIGHT / grid->geometry.row_height));
  grid_press ("Page_Up");
  grid_assert_cursor (0, 0);
}
END_TEST

/* Column 4 is blank but for what is put into rows 5 to 7. */
START_TEST (control_arrows_jump_to_the_edge_of_filled_cells)
{
  lintel_grid_select (grid, &(LintelGridRange){ 5, 4, 7, 4 });
  lintel_grid_set_selected (grid, "011");
  lintel_grid_set_cursor (grid, 0, 4);
  grid_press ("<Control>Down");
  grid_assert_cursor (5, 4);
  grid_press ("<Control>Down");
  grid_assert_cursor (7, 4);
  grid_press ("<Control>Down");
  grid_assert_cursor (GRID_ROWS - 1, 4);
  grid_press ("<Control>Up");
  grid_assert_cursor (7, 4);
}
END_TEST

START_TEST (tab_leaves_at_the_end)
{
  lintel_grid_set_cursor (grid, GRID_ROWS - 1, GRID_COLUMNS - 1);
  ck_assert (!lintel_grid_handle_key (grid, GDK_KEY_Tab, 0));
  lintel_grid_set_cursor (grid, 0, 0);
  ck_assert (!lintel_grid_handle_key (grid, GDK_KEY_Tab, GDK_SHIFT_MASK));
}
END_TEST

START_TEST (selection_by_keys)
{
  lintel_grid_set_cursor (grid, 2, 2);
  grid_press ("<Shift>Down");
  grid_press ("<Shift>Down");
  grid_press ("<Shift>Right");
  grid_assert_selection (2, 2, 4, 3);
  grid_assert_cursor (4, 3);
  grid_press ("<Shift>space");
  grid_assert_selection (2, 0, 4, GRID_COLUMNS - 1);
  grid_assert_cursor (4, 3);
  grid_press ("Escape");
  grid_assert_selection (4, 3, 4, 3);
  grid_press ("<Control>space");
  grid_assert_selection (0, 3, GRID_ROWS - 1, 3);
  grid_press ("<Control>a");
  grid_assert_selection (0, 0, GRID_ROWS - 1, GRID_COLUMNS - 1);
  grid_assert_cursor (4, 3);
}
END_TEST

START_TEST (selection_by_mouse)
{
  double x, y;

  grid_click_cell (3, 2);
  grid_assert_cursor (3, 2);
  grid_assert_focus_on (3, 2);
  grid_cell_point (6, 4, &x, &y);
  ui_test_button (GTK_WIDGET (grid), GDK_BUTTON_PRIMARY, TRUE);
  ui_test_move_pointer (GTK_WIDGET (grid), x - 10, y - 4);
  ui_test_move_pointer (GTK_WIDGET (grid), x, y);
  ui_test_button (GTK_WIDGET (grid), GDK_BUTTON_PRIMARY, FALSE);
  grid_assert_selection (3, 2, 6, 4);
  /* The head of column 3 selects it. */
  grid_cell_point (0, 3, &x, &y);
  ui_test_click (GTK_WIDGET (grid), x, grid->geometry.header_height - 8);
  grid_assert_selection (0, 3, GRID_ROWS - 1, 3);
  /* So does the head of row 5. */
  grid_cell_point (5, 0, &x, &y);
  ui_test_click (GTK_WIDGET (grid), 8, y);
  grid_assert_selection (5, 0, 5, GRID_COLUMNS - 1);
}
END_TEST

static void
drag (double from_x, double from_y, double to_x, double to_y)
{
  ui_test_move_pointer (GTK_WIDGET (grid), from_x, from_y);
  ui_test_button (GTK_WIDGET (grid), GDK_BUTTON_PRIMARY, TRUE);
  ui_test_move_pointer (GTK_WIDGET (grid), (from_x + to_x) / 2, (from_y + to_y) / 2);
  ui_test_move_pointer (GTK_WIDGET (grid), to_x, to_y);
  ui_test_button (GTK_WIDGET (grid), GDK_BUTTON_PRIMARY, FALSE);
  ui_test_settle (grid_window);
}

START_TEST (dragging_over_heads_selects_lines)
{
  double x, y, to_x, to_y, head_y = grid->geometry.header_height - 8;

  grid_cell_point (7, 2, &x, &y);
  grid_cell_point (4, 4, &to_x, &to_y);
  drag (8, y, 10, to_y);
  grid_assert_selection (4, 0, 7, GRID_COLUMNS - 1);
  /* A menu on one of these heads is for all of them. */
  ui_test_move_pointer (GTK_WIDGET (grid), 8, y);
  ui_test_button (GTK_WIDGET (grid), GDK_BUTTON_SECONDARY, TRUE);
  ui_test_button (GTK_WIDGET (grid), GDK_BUTTON_SECONDARY, FALSE);
  grid_assert_selection (4, 0, 7, GRID_COLUMNS - 1);
  drag (x, head_y, to_x, head_y + 2);
  grid_assert_selection (0, 2, GRID_ROWS - 1, 4);
}
END_TEST

START_TEST (heads_leave_the_view_where_it_is)
{
  double x, y, before;

  lintel_grid_set_cursor (grid, 3, 0);
  grid_scroll_to (0, 40 * grid->geometry.row_height);
  before = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (grid_scrolled));
  grid_cell_point (42, 0, &x, &y);
  ui_test_hold (GTK_WIDGET (grid), GDK_SHIFT_MASK, TRUE);
  ui_test_click (GTK_WIDGET (grid), 8, y);
  ui_test_hold (GTK_WIDGET (grid), GDK_SHIFT_MASK, FALSE);
  grid_assert_selection (3, 0, 42, GRID_COLUMNS - 1);
  grid_assert_cursor (3, 0);
  ck_assert_double_eq (
      gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (grid_scrolled)), before);
}
END_TEST

START_TEST (help_shows_findings_and_meaning)
{
  lintel_grid_set_cursor (grid, 3, FAKE_CHOICE_COLUMN);
  grid_press ("F1");
  ck_assert_ptr_nonnull (g_strrstr (grid_hint_text (), "47-02-03[4]: 1"));
  ck_assert_ptr_nonnull (g_strrstr (grid_hint_text (), "Set its type to Undefined."));
  ck_assert_ptr_nonnull (g_strrstr (grid_hint_text (), "Days that a message is kept"));
  grid_press ("Escape");
  ck_assert (!gtk_widget_get_child_visible (grid->hint));
}
END_TEST

static gboolean
has_tip (guint row, guint column)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  double x, y;

  grid_cell_point (row, column, &x, &y);
  return lintel_grid_query_tooltip (GTK_WIDGET (grid), (int) x, (int) y, FALSE, tooltip);
}

/* Findings, texts that are cut off, heads. */
START_TEST (texts_on_hover)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  double x, y;

  ck_assert (has_tip (3, FAKE_CHOICE_COLUMN));
  ck_assert (!has_tip (4, FAKE_CHOICE_COLUMN));
  ck_assert (has_tip (4, FAKE_NAME_COLUMN));
  ck_assert (!has_tip (3, FAKE_NAME_COLUMN));
  grid_cell_point (0, 3, &x, &y);
  ck_assert (lintel_grid_query_tooltip (GTK_WIDGET (grid), (int) x, 10, FALSE, tooltip));
}
END_TEST

/* The label in what GTK shows on hover, below WIDGET; NULL while it shows nothing. */
static GtkWidget *
find_tip (GtkWidget *widget, gboolean inside)
{
  GtkWidget *found = NULL;

  inside = inside || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkTooltipWindow");
  if (inside && GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_tip (child, inside);
  return found;
}

/* Its last line is more than 200 characters. */
START_TEST (long_texts_on_hover_wrap)
{
  GtkWidget *tip = NULL;
  double x, y;

  grid_cell_point (0, FAKE_FLAG_COLUMN, &x, &y);
  ui_test_move_pointer (GTK_WIDGET (grid), x - 4, 10);
  ui_test_move_pointer (GTK_WIDGET (grid), x, 12);
  for (int i = 0; i < 600 && tip == NULL; i++)
    {
      ui_test_settle (grid_window);
      tip = find_tip (grid_window, FALSE);
    }
  ck_assert_ptr_nonnull (tip);
  ck_assert_int_lt (gtk_widget_get_width (tip), 90 * grid->geometry.digit_width);
}
END_TEST

START_TEST (dragging_beyond_the_edge_scrolls)
{
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;
  guint row = 0;
  double x, y;

  grid_cell_point (2, 2, &x, &y);
  ui_test_move_pointer (GTK_WIDGET (grid), x, y);
  ui_test_button (GTK_WIDGET (grid), GDK_BUTTON_PRIMARY, TRUE);
  ui_test_move_pointer (GTK_WIDGET (grid), x, GRID_HEIGHT + 30);
  while (row < 60 && g_get_monotonic_time () < end)
    {
      ui_test_settle (grid_window);
      lintel_grid_get_cursor (grid, &row, NULL);
    }
  ui_test_button (GTK_WIDGET (grid), GDK_BUTTON_PRIMARY, FALSE);
  ck_assert_uint_ge (row, 60);
  ck_assert_uint_lt (row, GRID_ROWS - 1);
  lintel_grid_get_cursor (grid, &row, NULL);
  grid_assert_selection (2, 2, row, 2);
  ui_test_settle (grid_window);
  grid_assert_cursor (row, 2);
}
END_TEST

START_TEST (menu_opens_by_key_and_button)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  double x, y;

  g_menu_append (menu, "Copy", "grid.copy");
  lintel_grid_set_menu (grid, G_MENU_MODEL (menu));
  lintel_grid_set_cursor (grid, 1, 1);
  grid_press ("<Shift>F10");
  ck_assert (gtk_widget_get_visible (grid->menu));
  grid_press ("Escape");
  ck_assert (!gtk_widget_get_visible (grid->menu));
  grid_assert_focus_on (1, 1);
  grid_cell_point (4, 3, &x, &y);
  ui_test_move_pointer (GTK_WIDGET (grid), x, y);
  ui_test_button (GTK_WIDGET (grid), GDK_BUTTON_SECONDARY, TRUE);
  ui_test_button (GTK_WIDGET (grid), GDK_BUTTON_SECONDARY, FALSE);
  ck_assert (gtk_widget_get_visible (grid->menu));
  grid_assert_cursor (4, 3);
  gtk_popover_popdown (GTK_POPOVER (grid->menu));
  ui_test_settle (grid_window);
}
END_TEST

/* A right click within the selection leaves it for the menu to work on. */
START_TEST (menu_keeps_the_selection)
{
  double x, y;

  lintel_grid_select (grid, &(LintelGridRange){ 2, 2, 6, 4 });
  grid_cell_point (4, 3, &x, &y);
  ui_test_move_pointer (GTK_WIDGET (grid), x, y);
  ui_test_button (GTK_WIDGET (grid), GDK_BUTTON_SECONDARY, TRUE);
  ui_test_button (GTK_WIDGET (grid), GDK_BUTTON_SECONDARY, FALSE);
  grid_assert_selection (2, 2, 6, 4);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    keys_move_the_cursor,
    enter_after_tabs_begins_the_next_row,
    texts_on_hover,
    pages_move_by_what_is_in_view,
    control_arrows_jump_to_the_edge_of_filled_cells,
    tab_leaves_at_the_end,
    selection_by_keys,
    selection_by_mouse,
    help_shows_findings_and_meaning,
    dragging_over_heads_selects_lines,
    heads_leave_the_view_where_it_is,
    long_texts_on_hover_wrap,
    dragging_beyond_the_edge_scrolls,
    menu_opens_by_key_and_button,
    menu_keeps_the_selection,
  };

  return grid_run_tests ("grid: keys", tests, G_N_ELEMENTS (tests));
}
