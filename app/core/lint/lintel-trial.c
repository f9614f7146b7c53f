/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trying a fix of toll restriction before it is offered: see lintel-trial-private.h. */

#include "config.h"

#include "app/core/lint/lintel-trial-private.h"

#include "app/core/lint/lintel-engine-private.h"

#include <string.h>

/* Anyone's everyday calls, as they are usually dialed (rank 0). A plan that has no such destination
 * has nothing to keep there. */
static const char *const ordinary[] = { "emergency", "toll-free", "local-7", "local-10",
                                        "long-distance" };

/* A shorter start says nothing about what a call costs. */
#define MIN_PREFIX 3

/* Exchanges and area codes that are premium elsewhere in the plan are nobody's everyday call. */
static void
leave_out_premium (const LintelNumberingPlan *plan, GArray *patterns)
{
  const LintelDestination *premium = lintel_numbering_plan_find (plan, "premium");

  for (guint i = 0; premium != NULL && i < premium->n_patterns; i++)
    {
      char *prefix = lintel_number_pattern_get_prefix (&premium->patterns[i]);
      LintelNumberPattern except = { .digits = prefix,
                                     .more_most = LINTEL_NUMBER_LENGTH_MAX / 2,
                                     .except = TRUE };

      if (premium->patterns[i].except || strlen (prefix) < MIN_PREFIX)
        g_free (prefix);
      else
        g_array_append_val (patterns, except);
    }
}

static LintelDialSet *
make_set (const LintelNumberingPlan *plan, const LintelDestination *destination)
{
  g_autoptr (GArray) patterns = g_array_new (FALSE, FALSE, sizeof (LintelNumberPattern));
  LintelDialSet *set;
  guint n_own;

  for (guint i = 0; i < destination->n_patterns; i++)
    if (destination->patterns[i].except || destination->patterns[i].rank == 0)
      g_array_append_val (patterns, destination->patterns[i]);
  n_own = patterns->len;
  leave_out_premium (plan, patterns);
  set = lintel_dial_set_new ((const LintelNumberPattern *) (gpointer) patterns->data, patterns->len,
                             NULL);
  for (guint i = n_own; i < patterns->len; i++)
    g_free ((char *) g_array_index (patterns, LintelNumberPattern, i).digits);
  return set;
}

/* The sets of the plan's ordinary destinations; made once. */
static GPtrArray *
get_ordinary (const LintelNumberingPlan *plan)
{
  static GMutex mutex;
  static GHashTable *by_plan;
  GPtrArray *sets;

  g_mutex_lock (&mutex);
  if (by_plan == NULL)
    by_plan = g_hash_table_new (NULL, NULL);
  sets = g_hash_table_lookup (by_plan, plan);
  if (sets == NULL)
    {
      sets = g_ptr_array_new ();
      for (gsize i = 0; i < G_N_ELEMENTS (ordinary); i++)
        {
          const LintelDestination *destination = lintel_numbering_plan_find (plan, ordinary[i]);

          if (destination != NULL)
            g_ptr_array_add (sets, make_set (plan, destination));
        }
      g_hash_table_insert (by_plan, (gpointer) plan, sets);
    }
  g_mutex_unlock (&mutex);
  return sets;
}

static gboolean
is_open_error (const LintelFinding *finding)
{
  return finding->severity == LINTEL_SEVERITY_ERROR && finding->acceptance == 0;
}

static gboolean
has_place (const LintelFinding *finding, const LintelPlace *place)
{
  for (guint i = 0; i < finding->n_places; i++)
    if (lintel_place_equal (&finding->places[i], place))
      return TRUE;
  return FALSE;
}

/* Whether some finding has PLACE; with ERRORS_ONLY an open error. */
static gboolean
find_place (GPtrArray *findings, const LintelPlace *place, gboolean errors_only)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const LintelFinding *finding = findings->pdata[i];

      if (finding->acceptance == 0 && (!errors_only || is_open_error (finding))
          && has_place (finding, place))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_new_error (GPtrArray *before, GPtrArray *after)
{
  for (guint i = 0; i < after->len; i++)
    {
      const LintelFinding *finding = after->pdata[i];

      for (guint k = 0; is_open_error (finding) && k < finding->n_places; k++)
        if (!find_place (before, &finding->places[k], TRUE))
          return TRUE;
    }
  return FALSE;
}

static LintelReads
find_reads (GPtrArray *edits)
{
  LintelReads reads = 0;

  for (guint i = 0; i < edits->len; i++)
    reads |= lintel_reads_of_place (&((const LintelEdit *) edits->pdata[i])->place);
  return reads;
}

static gboolean
brings_error (LintelLinter *before, LintelLinter *after, GPtrArray *edits)
{
  LintelReads reads = find_reads (edits);

  for (guint n = 0; n < lintel_rules_get_n (); n++)
    {
      const LintelRule *rule = lintel_rules_get (n);

      if (rule->severity == LINTEL_SEVERITY_ERROR && (rule->reads & reads) != 0
          && (rule->reads & LINTEL_READS_FINDINGS) == 0
          && has_new_error (lintel_linter_check_rule (before, rule),
                            lintel_linter_check_rule (after, rule)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
removes_finding (LintelLinter *after, const LintelFinding *finding)
{
  GPtrArray *findings = lintel_linter_check_rule (after, finding->rule);

  for (guint i = 0; i < finding->n_places; i++)
    if (find_place (findings, &finding->places[i], FALSE))
      return FALSE;
  return TRUE;
}

/* Whether every number of the set gets out as certainly as before. */
static gboolean
set_is_kept (const LintelDialMatcher *before, const LintelDialMatcher *after,
             const LintelDialSet *set)
{
  LintelDialFoundPair found;

  lintel_dial_search_pair (before, after, set, 0, &found);
  return found.complete && *found.witness[LINTEL_DIAL_ALLOWED][LINTEL_DIAL_RESTRICTED] == '\0'
         && *found.witness[LINTEL_DIAL_ALLOWED][LINTEL_DIAL_DEPENDS] == '\0'
         && *found.witness[LINTEL_DIAL_DEPENDS][LINTEL_DIAL_RESTRICTED] == '\0';
}

gboolean
lintel_trial_keeps (LintelProject *before, LintelProject *after, int class, const char *destination)
{
  LintelDialSystem *system = lintel_dial_system_of (before);
  const LintelDestination *found =
      lintel_numbering_plan_find (lintel_dial_system_get_plan (system), destination);

  return found == NULL
         || set_is_kept (lintel_dial_system_get_matcher (system, class),
                         lintel_dial_system_get_matcher (lintel_dial_system_of (after), class),
                         lintel_dial_set_of (found));
}

static gboolean
class_is_kept (LintelProject *before, LintelProject *after, int class)
{
  LintelDialSystem *system = lintel_dial_system_of (before);
  GPtrArray *sets = get_ordinary (lintel_dial_system_get_plan (system));

  for (guint i = 0; i < sets->len; i++)
    if (!set_is_kept (lintel_dial_system_get_matcher (system, class),
                      lintel_dial_system_get_matcher (lintel_dial_system_of (after), class),
                      sets->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Fixes move InMail ports between classes, never telephones. */
static gboolean
keeps_ordinary_calls (LintelCheck *check, LintelProject *after)
{
  const LintelSurvey *survey = lintel_check_get_survey (check);

  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    if (survey->users[class].telephones->len > 0
        && !class_is_kept (lintel_check_get_project (check), after, class))
      return FALSE;
  return TRUE;
}

gboolean
lintel_trial_passes (LintelCheck *check, const LintelFinding *finding, GPtrArray *edits)
{
  LintelProject *project = lintel_check_get_project (check);
  g_autoptr (LintelProject) copy = lintel_project_copy (project);
  g_autoptr (LintelLinter) before = lintel_linter_new (project);
  g_autoptr (LintelLinter) after = lintel_linter_new (copy);

  lintel_linter_set_today (before, lintel_check_get_today (check));
  lintel_linter_set_today (after, lintel_check_get_today (check));
  return lintel_project_apply (copy, "", NULL, edits, NULL) && removes_finding (after, finding)
         && !brings_error (before, after, edits) && keeps_ordinary_calls (check, copy);
}
