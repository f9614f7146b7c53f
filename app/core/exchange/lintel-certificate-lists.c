/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of numbers in as few words as possible, with nothing left out. */

#include "config.h"

#include "app/core/exchange/lintel-certificate-private.h"

#include <string.h>

static void
append_run (GString *text, const char *first, const char *last)
{
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, first);
  if (!g_str_equal (first, last))
    g_string_append_printf (text, "–%s", last);
}

/* 10 after 9, but not 0101 after 100. */
static gboolean
follows (const char *next, const char *number)
{
  return *number != '0' && *next != '0'
         && g_ascii_strtoll (next, NULL, 10) == g_ascii_strtoll (number, NULL, 10) + 1;
}

char *
lintel_certificate_list_numbers (const char *const *numbers, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint first = 0, last; first < n; first = last + 1)
    {
      for (last = first; last + 1 < n && follows (numbers[last + 1], numbers[last]);)
        last++;
      append_run (text, numbers[first], numbers[last]);
    }
  return g_string_free (text, FALSE);
}

char *
lintel_certificate_list_indexes (const int *indexes, guint n)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 0; k < n; k++)
    g_ptr_array_add (numbers, g_strdup_printf ("%d", indexes[k]));
  return lintel_certificate_list_numbers ((const char *const *) numbers->pdata, n);
}

char *
lintel_certificate_list_bits (guint bits)
{
  int indexes[32];
  guint n = 0;

  for (int bit = 0; bit < 32; bit++)
    if ((bits >> bit & 1) != 0)
      indexes[n++] = bit;
  return lintel_certificate_list_indexes (indexes, n);
}
