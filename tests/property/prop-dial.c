/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the toll restriction engine says of a number, and of each digit, against a slow one. */

#include "config.h"

#include "tests/property/slow-dial.h"
#include "tests/support/test-support.h"

#include <string.h>

static void
check_number (const System *system, const LintelDialMatcher *matcher, const char *number)
{
  LintelDialAnswer answer;
  Expected expected;

  find_expected (&system->description, number, &expected);
  lintel_dial_evaluate (matcher, number, strlen (number), &answer);
  if (answer.verdict != expected.verdict || answer.flips != expected.flips
      || answer.baseline != expected.baseline || answer.decided_by != expected.table
      || answer.entry != expected.entry || answer.flags != expected.flags)
    fail_with (system,
               "%s: verdict %u (expected %u), flips %x (%x), table %u (%u), entry %d (%d), "
               "flags %x (%x)",
               number, answer.verdict, expected.verdict, answer.flips, expected.flips,
               answer.decided_by, expected.table, answer.entry, expected.entry, answer.flags,
               expected.flags);
}

START_TEST (evaluates_as_the_design_says)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());
  System system;

  for (guint n = 0; n < lintel_test_share (N_SYSTEMS); n++)
    {
      LintelDialMatcher *matcher;

      random_system (rand, &system);
      matcher = lintel_dial_matcher_new (&system.description);
      for (guint k = 0; k < 60; k++)
        {
          char number[LONGEST + 4] = "";
          int length = g_rand_int_range (rand, 0, LONGEST + 3);

          for (int i = 0; i < length; i++)
            number[i] = WORLD[g_rand_int_range (rand, 0, 5)];
          check_number (&system, matcher, number);
        }
      lintel_dial_matcher_unref (matcher);
    }
}
END_TEST

/* After each digit the stage has to agree with every number that starts like this. */
static guint
verdicts_ahead (const LintelDialClass *c, char *number, guint length, guint longest)
{
  Expected expected;
  guint verdicts;

  find_expected (c, number, &expected);
  verdicts = 1u << expected.verdict;
  if (length == longest)
    return verdicts;
  for (guint i = 0; i < strlen (WORLD); i++)
    {
      number[length] = WORLD[i];
      verdicts |= verdicts_ahead (c, number, length + 1, longest);
    }
  number[length] = '\0';
  return verdicts;
}

static LintelDialStage
expected_stage (guint verdicts)
{
  return verdicts == 1u << LINTEL_DIAL_ALLOWED      ? LINTEL_DIAL_LET_THROUGH
         : verdicts == 1u << LINTEL_DIAL_RESTRICTED ? LINTEL_DIAL_CUT_OFF
         : verdicts == 1u << LINTEL_DIAL_DEPENDS    ? LINTEL_DIAL_STAYS_UNSURE
                                                    : LINTEL_DIAL_OPEN;
}

START_TEST (each_digit_tells_what_may_follow)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());

  for (guint round = 0; round < lintel_test_share (N_SYSTEMS / 10); round++)
    {
      System system;
      g_autoptr (LintelDialMatcher) matcher = NULL;
      g_autoptr (GArray) steps = NULL;
      char number[LONGEST + 3] = "";

      random_system (rand, &system);
      matcher = lintel_dial_matcher_new (&system.description);
      for (guint i = 0; i < 4; i++)
        number[i] = random_digit (rand);
      steps = lintel_dial_trace (matcher, number);
      ck_assert_uint_eq (steps->len, 4);
      for (guint i = 0; i < 4; i++)
        {
          const LintelDialStep *step = &g_array_index (steps, LintelDialStep, i);
          char dialled[LONGEST + 3] = "";
          guint longest = LONGEST + 1;
          LintelDialStage stage;

          memcpy (dialled, number, i + 1);
          if (system.description.max_table != 0 && i + 1 <= (guint) system.description.max_digits)
            longest = MIN (longest, (guint) system.description.max_digits);
          stage = expected_stage (verdicts_ahead (&system.description, dialled, i + 1, longest));
          /* Beyond the maximum a permit may still beat it. */
          if (stage == LINTEL_DIAL_CUT_OFF)
            stage =
                expected_stage (verdicts_ahead (&system.description, dialled, i + 1, LONGEST + 1));
          if (step->stage != stage || step->digit != number[i])
            fail_with (&system, "%s at %u: stage %u, expected %u", number, i, step->stage, stage);
        }
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("prop-dial");
  TCase *evaluation = tcase_create ("evaluate");
  TCase *trace = tcase_create ("trace");

  tcase_set_timeout (evaluation, 60);
  tcase_add_test (evaluation, evaluates_as_the_design_says);
  suite_add_tcase (suite, evaluation);
  tcase_set_timeout (trace, 60);
  tcase_add_test (trace, each_digit_tells_what_may_follow);
  suite_add_tcase (suite, trace);
  return lintel_test_run (suite);
}
