/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet's cells: what follows from the place that a cell stands for. */

#include "config.h"

#include "app/ui/lintel-marks.h"
#include "app/ui/lintel-wording.h"
#include "app/ui/pages/lintel-sheet-private.h"
#include "lintel/safe-text.h"

#include <glib/gi18n-lib.h>

gboolean
lintel_sheet_get_place (LintelSheet *self, int key, guint column, LintelPlace *place)
{
  return LINTEL_SHEET_GET_CLASS (self)->get_place (self, key, column, place);
}

gboolean
lintel_sheet_get_row_place (LintelSheet *self, int key, LintelPlace *place)
{
  LintelSheetClass *klass = LINTEL_SHEET_GET_CLASS (self);

  return klass->get_row_place != NULL && klass->get_row_place (self, key, place);
}

static char *
show_cell (LintelProject *project, const LintelPlace *place)
{
  const char *value = lintel_project_get (project, place->item, place->index[0], place->index[1]);

  return lintel_item_format (place->item, lintel_project_get_model (project), value);
}

static char *
show_place (LintelProject *project, const LintelPlace *place)
{
  const char *text;

  if (place->kind == LINTEL_PLACE_CELL)
    return show_cell (project, place);
  text = lintel_project_get_text (project, place);
  if (text == NULL)
    return g_strdup ("");
  return place->field == LINTEL_FIELD_KIND ? lintel_describe_text (project, place, text, FALSE)
                                           : lintel_text_make_safe (text, FALSE);
}

char *
lintel_sheet_get_shown (LintelSheet *self, int key, guint column)
{
  LintelSheetClass *klass = LINTEL_SHEET_GET_CLASS (self);
  char *shown = klass->get_shown != NULL ? klass->get_shown (self, key, column) : NULL;
  LintelPlace place;

  if (shown == NULL && lintel_sheet_get_place (self, key, column, &place))
    shown = show_place (lintel_sheet_get_project (self), &place);
  return shown != NULL ? shown : g_strdup ("");
}

gboolean
lintel_sheet_is_changed (LintelSheet *self, int key, guint column)
{
  LintelPlace place;

  return lintel_sheet_get_place (self, key, column, &place)
         && lintel_place_is_changed (lintel_sheet_get_project (self), &place);
}

gboolean
lintel_sheet_is_different (LintelSheet *self, int key, guint column)
{
  LintelPlace place;

  return lintel_sheet_get_place (self, key, column, &place)
         && lintel_document_is_different (lintel_sheet_get_document (self), &place);
}

static LintelGridFinding
find_at (LintelSheet *self, const LintelPlace *place)
{
  LintelSeverity severity;

  if (!lintel_document_get_severity_at (lintel_sheet_get_document (self), place, &severity))
    return LINTEL_GRID_FINDING_NONE;
  switch (severity)
    {
    case LINTEL_SEVERITY_ERROR:
      return LINTEL_GRID_FINDING_ERROR;
    case LINTEL_SEVERITY_WARNING:
      return LINTEL_GRID_FINDING_WARNING;
    case LINTEL_SEVERITY_NOTE:
    default:
      return LINTEL_GRID_FINDING_NOTE;
    }
}

LintelGridFinding
lintel_sheet_get_finding (LintelSheet *self, int key, guint column)
{
  LintelSheetClass *klass = LINTEL_SHEET_GET_CLASS (self);
  LintelGridFinding worst = LINTEL_GRID_FINDING_NONE;
  LintelPlace place;

  if (klass->shows_findings != NULL && !klass->shows_findings (self, column))
    return LINTEL_GRID_FINDING_NONE;
  if (lintel_sheet_get_place (self, key, column, &place))
    worst = find_at (self, &place);
  if (column == 0 && lintel_sheet_get_row_place (self, key, &place))
    worst = MAX (worst, find_at (self, &place));
  return worst;
}

static void
lintel_sheet_get_cell (LintelGridModel *model, guint row, guint column, LintelGridCellInfo *info)
{
  LintelSheet *self = LINTEL_SHEET (model);
  int key = lintel_sheet_get_key (self, row);
  LintelPlace place;

  info->text = lintel_sheet_get_shown (self, key, column);
  info->finding = lintel_sheet_get_finding (self, key, column);
  info->editable = lintel_sheet_get_place (self, key, column, &place);
  if (!info->editable)
    return;
  if (lintel_sheet_is_changed (self, key, column))
    info->marks |= LINTEL_GRID_MARK_CHANGED;
  if (lintel_document_is_unsaved (lintel_sheet_get_document (self), &place))
    info->marks |= LINTEL_GRID_MARK_UNSAVED;
  if (lintel_document_is_different (lintel_sheet_get_document (self), &place))
    info->marks |= LINTEL_GRID_MARK_BASELINE;
}

static char *
lintel_sheet_get_input_at (LintelGridModel *model, guint row, guint column)
{
  LintelSheet *self = LINTEL_SHEET (model);
  LintelSheetClass *klass = LINTEL_SHEET_GET_CLASS (self);
  LintelProject *project = lintel_sheet_get_project (self);
  int key = lintel_sheet_get_key (self, row);
  char *input = klass->get_input != NULL ? klass->get_input (self, key, column) : NULL;
  LintelPlace place;

  if (input != NULL)
    return input;
  if (!lintel_sheet_get_place (self, key, column, &place))
    return lintel_sheet_get_shown (self, key, column);
  if (place.kind == LINTEL_PLACE_CELL)
    return g_strdup (lintel_project_get (project, place.item, place.index[0], place.index[1]));
  input = g_strdup (lintel_project_get_text (project, &place));
  return input != NULL ? input : g_strdup ("");
}

static char *
lintel_sheet_get_name (LintelGridModel *model, guint row, guint column)
{
  LintelSheet *self = LINTEL_SHEET (model);
  int key = lintel_sheet_get_key (self, row);
  g_autofree char *shown = lintel_sheet_get_shown (self, key, column);
  g_autofree char *where = NULL;
  LintelPlace place;

  if (lintel_sheet_get_place (self, key, column, &place))
    where = lintel_place_to_string (&place, lintel_sheet_get_project (self));
  else
    {
      g_autofree char *heading = LINTEL_SHEET_GET_CLASS (self)->get_heading (self, key);

      where =
          g_strdup_printf ("%s %s", heading, lintel_grid_model_get_column (model, column)->title);
    }
  return g_strdup_printf ("%s: %s", where, shown[0] != '\0' ? shown : C_ ("value", "blank"));
}

static char *
lintel_sheet_get_findings (LintelGridModel *model, guint row, guint column)
{
  LintelSheet *self = LINTEL_SHEET (model);
  LintelDocument *document = lintel_sheet_get_document (self);
  int key = lintel_sheet_get_key (self, row);
  g_autofree char *here = NULL, *whole = NULL;
  LintelPlace place;

  if (lintel_sheet_get_place (self, key, column, &place))
    here = lintel_document_describe_findings_at (document, &place);
  if (column == 0 && lintel_sheet_get_row_place (self, key, &place))
    whole = lintel_document_describe_findings_at (document, &place);
  if (here != NULL && whole != NULL)
    return g_strdup_printf ("%s\n%s", here, whole);
  return here != NULL ? g_steal_pointer (&here) : g_steal_pointer (&whole);
}

static char *
lintel_sheet_get_marks (LintelGridModel *model, guint row, guint column)
{
  LintelSheet *self = LINTEL_SHEET (model);
  LintelPlace place;

  if (!lintel_sheet_get_place (self, lintel_sheet_get_key (self, row), column, &place))
    return NULL;
  return lintel_describe_marks (lintel_sheet_get_document (self), &place);
}

static void
add_findings (LintelSheet *self, const LintelPlace *place, GPtrArray *findings)
{
  GPtrArray *here = lintel_document_get_findings_at (lintel_sheet_get_document (self), place);

  for (guint i = 0; here != NULL && i < here->len; i++)
    if (lintel_finding_get_acceptance (g_ptr_array_index (here, i)) == 0)
      g_ptr_array_add (findings, lintel_finding_ref (g_ptr_array_index (here, i)));
}

GPtrArray *
lintel_sheet_list_findings (LintelSheet *self, guint row, guint column)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_finding_unref);
  int key = lintel_sheet_get_key (self, row);
  LintelPlace place;

  if (lintel_sheet_get_place (self, key, column, &place))
    add_findings (self, &place, findings);
  if (lintel_sheet_get_row_place (self, key, &place))
    add_findings (self, &place, findings);
  return findings;
}

char *
lintel_sheet_describe_problems (LintelSheet *self, const LintelPlace *place)
{
  GPtrArray *findings = lintel_document_get_findings_at (lintel_sheet_get_document (self), place);
  GString *text = g_string_new (NULL);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            lintel_finding_get_message (g_ptr_array_index (findings, i)));
  return g_string_free (text, FALSE);
}

static void
add_choices (LintelGridEditorSpec *spec, const LintelItem *item, LintelModel model)
{
  const char *value, *word;

  for (guint k = 0; lintel_item_get_choice (item, model, k, &value, &word); k++)
    {
      g_autofree char *label = lintel_item_format (item, model, value);

      lintel_grid_editor_spec_add_choice (spec, value, label);
    }
}

static LintelGridEditorSpec *
make_item_editor (const LintelItem *item, LintelModel model)
{
  static const LintelGridEditorKind kinds[] = {
    [LINTEL_TYPE_NUMBER] = LINTEL_GRID_EDITOR_NUMBER,
    [LINTEL_TYPE_CHOICE] = LINTEL_GRID_EDITOR_CHOICE,
    [LINTEL_TYPE_FLAG] = LINTEL_GRID_EDITOR_FLAG,
    [LINTEL_TYPE_DIGITS] = LINTEL_GRID_EDITOR_DIGITS,
  };
  LintelGridEditorSpec *spec = lintel_grid_editor_spec_new (kinds[item->type]);

  spec->minimum = item->minimum;
  spec->maximum = item->maximum;
  if (item->type == LINTEL_TYPE_DIGITS)
    {
      spec->blank_allowed = TRUE;
      spec->max_length = item->max_length;
      spec->alphabet = g_strdup (item->alphabet);
    }
  if (item->type == LINTEL_TYPE_CHOICE || item->type == LINTEL_TYPE_FLAG)
    add_choices (spec, item, model);
  if (item->type == LINTEL_TYPE_FLAG && spec->choices->len == 0)
    {
      lintel_grid_editor_spec_add_choice (spec, "0", C_ ("value", "0 – No"));
      lintel_grid_editor_spec_add_choice (spec, "1", C_ ("value", "1 – Yes"));
    }
  return spec;
}

static LintelGridEditorSpec *
make_kind_editor (void)
{
  LintelGridEditorSpec *spec = lintel_grid_editor_spec_new (LINTEL_GRID_EDITOR_CHOICE);

  for (int kind = 0; kind < LINTEL_N_EXTENSION_KINDS; kind++)
    lintel_grid_editor_spec_add_choice (spec, lintel_extension_kind_to_id (kind),
                                        lintel_extension_kind_get_title (kind));
  return spec;
}

static LintelGridEditorSpec *
lintel_sheet_get_editor (LintelGridModel *model, guint row, guint column)
{
  LintelSheet *self = LINTEL_SHEET (model);
  LintelSheetClass *klass = LINTEL_SHEET_GET_CLASS (self);
  int key = lintel_sheet_get_key (self, row);
  LintelGridEditorSpec *spec =
      klass->get_editor != NULL ? klass->get_editor (self, key, column) : NULL;
  LintelPlace place;

  if (spec != NULL)
    return spec;
  if (lintel_sheet_get_place (self, key, column, &place))
    {
      if (place.kind == LINTEL_PLACE_CELL)
        return make_item_editor (place.item,
                                 lintel_project_get_model (lintel_sheet_get_project (self)));
      if (place.field == LINTEL_FIELD_KIND)
        return make_kind_editor ();
    }
  spec = lintel_grid_editor_spec_new (LINTEL_GRID_EDITOR_TEXT);
  spec->blank_allowed = TRUE;
  return spec;
}

/* What would be stored for what was typed. */
static gboolean
parse_typed (LintelSheet *self, guint row, guint column, const char *typed, LintelPlace *place,
             char **stored, GError **error)
{
  LintelSheetClass *klass = LINTEL_SHEET_GET_CLASS (self);
  int key = lintel_sheet_get_key (self, row);
  g_autoptr (LintelGridEditorSpec) spec = NULL;

  *stored = NULL;
  if (!lintel_sheet_get_place (self, key, column, place))
    {
      g_set_error_literal (error, LINTEL_GRID_ERROR, LINTEL_GRID_ERROR_REFUSED,
                           _ ("This cell only shows something; change it where it comes from."));
      return FALSE;
    }
  if (typed == NULL)
    return TRUE;
  if (klass->parse != NULL)
    return klass->parse (self, key, column, typed, stored, error);
  if (place->kind == LINTEL_PLACE_CELL)
    {
      char out[LINTEL_VALUE_MAX + 1];

      if (!lintel_item_parse (place->item,
                              lintel_project_get_model (lintel_sheet_get_project (self)), typed,
                              out, error))
        return FALSE;
      *stored = g_strdup (out);
      return TRUE;
    }
  spec = lintel_sheet_get_editor (LINTEL_GRID_MODEL (self), row, column);
  return lintel_grid_editor_spec_check (spec, typed, stored, error);
}

static gboolean
lintel_sheet_check (LintelGridModel *model, guint row, guint column, const char *typed,
                    char **canonical, GError **error)
{
  g_autofree char *stored = NULL;
  LintelPlace place;

  if (!parse_typed (LINTEL_SHEET (model), row, column, typed, &place, &stored, error))
    return FALSE;
  if (canonical != NULL)
    *canonical = stored != NULL ? g_steal_pointer (&stored) : g_strdup ("");
  return TRUE;
}

/* The project names the place of what it refuses. Beside the cell that goes without saying. */
static void
drop_place (LintelProject *project, const LintelPlace *place, GError *error)
{
  g_autofree char *where = lintel_place_to_string (place, project);
  gsize length = strlen (where);

  if (g_str_has_prefix (error->message, where) && g_str_has_prefix (error->message + length, ": "))
    memmove (error->message, error->message + length + 2, strlen (error->message + length + 2) + 1);
}

/* EDITS with what follows from them, one undo step. */
static gboolean
apply_edits (LintelSheet *self, const char *label, GPtrArray *edits, GError **error)
{
  LintelSheetClass *klass = LINTEL_SHEET_GET_CLASS (self);
  g_autoptr (GPtrArray) all = lintel_edits_new ();

  for (guint i = 0; i < edits->len; i++)
    g_ptr_array_add (all, lintel_edit_copy (g_ptr_array_index (edits, i)));
  if (klass->add_implied != NULL)
    klass->add_implied (self, all);
  return lintel_project_apply (lintel_sheet_get_project (self), label, NULL, all, error);
}

static gboolean
lintel_sheet_set (LintelGridModel *model, guint row, guint column, const char *text, GError **error)
{
  LintelSheet *self = LINTEL_SHEET (model);
  LintelProject *project = lintel_sheet_get_project (self);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autofree char *stored = NULL, *where = NULL, *label = NULL;
  g_autoptr (GError) local = NULL;
  LintelPlace place;

  if (!parse_typed (self, row, column, text, &place, &stored, error))
    return FALSE;
  where = lintel_place_to_string (&place, project);
  label =
      g_strdup_printf (text != NULL ? C_ ("undo", "Change %s") : C_ ("undo", "Reset %s"), where);
  lintel_edits_add (edits, &place, stored);
  if (apply_edits (self, label, edits, &local))
    return TRUE;
  drop_place (project, &place, local);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Tries each edit alone on a copy: those that do not fit leave EDITS and become rejects. */
static void
sift_edits (LintelProject *project, GPtrArray *edits, GArray *origins, const LintelGridEdit *typed,
            GPtrArray *rejects)
{
  g_autoptr (LintelProject) copy = lintel_project_copy (project);

  for (guint i = 0; i < edits->len;)
    {
      LintelEdit *edit = g_ptr_array_index (edits, i);
      const LintelGridEdit *origin = &typed[g_array_index (origins, gsize, i)];
      g_autoptr (GError) error = NULL;

      if (lintel_project_set (copy, "", &edit->place, edit->new_text, &error))
        {
          i++;
          continue;
        }
      drop_place (project, &edit->place, error);
      g_ptr_array_add (rejects, lintel_grid_reject_new (origin->row, origin->column, origin->text,
                                                        error->message));
      g_ptr_array_remove_index (edits, i);
      g_array_remove_index (origins, i);
    }
}

static void
lintel_sheet_set_block (LintelGridModel *model, const LintelGridEdit *typed, gsize n_typed,
                        const char *label, GPtrArray *rejects)
{
  LintelSheet *self = LINTEL_SHEET (model);
  LintelProject *project = lintel_sheet_get_project (self);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (gsize i = 0; i < n_typed; i++)
    {
      g_autofree char *stored = NULL;
      g_autoptr (GError) error = NULL;
      LintelPlace place;

      if (parse_typed (self, typed[i].row, typed[i].column, typed[i].text, &place, &stored, &error))
        {
          lintel_edits_add (edits, &place, stored);
          g_array_append_val (origins, i);
        }
      else
        g_ptr_array_add (rejects, lintel_grid_reject_new (typed[i].row, typed[i].column,
                                                          typed[i].text, error->message));
    }
  if (apply_edits (self, label, edits, NULL))
    return;
  sift_edits (project, edits, origins, typed, rejects);
  apply_edits (self, label, edits, NULL);
}

void
lintel_sheet_cells_init (LintelGridModelInterface *iface)
{
  iface->get_cell = lintel_sheet_get_cell;
  iface->get_input = lintel_sheet_get_input_at;
  iface->get_name = lintel_sheet_get_name;
  iface->get_findings = lintel_sheet_get_findings;
  iface->get_marks = lintel_sheet_get_marks;
  iface->get_editor = lintel_sheet_get_editor;
  iface->check = lintel_sheet_check;
  iface->set = lintel_sheet_set;
  iface->set_block = lintel_sheet_set_block;
}
