/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions put to the search: verdicts of one class, all its flags, verdicts of two classes.
 */

#include "config.h"

#include "app/core/dial/lintel-dial-search-private.h"

#include <string.h>

static guint
flag_of_slot (guint slot)
{
  return slot == LINTEL_DIAL_DIRECT_SLOT ? LINTEL_DIAL_FLAG_DIRECT : 1u << slot;
}

static void
prepare (LintelDialSearch *search, const LintelDialMatcher *matcher, const LintelDialSet *set,
         guint budget)
{
  memset (search, 0, sizeof *search);
  search->bank = &matcher->bank;
  search->set = set;
  search->budget = budget != 0 ? budget : LINTEL_DIAL_BUDGET;
  search->outcomes[0] = matcher->outcomes;
  for (guint slot = 0; slot < LINTEL_DIAL_CLASS_SLOTS; slot++)
    search->slot_flags[slot] = (guint16) flag_of_slot (slot);
}

static guint
kind_of_verdict (LintelDialSearch *search, guint flags)
{
  return search->outcomes[0][flags].verdict;
}

void
lintel_dial_search (const LintelDialMatcher *matcher, const LintelDialSet *set, guint budget,
                    LintelDialFound *found)
{
  LintelDialSearch search;

  memset (found, 0, sizeof *found);
  prepare (&search, matcher, set, budget);
  search.get_kind = kind_of_verdict;
  search.witness = found->witness;
  lintel_dial_search_run (&search, &matcher, 1);
  found->complete = !search.cut;
  found->nodes = search.nodes;
}

LintelDialVerdict
lintel_dial_found_get_best (const LintelDialFound *found)
{
  if (found->witness[LINTEL_DIAL_ALLOWED][0] != '\0')
    return LINTEL_DIAL_ALLOWED;
  if (!found->complete)
    return LINTEL_DIAL_UNDECIDED;
  return found->witness[LINTEL_DIAL_DEPENDS][0] != '\0' ? LINTEL_DIAL_DEPENDS
                                                        : LINTEL_DIAL_RESTRICTED;
}

LintelDialVerdict
lintel_dial_found_get_worst (const LintelDialFound *found)
{
  if (found->witness[LINTEL_DIAL_RESTRICTED][0] != '\0')
    return LINTEL_DIAL_RESTRICTED;
  if (!found->complete)
    return LINTEL_DIAL_UNDECIDED;
  return found->witness[LINTEL_DIAL_DEPENDS][0] != '\0' ? LINTEL_DIAL_DEPENDS : LINTEL_DIAL_ALLOWED;
}

static guint
kind_of_flags (LintelDialSearch *search, guint flags)
{
  return flags;
}

GArray *
lintel_dial_search_combinations (const LintelDialMatcher *matcher, const LintelDialSet *set,
                                 guint budget, gboolean *complete)
{
  GArray *combinations = g_array_new (FALSE, TRUE, sizeof (LintelDialCombination));
  char witness[LINTEL_DIAL_N_FLAGS][LINTEL_NUMBER_LENGTH_MAX + 1];
  LintelDialSearch search;

  prepare (&search, matcher, set, budget);
  search.get_kind = kind_of_flags;
  search.witness = witness;
  lintel_dial_search_run (&search, &matcher, 1);
  *complete = !search.cut;
  for (guint flags = 0; flags < LINTEL_DIAL_N_FLAGS; flags++)
    {
      LintelDialCombination combination = { .flags = flags };

      if (search.best[flags] == G_MAXUINT16)
        continue;
      g_strlcpy (combination.witness, witness[flags], sizeof combination.witness);
      g_array_append_val (combinations, combination);
    }
  return combinations;
}

static guint
kind_of_pair (LintelDialSearch *search, guint flags)
{
  return search->outcomes[0][flags & 0xff].verdict * LINTEL_DIAL_N_VERDICTS
         + search->outcomes[1][flags >> 8].verdict;
}

/* Both classes' slots; a table that both use is one slot, so that it is followed once. */
static guint
unite_slots (LintelDialSearch *search, const LintelDialMatcher *one, const LintelDialMatcher *other,
             LintelDialBankSlot *slots)
{
  guint n = 0;

  for (; n < LINTEL_DIAL_CLASS_SLOTS; n++)
    slots[n] = (LintelDialBankSlot){ &one->bank, n };
  for (guint s = 0; s < LINTEL_DIAL_CLASS_SLOTS; s++)
    {
      guint at = 0;

      if (other->slot[s].n_entries == 0)
        continue;
      while (at < LINTEL_DIAL_CLASS_SLOTS
             && !lintel_dial_slot_equal (&other->slot[s], &one->slot[at]))
        at++;
      if (at == LINTEL_DIAL_CLASS_SLOTS)
        {
          at = n;
          slots[n++] = (LintelDialBankSlot){ &other->bank, s };
        }
      search->slot_flags[at] |= (guint16) (flag_of_slot (s) << 8);
    }
  return n;
}

/* With all but the kinds and where the numbers go. */
static void
run_pair (LintelDialSearch *search, const LintelDialMatcher *one, const LintelDialMatcher *other)
{
  const LintelDialMatcher *const classes[] = { one, other };
  LintelDialBankSlot slots[LINTEL_DIAL_SLOTS_MAX];
  LintelDialBank bank;

  lintel_dial_bank_unite (&bank, slots, unite_slots (search, one, other, slots));
  search->bank = &bank;
  search->outcomes[1] = other->outcomes;
  lintel_dial_search_run (search, classes, G_N_ELEMENTS (classes));
  lintel_dial_bank_clear (&bank);
}

void
lintel_dial_search_pair (const LintelDialMatcher *one, const LintelDialMatcher *other,
                         const LintelDialSet *set, guint budget, LintelDialFoundPair *found)
{
  LintelDialSearch search;

  memset (found, 0, sizeof *found);
  prepare (&search, one, set, budget);
  search.get_kind = kind_of_pair;
  search.witness = found->witness[0];
  run_pair (&search, one, other);
  found->complete = !search.cut;
  found->nodes = search.nodes;
}

static guint
kind_of_escape (LintelDialSearch *search, guint flags)
{
  return search->outcomes[0][flags & 0xff].verdict == LINTEL_DIAL_RESTRICTED
                 && search->outcomes[1][flags >> 8].verdict == LINTEL_DIAL_ALLOWED
             ? 0
             : LINTEL_DIAL_KIND_UNWANTED;
}

gboolean
lintel_dial_search_escape (const LintelDialMatcher *restricting, const LintelDialMatcher *allowing,
                           const LintelDialSet *set, guint budget, LintelDialEscape *escape)
{
  LintelDialSearch search;

  memset (escape, 0, sizeof *escape);
  prepare (&search, restricting, set, budget);
  search.get_kind = kind_of_escape;
  search.witness = &escape->number;
  run_pair (&search, restricting, allowing);
  escape->complete = !search.cut;
  escape->nodes = search.nodes;
  return escape->number[0] != '\0';
}
