/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The international access assistant: who reaches what afterwards, what is refused, and the other
 * ways that are offered. What it claims to have proved is looked at by dialling.
 */

#include "config.h"

#include "lintel/access.h"
#include "lintel/dial-system.h"
#include "lintel/lint.h"
#include "lintel/xml.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include <string.h>

#define ALL_MODES 0x1fe

static LintelCatalogue *catalogue;
static LintelProject *project;

/* Telephones 101-108 in class 2, InMail 213-228 in class 15. */
static void
setup (void)
{
  g_autoptr (GError) error = NULL;

  catalogue = lintel_catalogue_new_builtin ();
  project = lintel_template_new (catalogue, LINTEL_MODEL_SL2100, "hardened", 8, 0, 0, &error);
  ck_assert_msg (project != NULL, "%s", error != NULL ? error->message : "");
}

static void
teardown (void)
{
  g_clear_object (&project);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

/* COUNTRIES: "GB FR", NULL for everywhere. */
static LintelAccessPlan *
plan_for (const char *countries, const int *ports, guint n_ports, guint modes, LintelAccessWay way)
{
  g_auto (GStrv) ids = countries != NULL ? g_strsplit (countries, " ", -1) : NULL;
  LintelAccessRequest request = { ports, n_ports, modes, (const char *const *) ids, way };

  return lintel_access_plan_new (project, &request);
}

static LintelAccessPlan *
plan_one (const char *countries, int port)
{
  return plan_for (countries, &port, 1, ALL_MODES, LINTEL_ACCESS_EXACT);
}

static void
carry_out (LintelAccessPlan *plan)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (plan->reasons->len == 0, "%s", (const char *) plan->reasons->pdata[0]);
  ck_assert_msg (lintel_project_apply (project, "", NULL, plan->edits, &error), "%s",
                 error != NULL ? error->message : "");
}

static LintelDialVerdict
dial (int port, int mode, const char *number)
{
  LintelDialSystem *system = lintel_dial_system_of (project);
  int class_number = lintel_dial_system_get_class (system, port, mode);
  LintelDialAnswer answer;

  lintel_dial_evaluate (lintel_dial_system_get_matcher (system, class_number), number,
                        strlen (number), &answer);
  return answer.verdict;
}

static void
assert_says (GPtrArray *sentences, const char *part)
{
  for (guint i = 0; i < sentences->len; i++)
    if (strstr (sentences->pdata[i], part) != NULL)
      return;
  ck_abort_msg ("nothing says “%s”", part);
}

START_TEST (opens_countries_for_the_chosen_only)
{
  g_autoptr (LintelAccessPlan) plan = plan_one ("GB FR", 1);

  carry_out (plan);
  ck_assert_int_eq (dial (1, 1, "011442079460123"), LINTEL_DIAL_ALLOWED);
  ck_assert_int_eq (dial (1, 8, "01133140000000"), LINTEL_DIAL_ALLOWED);
  ck_assert_int_eq (dial (1, 1, "01149301234567"), LINTEL_DIAL_RESTRICTED);
  ck_assert_int_eq (dial (1, 1, "18765550100"), LINTEL_DIAL_RESTRICTED);
  ck_assert_int_eq (dial (1, 1, "911"), LINTEL_DIAL_ALLOWED);
  ck_assert_int_eq (dial (2, 1, "011442079460123"), LINTEL_DIAL_RESTRICTED);
  ck_assert_int_eq (dial (113, 1, "011442079460123"), LINTEL_DIAL_RESTRICTED);
  assert_says (plan->sentences, "also open: Guernsey, Isle of Man and Jersey");
}
END_TEST

START_TEST (opens_only_in_the_chosen_modes)
{
  const int port = 3;
  g_autoptr (LintelAccessPlan) plan =
      plan_for ("DE", &port, 1, 1u << 1 | 1u << 4, LINTEL_ACCESS_EXACT);

  carry_out (plan);
  for (int mode = 1; mode <= 8; mode++)
    ck_assert_int_eq (dial (3, mode, "01149301234567"),
                      mode == 1 || mode == 4 ? LINTEL_DIAL_ALLOWED : LINTEL_DIAL_RESTRICTED);
}
END_TEST

START_TEST (opens_everywhere)
{
  g_autoptr (LintelAccessPlan) plan = plan_one (NULL, 2);

  carry_out (plan);
  ck_assert_int_eq (dial (2, 1, "011442079460123"), LINTEL_DIAL_ALLOWED);
  ck_assert_int_eq (dial (2, 1, "01186101234567"), LINTEL_DIAL_ALLOWED);
  ck_assert_int_eq (dial (1, 1, "01186101234567"), LINTEL_DIAL_RESTRICTED);
  ck_assert_int_eq (dial (113, 1, "01186101234567"), LINTEL_DIAL_RESTRICTED);
  assert_says (plan->sentences, "That table also kept in what starts with 01;");
}
END_TEST

/* A restriction table that has 011 too beats nothing once the code is permitted in 21-06-06. */
START_TEST (opens_what_another_table_restricts)
{
  g_autoptr (LintelAccessPlan) plan = NULL;

  lintel_test_set_cells (project, "21-06-07[1,60]=011");
  plan = plan_one (NULL, 2);
  carry_out (plan);
  ck_assert_int_eq (dial (2, 1, "01186101234567"), LINTEL_DIAL_ALLOWED);
  ck_assert_int_eq (dial (1, 1, "01186101234567"), LINTEL_DIAL_RESTRICTED);
}
END_TEST

START_TEST (islands_take_a_permit_table)
{
  g_autoptr (LintelAccessPlan) plan = plan_one ("JM", 4);

  carry_out (plan);
  ck_assert_int_eq (dial (4, 1, "18765550100"), LINTEL_DIAL_ALLOWED);
  ck_assert_int_eq (dial (4, 1, "6585550100"), LINTEL_DIAL_ALLOWED);
  ck_assert_int_eq (dial (4, 1, "18095550100"), LINTEL_DIAL_RESTRICTED);
  ck_assert_int_eq (dial (4, 1, "01144207946012"), LINTEL_DIAL_RESTRICTED);
  ck_assert_int_eq (dial (5, 1, "18765550100"), LINTEL_DIAL_RESTRICTED);
}
END_TEST

START_TEST (adds_a_country_later)
{
  g_autoptr (LintelAccessPlan) first = plan_one ("GB", 1);
  g_autoptr (LintelAccessPlan) second = NULL;

  carry_out (first);
  second = plan_one ("GB FR", 1);
  carry_out (second);
  ck_assert_int_eq (dial (1, 1, "011442079460123"), LINTEL_DIAL_ALLOWED);
  ck_assert_int_eq (dial (1, 1, "01133140000000"), LINTEL_DIAL_ALLOWED);
  ck_assert_int_eq (dial (1, 1, "01149301234567"), LINTEL_DIAL_RESTRICTED);
}
END_TEST

START_TEST (joins_those_who_have_it)
{
  g_autoptr (LintelAccessPlan) first = plan_one ("GB", 1);
  g_autoptr (LintelAccessPlan) second = NULL;
  g_autoptr (LintelAccessPlan) third = NULL;
  LintelDialSystem *system = lintel_dial_system_of (project);

  carry_out (first);
  second = plan_one ("GB", 2);
  carry_out (second);
  ck_assert_int_eq (lintel_dial_system_get_class (system, 1, 1),
                    lintel_dial_system_get_class (system, 2, 1));
  third = plan_one ("GB", 2);
  ck_assert_uint_eq (third->edits->len, 0);
  ck_assert_uint_eq (third->reasons->len, 0);
}
END_TEST

/* The table is shared: other countries for somebody else do not go there. */
START_TEST (offers_a_permit_table_beside_others)
{
  g_autoptr (LintelAccessPlan) first = plan_one ("GB", 1);
  g_autoptr (LintelAccessPlan) second = NULL;
  g_autoptr (LintelAccessPlan) third = NULL;
  const int port = 2;

  carry_out (first);
  second = plan_one ("FR", 2);
  ck_assert_uint_eq (second->reasons->len, 1);
  ck_assert_uint_eq (second->edits->len, 0);
  ck_assert_uint_eq (second->offers->len, 1);
  ck_assert_int_eq (((LintelAccessOffer *) second->offers->pdata[0])->way,
                    LINTEL_ACCESS_PERMIT_TABLE);
  third = plan_for ("FR", &port, 1, ALL_MODES, LINTEL_ACCESS_PERMIT_TABLE);
  carry_out (third);
  ck_assert_int_eq (dial (2, 1, "01133140000000"), LINTEL_DIAL_DEPENDS);
  assert_says (third->sentences, "It is not certain");
  assert_says (third->sentences, "It is not known");
  ck_assert_int_eq (dial (1, 1, "01133140000000"), LINTEL_DIAL_RESTRICTED);
}
END_TEST

#define MANY "GB FR DE IT ES PT NL BE LU IE DK SE NO FI PL CZ SK HU AT CH GR BG RO HR SI"

START_TEST (says_when_they_do_not_fit)
{
  const int port = 1;
  g_autoptr (LintelAccessPlan) plan = plan_one (MANY, 1);
  g_autoptr (LintelAccessPlan) shorter =
      plan_for (MANY, &port, 1, ALL_MODES, LINTEL_ACCESS_SHORTER);

  assert_says (plan->reasons, "21-06-02 has room for 20 codes, and these countries take 25.");
  ck_assert_uint_eq (plan->offers->len, 2);
  ck_assert (strstr (((LintelAccessOffer *) plan->offers->pdata[0])->label, "Liechtenstein")
             != NULL);
  carry_out (shorter);
  ck_assert_int_eq (dial (1, 1, "011352123456"), LINTEL_DIAL_ALLOWED);
  ck_assert_int_eq (dial (1, 1, "01186101234567"), LINTEL_DIAL_RESTRICTED);
  ck_assert_int_eq (dial (2, 1, "011352123456"), LINTEL_DIAL_RESTRICTED);
}
END_TEST

START_TEST (refuses)
{
  const int inmail = 113, telephone = 1;
  g_autoptr (LintelAccessPlan) port = plan_one ("GB", 113);
  g_autoptr (LintelAccessPlan) both =
      plan_for ("GB", &inmail, 1, ALL_MODES, LINTEL_ACCESS_PERMIT_TABLE);
  g_autoptr (LintelAccessPlan) home = plan_one ("US", 1);
  g_autoptr (LintelAccessPlan) unknown = plan_one ("ZZ", 1);
  g_autoptr (LintelAccessPlan) nobody = plan_for ("GB", NULL, 0, ALL_MODES, LINTEL_ACCESS_EXACT);
  g_autoptr (LintelAccessPlan) never = plan_for ("GB", &telephone, 1, 0, LINTEL_ACCESS_EXACT);

  assert_says (port->reasons, "InMail port");
  assert_says (both->reasons, "InMail port");
  assert_says (home->reasons, "not international");
  assert_says (unknown->reasons, "no country");
  assert_says (nobody->reasons, "Choose the extensions");
  assert_says (never->reasons, "at least one mode");
}
END_TEST

/* Every class has somebody in it. */
START_TEST (says_when_no_class_is_left)
{
  g_autoptr (LintelAccessPlan) plan = NULL;

  for (int n = 1; n <= 15; n++)
    {
      g_autofree char *cell = g_strdup_printf ("21-04-01[%d,%d]=%d", 102 + n % 2, 1 + n / 2, n);

      lintel_test_set_cells (project, cell);
    }
  lintel_test_set_cells (project, "21-04-01[107,1]=14");
  plan = plan_one ("GB", 1);
  assert_says (plan->reasons, "All toll restriction classes are in use");
}
END_TEST

START_TEST (brings_no_error)
{
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  guint before = lintel_linter_count (linter, LINTEL_SEVERITY_ERROR);
  g_autoptr (LintelAccessPlan) plan = plan_one ("GB FR JM", 1);

  carry_out (plan);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), before);
}
END_TEST

START_TEST (countries_have_names_and_codes)
{
  guint n;
  const LintelCountry *countries = lintel_countries_get (&n);
  const LintelCountry *jamaica = lintel_country_find ("jm");

  ck_assert_uint_gt (n, 200);
  for (guint i = 0; i < n; i++)
    ck_assert_msg (strlen (countries[i].name) > 2, "%s has no name", countries[i].id);
  ck_assert_str_eq (jamaica->name, "Jamaica");
  ck_assert_str_eq (jamaica->codes[1], "1658");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("access");
  TCase *test = tcase_create ("access");

  tcase_add_checked_fixture (test, setup, teardown);
  tcase_add_test (test, opens_countries_for_the_chosen_only);
  tcase_add_test (test, opens_only_in_the_chosen_modes);
  tcase_add_test (test, opens_everywhere);
  tcase_add_test (test, opens_what_another_table_restricts);
  tcase_add_test (test, islands_take_a_permit_table);
  tcase_add_test (test, adds_a_country_later);
  tcase_add_test (test, joins_those_who_have_it);
  tcase_add_test (test, offers_a_permit_table_beside_others);
  tcase_add_test (test, says_when_they_do_not_fit);
  tcase_add_test (test, refuses);
  tcase_add_test (test, says_when_no_class_is_left);
  tcase_add_test (test, brings_no_error);
  tcase_add_test (test, countries_have_names_and_codes);
  suite_add_tcase (suite, test);
  return lintel_test_run (suite);
}
