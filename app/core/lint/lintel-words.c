/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of numbers in the messages of rules: see lintel-words-private.h. */

#include "config.h"

#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

/* More ranges than this do not fit a line; the places of the finding have them all. */
#define MAX_RANGES 8

/* A longer number follows only where there is no shorter one between: 10 after 9, not 0101. */
static gboolean
follows (const char *next, const char *number)
{
  return *number != '0' && *next != '0'
         && g_ascii_strtoll (next, NULL, 10) == g_ascii_strtoll (number, NULL, 10) + 1;
}

char *
lintel_words_for_numbers (const char *const *numbers, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_ranges = 0, i = 0;

  while (i < n && n_ranges < MAX_RANGES)
    {
      guint last = i;

      while (last + 1 < n && follows (numbers[last + 1], numbers[last]))
        last++;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, numbers[i]);
      if (last > i)
        g_string_append_printf (text, "%s%s", last == i + 1 ? ", " : "-", numbers[last]);
      i = last + 1;
      n_ranges++;
    }
  if (i == n)
    return g_strdup (text->str);
  /* Translators: a list of numbers that goes on: "101, 103 and 12 more". */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n - i), text->str, n - i);
}

static char *
join (GPtrArray *texts)
{
  return lintel_words_for_numbers ((const char *const *) texts->pdata, texts->len);
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

char *
lintel_words_for_indexes (const LintelPlace *places, guint n, guint dim)
{
  g_autoptr (GArray) indexes = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_array_append_val (indexes, places[i].index[dim]);
  g_array_sort (indexes, compare_ints);
  for (guint i = 0; i < n; i++)
    if (i == 0 || g_array_index (indexes, int, i) != g_array_index (indexes, int, i - 1))
      g_ptr_array_add (texts, g_strdup_printf ("%d", g_array_index (indexes, int, i)));
  return join (texts);
}

char *
lintel_words_for_codes (const LintelPlace *places, guint n)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (texts, (gpointer) places[i].number);
  return join (texts);
}

char *
lintel_words_for_modes (guint modes)
{
  static const char *const names[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8" };
  const char *list[G_N_ELEMENTS (names)];
  guint n = 0;

  for (guint mode = 0; mode < G_N_ELEMENTS (names); mode++)
    if ((modes >> mode & 1) != 0)
      list[n++] = names[mode];
  return lintel_words_for_numbers (list, n);
}

/* Neighbours with the same modes go together; USER moves on behind them. */
static void
append_group (GString *text, const LintelDialUser **user, const LintelDialUser *end)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  const guint modes = (*user)->modes;
  g_autofree char *mode_text = lintel_words_for_modes (modes);
  g_autofree char *number_text = NULL;

  for (; *user < end && (*user)->modes == modes; (*user)++)
    g_ptr_array_add (numbers, (gpointer) (*user)->extension->number);
  number_text = join (numbers);
  if (text->len > 0)
    g_string_append (text, ", ");
  /* Translators: extension numbers and the day or night modes that are meant: "213-216 (modes
   * 1-8)". */
  g_string_append_printf (
      text, ngettext ("%s (mode %s)", "%s (modes %s)", (gulong) __builtin_popcount (modes)),
      number_text, mode_text);
}

char *
lintel_words_for_users (const GArray *users)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const LintelDialUser *user = (const LintelDialUser *) (gpointer) users->data;
  const LintelDialUser *end = user + users->len;
  guint rest;

  for (guint n_groups = 0; user < end && n_groups < MAX_RANGES; n_groups++)
    append_group (text, &user, end);
  rest = (guint) (end - user);
  if (rest == 0)
    return g_string_free (g_steal_pointer (&text), FALSE);
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", rest), text->str, rest);
}

const char *
lintel_words_for_value (const LintelItem *item, LintelModel model, const char *value)
{
  const char *choice, *word;

  for (guint k = 0; lintel_item_get_choice (item, model, k, &choice, &word); k++)
    if (g_str_equal (choice, value))
      return word;
  return value;
}
