/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many cells at once: clipboard, fill, delete. */

#include "config.h"

#include "tests/ui/grid-fixture.h"

START_TEST (delete_goes_back_to_the_default)
{
  lintel_grid_select (grid, &(LintelGridRange){ 0, FAKE_RANGE_COLUMN, 2, FAKE_RANGE_COLUMN });
  lintel_grid_set_selected (grid, "9");
  grid_assert_value (2, FAKE_RANGE_COLUMN, "9");
  ck_assert_uint_eq (fake_grid_model_get_n_steps (grid_model), 1);
  grid_press ("Delete");
  grid_assert_value (0, FAKE_RANGE_COLUMN, "30");
  grid_assert_value (2, FAKE_RANGE_COLUMN, "30");
  ck_assert_uint_eq (fake_grid_model_get_n_steps (grid_model), 2);
  ck_assert_str_eq (fake_grid_model_get_label (grid_model), "Back to Default");
}
END_TEST

START_TEST (control_enter_fills_the_selection)
{
  lintel_grid_set_cursor (grid, 0, FAKE_RANGE_COLUMN);
  grid_press ("<Shift>Down");
  grid_press ("<Shift>Down");
  ui_test_type (grid_window, "12");
  grid_press ("<Control>Return");
  grid_assert_value (0, FAKE_RANGE_COLUMN, "12");
  grid_assert_value (2, FAKE_RANGE_COLUMN, "12");
  ck_assert_uint_eq (fake_grid_model_get_n_steps (grid_model), 1);
}
END_TEST

START_TEST (copied_text_is_tab_separated)
{
  g_autofree char *text = NULL;

  lintel_grid_set_cursor (grid, 0, FAKE_NAME_COLUMN);
  lintel_grid_set_selected (grid, "A \"b\"");
  lintel_grid_select (grid, &(LintelGridRange){ 0, 0, 1, 2 });
  text = lintel_grid_copy_text (grid);
  ck_assert_str_eq (text, "101\t\"A \"\"b\"\"\"\t1\n102\tTreatment room 1\t1\n");
}
END_TEST

START_TEST (copy_and_paste_through_the_clipboard)
{
  lintel_grid_select (grid, &(LintelGridRange){ 4, FAKE_CHOICE_COLUMN, 5, FAKE_RANGE_COLUMN });
  lintel_grid_set_cursor (grid, 4, FAKE_CHOICE_COLUMN);
  lintel_grid_set_selected (grid, "2");
  lintel_grid_set_cursor (grid, 5, FAKE_RANGE_COLUMN);
  lintel_grid_set_selected (grid, "8");
  lintel_grid_select (grid, &(LintelGridRange){ 4, FAKE_CHOICE_COLUMN, 5, FAKE_RANGE_COLUMN });
  grid_press ("<Control>c");
  lintel_grid_set_cursor (grid, 20, FAKE_CHOICE_COLUMN);
  grid_press ("<Control>v");
  grid_assert_value (20, FAKE_CHOICE_COLUMN, "2");
  grid_assert_value (20, FAKE_RANGE_COLUMN, "30");
  grid_assert_value (21, FAKE_CHOICE_COLUMN, "1");
  grid_assert_value (21, FAKE_RANGE_COLUMN, "8");
  ck_assert_uint_eq (fake_grid_model_get_n_steps (grid_model), 3);
  grid_assert_selection (20, FAKE_CHOICE_COLUMN, 21, FAKE_RANGE_COLUMN);
  grid_press ("<Control>x");
  grid_assert_value (21, FAKE_RANGE_COLUMN, "30");
  ck_assert_ptr_null (grid_rejects);
}
END_TEST

START_TEST (pasted_cells_that_do_not_fit_are_listed)
{
  const LintelGridReject *reject;

  lintel_grid_set_cursor (grid, GRID_ROWS - 2, FAKE_RANGE_COLUMN);
  lintel_grid_paste_text (grid, "5\t011\t1\t999\r\n77\t0x\t0\t101\r\n6\t\t\t\r\n");
  grid_assert_value (GRID_ROWS - 2, FAKE_RANGE_COLUMN, "5");
  grid_assert_value (GRID_ROWS - 2, FAKE_DIGITS_COLUMN, "011");
  grid_assert_value (GRID_ROWS - 2, FAKE_FLAG_COLUMN, "1");
  grid_assert_value (GRID_ROWS - 1, FAKE_RANGE_COLUMN, "30");
  ck_assert_ptr_nonnull (grid_rejects);
  /* 999 into a fixed cell that holds 101, 77 and 0x, and 6 below the table; the blanks beside that
   * are no loss. */
  ck_assert_uint_eq (grid_rejects->len, 4);
  reject = g_ptr_array_index (grid_rejects, 0);
  ck_assert_uint_eq (reject->row, GRID_ROWS - 2);
  ck_assert_uint_eq (reject->column, FAKE_FIXED_COLUMN);
  ck_assert_str_eq (reject->text, "999");
  reject = g_ptr_array_index (grid_rejects, 1);
  ck_assert_str_eq (reject->text, "77");
  reject = g_ptr_array_index (grid_rejects, 3);
  ck_assert_str_eq (reject->text, "6");
  reject = g_ptr_array_index (grid_rejects, 2);
  ck_assert_str_eq (reject->text, "0x");
  ck_assert_str_eq (reject->reason, "“x” cannot stand here. Use only 0-9 * # @.");
  ck_assert_uint_eq (fake_grid_model_get_n_steps (grid_model), 1);
}
END_TEST

START_TEST (one_pasted_value_fills_the_selection)
{
  lintel_grid_select (grid, &(LintelGridRange){ 0, FAKE_RANGE_COLUMN, 3, FAKE_RANGE_COLUMN });
  lintel_grid_paste_text (grid, "9");
  grid_assert_value (0, FAKE_RANGE_COLUMN, "9");
  grid_assert_value (3, FAKE_RANGE_COLUMN, "9");
  lintel_grid_paste_text (grid, "5\n6\n");
  grid_assert_value (2, FAKE_RANGE_COLUMN, "5");
  grid_assert_value (3, FAKE_RANGE_COLUMN, "6");
  grid_assert_value (4, FAKE_RANGE_COLUMN, "30");
}
END_TEST

START_TEST (quoted_cells_are_unpacked)
{
  lintel_grid_set_cursor (grid, 0, FAKE_NAME_COLUMN);
  lintel_grid_paste_text (grid, "\"a \"\"b\"\" c\"\n12\" pipe\n\"open\n");
  grid_assert_value (0, FAKE_NAME_COLUMN, "a \"b\" c");
  grid_assert_value (1, FAKE_NAME_COLUMN, "12\" pipe");
  grid_assert_value (2, FAKE_NAME_COLUMN, "\"open");
}
END_TEST

START_TEST (fill_down_and_series)
{
  lintel_grid_set_cursor (grid, 2, FAKE_NUMBER_COLUMN);
  lintel_grid_set_selected (grid, "0098");
  lintel_grid_select (grid, &(LintelGridRange){ 2, FAKE_NUMBER_COLUMN, 5, FAKE_NUMBER_COLUMN });
  grid_press ("<Control>d");
  grid_assert_value (5, FAKE_NUMBER_COLUMN, "0098");
  grid_press ("<Control><Shift>d");
  grid_assert_value (3, FAKE_NUMBER_COLUMN, "0099");
  grid_assert_value (5, FAKE_NUMBER_COLUMN, "0101");
  ck_assert_uint_eq (fake_grid_model_get_n_steps (grid_model), 3);
  /* A single row takes the one above. */
  lintel_grid_set_cursor (grid, 6, FAKE_NUMBER_COLUMN);
  grid_press ("<Control>d");
  grid_assert_value (6, FAKE_NUMBER_COLUMN, "0101");
  /* Names are no series, and the grid says so. */
  lintel_grid_select (grid, &(LintelGridRange){ 2, FAKE_NAME_COLUMN, 5, FAKE_NAME_COLUMN });
  grid_press ("<Control><Shift>d");
  ck_assert_str_eq (grid_hint_text (), "A series goes on from a number in the first selected row.");
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    delete_goes_back_to_the_default,
    control_enter_fills_the_selection,
    copied_text_is_tab_separated,
    copy_and_paste_through_the_clipboard,
    pasted_cells_that_do_not_fit_are_listed,
    one_pasted_value_fills_the_selection,
    quoted_cells_are_unpacked,
    fill_down_and_series,
  };

  return grid_run_tests ("grid: blocks", tests, G_N_ELEMENTS (tests));
}
