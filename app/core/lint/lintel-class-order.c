/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether one class is stricter than another: see lintel-class-order-private.h. */

#include "config.h"

#include "app/core/lint/lintel-class-order-private.h"

#include <string.h>

/* A note is not worth the search's whole budget after every edit. */
#define BUDGET 1000

/* Every number of every destination, so that what is found can be dialled; made once for each
 * plan. What a destination leaves out belongs to another, so that nothing is left out here. */
static const LintelDialSet *
get_all_numbers (const LintelNumberingPlan *plan)
{
  static GMutex mutex;
  static GHashTable *by_plan;
  LintelDialSet *set;

  g_mutex_lock (&mutex);
  if (by_plan == NULL)
    by_plan = g_hash_table_new (NULL, NULL);
  set = g_hash_table_lookup (by_plan, plan);
  if (set == NULL)
    {
      g_autoptr (GArray) patterns = g_array_new (FALSE, FALSE, sizeof (LintelNumberPattern));

      for (guint d = 0; d < plan->n_destinations; d++)
        for (guint i = 0; i < plan->destinations[d].n_patterns; i++)
          if (!plan->destinations[d].patterns[i].except)
            g_array_append_val (patterns, plan->destinations[d].patterns[i]);
      set = lintel_dial_set_new ((const LintelNumberPattern *) (gpointer) patterns->data,
                                 patterns->len, NULL);
      g_hash_table_insert (by_plan, (gpointer) plan, set);
    }
  g_mutex_unlock (&mutex);
  return set;
}

/* For each higher class what it was last compared with. */
typedef struct
{
  LintelDialMatcher *lower, *higher;
  char number[LINTEL_NUMBER_LENGTH_MAX + 1];
} Result;

static void
free_results (gpointer data)
{
  Result *results = data;

  for (int n = 0; n <= LINTEL_DIAL_N_CLASSES; n++)
    {
      g_clear_pointer (&results[n].lower, lintel_dial_matcher_unref);
      g_clear_pointer (&results[n].higher, lintel_dial_matcher_unref);
    }
  g_free (results);
}

static Result *
get_result (LintelProject *project, int higher)
{
  const char *key = "lintel-class-order";
  Result *results = g_object_get_data (G_OBJECT (project), key);

  if (results == NULL)
    {
      results = g_new0 (Result, LINTEL_DIAL_N_CLASSES + 1);
      g_object_set_data_full (G_OBJECT (project), key, results, free_results);
    }
  return &results[higher];
}

static void
take (LintelDialMatcher **slot, const LintelDialMatcher *matcher)
{
  g_clear_pointer (slot, lintel_dial_matcher_unref);
  *slot = lintel_dial_matcher_ref ((LintelDialMatcher *) matcher);
}

static gboolean
is_proof (const LintelDialMatcher *low, const LintelDialMatcher *high, const char *number)
{
  LintelDialAnswer answer;

  if (*number == '\0')
    return FALSE;
  lintel_dial_evaluate (high, number, strlen (number), &answer);
  if (answer.verdict != LINTEL_DIAL_ALLOWED)
    return FALSE;
  lintel_dial_evaluate (low, number, strlen (number), &answer);
  return answer.verdict == LINTEL_DIAL_RESTRICTED;
}

/* Numbers that are known already: what the higher class lets out, and the lower one blocks, of the
 * destinations that other rules ask for. They spare most searches. NULL when none does. */
static const char *
find_known (LintelDialSystem *system, int lower, int higher)
{
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (system);
  const LintelDialMatcher *low = lintel_dial_system_get_matcher (system, lower);
  const LintelDialMatcher *high = lintel_dial_system_get_matcher (system, higher);

  for (guint nth = 0; nth < plan->n_destinations; nth++)
    {
      const LintelDialReach *of_lower, *of_higher;

      if (!plan->destinations[nth].costly)
        continue;
      of_lower = lintel_dial_system_get_reach (system, lower, nth);
      of_higher = lintel_dial_system_get_reach (system, higher, nth);
      if (is_proof (low, high, of_higher->found.witness[LINTEL_DIAL_ALLOWED]))
        return of_higher->found.witness[LINTEL_DIAL_ALLOWED];
      if (is_proof (low, high, of_lower->found.witness[LINTEL_DIAL_RESTRICTED]))
        return of_lower->found.witness[LINTEL_DIAL_RESTRICTED];
    }
  return NULL;
}

static void
find_number (LintelDialSystem *system, int lower, int higher, Result *result)
{
  const char *known = find_known (system, lower, higher);
  LintelDialEscape escape;

  if (known != NULL)
    {
      g_strlcpy (result->number, known, sizeof result->number);
      return;
    }
  lintel_dial_search_escape (lintel_dial_system_get_matcher (system, lower),
                             lintel_dial_system_get_matcher (system, higher),
                             get_all_numbers (lintel_dial_system_get_plan (system)), BUDGET,
                             &escape);
  g_strlcpy (result->number, escape.number, sizeof result->number);
}

const char *
lintel_class_order_find (LintelProject *project, int lower, int higher)
{
  LintelDialSystem *system = lintel_dial_system_of (project);
  const LintelDialMatcher *low = lintel_dial_system_get_matcher (system, lower);
  const LintelDialMatcher *high = lintel_dial_system_get_matcher (system, higher);
  Result *result = get_result (project, higher);

  if (result->lower != low || result->higher != high)
    {
      find_number (system, lower, higher, result);
      take (&result->lower, low);
      take (&result->higher, high);
    }
  return *result->number != '\0' ? result->number : NULL;
}
