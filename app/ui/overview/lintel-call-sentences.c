/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dial tester says about a number: what is wrong with it, what becomes of it, and why. */

#include "config.h"

#include "app/ui/overview/lintel-call-sentences.h"

#include "app/ui/overview/lintel-call-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ACCESS_DIGIT '9'

char *
lintel_call_make_example (const LintelDestination *destination)
{
  /* No table restricts anything, so that the number does not depend on the project. */
  g_autoptr (LintelDialMatcher) matcher = lintel_dial_matcher_new (&(LintelDialClass){ 0 });
  const LintelNumberPattern *pattern;
  const char *number;
  LintelDialFound found;

  lintel_dial_search (matcher, lintel_dial_set_of (destination), 0, &found);
  number = found.witness[LINTEL_DIAL_ALLOWED];
  pattern = lintel_call_find_pattern (destination, number);
  return pattern != NULL ? lintel_number_pattern_format (pattern, number) : NULL;
}

/* REST is what was typed without what does no harm. */
static char *
describe_problem (const LintelNumberingPlan *plan, const char *rest)
{
  const LintelDestination *abroad = lintel_numbering_plan_find (plan, "international");
  g_autofree char *example = abroad != NULL ? lintel_call_make_example (abroad) : NULL;
  g_autofree char *sign = NULL;
  const char *at = rest;

  while (*at != '\0' && lintel_dial_symbol (*at) < LINTEL_DIAL_N_SYMBOLS)
    at++;
  if (*at == '+' && example != NULL)
    return g_strdup_printf (_ ("A + cannot be dialled on a trunk. Type the number as it is dialled "
                               "here, for example %s."),
                            example);
  sign = g_utf8_substring (at, 0, 1);
  return g_strdup_printf (_ ("“%s” cannot be dialled: type digits, * and # only."), sign);
}

char *
lintel_call_read_number (const LintelNumberingPlan *plan, const char *typed, char **problem)
{
  g_autofree char *number = g_strdup (typed);

  *problem = NULL;
  if (!lintel_dial_clean (number) && number[0] != '\0')
    *problem = describe_problem (plan, number);
  else if (strlen (number) > LINTEL_NUMBER_LENGTH_MAX)
    *problem = g_strdup_printf (_ ("Nothing dials more than %d digits: shorten the number."),
                                LINTEL_NUMBER_LENGTH_MAX);
  return *problem == NULL && number[0] != '\0' ? g_steal_pointer (&number) : NULL;
}

gboolean
lintel_call_has_access_digit (const LintelNumberingPlan *plan, const char *number)
{
  const LintelNumberPattern *pattern;

  return number[0] == ACCESS_DIGIT && lintel_call_find_destination (plan, number, &pattern) == NULL
         && lintel_call_find_destination (plan, number + 1, &pattern) != NULL;
}

char *
lintel_call_describe_verdict (const LintelNumberingPlan *plan, const char *number,
                              LintelDialVerdict verdict)
{
  const char *title = lintel_dial_verdict_get_title (verdict);
  const LintelNumberPattern *pattern;
  const LintelDestination *destination = lintel_call_find_destination (plan, number, &pattern);
  const char *where = pattern != NULL ? lintel_number_pattern_get_name (pattern) : NULL;

  if (destination == NULL)
    return g_strdup (title);
  if (where == NULL)
    /* Translators: verdict, kind of number */
    return g_strdup_printf (_ ("%s · %s"), title, lintel_destination_get_name (destination));
  /* Translators: verdict, kind of number, country or service */
  return g_strdup_printf (_ ("%s · %s (%s)"), title, lintel_destination_get_name (destination),
                          where);
}

/* Since which digit it is decided, and whether it is. */
static char *
describe_stage (GArray *steps)
{
  guint first = steps->len - 1;
  LintelDialStage stage = g_array_index (steps, LintelDialStep, first).stage;

  while (first > 0 && g_array_index (steps, LintelDialStep, first - 1).stage == stage)
    first--;
  switch (stage)
    {
    case LINTEL_DIAL_LET_THROUGH:
      return g_strdup_printf (_ ("Decided at digit %u: whatever follows gets out too."), first + 1);
    case LINTEL_DIAL_CUT_OFF:
      return g_strdup_printf (_ ("Cut off at digit %u, whatever follows."), first + 1);
    case LINTEL_DIAL_STAYS_UNSURE:
      return g_strdup_printf (_ ("Not certain from digit %u on, whatever follows."), first + 1);
    case LINTEL_DIAL_OPEN:
    default:
      return g_strdup (_ ("What is dialled next can still change this."));
    }
}

char *
lintel_call_describe_reason (const LintelDialMatcher *matcher, GArray *steps)
{
  const LintelDialAnswer *answer = &g_array_index (steps, LintelDialStep, steps->len - 1).answer;
  g_autofree char *reason = lintel_dial_answer_explain (matcher, answer);
  g_autofree char *stage = describe_stage (steps);
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%s %s", reason, stage);
  for (guint nth = 0; nth < LINTEL_DIAL_N_SWITCHES; nth++)
    if ((answer->flips >> nth & 1) != 0)
      g_string_append_printf (text, "\n• %s", lintel_dial_switch_describe (nth));
  return g_string_free (text, FALSE);
}
