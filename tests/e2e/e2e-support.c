/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program under test, and what is on its screen. */

#include "config.h"

#include "tests/e2e/e2e-private.h"

#include "tests/support/test-support.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Long, for a busy machine: a wait ends as soon as what it waits for is there. */
#define PATIENCE_US (40 * G_USEC_PER_SEC)
#define POLL_US (G_USEC_PER_SEC / 100)
#define ANSWER_MS 10000
#define LOG_NAME "lintel.log"

/* check runs each test in a process of its own. */
static struct
{
  char *folder;
  GPid pid; /* 0 while no program runs */
  AtspiAccessible *root;
  AtspiAccessible *window;
} app;

void
e2e_begin (void)
{
  app.folder = lintel_test_make_folder ();
  atspi_init ();
  atspi_set_timeout (ANSWER_MS, ANSWER_MS);
}

/* GTK 4.8 answers like this when something is asked of a dialog that has just been closed. */
#define KNOWN_OF_GTK "g_variant_is_object_path"

static void
check_log (void)
{
  g_autofree char *path = e2e_path (LOG_NAME);
  g_autofree char *log = lintel_test_read (path);
  g_auto (GStrv) lines = g_strsplit (log, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if ((strstr (lines[i], "-CRITICAL") != NULL || strstr (lines[i], "-WARNING") != NULL)
        && strstr (lines[i], KNOWN_OF_GTK) == NULL)
      ck_abort_msg ("lintel said: %s", lines[i]);
}

static void
end_program (int signal)
{
  g_clear_object (&app.window);
  g_clear_object (&app.root);
  if (app.pid == 0)
    return;
  kill (app.pid, signal);
  waitpid (app.pid, NULL, 0);
  app.pid = 0;
}

void
e2e_kill (void)
{
  end_program (SIGKILL);
}

/* Unsaved changes of one test are not to be offered to the next. */
static void
remove_state (void)
{
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "lintel", NULL);

  if (g_file_test (state, G_FILE_TEST_IS_DIR))
    lintel_test_remove_folder (state);
}

void
e2e_finish (void)
{
  end_program (SIGTERM);
  check_log ();
  remove_state ();
  lintel_test_remove_folder (app.folder);
  g_clear_pointer (&app.folder, g_free);
}

char *
e2e_path (const char *name)
{
  return g_build_filename (app.folder, name, NULL);
}

char *
e2e_copy_example (const char *name)
{
  g_autofree char *relative = g_build_filename ("data", "examples", name, NULL);
  g_autofree char *source = lintel_test_source (relative);
  g_autofree char *text = lintel_test_read (source);
  char *path = e2e_path (name);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
  return path;
}

void
e2e_fail (const char *what)
{
  const char *folder = g_getenv ("LINTEL_E2E_OUTPUT");
  g_autofree char *name = g_strdup_printf ("%s-failure.png", program_invocation_short_name);
  g_autofree char *picture = g_build_filename (folder, name, NULL);

  e2e_print_tree ();
  e2e_take_picture (picture);
  ck_abort_msg ("%s (what was on screen is above, and in %s)", what, picture);
}

static void
check_still_runs (void)
{
  g_autofree char *path = e2e_path (LOG_NAME);
  g_autofree char *log = NULL;
  int status;

  if (app.pid == 0 || waitpid (app.pid, &status, WNOHANG) == 0)
    return;
  app.pid = 0;
  log = lintel_test_read (path);
  ck_abort_msg ("lintel ended, status %d:\n%.3000s", status, log);
}

void
e2e_wait (E2eCondition condition, gpointer data, const char *what)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (!condition (data))
    {
      check_still_runs ();
      if (g_get_monotonic_time () > end)
        e2e_fail (what);
      g_usleep (POLL_US);
    }
}

static gboolean
find_root_cb (gpointer data)
{
  AtspiAccessible *desktop = atspi_get_desktop (0);
  int n = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n && app.root == NULL; i++)
    {
      AtspiAccessible *child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child != NULL && (GPid) atspi_accessible_get_process_id (child, NULL) == app.pid)
        app.root = child;
      else
        g_clear_object (&child);
    }
  g_object_unref (desktop);
  return app.root != NULL;
}

/* A program that was killed a moment ago may still hold the application's name, and a second one
 * would hand its project over to it. */
static gboolean
name_is_free_cb (gpointer bus)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
      g_variant_new ("(s)", "app.lintel.Lintel"), G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NONE,
      ANSWER_MS, NULL, NULL);
  gboolean owned = TRUE;

  if (reply != NULL)
    g_variant_get (reply, "(b)", &owned);
  return !owned;
}

static void
wait_for_name (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);

  ck_assert_msg (bus != NULL, "%s", error != NULL ? error->message : "");
  e2e_wait (name_is_free_cb, bus, "another lintel keeps running");
}

/* What the program says goes into a file, which check_log() reads. */
static void
spawn (const char *project)
{
  const char *argv[] = { g_getenv ("LINTEL"), project, NULL };
  g_autofree char *path = e2e_path (LOG_NAME);
  g_autoptr (GError) error = NULL;
  int log = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);

  ck_assert_int_ge (log, 0);
  if (!g_spawn_async_with_fds (app.folder, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL,
                               NULL, &app.pid, -1, log, log, &error))
    ck_abort_msg ("%s", error->message);
  close (log);
}

static gboolean
window_is_up_cb (gpointer data)
{
  return e2e_has_window ("*");
}

void
e2e_start (const char *project)
{
  ck_assert_int_eq (app.pid, 0);
  wait_for_name ();
  spawn (project);
  e2e_wait (window_is_up_cb, NULL, "lintel shows no window");
  e2e_wait (find_root_cb, NULL, "lintel does not show up on the accessibility bus");
  /* The tree changes all the time: always ask, never remember. */
  atspi_accessible_set_cache_mask (app.root, ATSPI_CACHE_NONE);
  app.window = e2e_find (app.root, ATSPI_ROLE_FRAME, NULL);
}

static gboolean
has_ended_cb (gpointer status)
{
  return waitpid (app.pid, status, WNOHANG) == app.pid;
}

static int
wait_for_end (void)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  int status = 0;

  while (!has_ended_cb (&status))
    {
      if (g_get_monotonic_time () > end)
        e2e_fail ("lintel does not end");
      g_usleep (POLL_US);
    }
  app.pid = 0;
  g_clear_object (&app.window);
  g_clear_object (&app.root);
  return status;
}

int
e2e_wait_for_end (void)
{
  int status = wait_for_end ();

  ck_assert_msg (WIFEXITED (status), "lintel ended by signal %d", WTERMSIG (status));
  return WEXITSTATUS (status);
}

void
e2e_wait_for_kill (void)
{
  int status = wait_for_end ();

  ck_assert_msg (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL, "lintel ended, status %d",
                 status);
}

AtspiAccessible *
e2e_root (void)
{
  return app.root;
}

AtspiAccessible *
e2e_main_window (void)
{
  return app.window;
}
