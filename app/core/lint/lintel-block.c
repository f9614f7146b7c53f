/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocking a destination: see lintel-block-private.h. */

#include "config.h"

#include "app/core/lint/lintel-block-private.h"

#include "app/core/lint/lintel-reach-rules-private.h"
#include "app/core/lint/lintel-trial-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_RESTRICT_TABLES 4

/* What an InMail port's restriction table is filled with, whichever of it is missing. */
static const char *const for_inmail[] = { "international",
                                          "international-operator",
                                          "operator",
                                          "carrier-access",
                                          "premium",
                                          "islands",
                                          NULL };

/* Entries. */

/* One character for each position of the shape: a symbol where only one fits, else @. */
static char *
write_shape (const LintelNumberShape *shape)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < shape->least; i++)
    {
      guint16 set = shape->set[i];

      g_string_append_c (text,
                         (set & (set - 1)) == 0 ? LINTEL_DIAL_SYMBOLS[__builtin_ctz (set)] : '@');
    }
  return g_string_free (text, FALSE);
}

static void
strip_wildcards (char *entry)
{
  for (gsize length = strlen (entry); length > 0 && entry[length - 1] == '@'; length--)
    entry[length - 1] = '\0';
}

/* Whether the pattern is another one without the trunk prefix: that one's digits end with its. */
static gboolean
lacks_trunk_prefix (const LintelDestination *destination, const char *shape)
{
  for (guint i = 0; i < destination->n_patterns; i++)
    {
      LintelNumberShape other;
      g_autofree char *text = NULL;

      if (destination->patterns[i].except
          || !lintel_number_pattern_read (&destination->patterns[i], &other, NULL))
        continue;
      text = write_shape (&other);
      if (strlen (text) == strlen (shape) + 1 && g_str_has_suffix (text, shape))
        return TRUE;
    }
  return FALSE;
}

/* 900 and 976 stand for themselves everywhere: NEC's own entries are without the 1 too. */
static gboolean
is_short_enough (const LintelDestination *destination, const char *entry)
{
  return g_str_equal (destination->id, "premium") && strchr (entry, '@') == NULL;
}

/* 0 alone is the operator next door, and as an entry it would cover everything abroad. */
static gboolean
is_wanted (const char *entry)
{
  return strlen (entry) > 1;
}

static void
add_entry (GPtrArray *entries, const char *entry)
{
  if (is_wanted (entry) && !g_ptr_array_find_with_equal_func (entries, entry, g_str_equal, NULL))
    g_ptr_array_add (entries, g_strdup (entry));
}

/* An @ at the start would match the 1 of a longer number: an entry for each digit instead. */
static void
add_for_each_start (GPtrArray *entries, guint16 starts, char *entry)
{
  for (guint symbol = 0; symbol < LINTEL_DIAL_N_SYMBOLS; symbol++)
    if ((starts >> symbol & 1) != 0)
      {
        entry[0] = LINTEL_DIAL_SYMBOLS[symbol];
        add_entry (entries, entry);
      }
}

static void
add_pattern (GPtrArray *entries, const LintelDestination *destination,
             const LintelNumberPattern *pattern)
{
  LintelNumberShape shape;
  g_autofree char *whole = NULL;
  g_autofree char *entry = NULL;

  if (pattern->except || !lintel_number_pattern_read (pattern, &shape, NULL))
    return;
  whole = write_shape (&shape);
  entry = g_strdup (whole);
  strip_wildcards (entry);
  if (*entry == '@')
    add_for_each_start (entries, shape.set[0], whole);
  else if (lacks_trunk_prefix (destination, whole) && !is_short_enough (destination, entry))
    add_entry (entries, whole);
  else
    add_entry (entries, entry);
}

static void
add_entries (GPtrArray *entries, const LintelDestination *destination, int rank)
{
  for (guint i = 0; i < destination->n_patterns; i++)
    if (destination->patterns[i].rank == rank)
      add_pattern (entries, destination, &destination->patterns[i]);
}

/* What blocks one destination; made once. */
static const GPtrArray *
get_entries (const LintelDestination *destination)
{
  static GMutex mutex;
  static GHashTable *by_destination;
  GPtrArray *entries;

  g_mutex_lock (&mutex);
  if (by_destination == NULL)
    by_destination = g_hash_table_new (NULL, NULL);
  entries = g_hash_table_lookup (by_destination, destination);
  if (entries == NULL)
    {
      entries = g_ptr_array_new ();
      for (int rank = 0; rank <= LINTEL_NUMBER_RANK_MAX; rank++)
        add_entries (entries, destination, rank);
      g_hash_table_insert (by_destination, (gpointer) destination, entries);
    }
  g_mutex_unlock (&mutex);
  return entries;
}

GPtrArray *
lintel_block_list_entries (const LintelNumberingPlan *plan, const char *const *destinations)
{
  GPtrArray *entries = g_ptr_array_new ();

  for (; *destinations != NULL; destinations++)
    {
      const LintelDestination *destination = lintel_numbering_plan_find (plan, *destinations);
      const GPtrArray *own = destination != NULL ? get_entries (destination) : NULL;

      for (guint i = 0; own != NULL && i < own->len; i++)
        if (!g_ptr_array_find_with_equal_func (entries, own->pdata[i], g_str_equal, NULL))
          g_ptr_array_add (entries, own->pdata[i]);
    }
  return entries;
}

/* Tables. */

/* A table that could take the entries, for one class. */
typedef struct
{
  const LintelItem *assignment; /* of 21-05 */
  const LintelItem *item;       /* of 21-06 */
  int table;                    /* 0: the item is one table */
  int value;                    /* of the assignment, so that the class has the table */
} Target;

typedef gboolean (*TryTarget) (const Target *target, gpointer data);

static const char *
get_text (LintelProject *project, const Target *target, int entry)
{
  return target->table == 0 ? lintel_project_get (project, target->item, entry, 1)
                            : lintel_project_get (project, target->item, target->table, entry);
}

static int
count_entries (const Target *target)
{
  return target->item->dimension[target->item->n_dimensions - 1].capacity;
}

static gboolean
has_target (LintelProject *project, const Target *target, int class)
{
  return lintel_project_get_number (project, target->assignment, class, 1) == target->value;
}

/* Whether a class in use other than CLASS has the table; with ABROAD only those count that may call
 * abroad, else those that telephones are in. */
static gboolean
is_shared (LintelCheck *check, const Target *target, int class, gboolean abroad)
{
  const LintelSurvey *survey = lintel_check_get_survey (check);
  LintelProject *project = lintel_check_get_project (check);

  for (int other = 1; other <= LINTEL_N_CLASSES; other++)
    if (other != class && lintel_class_is_used (survey, other)
        && has_target (project, target, other)
        && (abroad ? lintel_reach_is_open_abroad (project, other)
                   : survey->users[other].telephones->len > 0))
      return TRUE;
  return FALSE;
}

static gboolean
is_assigned (LintelCheck *check, const Target *target, gboolean in_use_only)
{
  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    if (has_target (lintel_check_get_project (check), target, class)
        && (!in_use_only || lintel_class_is_used (lintel_check_get_survey (check), class)))
      return TRUE;
  return FALSE;
}

static gboolean
is_empty (LintelCheck *check, const Target *target)
{
  for (int entry = 1; entry <= count_entries (target); entry++)
    if (*get_text (lintel_check_get_project (check), target, entry) != '\0')
      return FALSE;
  return TRUE;
}

static Target
get_target (LintelCheck *check, const char *assignment, const char *item, int table)
{
  return (Target){ lintel_check_get_item (check, "21-05", assignment),
                   lintel_check_get_item (check, "21-06", item), table, MAX (table, 1) };
}

/* The tables that no class has come first, then those of classes that nobody is in. */
static gboolean
try_free_tables (LintelCheck *check, TryTarget try_target, gpointer data)
{
  for (int pass = 0; pass < 2; pass++)
    for (int table = 1; table <= N_RESTRICT_TABLES; table++)
      {
        Target target = get_target (check, "08", "07", table);
        gboolean assigned = is_assigned (check, &target, FALSE);

        if (assigned == (pass == 1) && !is_assigned (check, &target, TRUE)
            && is_empty (check, &target) && try_target (&target, data))
          return TRUE;
      }
  return FALSE;
}

static gboolean
try_own_table (LintelCheck *check, const Target *target, int class, TryTarget try_target,
               gpointer data)
{
  return has_target (lintel_check_get_project (check), target, class)
         && !is_shared (check, target, class, TRUE) && try_target (target, data);
}

/* The tables that suit the destination, best first, until TRY_TARGET is content. */
static gboolean
try_targets (LintelCheck *check, int class, const char *destination, TryTarget try_target,
             gpointer data)
{
  LintelProject *project = lintel_check_get_project (check);
  const Target international = get_target (check, "01", "01", 0);
  const Target common = get_target (check, "06", "05", 0);
  int own =
      lintel_project_get_number (project, lintel_check_get_item (check, "21-05", "08"), class, 1);
  const Target restrict_table = get_target (check, "08", "07", own);

  if (!g_str_equal (destination, "premium")
      && try_own_table (check, &international, class, try_target, data))
    return TRUE;
  if (g_str_equal (destination, "premium")
      && try_own_table (check, &common, class, try_target, data))
    return TRUE;
  return own != 0 ? try_own_table (check, &restrict_table, class, try_target, data)
                  : try_free_tables (check, try_target, data);
}

/* Whether ENTRY would add nothing: an entry of the table, or another of the list, covers it. The
 * prefix of direct calls stays, so that it can be found by its name. */
static gboolean
is_covered (LintelProject *project, const Target *target, GPtrArray *entries, const char *entry)
{
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (lintel_dial_system_of (project));

  for (int row = 1; row <= count_entries (target); row++)
    if (lintel_dial_covers (get_text (project, target, row), entry))
      return TRUE;
  for (guint i = 0; !g_str_equal (entry, plan->international_prefix) && i < entries->len; i++)
    if (!g_str_equal (entries->pdata[i], entry) && lintel_dial_covers (entries->pdata[i], entry))
      return TRUE;
  return FALSE;
}

/* The first one behind AFTER; behind the last one there is none. */
static int
find_free_row (LintelProject *project, const Target *target, int after)
{
  int entry = after + 1;

  while (entry <= count_entries (target) && *get_text (project, target, entry) != '\0')
    entry++;
  return entry;
}

/* Enters what is missing of ENTRIES in free rows. FALSE: it does not fit. */
static gboolean
fill (LintelProject *project, const Target *target, GPtrArray *entries, GPtrArray *edits)
{
  int row = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const char *entry = entries->pdata[i];
      LintelPlace place;

      if (is_covered (project, target, entries, entry))
        continue;
      row = find_free_row (project, target, row);
      if (row > count_entries (target) || strlen (entry) > (gsize) target->item->max_length)
        return FALSE;
      place = target->table == 0 ? lintel_place_cell (target->item, row, 1)
                                 : lintel_place_cell (target->item, target->table, row);
      lintel_edits_add (edits, &place, entry);
    }
  return TRUE;
}

/* Fixes. */

typedef struct
{
  LintelCheck *check;
  const LintelFinding *finding;
  int class;
  const char *destination;
  GPtrArray *fixes;
} Plan;

static GPtrArray *
list_entries (const Plan *plan, gboolean for_all_of_inmail)
{
  LintelDialSystem *system = lintel_dial_system_of (lintel_check_get_project (plan->check));
  const char *destinations[G_N_ELEMENTS (for_inmail) + 1] = { plan->destination, NULL };

  if (for_all_of_inmail)
    {
      memcpy (destinations, for_inmail, sizeof for_inmail);
      destinations[G_N_ELEMENTS (for_inmail) - 1] = plan->destination;
    }
  return lintel_block_list_entries (lintel_dial_system_get_plan (system), destinations);
}

static char *
name_target (LintelCheck *check, const Target *target)
{
  LintelPlace place = lintel_place_table (target->item, target->table);

  return lintel_place_to_string (&place, lintel_check_get_project (check));
}

static void
set_class_cell (const Plan *plan, const LintelItem *item, int value, GPtrArray *edits)
{
  LintelPlace place = lintel_place_cell (item, plan->class, 1);
  g_autofree char *text = g_strdup_printf ("%d", value);

  lintel_edits_add (edits, &place, text);
}

/* What is entered can match a toll-free number too (1@@@976). Common permit lets those out. */
static gboolean
passes (const Plan *plan, GPtrArray *edits)
{
  const LintelItem *common_permit = lintel_check_get_item (plan->check, "21-05", "05");

  if (lintel_trial_passes (plan->check, plan->finding, edits))
    return TRUE;
  if (lintel_project_get_number (lintel_check_get_project (plan->check), common_permit, plan->class,
                                 1)
      != 0)
    return FALSE;
  set_class_cell (plan, common_permit, 1, edits);
  return lintel_trial_passes (plan->check, plan->finding, edits);
}

static gboolean
try_entries (const Plan *plan, const Target *target, GPtrArray *entries)
{
  LintelProject *project = lintel_check_get_project (plan->check);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autofree char *table = name_target (plan->check, target);
  guint n;

  if (!fill (project, target, entries, edits))
    return FALSE;
  n = edits->len;
  if (!has_target (project, target, plan->class))
    set_class_cell (plan, target->assignment, target->value, edits);
  if (!passes (plan, edits))
    return FALSE;
  lintel_fixes_add (
      plan->check, plan->fixes, g_steal_pointer (&edits),
      ngettext ("Enter %u code in %s for class %d", "Enter %u codes in %s for class %d", n), n,
      table, plan->class);
  return TRUE;
}

/* A restriction table that only InMail ports have is filled with all that they need. */
static gboolean
try_target (const Target *target, gpointer data)
{
  const Plan *plan = data;
  const LintelSurvey *survey = lintel_check_get_survey (plan->check);
  g_autoptr (GPtrArray) some = list_entries (plan, FALSE);
  g_autoptr (GPtrArray) all = list_entries (plan, TRUE);

  if (target->item->n_dimensions == 2 && survey->users[plan->class].telephones->len == 0
      && !is_shared (plan->check, target, plan->class, FALSE) && try_entries (plan, target, all))
    return TRUE;
  return try_entries (plan, target, some);
}

void
lintel_block_fix (LintelCheck *check, const LintelFinding *finding, const char *destination,
                  GPtrArray *fixes)
{
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);
  Plan plan = { check, finding, places[0].index[0], destination, fixes };

  try_targets (check, plan.class, destination, try_target, &plan);
}

static gboolean
has_room (const Target *target, gpointer data)
{
  const Plan *plan = data;
  g_autoptr (GPtrArray) entries = list_entries (plan, FALSE);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();

  return fill (lintel_check_get_project (plan->check), target, entries, edits);
}

gboolean
lintel_block_has_room (LintelCheck *check, int class, const char *destination)
{
  Plan plan = { check, NULL, class, destination, NULL };

  return try_targets (check, class, destination, has_room, &plan);
}
