/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings and fixes as values: made by a check, read by everybody. */

#include "config.h"

#include "app/core/lint/lintel-engine-private.h"
#include "app/core/lint/lintel-words-private.h"

#include "lintel/safe-text.h"

#include <glib/gi18n-lib.h>

static void
set_position (LintelFinding *self, LintelProject *project)
{
  const LintelPlace *first = &self->places[0];
  const LintelStray *stray = NULL;

  if (first->kind == LINTEL_PLACE_STRAY)
    stray = lintel_project_get_stray (project, first->index[0]);
  self->line = stray != NULL ? stray->line : lintel_project_get_line (project, first);
  self->column = stray != NULL ? stray->column : 0;
}

/* That a code is a year, or the mailbox's number, leaves few to try. */
static char *
describe_publicly (const LintelPlace *places, guint n)
{
  g_autofree char *numbers = lintel_words_for_codes (places, n);

  return g_strdup_printf (ngettext ("The security code of mailbox %s is easy to guess: set another "
                                    "at the telephone (67, then 7)",
                                    "The security codes of mailboxes %s are easy to guess: set "
                                    "others at the telephone (67, then 7)",
                                    n),
                          numbers);
}

LintelFinding *
lintel_finding_new (const LintelRule *rule, LintelSeverity severity, char *message,
                    const LintelPlace *places, guint n_places, LintelProject *project)
{
  LintelFinding *self = g_rc_box_new0 (LintelFinding);

  self->rule = rule;
  self->severity = severity;
  self->message = lintel_text_make_safe (message, FALSE);
  g_free (message);
  if (rule->revealing)
    self->public_message = describe_publicly (places, n_places);
  self->places = g_memdup2 (places, n_places * sizeof *places);
  self->n_places = n_places;
  set_position (self, project);
  return self;
}

LintelFinding *
lintel_finding_ref (LintelFinding *finding)
{
  return g_rc_box_acquire (finding);
}

static void
clear_finding (gpointer data)
{
  LintelFinding *self = data;

  g_free (self->message);
  g_free (self->public_message);
  g_free (self->places);
  g_free (self->witness);
}

void
lintel_finding_unref (LintelFinding *finding)
{
  g_rc_box_release_full (finding, clear_finding);
}

const LintelRule *
lintel_finding_get_rule (const LintelFinding *finding)
{
  return finding->rule;
}

LintelSeverity
lintel_finding_get_severity (const LintelFinding *finding)
{
  return finding->severity;
}

const char *
lintel_finding_get_message (const LintelFinding *finding)
{
  return finding->message;
}

const char *
lintel_finding_get_public_message (const LintelFinding *finding)
{
  return finding->public_message != NULL ? finding->public_message : finding->message;
}

const LintelRule *
lintel_finding_get_public_rule (const LintelFinding *finding)
{
  return finding->rule->revealing ? lintel_rules_find ("mailbox-code-weak") : finding->rule;
}

const LintelPlace *
lintel_finding_get_places (const LintelFinding *finding, guint *n_places)
{
  *n_places = finding->n_places;
  return finding->places;
}

char *
lintel_finding_get_address (const LintelFinding *finding, guint place, LintelProject *project)
{
  const LintelPlace *at;

  g_return_val_if_fail (place < finding->n_places, NULL);
  at = &finding->places[place];
  if (at->kind == LINTEL_PLACE_STRAY)
    {
      const LintelStray *stray = lintel_project_get_stray (project, at->index[0]);

      if (stray != NULL && stray->address != NULL)
        return lintel_text_make_safe (stray->address, FALSE);
    }
  return lintel_place_to_string (at, project);
}

int
lintel_finding_get_line (const LintelFinding *finding)
{
  return finding->line;
}

int
lintel_finding_get_column (const LintelFinding *finding)
{
  return finding->column;
}

const char *
lintel_finding_get_witness (const LintelFinding *finding)
{
  return finding->witness;
}

int
lintel_finding_get_acceptance (const LintelFinding *finding)
{
  return finding->acceptance;
}

void
lintel_fix_free (LintelFix *fix)
{
  g_free (fix->label);
  g_ptr_array_unref (fix->edits);
  g_free (fix);
}

GPtrArray *
lintel_finding_get_fixes (LintelFinding *finding, LintelProject *project)
{
  GDate today;
  g_autoptr (LintelSurvey) survey = lintel_survey_new ();
  LintelCheck check = { .project = project, .today = &today, .survey = survey };

  lintel_date_set_today (&today);
  return lintel_check_list_fixes (&check, finding);
}
