/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has a project open: a small file beside it that is held locked. */

#include "config.h"

#include "lintel/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define GROUP "lock"
#define MAX_TRIES 8

struct _LintelFileLock
{
  char *path;
  int fd;
};

void
lintel_file_holder_free (LintelFileHolder *holder)
{
  g_free (holder->user);
  g_free (holder->host);
  g_free (holder);
}

/* Beside the file itself, whatever links lead to it. */
static char *
make_lock_path (const char *path)
{
  char *real = realpath (path, NULL);
  g_autofree char *folder = g_path_get_dirname (real != NULL ? real : path);
  g_autofree char *base = g_path_get_basename (real != NULL ? real : path);
  g_autofree char *name = g_strdup_printf (".%s.lintel-lock", base);

  free (real);
  return g_build_filename (folder, name, NULL);
}

static LintelFileHolder *
read_holder (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  LintelFileHolder *holder;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return NULL;
  holder = g_new0 (LintelFileHolder, 1);
  holder->user = g_key_file_get_string (file, GROUP, "user", NULL);
  holder->host = g_key_file_get_string (file, GROUP, "host", NULL);
  holder->since = g_key_file_get_int64 (file, GROUP, "since", NULL);
  return holder;
}

/* Somebody whose lock file cannot be read is still somebody. */
static LintelFileHolder *
find_holder (const char *path)
{
  LintelFileHolder *holder = read_holder (path);

  return holder != NULL ? holder : g_new0 (LintelFileHolder, 1);
}

static const char *
get_user (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && !g_str_equal (name, "Unknown") ? name : g_get_user_name ();
}

/* A lock of another machine that looks free here is not known to be: the share may not pass locks
 * on. One of this machine is left over. */
static gboolean
is_of_other_host (const LintelFileHolder *holder)
{
  return holder != NULL && holder->host != NULL && !g_str_equal (holder->host, g_get_host_name ());
}

static gboolean
write_holder (int fd)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  gsize size;

  g_key_file_set_string (file, GROUP, "user", get_user ());
  g_key_file_set_string (file, GROUP, "host", g_get_host_name ());
  g_key_file_set_int64 (file, GROUP, "since", g_get_real_time () / G_USEC_PER_SEC);
  text = g_key_file_to_data (file, &size, NULL);
  return ftruncate (fd, 0) == 0 && pwrite (fd, text, size, 0) == (ssize_t) size;
}

/* What was made in vain, where the disk knows no locks. */
static void
remove_if_empty (int fd, const char *path)
{
  struct stat info;

  if (fstat (fd, &info) == 0 && info.st_size == 0)
    g_unlink (path);
}

/* -1: nothing can be locked here. Otherwise a descriptor, LOCKED or not. */
static int
open_lock (const char *path, gboolean *locked)
{
  for (int n = 0; n < MAX_TRIES; n++)
    {
      int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
      gboolean held;

      if (fd < 0)
        return -1;
      *locked = flock (fd, LOCK_EX | LOCK_NB) == 0;
      held = !*locked && errno == EWOULDBLOCK;
      /* Its last holder may have removed the file between our opening and locking it. */
      if (held || (*locked && lintel_file_is_at (fd, path)))
        return fd;
      if (!*locked)
        remove_if_empty (fd, path);
      close (fd);
      if (!*locked)
        return -1;
    }
  return -1;
}

LintelFileLock *
lintel_file_lock_take (const char *path, LintelFileHolder **holder)
{
  g_autofree char *lock_path = make_lock_path (path);
  g_autoptr (LintelFileHolder) before = read_holder (lock_path);
  gboolean locked = FALSE;
  int fd = open_lock (lock_path, &locked);
  LintelFileLock *lock;

  *holder = NULL;
  if (fd < 0)
    {
      *holder = g_steal_pointer (&before);
      return NULL;
    }
  if (!locked || is_of_other_host (before))
    {
      *holder = before != NULL ? g_steal_pointer (&before) : find_holder (lock_path);
      close (fd);
      return NULL;
    }
  write_holder (fd);
  lock = g_new0 (LintelFileLock, 1);
  lock->path = g_steal_pointer (&lock_path);
  lock->fd = fd;
  return lock;
}

void
lintel_file_lock_release (LintelFileLock *lock)
{
  if (lock == NULL)
    return;
  g_unlink (lock->path);
  close (lock->fd);
  g_free (lock->path);
  g_free (lock);
}
