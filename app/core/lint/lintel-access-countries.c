/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Countries as entries of a table and as sets of numbers, for the international access assistant.
 */

#include "config.h"

#include "app/core/lint/lintel-access-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Country code and number together (ITU E.164); shorter ones are not in use. */
#define LEAST_DIGITS 7
#define MOST_DIGITS 15

/* The code of the country whose calls are at home in a plan. */
static const struct
{
  const char *plan, *code;
} homes[] = { { "nanp", "1" }, { "australia", "61" } };

static const LintelNumberingPlan *
get_plan (LintelProject *project)
{
  return lintel_dial_system_get_plan (lintel_dial_system_of (project));
}

static const char *
get_home (LintelProject *project)
{
  const char *plan = get_plan (project)->id;

  for (gsize i = 0; i < G_N_ELEMENTS (homes); i++)
    if (g_str_equal (homes[i].plan, plan))
      return homes[i].code;
  return "";
}

/* An area code of the own country code: dialled like a long-distance call. */
static gboolean
is_area_code (LintelProject *project, const char *code)
{
  const char *home = get_home (project);

  return *home != '\0' && g_str_has_prefix (code, home) && strlen (code) > strlen (home)
         && g_str_equal (home, "1");
}

gboolean
lintel_access_is_abroad (LintelProject *project, const LintelCountry *country)
{
  return !g_str_equal (country->codes[0], get_home (project));
}

static void
add_once (GPtrArray *entries, char *entry)
{
  if (g_ptr_array_find_with_equal_func (entries, entry, g_str_equal, NULL))
    g_free (entry);
  else
    g_ptr_array_add (entries, entry);
}

static char *
make_entry (LintelProject *project, const char *code)
{
  return g_strconcat (get_plan (project)->international_prefix, code, NULL);
}

void
lintel_access_add_entries (LintelProject *project, const LintelCountry *country, gboolean for_codes,
                           GPtrArray *entries)
{
  for (const char *const *code = country->codes; *code != NULL; code++)
    if (!is_area_code (project, *code) && for_codes)
      add_once (entries, make_entry (project, *code));
    else if (is_area_code (project, *code) && !for_codes)
      {
        add_once (entries, g_strdup (*code));
        add_once (entries, g_strconcat (*code + 1, "@@@@@@@", NULL));
      }
}

static void
add_pattern (GArray *patterns, char *digits, int least, int most, gboolean except)
{
  LintelNumberPattern pattern = {
    .digits = digits, .more_least = least, .more_most = most, .except = except
  };

  g_array_append_val (patterns, pattern);
}

/* 976 is premium in every area code, and blocked for its own sake. */
static void
add_area (GArray *patterns, const char *code)
{
  for (int skip = 0; skip < 2; skip++)
    {
      add_pattern (patterns, g_strconcat (code + skip, "NXXXXXX", NULL), 0, 0, FALSE);
      add_pattern (patterns, g_strconcat (code + skip, "976", NULL), 0, 4, TRUE);
    }
}

void
lintel_access_add_patterns (LintelProject *project, const LintelCountry *country, GArray *patterns)
{
  for (const char *const *code = country->codes; *code != NULL; code++)
    if (is_area_code (project, *code))
      add_area (patterns, *code);
    else
      add_pattern (patterns, make_entry (project, *code), LEAST_DIGITS - (int) strlen (*code),
                   MOST_DIGITS - (int) strlen (*code), FALSE);
}

void
lintel_access_clear_patterns (GArray *patterns)
{
  for (guint i = 0; i < patterns->len; i++)
    g_free ((char *) g_array_index (patterns, LintelNumberPattern, i).digits);
  g_array_set_size (patterns, 0);
}

/* Words. */

/* Whether some number there starts with ENTRY. */
static gboolean
is_behind (LintelProject *project, const LintelCountry *country, const char *entry)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_free);

  lintel_access_add_entries (project, country, TRUE, own);
  lintel_access_add_entries (project, country, FALSE, own);
  for (guint i = 0; i < own->len; i++)
    if (g_str_has_prefix (own->pdata[i], entry))
      return TRUE;
  return FALSE;
}

static gboolean
is_one_of (const char *const *ids, const char *id)
{
  for (; ids != NULL && *ids != NULL; ids++)
    if (g_ascii_strcasecmp (*ids, id) == 0)
      return TRUE;
  return FALSE;
}

char *
lintel_access_describe_entries (LintelProject *project, GPtrArray *entries,
                                const char *const *chosen)
{
  guint n;
  const LintelCountry *countries = lintel_countries_get (&n);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < entries->len; k++)
      if (!is_one_of (chosen, countries[i].id)
          && is_behind (project, &countries[i], entries->pdata[k]))
        {
          g_ptr_array_add (names, (gpointer) countries[i].name);
          break;
        }
  return names->len > 0 ? lintel_access_join (names) : NULL;
}

char *
lintel_access_describe_code (LintelProject *project, const LintelCountry *country)
{
  GString *text = g_string_new (NULL);

  for (const char *const *code = country->codes; *code != NULL; code++)
    {
      g_string_append (text, text->len > 0 ? ", " : "");
      if (is_area_code (project, *code))
        g_string_append_printf (text, "1 %s", *code + 1);
      else
        g_string_append_printf (text, "%s %s", get_plan (project)->international_prefix, *code);
    }
  return g_string_free (text, FALSE);
}

char *
lintel_access_describe_sharers (const LintelCountry *country)
{
  guint n;
  const LintelCountry *countries = lintel_countries_get (&n);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    if (&countries[i] != country && g_str_equal (countries[i].codes[0], country->codes[0]))
      g_ptr_array_add (names, (gpointer) countries[i].name);
  return names->len > 0 ? lintel_access_join (names) : NULL;
}

/* Shortening. */

static guint
count_with_prefix (GPtrArray *entries, const char *prefix)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += g_str_has_prefix (entries->pdata[i], prefix) ? 1 : 0;
  return n;
}

/* All codes of the world, each once, as entries. */
static GPtrArray *
list_all_entries (LintelProject *project)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const LintelCountry *countries = lintel_countries_get (&n);

  for (guint i = 0; i < n; i++)
    lintel_access_add_entries (project, &countries[i], TRUE, all);
  return all;
}

/* What is opened for each entry saved, in hundredths. */
static guint
get_price (GPtrArray *entries, GPtrArray *all, const char *prefix)
{
  guint saved = count_with_prefix (entries, prefix);
  guint opened = count_with_prefix (all, prefix);

  return saved > 1 ? 100 * (opened - saved) / (saved - 1) : G_MAXUINT;
}

/* The prefix of two entries or more that costs least; NULL when no two have one behind the
 * international prefix. */
static char *
find_prefix (GPtrArray *entries, GPtrArray *all, gsize least)
{
  char *best = NULL;
  guint best_price = G_MAXUINT;

  for (guint i = 0; i < entries->len; i++)
    for (gsize length = strlen (entries->pdata[i]) - 1; length >= least; length--)
      {
        g_autofree char *prefix = g_strndup (entries->pdata[i], length);
        guint price = get_price (entries, all, prefix);

        if (price < best_price)
          {
            g_free (best);
            best = g_steal_pointer (&prefix);
            best_price = price;
          }
      }
  return best;
}

static void
replace_by_prefix (GPtrArray *entries, char *prefix)
{
  for (guint i = entries->len; i > 0; i--)
    if (g_str_has_prefix (entries->pdata[i - 1], prefix))
      g_ptr_array_remove_index (entries, i - 1);
  g_ptr_array_add (entries, prefix);
}

gboolean
lintel_access_shorten (LintelProject *project, GPtrArray *entries, guint n)
{
  g_autoptr (GPtrArray) all = list_all_entries (project);
  gsize least = strlen (get_plan (project)->international_prefix) + 1;

  while (entries->len > n)
    {
      char *prefix = find_prefix (entries, all, least);

      if (prefix == NULL)
        return FALSE;
      replace_by_prefix (entries, prefix);
    }
  return TRUE;
}
