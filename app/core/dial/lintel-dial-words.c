/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts, open points and reasons in words. */

#include "config.h"

#include "app/core/dial/lintel-dial-private.h"

#include <glib/gi18n-lib.h>

static const char *const verdict_ids[] = { "allowed", "restricted", "depends", "undecided" };

static const char *const verdict_titles[] = {
  NC_ ("verdict", "Gets out"),
  NC_ ("verdict", "Blocked"),
  NC_ ("verdict", "Not certain"),
  NC_ ("verdict", "Not worked out"),
};

static const char *const switch_ids[LINTEL_DIAL_N_SWITCHES] = { "S1", "S2", "S4", "S5", "S6" };

static const char *const switch_texts[LINTEL_DIAL_N_SWITCHES] = {
  N_ ("It is not known whether an entry of the permit table (21-06-06) or of the international "
      "permit table (21-06-02) beats one of the Common Restriction Table (21-06-05)."),
  N_ ("It is not known whether a class with a permit table (21-05-07) but no restriction table "
      "(21-05-08) blocks what the permit table does not list. An entry @ in a restriction table "
      "makes it certain."),
  N_ ("It is not known whether a permitted number may be longer than the maximum number of digits "
      "(21-06-03)."),
  N_ ("It is not known whether the international permit table (21-05-02) without the international "
      "restriction table (21-05-01) blocks the international numbers that it does not list."),
  N_ ("It is not known whether the international tables (21-06-01 and 21-06-02) are looked at "
      "together with the other tables or before them."),
};

static const char *const table_items[] = {
  "21-06-04", "21-06-06", "21-06-02", "21-06-05", "21-06-07", "21-06-01", "21-06-03",
};

const char *
lintel_dial_verdict_to_id (LintelDialVerdict verdict)
{
  return verdict_ids[verdict];
}

gboolean
lintel_dial_verdict_from_id (const char *id, LintelDialVerdict *verdict)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdict_ids); i++)
    if (g_strcmp0 (id, verdict_ids[i]) == 0)
      {
        *verdict = (LintelDialVerdict) i;
        return TRUE;
      }
  return FALSE;
}

const char *
lintel_dial_verdict_get_title (LintelDialVerdict verdict)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "verdict", verdict_titles[verdict]);
}

const char *
lintel_dial_switch_to_id (LintelDialSwitch nth)
{
  return switch_ids[nth];
}

const char *
lintel_dial_switch_describe (LintelDialSwitch nth)
{
  return _ (switch_texts[nth]);
}

const char *
lintel_dial_table_get_item (LintelDialTable table)
{
  return table < LINTEL_DIAL_NOTHING ? table_items[table] : NULL;
}

char *
lintel_dial_answer_get_place (const LintelDialMatcher *matcher, const LintelDialAnswer *answer)
{
  const char *item = lintel_dial_table_get_item (answer->decided_by);
  int number;

  if (item == NULL)
    return NULL;
  number = lintel_dial_matcher_get_table_number (matcher, answer->decided_by);
  if (answer->decided_by == LINTEL_DIAL_MAX_DIGITS)
    return g_strdup_printf ("%s[%d]", item, number);
  if (number != 0)
    return g_strdup_printf ("%s[%d,%d]", item, number, answer->entry);
  return g_strdup_printf ("%s[%d]", item, answer->entry);
}

char *
lintel_dial_answer_get_flips (const LintelDialAnswer *answer)
{
  GString *text = g_string_new (NULL);

  for (guint nth = 0; nth < LINTEL_DIAL_N_SWITCHES; nth++)
    if ((answer->flips >> nth & 1) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", switch_ids[nth]);
  return g_string_free (text, FALSE);
}

static char *
explain_nothing (const LintelDialMatcher *matcher)
{
  if ((matcher->facts & LINTEL_DIAL_FACT_PERMIT_ONLY) != 0)
    return g_strdup (_ ("No entry matches, and the class has a permit table but no restriction "
                        "table."));
  return g_strdup (_ ("No entry matches, so nothing blocks it."));
}

static char *
explain_entry (LintelDialTable table, int nth, const char *entry)
{
  switch (table)
    {
    case LINTEL_DIAL_COMMON_PERMIT:
      return g_strdup_printf (_ ("Entry %d of the Common Permit Code Table, %s, lets it through."),
                              nth, entry);
    case LINTEL_DIAL_PERMIT:
      return g_strdup_printf (_ ("Entry %d of the Permit Code Table, %s, lets it through."), nth,
                              entry);
    case LINTEL_DIAL_INTERNATIONAL_PERMIT:
      return g_strdup_printf (
          _ ("Entry %d of the International Call Permit Code Table, %s, lets it through."), nth,
          entry);
    case LINTEL_DIAL_COMMON_RESTRICT:
      return g_strdup_printf (_ ("Entry %d of the Common Restriction Table, %s, blocks it."), nth,
                              entry);
    case LINTEL_DIAL_RESTRICT:
      return g_strdup_printf (_ ("Entry %d of the Restriction Table, %s, blocks it."), nth, entry);
    default:
      return g_strdup_printf (
          _ ("Entry %d of the International Call Restriction Table, %s, blocks it."), nth, entry);
    }
}

char *
lintel_dial_answer_explain (const LintelDialMatcher *matcher, const LintelDialAnswer *answer)
{
  const LintelDialTable table = answer->decided_by;

  if (table == LINTEL_DIAL_NOTHING)
    return explain_nothing (matcher);
  if (table == LINTEL_DIAL_MAX_DIGITS)
    return g_strdup_printf (ngettext ("It is longer than the %u digit that the class may dial.",
                                      "It is longer than the %u digits that the class may dial.",
                                      matcher->max_digits),
                            matcher->max_digits);
  return explain_entry (table, answer->entry,
                        lintel_dial_matcher_get_entry (matcher, table, answer->entry));
}

char *
lintel_dial_step_explain (const LintelDialMatcher *matcher, const LintelDialStep *step)
{
  g_autofree char *why = lintel_dial_answer_explain (matcher, &step->answer);

  switch (step->stage)
    {
    case LINTEL_DIAL_LET_THROUGH:
      return g_strdup_printf (_ ("Gets out, whatever follows. %s"), why);
    case LINTEL_DIAL_CUT_OFF:
      return g_strdup_printf (_ ("Cut off, whatever follows. %s"), why);
    case LINTEL_DIAL_STAYS_UNSURE:
      return g_strdup_printf (_ ("Not certain, whatever follows. %s"), why);
    default:
      return g_strdup_printf (_ ("What follows decides. If this were all: %s"), why);
    }
}
