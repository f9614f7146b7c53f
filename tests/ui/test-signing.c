/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing on the Overview: who, for what, and what a later change makes of it. */

#include "config.h"

#include "tests/ui/window-fixture.h"

#include "app/ui/lintel-settings.h"
#include "app/ui/overview/lintel-sign-off-group.h"

#include <string.h>

static LintelSignOffGroup *
find_group (void)
{
  GtkWidget *page = lintel_window_show_page (window_fixture_get (), "overview");

  window_fixture_settle ();
  return LINTEL_SIGN_OFF_GROUP (window_fixture_find (page, LINTEL_TYPE_SIGN_OFF_GROUP));
}

static void
assert_says (const char *title, const char *part)
{
  GtkWidget *row = window_fixture_find_row (GTK_WIDGET (find_group ()), title);
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

  ck_assert_msg (strstr (subtitle, part) != NULL, "“%s” is not in “%s”", part, subtitle);
}

static void
click (const char *tooltip)
{
  window_fixture_click (window_fixture_find_button (GTK_WIDGET (find_group ()), tooltip));
}

static void
sign (const char *tooltip, const char *name)
{
  GtkWidget *row;

  click (tooltip);
  row = window_fixture_find (GTK_WIDGET (window_fixture_dialog ()), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  window_fixture_respond ("sign");
}

static guint
count_stale (void)
{
  GListModel *findings;
  guint n = 0;

  lintel_document_lint_now (window_fixture_document ());
  findings = G_LIST_MODEL (lintel_document_get_findings (window_fixture_document ()));
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (LintelFindingItem) item = g_list_model_get_item (findings, i);
      const LintelRule *rule = lintel_finding_get_rule (lintel_finding_item_get_finding (item));

      n += g_str_equal (lintel_rule_get_id (rule), "sign-off-stale") ? 1 : 0;
    }
  return n;
}

START_TEST (a_signature_is_for_what_was_seen)
{
  LintelSignOff sign_off;
  g_autofree char *hash = lintel_project_compute_hash (window_fixture_project ());

  assert_says ("Prepared by", "Nobody yet");
  sign ("Sign as preparer", "  R. Kay ");
  ck_assert (
      lintel_project_get_sign_off (window_fixture_project (), LINTEL_SIGN_OFF_PREPARED, &sign_off));
  ck_assert_str_eq (sign_off.by, "R. Kay");
  ck_assert_str_eq (sign_off.sha256, hash);
  assert_says ("Prepared by", "R. Kay, ");
  assert_says ("Prepared by", "for the project as it is now");
  hash[16] = '\0';
  assert_says ("Prepared by", hash);
  assert_says ("Reviewed by", "Nobody yet");
  ck_assert_uint_eq (count_stale (), 0);
}
END_TEST

START_TEST (a_later_change_makes_it_stale_and_undo_does_not)
{
  sign ("Sign as preparer", "R. Kay");
  sign ("Sign as reviewer", "M. Ortiz");
  window_fixture_set ("21-05-01[15]", "1");
  assert_says ("Prepared by", "has been changed since");
  assert_says ("Reviewed by", "has been changed since");
  ck_assert_uint_eq (count_stale (), 2);
  window_fixture_activate ("undo");
  assert_says ("Reviewed by", "M. Ortiz, ");
  assert_says ("Reviewed by", "as it is now");
  ck_assert_uint_eq (count_stale (), 0);

  /* A code is no part of what is signed: users set it at the telephone. */
  window_fixture_set ("code[101]", "6839");
  assert_says ("Prepared by", "as it is now");
  window_fixture_activate ("undo");

  window_fixture_activate ("undo");
  assert_says ("Reviewed by", "Nobody yet");
  assert_says ("Prepared by", "as it is now");
  window_fixture_activate ("redo");
  assert_says ("Reviewed by", "M. Ortiz, ");
}
END_TEST

START_TEST (a_signature_can_be_withdrawn)
{
  GtkWidget *button =
      window_fixture_find_button (GTK_WIDGET (find_group ()), "Withdraw the preparer's signature");

  ck_assert (!gtk_widget_get_visible (button));
  sign ("Sign as preparer", "R. Kay");
  ck_assert (gtk_widget_get_visible (button));
  click ("Withdraw the preparer's signature");
  assert_says ("Prepared by", "Nobody yet");
  window_fixture_activate ("undo");
  assert_says ("Prepared by", "R. Kay");
}
END_TEST

START_TEST (the_name_is_remembered)
{
  GtkWidget *row;

  sign ("Sign as preparer", "Ada Okoye");
  click ("Sign as reviewer");
  row = window_fixture_find (GTK_WIDGET (window_fixture_dialog ()), ADW_TYPE_ENTRY_ROW);
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (row)), "Ada Okoye");
  gtk_editable_set_text (GTK_EDITABLE (row), "   ");
  ck_assert (!adw_message_dialog_get_response_enabled (
      ADW_MESSAGE_DIALOG (window_fixture_dialog ()), "sign"));
  window_fixture_respond ("cancel");
  assert_says ("Reviewed by", "Nobody yet");
}
END_TEST

START_TEST (the_problem_leads_to_its_row)
{
  LintelPlace place;
  GtkWidget *focus;

  sign ("Sign as reviewer", "M. Ortiz");
  window_fixture_set ("21-05-01[15]", "1");
  place = lintel_place_record (LINTEL_PLACE_SIGN_OFF, LINTEL_SIGN_OFF_REVIEWED, LINTEL_FIELD_NONE);
  lintel_window_show_page (window_fixture_get (), "codes");
  lintel_window_jump (window_fixture_get (), &place);
  window_fixture_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (window_fixture_get ()));
  ck_assert_str_eq (gtk_widget_get_tooltip_text (focus), "Sign as reviewer");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("signing");
  TCase *tcase = tcase_create ("signing");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, a_signature_is_for_what_was_seen);
  tcase_add_test (tcase, a_later_change_makes_it_stale_and_undo_does_not);
  tcase_add_test (tcase, a_signature_can_be_withdrawn);
  tcase_add_test (tcase, the_name_is_remembered);
  tcase_add_test (tcase, the_problem_leads_to_its_row);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
