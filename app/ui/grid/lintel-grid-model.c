/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model interface: defaults for what a model leaves out, and the guard in front of blocks. */

#include "config.h"

#include "app/ui/grid/lintel-grid-model.h"

#include <glib/gi18n-lib.h>

G_DEFINE_INTERFACE (LintelGridModel, lintel_grid_model, G_TYPE_OBJECT)

G_DEFINE_QUARK (lintel_grid_error, lintel_grid_error)

enum
{
  CHANGED,
  RESET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
lintel_grid_model_default_init (LintelGridModelInterface *iface)
{
  signals[CHANGED] =
      g_signal_new ("changed", LINTEL_TYPE_GRID_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 4, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
  signals[RESET] = g_signal_new ("reset", LINTEL_TYPE_GRID_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

void
lintel_grid_cell_info_clear (LintelGridCellInfo *info)
{
  g_clear_pointer (&info->text, g_free);
}

LintelGridReject *
lintel_grid_reject_new (guint row, guint column, const char *text, const char *reason)
{
  LintelGridReject *reject = g_new (LintelGridReject, 1);

  reject->row = row;
  reject->column = column;
  reject->text = g_strdup (text);
  reject->reason = g_strdup (reason);
  return reject;
}

void
lintel_grid_reject_free (LintelGridReject *reject)
{
  g_free (reject->text);
  g_free (reject->reason);
  g_free (reject);
}

guint
lintel_grid_model_get_n_rows (LintelGridModel *model)
{
  return LINTEL_GRID_MODEL_GET_IFACE (model)->get_n_rows (model);
}

guint
lintel_grid_model_get_n_columns (LintelGridModel *model)
{
  return LINTEL_GRID_MODEL_GET_IFACE (model)->get_n_columns (model);
}

guint
lintel_grid_model_get_n_frozen_columns (LintelGridModel *model)
{
  LintelGridModelInterface *iface = LINTEL_GRID_MODEL_GET_IFACE (model);

  if (iface->get_n_frozen_columns == NULL)
    return 0;
  return MIN (iface->get_n_frozen_columns (model), iface->get_n_columns (model));
}

const LintelGridColumn *
lintel_grid_model_get_column (LintelGridModel *model, guint column)
{
  return LINTEL_GRID_MODEL_GET_IFACE (model)->get_column (model, column);
}

const LintelGridColumn *
lintel_grid_model_get_heading_column (LintelGridModel *model)
{
  LintelGridModelInterface *iface = LINTEL_GRID_MODEL_GET_IFACE (model);

  return iface->get_heading_column != NULL ? iface->get_heading_column (model) : NULL;
}

char *
lintel_grid_model_get_heading (LintelGridModel *model, guint row)
{
  LintelGridModelInterface *iface = LINTEL_GRID_MODEL_GET_IFACE (model);

  return iface->get_heading != NULL ? iface->get_heading (model, row)
                                    : g_strdup_printf ("%u", row + 1);
}

gboolean
lintel_grid_model_is_apart (LintelGridModel *model, guint row)
{
  LintelGridModelInterface *iface = LINTEL_GRID_MODEL_GET_IFACE (model);

  return iface->is_apart != NULL && iface->is_apart (model, row);
}

void
lintel_grid_model_get_cell (LintelGridModel *model, guint row, guint column,
                            LintelGridCellInfo *info)
{
  *info = (LintelGridCellInfo){ 0 };
  LINTEL_GRID_MODEL_GET_IFACE (model)->get_cell (model, row, column, info);
}

char *
lintel_grid_model_get_input (LintelGridModel *model, guint row, guint column)
{
  LintelGridModelInterface *iface = LINTEL_GRID_MODEL_GET_IFACE (model);
  LintelGridCellInfo info;

  if (iface->get_input != NULL)
    return iface->get_input (model, row, column);
  lintel_grid_model_get_cell (model, row, column, &info);
  return info.text != NULL ? info.text : g_strdup ("");
}

static char *
name_by_heads (LintelGridModel *model, guint row, guint column)
{
  g_autofree char *heading = lintel_grid_model_get_heading (model, row);
  g_auto (LintelGridCellInfo) info = { 0 };

  lintel_grid_model_get_cell (model, row, column, &info);
  return g_strdup_printf ("%s %s: %s", lintel_grid_model_get_column (model, column)->title, heading,
                          info.text != NULL ? info.text : "");
}

char *
lintel_grid_model_get_name (LintelGridModel *model, guint row, guint column)
{
  LintelGridModelInterface *iface = LINTEL_GRID_MODEL_GET_IFACE (model);

  return iface->get_name != NULL ? iface->get_name (model, row, column)
                                 : name_by_heads (model, row, column);
}

char *
lintel_grid_model_get_findings (LintelGridModel *model, guint row, guint column)
{
  LintelGridModelInterface *iface = LINTEL_GRID_MODEL_GET_IFACE (model);

  return iface->get_findings != NULL ? iface->get_findings (model, row, column) : NULL;
}

char *
lintel_grid_model_get_marks (LintelGridModel *model, guint row, guint column)
{
  LintelGridModelInterface *iface = LINTEL_GRID_MODEL_GET_IFACE (model);

  return iface->get_marks != NULL ? iface->get_marks (model, row, column) : NULL;
}

char *
lintel_grid_model_get_notes (LintelGridModel *model, guint row, guint column)
{
  g_autofree char *findings = lintel_grid_model_get_findings (model, row, column);
  g_autofree char *marks = lintel_grid_model_get_marks (model, row, column);

  if (findings != NULL && marks != NULL)
    return g_strjoin ("\n", findings, marks, NULL);
  return findings != NULL ? g_steal_pointer (&findings) : g_steal_pointer (&marks);
}

LintelGridEditorSpec *
lintel_grid_model_get_editor (LintelGridModel *model, guint row, guint column)
{
  LintelGridModelInterface *iface = LINTEL_GRID_MODEL_GET_IFACE (model);
  LintelGridEditorSpec *spec;

  if (iface->get_editor != NULL)
    return iface->get_editor (model, row, column);
  spec = lintel_grid_editor_spec_new (LINTEL_GRID_EDITOR_TEXT);
  spec->blank_allowed = TRUE;
  return spec;
}

gboolean
lintel_grid_model_check (LintelGridModel *model, guint row, guint column, const char *typed,
                         char **canonical, GError **error)
{
  LintelGridModelInterface *iface = LINTEL_GRID_MODEL_GET_IFACE (model);
  g_autoptr (LintelGridEditorSpec) spec = NULL;

  if (iface->check != NULL)
    return iface->check (model, row, column, typed, canonical, error);
  spec = lintel_grid_model_get_editor (model, row, column);
  return lintel_grid_editor_spec_check (spec, typed, canonical, error);
}

gboolean
lintel_grid_model_set (LintelGridModel *model, guint row, guint column, const char *text,
                       GError **error)
{
  return LINTEL_GRID_MODEL_GET_IFACE (model)->set (model, row, column, text, error);
}

gboolean
lintel_grid_model_reset (LintelGridModel *model, guint row, guint column, GError **error)
{
  return lintel_grid_model_set (model, row, column, NULL, error);
}

static void
set_one_by_one (LintelGridModel *model, const LintelGridEdit *edits, gsize n_edits,
                GPtrArray *rejects)
{
  for (gsize i = 0; i < n_edits; i++)
    {
      const LintelGridEdit *edit = &edits[i];
      g_autoptr (GError) error = NULL;

      if (!lintel_grid_model_set (model, edit->row, edit->column, edit->text, &error))
        g_ptr_array_add (
            rejects, lintel_grid_reject_new (edit->row, edit->column, edit->text, error->message));
    }
}

/* Returns why the cell takes no value, NULL when it takes it, and "" when there is nothing to tell:
 * it holds this one already, or there is neither a value nor a cell, as beside a table that was
 * copied with blank cells around it. */
static const char *
reason_to_refuse (LintelGridModel *model, const LintelGridEdit *edit)
{
  g_auto (LintelGridCellInfo) info = { 0 };
  g_autofree char *input = NULL;

  if (edit->row >= lintel_grid_model_get_n_rows (model)
      || edit->column >= lintel_grid_model_get_n_columns (model))
    return edit->text == NULL || *edit->text == '\0'
               ? ""
               : _ ("There is no cell for this value: it lies outside the table.");
  lintel_grid_model_get_cell (model, edit->row, edit->column, &info);
  if (info.editable)
    return NULL;
  input = lintel_grid_model_get_input (model, edit->row, edit->column);
  if (edit->text == NULL || g_strcmp0 (edit->text, input) == 0
      || g_strcmp0 (edit->text, info.text) == 0)
    return "";
  return _ ("This cell cannot be changed.");
}

static GArray *
take_possible_edits (LintelGridModel *model, const LintelGridEdit *edits, gsize n_edits,
                     GPtrArray *rejects)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (LintelGridEdit));

  for (gsize i = 0; i < n_edits; i++)
    {
      const char *reason = reason_to_refuse (model, &edits[i]);

      if (reason == NULL)
        g_array_append_val (taken, edits[i]);
      else if (*reason != '\0')
        g_ptr_array_add (
            rejects, lintel_grid_reject_new (edits[i].row, edits[i].column, edits[i].text, reason));
    }
  return taken;
}

static int
compare_rejects (gconstpointer a, gconstpointer b)
{
  const LintelGridReject *first = *(const LintelGridReject *const *) a;
  const LintelGridReject *second = *(const LintelGridReject *const *) b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  return first->column < second->column ? -1 : first->column > second->column;
}

GPtrArray *
lintel_grid_model_set_block (LintelGridModel *model, const LintelGridEdit *edits, gsize n_edits,
                             const char *label)
{
  LintelGridModelInterface *iface = LINTEL_GRID_MODEL_GET_IFACE (model);
  GPtrArray *rejects = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_grid_reject_free);
  g_autoptr (GArray) taken = take_possible_edits (model, edits, n_edits, rejects);
  const LintelGridEdit *first = (const LintelGridEdit *) (gpointer) taken->data;

  if (taken->len > 0 && iface->set_block != NULL)
    iface->set_block (model, first, taken->len, label, rejects);
  else
    set_one_by_one (model, first, taken->len, rejects);
  /* Whoever found them, they are read row by row. */
  g_ptr_array_sort (rejects, compare_rejects);
  return rejects;
}

void
lintel_grid_model_emit_changed (LintelGridModel *model, guint row, guint column, guint n_rows,
                                guint n_columns)
{
  g_signal_emit (model, signals[CHANGED], 0, row, column, n_rows, n_columns);
}

void
lintel_grid_model_emit_reset (LintelGridModel *model)
{
  g_signal_emit (model, signals[RESET], 0);
}
