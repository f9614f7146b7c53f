/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Permit entries that open what the restriction tables of a class block: see
 * lintel-reopen-private.h.
 *
 * A number that proves it fits three things at once: a pattern of a destination, a permit entry and
 * a restriction entry. Each says which symbols it takes at each position, so that the number can be
 * put together position by position. That it gets out is left to the dial engine.
 */

#include "config.h"

#include "app/core/lint/lintel-reopen-private.h"

#include "app/core/lint/lintel-table-rules-private.h"

#include <string.h>

/* A pattern that begins like any other call says nothing: premium numbers are left to their first
 * digits, and 1 214 976 does not make a permit entry 1214 dangerous. */
#define MIN_PREFIX 3

#define ALL_SYMBOLS ((1u << LINTEL_DIAL_N_SYMBOLS) - 1)

static const LintelDialTable permits[] = { LINTEL_DIAL_COMMON_PERMIT, LINTEL_DIAL_PERMIT,
                                           LINTEL_DIAL_INTERNATIONAL_PERMIT };
static const LintelDialTable restricts[] = { LINTEL_DIAL_COMMON_RESTRICT, LINTEL_DIAL_RESTRICT,
                                             LINTEL_DIAL_INTERNATIONAL_RESTRICT };

/* A pattern of a destination that counts, taken apart. */
typedef struct
{
  const LintelDestination *destination;
  const LintelNumberPattern *pattern;
  LintelNumberShape shape;
} Target;

/* An entry of a class's tables, and where it stands. */
typedef struct
{
  const char *text;
  gsize length;
  LintelDialTable table;
  int nth; /* from 1 */
} Entry;

/* The set of symbols that the entry takes there. */
static guint
get_symbols (const Entry *entry, gsize position)
{
  guint symbol;

  if (position >= entry->length || entry->text[position] == '@')
    return ALL_SYMBOLS;
  symbol = lintel_dial_symbol (entry->text[position]);
  return symbol < LINTEL_DIAL_N_SYMBOLS ? 1u << symbol : 0;
}

/* The best looking number that fits all three. */
static gboolean
make_number (const Target *target, const Entry *permit, const Entry *restriction, char *number)
{
  const LintelNumberShape *shape = &target->shape;
  gsize length = MAX (shape->least, MAX (permit->length, restriction->length));

  if (length > shape->length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      guint symbols = shape->set[i] & get_symbols (permit, i) & get_symbols (restriction, i);
      guint symbol = shape->like[i];

      if (symbols == 0)
        return FALSE;
      if (symbol >= LINTEL_DIAL_N_SYMBOLS || (symbols >> symbol & 1) == 0)
        symbol = (guint) __builtin_ctz (symbols);
      number[i] = LINTEL_DIAL_SYMBOLS[symbol];
    }
  number[length] = '\0';
  return TRUE;
}

static gboolean
counts (const LintelDestination *destination, const LintelNumberPattern *pattern)
{
  g_autofree char *prefix = NULL;

  if (pattern->except)
    return FALSE;
  prefix = lintel_number_pattern_get_prefix (pattern);
  return !g_str_equal (destination->id, "premium") || strlen (prefix) >= MIN_PREFIX;
}

/* The patterns of all destinations that count; made once for each plan. */
static const GArray *
get_targets (const LintelNumberingPlan *plan)
{
  static GMutex mutex;
  static GHashTable *by_plan;
  GArray *targets;

  g_mutex_lock (&mutex);
  if (by_plan == NULL)
    by_plan = g_hash_table_new (NULL, NULL);
  targets = g_hash_table_lookup (by_plan, plan);
  if (targets == NULL)
    {
      targets = g_array_new (FALSE, FALSE, sizeof (Target));
      for (guint d = 0; d < plan->n_destinations; d++)
        for (guint i = 0; i < plan->destinations[d].n_patterns; i++)
          {
            Target target = { &plan->destinations[d], &plan->destinations[d].patterns[i], { 0 } };

            if (target.destination->costly && counts (target.destination, target.pattern)
                && lintel_number_pattern_read (target.pattern, &target.shape, NULL))
              g_array_append_val (targets, target);
          }
      g_hash_table_insert (by_plan, (gpointer) plan, targets);
    }
  g_mutex_unlock (&mutex);
  return targets;
}

static gboolean
gets_out (const LintelDialMatcher *matcher, const Target *target, const char *number)
{
  LintelDialAnswer answer;

  if (!lintel_dial_set_contains (lintel_dial_set_of (target->destination), number))
    return FALSE;
  lintel_dial_evaluate (matcher, number, strlen (number), &answer);
  return answer.verdict != LINTEL_DIAL_RESTRICTED;
}

/* The entries of the tables that some number of the target begins with. FITTING is for its use. */
static void
select_entries (const LintelDialMatcher *matcher, const Target *target,
                const LintelDialTable *tables, guint n_tables, GArray *fitting, GArray *entries)
{
  g_array_set_size (entries, 0);
  for (guint t = 0; t < n_tables; t++)
    {
      g_array_set_size (fitting, 0);
      lintel_dial_matcher_find_fitting (matcher, tables[t], &target->shape, fitting);
      for (guint i = 0; i < fitting->len; i++)
        {
          Entry entry = { .table = tables[t], .nth = g_array_index (fitting, int, i) };

          entry.text = lintel_dial_matcher_get_entry (matcher, entry.table, entry.nth);
          entry.length = strlen (entry.text);
          g_array_append_val (entries, entry);
        }
    }
}

static gboolean
opens_target (const LintelDialMatcher *matcher, const Target *target, const Entry *permit,
              const GArray *restrictions, char *number)
{
  for (guint i = 0; i < restrictions->len; i++)
    if (make_number (target, permit, &g_array_index (restrictions, Entry, i), number)
        && gets_out (matcher, target, number))
      return TRUE;
  return FALSE;
}

static LintelPlace
find_place (LintelProject *project, const LintelDialMatcher *matcher, const Entry *entry)
{
  const LintelItem *item = lintel_table_get_item (project, entry->table);
  int table = lintel_dial_matcher_get_table_number (matcher, entry->table);

  return table != 0 ? lintel_place_cell (item, table, entry->nth)
                    : lintel_place_cell (item, entry->nth, 1);
}

static gboolean
is_known (const GArray *reopeners, const LintelPlace *place)
{
  for (guint i = 0; i < reopeners->len; i++)
    if (lintel_place_equal (&g_array_index (reopeners, LintelReopener, i).place, place))
      return TRUE;
  return FALSE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return lintel_place_compare (&((const LintelReopener *) a)->place,
                               &((const LintelReopener *) b)->place);
}

/* Those entries of PERMIT that open the target and that nothing was said of yet. */
static void
add_reopeners (LintelProject *project, const LintelDialMatcher *matcher, const Target *target,
               const GArray *permit, const GArray *restriction, GArray *reopeners)
{
  for (guint i = 0; i < permit->len; i++)
    {
      const Entry *entry = &g_array_index (permit, Entry, i);
      LintelReopener reopener = { .place = find_place (project, matcher, entry),
                                  .opens = target->destination,
                                  .pattern = target->pattern };

      if (!is_known (reopeners, &reopener.place)
          && opens_target (matcher, target, entry, restriction, reopener.number))
        g_array_append_val (reopeners, reopener);
    }
}

static GArray *
find_reopeners (LintelProject *project, int class_number)
{
  LintelDialSystem *system = lintel_dial_system_of (project);
  const LintelDialMatcher *matcher = lintel_dial_system_get_matcher (system, class_number);
  const GArray *targets = get_targets (lintel_dial_system_get_plan (system));
  g_autoptr (GArray) permit = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GArray) restriction = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GArray) fitting = g_array_new (FALSE, FALSE, sizeof (int));
  GArray *reopeners = g_array_new (FALSE, FALSE, sizeof (LintelReopener));

  for (guint t = 0; t < targets->len; t++)
    {
      const Target *target = &g_array_index (targets, Target, t);

      select_entries (matcher, target, restricts, G_N_ELEMENTS (restricts), fitting, restriction);
      if (restriction->len == 0)
        continue;
      select_entries (matcher, target, permits, G_N_ELEMENTS (permits), fitting, permit);
      add_reopeners (project, matcher, target, permit, restriction, reopeners);
    }
  g_array_sort (reopeners, compare_places);
  return reopeners;
}

/* What was found, and for which matcher: the dial engine makes another when the class changes. */
typedef struct
{
  LintelDialMatcher *matcher[LINTEL_DIAL_N_CLASSES + 1];
  GArray *reopeners[LINTEL_DIAL_N_CLASSES + 1];
} Cache;

static void
free_cache (gpointer data)
{
  Cache *cache = data;

  for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
    {
      g_clear_pointer (&cache->matcher[n], lintel_dial_matcher_unref);
      g_clear_pointer (&cache->reopeners[n], g_array_unref);
    }
  g_free (cache);
}

static Cache *
get_cache (LintelProject *project)
{
  const char *key = "lintel-reopeners";
  Cache *cache = g_object_get_data (G_OBJECT (project), key);

  if (cache == NULL)
    {
      cache = g_new0 (Cache, 1);
      g_object_set_data_full (G_OBJECT (project), key, cache, free_cache);
    }
  return cache;
}

const GArray *
lintel_reopeners_get (LintelProject *project, int class_number)
{
  const LintelDialMatcher *matcher =
      lintel_dial_system_get_matcher (lintel_dial_system_of (project), class_number);
  Cache *cache = get_cache (project);

  if (cache->matcher[class_number] != matcher)
    {
      g_clear_pointer (&cache->matcher[class_number], lintel_dial_matcher_unref);
      g_clear_pointer (&cache->reopeners[class_number], g_array_unref);
      cache->matcher[class_number] = lintel_dial_matcher_ref ((LintelDialMatcher *) matcher);
      cache->reopeners[class_number] = find_reopeners (project, class_number);
    }
  return cache->reopeners[class_number];
}
