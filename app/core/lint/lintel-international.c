/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to enter so that 011 is kept in: see lintel-international-private.h. */

#include "config.h"

#include "app/core/lint/lintel-international-private.h"

#include "app/core/lint/lintel-reach-rules-private.h"
#include "app/core/lint/lintel-trial-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The shortest number abroad: 011, a country code and a few digits. An entry that asks for more
 * digits than this does not stop every number. */
#define SHORTEST_NUMBER 8

/* The tables of a class: which item of 21-05 assigns which item of 21-06. */
typedef struct
{
  const char *assignment, *table;
} ClassTable;

static const ClassTable permit_tables[] = { { "02", "02" }, { "05", "04" }, { "07", "06" } };

typedef gboolean (*EntryTest) (const char *entry, const char *digits);

static const LintelItem *
find_item (LintelProject *project, const char *program, const char *item)
{
  return lintel_catalogue_find_item (lintel_project_get_catalogue (project), program, item);
}

/* Whether ENTRY, as far as both go, fits DIGITS. */
static gboolean
entry_meets (const char *entry, const char *digits)
{
  if (*entry == '\0')
    return FALSE;
  for (; *entry != '\0' && *digits != '\0'; entry++, digits++)
    if (*entry != '@' && *entry != *digits)
      return FALSE;
  return TRUE;
}

/* Whether every number that starts with DIGITS matches ENTRY. */
static gboolean
entry_covers (const char *entry, const char *digits)
{
  gsize length = strlen (entry), n_digits = strlen (digits);

  if (length > SHORTEST_NUMBER || !entry_meets (entry, digits))
    return FALSE;
  return length <= n_digits || strspn (entry + n_digits, "@") == length - n_digits;
}

static int
count_entries (const LintelItem *item)
{
  return item->dimension[item->n_dimensions - 1].capacity;
}

static const char *
get_entry (LintelProject *project, const LintelItem *item, int table, int entry)
{
  return item->n_dimensions == 1 ? lintel_project_get (project, item, entry, 1)
                                 : lintel_project_get (project, item, table, entry);
}

static gboolean
table_has (LintelProject *project, const LintelItem *item, int table, EntryTest test,
           const char *digits)
{
  for (int entry = 1; entry <= count_entries (item); entry++)
    if (test (get_entry (project, item, table, entry), digits))
      return TRUE;
  return FALSE;
}

gboolean
lintel_international_is_blocked (LintelProject *project, int class)
{
  return lintel_reach_is_blocked (project, class, "international");
}

gboolean
lintel_international_table_is_assigned (LintelProject *project)
{
  const LintelItem *item = find_item (project, "21-05", "01");

  for (int class = 1; class <= item->dimension[0].capacity; class ++)
    if (lintel_project_get_number (project, item, class, 1) != 0)
      return TRUE;
  return FALSE;
}

gboolean
lintel_international_table_is_empty (LintelProject *project)
{
  const LintelItem *item = find_item (project, "21-06", "01");

  for (int entry = 1; entry <= count_entries (item); entry++)
    if (*lintel_project_get (project, item, entry, 1) != '\0')
      return FALSE;
  return TRUE;
}

gboolean
lintel_international_table_has_prefix (LintelProject *project)
{
  return table_has (project, find_item (project, "21-06", "01"), 1, entry_covers,
                    LINTEL_INTERNATIONAL_PREFIX);
}

gboolean
lintel_international_enter_prefix (LintelProject *project, GPtrArray *edits)
{
  const LintelItem *item = find_item (project, "21-06", "01");
  int row = 0;

  if (lintel_international_table_has_prefix (project))
    return TRUE;
  for (int entry = count_entries (item); entry >= 1; entry--)
    if (*lintel_project_get (project, item, entry, 1) == '\0')
      row = entry;
  for (int entry = count_entries (item); row == 0 && entry >= 1; entry--)
    if (g_str_has_prefix (lintel_project_get (project, item, entry, 1),
                          LINTEL_INTERNATIONAL_PREFIX))
      row = entry;
  if (row != 0)
    {
      LintelPlace place = lintel_place_cell (item, row, 1);

      lintel_edits_add (edits, &place, LINTEL_INTERNATIONAL_PREFIX);
    }
  return row != 0;
}

static void
set_class_cell (LintelProject *project, int class, const char *item, const char *value,
                GPtrArray *edits)
{
  LintelPlace place = lintel_place_cell (find_item (project, "21-05", item), class, 1);

  if (!g_str_equal (lintel_project_get (project, place.item, class, 1), value))
    lintel_edits_add (edits, &place, value);
}

void
lintel_international_assign_table (LintelProject *project, int class, GPtrArray *edits)
{
  set_class_cell (project, class, "01", "1", edits);
}

/* How many classes have the same table assigned. */
static int
count_users (LintelProject *project, const LintelItem *assignment, int table)
{
  int n = 0;

  for (int class = 1; class <= assignment->dimension[0].capacity; class ++)
    n += lintel_project_get_number (project, assignment, class, 1) == table;
  return n;
}

static void
clear_entries (LintelProject *project, const LintelItem *item, int table, GPtrArray *edits)
{
  for (int entry = 1; entry <= count_entries (item); entry++)
    if (entry_meets (get_entry (project, item, table, entry), LINTEL_INTERNATIONAL_PREFIX))
      {
        LintelPlace place = lintel_place_cell (item, table, entry);

        lintel_edits_add (edits, &place, "");
      }
}

/* A permit table of the class's own loses the entries that open 011; one that it shares with other
 * classes is taken away from it, so that theirs stays as it is. */
static void
close_permit_table (LintelProject *project, int class, const ClassTable *tables, GPtrArray *edits)
{
  const LintelItem *assignment = find_item (project, "21-05", tables->assignment);
  const LintelItem *item = find_item (project, "21-06", tables->table);
  int table = lintel_project_get_number (project, assignment, class, 1);

  if (table == 0 || !table_has (project, item, table, entry_meets, LINTEL_INTERNATIONAL_PREFIX))
    return;
  if (item->n_dimensions == 2 && count_users (project, assignment, table) == 1)
    clear_entries (project, item, table, edits);
  else
    set_class_cell (project, class, tables->assignment, "0", edits);
}

/* Whether EDITS block 011 in the class and leave 911 and 988 to it. */
static gboolean
does_what_it_should (LintelProject *project, int class, GPtrArray *edits)
{
  g_autoptr (LintelProject) copy = lintel_project_copy (project);

  return lintel_project_apply (copy, "", NULL, edits, NULL)
         && lintel_international_is_blocked (copy, class)
         && lintel_trial_keeps (project, copy, class, "emergency");
}

gboolean
lintel_international_block (LintelProject *project, int class, GPtrArray *edits)
{
  g_autoptr (GPtrArray) own = lintel_edits_new ();

  lintel_international_assign_table (project, class, own);
  if (!lintel_international_enter_prefix (project, own))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (permit_tables); i++)
    close_permit_table (project, class, &permit_tables[i], own);
  if (!does_what_it_should (project, class, own))
    return FALSE;
  for (guint i = 0; i < own->len; i++)
    {
      const LintelEdit *edit = g_ptr_array_index (own, i);

      lintel_edits_add (edits, &edit->place, edit->new_text);
    }
  return TRUE;
}

void
lintel_international_fix_prefix (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();

  if (lintel_international_enter_prefix (lintel_check_get_project (check), edits)
      && lintel_trial_passes (check, finding, edits))
    lintel_fixes_add (check, fixes, g_steal_pointer (&edits),
                      _ ("Enter 011 in the international table"));
}
