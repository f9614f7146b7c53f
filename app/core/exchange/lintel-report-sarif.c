/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings as SARIF 2.1.0, the format in which code hosts and editors take what an analysis found.
 * An acceptance is a suppression. Security codes are in no message.
 */

#include "config.h"

#include "app/core/exchange/lintel-report-private.h"

#include <string.h>

#define SARIF_SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"

static void
begin_object (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

static void
begin_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_int (JsonBuilder *builder, const char *name, int value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/* {"text": TEXT}, which SARIF has wherever people read. */
static void
add_message (JsonBuilder *builder, const char *name, const char *text)
{
  begin_object (builder, name);
  lintel_report_add_string (builder, "text", text);
  json_builder_end_object (builder);
}

/* Rules. */

static void
add_rule (JsonBuilder *builder, const LintelRule *rule)
{
  const char *explanation = lintel_rule_get_explanation (rule);
  const char *end = strstr (explanation, "\n\n");
  g_autofree char *why =
      end != NULL ? g_strndup (explanation, (gsize) (end - explanation)) : g_strdup (explanation);

  json_builder_begin_object (builder);
  lintel_report_add_string (builder, "id", lintel_rule_get_id (rule));
  add_message (builder, "shortDescription", lintel_rule_get_summary (rule));
  add_message (builder, "fullDescription", why);
  add_message (builder, "help", explanation);
  begin_object (builder, "defaultConfiguration");
  lintel_report_add_string (builder, "level",
                            lintel_severity_to_id (lintel_rule_get_severity (rule)));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_tool (JsonBuilder *builder)
{
  begin_object (builder, "tool");
  begin_object (builder, "driver");
  lintel_report_add_string (builder, "name", "Lintel");
  lintel_report_add_string (builder, "version", LINTEL_VERSION);
  begin_array (builder, "rules");
  for (guint n = 0; n < lintel_rules_get_n (); n++)
    add_rule (builder, lintel_rules_get (n));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/* Results. */

static int
get_rule_index (const LintelRule *rule)
{
  guint n = 0;

  while (lintel_rules_get (n) != rule)
    n++;
  return (int) n;
}

/* A relative name stays relative to wherever the reader keeps the files. */
static char *
make_uri (const char *file)
{
  return g_path_is_absolute (file) ? g_filename_to_uri (file, NULL, NULL)
                                   : g_uri_escape_string (file, "/", FALSE);
}

static void
add_region (JsonBuilder *builder, const LintelFinding *finding)
{
  begin_object (builder, "region");
  add_int (builder, "startLine", MAX (lintel_finding_get_line (finding), 1));
  if (lintel_finding_get_line (finding) > 0 && lintel_finding_get_column (finding) > 0)
    add_int (builder, "startColumn", lintel_finding_get_column (finding));
  json_builder_end_object (builder);
}

static void
add_location (JsonBuilder *builder, const char *uri, const LintelFinding *finding,
              GPtrArray *addresses)
{
  begin_array (builder, "locations");
  json_builder_begin_object (builder);
  begin_object (builder, "physicalLocation");
  begin_object (builder, "artifactLocation");
  lintel_report_add_string (builder, "uri", uri);
  json_builder_end_object (builder);
  add_region (builder, finding);
  json_builder_end_object (builder);
  begin_array (builder, "logicalLocations");
  for (guint n = 0; n < addresses->len; n++)
    {
      json_builder_begin_object (builder);
      lintel_report_add_string (builder, "fullyQualifiedName", g_ptr_array_index (addresses, n));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

/* The same finding is known again when its words or its line change. */
static void
add_fingerprint (JsonBuilder *builder, const LintelFinding *finding, GPtrArray *addresses)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *rule = lintel_rule_get_id (lintel_finding_get_rule (finding));

  g_checksum_update (sum, (const guchar *) rule, -1);
  for (guint n = 0; n < addresses->len; n++)
    {
      g_checksum_update (sum, (const guchar *) "\n", 1);
      g_checksum_update (sum, g_ptr_array_index (addresses, n), -1);
    }
  begin_object (builder, "partialFingerprints");
  lintel_report_add_string (builder, "ruleAndPlaces/v1", g_checksum_get_string (sum));
  json_builder_end_object (builder);
}

/* If one result has suppressions, all must have the member. */
static void
add_suppressions (JsonBuilder *builder, const LintelFinding *finding, LintelProject *project)
{
  const LintelAcceptance *acceptance =
      lintel_report_find_acceptance (project, lintel_finding_get_acceptance (finding));
  g_autofree char *why = NULL;

  begin_array (builder, "suppressions");
  if (acceptance != NULL)
    {
      why = lintel_report_write_acceptance (acceptance);
      json_builder_begin_object (builder);
      lintel_report_add_string (builder, "kind", "inSource");
      lintel_report_add_string (builder, "status", "accepted");
      lintel_report_add_string (builder, "justification", why);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static GPtrArray *
list_addresses (const LintelFinding *finding, LintelProject *project)
{
  GPtrArray *addresses = g_ptr_array_new_with_free_func (g_free);
  guint n_places;

  lintel_finding_get_places (finding, &n_places);
  for (guint n = 0; n < n_places; n++)
    g_ptr_array_add (addresses, lintel_finding_get_address (finding, n, project));
  return addresses;
}

static void
add_result (JsonBuilder *builder, const char *uri, const LintelFinding *finding,
            LintelProject *project)
{
  const LintelRule *rule = lintel_finding_get_rule (finding);
  g_autoptr (GPtrArray) addresses = list_addresses (finding, project);

  json_builder_begin_object (builder);
  lintel_report_add_string (builder, "ruleId", lintel_rule_get_id (rule));
  add_int (builder, "ruleIndex", get_rule_index (rule));
  lintel_report_add_string (builder, "level",
                            lintel_severity_to_id (lintel_finding_get_severity (finding)));
  add_message (builder, "message", lintel_finding_get_public_message (finding));
  add_location (builder, uri, finding, addresses);
  add_fingerprint (builder, finding, addresses);
  add_suppressions (builder, finding, project);
  json_builder_end_object (builder);
}

JsonNode *
lintel_report_make_sarif_results (const char *file, LintelLinter *linter)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *uri = make_uri (file);
  GPtrArray *findings = lintel_linter_get_findings (linter);

  json_builder_begin_array (builder);
  for (guint n = 0; n < findings->len; n++)
    add_result (builder, uri, g_ptr_array_index (findings, n), lintel_linter_get_project (linter));
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

/* The document. */

static void
add_invocation (JsonBuilder *builder, GPtrArray *failures)
{
  begin_array (builder, "invocations");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "executionSuccessful");
  json_builder_add_boolean_value (builder, failures->len == 0);
  begin_array (builder, "toolExecutionNotifications");
  for (guint n = 0; n < failures->len; n++)
    {
      json_builder_begin_object (builder);
      lintel_report_add_string (builder, "level", "error");
      add_message (builder, "message", g_ptr_array_index (failures, n));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

static void
add_results (JsonBuilder *builder, GPtrArray *results)
{
  begin_array (builder, "results");
  for (guint n = 0; n < results->len; n++)
    {
      JsonArray *array = json_node_get_array (g_ptr_array_index (results, n));

      for (guint k = 0; k < json_array_get_length (array); k++)
        json_builder_add_value (builder, json_array_dup_element (array, k));
    }
  json_builder_end_array (builder);
}

char *
lintel_report_print_sarif (GPtrArray *results, GPtrArray *failures)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  lintel_report_add_string (builder, "$schema", SARIF_SCHEMA);
  lintel_report_add_string (builder, "version", "2.1.0");
  begin_array (builder, "runs");
  json_builder_begin_object (builder);
  add_tool (builder);
  add_invocation (builder, failures);
  lintel_report_add_string (builder, "columnKind", "unicodeCodePoints");
  add_results (builder, results);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return lintel_report_print (builder);
}
