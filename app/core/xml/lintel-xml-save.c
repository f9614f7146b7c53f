/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saving: all or nothing. The new file is complete, on the disk and read back before it takes the
 * old one's place in one step; until then the old one is untouched.
 */

#include "config.h"

#include "app/core/xml/lintel-xml-private.h"
#include "lintel/file.h"
#include "lintel/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_LINKS 40
#define MAX_TRIES 8
#define LOCK_TRIES 1000
#define LOCK_WAIT 5000 /* microseconds */

/* One save while it is under way. */
typedef struct
{
  const char *name;         /* for messages */
  char *path;               /* with links followed */
  char *folder, *temporary; /* of PATH, and the new file until it takes its place */
  struct stat old;          /* of PATH, if EXISTS */
  gboolean exists;
  const LintelFileStamp *expected; /* what PATH has to hold still; NULL for anything */
  int fd;                          /* of TEMPORARY, or -1 */
  int guard;                       /* of PATH while it is replaced, or -1 */
} Save;

static void
clear_save (Save *save)
{
  if (save->fd >= 0)
    close (save->fd);
  if (save->guard >= 0)
    close (save->guard);
  if (save->temporary != NULL)
    g_unlink (save->temporary);
  g_free (save->path);
  g_free (save->folder);
  g_free (save->temporary);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Save, clear_save)

static gboolean refuse (const Save *save, LintelXmlError code, GError **error, const char *format,
                        ...) G_GNUC_PRINTF (4, 5);

static gboolean
refuse (const Save *save, LintelXmlError code, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  lintel_xml_set_error (error, code, save->name, (LintelXmlPosition){ 0, 0 }, "%s", what);
  return FALSE;
}

static gboolean
refuse_errno (const Save *save, int number, GError **error)
{
  g_autofree char *why = lintel_file_explain (number);

  return refuse (save, LINTEL_XML_ERROR_IO, error, _ ("it cannot be saved: %s"), why);
}

/* What links lead to, which need not exist. */
static char *
follow_links (const char *path)
{
  g_autofree char *current = g_strdup (path);

  for (int n = 0; n < MAX_LINKS; n++)
    {
      g_autofree char *target = g_file_read_link (current, NULL);
      g_autofree char *folder = NULL;

      if (target == NULL)
        return g_steal_pointer (&current);
      folder = g_path_get_dirname (current);
      g_free (current);
      current =
          g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
    }
  return NULL;
}

/* Root may write to anything; a file without any write bit was meant to stay as it is. */
static gboolean
is_writable (const char *path, mode_t mode)
{
  return (mode & 0222) != 0 && access (path, W_OK) == 0;
}

static gboolean
check_old_file (Save *save, GError **error)
{
  save->exists = stat (save->path, &save->old) == 0;
  if (!save->exists && errno != ENOENT)
    return refuse_errno (save, errno, error);
  if (!save->exists)
    return TRUE;
  if (S_ISDIR (save->old.st_mode))
    return refuse (save, LINTEL_XML_ERROR_IO, error,
                   _ ("this is a folder; choose a name for the file in it"));
  if (!S_ISREG (save->old.st_mode))
    return refuse (save, LINTEL_XML_ERROR_IO, error,
                   _ ("this is not an ordinary file; choose another name"));
  if (!is_writable (save->path, save->old.st_mode))
    return refuse (save, LINTEL_XML_ERROR_IO, error,
                   _ ("the file is read-only; save under another name, or make it writable"));
  return TRUE;
}

static gboolean
check_folder (Save *save, GError **error)
{
  struct stat info;

  if (stat (save->folder, &info) != 0)
    return refuse (save, LINTEL_XML_ERROR_IO, error,
                   _ ("the folder %s cannot be used (%s); save it somewhere else"), save->folder,
                   g_strerror (errno));
  if (!S_ISDIR (info.st_mode))
    return refuse (save, LINTEL_XML_ERROR_IO, error,
                   _ ("%s is not a folder; save it somewhere else"), save->folder);
  if (!is_writable (save->folder, info.st_mode))
    return refuse (save, LINTEL_XML_ERROR_IO, error,
                   _ ("the folder %s is read-only; save it somewhere else"), save->folder);
  return TRUE;
}

/* Not every disk and share knows owners or permissions; the new file is then one's own alone. */
static gboolean
is_not_known (int result)
{
  return result != 0 && (errno == EPERM || errno == ENOTSUP || errno == ENOSYS);
}

/* The owner too where that is allowed, so that a colleague's file stays a colleague's. */
static gboolean
keep_permissions (const Save *save)
{
  int result;

  if (!save->exists)
    return TRUE;
  result = fchown (save->fd, save->old.st_uid, save->old.st_gid);
  if (result != 0 && !is_not_known (result))
    return FALSE;
  result = fchmod (save->fd, save->old.st_mode & 07777);
  return result == 0 || is_not_known (result);
}

/* Another save may take a new file for left over before it is claimed. */
static gboolean
make_temporary (Save *save)
{
  for (int n = 0; n < MAX_TRIES; n++)
    {
      g_autofree char *name = g_build_filename (save->folder, LINTEL_FILE_SAVING "XXXXXX", NULL);

      save->fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
      if (save->fd < 0)
        return FALSE;
      save->temporary = g_steal_pointer (&name);
      if (lintel_file_claim (save->fd, save->temporary))
        return TRUE;
      close (save->fd);
      save->fd = -1;
      g_clear_pointer (&save->temporary, g_free);
      errno = EBUSY;
    }
  return FALSE;
}

static gboolean
write_temporary (Save *save, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  lintel_file_remove_leftovers (save->folder, LINTEL_FILE_SAVING);
  if (make_temporary (save) && keep_permissions (save) && lintel_file_write (save->fd, data, size))
    return TRUE;
  return refuse_errno (save, errno, error);
}

static gboolean
holds (int fd, const char *data, gsize size)
{
  char buffer[16384];
  gsize offset = 0;

  for (;;)
    {
      ssize_t n = pread (fd, buffer, sizeof buffer, (off_t) offset);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return n == 0 && offset == size;
      if ((gsize) n > size - offset || memcmp (buffer, data + offset, (gsize) n) != 0)
        return FALSE;
      offset += (gsize) n;
    }
}

static gboolean
read_back (const Save *save, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (holds (save->fd, data, size))
    return TRUE;
  return refuse (save, LINTEL_XML_ERROR_VERIFY, error,
                 _ ("the disk did not give back what was written to it, so the old file was kept; "
                    "save it on another disk"));
}

/* One save at a time looks at the file and replaces it. FALSE when another one does not come to its
 * end; where there is no file, or there are no locks, nobody has one. */
static gboolean
lock_old_file (Save *save)
{
  for (int n = 0; n < LOCK_TRIES; n++)
    {
      gboolean locked;

      save->guard = open (save->path, O_RDONLY | O_CLOEXEC);
      if (save->guard < 0)
        return TRUE;
      locked = flock (save->guard, LOCK_EX | LOCK_NB) == 0;
      if (locked ? lintel_file_is_at (save->guard, save->path) : errno != EWOULDBLOCK)
        return TRUE;
      close (save->guard);
      save->guard = -1;
      if (!locked)
        g_usleep (LOCK_WAIT);
    }
  return FALSE;
}

/* From here to its replacement the file is locked: what is seen of it still holds then. A file that
 * is gone has nothing to lose. */
static gboolean
check_unchanged (Save *save, GError **error)
{
  gboolean locked = lock_old_file (save);
  LintelFileStamp now;

  if (save->expected == NULL)
    return TRUE;
  if (!locked)
    return refuse (save, LINTEL_XML_ERROR_IO, error,
                   _ ("somebody else is saving it at this moment; save it again, or somewhere "
                      "else"));
  now = lintel_file_stamp_read (save->path);
  return !now.exists || lintel_file_stamp_equal (&now, save->expected)
         || refuse (save, LINTEL_XML_ERROR_CHANGED, error,
                    _ ("somebody else changed it in the meantime, so it was left alone; run the "
                       "command again"));
}

static gboolean
take_place (Save *save, GError **error)
{
  if (g_rename (save->temporary, save->path) != 0)
    return refuse_errno (save, errno, error);
  g_clear_pointer (&save->temporary, g_free);
  if (lintel_file_flush_folder (save->folder))
    return TRUE;
  return refuse (save, LINTEL_XML_ERROR_IO, error,
                 _ ("it was written, but the disk does not confirm that it is kept (%s); save it "
                    "again, or somewhere else"),
                 g_strerror (errno));
}

/* Whether AGAIN has everything that PROJECT has. It may have more: what was kept aside for an
 * extension that has been added since is a setting again. Records have new ids when one before
 * them is gone, so they are counted. */
static gboolean
has_everything (LintelProject *project, LintelProject *again)
{
  g_autoptr (GPtrArray) edits = lintel_project_diff (project, again);
  g_autoptr (GPtrArray) acceptances = lintel_project_list_acceptances (project);
  g_autoptr (GPtrArray) there = lintel_project_list_acceptances (again);
  g_autoptr (GPtrArray) tests = lintel_project_list_dial_tests (project);
  g_autoptr (GPtrArray) tests_there = lintel_project_list_dial_tests (again);

  for (guint n = 0; n < edits->len; n++)
    {
      const LintelEdit *edit = g_ptr_array_index (edits, n);

      if (edit->old_text != NULL && edit->place.kind != LINTEL_PLACE_ACCEPTANCE
          && edit->place.kind != LINTEL_PLACE_DIAL_TEST && edit->place.kind != LINTEL_PLACE_STRAY)
        return FALSE;
    }
  return there->len >= acceptances->len && tests_there->len >= tests->len;
}

/* Locked codes have been sealed: they must come back too. */
static gboolean
open_alike (LintelProject *project, LintelProject *again, GError **error)
{
  LintelLockKey *key = lintel_project_peek_key (project);

  return key == NULL || lintel_project_unlock (again, key, error);
}

/* A project that would not come back must not replace a file that does. */
static gboolean
check_round_trip (const Save *save, LintelProject *project, GBytes *bytes, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (LintelProject) again =
      lintel_xml_read_bytes (lintel_project_get_catalogue (project), bytes, save->name, &problem);

  if (again != NULL && open_alike (project, again, &problem) && has_everything (project, again))
    return TRUE;
  return refuse (save, LINTEL_XML_ERROR_VERIFY, error,
                 _ ("what would be written does not read back the same, so the old file was kept "
                    "(%s); please report this"),
                 problem != NULL ? problem->message : _ ("a value is missing"));
}

gboolean
lintel_xml_update_file (LintelProject *project, const char *path, const LintelFileStamp *read,
                        GError **error)
{
  g_auto (Save) save = { .name = path, .expected = read, .fd = -1, .guard = -1 };
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (project, TRUE);

  save.path = follow_links (path);
  if (save.path == NULL)
    return refuse_errno (&save, ELOOP, error);
  save.folder = g_path_get_dirname (save.path);
  return check_old_file (&save, error) && check_folder (&save, error)
         && check_round_trip (&save, project, bytes, error) && write_temporary (&save, bytes, error)
         && read_back (&save, bytes, error) && check_unchanged (&save, error)
         && take_place (&save, error);
}

gboolean
lintel_xml_write_file (LintelProject *project, const char *path, GError **error)
{
  return lintel_xml_update_file (project, path, NULL, error);
}
