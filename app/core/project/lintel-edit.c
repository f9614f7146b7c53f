/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Edits as values, lists of them, and folding a list into the shortest one that does the same.
 * Their texts may be codes, so they are wiped.
 */

#include "config.h"

#include "app/core/project/lintel-project-internal.h"

LintelEdit *
lintel_edit_new (const LintelPlace *place, const char *new_text)
{
  LintelEdit *edit = g_new0 (LintelEdit, 1);

  edit->place = *place;
  edit->new_text = g_strdup (new_text);
  return edit;
}

LintelEdit *
lintel_edit_copy (const LintelEdit *edit)
{
  LintelEdit *copy = lintel_edit_new (&edit->place, edit->new_text);

  copy->old_text = g_strdup (edit->old_text);
  return copy;
}

void
lintel_edit_free (LintelEdit *edit)
{
  if (edit == NULL)
    return;
  lintel_wipe_text (edit->old_text);
  lintel_wipe_text (edit->new_text);
  g_free (edit);
}

GPtrArray *
lintel_edits_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_edit_free);
}

void
lintel_edits_add (GPtrArray *edits, const LintelPlace *place, const char *new_text)
{
  g_ptr_array_add (edits, lintel_edit_new (place, new_text));
}

/* A kind is "telephone" whether somebody said so or not. */
static const char *
canonical_text (const LintelPlace *place, const char *text)
{
  if (text == NULL && place->kind == LINTEL_PLACE_EXTENSION && place->field == LINTEL_FIELD_KIND)
    return lintel_extension_kind_to_id (LINTEL_EXTENSION_TELEPHONE);
  return text;
}

gboolean
lintel_place_texts_equal (const LintelPlace *place, const char *a, const char *b)
{
  return g_strcmp0 (canonical_text (place, a), canonical_text (place, b)) == 0;
}

static void
remove_noops (GPtrArray *edits)
{
  guint kept = 0;

  for (guint k = 0; k < edits->len; k++)
    {
      LintelEdit *edit = edits->pdata[k];

      if (lintel_place_texts_equal (&edit->place, edit->old_text, edit->new_text))
        lintel_edit_free (edit);
      else
        edits->pdata[kept++] = edit;
    }
  /* The tail holds moved or freed elements: it must not be freed again. */
  for (guint k = kept; k < edits->len; k++)
    edits->pdata[k] = NULL;
  g_ptr_array_set_size (edits, (int) kept);
}

void
lintel_edits_fold (GPtrArray *edits, GPtrArray *more)
{
  g_autoptr (GHashTable) by_place = g_hash_table_new (lintel_place_hash, lintel_place_equal);

  for (guint k = 0; k < edits->len; k++)
    g_hash_table_add (by_place, g_ptr_array_index (edits, k));
  for (guint k = 0; k < more->len; k++)
    {
      const LintelEdit *edit = g_ptr_array_index (more, k);
      LintelEdit *earlier = g_hash_table_lookup (by_place, &edit->place);

      if (earlier == NULL)
        {
          LintelEdit *copy = lintel_edit_copy (edit);

          g_ptr_array_add (edits, copy);
          g_hash_table_add (by_place, copy);
          continue;
        }
      lintel_wipe_text (earlier->new_text);
      earlier->new_text = g_strdup (edit->new_text);
    }
  remove_noops (edits);
}
