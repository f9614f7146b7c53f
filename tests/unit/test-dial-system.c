/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Toll restriction of whole projects: classes, reach, what follows an edit, words. */

#include "lintel/dial-system.h"
#include "lintel/xml.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include <string.h>

static LintelProject *project;
static LintelDialSystem *dial;

static LintelProject *
load (const char *name)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autofree char *path = lintel_test_source (name);
  g_autoptr (GError) error = NULL;
  LintelProject *loaded = lintel_xml_read_file (catalogue, path, &error);

  ck_assert_msg (loaded != NULL, "%s", error != NULL ? error->message : "");
  return loaded;
}

static void
setup (void)
{
  project = load ("data/examples/hardened-office.xml");
  dial = lintel_dial_system_of (project);
}

static void
teardown (void)
{
  g_clear_object (&project);
}

static int
find_port (const char *number)
{
  const LintelExtension *extension = lintel_project_find_extension (project, number);

  ck_assert_msg (extension != NULL, "no extension %s", number);
  return extension->port;
}

/* Searches all numbers that start like a call abroad, whatever follows and however long. */
static void
search_abroad (int class_number, LintelDialFound *found)
{
  static const char *const prefixes[] = { "011", "01", NULL };
  g_autoptr (LintelDialSet) set = lintel_dial_set_new_prefixes (prefixes, NULL);

  lintel_dial_search (lintel_dial_system_get_matcher (dial, class_number), set, 0, found);
  ck_assert (found->complete);
}

/* The promise of the hardening tip, for every InMail port, every mode and all digits. */
START_TEST (hardened_system_lets_nothing_abroad)
{
  guint n_ports = 0;

  for (int port = 1; port <= LINTEL_PORT_LAST_STATION; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, port);

      if (extension == NULL || extension->kind != LINTEL_EXTENSION_INMAIL)
        continue;
      n_ports++;
      for (int mode = 1; mode <= lintel_dial_system_get_n_modes (dial); mode++)
        {
          LintelDialFound found;

          search_abroad (lintel_dial_system_get_class (dial, port, mode), &found);
          ck_assert_str_eq (found.witness[LINTEL_DIAL_ALLOWED], "");
          ck_assert_str_eq (found.witness[LINTEL_DIAL_DEPENDS], "");
          ck_assert_str_ne (found.witness[LINTEL_DIAL_RESTRICTED], "");
        }
    }
  ck_assert_uint_ge (n_ports, 4);
  ck_assert_int_eq (lintel_dial_system_get_n_modes (dial), 8);
}
END_TEST

/* One stray 0 in a permit table undoes it, and is named. The international table still blocks the
 * number if it is a stage of its own, which nobody knows; so it is not certain to be blocked. */
START_TEST (stray_permit_is_found_and_named)
{
  g_autofree char *address = NULL;
  g_autofree char *flips = NULL;
  g_autofree char *why = NULL;
  const LintelDialReach *reach;
  const LintelDialMatcher *matcher;
  LintelDialAnswer answer;
  LintelPlace place;
  LintelDialFound found;

  lintel_test_set (project, "21-05-07[15]", "3");
  lintel_test_set (project, "21-06-06[3,17]", "0");
  search_abroad (15, &found);
  ck_assert (g_str_has_prefix (found.witness[LINTEL_DIAL_DEPENDS], "01"));
  reach = lintel_dial_system_find_reach (dial, 15, "international");
  ck_assert_int_eq (reach->verdict, LINTEL_DIAL_DEPENDS);
  ck_assert_str_eq (reach->witness, "011442079460123");
  matcher = lintel_dial_system_get_matcher (dial, 15);
  lintel_dial_evaluate (matcher, reach->witness, strlen (reach->witness), &answer);
  ck_assert_int_eq (answer.verdict, LINTEL_DIAL_DEPENDS);
  flips = lintel_dial_answer_get_flips (&answer);
  ck_assert_str_eq (flips, "S6");
  ck_assert (lintel_dial_system_get_place (dial, 15, &answer, &place));
  address = lintel_place_to_string (&place, project);
  ck_assert_str_eq (address, "21-06-06[3,17]");
  why = lintel_dial_answer_explain (matcher, &answer);
  ck_assert_str_eq (why, "Entry 17 of the Permit Code Table, 0, lets it through.");
  ck_assert_int_eq (lintel_dial_system_find_reach (dial, 15, "operator")->verdict,
                    LINTEL_DIAL_ALLOWED);
}
END_TEST

static void
expect_sentence (const char *extension, int mode, const char *destination, const char *expected)
{
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (dial);
  g_autofree char *sentence = NULL;
  guint nth = 0;

  while (!g_str_equal (plan->destinations[nth].id, destination))
    nth++;
  sentence = lintel_dial_system_describe (dial, find_port (extension), mode, nth);
  ck_assert_str_eq (sentence, expected);
}

START_TEST (says_it_in_sentences)
{
  lintel_test_set (project, "21-05-07[15]", "3");
  lintel_test_set (project, "21-06-06[3,17]", "1876");
  lintel_test_set (project, "21-06-06[3,18]", "01");
  lintel_test_set (project, "21-05-08[2]", "1");
  lintel_test_set (project, "21-06-07[1,1]", "98");
  lintel_test_set (project, "21-06-04[10]", "");
  expect_sentence ("213", 3, "islands",
                   "Extension 213 (InMail port) in mode 3 can call Jamaica: 1 876 555 0100 gets "
                   "out.");
  expect_sentence ("213", 3, "international-operator",
                   "Extension 213 (InMail port) in mode 3 may be able to call numbers abroad by "
                   "operator: the manuals do not say what becomes of 01 44 20 7946 0123.");
  expect_sentence ("101", 1, "international",
                   "Extension 101 in mode 1 cannot call numbers abroad: every such number is "
                   "blocked.");
  expect_sentence ("101", 8, "emergency",
                   "Extension 101 in mode 8 cannot call the crisis lifeline: 988 is blocked.");
  ck_assert_ptr_null (lintel_dial_system_describe (dial, find_port ("3999"), 1, 0));
}
END_TEST

/* Only what an edit touches is worked out again. */
START_TEST (follows_edits)
{
  const LintelDialMatcher *two = lintel_dial_system_get_matcher (dial, 2);
  const LintelDialMatcher *nine = lintel_dial_system_get_matcher (dial, 9);
  const LintelDialReach *reach = lintel_dial_system_find_reach (dial, 9, "islands");

  ck_assert_int_eq (reach->verdict, LINTEL_DIAL_ALLOWED);
  ck_assert_int_eq (lintel_dial_system_find_reach (dial, 2, "international")->verdict,
                    LINTEL_DIAL_RESTRICTED);
  lintel_test_set (project, "21-05-01[2]", "0"); /* 21-05-02 stays: an open point */
  ck_assert_ptr_ne (lintel_dial_system_get_matcher (dial, 2), two);
  ck_assert_ptr_eq (lintel_dial_system_get_matcher (dial, 9), nine);
  ck_assert_int_eq (lintel_dial_system_find_reach (dial, 2, "international")->verdict,
                    LINTEL_DIAL_DEPENDS);
  ck_assert (lintel_project_undo (project));
  ck_assert_int_eq (lintel_dial_system_find_reach (dial, 2, "international")->verdict,
                    LINTEL_DIAL_RESTRICTED);
  lintel_test_set (project, "21-06-06[4,200]", "123456789012");
  ck_assert_ptr_eq (lintel_dial_system_get_matcher (dial, 9), nine);
  ck_assert_ptr_eq (lintel_dial_system_find_reach (dial, 9, "islands"), reach);
  ck_assert_ptr_eq (lintel_dial_system_of (project), dial);
}
END_TEST

/* Every item of 21-05 that assigns a table reads that table: without it the entry has no say. */
static const struct
{
  const char *assigned_by, *value, *entry, *address;
} wirings[] = {
  { "21-05-01[9]", "1", "21-06-01[7]", "21-06-01[7]" },
  { "21-05-02[9]", "1", "21-06-02[19]", "21-06-02[19]" },
  { "21-05-05[9]", "1", "21-06-04[10]", "21-06-04[10]" },
  { "21-05-06[9]", "1", "21-06-05[10]", "21-06-05[10]" },
  { "21-05-07[9]", "1", "21-06-06[1,200]", "21-06-06[1,200]" },
  { "21-05-07[9]", "4", "21-06-06[4,1]", "21-06-06[4,1]" },
  { "21-05-08[9]", "1", "21-06-07[1,60]", "21-06-07[1,60]" },
  { "21-05-08[9]", "4", "21-06-07[4,60]", "21-06-07[4,60]" },
};

START_TEST (reads_each_table)
{
  LintelDialAnswer answer;
  LintelPlace place;
  g_autofree char *address = NULL;
  g_autofree char *other = NULL;

  lintel_test_set (project, wirings[_i].entry, "7@#*");
  lintel_dial_evaluate (lintel_dial_system_get_matcher (dial, 9), "77#*1", 5, &answer);
  ck_assert_int_eq (answer.decided_by, LINTEL_DIAL_NOTHING);
  ck_assert (!lintel_dial_system_get_place (dial, 9, &answer, &place));
  lintel_test_set (project, wirings[_i].assigned_by, wirings[_i].value);
  lintel_dial_evaluate (lintel_dial_system_get_matcher (dial, 9), "77#*1", 5, &answer);
  ck_assert (lintel_dial_system_get_place (dial, 9, &answer, &place));
  address = lintel_place_to_string (&place, project);
  ck_assert_str_eq (address, wirings[_i].address);
  other = lintel_dial_answer_get_place (lintel_dial_system_get_matcher (dial, 9), &answer);
  ck_assert_str_eq (other, wirings[_i].address);
}
END_TEST

START_TEST (reads_the_maximum_of_digits)
{
  LintelDialAnswer answer;
  LintelPlace place;
  g_autofree char *address = NULL;

  lintel_test_set (project, "21-05-04[9]", "3");
  lintel_test_set (project, "21-06-03[3]", "7");
  lintel_dial_evaluate (lintel_dial_system_get_matcher (dial, 9), "5550100", 7, &answer);
  ck_assert_int_eq (answer.verdict, LINTEL_DIAL_ALLOWED);
  lintel_dial_evaluate (lintel_dial_system_get_matcher (dial, 9), "55501000", 8, &answer);
  ck_assert_int_eq (answer.verdict, LINTEL_DIAL_RESTRICTED);
  ck_assert (lintel_dial_system_get_place (dial, 9, &answer, &place));
  address = lintel_place_to_string (&place, project);
  ck_assert_str_eq (address, "21-06-03[3]");
}
END_TEST

/* The higher of the extension's class and the trunk's, which is 1 (worked example O26). */
START_TEST (knows_each_class)
{
  lintel_test_set (project, "21-04-01[101,2]", "1");
  lintel_test_set (project, "21-04-01[101,3]", "7");
  ck_assert_int_eq (lintel_dial_system_get_class (dial, find_port ("101"), 1), 2);
  ck_assert_int_eq (lintel_dial_system_get_class (dial, find_port ("101"), 2), 1);
  ck_assert_int_eq (lintel_dial_system_get_class (dial, find_port ("101"), 3), 7);
  ck_assert_int_eq (lintel_dial_system_get_class (dial, find_port ("213"), 8), 15);
  ck_assert_int_eq (lintel_dial_system_get_class (dial, find_port ("3999"), 1), 0);
  ck_assert_int_eq (lintel_dial_system_get_class (dial, find_port ("101"), 9), 0);
  ck_assert_int_eq (lintel_dial_system_get_class (dial, 0, 1), 0);
}
END_TEST

START_TEST (knows_who_is_in_a_class)
{
  g_autoptr (GArray) users = NULL;
  const LintelDialUser *user;

  ck_assert_uint_eq (lintel_dial_system_get_classes_in_use (dial, FALSE), 1u << 2 | 1u << 15);
  ck_assert_uint_eq (lintel_dial_system_get_classes_in_use (dial, TRUE), 1u << 15);
  lintel_test_set (project, "21-04-01[103,4]", "7");
  lintel_test_set (project, "21-04-01[103,8]", "7");
  ck_assert_uint_eq (lintel_dial_system_get_classes_in_use (dial, FALSE),
                     1u << 2 | 1u << 7 | 1u << 15);
  users = lintel_dial_system_list_users (dial, 7);
  ck_assert_uint_eq (users->len, 1);
  user = &g_array_index (users, LintelDialUser, 0);
  ck_assert_str_eq (user->extension->number, "103");
  ck_assert_uint_eq (user->modes, 1u << 4 | 1u << 8);
}
END_TEST

/* 911 gets out, 988 does not: for an emergency that is not good enough. */
START_TEST (emergency_needs_every_number)
{
  const LintelDialReach *reach;

  lintel_test_set (project, "21-05-08[9]", "1");
  lintel_test_set (project, "21-06-07[1,1]", "98");
  reach = lintel_dial_system_find_reach (dial, 9, "emergency");
  ck_assert_int_eq (reach->verdict, LINTEL_DIAL_RESTRICTED);
  ck_assert_str_eq (reach->witness, "988");
  ck_assert_str_eq (reach->found.witness[LINTEL_DIAL_ALLOWED], "911");
  lintel_test_set (project, "21-06-07[1,1]", "97");
  ck_assert_int_eq (lintel_dial_system_find_reach (dial, 9, "emergency")->verdict,
                    LINTEL_DIAL_ALLOWED);
}
END_TEST

START_TEST (names_the_island_that_is_open)
{
  const LintelDialReach *reach = lintel_dial_system_find_reach (dial, 9, "islands");

  ck_assert_str_eq (reach->witness, "18765550100");
  ck_assert_str_eq (reach->pattern->name, "Jamaica");
  lintel_test_set (project, "21-05-08[9]", "1");
  lintel_test_set (project, "21-06-07[1,1]", "1876");
  lintel_test_set (project, "21-06-07[1,2]", "1658");
  lintel_test_set (project, "21-06-07[1,3]", "18@9");
  reach = lintel_dial_system_find_reach (dial, 9, "islands");
  ck_assert_str_eq (reach->witness, "12425550100");
  ck_assert_str_eq (reach->pattern->name, "the Bahamas");
}
END_TEST

START_TEST (says_what_it_assumes)
{
  const char *const *assumptions = lintel_dial_system_get_assumptions (dial);
  g_autofree char *text = g_strjoinv ("\n", (char **) assumptions);

  ck_assert_ptr_nonnull (strstr (text, "21-21"));
  ck_assert_ptr_nonnull (strstr (text, "14-01-08"));
  ck_assert_ptr_nonnull (strstr (text, "ARS"));
  ck_assert_ptr_nonnull (strstr (text, "F-Route"));
  ck_assert_ptr_nonnull (strstr (text, "DISA"));
  ck_assert_ptr_nonnull (strstr (text, "override"));
  ck_assert_ptr_nonnull (strstr (text, "speed dials"));
}
END_TEST

/* What the tester shows for a number that is blocked as soon as it can only lead to Jamaica. */
START_TEST (traces_digit_by_digit)
{
  static const struct
  {
    LintelDialStage stage;
    const char *why;
  } expected[] = {
    { LINTEL_DIAL_OPEN, "What follows decides. If this were all: No entry matches, so nothing "
                        "blocks it." },
    { LINTEL_DIAL_OPEN, "What follows decides. If this were all: No entry matches, so nothing "
                        "blocks it." },
    { LINTEL_DIAL_OPEN, "What follows decides. If this were all: No entry matches, so nothing "
                        "blocks it." },
    { LINTEL_DIAL_CUT_OFF, "Cut off, whatever follows. Entry 24 of the Restriction Table, 1876, "
                           "blocks it." },
    { LINTEL_DIAL_CUT_OFF, "Cut off, whatever follows. Entry 24 of the Restriction Table, 1876, "
                           "blocks it." },
  };
  const LintelDialMatcher *matcher = lintel_dial_system_get_matcher (dial, 15);
  g_autoptr (GArray) steps = lintel_dial_trace (matcher, "18765");
  g_autoptr (GArray) emergency = lintel_dial_trace (matcher, "911");

  ck_assert_uint_eq (steps->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < steps->len; i++)
    {
      const LintelDialStep *step = &g_array_index (steps, LintelDialStep, i);
      g_autofree char *why = lintel_dial_step_explain (matcher, step);

      ck_assert_int_eq (step->digit, "18765"[i]);
      ck_assert_int_eq (step->stage, expected[i].stage);
      ck_assert_str_eq (why, expected[i].why);
    }
  ck_assert_int_eq (g_array_index (emergency, LintelDialStep, 2).stage, LINTEL_DIAL_LET_THROUGH);
}
END_TEST

/* Another country: 0011 is what is dialled for a call abroad, 011 leads nowhere. */
START_TEST (follows_the_project_plan)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autoptr (LintelProject) other = NULL;
  const char *text = "<lintel xmlns='urn:lintel:project:1' model='sl2100' version='' "
                     "numbering='australia'/>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  const LintelDialReach *reach;

  other = lintel_xml_read_bytes (catalogue, bytes, "test", NULL);
  ck_assert_ptr_nonnull (other);
  ck_assert_str_eq (lintel_dial_system_get_plan (lintel_dial_system_of (other))->id, "australia");
  reach = lintel_dial_system_find_reach (lintel_dial_system_of (other), 2, "international");
  ck_assert_str_eq (reach->witness, "0011442079460123");
  ck_assert_ptr_null (
      lintel_dial_system_find_reach (lintel_dial_system_of (other), 2, "carrier-access"));
}
END_TEST

/* Tables made to be hard end the search soon, and never with "blocked". */
START_TEST (gives_up_rather_than_guess)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  static const char *const any[] = { "", NULL };
  g_autoptr (LintelDialSet) set = lintel_dial_set_new_prefixes (any, NULL);
  char entries[200][16];
  const char *list[200];
  const char *const everything[] = { "@" };
  LintelDialClass description = { .international_prefix = "011" };
  g_autoptr (LintelDialMatcher) matcher = NULL;
  LintelDialFound found;

  for (guint i = 0; i < 200; i++)
    {
      for (guint k = 0; k < 12; k++)
        entries[i][k] = g_rand_int_range (rand, 0, 2) ? '@' : "01"[g_rand_int_range (rand, 0, 2)];
      entries[i][11] = '9';
      entries[i][12] = '\0';
      list[i] = entries[i];
    }
  description.table[LINTEL_DIAL_COMMON_RESTRICT] =
      (LintelDialTableUse){ .assigned = TRUE, .n_entries = 200, .entries = list };
  description.table[LINTEL_DIAL_RESTRICT] =
      (LintelDialTableUse){ .assigned = TRUE, .n_entries = 1, .entries = everything };
  description.table[LINTEL_DIAL_PERMIT] = description.table[LINTEL_DIAL_COMMON_RESTRICT];
  matcher = lintel_dial_matcher_new (&description);
  lintel_dial_search (matcher, set, 300, &found);
  ck_assert (!found.complete);
  ck_assert_uint_eq (found.nodes, 300);
  ck_assert_int_eq (lintel_dial_found_get_best (&found), LINTEL_DIAL_UNDECIDED);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("dial-system");
  TCase *tests = tcase_create ("system");

  tcase_add_checked_fixture (tests, setup, teardown);
  tcase_add_test (tests, hardened_system_lets_nothing_abroad);
  tcase_add_test (tests, stray_permit_is_found_and_named);
  tcase_add_test (tests, says_it_in_sentences);
  tcase_add_test (tests, follows_edits);
  tcase_add_loop_test (tests, reads_each_table, 0, G_N_ELEMENTS (wirings));
  tcase_add_test (tests, reads_the_maximum_of_digits);
  tcase_add_test (tests, knows_each_class);
  tcase_add_test (tests, knows_who_is_in_a_class);
  tcase_add_test (tests, emergency_needs_every_number);
  tcase_add_test (tests, names_the_island_that_is_open);
  tcase_add_test (tests, says_what_it_assumes);
  tcase_add_test (tests, traces_digit_by_digit);
  tcase_add_test (tests, follows_the_project_plan);
  tcase_add_test (tests, gives_up_rather_than_guess);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
