/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The writer of a journal. What changed is noted where it happens; a thread of the journal's own
 * makes lines of it, writes them in order and flushes the disk when it has caught up, so that
 * typing never waits for a disk, nor for a large project to be put down.
 */

#include "config.h"

#include "app/core/xml/lintel-journal-private.h"
#include "lintel/lock.h"
#include "lintel/xml.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define MAX_TRIES 8

struct _LintelJournal
{
  GObject parent_instance;

  LintelProject *project;
  GBytes *base;
  char *folder, *path;   /* PATH is the project's, NULL for none */
  LintelFileStamp stamp; /* of PATH, when it was last saved or opened */
  LintelJournalNet net;  /* from BASE to the project as it is */
  gboolean has_file;     /* changes have been sent since the last save */
  gboolean is_kept;      /* that file stays when the journal goes */
  GThreadPool *writer;   /* one thread; takes Job* */
  int waiting; /* jobs that the writer has not begun; atomic, since a pool that ends tells none */

  /* The writer's own. */
  char *file;
  int fd;
  LintelJournalChain chain;
  gboolean is_named; /* the disk has the file's name for good */
  gboolean broken;   /* the file cannot be continued */
  gboolean failed;   /* and that has been told */
};

typedef enum
{
  BEGIN,
  APPEND,
  WRITING,
  CLOSE,
  REMOVE,
  ANSWER,
} JobKind;

typedef struct
{
  JobKind kind;
  GPtrArray *records;     /* BEGIN, APPEND: of GVariant*; a header that lacks the base is first */
  LintelProject *project; /* WRITING: a copy of its own */
  GAsyncQueue *answers;   /* ANSWER */
} Job;

enum
{
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LintelJournal, lintel_journal, G_TYPE_OBJECT)
G_DEFINE_QUARK (lintel_journal_error, lintel_journal_error)

char *
lintel_journal_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "lintel", NULL);
}

static void
add_record (GPtrArray *records, GVariant *record)
{
  g_ptr_array_add (records, g_variant_ref_sink (record));
}

static void
add_edits (GPtrArray *records, const char *kind, GPtrArray *edits)
{
  add_record (records,
              g_variant_new ("(sx@a(sssiimsms))", kind, g_get_real_time () / G_USEC_PER_SEC,
                             lintel_journal_edits_to_variant (edits)));
}

/* In the writer's thread. */

typedef struct
{
  LintelJournal *journal;
  char *why;
} Failure;

static gboolean
tell_failure_cb (gpointer data)
{
  const Failure *failure = data;

  g_signal_emit (failure->journal, signals[FAILED], 0, failure->why);
  return G_SOURCE_REMOVE;
}

static void
failure_free (gpointer data)
{
  Failure *failure = data;

  g_object_unref (failure->journal);
  g_free (failure->why);
  g_free (failure);
}

static void
fail (LintelJournal *self, int number)
{
  Failure *failure;

  self->broken = TRUE;
  if (self->failed)
    return;
  self->failed = TRUE;
  failure = g_new0 (Failure, 1);
  failure->journal = g_object_ref (self);
  failure->why = g_strdup_printf ("%s: %s", self->folder, g_strerror (number));
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_failure_cb, failure, failure_free);
}

static void
close_file (LintelJournal *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  g_clear_pointer (&self->file, g_free);
}

static void
remove_file (LintelJournal *self)
{
  if (self->fd >= 0)
    g_unlink (self->file);
  close_file (self);
}

static void
write_records (LintelJournal *self, GPtrArray *records)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint k = 0; k < records->len; k++)
    lintel_journal_append_record (lines, self->chain, g_ptr_array_index (records, k));
  if (!self->broken && !lintel_file_append (self->fd, lines->str, lines->len))
    fail (self, errno);
}

/* A new file is safe once its folder has its name as well. */
static void
flush_file (LintelJournal *self)
{
  if (self->fd < 0 || self->broken)
    return;
  if (fdatasync (self->fd) != 0 || (!self->is_named && !lintel_file_flush_folder (self->folder)))
    {
      fail (self, errno);
      return;
    }
  self->is_named = TRUE;
}

static void
add_base (LintelJournal *self, GPtrArray *records)
{
  GVariant *header = g_ptr_array_index (records, 0);
  gsize size;
  const guchar *data = g_bytes_get_data (self->base, &size);
  g_autofree char *base = g_base64_encode (data, size);
  GVariantDict dict;

  g_variant_dict_init (&dict, header);
  g_variant_dict_insert (&dict, "base", "s", base);
  records->pdata[0] = g_variant_ref_sink (g_variant_dict_end (&dict));
  g_variant_unref (header);
}

/* Claimed, which says that its program runs. Somebody who looks for journals may take a new one for
 * left over before that: then another one is made. FALSE with errno. */
static gboolean
make_file (LintelJournal *self)
{
  for (int n = 0; n < MAX_TRIES; n++)
    {
      g_autofree char *name = g_build_filename (self->folder, LINTEL_JOURNAL_PREFIX "XXXXXX", NULL);

      self->fd = g_mkstemp_full (name, O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
      if (self->fd < 0)
        return FALSE;
      self->file = g_steal_pointer (&name);
      if (lintel_file_claim (self->fd, self->file))
        return TRUE;
      close_file (self);
    }
  errno = EBUSY;
  return FALSE;
}

/* The one before, if there is any, goes only when the new one is safe. */
static void
begin_file (LintelJournal *self, GPtrArray *records)
{
  g_autofree char *before = g_steal_pointer (&self->file);
  int before_fd = self->fd;

  self->fd = -1;
  self->broken = self->is_named = FALSE;
  self->chain[0] = '\0';
  if (g_mkdir_with_parents (self->folder, 0700) != 0 || !make_file (self))
    fail (self, errno);
  add_base (self, records);
  write_records (self, records);
  if (before_fd < 0)
    return;
  flush_file (self);
  if (!self->broken)
    g_unlink (before);
  close (before_fd);
}

/* What the file is about to hold. */
static void
write_writing (LintelJournal *self, LintelProject *project)
{
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (project, TRUE);
  LintelFileStamp stamp = lintel_file_stamp_of_bytes (bytes, NULL);
  g_autofree char *kind = g_strconcat (LINTEL_JOURNAL_WRITING, stamp.sha256, NULL);
  g_autoptr (GPtrArray) none = lintel_edits_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  add_edits (records, kind, none);
  write_records (self, records);
}

static void
job_free (Job *job)
{
  g_clear_object (&job->project);
  g_clear_pointer (&job->records, g_ptr_array_unref);
  g_clear_pointer (&job->answers, g_async_queue_unref);
  g_free (job);
}

static void
do_job_cb (gpointer data, gpointer user_data)
{
  LintelJournal *self = user_data;
  Job *job = data;
  gboolean is_last = g_atomic_int_dec_and_test (&self->waiting);

  if (job->kind == BEGIN)
    begin_file (self, job->records);
  else if (job->kind == APPEND)
    write_records (self, job->records);
  else if (job->kind == WRITING)
    write_writing (self, job->project);
  else if (job->kind == CLOSE)
    close_file (self);
  else if (job->kind == REMOVE)
    remove_file (self);
  if (job->kind == ANSWER || is_last)
    flush_file (self);
  if (job->kind == ANSWER)
    g_async_queue_push (job->answers, self);
  job_free (job);
}

/* In the program's thread. */

static void
push_job (LintelJournal *self, Job job)
{
  g_atomic_int_inc (&self->waiting);
  g_thread_pool_push (self->writer, g_memdup2 (&job, sizeof job), NULL);
}

static void
send_job (LintelJournal *self, JobKind kind, GPtrArray *records, GAsyncQueue *answers)
{
  push_job (self, (Job){ .kind = kind,
                         .records = records,
                         .answers = answers != NULL ? g_async_queue_ref (answers) : NULL });
}

static GVariant *
make_header (LintelJournal *self)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "format", "u", LINTEL_JOURNAL_FORMAT);
  if (self->path != NULL)
    g_variant_dict_insert (&dict, "path", "^ay", self->path);
  g_variant_dict_insert (&dict, "size", "t", self->stamp.size);
  g_variant_dict_insert (&dict, "modified", "x", self->stamp.modified);
  g_variant_dict_insert (&dict, "sha256", "s", self->stamp.sha256);
  return g_variant_dict_end (&dict);
}

static void
add_beginning (LintelJournal *self, GPtrArray *records)
{
  g_autoptr (GPtrArray) saved = lintel_journal_net_list (&self->net);

  add_record (records, make_header (self));
  add_edits (records, LINTEL_JOURNAL_SAVED, saved);
}

static void
end_file (LintelJournal *self)
{
  if (self->has_file)
    send_job (self, REMOVE, NULL, NULL);
  self->has_file = FALSE;
}

/* The codes of a project that has a lock are not written anywhere but into its file. */
static GPtrArray *
leave_codes_out (LintelJournal *self, GPtrArray *edits)
{
  GPtrArray *kept;

  if (lintel_project_get_lock_state (self->project) == LINTEL_LOCK_NONE)
    return g_ptr_array_ref (edits);
  kept = lintel_edits_new ();
  for (guint k = 0; k < edits->len; k++)
    {
      const LintelEdit *edit = g_ptr_array_index (edits, k);

      if (edit->place.kind != LINTEL_PLACE_CODE)
        g_ptr_array_add (kept, lintel_edit_copy (edit));
    }
  return kept;
}

/* What has been undone to the saved state needs no journal. The net then leads to that state, so
 * that a journal begun at the next change starts from it. */
static void
project_changed_cb (LintelJournal *self, GPtrArray *changes)
{
  JobKind kind = self->has_file ? APPEND : BEGIN;
  g_autoptr (GPtrArray) edits = leave_codes_out (self, changes);
  GPtrArray *records;

  if (!lintel_project_is_dirty (self->project))
    {
      lintel_journal_net_add (&self->net, edits);
      end_file (self);
      return;
    }
  if (edits->len == 0)
    return;
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  if (kind == BEGIN)
    add_beginning (self, records);
  add_edits (records, LINTEL_JOURNAL_EDITS, edits);
  lintel_journal_net_add (&self->net, edits);
  self->has_file = TRUE;
  send_job (self, kind, records, NULL);
}

/* From the state before SINCE on. The net, which has these edits already, goes back for the moment
 * to what the file holds. */
static void
begin_anew (LintelJournal *self, GPtrArray *since)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autoptr (GPtrArray) back = lintel_edits_new ();

  for (guint k = 0; k < since->len; k++)
    {
      const LintelEdit *edit = g_ptr_array_index (since, k);

      lintel_edits_add (back, &edit->place, edit->old_text);
    }
  lintel_journal_net_add (&self->net, back);
  add_beginning (self, records);
  lintel_journal_net_add (&self->net, since);
  add_edits (records, LINTEL_JOURNAL_EDITS, since);
  self->has_file = TRUE;
  send_job (self, BEGIN, g_steal_pointer (&records), NULL);
}

void
lintel_journal_note_writing (LintelJournal *self)
{
  if (self->has_file)
    push_job (self, (Job){ .kind = WRITING, .project = lintel_project_copy (self->project) });
}

void
lintel_journal_mark_saved (LintelJournal *self, const char *path, const LintelFileStamp *stamp,
                           GPtrArray *since)
{
  g_autoptr (GPtrArray) edits = since != NULL ? leave_codes_out (self, since) : NULL;
  char *copy = g_strdup (path);

  g_free (self->path);
  self->path = copy;
  self->stamp = *stamp;
  if (edits != NULL && edits->len > 0)
    begin_anew (self, edits);
  else
    end_file (self);
}

void
lintel_journal_keep (LintelJournal *self)
{
  self->is_kept = TRUE;
}

void
lintel_journal_flush (LintelJournal *self)
{
  g_autoptr (GAsyncQueue) answers = g_async_queue_new ();

  send_job (self, ANSWER, NULL, answers);
  g_async_queue_pop (answers);
}

static void
lintel_journal_dispose (GObject *object)
{
  LintelJournal *self = LINTEL_JOURNAL (object);

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  if (self->writer != NULL)
    {
      if (self->is_kept)
        send_job (self, CLOSE, NULL, NULL);
      else
        end_file (self);
      g_thread_pool_free (self->writer, FALSE, TRUE);
      self->writer = NULL;
    }
  g_clear_object (&self->project);
  G_OBJECT_CLASS (lintel_journal_parent_class)->dispose (object);
}

static void
lintel_journal_finalize (GObject *object)
{
  LintelJournal *self = LINTEL_JOURNAL (object);

  lintel_journal_net_clear (&self->net);
  g_bytes_unref (self->base);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->file);
  G_OBJECT_CLASS (lintel_journal_parent_class)->finalize (object);
}

static void
lintel_journal_class_init (LintelJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lintel_journal_dispose;
  G_OBJECT_CLASS (klass)->finalize = lintel_journal_finalize;
  signals[FAILED] = g_signal_new ("failed", LINTEL_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lintel_journal_init (LintelJournal *self)
{
  self->fd = -1;
  lintel_journal_net_init (&self->net);
  self->writer = g_thread_pool_new (do_job_cb, self, 1, FALSE, NULL);
}

LintelJournal *
lintel_journal_new (const char *folder, LintelProject *project, GBytes *base, GPtrArray *saved)
{
  LintelJournal *self = g_object_new (LINTEL_TYPE_JOURNAL, NULL);

  self->folder = g_strdup (folder);
  self->project = g_object_ref (project);
  self->base = g_bytes_ref (base);
  if (saved != NULL)
    lintel_journal_net_add (&self->net, saved);
  g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);
  return self;
}
