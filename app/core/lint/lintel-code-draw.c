/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drawing a mailbox security code: sixteen random bits at a time, those kept that name a code
 * nothing speaks against. Throwing the others away, instead of bending them, keeps every code
 * that is left equally likely.
 */

#include "config.h"

#include "lintel/code.h"

#include <string.h>
#include <sys/random.h>

/* The largest multiple of LINTEL_N_CODES that sixteen bits hold. */
#define FAIR_LIMIT 60000
/* Even for the last code that is left some draw out of so many fits, as good as certainly: who
 * needs more has a broken source. */
#define MAX_DRAWS 100000

static LintelCodeSource default_source;
static gpointer default_source_data;

void
lintel_code_set_default_source (LintelCodeSource source, gpointer data)
{
  default_source = source;
  default_source_data = data;
}

static gboolean
read_system_source (guint16 *bits, gpointer data)
{
  return getrandom (bits, sizeof *bits, 0) == (gssize) sizeof *bits;
}

static gboolean
find_bit (const char *code, guint *byte, guint8 *mask)
{
  guint value;

  if (!lintel_code_is_well_formed (code))
    return FALSE;
  value = (guint) g_ascii_strtoull (code, NULL, 10);
  *byte = value / 8;
  *mask = (guint8) (1u << value % 8);
  return TRUE;
}

void
lintel_code_set_add (LintelCodeSet *set, const char *code)
{
  guint byte;
  guint8 mask;

  if (find_bit (code, &byte, &mask))
    set->bits[byte] |= mask;
}

gboolean
lintel_code_set_contains (const LintelCodeSet *set, const char *code)
{
  guint byte;
  guint8 mask;

  return find_bit (code, &byte, &mask) && (set->bits[byte] & mask) != 0;
}

static gboolean
fits (const char *code, const LintelCodeSet *taken, const char *number)
{
  return lintel_code_judge (code) == LINTEL_CODE_FLAW_NONE
         && !lintel_code_set_contains (taken, code)
         && (number == NULL || lintel_code_compare (code, number) == LINTEL_CODE_KIN_NONE);
}

gboolean
lintel_code_draw (LintelCodeSet *taken, const char *number, LintelCodeSource source, gpointer data,
                  char code[LINTEL_CODE_LENGTH + 1])
{
  guint16 bits;

  if (source == NULL)
    {
      source = default_source != NULL ? default_source : read_system_source;
      data = default_source_data;
    }
  for (int i = 0; i < MAX_DRAWS; i++)
    {
      if (!source (&bits, data))
        return FALSE;
      if (bits >= FAIR_LIMIT)
        continue;
      g_snprintf (code, LINTEL_CODE_LENGTH + 1, "%04d", bits % LINTEL_N_CODES);
      if (fits (code, taken, number))
        {
          lintel_code_set_add (taken, code);
          return TRUE;
        }
    }
  return FALSE;
}
