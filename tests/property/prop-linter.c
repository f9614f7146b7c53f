/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * After any edit the linter, which runs only the rules that read the place, has the findings that
 * a new linter has. This finds a rule that reads more than it says, and results that are kept with
 * the project for too long.
 */

#include "tests/support/test-lint.h"
#include "tests/support/test-support.h"

#define N_PROJECTS 40
#define N_BURSTS 48
#define MAX_EDITS 4

static guint32 seed;

static void
assert_same (LintelLinter *linter, LintelProject *project, const char *edits)
{
  /* Of a copy, which has nothing of what is kept with the project. */
  g_autoptr (LintelProject) copy = lintel_project_copy (project);
  g_autoptr (LintelLinter) fresh = lintel_linter_new (copy);
  g_autofree char *kept = lintel_test_format_findings (linter, NULL);
  g_autofree char *anew = lintel_test_format_findings (fresh, NULL);

  if (g_str_equal (kept, anew))
    return;
  for (guint i = 0; i < lintel_rules_get_n (); i++)
    {
      const LintelRule *rule = lintel_rules_get (i);
      g_autofree char *kept_part = lintel_test_format_findings (linter, rule);
      g_autofree char *new_part = lintel_test_format_findings (fresh, rule);

      ck_assert_msg (g_str_equal (kept_part, new_part),
                     "seed %u: “%s” changes what %s finds, and the rule does not say that it reads "
                     "this.\nKept:\n%s\nAnew:\n%s",
                     seed, edits, lintel_rule_get_id (rule), kept_part, new_part);
    }
  ck_abort_msg ("seed %u: after “%s” the findings are in another order:\n%s\n%s", seed, edits, kept,
                anew);
}

/* The findings are kept through every edit, and looked at once after a few: a new linter takes
 * most of the time. */
START_TEST (kept_findings_are_those_of_a_new_linter)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + (guint32) _i);
  g_autoptr (LintelProject) project = lintel_test_random_project (rand, catalogue);
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);

  lintel_linter_get_findings (linter);
  for (int n = 0; n < N_BURSTS; n++)
    {
      g_autoptr (GString) edits = g_string_new (NULL);

      for (int n_edits = g_rand_int_range (rand, 1, MAX_EDITS + 1); n_edits > 0; n_edits--)
        {
          g_autofree char *edit = lintel_test_random_edit (rand, project);

          lintel_linter_get_findings (linter);
          g_string_append_printf (edits, "%s%s", edits->len > 0 ? "; " : "", edit);
        }
      assert_same (linter, project, edits->str);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("linter-property");
  TCase *tcase = tcase_create ("incremental");

  seed = lintel_test_seed ();
  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, kept_findings_are_those_of_a_new_linter, 0,
                       (int) lintel_test_share (N_PROJECTS));
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
