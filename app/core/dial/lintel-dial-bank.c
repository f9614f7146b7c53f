/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Banks: many entries made ready to be matched all at once. */

#include "config.h"

#include "app/core/dial/lintel-dial-private.h"

#include <string.h>

#define N_COLUMNS (LINTEL_DIAL_N_SYMBOLS + 1)

static gboolean
is_blank (const char *entry)
{
  return entry == NULL || entry[0] == '\0';
}

/* Gives each slot its words, and finds the longest entry. */
static void
measure (LintelDialBank *bank, const LintelDialSlot *slots)
{
  for (guint s = 0; s < bank->n_slots; s++)
    {
      guint n = 0;

      bank->first[s] = bank->n_words;
      for (guint i = 0; i < slots[s].n_entries; i++)
        if (!is_blank (slots[s].entries[i]))
          {
            bank->depth = MAX (bank->depth, (guint) strlen (slots[s].entries[i]));
            n++;
          }
      bank->n_words += (n + 63) / 64;
      g_assert (bank->n_words <= LINTEL_DIAL_WORDS_MAX);
      for (guint w = bank->first[s]; w < bank->n_words; w++)
        bank->slot_of[w] = (guint8) s;
    }
  bank->first[bank->n_slots] = bank->n_words;
  g_assert (bank->depth <= LINTEL_NUMBER_LENGTH_MAX);
}

static void
allocate (LintelDialBank *bank)
{
  const gsize words = bank->n_words;
  const gsize depth = bank->depth;
  guint64 *next = g_new0 (guint64, words * (depth * (N_COLUMNS + 1) + 3 * (depth + 1)) + 1);

  bank->words = bank->step = next;
  bank->wild = next += words * depth * N_COLUMNS;
  bank->ends = next += words * depth;
  bank->upto = next += words * (depth + 1);
  bank->tail = next + words * (depth + 1);
  bank->entry = g_new0 (guint16, words * 64 + 1);
}

static void
add_entry (LintelDialBank *bank, guint slot, guint bit, const char *entry)
{
  const guint word = bit / 64;
  const guint64 mask = (guint64) 1 << bit % 64;
  guint length = (guint) strlen (entry);
  guint tail = length;

  for (guint i = 0; i < length; i++)
    {
      guint symbol = lintel_dial_symbol (entry[i]);

      if (entry[i] == '@')
        bank->wild[i * bank->n_words + word] |= mask;
      else if (symbol < LINTEL_DIAL_N_SYMBOLS)
        bank->step[(i * N_COLUMNS + symbol) * bank->n_words + word] |= mask;
    }
  bank->ends[length * bank->n_words + word] |= mask;
  while (tail > 0 && entry[tail - 1] == '@')
    tail--;
  for (guint i = tail; i <= length; i++)
    bank->tail[i * bank->n_words + word] |= mask;
  bank->ending[length] |= (guint16) (1 << slot);
}

static void
open_wildcards (LintelDialBank *bank)
{
  for (guint i = 0; i < bank->depth; i++)
    for (guint symbol = 0; symbol < LINTEL_DIAL_N_SYMBOLS; symbol++)
      for (guint w = 0; w < bank->n_words; w++)
        bank->step[(i * N_COLUMNS + symbol) * bank->n_words + w] |=
            bank->wild[i * bank->n_words + w];
}

static void
sum_lengths (LintelDialBank *bank)
{
  const guint n = bank->n_words;

  memcpy (bank->upto, bank->ends, n * sizeof *bank->upto);
  for (guint i = n; i < (bank->depth + 1) * n; i++)
    bank->upto[i] = bank->upto[i - n] | bank->ends[i];
}

void
lintel_dial_bank_init (LintelDialBank *bank, const LintelDialSlot *slots, guint n_slots)
{
  memset (bank, 0, sizeof *bank);
  bank->n_slots = n_slots;
  measure (bank, slots);
  allocate (bank);
  for (guint s = 0; s < n_slots; s++)
    {
      guint bit = bank->first[s] * 64;

      for (guint i = 0; i < slots[s].n_entries; i++)
        if (!is_blank (slots[s].entries[i]))
          {
            bank->entry[bit] = (guint16) (i + 1);
            add_entry (bank, s, bit++, slots[s].entries[i]);
          }
    }
  open_wildcards (bank);
  sum_lengths (bank);
}

/* Copies the words of SLOT in each of the N_ROWS sets at FROM to word AT of the sets at TO. */
static void
copy_sets (guint64 *to, guint n_words, guint at, const guint64 *from,
           const LintelDialBankSlot *slot, guint n_rows)
{
  const LintelDialBank *bank = slot->bank;
  const guint first = bank->first[slot->slot];
  const guint n = bank->first[slot->slot + 1] - first;

  for (guint row = 0; row < n_rows; row++)
    for (guint w = 0; w < n; w++)
      to[row * n_words + at + w] = from[row * bank->n_words + first + w];
}

static void
copy_slot (LintelDialBank *bank, guint s, const LintelDialBankSlot *slot)
{
  const LintelDialBank *from = slot->bank;
  const guint n = bank->n_words;
  const guint at = bank->first[s];

  copy_sets (bank->step, n, at, from->step, slot, from->depth * N_COLUMNS);
  copy_sets (bank->wild, n, at, from->wild, slot, from->depth);
  copy_sets (bank->ends, n, at, from->ends, slot, from->depth + 1);
  copy_sets (bank->tail, n, at, from->tail, slot, from->depth + 1);
  memcpy (bank->entry + at * 64, from->entry + from->first[slot->slot] * 64,
          (bank->first[s + 1] - at) * 64 * sizeof *bank->entry);
  for (guint length = 0; length <= from->depth; length++)
    if ((from->ending[length] >> slot->slot & 1) != 0)
      bank->ending[length] |= (guint16) (1 << s);
}

void
lintel_dial_bank_unite (LintelDialBank *bank, const LintelDialBankSlot *slots, guint n_slots)
{
  memset (bank, 0, sizeof *bank);
  bank->n_slots = n_slots;
  for (guint s = 0; s < n_slots; s++)
    {
      const LintelDialBank *from = slots[s].bank;
      guint n = from->first[slots[s].slot + 1] - from->first[slots[s].slot];

      memset (bank->slot_of + bank->n_words, (int) s, n);
      bank->n_words += n;
      bank->first[s + 1] = bank->n_words;
      bank->depth = MAX (bank->depth, from->depth);
    }
  allocate (bank);
  for (guint s = 0; s < n_slots; s++)
    copy_slot (bank, s, &slots[s]);
  sum_lengths (bank);
}

void
lintel_dial_bank_clear (LintelDialBank *bank)
{
  g_clear_pointer (&bank->words, g_free);
  g_clear_pointer (&bank->entry, g_free);
}

/* The lowest entry of SLOT that is alive and ends here; 0 when there is none. */
static int
find_match (const LintelDialBank *bank, guint slot, const guint64 *live, const guint64 *ends)
{
  for (guint w = bank->first[slot]; w < bank->first[slot + 1]; w++)
    if ((live[w] & ends[w]) != 0)
      return bank->entry[w * 64 + (guint) __builtin_ctzll (live[w] & ends[w])];
  return 0;
}

/* A later match is a longer one, so the last that was noted is the right one. */
guint
lintel_dial_bank_match (const LintelDialBank *bank, const char *number, gsize length, int *entries)
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

/* The entries in WORD whose symbol at POSITION covers SYMBOL; leaves in SAME those that have it. */
static guint64
follow_text (const LintelDialBank *bank, guint word, guint position, char symbol, guint64 *same)
{
  const guint64 wild = bank->wild[position * bank->n_words + word];
  guint64 named;

  if (lintel_dial_symbol (symbol) >= LINTEL_DIAL_N_SYMBOLS)
    {
      *same &= wild;
      return wild;
    }
  named = lintel_dial_bank_step (bank, position, lintel_dial_symbol (symbol))[word];
  *same &= named & ~wild;
  return named;
}

/* The entries in WORD that cover TEXT, as bits. */
static guint64
find_covers (const LintelDialBank *bank, guint word, const char *text, gboolean other)
{
  guint64 live = G_MAXUINT64, same = G_MAXUINT64, covers = 0;

  for (guint i = 0; i < bank->depth && text[i] != '\0' && live != 0; i++)
    {
      guint64 ends = bank->ends[(i + 1) * bank->n_words + word];

      live &= follow_text (bank, word, i, text[i], &same);
      if (other && text[i + 1] == '\0')
        ends &= ~same;
      covers |= live & ends;
    }
  return covers;
}

int
lintel_dial_bank_find_cover (const LintelDialBank *bank, guint slot, const char *text,
                             gboolean other)
{
  for (guint word = bank->first[slot]; word < bank->first[slot + 1]; word++)
    {
      guint64 covers = find_covers (bank, word, text, other);

      if (covers != 0)
        return bank->entry[word * 64 + (guint) __builtin_ctzll (covers)];
    }
  return 0;
}

/* The entries in WORD that some number of SHAPE begins with, as bits. */
static guint64
find_fitting (const LintelDialBank *bank, guint word, const LintelNumberShape *shape)
{
  guint64 live = G_MAXUINT64, fitting = 0;

  for (guint i = 0; i < bank->depth && i < shape->length && live != 0; i++)
    {
      guint64 takes = 0;

      for (guint symbols = shape->set[i]; symbols != 0; symbols &= symbols - 1)
        takes |= lintel_dial_bank_step (bank, i, (guint) __builtin_ctz (symbols))[word];
      live &= takes;
      fitting |= live & bank->ends[(i + 1) * bank->n_words + word];
    }
  return fitting;
}

void
lintel_dial_bank_find_fitting (const LintelDialBank *bank, guint slot,
                               const LintelNumberShape *shape, GArray *entries)
{
  for (guint word = bank->first[slot]; word < bank->first[slot + 1]; word++)
    for (guint64 rest = find_fitting (bank, word, shape); rest != 0; rest &= rest - 1)
      {
        int entry = bank->entry[word * 64 + (guint) __builtin_ctzll (rest)];

        g_array_append_val (entries, entry);
      }
}

gboolean
lintel_dial_covers (const char *entry, const char *other)
{
  if (entry[0] == '\0' || other[0] == '\0')
    return FALSE;
  for (; *entry != '\0'; entry++, other++)
    if (*other == '\0' || (*entry != '@' && *entry != *other))
      return FALSE;
  return TRUE;
}

gboolean
lintel_dial_entry_matches (const char *entry, const char *number)
{
  if (entry[0] == '\0')
    return FALSE;
  for (; *entry != '\0'; entry++, number++)
    if (*number == '\0'
        || (*entry == '@' ? lintel_dial_symbol (*number) == LINTEL_DIAL_N_SYMBOLS
                          : *entry != *number))
      return FALSE;
  return TRUE;
}
