/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reach picture: fields, rows, names, keys, pointer, jumps, and that it follows every edit. */

#include "config.h"

#include "tests/ui/dial-fixture.h"

#include <string.h>

static LintelReachPicture *picture;

static void
open_picture (const char *example)
{
  dial_open_office (example);
  picture = LINTEL_REACH_PICTURE (lintel_reach_picture_new (dial_project));
  dial_show (GTK_WIDGET (picture));
}

static guint
find_destination (const char *id)
{
  const LintelNumberingPlan *plan =
      lintel_dial_system_get_plan (lintel_dial_system_of (dial_project));

  for (guint nth = 0; nth < plan->n_destinations; nth++)
    if (g_str_equal (plan->destinations[nth].id, id))
      return nth;
  ck_abort_msg ("there is no destination %s", id);
}

static LintelReachCell *
find_cell (int class_number, const char *destination)
{
  return lintel_reach_matrix_get_cell (lintel_reach_picture_get_matrix (picture), class_number,
                                       find_destination (destination));
}

static void
assert_cell (int class_number, const char *destination, const char *name, const char *mark)
{
  LintelReachCell *cell = find_cell (class_number, destination);

  ck_assert_ptr_nonnull (cell);
  dial_assert_name (cell, name);
  ck_assert_msg (gtk_widget_has_css_class (GTK_WIDGET (cell), mark), "%s is not %s", name, mark);
}

/* The NTH row's head, as it is read out. */
static void
assert_row (guint nth, gboolean inmail, const char *name)
{
  GtkWidget *head = dial_find (GTK_WIDGET (picture), "reach-head", nth);

  ck_assert_ptr_nonnull (head);
  dial_assert_name (head, name);
  ck_assert_int_eq (gtk_widget_has_css_class (head, "inmail"), inmail);
}

static const char *
get_text (const char *name)
{
  return gtk_label_get_text (dial_get_child (picture, name));
}

static void
assert_focus (LintelReachCell *cell)
{
  ck_assert_ptr_eq (gtk_root_get_focus (GTK_ROOT (dial_window)), cell);
}

static void
assert_jump (const char *place)
{
  g_autofree char *shown = dial_take_place ();

  ck_assert_str_eq (shown, place);
}

START_TEST (shows_a_factory_system)
{
  open_picture ("dental-office");
  assert_row (0, TRUE, "Class 2, InMail port 213-216; Telephone 101-112");
  ck_assert_ptr_null (dial_find (GTK_WIDGET (picture), "reach-head", 1));
  assert_cell (2, "international", "Class 2, International: gets out, 011 44 20 7946 0123", "bad");
  assert_cell (2, "emergency", "Class 2, Emergency: gets out, 911", "good");
  assert_cell (2, "long-distance", "Class 2, Long distance: gets out, 1 212 555 0100", "plain");
  dial_close ();
}
END_TEST

START_TEST (shows_a_hardened_system_with_inmail_first)
{
  open_picture ("hardened-office");
  assert_row (0, TRUE, "Class 15, InMail port 213-216");
  assert_row (1, FALSE, "Class 2, Telephone 101-110");
  assert_cell (15, "international", "Class 15, International: blocked, 011 44 20 7946 0123",
               "good");
  assert_cell (2, "islands", "Class 2, Islands with country code 1: blocked, 1 876 555 0100",
               "good");
  assert_cell (2, "emergency", "Class 2, Emergency: gets out, 911", "good");
  dial_close ();
}
END_TEST

START_TEST (follows_every_edit)
{
  open_picture ("dental-office");
  dial_set ("21-06-01[1]", "011");
  assert_cell (2, "international", "Class 2, International: blocked, 011 44 20 7946 0123", "good");
  dial_set ("21-05-07[2]", "1");
  assert_cell (2, "local-7", "Class 2, Local, 7 digits: not certain, 555 0100", "doubt");
  dial_set ("21-05-07[2]", NULL);
  dial_set ("21-06-05[4]", "911");
  dial_set ("21-05-05[2]", "0");
  assert_cell (2, "emergency", "Class 2, Emergency: blocked, 911", "bad");
  lintel_project_undo (dial_project);
  ui_test_settle (dial_window);
  assert_cell (2, "emergency", "Class 2, Emergency: gets out, 911", "good");
  dial_close ();
}
END_TEST

START_TEST (has_a_row_for_every_class_in_use)
{
  open_picture ("dental-office");
  dial_set ("21-04-01[102,2]", "7");
  assert_row (0, TRUE, "Class 2, InMail port 213-216; Telephone 101, 103-112, 102 (modes 1, 3-8)");
  assert_row (1, FALSE, "Class 7, Telephone 102 (mode 2)");
  assert_cell (7, "international", "Class 7, International: gets out, 011 44 20 7946 0123", "bad");
  dial_set ("21-04-01[214,8]", "7");
  assert_row (1, TRUE, "Class 7, InMail port 214 (mode 8); Telephone 102 (mode 2)");
  dial_close ();
}
END_TEST

START_TEST (knows_what_was_edited_while_it_was_hidden)
{
  open_picture ("dental-office");
  gtk_widget_set_visible (GTK_WIDGET (picture), FALSE);
  dial_set ("21-04-01[102,2]", "7");
  gtk_widget_set_visible (GTK_WIDGET (picture), TRUE);
  ui_test_settle (dial_window);
  assert_row (1, FALSE, "Class 7, Telephone 102 (mode 2)");
  dial_close ();
}
END_TEST

START_TEST (marks_a_verdict_by_what_the_destination_is_for)
{
  const LintelDestination everyday = { 0 }, costly = { .costly = TRUE };
  const LintelDestination emergency = { .must_reach = TRUE };

  ck_assert_int_eq (lintel_call_judge (&everyday, LINTEL_DIAL_ALLOWED), LINTEL_CALL_PLAIN);
  ck_assert_int_eq (lintel_call_judge (&everyday, LINTEL_DIAL_RESTRICTED), LINTEL_CALL_PLAIN);
  ck_assert_int_eq (lintel_call_judge (&costly, LINTEL_DIAL_ALLOWED), LINTEL_CALL_BAD);
  ck_assert_int_eq (lintel_call_judge (&costly, LINTEL_DIAL_RESTRICTED), LINTEL_CALL_GOOD);
  ck_assert_int_eq (lintel_call_judge (&costly, LINTEL_DIAL_UNDECIDED), LINTEL_CALL_DOUBT);
  ck_assert_int_eq (lintel_call_judge (&emergency, LINTEL_DIAL_ALLOWED), LINTEL_CALL_GOOD);
  ck_assert_int_eq (lintel_call_judge (&emergency, LINTEL_DIAL_RESTRICTED), LINTEL_CALL_BAD);
  ck_assert_int_eq (lintel_call_judge (&emergency, LINTEL_DIAL_DEPENDS), LINTEL_CALL_DOUBT);
}
END_TEST

START_TEST (invites_when_nobody_is_there)
{
  dial_open_empty ();
  picture = LINTEL_REACH_PICTURE (lintel_reach_picture_new (dial_project));
  dial_show (GTK_WIDGET (picture));
  ck_assert_str_eq (gtk_stack_get_visible_child_name (dial_get_child (picture, "stack")), "nobody");
  dial_set ("extension[1].number", "101");
  ck_assert_str_eq (gtk_stack_get_visible_child_name (dial_get_child (picture, "stack")), "matrix");
  dial_close ();
}
END_TEST

START_TEST (moves_with_the_arrow_keys)
{
  GtkWidget *matrix;

  open_picture ("hardened-office");
  matrix = GTK_WIDGET (lintel_reach_picture_get_matrix (picture));
  gtk_root_set_focus (GTK_ROOT (dial_window), NULL);
  ck_assert (gtk_widget_child_focus (GTK_WIDGET (picture), GTK_DIR_TAB_FORWARD));
  ui_test_settle (dial_window);
  assert_focus (find_cell (15, "local-7"));
  ui_test_press (matrix, "Right");
  ui_test_press (matrix, "Down");
  assert_focus (find_cell (2, "local-10"));
  ui_test_press (matrix, "Down");
  assert_focus (find_cell (2, "local-10"));
  ui_test_press (matrix, "End");
  assert_focus (find_cell (2, "vertical-international"));
  ui_test_press (matrix, "<Control>Home");
  assert_focus (find_cell (15, "local-7"));
  dial_close ();
}
END_TEST

START_TEST (explains_and_jumps_from_the_keyboard)
{
  GtkWidget *matrix;

  open_picture ("hardened-office");
  matrix = GTK_WIDGET (lintel_reach_picture_get_matrix (picture));
  gtk_widget_grab_focus (GTK_WIDGET (find_cell (2, "international")));
  ui_test_settle (dial_window);
  ck_assert_str_eq (get_text ("detail_title"), "Class 2, International: blocked");
  ck_assert_ptr_nonnull (strstr (get_text ("detail_text"), "011 44 20 7946 0123"));
  ck_assert_ptr_nonnull (strstr (get_text ("detail_text"), "(21-06-01[1])"));
  ui_test_press (matrix, "Return");
  assert_jump ("21-06-01[1]");
  gtk_widget_grab_focus (GTK_WIDGET (find_cell (2, "long-distance")));
  ui_test_press (matrix, "Return");
  assert_jump ("21-05[2]");
  dial_close ();
}
END_TEST

START_TEST (explains_and_jumps_from_the_pointer)
{
  GtkWidget *cell;

  open_picture ("hardened-office");
  gtk_root_set_focus (GTK_ROOT (dial_window), NULL);
  cell = GTK_WIDGET (find_cell (15, "emergency"));
  ui_test_move_pointer (cell, 10, 10);
  ck_assert_str_eq (get_text ("detail_title"), "Class 15, Emergency: gets out");
  ui_test_move_pointer (GTK_WIDGET (dial_get_child (picture, "legend")), 5, 5);
  ck_assert_str_eq (get_text ("detail_title"), "What gets out, and why");
  ui_test_click (cell, 10, 10);
  assert_jump ("21-06-04[1]");
  dial_close ();
}
END_TEST

START_TEST (keeps_the_focus_while_rows_come_and_go)
{
  open_picture ("hardened-office");
  gtk_widget_grab_focus (GTK_WIDGET (find_cell (2, "islands")));
  dial_set ("21-04-01[101,1]", "1");
  assert_focus (find_cell (2, "islands"));
  lintel_project_undo (dial_project);
  ui_test_settle (dial_window);
  assert_focus (find_cell (2, "islands"));
  dial_close ();
}
END_TEST

static Suite *
make_suite (void)
{
  Suite *suite = suite_create ("reach picture");
  TCase *tests = tcase_create ("picture");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, shows_a_factory_system);
  tcase_add_test (tests, shows_a_hardened_system_with_inmail_first);
  tcase_add_test (tests, follows_every_edit);
  tcase_add_test (tests, has_a_row_for_every_class_in_use);
  tcase_add_test (tests, knows_what_was_edited_while_it_was_hidden);
  tcase_add_test (tests, marks_a_verdict_by_what_the_destination_is_for);
  tcase_add_test (tests, invites_when_nobody_is_there);
  tcase_add_test (tests, moves_with_the_arrow_keys);
  tcase_add_test (tests, explains_and_jumps_from_the_keyboard);
  tcase_add_test (tests, explains_and_jumps_from_the_pointer);
  tcase_add_test (tests, keeps_the_focus_while_rows_come_and_go);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  adw_init ();
  return lintel_test_run (make_suite ());
}
