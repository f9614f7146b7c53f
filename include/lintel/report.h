/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings and changes as text: in words for people, as JSON for programs.
 *
 * Security codes are never part of it: they appear as "****", old and new ones alike.
 */
#pragma once

#include "lintel/compare.h"
#include "lintel/lint.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A text at a place in words: "0 – None", "(blank)"; for NULL the factory default of a cell,
 * otherwise "(nothing)". Transfer full. */
char *lintel_report_format_value (LintelProject *project, const LintelPlace *place,
                                  const char *text);
/* "47-02-01[65]: 2 – Group → 0 – None". PROJECT is in the state before the edit. Transfer full. */
char *lintel_report_format_edit (LintelProject *project, const LintelEdit *edit);
/* "2 errors, 1 warning, no notes" of the open findings, then the accepted ones if there are any.
 * Transfer full. */
char *lintel_report_format_counts (guint errors, guint warnings, guint notes, guint accepted);

/* "R. Kay, 24 November 2026, 16:05 UTC", with a remark when the project has been changed since; ""
 * when nobody has signed. Transfer full. */
char *lintel_report_format_sign_off (LintelProject *project, LintelSignOffKind kind);

/* Each adds one JSON object; the shapes are those of the command line. */

/* {"file", "model", "findings": […], "errors", "warnings", "notes"}; the counts are those of the
 * open findings. */
void lintel_report_add_file (JsonBuilder *builder, const char *file, LintelLinter *linter);
/* {"rule", "severity", "message", "places", "line", "witness", "accepted", "fixes"}; line and
 * witness are null where there is none. */
void lintel_report_add_finding (JsonBuilder *builder, LintelFinding *finding,
                                LintelProject *project);
/* {"label", "edits": [{"place", "old", "new"}]}: stored values, for a cell the effective ones;
 * null where there is no text. */
void lintel_report_add_fix (JsonBuilder *builder, const LintelFix *fix, LintelProject *project);
/* {"id", "severity", "locked", "fixes", "tip", "summary", "explanation"}; tip is the step's number
 * from 1, or null. */
void lintel_report_add_rule (JsonBuilder *builder, const LintelRule *rule);

/* {"place", "name", "old", "new", "affected", "extensions"}: stored values, for a cell the
 * effective ones; null where there is nothing. */
void lintel_report_add_change (JsonBuilder *builder, const LintelChange *change);
/* {"destination", "change", "partly", "before", "after", "number", "leads_to", "users":
 * [{"extension", "kind", "modes"}]}; change is gained, lost or undecided. */
void lintel_report_add_reach_change (JsonBuilder *builder, const LintelReachChange *change);

/* SARIF 2.1.0 and JUnit XML. FILE is the name as it was given. */

/* An array with a result for each finding of one file; accepted ones have a suppression. */
JsonNode *lintel_report_make_sarif_results (const char *file, LintelLinter *linter);
/* The document: all rules, what was found (RESULTS: JsonNode* of the function above) and why files
 * could not be read (FAILURES: strings). Transfer full. */
char *lintel_report_print_sarif (GPtrArray *results, GPtrArray *failures);

typedef struct
{
  char *xml; /* one <testsuite> */
  guint tests, failures, errors;
} LintelReportSuite;

void lintel_report_suite_free (LintelReportSuite *suite);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelReportSuite, lintel_report_suite_free)
/* One file: a test for each rule, which fails by an open finding of at least THRESHOLD, a
 * LintelSeverity; LINTEL_N_SEVERITIES lets none fail. */
LintelReportSuite *lintel_report_make_junit_suite (const char *file, LintelLinter *linter,
                                                   guint threshold);
/* A file that could not be read. */
LintelReportSuite *lintel_report_make_junit_failure (const char *file, const char *why);
/* The document; SUITES has LintelReportSuite*. Transfer full. */
char *lintel_report_print_junit (GPtrArray *suites);

/* The finished document on one line, ended by a line feed. Transfer full. */
char *lintel_report_print (JsonBuilder *builder);

G_END_DECLS
