/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules share that ask where a class can call: see lintel-reach-rules-private.h. */

#include "config.h"

#include "app/core/lint/lintel-reach-rules-private.h"

#include "app/core/lint/lintel-block-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

gboolean
lintel_reach_is_blocked (LintelProject *project, int class_number, const char *destination)
{
  const LintelDialReach *reach =
      lintel_dial_system_find_reach (lintel_dial_system_of (project), class_number, destination);

  return reach == NULL || reach->verdict == LINTEL_DIAL_RESTRICTED;
}

gboolean
lintel_reach_is_open_abroad (LintelProject *project, int class_number)
{
  const LintelDialReach *reach = lintel_dial_system_find_reach (lintel_dial_system_of (project),
                                                                class_number, "international");

  return reach != NULL && reach->verdict == LINTEL_DIAL_ALLOWED;
}

char *
lintel_reach_format_number (LintelDialSystem *system, const char *number)
{
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (system);

  for (guint d = 0; d < plan->n_destinations; d++)
    {
      const LintelDestination *destination = &plan->destinations[d];

      if (!lintel_dial_set_contains (lintel_dial_set_of (destination), number))
        continue;
      for (guint i = 0; i < destination->n_patterns; i++)
        if (lintel_number_pattern_matches (&destination->patterns[i], number))
          return lintel_number_pattern_format (&destination->patterns[i], number);
    }
  return g_strdup (number);
}

/* The sentence. */

static const LintelDialUser *
get_user (const GArray *users, guint n)
{
  return &g_array_index (users, LintelDialUser, n);
}

static gboolean
have_same_modes (const LintelReachCase *reach_case)
{
  guint modes = 0;

  for (guint list = 0; list < 2; list++)
    {
      const GArray *users = list == 0 ? reach_case->inmail : reach_case->telephones;

      for (guint i = 0; i < users->len; i++)
        if (modes == 0)
          modes = get_user (users, i)->modes;
        else if (modes != get_user (users, i)->modes)
          return FALSE;
    }
  return TRUE;
}

/* "213-216", or with the modes of each. */
static char *
list_users (const GArray *users, gboolean with_modes)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();

  if (with_modes)
    return lintel_words_for_users (users);
  for (guint i = 0; i < users->len; i++)
    g_ptr_array_add (numbers, (gpointer) get_user (users, i)->extension->number);
  return lintel_words_for_numbers ((const char *const *) numbers->pdata, numbers->len);
}

static char *
name_users (const LintelReachCase *reach_case)
{
  gboolean with_modes = !have_same_modes (reach_case);
  g_autofree char *inmail = list_users (reach_case->inmail, with_modes);
  g_autofree char *telephones = list_users (reach_case->telephones, with_modes);

  if (reach_case->telephones->len == 0)
    return g_strdup_printf (
        ngettext ("Extension %s (InMail)", "Extensions %s (InMail)", reach_case->inmail->len),
        inmail);
  if (reach_case->inmail->len == 0)
    return g_strdup_printf (ngettext ("Extension %s", "Extensions %s", reach_case->telephones->len),
                            telephones);
  /* Translators: two lists of extension numbers, the InMail ports first. */
  return g_strdup_printf (_ ("Extensions %s (InMail) and %s"), inmail, telephones);
}

char *
lintel_reach_name_users (const LintelReachCase *reach_case)
{
  if (reach_case->name == NULL)
    return name_users (reach_case);
  if (*reach_case->name == NULL)
    *reach_case->name = name_users (reach_case);
  return g_strdup (*reach_case->name);
}

/* "class 15" alone where the users are named with their modes. */
char *
lintel_reach_name_class (const LintelReachCase *reach_case)
{
  const GArray *users = reach_case->inmail->len > 0 ? reach_case->inmail : reach_case->telephones;
  guint modes = get_user (users, 0)->modes;
  g_autofree char *text = NULL;

  if (!have_same_modes (reach_case))
    return g_strdup_printf (C_ ("mode", "class %d"), reach_case->number);
  text = lintel_words_for_modes (modes);
  return g_strdup_printf (
      ngettext ("mode %s (class %d)", "modes %s (class %d)", (gulong) __builtin_popcount (modes)),
      text, reach_case->number);
}

static const char *
name_target (const LintelReachCase *reach_case)
{
  const LintelDialReach *reach = reach_case->reach;

  if (reach->pattern != NULL && reach->pattern->name != NULL)
    return lintel_number_pattern_get_name (reach->pattern);
  return lintel_destination_get_target (reach->destination);
}

char *
lintel_reach_describe (const LintelReachCase *reach_case)
{
  const LintelDialReach *reach = reach_case->reach;
  g_autofree char *who = lintel_reach_name_users (reach_case);
  g_autofree char *class = lintel_reach_name_class (reach_case);
  g_autofree char *number =
      reach->witness != NULL ? lintel_number_pattern_format (reach->pattern, reach->witness) : NULL;

  switch (reach->verdict)
    {
    case LINTEL_DIAL_ALLOWED:
      /* Translators: who, where to, modes and class, the number, what to do. */
      return g_strdup_printf (_ ("%s can call %s in %s: %s gets out: %s"), who,
                              name_target (reach_case), class, number, reach_case->remedy);
    case LINTEL_DIAL_DEPENDS:
      return g_strdup_printf (
          _ ("%s may be able to call %s in %s: it is not certain that %s is blocked: %s"), who,
          name_target (reach_case), class, number, reach_case->remedy);
    default:
      return g_strdup_printf (_ ("%s may be able to call %s in %s: with so many wildcards in the "
                                 "tables this cannot be worked out: %s"),
                              who, name_target (reach_case), class, reach_case->remedy);
    }
}

/* Reports. */

static char *
describe_case (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  return lintel_reach_describe (data);
}

void
lintel_reach_report (LintelCheck *check, LintelReachCase *reach_case)
{
  const LintelItem *item = lintel_check_get_item (check, "21-05", "01");
  LintelPlace place = lintel_place_row (item->program, reach_case->number);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  g_array_append_val (places, place);
  lintel_check_add_group (check, places, describe_case, reach_case);
  if (reach_case->reach->witness != NULL)
    lintel_check_set_witness (check, reach_case->reach->witness);
  if (reach_case->inmail->len == 0 && reach_case->reach->verdict != LINTEL_DIAL_ALLOWED)
    lintel_check_limit_severity (check, LINTEL_SEVERITY_NOTE);
}

void
lintel_reach_check_class (LintelCheck *check, int class_number, const char *destination,
                          const char *remedy)
{
  const LintelClassUsers *users = &lintel_check_get_survey (check)->users[class_number];
  LintelProject *project = lintel_check_get_project (check);
  LintelReachCase reach_case = { .system = lintel_dial_system_of (project),
                                 .number = class_number,
                                 .inmail = users->inmail,
                                 .telephones = users->telephones,
                                 .remedy = remedy,
                                 .name = &users->names->all };

  if (!lintel_class_is_used (lintel_check_get_survey (check), class_number)
      || lintel_reach_is_blocked (project, class_number, destination))
    return;
  reach_case.reach = lintel_dial_system_find_reach (reach_case.system, class_number, destination);
  lintel_reach_report (check, &reach_case);
}

void
lintel_reach_check (LintelCheck *check)
{
  const LintelReachSubject *subject = lintel_check_get_rule (check)->subject;
  LintelProject *project = lintel_check_get_project (check);

  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    if (lintel_class_is_used (lintel_check_get_survey (check), class)
        && !(subject->only_where_abroad_is_blocked && lintel_reach_is_open_abroad (project, class)))
      lintel_reach_check_class (check, class, subject->destination, _ (subject->remedy));
}

void
lintel_reach_fix (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  const LintelReachSubject *subject = lintel_check_get_rule (check)->subject;

  lintel_block_fix (check, finding, subject->destination, fixes);
}
