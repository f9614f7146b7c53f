/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "tests/support/test-fault.h"

#include "tests/support/test-support.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define FEW_RUNS 12

static char **
set_number (char **environment, const char *name, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  return g_environ_setenv (environment, name, text, TRUE);
}

static char **
make_environment (const LintelTestFault *fault)
{
  const char *shim = g_getenv ("LINTEL_FAULT_SHIM");
  char **environment = g_get_environ ();

  ck_assert_msg (shim != NULL, "LINTEL_FAULT_SHIM does not say where the library is");
  environment = g_environ_setenv (environment, "LD_PRELOAD", shim, TRUE);
  environment = g_environ_setenv (environment, "LINTEL_FAULT_ROOT", fault->root, TRUE);
  environment = set_number (environment, "LINTEL_FAULT_AT", fault->at);
  environment = g_environ_setenv (environment, "LINTEL_FAULT_ACTION",
                                  fault->action != NULL ? fault->action : "", TRUE);
  environment = g_environ_setenv (environment, "LINTEL_FAULT_ONLY",
                                  fault->only != NULL ? fault->only : "", TRUE);
  environment = g_environ_setenv (environment, "LINTEL_FAULT_GATE",
                                  fault->gate != NULL ? fault->gate : "", TRUE);
  environment =
      g_environ_setenv (environment, "LINTEL_FAULT_CALLS", fault->all ? "all" : "changes", TRUE);
  environment =
      g_environ_setenv (environment, "LINTEL_FAULT_STAYS", fault->stays ? "yes" : "", TRUE);
  return g_environ_setenv (environment, "LINTEL_FAULT_LOG", fault->log != NULL ? fault->log : "",
                           TRUE);
}

LintelTestEnd
lintel_test_run_fault (const char *const *argv, const LintelTestFault *fault)
{
  g_auto (GStrv) environment = make_environment (fault);
  g_autoptr (GError) error = NULL;
  LintelTestEnd end = { 0 };
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &end.out,
                     &end.err, &status, &error))
    ck_abort_msg ("%s", error->message);
  end.killed = WIFSIGNALED (status);
  ck_assert_msg (!end.killed || WTERMSIG (status) == SIGKILL, "%s died of signal %d: %s", argv[0],
                 WTERMSIG (status), end.err);
  end.status = end.killed ? 0 : WEXITSTATUS (status);
  return end;
}

void
lintel_test_end_clear (LintelTestEnd *end)
{
  g_clear_pointer (&end->out, g_free);
  g_clear_pointer (&end->err, g_free);
}

char **
lintel_test_list_calls (const char *const *argv, const LintelTestFault *fault)
{
  g_autofree char *log = g_build_filename (g_get_tmp_dir (), "lintel-calls-XXXXXX", NULL);
  int fd = g_mkstemp (log);
  LintelTestFault none = *fault;
  g_auto (LintelTestEnd) end = { 0 };
  g_autofree char *text = NULL;

  ck_assert_int_ge (fd, 0);
  close (fd);
  none.log = log;
  none.at = 0;
  end = lintel_test_run_fault (argv, &none);
  ck_assert_msg (!end.killed && end.status == 0, "%s: %s", argv[0], end.err);
  text = lintel_test_read (log);
  unlink (log);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

gboolean
lintel_test_kill_after (const char *const *argv, gulong microseconds)
{
  g_autoptr (GError) error = NULL;
  GPid pid;
  int status;

  if (!g_spawn_async (NULL, (char **) argv, NULL,
                      G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                          | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, &error))
    ck_abort_msg ("%s", error->message);
  g_usleep (microseconds);
  kill (pid, SIGKILL);
  while (waitpid (pid, &status, 0) < 0)
    ck_assert_int_eq (errno, EINTR);
  return WIFSIGNALED (status);
}

guint
lintel_test_get_kill_runs (void)
{
  const char *text = g_getenv ("LINTEL_KILL_RUNS");

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : FEW_RUNS;
}
