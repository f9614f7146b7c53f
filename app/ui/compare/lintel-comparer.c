/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares a document with an earlier project while it is edited: see lintel-comparer.h. */

#include "config.h"

#include "app/ui/compare/lintel-comparer.h"

#include "app/ui/compare/lintel-difference.h"

/* In milliseconds; a burst of edits is compared once. */
#define PAUSE 60

struct _LintelComparer
{
  GObject parent_instance;

  LintelDocument *document;
  LintelCompareSource source;
  gboolean active;
  gboolean wanted; /* the lists are of a state that has passed */
  guint timer;     /* until the next comparison starts */
  GTask *task;     /* while one runs */
  guint serial;    /* of the state that is wanted */
  GListStore *places, *reach;
  char *problem;
};

enum
{
  STARTED,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LintelComparer, lintel_comparer, G_TYPE_OBJECT)

/* What a thread works on and what it finds. */
typedef struct
{
  LintelProject *old, *new;
  guint serial;
  GPtrArray *places, *reach; /* of LintelDifference */
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->old);
  g_clear_object (&job->new);
  g_clear_pointer (&job->places, g_ptr_array_unref);
  g_clear_pointer (&job->reach, g_ptr_array_unref);
  g_free (job);
}

static GPtrArray *
list_places (GPtrArray *changes)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint n = 0; n < changes->len; n++)
    g_ptr_array_add (rows, lintel_difference_new_of_place (g_ptr_array_index (changes, n)));
  return rows;
}

static GPtrArray *
list_reach (GPtrArray *changes, LintelProject *project)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint n = 0; n < changes->len; n++)
    {
      const LintelReachChange *change = g_ptr_array_index (changes, n);
      g_autoptr (GPtrArray) groups = lintel_reach_change_list_groups (change);

      for (guint k = 0; k < groups->len; k++)
        g_ptr_array_add (
            rows, lintel_difference_new_of_reach (change, g_ptr_array_index (groups, k), project));
    }
  return rows;
}

static void
compare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) places = lintel_compare_places (job->old, job->new, &error);
  g_autoptr (GPtrArray) reach = NULL;

  if (places == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  job->places = list_places (places);
  if (g_task_return_error_if_cancelled (task))
    return;
  reach = lintel_compare_reach (job->old, job->new);
  job->reach = list_reach (reach, job->new);
  g_task_return_boolean (task, TRUE);
}

static gboolean
is_same (GListModel *list, guint n, GPtrArray *rows, guint k)
{
  g_autoptr (LintelDifference) shown = g_list_model_get_item (list, n);
  LintelDifference *row = g_ptr_array_index (rows, k);

  return g_str_equal (lintel_difference_get_line (shown), lintel_difference_get_line (row));
}

/* What is the same before and after the difference stays, and with it selection and scrolling. */
static void
show_rows (GListStore *store, GPtrArray *rows)
{
  GListModel *list = G_LIST_MODEL (store);
  guint n = g_list_model_get_n_items (list), first = 0, last = 0;

  while (first < n && first < rows->len && is_same (list, first, rows, first))
    first++;
  while (last < n - first && last < rows->len - first
         && is_same (list, n - 1 - last, rows, rows->len - 1 - last))
    last++;
  if (first + last < n || first + last < rows->len)
    g_list_store_splice (store, first, n - first - last, rows->pdata + first,
                         rows->len - first - last);
}

static void schedule (LintelComparer *self, guint pause);

static void
take_result (LintelComparer *self, GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->problem, g_free);
  if (g_task_propagate_boolean (task, &error))
    {
      show_rows (self->places, job->places);
      show_rows (self->reach, job->reach);
    }
  else
    self->problem = g_strdup (error->message);
  self->wanted = FALSE;
  g_signal_emit (self, signals[DONE], 0);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LintelComparer *self = LINTEL_COMPARER (source);
  GTask *task = G_TASK (result);
  const Job *job = g_task_get_task_data (task);

  g_clear_object (&self->task);
  if (self->document == NULL)
    return;
  if (job->serial == self->serial)
    take_result (self, task);
  else
    schedule (self, 0);
}

static void
fail (LintelComparer *self, const GError *error)
{
  g_free (self->problem);
  self->problem = g_strdup (error->message);
  self->wanted = FALSE;
  g_list_store_remove_all (self->places);
  g_list_store_remove_all (self->reach);
  g_signal_emit (self, signals[DONE], 0);
}

static void
start (LintelComparer *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelProject) old = lintel_compare_source_open (self->source, self->document, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Job *job;

  if (old == NULL)
    {
      fail (self, error);
      return;
    }
  job = g_new0 (Job, 1);
  job->old = g_steal_pointer (&old);
  job->new = lintel_project_copy (lintel_document_get_project (self->document));
  job->serial = self->serial;
  self->task = g_task_new (self, cancellable, compared_cb, NULL);
  g_task_set_task_data (self->task, job, (GDestroyNotify) job_free);
  g_signal_emit (self, signals[STARTED], 0);
  g_task_run_in_thread (self->task, compare_thread);
}

static gboolean
timer_cb (gpointer data)
{
  LintelComparer *self = data;

  self->timer = 0;
  start (self);
  return G_SOURCE_REMOVE;
}

/* While a comparison runs, its end starts the next. */
static void
schedule (LintelComparer *self, guint pause)
{
  if (self->active && self->wanted && self->task == NULL && self->timer == 0)
    self->timer = g_timeout_add (pause, timer_cb, self);
}

static void
want (LintelComparer *self, guint pause)
{
  self->serial++;
  self->wanted = TRUE;
  if (self->task != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->task));
  schedule (self, pause);
}

static void
edited_cb (LintelComparer *self)
{
  want (self, PAUSE);
}

static void
lintel_comparer_dispose (GObject *object)
{
  LintelComparer *self = LINTEL_COMPARER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->places);
  g_clear_object (&self->reach);
  G_OBJECT_CLASS (lintel_comparer_parent_class)->dispose (object);
}

static void
lintel_comparer_finalize (GObject *object)
{
  g_free (LINTEL_COMPARER (object)->problem);
  G_OBJECT_CLASS (lintel_comparer_parent_class)->finalize (object);
}

static void
lintel_comparer_class_init (LintelComparerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lintel_comparer_dispose;
  object_class->finalize = lintel_comparer_finalize;

  signals[STARTED] = g_signal_new ("started", LINTEL_TYPE_COMPARER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", LINTEL_TYPE_COMPARER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
lintel_comparer_init (LintelComparer *self)
{
  self->places = g_list_store_new (LINTEL_TYPE_DIFFERENCE);
  self->reach = g_list_store_new (LINTEL_TYPE_DIFFERENCE);
}

LintelComparer *
lintel_comparer_new (LintelDocument *document)
{
  LintelComparer *self = g_object_new (LINTEL_TYPE_COMPARER, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_swapped (document, "edited", G_CALLBACK (edited_cb), self);
  want (self, 0);
  return self;
}

void
lintel_comparer_set_source (LintelComparer *self, LintelCompareSource source)
{
  self->source = source;
  want (self, 0);
}

LintelCompareSource
lintel_comparer_get_source (LintelComparer *self)
{
  return self->source;
}

void
lintel_comparer_set_active (LintelComparer *self, gboolean active)
{
  self->active = active;
  if (!active)
    g_clear_handle_id (&self->timer, g_source_remove);
  schedule (self, 0);
}

GListModel *
lintel_comparer_get_places (LintelComparer *self)
{
  return G_LIST_MODEL (self->places);
}

GListModel *
lintel_comparer_get_reach (LintelComparer *self)
{
  return G_LIST_MODEL (self->reach);
}

const char *
lintel_comparer_get_problem (LintelComparer *self)
{
  return self->problem;
}

gboolean
lintel_comparer_is_running (LintelComparer *self)
{
  return self->wanted;
}
