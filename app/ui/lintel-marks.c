/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the marks of a cell mean, in words. */

#include "config.h"

#include "app/ui/lintel-marks.h"

#include "app/ui/lintel-wording.h"

#include <glib/gi18n-lib.h>

gboolean
lintel_place_is_changed (LintelProject *project, const LintelPlace *place)
{
  if (place->kind != LINTEL_PLACE_CELL
      || !lintel_project_is_set (project, place->item, place->index[0], place->index[1]))
    return FALSE;
  return !g_str_equal (lintel_project_get (project, place->item, place->index[0], place->index[1]),
                       lintel_item_get_default (place->item, lintel_project_get_model (project),
                                                place->index[0], place->index[1]));
}

/* What PROJECT has at PLACE; of a cell its value, whether set by hand or not. */
static char *
describe_there (LintelProject *project, const LintelPlace *place)
{
  const char *text = lintel_project_get_text (project, place);

  if (place->kind == LINTEL_PLACE_CELL)
    text = lintel_project_get (project, place->item, place->index[0], place->index[1]);
  return lintel_describe_text (project, place, text, FALSE);
}

static void
add_factory (LintelProject *project, const LintelPlace *place, GPtrArray *lines)
{
  const char *factory = lintel_item_get_default (place->item, lintel_project_get_model (project),
                                                 place->index[0], place->index[1]);
  g_autofree char *words = lintel_describe_text (project, place, factory, FALSE);

  g_ptr_array_add (lines, g_strdup_printf (_ ("Changed from the factory default: %s"), words));
}

static void
add_saved (LintelDocument *document, const LintelPlace *place, GPtrArray *lines)
{
  g_autofree char *words = describe_there (lintel_document_get_saved (document), place);

  g_ptr_array_add (lines, g_strdup_printf (_ ("Changed since last saved: %s"), words));
}

static void
add_baseline (LintelDocument *document, const LintelPlace *place, GPtrArray *lines)
{
  g_autofree char *words = describe_there (lintel_document_get_baseline (document), place);
  g_autofree char *name =
      g_filename_display_basename (lintel_document_get_baseline_path (document));

  /* Translators: the name of a file, and what it has */
  g_ptr_array_add (lines, g_strdup_printf (C_ ("cell", "Different from %s: %s"), name, words));
}

char *
lintel_describe_marks (LintelDocument *document, const LintelPlace *place)
{
  LintelProject *project = lintel_document_get_project (document);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (lintel_place_is_changed (project, place))
    add_factory (project, place, lines);
  if (lintel_document_is_unsaved (document, place))
    add_saved (document, place, lines);
  if (lintel_document_is_different (document, place))
    add_baseline (document, place, lines);
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
