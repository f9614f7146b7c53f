/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a document can be compared with. A template knows no customer: what it says is put into a
 * copy of the project, so that only what it says differs.
 */

#include "config.h"

#include "app/ui/compare/lintel-compare-source.h"

#include "lintel/house-template.h"
#include "lintel/xml.h"

#include <glib/gi18n-lib.h>

char *
lintel_compare_source_get_title (LintelCompareSource source, LintelDocument *document)
{
  const char *path = lintel_document_get_baseline_path (document);

  switch (source)
    {
    case LINTEL_COMPARE_SAVED:
      return g_strdup (C_ ("compare with", "File as last saved"));
    case LINTEL_COMPARE_FACTORY:
      return g_strdup (C_ ("compare with", "Factory state"));
    case LINTEL_COMPARE_HARDENED:
      return g_strdup (C_ ("compare with", "Hardened template"));
    case LINTEL_COMPARE_BASELINE:
    case LINTEL_N_COMPARE_SOURCES:
    default:
      return path != NULL ? g_filename_display_basename (path) : g_strdup ("");
    }
}

/* Fields of an extension and so on stay as they are. */
static LintelProject *
open_factory (LintelProject *project, GError **error)
{
  LintelProject *factory = lintel_project_copy (project);
  g_autoptr (LintelProject) empty =
      lintel_project_new (lintel_project_get_catalogue (project),
                          lintel_project_get_model (project), lintel_project_get_version (project));
  g_autoptr (GPtrArray) differences = lintel_project_diff (empty, project);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();

  for (guint i = 0; i < differences->len; i++)
    {
      const LintelEdit *edit = g_ptr_array_index (differences, i);

      if (edit->place.kind == LINTEL_PLACE_CELL)
        lintel_edits_add (edits, &edit->place, NULL);
    }
  if (!lintel_project_apply (factory, "", NULL, edits, error))
    g_clear_object (&factory);
  return factory;
}

static LintelProject *
open_hardened (LintelProject *project, GError **error)
{
  g_autoptr (LintelProject) hardened = lintel_project_copy (project);
  g_autoptr (LintelProject) template = lintel_template_new_like (project, "hardened", error);
  g_autoptr (GPtrArray) edits = NULL;

  if (template != NULL)
    edits = lintel_house_template_compare (project, template, error);
  if (edits == NULL || !lintel_project_apply (hardened, "", NULL, edits, error))
    return NULL;
  return g_steal_pointer (&hardened);
}

LintelProject *
lintel_compare_source_open (LintelCompareSource source, LintelDocument *document, GError **error)
{
  LintelProject *project = lintel_document_get_project (document);
  LintelProject *baseline;

  switch (source)
    {
    case LINTEL_COMPARE_FACTORY:
      return open_factory (project, error);
    case LINTEL_COMPARE_HARDENED:
      return open_hardened (project, error);
    case LINTEL_COMPARE_BASELINE:
      baseline = lintel_document_get_baseline (document);
      if (baseline != NULL)
        return lintel_project_copy (baseline);
      g_set_error_literal (error, LINTEL_PROJECT_ERROR, LINTEL_PROJECT_ERROR_VALUE,
                           _ ("No file has been chosen: use Compare With…"));
      return NULL;
    case LINTEL_COMPARE_SAVED:
    case LINTEL_N_COMPARE_SOURCES:
    default:
      return lintel_project_copy (lintel_document_get_saved (document));
    }
}
