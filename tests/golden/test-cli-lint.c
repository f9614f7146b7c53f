/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl check, fix, rules and explain: exit status, shape of text and JSON, files left alone.
 */

#include "config.h"

#include "lintel/lint.h"
#include "tests/support/test-support.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

static char *folder;
static char *dental;    /* a copy of the example with many errors */
static char *hardened;  /* … of the one without any */
static char *warned;    /* the latter with one unused acceptance */
static char *accepting; /* the former with all group mailboxes accepted */

static char *
copy_example (const char *example, const char *name, const char *extra)
{
  g_autofree char *relative = g_build_filename ("data", "examples", example, NULL);
  g_autofree char *source = lintel_test_source (relative);
  g_autofree char *text = lintel_test_read (source);
  g_autoptr (GString) changed = g_string_new (text);
  char *path = g_build_filename (folder, name, NULL);

  if (extra != NULL)
    ck_assert_uint_eq (g_string_replace (changed, "</lintel>", extra, 0), 1);
  ck_assert (g_file_set_contents (path, changed->str, -1, NULL));
  return path;
}

static void
setup (void)
{
  folder = lintel_test_make_folder ();
  dental = copy_example ("dental-office.xml", "dental.xml", NULL);
  hardened = copy_example ("hardened-office.xml", "hardened.xml", NULL);
  warned = copy_example ("hardened-office.xml", "warned.xml",
                         "  <accepted>\n    <accept rule=\"table-gap\" at=\"21-06-01\" "
                         "reason=\"old\" by=\"R. Kay\"/>\n  </accepted>\n</lintel>");
  accepting = copy_example ("dental-office.xml", "accepting.xml",
                            "  <accepted>\n    <accept rule=\"unused-group-mailbox\" "
                            "at=\"47-03-03\" reason=\"being set up\" by=\"R. Kay\"/>\n"
                            "  </accepted>\n</lintel>");
}

static void
teardown (void)
{
  lintel_test_remove_folder (folder);
  g_clear_pointer (&folder, g_free);
  g_clear_pointer (&dental, g_free);
  g_clear_pointer (&hardened, g_free);
  g_clear_pointer (&warned, g_free);
  g_clear_pointer (&accepting, g_free);
}

/* Like lintel_test_spawn(), and what nobody asks for is thrown away. */
static int
spawn (const char *const *argv, char **out, char **err)
{
  g_autofree char *unused_out = NULL;
  g_autofree char *unused_err = NULL;

  return lintel_test_spawn (argv, out != NULL ? out : &unused_out, err != NULL ? err : &unused_err);
}

/* Runs lintelctl with words up to NULL; OUT and ERR may be NULL. */
static int
run (char **out, char **err, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  const char *word;
  va_list args;

  g_ptr_array_add (argv, (gpointer) lintel_test_lintelctl ());
  va_start (args, err);
  do
    {
      word = va_arg (args, const char *);
      g_ptr_array_add (argv, (gpointer) word);
    }
  while (word != NULL);
  va_end (args);
  return spawn ((const char *const *) argv->pdata, out, err);
}

/* Runs a line of shell in which $0 is lintelctl and $1 is FILE. */
static int
run_shell (const char *line, const char *file, char **out, char **err)
{
  const char *argv[] = { "sh", "-c", line, lintel_test_lintelctl (), file, NULL };

  return spawn (argv, out, err);
}

static void
assert_says (const char *text, const char *part)
{
  ck_assert_msg (strstr (text, part) != NULL, "“%s” is not in:\n%.2000s", part, text);
}

/* The finding lines of a check, by severity; every line must have the shape of the contract. */
static void
count_lines (const char *out, const char *file, guint counts[LINTEL_N_SEVERITIES])
{
  g_autofree char *name = g_regex_escape_string (file, -1);
  g_autofree char *pattern =
      g_strdup_printf ("^%s:([1-9][0-9]*): (error|warning|note): .* \\[([a-z-]+)\\]$", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_auto (GStrv) lines = g_strsplit (out, "\n", -1);
  LintelSeverity last = LINTEL_SEVERITY_ERROR;

  for (guint i = 0; lines[i + 1] != NULL && lines[i + 2] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *level = NULL;
      g_autofree char *rule = NULL;
      LintelSeverity severity;

      ck_assert_msg (g_regex_match (regex, lines[i], G_REGEX_MATCH_DEFAULT, &match), "%s",
                     lines[i]);
      level = g_match_info_fetch (match, 2);
      rule = g_match_info_fetch (match, 3);
      ck_assert (lintel_severity_from_id (level, &severity));
      ck_assert_msg (lintel_rules_find (rule) != NULL, "%s", rule);
      ck_assert_msg (severity <= last, "errors come first: %s", lines[i]);
      last = severity;
      counts[severity]++;
    }
}

START_TEST (check_prints_a_line_for_each_finding_and_the_counts)
{
  g_autofree char *out = NULL, *err = NULL, *closing = NULL;
  guint counts[LINTEL_N_SEVERITIES] = { 0 };

  ck_assert_int_eq (run (&out, &err, "check", dental, NULL), 1);
  ck_assert_str_eq (err, "");
  count_lines (out, dental, counts);
  ck_assert_uint_gt (counts[LINTEL_SEVERITY_ERROR], 5);
  closing = g_strdup_printf (
      "\n%u errors, %u warning%s, %u note%s\n", counts[LINTEL_SEVERITY_ERROR],
      counts[LINTEL_SEVERITY_WARNING], counts[LINTEL_SEVERITY_WARNING] == 1 ? "" : "s",
      counts[LINTEL_SEVERITY_NOTE], counts[LINTEL_SEVERITY_NOTE] == 1 ? "" : "s");
  ck_assert_msg (g_str_has_suffix (out, closing), "%.2000s", out);
}
END_TEST

START_TEST (check_of_a_fine_project)
{
  g_autofree char *out = NULL;

  ck_assert_int_eq (run (&out, NULL, "check", hardened, NULL), 0);
  ck_assert_str_eq (out, "0 errors, 0 warnings, 0 notes\n");
}
END_TEST

START_TEST (check_fails_from_the_threshold_on)
{
  ck_assert_int_eq (run (NULL, NULL, "check", warned, NULL), 0);
  ck_assert_int_eq (run (NULL, NULL, "check", "--fail-on", "error", warned, NULL), 0);
  ck_assert_int_eq (run (NULL, NULL, "check", "--fail-on", "warning", warned, NULL), 1);
  ck_assert_int_eq (run (NULL, NULL, "check", "--fail-on", "note", warned, NULL), 1);
  ck_assert_int_eq (run (NULL, NULL, "check", "--fail-on", "never", dental, NULL), 0);
  ck_assert_int_eq (run (NULL, NULL, "check", "--fail-on", "note", hardened, NULL), 0);
}
END_TEST

START_TEST (check_with_other_severities)
{
  g_autofree char *out = NULL;

  ck_assert_int_eq (
      run (&out, NULL, "check", "--severity", "acceptance-unused=error", warned, NULL), 1);
  assert_says (out, "1 error, 0 warnings");
  ck_assert_int_eq (run (NULL, NULL, "check", "--fail-on", "warning", "--severity",
                         "acceptance-unused=note", warned, NULL),
                    0);
}
END_TEST

START_TEST (check_refuses_wrong_options)
{
  const struct
  {
    const char *option, *value, *says;
  } cases[] = {
    { "--format", "sarif", "text and json" },
    { "--fail-on", "always", "error, warning, note or never" },
    { "--severity", "unused-group-mailbox=note", "cannot go below" },
    { "--severity", "no-such-rule=note", "there is no rule" },
    { "--severity", "table-gap=fatal", "RULE=error" },
    { "--severity", "table-gap", "RULE=error" },
    { "--jobs", "-2", "--jobs" },
    { "--no-such-option", "1", "--no-such-option" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = NULL, *err = NULL;

      ck_assert_int_eq (run (&out, &err, "check", cases[i].option, cases[i].value, dental, NULL),
                        2);
      ck_assert_str_eq (out, "");
      ck_assert (g_str_has_prefix (err, "lintelctl: "));
      assert_says (err, cases[i].says);
    }
  ck_assert_int_eq (run (NULL, NULL, "check", NULL), 2);
}
END_TEST

START_TEST (check_goes_on_after_a_file_that_cannot_be_read)
{
  g_autofree char *missing = g_build_filename (folder, "missing.xml", NULL);
  g_autofree char *out = NULL, *err = NULL, *first = NULL, *second = NULL;
  const char *at_first, *at_second;

  ck_assert_int_eq (run (&out, &err, "check", dental, missing, warned, NULL), 2);
  assert_says (err, missing);
  first = g_strdup_printf ("%s:", dental);
  second = g_strdup_printf ("%s:", warned);
  at_first = strstr (out, first);
  at_second = strstr (out, second);
  ck_assert (at_first != NULL && at_second != NULL && at_first < at_second);
  assert_says (out, " in 2 files\n");
}
END_TEST

START_TEST (check_with_many_jobs_prints_the_same)
{
  g_autofree char *one = NULL, *many = NULL;

  ck_assert_int_eq (run (&one, NULL, "check", "--jobs", "1", dental, hardened, warned, accepting,
                         dental, hardened, warned, accepting, NULL),
                    1);
  ck_assert_int_eq (run (&many, NULL, "check", "--jobs", "8", dental, hardened, warned, accepting,
                         dental, hardened, warned, accepting, NULL),
                    1);
  ck_assert_msg (g_str_equal (one, many), "%.2000s", many);
}
END_TEST

START_TEST (check_reads_standard_input)
{
  g_autofree char *out = NULL;
  guint counts[LINTEL_N_SEVERITIES] = { 0 };

  ck_assert_int_eq (run_shell ("\"$0\" check - < \"$1\"", dental, &out, NULL), 1);
  count_lines (out, "-", counts);
  ck_assert_uint_gt (counts[LINTEL_SEVERITY_ERROR], 5);
}
END_TEST

START_TEST (check_says_when_its_output_is_lost)
{
  g_autofree char *err = NULL;

  ck_assert_int_eq (run_shell ("\"$0\" check \"$1\" > /dev/full", hardened, NULL, &err), 2);
  assert_says (err, "standard output cannot be written");
}
END_TEST

START_TEST (accepted_findings_stay_visible_and_do_not_count)
{
  g_autofree char *out = NULL;

  ck_assert_int_eq (run (&out, NULL, "check", accepting, NULL), 1);
  assert_says (out, "(accepted by R. Kay: being set up) [unused-group-mailbox]\n");
  assert_says (out, ", 1 accepted\n");
}
END_TEST

/* JSON. */

static JsonNode *
check_json (const char *first, const char *second)
{
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *root;

  ck_assert_int_eq (run (&out, NULL, "check", "--format", "json", first, second, NULL), 1);
  root = json_from_string (out, &error);
  ck_assert_msg (root != NULL, "%s", error != NULL ? error->message : "");
  return root;
}

/* The members of OBJECT in their order, "a b c". */
static void
assert_members (JsonObject *object, const char *expected)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (GString) text = g_string_new (NULL);

  for (GList *member = members; member != NULL; member = member->next)
    g_string_append_printf (text, "%s%s", member == members ? "" : " ",
                            (const char *) member->data);
  ck_assert_str_eq (text->str, expected);
}

static void
check_fix_shape (JsonObject *fix)
{
  JsonArray *edits = json_object_get_array_member (fix, "edits");

  assert_members (fix, "label edits");
  ck_assert_uint_gt (json_array_get_length (edits), 0);
  for (guint i = 0; i < json_array_get_length (edits); i++)
    assert_members (json_array_get_object_element (edits, i), "place old new");
}

static void
check_finding_shape (JsonObject *finding)
{
  JsonArray *fixes = json_object_get_array_member (finding, "fixes");
  JsonNode *line = json_object_get_member (finding, "line");

  assert_members (finding, "rule severity message places line witness accepted fixes");
  ck_assert (json_node_is_null (line) || json_node_get_int (line) > 0);
  ck_assert (json_node_get_value_type (json_object_get_member (finding, "accepted"))
             == G_TYPE_BOOLEAN);
  ck_assert_uint_gt (json_array_get_length (json_object_get_array_member (finding, "places")), 0);
  for (guint i = 0; i < json_array_get_length (fixes); i++)
    check_fix_shape (json_array_get_object_element (fixes, i));
}

static JsonObject *
get_file (JsonNode *root, guint n)
{
  return json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (root), "files"), n);
}

START_TEST (json_has_the_shape_of_the_contract)
{
  g_autoptr (JsonNode) root = check_json (dental, hardened);
  JsonObject *file = get_file (root, 0);
  JsonArray *findings = json_object_get_array_member (file, "findings");
  gint64 errors = 0;

  assert_members (json_node_get_object (root), "files");
  assert_members (file, "file model findings errors warnings notes");
  ck_assert_str_eq (json_object_get_string_member (file, "file"), dental);
  ck_assert_str_eq (json_object_get_string_member (file, "model"), "sl2100");
  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);

      check_finding_shape (finding);
      errors += g_str_equal (json_object_get_string_member (finding, "severity"), "error");
    }
  ck_assert_int_eq (json_object_get_int_member (file, "errors"), errors);
  ck_assert_str_eq (json_object_get_string_member (get_file (root, 1), "file"), hardened);
}
END_TEST

static JsonObject *
find_finding (JsonObject *file, const char *rule)
{
  JsonArray *findings = json_object_get_array_member (file, "findings");

  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);

      if (g_str_equal (json_object_get_string_member (finding, "rule"), rule))
        return finding;
    }
  ck_abort_msg ("%s finds nothing", rule);
}

START_TEST (json_gives_stored_values_and_hides_codes)
{
  g_autoptr (JsonNode) root = check_json (accepting, hardened);
  JsonObject *boxes = find_finding (get_file (root, 0), "unused-group-mailbox");
  JsonObject *codes = find_finding (get_file (root, 0), "mailbox-code-weak");
  JsonObject *fix, *edit;

  ck_assert (json_object_get_boolean_member (boxes, "accepted"));
  ck_assert (!json_object_get_boolean_member (codes, "accepted"));
  fix = json_array_get_object_element (json_object_get_array_member (boxes, "fixes"), 0);
  edit = json_array_get_object_element (json_object_get_array_member (fix, "edits"), 0);
  ck_assert_str_eq (json_object_get_string_member (edit, "place"), "47-03-03[1]");
  ck_assert_str_eq (json_object_get_string_member (edit, "old"), "1");
  ck_assert_str_eq (json_object_get_string_member (edit, "new"), "0");
  fix = json_array_get_object_element (json_object_get_array_member (codes, "fixes"), 0);
  edit = json_array_get_object_element (json_object_get_array_member (fix, "edits"), 0);
  ck_assert_str_eq (json_object_get_string_member (edit, "old"), "****");
  ck_assert_str_eq (json_object_get_string_member (edit, "new"), "****");
}
END_TEST

/* fix */

START_TEST (dry_run_shows_and_writes_nothing)
{
  g_autofree char *before = lintel_test_read (dental);
  g_autofree char *out = NULL, *after = NULL;

  ck_assert_int_eq (run (&out, NULL, "fix", "--dry-run", dental, NULL), 0);
  after = lintel_test_read (dental);
  ck_assert_msg (g_str_equal (before, after), "the file was written");
  assert_says (out, "\n  47-03-03[1]: 1 – Subscriber → 0 – None\n");
  assert_says (out, "\n  code[102]: **** → ****\n");
  assert_says (out, "Left: 0 errors");
}
END_TEST

START_TEST (fix_leaves_no_error)
{
  g_autofree char *out = NULL, *after = NULL, *again = NULL, *said = NULL;

  ck_assert_int_eq (run (&out, NULL, "fix", dental, NULL), 0);
  assert_says (out, "lintelctl get");
  ck_assert_int_eq (run (NULL, NULL, "check", dental, NULL), 0);
  after = lintel_test_read (dental);
  ck_assert_int_eq (run (&said, NULL, "fix", dental, NULL), 0);
  assert_says (said, "There is nothing that Lintel can repair.");
  again = lintel_test_read (dental);
  ck_assert_msg (g_str_equal (after, again), "the file was written again");
}
END_TEST

START_TEST (fix_of_one_rule_writes_elsewhere)
{
  g_autofree char *before = lintel_test_read (dental);
  g_autofree char *target = g_build_filename (folder, "fixed.xml", NULL);
  g_autofree char *out = NULL, *left = NULL, *after = NULL;

  ck_assert_int_eq (
      run (&out, NULL, "fix", "--rule", "unused-group-mailbox", "-o", target, dental, NULL), 1);
  ck_assert (strstr (out, "code[") == NULL);
  after = lintel_test_read (dental);
  ck_assert_msg (g_str_equal (before, after), "the file was written");
  run (&left, NULL, "check", target, NULL);
  ck_assert (strstr (left, "[unused-group-mailbox]") == NULL);
  assert_says (left, "[unused-station-mailbox]");
}
END_TEST

START_TEST (fix_from_standard_input_to_standard_output)
{
  g_autofree char *out = NULL, *err = NULL;

  ck_assert_int_eq (run_shell ("\"$0\" fix - < \"$1\"", dental, &out, &err), 0);
  ck_assert (g_str_has_prefix (out, "<?xml"));
  assert_says (err, "Left: 0 errors");
}
END_TEST

START_TEST (fix_leaves_accepted_findings_alone)
{
  g_autofree char *out = NULL;

  ck_assert_int_eq (run (&out, NULL, "fix", accepting, NULL), 0);
  ck_assert (strstr (out, "47-03-03[1]: 1") == NULL);
  assert_says (out, ", 1 accepted");
}
END_TEST

START_TEST (fix_refuses)
{
  g_autofree char *err = NULL, *other = NULL;

  ck_assert_int_eq (run (NULL, &err, "fix", "--rule", "no-such-rule", dental, NULL), 2);
  assert_says (err, "there is no rule");
  ck_assert_int_eq (run (NULL, &other, "fix", "--rule", "group-number-unknown", dental, NULL), 2);
  assert_says (other, "lintelctl explain group-number-unknown");
  ck_assert_int_eq (run (NULL, NULL, "fix", NULL), 2);
  ck_assert_int_eq (run (NULL, NULL, "fix", dental, hardened, NULL), 2);
}
END_TEST

START_TEST (fix_that_cannot_write_leaves_the_file)
{
  g_autofree char *before = lintel_test_read (dental);
  g_autofree char *target = g_build_filename (folder, "no-such-folder", "fixed.xml", NULL);
  g_autofree char *err = NULL, *after = NULL;

  ck_assert_int_eq (run (NULL, &err, "fix", "-o", target, dental, NULL), 2);
  assert_says (err, target);
  after = lintel_test_read (dental);
  ck_assert_msg (g_str_equal (before, after), "the file was written");
}
END_TEST

/* rules, explain */

START_TEST (rules_lists_all_of_them)
{
  g_autofree char *out = NULL, *json = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *rules;

  ck_assert_int_eq (run (&out, NULL, "rules", NULL), 0);
  ck_assert_int_eq (run (&json, NULL, "rules", "--json", NULL), 0);
  root = json_from_string (json, NULL);
  ck_assert_ptr_nonnull (root);
  rules = json_object_get_array_member (json_node_get_object (root), "rules");
  ck_assert_uint_eq (json_array_get_length (rules), lintel_rules_get_n ());
  for (guint i = 0; i < lintel_rules_get_n (); i++)
    {
      JsonObject *rule = json_array_get_object_element (rules, i);

      assert_members (rule, "id severity locked fixes tip summary explanation");
      ck_assert_str_eq (json_object_get_string_member (rule, "id"),
                        lintel_rule_get_id (lintel_rules_get (i)));
      assert_says (out, json_object_get_string_member (rule, "id"));
    }
}
END_TEST

START_TEST (explain_tells_about_every_rule)
{
  g_autofree char *err = NULL;

  for (guint i = 0; i < lintel_rules_get_n (); i++)
    {
      const LintelRule *rule = lintel_rules_get (i);
      g_autofree char *out = NULL;

      ck_assert_int_eq (run (&out, NULL, "explain", lintel_rule_get_id (rule), NULL), 0);
      assert_says (out, lintel_rule_get_summary (rule));
      assert_says (out, lintel_rule_get_explanation (rule));
      assert_says (out, lintel_rule_can_fix (rule) ? "lintelctl fix --rule" : "by hand");
    }
  ck_assert_int_eq (run (NULL, &err, "explain", "no-such-rule", NULL), 2);
  assert_says (err, "lintelctl rules");
}
END_TEST

START_TEST (every_command_has_help)
{
  const char *commands[] = { "check", "fix", "rules", "explain" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *out = NULL;

      ck_assert_int_eq (run (&out, NULL, commands[i], "--help", NULL), 0);
      assert_says (out, commands[i]);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cli-lint");
  TCase *tcase = tcase_create ("lintelctl");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, check_prints_a_line_for_each_finding_and_the_counts);
  tcase_add_test (tcase, check_of_a_fine_project);
  tcase_add_test (tcase, check_fails_from_the_threshold_on);
  tcase_add_test (tcase, check_with_other_severities);
  tcase_add_test (tcase, check_refuses_wrong_options);
  tcase_add_test (tcase, check_goes_on_after_a_file_that_cannot_be_read);
  tcase_add_test (tcase, check_with_many_jobs_prints_the_same);
  tcase_add_test (tcase, check_reads_standard_input);
  tcase_add_test (tcase, check_says_when_its_output_is_lost);
  tcase_add_test (tcase, accepted_findings_stay_visible_and_do_not_count);
  tcase_add_test (tcase, json_has_the_shape_of_the_contract);
  tcase_add_test (tcase, json_gives_stored_values_and_hides_codes);
  tcase_add_test (tcase, dry_run_shows_and_writes_nothing);
  tcase_add_test (tcase, fix_leaves_no_error);
  tcase_add_test (tcase, fix_of_one_rule_writes_elsewhere);
  tcase_add_test (tcase, fix_from_standard_input_to_standard_output);
  tcase_add_test (tcase, fix_leaves_accepted_findings_alone);
  tcase_add_test (tcase, fix_refuses);
  tcase_add_test (tcase, fix_that_cannot_write_leaves_the_file);
  tcase_add_test (tcase, rules_lists_all_of_them);
  tcase_add_test (tcase, explain_tells_about_every_rule);
  tcase_add_test (tcase, every_command_has_help);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
