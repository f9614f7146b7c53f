/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What speaks against a mailbox security code: patterns of its digits, paths on the keypad, years
 * and days, and the codes that people choose most. A verdict is worked out once, so that judging
 * the codes of a project again after each edit is a lookup.
 */

#include "config.h"

#include "lintel-core-resources.h"

#include "lintel/code.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define COMMON_CODES "/app/lintel/core/codes/common-codes.txt"

gboolean
lintel_code_is_well_formed (const char *code)
{
  return strlen (code) == LINTEL_CODE_LENGTH && strspn (code, "0123456789") == LINTEL_CODE_LENGTH;
}

static int
code_to_int (const char *code)
{
  int value = 0;

  for (int i = 0; i < LINTEL_CODE_LENGTH; i++)
    value = value * 10 + code[i] - '0';
  return value;
}

static gboolean
is_same (const char *c)
{
  return c[0] == c[1] && c[1] == c[2] && c[2] == c[3];
}

/* Every digit STEP after the one before; 0 follows 9. */
static gboolean
is_run (const char *c, int step)
{
  for (int i = 0; i < LINTEL_CODE_LENGTH - 1; i++)
    if ((c[i] - '0' + step + 10) % 10 != c[i + 1] - '0')
      return FALSE;
  return TRUE;
}

static gboolean
is_pairs (const char *c)
{
  return (c[0] == c[2] && c[1] == c[3]) || (c[0] == c[1] && c[2] == c[3]);
}

static gboolean
is_mirror (const char *c)
{
  return c[0] == c[3] && c[1] == c[2];
}

/* Each key beside the one before, across or down, and none twice: 2580, 1236, 1254, 1478. */
static gboolean
is_walk (const char *c)
{
  static const char *const beside[] = { "8",    "24",  "135", "26",   "157",
                                        "2468", "359", "48",  "0579", "68" };

  for (int i = 0; i < LINTEL_CODE_LENGTH; i++)
    {
      if (i > 0 && strchr (beside[c[i - 1] - '0'], c[i]) == NULL)
        return FALSE;
      if (strchr (c + i + 1, c[i]) != NULL)
        return FALSE;
    }
  return TRUE;
}

/* A column with the 0 below it, in either direction, and the rings of corners and of edges. */
static gboolean
is_keypad (const char *c)
{
  static const char *const lines[] = { "1470", "7410", "3690", "9630", "8520",
                                       "0147", "0741", "0369", "0963", "0258" };
  static const char *const rings[] = { "1397139", "7931793", "2684268", "4862486" };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (g_str_equal (lines[i], c))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (rings); i++)
    if (strstr (rings[i], c) != NULL)
      return TRUE;
  return is_walk (c);
}

static gboolean
is_year (const char *c)
{
  int year = code_to_int (c);

  return year >= 1900 && year <= 2039;
}

static gboolean
is_day (int month, int day)
{
  static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

static gboolean
is_date (const char *c)
{
  int head = code_to_int (c) / 100, tail = code_to_int (c) % 100;

  return is_day (head, tail) || is_day (tail, head);
}

static LintelCodeFlaw
find_pattern (const char *code)
{
  if (is_same (code))
    return LINTEL_CODE_FLAW_SAME;
  if (is_run (code, 1) || is_run (code, -1))
    return LINTEL_CODE_FLAW_RUN;
  if (is_pairs (code))
    return LINTEL_CODE_FLAW_PAIRS;
  if (is_mirror (code))
    return LINTEL_CODE_FLAW_MIRROR;
  if (is_keypad (code))
    return LINTEL_CODE_FLAW_KEYPAD;
  if (is_year (code))
    return LINTEL_CODE_FLAW_YEAR;
  return is_date (code) ? LINTEL_CODE_FLAW_DATE : LINTEL_CODE_FLAW_NONE;
}

/* Asked for by the resource's own name, so that the linker keeps it. */
static LintelCodeSet *
read_common_codes (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (lintel_core_get_resource (), COMMON_CODES,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = NULL;
  LintelCodeSet *common = g_new0 (LintelCodeSet, 1);

  /* The resource is part of the program. */
  g_assert (bytes != NULL);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    lintel_code_set_add (common, *line);
  return common;
}

static gboolean
is_common (const char *code)
{
  static LintelCodeSet *common;

  if (g_once_init_enter (&common))
    g_once_init_leave (&common, read_common_codes ());
  return lintel_code_set_contains (common, code);
}

static LintelCodeFlaw
find_flaw (const char *code)
{
  LintelCodeFlaw pattern = find_pattern (code);

  return pattern == LINTEL_CODE_FLAW_NONE && is_common (code) ? LINTEL_CODE_FLAW_COMMON : pattern;
}

LintelCodeFlaw
lintel_code_judge (const char *code)
{
  /* One more than the flaw; 0 is not worked out yet. Threads that do so at once agree. */
  static _Atomic guint8 verdicts[LINTEL_N_CODES];
  int value;

  if (!lintel_code_is_well_formed (code))
    return LINTEL_CODE_FLAW_MALFORMED;
  value = code_to_int (code);
  if (verdicts[value] == 0)
    verdicts[value] = (guint8) (find_flaw (code) + 1);
  return (LintelCodeFlaw) (verdicts[value] - 1);
}

/* NUMBER read in one direction: the part of the kinship that does not depend on it. */
static LintelCodeKin
compare_one_way (const char *code, const char *number)
{
  gsize length = strlen (number);
  gsize zeros = LINTEL_CODE_LENGTH - MIN (length, LINTEL_CODE_LENGTH);

  if (length == LINTEL_CODE_LENGTH)
    return g_str_equal (code, number) ? LINTEL_CODE_KIN_SAME : LINTEL_CODE_KIN_NONE;
  if (length > LINTEL_CODE_LENGTH)
    return strstr (number, code) != NULL ? LINTEL_CODE_KIN_CUT : LINTEL_CODE_KIN_NONE;
  /* One digit before or after three is as good as none. With fewer, only zeros fill up. */
  if (zeros == 1)
    return strstr (code, number) != NULL ? LINTEL_CODE_KIN_PADDED : LINTEL_CODE_KIN_NONE;
  if ((strspn (code, "0") >= zeros && g_str_has_suffix (code, number))
      || (g_str_has_prefix (code, number) && strspn (code + length, "0") == zeros))
    return LINTEL_CODE_KIN_PADDED;
  return LINTEL_CODE_KIN_NONE;
}

LintelCodeKin
lintel_code_compare (const char *code, const char *number)
{
  g_autofree char *reversed = NULL;
  LintelCodeKin kin;

  if (*number == '\0' || !lintel_code_is_well_formed (code))
    return LINTEL_CODE_KIN_NONE;
  kin = compare_one_way (code, number);
  if (kin != LINTEL_CODE_KIN_NONE)
    return kin;
  reversed = g_strreverse (g_strdup (number));
  return compare_one_way (code, reversed) != LINTEL_CODE_KIN_NONE ? LINTEL_CODE_KIN_REVERSED
                                                                  : LINTEL_CODE_KIN_NONE;
}

const char *
lintel_code_flaw_get_title (LintelCodeFlaw flaw)
{
  static const char *const titles[LINTEL_N_CODE_FLAWS] = {
    [LINTEL_CODE_FLAW_MALFORMED] = NC_ ("flaw of a code", "not a code of exactly four digits"),
    [LINTEL_CODE_FLAW_SAME] = NC_ ("flaw of a code", "one digit four times"),
    [LINTEL_CODE_FLAW_RUN] = NC_ ("flaw of a code", "four digits in counting order"),
    [LINTEL_CODE_FLAW_PAIRS] = NC_ ("flaw of a code", "made of two pairs"),
    [LINTEL_CODE_FLAW_MIRROR] = NC_ ("flaw of a code", "the same forwards and backwards"),
    [LINTEL_CODE_FLAW_KEYPAD] = NC_ ("flaw of a code", "a line on the telephone's keypad"),
    [LINTEL_CODE_FLAW_YEAR] = NC_ ("flaw of a code", "a year"),
    [LINTEL_CODE_FLAW_DATE] = NC_ ("flaw of a code", "a day of the year"),
    [LINTEL_CODE_FLAW_COMMON] = NC_ ("flaw of a code", "one of the codes that people choose most"),
  };

  return titles[flaw] != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "flaw of a code", titles[flaw])
                              : NULL;
}

const char *
lintel_code_kin_get_title (LintelCodeKin kin)
{
  static const char *const titles[LINTEL_N_CODE_KINS] = {
    [LINTEL_CODE_KIN_SAME] = N_ ("the mailbox's own number"),
    [LINTEL_CODE_KIN_PADDED] = N_ ("the mailbox's own number, filled up to four digits"),
    [LINTEL_CODE_KIN_CUT] = N_ ("a part of the mailbox's own number"),
    [LINTEL_CODE_KIN_REVERSED] = N_ ("the mailbox's own number backwards"),
  };

  return titles[kin] != NULL ? _ (titles[kin]) : NULL;
}
