/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any lines as two classes, a set of numbers and a number: what the search finds has to be what
 * evaluating each number says, and what evaluating says has to be found.
 *
 *   0 011,01@        table 0 (LintelDialTable) of the class is assigned and has these entries
 *   max 12           21-06-03
 *   class            from here on the second class
 *   set 011 Z/1-4/@/0114420712 34567    digits, how many more, of which kind, what is usual
 *   less 0118        the same, left out
 *   number 011442071234567
 */

#include "tests/fuzz/fuzz-target.h"

#include "lintel/dial.h"

#include <stdlib.h>
#include <string.h>

#define MAX_ENTRIES 24
#define MAX_PATTERNS 8
/* A search that goes on for longer is no deeper. */
#define BUDGET 300
/* Each digit of a trace is a search. */
#define LONGEST_NUMBER 20

typedef struct
{
  LintelDialClass description;
  const char *entries[LINTEL_DIAL_N_TABLES][MAX_ENTRIES];
} Class;

typedef struct
{
  Class classes[2];
  guint n_classes;
  LintelNumberPattern patterns[MAX_PATTERNS];
  guint n_patterns;
  const char *number;
} Input;

static void
read_entries (Class *class, guint table, char *text)
{
  LintelDialTableUse *use = &class->description.table[table];
  char *entry;

  use->assigned = TRUE;
  use->number = table == LINTEL_DIAL_PERMIT || table == LINTEL_DIAL_RESTRICT ? 2 : 0;
  use->entries = class->entries[table];
  while (use->n_entries < MAX_ENTRIES && (entry = strsep (&text, ",")) != NULL)
    if (strlen (entry) <= LINTEL_NUMBER_LENGTH_MAX)
      class->entries[table][use->n_entries++] = entry;
}

static void
read_pattern (Input *input, char *text, gboolean except)
{
  LintelNumberPattern *pattern = &input->patterns[input->n_patterns];
  const char *span, *more;

  if (input->n_patterns == MAX_PATTERNS)
    return;
  pattern->digits = strsep (&text, "/");
  span = strsep (&text, "/");
  more = strsep (&text, "/");
  pattern->like = text;
  pattern->except = except;
  pattern->rank = (int) input->n_patterns % (LINTEL_NUMBER_RANK_MAX + 1);
  if (more != NULL && *more != '\0')
    pattern->more = more;
  if (span != NULL)
    {
      pattern->more_least = atoi (span);
      pattern->more_most = strchr (span, '-') != NULL ? atoi (strchr (span, '-') + 1) : 0;
    }
  input->n_patterns++;
}

static void
read_line (Input *input, char *line)
{
  Class *class = &input->classes[input->n_classes - 1];
  char *rest = line;
  const char *word = strsep (&rest, " ");

  if (g_str_equal (word, "class") && input->n_classes < 2)
    input->n_classes++;
  if (rest == NULL)
    return;
  if (word[0] >= '0' && word[0] < '0' + LINTEL_DIAL_N_TABLES)
    read_entries (class, (guint) (word[0] - '0'), rest);
  else if (g_str_equal (word, "max"))
    {
      class->description.max_table = 1;
      class->description.max_digits = CLAMP (atoi (rest), 0, 99);
    }
  else if (g_str_equal (word, "set") || g_str_equal (word, "less"))
    read_pattern (input, rest, word[0] == 'l');
  else if (g_str_equal (word, "number"))
    input->number = rest;
}

static void
check_answer (const LintelDialMatcher *matcher, const char *number, LintelDialAnswer *answer)
{
  LintelDialAnswer judged;

  lintel_dial_evaluate (matcher, number, strlen (number), answer);
  lintel_dial_judge (matcher, answer->flags, &judged);
  if (judged.verdict != answer->verdict || judged.flips != answer->flips
      || judged.baseline != answer->baseline)
    lintel_fuzz_fail ("%s: its flags are judged differently", number);
  if ((answer->verdict == LINTEL_DIAL_DEPENDS) != (answer->flips != 0))
    lintel_fuzz_fail ("%s: depends on nothing, or is certain in spite of a switch", number);
  g_free (lintel_dial_answer_get_place (matcher, answer));
}

static void
check_witness (const LintelDialMatcher *matcher, const LintelDialSet *set, const char *number,
               guint verdict)
{
  LintelDialAnswer answer;

  if (*number == '\0')
    return;
  check_answer (matcher, number, &answer);
  if (answer.verdict != verdict)
    lintel_fuzz_fail ("%s: found as %u, but it is %u", number, verdict, answer.verdict);
  if (!lintel_dial_set_contains (set, number))
    lintel_fuzz_fail ("%s is not in the set", number);
}

static void
check_search (const LintelDialMatcher *matcher, const LintelDialSet *set, const char *number)
{
  LintelDialFound found;
  LintelDialAnswer answer;

  lintel_dial_search (matcher, set, BUDGET, &found);
  for (guint verdict = 0; verdict < LINTEL_DIAL_N_VERDICTS; verdict++)
    check_witness (matcher, set, found.witness[verdict], verdict);
  check_answer (matcher, number, &answer);
  if (found.complete && *number != '\0' && lintel_dial_set_contains (set, number)
      && *found.witness[answer.verdict] == '\0')
    lintel_fuzz_fail ("%s is %u, which was not found", number, answer.verdict);
}

static void
check_combinations (const LintelDialMatcher *matcher, const LintelDialSet *set, const char *number)
{
  gboolean complete, there = FALSE;
  g_autoptr (GArray) combinations =
      lintel_dial_search_combinations (matcher, set, BUDGET, &complete);
  LintelDialAnswer answer, wanted;

  lintel_dial_evaluate (matcher, number, strlen (number), &wanted);
  for (guint n = 0; n < combinations->len; n++)
    {
      const LintelDialCombination *one = &g_array_index (combinations, LintelDialCombination, n);

      lintel_dial_evaluate (matcher, one->witness, strlen (one->witness), &answer);
      if (answer.flags != one->flags || !lintel_dial_set_contains (set, one->witness))
        lintel_fuzz_fail ("%s: has flags %x, found as %x", one->witness, answer.flags, one->flags);
      there = there || one->flags == wanted.flags;
    }
  if (complete && !there && *number != '\0' && lintel_dial_set_contains (set, number))
    lintel_fuzz_fail ("%s: its flags %x were not found", number, wanted.flags);
}

static void
check_pair (const LintelDialMatcher *one, const LintelDialMatcher *other, const LintelDialSet *set)
{
  LintelDialFoundPair found;
  LintelDialEscape escape;
  const char *pair;

  lintel_dial_search_pair (one, other, set, BUDGET, &found);
  for (guint v = 0; v < LINTEL_DIAL_N_VERDICTS; v++)
    for (guint w = 0; w < LINTEL_DIAL_N_VERDICTS; w++)
      {
        check_witness (one, set, found.witness[v][w], v);
        check_witness (other, set, found.witness[v][w], w);
      }
  lintel_dial_search_escape (one, other, set, BUDGET, &escape);
  pair = found.witness[LINTEL_DIAL_RESTRICTED][LINTEL_DIAL_ALLOWED];
  check_witness (one, set, escape.number, LINTEL_DIAL_RESTRICTED);
  check_witness (other, set, escape.number, LINTEL_DIAL_ALLOWED);
  if (found.complete && escape.complete && !g_str_equal (escape.number, pair))
    lintel_fuzz_fail ("“%s” escapes, but of the pairs it is “%s”", escape.number, pair);
}

/* Once cut off, a number stays so. */
static void
check_trace (const LintelDialMatcher *matcher, const char *number)
{
  g_autoptr (GArray) steps = lintel_dial_trace (matcher, number);
  gboolean cut = FALSE;

  for (guint n = 0; n < steps->len; n++)
    {
      const LintelDialStep *step = &g_array_index (steps, LintelDialStep, n);

      cut = cut || step->stage == LINTEL_DIAL_CUT_OFF;
      if (cut && step->answer.verdict != LINTEL_DIAL_RESTRICTED)
        lintel_fuzz_fail ("%s: cut off, and gets out %u digits on", number, n);
    }
}

static void
read_input (Input *input, char *text)
{
  char *line;

  memset (input, 0, sizeof *input);
  input->n_classes = 1;
  input->number = "";
  for (guint n = 0; n < 2; n++)
    input->classes[n].description.international_prefix = "011";
  while ((line = strsep (&text, "\n")) != NULL)
    read_line (input, line);
}

/* Each of them is slow beside the reading: one an input, by its length. */
#define N_QUESTIONS 4

static void
check_one (const Input *input, const LintelDialSet *set, const char *number, gsize which)
{
  g_autoptr (LintelDialMatcher) one = lintel_dial_matcher_new (&input->classes[0].description);
  g_autoptr (LintelDialMatcher) other = NULL;

  switch (which)
    {
    case 0:
      check_trace (one, number);
      break;
    case 1:
      check_combinations (one, set, number);
      break;
    case 2:
      other = lintel_dial_matcher_new (&input->classes[1].description);
      check_pair (one, other, set);
      break;
    case 3:
      check_search (one, set, number);
      break;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *number = NULL;
  g_autoptr (LintelDialSet) set = NULL;
  Input input;

  read_input (&input, text);
  number = g_strndup (input.number, LONGEST_NUMBER);
  if (!lintel_dial_clean (number))
    *number = '\0';
  set = lintel_dial_set_new (input.patterns, input.n_patterns, NULL);
  for (gsize which = 0; set != NULL && which < N_QUESTIONS; which++)
    if (lintel_fuzz_thorough || which == size % N_QUESTIONS)
      check_one (&input, set, number, which);
  return 0;
}
