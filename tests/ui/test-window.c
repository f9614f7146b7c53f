/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in this process: its tabs, edits and findings, repairs, masks and questions. */

#include "config.h"

#include "app/ui/grid/lintel-grid.h"
#include "app/ui/lint/lintel-accept-dialog.h"
#include "lintel/acceptance.h"
#include "app/ui/lintel-wording.h"
#include "app/ui/overview/lintel-reach-picture.h"
#include "app/ui/pages/lintel-codes-model.h"
#include "app/ui/pages/lintel-extensions-model.h"
#include "tests/ui/window-fixture.h"

/* The cell of PAGE that stands for a place. */
static void
find_cell (LintelSheetPage *page, const char *text, guint *row, guint *column)
{
  LintelPlace place = window_fixture_place (text);

  ck_assert_msg (lintel_sheet_find_place (lintel_sheet_page_get_sheet (page), &place, row, column),
                 "%s is not shown", text);
}

static guint
count_errors (void)
{
  lintel_document_lint_now (window_fixture_document ());
  return lintel_document_count (window_fixture_document (), LINTEL_SEVERITY_ERROR);
}

START_TEST (every_tab_has_its_page)
{
  static const char *const keys[] = { "overview", "47-02",      "47-03", "21-04",  "21-05",
                                      "21-06",    "extensions", "codes", "compare" };

  ck_assert_int_eq (gtk_notebook_get_n_pages (window_fixture_get ()->notebook),
                    G_N_ELEMENTS (keys));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkWidget *page = lintel_window_show_page (window_fixture_get (), keys[i]);

      ck_assert_msg (page != NULL && LINTEL_IS_PAGE (page), "no page for %s", keys[i]);
      window_fixture_settle ();
      ck_assert (gtk_widget_get_mapped (page));
      ck_assert_str_eq (lintel_window_get_page_key (window_fixture_get ()), keys[i]);
      if (i > 0 && !g_str_equal (keys[i], "compare"))
        ck_assert_uint_gt (
            lintel_grid_model_get_n_rows (window_fixture_model (window_fixture_show (keys[i]))), 0);
    }
}
END_TEST

static void
wait_for_page (GtkNotebook *notebook)
{
  AdwBin *bin = ADW_BIN (gtk_notebook_get_nth_page (notebook, 0));
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (adw_bin_get_child (bin) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  ck_assert_ptr_nonnull (adw_bin_get_child (bin));
}

START_TEST (pages_are_built_when_first_shown)
{
  guint built = 0;

  for (int i = 0; i < gtk_notebook_get_n_pages (window_fixture_get ()->notebook); i++)
    if (adw_bin_get_child (ADW_BIN (gtk_notebook_get_nth_page (window_fixture_get ()->notebook, i)))
        != NULL)
      built++;
  ck_assert_uint_eq (built, 1);
}
END_TEST

START_TEST (an_edit_changes_the_findings_and_undo_restores_them)
{
  LintelSheetPage *page = window_fixture_show ("21-06");
  guint before = count_errors (), row, column;
  g_autoptr (GError) error = NULL;

  find_cell (page, "21-06-01[1]", &row, &column);
  ck_assert (lintel_grid_model_set (window_fixture_model (page), row, column, "011", &error));
  ck_assert_uint_lt (count_errors (), before);
  ck_assert (lintel_document_has_changes (window_fixture_document ()));
  ck_assert (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window_fixture_get ())), "• "));

  lintel_project_undo (window_fixture_project ());
  ck_assert_uint_eq (count_errors (), before);
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
}
END_TEST

START_TEST (lint_follows_an_edit_by_itself)
{
  LintelPlace place = window_fixture_place ("21-06-01[1]");
  guint before = count_errors ();
  gint64 until = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  ck_assert (lintel_project_set (window_fixture_project (), "test", &place, "011", NULL));
  while (lintel_document_count (window_fixture_document (), LINTEL_SEVERITY_ERROR) == before
         && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  ck_assert_uint_lt (lintel_document_count (window_fixture_document (), LINTEL_SEVERITY_ERROR),
                     before);
}
END_TEST

START_TEST (a_value_that_does_not_fit_is_refused_with_a_reason)
{
  LintelSheetPage *page = window_fixture_show ("21-04");
  g_autoptr (GError) error = NULL;
  guint row, column;

  find_cell (page, "21-04-01[101,1]", &row, &column);
  ck_assert (!lintel_grid_model_set (window_fixture_model (page), row, column, "16", &error));
  ck_assert_str_ne (error->message, "");
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
}
END_TEST

START_TEST (a_block_is_one_step_and_leaves_out_what_does_not_fit)
{
  LintelSheetPage *page = window_fixture_show ("21-04");
  LintelGridEdit edits[3];
  g_autoptr (GPtrArray) rejects = NULL;
  guint row, column;

  find_cell (page, "21-04-01[101,1]", &row, &column);
  for (guint i = 0; i < 3; i++)
    edits[i] = (LintelGridEdit){ row, column + i, i == 1 ? "99" : "15" };
  rejects = lintel_grid_model_set_block (window_fixture_model (page), edits, 3, "Paste");
  ck_assert_uint_eq (rejects->len, 1);
  ck_assert_str_eq (lintel_project_get_undo_label (window_fixture_project ()), "Paste");
  lintel_project_undo (window_fixture_project ());
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
}
END_TEST

START_TEST (an_extension_number_twice_is_left_out_of_a_block)
{
  LintelSheetPage *page = window_fixture_show ("extensions");
  const LintelGridEdit edits[] = { { 0, 0, "901" }, { 1, 0, "901" }, { 2, 2, "Reception" } };
  g_autoptr (GPtrArray) rejects =
      lintel_grid_model_set_block (window_fixture_model (page), edits, 3, "Paste");

  ck_assert_uint_eq (rejects->len, 1);
  ck_assert_str_eq (lintel_project_get_extension (window_fixture_project (), 1)->number, "901");
  ck_assert_str_eq (lintel_project_get_extension (window_fixture_project (), 3)->name, "Reception");
}
END_TEST

START_TEST (fix_all_is_previewed_and_is_one_step)
{
  guint before = count_errors ();

  ck_assert_uint_gt (before, 0);
  window_fixture_activate ("fix-all");
  window_fixture_respond ("cancel");
  ck_assert_uint_eq (count_errors (), before);

  window_fixture_activate ("fix-all");
  window_fixture_respond ("apply");
  ck_assert_uint_eq (count_errors (), 0);
  window_fixture_activate ("undo");
  ck_assert_uint_eq (count_errors (), before);
  ck_assert_ptr_null (lintel_project_get_undo_label (window_fixture_project ()));
}
END_TEST

START_TEST (a_selected_problem_stays_selected)
{
  GtkSingleSelection *selection = lintel_lint_pane_get_selection (window_fixture_get ()->lint_pane);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (selection));
  LintelPlace place = window_fixture_place ("21-06-01[1]");
  g_autoptr (GObject) kept = NULL;

  ck_assert_uint_gt (n, 1);
  gtk_single_selection_set_selected (selection, n - 1);
  kept = g_object_ref (gtk_single_selection_get_selected_item (selection));
  ck_assert (lintel_project_set (window_fixture_project (), "test", &place, "011", NULL));
  lintel_document_lint_now (window_fixture_document ());
  ck_assert_uint_ne (g_list_model_get_n_items (G_LIST_MODEL (selection)), n);
  ck_assert_ptr_eq (gtk_single_selection_get_selected_item (selection), kept);
}
END_TEST

START_TEST (stepping_through_problems_puts_the_cursor_there)
{
  guint row, column;
  LintelSheet *sheet;
  LintelPlace place;

  window_fixture_activate ("next-problem");
  sheet = lintel_sheet_page_get_sheet (
      LINTEL_SHEET_PAGE (lintel_window_get_page (window_fixture_get ())));
  ck_assert (lintel_grid_get_cursor (lintel_sheet_page_get_grid (LINTEL_SHEET_PAGE (
                                         lintel_window_get_page (window_fixture_get ()))),
                                     &row, &column));
  ck_assert (LINTEL_SHEET_GET_CLASS (sheet)->get_place (sheet, lintel_sheet_get_key (sheet, row),
                                                        column, &place));
  ck_assert_ptr_nonnull (lintel_document_get_findings_at (window_fixture_document (), &place));
}
END_TEST

START_TEST (jumping_to_a_hidden_row_drops_the_filter)
{
  LintelSheetPage *page = window_fixture_show ("47-02");
  LintelPlace place = window_fixture_place ("47-02-03[1]");
  guint all = lintel_grid_model_get_n_rows (window_fixture_model (page)), row, column;

  lintel_sheet_set_filter (lintel_sheet_page_get_sheet (page), LINTEL_SHEET_PROBLEMS, NULL);
  ck_assert_uint_lt (lintel_grid_model_get_n_rows (window_fixture_model (page)), all);
  lintel_window_jump (window_fixture_get (), &place);
  ck_assert_uint_eq (lintel_grid_model_get_n_rows (window_fixture_model (page)), all);
  ck_assert (lintel_grid_get_cursor (lintel_sheet_page_get_grid (page), &row, &column));
  ck_assert_uint_eq (row, 0);
}
END_TEST

/* International calls of class 2, the seventh kind of number: nothing blocks them, so that the
 * class's row is to be looked at; then an entry does. */
START_TEST (the_reach_picture_leads_to_what_decides)
{
  LintelPlace place;
  GtkWidget *picture;
  LintelReachMatrix *matrix;

  picture = window_fixture_find (GTK_WIDGET (window_fixture_get ()), LINTEL_TYPE_REACH_PICTURE);
  ck_assert_ptr_nonnull (picture);
  matrix = lintel_reach_picture_get_matrix (LINTEL_REACH_PICTURE (picture));
  g_signal_emit_by_name (matrix, "activate", lintel_reach_matrix_get_cell (matrix, 2, 6));
  ck_assert_str_eq (lintel_window_get_page_key (window_fixture_get ()), "21-05");
  place = window_fixture_place ("21-06-01[1]");
  ck_assert (lintel_project_set (window_fixture_project (), "Edit", &place, "011", NULL));
  g_signal_emit_by_name (matrix, "activate", lintel_reach_matrix_get_cell (matrix, 2, 6));
  ck_assert_str_eq (lintel_window_get_page_key (window_fixture_get ()), "21-06");
}
END_TEST

START_TEST (codes_are_masked_until_revealed)
{
  LintelSheetPage *page = window_fixture_show ("codes");
  LintelCodesModel *model = LINTEL_CODES_MODEL (lintel_sheet_page_get_sheet (page));
  const LintelGridRange cell = { 0, 1, 0, 1 };
  g_auto (LintelGridCellInfo) hidden = { 0 }, shown = { 0 };
  g_autofree char *copied = NULL, *name = NULL, *copied_later = NULL;
  const char *code;

  ck_assert_int_eq (lintel_project_get_code (window_fixture_project (), "101", &code),
                    LINTEL_CODE_SET);
  lintel_grid_model_get_cell (LINTEL_GRID_MODEL (model), 0, 1, &hidden);
  ck_assert_str_eq (hidden.text, LINTEL_MASK);
  lintel_grid_select (lintel_sheet_page_get_grid (page), &cell);
  copied = lintel_grid_copy_text (lintel_sheet_page_get_grid (page));
  ck_assert_ptr_null (strstr (copied, code));
  name = lintel_grid_model_get_name (LINTEL_GRID_MODEL (model), 0, 1);
  ck_assert_ptr_null (strstr (name, code));

  lintel_codes_model_reveal (model, 0, 0, TRUE);
  lintel_grid_model_get_cell (LINTEL_GRID_MODEL (model), 0, 1, &shown);
  ck_assert_str_eq (shown.text, code);
  copied_later = lintel_grid_copy_text (lintel_sheet_page_get_grid (page));
  ck_assert_ptr_nonnull (strstr (copied_later, code));
}
END_TEST

START_TEST (a_hidden_code_cannot_be_stored_as_dots)
{
  LintelSheetPage *page = window_fixture_show ("codes");
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  const char *code;

  lintel_project_get_code (window_fixture_project (), "101", &code);
  before = g_strdup (code);
  ck_assert (!lintel_grid_model_set (window_fixture_model (page), 0, 1, LINTEL_MASK, &error));
  ck_assert_ptr_nonnull (error);
  lintel_project_get_code (window_fixture_project (), "101", &code);
  ck_assert_str_eq (code, before);
}
END_TEST

START_TEST (extensions_are_added_and_removed_as_one_step_each)
{
  LintelSheetPage *page = window_fixture_show ("extensions");
  LintelExtensionsModel *model = LINTEL_EXTENSIONS_MODEL (lintel_sheet_page_get_sheet (page));
  guint before = lintel_grid_model_get_n_rows (LINTEL_GRID_MODEL (model));
  int port;

  ck_assert (lintel_extensions_model_remove (model, 4, 5, NULL));
  ck_assert_uint_eq (lintel_grid_model_get_n_rows (LINTEL_GRID_MODEL (model)), before - 2);
  ck_assert_ptr_null (lintel_project_get_extension (window_fixture_project (), 5));

  port = lintel_extensions_model_add (model, NULL);
  ck_assert_int_eq (port, 5);
  ck_assert_str_eq (lintel_project_get_extension (window_fixture_project (), 5)->number, "105");

  lintel_project_undo (window_fixture_project ());
  lintel_project_undo (window_fixture_project ());
  ck_assert_uint_eq (lintel_grid_model_get_n_rows (LINTEL_GRID_MODEL (model)), before);
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
}
END_TEST

START_TEST (a_page_out_of_sight_catches_up_when_shown)
{
  LintelSheetPage *page = window_fixture_show ("extensions");
  LintelPlace place = window_fixture_place ("extension[2]");
  guint before = lintel_grid_model_get_n_rows (window_fixture_model (page));

  window_fixture_show ("47-02");
  ck_assert (lintel_project_set (window_fixture_project (), "test", &place, NULL, NULL));
  window_fixture_settle ();
  window_fixture_show ("extensions");
  ck_assert_uint_eq (lintel_grid_model_get_n_rows (window_fixture_model (page)), before - 1);
}
END_TEST

START_TEST (drawn_codes_are_strong_and_one_step)
{
  LintelSheetPage *page = window_fixture_show ("codes");
  LintelCodesModel *model = LINTEL_CODES_MODEL (lintel_sheet_page_get_sheet (page));
  guint n = lintel_grid_model_get_n_rows (LINTEL_GRID_MODEL (model));
  LintelGridFinding worst = LINTEL_GRID_FINDING_NONE;

  ck_assert (lintel_codes_model_draw (model, 0, n - 1, NULL));
  lintel_document_lint_now (window_fixture_document ());
  for (guint row = 0; row < n; row++)
    {
      g_auto (LintelGridCellInfo) info = { 0 };

      lintel_grid_model_get_cell (LINTEL_GRID_MODEL (model), row, 1, &info);
      worst = MAX (worst, info.finding);
    }
  ck_assert_int_eq (worst, LINTEL_GRID_FINDING_NONE);
  lintel_project_undo (window_fixture_project ());
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
}
END_TEST

START_TEST (a_cell_is_named_by_place_and_value_with_its_findings)
{
  LintelSheetPage *page = window_fixture_show ("47-02");
  g_autofree char *name = NULL, *findings = NULL;
  guint row, column;

  find_cell (page, "47-02-01[13]", &row, &column);
  name = lintel_grid_model_get_name (window_fixture_model (page), row, column);
  ck_assert_str_eq (name, "47-02-01[13]: 1 – Personal");
  findings = lintel_grid_model_get_findings (window_fixture_model (page), row, column);
  ck_assert_ptr_nonnull (findings);
  ck_assert (g_str_has_prefix (findings, "Error: "));
}
END_TEST

static LintelFinding *
find_finding (const char *rule)
{
  GListModel *list = G_LIST_MODEL (lintel_document_get_findings (window_fixture_document ()));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LintelFindingItem) item = g_list_model_get_item (list, i);
      LintelFinding *finding = lintel_finding_item_get_finding (item);

      if (g_str_equal (lintel_rule_get_id (lintel_finding_get_rule (finding)), rule))
        return finding;
    }
  ck_abort_msg ("no finding of %s", rule);
  return NULL;
}

START_TEST (an_acceptance_covers_all_places_in_few_records)
{
  guint before = count_errors ();
  LintelFinding *finding = find_finding ("inmail-port-class");
  g_autoptr (GPtrArray) edits = lintel_acceptance_edits (
      window_fixture_project (), finding, "blocked by the carrier", "R. Kay", "2099-12-31");
  g_autoptr (GPtrArray) accepted = NULL;

  ck_assert (lintel_project_apply (window_fixture_project (), "Accept", NULL, edits, NULL));
  ck_assert_uint_eq (count_errors (), before - 1);
  /* Four ports in all modes: four rows. */
  accepted = lintel_project_list_acceptances (window_fixture_project ());
  ck_assert_uint_eq (accepted->len, 4);
}
END_TEST

START_TEST (accept_asks_for_a_real_reason)
{
  AdwMessageDialog *dialog;
  LintelFinding *finding;

  count_errors ();
  finding = find_finding ("inmail-port-class");
  lintel_accept_dialog_present (GTK_WINDOW (window_fixture_get ()), window_fixture_document (),
                                finding, NULL, NULL);
  dialog = ADW_MESSAGE_DIALOG (window_fixture_dialog ());
  ck_assert (!adw_message_dialog_get_response_enabled (dialog, "accept"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}
END_TEST

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Nobody who types waits: an edit returns before anything is checked. What a run that is overtaken
 * by a further edit has found is thrown away, and only the last state is told. */
START_TEST (typing_does_not_wait_for_the_check)
{
  LintelDocument *document = lintel_window_get_document (window_fixture_get ());
  GListModel *findings = G_LIST_MODEL (lintel_document_get_findings (document));
  LintelPlace place = window_fixture_place ("21-06-01[1]");
  guint before = g_list_model_get_n_items (findings), told = 0;
  gulong handler = g_signal_connect_swapped (document, "linted", G_CALLBACK (count_cb), &told);
  g_autoptr (LintelLinter) fresh = NULL;

  ck_assert (lintel_project_set (window_fixture_project (), "One", &place, "01", NULL));
  ck_assert (lintel_linter_step (lintel_document_get_linter (document), 0));
  ck_assert (lintel_project_set (window_fixture_project (), "Two", &place, "", NULL));
  ck_assert (lintel_project_set (window_fixture_project (), "Three", &place, "011", NULL));
  ck_assert_uint_eq (told, 0);
  ck_assert_uint_eq (g_list_model_get_n_items (findings), before);
  while (told == 0)
    g_main_context_iteration (NULL, TRUE);
  window_fixture_settle ();
  ck_assert_uint_eq (told, 1);
  fresh = lintel_linter_new (window_fixture_project ());
  ck_assert_uint_eq (g_list_model_get_n_items (findings), lintel_linter_get_findings (fresh)->len);
  ck_assert_uint_ne (g_list_model_get_n_items (findings), before);
  g_signal_handler_disconnect (document, handler);
}
END_TEST

START_TEST (the_first_page_comes_after_the_first_frame)
{
  LintelWindow *other = lintel_window_new (window_fixture_application ());
  g_autoptr (LintelDocument) document = window_fixture_read (window_fixture_file ());
  AdwBin *bin;

  lintel_window_set_document (other, document);
  ck_assert (!lintel_document_is_checked (lintel_window_get_document (other)));
  gtk_window_present (GTK_WINDOW (other));
  bin = ADW_BIN (gtk_notebook_get_nth_page (other->notebook, 0));
  ck_assert_ptr_null (adw_bin_get_child (bin));
  wait_for_page (other->notebook);
  ck_assert (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (other)), GTK_WIDGET (bin)));
  gtk_window_destroy (GTK_WINDOW (other));
}
END_TEST

START_TEST (keys_are_listed_when_asked_for)
{
  GtkApplicationWindow *shown = GTK_APPLICATION_WINDOW (window_fixture_get ());

  ck_assert_ptr_null (gtk_application_window_get_help_overlay (shown));
  window_fixture_activate ("show-help-overlay");
  ck_assert (window_fixture_dialog ()
             == GTK_WINDOW (gtk_application_window_get_help_overlay (shown)));
  gtk_window_close (window_fixture_dialog ());
  window_fixture_activate ("show-help-overlay");
  gtk_window_close (window_fixture_dialog ());
}
END_TEST

START_TEST (a_tab_says_how_many_problems_it_has)
{
  GtkWidget *child = gtk_notebook_get_nth_page (window_fixture_get ()->notebook, 5);
  GtkWidget *label = gtk_notebook_get_tab_label (window_fixture_get ()->notebook, child);

  ck_assert_str_eq (gtk_widget_get_tooltip_text (label), "1 problem");
  window_fixture_activate ("fix-all");
  window_fixture_respond ("apply");
  lintel_document_lint_now (window_fixture_document ());
  ck_assert_ptr_null (gtk_widget_get_tooltip_text (label));
}
END_TEST

static Suite *
make_suite (void)
{
  Suite *suite = suite_create ("window");
  TCase *tcase = tcase_create ("window");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, every_tab_has_its_page);
  tcase_add_test (tcase, pages_are_built_when_first_shown);
  tcase_add_test (tcase, an_edit_changes_the_findings_and_undo_restores_them);
  tcase_add_test (tcase, lint_follows_an_edit_by_itself);
  tcase_add_test (tcase, a_value_that_does_not_fit_is_refused_with_a_reason);
  tcase_add_test (tcase, a_block_is_one_step_and_leaves_out_what_does_not_fit);
  tcase_add_test (tcase, an_extension_number_twice_is_left_out_of_a_block);
  tcase_add_test (tcase, fix_all_is_previewed_and_is_one_step);
  tcase_add_test (tcase, a_selected_problem_stays_selected);
  tcase_add_test (tcase, stepping_through_problems_puts_the_cursor_there);
  tcase_add_test (tcase, jumping_to_a_hidden_row_drops_the_filter);
  tcase_add_test (tcase, the_reach_picture_leads_to_what_decides);
  tcase_add_test (tcase, codes_are_masked_until_revealed);
  tcase_add_test (tcase, a_hidden_code_cannot_be_stored_as_dots);
  tcase_add_test (tcase, extensions_are_added_and_removed_as_one_step_each);
  tcase_add_test (tcase, a_page_out_of_sight_catches_up_when_shown);
  tcase_add_test (tcase, drawn_codes_are_strong_and_one_step);
  tcase_add_test (tcase, a_cell_is_named_by_place_and_value_with_its_findings);
  tcase_add_test (tcase, an_acceptance_covers_all_places_in_few_records);
  tcase_add_test (tcase, accept_asks_for_a_real_reason);
  tcase_add_test (tcase, typing_does_not_wait_for_the_check);
  tcase_add_test (tcase, the_first_page_comes_after_the_first_frame);
  tcase_add_test (tcase, keys_are_listed_when_asked_for);
  tcase_add_test (tcase, a_tab_says_how_many_problems_it_has);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return window_fixture_run (make_suite ());
}
