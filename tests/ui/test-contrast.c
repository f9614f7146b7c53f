/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With high contrast: the style for it is there, and nothing in a table is dim. */

#include "config.h"

#include "tests/ui/window-fixture.h"

#include "app/ui/grid/lintel-grid-private.h"

static GdkRGBA
get_color (LintelGrid *grid, guint column)
{
  GdkRGBA color;

  gtk_style_context_get_color (
      gtk_widget_get_style_context (GTK_WIDGET (lintel_grid_get_cell (grid, 0, column))), &color);
  return color;
}

START_TEST (cells_that_only_show_something_are_not_dim)
{
  LintelGrid *grid = lintel_sheet_page_get_grid (window_fixture_show ("47-02"));
  GdkRGBA shown, edited;

  while (lintel_grid_get_cell (grid, 0, 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
  shown = get_color (grid, 0);
  edited = get_color (grid, 1);

  ck_assert (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
  ck_assert (
      !gtk_widget_has_css_class (GTK_WIDGET (lintel_grid_get_cell (grid, 0, 0)), "editable"));
  ck_assert (gtk_widget_has_css_class (GTK_WIDGET (lintel_grid_get_cell (grid, 0, 1)), "editable"));
  ck_assert (gdk_rgba_equal (&shown, &edited));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("contrast");
  TCase *tcase = tcase_create ("contrast");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, cells_that_only_show_something_are_not_dim);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
