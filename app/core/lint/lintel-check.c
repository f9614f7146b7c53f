/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule has in hand while it looks at a project: facts to read, a place to report to. */

#include "config.h"

#include "app/core/lint/lintel-engine-private.h"

const LintelRule *
lintel_check_get_rule (LintelCheck *check)
{
  return check->rule;
}

LintelProject *
lintel_check_get_project (LintelCheck *check)
{
  return check->project;
}

LintelModel
lintel_check_get_model (LintelCheck *check)
{
  return lintel_project_get_model (check->project);
}

const LintelSurvey *
lintel_check_get_survey (LintelCheck *check)
{
  lintel_survey_complete (check->survey, check->project);
  return check->survey;
}

const LintelItem *
lintel_check_get_item (LintelCheck *check, const char *program, const char *item)
{
  return lintel_catalogue_find_item (lintel_project_get_catalogue (check->project), program, item);
}

const GDate *
lintel_check_get_today (LintelCheck *check)
{
  return check->today;
}

/* Takes MESSAGE. */
static void
report (LintelCheck *check, char *message, const LintelPlace *places, guint n_places,
        int acceptance)
{
  LintelFinding *finding =
      lintel_finding_new (check->rule, check->severity, message, places, n_places, check->project);

  finding->acceptance = acceptance;
  g_ptr_array_add (check->findings, finding);
  check->n_last++;
}

static int
find_acceptance (LintelCheck *check, const LintelPlace *place)
{
  const LintelCover *cover = lintel_covers_find (check->covers, check->rule, place, check->project);

  return cover != NULL ? cover->id : 0;
}

void
lintel_check_add (LintelCheck *check, const LintelPlace *place, const char *format, ...)
{
  va_list args;
  char *message;

  g_return_if_fail (check->findings != NULL);
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  check->n_last = 0;
  report (check, message, place, 1, find_acceptance (check, place));
}

/* The places in order, each once. */
static GArray *
sort_places (GArray *places)
{
  GArray *sorted = g_array_copy (places);

  g_array_sort (sorted, lintel_place_compare);
  for (guint i = sorted->len; i > 1; i--)
    if (lintel_place_equal (&g_array_index (sorted, LintelPlace, i - 1),
                            &g_array_index (sorted, LintelPlace, i - 2)))
      g_array_remove_index (sorted, i - 1);
  return sorted;
}

static void
report_part (LintelCheck *check, GArray *places, const int *acceptances, int acceptance,
             LintelDescribe describe, gpointer data)
{
  g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (LintelPlace));
  const LintelPlace *first;

  for (guint i = 0; i < places->len; i++)
    if (acceptances[i] == acceptance)
      g_array_append_val (part, g_array_index (places, LintelPlace, i));
  first = (const LintelPlace *) (gpointer) part->data;
  report (check, describe (check, first, part->len, data), first, part->len, acceptance);
}

/* A finding for the open places, and one for each acceptance with those that it covers. */
static void
divide_group (LintelCheck *check, GArray *places, LintelDescribe describe, gpointer data)
{
  g_autoptr (GArray) sorted = sort_places (places);
  g_autofree int *acceptances = g_new (int, sorted->len + 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sorted->len; i++)
    acceptances[i] = find_acceptance (check, &g_array_index (sorted, LintelPlace, i));
  for (guint i = 0; i < sorted->len; i++)
    if (g_hash_table_add (seen, GINT_TO_POINTER (acceptances[i])))
      report_part (check, sorted, acceptances, acceptances[i], describe, data);
}

void
lintel_check_add_group (LintelCheck *check, GArray *places, LintelDescribe describe, gpointer data)
{
  const LintelPlace *first = (const LintelPlace *) (gpointer) places->data;

  g_return_if_fail (check->findings != NULL);
  check->n_last = 0;
  if (places->len == 1)
    report (check, describe (check, first, 1, data), first, 1, find_acceptance (check, first));
  else
    divide_group (check, places, describe, data);
}

void
lintel_check_set_witness (LintelCheck *check, const char *number)
{
  g_return_if_fail (check->n_last > 0);
  for (guint i = check->findings->len - check->n_last; i < check->findings->len; i++)
    {
      LintelFinding *finding = check->findings->pdata[i];

      g_free (finding->witness);
      finding->witness = g_strdup (number);
    }
}

void
lintel_check_limit_severity (LintelCheck *check, LintelSeverity severity)
{
  g_return_if_fail (check->n_last > 0);
  for (guint i = check->findings->len - check->n_last; i < check->findings->len; i++)
    {
      LintelFinding *finding = check->findings->pdata[i];

      finding->severity = MIN (finding->severity, severity);
    }
}

gboolean
lintel_check_acceptance_is_used (LintelCheck *check, int acceptance)
{
  g_return_val_if_fail ((check->rule->reads & LINTEL_READS_FINDINGS) != 0, FALSE);
  return lintel_covers_is_used (check->covers, acceptance);
}

/* A record has no text of its own, but it can be removed as a whole. */
static gboolean
is_removal (const LintelEdit *edit)
{
  return edit->new_text == NULL && edit->place.field == LINTEL_FIELD_NONE
         && (edit->place.kind == LINTEL_PLACE_EXTENSION
             || edit->place.kind == LINTEL_PLACE_ACCEPTANCE
             || edit->place.kind == LINTEL_PLACE_DIAL_TEST);
}

/* Fills in the old texts and drops the edits that would change nothing. */
static void
complete_edits (LintelProject *project, GPtrArray *edits)
{
  for (guint i = edits->len; i > 0; i--)
    {
      LintelEdit *edit = edits->pdata[i - 1];

      g_free (edit->old_text);
      edit->old_text = g_strdup (lintel_project_get_text (project, &edit->place));
      if (!is_removal (edit) && g_strcmp0 (edit->old_text, edit->new_text) == 0)
        g_ptr_array_remove_index (edits, i - 1);
    }
}

void
lintel_fixes_add (LintelCheck *check, GPtrArray *fixes, GPtrArray *edits, const char *format, ...)
{
  LintelFix *fix;
  va_list args;

  complete_edits (check->project, edits);
  if (edits->len == 0)
    {
      g_ptr_array_unref (edits);
      return;
    }
  fix = g_new0 (LintelFix, 1);
  fix->edits = edits;
  va_start (args, format);
  fix->label = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (fixes, fix);
}

GPtrArray *
lintel_check_list_fixes (LintelCheck *check, const LintelFinding *finding)
{
  GPtrArray *fixes = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_fix_free);

  check->rule = finding->rule;
  check->severity = finding->severity;
  check->findings = NULL;
  if (finding->rule->fix != NULL)
    finding->rule->fix (check, finding, fixes);
  return fixes;
}
