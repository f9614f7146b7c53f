/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window remembers of a project until it is opened again. */

#include "config.h"

#include "app/ui/pages/lintel-tables-page.h"
#include "tests/ui/safety-fixture.h"

static LintelSheetFilter
get_filter (LintelWindow *window, const char *key)
{
  return lintel_sheet_page_get_filter (LINTEL_SHEET_PAGE (lintel_window_show_page (window, key)));
}

static LintelSheet *
get_sheet (const char *key)
{
  return lintel_sheet_page_get_sheet (
      LINTEL_SHEET_PAGE (lintel_window_show_page (safety_window (), key)));
}

static void
sort_backwards (const char *key, guint column)
{
  lintel_sheet_toggle_sort (get_sheet (key), column);
  lintel_sheet_toggle_sort (get_sheet (key), column);
}

static void
check_sorted_backwards (const char *key, guint expected)
{
  guint column;

  ck_assert_int_eq (lintel_sheet_get_sort (get_sheet (key), &column), -1);
  ck_assert_uint_eq (column, expected);
}

static void
compare_with (const char *name)
{
  g_autofree char *path = g_build_filename (safety_folder, name, NULL);
  g_autofree char *text = lintel_test_read (safety_file);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
  ck_assert (lintel_document_set_baseline (safety_document (), path, NULL));
}

static GtkPaned *
find_pane (const char *key)
{
  GtkWidget *page = lintel_window_show_page (safety_window (), key);

  return GTK_PANED (window_fixture_find (page, GTK_TYPE_PANED));
}

static LintelGrid *
get_grid (const char *key)
{
  GtkWidget *page = lintel_window_show_page (safety_window (), key);

  if (LINTEL_IS_TABLES_PAGE (page))
    page = GTK_WIDGET (lintel_tables_page_get_sheet_page (LINTEL_TABLES_PAGE (page)));
  return lintel_sheet_page_get_grid (LINTEL_SHEET_PAGE (page));
}

START_TEST (a_window_comes_back_as_it_was_left)
{
  g_autofree char *path = g_build_filename (safety_state, "windows.ini", NULL);
  g_autofree char *remembered = NULL;
  GtkWidget *page;
  guint rows;
  int width, height;

  safety_open_file ();
  lintel_document_lint_now (safety_document ());
  gtk_window_set_default_size (GTK_WINDOW (safety_window ()), 901, 702);
  sort_backwards ("extensions", 2);
  compare_with ("last-year.xml");
  page = lintel_window_show_page (safety_window (), "47-02");
  lintel_sheet_page_set_filter (LINTEL_SHEET_PAGE (page), LINTEL_SHEET_PROBLEMS);
  safety_settle ();
  rows = lintel_grid_model_get_n_rows (
      LINTEL_GRID_MODEL (lintel_sheet_page_get_sheet (LINTEL_SHEET_PAGE (page))));
  ck_assert_uint_gt (rows, 0);
  lintel_window_show_page (safety_window (), "21-04");
  gtk_window_close (GTK_WINDOW (safety_window ()));
  safety_settle ();

  safety_open_file ();
  ck_assert_str_eq (lintel_window_get_page_key (safety_window ()), "21-04");
  gtk_window_get_default_size (GTK_WINDOW (safety_window ()), &width, &height);
  ck_assert_int_eq (width, 901);
  ck_assert_int_eq (height, 702);
  ck_assert_int_eq (get_filter (safety_window (), "47-02"), LINTEL_SHEET_PROBLEMS);
  ck_assert_int_eq (get_filter (safety_window (), "21-04"), LINTEL_SHEET_ALL);
  check_sorted_backwards ("extensions", 2);
  ck_assert (
      g_str_has_suffix (lintel_document_get_baseline_path (safety_document ()), "last-year.xml"));
  page = lintel_window_show_page (safety_window (), "47-02");
  ck_assert_uint_eq (lintel_grid_model_get_n_rows (LINTEL_GRID_MODEL (
                         lintel_sheet_page_get_sheet (LINTEL_SHEET_PAGE (page)))),
                     rows);

  remembered = lintel_test_read (path);
  ck_assert_ptr_null (strstr (remembered, "office"));
  ck_assert_ptr_null (strstr (remembered, "Maple"));
}
END_TEST

/* Without a look at any tab but the first in between. */
static void
come_back_twice (void)
{
  for (int i = 0; i < 2; i++)
    {
      lintel_window_show_page (safety_window (), "overview");
      gtk_window_close (GTK_WINDOW (safety_window ()));
      safety_settle ();
      safety_open_file ();
    }
}

START_TEST (a_tab_that_is_not_looked_at_keeps_its_order)
{
  safety_open_file ();
  gtk_paned_set_position (find_pane ("21-06"), 299);
  sort_backwards ("47-02", LINTEL_SHEET_HEADING);
  come_back_twice ();
  check_sorted_backwards ("47-02", LINTEL_SHEET_HEADING);
  ck_assert_int_eq (gtk_paned_get_position (find_pane ("21-06")), 299);
}
END_TEST

START_TEST (columns_keep_the_widths_they_were_given)
{
  safety_open_file ();
  lintel_grid_set_width (get_grid ("47-02"), 3, 17.5);
  lintel_grid_set_width (get_grid ("21-06"), 0, 31);
  come_back_twice ();
  ck_assert_double_eq (lintel_grid_get_width (get_grid ("47-02"), 3), 17.5);
  ck_assert_double_eq (lintel_grid_get_width (get_grid ("47-02"), 2), 0);
  ck_assert_double_eq (lintel_grid_get_width (get_grid ("47-03"), 3), 0);
  ck_assert_double_eq (lintel_grid_get_width (get_grid ("21-06"), 0), 31);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { a_window_comes_back_as_it_was_left,
                                 a_tab_that_is_not_looked_at_keeps_its_order,
                                 columns_keep_the_widths_they_were_given };

  return safety_run_tests ("window state", tests, G_N_ELEMENTS (tests));
}
