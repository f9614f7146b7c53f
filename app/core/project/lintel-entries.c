/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lintel/entries.h"

/* Where an entry is now; 0 when it is gone. */
static int
find_entry (const int *from, guint n, int entry)
{
  for (guint i = 0; i < n; i++)
    if (from[i] == entry)
      return (int) i + 1;
  return 0;
}

static gboolean
is_entry (const LintelPlace *place, const LintelItem *item, int table)
{
  return place->kind == LINTEL_PLACE_CELL && place->item == item
         && (table == 0 || place->index[0] == table);
}

static gboolean
is_edited (GPtrArray *edits, const LintelPlace *place)
{
  for (guint i = 0; i < edits->len; i++)
    if (lintel_place_equal (&((LintelEdit *) g_ptr_array_index (edits, i))->place, place))
      return TRUE;
  return FALSE;
}

/* A value of the file that does not fit in its row stays with the row until that is edited. */
static gboolean
keeps_stray (LintelProject *project, GPtrArray *edits, const LintelPlace *place)
{
  g_autoptr (GPtrArray) strays = lintel_project_list_strays (project);

  for (guint i = 0; i < strays->len; i++)
    {
      const LintelStray *stray = g_ptr_array_index (strays, i);

      if (stray->has_target && lintel_place_equal (&stray->target, place))
        return !is_edited (edits, place);
    }
  return FALSE;
}

static void
add_move (LintelProject *project, const LintelAcceptance *acceptance, LintelPlace place, int table,
          int to, GPtrArray *edits)
{
  LintelPlace at = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, acceptance->id, LINTEL_FIELD_AT);
  LintelPlace whole =
      lintel_place_record (LINTEL_PLACE_ACCEPTANCE, acceptance->id, LINTEL_FIELD_NONE);
  g_autofree char *text = NULL;

  if (to == 0)
    {
      lintel_edits_add (edits, &whole, NULL);
      return;
    }
  place.index[table > 0 ? 1 : 0] = to;
  text = lintel_place_to_string (&place, project);
  lintel_edits_add (edits, &at, text);
}

void
lintel_entries_add_acceptances (LintelProject *project, const LintelItem *item, int table,
                                const int *from, guint n, GPtrArray *edits)
{
  g_autoptr (GPtrArray) acceptances = lintel_project_list_acceptances (project);

  for (guint i = 0; i < acceptances->len; i++)
    {
      const LintelAcceptance *acceptance = g_ptr_array_index (acceptances, i);
      LintelPlace place;
      int entry, to;

      if (!lintel_place_parse (acceptance->at, project, &place, NULL)
          || !is_entry (&place, item, table))
        continue;
      entry = place.index[table > 0 ? 1 : 0];
      to = find_entry (from, n, entry);
      if (to != entry && !keeps_stray (project, edits, &place))
        add_move (project, acceptance, place, table, to, edits);
    }
}
