/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every rule has a folder tests/data/rules/RULE-ID, and every folder there has a rule:
 *
 *   bad.xml       has what the rule finds
 *   bad.findings  exactly what it finds there, and the names of the other rules that find something
 *   good.xml      the same without it: the rule finds nothing
 *   fixed.xml     bad.xml after the rule's fixes, for a rule that can fix
 *
 * The day is 2026-06-15 and the drawn codes are always the same.
 */

#include "app/core/lint/lintel-engine-private.h"
#include "lintel/code.h"
#include "lintel/xml.h"
#include "tests/support/test-lint.h"
#include "tests/support/test-support.h"

static LintelCatalogue *catalogue;

static void
setup (void)
{
  catalogue = lintel_catalogue_new_builtin ();
}

static void
teardown (void)
{
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

static gboolean
count_up (guint16 *bits, gpointer data)
{
  guint16 *next = data;

  *bits = *next;
  *next = (guint16) (*next + 3571);
  return TRUE;
}

static char *
rule_file (const LintelRule *rule, const char *name)
{
  return lintel_test_data ("rules", rule->id, name, NULL);
}

static LintelLinter *
lint_file (const LintelRule *rule, const char *name)
{
  g_autofree char *path = rule_file (rule, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelProject) project = lintel_xml_read_file (catalogue, path, &error);
  LintelLinter *linter;
  GDate today;

  ck_assert_msg (project != NULL, "%s", error != NULL ? error->message : "");
  linter = lintel_linter_new (project);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 15, G_DATE_JUNE, 2026);
  lintel_linter_set_today (linter, &today);
  return linter;
}

static void
append_fixes (GString *text, LintelFinding *finding, LintelProject *project)
{
  g_autoptr (GPtrArray) fixes = lintel_finding_get_fixes (finding, project);

  for (guint i = 0; i < fixes->len; i++)
    g_string_append_printf (text, "  fix: %s\n", ((const LintelFix *) fixes->pdata[i])->label);
}

/* The other rules that find something, each once, in the order of the registry. */
static void
append_others (GString *text, LintelLinter *linter, const LintelRule *rule)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);

  g_string_append (text, "others:");
  for (guint n = 0; n < lintel_rules_get_n (); n++)
    for (guint i = 0; i < findings->len; i++)
      if (lintel_finding_get_rule (findings->pdata[i]) == lintel_rules_get (n)
          && lintel_rules_get (n) != rule)
        {
          g_string_append_printf (text, " %s", lintel_rules_get (n)->id);
          break;
        }
  g_string_append_c (text, '\n');
}

static char *
describe_findings (LintelLinter *linter, const LintelRule *rule)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);
  LintelProject *project = lintel_linter_get_project (linter);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    if (lintel_finding_get_rule (findings->pdata[i]) == rule)
      {
        g_autofree char *line = lintel_test_format_finding (findings->pdata[i], project);

        g_string_append_printf (text, "%s\n", line);
        append_fixes (text, findings->pdata[i], project);
      }
  append_others (text, linter, rule);
  return g_string_free (text, FALSE);
}

static gboolean
finds (LintelLinter *linter, const LintelRule *rule)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);

  for (guint i = 0; i < findings->len; i++)
    if (lintel_finding_get_rule (findings->pdata[i]) == rule
        && lintel_finding_get_acceptance (findings->pdata[i]) == 0)
      return TRUE;
  return FALSE;
}

START_TEST (bad_file_has_exactly_these_findings)
{
  const LintelRule *rule = lintel_rules_get ((guint) _i);
  g_autoptr (LintelLinter) linter = lint_file (rule, "bad.xml");
  g_autofree char *path = rule_file (rule, "bad.findings");
  g_autofree char *text = describe_findings (linter, rule);

  ck_assert_msg (finds (linter, rule), "%s finds nothing in its bad.xml", rule->id);
  lintel_test_golden (path, text);
}
END_TEST

START_TEST (good_file_has_no_finding_of_the_rule)
{
  const LintelRule *rule = lintel_rules_get ((guint) _i);
  g_autoptr (LintelLinter) linter = lint_file (rule, "good.xml");
  g_autofree char *text = lintel_test_format_findings (linter, rule);

  ck_assert_str_eq (text, "");
}
END_TEST

/* Every error of AFTER was one of BEFORE: the same rule at each of its places. */
static void
assert_no_new_error (const char *before, LintelLinter *linter)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);

  for (guint i = 0; i < findings->len; i++)
    {
      LintelFinding *finding = findings->pdata[i];
      guint n;

      lintel_finding_get_places (finding, &n);
      for (guint k = 0; k < n; k++)
        {
          g_autofree char *address =
              lintel_finding_get_address (finding, k, lintel_linter_get_project (linter));
          g_autofree char *key = g_strdup_printf ("%s %s\n", finding->rule->id, address);

          ck_assert_msg (finding->severity < LINTEL_SEVERITY_ERROR || finding->acceptance != 0
                             || strstr (before, key) != NULL,
                         "a new error: %s [%s]", finding->message, key);
        }
    }
}

/* "RULE PLACE", a line each. */
static char *
list_places (LintelLinter *linter)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      LintelFinding *finding = findings->pdata[i];

      for (guint k = 0; k < finding->n_places; k++)
        {
          g_autofree char *address =
              lintel_finding_get_address (finding, k, lintel_linter_get_project (linter));

          g_string_append_printf (text, "%s %s\n", finding->rule->id, address);
        }
    }
  return g_string_free (text, FALSE);
}

static void
compare_fixed (const LintelRule *rule, LintelProject *project)
{
  g_autofree char *path = rule_file (rule, "fixed.xml");
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (project, TRUE);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);

  lintel_test_golden (path, text);
}

START_TEST (fixes_make_the_fixed_file)
{
  const LintelRule *rule = lintel_rules_get ((guint) _i);
  const char *ids[] = { rule->id, NULL };
  g_autoptr (LintelLinter) linter = lint_file (rule, "bad.xml");
  g_autofree char *before = list_places (linter);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  guint16 next = 4821;

  if (!lintel_rule_can_fix (rule))
    {
      g_autofree char *path = rule_file (rule, "fixed.xml");

      ck_assert_msg (!g_file_test (path, G_FILE_TEST_EXISTS), "%s cannot fix, but %s exists",
                     rule->id, path);
      return;
    }
  lintel_code_set_default_source (count_up, &next);
  edits = lintel_linter_fix_all (linter, ids);
  lintel_code_set_default_source (NULL, NULL);
  ck_assert_msg (
      lintel_project_apply (lintel_linter_get_project (linter), "fix", NULL, edits, &error), "%s",
      error != NULL ? error->message : "");
  ck_assert_msg (!finds (linter, rule), "%s still finds something after its fixes", rule->id);
  assert_no_new_error (before, linter);
  compare_fixed (rule, lintel_linter_get_project (linter));
}
END_TEST

START_TEST (every_folder_has_its_rule)
{
  g_autofree char *path = lintel_test_data ("rules", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  ck_assert_msg (folder != NULL, "there is no %s", path);
  while ((name = g_dir_read_name (folder)) != NULL)
    ck_assert_msg (lintel_rules_find (name) != NULL, "%s/%s: there is no such rule", path, name);
}
END_TEST

static guint
count_sentences (const char *text)
{
  guint n = 0;

  for (const char *at = text; *at != '\0'; at++)
    if (strchr (".!?", at[0]) != NULL && (at[1] == '\0' || at[1] == ' ' || at[1] == '\n'))
      n++;
  return n;
}

static gboolean
is_kebab_case (const char *id)
{
  return g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", id, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

START_TEST (rule_says_what_it_is)
{
  const LintelRule *rule = lintel_rules_get ((guint) _i);
  int last = LINTEL_READS_FINDINGS;
  const char *summary = lintel_rule_get_summary (rule);

  ck_assert_msg (is_kebab_case (rule->id), "%s", rule->id);
  ck_assert_msg (lintel_rules_find (rule->id) == rule, "%s stands there twice", rule->id);
  ck_assert_msg (summary != NULL && summary[0] != '\0', "%s has no summary", rule->id);
  ck_assert_msg (strchr (summary, '\n') == NULL && !g_str_has_suffix (summary, "."),
                 "%s: a summary is one line and no sentence", rule->id);
  ck_assert_msg (rule->explanation != NULL && count_sentences (rule->explanation) >= 2,
                 "%s: an explanation says why and what to do", rule->id);
  ck_assert_msg (rule->reads != 0 && ((int) rule->reads & ~(2 * last - 1)) == 0,
                 "%s does not say what it reads", rule->id);
  ck_assert_msg ((guint) rule->severity < LINTEL_N_SEVERITIES && (guint) rule->tip < LINTEL_N_TIPS
                     && rule->check != NULL,
                 "%s", rule->id);
  ck_assert_msg (!rule->locked || rule->severity >= LINTEL_SEVERITY_WARNING,
                 "%s is locked below its own severity", rule->id);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("rules");
  TCase *tcase = tcase_create ("folders");
  int n = (int) lintel_rules_get_n ();

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_add_loop_test (tcase, rule_says_what_it_is, 0, n);
  tcase_add_loop_test (tcase, bad_file_has_exactly_these_findings, 0, n);
  tcase_add_loop_test (tcase, good_file_has_no_finding_of_the_rule, 0, n);
  tcase_add_loop_test (tcase, fixes_make_the_fixed_file, 0, n);
  tcase_add_test (tcase, every_folder_has_its_rule);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
