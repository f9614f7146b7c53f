/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cells of a workbook are coloured: those that changed, and those with findings. */

#include "config.h"

#include "app/core/exchange/lintel-workbook-private.h"
#include "app/core/exchange/lintel-worksheet-private.h"

struct _LintelMarks
{
  GHashTable *marks; /* LintelPlace → LintelXlsxMark; rows and tables stand for their cells */
};

/* Keeps the gravest finding of a place. */
static void
add_mark (LintelMarks *self, const LintelPlace *place, guint mark)
{
  guint old = GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, place));
  guint changed = (old | mark) & LINTEL_XLSX_CHANGED;
  guint finding = MAX (old & ~(guint) LINTEL_XLSX_CHANGED, mark & ~(guint) LINTEL_XLSX_CHANGED);

  g_hash_table_insert (self->marks, g_memdup2 (place, sizeof *place),
                       GUINT_TO_POINTER (changed | finding));
}

static guint
mark_of_finding (const LintelFinding *finding)
{
  if (lintel_finding_get_acceptance (finding) != 0)
    return LINTEL_XLSX_NOTE;
  switch (lintel_finding_get_severity (finding))
    {
    case LINTEL_SEVERITY_ERROR:
      return LINTEL_XLSX_ERROR;
    case LINTEL_SEVERITY_WARNING:
      return LINTEL_XLSX_WARNING;
    default:
      return LINTEL_XLSX_NOTE;
    }
}

/* What was kept aside is marked where it would have gone. */
static void
add_finding (LintelMarks *self, const LintelFinding *finding, LintelProject *project)
{
  guint n_places;
  const LintelPlace *places = lintel_finding_get_places (finding, &n_places);

  for (guint n = 0; n < n_places; n++)
    {
      const LintelStray *stray = places[n].kind == LINTEL_PLACE_STRAY
                                     ? lintel_project_get_stray (project, places[n].index[0])
                                     : NULL;

      if (stray == NULL || stray->has_target)
        add_mark (self, stray != NULL ? &stray->target : &places[n], mark_of_finding (finding));
    }
}

LintelMarks *
lintel_marks_new (LintelLinter *linter, LintelProject *baseline)
{
  LintelMarks *self = g_new0 (LintelMarks, 1);
  LintelProject *project = lintel_linter_get_project (linter);
  g_autoptr (GPtrArray) rows = lintel_worksheet_list (project, baseline);
  GPtrArray *findings = lintel_linter_get_findings (linter);

  self->marks = g_hash_table_new_full (lintel_place_hash, lintel_place_equal, g_free, NULL);
  for (guint n = 0; n < rows->len; n++)
    add_mark (self, &((LintelWorksheetRow *) g_ptr_array_index (rows, n))->place,
              LINTEL_XLSX_CHANGED);
  for (guint n = 0; n < findings->len; n++)
    add_finding (self, g_ptr_array_index (findings, n), project);
  return self;
}

void
lintel_marks_free (LintelMarks *self)
{
  g_hash_table_unref (self->marks);
  g_free (self);
}

static guint
get_finding (LintelMarks *self, const LintelPlace *place)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, place)) & ~(guint) LINTEL_XLSX_CHANGED;
}

guint
lintel_marks_get_style (LintelMarks *self, const LintelPlace *place)
{
  guint changed = GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, place)) & LINTEL_XLSX_CHANGED;
  guint finding = get_finding (self, place);
  LintelPlace around[3];

  if (place->kind == LINTEL_PLACE_CELL)
    {
      around[0] = lintel_place_row (place->program, place->index[0]);
      around[1] = lintel_place_table (place->item, 0);
      around[2] = lintel_place_table (place->item, place->index[0]);
      for (guint n = 0; n < G_N_ELEMENTS (around); n++)
        finding = MAX (finding, get_finding (self, &around[n]));
    }
  else if (place->kind == LINTEL_PLACE_EXTENSION)
    {
      around[0] = lintel_place_extension (place->index[0], LINTEL_FIELD_NONE);
      finding = MAX (finding, get_finding (self, &around[0]));
    }
  return LINTEL_XLSX_MARKED + (changed | finding);
}
