/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl check --format json and rules --json: the shape of the contract. */

#include "lintel/lint.h"
#include "tests/golden/cli-fixture.h"

#include <json-glib/json-glib.h>

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

int
main (void)
{
  Suite *suite = suite_create ("cli-json");
  TCase *tcase = tcase_create ("lintelctl");

  tcase_add_checked_fixture (tcase, cli_fixture_setup, cli_fixture_teardown);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, json_has_the_shape_of_the_contract);
  tcase_add_test (tcase, json_gives_stored_values_and_hides_codes);
  tcase_add_test (tcase, rules_lists_all_of_them);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
