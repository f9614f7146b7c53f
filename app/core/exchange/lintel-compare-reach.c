/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who can call what since. An extension's calls in a mode are those of its class, so it is enough
 * to compare each pair of classes that somebody has changed between, the tables as they were with
 * the tables as they are; for each destination a number is searched that the two treat differently.
 */

#include "config.h"

#include "app/core/exchange/lintel-compare-private.h"

#include <string.h>

/* Those who were in one class and are in another (or the same). */
typedef struct
{
  int before; /* 0: the extension is new */
  int after;
  GArray *users; /* of LintelReachUser */
} Move;

typedef struct
{
  LintelProject *old, *new;
  GPtrArray *changes;
} Compare;

static void
move_free (Move *move)
{
  g_array_unref (move->users);
  g_free (move);
}

static void
change_free (LintelReachChange *change)
{
  g_free (change->number);
  g_array_unref (change->users);
  g_free (change);
}

static Move *
get_move (GPtrArray *moves, int before, int after)
{
  Move *move;

  for (guint n = 0; n < moves->len; n++)
    {
      move = g_ptr_array_index (moves, n);
      if (move->before == before && move->after == after)
        return move;
    }
  move = g_new (Move, 1);
  *move = (Move){ before, after, g_array_new (FALSE, FALSE, sizeof (LintelReachUser)) };
  g_ptr_array_add (moves, move);
  return move;
}

/* Ports come in order, so a port that is there already is the last one. */
static void
add_user (GArray *users, const LintelExtension *extension, guint modes)
{
  LintelReachUser user = { .port = extension->port, .kind = extension->kind, .modes = modes };
  LintelReachUser *last =
      users->len > 0 ? &g_array_index (users, LintelReachUser, users->len - 1) : NULL;

  if (last != NULL && last->port == user.port)
    {
      last->modes |= modes;
      return;
    }
  g_strlcpy (user.number, extension->number, sizeof user.number);
  g_array_append_val (users, user);
}

static int
get_class (LintelProject *project, int port, int mode)
{
  const LintelExtension *extension = lintel_project_get_extension (project, port);

  if (extension == NULL || extension->kind == LINTEL_EXTENSION_UNUSED)
    return 0;
  return lintel_dial_system_get_class (lintel_dial_system_of (project), port, mode);
}

/* An extension that has gone makes no calls: nobody needs a line about what it no longer reaches.
 */
static GPtrArray *
list_moves (Compare *compare)
{
  GPtrArray *moves = g_ptr_array_new_with_free_func ((GDestroyNotify) move_free);
  int n_modes = lintel_dial_system_get_n_modes (lintel_dial_system_of (compare->new));

  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    for (int mode = 1; mode <= n_modes; mode++)
      {
        int after = get_class (compare->new, port, mode);

        if (after > 0)
          add_user (get_move (moves, get_class (compare->old, port, mode), after)->users,
                    lintel_project_get_extension (compare->new, port), 1u << mode);
      }
  return moves;
}

static const LintelNumberPattern *
find_pattern (const LintelDestination *destination, const char *number)
{
  for (guint n = 0; n < destination->n_patterns; n++)
    if (!destination->patterns[n].except
        && lintel_number_pattern_matches (&destination->patterns[n], number))
      return &destination->patterns[n];
  return NULL;
}

/* The change that says what WANTED says, made when there is none. */
static LintelReachChange *
get_change (Compare *compare, const LintelReachChange *wanted)
{
  int n_modes = lintel_dial_system_get_n_modes (lintel_dial_system_of (compare->new));
  LintelReachChange *change;

  for (guint n = 0; n < compare->changes->len; n++)
    {
      change = g_ptr_array_index (compare->changes, n);
      if (change->destination == wanted->destination && change->gained == wanted->gained
          && change->partly == wanted->partly && change->before == wanted->before
          && change->after == wanted->after && g_strcmp0 (change->number, wanted->number) == 0)
        return change;
    }
  change = g_memdup2 (wanted, sizeof *wanted);
  change->number = g_strdup (wanted->number);
  if (change->number != NULL)
    change->pattern = find_pattern (change->destination, change->number);
  change->users = g_array_new (FALSE, FALSE, sizeof (LintelReachUser));
  change->all_modes = ((1u << n_modes) - 1) << 1;
  g_ptr_array_add (compare->changes, change);
  return change;
}

static void
add_change (Compare *compare, const Move *move, const LintelReachChange *wanted)
{
  LintelReachChange *change = get_change (compare, wanted);

  g_array_append_vals (change->users, move->users->data, move->users->len);
}

/* From the most telling one on. */
static const struct
{
  gboolean gained;
  LintelDialVerdict before, after;
} kinds[] = {
  { TRUE, LINTEL_DIAL_RESTRICTED, LINTEL_DIAL_ALLOWED },
  { TRUE, LINTEL_DIAL_RESTRICTED, LINTEL_DIAL_DEPENDS },
  { TRUE, LINTEL_DIAL_DEPENDS, LINTEL_DIAL_ALLOWED },
  { FALSE, LINTEL_DIAL_ALLOWED, LINTEL_DIAL_RESTRICTED },
  { FALSE, LINTEL_DIAL_ALLOWED, LINTEL_DIAL_DEPENDS },
  { FALSE, LINTEL_DIAL_DEPENDS, LINTEL_DIAL_RESTRICTED },
};

/* Whether something of the destination gets out, or may, on the side that has less. */
static gboolean
reaches_others (Compare *compare, const Move *move, const LintelDestination *destination,
                gboolean gained)
{
  LintelDialSystem *system = lintel_dial_system_of (gained ? compare->old : compare->new);
  LintelDialFound found;

  lintel_dial_search (lintel_dial_system_get_matcher (system, gained ? move->before : move->after),
                      lintel_dial_set_of (destination), 0, &found);
  return lintel_dial_found_get_best (&found) != LINTEL_DIAL_RESTRICTED;
}

/* At most one gain and one loss of a destination are told. */
static gboolean
add_first (Compare *compare, const Move *move, const LintelDestination *destination,
           LintelDialFoundPair *found, gboolean gained)
{
  for (guint n = 0; n < G_N_ELEMENTS (kinds); n++)
    {
      char *number = found->witness[kinds[n].before][kinds[n].after];

      if (kinds[n].gained != gained || *number == '\0')
        continue;
      add_change (compare, move,
                  &(LintelReachChange){
                      .destination = destination,
                      .gained = gained,
                      .partly = reaches_others (compare, move, destination, gained),
                      .before = kinds[n].before,
                      .after = kinds[n].after,
                      .number = number,
                  });
      return TRUE;
    }
  return FALSE;
}

static void
add_undecided (Compare *compare, const Move *move, const LintelDestination *destination)
{
  add_change (compare, move,
              &(LintelReachChange){
                  .destination = destination,
                  .gained = TRUE,
                  .before = LINTEL_DIAL_UNDECIDED,
                  .after = LINTEL_DIAL_UNDECIDED,
              });
}

static void
compare_destination (Compare *compare, const Move *move, const LintelDestination *destination)
{
  LintelDialSystem *old = lintel_dial_system_of (compare->old);
  LintelDialSystem *new = lintel_dial_system_of (compare->new);
  LintelDialFoundPair found;
  gboolean any;

  lintel_dial_search_pair (lintel_dial_system_get_matcher (old, move->before),
                           lintel_dial_system_get_matcher (new, move->after),
                           lintel_dial_set_of (destination), 0, &found);
  any = add_first (compare, move, destination, &found, TRUE);
  any = add_first (compare, move, destination, &found, FALSE) || any;
  if (!any && !found.complete)
    add_undecided (compare, move, destination);
}

/* A new extension reaches all that it reaches newly. */
static void
add_all_reached (Compare *compare, const Move *move, guint nth)
{
  const LintelDialReach *reach =
      lintel_dial_system_get_reach (lintel_dial_system_of (compare->new), move->after, nth);
  LintelDialVerdict best = lintel_dial_found_get_best (&reach->found);
  LintelReachChange wanted = { .destination = reach->destination,
                               .gained = TRUE,
                               .before = LINTEL_DIAL_RESTRICTED,
                               .after = best };

  if (best == LINTEL_DIAL_UNDECIDED)
    add_undecided (compare, move, reach->destination);
  if (best == LINTEL_DIAL_UNDECIDED || best == LINTEL_DIAL_RESTRICTED)
    return;
  wanted.number = (char *) reach->found.witness[best];
  add_change (compare, move, &wanted);
}

static void
compare_move (Compare *compare, const Move *move)
{
  const LintelNumberingPlan *plan =
      lintel_dial_system_get_plan (lintel_dial_system_of (compare->new));

  for (guint nth = 0; nth < plan->n_destinations; nth++)
    if (move->before == 0)
      add_all_reached (compare, move, nth);
    else
      compare_destination (compare, move, &plan->destinations[nth]);
}

static int
compare_users (gconstpointer a, gconstpointer b)
{
  const LintelReachUser *x = a, *y = b;
  gsize x_length = strlen (x->number), y_length = strlen (y->number);

  if (x_length != y_length)
    return x_length < y_length ? -1 : 1;
  return strcmp (x->number, y->number);
}

/* One who came to the same change from two classes is one user with more modes. */
static void
join_users (GArray *users)
{
  g_array_sort (users, compare_users);
  for (guint n = users->len; n-- > 1;)
    {
      LintelReachUser *user = &g_array_index (users, LintelReachUser, n - 1);

      if (user->port != user[1].port)
        continue;
      user->modes |= user[1].modes;
      g_array_remove_index (users, n);
    }
}

/* Destinations of one plan are one array, so their addresses are in its order. */
static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const LintelReachChange *x = *(const LintelReachChange *const *) a;
  const LintelReachChange *y = *(const LintelReachChange *const *) b;

  if (x->destination != y->destination)
    return x->destination < y->destination ? -1 : 1;
  if (x->gained != y->gained)
    return x->gained ? -1 : 1;
  if (x->partly != y->partly)
    return y->partly ? -1 : 1;
  if (x->before != y->before)
    return (int) x->before - (int) y->before;
  if (x->after != y->after)
    return (int) x->after - (int) y->after;
  return g_strcmp0 (x->number, y->number);
}

GPtrArray *
lintel_compare_reach (LintelProject *old, LintelProject *new)
{
  Compare compare = { old, new, g_ptr_array_new_with_free_func ((GDestroyNotify) change_free) };
  g_autoptr (GPtrArray) moves = list_moves (&compare);

  for (guint n = 0; n < moves->len; n++)
    compare_move (&compare, g_ptr_array_index (moves, n));
  for (guint n = 0; n < compare.changes->len; n++)
    join_users (((LintelReachChange *) g_ptr_array_index (compare.changes, n))->users);
  g_ptr_array_sort (compare.changes, compare_changes);
  return compare.changes;
}
