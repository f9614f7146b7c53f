/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a fix promises: after it the finding is gone and no new error has come. What fix all
 * promises: after it nothing is left that could be fixed, and no place changed for nothing.
 */

#include "lintel/exchange.h"
#include "tests/support/test-lint.h"
#include "tests/support/test-support.h"

#include <string.h>

#define N_PROJECTS 40

static guint32 seed;

static gboolean
is_open_error (const LintelFinding *finding)
{
  return lintel_finding_get_severity (finding) == LINTEL_SEVERITY_ERROR
         && lintel_finding_get_acceptance (finding) == 0;
}

static gboolean
has_place (const LintelFinding *finding, const LintelPlace *place)
{
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  for (guint i = 0; i < n; i++)
    if (lintel_place_equal (&places[i], place))
      return TRUE;
  return FALSE;
}

/* Whether FINDINGS have RULE at PLACE. */
static gboolean
finds_there (GPtrArray *findings, const LintelRule *rule, const LintelPlace *place,
             gboolean errors_only)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const LintelFinding *finding = findings->pdata[i];

      if (lintel_finding_get_rule (finding) == rule && has_place (finding, place)
          && (!errors_only || is_open_error (finding)))
        return TRUE;
    }
  return FALSE;
}

static void
assert_no_new_error (GPtrArray *before, GPtrArray *after, LintelProject *project, const char *story)
{
  for (guint i = 0; i < after->len; i++)
    {
      LintelFinding *finding = after->pdata[i];
      guint n;
      const LintelPlace *places = lintel_finding_get_places (finding, &n);

      for (guint k = 0; k < n && is_open_error (finding); k++)
        if (!finds_there (before, lintel_finding_get_rule (finding), &places[k], TRUE))
          {
            g_autofree char *text = lintel_test_format_finding (finding, project);

            ck_abort_msg ("seed %u: %s\nbrings up an error:\n%s", seed, story, text);
          }
    }
}

static void
assert_gone (LintelFinding *finding, GPtrArray *after, const char *story)
{
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  for (guint i = 0; i < after->len; i++)
    for (guint k = 0; k < n; k++)
      ck_assert_msg (lintel_finding_get_rule (after->pdata[i]) != lintel_finding_get_rule (finding)
                         || lintel_finding_get_acceptance (after->pdata[i]) != 0
                         || !has_place (after->pdata[i], &places[k]),
                     "seed %u: %s\nleaves it: %s", seed, story,
                     lintel_finding_get_message (after->pdata[i]));
}

static void
try_fix (LintelFinding *finding, const LintelFix *fix, GPtrArray *before, LintelProject *project)
{
  g_autoptr (LintelProject) copy = lintel_project_copy (project);
  g_autoptr (LintelLinter) linter = lintel_linter_new (copy);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = lintel_test_format_finding (finding, project);
  g_autofree char *story = g_strdup_printf ("“%s” for\n%s", fix->label, text);

  ck_assert_msg (lintel_project_apply (copy, fix->label, NULL, fix->edits, &error),
                 "seed %u: %s\ncannot be done: %s", seed, story,
                 error != NULL ? error->message : "");
  assert_gone (finding, lintel_linter_get_findings (linter), story);
  assert_no_new_error (before, lintel_linter_get_findings (linter), copy, story);
}

START_TEST (fix_removes_its_finding_and_brings_no_error)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + (guint32) _i);
  g_autoptr (LintelProject) project = lintel_test_random_project (rand, catalogue);
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  GPtrArray *findings = lintel_linter_get_findings (linter);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autoptr (GPtrArray) fixes = lintel_finding_get_fixes (findings->pdata[i], project);

      if (lintel_finding_get_acceptance (findings->pdata[i]) == 0)
        for (guint k = 0; k < fixes->len; k++)
          try_fix (findings->pdata[i], fixes->pdata[k], findings, project);
    }
}
END_TEST

static void
assert_minimal (GPtrArray *edits)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (lintel_place_hash, lintel_place_equal);

  for (guint i = 0; i < edits->len; i++)
    {
      LintelEdit *edit = edits->pdata[i];

      ck_assert_msg (g_strcmp0 (edit->old_text, edit->new_text) != 0, "seed %u", seed);
      ck_assert_msg (g_hash_table_add (seen, &edit->place), "seed %u: a place twice", seed);
    }
}

static void
assert_nothing_to_fix (LintelLinter *linter)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);

  for (guint i = 0; i < findings->len; i++)
    {
      LintelProject *project = lintel_linter_get_project (linter);
      g_autoptr (GPtrArray) fixes = lintel_finding_get_fixes (findings->pdata[i], project);
      g_autofree char *text = lintel_test_format_finding (findings->pdata[i], project);

      ck_assert_msg (fixes->len == 0 || lintel_finding_get_acceptance (findings->pdata[i]) != 0,
                     "seed %u: fix all has left\n%s", seed, text);
    }
}

/* All steps are done exactly when the export asks for nothing more. */
static void
assert_steps_agree_with_export (LintelLinter *linter)
{
  gboolean done = lintel_linter_count_tips_done (linter) == LINTEL_N_TIPS;

  ck_assert_msg (lintel_export_check (linter, &(LintelExportOptions){ 0 }, NULL) == done,
                 "seed %u: the steps are %s, the export does not agree", seed,
                 done ? "done" : "not done");
}

START_TEST (fix_all_leaves_nothing_to_fix)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + (guint32) _i);
  g_autoptr (LintelProject) project = lintel_test_random_project (rand, catalogue);
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  g_autoptr (LintelProject) start = lintel_project_copy (project);
  g_autoptr (LintelLinter) first = lintel_linter_new (start);
  g_autoptr (GPtrArray) edits = lintel_linter_fix_all (linter, NULL);
  g_autoptr (GError) error = NULL;

  assert_minimal (edits);
  assert_steps_agree_with_export (first);
  ck_assert_msg (lintel_project_apply (project, "Fix all", NULL, edits, &error), "seed %u: %s",
                 seed, error != NULL ? error->message : "");
  assert_nothing_to_fix (linter);
  assert_no_new_error (lintel_linter_get_findings (first), lintel_linter_get_findings (linter),
                       project, "Fix all");
  assert_steps_agree_with_export (linter);
}
END_TEST

/* Different from all others, and the extension's number is not in it: one or two digits alone say
 * nothing. */
static void
assert_good_draw (LintelProject *project, const LintelEdit *edit)
{
  g_autoptr (GPtrArray) mailboxes = lintel_project_list_codes (project);
  const LintelPlace *place = &edit->place;

  ck_assert_msg (strlen (place->number) < 3 || strstr (edit->new_text, place->number) == NULL,
                 "seed %u: %s for %s", seed, edit->new_text, place->number);
  for (guint i = 0; i < mailboxes->len; i++)
    {
      const char *mailbox = mailboxes->pdata[i];
      const char *code;

      if (!g_str_equal (mailbox, place->number)
          && lintel_project_get_code (project, mailbox, &code) == LINTEL_CODE_SET)
        ck_assert_msg (!g_str_equal (code, edit->new_text), "seed %u: %s twice, for %s and %s",
                       seed, code, mailbox, place->number);
    }
}

static void
add_words (LintelProject *project, GRand *rand)
{
  LintelPlace place = lintel_place_customer (LINTEL_FIELD_WORDS);
  g_autofree char *words =
      g_strdup_printf ("312 555 %04d, %d Pine Ave; %05d", g_rand_int_range (rand, 0, 10000),
                       g_rand_int_range (rand, 1, 2000), g_rand_int_range (rand, 0, 100000));

  ck_assert (lintel_project_set (project, "words", &place, words, NULL));
}

/* Who has codes drawn never meets a refusal: neither of the drawing nor of a rule afterwards. */
START_TEST (drawn_codes_are_never_refused)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + (guint32) _i);
  g_autoptr (LintelProject) project = lintel_test_random_project (rand, catalogue);
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  g_autofree const char **rules = lintel_tip_list_rules (LINTEL_TIP_CODES);
  g_autoptr (GPtrArray) edits = NULL;

  add_words (project, rand);
  edits = lintel_linter_fix_all (linter, rules);
  ck_assert (lintel_project_apply (project, "Draw codes", NULL, edits, NULL));
  for (guint i = 0; i < edits->len; i++)
    if (((LintelEdit *) edits->pdata[i])->place.kind == LINTEL_PLACE_CODE)
      assert_good_draw (project, edits->pdata[i]);
  for (guint i = 0; rules[i] != NULL; i++)
    {
      g_autofree char *left = lintel_test_format_findings (linter, lintel_rules_find (rules[i]));

      ck_assert_msg (*left == '\0' || strstr (left, "accepted") != NULL, "seed %u: %s", seed, left);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("fix-property");
  TCase *tcase = tcase_create ("fixes");

  int n_projects = (int) lintel_test_share (N_PROJECTS);

  seed = lintel_test_seed ();
  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, fix_removes_its_finding_and_brings_no_error, 0, n_projects);
  tcase_add_loop_test (tcase, fix_all_leaves_nothing_to_fix, 0, n_projects);
  tcase_add_loop_test (tcase, drawn_codes_are_never_refused, 0, n_projects);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
