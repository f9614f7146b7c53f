/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Digit by digit: the tester shows after each digit whether the call is decided. It is when every
 * number that starts with what has been dialled has the same verdict, which is a question for the
 * search.
 */

#include "config.h"

#include "app/core/dial/lintel-dial-private.h"

#include <string.h>

/* What becomes of what has been dialled with all that may follow, up to LAST digits. */
static LintelDialStage
find_stage_within (const LintelDialMatcher *matcher, const char *dialled, guint length, guint last)
{
  const LintelNumberPattern pattern = { .digits = dialled,
                                        .more = "@",
                                        .more_most = (int) (last - length) };
  g_autoptr (LintelDialSet) set = lintel_dial_set_new (&pattern, 1, NULL);
  LintelDialStage stage = LINTEL_DIAL_OPEN;
  LintelDialFound found;
  guint n = 0;

  lintel_dial_search (matcher, set, 0, &found);
  for (guint verdict = 0; verdict < LINTEL_DIAL_N_VERDICTS; verdict++)
    if (found.witness[verdict][0] != '\0')
      {
        n++;
        stage = verdict == LINTEL_DIAL_ALLOWED      ? LINTEL_DIAL_LET_THROUGH
                : verdict == LINTEL_DIAL_RESTRICTED ? LINTEL_DIAL_CUT_OFF
                                                    : LINTEL_DIAL_STAYS_UNSURE;
      }
  return n == 1 && found.complete ? stage : LINTEL_DIAL_OPEN;
}

/* A maximum of digits that is not yet reached is left out of it: otherwise nothing would ever count
 * as let through. Not so for what is cut off, since a permit may beat the maximum. */
static LintelDialStage
find_stage (const LintelDialMatcher *matcher, const char *dialled, guint length)
{
  guint last = LINTEL_NUMBER_LENGTH_MAX;
  LintelDialStage stage;

  if (matcher->max_digits != 0 && length <= matcher->max_digits)
    last = MIN (last, matcher->max_digits);
  stage = find_stage_within (matcher, dialled, length, last);
  if (stage == LINTEL_DIAL_CUT_OFF && last < LINTEL_NUMBER_LENGTH_MAX)
    stage = find_stage_within (matcher, dialled, length, LINTEL_NUMBER_LENGTH_MAX);
  return stage;
}

GArray *
lintel_dial_trace (const LintelDialMatcher *matcher, const char *number)
{
  g_autofree char *dialled = g_strdup (number);
  guint length = (guint) MIN (strlen (number), LINTEL_NUMBER_LENGTH_MAX);
  GArray *steps = g_array_sized_new (FALSE, TRUE, sizeof (LintelDialStep), length);

  for (guint i = 0; i < length; i++)
    {
      LintelDialStep step = { .digit = number[i] };

      dialled[i + 1] = '\0';
      lintel_dial_evaluate (matcher, dialled, i + 1, &step.answer);
      step.stage = find_stage (matcher, dialled, i + 1);
      g_array_append_val (steps, step);
      dialled[i + 1] = number[i + 1];
    }
  return steps;
}
