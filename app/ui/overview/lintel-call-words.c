/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What becomes of calls, in the symbols, words and places that the dial tester and the reach
 * picture share.
 */

#include "config.h"

#include "app/ui/overview/lintel-call-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OUT_ICON "send-to-symbolic"
#define BLOCKED_ICON "action-unavailable-symbolic"
#define UNSURE_ICON "lintel-unsure-symbolic"
#define OPEN_ICON "content-loading-symbolic"

const char *
lintel_call_verdict_icon (LintelDialVerdict verdict)
{
  static const char *const icons[] = { OUT_ICON, BLOCKED_ICON, UNSURE_ICON, OPEN_ICON };

  return icons[verdict];
}

const char *
lintel_call_stage_icon (LintelDialStage stage)
{
  static const char *const icons[] = { OPEN_ICON, OUT_ICON, BLOCKED_ICON, UNSURE_ICON };

  return icons[stage];
}

const char *
lintel_call_verdict_words (LintelDialVerdict verdict)
{
  static const char *const words[] = {
    NC_ ("call", "gets out"),
    NC_ ("call", "blocked"),
    NC_ ("call", "not certain"),
    NC_ ("call", "not worked out"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "call", words[verdict]);
}

const char *
lintel_call_stage_words (LintelDialStage stage)
{
  static const char *const words[] = {
    NC_ ("digits so far", "still open"),
    NC_ ("digits so far", "gets out"),
    NC_ ("digits so far", "cut off"),
    NC_ ("digits so far", "not certain"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "digits so far", words[stage]);
}

LintelCallMark
lintel_call_judge (const LintelDestination *destination, LintelDialVerdict verdict)
{
  switch (verdict)
    {
    case LINTEL_DIAL_ALLOWED:
      return destination->must_reach ? LINTEL_CALL_GOOD
             : destination->costly   ? LINTEL_CALL_BAD
                                     : LINTEL_CALL_PLAIN;
    case LINTEL_DIAL_RESTRICTED:
      return destination->must_reach ? LINTEL_CALL_BAD
             : destination->costly   ? LINTEL_CALL_GOOD
                                     : LINTEL_CALL_PLAIN;
    case LINTEL_DIAL_DEPENDS:
    case LINTEL_DIAL_UNDECIDED:
    default:
      return LINTEL_CALL_DOUBT;
    }
}

const char *
lintel_call_mark_style_class (LintelCallMark mark)
{
  static const char *const classes[] = { "plain", "good", "doubt", "bad" };

  return classes[mark];
}

const LintelNumberPattern *
lintel_call_find_pattern (const LintelDestination *destination, const char *number)
{
  for (guint i = 0; i < destination->n_patterns; i++)
    if (!destination->patterns[i].except
        && lintel_number_pattern_matches (&destination->patterns[i], number))
      return &destination->patterns[i];
  return NULL;
}

const LintelDestination *
lintel_call_find_destination (const LintelNumberingPlan *plan, const char *number,
                              const LintelNumberPattern **pattern)
{
  for (guint nth = 0; nth < plan->n_destinations; nth++)
    {
      const LintelDestination *destination = &plan->destinations[nth];

      if (!lintel_dial_set_contains (lintel_dial_set_of (destination), number))
        continue;
      *pattern = lintel_call_find_pattern (destination, number);
      return destination;
    }
  *pattern = NULL;
  return NULL;
}

LintelPlace
lintel_call_find_place (LintelDialSystem *system, int class_number, const LintelDialAnswer *answer)
{
  LintelCatalogue *catalogue =
      lintel_project_get_catalogue (lintel_dial_system_get_project (system));
  LintelPlace place;

  if (lintel_dial_system_get_place (system, class_number, answer, &place))
    return place;
  return lintel_place_row (lintel_catalogue_find_program (catalogue, "21-05"), class_number);
}

/* Users. */

/* "1, 3-8": the numbers whose bits are set. */
static void
append_modes (GString *text, guint modes)
{
  const char *separator = "";

  for (int first = 1; first < 32; first++)
    {
      int last = first;

      if ((modes >> first & 1) == 0)
        continue;
      while (last < 31 && (modes >> (last + 1) & 1) != 0)
        last++;
      g_string_append_printf (text, last > first ? "%s%d-%d" : "%s%d", separator, first, last);
      separator = ", ";
      first = last;
    }
}

static gboolean
are_alike (const LintelDialUser *one, const LintelDialUser *other)
{
  return one->extension->kind == other->extension->kind && one->modes == other->modes;
}

static gboolean
is_next (const LintelDialUser *one, const LintelDialUser *other)
{
  return strlen (one->extension->number) == strlen (other->extension->number)
         && atoi (one->extension->number) + 1 == atoi (other->extension->number);
}

/* The numbers of those that are like the one at FIRST, from there on, in runs. */
static void
append_numbers (GString *text, GArray *users, guint first)
{
  const LintelDialUser *like = &g_array_index (users, LintelDialUser, first);
  const LintelDialUser *from = NULL, *to = NULL;

  for (guint i = first; i <= users->len; i++)
    {
      const LintelDialUser *user =
          i < users->len ? &g_array_index (users, LintelDialUser, i) : NULL;

      if (user != NULL && !are_alike (like, user))
        continue;
      if (user != NULL && to != NULL && is_next (to, user))
        {
          to = user;
          continue;
        }
      if (from != NULL)
        g_string_append_printf (text, from != to ? "%s-%s" : "%s", from->extension->number,
                                to->extension->number);
      if (from != NULL && user != NULL)
        g_string_append (text, ", ");
      from = to = user;
    }
}

static gboolean
is_first_of_its_like (GArray *users, guint nth)
{
  for (guint i = 0; i < nth; i++)
    if (are_alike (&g_array_index (users, LintelDialUser, i),
                   &g_array_index (users, LintelDialUser, nth)))
      return FALSE;
  return TRUE;
}

static void
append_group (GString *text, GArray *users, guint nth, guint all_modes, int *kind)
{
  const LintelDialUser *user = &g_array_index (users, LintelDialUser, nth);

  if (*kind == (int) user->extension->kind)
    g_string_append (text, ", ");
  else
    g_string_append_printf (text, "%s%s ", text->len > 0 ? "; " : "",
                            lintel_extension_kind_get_title (user->extension->kind));
  *kind = (int) user->extension->kind;
  append_numbers (text, users, nth);
  if (user->modes != all_modes)
    {
      g_autoptr (GString) modes = g_string_new (NULL);

      append_modes (modes, user->modes);
      g_string_append (text, " ");
      /* Translators: day and night modes, "2" or "1, 3-8" */
      g_string_append_printf (
          text, ngettext ("(mode %s)", "(modes %s)", (gulong) __builtin_popcount (user->modes)),
          modes->str);
    }
}

char *
lintel_call_describe_users (LintelDialSystem *system, int class_number)
{
  g_autoptr (GArray) users = lintel_dial_system_list_users (system, class_number);
  /* InMail first: its ports are what toll fraud comes through. */
  static const LintelExtensionKind kinds[] = { LINTEL_EXTENSION_INMAIL, LINTEL_EXTENSION_TELEPHONE,
                                               LINTEL_EXTENSION_VIRTUAL };
  int last_kind = -1;
  guint all_modes = (2u << lintel_dial_system_get_n_modes (system)) - 2;
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < users->len; i++)
      if (g_array_index (users, LintelDialUser, i).extension->kind == kinds[k]
          && is_first_of_its_like (users, i))
        append_group (text, users, i, all_modes, &last_kind);
  return g_string_free (text, FALSE);
}

/* Fields of the reach picture. */

/* A number that has the verdict, where the search kept one. */
static const char *
get_example (const LintelDialReach *reach)
{
  if (reach->witness != NULL)
    return reach->witness;
  if (reach->verdict == LINTEL_DIAL_UNDECIDED)
    return NULL;
  return reach->found.witness[reach->verdict][0] != '\0' ? reach->found.witness[reach->verdict]
                                                         : NULL;
}

static char *
format_example (const LintelDialReach *reach, const char *number)
{
  const LintelNumberPattern *pattern = lintel_call_find_pattern (reach->destination, number);

  return pattern != NULL ? lintel_number_pattern_format (pattern, number) : g_strdup (number);
}

static char *
explain_reach (const LintelDialReach *reach, const char *number, const char *reason)
{
  if (number == NULL)
    return g_strdup (reach->verdict == LINTEL_DIAL_UNDECIDED
                         ? _ ("The tables have too many wildcards to be sure of every number. Use "
                              "fewer @ in them.")
                         : _ ("There is no such number."));
  if (reach->verdict == LINTEL_DIAL_RESTRICTED && !reach->destination->must_reach)
    /* Translators: a number, then why that one is blocked */
    return g_strdup_printf (_ ("Every such number is blocked, as %s is: %s"), number, reason);
  if (reach->verdict == LINTEL_DIAL_ALLOWED && reach->destination->must_reach)
    return g_strdup_printf (_ ("Every such number gets out, as %s does: %s"), number, reason);
  /* Translators: a number, then what becomes of it */
  return g_strdup_printf (_ ("%s: %s"), number, reason);
}

void
lintel_call_describe_reach (LintelDialSystem *system, int class_number, guint nth,
                            LintelCallReach *reach)
{
  const LintelDialReach *found = lintel_dial_system_get_reach (system, class_number, nth);
  const LintelDialMatcher *matcher = lintel_dial_system_get_matcher (system, class_number);
  const char *example = get_example (found);
  LintelDialAnswer answer = { .decided_by = LINTEL_DIAL_NOTHING };
  g_autofree char *reason = NULL;

  if (example != NULL)
    {
      lintel_dial_evaluate (matcher, example, strlen (example), &answer);
      reason = lintel_dial_answer_explain (matcher, &answer);
    }
  reach->verdict = found->verdict;
  reach->mark = lintel_call_judge (found->destination, found->verdict);
  reach->number = example != NULL ? format_example (found, example) : NULL;
  reach->why = explain_reach (found, reach->number, reason);
  reach->place = lintel_call_find_place (system, class_number, &answer);
}

void
lintel_call_reach_clear (LintelCallReach *reach)
{
  g_clear_pointer (&reach->number, g_free);
  g_clear_pointer (&reach->why, g_free);
}
