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
  LintelDialMatcher *matcher; /* the table alone, as if a class had it as its restriction table */
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
      g_clear_pointer (&cache->tables[kind][table].matcher, lintel_dial_matcher_unref);
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

static guint
read_table (LintelProject *project, const LintelItem *item, int table, const char **entries)
{
  int n = MIN (item->dimension[item->n_dimensions - 1].capacity, MAX_ENTRIES);

  for (int i = 0; i < n; i++)
    entries[i] =
        lintel_project_get (project, item, table == 0 ? i + 1 : table, table == 0 ? 1 : i + 1);
  return (guint) n;
}

static void
find_covers (TableShadows *shadows, const char *const *entries, guint n)
{
  for (guint i = 0; i < n; i++)
    shadows->covers[i + 1] = (guint16) lintel_dial_matcher_find_cover (
        shadows->matcher, LINTEL_DIAL_RESTRICT, entries[i], TRUE);
}

const guint16 *
lintel_shadow_get_covers (LintelProject *project, LintelDialTable kind, int table)
{
  const char *entries[MAX_ENTRIES];
  guint n = read_table (project, lintel_table_get_item (project, kind), table, entries);
  const LintelDialClass class = {
    .table[LINTEL_DIAL_RESTRICT] = { .assigned = TRUE, .n_entries = n, .entries = entries },
  };
  TableShadows *shadows = &get_cache (project)->tables[kind][table];

  if (shadows->matcher == NULL || !lintel_dial_matcher_is_made_from (shadows->matcher, &class))
    {
      g_clear_pointer (&shadows->matcher, lintel_dial_matcher_unref);
      shadows->matcher = lintel_dial_matcher_new (&class);
      find_covers (shadows, entries, n);
    }
  return shadows->covers;
}

/* An equal permit entry covers too. */
static LintelShadow
find_permit (const LintelDialMatcher *matcher, LintelDialTable kind, const char *text)
{
  LintelShadow shadow = { LINTEL_DIAL_COMMON_PERMIT, 0 };
  /* Only common permit beats common restrict in every reading. */
  LintelDialTable last =
      kind == LINTEL_DIAL_COMMON_RESTRICT ? LINTEL_DIAL_COMMON_PERMIT : LINTEL_DIAL_PERMIT;

  for (shadow.table = LINTEL_DIAL_COMMON_PERMIT; shadow.table <= last; shadow.table++)
    {
      shadow.entry = (guint16) lintel_dial_matcher_find_cover (matcher, shadow.table, text, FALSE);
      if (shadow.entry != 0)
        return shadow;
    }
  return shadow;
}

static void
find_permits (const LintelDialMatcher *matcher, const LintelDialClass *class, LintelDialTable kind,
              LintelShadow *permits)
{
  const LintelDialTableUse *use = &class->table[kind];

  memset (permits, 0, (MAX_ENTRIES + 1) * sizeof *permits);
  for (guint i = 0; use->assigned && i < MIN (use->n_entries, MAX_ENTRIES); i++)
    if (use->entries[i] != NULL && *use->entries[i] != '\0')
      permits[i + 1] = find_permit (matcher, kind, use->entries[i]);
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
      find_permits (matcher, class, LINTEL_DIAL_COMMON_RESTRICT, shadows->permits[0]);
      find_permits (matcher, class, LINTEL_DIAL_RESTRICT, shadows->permits[1]);
    }
  return shadows->permits[kind == LINTEL_DIAL_COMMON_RESTRICT ? 0 : 1];
}
