/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which entries of 21-06 others cover: see lintel-shadow-private.h. */

#include "config.h"

#include "app/core/lint/lintel-shadow-private.h"

#include "app/core/lint/lintel-table-rules-private.h"

#include <string.h>

#define MAX_ENTRIES 200
#define MAX_TABLES 4
#define N_KINDS 2 /* of restriction tables that a permit entry beats in every reading */

typedef struct
{
  GString *content; /* all entries, a line each */
  guint16 covers[MAX_ENTRIES + 1];
} TableShadows;

typedef struct
{
  LintelDialMatcher *matcher; /* another one is made when the class changes */
  LintelShadow permits[N_KINDS][MAX_ENTRIES + 1];
} ClassShadows;

typedef struct
{
  TableShadows tables[LINTEL_DIAL_N_TABLES][MAX_TABLES + 1];
  ClassShadows classes[LINTEL_DIAL_N_CLASSES + 1];
} Cache;

static void
free_cache (gpointer data)
{
  Cache *cache = data;

  for (guint kind = 0; kind < LINTEL_DIAL_N_TABLES; kind++)
    for (guint table = 0; table <= MAX_TABLES; table++)
      if (cache->tables[kind][table].content != NULL)
        g_string_free (cache->tables[kind][table].content, TRUE);
  for (guint class = 0; class <= LINTEL_DIAL_N_CLASSES; class ++)
    g_clear_pointer (&cache->classes[class].matcher, lintel_dial_matcher_unref);
  g_free (cache);
}

static Cache *
get_cache (LintelProject *project)
{
  const char *key = "lintel-shadows";
  Cache *cache = g_object_get_data (G_OBJECT (project), key);

  if (cache == NULL)
    {
      cache = g_new0 (Cache, 1);
      g_object_set_data_full (G_OBJECT (project), key, cache, free_cache);
    }
  return cache;
}

static gboolean
fits (char symbol, char other)
{
  return symbol == other || symbol == '@';
}

/* A cheap look at the first two positions, before the whole entry is compared: a full table has
 * 40,000 pairs. */
static gboolean
covers (const char *entry, const char *other)
{
  return *entry != '\0' && fits (entry[0], other[0])
         && (entry[1] == '\0' || fits (entry[1], other[1])) && lintel_dial_covers (entry, other);
}

/* The first such entry, counted from 1. */
static guint16
find_cover (const char *const *entries, guint n_entries, const char *text)
{
  for (guint i = 0; i < n_entries; i++)
    if (entries[i] != NULL && covers (entries[i], text) && !g_str_equal (entries[i], text))
      return (guint16) (i + 1);
  return 0;
}

static guint
read_table (LintelProject *project, const LintelItem *item, int table, const char **entries)
{
  int n = MIN (item->dimension[item->n_dimensions - 1].capacity, MAX_ENTRIES);

  for (int i = 0; i < n; i++)
    entries[i] =
        lintel_project_get (project, item, table == 0 ? i + 1 : table, table == 0 ? 1 : i + 1);
  return (guint) n;
}

/* Whether the table still reads as it did. */
static gboolean
is_current (TableShadows *shadows, const char *const *entries, guint n)
{
  g_autoptr (GString) content = g_string_sized_new (n * 8);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (content, entries[i]);
      g_string_append_c (content, '\n');
    }
  if (shadows->content != NULL && g_string_equal (shadows->content, content))
    return TRUE;
  if (shadows->content != NULL)
    g_string_free (shadows->content, TRUE);
  shadows->content = g_steal_pointer (&content);
  return FALSE;
}

const guint16 *
lintel_shadow_get_covers (LintelProject *project, LintelDialTable kind, int table)
{
  const char *entries[MAX_ENTRIES];
  guint n = read_table (project, lintel_table_get_item (project, kind), table, entries);
  TableShadows *shadows = &get_cache (project)->tables[kind][table];

  if (!is_current (shadows, entries, n))
    for (guint i = 0; i < n; i++)
      shadows->covers[i + 1] = *entries[i] != '\0' ? find_cover (entries, n, entries[i]) : 0;
  return shadows->covers;
}

/* An equal permit entry covers too. */
static LintelShadow
find_permit (const LintelDialClass *class, LintelDialTable kind, const char *text)
{
  LintelShadow shadow = { LINTEL_DIAL_COMMON_PERMIT, 0 };
  /* Only common permit beats common restrict in every reading. */
  LintelDialTable last =
      kind == LINTEL_DIAL_COMMON_RESTRICT ? LINTEL_DIAL_COMMON_PERMIT : LINTEL_DIAL_PERMIT;

  for (shadow.table = LINTEL_DIAL_COMMON_PERMIT; shadow.table <= last; shadow.table++)
    {
      const LintelDialTableUse *use = &class->table[shadow.table];

      for (guint i = 0; use->assigned && i < use->n_entries; i++)
        if (use->entries[i] != NULL && covers (use->entries[i], text))
          {
            shadow.entry = (guint16) (i + 1);
            return shadow;
          }
    }
  return shadow;
}

static void
find_permits (const LintelDialClass *class, LintelDialTable kind, LintelShadow *permits)
{
  const LintelDialTableUse *use = &class->table[kind];

  memset (permits, 0, (MAX_ENTRIES + 1) * sizeof *permits);
  for (guint i = 0; use->assigned && i < MIN (use->n_entries, MAX_ENTRIES); i++)
    if (use->entries[i] != NULL && *use->entries[i] != '\0')
      permits[i + 1] = find_permit (class, kind, use->entries[i]);
}

const LintelShadow *
lintel_shadow_get_permits (LintelProject *project, int class_number, LintelDialTable kind)
{
  LintelDialSystem *system = lintel_dial_system_of (project);
  const LintelDialMatcher *matcher = lintel_dial_system_get_matcher (system, class_number);
  const LintelDialClass *class = lintel_dial_system_get_description (system, class_number);
  ClassShadows *shadows = &get_cache (project)->classes[class_number];

  if (shadows->matcher != matcher)
    {
      g_clear_pointer (&shadows->matcher, lintel_dial_matcher_unref);
      shadows->matcher = lintel_dial_matcher_ref ((LintelDialMatcher *) matcher);
      find_permits (class, LINTEL_DIAL_COMMON_RESTRICT, shadows->permits[0]);
      find_permits (class, LINTEL_DIAL_RESTRICT, shadows->permits[1]);
    }
  return shadows->permits[kind == LINTEL_DIAL_COMMON_RESTRICT ? 0 : 1];
}
