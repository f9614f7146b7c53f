/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Patterns of dialled numbers: "1 876 NXX XXXX" taken apart into the symbols that fit at each
 * position.
 */

#include "config.h"

#include "lintel/numbering.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DIGITS_0_TO_9 0x3ff
#define DIGITS_1_TO_9 0x3fe
#define DIGITS_2_TO_9 0x3fc
#define ANY_SYMBOL 0xfff

G_DEFINE_QUARK (lintel_numbering_error, lintel_numbering_error)

/* Reads "[2-46]" from AT on; returns what follows the bracket, NULL when it is not a set. */
static const char *
read_set (const char *at, guint16 *set)
{
  *set = 0;
  for (at++; *at != '\0' && *at != ']'; at++)
    {
      guint first = lintel_dial_symbol (*at);
      guint last = first;

      if (at[1] == '-' && at[2] != ']')
        {
          at += 2;
          last = lintel_dial_symbol (*at);
        }
      if (first > last || last >= LINTEL_DIAL_N_SYMBOLS)
        return NULL;
      for (guint symbol = first; symbol <= last; symbol++)
        *set |= 1 << symbol;
    }
  return *at == ']' && *set != 0 ? at + 1 : NULL;
}

/* Reads one position; returns what follows it, NULL when it makes no sense. */
static const char *
read_position (const char *at, guint16 *set)
{
  if (*at == '[')
    return read_set (at, set);
  if (*at == 'X')
    *set = DIGITS_0_TO_9;
  else if (*at == 'Z')
    *set = DIGITS_1_TO_9;
  else if (*at == 'N')
    *set = DIGITS_2_TO_9;
  else if (*at == '@')
    *set = ANY_SYMBOL;
  else if (lintel_dial_symbol (*at) < LINTEL_DIAL_N_SYMBOLS)
    *set = 1 << lintel_dial_symbol (*at);
  else
    return NULL;
  return at + 1;
}

static gboolean
read_digits (const char *digits, LintelNumberShape *shape)
{
  for (const char *at = digits; at != NULL && *at != '\0';)
    {
      if (*at == ' ')
        {
          at++;
          continue;
        }
      if (shape->length == LINTEL_NUMBER_LENGTH_MAX)
        return FALSE;
      at = read_position (at, &shape->set[shape->length]);
      if (at == NULL)
        return FALSE;
      shape->length++;
    }
  return TRUE;
}

static gboolean
read_more (const LintelNumberPattern *pattern, LintelNumberShape *shape)
{
  const char *more = pattern->more != NULL ? pattern->more : "X";
  const char *end;
  guint16 set;

  if (pattern->more_least < 0 || pattern->more_most < pattern->more_least
      || shape->length + (guint) pattern->more_most > LINTEL_NUMBER_LENGTH_MAX)
    return FALSE;
  end = read_position (more, &set);
  if (end == NULL || *end != '\0')
    return FALSE;
  for (int i = 0; i < pattern->more_most; i++)
    shape->set[shape->length++] = set;
  shape->least += (guint) pattern->more_least;
  return TRUE;
}

static void
read_like (const char *like, LintelNumberShape *shape)
{
  guint position = 0;

  memset (shape->like, LINTEL_DIAL_N_SYMBOLS, sizeof shape->like);
  for (; like != NULL && *like != '\0' && position < shape->length; like++)
    if (*like != ' ')
      shape->like[position++] = (guint8) lintel_dial_symbol (*like);
}

gboolean
lintel_number_pattern_read (const LintelNumberPattern *pattern, LintelNumberShape *shape,
                            GError **error)
{
  gboolean fine;

  memset (shape, 0, sizeof *shape);
  fine = read_digits (pattern->digits, shape);
  shape->least = shape->length;
  /* Nothing dialled is not a number. */
  fine = fine && read_more (pattern, shape) && shape->least > 0;
  if (!fine)
    {
      g_set_error (error, LINTEL_NUMBERING_ERROR, LINTEL_NUMBERING_ERROR_PATTERN,
                   _ ("“%s” is not a pattern of up to %d digits (0-9 * # X Z N @ and sets such as "
                      "[2-46])"),
                   pattern->digits, LINTEL_NUMBER_LENGTH_MAX);
      return FALSE;
    }
  read_like (pattern->like, shape);
  return TRUE;
}

gboolean
lintel_number_pattern_matches (const LintelNumberPattern *pattern, const char *number)
{
  LintelNumberShape shape;
  gsize length = strlen (number);

  if (!lintel_number_pattern_read (pattern, &shape, NULL) || length < shape.least
      || length > shape.length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if ((shape.set[i] >> lintel_dial_symbol (number[i]) & 1) == 0)
      return FALSE;
  return TRUE;
}

char *
lintel_number_pattern_format (const LintelNumberPattern *pattern, const char *number)
{
  const char *groups = pattern->like != NULL ? pattern->like : "";
  GString *text = g_string_new (NULL);

  for (; *number != '\0'; number++)
    {
      while (*groups == ' ')
        {
          g_string_append_c (text, ' ');
          groups++;
        }
      g_string_append_c (text, *number);
      if (*groups != '\0')
        groups++;
    }
  return g_string_free (text, FALSE);
}

char *
lintel_number_pattern_get_prefix (const LintelNumberPattern *pattern)
{
  GString *prefix = g_string_new (NULL);
  LintelNumberShape shape;

  if (lintel_number_pattern_read (pattern, &shape, NULL))
    for (guint i = 0; i < shape.least && (shape.set[i] & (shape.set[i] - 1)) == 0; i++)
      g_string_append_c (prefix, LINTEL_DIAL_SYMBOLS[g_bit_nth_lsf (shape.set[i], -1)]);
  return g_string_free (prefix, FALSE);
}
