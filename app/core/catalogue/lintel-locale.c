/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts, days and times by the user's locale. */

#include "config.h"

#include "lintel/locale.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "%u rows" → "%'u rows", and "%1$u" as a translation may have it → "%1$'u". */
static char *
group_counts (const char *format)
{
  GString *grouped = g_string_new (NULL);

  for (const char *p = format; *p != '\0'; p++)
    {
      const gsize position = *p == '%' ? strspn (p + 1, "0123456789$") : 0;

      g_string_append_len (grouped, p, (gssize) position + 1);
      if (*p != '%')
        continue;
      p += position;
      if (p[1] == '%')
        g_string_append_c (grouped, *++p);
      else if (p[1] == 'u')
        g_string_append_c (grouped, '\'');
    }
  return g_string_free (grouped, FALSE);
}

/* ISO C does not know the flag ', so no format in the sources has it; the C library does. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
char *
lintel_locale_format (const char *format, ...)
{
  g_autofree char *grouped = group_counts (format);
  char *text;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (grouped, args);
  va_end (args);
  if (g_utf8_validate (text, -1, NULL))
    return text;
  /* The sign between the groups is in another encoding than ours. */
  g_free (text);
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  return text;
}
#pragma GCC diagnostic pop

char *
lintel_locale_day (const char *text)
{
  g_autofree char *midnight = g_strconcat (text, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (midnight, NULL);

  /* Translators: a day: 31 January 2027. */
  return day != NULL ? g_date_time_format (day, _ ("%-d %B %Y")) : g_strdup (text);
}

char *
lintel_locale_moment (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  /* Translators: a day and a time: 25 November 2026, 14:32. */
  return local != NULL ? g_date_time_format (local, _ ("%-d %B %Y, %H:%M")) : g_strdup (text);
}

char *
lintel_locale_moment_utc (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);
  g_autoptr (GDateTime) utc = time != NULL ? g_date_time_to_utc (time) : NULL;

  /* Translators: a day and a time, on paper: 25 November 2026, 13:32 UTC. */
  return utc != NULL ? g_date_time_format (utc, C_ ("time on paper", "%-d %B %Y, %H:%M UTC"))
                     : g_strdup (text);
}
