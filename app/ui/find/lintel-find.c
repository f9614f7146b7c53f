/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds in a whole project: values, names, the titles of items, and places. */

#include "config.h"

#include "app/ui/find/lintel-find.h"

#include "app/ui/lintel-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LintelProject *project;
  char *needle; /* casefolded, not empty */
  GPtrArray *hits;
} Search;

static void
hit_free (LintelFindHit *hit)
{
  g_free (hit->text);
  g_free (hit);
}

static gboolean
contains (const Search *search, const char *text)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, search->needle) != NULL;
}

static void
add_hit (Search *search, const LintelPlace *place, const char *text)
{
  LintelFindHit *hit;

  if (search->hits->len >= LINTEL_FIND_MAX)
    return;
  hit = g_new0 (LintelFindHit, 1);
  hit->place = *place;
  hit->text = g_strdup (text);
  g_ptr_array_add (search->hits, hit);
}

static void
add_place (Search *search, const LintelPlace *place)
{
  g_autofree char *address = lintel_place_to_string (place, search->project);
  g_autofree char *words = lintel_describe_place (search->project, place);
  const char *text = NULL;
  g_autofree char *value = NULL, *line = NULL;

  if (place->kind == LINTEL_PLACE_CELL)
    value = lintel_item_format (
        place->item, lintel_project_get_model (search->project),
        lintel_project_get (search->project, place->item, place->index[0], place->index[1]));
  else
    {
      text = lintel_project_get_text (search->project, place);
      value = lintel_describe_text (search->project, place, text, FALSE);
    }
  /* Translators: a place, what that is in words, and what is there. */
  line = g_strdup_printf (_ ("%s  %s: %s"), address, words,
                          value[0] != '\0' ? value : C_ ("value", "blank"));
  add_hit (search, place, line);
}

/* What was typed may be a place. */
static void
find_place (Search *search, const char *text)
{
  LintelPlace place;

  if (!lintel_place_parse (text, search->project, &place, NULL))
    return;
  if (place.kind == LINTEL_PLACE_ROW || place.kind == LINTEL_PLACE_TABLE)
    {
      g_autofree char *words = lintel_describe_place (search->project, &place);
      g_autofree char *line = g_strdup_printf ("%s  %s", text, words);

      add_hit (search, &place, line);
    }
  else
    add_place (search, &place);
}

static gboolean
find_range (const Search *search, const LintelItem *item, guint dimension, int *first, int *last)
{
  *first = *last = 1;
  return dimension >= item->n_dimensions
         || lintel_item_get_range (item, dimension, lintel_project_get_model (search->project),
                                   lintel_project_get_version (search->project), first, last);
}

static void
find_title (Search *search, const LintelItem *item)
{
  g_autofree char *line =
      g_strdup_printf ("%s  %s", lintel_item_get_number (item), lintel_item_get_name (item));
  LintelPlace place;
  int first, last;

  if (!contains (search, line) && !contains (search, lintel_item_get_short_name (item)))
    return;
  if (!find_range (search, item, 0, &first, &last))
    return;
  for (int i = first; i <= last; i++)
    if (lintel_project_has_cell (search->project, item, i, 1))
      {
        place = lintel_place_cell (item, i, 1);
        add_hit (search, &place, line);
        return;
      }
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* A 1 is not meant to find every 11 and 21, and a word only what is chosen by words. */
static gboolean
value_matches (const Search *search, const LintelItem *item, const char *value)
{
  g_autofree char *words = NULL;

  if (value[0] == '\0')
    return FALSE;
  if (item->type == LINTEL_TYPE_DIGITS)
    return strstr (value, search->needle) != NULL;
  if (!has_letters (search->needle))
    return g_str_equal (value, search->needle);
  words = lintel_item_format (item, lintel_project_get_model (search->project), value);
  return contains (search, words);
}

static void
find_values (Search *search, const LintelItem *item)
{
  int first, last, second_first, second_last;

  if (!find_range (search, item, 0, &first, &last)
      || !find_range (search, item, 1, &second_first, &second_last))
    return;
  for (int i = first; i <= last; i++)
    for (int j = second_first; j <= second_last; j++)
      {
        LintelPlace place = lintel_place_cell (item, i, j);

        if (lintel_project_has_cell (search->project, item, i, j)
            && value_matches (search, item, lintel_project_get (search->project, item, i, j)))
          add_place (search, &place);
      }
}

static void
find_in_items (Search *search, void (*find) (Search *search, const LintelItem *item))
{
  guint n_programs;
  const LintelProgram *const *programs =
      lintel_catalogue_get_programs (lintel_project_get_catalogue (search->project), &n_programs);

  for (guint i = 0; i < n_programs; i++)
    for (guint k = 0; k < programs[i]->n_items; k++)
      find (search, programs[i]->items[k]);
}

static void
find_extensions (Search *search)
{
  static const LintelField fields[] = { LINTEL_FIELD_NUMBER, LINTEL_FIELD_NAME };

  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
      {
        LintelPlace place = lintel_place_extension (port, fields[i]);

        if (contains (search, lintel_project_get_text (search->project, &place)))
          add_place (search, &place);
      }
}

/* By the number of the mailbox alone. */
static void
find_codes (Search *search)
{
  g_autoptr (GPtrArray) numbers = lintel_project_list_codes (search->project);

  for (guint i = 0; i < numbers->len; i++)
    {
      LintelPlace place = lintel_place_code (g_ptr_array_index (numbers, i));

      if (contains (search, place.number))
        add_place (search, &place);
    }
}

static void
find_customer (Search *search)
{
  const LintelPlace places[] = {
    lintel_place_customer (LINTEL_FIELD_NAME),
    lintel_place_customer (LINTEL_FIELD_SITE),
    lintel_place_customer (LINTEL_FIELD_REFERENCE),
    lintel_place_customer (LINTEL_FIELD_WORDS),
    lintel_place_notes (),
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (contains (search, lintel_project_get_text (search->project, &places[i])))
      add_place (search, &places[i]);
}

GPtrArray *
lintel_find (LintelProject *project, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  Search search = { project, g_utf8_casefold (stripped, -1),
                    g_ptr_array_new_with_free_func ((GDestroyNotify) hit_free) };

  if (search.needle[0] != '\0')
    {
      find_place (&search, stripped);
      find_in_items (&search, find_title);
      find_extensions (&search);
      find_customer (&search);
      find_codes (&search);
      find_in_items (&search, find_values);
    }
  g_free (search.needle);
  return search.hits;
}
