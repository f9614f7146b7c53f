/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editing one cell. */

#include "config.h"

#include "tests/ui/grid-fixture.h"

START_TEST (typing_replaces_and_enter_goes_down)
{
  lintel_grid_set_cursor (grid, 1, FAKE_NUMBER_COLUMN);
  ui_test_type (grid_window, "234");
  ck_assert_str_eq (grid_typed_text (), "234");
  grid_assert_value (1, FAKE_NUMBER_COLUMN, "102");
  grid_press ("Return");
  grid_assert_value (1, FAKE_NUMBER_COLUMN, "234");
  grid_assert_cursor (2, FAKE_NUMBER_COLUMN);
  grid_assert_focus_on (2, FAKE_NUMBER_COLUMN);
  ck_assert (!lintel_grid_is_editing (grid));
}
END_TEST

START_TEST (f2_edits_and_escape_restores)
{
  lintel_grid_set_cursor (grid, 2, FAKE_NAME_COLUMN);
  grid_press ("F2");
  ck_assert_str_eq (grid_typed_text (), "Dr. Kay");
  grid_press ("End");
  ui_test_type (grid_window, "e");
  ck_assert_str_eq (grid_typed_text (), "Dr. Kaye");
  grid_press ("Escape");
  ck_assert (!lintel_grid_is_editing (grid));
  grid_assert_value (2, FAKE_NAME_COLUMN, "Dr. Kay");
  grid_assert_focus_on (2, FAKE_NAME_COLUMN);
}
END_TEST

START_TEST (double_click_edits)
{
  grid_click_cell (2, FAKE_NAME_COLUMN);
  grid_click_cell (2, FAKE_NAME_COLUMN);
  ck_assert_str_eq (grid_typed_text (), "Dr. Kay");
}
END_TEST

START_TEST (leaving_a_cell_unchanged_writes_nothing)
{
  lintel_grid_set_cursor (grid, 2, FAKE_CHOICE_COLUMN);
  grid_press ("F2");
  ck_assert_str_eq (grid_typed_text (), "1 – Personal");
  grid_press ("Tab");
  grid_assert_cursor (2, FAKE_RANGE_COLUMN);
  ck_assert_uint_eq (fake_grid_model_get_n_steps (grid_model), 0);
}
END_TEST

START_TEST (refusal_says_why_and_keeps_the_text)
{
  lintel_grid_set_cursor (grid, 3, FAKE_RANGE_COLUMN);
  ui_test_type (grid_window, "7");
  ck_assert_str_eq (grid_hint_text (), "4 to 30");
  ui_test_type (grid_window, "7");
  ck_assert_str_eq (grid_hint_text (), "Enter a number from 4 to 30.");
  grid_press ("Return");
  ck_assert_str_eq (grid_typed_text (), "77");
  ck_assert_str_eq (grid_hint_text (), "Enter a number from 4 to 30.");
  grid_assert_cursor (3, FAKE_RANGE_COLUMN);
  grid_assert_value (3, FAKE_RANGE_COLUMN, "30");
  grid_press ("BackSpace");
  ck_assert_str_eq (grid_hint_text (), "4 to 30");
  grid_press ("Return");
  grid_assert_value (3, FAKE_RANGE_COLUMN, "7");
  ck_assert (!gtk_widget_get_child_visible (grid->hint));
}
END_TEST

START_TEST (a_click_elsewhere_confirms_or_stays)
{
  lintel_grid_set_cursor (grid, 3, FAKE_RANGE_COLUMN);
  ui_test_type (grid_window, "77");
  grid_click_cell (8, FAKE_NAME_COLUMN);
  ck_assert_str_eq (grid_typed_text (), "77");
  grid_assert_cursor (3, FAKE_RANGE_COLUMN);
  ck_assert (lintel_grid_editor_has_focus_within (grid->editor));
  grid_press ("BackSpace");
  grid_click_cell (10, FAKE_NAME_COLUMN);
  ck_assert (!lintel_grid_is_editing (grid));
  grid_assert_cursor (10, FAKE_NAME_COLUMN);
  grid_assert_value (3, FAKE_RANGE_COLUMN, "7");
}
END_TEST

/* As when one comes back to the tab of a value that was refused. */
START_TEST (the_keys_come_back_to_a_refused_value)
{
  lintel_grid_set_cursor (grid, 3, FAKE_RANGE_COLUMN);
  ui_test_type (grid_window, "77");
  gtk_window_set_focus (GTK_WINDOW (grid_window), NULL);
  ck_assert_str_eq (grid_typed_text (), "77");
  gtk_widget_grab_focus (GTK_WIDGET (grid));
  grid_press ("BackSpace");
  ck_assert_str_eq (grid_typed_text (), "7");
  grid_press ("Escape");
  ck_assert (!lintel_grid_is_editing (grid));
  grid_assert_focus_on (3, FAKE_RANGE_COLUMN);
}
END_TEST

START_TEST (digits_are_checked_as_typed)
{
  lintel_grid_set_cursor (grid, 0, FAKE_DIGITS_COLUMN);
  ui_test_type (grid_window, "01x");
  ck_assert_str_eq (grid_typed_text (), "01x");
  ck_assert_str_eq (grid_hint_text (), "“x” cannot stand here. Use only 0-9 * # @.");
  grid_press ("BackSpace");
  ui_test_type (grid_window, "1@@");
  ck_assert_str_eq (grid_hint_text (), "Only 4 characters fit here, this has 5. Shorten it.");
  grid_press ("BackSpace");
  grid_press ("Return");
  grid_assert_value (0, FAKE_DIGITS_COLUMN, "011@");
}
END_TEST

START_TEST (choices_by_words_and_by_list)
{
  lintel_grid_set_cursor (grid, 0, FAKE_CHOICE_COLUMN);
  ui_test_type (grid_window, "und");
  grid_press ("Return");
  grid_assert_value (0, FAKE_CHOICE_COLUMN, "0");
  ui_test_type (grid_window, "2");
  grid_press ("Return");
  grid_assert_value (1, FAKE_CHOICE_COLUMN, "2");
  grid_press ("space");
  ck_assert (GTK_IS_LIST_BOX_ROW (grid_focus_widget ()));
  grid_press ("Down");
  grid_press ("Return");
  grid_assert_value (2, FAKE_CHOICE_COLUMN, "2");
  grid_assert_focus_on (2, FAKE_CHOICE_COLUMN);
  grid_press ("<Alt>Down");
  ck_assert (GTK_IS_LIST_BOX_ROW (grid_focus_widget ()));
  grid_press ("Escape");
  ck_assert (!lintel_grid_is_editing (grid));
  grid_assert_focus_on (2, FAKE_CHOICE_COLUMN);
  grid_press ("F2");
  grid_press ("Up");
  ck_assert_str_eq (grid_typed_text (), "1 – Personal");
  grid_press ("Return");
  grid_assert_value (2, FAKE_CHOICE_COLUMN, "1");
}
END_TEST

/* Opened with Space the list has the keyboard; a letter goes on in the text, a click chooses. */
START_TEST (list_of_choices_by_letter_and_click)
{
  GtkWidget *row;

  lintel_grid_set_cursor (grid, 0, FAKE_CHOICE_COLUMN);
  grid_press ("space");
  ui_test_type (grid_window, "gr");
  ck_assert_str_eq (grid_typed_text (), "gr");
  grid_press ("Return");
  grid_assert_value (0, FAKE_CHOICE_COLUMN, "2");
  grid_press ("space");
  row = gtk_widget_get_prev_sibling (grid_focus_widget ());
  ck_assert (GTK_IS_LIST_BOX_ROW (row));
  ui_test_click (row, 20, 8);
  ck_assert (!lintel_grid_is_editing (grid));
  grid_assert_value (1, FAKE_CHOICE_COLUMN, "0");
  grid_assert_focus_on (1, FAKE_CHOICE_COLUMN);
}
END_TEST

START_TEST (choice_that_is_not_clear_is_refused)
{
  lintel_grid_set_cursor (grid, 0, FAKE_CHOICE_COLUMN);
  ui_test_type (grid_window, "7");
  grid_press ("Return");
  ck_assert_str_eq (grid_typed_text (), "7");
  ck_assert_str_eq (grid_hint_text (),
                    "“7” is not one value of the list. Choose one with the arrow keys.");
  grid_press ("Escape");
  grid_assert_value (0, FAKE_CHOICE_COLUMN, "1");
}
END_TEST

static void
assert_check (const LintelGridEditorSpec *spec, const char *typed, const char *stored)
{
  g_autofree char *canonical = NULL;

  ck_assert_int_eq (lintel_grid_editor_spec_check (spec, typed, &canonical, NULL), stored != NULL);
  ck_assert_str_eq (canonical != NULL ? canonical : "", stored != NULL ? stored : "");
}

START_TEST (words_and_values_of_choices)
{
  g_autoptr (LintelGridEditorSpec) spec = lintel_grid_editor_spec_new (LINTEL_GRID_EDITOR_CHOICE);

  lintel_grid_editor_spec_add_choice (spec, "1", "1 – First in");
  lintel_grid_editor_spec_add_choice (spec, "10", "10 – Last in");
  assert_check (spec, "1", "1");
  assert_check (spec, "FIRST", "1");
  assert_check (spec, "10 – last in", "10");
  assert_check (spec, "in", NULL);
  assert_check (spec, "irst", NULL);
  assert_check (spec, "", NULL);
  spec->blank_allowed = TRUE;
  assert_check (spec, "", "");
}
END_TEST

START_TEST (numbers_within_their_range)
{
  g_autoptr (LintelGridEditorSpec) spec = lintel_grid_editor_spec_new (LINTEL_GRID_EDITOR_NUMBER);

  spec->minimum = 4;
  spec->maximum = 30;
  assert_check (spec, "4", "4");
  assert_check (spec, "007", "7");
  assert_check (spec, "3", NULL);
  assert_check (spec, "31", NULL);
  assert_check (spec, "5 ", NULL);
  assert_check (spec, "99999999999999999999", NULL);
}
END_TEST

START_TEST (space_turns_a_flag)
{
  lintel_grid_set_cursor (grid, 0, FAKE_FLAG_COLUMN);
  grid_press ("space");
  grid_assert_value (0, FAKE_FLAG_COLUMN, "1");
  grid_press ("space");
  grid_assert_value (0, FAKE_FLAG_COLUMN, "0");
  ck_assert (!lintel_grid_is_editing (grid));
}
END_TEST

START_TEST (fixed_cells_are_not_edited)
{
  lintel_grid_set_cursor (grid, 0, FAKE_FIXED_COLUMN);
  ui_test_type (grid_window, "5");
  ck_assert (!lintel_grid_is_editing (grid));
  ck_assert_str_eq (grid_hint_text (), "This cell cannot be changed.");
  grid_press ("Down");
  ck_assert (!gtk_widget_get_child_visible (grid->hint));
}
END_TEST

START_TEST (keys_of_the_text_stay_with_the_text)
{
  lintel_grid_set_cursor (grid, 2, FAKE_NAME_COLUMN);
  grid_press ("F2");
  grid_press ("<Control>a");
  grid_press ("Delete");
  ck_assert_str_eq (grid_typed_text (), "");
  grid_assert_selection (2, FAKE_NAME_COLUMN, 2, FAKE_NAME_COLUMN);
  grid_press ("Left");
  grid_assert_cursor (2, FAKE_NAME_COLUMN);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    typing_replaces_and_enter_goes_down,
    f2_edits_and_escape_restores,
    double_click_edits,
    leaving_a_cell_unchanged_writes_nothing,
    refusal_says_why_and_keeps_the_text,
    a_click_elsewhere_confirms_or_stays,
    the_keys_come_back_to_a_refused_value,
    digits_are_checked_as_typed,
    choices_by_words_and_by_list,
    list_of_choices_by_letter_and_click,
    choice_that_is_not_clear_is_refused,
    words_and_values_of_choices,
    numbers_within_their_range,
    space_turns_a_flag,
    fixed_cells_are_not_edited,
    keys_of_the_text_stay_with_the_text,
  };

  return grid_run_tests ("grid: edit", tests, G_N_ELEMENTS (tests));
}
