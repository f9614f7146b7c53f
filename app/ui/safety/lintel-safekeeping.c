/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeps a document's work safe while it is open. */

#include "config.h"

#include "app/ui/safety/lintel-safekeeping.h"

#include "lintel/xml.h"

/* Whoever writes the file may do so in several goes. */
#define SETTLE_TIME 300 /* ms */

struct _LintelSafekeeping
{
  GObject parent_instance;

  LintelProject *project;
  LintelJournal *journal;
  char *path;            /* NULL for none yet */
  LintelFileStamp stamp; /* of what was opened or saved */
  LintelFileStamp known; /* of what was last told */
  LintelHold hold;       /* on PATH */
  guint settle_source;
  guint n_files; /* another number whenever the file is another one, or was written */
  gboolean looking, look_again;

  GTask *saving;    /* the save under way, which owns itself; NULL while there is none */
  GPtrArray *since; /* the edits since it began */
};

enum
{
  FILE_CHANGED,
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LintelSafekeeping, lintel_safekeeping, G_TYPE_OBJECT)

/* Looking. */

typedef struct
{
  GWeakRef self; /* a folder that does not answer does not keep a project open */
  guint n_files;
} Look;

static void
look_free (Look *look)
{
  g_weak_ref_clear (&look->self);
  g_free (look);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static void
note_seen (LintelSafekeeping *self, const LintelFileStamp *now)
{
  if (lintel_file_stamp_equal (now, &self->known))
    return;
  self->known = *now;
  g_signal_emit (self, signals[FILE_CHANGED], 0);
}

/* What was seen while the file was written, or before, says nothing. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Look) look = data;
  g_autoptr (LintelSafekeeping) self = g_weak_ref_get (&look->self);
  LintelFileStamp now = lintel_disk_look_finish (result);

  if (self == NULL || look->n_files != self->n_files)
    return;
  self->looking = FALSE;
  if (self->saving == NULL)
    note_seen (self, &now);
  if (self->look_again || self->saving != NULL)
    lintel_safekeeping_look (self);
}

/* A save that is under way looks when it has come to its end. */
void
lintel_safekeeping_look (LintelSafekeeping *self)
{
  Look *look;

  self->look_again = self->looking || self->saving != NULL;
  if (self->look_again || self->path == NULL)
    return;
  look = g_new0 (Look, 1);
  g_weak_ref_init (&look->self, self);
  look->n_files = self->n_files;
  self->looking = TRUE;
  lintel_disk_look_async (self->path, looked_cb, look);
}

static gboolean
settled_cb (gpointer data)
{
  LintelSafekeeping *self = data;

  self->settle_source = 0;
  lintel_safekeeping_look (self);
  return G_SOURCE_REMOVE;
}

static void
monitor_changed_cb (LintelSafekeeping *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (SETTLE_TIME, settled_cb, self);
}

static void
journal_failed_cb (LintelSafekeeping *self, const char *why)
{
  g_signal_emit (self, signals[FAILED], 0, why);
}

static void
stop_watching (LintelSafekeeping *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->hold.monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->hold.monitor, self);
}

static void
let_go (LintelSafekeeping *self)
{
  stop_watching (self);
  lintel_hold_release (&self->hold);
}

static void
project_changed_cb (LintelSafekeeping *self, GPtrArray *edits)
{
  if (self->saving != NULL)
    lintel_edits_fold (self->since, edits);
}

static void
lintel_safekeeping_dispose (GObject *object)
{
  LintelSafekeeping *self = LINTEL_SAFEKEEPING (object);

  let_go (self);
  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_data (self->journal, self);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->journal);
  g_clear_object (&self->project);
  g_clear_pointer (&self->since, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (lintel_safekeeping_parent_class)->dispose (object);
}

static void
lintel_safekeeping_class_init (LintelSafekeepingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lintel_safekeeping_dispose;
  signals[FILE_CHANGED] = g_signal_new ("file-changed", LINTEL_TYPE_SAFEKEEPING, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", LINTEL_TYPE_SAFEKEEPING, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lintel_safekeeping_init (LintelSafekeeping *self)
{
}

LintelSafekeeping *
lintel_safekeeping_new (LintelProject *project, GBytes *base, GPtrArray *saved)
{
  LintelSafekeeping *self = g_object_new (LINTEL_TYPE_SAFEKEEPING, NULL);
  g_autofree char *folder = lintel_journal_folder ();

  self->journal = lintel_journal_new (folder, project, base, saved);
  g_signal_connect_swapped (self->journal, "failed", G_CALLBACK (journal_failed_cb), self);
  self->project = g_object_ref (project);
  g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);
  return self;
}

static gboolean
is_own_path (LintelSafekeeping *self, const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  return g_strcmp0 (absolute, self->path) == 0;
}

/* Leaves an empty one. */
static void
take_hold (LintelSafekeeping *self, LintelHold *hold)
{
  let_go (self);
  self->hold = *hold;
  *hold = (LintelHold){ NULL, NULL };
  if (self->hold.monitor != NULL)
    g_signal_connect_swapped (self->hold.monitor, "changed", G_CALLBACK (monitor_changed_cb), self);
}

static void
change_path (LintelSafekeeping *self, const char *path, LintelHold *hold)
{
  char *absolute = g_canonicalize_filename (path, NULL);

  g_free (self->path);
  self->path = absolute;
  take_hold (self, hold);
}

/* A look that is under way is forgotten: the folder that the file was in may never answer. */
static void
note_file (LintelSafekeeping *self, const LintelFileStamp *stamp)
{
  self->stamp = self->known = *stamp;
  self->n_files++;
  self->look_again = self->look_again || self->looking;
  self->looking = FALSE;
}

void
lintel_safekeeping_set_file (LintelSafekeeping *self, const char *path,
                             const LintelFileStamp *stamp, LintelHold *hold)
{
  change_path (self, path, hold);
  note_file (self, stamp);
  lintel_journal_mark_saved (self->journal, self->path, stamp, NULL);
}

void
lintel_safekeeping_take_over (LintelSafekeeping *self, LintelSafekeeping *other)
{
  stop_watching (other);
  take_hold (self, &other->hold);
}

LintelFileStamp
lintel_safekeeping_get_stamp (LintelSafekeeping *self)
{
  return self->stamp;
}

gboolean
lintel_safekeeping_file_differs (LintelSafekeeping *self, LintelFileStamp *now)
{
  *now = self->known;
  return self->path != NULL && now->exists && !lintel_file_stamp_equal (now, &self->stamp);
}

gboolean
lintel_safekeeping_file_is_gone (LintelSafekeeping *self)
{
  return self->path != NULL && self->stamp.exists && !self->known.exists;
}

void
lintel_safekeeping_flush (LintelSafekeeping *self)
{
  lintel_journal_flush (self->journal);
}

void
lintel_safekeeping_keep_journal (LintelSafekeeping *self)
{
  lintel_journal_keep (self->journal);
}

/* Saving. */

typedef struct
{
  LintelProject *written;
  char *path;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->written);
  g_free (save->path);
  g_free (save);
}

static void
mark_saved (LintelSafekeeping *self, const Save *save, const LintelFileStamp *stamp,
            LintelHold *hold)
{
  if (!is_own_path (self, save->path))
    change_path (self, save->path, hold);
  note_file (self, stamp);
  lintel_project_mark_saved_before (self->project, self->since);
  lintel_journal_mark_saved (self->journal, self->path, stamp, self->since);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LintelSafekeeping *self = LINTEL_SAFEKEEPING (source);
  g_autoptr (GTask) task = data;
  const Save *save = g_task_get_task_data (task);
  gboolean is_given_up = self->saving != task;
  GError *error = NULL;
  LintelFileStamp stamp;
  LintelHold hold;
  gboolean written = lintel_disk_save_finish (result, &stamp, &hold, &error);

  if (!is_given_up)
    self->saving = NULL;
  if (written && !is_given_up)
    mark_saved (self, save, &stamp, &hold);
  else if (!is_given_up && g_error_matches (error, LINTEL_XML_ERROR, LINTEL_XML_ERROR_CHANGED))
    note_seen (self, &stamp);
  lintel_hold_release (&hold);
  if (!is_given_up && self->look_again)
    lintel_safekeeping_look (self);
  if (is_given_up)
    {
      g_clear_error (&error);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "given up for another one");
    }
  else if (written)
    g_task_return_pointer (task, g_object_ref (save->written), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
lintel_safekeeping_save_async (LintelSafekeeping *self, const char *path, gboolean over,
                               GAsyncReadyCallback callback, gpointer data)
{
  gboolean is_own = is_own_path (self, path);
  Save *save = g_new0 (Save, 1);

  save->written = lintel_project_copy (self->project);
  save->path = g_strdup (path);
  if (is_own)
    lintel_journal_note_writing (self->journal);
  self->saving = g_task_new (self, NULL, callback, data);
  g_task_set_task_data (self->saving, save, save_free);
  g_clear_pointer (&self->since, g_ptr_array_unref);
  self->since = lintel_edits_new ();
  lintel_disk_save_async (save->written, path, is_own && !over ? &self->stamp : NULL, !is_own, self,
                          written_cb, self->saving);
}

LintelProject *
lintel_safekeeping_save_finish (LintelSafekeeping *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
lintel_safekeeping_is_saving (LintelSafekeeping *self)
{
  return self->saving != NULL;
}
