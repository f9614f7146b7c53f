/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matchers: a class made ready, and single numbers put to it. */

#include "config.h"

#include "app/core/dial/lintel-dial-private.h"

#include <string.h>

static guint
find_facts (const LintelDialClass *description)
{
  const LintelDialTableUse *table = description->table;
  guint facts = 0;

  if (table[LINTEL_DIAL_PERMIT].assigned && !table[LINTEL_DIAL_RESTRICT].assigned)
    facts |= LINTEL_DIAL_FACT_PERMIT_ONLY;
  if (table[LINTEL_DIAL_INTERNATIONAL_PERMIT].assigned
      && !table[LINTEL_DIAL_INTERNATIONAL_RESTRICT].assigned)
    facts |= LINTEL_DIAL_FACT_INTERNATIONAL_ONLY;
  return facts;
}

/* The tables that have a say, each in its slot; an unassigned one is empty. The international
 * prefix is looked for only where something can depend on it. */
static void
choose_slots (const LintelDialClass *description, guint facts, LintelDialSlot *slots)
{
  for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
    if (description->table[t].assigned)
      slots[t] = (LintelDialSlot){ description->table[t].n_entries, description->table[t].entries };
  if ((facts & LINTEL_DIAL_FACT_INTERNATIONAL_ONLY) != 0)
    slots[LINTEL_DIAL_DIRECT_SLOT] = (LintelDialSlot){ 1, &description->international_prefix };
}

static void
copy_slots (LintelDialMatcher *self, const LintelDialSlot *slots)
{
  gsize size = 1;
  guint n = 0;
  char *letter;

  for (guint s = 0; s < LINTEL_DIAL_CLASS_SLOTS; s++)
    {
      n += slots[s].n_entries;
      for (guint i = 0; i < slots[s].n_entries; i++)
        size += (slots[s].entries[i] != NULL ? strlen (slots[s].entries[i]) : 0) + 1;
    }
  g_assert (n <= LINTEL_DIAL_ENTRIES_MAX);
  self->texts = g_new (const char *, n + 1);
  self->letters = letter = g_malloc (size);
  n = 0;
  for (guint s = 0; s < LINTEL_DIAL_CLASS_SLOTS; s++)
    {
      self->slot[s] = (LintelDialSlot){ slots[s].n_entries, self->texts + n };
      for (guint i = 0; i < slots[s].n_entries; i++)
        {
          self->texts[n++] = letter;
          letter = g_stpcpy (letter, slots[s].entries[i] != NULL ? slots[s].entries[i] : "") + 1;
        }
    }
}

static guint
find_max_digits (const LintelDialClass *description)
{
  return description->max_table != 0 ? (guint) MAX (description->max_digits, 0) : 0;
}

gboolean
lintel_dial_slot_equal (const LintelDialSlot *a, const LintelDialSlot *b)
{
  if (a->n_entries != b->n_entries)
    return FALSE;
  for (guint i = 0; i < a->n_entries; i++)
    if (g_strcmp0 (a->entries[i], b->entries[i]) != 0)
      return FALSE;
  return TRUE;
}

gboolean
lintel_dial_matcher_is_made_from (const LintelDialMatcher *matcher,
                                  const LintelDialClass *description)
{
  LintelDialSlot slots[LINTEL_DIAL_CLASS_SLOTS] = { 0 };

  if (matcher->facts != find_facts (description) || matcher->max_table != description->max_table
      || matcher->max_digits != find_max_digits (description))
    return FALSE;
  for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
    if (matcher->number[t] != description->table[t].number)
      return FALSE;
  choose_slots (description, matcher->facts, slots);
  for (guint s = 0; s < LINTEL_DIAL_CLASS_SLOTS; s++)
    if (!lintel_dial_slot_equal (&matcher->slot[s], &slots[s]))
      return FALSE;
  return TRUE;
}

LintelDialMatcher *
lintel_dial_matcher_new (const LintelDialClass *description)
{
  LintelDialMatcher *self = g_new0 (LintelDialMatcher, 1);
  LintelDialSlot slots[LINTEL_DIAL_CLASS_SLOTS] = { 0 };

  g_atomic_ref_count_init (&self->references);
  self->facts = find_facts (description);
  self->outcomes = lintel_dial_get_outcomes (self->facts);
  self->max_table = description->max_table;
  self->max_digits = find_max_digits (description);
  for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
    self->number[t] = description->table[t].number;
  choose_slots (description, self->facts, slots);
  copy_slots (self, slots);
  lintel_dial_bank_init (&self->bank, self->slot, LINTEL_DIAL_CLASS_SLOTS);
  return self;
}

LintelDialMatcher *
lintel_dial_matcher_ref (LintelDialMatcher *matcher)
{
  g_atomic_ref_count_inc (&matcher->references);
  return matcher;
}

void
lintel_dial_matcher_unref (LintelDialMatcher *matcher)
{
  if (matcher == NULL || !g_atomic_ref_count_dec (&matcher->references))
    return;
  lintel_dial_bank_clear (&matcher->bank);
  g_free (matcher->texts);
  g_free (matcher->letters);
  g_free (matcher);
}

static void
fill_answer (const LintelDialMatcher *matcher, guint flags, LintelDialAnswer *answer)
{
  const LintelDialOutcome *outcome = &matcher->outcomes[flags];

  answer->verdict = (LintelDialVerdict) outcome->verdict;
  answer->baseline = (LintelDialVerdict) outcome->baseline;
  answer->flips = outcome->flips;
  answer->flags = flags;
  answer->decided_by = (LintelDialTable) outcome->decided_by;
  answer->entry = 0;
}

void
lintel_dial_judge (const LintelDialMatcher *matcher, guint flags, LintelDialAnswer *answer)
{
  fill_answer (matcher, flags % LINTEL_DIAL_N_FLAGS, answer);
}

void
lintel_dial_evaluate (const LintelDialMatcher *matcher, const char *number, gsize length,
                      LintelDialAnswer *answer)
{
  int entries[LINTEL_DIAL_CLASS_SLOTS] = { 0 };
  guint matched = lintel_dial_bank_match (&matcher->bank, number, length, entries);
  guint flags = matched & ((1 << LINTEL_DIAL_N_TABLES) - 1);

  if ((matched >> LINTEL_DIAL_DIRECT_SLOT & 1) != 0)
    flags |= LINTEL_DIAL_FLAG_DIRECT;
  if (matcher->max_digits != 0 && length > matcher->max_digits)
    flags |= 1 << LINTEL_DIAL_MAX_DIGITS;
  fill_answer (matcher, flags, answer);
  if (answer->decided_by < LINTEL_DIAL_N_TABLES)
    answer->entry = entries[answer->decided_by];
}

gboolean
lintel_dial_clean (char *number)
{
  gboolean fine = TRUE;
  char *out = number;

  for (const char *in = number; *in != '\0'; in++)
    {
      if (strchr (" \t-./()", *in) != NULL)
        continue;
      fine = fine && lintel_dial_symbol (*in) < LINTEL_DIAL_N_SYMBOLS;
      *out++ = *in;
    }
  *out = '\0';
  return fine && number[0] != '\0';
}

int
lintel_dial_matcher_get_table_number (const LintelDialMatcher *matcher, LintelDialTable table)
{
  return table == LINTEL_DIAL_MAX_DIGITS ? matcher->max_table : matcher->number[table];
}

const char *
lintel_dial_matcher_get_entry (const LintelDialMatcher *matcher, LintelDialTable table, int entry)
{
  return matcher->slot[table].entries[entry - 1];
}

int
lintel_dial_matcher_get_max_digits (const LintelDialMatcher *matcher)
{
  return (int) matcher->max_digits;
}

void
lintel_dial_matcher_find_fitting (const LintelDialMatcher *matcher, LintelDialTable table,
                                  const LintelNumberShape *shape, GArray *entries)
{
  lintel_dial_bank_find_fitting (&matcher->bank, table, shape, entries);
}

int
lintel_dial_matcher_find_cover (const LintelDialMatcher *matcher, LintelDialTable table,
                                const char *text, gboolean other)
{
  return lintel_dial_bank_find_cover (&matcher->bank, table, text, other);
}
