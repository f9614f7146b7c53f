/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The proof of the international access assistant: what is to get out does, and nothing else that
 * did not before, from nobody's telephone and from no InMail port.
 */

#include "config.h"

#include "app/core/lint/lintel-access-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Once for each class in a plan, so it may look longer than what is done at every key. */
#define BUDGET (100 * LINTEL_DIAL_BUDGET)

/* Sets of numbers. */

static LintelDialSet *
make_wanted (LintelProject *project, const LintelAccessRequest *request)
{
  g_autoptr (GArray) patterns = g_array_new (FALSE, FALSE, sizeof (LintelNumberPattern));
  LintelDialSet *set;

  for (const char *const *id = request->countries; *id != NULL; id++)
    lintel_access_add_patterns (project, lintel_country_find (*id), patterns);
  set = lintel_dial_set_new ((const LintelNumberPattern *) (gpointer) patterns->data, patterns->len,
                             NULL);
  lintel_access_clear_patterns (patterns);
  return set;
}

/* Every number but those that start with one of OPENED. */
static LintelDialSet *
make_rest (GPtrArray *opened)
{
  g_autoptr (GArray) patterns = g_array_new (FALSE, FALSE, sizeof (LintelNumberPattern));
  LintelNumberPattern all = { .digits = "@",
                              .more = "@",
                              .more_most = LINTEL_NUMBER_LENGTH_MAX - 1 };

  g_array_append_val (patterns, all);
  for (guint i = 0; i < opened->len; i++)
    {
      LintelNumberPattern except = { .digits = opened->pdata[i], .more = "@", .except = TRUE };

      except.more_most = LINTEL_NUMBER_LENGTH_MAX - (int) strlen (except.digits);
      g_array_append_val (patterns, except);
    }
  return lintel_dial_set_new ((const LintelNumberPattern *) (gpointer) patterns->data,
                              patterns->len, NULL);
}

/* That the chosen ones reach what they are meant to. */

LintelDialVerdict
lintel_access_get_worst (LintelProject *project, const LintelAccessRequest *request,
                         int class_number, char *witness)
{
  LintelDialSystem *system = lintel_dial_system_of (project);
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (system);
  g_autoptr (LintelDialSet) own =
      request->countries != NULL ? make_wanted (project, request) : NULL;
  const LintelDialSet *set =
      own != NULL ? own : lintel_dial_set_of (lintel_numbering_plan_find (plan, "international"));
  LintelDialFound found;
  LintelDialVerdict worst;

  lintel_dial_search (lintel_dial_system_get_matcher (system, class_number), set, BUDGET, &found);
  worst = lintel_dial_found_get_worst (&found);
  if (witness != NULL && worst < LINTEL_DIAL_N_VERDICTS)
    g_strlcpy (witness, found.witness[worst], sizeof found.witness[worst]);
  return worst;
}

static void
add_open_points (LintelAccessDraft *draft, const LintelDialMatcher *matcher, const char *number)
{
  LintelDialAnswer answer;

  lintel_dial_evaluate (matcher, number, strlen (number), &answer);
  lintel_access_say (draft->open_points,
                     _ ("It is not certain that %s gets out: NEC's manuals leave open what "
                        "decides. Try it at a telephone once the database is loaded."),
                     number);
  for (guint n = 0; n < LINTEL_DIAL_N_SWITCHES; n++)
    if ((answer.flips >> n & 1) != 0)
      g_ptr_array_add (draft->open_points, g_strdup (lintel_dial_switch_describe (n)));
}

/* VERDICT's order from good to bad: allowed, depends, undecided, restricted. */
static LintelDialVerdict
get_worse (LintelDialVerdict one, LintelDialVerdict other)
{
  if (one == LINTEL_DIAL_RESTRICTED || other == LINTEL_DIAL_RESTRICTED)
    return LINTEL_DIAL_RESTRICTED;
  return MAX (one, other);
}

static gboolean
prove_reached (LintelAccessDraft *draft, int class_number)
{
  const LintelDialMatcher *matcher =
      lintel_dial_system_get_matcher (lintel_dial_system_of (draft->after), class_number);
  char number[LINTEL_NUMBER_LENGTH_MAX + 1] = "";
  LintelDialVerdict worst =
      lintel_access_get_worst (draft->after, draft->request, class_number, number);
  LintelDialAnswer answer;
  g_autofree char *why = NULL;

  draft->worst = get_worse (draft->worst, worst);
  if (worst == LINTEL_DIAL_DEPENDS && draft->open_points->len == 0)
    add_open_points (draft, matcher, number);
  if (worst == LINTEL_DIAL_ALLOWED || worst == LINTEL_DIAL_DEPENDS)
    return TRUE;
  lintel_dial_evaluate (matcher, number, strlen (number), &answer);
  why = lintel_dial_answer_explain (matcher, &answer);
  lintel_access_say (draft->reasons, _ ("%s would still not get out. %s"), number, why);
  return FALSE;
}

/* That nothing else changes. */

/* A number of SET that gets another verdict: more with MORE, less otherwise. NULL for none. */
static const char *
find_change (const LintelDialFoundPair *found, gboolean more)
{
  static const LintelDialVerdict order[] = { LINTEL_DIAL_RESTRICTED, LINTEL_DIAL_DEPENDS,
                                             LINTEL_DIAL_ALLOWED };

  for (guint low = 0; low < G_N_ELEMENTS (order); low++)
    for (guint high = low + 1; high < G_N_ELEMENTS (order); high++)
      {
        const char *witness = more ? found->witness[order[low]][order[high]]
                                   : found->witness[order[high]][order[low]];

        if (*witness != '\0')
          return witness;
      }
  return NULL;
}

static gboolean
prove_kept (LintelAccessDraft *draft, int old_class, int new_class, const LintelDialSet *set)
{
  LintelDialFoundPair found;
  const char *number;

  lintel_dial_search_pair (
      lintel_dial_system_get_matcher (lintel_dial_system_of (draft->before), old_class),
      lintel_dial_system_get_matcher (lintel_dial_system_of (draft->after), new_class), set, BUDGET,
      &found);
  if ((number = find_change (&found, TRUE)) != NULL)
    lintel_access_say (draft->reasons,
                       _ ("It would open %s as well, for those who were in class %d."), number,
                       old_class);
  else if ((number = find_change (&found, FALSE)) != NULL)
    lintel_access_say (draft->reasons,
                       _ ("Those who were in class %d could no longer be sure to reach %s."),
                       old_class, number);
  else if (!found.complete)
    lintel_access_say (draft->reasons,
                       _ ("The tables are too tangled to prove that nothing else opens. Remove "
                          "entries with @ that are not needed."));
  else
    return TRUE;
  return FALSE;
}

static void
say_proved (LintelAccessDraft *draft)
{
  lintel_access_say (draft->sentences,
                     _ ("Proved on a copy: InMail ports and all other extensions reach exactly "
                        "what they reached before."));
  if (draft->worst == LINTEL_DIAL_ALLOWED)
    lintel_access_say (draft->sentences,
                       draft->request->countries == NULL
                           ? _ ("Proved on a copy: the chosen extensions reach every country "
                                "that is dialled with the international prefix.")
                           : _ ("Proved on a copy: the chosen extensions reach these countries, "
                                "and abroad nothing but what was entered."));
  for (guint i = 0; i < draft->open_points->len; i++)
    g_ptr_array_add (draft->sentences, g_strdup (draft->open_points->pdata[i]));
}

static gboolean
has_change (LintelAccessDraft *draft)
{
  for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
    if (draft->new_class[n] != 0)
      return TRUE;
  return FALSE;
}

gboolean
lintel_access_draft_prove (LintelAccessDraft *draft)
{
  guint others = lintel_access_get_other_classes (draft->before, draft->request);
  const char *everything[] = { "", NULL };
  g_autoptr (LintelDialSet) all = lintel_dial_set_new_prefixes (everything, NULL);
  g_autoptr (LintelDialSet) rest = make_rest (draft->opened);

  if (!has_change (draft))
    return TRUE;
  for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
    if (((others >> n & 1) != 0 && !prove_kept (draft, n, n, all))
        || (draft->new_class[n] != 0
            && (!prove_kept (draft, n, draft->new_class[n], rest)
                || !prove_reached (draft, draft->new_class[n]))))
      return FALSE;
  say_proved (draft);
  return TRUE;
}
