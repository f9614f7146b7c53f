/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document: a project as a window works on it, with its file. lintel-document-lint.c has the
 * findings. */

#include "config.h"

#include "app/ui/lintel-document-private.h"

#include "app/ui/lintel-baseline.h"
#include "app/ui/lintel-severities.h"
#include "lintel/lock.h"
#include "lintel/safe-text.h"
#include "lintel/xml.h"

#include <glib/gi18n-lib.h>

enum
{
  EDITED,
  LINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (LintelDocument, lintel_document, G_TYPE_OBJECT)

static void
project_changed_cb (LintelProject *project, GPtrArray *edits, LintelDocument *self)
{
  lintel_document_lint_edit (self);
  g_signal_emit (self, signals[EDITED], 0);
}

/* What the file holds has the same codes, and nothing of them is a change. */
static void
lock_changed_cb (LintelProject *project, LintelDocument *self)
{
  LintelLockKey *key = lintel_project_peek_key (project);

  if (key != NULL)
    lintel_project_unlock (self->saved, key, NULL);
  lintel_document_lint_later (self);
  g_signal_emit (self, signals[EDITED], 0);
}

void
lintel_document_emit_linted (LintelDocument *self)
{
  g_signal_emit (self, signals[LINTED], 0);
}

static void
lintel_document_dispose (GObject *object)
{
  LintelDocument *self = LINTEL_DOCUMENT (object);

  g_clear_handle_id (&self->lint_source, g_source_remove);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->safekeeping);
  g_clear_object (&self->linter);
  g_clear_object (&self->project);
  g_clear_object (&self->saved);
  G_OBJECT_CLASS (lintel_document_parent_class)->dispose (object);
}

static void
lintel_document_finalize (GObject *object)
{
  LintelDocument *self = LINTEL_DOCUMENT (object);

  g_clear_object (&self->findings);
  g_clear_pointer (&self->at, g_hash_table_unref);
  g_clear_pointer (&self->current, g_ptr_array_unref);
  g_clear_pointer (&self->baseline, lintel_baseline_free);
  g_free (self->path);
  G_OBJECT_CLASS (lintel_document_parent_class)->finalize (object);
}

static void
lintel_document_class_init (LintelDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lintel_document_dispose;
  object_class->finalize = lintel_document_finalize;

  signals[EDITED] = g_signal_new ("edited", LINTEL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[LINTED] = g_signal_new ("linted", LINTEL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
lintel_document_init (LintelDocument *self)
{
  self->findings = lintel_finding_list_new ();
  self->current = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_finding_unref);
  self->at = g_hash_table_new_full (lintel_place_hash, lintel_place_equal, NULL,
                                    (GDestroyNotify) g_ptr_array_unref);
}

/* FILE may be NULL. BASE and SAVED as for lintel_safekeeping_new(). */
static LintelDocument *
make_document (LintelProject *project, LintelDiskFile *file, GBytes *base, GPtrArray *saved)
{
  LintelDocument *self = g_object_new (LINTEL_TYPE_DOCUMENT, NULL);

  self->project = g_object_ref (project);
  self->linter = lintel_linter_new (project);
  lintel_severities_apply (self->linter);
  self->saved = lintel_project_copy (project);
  self->safekeeping = lintel_safekeeping_new (project, base, saved);
  if (file != NULL)
    {
      self->path = g_strdup (file->path);
      lintel_safekeeping_set_file (self->safekeeping, file->path, &file->stamp, &file->hold);
    }
  g_signal_connect (project, "changed", G_CALLBACK (project_changed_cb), self);
  g_signal_connect (project, "lock-changed", G_CALLBACK (lock_changed_cb), self);
  lintel_document_lint_later (self);
  return self;
}

LintelDocument *
lintel_document_new (LintelProject *project)
{
  g_autoptr (GBytes) base = lintel_xml_write_bytes (project, TRUE);

  return make_document (project, NULL, base, NULL);
}

LintelDocument *
lintel_document_open (LintelCatalogue *catalogue, LintelDiskFile *file, GError **error)
{
  g_autoptr (LintelProject) project =
      lintel_xml_read_bytes (catalogue, file->bytes, file->path, error);

  return project != NULL ? make_document (project, file, file->bytes, NULL) : NULL;
}

/* The journal of a project with a lock knows nothing of its codes: they are those of the file, into
 * which they may have been saved since it was first read. */
static void
take_codes_of_file (LintelProject *project, LintelCatalogue *catalogue, LintelDiskFile *file)
{
  g_autoptr (LintelProject) saved =
      lintel_xml_read_bytes (catalogue, file->bytes, file->path, NULL);

  if (saved != NULL)
    lintel_project_take_sealed_codes (project, saved);
}

LintelDocument *
lintel_document_restore (LintelCatalogue *catalogue, LintelRecovery *recovery, LintelDiskFile *file,
                         GError **error)
{
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (LintelProject) project =
      lintel_recovery_replay (recovery, catalogue, &saved, &edits, error);
  g_autoptr (LintelDocument) self = NULL;

  if (project == NULL)
    return NULL;
  if (file != NULL)
    take_codes_of_file (project, catalogue, file);
  self = make_document (project, file, lintel_recovery_get_base (recovery), saved);
  self->made_here = self->path == NULL;
  if (!lintel_project_apply (project, C_ ("undo", "Restore changes"), NULL, edits, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* What the file holds has the codes of the project as it is by now: the lock may have been taken
 * off them while it was written. */
static void
take_saved (LintelDocument *self, LintelProject *written, const char *path)
{
  LintelLockKey *key = lintel_project_peek_key (self->project);

  if (key != NULL)
    lintel_project_unlock (written, key, NULL);
  g_set_object (&self->saved, written);
  g_free (self->path);
  self->path = g_strdup (path);
  self->made_here = FALSE;
  g_signal_emit (self, signals[EDITED], 0);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (LintelProject) written =
      lintel_safekeeping_save_finish (LINTEL_SAFEKEEPING (source), result, &error);

  if (written == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  take_saved (g_task_get_source_object (task), written, g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

void
lintel_document_save_async (LintelDocument *self, const char *path, gboolean over,
                            GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  lintel_safekeeping_save_async (self->safekeeping, path, over, saved_cb, task);
}

gboolean
lintel_document_save_finish (LintelDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

LintelSafekeeping *
lintel_document_get_safekeeping (LintelDocument *self)
{
  return self->safekeeping;
}

LintelProject *
lintel_document_get_project (LintelDocument *self)
{
  return self->project;
}

LintelLinter *
lintel_document_get_linter (LintelDocument *self)
{
  return self->linter;
}

LintelLinter *
lintel_document_copy_linter (LintelDocument *self)
{
  g_autoptr (LintelProject) copy = lintel_project_copy (self->project);
  LintelLinter *linter = lintel_linter_new (copy);

  lintel_severities_apply (linter);
  return linter;
}

const char *
lintel_document_get_path (LintelDocument *self)
{
  return self->path;
}

gboolean
lintel_document_has_changes (LintelDocument *self)
{
  return self->made_here || lintel_project_is_dirty (self->project);
}

void
lintel_document_set_made_here (LintelDocument *self)
{
  self->made_here = TRUE;
}

char *
lintel_document_get_title (LintelDocument *self)
{
  const LintelPlace place = lintel_place_customer (LINTEL_FIELD_NAME);
  const char *customer = lintel_project_get_text (self->project, &place);

  if (customer != NULL && customer[0] != '\0')
    return lintel_text_make_safe (customer, FALSE);
  if (self->path != NULL)
    return g_filename_display_basename (self->path);
  return g_strdup (C_ ("window", "New project"));
}

gboolean
lintel_document_is_unsaved (LintelDocument *self, const LintelPlace *place)
{
  g_autofree char *now = g_strdup (lintel_project_get_text (self->project, place));

  return g_strcmp0 (now, lintel_project_get_text (self->saved, place)) != 0;
}

LintelProject *
lintel_document_get_saved (LintelDocument *self)
{
  return self->saved;
}

gboolean
lintel_document_set_baseline (LintelDocument *self, const char *path, GError **error)
{
  LintelBaseline *baseline = NULL;

  if (path != NULL)
    {
      baseline = lintel_baseline_open (self->project, path, error);
      if (baseline == NULL)
        return FALSE;
    }
  g_clear_pointer (&self->baseline, lintel_baseline_free);
  self->baseline = baseline;
  g_signal_emit (self, signals[EDITED], 0);
  return TRUE;
}

const char *
lintel_document_get_baseline_path (LintelDocument *self)
{
  return self->baseline != NULL ? lintel_baseline_get_path (self->baseline) : NULL;
}

LintelProject *
lintel_document_get_baseline (LintelDocument *self)
{
  return self->baseline != NULL ? lintel_baseline_get_project (self->baseline) : NULL;
}

gboolean
lintel_document_is_different (LintelDocument *self, const LintelPlace *place)
{
  return self->baseline != NULL && lintel_baseline_differs (self->baseline, self->project, place);
}

GArray *
lintel_document_list_differences (LintelDocument *self)
{
  return lintel_baseline_list (self->baseline, self->project);
}

const char *
lintel_document_get_page_of (LintelDocument *self, const LintelPlace *place)
{
  switch (place->kind)
    {
    case LINTEL_PLACE_CELL:
    case LINTEL_PLACE_ROW:
    case LINTEL_PLACE_TABLE:
      return place->program->number;
    case LINTEL_PLACE_EXTENSION:
      return "extensions";
    case LINTEL_PLACE_CODE:
      return "codes";
    case LINTEL_PLACE_STRAY:
      {
        const LintelStray *stray = lintel_project_get_stray (self->project, place->index[0]);

        if (stray != NULL && stray->has_target && stray->target.kind != LINTEL_PLACE_STRAY)
          return lintel_document_get_page_of (self, &stray->target);
        return "overview";
      }
    case LINTEL_PLACE_NONE:
    case LINTEL_PLACE_CUSTOMER:
    case LINTEL_PLACE_NOTES:
    case LINTEL_PLACE_DIAL_TEST:
    case LINTEL_PLACE_ACCEPTANCE:
    case LINTEL_PLACE_SIGN_OFF:
    default:
      return "overview";
    }
}
