/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of a table's entries: added, removed, moved, sorted, pulled together, pasted. */

#include "config.h"

#include "app/ui/pages/lintel-tables-actions.h"
#include "tests/ui/window-fixture.h"

/* 21-06-07[4] is empty in the dental office. */
#define TABLE "21-06-07[4"

static void
fill (const char *values)
{
  g_auto (GStrv) words = g_strsplit (values, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *place = g_strdup_printf (TABLE ",%u]", i + 1);

      window_fixture_set (place, words[i]);
    }
}

/* Entries 1 to N, blanks as "". */
static char *
read_entries (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *place = g_strdup_printf (TABLE ",%u]", i);

      g_string_append_printf (text, "%s%s", i > 1 ? " " : "", window_fixture_value (place));
    }
  return g_string_free (text, FALSE);
}

static void
check_entries (const char *expected)
{
  g_auto (GStrv) words = g_strsplit (expected, " ", -1);
  g_autofree char *found = read_entries (g_strv_length (words));

  ck_assert_str_eq (found, expected);
}

static GtkWidget *
get_page (void)
{
  return GTK_WIDGET (lintel_window_get_page (window_fixture_get ()));
}

static void
run (const char *action)
{
  ck_assert_msg (gtk_widget_activate_action (get_page (), action, NULL), "%s is disabled", action);
  window_fixture_settle ();
}

static void
undo_to (const char *expected)
{
  lintel_project_undo (window_fixture_project ());
  check_entries (expected);
}

START_TEST (entries_move_with_their_selection)
{
  fill ("1 2 3 4");
  window_fixture_jump (TABLE ",3]");
  run ("table.move-up");
  check_entries ("1 3 2 4");
  run ("table.move-up");
  check_entries ("3 1 2 4");
  run ("table.move-up");
  check_entries ("3 1 2 4");
  run ("table.move-down");
  check_entries ("1 3 2 4");
  undo_to ("3 1 2 4");
}
END_TEST

START_TEST (removing_pulls_up_what_is_below)
{
  fill ("1 2 3 4");
  window_fixture_jump (TABLE ",2]");
  run ("table.remove");
  check_entries ("1 3 4 ");
  undo_to ("1 2 3 4");
}
END_TEST

START_TEST (what_a_filter_hides_is_not_removed)
{
  LintelSheetPage *page;
  LintelGridRange all = { 0, 0, G_MAXINT, 0 };

  fill ("61 2 62 5 63");
  window_fixture_jump (TABLE ",1]");
  page = window_fixture_show ("21-06");
  lintel_sheet_set_filter (lintel_sheet_page_get_sheet (page), LINTEL_SHEET_USED, "6");
  lintel_grid_select (lintel_sheet_page_get_grid (page), &all);
  run ("table.remove");
  check_entries ("2 5  ");
  undo_to ("61 2 62 5 63");
}
END_TEST

START_TEST (inserting_moves_down_to_the_next_gap)
{
  LintelGrid *grid;

  fill ("1 2  4 5");
  window_fixture_jump (TABLE ",1]");
  run ("table.insert");
  check_entries (" 1 2 4 5");
  grid = LINTEL_GRID (window_fixture_find (get_page (), LINTEL_TYPE_GRID));
  ck_assert (lintel_grid_is_editing (grid));
  lintel_grid_cancel (grid);
  undo_to ("1 2  4 5");
}
END_TEST

START_TEST (sorting_and_closing_gaps_are_one_step_each)
{
  fill ("5  1214  011");
  window_fixture_jump (TABLE ",1]");
  run ("table.close-gaps");
  check_entries ("5 1214 011  ");
  run ("table.sort");
  check_entries ("011 1214 5  ");
  undo_to ("5 1214 011  ");
  undo_to ("5  1214  011");
}
END_TEST

START_TEST (adding_goes_to_the_first_free_entry)
{
  g_autofree char *place = NULL;

  fill ("1  3");
  window_fixture_jump (TABLE ",1]");
  run ("table.add");
  place = window_fixture_cursor ();
  ck_assert_str_eq (place, TABLE ",4]");
}
END_TEST

START_TEST (a_column_goes_into_free_entries_and_the_rest_is_listed)
{
  fill ("1");
  window_fixture_jump (TABLE ",1]");
  lintel_tables_actions_paste_column (LINTEL_TABLES_PAGE (get_page ()),
                                      "1876\r\n1\n12x4, 1868;1876\n");
  check_entries ("1 1876 1868 ");
  ck_assert_ptr_nonnull (strstr (
      adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (window_fixture_dialog ())), "3 values"));
  window_fixture_respond ("close");
  undo_to ("1   ");
}
END_TEST

/* The 1 by itself would stand for every long-distance call. */
START_TEST (a_number_with_a_blank_is_not_taken_for_two)
{
  window_fixture_jump (TABLE ",1]");
  lintel_tables_actions_paste_column (LINTEL_TABLES_PAGE (get_page ()), "1 809\n 1868 \n");
  check_entries ("1868 ");
  ck_assert_ptr_nonnull (strstr (
      adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (window_fixture_dialog ())), "1 value"));
  window_fixture_respond ("close");
}
END_TEST

START_TEST (numbers_that_classes_name_by_position_stay_where_they_are)
{
  window_fixture_jump ("21-06-03[1]");
  ck_assert (!gtk_widget_activate_action (get_page (), "table.no-such", NULL));
  gtk_widget_activate_action (get_page (), "table.sort", NULL);
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
}
END_TEST

START_TEST (a_default_that_moves_is_written_and_one_that_comes_back_is_not)
{
  LintelPlace first = window_fixture_place ("21-06-04[1]");
  g_autofree char *before = g_strdup (window_fixture_value ("21-06-04[1]"));

  ck_assert_str_ne (before, "");
  window_fixture_jump ("21-06-04[1]");
  run ("table.move-down");
  ck_assert_str_eq (window_fixture_value ("21-06-04[2]"), before);
  run ("table.move-up");
  ck_assert_ptr_null (lintel_project_get_text (window_fixture_project (), &first));
}
END_TEST

/* An acceptance of an entry of the table, with the number ID. */
static void
accept (int id, const char *place)
{
  static const struct
  {
    LintelField field;
    const char *text;
  } fields[] = {
    { LINTEL_FIELD_RULE, "entry-shadowed" },
    { LINTEL_FIELD_REASON, "Kept for the auditors" },
    { LINTEL_FIELD_BY, "R. Kay" },
  };
  LintelPlace at = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, id, LINTEL_FIELD_AT);

  ck_assert (lintel_project_set (window_fixture_project (), "", &at, place, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      LintelPlace field = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, id, fields[i].field);

      ck_assert (lintel_project_set (window_fixture_project (), "", &field, fields[i].text, NULL));
    }
}

static void
check_accepted (const char *first, const char *second)
{
  const char *expected[] = { first, second };

  for (int id = 1; id <= 2; id++)
    {
      const LintelAcceptance *found = lintel_project_get_acceptance (window_fixture_project (), id);

      ck_assert_str_eq (found != NULL ? found->at : "gone", expected[id - 1]);
    }
}

START_TEST (acceptances_follow_their_entries)
{
  fill ("5  1214 011");
  accept (1, TABLE ",3]");
  accept (2, TABLE ",4]");
  window_fixture_jump (TABLE ",3]");
  run ("table.move-down");
  check_accepted (TABLE ",4]", TABLE ",3]");
  run ("table.close-gaps");
  check_accepted (TABLE ",3]", TABLE ",2]");
  run ("table.sort");
  check_accepted (TABLE ",2]", TABLE ",1]");
  window_fixture_jump (TABLE ",1]");
  run ("table.remove");
  check_accepted (TABLE ",1]", "gone");
  lintel_project_undo (window_fixture_project ());
  check_accepted (TABLE ",2]", TABLE ",1]");
}
END_TEST

START_TEST (a_row_says_what_covers_it)
{
  LintelSheetPage *page;
  g_auto (LintelGridCellInfo) info = { 0 };

  fill ("011 0114");
  lintel_document_lint_now (window_fixture_document ());
  window_fixture_jump (TABLE ",2]");
  page = window_fixture_show ("21-06");
  lintel_grid_model_get_cell (window_fixture_model (page), 1, 1, &info);
  ck_assert_msg (strstr (info.text, "011") != NULL, "the remark is “%s”", info.text);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("tables");
  TCase *tcase = tcase_create ("entries");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, entries_move_with_their_selection);
  tcase_add_test (tcase, removing_pulls_up_what_is_below);
  tcase_add_test (tcase, what_a_filter_hides_is_not_removed);
  tcase_add_test (tcase, inserting_moves_down_to_the_next_gap);
  tcase_add_test (tcase, sorting_and_closing_gaps_are_one_step_each);
  tcase_add_test (tcase, adding_goes_to_the_first_free_entry);
  tcase_add_test (tcase, a_column_goes_into_free_entries_and_the_rest_is_listed);
  tcase_add_test (tcase, a_number_with_a_blank_is_not_taken_for_two);
  tcase_add_test (tcase, numbers_that_classes_name_by_position_stay_where_they_are);
  tcase_add_test (tcase, a_default_that_moves_is_written_and_one_that_comes_back_is_not);
  tcase_add_test (tcase, acceptances_follow_their_entries);
  tcase_add_test (tcase, a_row_says_what_covers_it);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
