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

LintelDialMatcher *
lintel_dial_matcher_new (const LintelDialClass *description)
{
  LintelDialMatcher *self = g_new0 (LintelDialMatcher, 1);
  LintelDialSlot slots[LINTEL_DIAL_CLASS_SLOTS] = { 0 };

  g_atomic_ref_count_init (&self->references);
  self->facts = find_facts (description);
  self->outcomes = lintel_dial_get_outcomes (self->facts);
  self->max_table = description->max_table;
  self->max_digits = description->max_table != 0 ? (guint) MAX (description->max_digits, 0) : 0;
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

/* The lowest entry of SLOT that is alive and ends here; 0 when there is none. */
static int
find_match (const LintelDialBank *bank, guint slot, const guint64 *live, const guint64 *ends)
{
  const guint64 *mask = bank->slot + slot * bank->n_words;

  for (guint w = bank->first[slot] / 64; w <= (bank->first[slot + 1] - 1) / 64; w++)
    {
      guint64 match = live[w] & ends[w] & mask[w];

      if (match != 0)
        return bank->entry[w * 64 + (guint) __builtin_ctzll (match)];
    }
  return 0;
}

/* Follows the number and notes the slots that match, with the longest and then lowest entry of
 * each: a later match is a longer one. */
static guint
match_number (const LintelDialBank *bank, const char *number, gsize length, int *entries)
{
  guint64 live[LINTEL_DIAL_WORDS_MAX];
  guint matched = 0;

  memset (live, 0xff, bank->n_words * sizeof *live);
  for (guint i = 0; i < length && i < bank->depth; i++)
    {
      const guint64 *step = lintel_dial_bank_step (bank, i, lintel_dial_symbol (number[i]));
      const guint64 *ends = bank->ends + (i + 1) * bank->n_words;
      guint64 any = 0;

      for (guint w = 0; w < bank->n_words; w++)
        any |= live[w] &= step[w];
      if (any == 0)
        break;
      for (guint slots = bank->ending[i + 1]; slots != 0; slots &= slots - 1)
        {
          guint slot = (guint) __builtin_ctz (slots);
          int entry = find_match (bank, slot, live, ends);

          if (entry == 0)
            continue;
          matched |= 1u << slot;
          entries[slot] = entry;
        }
    }
  return matched;
}

static void
fill_answer (const LintelDialMatcher *matcher, guint flags, LintelDialAnswer *answer)
{
  const LintelDialOutcome *outcome = &matcher->outcomes[flags];

  answer->verdict = (LintelDialVerdict) outcome->verdict;
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
  guint matched = match_number (&matcher->bank, number, length, entries);
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
