/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports in a thread: see lintel-export-task.h. */

#include "config.h"

#include "app/ui/dialogs/lintel-export-task.h"

typedef struct
{
  LintelLinter *linter;
  LintelProject *baseline;
  LintelExportOptions options;
  char *reason, *folder;
  LintelExportProgressFunc progress;
  gpointer progress_data;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->linter);
  g_clear_object (&job->baseline);
  g_free (job->reason);
  g_free (job->folder);
  g_free (job);
}

static Job *
job_new (LintelDocument *document, const LintelExportOptions *options)
{
  Job *job = g_new0 (Job, 1);

  job->linter = lintel_document_copy_linter (document);
  g_set_object (&job->baseline, options->baseline);
  job->reason = g_strdup (options->reason);
  job->options = *options;
  job->options.baseline = job->baseline;
  job->options.reason = job->reason;
  job->options.progress = NULL;
  return job;
}

static void
start (LintelDocument *document, Job *job, GTaskThreadFunc func, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, data);

  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  /* What was written in the end was written, whenever somebody cancels. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, func);
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GPtrArray *files = lintel_export_render (job->linter, &job->options, cancellable, &error);

  if (files != NULL)
    g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
lintel_export_list_async (LintelDocument *document, const LintelExportOptions *options,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  start (document, job_new (document, options), list_thread, cancellable, callback, data);
}

GPtrArray *
lintel_export_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* How far it is, on its way to the thread that shows it. */
typedef struct
{
  GTask *task;
  char *file;
  double done;
} Report;

static void
report_free (gpointer data)
{
  Report *report = data;

  g_object_unref (report->task);
  g_free (report->file);
  g_free (report);
}

static gboolean
report_cb (gpointer data)
{
  const Report *report = data;
  const Job *job = g_task_get_task_data (report->task);

  if (!g_task_get_completed (report->task))
    job->progress (report->file, report->done, job->progress_data);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (const char *file, double done, gpointer data)
{
  Report *report = g_new0 (Report, 1);

  *report = (Report){ g_object_ref (data), g_strdup (file), done };
  g_main_context_invoke_full (g_task_get_context (data), G_PRIORITY_DEFAULT, report_cb, report,
                              report_free);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  job->options.progress = progress_cb;
  job->options.progress_data = task;
  if (lintel_export_write (job->linter, job->folder, &job->options, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
lintel_export_run_async (LintelDocument *document, const char *folder,
                         const LintelExportOptions *options, GCancellable *cancellable,
                         LintelExportProgressFunc progress, gpointer progress_data,
                         GAsyncReadyCallback callback, gpointer data)
{
  Job *job = job_new (document, options);

  job->folder = g_strdup (folder);
  job->progress = progress;
  job->progress_data = progress_data;
  start (document, job, run_thread, cancellable, callback, data);
}

gboolean
lintel_export_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
