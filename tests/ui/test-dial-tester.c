/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dial tester: digits, verdicts, hints, jumps, and that it follows every edit. */

#include "config.h"

#include "tests/ui/dial-fixture.h"

#include <string.h>

static LintelDialTester *tester;

static void
open_tester (const char *example)
{
  dial_open_office (example);
  tester = LINTEL_DIAL_TESTER (lintel_dial_tester_new (dial_project));
  dial_show (GTK_WIDGET (tester));
}

static void
dial (const char *extension, int mode, const char *number)
{
  lintel_dial_tester_set_call (
      tester, lintel_project_find_extension (dial_project, extension)->port, mode, number);
  ui_test_settle (dial_window);
}

static const char *
get_text (const char *name)
{
  return gtk_label_get_text (dial_get_child (tester, name));
}

/* One letter a digit: o open, g gets out, c cut off, u not certain. */
static char *
read_stages (void)
{
  static const struct
  {
    const char *style_class;
    char letter;
  } stages[] = { { "open", 'o' }, { "out", 'g' }, { "cut", 'c' }, { "unsure", 'u' } };
  GString *text = g_string_new (NULL);
  GtkWidget *box;

  for (guint nth = 0;
       (box = dial_find (dial_get_child (tester, "strip"), "lintel-digit", nth)) != NULL; nth++)
    for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
      if (gtk_widget_has_css_class (box, stages[i].style_class))
        g_string_append_c (text, stages[i].letter);
  return g_string_free (text, FALSE);
}

static void
assert_stages (const char *expected)
{
  g_autofree char *stages = read_stages ();

  ck_assert_str_eq (stages, expected);
}

static void
assert_result (const char *verdict, const char *button)
{
  ck_assert (gtk_widget_get_mapped (dial_get_child (tester, "result")));
  ck_assert_str_eq (get_text ("verdict"), verdict);
  ck_assert_str_eq (gtk_button_get_label (dial_get_child (tester, "place_button")), button);
}

static void
assert_reason_has (const char *words)
{
  ck_assert_msg (strstr (get_text ("reason"), words) != NULL, "“%s” is not in: %s", words,
                 get_text ("reason"));
}

static void
click_button (const char *name)
{
  GtkWidget *button = dial_get_child (tester, name);

  ui_test_click (button, gtk_widget_get_width (button) / 2.0, gtk_widget_get_height (button) / 2.0);
}

static void
assert_jump (const char *place)
{
  g_autofree char *shown = dial_take_place ();

  ck_assert_str_eq (shown, place);
}

START_TEST (shows_that_international_calls_get_out_of_a_factory_system)
{
  open_tester ("dental-office");
  dial ("213", 1, "011 44 20 7946 0123");
  assert_stages ("ggggggggggggggg");
  assert_result ("Gets out · International", "Go to 21-05[2]");
  assert_reason_has ("No entry matches");
  assert_reason_has ("Decided at digit 1");
  dial ("213", 1, "1 900 555 0100");
  assert_stages ("ooocccccccc");
  assert_result ("Blocked · Premium rate", "Go to 21-06-05[2]");
  dial_close ();
}
END_TEST

START_TEST (shows_where_a_hardened_system_cuts_a_call_off)
{
  open_tester ("hardened-office");
  dial ("101", 1, "011 44 20 7946 0123");
  assert_stages ("occcccccccccccc");
  dial_set ("21-06-01[2]", NULL); /* 01 */
  assert_stages ("ooccccccccccccc");
  assert_result ("Blocked · International", "Go to 21-06-01[1]");
  assert_reason_has ("Cut off at digit 3, whatever follows.");
  dial_assert_name (dial_find (dial_get_child (tester, "strip"), "lintel-digit", 1),
                    "Digit 2, 1: still open");
  dial_assert_name (dial_find (dial_get_child (tester, "strip"), "lintel-digit", 2),
                    "Digit 3, 1: cut off");
  dial ("101", 1, "1 876 555 0100");
  assert_result ("Blocked · Islands with country code 1 (Jamaica)", "Go to 21-06-07[1,23]");
  dial_close ();
}
END_TEST

START_TEST (follows_the_keys)
{
  GtkWidget *entry;

  open_tester ("hardened-office");
  dial ("101", 1, "");
  assert_stages ("");
  ck_assert (!gtk_widget_get_mapped (dial_get_child (tester, "result")));
  entry = dial_get_child (tester, "entry");
  gtk_widget_grab_focus (entry);
  ui_test_type (entry, "01");
  assert_stages ("oc");
  dial_set ("21-06-01[2]", NULL);
  assert_stages ("oo");
  assert_reason_has ("What is dialled next can still change this.");
  ui_test_type (entry, "1-4");
  assert_stages ("oocc");
  ui_test_press (entry, "BackSpace");
  ui_test_press (entry, "BackSpace");
  ui_test_press (entry, "BackSpace");
  assert_stages ("oo");
  dial_close ();
}
END_TEST

START_TEST (follows_every_edit)
{
  open_tester ("dental-office");
  dial ("213", 1, "011 44 20 7946 0123");
  dial_set ("21-06-01[1]", "011");
  assert_result ("Blocked · International", "Go to 21-06-01[1]");
  lintel_project_undo (dial_project);
  ui_test_settle (dial_window);
  assert_result ("Gets out · International", "Go to 21-05[2]");
  dial_set ("21-04-01[213,1]", "7");
  ck_assert_str_eq (gtk_button_get_label (dial_get_child (tester, "class_button")), "Class 7");
  dial_close ();
}
END_TEST

START_TEST (says_in_words_what_the_manuals_leave_open)
{
  open_tester ("dental-office");
  dial_set ("21-05-07[2]", "1");
  dial ("101", 1, "212 555 0100");
  assert_stages ("uuuuuuuuuu");
  ck_assert_str_eq (get_text ("verdict"), "Not certain · Local, 10 digits");
  assert_reason_has (lintel_dial_switch_describe (LINTEL_DIAL_S2));
  assert_reason_has ("Not certain from digit 1 on");
  dial_close ();
}
END_TEST

START_TEST (leads_to_what_decides)
{
  open_tester ("hardened-office");
  dial ("101", 3, "011 44 20 7946 0123");
  click_button ("place_button");
  assert_jump ("21-06-01[1]");
  click_button ("class_button");
  assert_jump ("21-04-01[101,3]");
  dial_close ();
}
END_TEST

static void
assert_hint (const char *number, const char *words)
{
  GtkWidget *hint = dial_get_child (tester, "hint");

  dial ("101", 1, number);
  ck_assert_msg (gtk_widget_get_mapped (hint) == (words != NULL), "%s: %s", number,
                 get_text ("hint"));
  if (words != NULL)
    ck_assert_msg (strstr (get_text ("hint"), words) != NULL, "%s: %s", number, get_text ("hint"));
}

START_TEST (explains_what_cannot_be_dialled)
{
  open_tester ("dental-office");
  assert_hint ("", NULL);
  assert_hint ("+1 876 555 0100", "for example 011 44 20 7946 0123");
  assert_stages ("");
  ck_assert (!gtk_widget_get_mapped (dial_get_child (tester, "result")));
  assert_hint ("1 800 FLOWERS", "“F” cannot be dialled");
  assert_hint ("1 800 ééé", "“é” cannot be dialled");
  assert_hint ("12345678901234567890123456789012345678901", "40 digits");
  assert_hint ("9 1 876 555 0100", "leave it out");
  dial_close ();
}
END_TEST

START_TEST (has_no_hint_for_numbers_that_are_fine)
{
  open_tester ("dental-office");
  assert_hint ("911", NULL);
  assert_hint ("(876) 555-0100", NULL);
  assert_hint ("1.876.555.0100", NULL);
  assert_hint ("*67 011 44 20 7946 0123", NULL);
  dial_close ();
}
END_TEST

static const char *
get_caller (guint position)
{
  GListModel *callers = gtk_drop_down_get_model (dial_get_child (tester, "caller"));
  g_autoptr (GtkStringObject) caller = g_list_model_get_item (callers, position);

  ck_assert_ptr_nonnull (caller);
  return g_intern_string (gtk_string_object_get_string (caller));
}

START_TEST (offers_inmail_ports_first_and_follows_the_extensions)
{
  open_tester ("dental-office");
  ck_assert_str_eq (get_caller (0), "213 · InMail port");
  ck_assert_str_eq (get_caller (4), "101 Front desk · Telephone");
  dial ("103", 2, "911");
  dial_set ("extension[114].kind", "unused");
  ck_assert_str_eq (get_caller (3), "101 Front desk · Telephone");
  dial_set ("extension[3].name", "Dr. Okafor");
  ck_assert_str_eq (get_caller (gtk_drop_down_get_selected (dial_get_child (tester, "caller"))),
                    "103 Dr. Okafor · Telephone");
  click_button ("class_button");
  assert_jump ("21-04-01[103,2]");
  dial_close ();
}
END_TEST

START_TEST (knows_what_was_edited_while_it_was_hidden)
{
  open_tester ("dental-office");
  dial ("103", 2, "911");
  gtk_widget_set_visible (GTK_WIDGET (tester), FALSE);
  dial_set ("extension[3].name", "Dr. Okafor");
  gtk_widget_set_visible (GTK_WIDGET (tester), TRUE);
  ui_test_settle (dial_window);
  ck_assert_str_eq (get_caller (gtk_drop_down_get_selected (dial_get_child (tester, "caller"))),
                    "103 Dr. Okafor · Telephone");
  dial_close ();
}
END_TEST

START_TEST (asks_for_extensions_when_there_are_none)
{
  dial_open_empty ();
  tester = LINTEL_DIAL_TESTER (lintel_dial_tester_new (dial_project));
  dial_show (GTK_WIDGET (tester));
  ck_assert_str_eq (get_text ("hint"),
                    "No extension can make calls yet. Add some on the Extensions tab.");
  gtk_editable_set_text (dial_get_child (tester, "entry"), "911");
  ui_test_settle (dial_window);
  assert_stages ("");
  dial_close ();
}
END_TEST

START_TEST (has_numbers_worth_trying)
{
  GtkWidget *button;

  open_tester ("dental-office");
  dial ("101", 1, "");
  button = dial_find (GTK_WIDGET (tester), "lintel-example", 1);
  ck_assert_str_eq (gtk_button_get_label (GTK_BUTTON (button)), "011 44 20 7946 0123");
  ui_test_click (button, 5, 5);
  assert_result ("Gets out · International", "Go to 21-05[2]");
  dial_close ();
}
END_TEST

START_TEST (lists_what_it_takes_for_granted)
{
  const char *const *assumptions;

  open_tester ("dental-office");
  assumptions = lintel_dial_system_get_assumptions (lintel_dial_system_of (dial_project));
  ck_assert_ptr_nonnull (assumptions[0]);
  for (guint i = 0; assumptions[i] != NULL; i++)
    ck_assert_ptr_nonnull (strstr (get_text ("assumptions"), assumptions[i]));
  ck_assert (GTK_IS_EXPANDER (
      gtk_widget_get_last_child (gtk_widget_get_parent (dial_get_child (tester, "examples")))));
  dial_close ();
}
END_TEST

static Suite *
make_suite (void)
{
  Suite *suite = suite_create ("dial tester");
  TCase *tests = tcase_create ("tester");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, shows_that_international_calls_get_out_of_a_factory_system);
  tcase_add_test (tests, shows_where_a_hardened_system_cuts_a_call_off);
  tcase_add_test (tests, follows_the_keys);
  tcase_add_test (tests, follows_every_edit);
  tcase_add_test (tests, says_in_words_what_the_manuals_leave_open);
  tcase_add_test (tests, leads_to_what_decides);
  tcase_add_test (tests, explains_what_cannot_be_dialled);
  tcase_add_test (tests, has_no_hint_for_numbers_that_are_fine);
  tcase_add_test (tests, offers_inmail_ports_first_and_follows_the_extensions);
  tcase_add_test (tests, knows_what_was_edited_while_it_was_hidden);
  tcase_add_test (tests, asks_for_extensions_when_there_are_none);
  tcase_add_test (tests, has_numbers_worth_trying);
  tcase_add_test (tests, lists_what_it_takes_for_granted);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  adw_init ();
  return lintel_test_run (make_suite ());
}
