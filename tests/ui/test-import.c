/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that come back through the window: looked at first, then one step. */

#include "app/ui/dialogs/lintel-import-dialog.h"
#include "tests/ui/window-fixture.h"

static char *
get_heading (void)
{
  return g_strdup (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (window_fixture_dialog ())));
}

static void
expect_heading (const char *expected)
{
  g_autofree char *heading = get_heading ();

  ck_assert_str_eq (heading, expected);
}

/* What the preview lists. */
static const char *
get_list (void)
{
  GtkWidget *extra =
      adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (window_fixture_dialog ()));

  return gtk_label_get_text (GTK_LABEL (window_fixture_find (extra, GTK_TYPE_LABEL)));
}

static void
expect_listed (const char *part)
{
  ck_assert_msg (strstr (get_list (), part) != NULL, "“%s” is not in:\n%s", part, get_list ());
}

static char *
get_clipboard (void)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window_fixture_get ()));
  GValue value = G_VALUE_INIT;
  char *text = NULL;

  g_value_init (&value, G_TYPE_STRING);
  if (gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL))
    text = g_value_dup_string (&value);
  g_value_unset (&value);
  return text;
}

/* Answers the first question with "paste" and waits for what comes of it. */
static void
paste (const char *rows)
{
  GtkWidget *window = GTK_WIDGET (window_fixture_get ());
  GtkWindow *question;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (window), rows);
  window_fixture_activate ("import");
  window_fixture_settle ();
  question = window_fixture_dialog ();
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "paste");
  gtk_window_destroy (question);
  for (int n = 0; n < 20; n++)
    window_fixture_settle ();
}

START_TEST (a_file_is_imported_after_a_preview)
{
  g_autofree char *path = g_build_filename (window_fixture_folder (), "table.csv", NULL);

  ck_assert (g_file_set_contents (
      path, "extension,mode,21-04-01\n213,1,9\n213,2,16\n214,1,9\n4711,1,9\n", -1, NULL));
  lintel_import_file_present (GTK_WINDOW (window_fixture_get ()), window_fixture_project (), path);
  window_fixture_settle ();
  expect_heading ("Import 2 Values?");
  expect_listed ("table.csv: row 3, column “21-04-01”: “16”: ");
  expect_listed ("row 5, column “extension”: “4711”: no extension has this number");
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));

  window_fixture_respond ("apply");
  ck_assert_str_eq (window_fixture_value ("21-04-01[213,1]"), "9");
  ck_assert_str_eq (window_fixture_value ("21-04-01[214,1]"), "9");
  ck_assert_str_eq (lintel_project_get_undo_label (window_fixture_project ()), "Import tables");
  lintel_project_undo (window_fixture_project ());
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
}
END_TEST

START_TEST (copied_rows_are_imported_and_the_list_can_be_copied)
{
  g_autofree char *copied = NULL;

  paste ("Number\tName\n101\tNora Fields\n999\tNobody\n");
  expect_heading ("Import 1 Value?");
  expect_listed ("Pasted rows: row 3, column “Number”: “999”: there is no extension");
  window_fixture_respond ("copy");
  copied = get_clipboard ();
  ck_assert_ptr_nonnull (strstr (copied, "“999”"));

  paste ("Number\tName\n101\tNora Fields\n");
  window_fixture_respond ("apply");
  ck_assert_str_eq (window_fixture_value ("extension[1].name"), "Nora Fields");
}
END_TEST

START_TEST (what_is_no_table_is_refused_in_words)
{
  paste ("Dear customer,\nhello\n");
  expect_heading ("This table cannot be imported");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("import");
  TCase *tcase = tcase_create ("import");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, a_file_is_imported_after_a_preview);
  tcase_add_test (tcase, copied_rows_are_imported_and_the_list_can_be_copied);
  tcase_add_test (tcase, what_is_no_table_is_refused_in_words);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
