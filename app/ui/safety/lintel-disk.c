/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window asks of disks: see lintel-disk.h. */

#include "config.h"

#include "app/ui/safety/lintel-disk.h"

#include "lintel/xml.h"

#include <glib/gi18n-lib.h>

/* How long the window may stand still for a question whose answer it can do without, and for one
 * that decides where somebody's work goes. */
#define MOMENT (G_TIME_SPAN_SECOND * 3 / 10)
#define WHILE (LINTEL_DISK_SLOW * G_TIME_SPAN_MILLISECOND)

/* In threads, with somebody who is told. */

typedef struct
{
  char *path;
  LintelProject *project;
  LintelFileStamp expected, stamp;
  gboolean any, take; /* ANY: whatever the file holds */
  LintelHold hold;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  lintel_hold_release (&job->hold);
  g_clear_object (&job->project);
  g_free (job->path);
  g_free (job);
}

static GTask *
make_task (const char *path, gpointer source, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (source, NULL, callback, data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  g_task_set_task_data (task, job, job_free);
  return task;
}

/* What the monitor sees is told in the window's thread, whichever this is. */
static void
take_hold (LintelHold *hold, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LintelFileHolder) holder = NULL;

  hold->lock = lintel_file_lock_take (path, &holder);
  hold->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
}

static LintelHold
steal_hold (LintelHold *hold)
{
  LintelHold stolen = *hold;

  *hold = (LintelHold){ NULL, NULL };
  return stolen;
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  if (!lintel_xml_update_file (job->project, job->path, job->any ? NULL : &job->expected, &error))
    {
      if (g_error_matches (error, LINTEL_XML_ERROR, LINTEL_XML_ERROR_CHANGED))
        job->stamp = lintel_file_stamp_read (job->path);
      g_task_return_error (task, error);
      return;
    }
  bytes = lintel_xml_write_bytes (job->project, TRUE);
  job->stamp = lintel_file_stamp_of_bytes (bytes, job->path);
  if (job->take)
    take_hold (&job->hold, job->path);
  g_task_return_boolean (task, TRUE);
}

void
lintel_disk_save_async (LintelProject *project, const char *path, const LintelFileStamp *expected,
                        gboolean take, gpointer source, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = make_task (path, source, callback, data);
  Job *job = g_task_get_task_data (task);

  job->project = g_object_ref (project);
  job->any = expected == NULL;
  if (expected != NULL)
    job->expected = *expected;
  job->take = take;
  g_task_run_in_thread (task, save_thread);
}

gboolean
lintel_disk_save_finish (GAsyncResult *result, LintelFileStamp *stamp, LintelHold *hold,
                         GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  *stamp = job->stamp;
  *hold = steal_hold (&job->hold);
  return g_task_propagate_boolean (G_TASK (result), error);
}

LintelDiskFile *
lintel_disk_file_new (const char *path, GBytes *bytes, const LintelFileStamp *stamp)
{
  LintelDiskFile *file = g_new0 (LintelDiskFile, 1);

  file->path = g_strdup (path);
  file->bytes = bytes;
  file->stamp = *stamp;
  return file;
}

void
lintel_disk_file_free (LintelDiskFile *file)
{
  lintel_hold_release (&file->hold);
  g_bytes_unref (file->bytes);
  g_free (file->path);
  g_free (file);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GBytes *bytes = lintel_xml_load_bytes (job->path, &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  job->stamp = lintel_file_stamp_of_bytes (bytes, job->path);
  if (job->take)
    take_hold (&job->hold, job->path);
  g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
}

void
lintel_disk_read_async (const char *path, gboolean take, GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = make_task (path, NULL, callback, data);
  Job *job = g_task_get_task_data (task);

  job->take = take;
  g_task_run_in_thread (task, read_thread);
}

LintelDiskFile *
lintel_disk_read_finish (GAsyncResult *result, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), error);
  LintelDiskFile *file;

  if (bytes == NULL)
    return NULL;
  file = lintel_disk_file_new (job->path, bytes, &job->stamp);
  file->hold = steal_hold (&job->hold);
  return file;
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  job->stamp = lintel_file_stamp_read (job->path);
  g_task_return_boolean (task, TRUE);
}

void
lintel_disk_look_async (const char *path, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = make_task (path, NULL, callback, data);

  g_task_run_in_thread (task, look_thread);
}

LintelFileStamp
lintel_disk_look_finish (GAsyncResult *result)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  return job->stamp;
}

/* Only a look: the document takes the lock when it is there. */
static void
ask_holder_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (LintelFileHolder) holder = NULL;

  lintel_file_lock_release (lintel_file_lock_take (job->path, &holder));
  if (!g_file_test (job->path, G_FILE_TEST_EXISTS))
    g_clear_pointer (&holder, lintel_file_holder_free);
  g_task_return_pointer (task, g_steal_pointer (&holder), (GDestroyNotify) lintel_file_holder_free);
}

void
lintel_disk_ask_holder_async (const char *path, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = make_task (path, NULL, callback, data);

  g_task_run_in_thread (task, ask_holder_thread);
}

LintelFileHolder *
lintel_disk_ask_holder_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* For a moment. */

/* Shared by who asks and the thread that does it; the thread may come to its end long after. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean done;
  LintelFileLock *lock; /* to be released, or NULL */
  GPtrArray *paths;     /* to be looked for; gets those that are there */
  char *file;           /* to be looked at, or NULL */
  LintelFileStamp stamp;
} Errand;

static void
errand_clear (gpointer data)
{
  Errand *self = data;

  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_ptr_array_unref (self->paths);
  g_free (self->file);
}

static void
errand_unref (Errand *self)
{
  g_atomic_rc_box_release_full (self, errand_clear);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_unref)

static Errand *
errand_new (void)
{
  Errand *self = g_atomic_rc_box_new0 (Errand);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static gpointer
errand_thread (gpointer data)
{
  g_autoptr (Errand) self = data;

  lintel_file_lock_release (self->lock);
  for (guint i = self->paths->len; i-- > 0;)
    if (!g_file_test (g_ptr_array_index (self->paths, i), G_FILE_TEST_EXISTS))
      g_ptr_array_remove_index (self->paths, i);
  if (self->file != NULL)
    self->stamp = lintel_file_stamp_read (self->file);
  g_mutex_lock (&self->mutex);
  self->done = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/* FALSE when it is not done in that time: then nothing of it may be looked at. */
static gboolean
do_errand (Errand *self, gint64 patience)
{
  gint64 until = g_get_monotonic_time () + patience;
  gboolean done;

  g_thread_unref (g_thread_new ("errand", errand_thread, g_atomic_rc_box_acquire (self)));
  g_mutex_lock (&self->mutex);
  while (!self->done && g_cond_wait_until (&self->cond, &self->mutex, until))
    continue;
  done = self->done;
  g_mutex_unlock (&self->mutex);
  return done;
}

gboolean
lintel_disk_has (const char *path)
{
  g_autoptr (Errand) errand = errand_new ();

  g_ptr_array_add (errand->paths, g_strdup (path));
  return do_errand (errand, MOMENT) && errand->paths->len > 0;
}

/* Nobody waits a while for the same folder twice. */
gboolean
lintel_disk_look (const char *path, LintelFileStamp *now)
{
  static char *silent;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (Errand) errand = errand_new ();
  gboolean answered;

  errand->file = g_strdup (path);
  answered = do_errand (errand, g_strcmp0 (folder, silent) == 0 ? MOMENT : WHILE);
  if (answered)
    *now = errand->stamp;
  g_free (silent);
  silent = answered ? NULL : g_steal_pointer (&folder);
  return answered;
}

char *
lintel_disk_explain_silence (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);

  return g_strdup_printf (_ ("%s does not answer. Try again when it does."), shown);
}

char *
lintel_disk_explain_reading (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);

  return g_strdup_printf (_ ("Opening takes long: %s does not answer. Lintel waits for it."),
                          shown);
}

void
lintel_disk_keep_existing (GPtrArray *paths)
{
  g_autoptr (Errand) errand = errand_new ();

  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (errand->paths, g_strdup (g_ptr_array_index (paths, i)));
  if (!do_errand (errand, MOMENT))
    return;
  g_ptr_array_set_size (paths, 0);
  for (guint i = 0; i < errand->paths->len; i++)
    g_ptr_array_add (paths, g_strdup (g_ptr_array_index (errand->paths, i)));
}

void
lintel_hold_release (LintelHold *hold)
{
  g_clear_object (&hold->monitor);
  if (hold->lock != NULL)
    {
      g_autoptr (Errand) errand = errand_new ();

      errand->lock = g_steal_pointer (&hold->lock);
      do_errand (errand, MOMENT);
    }
}
