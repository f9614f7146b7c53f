/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reader of journals that were left over: finds them, replays them exactly onto what they
 * started from, or merges them into a file that has changed since.
 */

#include "config.h"

#include "app/core/xml/lintel-journal-private.h"
#include "lintel/xml.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* More than any day of work: each cell of the largest project changed many times. */
#define MAX_BYTES (256 * 1024 * 1024)

/* The file was about to be written, with what had been changed by then. */
typedef struct
{
  char sha256[65];
  guint n_changes;
} Writing;

struct _LintelRecovery
{
  char *journal;
  int fd; /* locked, so that nobody else takes it up */

  char *path;
  LintelFileStamp stamp;
  GBytes *base;
  GPtrArray *saved, *changes; /* of GVariant*, the edits of each record */
  GArray *writings;           /* of Writing, in their order */
  gint64 time;
};

static gboolean
fail (GError **error, LintelJournalError code, const char *journal, const char *why)
{
  g_set_error (error, LINTEL_JOURNAL_ERROR, code, "%s: %s", journal, why);
  return FALSE;
}

/* Opening. */

static gboolean
lock_journal (LintelRecovery *self, GError **error)
{
  self->fd = open (self->journal, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (self->fd < 0)
    return fail (error, LINTEL_JOURNAL_ERROR_IO, self->journal, g_strerror (errno));
  if (flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    return fail (error, LINTEL_JOURNAL_ERROR_RUNNING, self->journal,
                 _ ("the program that writes it still runs"));
  return TRUE;
}

static gboolean
read_header (LintelRecovery *self, GVariant *header)
{
  g_auto (GVariantDict) dict = { 0 };
  const char *base, *sha256;
  guint32 format;
  guchar *data;
  gsize size;

  g_variant_dict_init (&dict, header);
  if (!g_variant_dict_lookup (&dict, "format", "u", &format) || format != LINTEL_JOURNAL_FORMAT
      || !g_variant_dict_lookup (&dict, "base", "&s", &base)
      || !g_variant_dict_lookup (&dict, "sha256", "&s", &sha256)
      || !g_variant_dict_lookup (&dict, "size", "t", &self->stamp.size)
      || !g_variant_dict_lookup (&dict, "modified", "x", &self->stamp.modified))
    return FALSE;
  g_variant_dict_lookup (&dict, "path", "^ay", &self->path);
  self->stamp.exists = self->path != NULL;
  g_strlcpy (self->stamp.sha256, sha256, sizeof self->stamp.sha256);
  data = g_base64_decode (base, &size);
  self->base = g_bytes_new_take (data, size);
  return TRUE;
}

static void
take_writing (LintelRecovery *self, const char *sha256)
{
  Writing writing = { .n_changes = self->changes->len };

  g_strlcpy (writing.sha256, sha256, sizeof writing.sha256);
  g_array_append_val (self->writings, writing);
}

static void
take_record (LintelRecovery *self, GVariant *record)
{
  const char *kind;
  GVariant *edits;
  gint64 time;

  g_variant_get (record, "(&sx@a(sssiimsms))", &kind, &time, &edits);
  if (g_str_equal (kind, LINTEL_JOURNAL_SAVED))
    {
      g_ptr_array_add (self->saved, edits);
      return;
    }
  if (g_str_has_prefix (kind, LINTEL_JOURNAL_WRITING))
    {
      take_writing (self, kind + strlen (LINTEL_JOURNAL_WRITING));
      g_variant_unref (edits);
      return;
    }
  g_ptr_array_add (self->changes, edits);
  self->time = time;
}

static gboolean
read_records (LintelRecovery *self, const char *text, GError **error)
{
  LintelJournalChain chain = "";
  g_autoptr (GVariant) header = lintel_journal_next_record (&text, chain, G_VARIANT_TYPE_VARDICT);
  GVariant *record;

  if (header == NULL || !read_header (self, header))
    return fail (error,
                 strchr (text, '\n') != NULL ? LINTEL_JOURNAL_ERROR_FORMAT
                                             : LINTEL_JOURNAL_ERROR_TORN,
                 self->journal, _ ("this is no journal that this Lintel can read"));
  while ((record = lintel_journal_next_record (&text, chain,
                                               G_VARIANT_TYPE (LINTEL_JOURNAL_RECORD_TYPE))))
    {
      take_record (self, record);
      g_variant_unref (record);
    }
  return TRUE;
}

static gboolean
read_journal (LintelRecovery *self, GError **error)
{
  g_autofree char *text = NULL;
  struct stat info;
  gsize size;

  if (fstat (self->fd, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > MAX_BYTES)
    return fail (error, LINTEL_JOURNAL_ERROR_FORMAT, self->journal,
                 _ ("this is no journal that this Lintel can read"));
  return g_file_get_contents (self->journal, &text, &size, error)
         && read_records (self, text, error);
}

static LintelRecovery *
recovery_new (const char *journal)
{
  LintelRecovery *self = g_new0 (LintelRecovery, 1);

  self->journal = g_strdup (journal);
  self->fd = -1;
  self->saved = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  self->writings = g_array_new (FALSE, FALSE, sizeof (Writing));
  return self;
}

LintelRecovery *
lintel_recovery_open (const char *journal, GError **error)
{
  g_autoptr (LintelRecovery) self = recovery_new (journal);

  if (!lock_journal (self, error) || !read_journal (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
lintel_recovery_free (LintelRecovery *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_ptr_array_unref (self->saved);
  g_ptr_array_unref (self->changes);
  g_array_unref (self->writings);
  g_free (self->journal);
  g_free (self->path);
  g_free (self);
}

void
lintel_recovery_discard (LintelRecovery *self)
{
  g_unlink (self->journal);
}

const char *
lintel_recovery_get_path (const LintelRecovery *self)
{
  return self->path;
}

const LintelFileStamp *
lintel_recovery_get_stamp (const LintelRecovery *self)
{
  return &self->stamp;
}

static void
count_as_saved (LintelRecovery *self, const Writing *writing, const LintelFileStamp *now)
{
  for (guint n = 0; n < writing->n_changes; n++)
    g_ptr_array_add (self->saved, g_ptr_array_steal_index (self->changes, 0));
  self->stamp = *now;
  g_array_set_size (self->writings, 0);
}

gboolean
lintel_recovery_fits (LintelRecovery *self, const LintelFileStamp *now)
{
  if (lintel_file_stamp_equal (now, &self->stamp))
    return TRUE;
  for (guint n = self->writings->len; now->exists && n > 0; n--)
    {
      const Writing writing = g_array_index (self->writings, Writing, n - 1);

      if (g_str_equal (writing.sha256, now->sha256))
        {
          count_as_saved (self, &writing, now);
          return TRUE;
        }
    }
  return FALSE;
}

gint64
lintel_recovery_get_time (const LintelRecovery *self)
{
  return self->time;
}

GPtrArray *
lintel_recovery_get_last_edits (const LintelRecovery *self, LintelCatalogue *catalogue)
{
  if (self->changes->len == 0)
    return NULL;
  return lintel_journal_edits_from_variant (
      catalogue, g_ptr_array_index (self->changes, self->changes->len - 1));
}

GBytes *
lintel_recovery_get_base (const LintelRecovery *self)
{
  return self->base;
}

/* Listing. */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const LintelRecovery *x = *(LintelRecovery *const *) a, *y = *(LintelRecovery *const *) b;

  return (x->time < y->time) - (x->time > y->time);
}

/* NULL when nothing can be had back from it. What was torn before anything was whole then goes
 * while it is locked, and so does what has no change; a journal of a later Lintel, or one that
 * cannot be read now, stays. */
static LintelRecovery *
take_up (const char *journal)
{
  g_autoptr (LintelRecovery) self = recovery_new (journal);
  g_autoptr (GError) error = NULL;
  gboolean is_whole = lock_journal (self, &error) && read_journal (self, &error);

  if (is_whole && self->changes->len > 0)
    return g_steal_pointer (&self);
  if (is_whole || g_error_matches (error, LINTEL_JOURNAL_ERROR, LINTEL_JOURNAL_ERROR_TORN))
    lintel_recovery_discard (self);
  return NULL;
}

GPtrArray *
lintel_recovery_list (const char *folder)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_recovery_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      LintelRecovery *recovery =
          g_str_has_prefix (name, LINTEL_JOURNAL_PREFIX) ? take_up (path) : NULL;

      if (recovery != NULL)
        g_ptr_array_add (list, recovery);
    }
  g_ptr_array_sort (list, compare_times);
  return list;
}

/* Replaying. */

static GPtrArray *
fold_records (LintelRecovery *self, LintelCatalogue *catalogue, GPtrArray *records, GError **error)
{
  LintelJournalNet net;
  GPtrArray *list;

  lintel_journal_net_init (&net);
  for (guint k = 0; k < records->len; k++)
    {
      g_autoptr (GPtrArray) edits =
          lintel_journal_edits_from_variant (catalogue, g_ptr_array_index (records, k));

      if (edits == NULL)
        {
          lintel_journal_net_clear (&net);
          fail (error, LINTEL_JOURNAL_ERROR_BASE, self->journal,
                _ ("it changes an item that is not in the catalogue"));
          return NULL;
        }
      lintel_journal_net_add (&net, edits);
    }
  list = lintel_journal_net_list (&net);
  lintel_journal_net_clear (&net);
  return list;
}

static LintelProject *
apply_saved (LintelRecovery *self, LintelProject *base, GPtrArray *saved, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (lintel_project_apply (base, "", NULL, saved, &why))
    return lintel_project_copy (base);
  fail (error, LINTEL_JOURNAL_ERROR_BASE, self->journal, why->message);
  return NULL;
}

LintelProject *
lintel_recovery_replay (LintelRecovery *self, LintelCatalogue *catalogue, GPtrArray **saved,
                        GPtrArray **edits, GError **error)
{
  g_autoptr (LintelProject) base =
      lintel_xml_read_bytes (catalogue, self->base, self->journal, error);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  LintelProject *project;

  if (base == NULL)
    return NULL;
  before = fold_records (self, catalogue, self->saved, error);
  after = before != NULL ? fold_records (self, catalogue, self->changes, error) : NULL;
  project = after != NULL ? apply_saved (self, base, before, error) : NULL;
  if (project == NULL)
    return NULL;
  *saved = g_steal_pointer (&before);
  *edits = g_steal_pointer (&after);
  return project;
}

/* Merging. */

typedef struct
{
  LintelProject *from, *onto; /* what the changes started from; a copy to try them on */
  GHashTable *new_ids; /* of records that the changes add: their whole place → id in ONTO */
  GPtrArray *left_out;
} Merge;

static gboolean
is_record (const LintelPlace *place)
{
  return place->kind == LINTEL_PLACE_ACCEPTANCE || place->kind == LINTEL_PLACE_DIAL_TEST;
}

static gboolean
are_of_one_record (const LintelPlace *a, const LintelPlace *b)
{
  return a->kind == b->kind && a->index[0] == b->index[0]
         && (is_record (a) || a->kind == LINTEL_PLACE_EXTENSION
             || a->kind == LINTEL_PLACE_SIGN_OFF);
}

/* A record of ONTO that happens to have the id is somebody else's. */
static LintelPlace
find_in_onto (Merge *merge, const LintelPlace *place)
{
  LintelPlace whole = lintel_place_record (place->kind, place->index[0], LINTEL_FIELD_NONE);
  LintelPlace found = *place;
  int id;

  if (!is_record (place) || place->index[0] < lintel_project_next_id (merge->from, place->kind))
    return found;
  id = GPOINTER_TO_INT (g_hash_table_lookup (merge->new_ids, &whole));
  if (id == 0)
    {
      id = lintel_project_next_id (merge->onto, place->kind);
      g_hash_table_insert (merge->new_ids, g_memdup2 (&whole, sizeof whole), GINT_TO_POINTER (id));
    }
  found.index[0] = id;
  return found;
}

static void
leave_out (Merge *merge, const LintelPlace *place, const char *wanted)
{
  LintelEdit *edit = lintel_edit_new (place, wanted);

  edit->old_text = g_strdup (lintel_project_get_text (merge->onto, place));
  g_ptr_array_add (merge->left_out, edit);
}

/* The edits that belong together: of one record or extension, or one. They are taken all or not at
 * all. */
static void
merge_group (Merge *merge, GPtrArray *edits, guint first, guint end)
{
  g_autoptr (GPtrArray) group = lintel_edits_new ();
  gboolean fits = TRUE;

  for (guint k = first; k < end; k++)
    {
      const LintelEdit *edit = g_ptr_array_index (edits, k);
      LintelPlace place = find_in_onto (merge, &edit->place);
      const char *there = lintel_project_get_text (merge->onto, &place);

      if (g_strcmp0 (there, edit->new_text) == 0)
        continue;
      fits = fits && g_strcmp0 (there, edit->old_text) == 0;
      lintel_edits_add (group, &place, edit->new_text);
    }
  if (fits && lintel_project_apply (merge->onto, "", NULL, group, NULL))
    return;
  for (guint k = 0; k < group->len; k++)
    {
      const LintelEdit *edit = g_ptr_array_index (group, k);

      leave_out (merge, &edit->place, edit->new_text);
    }
}

static void
merge_all (Merge *merge, GPtrArray *edits)
{
  for (guint first = 0, end; first < edits->len; first = end)
    {
      const LintelEdit *edit = g_ptr_array_index (edits, first);

      for (end = first + 1; end < edits->len; end++)
        if (!are_of_one_record (&edit->place,
                                &((LintelEdit *) g_ptr_array_index (edits, end))->place))
          break;
      merge_group (merge, edits, first, end);
    }
}

GPtrArray *
lintel_recovery_merge (LintelRecovery *self, LintelProject *onto, const char *label, GError **error)
{
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) fitting = NULL;
  g_autoptr (LintelProject) from =
      lintel_recovery_replay (self, lintel_project_get_catalogue (onto), &saved, &edits, error);
  g_autoptr (LintelProject) trial = NULL;
  g_autoptr (GPtrArray) left_out = lintel_edits_new ();
  Merge merge = { .from = from, .left_out = left_out };

  if (from == NULL)
    return NULL;
  trial = merge.onto = lintel_project_copy (onto);
  merge.new_ids = g_hash_table_new_full (lintel_place_hash, lintel_place_equal, g_free, NULL);
  merge_all (&merge, edits);
  g_hash_table_unref (merge.new_ids);
  fitting = lintel_project_diff (onto, trial);
  if (!lintel_project_apply (onto, label, NULL, fitting, error))
    return NULL;
  return g_steal_pointer (&left_out);
}
