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

/* The finished document on one line, ended by a line feed. Transfer full. */
char *lintel_report_print (JsonBuilder *builder);

G_END_DECLS
