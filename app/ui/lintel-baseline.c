/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a project is compared with: another file, or the factory default. */

#include "config.h"

#include "app/ui/lintel-baseline.h"

#include "lintel/lock.h"
#include "lintel/xml.h"

#include <glib/gi18n-lib.h>

struct _LintelBaseline
{
  LintelProject *project;
  char *path;
};

LintelBaseline *
lintel_baseline_open (LintelProject *project, const char *path, GError **error)
{
  g_autoptr (LintelProject) other =
      lintel_xml_read_file (lintel_project_get_catalogue (project), path, error);
  LintelBaseline *self;

  if (other == NULL)
    return NULL;
  if (lintel_project_get_model (other) != lintel_project_get_model (project))
    {
      g_set_error (error, LINTEL_PROJECT_ERROR, LINTEL_PROJECT_ERROR_VALUE,
                   _ ("That file is of an %s and this one of an %s. Choose a file of the same "
                      "model."),
                   lintel_model_get_name (lintel_project_get_model (other)),
                   lintel_model_get_name (lintel_project_get_model (project)));
      return NULL;
    }
  self = g_new0 (LintelBaseline, 1);
  self->project = g_steal_pointer (&other);
  self->path = g_strdup (path);
  return self;
}

void
lintel_baseline_free (LintelBaseline *self)
{
  g_object_unref (self->project);
  g_free (self->path);
  g_free (self);
}

const char *
lintel_baseline_get_path (LintelBaseline *self)
{
  return self->path;
}

LintelProject *
lintel_baseline_get_project (LintelBaseline *self)
{
  return self->project;
}

static gboolean
projects_differ (LintelProject *from, LintelProject *to, const LintelPlace *place)
{
  /* What is locked cannot be compared. */
  if (place->kind == LINTEL_PLACE_CODE
      && (lintel_project_get_lock_state (from) == LINTEL_LOCK_LOCKED
          || lintel_project_get_lock_state (to) == LINTEL_LOCK_LOCKED))
    return FALSE;
  if (place->kind == LINTEL_PLACE_CELL)
    return !g_str_equal (lintel_project_get (from, place->item, place->index[0], place->index[1]),
                         lintel_project_get (to, place->item, place->index[0], place->index[1]));
  return g_strcmp0 (lintel_project_get_text (from, place), lintel_project_get_text (to, place))
         != 0;
}

gboolean
lintel_baseline_differs (LintelBaseline *self, LintelProject *project, const LintelPlace *place)
{
  return projects_differ (self->project, project, place);
}

GArray *
lintel_baseline_list (LintelBaseline *self, LintelProject *project)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));
  g_autoptr (LintelProject) from = self != NULL
                                       ? g_object_ref (self->project)
                                       : lintel_project_new (lintel_project_get_catalogue (project),
                                                             lintel_project_get_model (project),
                                                             lintel_project_get_version (project));
  g_autoptr (GPtrArray) edits = lintel_project_diff (from, project);

  for (guint i = 0; i < edits->len; i++)
    {
      const LintelEdit *edit = g_ptr_array_index (edits, i);

      if ((self != NULL || edit->place.kind == LINTEL_PLACE_CELL)
          && projects_differ (from, project, &edit->place))
        g_array_append_val (places, edit->place);
    }
  return places;
}
