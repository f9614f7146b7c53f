/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings, fixes and rules as JSON. */

#include "config.h"

#include "app/core/exchange/lintel-report-private.h"

#include "lintel/safe-text.h"

#include <string.h>

void
lintel_report_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_int (JsonBuilder *builder, const char *name, int value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
begin_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/* 0 stands for "none". */
static void
add_position (JsonBuilder *builder, const char *name, int value)
{
  if (value > 0)
    add_int (builder, name, value);
  else
    lintel_report_add_string (builder, name, NULL);
}

static void
add_edit (JsonBuilder *builder, const LintelEdit *edit, LintelProject *project)
{
  g_autofree char *address = lintel_report_format_address (project, &edit->place);

  json_builder_begin_object (builder);
  lintel_report_add_string (builder, "place", address);
  lintel_report_add_string (builder, "old",
                            lintel_report_peek_value (project, &edit->place, edit->old_text));
  lintel_report_add_string (builder, "new",
                            lintel_report_peek_value (project, &edit->place, edit->new_text));
  json_builder_end_object (builder);
}

void
lintel_report_add_fix (JsonBuilder *builder, const LintelFix *fix, LintelProject *project)
{
  json_builder_begin_object (builder);
  lintel_report_add_string (builder, "label", fix->label);
  begin_array (builder, "edits");
  for (guint i = 0; i < fix->edits->len; i++)
    add_edit (builder, fix->edits->pdata[i], project);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_places (JsonBuilder *builder, const LintelFinding *finding, LintelProject *project)
{
  guint n_places;

  lintel_finding_get_places (finding, &n_places);
  begin_array (builder, "places");
  for (guint i = 0; i < n_places; i++)
    {
      g_autofree char *address = lintel_finding_get_address (finding, i, project);

      json_builder_add_string_value (builder, address);
    }
  json_builder_end_array (builder);
}

static void
add_fixes (JsonBuilder *builder, LintelFinding *finding, LintelProject *project)
{
  g_autoptr (GPtrArray) fixes = lintel_finding_get_fixes (finding, project);

  begin_array (builder, "fixes");
  for (guint i = 0; i < fixes->len; i++)
    lintel_report_add_fix (builder, fixes->pdata[i], project);
  json_builder_end_array (builder);
}

void
lintel_report_add_finding (JsonBuilder *builder, LintelFinding *finding, LintelProject *project)
{
  json_builder_begin_object (builder);
  lintel_report_add_string (builder, "rule",
                            lintel_rule_get_id (lintel_finding_get_rule (finding)));
  lintel_report_add_string (builder, "severity",
                            lintel_severity_to_id (lintel_finding_get_severity (finding)));
  lintel_report_add_string (builder, "message", lintel_finding_get_message (finding));
  add_places (builder, finding, project);
  add_position (builder, "line", lintel_finding_get_line (finding));
  lintel_report_add_string (builder, "witness", lintel_finding_get_witness (finding));
  add_boolean (builder, "accepted", lintel_finding_get_acceptance (finding) != 0);
  add_fixes (builder, finding, project);
  json_builder_end_object (builder);
}

void
lintel_report_add_file (JsonBuilder *builder, const char *file, LintelLinter *linter)
{
  LintelProject *project = lintel_linter_get_project (linter);
  GPtrArray *findings = lintel_linter_get_findings (linter);

  json_builder_begin_object (builder);
  lintel_report_add_string (builder, "file", file);
  lintel_report_add_string (builder, "model",
                            lintel_model_to_id (lintel_project_get_model (project)));
  begin_array (builder, "findings");
  for (guint i = 0; i < findings->len; i++)
    lintel_report_add_finding (builder, findings->pdata[i], project);
  json_builder_end_array (builder);
  add_int (builder, "errors", (int) lintel_linter_count (linter, LINTEL_SEVERITY_ERROR));
  add_int (builder, "warnings", (int) lintel_linter_count (linter, LINTEL_SEVERITY_WARNING));
  add_int (builder, "notes", (int) lintel_linter_count (linter, LINTEL_SEVERITY_NOTE));
  json_builder_end_object (builder);
}

void
lintel_report_add_rule (JsonBuilder *builder, const LintelRule *rule)
{
  json_builder_begin_object (builder);
  lintel_report_add_string (builder, "id", lintel_rule_get_id (rule));
  lintel_report_add_string (builder, "severity",
                            lintel_severity_to_id (lintel_rule_get_severity (rule)));
  add_boolean (builder, "locked", lintel_rule_is_locked (rule));
  add_boolean (builder, "fixes", lintel_rule_can_fix (rule));
  add_position (builder, "tip", (int) lintel_rule_get_tip (rule));
  lintel_report_add_string (builder, "summary", lintel_rule_get_summary (rule));
  lintel_report_add_string (builder, "explanation", lintel_rule_get_explanation (rule));
  json_builder_end_object (builder);
}

/* The same document, and nothing in it acts on a terminal. All of these are in strings. */
static void
append_character (GString *out, gunichar c)
{
  g_autofree gunichar2 *units = NULL;
  glong n_units;

  if (!lintel_text_is_unsafe (c))
    {
      g_string_append_unichar (out, c);
      return;
    }
  units = g_ucs4_to_utf16 (&c, 1, NULL, &n_units, NULL);
  for (glong n = 0; units != NULL && n < n_units; n++)
    g_string_append_printf (out, "\\u%04x", units[n]);
}

char *
lintel_report_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, FALSE);
  GString *out = g_string_sized_new (strlen (text) + 1);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_character (out, g_utf8_get_char (p));
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}
