/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What saving and exporting share: writing to the disk for good, telling what is under way from
 * what a program that died has left, and saying why a disk refused.
 */

#include "config.h"

#include "lintel/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_LETTERS 6

gboolean
lintel_file_append (int fd, const char *data, gsize size)
{
  while (size > 0)
    {
      ssize_t n = write (fd, data, size);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n <= 0)
        continue;
      data += n;
      size -= (gsize) n;
    }
  return TRUE;
}

gboolean
lintel_file_write (int fd, const char *data, gsize size)
{
  return lintel_file_append (fd, data, size) && fsync (fd) == 0;
}

gboolean
lintel_file_flush_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int result, number;

  if (fd < 0)
    return errno == EACCES; /* a folder that one may write into but not look at */
  result = fsync (fd);
  number = errno;
  close (fd);
  errno = number;
  return result == 0 || number == EINVAL || number == ENOTSUP || number == ENOSYS;
}

gboolean
lintel_file_is_at (int fd, const char *path)
{
  struct stat ours, there;

  return fstat (fd, &ours) == 0 && lstat (path, &there) == 0 && ours.st_ino == there.st_ino
         && ours.st_dev == there.st_dev;
}

/* Where there are no locks nobody takes anything for left over either. */
gboolean
lintel_file_claim (int fd, const char *path)
{
  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    return errno != EWOULDBLOCK;
  return lintel_file_is_at (fd, path);
}

void
lintel_file_remove_flat_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
is_of_us (const char *name, const char *prefix)
{
  const char *letters = name + strlen (prefix);

  if (!g_str_has_prefix (name, prefix) || strlen (letters) != N_LETTERS)
    return FALSE;
  while (g_ascii_isalnum (*letters))
    letters++;
  return *letters == '\0';
}

static void
remove_if_left_over (const char *path)
{
  /* A share may ask for writing to give a lock; a folder cannot be opened for it. */
  int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat info;

  if (fd < 0 && errno == EISDIR)
    fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0)
    return;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 && fstat (fd, &info) == 0 && lintel_file_is_at (fd, path))
    {
      if (S_ISDIR (info.st_mode))
        lintel_file_remove_flat_folder (path);
      else if (S_ISREG (info.st_mode))
        g_unlink (path);
    }
  close (fd);
}

void
lintel_file_remove_leftovers (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_of_us (name, prefix))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        remove_if_left_over (path);
      }
}

char *
lintel_file_explain (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
      return g_strdup (_ ("the disk is full; free some space, or save it somewhere else"));
    case EROFS:
      return g_strdup (_ ("the disk is read-only; save it somewhere else"));
    case ENOTCONN:
    case ESTALE:
    case EHOSTDOWN:
    case EHOSTUNREACH:
    case ENETDOWN:
    case ENETUNREACH:
    case ETIMEDOUT:
    case ECONNABORTED:
    case ECONNRESET:
      return g_strdup_printf (_ ("the network folder cannot be reached any more (%s); connect it "
                                 "again, or save it somewhere else"),
                              g_strerror (number));
    case EIO:
    case ENODEV:
    case ENXIO:
      return g_strdup_printf (_ ("the disk does not work (%s); save it on another one"),
                              g_strerror (number));
    default:
      return g_strdup_printf (_ ("%s; save it somewhere else"), g_strerror (number));
    }
}
