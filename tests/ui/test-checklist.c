/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklist: steps in the words of the model, each with its repair, and what the export asks
 * for. */

#include "config.h"

#include "app/ui/overview/lintel-checklist.h"
#include "lintel/exchange.h"
#include "tests/ui/window-fixture.h"

#include <string.h>

static GtkWidget *
show_checklist (void)
{
  lintel_window_show_page (window_fixture_get (), "overview");
  window_fixture_settle ();
  lintel_document_lint_now (window_fixture_document ());
  return window_fixture_find (GTK_WIDGET (window_fixture_get ()), LINTEL_TYPE_CHECKLIST);
}

static double
get_progress (GtkWidget *checklist)
{
  GtkWidget *bar = window_fixture_find (checklist, GTK_TYPE_PROGRESS_BAR);

  return gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar));
}

/* The rows in their order. */
static void
list_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (ADW_IS_ACTION_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_rows (child, rows);
}

static void
assert_order (GtkWidget *checklist, LintelModel model)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  list_rows (checklist, rows);
  ck_assert_uint_eq (rows->len, LINTEL_N_TIPS);
  for (guint i = 0; i + 1 < rows->len; i++)
    ck_assert_str_eq (adw_preferences_row_get_title (rows->pdata[i]),
                      lintel_tip_get_title ((LintelTip) (i + 1), model));
}

START_TEST (steps_are_those_of_the_model)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *checklist;

  window_fixture_open_example ("law-office");
  checklist = show_checklist ();
  assert_order (checklist, LINTEL_MODEL_SL1100);
  list_rows (checklist, rows);
  ck_assert_ptr_nonnull (strstr (adw_preferences_row_get_title (rows->pdata[1]), "Undefined"));
}
END_TEST

START_TEST (steps_have_their_findings)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *checklist;
  const char *subtitle;

  window_fixture_open ();
  checklist = show_checklist ();
  assert_order (checklist, LINTEL_MODEL_SL2100);
  list_rows (checklist, rows);
  subtitle = adw_action_row_get_subtitle (rows->pdata[1]);
  ck_assert_msg (g_str_has_prefix (subtitle, "1 problem to solve\n• Station mailboxes"), "%s",
                 subtitle);
}
END_TEST

static GtkWidget *
find_shown_button (GtkWidget *row)
{
  GtkWidget *button = window_fixture_find (row, GTK_TYPE_BUTTON);

  return button != NULL && gtk_widget_get_visible (button) ? button : NULL;
}

/* Every step by its own button, each one step for undo; then the export has nothing to ask. */
START_TEST (repairing_every_step_is_what_the_export_asks_for)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  LintelLinter *linter;
  GtkWidget *checklist;
  guint n_fixed = 0;

  window_fixture_open ();
  checklist = show_checklist ();
  linter = lintel_document_get_linter (window_fixture_document ());
  list_rows (checklist, rows);
  ck_assert (get_progress (checklist) < 1);
  ck_assert (!lintel_export_check (linter, &(LintelExportOptions){ 0 }, NULL));
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *button = find_shown_button (rows->pdata[i]);

      if (button == NULL)
        continue;
      g_signal_emit_by_name (button, "clicked");
      window_fixture_settle ();
      window_fixture_respond ("apply");
      lintel_document_lint_now (window_fixture_document ());
      ck_assert_str_eq (lintel_project_get_undo_label (window_fixture_project ()),
                        adw_preferences_row_get_title (rows->pdata[i]));
      n_fixed++;
    }
  ck_assert_uint_ge (n_fixed, 4);
  ck_assert (get_progress (checklist) >= 1);
  ck_assert (lintel_export_check (linter, &(LintelExportOptions){ 0 }, NULL));
}
END_TEST

static Suite *
make_suite (void)
{
  Suite *suite = suite_create ("checklist");
  TCase *tcase = tcase_create ("checklist");

  tcase_add_checked_fixture (tcase, NULL, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, steps_are_those_of_the_model);
  tcase_add_test (tcase, steps_have_their_findings);
  tcase_add_test (tcase, repairing_every_step_is_what_the_export_asks_for);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return window_fixture_run (make_suite ());
}
