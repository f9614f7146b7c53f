/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets: order and choice of rows, one value for many, rows copied, repairs from a cell. */

#include "config.h"

#include "app/ui/pages/lintel-copy-row-dialog.h"
#include "app/ui/pages/lintel-set-rows-dialog.h"
#include "tests/ui/window-fixture.h"

static LintelSheet *
get_sheet (LintelSheetPage *page)
{
  return lintel_sheet_page_get_sheet (page);
}

static char *
get_heading (LintelSheetPage *page, guint row)
{
  return lintel_grid_model_get_heading (window_fixture_model (page), row);
}

static void
check_heading (LintelSheetPage *page, guint row, const char *expected)
{
  g_autofree char *heading = get_heading (page, row);

  ck_assert_str_eq (heading, expected);
}

static guint
count_rows (LintelSheetPage *page)
{
  return lintel_grid_model_get_n_rows (window_fixture_model (page));
}

static void
check_cursor (const char *expected)
{
  g_autofree char *place = window_fixture_cursor ();

  ck_assert_str_eq (place, expected);
}

START_TEST (inmail_ports_come_first_and_stand_apart)
{
  LintelSheetPage *page = window_fixture_show ("21-04");
  LintelGridModel *model = window_fixture_model (page);
  guint n = 0;

  check_heading (page, 0, "213");
  while (lintel_grid_model_is_apart (model, n))
    {
      g_autofree char *kind = lintel_sheet_get_row_kind (get_sheet (page), n++);

      ck_assert_str_eq (kind, lintel_extension_kind_get_title (LINTEL_EXTENSION_INMAIL));
    }
  ck_assert_uint_gt (n, 1);
  check_heading (page, n, "101");
}
END_TEST

START_TEST (sorting_keeps_the_cursor_on_its_row)
{
  LintelSheetPage *page = window_fixture_show ("21-04");
  LintelGridModel *model = window_fixture_model (page);

  window_fixture_jump ("21-04-01[102,3]");
  lintel_sheet_toggle_sort (get_sheet (page), LINTEL_SHEET_HEADING);
  check_heading (page, 0, "101");
  ck_assert_int_eq (lintel_grid_model_get_heading_column (model)->sorted, 1);
  check_cursor ("21-04-01[102,3]");
  lintel_sheet_toggle_sort (get_sheet (page), LINTEL_SHEET_HEADING);
  check_heading (page, 0, "228");
  check_cursor ("21-04-01[102,3]");
  lintel_sheet_toggle_sort (get_sheet (page), LINTEL_SHEET_HEADING);
  check_heading (page, 0, "213");
  ck_assert_int_eq (lintel_grid_model_get_heading_column (model)->sorted, 0);
  check_cursor ("21-04-01[102,3]");
}
END_TEST

START_TEST (rows_sort_by_what_a_column_shows_blanks_last)
{
  LintelSheetPage *page = window_fixture_show ("extensions");

  window_fixture_set ("extension[2].name", "Zebra 10");
  window_fixture_set ("extension[3].name", "zebra 9");
  window_fixture_jump ("extension[2].name");
  gtk_widget_activate_action (GTK_WIDGET (page), "sheet.sort", NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "sheet.sort", NULL);
  check_heading (page, 0, "2");
  check_heading (page, 1, "3");
  check_cursor ("extension[2].name");
}
END_TEST

START_TEST (a_sorted_sheet_stays_as_it_is_while_one_types)
{
  LintelSheetPage *page = window_fixture_show ("extensions");

  lintel_sheet_toggle_sort (get_sheet (page), 2);
  window_fixture_jump ("extension[5].name");
  window_fixture_set ("extension[5].name", "Aaa");
  check_cursor ("extension[5].name");
}
END_TEST

START_TEST (the_cursor_stays_on_its_row_when_rows_go)
{
  window_fixture_show ("extensions");
  window_fixture_jump ("extension[7].kind");
  window_fixture_set ("extension[3]", NULL);
  window_fixture_settle ();
  check_cursor ("extension[7].kind");
}
END_TEST

START_TEST (only_rows_in_use_are_shown)
{
  LintelSheetPage *page = window_fixture_show ("47-02");
  guint all = count_rows (page), used;

  lintel_sheet_page_set_filter (page, LINTEL_SHEET_USED);
  used = count_rows (page);
  ck_assert_uint_lt (used, all);
  ck_assert_uint_gt (used, 0);
  for (guint row = 0; row < used; row++)
    {
      g_autofree char *type = lintel_grid_model_get_input (window_fixture_model (page), row, 1);

      ck_assert_str_ne (type, "0");
    }
}
END_TEST

START_TEST (one_value_goes_into_all_modes_of_a_kind)
{
  LintelSheetPage *page = window_fixture_show ("21-04");
  g_autoptr (GPtrArray) rejects = NULL;

  window_fixture_jump ("21-04-01[213,2]");
  rejects = lintel_set_rows (
      get_sheet (page), lintel_extension_kind_get_title (LINTEL_EXTENSION_INMAIL), 0, 0, 2, "14");
  ck_assert_uint_eq (rejects->len, 0);
  ck_assert_str_eq (window_fixture_value ("21-04-01[213,1]"), "14");
  ck_assert_str_eq (window_fixture_value ("21-04-01[214,8]"), "14");
  ck_assert_str_ne (window_fixture_value ("21-04-01[101,1]"), "14");
  lintel_project_undo (window_fixture_project ());
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
}
END_TEST

static GtkEditable *
get_entry (void)
{
  GtkWidget *entry = window_fixture_find (GTK_WIDGET (window_fixture_dialog ()), GTK_TYPE_ENTRY);

  ck_assert_ptr_nonnull (entry);
  return GTK_EDITABLE (entry);
}

START_TEST (the_dialog_offers_the_kind_of_the_row_and_checks_the_value)
{
  LintelSheetPage *page = window_fixture_show ("21-04");
  AdwMessageDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (page), "sheet.set-rows", NULL);
  window_fixture_settle ();
  dialog = ADW_MESSAGE_DIALOG (window_fixture_dialog ());
  ck_assert (!adw_message_dialog_get_response_enabled (dialog, "set"));
  gtk_editable_set_text (get_entry (), "16");
  ck_assert (!adw_message_dialog_get_response_enabled (dialog, "set"));
  gtk_editable_set_text (get_entry (), "13");
  ck_assert (adw_message_dialog_get_response_enabled (dialog, "set"));
  window_fixture_respond ("set");
  ck_assert_str_eq (window_fixture_value ("21-04-01[214,5]"), "13");
  ck_assert_str_ne (window_fixture_value ("21-04-01[101,5]"), "13");
}
END_TEST

START_TEST (a_row_is_copied_to_those_that_are_named)
{
  LintelSheetPage *page = window_fixture_show ("21-05");

  window_fixture_set ("21-05-04[2]", "3");
  window_fixture_jump ("21-05-01[2]");
  gtk_widget_activate_action (GTK_WIDGET (page), "sheet.copy-row", NULL);
  window_fixture_settle ();
  gtk_editable_set_text (get_entry (), "7-8, 99");
  ck_assert (!adw_message_dialog_get_response_enabled (
      ADW_MESSAGE_DIALOG (window_fixture_dialog ()), "copy"));
  gtk_editable_set_text (get_entry (), "7-8, 12");
  window_fixture_respond ("copy");
  ck_assert_str_eq (window_fixture_value ("21-05-04[7]"), "3");
  ck_assert_str_eq (window_fixture_value ("21-05-04[8]"), "3");
  ck_assert_str_eq (window_fixture_value ("21-05-04[12]"), "3");
  ck_assert_str_eq (window_fixture_value ("21-05-04[9]"), "0");
  lintel_project_undo (window_fixture_project ());
  ck_assert_str_eq (window_fixture_value ("21-05-04[7]"), "0");
  ck_assert_str_eq (window_fixture_value ("21-05-04[2]"), "3");
}
END_TEST

START_TEST (a_cell_s_problem_is_repaired_from_the_cell)
{
  LintelSheetPage *page = window_fixture_show ("21-04");

  window_fixture_jump ("21-04-01[213,1]");
  gtk_widget_activate_action (GTK_WIDGET (page), "sheet.fix", NULL);
  window_fixture_settle ();
  window_fixture_respond ("apply");
  ck_assert_str_eq (window_fixture_value ("21-04-01[213,1]"), "15");
}
END_TEST

static void
go_to (LintelSheetPage *page, const char *text)
{
  GtkWidget *entry = window_fixture_find (GTK_WIDGET (page), GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  window_fixture_settle ();
}

START_TEST (the_go_to_box_takes_a_place_of_another_tab)
{
  LintelSheetPage *page = window_fixture_show ("21-04");

  go_to (page, "21-06-06[2,17]");
  check_cursor ("21-06-06[2,17]");
}
END_TEST

/* 113 is the number of the 13th mailbox, and there is a 113th. */
START_TEST (the_go_to_box_knows_rows_by_number_and_by_heading)
{
  LintelSheetPage *page = window_fixture_show ("47-02");

  go_to (page, "113");
  check_cursor ("47-02-01[13]");
  go_to (page, "113");
  check_cursor ("47-02-01[113]");
  go_to (page, "113");
  check_cursor ("47-02-01[13]");
  go_to (page, "99");
  check_cursor ("47-02-01[99]");
  page = window_fixture_show ("extensions");
  go_to (page, "105");
  check_cursor ("extension[5].number");
}
END_TEST

static gboolean
press_escape (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !done; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Escape, 0, 0, &done);
    }
  return done;
}

/* A display that is busy takes a moment to say where the keys go. */
static gboolean
has_focus_inside (GtkWidget *widget)
{
  GtkWidget *focus = NULL;

  for (guint k = 0; k < 200 && (focus == NULL || !gtk_widget_is_ancestor (focus, widget)); k++)
    {
      window_fixture_settle ();
      g_usleep (5000);
      focus = gtk_window_get_focus (GTK_WINDOW (window_fixture_get ()));
    }
  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

START_TEST (escape_leaves_the_go_to_box)
{
  LintelSheetPage *page = window_fixture_show ("47-02");
  GtkWidget *entry = window_fixture_find (GTK_WIDGET (page), GTK_TYPE_ENTRY);

  gtk_widget_grab_focus (entry);
  go_to (page, "nothing");
  ck_assert (gtk_widget_has_css_class (entry, "error"));
  ck_assert (press_escape (entry));
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (entry)), "");
  ck_assert (!gtk_widget_has_css_class (entry, "error"));
  ck_assert (has_focus_inside (GTK_WIDGET (lintel_sheet_page_get_grid (page))));
}
END_TEST

START_TEST (help_says_range_defaults_confidence_and_source)
{
  LintelSheetPage *page = window_fixture_show ("21-05");
  LintelGridModel *model = window_fixture_model (page);
  LintelPlace place = window_fixture_place ("21-05-01[2]");
  static const char *const parts[] = {
    "International Call Restriction Table",
    "Values: 0 – Not assigned, 1 – Assigned",
    "[2-5] 1 – Assigned",
    "sister model",
    "Source: SL11-P252",
    "model’s own manual",
  };
  guint row, column;

  ck_assert (lintel_sheet_find_place (get_sheet (page), &place, &row, &column));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    ck_assert_msg (strstr (lintel_grid_model_get_column (model, column)->help, parts[i]) != NULL,
                   "“%s” is not in “%s”", parts[i],
                   lintel_grid_model_get_column (model, column)->help);
}
END_TEST

static char *
write_baseline (void)
{
  char *path = g_build_filename (window_fixture_folder (), "baseline.xml", NULL);
  g_autofree char *from = g_build_filename (window_fixture_folder (), "office.xml", NULL);
  g_autofree char *text = lintel_test_read (from);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
  return path;
}

START_TEST (cells_that_differ_from_the_baseline_are_marked)
{
  LintelSheetPage *page = window_fixture_show ("21-05");
  g_autofree char *path = write_baseline ();
  g_auto (LintelGridCellInfo) same = { 0 }, other = { 0 };
  guint row, column;
  LintelPlace place = window_fixture_place ("21-05-04[9]");

  ck_assert (lintel_document_set_baseline (window_fixture_document (), path, NULL));
  window_fixture_set ("21-05-04[9]", "2");
  ck_assert (lintel_sheet_find_place (get_sheet (page), &place, &row, &column));
  lintel_grid_model_get_cell (window_fixture_model (page), row, column, &other);
  lintel_grid_model_get_cell (window_fixture_model (page), row - 1, column, &same);
  ck_assert_int_ne (other.marks & LINTEL_GRID_MARK_BASELINE, 0);
  ck_assert_int_eq (same.marks & LINTEL_GRID_MARK_BASELINE, 0);
  lintel_sheet_page_set_filter (page, LINTEL_SHEET_BASELINE);
  ck_assert_uint_eq (count_rows (page), 1);
}
END_TEST

START_TEST (marks_are_said_in_words)
{
  LintelSheetPage *page = window_fixture_show ("21-05");
  g_autofree char *path = write_baseline ();
  LintelPlace place = window_fixture_place ("21-05-04[9]");
  g_autofree char *before = NULL, *after = NULL;
  guint row, column;

  ck_assert (lintel_document_set_baseline (window_fixture_document (), path, NULL));
  ck_assert (lintel_sheet_find_place (get_sheet (page), &place, &row, &column));
  before = lintel_grid_model_get_marks (window_fixture_model (page), row, column);
  ck_assert_ptr_null (before);
  window_fixture_set ("21-05-04[9]", "2");
  after = lintel_grid_model_get_marks (window_fixture_model (page), row, column);
  ck_assert_str_eq (after, "Changed from the factory default: 0 – Not assigned\n"
                           "Changed since last saved: 0 – Not assigned\n"
                           "Different from baseline.xml: 0 – Not assigned");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("sheets");
  TCase *tcase = tcase_create ("sheets");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, inmail_ports_come_first_and_stand_apart);
  tcase_add_test (tcase, sorting_keeps_the_cursor_on_its_row);
  tcase_add_test (tcase, rows_sort_by_what_a_column_shows_blanks_last);
  tcase_add_test (tcase, a_sorted_sheet_stays_as_it_is_while_one_types);
  tcase_add_test (tcase, the_cursor_stays_on_its_row_when_rows_go);
  tcase_add_test (tcase, only_rows_in_use_are_shown);
  tcase_add_test (tcase, one_value_goes_into_all_modes_of_a_kind);
  tcase_add_test (tcase, the_dialog_offers_the_kind_of_the_row_and_checks_the_value);
  tcase_add_test (tcase, a_row_is_copied_to_those_that_are_named);
  tcase_add_test (tcase, a_cell_s_problem_is_repaired_from_the_cell);
  tcase_add_test (tcase, the_go_to_box_takes_a_place_of_another_tab);
  tcase_add_test (tcase, the_go_to_box_knows_rows_by_number_and_by_heading);
  tcase_add_test (tcase, escape_leaves_the_go_to_box);
  tcase_add_test (tcase, help_says_range_defaults_confidence_and_source);
  tcase_add_test (tcase, cells_that_differ_from_the_baseline_are_marked);
  tcase_add_test (tcase, marks_are_said_in_words);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
