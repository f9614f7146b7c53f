/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sets of numbers: patterns made into an automaton.
 *
 * What is left of a pattern after some digits is a rest. A state of the automaton is the list of
 * the rests that are still possible, so it is found by following each symbol from the list of all
 * patterns. Equal rests have one number (most patterns end alike, "NXX XXXX"), which keeps the
 * automaton small without a second pass.
 */

#include "config.h"

#include "app/core/dial/lintel-dial-private.h"

#include <string.h>

typedef struct
{
  guint16 set; /* symbols that fit first; 0 at the end of a pattern */
  guint8 like; /* the best looking of them, or none */
  guint8 rank;
  guint8 except;
  guint8 may_end; /* a number may end here */
  guint16 next;
} Rest;

typedef struct
{
  GArray *rests;
  GHashTable *rest_ids;  /* Rest as gint64 → id */
  GHashTable *state_ids; /* GBytes of rest ids → state */
  LintelDialSet *set;
} Builder;

/* What looks best where a pattern says nothing. */
static const guint8 usual_order[LINTEL_DIAL_N_SYMBOLS] = { 5, 2, 3, 4, 6, 7, 8, 9, 1, 0, 10, 11 };

static guint16
intern_rest (Builder *builder, const Rest *rest)
{
  gint64 key = 0;
  gpointer id;
  gint64 *kept;

  G_STATIC_ASSERT (sizeof (Rest) <= 2 * sizeof key);
  key = (gint64) rest->set | (gint64) rest->like << 12 | (gint64) rest->rank << 16
        | (gint64) rest->except << 20 | (gint64) rest->may_end << 21 | (gint64) rest->next << 22;
  if (g_hash_table_lookup_extended (builder->rest_ids, &key, NULL, &id))
    return (guint16) GPOINTER_TO_UINT (id);
  g_assert (builder->rests->len < G_MAXUINT16);
  g_array_append_vals (builder->rests, rest, 1);
  kept = g_memdup2 (&key, sizeof key);
  g_hash_table_insert (builder->rest_ids, kept, GUINT_TO_POINTER (builder->rests->len - 1));
  return (guint16) (builder->rests->len - 1);
}

static guint16
add_pattern (Builder *builder, const LintelNumberPattern *pattern, const LintelNumberShape *shape)
{
  Rest rest = {
    .rank = (guint8) CLAMP (pattern->rank, 0, LINTEL_NUMBER_RANK_MAX),
    .except = pattern->except ? 1 : 0,
    .may_end = 1,
    .like = LINTEL_DIAL_N_SYMBOLS,
  };
  guint16 id = intern_rest (builder, &rest);

  for (guint i = shape->length; i-- > 0;)
    {
      rest.set = shape->set[i];
      rest.like = shape->like[i];
      rest.may_end = i >= shape->least ? 1 : 0;
      rest.next = id;
      id = intern_rest (builder, &rest);
    }
  return id;
}

static const Rest *
get_rest (Builder *builder, guint16 id)
{
  return &g_array_index (builder->rests, Rest, id);
}

static guint16 find_state (Builder *builder, GArray *ids);

/* Follows SYMBOL from every rest in the list. */
static guint16
follow (Builder *builder, const GArray *ids, guint symbol)
{
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (guint16));
  gboolean wanted = FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      const Rest *rest = get_rest (builder, g_array_index (ids, guint16, i));
      gboolean known = FALSE;

      if ((rest->set >> symbol & 1) == 0)
        continue;
      wanted = wanted || rest->except == 0;
      for (guint k = 0; k < after->len; k++)
        known = known || g_array_index (after, guint16, k) == rest->next;
      if (!known)
        g_array_append_val (after, rest->next);
    }
  return wanted ? find_state (builder, after) : 0;
}

static void
add_to_order (LintelDialState *state, guint symbol)
{
  if (state->next[symbol] == 0)
    return;
  for (guint i = 0; i < state->n_order; i++)
    if (state->order[i] == symbol)
      return;
  state->order[state->n_order++] = (guint8) symbol;
}

/* First what each pattern would like to see here, then what fits the first pattern, and so on. */
static void
order_symbols (Builder *builder, const GArray *ids, LintelDialState *state)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const Rest *rest = get_rest (builder, g_array_index (ids, guint16, i));

      if (rest->except == 0 && rest->like < LINTEL_DIAL_N_SYMBOLS
          && (rest->set >> rest->like & 1) != 0)
        add_to_order (state, rest->like);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      const Rest *rest = get_rest (builder, g_array_index (ids, guint16, i));

      for (guint k = 0; k < LINTEL_DIAL_N_SYMBOLS; k++)
        if (rest->except == 0 && (rest->set >> usual_order[k] & 1) != 0)
          add_to_order (state, usual_order[k]);
    }
}

/* The rank of a number that ends here: the lowest of the patterns that it fits, if none of them
 * says that it is left out. */
static gint8
find_rank (Builder *builder, const GArray *ids)
{
  int rank = -1;

  for (guint i = 0; i < ids->len; i++)
    {
      const Rest *rest = get_rest (builder, g_array_index (ids, guint16, i));

      if (rest->may_end == 0)
        continue;
      if (rest->except != 0)
        return -1;
      if (rank < 0 || rest->rank < rank)
        rank = rest->rank;
    }
  return (gint8) rank;
}

static gboolean
measure_lengths (Builder *builder, LintelDialState *state)
{
  gboolean any = FALSE;

  if (state->rank >= 0)
    state->lengths[state->rank] |= 1;
  for (guint rank = 0; rank <= LINTEL_NUMBER_RANK_MAX; rank++)
    {
      for (guint symbol = 0; symbol < LINTEL_DIAL_N_SYMBOLS; symbol++)
        state->lengths[rank] |=
            lintel_dial_set_state (builder->set, state->next[symbol])->lengths[rank] << 1;
      any = any || state->lengths[rank] != 0;
    }
  return any;
}

/* The first symbol that no rest in the list tells apart from SYMBOL. */
static guint
find_twin (Builder *builder, const GArray *ids, guint symbol)
{
  guint twin = 0;

  for (guint i = 0; i < ids->len && twin < symbol;)
    {
      guint set = get_rest (builder, g_array_index (ids, guint16, i))->set;
      gboolean same = ((set >> symbol ^ set >> twin) & 1) == 0;

      i = same ? i + 1 : 0;
      twin += same ? 0 : 1;
    }
  return twin;
}

static guint16
make_state (Builder *builder, GArray *ids)
{
  LintelDialState state = { .rank = find_rank (builder, ids) };

  for (guint symbol = 0; symbol < LINTEL_DIAL_N_SYMBOLS; symbol++)
    {
      guint twin = find_twin (builder, ids, symbol);

      state.next[symbol] = twin < symbol ? state.next[twin] : follow (builder, ids, symbol);
    }
  order_symbols (builder, ids, &state);
  if (!measure_lengths (builder, &state))
    return 0;
  g_assert (builder->set->states->len < G_MAXUINT16);
  g_array_append_val (builder->set->states, state);
  return (guint16) (builder->set->states->len - 1);
}

static guint16
find_state (Builder *builder, GArray *ids)
{
  GBytes *key = g_bytes_new (ids->data, ids->len * sizeof (guint16));
  gpointer known;
  guint16 state;

  if (g_hash_table_lookup_extended (builder->state_ids, key, NULL, &known))
    {
      g_bytes_unref (key);
      return (guint16) GPOINTER_TO_UINT (known);
    }
  state = make_state (builder, ids);
  g_hash_table_insert (builder->state_ids, key, GUINT_TO_POINTER (state));
  return state;
}

static gboolean
add_patterns (Builder *builder, const LintelNumberPattern *patterns, guint n, GArray *ids,
              GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      LintelNumberShape shape;
      guint16 id;

      if (!lintel_number_pattern_read (&patterns[i], &shape, error))
        return FALSE;
      id = add_pattern (builder, &patterns[i], &shape);
      g_array_append_val (ids, id);
    }
  return TRUE;
}

static const LintelDialState *
find_last_state (const LintelDialSet *set, const char *number)
{
  guint16 state = set->start;

  for (; *number != '\0' && state != 0; number++)
    {
      guint symbol = lintel_dial_symbol (*number);

      state = symbol < LINTEL_DIAL_N_SYMBOLS ? lintel_dial_set_state (set, state)->next[symbol] : 0;
    }
  return lintel_dial_set_state (set, state);
}

/* Keeps the patterns' own examples that are whole numbers of the set. */
static void
collect_examples (LintelDialSet *set, const LintelNumberPattern *patterns, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup (patterns[i].like);
      LintelDialExample example = { 0 };
      const LintelDialState *state;

      if (number == NULL || patterns[i].except || !lintel_dial_clean (number))
        continue;
      state = find_last_state (set, number);
      if (state->rank < 0)
        continue;
      example.rank = (guint8) state->rank;
      example.length = (guint8) g_strlcpy (example.number, number, sizeof example.number);
      g_array_append_val (set->examples, example);
    }
}

LintelDialSet *
lintel_dial_set_new (const LintelNumberPattern *patterns, guint n_patterns, GError **error)
{
  const LintelDialState dead = { .rank = -1 };
  g_autoptr (LintelDialSet) set = g_new0 (LintelDialSet, 1);
  g_autoptr (GArray) rests = g_array_new (FALSE, FALSE, sizeof (Rest));
  g_autoptr (GHashTable) rest_ids =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) state_ids =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint16));
  Builder builder = { rests, rest_ids, state_ids, set };

  set->examples = g_array_new (FALSE, FALSE, sizeof (LintelDialExample));
  set->states = g_array_new (FALSE, FALSE, sizeof (LintelDialState));
  g_array_append_val (set->states, dead);
  if (!add_patterns (&builder, patterns, n_patterns, ids, error))
    return NULL;
  set->start = find_state (&builder, ids);
  collect_examples (set, patterns, n_patterns);
  return g_steal_pointer (&set);
}

LintelDialSet *
lintel_dial_set_new_prefixes (const char *const *prefixes, const char *like)
{
  g_autoptr (GArray) patterns = g_array_new (FALSE, FALSE, sizeof (LintelNumberPattern));

  for (guint i = 0; prefixes[i] != NULL; i++)
    {
      int length = (int) strlen (prefixes[i]);
      LintelNumberPattern pattern = {
        .digits = prefixes[i],
        .more = "@",
        .more_least = length == 0 ? 1 : 0,
        .more_most = LINTEL_NUMBER_LENGTH_MAX - length,
        .like = like,
      };

      g_array_append_val (patterns, pattern);
    }
  return lintel_dial_set_new ((const LintelNumberPattern *) (void *) patterns->data, patterns->len,
                              NULL);
}

const LintelDialSet *
lintel_dial_set_of (const LintelDestination *destination)
{
  static GMutex mutex;
  static GHashTable *sets;
  LintelDialSet *set;

  g_mutex_lock (&mutex);
  if (sets == NULL)
    sets = g_hash_table_new (NULL, NULL);
  set = g_hash_table_lookup (sets, destination);
  if (set == NULL)
    {
      /* The plan was read, so its patterns can be. */
      set = lintel_dial_set_new (destination->patterns, destination->n_patterns, NULL);
      g_hash_table_insert (sets, (gpointer) destination, set);
    }
  g_mutex_unlock (&mutex);
  return set;
}

void
lintel_dial_set_free (LintelDialSet *set)
{
  if (set == NULL)
    return;
  g_array_unref (set->states);
  g_array_unref (set->examples);
  g_free (set);
}

gboolean
lintel_dial_set_contains (const LintelDialSet *set, const char *number)
{
  return find_last_state (set, number)->rank >= 0;
}
