/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lint: rules, findings, fixes.
 *
 * A rule is one file in app/core/lint/rules; the build collects them, so that a new rule touches
 * nothing else (app/core/lint/lintel-rule-private.h says what such a file holds). A finding says
 * what is wrong at one or more places that have one cause; its fixes are lists of ordinary edits.
 */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

typedef enum
{
  LINTEL_SEVERITY_NOTE,
  LINTEL_SEVERITY_WARNING,
  LINTEL_SEVERITY_ERROR, /* do not ship */
} LintelSeverity;
#define LINTEL_N_SEVERITIES 3

/* The steps of the hardening tip, in its order; the checklist and `explain` show them. */
typedef enum
{
  LINTEL_TIP_NONE,
  LINTEL_TIP_CODES,         /* have users password-protect their mailboxes */
  LINTEL_TIP_STATION_BOXES, /* unused station mailboxes off */
  LINTEL_TIP_GROUP_BOXES,   /* unused group mailboxes off */
  LINTEL_TIP_INMAIL_CLASS,  /* InMail ports in a restricted class in all modes */
  LINTEL_TIP_CLASS_TABLE,   /* that class has the international table assigned */
  LINTEL_TIP_TABLE_ENTRIES, /* the table blocks 011 */
} LintelTip;
#define LINTEL_N_TIPS 7

typedef struct _LintelRule LintelRule;
typedef struct _LintelFinding LintelFinding;

guint lintel_rules_get_n (void);
const LintelRule *lintel_rules_get (guint n); /* in the order of the tip, then by id */
const LintelRule *lintel_rules_find (const char *id);

#define LINTEL_LINT_ERROR (lintel_lint_error_quark ())
GQuark lintel_lint_error_quark (void);
typedef enum
{
  LINTEL_LINT_ERROR_RULE,   /* there is no such rule */
  LINTEL_LINT_ERROR_LOCKED, /* its severity may not go that low */
} LintelLintError;

/* Whether a rule's severity may be set to SEVERITY for a run. */
gboolean lintel_rules_check_severity (const char *rule, LintelSeverity severity, GError **error);

const char *lintel_rule_get_id (const LintelRule *rule);
LintelSeverity lintel_rule_get_severity (const LintelRule *rule);
/* Locked rules (◆ in the design) are never lowered below warning. */
gboolean lintel_rule_is_locked (const LintelRule *rule);
gboolean lintel_rule_can_fix (const LintelRule *rule);
LintelTip lintel_rule_get_tip (const LintelRule *rule);
/* One line; why it matters and what to do (paragraphs separated by a blank line). Translated. */
const char *lintel_rule_get_summary (const LintelRule *rule);
const char *lintel_rule_get_explanation (const LintelRule *rule);

LintelFinding *lintel_finding_ref (LintelFinding *finding);
void lintel_finding_unref (LintelFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelFinding, lintel_finding_unref)

const LintelRule *lintel_finding_get_rule (const LintelFinding *finding);
LintelSeverity lintel_finding_get_severity (const LintelFinding *finding);
const char *lintel_finding_get_message (const LintelFinding *finding);
/* The same for what leaves the office: what is wrong with a security code would narrow it down, so
 * message and rule say only that it is weak. A message never has a code's digits. */
const char *lintel_finding_get_public_message (const LintelFinding *finding);
const LintelRule *lintel_finding_get_public_rule (const LintelFinding *finding);
const LintelPlace *lintel_finding_get_places (const LintelFinding *finding, guint *n_places);
/* The first place's address; for something kept aside the address it was written with. */
char *lintel_finding_get_address (const LintelFinding *finding, guint place,
                                  LintelProject *project);
/* Where the first place stands in the file; 0 when it was not read from one. */
int lintel_finding_get_line (const LintelFinding *finding);
int lintel_finding_get_column (const LintelFinding *finding);
const char *lintel_finding_get_witness (const LintelFinding *finding); /* a number, or NULL */
/* The acceptance that covers it, by id; 0 when it is open. It covers only with a reason and a name,
 * and through its last day. */
int lintel_finding_get_acceptance (const LintelFinding *finding);

typedef struct
{
  char *label;      /* what it does, for a button: "Set 64 mailboxes to None" */
  GPtrArray *edits; /* of LintelEdit*, with old and new */
} LintelFix;

void lintel_fix_free (LintelFix *fix);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelFix, lintel_fix_free)

/* The fixes for a finding in the project's present state, best first; an empty array when there
 * is none. Transfer full, elements are LintelFix*. */
GPtrArray *lintel_finding_get_fixes (LintelFinding *finding, LintelProject *project);

/* A linter watches one project. After a change it checks again what could have changed. */
#define LINTEL_TYPE_LINTER (lintel_linter_get_type ())
G_DECLARE_FINAL_TYPE (LintelLinter, lintel_linter, LINTEL, LINTER, GObject)

LintelLinter *lintel_linter_new (LintelProject *project);
LintelProject *lintel_linter_get_project (LintelLinter *self);

/* For this run. FALSE with GError when the rule is unknown, or locked and the level too low. */
gboolean lintel_linter_set_severity (LintelLinter *self, const char *rule, LintelSeverity severity,
                                     GError **error);

/* The present findings: errors first, then by rule and place. Brings them up to date first.
 * Elements are LintelFinding*; owned by the linter, valid until the next call. */
GPtrArray *lintel_linter_get_findings (LintelLinter *self);
/* Open (not accepted) findings of one severity. */
guint lintel_linter_count (LintelLinter *self, LintelSeverity severity);

/* Does the work of get_findings() in slices: checks rules until BUDGET microseconds have gone and
 * returns TRUE while there is more to do. */
gboolean lintel_linter_step (LintelLinter *self, gint64 budget);

/* One edit list that fixes all that can be fixed, of the rules in IDS (NULL = all): applied to a
 * copy again and again until nothing is left to fix. Accepted findings are left alone. Transfer
 * full. */
GPtrArray *lintel_linter_fix_all (LintelLinter *self, const char *const *ids);
/* The same edits, sorted under the fixes that made them, for a preview. A fix with a random part
 * (a drawn code) comes out differently each time: apply what was shown. Transfer full, elements
 * are LintelFix*. */
GPtrArray *lintel_linter_plan_fixes (LintelLinter *self, const char *const *ids);

/* How far a step of the tip is. It is done when no error is left: the export asks for all of them,
 * LINTEL_TIP_NONE included, which is what the tip does not speak of. Notes do not count. */
typedef struct
{
  guint n_errors, n_warnings, n_accepted;
  GPtrArray *open; /* of LintelFinding*, errors first */
} LintelTipState;

LintelTipState lintel_linter_get_tip_state (LintelLinter *self, LintelTip tip);
void lintel_tip_state_clear (LintelTipState *step);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LintelTipState, lintel_tip_state_clear)
/* Of LINTEL_N_TIPS. */
guint lintel_linter_count_tips_done (LintelLinter *self);
/* The ids of the rules that carry out a step, NULL-terminated. Transfer container. */
const char **lintel_tip_list_rules (LintelTip tip);

const char *lintel_severity_to_id (LintelSeverity severity); /* "error" */
gboolean lintel_severity_from_id (const char *id, LintelSeverity *severity);
const char *lintel_severity_get_title (LintelSeverity severity);     /* "Error", translated */
const char *lintel_tip_get_title (LintelTip tip, LintelModel model); /* translated */

G_END_DECLS
