/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the window does with people rather than for them: international access, kept dial tests,
 * acceptances.
 */

#include "config.h"

#include "app/ui/overview/lintel-dial-tester.h"
#include "lintel/dial-system.h"
#include "tests/ui/window-fixture.h"

#include <string.h>

static void
open_window (void)
{
  window_fixture_open_example ("hardened-office");
  lintel_window_show_page (window_fixture_get (), "overview");
  window_fixture_settle ();
}

static gpointer
get_child (GtkWidget *widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

/* International access. */

static void
check_row (GtkListBox *list, const char *label)
{
  GtkListBoxRow *row;

  for (int n = 0; (row = gtk_list_box_get_row_at_index (list, n)) != NULL; n++)
    {
      GtkCheckButton *button = GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));

      if (g_str_has_prefix (gtk_check_button_get_label (button), label))
        {
          gtk_check_button_set_active (button, TRUE);
          return;
        }
    }
  ck_abort_msg ("there is no row %s", label);
}

static LintelDialVerdict
dial (const char *extension, const char *number)
{
  LintelDialSystem *system = lintel_dial_system_of (window_fixture_project ());
  int port = lintel_project_find_extension (window_fixture_project (), extension)->port;
  LintelDialAnswer answer;

  lintel_dial_evaluate (
      lintel_dial_system_get_matcher (system, lintel_dial_system_get_class (system, port, 1)),
      number, strlen (number), &answer);
  return answer.verdict;
}

START_TEST (international_access_is_previewed_and_one_step)
{
  GtkWidget *dialog;
  GtkWidget *apply;

  window_fixture_activate ("international-access");
  dialog = GTK_WIDGET (window_fixture_dialog ());
  ck_assert_str_eq (G_OBJECT_TYPE_NAME (dialog), "LintelAccessDialog");
  apply = get_child (dialog, "apply_button");
  ck_assert (!gtk_widget_get_sensitive (apply));
  check_row (get_child (dialog, "extensions"), "101");
  check_row (get_child (dialog, "countries"), "United Kingdom");
  check_row (get_child (dialog, "countries"), "Jamaica");
  window_fixture_settle ();
  ck_assert (gtk_widget_get_sensitive (apply));
  window_fixture_click (apply);
  ck_assert_int_eq (dial ("101", "011442079460123"), LINTEL_DIAL_ALLOWED);
  ck_assert_int_eq (dial ("101", "18765550100"), LINTEL_DIAL_ALLOWED);
  ck_assert_int_eq (dial ("102", "011442079460123"), LINTEL_DIAL_RESTRICTED);
  ck_assert_int_eq (dial ("213", "011442079460123"), LINTEL_DIAL_RESTRICTED);
  ck_assert (lintel_project_undo (window_fixture_project ()));
  ck_assert (!lintel_project_is_dirty (window_fixture_project ()));
}
END_TEST

/* Records on the Overview. */

/* The NTH list on the Overview: dial tests, then acceptances. */
static GtkWidget *
find_list (int nth)
{
  GtkWidget *tester =
      window_fixture_find (GTK_WIDGET (window_fixture_get ()), LINTEL_TYPE_DIAL_TESTER);
  GtkWidget *list;

  ck_assert_ptr_nonnull (tester);
  list = gtk_widget_get_next_sibling (tester);
  return nth == 0 ? list : gtk_widget_get_next_sibling (list);
}

static guint
count_dial_tests (void)
{
  g_autoptr (GPtrArray) tests = lintel_project_list_dial_tests (window_fixture_project ());

  return tests->len;
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = G_OBJECT_TYPE (widget) == ADW_TYPE_ACTION_ROW && gtk_widget_get_mapped (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

/* So many tests are one row, and rows of their own once that is opened. */
static void
assert_collapsed (GtkWidget *list, guint n)
{
  GtkWidget *rest = window_fixture_find (list, ADW_TYPE_EXPANDER_ROW);
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  ck_assert_ptr_nonnull (rest);
  ck_assert_uint_lt (count_rows (list), n);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (rest), TRUE);
  while (count_rows (list) < n && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  ck_assert_uint_ge (count_rows (list), n);
}

START_TEST (a_call_is_kept_as_a_test_and_removed)
{
  GtkWidget *tester =
      window_fixture_find (GTK_WIDGET (window_fixture_get ()), LINTEL_TYPE_DIAL_TESTER);
  GtkWidget *keep = get_child (tester, "keep_button");

  lintel_dial_tester_set_call (LINTEL_DIAL_TESTER (tester), 113, 2, "011 44 20 7946 0123");
  window_fixture_settle ();
  window_fixture_click (keep);
  ck_assert_uint_eq (count_dial_tests (), 1);
  ck_assert (!gtk_widget_get_sensitive (keep));
  window_fixture_click (window_fixture_find_button (find_list (0), "_Add Sensible Tests"));
  ck_assert_uint_gt (count_dial_tests (), 5);
  assert_collapsed (find_list (0), count_dial_tests ());
  ck_assert (lintel_project_undo (window_fixture_project ()));
  window_fixture_settle ();
  window_fixture_click (window_fixture_find_button (find_list (0), "Remove"));
  ck_assert_uint_eq (count_dial_tests (), 0);
  ck_assert (gtk_widget_get_sensitive (keep));
  ck_assert_ptr_null (window_fixture_find_button (find_list (0), "Remove"));
}
END_TEST

static void
accept_something (void)
{
  const LintelField fields[] = { LINTEL_FIELD_RULE, LINTEL_FIELD_AT, LINTEL_FIELD_REASON,
                                 LINTEL_FIELD_BY };
  const char *texts[] = { "islands-reachable", "21-05[2]", "customers in Jamaica", "R. Kay" };
  g_autoptr (GPtrArray) edits = lintel_edits_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      LintelPlace place = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, 1, fields[i]);

      lintel_edits_add (edits, &place, texts[i]);
    }
  ck_assert (lintel_project_apply (window_fixture_project (), "", NULL, edits, NULL));
  window_fixture_settle ();
}

START_TEST (an_acceptance_is_changed_and_removed)
{
  LintelPlace until = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, 1, LINTEL_FIELD_UNTIL);
  GtkWidget *dialog;

  accept_something ();
  window_fixture_click (window_fixture_find_button (find_list (1), "Change"));
  dialog = GTK_WIDGET (window_fixture_dialog ());
  ck_assert_str_eq (G_OBJECT_TYPE_NAME (dialog), "LintelAcceptDialog");
  ck_assert_str_eq (gtk_editable_get_text (get_child (dialog, "reason_row")),
                    "customers in Jamaica");
  gtk_editable_set_text (get_child (dialog, "until_row"), "2030-01-31");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  window_fixture_settle ();
  ck_assert_str_eq (lintel_project_get_text (window_fixture_project (), &until), "2030-01-31");
  window_fixture_click (window_fixture_find_button (find_list (1), "Remove"));
  ck_assert_ptr_null (lintel_project_get_text (window_fixture_project (), &until));
  ck_assert_ptr_null (window_fixture_find_button (find_list (1), "Remove"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("hardening");
  TCase *tcase = tcase_create ("hardening");

  tcase_add_checked_fixture (tcase, open_window, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, international_access_is_previewed_and_one_step);
  tcase_add_test (tcase, a_call_is_kept_as_a_test_and_removed);
  tcase_add_test (tcase, an_acceptance_is_changed_and_removed);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
