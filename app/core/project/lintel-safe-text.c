/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that strangers have typed, made safe to show and brought back. */

#include "config.h"

#include "lintel/safe-text.h"

#include <string.h>

#define OPENING "[U+"

/* Unicode calls the first four kinds "Bidi_Control", without the marks: those move nothing but
 * themselves, and names in Arabic and Hebrew need them. */
gboolean
lintel_text_is_unsafe (gunichar c)
{
  return g_unichar_iscntrl (c)                                           /* ESC, CSI, NUL … */
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) /* overrides, isolates */
         || c == 0x2028 || c == 0x2029                                   /* they end a line */
         || (c >= 0xfff9 && c <= 0xfffb) || c == 0xfeff /* annotations, byte order */
         || (c >= 0xe0000 && c <= 0xe007f)              /* tags, invisible */
         || (c & 0xfffe) == 0xfffe;
}

/* The character that "[U+202E]" at TEXT stands for, and its length; 0 if none does. */
static gunichar
read_mark (const char *text, gsize *length)
{
  gunichar c = 0;
  const char *p = text + strlen (OPENING);

  if (strncmp (text, OPENING, strlen (OPENING)) != 0)
    return 0;
  for (; g_ascii_isdigit (*p) || (*p >= 'A' && *p <= 'F'); p++)
    c = c <= 0xffff ? c * 16 + (gunichar) g_ascii_xdigit_value (*p) : 0xfffff;
  *length = (gsize) (p - text) + 1;
  if (*p != ']' || *length < strlen (OPENING) + 5 || c > 0x10ffff)
    return 0;
  return lintel_text_is_unsafe (c) || c == '[' ? c : 0;
}

static gboolean
is_plain (const char *text)
{
  while (*text >= ' ' && *text <= '~')
    text++;
  return *text == '\0';
}

/* With ENCODE what looks like a mark is marked itself, or it would be restored to something else.
 */
static gboolean
must_mark (const char *at, gboolean multiline, gboolean encode)
{
  gunichar c = g_utf8_get_char (at);
  gsize length;

  if (c == '[')
    return encode && read_mark (at, &length) != 0;
  return lintel_text_is_unsafe (c) && !(multiline && (c == '\n' || c == '\t'));
}

/* Every message of every check comes this way, and nearly all are safe: what needs no mark is
 * copied in one piece. */
static char *
convert (const char *text, gboolean multiline, gboolean encode)
{
  g_autofree char *valid = NULL;
  const char *rest;
  GString *safe = NULL;

  if (!encode && is_plain (text))
    return g_strdup (text);
  rest = valid = g_utf8_make_valid (text, -1);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!must_mark (p, multiline, encode))
        continue;
      if (safe == NULL)
        safe = g_string_new (NULL);
      g_string_append_len (safe, rest, p - rest);
      g_string_append_printf (safe, OPENING "%04X]", g_utf8_get_char (p));
      rest = g_utf8_next_char (p);
    }
  if (safe == NULL)
    return g_steal_pointer (&valid);
  g_string_append (safe, rest);
  return g_string_free (safe, FALSE);
}

char *
lintel_text_make_safe (const char *text, gboolean multiline)
{
  return convert (text, multiline, FALSE);
}

char *
lintel_text_encode (const char *text)
{
  return convert (text, TRUE, TRUE);
}

char *
lintel_text_restore (const char *encoded)
{
  GString *text = g_string_sized_new (strlen (encoded));

  while (*encoded != '\0')
    {
      gsize length;
      gunichar c = *encoded == '[' ? read_mark (encoded, &length) : 0;

      if (c != 0)
        {
          g_string_append_unichar (text, c);
          encoded += length;
        }
      else
        g_string_append_c (text, *encoded++);
    }
  return g_string_free (text, FALSE);
}
