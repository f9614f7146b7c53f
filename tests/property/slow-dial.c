/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/property/slow-dial.h"

#include "tests/support/test-support.h"

#include <string.h>

char
random_digit (GRand *rand)
{
  return ALPHABET[g_rand_int_range (rand, 0, 4)];
}

void
random_entry (GRand *rand, char *entry)
{
  int length = g_rand_int_range (rand, 0, LONGEST + 1);
  int wild = g_rand_int_range (rand, 0, 4);

  for (int i = 0; i < length; i++)
    entry[i] = g_rand_int_range (rand, 0, 4) < wild ? '@' : random_digit (rand);
  entry[length] = '\0';
}

void
random_system (GRand *rand, System *system)
{
  memset (system, 0, sizeof *system);
  for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
    {
      LintelDialTableUse *use = &system->description.table[t];

      for (guint i = 0; i < MAX_ENTRIES; i++)
        {
          random_entry (rand, system->text[t][i]);
          system->entries[t][i] = system->text[t][i];
        }
      use->assigned = g_rand_int_range (rand, 0, 3) != 0;
      use->n_entries = (guint) g_rand_int_range (rand, 0, MAX_ENTRIES + 1);
      use->entries = system->entries[t];
      use->number = t == LINTEL_DIAL_PERMIT || t == LINTEL_DIAL_RESTRICT ? 2 : 0;
    }
  system->description.max_table = g_rand_int_range (rand, 0, 2);
  system->description.max_digits = g_rand_int_range (rand, 1, LONGEST + 2);
  system->description.international_prefix = "01";
}

static gboolean
starts_with (const char *number, const char *entry)
{
  gsize length = strlen (entry);

  if (length == 0 || strlen (number) < length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (entry[i] != '@' && entry[i] != number[i])
      return FALSE;
  return TRUE;
}

/* The longest entry of a table that matches, then the lowest; 0 for none. */
static int
find_entry (const LintelDialClass *c, LintelDialTable t, const char *number)
{
  const LintelDialTableUse *use = &c->table[t];
  int best = 0;

  for (guint i = 0; use->assigned && i < use->n_entries; i++)
    if (starts_with (number, use->entries[i])
        && (best == 0 || strlen (use->entries[i]) > strlen (use->entries[best - 1])))
      best = (int) i + 1;
  return best;
}

/* Design, section 5, word for word. */
static gboolean
is_allowed (const LintelDialClass *c, const char *d, gboolean s1b, gboolean s2b, gboolean s4b,
            gboolean s5b, gboolean s6b)
{
  gboolean max = c->max_table != 0 && strlen (d) > (gsize) c->max_digits;
  gboolean cp = find_entry (c, LINTEL_DIAL_COMMON_PERMIT, d) != 0;
  gboolean cr = find_entry (c, LINTEL_DIAL_COMMON_RESTRICT, d) != 0;
  gboolean p = find_entry (c, LINTEL_DIAL_PERMIT, d) != 0;
  gboolean r = find_entry (c, LINTEL_DIAL_RESTRICT, d) != 0;
  gboolean ip = find_entry (c, LINTEL_DIAL_INTERNATIONAL_PERMIT, d) != 0;
  gboolean ir = find_entry (c, LINTEL_DIAL_INTERNATIONAL_RESTRICT, d) != 0;
  gboolean intl = s5b && c->table[LINTEL_DIAL_INTERNATIONAL_PERMIT].assigned
                  && !c->table[LINTEL_DIAL_INTERNATIONAL_RESTRICT].assigned
                  && g_str_has_prefix (d, "01") && !ip;

  if (max && !(s4b && (cp || p || ip)))
    return FALSE;
  if (s6b && ((ir && !ip) || intl))
    return FALSE;
  if (cp)
    return TRUE;
  if (s1b && cr)
    return FALSE;
  if (p || (ip && !s6b))
    return TRUE;
  if (cr || r || (ir && !s6b) || intl)
    return FALSE;
  if (c->table[LINTEL_DIAL_PERMIT].assigned && !c->table[LINTEL_DIAL_RESTRICT].assigned && !s2b)
    return FALSE;
  return TRUE;
}

static gboolean
is_allowed_reading (const LintelDialClass *c, const char *d, guint reading)
{
  return is_allowed (c, d, (reading & 1) != 0, (reading & 2) != 0, (reading & 4) != 0,
                     (reading & 8) != 0, (reading & 16) != 0);
}

static void
find_expected_verdict (const LintelDialClass *c, const char *number, Expected *expected)
{
  gboolean allowed[32];
  guint n = 0;

  expected->flips = 0;
  for (guint reading = 0; reading < 32; reading++)
    n += (allowed[reading] = is_allowed_reading (c, number, reading)) ? 1 : 0;
  for (guint reading = 0; reading < 32; reading++)
    for (guint nth = 0; nth < 5; nth++)
      if (allowed[reading] != allowed[reading ^ (1u << nth)])
        expected->flips |= 1u << nth;
  expected->baseline = allowed[0] ? LINTEL_DIAL_ALLOWED : LINTEL_DIAL_RESTRICTED;
  expected->verdict = n == 32  ? LINTEL_DIAL_ALLOWED
                      : n == 0 ? LINTEL_DIAL_RESTRICTED
                               : LINTEL_DIAL_DEPENDS;
}

void
find_expected (const LintelDialClass *c, const char *number, Expected *expected)
{
  static const LintelDialTable order[] = {
    LINTEL_DIAL_COMMON_PERMIT,   LINTEL_DIAL_PERMIT,   LINTEL_DIAL_INTERNATIONAL_PERMIT,
    LINTEL_DIAL_COMMON_RESTRICT, LINTEL_DIAL_RESTRICT, LINTEL_DIAL_INTERNATIONAL_RESTRICT,
  };

  find_expected_verdict (c, number, expected);
  expected->table = LINTEL_DIAL_NOTHING;
  expected->entry = 0;
  expected->flags = 0;
  for (guint i = G_N_ELEMENTS (order); i-- > 0;)
    if (find_entry (c, order[i], number) != 0)
      {
        expected->table = order[i];
        expected->entry = find_entry (c, order[i], number);
        expected->flags |= 1u << order[i];
      }
  if (c->max_table != 0 && strlen (number) > (gsize) c->max_digits)
    {
      expected->table = LINTEL_DIAL_MAX_DIGITS;
      expected->entry = 0;
      expected->flags |= 1u << LINTEL_DIAL_MAX_DIGITS;
    }
  if (c->table[LINTEL_DIAL_INTERNATIONAL_PERMIT].assigned
      && !c->table[LINTEL_DIAL_INTERNATIONAL_RESTRICT].assigned && g_str_has_prefix (number, "01"))
    expected->flags |= LINTEL_DIAL_FLAG_DIRECT;
}

static void
describe (const System *system, GString *text)
{
  for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
    {
      const LintelDialTableUse *use = &system->description.table[t];

      g_string_append_printf (text, "%s%s:", lintel_dial_table_get_item ((LintelDialTable) t),
                              use->assigned ? "" : " (not assigned)");
      for (guint i = 0; i < use->n_entries; i++)
        g_string_append_printf (text, " “%s”", use->entries[i]);
      g_string_append_c (text, '\n');
    }
  g_string_append_printf (text, "max digits %d (table %d)\n", system->description.max_digits,
                          system->description.max_table);
}

void
fail_with (const System *system, const char *format, ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (text, format, args);
  va_end (args);
  g_string_append_c (text, '\n');
  describe (system, text);
  ck_abort_msg ("%s", text->str);
}
