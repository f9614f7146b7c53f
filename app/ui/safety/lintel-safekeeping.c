/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeps a document's work safe while it is open. */

#include "config.h"

#include "app/ui/safety/lintel-safekeeping.h"

/* Whoever writes the file may do so in several goes. */
#define SETTLE_TIME 300 /* ms */

struct _LintelSafekeeping
{
  GObject parent_instance;

  LintelJournal *journal;
  char *path;            /* NULL for none yet */
  LintelFileStamp stamp; /* of what was opened or saved */
  LintelFileStamp known; /* of what was last told */
  LintelFileLock *lock;  /* NULL where somebody else has it */
  GFileMonitor *monitor;
  guint settle_source;
};

enum
{
  FILE_CHANGED,
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LintelSafekeeping, lintel_safekeeping, G_TYPE_OBJECT)

static gboolean
settled_cb (gpointer data)
{
  LintelSafekeeping *self = data;
  LintelFileStamp now = lintel_file_stamp_read (self->path);

  self->settle_source = 0;
  if (!lintel_file_stamp_equal (&now, &self->known))
    {
      self->known = now;
      g_signal_emit (self, signals[FILE_CHANGED], 0);
    }
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
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
}

static void
watch (LintelSafekeeping *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (monitor_changed_cb), self);
}

static void
lintel_safekeeping_dispose (GObject *object)
{
  LintelSafekeeping *self = LINTEL_SAFEKEEPING (object);

  stop_watching (self);
  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_data (self->journal, self);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->lock, lintel_file_lock_release);
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
  return self;
}

static void
change_path (LintelSafekeeping *self, const char *path)
{
  g_autoptr (LintelFileHolder) holder = NULL;

  stop_watching (self);
  g_clear_pointer (&self->lock, lintel_file_lock_release);
  g_free (self->path);
  self->path = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  if (self->path == NULL)
    return;
  self->lock = lintel_file_lock_take (self->path, &holder);
  watch (self);
}

void
lintel_safekeeping_set_file (LintelSafekeeping *self, const char *path,
                             const LintelFileStamp *stamp)
{
  g_autofree char *absolute = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;

  self->stamp = self->known = *stamp;
  if (g_strcmp0 (absolute, self->path) != 0)
    change_path (self, absolute);
  lintel_journal_mark_saved (self->journal, self->path, stamp, NULL);
}

gboolean
lintel_safekeeping_file_differs (LintelSafekeeping *self, LintelFileStamp *now)
{
  if (self->path == NULL)
    return FALSE;
  *now = lintel_file_stamp_read (self->path);
  return now->exists && !lintel_file_stamp_equal (now, &self->stamp);
}

gboolean
lintel_safekeeping_file_is_gone (LintelSafekeeping *self)
{
  return self->path != NULL && self->stamp.exists && !g_file_test (self->path, G_FILE_TEST_EXISTS);
}

void
lintel_safekeeping_flush (LintelSafekeeping *self)
{
  lintel_journal_flush (self->journal);
}
