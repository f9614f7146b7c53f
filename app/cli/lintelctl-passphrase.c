/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passphrases: see lintelctl-passphrase.h. */

#include "config.h"

#include "app/cli/lintelctl-passphrase.h"

#include "lintel/lock.h"

#include <bsd/readpassphrase.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/* Room for one that is too long, so that it is told instead of cut. */
#define ROOM (LINTEL_PASSPHRASE_MAX_BYTES + 2)

void
lintelctl_passphrase_clear (LintelctlPassphrase *self)
{
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->text, lintel_wipe_text);
}

/* Not through stdio, whose buffer would keep it. */
static gssize
read_start (int fd, char *buffer)
{
  gssize size = 0, n;

  do
    {
      n = read (fd, buffer + size, (gsize) (ROOM - 1 - size));
      if (n < 0 && errno != EINTR)
        return -1;
      size += MAX (n, 0);
    }
  while (n != 0 && size < ROOM - 1 && memchr (buffer, '\n', (gsize) size) == NULL);
  return size;
}

static gboolean
read_file (LintelctlPassphrase *self)
{
  gboolean is_stdin = g_str_equal (self->file, "-");
  int fd = is_stdin ? STDIN_FILENO : open (self->file, O_RDONLY | O_CLOEXEC);
  int problem;

  self->text = g_malloc0 (ROOM);
  if (fd < 0 || read_start (fd, self->text) < 0)
    {
      problem = errno;
      if (fd >= 0 && !is_stdin)
        close (fd);
      lintelctl_fail (_ ("%s: the passphrase cannot be read: %s"), self->file,
                      g_strerror (problem));
      return FALSE;
    }
  if (!is_stdin)
    close (fd);
  self->text[strcspn (self->text, "\r\n")] = '\0';
  if (*self->text != '\0')
    return TRUE;
  lintelctl_fail (_ ("%s: the first line is blank; write the passphrase there"), self->file);
  return FALSE;
}

static gboolean
ask (const char *prompt, char *buffer)
{
  if (readpassphrase (prompt, buffer, ROOM, RPP_REQUIRE_TTY) != NULL)
    return TRUE;
  lintelctl_fail (_ ("there is no terminal to ask for the passphrase; give it with "
                     "--passphrase-file"));
  return FALSE;
}

static gboolean
ask_again (const LintelctlPassphrase *self)
{
  char again[ROOM];
  gboolean same = ask (C_ ("passphrase", "Once more: "), again);

  if (same && !g_str_equal (again, self->text))
    {
      lintelctl_fail (_ ("the two passphrases differ; nothing has been locked"));
      same = FALSE;
    }
  explicit_bzero (again, sizeof again);
  return same;
}

gboolean
lintelctl_passphrase_demand (LintelctlPassphrase *self, gboolean twice)
{
  if (self->file != NULL)
    return read_file (self);
  self->text = g_malloc0 (ROOM);
  return ask (_ ("Passphrase of the codes: "), self->text) && (!twice || ask_again (self));
}

gboolean
lintelctl_passphrase_get (LintelctlPassphrase *self)
{
  return (self->file == NULL && !self->ask) || lintelctl_passphrase_demand (self, FALSE);
}

gboolean
lintelctl_passphrase_use (const LintelctlPassphrase *self, LintelProject *project, const char *path,
                          GError **error)
{
  g_autoptr (LintelSealedCodes) sealed = NULL;
  g_autoptr (LintelLockKey) key = NULL;

  if (self->text == NULL || lintel_project_get_lock_state (project) != LINTEL_LOCK_LOCKED)
    return TRUE;
  sealed = lintel_project_get_sealed_codes (project);
  key = lintel_lock_key_open (sealed, self->text, error);
  if (key != NULL && lintel_project_unlock (project, key, error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}

LintelProject *
lintelctl_load_unlocked (LintelCatalogue *catalogue, const char *path,
                         LintelctlPassphrase *passphrase)
{
  g_autoptr (LintelProject) project = lintelctl_load_project (catalogue, path);
  g_autoptr (GError) error = NULL;

  if (project == NULL || !lintelctl_passphrase_get (passphrase))
    return NULL;
  if (lintelctl_passphrase_use (passphrase, project, path, &error))
    return g_steal_pointer (&project);
  lintelctl_fail_error (error);
  return NULL;
}
