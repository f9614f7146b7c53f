/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Search: which verdicts the numbers of a set can get, each with a number that shows it.
 *
 * The search walks the set's automaton and the bank of entries together, digit by digit. What lies
 * ahead of a node depends only on its level, the automaton's state, the slots that have matched and
 * the entries that are still alive, so a node that was seen before is not entered again. An entry
 * whose slot has matched, or that is longer than any number ahead, counts no more; symbols that no
 * living entry tells apart are one branch; and once no entry is alive only the length matters,
 * which the automaton knows without a walk.
 *
 * A node is left as well when nothing better can come of it: for each set of slots that could still
 * match, whatever verdict (the "kind") it leads to has been found already, as short and of as low a
 * rank as could be. The set's own examples are tried before all else, and symbols in the order in
 * which they look best, so the first number found is the best looking one of its length and no
 * second pass is needed.
 *
 * In the worst case the question is as hard as satisfiability: hence the budget.
 */

#include "config.h"

#include "app/core/dial/lintel-dial-search-private.h"

#include <string.h>

#define UNKNOWN_KIND G_MAXUINT16
#define NOT_FOUND G_MAXUINT16

/* Shorter is better, but a lower rank is better still. */
static guint16
make_key (guint rank, guint length)
{
  return (guint16) (rank * 64 + length);
}

static guint
lowest_bit (guint64 mask)
{
  return (guint) __builtin_ctzll (mask);
}

static guint
find_kind (LintelDialSearch *self, guint slots, guint zone)
{
  guint16 *kind = &self->kinds[slots * self->n_zones + zone];

  if (*kind == UNKNOWN_KIND)
    {
      guint flags = self->zone_flags[zone];

      for (guint rest = slots; rest != 0; rest &= rest - 1)
        flags |= self->slot_flags[__builtin_ctz (rest)];
      *kind = (guint16) self->get_kind (self, flags);
    }
  return *kind;
}

/* The number walked so far, and from STATE on the best looking digits to a number of that length
 * and rank. */
static void
keep_number (LintelDialSearch *self, guint kind, guint level, guint state, guint rank, guint length)
{
  char *number = self->witness[kind];

  memcpy (number, self->path, level);
  for (; level < length; level++)
    {
      const LintelDialState *here = lintel_dial_set_state (self->set, state);

      for (guint i = 0; i < here->n_order; i++)
        {
          state = here->next[here->order[i]];
          if ((lintel_dial_set_state (self->set, state)->lengths[rank] >> (length - level - 1) & 1)
              == 0)
            continue;
          number[level] = LINTEL_DIAL_SYMBOLS[here->order[i]];
          break;
        }
    }
  number[length] = '\0';
}

/* Numbers of these lengths end ahead, and nothing on the way can match any more. */
static void
record_lengths (LintelDialSearch *self, guint level, guint state, guint slots, guint rank,
                guint64 lengths)
{
  for (guint zone = 0; zone < self->n_zones; zone++)
    {
      guint64 here = lengths & self->zone_lengths[zone];
      guint kind, length;

      if (here == 0)
        continue;
      length = lowest_bit (here);
      kind = find_kind (self, slots, zone);
      if (make_key (rank, length) >= self->best[kind])
        continue;
      self->best[kind] = make_key (rank, length);
      keep_number (self, kind, level, state, rank, length);
    }
}

static void
record_settled (LintelDialSearch *self, guint level, guint state, guint slots)
{
  const LintelDialState *here = lintel_dial_set_state (self->set, state);

  for (guint rank = 0; rank <= LINTEL_NUMBER_RANK_MAX; rank++)
    if (here->lengths[rank] != 0)
      record_lengths (self, level, state, slots, rank, here->lengths[rank] << level);
}

/* For each zone the best that a number ahead could be. */
static void
find_bounds (LintelDialSearch *self, guint level, const LintelDialState *here, guint16 *bounds)
{
  for (guint zone = 0; zone < self->n_zones; zone++)
    {
      bounds[zone] = NOT_FOUND;
      for (guint rank = 0; rank <= LINTEL_NUMBER_RANK_MAX && bounds[zone] == NOT_FOUND; rank++)
        {
          guint64 lengths = here->lengths[rank] << level & self->zone_lengths[zone];

          if (lengths != 0)
            bounds[zone] = make_key (rank, lowest_bit (lengths));
        }
    }
}

/* Whether some choice of the slots that can still match could lead to something better. */
static gboolean
may_improve (LintelDialSearch *self, guint level, const LintelDialState *here, guint slots,
             guint open)
{
  guint16 bounds[LINTEL_DIAL_N_ZONES];
  guint choice = open;

  find_bounds (self, level, here, bounds);
  for (;;)
    {
      for (guint zone = 0; zone < self->n_zones; zone++)
        /* find_bounds() fills all zones that there are.
         * NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult) */
        if (bounds[zone] != NOT_FOUND
            && self->best[find_kind (self, slots | choice, zone)] > bounds[zone])
          return TRUE;
      if (choice == 0)
        return FALSE;
      choice = (choice - 1) & open;
    }
}

/* Which slots have an entry in the set. */
static guint
find_slots (const LintelDialBank *bank, const guint64 *entries)
{
  guint slots = 0;

  for (guint w = 0; w < bank->n_words; w++)
    if (entries[w] != 0)
      slots |= 1u << bank->slot_of[w];
  return slots;
}

/* Notes which entries match here, or will whatever follows, and takes out of LIVE what counts no
 * more. Returns the slots that have matched. */
static guint
settle_entries (LintelDialSearch *self, guint level, const LintelDialState *here, guint slots,
                guint64 *live)
{
  const LintelDialBank *bank = self->bank;
  const guint n = bank->n_words;
  guint64 ahead = 0;
  guint shortest, longest;

  for (guint rank = 0; rank <= LINTEL_NUMBER_RANK_MAX; rank++)
    ahead |= here->lengths[rank] << level;
  shortest = MIN (lowest_bit (ahead), bank->depth);
  longest = MIN (63 - (guint) __builtin_clzll (ahead), bank->depth);
  for (guint w = 0; w < n; w++)
    {
      if (live[w] == 0)
        continue;
      if ((live[w] & bank->tail[level * n + w] & bank->upto[shortest * n + w]) != 0)
        slots |= 1u << bank->slot_of[w];
      live[w] &= bank->upto[longest * n + w];
    }
  for (guint w = 0; w < n; w++)
    if ((slots >> bank->slot_of[w] & 1) != 0)
      live[w] = 0;
  return slots;
}

static void visit (LintelDialSearch *self, guint level, guint state, guint slots);

/* Which words of LIVE have an entry at all: a few digits on, only one or two. Clears the others of
 * CHILD for good. Returns how many they are. */
static guint
list_words (const guint64 *live, guint n, guint64 *child, guint8 *words)
{
  guint n_words = 0;

  for (guint w = 0; w < n; w++)
    {
      child[w] = 0;
      if (live[w] != 0)
        words[n_words++] = (guint8) w;
    }
  return n_words;
}

/* Enters the node behind each symbol; of symbols that no living entry asks for by name and that
 * lead to the same state, only the best looking one. */
static void
visit_children (LintelDialSearch *self, guint level, const LintelDialState *here, guint slots)
{
  const LintelDialBank *bank = self->bank;
  const guint n = bank->n_words;
  const guint64 *live = self->live + level * n;
  const guint64 *wild = bank->wild + level * n;
  guint64 *child = self->live + (level + 1) * n;
  guint8 words[LINTEL_DIAL_WORDS_MAX];
  const guint n_words = list_words (live, n, child, words);
  guint16 plain_done[LINTEL_DIAL_N_SYMBOLS];
  guint n_plain = 0;

  for (guint i = 0; i < here->n_order && !self->cut; i++)
    {
      guint symbol = here->order[i];
      guint16 next = here->next[symbol];
      const guint64 *step = lintel_dial_bank_step (bank, level, symbol);
      guint64 named = 0;
      gboolean done = FALSE;

      for (guint k = 0; k < n_words; k++)
        {
          guint w = words[k];

          child[w] = live[w] & step[w];
          named |= child[w] & ~wild[w];
        }
      for (guint k = 0; named == 0 && k < n_plain; k++)
        done = done || plain_done[k] == next;
      if (done)
        continue;
      if (named == 0)
        plain_done[n_plain++] = next;
      self->path[level] = LINTEL_DIAL_SYMBOLS[symbol];
      visit (self, level + 1, next, slots);
    }
}

/* The live set of LEVEL is what the last digit has left. */
static void
visit (LintelDialSearch *self, guint level, guint state, guint slots)
{
  const LintelDialState *here = lintel_dial_set_state (self->set, state);
  guint64 *live = self->live + level * self->bank->n_words;
  guint open;

  slots = settle_entries (self, level, here, slots, live);
  open = find_slots (self->bank, live);
  if (open == 0)
    {
      record_settled (self, level, state, slots);
      return;
    }
  if (here->rank >= 0)
    record_lengths (self, level, state, slots, (guint) here->rank, (guint64) 1 << level);
  if (!may_improve (self, level, here, slots, open)
      || lintel_dial_visited_add (&self->visited, level, state, slots, live))
    return;
  if (self->nodes == self->budget)
    {
      self->cut = TRUE;
      return;
    }
  self->nodes++;
  visit_children (self, level, here, slots);
}

static void
try_examples (LintelDialSearch *self)
{
  for (guint i = 0; i < self->set->examples->len; i++)
    {
      const LintelDialExample *example = &g_array_index (self->set->examples, LintelDialExample, i);
      guint16 key = make_key (example->rank, example->length);
      int entries[LINTEL_DIAL_SLOTS_MAX];
      guint slots = lintel_dial_bank_match (self->bank, example->number, example->length, entries);
      guint kind, zone = 0;

      while ((self->zone_lengths[zone] >> example->length & 1) == 0)
        zone++;
      kind = find_kind (self, slots, zone);
      if (key >= self->best[kind])
        continue;
      self->best[kind] = key;
      memcpy (self->witness[kind], example->number, example->length + 1u);
    }
}

/* The lengths up to LAST, as a mask. */
static guint64
lengths_upto (guint last)
{
  return last >= 63 ? G_MAXUINT64 : ((guint64) 2 << last) - 1;
}

/* A zone is a range of lengths in which no class's maximum is crossed. */
static void
find_zones (LintelDialSearch *self, const LintelDialMatcher *const *classes, guint n_classes)
{
  guint64 below = 0;

  for (;;)
    {
      guint end = G_MAXUINT;
      guint zone = self->n_zones++;

      for (guint c = 0; c < n_classes; c++)
        {
          guint max = classes[c]->max_digits;

          if (max == 0)
            continue;
          if ((below & lengths_upto (max)) == lengths_upto (max))
            self->zone_flags[zone] |= 1u << (8 * c + LINTEL_DIAL_MAX_DIGITS);
          else
            end = MIN (end, max);
        }
      self->zone_lengths[zone] = lengths_upto (end) & ~below;
      if (end >= 63)
        return;
      below = lengths_upto (end);
    }
}

void
lintel_dial_search_run (LintelDialSearch *self, const LintelDialMatcher *const *classes,
                        guint n_classes)
{
  const guint n_words = self->bank->n_words;
  gsize n_kinds;

  find_zones (self, classes, n_classes);
  n_kinds = (gsize) self->n_zones << self->bank->n_slots;
  self->kinds = g_new (guint16, n_kinds);
  memset (self->kinds, 0xff, n_kinds * sizeof *self->kinds);
  memset (self->best, 0xff, sizeof self->best);
  self->best[LINTEL_DIAL_KIND_UNWANTED] = 0; /* cannot be bettered, so nobody looks for it */
  /* A bank without entries has no words; one more keeps the array from being NULL then. */
  self->live = g_new (guint64, (self->bank->depth + 2) * n_words + 1);
  if (n_words > 0)
    memcpy (self->live, self->bank->upto + self->bank->depth * n_words,
            n_words * sizeof *self->live);
  lintel_dial_visited_init (&self->visited, n_words);
  try_examples (self);
  if (self->set->start != 0)
    visit (self, 0, self->set->start, 0);
  lintel_dial_visited_clear (&self->visited);
  g_free (self->live);
  g_free (self->kinds);
}
