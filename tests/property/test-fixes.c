/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every fix, on random systems: after it the finding is gone from all its places and no error is
 * where none was; and Fix all leaves nothing that could still be fixed.
 */

#include "config.h"

#include "lintel/code.h"
#include "lintel/lint.h"
#include "tests/support/test-support.h"

#include <stdio.h>

#define N_SYSTEMS 60

static gboolean
read_rand (guint16 *bits, gpointer data)
{
  *bits = (guint16) g_rand_int_range (data, 0, 65536);
  return TRUE;
}

static void
set_text (LintelProject *project, const LintelPlace *place, const char *text)
{
  g_autoptr (GError) error = NULL;

  /* A value that the place does not take leaves it as it was: a number twice, for one. */
  if (!lintel_project_set (project, "", place, text, &error))
    ck_assert (error->domain == LINTEL_PROJECT_ERROR);
}

static const char *
pick (GRand *rand, const char *const *texts, gsize n)
{
  return texts[g_rand_int_range (rand, 0, (gint32) n)];
}
#define PICK(rand, ...)                                                                            \
  pick (rand, (const char *const[]){ __VA_ARGS__ },                                                \
        sizeof ((const char *const[]){ __VA_ARGS__ }) / sizeof (const char *))

static void
add_extensions (LintelProject *project, GRand *rand)
{
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      LintelPlace number = lintel_place_extension (port, LINTEL_FIELD_NUMBER);
      LintelPlace kind = lintel_place_extension (port, LINTEL_FIELD_KIND);
      g_autofree char *text = g_strdup_printf ("%d", 100 + port);

      if (g_rand_int_range (rand, 0, 3) == 0)
        continue;
      set_text (project, &number, text);
      set_text (project, &kind, PICK (rand, "telephone", "inmail", "unused", "virtual", "pilot"));
    }
}

static void
set_cells (LintelProject *project, GRand *rand, const LintelItem *item)
{
  int share = g_rand_int_range (rand, 0, 5);

  for (int i = 1; i <= item->dimension[0].capacity; i++)
    for (int j = 1; j <= (item->n_dimensions == 2 ? item->dimension[1].capacity : 1); j++)
      {
        LintelPlace place = lintel_place_cell (item, i, j);
        g_autofree char *number = NULL;

        if (g_rand_int_range (rand, 0, 12) >= share
            || !lintel_item_has_index (item, lintel_project_get_model (project), "", i, j))
          continue;
        if (g_str_equal (item->program->number, "21-06"))
          set_text (project, &place,
                    PICK (rand, "", "", "011", "01", "0", "@", "0114", "9", "91", "900", "1876"));
        else if (item->type == LINTEL_TYPE_DIGITS)
          set_text (project, &place, PICK (rand, "", "101", "105", "213", "290", "3999", "777"));
        else
          {
            number =
                g_strdup_printf ("%d", g_rand_int_range (rand, item->minimum, item->maximum + 1));
            set_text (project, &place, number);
          }
      }
}

static void
add_codes (LintelProject *project, GRand *rand)
{
  for (int number = 101; number <= 165; number++)
    {
      g_autofree char *mailbox = g_strdup_printf ("%d", number);
      LintelPlace place = lintel_place_code (mailbox);

      if (g_rand_int_range (rand, 0, 3) != 0)
        set_text (project, &place,
                  PICK (rand, "", "1234", "4827", "9174", "12", "0101", "1010", "2580", "6543"));
    }
}

static LintelProject *
make_system (LintelCatalogue *catalogue, GRand *rand)
{
  LintelModel model = g_rand_boolean (rand) ? LINTEL_MODEL_SL1100 : LINTEL_MODEL_SL2100;
  LintelProject *project = lintel_project_new (catalogue, model, "");
  guint n;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n);

  add_extensions (project, rand);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < programs[i]->n_items; k++)
      set_cells (project, rand, programs[i]->items[k]);
  add_codes (project, rand);
  return project;
}

/* "rule place" of all findings of at least a severity. */
static GHashTable *
list_problems (LintelProject *project, LintelSeverity severity)
{
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  GPtrArray *findings = lintel_linter_get_findings (linter);
  GHashTable *problems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      LintelFinding *finding = g_ptr_array_index (findings, i);
      guint n;

      if (lintel_finding_get_severity (finding) < severity)
        continue;
      lintel_finding_get_places (finding, &n);
      for (guint k = 0; k < n; k++)
        {
          g_autofree char *address = lintel_finding_get_address (finding, k, project);

          g_hash_table_add (problems,
                            g_strdup_printf ("%s %s",
                                             lintel_rule_get_id (lintel_finding_get_rule (finding)),
                                             address));
        }
    }
  return problems;
}

static void
check_gone (LintelFinding *finding, LintelProject *fixed)
{
  g_autoptr (GHashTable) left = list_problems (fixed, LINTEL_SEVERITY_NOTE);
  guint n;

  lintel_finding_get_places (finding, &n);
  for (guint k = 0; k < n; k++)
    {
      g_autofree char *address = lintel_finding_get_address (finding, k, fixed);
      g_autofree char *key = g_strdup_printf (
          "%s %s", lintel_rule_get_id (lintel_finding_get_rule (finding)), address);

      ck_assert_msg (!g_hash_table_contains (left, key), "%s is still there", key);
    }
}

static void
check_no_new_error (GHashTable *before, LintelFinding *finding, LintelProject *fixed)
{
  g_autoptr (GHashTable) after = list_problems (fixed, LINTEL_SEVERITY_ERROR);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    ck_assert_msg (g_hash_table_contains (before, key), "the fix of “%s” brought %s",
                   lintel_finding_get_message (finding), (const char *) key);
}

/* Adds the rules that it saw a fix of to FIXED. */
static void
check_fixes (LintelProject *project, GHashTable *fixed)
{
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  g_autoptr (GHashTable) before = list_problems (project, LINTEL_SEVERITY_ERROR);
  GPtrArray *findings = lintel_linter_get_findings (linter);

  for (guint i = 0; i < findings->len; i++)
    {
      LintelFinding *finding = g_ptr_array_index (findings, i);
      g_autoptr (GPtrArray) fixes = lintel_finding_get_fixes (finding, project);

      for (guint k = 0; k < fixes->len; k++)
        {
          LintelFix *fix = g_ptr_array_index (fixes, k);
          g_autoptr (LintelProject) copy = lintel_project_copy (project);
          g_autoptr (GError) error = NULL;

          ck_assert_msg (lintel_project_apply (copy, "", NULL, fix->edits, &error), "%s: %s",
                         fix->label, error != NULL ? error->message : "");
          check_gone (finding, copy);
          check_no_new_error (before, finding, copy);
          g_hash_table_add (fixed, (gpointer) lintel_finding_get_rule (finding));
        }
    }
}

static void
check_fix_all (LintelProject *project)
{
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  g_autoptr (GPtrArray) edits = lintel_linter_fix_all (linter, NULL);
  GPtrArray *findings;

  ck_assert (edits->len == 0 || lintel_project_apply (project, "", NULL, edits, NULL));
  findings = lintel_linter_get_findings (linter);
  for (guint i = 0; i < findings->len; i++)
    {
      LintelFinding *finding = g_ptr_array_index (findings, i);
      g_autoptr (GPtrArray) fixes = lintel_finding_get_fixes (finding, project);

      ck_assert_msg (fixes->len == 0, "Fix all left: %s", lintel_finding_get_message (finding));
    }
}

/* What is kept aside from a file and what was accepted do not come up in systems made here. */
static gboolean
rule_is_out_of_reach (const LintelRule *rule)
{
  static const char *const ids[] = { "acceptance-expired", "acceptance-unused",
                                     "duplicate-set",      "index-not-on-model",
                                     "unknown-index",      "unknown-item",
                                     "value-out-of-range", NULL };

  return g_strv_contains (ids, lintel_rule_get_id (rule));
}

START_TEST (fixes_remove_their_finding_and_bring_no_error)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());
  g_autoptr (GHashTable) fixed = g_hash_table_new (NULL, NULL);

  lintel_code_set_default_source (read_rand, rand);
  for (int i = 0; i < N_SYSTEMS; i++)
    {
      g_autoptr (LintelProject) project = make_system (catalogue, rand);

      check_fixes (project, fixed);
      check_fix_all (project);
    }
  for (guint i = 0; i < lintel_rules_get_n (); i++)
    {
      const LintelRule *rule = lintel_rules_get (i);

      if (lintel_rule_can_fix (rule) && !rule_is_out_of_reach (rule))
        ck_assert_msg (g_hash_table_contains (fixed, rule), "no system showed a fix of %s",
                       lintel_rule_get_id (rule));
    }
}
END_TEST

static Suite *
make_suite (void)
{
  Suite *suite = suite_create ("fixes");
  TCase *tests = tcase_create ("random systems");

  tcase_add_test (tests, fixes_remove_their_finding_and_bring_no_error);
  tcase_set_timeout (tests, 100);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return lintel_test_run (make_suite ());
}
