/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The folder of an export: built beside its place, flushed to the disk file by file, and then put
 * there in one step. Whatever happens on the way, in its place is the old export whole, the new one
 * whole, or none; what was being built has a hidden name that the next export clears away.
 */

#include "config.h"

#include "app/core/exchange/lintel-export-private.h"
#include "lintel/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define MAX_TRIES 8

static gboolean
fail_errno (GError **error, const char *path)
{
  g_autofree char *why = lintel_file_explain (errno);

  g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_IO,
               _ ("%s: cannot be written: %s"), path, why);
  return FALSE;
}

static gboolean
is_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) == NULL;
}

/* An office's own file in an old export would be lost with it. */
static gboolean
check_nothing_extra (const char *folder, GError **error)
{
  g_autoptr (LintelManifest) manifest = lintel_manifest_read (folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  const char *name;

  g_hash_table_add (known, (char *) LINTEL_MANIFEST_NAME);
  for (guint n = 0; n < manifest->files->len; n++)
    g_hash_table_add (known, ((LintelManifestFile *) g_ptr_array_index (manifest->files, n))->name);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_hash_table_contains (known, name))
      {
        g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_TARGET,
                     _ ("%s: the old export also holds “%s”, which Lintel did not write; move it "
                        "away first"),
                     folder, name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_target (const char *folder, GError **error)
{
  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_TARGET,
                   _ ("%s: this is a file; choose a folder"), folder);
      return FALSE;
    }
  if (is_empty (folder))
    return TRUE;
  if (lintel_export_is_ours (folder))
    return check_nothing_extra (folder, error);
  g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_TARGET,
               _ ("%s: the folder holds other files; choose a new one or an earlier export"),
               folder);
  return FALSE;
}

/* A link to an export stays a link, and what it leads to is replaced. */
gboolean
lintel_export_check_folder (const char *folder, gboolean *replaces, GError **error)
{
  *replaces = lintel_export_is_ours (folder);
  return check_target (folder, error);
}

static char *
find_place (const char *folder)
{
  g_autofree char *path = g_canonicalize_filename (folder, NULL);
  char *real = realpath (path, NULL);
  char *place = g_strdup (real != NULL ? real : path);

  free (real);
  return place;
}

/* Another export may take a new folder for left over before it is claimed. */
static gboolean
make_beside (LintelExportFolder *self, mode_t mode)
{
  for (int n = 0; n < MAX_TRIES; n++)
    {
      g_autofree char *path = g_build_filename (self->parent, LINTEL_FILE_EXPORTING "XXXXXX", NULL);

      if (g_mkdtemp_full (path, (int) mode) == NULL)
        return FALSE;
      self->fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      if (self->fd < 0 && errno == ENOENT)
        continue;
      if (self->fd < 0)
        {
          g_rmdir (path);
          return FALSE;
        }
      self->built = g_steal_pointer (&path);
      if (lintel_file_claim (self->fd, self->built))
        return TRUE;
      close (self->fd);
      self->fd = -1;
      g_clear_pointer (&self->built, g_free);
      errno = EBUSY;
    }
  return FALSE;
}

gboolean
lintel_export_folder_make (LintelExportFolder *self, const char *folder, gboolean is_private,
                           GError **error)
{
  self->place = find_place (folder);
  self->parent = g_path_get_dirname (self->place);
  self->mode = is_private ? 0600 : 0644;
  if (!check_target (self->place, error))
    return FALSE;
  lintel_file_remove_leftovers (self->parent, LINTEL_FILE_EXPORTING);
  return make_beside (self, is_private ? 0700 : 0755) || fail_errno (error, self->parent);
}

gboolean
lintel_export_folder_add (LintelExportFolder *self, const LintelExportFile *file, GError **error)
{
  g_autofree char *path = g_build_filename (self->built, file->name, NULL);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, self->mode);
  gsize size;
  const char *data = g_bytes_get_data (file->bytes, &size);
  gboolean written = fd >= 0 && lintel_file_write (fd, data, size);
  int number = errno;

  if (fd >= 0 && close (fd) != 0 && written)
    {
      written = FALSE;
      number = errno;
    }
  errno = number;
  return written || fail_errno (error, path);
}

/* Where names cannot be swapped (some network shares), there is none for a moment. */
static gboolean
replace_in_two_steps (LintelExportFolder *self)
{
  g_autofree char *aside = g_build_filename (self->parent, LINTEL_FILE_EXPORTING "XXXXXX", NULL);

  if (g_mkdtemp_full (aside, 0700) == NULL)
    return FALSE;
  if (g_rename (self->place, aside) != 0)
    {
      g_rmdir (aside);
      return FALSE;
    }
  if (g_rename (self->built, self->place) == 0)
    {
      g_free (self->built);
      self->built = g_steal_pointer (&aside);
      return TRUE;
    }
  g_rename (aside, self->place);
  return FALSE;
}

/* Afterwards BUILT is the old export. */
static gboolean
replace_old (LintelExportFolder *self)
{
  if (renameat2 (AT_FDCWD, self->built, AT_FDCWD, self->place, RENAME_EXCHANGE) == 0)
    return TRUE;
  return (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP) && replace_in_two_steps (self);
}

gboolean
lintel_export_folder_finish (LintelExportFolder *self, GError **error)
{
  gboolean replaces = g_file_test (self->place, G_FILE_TEST_EXISTS);

  if (!lintel_file_flush_folder (self->built))
    return fail_errno (error, self->built);
  if (replaces ? !replace_old (self) : g_rename (self->built, self->place) != 0)
    return fail_errno (error, self->place);
  if (!replaces)
    g_clear_pointer (&self->built, g_free);
  /* Before the old one goes, the new one has to be there for good. */
  if (lintel_file_flush_folder (self->parent))
    return TRUE;
  fail_errno (error, self->parent);
  if (replaces)
    replace_old (self);
  return FALSE;
}

void
lintel_export_folder_clear (LintelExportFolder *self)
{
  if (self->built != NULL)
    lintel_file_remove_flat_folder (self->built);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->place);
  g_free (self->parent);
  g_free (self->built);
}
