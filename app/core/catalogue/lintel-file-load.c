/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a file that could be anything: nothing that is given to Lintel hangs it or fills memory.
 */

#include "config.h"

#include "lintel/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail_errno (GError **error, int number)
{
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (number),
                       g_strerror (number));
  return FALSE;
}

/* Somebody has opened it and passes it on, as a shell does with <(…): there is a writer. */
static gboolean
is_passed_on (const char *path)
{
  return g_str_has_prefix (path, "/dev/fd/") || g_str_has_prefix (path, "/proc/self/fd/")
         || g_str_equal (path, "/dev/stdin");
}

/* Opened without waiting; from here on reading waits again. */
static gboolean
check_kind (int fd, const char *path, GError **error)
{
  struct stat info;

  if (fstat (fd, &info) != 0)
    return fail_errno (error, errno);
  if (S_ISDIR (info.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _ ("this is a folder"));
      return FALSE;
    }
  if (!S_ISREG (info.st_mode) && !is_passed_on (path))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _ ("this is a device or a pipe, not a file"));
      return FALSE;
    }
  return fcntl (fd, F_SETFL, fcntl (fd, F_GETFL) & ~O_NONBLOCK) == 0 || fail_errno (error, errno);
}

/* Reads on until the end or past the limit. */
static gboolean
read_all (int fd, gsize most, GByteArray *bytes, GError **error)
{
  while (bytes->len <= most)
    {
      guint8 buffer[65536];
      ssize_t n = read (fd, buffer, sizeof buffer);

      if (n == 0)
        return TRUE;
      if (n > 0)
        g_byte_array_append (bytes, buffer, (guint) n);
      else if (errno != EINTR)
        return fail_errno (error, errno);
    }
  return TRUE;
}

GBytes *
lintel_file_load (const char *path, gsize most, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean read = FALSE;

  if (fd < 0)
    fail_errno (error, errno);
  else
    {
      read = check_kind (fd, path, error) && read_all (fd, most, bytes, error);
      close (fd);
    }
  return read ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
