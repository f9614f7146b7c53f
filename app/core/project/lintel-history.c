/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * History: the steps that undo and redo walk, and what differs from the saved state.
 *
 * The dirty mark does not count steps. It keeps, for each place that differs from the saved state,
 * the text that the saved state has there: whoever types a value back by hand is clean again, and
 * saving in the middle of the history needs no special case.
 */

#include "config.h"

#include "app/core/project/lintel-project-internal.h"

static void
step_free (LintelStep *step)
{
  g_free (step->label);
  g_free (step->merge_key);
  g_ptr_array_unref (step->edits);
  g_free (step);
}

/* It may be a code. */
static void
wipe_text_cb (gpointer text)
{
  lintel_wipe_text (text);
}

void
lintel_history_init (LintelHistory *history)
{
  history->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  history->unsaved =
      g_hash_table_new_full (lintel_place_hash, lintel_place_equal, g_free, wipe_text_cb);
}

void
lintel_history_clear (LintelHistory *history)
{
  g_clear_pointer (&history->steps, g_ptr_array_unref);
  g_clear_pointer (&history->unsaved, g_hash_table_unref);
}

/* The unsaved table. */

static void
note_unsaved (LintelHistory *history, const LintelEdit *edit)
{
  gpointer saved;

  if (!g_hash_table_lookup_extended (history->unsaved, &edit->place, NULL, &saved))
    g_hash_table_insert (history->unsaved, g_memdup2 (&edit->place, sizeof edit->place),
                         g_strdup (edit->old_text));
  else if (lintel_place_texts_equal (&edit->place, saved, edit->new_text))
    g_hash_table_remove (history->unsaved, &edit->place);
}

static void
note_all_unsaved (LintelHistory *history, GPtrArray *edits)
{
  for (guint k = 0; k < edits->len; k++)
    note_unsaved (history, g_ptr_array_index (edits, k));
}

gboolean
lintel_project_is_dirty (LintelProject *self)
{
  return g_hash_table_size (self->history.unsaved) > 0;
}

gboolean
lintel_project_is_unsaved (LintelProject *self, const LintelPlace *place)
{
  return g_hash_table_contains (self->history.unsaved, place);
}

void
lintel_project_mark_saved (LintelProject *self)
{
  g_hash_table_remove_all (self->history.unsaved);
  self->history.can_merge = FALSE;
}

void
lintel_project_mark_saved_before (LintelProject *self, GPtrArray *since)
{
  lintel_project_mark_saved (self);
  note_all_unsaved (&self->history, since);
}

/* Adding. */

static LintelStep *
last_step (LintelHistory *history)
{
  return history->position > 0 ? g_ptr_array_index (history->steps, history->position - 1) : NULL;
}

static void
push_step (LintelHistory *history, const char *label, const char *merge_key, GPtrArray *edits)
{
  LintelStep *step = g_new0 (LintelStep, 1);

  g_ptr_array_set_size (history->steps, (int) history->position);
  step->label = g_strdup (label);
  step->merge_key = g_strdup (merge_key);
  step->edits = lintel_edits_new ();
  lintel_edits_fold (step->edits, edits);
  g_ptr_array_add (history->steps, step);
  history->position++;
  history->can_merge = TRUE;
}

/* A step that comes to nothing, because the last edit took the first one back, goes. */
static void
merge_step (LintelHistory *history, GPtrArray *edits)
{
  LintelStep *step = last_step (history);

  lintel_edits_fold (step->edits, edits);
  if (step->edits->len > 0)
    return;
  history->position--;
  g_ptr_array_set_size (history->steps, (int) history->position);
  history->can_merge = FALSE;
}

void
lintel_history_add (LintelProject *self, const char *label, const char *merge_key, GPtrArray *edits)
{
  LintelHistory *history = &self->history;
  const LintelStep *last = last_step (history);

  note_all_unsaved (history, edits);
  if (history->can_merge && last != NULL && merge_key != NULL
      && g_strcmp0 (last->merge_key, merge_key) == 0)
    merge_step (history, edits);
  else
    push_step (history, label, merge_key, edits);
}

/* Walking. */

static GPtrArray *
reverse_edits (GPtrArray *edits)
{
  GPtrArray *reversed = lintel_edits_new ();

  for (guint k = edits->len; k-- > 0;)
    {
      const LintelEdit *edit = g_ptr_array_index (edits, k);
      LintelEdit *back = lintel_edit_new (&edit->place, edit->old_text);

      back->old_text = g_strdup (edit->new_text);
      g_ptr_array_add (reversed, back);
    }
  return reversed;
}

static void
walk (LintelProject *self, GPtrArray *edits)
{
  for (guint k = 0; k < edits->len; k++)
    {
      const LintelEdit *edit = g_ptr_array_index (edits, k);

      lintel_project_store_text (self, &edit->place, edit->new_text);
    }
  note_all_unsaved (&self->history, edits);
  self->history.can_merge = FALSE;
  lintel_project_emit_changed (self, edits);
}

gboolean
lintel_project_undo (LintelProject *self)
{
  const LintelStep *step = last_step (&self->history);
  g_autoptr (GPtrArray) edits = NULL;

  if (step == NULL)
    return FALSE;
  edits = reverse_edits (step->edits);
  self->history.position--;
  walk (self, edits);
  return TRUE;
}

gboolean
lintel_project_redo (LintelProject *self)
{
  LintelHistory *history = &self->history;
  g_autoptr (GPtrArray) edits = NULL;

  if (history->position >= history->steps->len)
    return FALSE;
  /* A listener may apply an edit of its own, which ends this step's life. */
  edits = g_ptr_array_ref (
      ((LintelStep *) g_ptr_array_index (history->steps, history->position))->edits);
  history->position++;
  walk (self, edits);
  return TRUE;
}

const char *
lintel_project_get_undo_label (LintelProject *self)
{
  const LintelStep *step = last_step (&self->history);

  return step != NULL ? step->label : NULL;
}

const char *
lintel_project_get_redo_label (LintelProject *self)
{
  const LintelHistory *history = &self->history;

  if (history->position >= history->steps->len)
    return NULL;
  return ((LintelStep *) g_ptr_array_index (history->steps, history->position))->label;
}
