/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small disks, to see what happens when one is full. */

#include "config.h"

#include "tests/support/test-disk.h"

#include "tests/support/test-support.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

static void
write_file (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  ck_assert_msg (fd >= 0 && write (fd, text, strlen (text)) == (ssize_t) strlen (text), "%s: %s",
                 path, g_strerror (errno));
  close (fd);
}

/* A mount namespace of this process's own, as root in a user namespace if it is not root. */
static void
leave_namespace (void)
{
  uid_t user = geteuid ();
  g_autofree char *users = g_strdup_printf ("0 %u 1", user);
  g_autofree char *groups = g_strdup_printf ("0 %u 1", getegid ());

  ck_assert_msg (unshare (user == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) == 0,
                 "this machine lets the test mount no disk: %s", g_strerror (errno));
  if (user == 0)
    return;
  write_file ("/proc/self/setgroups", "deny");
  write_file ("/proc/self/uid_map", users);
  write_file ("/proc/self/gid_map", groups);
}

void
lintel_test_mount_small_disk (const char *folder)
{
  leave_namespace ();
  /* What is mounted here must not show up outside. */
  ck_assert_msg (mount ("none", "/", "none", MS_REC | MS_PRIVATE, NULL) == 0, "%s",
                 g_strerror (errno));
  ck_assert_msg (mount ("small", folder, "tmpfs", 0, "size=64k") == 0, "%s", g_strerror (errno));
}

void
lintel_test_unmount_small_disk (const char *folder)
{
  ck_assert_msg (umount (folder) == 0, "%s", g_strerror (errno));
}

void
lintel_test_fill_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "full", NULL);
  int fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  char block[512];

  ck_assert_msg (fd >= 0, "%s", g_strerror (errno));
  memset (block, 'x', sizeof block);
  while (write (fd, block, sizeof block) > 0)
    continue;
  ck_assert_int_eq (errno, ENOSPC);
  close (fd);
}

void
lintel_test_limit_file_size (gsize size)
{
  const struct rlimit limit = { size, size };

  signal (SIGXFSZ, SIG_IGN);
  ck_assert_msg (setrlimit (RLIMIT_FSIZE, &limit) == 0, "%s", g_strerror (errno));
}
