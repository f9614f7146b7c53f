/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a numbering plan. Of what is taken every pattern can be read, and the numbers that a
 * search finds in a destination are numbers of it.
 */

#include "tests/fuzz/fuzz-target.h"

#include "lintel/dial-system.h"

/* A search that goes on for longer is no deeper. */
#define BUDGET 200
#define MAX_DESTINATIONS 4

static const LintelDialMatcher *
get_matcher (void)
{
  static LintelProject *project;

  if (project == NULL)
    project = lintel_project_new (lintel_fuzz_get_catalogue (), LINTEL_MODEL_SL2100, "");
  return lintel_dial_system_get_matcher (lintel_dial_system_of (project), 2);
}

static void
check_pattern (const LintelNumberPattern *pattern)
{
  LintelNumberShape shape;
  g_autofree char *prefix = NULL;

  if (!lintel_number_pattern_read (pattern, &shape, NULL) || shape.least > shape.length
      || shape.length > LINTEL_NUMBER_LENGTH_MAX)
    lintel_fuzz_fail ("a pattern of a plan cannot be read: %s", pattern->digits);
  prefix = lintel_number_pattern_get_prefix (pattern);
  g_free (lintel_number_pattern_format (pattern, prefix));
}

static void
check_destination (const LintelDestination *destination)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelDialSet) set =
      lintel_dial_set_new (destination->patterns, destination->n_patterns, &error);
  LintelDialFound found;

  if (set == NULL)
    lintel_fuzz_fail ("a destination of a plan cannot be read: %s", error->message);
  lintel_dial_search (get_matcher (), set, BUDGET, &found);
  for (guint verdict = 0; verdict < LINTEL_DIAL_N_VERDICTS; verdict++)
    if (*found.witness[verdict] != '\0' && !lintel_dial_set_contains (set, found.witness[verdict]))
      lintel_fuzz_fail ("%s is not in %s", found.witness[verdict], destination->id);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelNumberingPlan) plan = lintel_numbering_parse (bytes, "input", &error);

  if ((plan == NULL) != (error != NULL))
    lintel_fuzz_fail ("no plan without an error, and no error with a plan");
  if (plan == NULL)
    return 0;
  for (guint n = 0; n < plan->n_destinations; n++)
    {
      for (guint k = 0; k < plan->destinations[n].n_patterns; k++)
        check_pattern (&plan->destinations[n].patterns[k]);
      if (n < MAX_DESTINATIONS)
        check_destination (&plan->destinations[n]);
    }
  return 0;
}
