/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in view exists and shows the right thing, to the eye and to assistive technology. */

#include "config.h"

#include "tests/ui/grid-fixture.h"

static void
count_frame_cb (guint *n_frames)
{
  ++*n_frames;
}

START_TEST (only_visible_cells_exist)
{
  guint first, end, first_column, end_column;

  lintel_grid_visible_rows (grid, &first, &end);
  lintel_grid_visible_columns (grid, &first_column, &end_column);
  ck_assert_uint_eq (first, 0);
  ck_assert_uint_le (end, GRID_HEIGHT / grid->geometry.row_height + 1);
  ck_assert_uint_lt (end_column, GRID_COLUMNS);
  ck_assert_ptr_nonnull (lintel_grid_get_cell (grid, end - 1, end_column - 1));
  ck_assert_ptr_null (lintel_grid_get_cell (grid, end, 0));
  ck_assert_ptr_null (lintel_grid_get_cell (grid, 0, end_column));
  ck_assert_uint_lt (grid_count_cells (GTK_WIDGET (grid)), (end + 2) * (end_column + 3));
}
END_TEST

START_TEST (scrolling_uses_cells_again)
{
  guint before, step;

  grid_scroll_to (100, 100);
  before = grid_count_cells (GTK_WIDGET (grid));
  for (step = 1; step <= 40; step++)
    grid_scroll_to (100 + step * 20, 100 + step * 90);
  ck_assert_uint_le (grid_count_cells (GTK_WIDGET (grid)), before * 5 / 4);
  ck_assert_uint_le (grid->spare_rows->len, 3);
}
END_TEST

START_TEST (scrolling_a_little_reads_little)
{
  guint first, end;

  grid_scroll_to (0, 0);
  fake_grid_model_take_n_reads (grid_model);
  grid_scroll_to (0, grid->geometry.row_height);
  lintel_grid_visible_columns (grid, &first, &end);
  ck_assert_uint_le (fake_grid_model_take_n_reads (grid_model), 2 * end);
}
END_TEST

START_TEST (scrolled_cells_show_their_own_text)
{
  guint first, end, first_column, end_column;

  lintel_grid_set_selected (grid, "7777");
  grid_scroll_to (900, 2400);
  lintel_grid_visible_rows (grid, &first, &end);
  lintel_grid_visible_columns (grid, &first_column, &end_column);
  ck_assert_uint_gt (first, 50);
  ck_assert_uint_gt (first_column, 5);
  for (guint row = first; row < end; row++)
    for (guint column = 0; column < end_column; column++)
      {
        LintelGridCell *cell = lintel_grid_get_cell (grid, row, column);
        g_auto (LintelGridCellInfo) info = { 0 };

        if (column >= 2 && column < first_column)
          continue;
        lintel_grid_model_get_cell (LINTEL_GRID_MODEL (grid_model), row, column, &info);
        ck_assert_ptr_nonnull (cell);
        ck_assert_str_eq (lintel_grid_cell_get_text (cell), info.text);
      }
}
END_TEST

START_TEST (frozen_columns_and_heads_stay)
{
  GdkRectangle frozen_area;
  graphene_rect_t bounds;
  int x, width;

  lintel_grid_column_extent (grid, 1, &x, &width);
  grid_scroll_to (900, 2400);
  lintel_grid_cell_area (grid, 90, 1, &frozen_area);
  ck_assert_int_eq (frozen_area.x, x);
  ck_assert (gtk_widget_compute_bounds (GTK_WIDGET (grid->header), GTK_WIDGET (grid), &bounds));
  ck_assert_int_eq ((int) bounds.origin.y, 0);
}
END_TEST

/* A grid_window too narrow for the frozen columns scrolls them too. */
START_TEST (narrow_window_freezes_less)
{
  ck_assert_uint_eq (grid->geometry.n_frozen, 2);
  gtk_window_set_default_size (GTK_WINDOW (grid_window), 260, GRID_HEIGHT);
  ui_test_settle (grid_window);
  ui_test_settle (grid_window);
  ck_assert_uint_lt (grid->geometry.n_frozen, 2);
}
END_TEST

START_TEST (focused_cell_survives_scrolling)
{
  lintel_grid_set_cursor (grid, 3, 3);
  grid_scroll_to (900, 2400);
  grid_assert_focus_on (3, 3);
  grid_press ("Down");
  grid_assert_cursor (4, 3);
  grid_assert_focus_on (4, 3);
  ck_assert_double_lt (
      gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (grid_scrolled)),
      5.0 * grid->geometry.row_height);
}
END_TEST

START_TEST (fewer_rows_keep_the_cursor_inside)
{
  lintel_grid_set_cursor (grid, GRID_ROWS - 1, 5);
  grid_press ("F2");
  fake_grid_model_resize (grid_model, 10);
  ui_test_settle (grid_window);
  ck_assert (!lintel_grid_is_editing (grid));
  grid_assert_cursor (9, 5);
  grid_assert_focus_on (9, 5);
  fake_grid_model_resize (grid_model, 0);
  ui_test_settle (grid_window);
  ck_assert (!lintel_grid_get_cursor (grid, NULL, NULL));
  grid_press ("Down");
  ui_test_type (grid_window, "1");
  ck_assert (!lintel_grid_is_editing (grid));
  fake_grid_model_resize (grid_model, 3);
  lintel_grid_set_cursor (grid, 2, 2);
  ui_test_settle (grid_window);
  grid_assert_focus_on (2, 2);
}
END_TEST

START_TEST (grid_works_without_a_model)
{
  lintel_grid_set_model (grid, NULL);
  ui_test_settle (grid_window);
  grid_press ("Down");
  grid_press ("<Control>c");
  ck_assert (!lintel_grid_get_cursor (grid, NULL, NULL));
  lintel_grid_set_model (grid, LINTEL_GRID_MODEL (grid_model));
  lintel_grid_set_cursor (grid, 150, 20);
  ui_test_settle (grid_window);
  grid_assert_focus_on (150, 20);
  ck_assert_double_gt (
      gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (grid_scrolled)), 0);
}
END_TEST

START_TEST (arrows_follow_the_eye_from_right_to_left)
{
  int name_x, first_x, second_x, last_x, width;

  gtk_widget_set_direction (GTK_WIDGET (grid), GTK_TEXT_DIR_RTL);
  ui_test_settle (grid_window);
  lintel_grid_column_extent (grid, 1, &name_x, &width);
  lintel_grid_column_extent (grid, 2, &first_x, &width);
  ck_assert_int_eq (first_x + width, name_x);
  lintel_grid_column_extent (grid, 3, &second_x, &width);
  ck_assert_int_eq (second_x + width, first_x);
  grid_press ("Left");
  grid_assert_cursor (0, 1);
  lintel_grid_set_cursor (grid, 0, GRID_COLUMNS - 1);
  ui_test_settle (grid_window);
  lintel_grid_column_extent (grid, GRID_COLUMNS - 1, &last_x, &width);
  ck_assert_int_eq (last_x, 0);
}
END_TEST

static void
assert_property (GtkAccessible *accessible, GtkAccessibleProperty property, const char *expected)
{
  g_autofree char *actual = gtk_test_accessible_check_property (accessible, property, expected);

  ck_assert_msg (actual == NULL, "“%s” instead of “%s”", actual, expected);
}

static void
assert_selected (guint row, guint column, gboolean expected)
{
  GtkAccessible *cell = GTK_ACCESSIBLE (lintel_grid_get_cell (grid, row, column));
  g_autofree char *actual =
      gtk_test_accessible_check_state (cell, GTK_ACCESSIBLE_STATE_SELECTED, expected);

  ck_assert_msg (actual == NULL, "%s instead of %d", actual, expected);
}

static void
assert_relation (GtkAccessible *accessible, GtkAccessibleRelation relation, int expected)
{
  g_autofree char *actual = gtk_test_accessible_check_relation (accessible, relation, expected);

  ck_assert_msg (actual == NULL, "%s instead of %d", actual, expected);
}

START_TEST (cells_are_accessible)
{
  GtkAccessible *cell = GTK_ACCESSIBLE (lintel_grid_get_cell (grid, 3, FAKE_CHOICE_COLUMN));
  GtkAccessible *head =
      GTK_ACCESSIBLE (lintel_grid_get_cell (grid, LINTEL_GRID_HEADING, FAKE_CHOICE_COLUMN));
  GtkAccessible *row_head = GTK_ACCESSIBLE (lintel_grid_get_cell (grid, 3, LINTEL_GRID_HEADING));
  GtkAccessible *row = GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (cell)));

  ck_assert (gtk_test_accessible_has_role (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_ROLE_GRID));
  ck_assert (gtk_test_accessible_has_role (row, GTK_ACCESSIBLE_ROLE_ROW));
  ck_assert (gtk_test_accessible_has_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL));
  ck_assert (gtk_test_accessible_has_role (head, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER));
  ck_assert (gtk_test_accessible_has_role (row_head, GTK_ACCESSIBLE_ROLE_ROW_HEADER));
  assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "47-02-03[4]: 1");
  assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                   "Mailbox 104 is set up, but no extension has this number: anybody can take it "
                   "over. Set its type to Undefined.");
  assert_property (head, GTK_ACCESSIBLE_PROPERTY_LABEL, "Mailbox type 47-02-03");
  assert_property (row_head, GTK_ACCESSIBLE_PROPERTY_LABEL, "4");
  assert_relation (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_RELATION_ROW_COUNT, GRID_ROWS + 1);
  assert_relation (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_RELATION_COL_COUNT, GRID_COLUMNS + 1);
  assert_relation (row, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 5);
  assert_relation (cell, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 5);
  assert_relation (cell, GTK_ACCESSIBLE_RELATION_COL_INDEX, FAKE_CHOICE_COLUMN + 2);
}
END_TEST

START_TEST (accessible_name_follows_value_and_scrolling)
{
  LintelGridCell *cell;

  lintel_grid_set_cursor (grid, 3, FAKE_CHOICE_COLUMN);
  lintel_grid_set_selected (grid, "2");
  cell = lintel_grid_get_cell (grid, 3, FAKE_CHOICE_COLUMN);
  assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, "47-02-03[4]: 2");
  grid_scroll_to (0, 3000);
  cell = lintel_grid_get_cell (grid, 120, FAKE_CHOICE_COLUMN);
  assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, "47-02-03[121]: 1");
  assert_relation (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_RELATION_ROW_INDEX, 122);
}
END_TEST

START_TEST (selected_cells_are_announced)
{
  lintel_grid_select (grid, &(LintelGridRange){ 2, 2, 4, 3 });
  assert_selected (2, 2, TRUE);
  assert_selected (4, 3, TRUE);
  assert_selected (2, LINTEL_GRID_HEADING, TRUE);
  assert_selected (LINTEL_GRID_HEADING, 3, TRUE);
  lintel_grid_set_cursor (grid, 4, 3);
  assert_selected (2, 2, FALSE);
  assert_selected (4, 3, TRUE);
}
END_TEST

/* Rows and cells stand in the tree as they stand on the screen, whatever was grid_scrolled. */
START_TEST (tree_is_in_reading_order)
{
  GtkWidget *child = gtk_widget_get_next_sibling (GTK_WIDGET (grid->header));
  guint previous = 0, n = 0;

  grid_scroll_to (300, 2000);
  grid_scroll_to (700, 1500);
  grid_scroll_to (200, 1700);
  for (; LINTEL_IS_GRID_ROW (child); child = gtk_widget_get_next_sibling (child))
    {
      guint index = lintel_grid_row_get_index (LINTEL_GRID_ROW (child));

      if (!gtk_widget_get_child_visible (child))
        continue;
      ck_assert (n == 0 || index > previous);
      previous = index;
      n++;
    }
  ck_assert_uint_gt (n, 10);
}
END_TEST

START_TEST (grid_rests_when_nothing_happens)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (grid_window);
  guint n_frames = 0;
  gint64 end;

  grid_scroll_to (100, 100);
  ui_test_settle (grid_window);
  end = g_get_monotonic_time () + G_USEC_PER_SEC / 4;
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (count_frame_cb), &n_frames);
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_signal_handlers_disconnect_by_data (clock, &n_frames);
  ck_assert_uint_le (n_frames, 2);
}
END_TEST

/* Larger text: the rows grow with it. */
START_TEST (rows_follow_the_font)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int before = grid->geometry.row_height, width = grid->geometry.heading_width, dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi * 2, NULL);
  ui_test_settle (grid_window);
  ck_assert_int_gt (grid->geometry.row_height, before * 3 / 2);
  ck_assert_int_gt (grid->geometry.heading_width, width * 3 / 2);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  ui_test_settle (grid_window);
  ck_assert_int_eq (grid->geometry.row_height, before);
}
END_TEST

static int
column_width (guint column)
{
  int x, width;

  lintel_grid_column_extent (grid, column, &x, &width);
  return width;
}

/* Moves the end of a head by as much. */
static void
drag_end_of_head (guint column, int change)
{
  int x, width;

  lintel_grid_column_extent (grid, column, &x, &width);
  ui_test_move_pointer (GTK_WIDGET (grid), x + width - 2, 10);
  ui_test_button (GTK_WIDGET (grid), 1, TRUE);
  ui_test_move_pointer (GTK_WIDGET (grid), x + width - 2 + change / 2, 10);
  ui_test_move_pointer (GTK_WIDGET (grid), x + width - 2 + change, 10);
  ui_test_button (GTK_WIDGET (grid), 1, FALSE);
}

static void
assert_column_is_whole (guint column)
{
  for (guint row = 0; row < 5; row++)
    ck_assert (!lintel_grid_cell_is_cut (lintel_grid_get_cell (grid, row, column)));
}

START_TEST (columns_are_dragged_and_a_double_click_fits_them)
{
  int before = column_width (3), next = column_width (4), x, width;
  double end;

  drag_end_of_head (3, 60);
  ck_assert_int_eq (column_width (3), before + 60);
  ck_assert_int_eq (column_width (4), next);
  grid_assert_selection (0, 0, 0, 0);
  drag_end_of_head (3, -2000);
  ck_assert_int_gt (column_width (3), 20);
  ck_assert_int_lt (column_width (3), before);
  lintel_grid_column_extent (grid, 3, &x, &width);
  end = x + width + 2;
  ui_test_click (GTK_WIDGET (grid), end, 10);
  ui_test_click (GTK_WIDGET (grid), end, 10);
  ui_test_settle (grid_window);
  assert_column_is_whole (3);
  ck_assert_int_gt (column_width (3), width);
}
END_TEST

START_TEST (keys_make_columns_wider_and_give_them_their_width_back)
{
  int before = column_width (FAKE_CHOICE_COLUMN), wider;

  lintel_grid_set_cursor (grid, 0, FAKE_CHOICE_COLUMN);
  grid_press ("<Alt>Right");
  wider = column_width (FAKE_CHOICE_COLUMN);
  ck_assert_int_gt (wider, before);
  grid_press ("<Alt>Right");
  grid_press ("<Alt>Left");
  ck_assert_int_eq (column_width (FAKE_CHOICE_COLUMN), wider);
  for (int i = 0; i < 50; i++)
    grid_press ("<Alt>Left");
  ck_assert (lintel_grid_cell_is_cut (lintel_grid_get_cell (grid, 0, FAKE_CHOICE_COLUMN)));
  grid_press ("<Shift><Alt>Right");
  assert_column_is_whole (FAKE_CHOICE_COLUMN);
  ck_assert_int_ne (column_width (FAKE_CHOICE_COLUMN), before);
  grid_press ("<Shift><Alt>Left");
  ck_assert_int_eq (column_width (FAKE_CHOICE_COLUMN), before);
}
END_TEST

/* Of all columns selected, and in digits: larger text makes them wider. */
START_TEST (chosen_widths_follow_the_font)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int other = column_width (4), dpi;
  double chosen;

  lintel_grid_select (grid, &(LintelGridRange){ 0, 2, 0, 3 });
  grid_press ("<Alt>Right");
  chosen = column_width (3);
  ck_assert_double_gt (lintel_grid_get_width (grid, 2), 0);
  ck_assert_double_gt (lintel_grid_get_width (grid, 3), 0);
  ck_assert_double_eq (lintel_grid_get_width (grid, 4), 0);
  ck_assert_int_eq (column_width (4), other);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi * 2, NULL);
  ui_test_settle (grid_window);
  ck_assert_double_gt (column_width (3), chosen * 1.5);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  ui_test_settle (grid_window);
}
END_TEST

/* A note is read to its end by keyboard, however long it is and however large the text. */
START_TEST (a_note_taller_than_the_grid_scrolls)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkAdjustment *adjustment;
  graphene_rect_t note;

  for (int i = 0; i < 400; i++)
    g_string_append_printf (text, "word %d ", i);
  lintel_grid_set_cursor (grid, 0, FAKE_CHOICE_COLUMN);
  lintel_grid_show_hint (grid, text->str, FALSE);
  ui_test_settle (grid_window);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (grid->hint));
  ck_assert (gtk_widget_compute_bounds (grid->hint, GTK_WIDGET (grid), &note));
  ck_assert_float_eq (note.origin.y, 0);
  ck_assert_float_eq (note.size.height, grid->geometry.height);
  ck_assert_double_gt (gtk_adjustment_get_upper (adjustment),
                       gtk_adjustment_get_page_size (adjustment));
  grid_press ("Down");
  ck_assert_double_gt (gtk_adjustment_get_value (adjustment), 0);
  for (int i = 0; i < 20; i++)
    grid_press ("Page_Down");
  ck_assert_double_eq (gtk_adjustment_get_value (adjustment),
                       gtk_adjustment_get_upper (adjustment)
                           - gtk_adjustment_get_page_size (adjustment));
  grid_assert_cursor (0, FAKE_CHOICE_COLUMN);
  grid_press ("Escape");
  grid_press ("Down");
  grid_assert_cursor (1, FAKE_CHOICE_COLUMN);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    only_visible_cells_exist,
    scrolling_uses_cells_again,
    scrolling_a_little_reads_little,
    scrolled_cells_show_their_own_text,
    frozen_columns_and_heads_stay,
    narrow_window_freezes_less,
    focused_cell_survives_scrolling,
    fewer_rows_keep_the_cursor_inside,
    grid_works_without_a_model,
    arrows_follow_the_eye_from_right_to_left,
    cells_are_accessible,
    accessible_name_follows_value_and_scrolling,
    selected_cells_are_announced,
    tree_is_in_reading_order,
    grid_rests_when_nothing_happens,
    rows_follow_the_font,
    columns_are_dragged_and_a_double_click_fits_them,
    keys_make_columns_wider_and_give_them_their_width_back,
    chosen_widths_follow_the_font,
    a_note_taller_than_the_grid_scrolls,
  };

  return grid_run_tests ("grid: view", tests, G_N_ELEMENTS (tests));
}
