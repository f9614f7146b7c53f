/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The edits between two projects. Extensions come before the cells that belong to them, and what
 * is kept aside comes last, since a change of a place would drop it.
 */

#include "config.h"

#include "app/core/project/lintel-project-internal.h"

#include <string.h>

typedef struct
{
  LintelProject *from, *to;
  GPtrArray *edits;
} Diff;

static void
compare_texts (Diff *diff, LintelProject *from, const LintelPlace *place, const char *new_text)
{
  const char *old_text = lintel_project_get_text (from, place);
  LintelEdit *edit;

  if (g_strcmp0 (old_text, new_text) == 0)
    return;
  edit = lintel_edit_new (place, new_text);
  edit->old_text = g_strdup (old_text);
  g_ptr_array_add (diff->edits, edit);
}

static void
compare_record (Diff *diff, LintelPlaceKind kind, int id)
{
  const LintelField *fields = lintel_place_kind_get_fields (kind);

  for (; *fields != LINTEL_FIELD_NONE; fields++)
    {
      LintelPlace place = lintel_place_record (kind, id, *fields);

      compare_texts (diff, diff->from, &place, lintel_project_get_text (diff->to, &place));
    }
}

static void
compare_records (Diff *diff, LintelPlaceKind kind)
{
  int n = MAX (lintel_project_next_id (diff->from, kind), lintel_project_next_id (diff->to, kind));

  for (int id = 1; id < n; id++)
    compare_record (diff, kind, id);
}

static void
compare_item (Diff *diff, const LintelItem *item, const LintelItem *other)
{
  int columns = item->n_dimensions > 1 ? item->dimension[1].capacity : 1;

  for (int i = 1; i <= item->dimension[0].capacity; i++)
    for (int j = 1; j <= columns; j++)
      {
        LintelPlace place = lintel_place_cell (item, i, j);
        LintelPlace there = lintel_place_cell (other, i, j);

        compare_texts (diff, diff->from, &place, lintel_project_get_text (diff->to, &there));
      }
}

/* Two catalogues, one with an office's own items, may differ in layout. */
static const LintelItem *
find_same_item (const LintelItem *item, LintelProject *project)
{
  const LintelItem *other = lintel_catalogue_find_item (lintel_project_get_catalogue (project),
                                                        item->program->number, item->id);

  if (other == NULL || other->n_dimensions != item->n_dimensions)
    return NULL;
  for (guint dim = 0; dim < item->n_dimensions; dim++)
    if (other->dimension[dim].capacity != item->dimension[dim].capacity)
      return NULL;
  return other;
}

static void
compare_cells (Diff *diff)
{
  guint n_programs;
  const LintelProgram *const *programs =
      lintel_catalogue_get_programs (diff->from->catalogue, &n_programs);

  for (guint p = 0; p < n_programs; p++)
    for (guint k = 0; k < programs[p]->n_items; k++)
      {
        const LintelItem *item = programs[p]->items[k];
        const LintelItem *other =
            diff->from->catalogue == diff->to->catalogue ? item : find_same_item (item, diff->to);

        if (other != NULL)
          compare_item (diff, item, other);
      }
}

static void
compare_codes_of (Diff *diff, LintelProject *project, gboolean only_new)
{
  for (guint k = 0; k < project->codes->len; k++)
    {
      LintelPlace place = lintel_place_code (g_array_index (project->codes, LintelCode, k).mailbox);

      if (!only_new || lintel_project_get_text (diff->from, &place) == NULL)
        compare_texts (diff, diff->from, &place, lintel_project_get_text (diff->to, &place));
    }
}

/* What is locked is not missing. */
static void
compare_codes (Diff *diff)
{
  if (lintel_project_get_lock_state (diff->from) == LINTEL_LOCK_LOCKED
      || lintel_project_get_lock_state (diff->to) == LINTEL_LOCK_LOCKED)
    return;
  compare_codes_of (diff, diff->from, FALSE);
  compare_codes_of (diff, diff->to, TRUE);
}

/* Strays of two files have nothing to do with each other. Those of copies are compared with what
 * the other edits leave of them: an edit of its place drops a stray that both have. */
static void
compare_strays (Diff *diff)
{
  g_autoptr (LintelProject) halfway = NULL;

  if (diff->from->origin != diff->to->origin || diff->from->stray_is_here->len == 0)
    return;
  halfway = lintel_project_copy (diff->from);
  lintel_project_apply (halfway, NULL, NULL, diff->edits, NULL);
  for (guint k = 0; k < halfway->stray_is_here->len; k++)
    {
      LintelPlace place = lintel_place_record (LINTEL_PLACE_STRAY, (int) k + 1, LINTEL_FIELD_NONE);

      compare_texts (diff, halfway, &place, lintel_project_get_text (diff->to, &place));
    }
}

GPtrArray *
lintel_project_diff (LintelProject *from, LintelProject *to)
{
  Diff diff = { from, to, lintel_edits_new () };
  LintelPlace notes = lintel_place_notes ();

  compare_record (&diff, LINTEL_PLACE_CUSTOMER, 0);
  compare_texts (&diff, from, &notes, lintel_project_get_text (to, &notes));
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    compare_record (&diff, LINTEL_PLACE_EXTENSION, port);
  compare_cells (&diff);
  compare_codes (&diff);
  compare_records (&diff, LINTEL_PLACE_DIAL_TEST);
  compare_records (&diff, LINTEL_PLACE_ACCEPTANCE);
  for (int kind = 1; kind <= LINTEL_N_SIGN_OFFS; kind++)
    compare_record (&diff, LINTEL_PLACE_SIGN_OFF, kind);
  compare_strays (&diff);
  return diff.edits;
}
