/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preview and print: the pages that are seen and printed are those of the PDF files. */

#include "config.h"

#include "tests/ui/window-fixture.h"

#include "app/ui/paper/lintel-paper-print.h"
#include "app/ui/paper/lintel-paper-window.h"
#include "lintel/xml.h"
#include "tests/support/largest-system.h"

#include <string.h>

/* Text of a PDF in the order in which it was drawn, each page ended by a form feed. */
static char *
read_pdf (const char *path)
{
  const char *argv[] = { "pdftotext", "-raw", path, "-", NULL };
  g_autofree char *err = NULL;
  char *out = NULL;

  ck_assert_msg (lintel_test_spawn (argv, &out, &err) == 0, "%s", err);
  return out;
}

static char *
in_folder (const char *name)
{
  return g_build_filename (window_fixture_folder (), name, NULL);
}

static void
set_paper (GtkPrintOperation *operation, const char *name)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (name);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_paper_size_free (size);
}

/* Prints into a file; PAPER is a name of GTK's, or NULL for what the program suggests. */
static void
print_to (const char *path, LintelPaperKind kind, const char *paper)
{
  g_autoptr (GtkPrintOperation) operation =
      lintel_paper_print_operation_new (window_fixture_document (), kind);
  g_autoptr (GError) error = NULL;

  if (paper != NULL)
    set_paper (operation, paper);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                           GTK_WINDOW (window_fixture_get ()), &error);
  ck_assert_msg (error == NULL, "%s", error->message);
}

/* What the export would put into the file. */
static void
write_pdf (const char *path, LintelPaperKind kind, LintelPaperSize size)
{
  g_autoptr (LintelPaper) paper = lintel_paper_make (window_fixture_document (), kind, size, NULL);
  g_autoptr (GBytes) bytes = lintel_paper_to_pdf (paper, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  ck_assert (g_file_set_contents (path, data, (gssize) length, NULL));
}

static void
assert_same_lines (const char *text, const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (guint n = 0; lines[n] != NULL && expected_lines[n] != NULL; n++)
    ck_assert_str_eq (lines[n], expected_lines[n]);
  ck_assert_uint_eq (g_strv_length (lines), g_strv_length (expected_lines));
}

static const struct
{
  LintelPaperKind kind;
  const char *paper;
  LintelPaperSize size;
} prints[] = {
  { LINTEL_PAPER_CERTIFICATE, NULL, LINTEL_PAPER_LETTER },
  { LINTEL_PAPER_CERTIFICATE, GTK_PAPER_NAME_A4, LINTEL_PAPER_A4 },
  { LINTEL_PAPER_WORKSHEET, GTK_PAPER_NAME_LETTER, LINTEL_PAPER_LETTER },
  { LINTEL_PAPER_WORKSHEET, GTK_PAPER_NAME_A4, LINTEL_PAPER_A4 },
  /* As A4, made to fit. */
  { LINTEL_PAPER_CERTIFICATE, GTK_PAPER_NAME_A5, LINTEL_PAPER_A4 },
  { LINTEL_PAPER_CODE_SHEET, GTK_PAPER_NAME_A4, LINTEL_PAPER_A4 },
};

START_TEST (what_is_printed_is_the_pdf)
{
  g_autofree char *printed = in_folder ("printed.pdf"), *exported = in_folder ("exported.pdf");
  g_autofree char *printed_text = NULL, *exported_text = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "1790000000", TRUE);
  window_fixture_set ("21-06-01[1]", "011");
  window_fixture_set ("customer.name", "Žluťoučký Ёлка");
  print_to (printed, prints[_i].kind, prints[_i].paper);
  write_pdf (exported, prints[_i].kind, prints[_i].size);
  printed_text = read_pdf (printed);
  exported_text = read_pdf (exported);
  assert_same_lines (printed_text, exported_text);
  ck_assert_ptr_nonnull (strchr (printed_text, '\f'));
}
END_TEST

static LintelPaperWindow *
open_preview (void)
{
  GtkWindow *dialog;

  window_fixture_activate ("preview");
  dialog = window_fixture_dialog ();
  ck_assert (LINTEL_IS_PAPER_WINDOW (dialog));
  return LINTEL_PAPER_WINDOW (dialog);
}

static LintelPaperView *
wait_for_pages (LintelPaperWindow *preview)
{
  while (lintel_paper_window_is_busy (preview))
    g_main_context_iteration (NULL, TRUE);
  window_fixture_settle ();
  return lintel_paper_window_get_view (preview);
}

/* Until GTK has given every page its room. */
static void
wait_for_page (LintelPaperView *view, guint page)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (lintel_paper_view_get_page (view) != page && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  ck_assert_uint_eq (lintel_paper_view_get_page (view), page);
}

static void
press (LintelPaperView *view, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));
  gboolean found = FALSE;

  /* The bindings of the class are a shortcut controller. */
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !found; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint n = 0; n < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !found; n++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), n);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (!GTK_IS_KEYVAL_TRIGGER (trigger)
              || gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != keyval)
            continue;
          found = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                                GTK_SHORTCUT_ACTION_EXCLUSIVE, GTK_WIDGET (view),
                                                gtk_shortcut_get_arguments (shortcut));
        }
    }
  ck_assert (found);
}

static void
close_preview (LintelPaperWindow *preview)
{
  gtk_window_destroy (GTK_WINDOW (preview));
  window_fixture_settle ();
}

START_TEST (pages_are_turned_by_keyboard)
{
  LintelPaperWindow *preview = open_preview ();
  LintelPaperView *view = wait_for_pages (preview);
  const guint n_pages = lintel_paper_get_n_pages (lintel_paper_view_get_paper (view));

  ck_assert_uint_gt (n_pages, 3);
  wait_for_page (view, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Page 1 of 5");
  while (gtk_widget_get_height (GTK_WIDGET (view)) < 3000)
    g_main_context_iteration (NULL, TRUE);
  press (view, GDK_KEY_Page_Down);
  wait_for_page (view, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Page 2 of 5");
  press (view, GDK_KEY_End);
  wait_for_page (view, n_pages - 1);
  press (view, GDK_KEY_Page_Up);
  wait_for_page (view, n_pages - 2);
  press (view, GDK_KEY_Home);
  wait_for_page (view, 0);
  close_preview (preview);
}
END_TEST

START_TEST (zoom_keeps_the_page)
{
  LintelPaperWindow *preview = open_preview ();
  LintelPaperView *view = wait_for_pages (preview);

  while (gtk_widget_get_height (GTK_WIDGET (view)) < 3000)
    g_main_context_iteration (NULL, TRUE);
  lintel_paper_view_go_to_page (view, 2);
  wait_for_page (view, 2);
  gtk_widget_activate_action (GTK_WIDGET (preview), "paper.larger", NULL);
  ck_assert (lintel_paper_view_get_zoom (view) > 1);
  window_fixture_settle ();
  wait_for_page (view, 2);
  for (int n = 0; n < 10; n++)
    gtk_widget_activate_action (GTK_WIDGET (preview), "paper.smaller", NULL);
  ck_assert (lintel_paper_view_get_zoom (view) >= 0.5);
  gtk_widget_activate_action (GTK_WIDGET (preview), "paper.own-size", NULL);
  ck_assert (lintel_paper_view_get_zoom (view) == 1);
  close_preview (preview);
}
END_TEST

static GtkDropDown *
find_drop (LintelPaperWindow *preview, const char *first)
{
  GtkWidget *header = window_fixture_find (GTK_WIDGET (preview), ADW_TYPE_HEADER_BAR);
  GtkWidget *drop = window_fixture_find (header, GTK_TYPE_DROP_DOWN);

  for (; drop != NULL; drop = gtk_widget_get_next_sibling (drop))
    if (GTK_IS_DROP_DOWN (drop)
        && g_str_equal (gtk_string_list_get_string (
                            GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (drop))), 0),
                        first))
      return GTK_DROP_DOWN (drop);
  ck_abort_msg ("no list with %s", first);
  return NULL;
}

/* Choosing again and again shows what was chosen last. */
START_TEST (the_preview_shows_what_is_chosen)
{
  LintelPaperWindow *preview = open_preview ();
  LintelPaperView *view;
  double width, height;
  g_autofree char *text = NULL;

  gtk_drop_down_set_selected (find_drop (preview, "Certificate"), 1);
  gtk_drop_down_set_selected (find_drop (preview, "A4"), 1);
  gtk_drop_down_set_selected (find_drop (preview, "A4"), 0);
  view = wait_for_pages (preview);
  ck_assert_str_eq (lintel_paper_get_title (lintel_paper_view_get_paper (view)),
                    "Worksheet: Maple Street Dental");
  lintel_paper_get_size (lintel_paper_view_get_paper (view), &width, &height);
  ck_assert (width < 600);
  text = lintel_paper_get_page_text (lintel_paper_view_get_paper (view), 0);
  ck_assert (g_str_has_prefix (text, "Worksheet\nNEC SL2100"));
  close_preview (preview);
}
END_TEST

START_TEST (closing_the_preview_early_is_fine)
{
  close_preview (open_preview ());
  for (int n = 0; n < 50; n++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
}
END_TEST

START_TEST (codes_are_printed_only_after_a_warning)
{
  AdwMessageDialog *dialog;

  window_fixture_activate ("print-codes");
  dialog = ADW_MESSAGE_DIALOG (window_fixture_dialog ());
  ck_assert_ptr_nonnull (strstr (adw_message_dialog_get_body (dialog), "every code"));
  ck_assert_str_eq (adw_message_dialog_get_default_response (dialog), "cancel");
  window_fixture_respond ("cancel");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("printing");
  TCase *tcase = tcase_create ("printing");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, what_is_printed_is_the_pdf, 0, G_N_ELEMENTS (prints));
  tcase_add_test (tcase, pages_are_turned_by_keyboard);
  tcase_add_test (tcase, zoom_keeps_the_page);
  tcase_add_test (tcase, the_preview_shows_what_is_chosen);
  tcase_add_test (tcase, closing_the_preview_early_is_fine);
  tcase_add_test (tcase, codes_are_printed_only_after_a_warning);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
