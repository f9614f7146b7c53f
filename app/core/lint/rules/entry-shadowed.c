/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry of 21-06 that can never decide, because another one covers it. */

#include "config.h"

#include "app/core/lint/lintel-shadow-private.h"
#include "app/core/lint/lintel-survey-private.h"
#include "app/core/lint/lintel-table-rules-private.h"
#include "app/core/lint/lintel-trial-private.h"

#include <glib/gi18n-lib.h>

/* Entries with one and the same other entry over them. */
typedef struct
{
  LintelPlace cover;
  gboolean permits; /* the cover is a permit entry: without it the verdict would be another */
  GArray *places;
} Group;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_array_unref (group->places);
  g_free (group);
}

static void
add_to_group (GPtrArray *groups, const LintelPlace *cover, gboolean permits,
              const LintelPlace *place)
{
  Group *group = NULL;

  for (guint i = 0; i < groups->len && group == NULL; i++)
    if (lintel_place_equal (&((Group *) groups->pdata[i])->cover, cover))
      group = groups->pdata[i];
  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->cover = *cover;
      group->permits = permits;
      group->places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));
      g_ptr_array_add (groups, group);
    }
  g_array_append_val (group->places, *place);
}

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  const Group *group = data;
  LintelProject *project = lintel_check_get_project (check);
  g_autofree char *addresses = lintel_places_summarize (places, n, project);
  g_autofree char *cover = lintel_place_to_string (&group->cover, project);
  const char *text = lintel_table_get_entry (project, &group->cover);

  if (group->permits)
    return g_strdup_printf (
        ngettext ("Entry %s blocks nothing: the permit entry %s in %s fits all its numbers and "
                  "lets them out. Remove one of the two",
                  "Entries %s block nothing: the permit entry %s in %s fits all their numbers and "
                  "lets them out. Remove the one or the others",
                  n),
        addresses, text, cover);
  return g_strdup_printf (
      ngettext ("Entry %s never decides: %s in %s fits all its numbers, with the same effect. "
                "Remove it",
                "Entries %s never decide: %s in %s fits all their numbers, with the same effect. "
                "Remove them",
                n),
      addresses, text, cover);
}

static void
report_groups (LintelCheck *check, GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    lintel_check_add_group (check, ((Group *) groups->pdata[i])->places, describe,
                            groups->pdata[i]);
}

/* A table of 21-06 as the classes see it. */
typedef struct
{
  LintelDialTable kind;
  const LintelItem *item;
  int number; /* 0: the only one of its kind */
} ClassTable;

static LintelPlace
get_place (const ClassTable *table, int entry)
{
  return table->number == 0 ? lintel_place_cell (table->item, entry, 1)
                            : lintel_place_cell (table->item, table->number, entry);
}

static int
count_entries (const ClassTable *table)
{
  return table->item->dimension[table->item->n_dimensions - 1].capacity;
}

/* The tip asks for 011 by name, and is checked by name. */
static gboolean
is_direct_prefix (LintelProject *project, const LintelPlace *place)
{
  LintelDialSystem *system = lintel_dial_system_of (project);

  return g_str_equal (lintel_table_get_entry (project, place),
                      lintel_dial_system_get_plan (system)->international_prefix);
}

static void
check_table (LintelCheck *check, const ClassTable *table)
{
  LintelProject *project = lintel_check_get_project (check);
  const guint16 *covers = lintel_shadow_get_covers (project, table->kind, table->number);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);

  for (int entry = 1; entry <= count_entries (table); entry++)
    {
      LintelPlace place = get_place (table, entry);
      LintelPlace cover = get_place (table, covers[entry]);

      if (covers[entry] != 0 && !is_direct_prefix (project, &place))
        add_to_group (groups, &cover, FALSE, &place);
    }
  report_groups (check, groups);
}

static LintelPlace
get_permit_place (LintelProject *project, const LintelDialClass *description,
                  const LintelShadow *shadow)
{
  ClassTable permit = { shadow->table, lintel_table_get_item (project, shadow->table),
                        description->table[shadow->table].number };

  return get_place (&permit, shadow->entry);
}

/* What every class in use that has the table finds over its entries: the first class's permit
 * entry, and none where one class has none. FALSE: nobody has the table. */
static gboolean
merge_permits (LintelCheck *check, const ClassTable *table, LintelPlace *permits)
{
  LintelProject *project = lintel_check_get_project (check);
  LintelDialSystem *system = lintel_dial_system_of (project);
  gboolean is_first = TRUE;

  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    {
      const LintelDialClass *description = lintel_dial_system_get_description (system, class);
      const LintelShadow *shadows;

      if (!lintel_class_is_used (lintel_check_get_survey (check), class)
          || !description->table[table->kind].assigned
          || description->table[table->kind].number != table->number)
        continue;
      shadows = lintel_shadow_get_permits (project, class, table->kind);
      for (int entry = 1; entry <= count_entries (table); entry++)
        {
          const LintelShadow *shadow = &shadows[entry];

          if (shadow->entry == 0)
            permits[entry].kind = LINTEL_PLACE_NONE;
          else if (is_first)
            permits[entry] = get_permit_place (project, description, shadow);
        }
      is_first = FALSE;
    }
  return !is_first;
}

/* Restriction entries that a permit entry beats in every class in use that has their table. */
static void
check_permits (LintelCheck *check, const ClassTable *table)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);
  g_autofree LintelPlace *permits = g_new0 (LintelPlace, (gsize) count_entries (table) + 1);

  if (!merge_permits (check, table, permits))
    return;
  for (int entry = 1; entry <= count_entries (table); entry++)
    {
      LintelPlace place = get_place (table, entry);

      if (permits[entry].kind == LINTEL_PLACE_CELL)
        add_to_group (groups, &permits[entry], TRUE, &place);
    }
  report_groups (check, groups);
}

static void
check_tables (LintelCheck *check)
{
  for (guint kind = 0; kind < LINTEL_DIAL_N_TABLES; kind++)
    {
      ClassTable table = {
        (LintelDialTable) kind,
        lintel_table_get_item (lintel_check_get_project (check), (LintelDialTable) kind), 0
      };
      int n_tables = table.item->n_dimensions == 2 ? table.item->dimension[0].capacity : 0;

      for (table.number = MIN (n_tables, 1); table.number <= n_tables; table.number++)
        {
          check_table (check, &table);
          if (kind == LINTEL_DIAL_COMMON_RESTRICT || kind == LINTEL_DIAL_RESTRICT)
            check_permits (check, &table);
        }
    }
}

/* Whether each entry has another over it in its own table. */
static gboolean
is_same_table (LintelCheck *check, const LintelPlace *places, guint n)
{
  LintelProject *project = lintel_check_get_project (check);
  const LintelItem *item = places[0].item;
  gboolean is_numbered = item->n_dimensions == 2;
  LintelDialTable kind = 0;

  while (lintel_table_get_item (project, kind) != item)
    kind++;
  for (guint i = 0; i < n; i++)
    {
      const guint16 *covers =
          lintel_shadow_get_covers (project, kind, is_numbered ? places[i].index[0] : 0);

      if (covers[places[i].index[is_numbered ? 1 : 0]] == 0)
        return FALSE;
    }
  return TRUE;
}

/* Only what changes nothing: which of a permit and a restriction entry is meant, nobody knows. */
static void
fix_entries (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  if (!is_same_table (check, places, n))
    return;
  for (guint i = 0; i < n; i++)
    lintel_edits_add (edits, &places[i], "");
  if (lintel_trial_passes (check, finding, edits))
    lintel_fixes_add (
        check, fixes, g_steal_pointer (&edits),
        ngettext ("Remove %u entry that never decides", "Remove %u entries that never decide", n),
        n);
}

const LintelRule lintel_rule_entry_shadowed = {
  .id = "entry-shadowed",
  .severity = LINTEL_SEVERITY_NOTE,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("An entry can never decide, because another covers it"),
  .explanation = N_ (
      "An entry fits every number that begins with it, so that 1 in a table leaves nothing for "
      "1876 in the same table to do. The longer entry takes up a row and makes believe that "
      "removing the shorter one is safe. A restriction entry that a permit entry covers is worse: "
      "it looks as if something were blocked, and nothing is.\n\n"
      "Remove entries that another one of the same table covers; the fix does, and it changes "
      "nothing for any number. Between a permit and a restriction entry decide which is meant. 011 "
      "is never reported, since the tip asks for it by name."),
  .check = check_tables,
  .fix = fix_entries,
};
