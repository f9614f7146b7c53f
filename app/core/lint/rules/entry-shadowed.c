/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry of 21-06 that can never decide, because another one covers it. */

#include "config.h"

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
  return fits (entry[0], other[0]) && (entry[1] == '\0' || fits (entry[1], other[1]))
         && lintel_dial_covers (entry, other);
}

/* Of equal entries none covers the other; they are entry-duplicate's. Covers come first in the
 * chain: an entry that is covered itself counts, since what covers it covers both. */
static int
find_cover (const char *const *texts, int n, int entry)
{
  for (int i = 0; i < n; i++)
    if (*texts[i] != '\0' && covers (texts[i], texts[entry])
        && !g_str_equal (texts[i], texts[entry]))
      return i;
  return -1;
}

/* The tip asks for 011 by name, and is checked by name. */
static gboolean
is_direct_prefix (LintelCheck *check, const char *text)
{
  LintelDialSystem *system = lintel_dial_system_of (lintel_check_get_project (check));

  return g_str_equal (text, lintel_dial_system_get_plan (system)->international_prefix);
}

static void
check_table (LintelCheck *check, const LintelTable *table)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);
  g_autofree const char **texts = g_new (const char *, (gsize) table->n_entries);

  for (int i = 0; i < table->n_entries; i++)
    texts[i] = lintel_table_get (check, table, i + 1);
  for (int i = 0; i < table->n_entries; i++)
    {
      int cover = *texts[i] != '\0' ? find_cover (texts, table->n_entries, i) : -1;
      LintelPlace place = lintel_table_get_place (table, i + 1);
      LintelPlace cover_place = lintel_table_get_place (table, cover + 1);

      if (cover >= 0 && !is_direct_prefix (check, texts[i]))
        add_to_group (groups, &cover_place, FALSE, &place);
    }
  report_groups (check, groups);
}

/* Whether a permit entry of the class covers TEXT: one that beats the table in every reading. */
static gboolean
find_permit (LintelDialSystem *system, int class, gboolean is_common, const char *text,
             LintelDialTable *table, guint *nth)
{
  const LintelDialClass *description = lintel_dial_system_get_description (system, class);

  for (*table = LINTEL_DIAL_COMMON_PERMIT; *table <= LINTEL_DIAL_PERMIT; (*table)++)
    {
      const LintelDialTableUse *use = &description->table[*table];

      for (*nth = 0; use->assigned && *nth < use->n_entries; (*nth)++)
        if (*use->entries[*nth] != '\0' && covers (use->entries[*nth], text))
          return TRUE;
      if (is_common)
        return FALSE;
    }
  return FALSE;
}

static void
check_entry (LintelCheck *check, LintelDialTable kind, int number, guint nth, GPtrArray *groups)
{
  LintelProject *project = lintel_check_get_project (check);
  LintelDialSystem *system = lintel_dial_system_of (project);
  const LintelItem *item = lintel_table_get_item (project, kind);
  LintelPlace place = number != 0 ? lintel_place_cell (item, number, (int) nth + 1)
                                  : lintel_place_cell (item, (int) nth + 1, 1);
  const char *text = lintel_table_get_entry (project, &place);
  const LintelItem *permit_item;
  LintelPlace cover = { 0 };

  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    {
      const LintelDialClass *description = lintel_dial_system_get_description (system, class);
      LintelDialTable table;
      guint permit;

      if (!lintel_class_is_used (lintel_check_get_survey (check), class)
          || !description->table[kind].assigned || description->table[kind].number != number)
        continue;
      if (!find_permit (system, class, kind == LINTEL_DIAL_COMMON_RESTRICT, text, &table, &permit))
        return;
      permit_item = lintel_table_get_item (project, table);
      cover =
          table == LINTEL_DIAL_PERMIT
              ? lintel_place_cell (permit_item, description->table[table].number, (int) permit + 1)
              : lintel_place_cell (permit_item, (int) permit + 1, 1);
    }
  if (cover.kind == LINTEL_PLACE_CELL)
    add_to_group (groups, &cover, TRUE, &place);
}

/* Restriction entries that a permit entry beats in every class in use that has their table. */
static void
check_permits (LintelCheck *check, LintelDialTable kind)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);
  LintelProject *project = lintel_check_get_project (check);
  const LintelItem *item = lintel_table_get_item (project, kind);
  int n_tables = item->n_dimensions == 2 ? item->dimension[0].capacity : 0;
  guint n_entries = (guint) item->dimension[item->n_dimensions - 1].capacity;

  for (int table = MIN (n_tables, 1); table <= n_tables; table++)
    for (guint nth = 0; nth < n_entries; nth++)
      if (*lintel_project_get (project, item, table == 0 ? (int) nth + 1 : table,
                               table == 0 ? 1 : (int) nth + 1)
          != '\0')
        check_entry (check, kind, table, nth, groups);
  report_groups (check, groups);
}

static void
check_tables (LintelCheck *check)
{
  lintel_tables_foreach (check, check_table);
  check_permits (check, LINTEL_DIAL_COMMON_RESTRICT);
  check_permits (check, LINTEL_DIAL_RESTRICT);
}

/* Whether each entry has another over it in its own table. */
static gboolean
is_same_table (LintelCheck *check, const LintelPlace *places, guint n)
{
  LintelProject *project = lintel_check_get_project (check);
  const LintelItem *item = places[0].item;
  int n_entries = item->dimension[item->n_dimensions - 1].capacity;

  for (guint i = 0; i < n; i++)
    {
      const char *text = lintel_table_get_entry (project, &places[i]);
      gboolean found = FALSE;

      for (int entry = 1; entry <= n_entries && !found; entry++)
        {
          const char *other = item->n_dimensions == 2
                                  ? lintel_project_get (project, item, places[i].index[0], entry)
                                  : lintel_project_get (project, item, entry, 1);

          found = *other != '\0' && !g_str_equal (other, text) && covers (other, text);
        }
      if (!found)
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
