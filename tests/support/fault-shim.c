/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A disk that fails at a chosen moment: preloaded (LD_PRELOAD) into a program under test, it counts
 * the calls that concern one folder, writes them down, and at the n-th one kills the program or
 * lets the call fail. Settings are in the environment:
 *
 *   LINTEL_FAULT_ROOT    the folder; calls that concern other paths are not counted
 *   LINTEL_FAULT_LOG     a file outside of it: one line a call, "write PATH", as they are made
 *   LINTEL_FAULT_CALLS   "changes" (default): calls that change something; "all": reading as well
 *   LINTEL_FAULT_ONLY    a pattern of the line of a call, "rename *.xml": others are not counted
 *   LINTEL_FAULT_AT      the number of the call, from 1 on; 0 or nothing: none
 *   LINTEL_FAULT_ACTION  "before" or "after" (SIGKILL), "half" (a write does half, then SIGKILL),
 *                        "hang", or the number of an error
 *   LINTEL_FAULT_GATE    for "hang", a file outside of the folder: a call does not return while it
 *                        is there
 *   LINTEL_FAULT_STAYS   when set, every later call fails as well: the disk is gone
 *
 * It is no part of the program and knows nothing of it.
 */

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define EXPORT __attribute__ ((visibility ("default")))

/* The system's own function, of the type of ours. */
#define REAL(name)                                                                                 \
  static __typeof__ (&name) real;                                                                  \
  if (real == NULL)                                                                                \
  *(void **) &real = dlsym (RTLD_NEXT, #name)

typedef enum
{
  GO_ON,
  FAIL,  /* errno is set */
  HALVE, /* a write */
  HANG,
} Order;

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static unsigned n_calls;
static bool kill_after;

static const char *
get_setting (const char *name)
{
  const char *value = getenv (name);

  return value != NULL ? value : "";
}

static bool
concerns (const char *path)
{
  const char *root = get_setting ("LINTEL_FAULT_ROOT");

  return *root != '\0' && strncmp (path, root, strlen (root)) == 0;
}

static void
die (void)
{
  kill (getpid (), SIGKILL);
  pause ();
}

static void
write_log (const char *call, const char *path)
{
  const char *log = get_setting ("LINTEL_FAULT_LOG");
  char line[PATH_MAX + 64];
  int length, fd;

  if (*log == '\0')
    return;
  length = snprintf (line, sizeof line, "%s %s\n", call, path);
  /* Past our own functions. */
  fd = (int) syscall (SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0 || syscall (SYS_write, fd, line, (size_t) length) != length)
    abort ();
  syscall (SYS_close, fd);
}

/* As on a share whose server is gone: there is no error, the call just does not come back. */
static void
hang (void)
{
  const struct timespec pause = { 0, 10000000 };

  while (syscall (SYS_access, get_setting ("LINTEL_FAULT_GATE"), F_OK) == 0)
    nanosleep (&pause, NULL);
}

static Order
obey (const char *call)
{
  const char *action = get_setting ("LINTEL_FAULT_ACTION");
  int number = atoi (action);

  if (number != 0)
    {
      errno = number;
      return FAIL;
    }
  if (strcmp (action, "hang") == 0)
    return HANG;
  if (strcmp (action, "before") == 0)
    die ();
  kill_after = true;
  return strcmp (action, "half") == 0 && strstr (call, "write") != NULL ? HALVE : GO_ON;
}

static bool
is_asked_for (const char *call, const char *path)
{
  const char *only = get_setting ("LINTEL_FAULT_ONLY");
  char line[PATH_MAX + 64];

  snprintf (line, sizeof line, "%s %s", call, path);
  return *only == '\0' || fnmatch (only, line, 0) == 0;
}

static Order
decide (const char *call, const char *path, bool changes)
{
  unsigned at = (unsigned) atoi (get_setting ("LINTEL_FAULT_AT"));
  bool all = strcmp (get_setting ("LINTEL_FAULT_CALLS"), "all") == 0;
  bool stays = *get_setting ("LINTEL_FAULT_STAYS") != '\0';
  Order order = GO_ON;

  if (!concerns (path) || (!changes && !all) || !is_asked_for (call, path))
    return GO_ON;
  pthread_mutex_lock (&mutex);
  n_calls++;
  write_log (call, path);
  if (at != 0 && (n_calls == at || (stays && n_calls > at)))
    order = obey (call);
  pthread_mutex_unlock (&mutex);
  if (order != HANG)
    return order;
  hang ();
  return GO_ON;
}

static Order
decide_fd (const char *call, int fd, bool changes)
{
  char link[64], path[PATH_MAX];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = syscall (SYS_readlink, link, path, sizeof path - 1);
  if (length < 0)
    return GO_ON;
  path[length] = '\0';
  return decide (call, path, changes);
}

/* What a call gives back passes through here: it was made, and a kill after it is due. */
static long
finish (long result)
{
  if (kill_after)
    die ();
  return result;
}

static mode_t
get_mode (int flags, va_list args)
{
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (args, mode_t) : 0;
}

/* Every way to open a file ends up here. */
static int
open_path (int folder, const char *path, int flags, mode_t mode)
{
  bool changes = (flags & (O_CREAT | O_TRUNC)) != 0;

  if (decide (changes ? "create" : "open", path, changes) == FAIL)
    return -1;
  return (int) finish (syscall (SYS_openat, folder, path, flags, mode));
}

#define DEFINE_OPEN(name)                                                                          \
  EXPORT int name (const char *path, int flags, ...)                                               \
  {                                                                                                \
    va_list args;                                                                                  \
    mode_t mode;                                                                                   \
                                                                                                   \
    va_start (args, flags);                                                                        \
    mode = get_mode (flags, args);                                                                 \
    va_end (args);                                                                                 \
    return open_path (AT_FDCWD, path, flags, mode);                                                \
  }
DEFINE_OPEN (open)
DEFINE_OPEN (open64)

#define DEFINE_OPENAT(name)                                                                        \
  EXPORT int name (int folder, const char *path, int flags, ...)                                   \
  {                                                                                                \
    va_list args;                                                                                  \
    mode_t mode;                                                                                   \
                                                                                                   \
    va_start (args, flags);                                                                        \
    mode = get_mode (flags, args);                                                                 \
    va_end (args);                                                                                 \
    return open_path (folder, path, flags, mode);                                                  \
  }
DEFINE_OPENAT (openat)
DEFINE_OPENAT (openat64)

/* What the compiler makes of open() where it can see the flags. */
EXPORT int __open_2 (const char *path, int flags);
EXPORT int __open64_2 (const char *path, int flags);

EXPORT int
__open_2 (const char *path, int flags)
{
  return open_path (AT_FDCWD, path, flags, 0);
}

EXPORT int
__open64_2 (const char *path, int flags)
{
  return open_path (AT_FDCWD, path, flags, 0);
}

EXPORT DIR *
opendir (const char *path)
{
  REAL (opendir);

  return decide ("opendir", path, false) == FAIL ? NULL : real (path);
}

EXPORT ssize_t
write (int fd, const void *data, size_t size)
{
  Order order = decide_fd ("write", fd, true);

  if (order == FAIL)
    return -1;
  return finish (syscall (SYS_write, fd, data, order == HALVE ? size / 2 : size));
}

#define DEFINE_PWRITE(name)                                                                        \
  EXPORT ssize_t name (int fd, const void *data, size_t size, off_t offset)                        \
  {                                                                                                \
    Order order = decide_fd ("write", fd, true);                                                   \
                                                                                                   \
    if (order == FAIL)                                                                             \
      return -1;                                                                                   \
    return finish (syscall (SYS_pwrite64, fd, data, order == HALVE ? size / 2 : size, offset));    \
  }
DEFINE_PWRITE (pwrite)
DEFINE_PWRITE (pwrite64)

EXPORT ssize_t
read (int fd, void *data, size_t size)
{
  return decide_fd ("read", fd, false) == FAIL ? -1 : syscall (SYS_read, fd, data, size);
}

/* Calls that only give back whether they went well: on a file that is open, … */
#define DEFINE_ON_FD(name, log, changes, ARGUMENTS, CALL)                                          \
  EXPORT int name ARGUMENTS                                                                        \
  {                                                                                                \
    REAL (name);                                                                                   \
                                                                                                   \
    return decide_fd (log, fd, changes) == FAIL ? -1 : (int) finish (real CALL);                   \
  }
/* … and on a path. */
#define DEFINE_ON_PATH(name, log, changes, ARGUMENTS, CALL)                                        \
  EXPORT int name ARGUMENTS                                                                        \
  {                                                                                                \
    REAL (name);                                                                                   \
                                                                                                   \
    return decide (log, path, changes) == FAIL ? -1 : (int) finish (real CALL);                    \
  }

DEFINE_ON_FD (fsync, "fsync", true, (int fd), (fd))
DEFINE_ON_FD (fdatasync, "fsync", true, (int fd), (fd))
DEFINE_ON_FD (fchmod, "fchmod", true, (int fd, mode_t mode), (fd, mode))
DEFINE_ON_FD (fchown, "fchown", true, (int fd, uid_t user, gid_t group), (fd, user, group))
DEFINE_ON_FD (ftruncate, "ftruncate", true, (int fd, off_t size), (fd, size))
DEFINE_ON_FD (ftruncate64, "ftruncate", true, (int fd, off_t size), (fd, size))
DEFINE_ON_FD (fstat, "fstat", false, (int fd, struct stat *info), (fd, info))
DEFINE_ON_FD (fstat64, "fstat", false, (int fd, struct stat64 *info), (fd, info))

DEFINE_ON_PATH (unlink, "unlink", true, (const char *path), (path))
DEFINE_ON_PATH (rmdir, "rmdir", true, (const char *path), (path))
DEFINE_ON_PATH (mkdir, "mkdir", true, (const char *path, mode_t mode), (path, mode))
DEFINE_ON_PATH (rename, "rename", true, (const char *from, const char *path), (from, path))
DEFINE_ON_PATH (renameat2, "rename", true,
                (int one, const char *from, int other, const char *path, unsigned int flags),
                (one, from, other, path, flags))
DEFINE_ON_PATH (stat, "stat", false, (const char *path, struct stat *info), (path, info))
DEFINE_ON_PATH (lstat, "stat", false, (const char *path, struct stat *info), (path, info))
DEFINE_ON_PATH (stat64, "stat", false, (const char *path, struct stat64 *info), (path, info))
DEFINE_ON_PATH (lstat64, "stat", false, (const char *path, struct stat64 *info), (path, info))
DEFINE_ON_PATH (statfs, "stat", false, (const char *path, struct statfs *info), (path, info))
DEFINE_ON_PATH (statfs64, "stat", false, (const char *path, struct statfs64 *info), (path, info))
DEFINE_ON_PATH (statx, "stat", false,
                (int folder, const char *path, int flags, unsigned int mask, struct statx *info),
                (folder, path, flags, mask, info))
DEFINE_ON_PATH (inotify_add_watch, "watch", false, (int fd, const char *path, uint32_t mask),
                (fd, path, mask))
DEFINE_ON_PATH (access, "stat", false, (const char *path, int mode), (path, mode))

EXPORT ssize_t
readlink (const char *path, char *target, size_t size)
{
  REAL (readlink);

  return decide ("stat", path, false) == FAIL ? -1 : real (path, target, size);
}

EXPORT char *
realpath (const char *path, char *resolved)
{
  REAL (realpath);

  return decide ("stat", path, false) == FAIL ? NULL : real (path, resolved);
}
