/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding one's way: from problem to problem, from difference to difference, and to what was looked
 * for; and the settings that decide what is a problem. */

#include "config.h"

#include "app/ui/find/lintel-find.h"
#include "app/ui/lintel-severities.h"
#include "tests/ui/window-fixture.h"

static const char *
get_tab (void)
{
  return lintel_window_get_page_key (window_fixture_get ());
}

static void
check_cursor (const char *expected)
{
  g_autofree char *place = window_fixture_cursor ();

  ck_assert_str_eq (place, expected);
}

static gboolean
cursor_has_problem (void)
{
  g_autofree char *text = window_fixture_cursor ();
  LintelPlace place = window_fixture_place (text);
  LintelSeverity severity;

  return lintel_document_get_severity_at (window_fixture_document (), &place, &severity);
}

/* All places at which F8 stops, from the overview until it comes to TAB's first one again. */
START_TEST (problems_are_visited_in_order_and_tabs_change_only_when_said)
{
  g_autofree char *last = NULL;

  window_fixture_activate ("next-problem");
  ck_assert_str_eq (get_tab (), "47-02");
  ck_assert (cursor_has_problem ());
  for (guint i = 0; g_str_equal (get_tab (), "47-02"); i++)
    {
      g_autofree char *here = window_fixture_cursor ();

      ck_assert_uint_lt (i, 50);
      if (g_strcmp0 (here, last) == 0)
        {
          /* Announced: now it goes on. */
          window_fixture_activate ("next-problem");
          ck_assert_str_ne (get_tab (), "47-02");
          break;
        }
      g_free (last);
      last = g_steal_pointer (&here);
      window_fixture_activate ("next-problem");
    }
  ck_assert_str_eq (get_tab (), "47-03");
}
END_TEST

START_TEST (an_announced_step_is_forgotten_when_the_cursor_moves)
{
  window_fixture_jump ("21-06-10[20]");
  window_fixture_activate ("next-problem");
  ck_assert_str_eq (get_tab (), "21-06");
  window_fixture_jump ("21-06-10[19]");
  window_fixture_activate ("next-problem");
  ck_assert_str_eq (get_tab (), "21-06");
  window_fixture_activate ("next-problem");
  ck_assert_str_eq (get_tab (), "codes");
}
END_TEST

START_TEST (the_step_back_goes_to_the_one_before)
{
  g_autofree char *first = NULL;

  window_fixture_jump ("21-05-01[1]");
  window_fixture_activate ("next-problem");
  first = window_fixture_cursor ();
  window_fixture_activate ("next-problem");
  window_fixture_activate ("previous-problem");
  check_cursor (first);
}
END_TEST

START_TEST (steps_survive_edits_that_remove_rows)
{
  window_fixture_set ("extension[20].name", "Spare");
  window_fixture_show ("codes");
  window_fixture_activate ("next-problem");
  ck_assert (cursor_has_problem ());
  window_fixture_set ("extension[1]", NULL);
  window_fixture_set ("extension[2]", NULL);
  window_fixture_activate ("next-problem");
  window_fixture_activate ("previous-problem");
  window_fixture_activate ("next-problem");
  ck_assert (cursor_has_problem ());
}
END_TEST

START_TEST (a_step_selects_the_problem_in_the_list)
{
  GtkSingleSelection *selection = lintel_lint_pane_get_selection (window_fixture_get ()->lint_pane);
  LintelFindingItem *item;
  g_autofree char *text = NULL;
  LintelPlace place;
  GPtrArray *findings;

  window_fixture_jump ("21-04-01[101,1]");
  window_fixture_activate ("previous-problem");
  text = window_fixture_cursor ();
  place = window_fixture_place (text);
  item = gtk_single_selection_get_selected_item (selection);
  findings = lintel_document_get_findings_at (window_fixture_document (), &place);
  ck_assert_ptr_nonnull (findings);
  ck_assert (g_ptr_array_find (findings, lintel_finding_item_get_finding (item), NULL));
}
END_TEST

START_TEST (differences_from_the_baseline_are_visited)
{
  g_autofree char *path = g_build_filename (window_fixture_folder (), "office.xml", NULL);

  ck_assert (lintel_document_set_baseline (window_fixture_document (), path, NULL));
  window_fixture_set ("21-05-04[9]", "2");
  window_fixture_set ("21-05-06[12]", "1");
  window_fixture_set ("extension[3].name", "Porter");
  window_fixture_jump ("21-05-01[1]");
  window_fixture_activate ("next-difference");
  check_cursor ("21-05-04[9]");
  window_fixture_activate ("next-difference");
  check_cursor ("21-05-06[12]");
  window_fixture_activate ("next-difference");
  check_cursor ("21-05-06[12]");
  window_fixture_activate ("next-difference");
  check_cursor ("extension[3].name");
  window_fixture_activate ("previous-difference");
  window_fixture_activate ("previous-difference");
  check_cursor ("21-05-06[12]");
}
END_TEST

START_TEST (without_a_baseline_differences_are_from_the_default)
{
  window_fixture_set ("21-05-04[9]", "2");
  window_fixture_jump ("21-05-04[8]");
  window_fixture_activate ("next-difference");
  check_cursor ("21-05-04[9]");
}
END_TEST

START_TEST (a_baseline_of_another_model_is_refused)
{
  g_autofree char *path = lintel_test_source ("data/examples/law-office.xml");
  g_autoptr (GError) error = NULL;

  ck_assert (!lintel_document_set_baseline (window_fixture_document (), path, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "same model"));
  ck_assert_ptr_null (lintel_document_get_baseline_path (window_fixture_document ()));
}
END_TEST

static void
check_found (const char *text, const char *place)
{
  g_autoptr (GPtrArray) hits = lintel_find (window_fixture_project (), text);
  LintelPlace wanted = window_fixture_place (place);

  for (guint i = 0; i < hits->len; i++)
    if (lintel_place_equal (&((LintelFindHit *) g_ptr_array_index (hits, i))->place, &wanted))
      return;
  ck_abort_msg ("%s is not among the %u hits for “%s”", place, hits->len, text);
}

START_TEST (values_names_titles_and_places_are_found)
{
  window_fixture_set ("21-06-06[2,17]", "1214");
  window_fixture_set ("extension[3].name", "Jürgen Ähre");
  check_found ("1214", "21-06-06[2,17]");
  check_found ("21-06-06[2,18]", "21-06-06[2,18]");
  check_found ("jürgen", "extension[3].name");
  check_found ("international call restriction", "21-05-01[1]");
  check_found ("30", "21-06-03[1]");
}
END_TEST

START_TEST (codes_are_not_found_by_trying)
{
  const char *code;
  g_autoptr (GPtrArray) hits = NULL;

  ck_assert_int_eq (lintel_project_get_code (window_fixture_project (), "101", &code),
                    LINTEL_CODE_SET);
  hits = lintel_find (window_fixture_project (), code);
  for (guint i = 0; i < hits->len; i++)
    ck_assert_int_ne (((LintelFindHit *) g_ptr_array_index (hits, i))->place.kind,
                      LINTEL_PLACE_CODE);
  g_ptr_array_unref (g_steal_pointer (&hits));
  hits = lintel_find (window_fixture_project (), "101");
  for (guint i = 0; i < hits->len; i++)
    ck_assert_ptr_null (strstr (((LintelFindHit *) g_ptr_array_index (hits, i))->text, code));
}
END_TEST

START_TEST (enter_goes_to_the_first_hit)
{
  GtkWidget *entry;

  window_fixture_activate ("find-everywhere");
  entry = window_fixture_find (GTK_WIDGET (window_fixture_dialog ()), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "21-06-05[3]");
  g_signal_emit_by_name (entry, "activate");
  window_fixture_settle ();
  ck_assert_str_eq (get_tab (), "21-06");
  check_cursor ("21-06-05[3]");
}
END_TEST

START_TEST (a_severity_of_the_user_s_counts_at_once)
{
  const LintelRule *rule = lintel_rules_find ("unused-station-mailbox");
  LintelDocument *document = window_fixture_document ();
  guint errors = lintel_document_count (document, LINTEL_SEVERITY_ERROR);
  LintelSeverity severity;

  lintel_severities_set (rule, LINTEL_SEVERITY_WARNING);
  ck_assert (lintel_severities_get (rule, &severity));
  lintel_document_use_severities (document);
  lintel_document_lint_now (document);
  ck_assert_uint_eq (lintel_document_count (document, LINTEL_SEVERITY_ERROR), errors - 1);
  lintel_severities_reset (rule);
  ck_assert (!lintel_severities_get (rule, &severity));
  lintel_document_use_severities (document);
  lintel_document_lint_now (document);
  ck_assert_uint_eq (lintel_document_count (document, LINTEL_SEVERITY_ERROR), errors);
}
END_TEST

START_TEST (a_locked_rule_cannot_become_a_note)
{
  const LintelRule *rule = lintel_rules_find ("unused-station-mailbox");
  LintelSeverity severity;

  lintel_severities_set (rule, LINTEL_SEVERITY_NOTE);
  ck_assert (!lintel_severities_get (rule, &severity));
  lintel_severities_reset (rule);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("steps");
  TCase *tcase = tcase_create ("steps");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, problems_are_visited_in_order_and_tabs_change_only_when_said);
  tcase_add_test (tcase, an_announced_step_is_forgotten_when_the_cursor_moves);
  tcase_add_test (tcase, the_step_back_goes_to_the_one_before);
  tcase_add_test (tcase, steps_survive_edits_that_remove_rows);
  tcase_add_test (tcase, a_step_selects_the_problem_in_the_list);
  tcase_add_test (tcase, differences_from_the_baseline_are_visited);
  tcase_add_test (tcase, without_a_baseline_differences_are_from_the_default);
  tcase_add_test (tcase, a_baseline_of_another_model_is_refused);
  tcase_add_test (tcase, values_names_titles_and_places_are_found);
  tcase_add_test (tcase, codes_are_not_found_by_trying);
  tcase_add_test (tcase, enter_goes_to_the_first_hit);
  tcase_add_test (tcase, a_severity_of_the_user_s_counts_at_once);
  tcase_add_test (tcase, a_locked_rule_cannot_become_a_note);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
