/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out a document's papers, in a thread where somebody waits for them. */

#include "config.h"

#include "app/ui/paper/lintel-paper-maker.h"

typedef struct
{
  LintelLinter *linter;
  LintelProject *baseline; /* NULL: the factory state */
  LintelPaperKind kind;
  LintelPaperSize size;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->linter);
  g_clear_object (&job->baseline);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static Job *
job_new (LintelDocument *document, LintelPaperKind kind, LintelPaperSize size)
{
  Job *job = g_new0 (Job, 1);
  LintelProject *baseline = lintel_document_get_baseline (document);

  job->linter = lintel_document_copy_linter (document);
  job->baseline = baseline != NULL ? lintel_project_copy (baseline) : NULL;
  job->kind = kind;
  job->size = size;
  return job;
}

static LintelPaper *
make (const Job *job, GError **error)
{
  const LintelExportOptions options = { .baseline = job->baseline, .paper = job->size };

  switch (job->kind)
    {
    case LINTEL_PAPER_WORKSHEET:
      return lintel_worksheet_paper_new (lintel_linter_get_project (job->linter), &options, error);
    case LINTEL_PAPER_CODE_SHEET:
      return lintel_code_sheet_new (lintel_linter_get_project (job->linter), &options, error);
    case LINTEL_PAPER_CERTIFICATE:
    default:
      return lintel_certificate_new (job->linter, &options, error);
    }
}

LintelPaper *
lintel_paper_make (LintelDocument *document, LintelPaperKind kind, LintelPaperSize size,
                   GError **error)
{
  g_autoptr (Job) job = job_new (document, kind, size);

  return make (job, error);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  LintelPaper *paper = make (data, &error);

  if (paper != NULL)
    g_task_return_pointer (task, paper, (GDestroyNotify) lintel_paper_free);
  else
    g_task_return_error (task, error);
}

void
lintel_paper_make_async (LintelDocument *document, LintelPaperKind kind, LintelPaperSize size,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, data);

  g_task_set_task_data (task, job_new (document, kind, size), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, make_thread);
}

LintelPaper *
lintel_paper_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
