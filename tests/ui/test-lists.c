/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of extensions and codes: renumbered, imported, marked unused, cleared. */

#include "config.h"

#include "app/ui/pages/lintel-codes-model.h"
#include "app/ui/pages/lintel-extensions-dialogs.h"
#include "app/ui/pages/lintel-extensions-model.h"
#include "tests/ui/window-fixture.h"

static LintelExtensionsModel *
show_extensions (LintelSheetPage **page)
{
  *page = window_fixture_show ("extensions");
  return LINTEL_EXTENSIONS_MODEL (lintel_sheet_page_get_sheet (*page));
}

static void
select_rows (LintelSheetPage *page, guint first, guint last)
{
  lintel_grid_select (lintel_sheet_page_get_grid (page), &(LintelGridRange){ first, 0, last, 0 });
}

/* Records 1 are a dial test from, and an acceptance at, extension 101. */
static void
add_references (void)
{
  window_fixture_set ("47-02-02[1]", "101");
  window_fixture_set ("code[101]", "4821");
  window_fixture_set ("code[102]", NULL);
  window_fixture_set ("dial-test[1].from", "101");
  window_fixture_set ("accepted[1].at", "21-04[101]");
}

START_TEST (what_refers_to_a_number_follows_it_in_one_step)
{
  LintelSheetPage *page;
  GtkWidget *entry;

  add_references ();
  show_extensions (&page);
  select_rows (page, 0, 1);
  gtk_widget_activate_action (GTK_WIDGET (page), "extensions.renumber", NULL);
  window_fixture_settle ();
  entry = window_fixture_find (GTK_WIDGET (window_fixture_dialog ()), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "103");
  ck_assert (!adw_message_dialog_get_response_enabled (
      ADW_MESSAGE_DIALOG (window_fixture_dialog ()), "apply"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "901");
  window_fixture_respond ("apply");

  ck_assert_str_eq (window_fixture_value ("extension[1].number"), "901");
  ck_assert_str_eq (window_fixture_value ("extension[2].number"), "902");
  ck_assert_str_eq (window_fixture_value ("47-02-02[1]"), "901");
  ck_assert_str_eq (window_fixture_value ("code[901]"), "4821");
  ck_assert_ptr_null (window_fixture_value ("code[101]"));
  ck_assert_str_eq (window_fixture_value ("dial-test[1].from"), "901");
  ck_assert_str_eq (window_fixture_value ("accepted[1].at"), "21-04[901]");

  lintel_project_undo (window_fixture_project ());
  ck_assert_str_eq (window_fixture_value ("extension[1].number"), "101");
  ck_assert_str_eq (window_fixture_value ("code[101]"), "4821");
  ck_assert_str_eq (window_fixture_value ("accepted[1].at"), "21-04[101]");
}
END_TEST

/* The second's code must not stay behind for the first, which has none. */
START_TEST (numbers_that_are_exchanged_take_their_codes_along)
{
  LintelSheetPage *page;
  const LintelGridEdit edits[] = { { 0, 0, "102" }, { 1, 0, "101" } };
  g_autoptr (GPtrArray) rejects = NULL;

  add_references ();
  show_extensions (&page);
  rejects = lintel_grid_model_set_block (window_fixture_model (page), edits, 2, "Paste");
  ck_assert_uint_eq (rejects->len, 0);
  ck_assert_str_eq (window_fixture_value ("extension[1].number"), "102");
  ck_assert_str_eq (window_fixture_value ("code[102]"), "4821");
  ck_assert_ptr_null (window_fixture_value ("code[101]"));
  ck_assert_str_eq (window_fixture_value ("47-02-02[1]"), "102");
}
END_TEST

START_TEST (typing_a_number_into_its_cell_does_the_same)
{
  LintelSheetPage *page;

  add_references ();
  show_extensions (&page);
  ck_assert (lintel_grid_model_set (window_fixture_model (page), 0, 0, "901", NULL));
  ck_assert_str_eq (window_fixture_value ("code[901]"), "4821");
  ck_assert_str_eq (window_fixture_value ("47-02-02[1]"), "901");
}
END_TEST

/* Where they are read one sees which cell it is. */
START_TEST (refusals_do_not_name_their_place)
{
  LintelSheetPage *page;
  const LintelGridEdit edits[] = { { 0, 2, "Two\nlines" } };
  g_autoptr (GPtrArray) rejects = NULL;
  g_autoptr (GError) error = NULL;

  show_extensions (&page);
  ck_assert (!lintel_grid_model_set (window_fixture_model (page), 0, 0, "102", &error));
  ck_assert_str_eq (error->message,
                    "port 2 already has the number 102; every extension has its own");
  rejects = lintel_grid_model_set_block (window_fixture_model (page), edits, 1, "Paste");
  ck_assert_uint_eq (rejects->len, 1);
  ck_assert_str_eq (((LintelGridReject *) g_ptr_array_index (rejects, 0))->reason,
                    "the text has characters that cannot be kept; type it again without them");
}
END_TEST

START_TEST (extensions_are_marked_unused)
{
  LintelSheetPage *page;

  show_extensions (&page);
  select_rows (page, 2, 4);
  gtk_widget_activate_action (GTK_WIDGET (page), "extensions.mark-unused", NULL);
  ck_assert_str_eq (window_fixture_value ("extension[3].kind"), "unused");
  ck_assert_str_eq (window_fixture_value ("extension[5].kind"), "unused");
  lintel_project_undo (window_fixture_project ());
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
}
END_TEST

static void
import (const char *text)
{
  g_autofree char *path = g_build_filename (window_fixture_folder (), "names.csv", NULL);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
  lintel_import_names_present (window_fixture_show ("extensions"), path);
  window_fixture_settle ();
}

START_TEST (names_are_imported_after_a_preview)
{
  import ("Name;Office;Extension\nNora Fields;A;103\nNobody;B;999\n\"Quinn, Joe\";C;104\n");
  ck_assert_str_eq (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (window_fixture_dialog ())),
                    "Import 2 Names?");
  window_fixture_respond ("cancel");
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));

  import ("103,Nora Fields\n999,Nobody\n104,Joe\n");
  window_fixture_respond ("apply");
  ck_assert_str_eq (window_fixture_value ("extension[3].name"), "Nora Fields");
  ck_assert_str_eq (window_fixture_value ("extension[4].name"), "Joe");
  lintel_project_undo (window_fixture_project ());
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
}
END_TEST

START_TEST (codes_are_cleared_to_unknown)
{
  LintelSheetPage *page = window_fixture_show ("codes");
  const char *code;

  select_rows (page, 0, 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "codes.clear", NULL);
  ck_assert_int_eq (lintel_project_get_code (window_fixture_project (), "101", &code),
                    LINTEL_CODE_UNKNOWN);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("lists");
  TCase *tcase = tcase_create ("lists");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, what_refers_to_a_number_follows_it_in_one_step);
  tcase_add_test (tcase, numbers_that_are_exchanged_take_their_codes_along);
  tcase_add_test (tcase, typing_a_number_into_its_cell_does_the_same);
  tcase_add_test (tcase, refusals_do_not_name_their_place);
  tcase_add_test (tcase, extensions_are_marked_unused);
  tcase_add_test (tcase, names_are_imported_after_a_preview);
  tcase_add_test (tcase, codes_are_cleared_to_unknown);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
