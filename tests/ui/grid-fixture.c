/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See the header. */

#include "config.h"

#include "tests/ui/grid-fixture.h"

FakeGridModel *grid_model;
GtkWidget *grid_window;
GtkScrolledWindow *grid_scrolled;
LintelGrid *grid;
GPtrArray *grid_rejects;

static void
rejected_cb (LintelGrid *self, GPtrArray *array)
{
  g_clear_pointer (&grid_rejects, g_ptr_array_unref);
  grid_rejects = g_ptr_array_ref (array);
}

void
grid_open (void)
{
  grid_model = fake_grid_model_new (GRID_ROWS, GRID_COLUMNS);
  grid = LINTEL_GRID (lintel_grid_new (LINTEL_GRID_MODEL (grid_model)));
  g_signal_connect (grid, "rejected", G_CALLBACK (rejected_cb), NULL);
  grid_scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (grid_scrolled, GTK_WIDGET (grid));
  grid_window = ui_test_open (GTK_WIDGET (grid_scrolled), GRID_WIDTH, GRID_HEIGHT);
  lintel_grid_set_cursor (grid, 0, 0);
  ui_test_settle (grid_window);
}

void
grid_close (void)
{
  ui_test_close (grid_window);
  g_clear_pointer (&grid_rejects, g_ptr_array_unref);
  g_clear_object (&grid_model);
}

void
grid_press (const char *accelerator)
{
  ui_test_press (grid_window, accelerator);
}

void
grid_assert_cursor (guint row, guint column)
{
  guint at_row, at_column;

  ck_assert (lintel_grid_get_cursor (grid, &at_row, &at_column));
  ck_assert_uint_eq (at_row, row);
  ck_assert_uint_eq (at_column, column);
}

void
grid_assert_selection (guint first_row, guint first_column, guint last_row, guint last_column)
{
  LintelGridRange range;

  ck_assert (lintel_grid_get_selection (grid, &range));
  ck_assert_uint_eq (range.first_row, first_row);
  ck_assert_uint_eq (range.first_column, first_column);
  ck_assert_uint_eq (range.last_row, last_row);
  ck_assert_uint_eq (range.last_column, last_column);
}

void
grid_assert_value (guint row, guint column, const char *value)
{
  ck_assert_str_eq (fake_grid_model_get (grid_model, row, column), value);
}

const char *
grid_typed_text (void)
{
  ck_assert (lintel_grid_is_editing (grid));
  return lintel_grid_editor_get_text (grid->editor);
}

const char *
grid_hint_text (void)
{
  ck_assert (lintel_grid_shows_hint (grid));
  return gtk_label_get_text (grid->hint_label);
}

GtkWidget *
grid_focus_widget (void)
{
  return gtk_root_get_focus (GTK_ROOT (grid_window));
}

void
grid_assert_focus_on (guint row, guint column)
{
  GtkWidget *focus = grid_focus_widget ();

  ck_assert (LINTEL_IS_GRID_CELL (focus));
  ck_assert_uint_eq (lintel_grid_cell_get_row (LINTEL_GRID_CELL (focus)), row);
  ck_assert_uint_eq (lintel_grid_cell_get_column (LINTEL_GRID_CELL (focus)), column);
}

guint
grid_count_cells (GtkWidget *widget)
{
  guint n = LINTEL_IS_GRID_CELL (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += grid_count_cells (child);
  return n;
}

void
grid_scroll_to (double x, double y)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (grid_scrolled), x);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (grid_scrolled), y);
  ui_test_settle (grid_window);
}

void
grid_cell_point (guint row, guint column, double *x, double *y)
{
  GdkRectangle area;

  lintel_grid_cell_area (grid, row, column, &area);
  *x = area.x + area.width / 2.0;
  *y = area.y + area.height / 2.0;
}

void
grid_click_cell (guint row, guint column)
{
  double x, y;

  grid_cell_point (row, column, &x, &y);
  ui_test_click (GTK_WIDGET (grid), x, y);
}

static void
add_tests (TCase *tests, const TTest *const *functions, gsize n_functions)
{
  for (gsize i = 0; i < n_functions; i++)
    tcase_add_test (tests, functions[i]);
}

int
grid_run_tests (const char *name, const TTest *const *functions, gsize n_functions)
{
  Suite *suite = suite_create (name);
  TCase *tests = tcase_create (name);

  adw_init ();
  tcase_add_checked_fixture (tests, grid_open, grid_close);
  tcase_set_timeout (tests, 60);
  add_tests (tests, functions, n_functions);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
