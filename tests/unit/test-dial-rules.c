/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules about who can call what: what a hardened office is proved to block, that one stray
 * entry is found, and what a fix leaves alone.
 */

#include "config.h"

#include "app/core/lint/lintel-engine-private.h"
#include "lintel/dial-system.h"
#include "lintel/xml.h"
#include "tests/support/test-lint.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include <string.h>

static LintelCatalogue *catalogue;
static LintelProject *project;
static LintelLinter *linter;

static void
open_office (const char *name)
{
  g_clear_object (&linter);
  g_clear_object (&project);
  project = lintel_test_read_example (catalogue, name);
  linter = lintel_linter_new (project);
}

static void
setup (void)
{
  catalogue = lintel_catalogue_new_builtin ();
  open_office ("hardened-office");
}

static void
teardown (void)
{
  g_clear_object (&linter);
  g_clear_object (&project);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

static void
put_in_class (const char *extension, int class)
{
  for (int mode = 1; mode <= 8; mode++)
    {
      g_autofree char *cell = g_strdup_printf ("21-04-01[%s,%d]=%d", extension, mode, class);

      lintel_test_set_cells (project, cell);
    }
}

static char *
format_rule (const char *rule)
{
  return lintel_test_format_findings (linter, lintel_rules_find (rule));
}

static void
assert_found (const char *rule, const char *part)
{
  g_autofree char *text = format_rule (rule);

  ck_assert_msg (strstr (text, part) != NULL, "“%s” is not in\n%s", part, text);
}

static void
assert_not_found (const char *rule)
{
  g_autofree char *text = format_rule (rule);

  ck_assert_str_eq (text, "");
}

static void
fix_rule (const char *rule)
{
  const char *ids[] = { rule, NULL };
  g_autoptr (GPtrArray) edits = lintel_linter_fix_all (linter, ids);
  g_autoptr (GError) error = NULL;

  ck_assert_uint_gt (edits->len, 0);
  ck_assert (lintel_project_apply (project, "fix", NULL, edits, &error));
}

static LintelDialVerdict
judge (int class, const char *number)
{
  LintelDialAnswer answer;

  lintel_dial_evaluate (lintel_dial_system_get_matcher (lintel_dial_system_of (project), class),
                        number, strlen (number), &answer);
  return answer.verdict;
}

static void
assert_blocked (int class, const LintelDialSet *set, const char *who)
{
  LintelDialFound found;

  lintel_dial_search (lintel_dial_system_get_matcher (lintel_dial_system_of (project), class), set,
                      0, &found);
  ck_assert_msg (found.complete, "%s: the search gave up", who);
  ck_assert_msg (found.witness[LINTEL_DIAL_ALLOWED][0] == '\0'
                     && found.witness[LINTEL_DIAL_DEPENDS][0] == '\0',
                 "%s: %s gets out, %s may", who, found.witness[LINTEL_DIAL_ALLOWED],
                 found.witness[LINTEL_DIAL_DEPENDS]);
}

/* All symbols that can be dialled may follow, up to 40 of them: not only numbers of the plan. */
START_TEST (hardened_office_blocks_whatever_begins_with_011_or_01)
{
  static const char *const prefixes[] = { "011", "01", NULL };
  g_autoptr (LintelDialSet) set = lintel_dial_set_new_prefixes (prefixes, NULL);
  LintelDialSystem *system = lintel_dial_system_of (project);
  guint n_ports = 0;

  for (int port = 1; port <= LINTEL_PORT_LAST_STATION; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, port);

      if (extension == NULL || extension->kind != LINTEL_EXTENSION_INMAIL)
        continue;
      n_ports++;
      for (int mode = 1; mode <= 8; mode++)
        assert_blocked (lintel_dial_system_get_class (system, port, mode), set, extension->number);
    }
  ck_assert_uint_eq (n_ports, 4);
}
END_TEST

static const struct
{
  const char *cells, *entry;
} strays[] = {
  { "21-06-04[4]=0", "permit entry 0 in 21-06-04[4]" },
  { "21-05-07[15]=3 21-06-06[3,200]=0", "permit entry 0 in 21-06-06[3,200]" },
  { "21-05-07[15]=3 21-06-06[3,7]=@", "permit entry @ in 21-06-06[3,7]" },
  { "21-05-07[15]=3 21-06-06[3,7]=01144207946", "permit entry 01144207946 in 21-06-06[3,7]" },
};

START_TEST (one_stray_permit_entry_is_found_and_named)
{
  assert_not_found ("inmail-port-class");
  assert_not_found ("permit-reopens");
  lintel_test_set_cells (project, strays[_i].cells);
  assert_found ("permit-reopens", strays[_i].entry);
  assert_found ("permit-reopens", "011 44 20 7946 0123");
  /* It gets out for certain where no reading looks at the international table first. */
  if (judge (15, "011442079460123") == LINTEL_DIAL_ALLOWED)
    assert_found ("inmail-port-class", strays[_i].entry);
  else
    assert_found ("international-not-proved", "Extensions 213-216 (InMail)");
}
END_TEST

START_TEST (stray_entry_is_cleared_and_the_proof_holds_again)
{
  lintel_test_set_cells (project, strays[_i].cells);
  fix_rule ("permit-reopens");
  assert_not_found ("permit-reopens");
  /* Telephones may keep the entry, which is a note. */
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 0);
  ck_assert_int_eq (judge (2, "911"), LINTEL_DIAL_ALLOWED);
  ck_assert_int_eq (judge (2, "18005550199"), LINTEL_DIAL_ALLOWED);
}
END_TEST

START_TEST (island_fix_leaves_everyday_calls_alone)
{
  static const char *const kept[] = { "8765555",     "5559761", "12197650100", "2197650100",
                                      "12125550100", "911",     "988",         "18009761234" };
  static const char *const stopped[] = { "18765550100", "8765550100", "12129760100",
                                         "2129760100",  "9005550100", "16585550100" };

  open_office ("dental-office");
  fix_rule ("international-table-empty");
  fix_rule ("islands-reachable");
  fix_rule ("premium-reachable");
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    ck_assert_msg (judge (2, kept[i]) == LINTEL_DIAL_ALLOWED, "%s", kept[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (stopped); i++)
    ck_assert_msg (judge (2, stopped[i]) == LINTEL_DIAL_RESTRICTED, "%s", stopped[i]);
}
END_TEST

/* A dial test is the customer's wish: what would break it is not done. */
START_TEST (fix_respects_dial_tests)
{
  static const LintelField fields[] = { LINTEL_FIELD_FROM, LINTEL_FIELD_MODE, LINTEL_FIELD_NUMBER,
                                        LINTEL_FIELD_EXPECT };
  static const char *const texts[] = { "101", "1", "18765550100", "allowed" };
  static const char *const ids[] = { "islands-reachable", NULL };
  g_autoptr (GPtrArray) wish = lintel_edits_new ();
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *text = NULL;

  open_office ("dental-office");
  fix_rule ("inmail-port-class");
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      LintelPlace place = lintel_place_record (LINTEL_PLACE_DIAL_TEST, 1, fields[i]);

      lintel_edits_add (wish, &place, texts[i]);
    }
  ck_assert (lintel_project_apply (project, "", NULL, wish, NULL));
  assert_not_found ("dial-test-failed");
  edits = lintel_linter_fix_all (linter, ids);
  ck_assert (lintel_project_apply (project, "", NULL, edits, NULL));
  assert_not_found ("dial-test-failed");
  assert_found ("islands-reachable", "at 21-05[2]");
  text = format_rule ("islands-reachable");
  ck_assert_msg (strstr (text, "21-05[15]") == NULL, "%s", text);
}
END_TEST

START_TEST (what_may_get_out_is_an_error_for_inmail_and_a_note_for_telephones)
{
  lintel_test_set_cells (project, "21-05-07[7]=4 21-06-06[4,1]=1214 21-05-07[8]=4");
  put_in_class ("101", 7);
  assert_found ("international-not-proved", "note: Extension 101 may be able");
  put_in_class ("213", 8);
  assert_found ("international-not-proved", "error: Extension 213 (InMail) may be able");
  put_in_class ("101", 8);
  assert_found ("international-not-proved", "error: Extensions 213 (InMail) and 101 may be able");
  ck_assert (lintel_linter_set_severity (linter, "international-not-proved",
                                         LINTEL_SEVERITY_WARNING, NULL));
  assert_found ("international-not-proved", "warning: Extensions 213 (InMail)");
}
END_TEST

START_TEST (restriction_entry_under_a_permit_entry_is_named)
{
  lintel_test_set_cells (project, "21-06-07[1,60]=18005");
  assert_found ("entry-shadowed",
                "21-06-07[1,60] blocks nothing: the permit entry 1800 in 21-06-04[2]");
  lintel_test_set_cells (project, "21-06-07[1,60]=1214555 21-05-07[2]=4 21-06-06[4,1]=12145");
  assert_found ("entry-shadowed",
                "21-06-07[1,60] blocks nothing: the permit entry 12145 in 21-06-06[4,1]");
  /* A permit table beats common restriction in one reading of the manuals only. */
  lintel_test_set_cells (project,
                         "21-05-07[2]=0 21-06-05[10]=12145557 21-05-07[15]=4 21-05-06[2]=0");
  assert_not_found ("entry-shadowed");
  lintel_test_set_cells (project,
                         "21-06-05[10]= 21-05-06[2]=1 21-05-07[15]=0 21-06-07[1,60]=18005");
  /* In another class that has the table it does block something. */
  lintel_test_set_cells (project, "21-05-05[9]=0 21-05-08[9]=1");
  put_in_class ("105", 9);
  assert_not_found ("entry-shadowed");
}
END_TEST

START_TEST (mode_and_class_are_named)
{
  lintel_test_set_cells (project, "21-04-01[214,2]=1");
  assert_found ("inmail-port-class", "Extension 214 (InMail) can call numbers abroad in mode 2 "
                                     "(class 1): 011 44 20 7946 0123 gets out");
  lintel_test_set_cells (project, "21-04-01[101,3]=1");
  assert_found ("premium-reachable", "Extensions 214 (mode 2) (InMail) and 101 (mode 3) can call");
  assert_found ("international-reachable", "Extension 101 can call numbers abroad in mode 3");
}
END_TEST

static Suite *
make_suite (void)
{
  Suite *suite = suite_create ("dial-rules");
  TCase *tests = tcase_create ("offices");

  tcase_add_checked_fixture (tests, setup, teardown);
  tcase_add_test (tests, hardened_office_blocks_whatever_begins_with_011_or_01);
  tcase_add_loop_test (tests, one_stray_permit_entry_is_found_and_named, 0, G_N_ELEMENTS (strays));
  tcase_add_loop_test (tests, stray_entry_is_cleared_and_the_proof_holds_again, 0,
                       G_N_ELEMENTS (strays));
  tcase_add_test (tests, island_fix_leaves_everyday_calls_alone);
  tcase_add_test (tests, fix_respects_dial_tests);
  tcase_add_test (tests, what_may_get_out_is_an_error_for_inmail_and_a_note_for_telephones);
  tcase_add_test (tests, restriction_entry_under_a_permit_entry_is_named);
  tcase_add_test (tests, mode_and_class_are_named);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return lintel_test_run (make_suite ());
}
