/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid as its user meets it: real keys and clicks on a table of 200 rows and 30 columns. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"
#include "tests/support/test-support.h"
#include "tests/ui/fake-grid-model.h"
#include "tests/ui/ui-test-support.h"

#include <adwaita.h>

#define N_ROWS 200
#define N_COLUMNS 30
#define WIDTH 800
#define HEIGHT 500

static FakeGridModel *model;
static GtkWidget *window;
static GtkScrolledWindow *scrolled;
static LintelGrid *grid;
static GPtrArray *rejects;

static void
rejected_cb (LintelGrid *self, GPtrArray *array)
{
  g_clear_pointer (&rejects, g_ptr_array_unref);
  rejects = g_ptr_array_ref (array);
}

static void
open_grid (void)
{
  model = fake_grid_model_new (N_ROWS, N_COLUMNS);
  grid = LINTEL_GRID (lintel_grid_new (LINTEL_GRID_MODEL (model)));
  g_signal_connect (grid, "rejected", G_CALLBACK (rejected_cb), NULL);
  scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (scrolled, GTK_WIDGET (grid));
  window = ui_test_open (GTK_WIDGET (scrolled), WIDTH, HEIGHT);
  lintel_grid_set_cursor (grid, 0, 0);
  ui_test_settle (window);
}

static void
close_grid (void)
{
  ui_test_close (window);
  g_clear_pointer (&rejects, g_ptr_array_unref);
  g_clear_object (&model);
}

static void
press (const char *accelerator)
{
  ui_test_press (window, accelerator);
}

static void
assert_cursor (guint row, guint column)
{
  guint at_row, at_column;

  ck_assert (lintel_grid_get_cursor (grid, &at_row, &at_column));
  ck_assert_uint_eq (at_row, row);
  ck_assert_uint_eq (at_column, column);
}

static void
assert_selection (guint first_row, guint first_column, guint last_row, guint last_column)
{
  LintelGridRange range;

  ck_assert (lintel_grid_get_selection (grid, &range));
  ck_assert_uint_eq (range.first_row, first_row);
  ck_assert_uint_eq (range.first_column, first_column);
  ck_assert_uint_eq (range.last_row, last_row);
  ck_assert_uint_eq (range.last_column, last_column);
}

static void
assert_value (guint row, guint column, const char *value)
{
  ck_assert_str_eq (fake_grid_model_get (model, row, column), value);
}

static const char *
typed_text (void)
{
  ck_assert (lintel_grid_is_editing (grid));
  return lintel_grid_editor_get_text (grid->editor);
}

static const char *
hint_text (void)
{
  ck_assert (gtk_widget_get_child_visible (grid->hint));
  return gtk_label_get_text (GTK_LABEL (grid->hint));
}

static GtkWidget *
focus_widget (void)
{
  return gtk_root_get_focus (GTK_ROOT (window));
}

static void
assert_focus_on (guint row, guint column)
{
  GtkWidget *focus = focus_widget ();

  ck_assert (LINTEL_IS_GRID_CELL (focus));
  ck_assert_uint_eq (lintel_grid_cell_get_row (LINTEL_GRID_CELL (focus)), row);
  ck_assert_uint_eq (lintel_grid_cell_get_column (LINTEL_GRID_CELL (focus)), column);
}

static guint
count_cells (GtkWidget *widget)
{
  guint n = LINTEL_IS_GRID_CELL (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_cells (child);
  return n;
}

static void
scroll_to (double x, double y)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (scrolled), x);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scrolled), y);
  ui_test_settle (window);
}

/* The middle of a cell in view. */
static void
cell_point (guint row, guint column, double *x, double *y)
{
  GdkRectangle area;

  lintel_grid_cell_area (grid, row, column, &area);
  *x = area.x + area.width / 2.0;
  *y = area.y + area.height / 2.0;
}

static void
click_cell (guint row, guint column)
{
  double x, y;

  cell_point (row, column, &x, &y);
  ui_test_click (GTK_WIDGET (grid), x, y);
}

START_TEST (only_visible_cells_exist)
{
  guint first, end, first_column, end_column;

  lintel_grid_visible_rows (grid, &first, &end);
  lintel_grid_visible_columns (grid, &first_column, &end_column);
  ck_assert_uint_eq (first, 0);
  ck_assert_uint_le (end, HEIGHT / grid->geometry.row_height + 1);
  ck_assert_uint_lt (end_column, N_COLUMNS);
  ck_assert_ptr_nonnull (lintel_grid_get_cell (grid, end - 1, end_column - 1));
  ck_assert_ptr_null (lintel_grid_get_cell (grid, end, 0));
  ck_assert_ptr_null (lintel_grid_get_cell (grid, 0, end_column));
  ck_assert_uint_lt (count_cells (GTK_WIDGET (grid)), (end + 2) * (end_column + 3));
}
END_TEST

START_TEST (scrolling_uses_cells_again)
{
  guint before, step;

  scroll_to (100, 100);
  before = count_cells (GTK_WIDGET (grid));
  for (step = 1; step <= 40; step++)
    scroll_to (100 + step * 20, 100 + step * 90);
  ck_assert_uint_le (count_cells (GTK_WIDGET (grid)), before * 5 / 4);
  ck_assert_uint_le (grid->spare_rows->len, 3);
}
END_TEST

START_TEST (scrolling_a_little_reads_little)
{
  guint first, end;

  scroll_to (0, 0);
  fake_grid_model_take_n_reads (model);
  scroll_to (0, grid->geometry.row_height);
  lintel_grid_visible_columns (grid, &first, &end);
  ck_assert_uint_le (fake_grid_model_take_n_reads (model), 2 * end);
}
END_TEST

START_TEST (scrolled_cells_show_their_own_text)
{
  guint first, end, first_column, end_column;

  lintel_grid_set_selected (grid, "7777");
  scroll_to (900, 2400);
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
        lintel_grid_model_get_cell (LINTEL_GRID_MODEL (model), row, column, &info);
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
  scroll_to (900, 2400);
  lintel_grid_cell_area (grid, 90, 1, &frozen_area);
  ck_assert_int_eq (frozen_area.x, x);
  ck_assert (gtk_widget_compute_bounds (GTK_WIDGET (grid->header), GTK_WIDGET (grid), &bounds));
  ck_assert_int_eq ((int) bounds.origin.y, 0);
}
END_TEST

/* A window too narrow for the frozen columns scrolls them too. */
START_TEST (narrow_window_freezes_less)
{
  ck_assert_uint_eq (grid->geometry.n_frozen, 2);
  gtk_window_set_default_size (GTK_WINDOW (window), 260, HEIGHT);
  ui_test_settle (window);
  ui_test_settle (window);
  ck_assert_uint_lt (grid->geometry.n_frozen, 2);
}
END_TEST

START_TEST (focused_cell_survives_scrolling)
{
  lintel_grid_set_cursor (grid, 3, 3);
  scroll_to (900, 2400);
  assert_focus_on (3, 3);
  press ("Down");
  assert_cursor (4, 3);
  assert_focus_on (4, 3);
  ck_assert_double_lt (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scrolled)),
                       5.0 * grid->geometry.row_height);
}
END_TEST

START_TEST (keys_move_the_cursor)
{
  press ("Down");
  press ("Down");
  press ("Right");
  assert_cursor (2, 1);
  assert_focus_on (2, 1);
  press ("Up");
  press ("Left");
  press ("Left");
  assert_cursor (1, 0);
  press ("End");
  assert_cursor (1, N_COLUMNS - 1);
  press ("Tab");
  assert_cursor (2, 0);
  press ("<Shift>Tab");
  assert_cursor (1, N_COLUMNS - 1);
  press ("Home");
  assert_cursor (1, 0);
  press ("<Control>End");
  assert_cursor (N_ROWS - 1, N_COLUMNS - 1);
  press ("<Control>Home");
  assert_cursor (0, 0);
  press ("Return");
  assert_cursor (1, 0);
  press ("<Shift>Return");
  assert_cursor (0, 0);
}
END_TEST

START_TEST (pages_move_by_what_is_in_view)
{
  guint row;

  press ("Page_Down");
  lintel_grid_get_cursor (grid, &row, NULL);
  ck_assert_uint_gt (row, 8);
  ck_assert_uint_lt (row, (guint) (HEIGHT / grid->geometry.row_height));
  press ("Page_Up");
  assert_cursor (0, 0);
}
END_TEST

/* Column 4 is blank but for what is put into rows 5 to 7. */
START_TEST (control_arrows_jump_to_the_edge_of_filled_cells)
{
  lintel_grid_select (grid, &(LintelGridRange){ 5, 4, 7, 4 });
  lintel_grid_set_selected (grid, "011");
  lintel_grid_set_cursor (grid, 0, 4);
  press ("<Control>Down");
  assert_cursor (5, 4);
  press ("<Control>Down");
  assert_cursor (7, 4);
  press ("<Control>Down");
  assert_cursor (N_ROWS - 1, 4);
  press ("<Control>Up");
  assert_cursor (7, 4);
}
END_TEST

START_TEST (tab_leaves_at_the_end)
{
  lintel_grid_set_cursor (grid, N_ROWS - 1, N_COLUMNS - 1);
  ck_assert (!lintel_grid_handle_key (grid, GDK_KEY_Tab, 0));
  lintel_grid_set_cursor (grid, 0, 0);
  ck_assert (!lintel_grid_handle_key (grid, GDK_KEY_Tab, GDK_SHIFT_MASK));
}
END_TEST

START_TEST (selection_by_keys)
{
  lintel_grid_set_cursor (grid, 2, 2);
  press ("<Shift>Down");
  press ("<Shift>Down");
  press ("<Shift>Right");
  assert_selection (2, 2, 4, 3);
  assert_cursor (4, 3);
  press ("<Shift>space");
  assert_selection (2, 0, 4, N_COLUMNS - 1);
  assert_cursor (4, 3);
  press ("Escape");
  assert_selection (4, 3, 4, 3);
  press ("<Control>space");
  assert_selection (0, 3, N_ROWS - 1, 3);
  press ("<Control>a");
  assert_selection (0, 0, N_ROWS - 1, N_COLUMNS - 1);
  assert_cursor (4, 3);
}
END_TEST

START_TEST (selection_by_mouse)
{
  double x, y;

  click_cell (3, 2);
  assert_cursor (3, 2);
  assert_focus_on (3, 2);
  cell_point (6, 4, &x, &y);
  ui_test_button (GTK_WIDGET (grid), GDK_BUTTON_PRIMARY, TRUE);
  ui_test_move_pointer (GTK_WIDGET (grid), x - 10, y - 4);
  ui_test_move_pointer (GTK_WIDGET (grid), x, y);
  ui_test_button (GTK_WIDGET (grid), GDK_BUTTON_PRIMARY, FALSE);
  assert_selection (3, 2, 6, 4);
  /* The head of column 3 selects it. */
  cell_point (0, 3, &x, &y);
  ui_test_click (GTK_WIDGET (grid), x, grid->geometry.header_height - 8);
  assert_selection (0, 3, N_ROWS - 1, 3);
  /* So does the head of row 5. */
  cell_point (5, 0, &x, &y);
  ui_test_click (GTK_WIDGET (grid), 8, y);
  assert_selection (5, 0, 5, N_COLUMNS - 1);
}
END_TEST

START_TEST (typing_replaces_and_enter_goes_down)
{
  lintel_grid_set_cursor (grid, 1, FAKE_NUMBER_COLUMN);
  ui_test_type (window, "234");
  ck_assert_str_eq (typed_text (), "234");
  assert_value (1, FAKE_NUMBER_COLUMN, "102");
  press ("Return");
  assert_value (1, FAKE_NUMBER_COLUMN, "234");
  assert_cursor (2, FAKE_NUMBER_COLUMN);
  assert_focus_on (2, FAKE_NUMBER_COLUMN);
  ck_assert (!lintel_grid_is_editing (grid));
}
END_TEST

START_TEST (f2_edits_and_escape_restores)
{
  lintel_grid_set_cursor (grid, 2, FAKE_NAME_COLUMN);
  press ("F2");
  ck_assert_str_eq (typed_text (), "Dr. Kay");
  press ("End");
  ui_test_type (window, "e");
  ck_assert_str_eq (typed_text (), "Dr. Kaye");
  press ("Escape");
  ck_assert (!lintel_grid_is_editing (grid));
  assert_value (2, FAKE_NAME_COLUMN, "Dr. Kay");
  assert_focus_on (2, FAKE_NAME_COLUMN);
}
END_TEST

START_TEST (double_click_edits)
{
  click_cell (2, FAKE_NAME_COLUMN);
  click_cell (2, FAKE_NAME_COLUMN);
  ck_assert_str_eq (typed_text (), "Dr. Kay");
}
END_TEST

START_TEST (leaving_a_cell_unchanged_writes_nothing)
{
  lintel_grid_set_cursor (grid, 2, FAKE_CHOICE_COLUMN);
  press ("F2");
  ck_assert_str_eq (typed_text (), "Personal");
  press ("Tab");
  assert_cursor (2, FAKE_RANGE_COLUMN);
  ck_assert_uint_eq (fake_grid_model_get_n_steps (model), 0);
}
END_TEST

START_TEST (refusal_says_why_and_keeps_the_text)
{
  lintel_grid_set_cursor (grid, 3, FAKE_RANGE_COLUMN);
  ui_test_type (window, "7");
  ck_assert_str_eq (hint_text (), "4 to 30");
  ui_test_type (window, "7");
  ck_assert_str_eq (hint_text (), "Enter a number from 4 to 30.");
  press ("Return");
  ck_assert_str_eq (typed_text (), "77");
  ck_assert_str_eq (hint_text (), "Enter a number from 4 to 30.");
  assert_cursor (3, FAKE_RANGE_COLUMN);
  assert_value (3, FAKE_RANGE_COLUMN, "30");
  press ("BackSpace");
  ck_assert_str_eq (hint_text (), "4 to 30");
  press ("Return");
  assert_value (3, FAKE_RANGE_COLUMN, "7");
  ck_assert (!gtk_widget_get_child_visible (grid->hint));
}
END_TEST

START_TEST (a_click_elsewhere_confirms_or_stays)
{
  lintel_grid_set_cursor (grid, 3, FAKE_RANGE_COLUMN);
  ui_test_type (window, "77");
  click_cell (8, FAKE_NAME_COLUMN);
  ck_assert_str_eq (typed_text (), "77");
  assert_cursor (3, FAKE_RANGE_COLUMN);
  ck_assert (lintel_grid_editor_has_focus_within (grid->editor));
  press ("BackSpace");
  click_cell (10, FAKE_NAME_COLUMN);
  ck_assert (!lintel_grid_is_editing (grid));
  assert_cursor (10, FAKE_NAME_COLUMN);
  assert_value (3, FAKE_RANGE_COLUMN, "7");
}
END_TEST

START_TEST (digits_are_checked_as_typed)
{
  lintel_grid_set_cursor (grid, 0, FAKE_DIGITS_COLUMN);
  ui_test_type (window, "01x");
  ck_assert_str_eq (typed_text (), "01x");
  ck_assert_str_eq (hint_text (), "“x” cannot stand here. Use only 0-9 * # @.");
  press ("BackSpace");
  ui_test_type (window, "1@@");
  ck_assert_str_eq (hint_text (), "Only 4 characters fit here, this has 5. Shorten it.");
  press ("BackSpace");
  press ("Return");
  assert_value (0, FAKE_DIGITS_COLUMN, "011@");
}
END_TEST

START_TEST (choices_by_words_and_by_list)
{
  lintel_grid_set_cursor (grid, 0, FAKE_CHOICE_COLUMN);
  ui_test_type (window, "und");
  press ("Return");
  assert_value (0, FAKE_CHOICE_COLUMN, "0");
  ui_test_type (window, "2");
  press ("Return");
  assert_value (1, FAKE_CHOICE_COLUMN, "2");
  press ("space");
  ck_assert (GTK_IS_LIST_BOX_ROW (focus_widget ()));
  press ("Down");
  press ("Return");
  assert_value (2, FAKE_CHOICE_COLUMN, "2");
  assert_focus_on (2, FAKE_CHOICE_COLUMN);
  press ("<Alt>Down");
  ck_assert (GTK_IS_LIST_BOX_ROW (focus_widget ()));
  press ("Escape");
  ck_assert (!lintel_grid_is_editing (grid));
  assert_focus_on (2, FAKE_CHOICE_COLUMN);
  press ("F2");
  press ("Up");
  ck_assert_str_eq (typed_text (), "Personal");
  press ("Return");
  assert_value (2, FAKE_CHOICE_COLUMN, "1");
}
END_TEST

START_TEST (space_turns_a_flag)
{
  lintel_grid_set_cursor (grid, 0, FAKE_FLAG_COLUMN);
  press ("space");
  assert_value (0, FAKE_FLAG_COLUMN, "1");
  press ("space");
  assert_value (0, FAKE_FLAG_COLUMN, "0");
  ck_assert (!lintel_grid_is_editing (grid));
}
END_TEST

START_TEST (fixed_cells_are_not_edited)
{
  lintel_grid_set_cursor (grid, 0, FAKE_FIXED_COLUMN);
  ui_test_type (window, "5");
  ck_assert (!lintel_grid_is_editing (grid));
  ck_assert_str_eq (hint_text (), "This cell cannot be changed.");
  press ("Down");
  ck_assert (!gtk_widget_get_child_visible (grid->hint));
}
END_TEST

START_TEST (delete_goes_back_to_the_default)
{
  lintel_grid_select (grid, &(LintelGridRange){ 0, FAKE_RANGE_COLUMN, 2, FAKE_RANGE_COLUMN });
  lintel_grid_set_selected (grid, "9");
  assert_value (2, FAKE_RANGE_COLUMN, "9");
  ck_assert_uint_eq (fake_grid_model_get_n_steps (model), 1);
  press ("Delete");
  assert_value (0, FAKE_RANGE_COLUMN, "30");
  assert_value (2, FAKE_RANGE_COLUMN, "30");
  ck_assert_uint_eq (fake_grid_model_get_n_steps (model), 2);
  ck_assert_str_eq (fake_grid_model_get_label (model), "Back to Default");
}
END_TEST

START_TEST (control_enter_fills_the_selection)
{
  lintel_grid_set_cursor (grid, 0, FAKE_RANGE_COLUMN);
  press ("<Shift>Down");
  press ("<Shift>Down");
  ui_test_type (window, "12");
  press ("<Control>Return");
  assert_value (0, FAKE_RANGE_COLUMN, "12");
  assert_value (2, FAKE_RANGE_COLUMN, "12");
  ck_assert_uint_eq (fake_grid_model_get_n_steps (model), 1);
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
  press ("<Control>c");
  lintel_grid_set_cursor (grid, 20, FAKE_CHOICE_COLUMN);
  press ("<Control>v");
  assert_value (20, FAKE_CHOICE_COLUMN, "2");
  assert_value (20, FAKE_RANGE_COLUMN, "30");
  assert_value (21, FAKE_CHOICE_COLUMN, "1");
  assert_value (21, FAKE_RANGE_COLUMN, "8");
  ck_assert_uint_eq (fake_grid_model_get_n_steps (model), 3);
  assert_selection (20, FAKE_CHOICE_COLUMN, 21, FAKE_RANGE_COLUMN);
  press ("<Control>x");
  assert_value (21, FAKE_RANGE_COLUMN, "30");
  ck_assert_ptr_null (rejects);
}
END_TEST

START_TEST (pasted_cells_that_do_not_fit_are_listed)
{
  const LintelGridReject *reject;

  lintel_grid_set_cursor (grid, N_ROWS - 2, FAKE_RANGE_COLUMN);
  lintel_grid_paste_text (grid, "5\t011\t1\t999\r\n77\t0x\t0\t101\r\n6\t\t\t\r\n");
  assert_value (N_ROWS - 2, FAKE_RANGE_COLUMN, "5");
  assert_value (N_ROWS - 2, FAKE_DIGITS_COLUMN, "011");
  assert_value (N_ROWS - 2, FAKE_FLAG_COLUMN, "1");
  assert_value (N_ROWS - 1, FAKE_RANGE_COLUMN, "30");
  ck_assert_ptr_nonnull (rejects);
  /* 999 into a fixed cell that holds 101, four cells below the table, 77 and 0x. */
  ck_assert_uint_eq (rejects->len, 7);
  reject = g_ptr_array_index (rejects, 0);
  ck_assert_uint_eq (reject->row, N_ROWS - 2);
  ck_assert_uint_eq (reject->column, FAKE_FIXED_COLUMN);
  ck_assert_str_eq (reject->text, "999");
  reject = g_ptr_array_index (rejects, 6);
  ck_assert_str_eq (reject->text, "0x");
  ck_assert_str_eq (reject->reason, "“x” cannot stand here. Use only 0-9 * # @.");
  ck_assert_uint_eq (fake_grid_model_get_n_steps (model), 1);
}
END_TEST

START_TEST (one_pasted_value_fills_the_selection)
{
  lintel_grid_select (grid, &(LintelGridRange){ 0, FAKE_RANGE_COLUMN, 3, FAKE_RANGE_COLUMN });
  lintel_grid_paste_text (grid, "9");
  assert_value (0, FAKE_RANGE_COLUMN, "9");
  assert_value (3, FAKE_RANGE_COLUMN, "9");
  lintel_grid_paste_text (grid, "5\n6\n");
  assert_value (2, FAKE_RANGE_COLUMN, "5");
  assert_value (3, FAKE_RANGE_COLUMN, "6");
  assert_value (4, FAKE_RANGE_COLUMN, "30");
}
END_TEST

START_TEST (quoted_cells_are_unpacked)
{
  lintel_grid_set_cursor (grid, 0, FAKE_NAME_COLUMN);
  lintel_grid_paste_text (grid, "\"a \"\"b\"\" c\"\n12\" pipe\n\"open\n");
  assert_value (0, FAKE_NAME_COLUMN, "a \"b\" c");
  assert_value (1, FAKE_NAME_COLUMN, "12\" pipe");
  assert_value (2, FAKE_NAME_COLUMN, "\"open");
}
END_TEST

START_TEST (fill_down_and_series)
{
  lintel_grid_set_cursor (grid, 2, FAKE_NUMBER_COLUMN);
  lintel_grid_set_selected (grid, "0098");
  lintel_grid_select (grid, &(LintelGridRange){ 2, FAKE_NUMBER_COLUMN, 5, FAKE_NUMBER_COLUMN });
  press ("<Control>d");
  assert_value (5, FAKE_NUMBER_COLUMN, "0098");
  press ("<Control><Shift>d");
  assert_value (3, FAKE_NUMBER_COLUMN, "0099");
  assert_value (5, FAKE_NUMBER_COLUMN, "0101");
  ck_assert_uint_eq (fake_grid_model_get_n_steps (model), 3);
  /* A single row takes the one above. */
  lintel_grid_set_cursor (grid, 6, FAKE_NUMBER_COLUMN);
  press ("<Control>d");
  assert_value (6, FAKE_NUMBER_COLUMN, "0101");
}
END_TEST

START_TEST (keys_of_the_text_stay_with_the_text)
{
  lintel_grid_set_cursor (grid, 2, FAKE_NAME_COLUMN);
  press ("F2");
  press ("<Control>a");
  press ("Delete");
  ck_assert_str_eq (typed_text (), "");
  assert_selection (2, FAKE_NAME_COLUMN, 2, FAKE_NAME_COLUMN);
  press ("Left");
  assert_cursor (2, FAKE_NAME_COLUMN);
}
END_TEST

START_TEST (fewer_rows_keep_the_cursor_inside)
{
  lintel_grid_set_cursor (grid, N_ROWS - 1, 5);
  press ("F2");
  fake_grid_model_resize (model, 10);
  ui_test_settle (window);
  ck_assert (!lintel_grid_is_editing (grid));
  assert_cursor (9, 5);
  assert_focus_on (9, 5);
  fake_grid_model_resize (model, 0);
  ui_test_settle (window);
  ck_assert (!lintel_grid_get_cursor (grid, NULL, NULL));
  press ("Down");
  ui_test_type (window, "1");
  ck_assert (!lintel_grid_is_editing (grid));
  fake_grid_model_resize (model, 3);
  lintel_grid_set_cursor (grid, 2, 2);
  ui_test_settle (window);
  assert_focus_on (2, 2);
}
END_TEST

START_TEST (grid_works_without_a_model)
{
  lintel_grid_set_model (grid, NULL);
  ui_test_settle (window);
  press ("Down");
  press ("<Control>c");
  ck_assert (!lintel_grid_get_cursor (grid, NULL, NULL));
  lintel_grid_set_model (grid, LINTEL_GRID_MODEL (model));
  lintel_grid_set_cursor (grid, 150, 20);
  ui_test_settle (window);
  assert_focus_on (150, 20);
  ck_assert_double_gt (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scrolled)),
                       0);
}
END_TEST

START_TEST (help_shows_findings_and_meaning)
{
  lintel_grid_set_cursor (grid, 3, FAKE_CHOICE_COLUMN);
  press ("F1");
  ck_assert_ptr_nonnull (g_strrstr (hint_text (), "47-02-03[4]: 1"));
  ck_assert_ptr_nonnull (g_strrstr (hint_text (), "Set its type to Undefined."));
  ck_assert_ptr_nonnull (g_strrstr (hint_text (), "Days that a message is kept"));
  press ("Escape");
  ck_assert (!gtk_widget_get_child_visible (grid->hint));
}
END_TEST

START_TEST (arrows_follow_the_eye_from_right_to_left)
{
  int first_x, second_x, width;

  gtk_widget_set_direction (GTK_WIDGET (grid), GTK_TEXT_DIR_RTL);
  ui_test_settle (window);
  lintel_grid_column_extent (grid, 2, &first_x, &width);
  lintel_grid_column_extent (grid, 3, &second_x, &width);
  ck_assert_int_gt (first_x, second_x);
  press ("Left");
  assert_cursor (0, 1);
  lintel_grid_set_cursor (grid, 0, N_COLUMNS - 1);
  ui_test_settle (window);
  ck_assert_double_eq_tol (
      gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (scrolled)), 0, 0.5);
}
END_TEST

static void
assert_property (GtkAccessible *accessible, GtkAccessibleProperty property, const char *expected)
{
  g_autofree char *actual = gtk_test_accessible_check_property (accessible, property, expected);

  ck_assert_msg (actual == NULL, "“%s” instead of “%s”", actual, expected);
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
  assert_relation (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_RELATION_ROW_COUNT, N_ROWS + 1);
  assert_relation (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_RELATION_COL_COUNT, N_COLUMNS + 1);
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
  scroll_to (0, 3000);
  cell = lintel_grid_get_cell (grid, 120, FAKE_CHOICE_COLUMN);
  assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, "47-02-03[121]: 1");
  assert_relation (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_RELATION_ROW_INDEX, 122);
}
END_TEST

/* Rows and cells stand in the tree as they stand on the screen, whatever was scrolled. */
START_TEST (tree_is_in_reading_order)
{
  GtkWidget *child = gtk_widget_get_next_sibling (GTK_WIDGET (grid->header));
  guint previous = 0, n = 0;

  scroll_to (300, 2000);
  scroll_to (700, 1500);
  scroll_to (200, 1700);
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

static Suite *
create_suite (void)
{
  Suite *suite = suite_create ("grid");
  TCase *tests = tcase_create ("grid");

  tcase_add_checked_fixture (tests, open_grid, close_grid);
  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, only_visible_cells_exist);
  tcase_add_test (tests, scrolling_uses_cells_again);
  tcase_add_test (tests, scrolling_a_little_reads_little);
  tcase_add_test (tests, scrolled_cells_show_their_own_text);
  tcase_add_test (tests, frozen_columns_and_heads_stay);
  tcase_add_test (tests, narrow_window_freezes_less);
  tcase_add_test (tests, focused_cell_survives_scrolling);
  tcase_add_test (tests, keys_move_the_cursor);
  tcase_add_test (tests, pages_move_by_what_is_in_view);
  tcase_add_test (tests, control_arrows_jump_to_the_edge_of_filled_cells);
  tcase_add_test (tests, tab_leaves_at_the_end);
  tcase_add_test (tests, selection_by_keys);
  tcase_add_test (tests, selection_by_mouse);
  tcase_add_test (tests, typing_replaces_and_enter_goes_down);
  tcase_add_test (tests, f2_edits_and_escape_restores);
  tcase_add_test (tests, double_click_edits);
  tcase_add_test (tests, leaving_a_cell_unchanged_writes_nothing);
  tcase_add_test (tests, refusal_says_why_and_keeps_the_text);
  tcase_add_test (tests, a_click_elsewhere_confirms_or_stays);
  tcase_add_test (tests, digits_are_checked_as_typed);
  tcase_add_test (tests, choices_by_words_and_by_list);
  tcase_add_test (tests, space_turns_a_flag);
  tcase_add_test (tests, fixed_cells_are_not_edited);
  tcase_add_test (tests, delete_goes_back_to_the_default);
  tcase_add_test (tests, control_enter_fills_the_selection);
  tcase_add_test (tests, copied_text_is_tab_separated);
  tcase_add_test (tests, copy_and_paste_through_the_clipboard);
  tcase_add_test (tests, pasted_cells_that_do_not_fit_are_listed);
  tcase_add_test (tests, one_pasted_value_fills_the_selection);
  tcase_add_test (tests, quoted_cells_are_unpacked);
  tcase_add_test (tests, fill_down_and_series);
  tcase_add_test (tests, keys_of_the_text_stay_with_the_text);
  tcase_add_test (tests, fewer_rows_keep_the_cursor_inside);
  tcase_add_test (tests, grid_works_without_a_model);
  tcase_add_test (tests, help_shows_findings_and_meaning);
  tcase_add_test (tests, arrows_follow_the_eye_from_right_to_left);
  tcase_add_test (tests, cells_are_accessible);
  tcase_add_test (tests, accessible_name_follows_value_and_scrolling);
  tcase_add_test (tests, tree_is_in_reading_order);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  adw_init ();
  return lintel_test_run (create_suite ());
}
