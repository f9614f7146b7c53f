/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Programs are killed while they write, and disks fail under them: afterwards the project is the
 * old file or the new one, whole, an export likewise, and what was changed in the window is in its
 * file or in its journal.
 *
 * The kill comes before, after and in the middle of every call that changes something, then at
 * random moments. LINTEL_KILL_RUNS says how many of the random ones; from a hundred on, every call
 * of an export is tried as well, which takes a few minutes.
 */

#include "config.h"

#include "tests/support/test-fault.h"
#include "tests/support/test-support.h"

#include "lintel/exchange.h"
#include "lintel/journal.h"
#include "lintel/xml.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define MANY_RUNS 100
#define NEW_NOTES "changed, and not to be lost"
#define OTHER_NOTES "what another one wrote"

static const char *const kills[] = { "before", "half", "after" };

/* In a short run, one in so many of what could be tried. */
static guint
get_stride (guint in_short_run)
{
  return lintel_test_get_kill_runs () < MANY_RUNS ? in_short_run : 1;
}

static char *folder, *path;
static char *old_text, *new_text;

static void
put_old (void)
{
  ck_assert (g_file_set_contents (path, old_text, -1, NULL));
  ck_assert_int_eq (g_chmod (path, 0600), 0);
}

static void
set_notes (void)
{
  const char *argv[] = { lintel_test_lintelctl (), "set", path, "notes=" NEW_NOTES, NULL };
  g_autofree char *err = NULL;

  ck_assert_msg (lintel_test_spawn (argv, NULL, &err) == 0, "%s", err);
}

static void
set_up (void)
{
  g_autofree char *example = lintel_test_source ("data/examples/hardened-office.xml");

  folder = lintel_test_make_folder ();
  path = g_build_filename (folder, "office.xml", NULL);
  old_text = lintel_test_read (example);
  put_old ();
  set_notes ();
  new_text = lintel_test_read (path);
  ck_assert_str_ne (old_text, new_text);
  put_old ();
}

static void
tear_down (void)
{
  lintel_test_remove_folder (folder);
  g_clear_pointer (&folder, g_free);
  g_clear_pointer (&path, g_free);
  g_clear_pointer (&old_text, g_free);
  g_clear_pointer (&new_text, g_free);
}

static guint
count_files (const char *where)
{
  g_autoptr (GDir) dir = g_dir_open (where, 0, NULL);
  guint n = 0;

  ck_assert (dir != NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Nothing that has codes in it may be read by others, whatever state it was left in: the project,
 * its journal, an export with codes, and what either was before it took its place. */
static void
check_private (const char *where)
{
  g_autoptr (GDir) dir = g_dir_open (where, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (where, name, NULL);
      struct stat info;

      ck_assert_int_eq (lstat (file, &info), 0);
      if (S_ISDIR (info.st_mode))
        check_private (file);
      if (!g_str_has_suffix (name, ".lintel-lock"))
        ck_assert_msg ((info.st_mode & 077) == 0, "%s has mode %o", file, info.st_mode & 0777);
    }
}

/* Fails unless the file is one of the two; TRUE for the new one. */
static gboolean
check_whole (const char *when)
{
  g_autofree char *text = lintel_test_read (path);
  gboolean is_new = g_str_equal (text, new_text);

  ck_assert_msg (is_new || g_str_equal (text, old_text), "%s: neither the old nor the new:\n%s",
                 when, text);
  check_private (folder);
  return is_new;
}

static char *
describe (const LintelTestFault *fault, char **calls)
{
  return g_strdup_printf ("%s at call %u (%s)", fault->action, fault->at, calls[fault->at - 1]);
}

static LintelTestEnd
run_killed (const char *const *argv, guint at, const char *action)
{
  const LintelTestFault fault = { .root = folder, .at = at, .action = action };

  return lintel_test_run_fault (argv, &fault);
}

/* lintelctl set. */

START_TEST (set_is_killed_at_every_call)
{
  const char *argv[] = { lintel_test_lintelctl (), "set", path, "notes=" NEW_NOTES, NULL };
  const LintelTestFault fault = { .root = folder };
  g_auto (GStrv) calls = lintel_test_list_calls (argv, &fault);
  guint n_new = 0, n = g_strv_length (calls);

  ck_assert_uint_ge (n, 5);
  for (guint at = 1; at <= n; at++)
    for (guint k = 0; k < G_N_ELEMENTS (kills); k++)
      {
        g_auto (LintelTestEnd) end = { 0 };

        put_old ();
        end = run_killed (argv, at, kills[k]);
        ck_assert_msg (end.killed, "%u: %s was not killed", at, calls[at - 1]);
        n_new += check_whole (calls[at - 1]) ? 1 : 0;
        /* What is left over goes with the next one. */
        set_notes ();
        ck_assert (check_whole ("afterwards"));
        ck_assert_uint_eq (count_files (folder), 1);
      }
  /* Both come about: the file was killed before and after it took its place. */
  ck_assert_uint_gt (n_new, 0);
  ck_assert_uint_lt (n_new, n * G_N_ELEMENTS (kills));
}
END_TEST

/* How long it takes when nobody kills it. */
static gint64
measure (const char *const *argv)
{
  gint64 start = g_get_monotonic_time ();

  ck_assert_int_eq (lintel_test_spawn (argv, NULL, NULL), 0);
  return g_get_monotonic_time () - start;
}

START_TEST (set_is_killed_at_random_moments)
{
  const char *argv[] = { lintel_test_lintelctl (), "set", path, "notes=" NEW_NOTES, NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());
  gint64 duration = measure (argv);

  for (guint run = 0; run < lintel_test_get_kill_runs (); run++)
    {
      put_old ();
      lintel_test_kill_after (argv, (gulong) g_rand_double_range (rand, 0, (double) duration));
      check_whole ("at a random moment");
    }
  set_notes ();
  ck_assert_uint_eq (count_files (folder), 1);
}
END_TEST

/* One sentence: it names the file, says what is wrong and what to do, and is one line. */
static void
check_sentence (const char *err, const char *when)
{
  const char *end = strchr (err, '\n');

  ck_assert_msg (end != NULL && end[1] == '\0' && strstr (err, folder) != NULL, "%s: %s", when,
                 err);
}

static const int errors[] = { ENOSPC, EIO, EROFS, EACCES, ENOTCONN, ESTALE };

/* A disk that is full, broken, read-only or not there any more, for one call or from it on. */
START_TEST (set_fails_at_every_call)
{
  const char *argv[] = { lintel_test_lintelctl (), "set", path, "notes=" NEW_NOTES, NULL };
  LintelTestFault fault = { .root = folder, .all = TRUE };
  g_auto (GStrv) calls = lintel_test_list_calls (argv, &fault);
  guint stride = get_stride (5), n = 0, n_failed = 0;

  for (fault.at = 1; fault.at <= g_strv_length (calls); fault.at++)
    for (guint k = 0; k < G_N_ELEMENTS (errors) * 2; k++)
      {
        g_autofree char *action = g_strdup_printf ("%d", errors[k / 2]);
        g_auto (LintelTestEnd) end = { 0 };
        g_autofree char *when = NULL;
        gboolean is_new;

        if (n++ % stride != 0)
          continue;
        put_old ();
        fault.action = action;
        fault.stays = k % 2 != 0;
        when = describe (&fault, calls);
        end = lintel_test_run_fault (argv, &fault);
        is_new = check_whole (when);
        ck_assert_msg (end.status == 0 || end.status == 2, "%s: %d", when, end.status);
        ck_assert_msg (end.status != 0 || is_new, "%s: it said that it was saved", when);
        if (end.status == 2)
          check_sentence (end.err, when);
        n_failed += end.status == 2 ? 1 : 0;
      }
  ck_assert_uint_gt (n_failed, 15);
}
END_TEST

/* Two commands that change different things at once: both changes are there, or one of them says
 * that it did nothing. */
START_TEST (two_at_once_lose_nothing)
{
  g_autofree char *command =
      g_strdup_printf ("for n in 1 2 3 4 5 6; do\n"
                       "  for place in customer.site customer.reference; do\n"
                       "    { '%s' set '%s' $place=$n 2>'%s.'$place && echo $place=$n; } &\n"
                       "  done\n"
                       "  wait\n"
                       "done | sort -u -t= -k1,1 -k2,2nr | sort -u -t= -k1,1",
                       lintel_test_lintelctl (), path, path);
  const char *argv[] = { "sh", "-c", command, NULL };
  const char *get[] = { lintel_test_lintelctl (), "get", path, "customer.site",
                        "customer.reference",     NULL };
  g_autofree char *last = NULL, *now = NULL;
  g_auto (GStrv) lines = NULL;

  ck_assert_int_eq (lintel_test_spawn (argv, &last, NULL), 0);
  ck_assert_int_eq (lintel_test_spawn (get, &now, NULL), 0);
  /* One of the two may have come too late each time. */
  lines = g_strsplit (g_strchomp (last), "\n", -1);
  ck_assert_uint_ge (g_strv_length (lines), 1);
  for (guint n = 0; lines[n] != NULL; n++)
    {
      g_autofree char *line = g_strconcat (lines[n], "\n", NULL);

      ck_assert_msg (strstr (now, line) != NULL, "%s is lost:\n%s", lines[n], now);
    }
}
END_TEST

/* The window's save, with its journal. */

static const char *
get_saver (void)
{
  return g_getenv ("LINTEL_SAVE_DOCUMENT");
}

/* The journal and the project, both where calls are counted. */
static void
set_up_window (void)
{
  g_autofree char *state = NULL;

  set_up ();
  state = g_build_filename (folder, "state", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
}

/* Whether the change can be had back from a journal; the journal is used up by it. */
static gboolean
recover (void)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autofree char *journals = g_build_filename (folder, "state", "lintel", NULL);
  g_autoptr (GPtrArray) list = lintel_recovery_list (journals);
  const LintelPlace notes = lintel_place_notes ();
  gboolean found = FALSE;

  for (guint n = 0; n < list->len; n++)
    {
      LintelRecovery *recovery = g_ptr_array_index (list, n);
      g_autoptr (GPtrArray) saved = NULL;
      g_autoptr (GPtrArray) edits = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (LintelProject) project =
          lintel_recovery_replay (recovery, catalogue, &saved, &edits, &error);

      ck_assert_msg (project != NULL, "%s", error != NULL ? error->message : "");
      ck_assert (lintel_project_apply (project, "", NULL, edits, NULL));
      found = found || g_str_equal (lintel_project_get_text (project, &notes), NEW_NOTES);
      lintel_recovery_discard (recovery);
    }
  return found;
}

static void
remove_state (void)
{
  g_autofree char *state = g_build_filename (folder, "state", NULL);

  if (g_file_test (state, G_FILE_TEST_EXISTS))
    lintel_test_remove_folder (state);
}

static gboolean
came_to (const LintelTestEnd *end, const char *what)
{
  return strstr (end->out, what) != NULL;
}

/* Once it is said to be safe it is in one of both, and once it is said to be saved in the file. */
static void
check_not_lost (const LintelTestEnd *end, const char *when)
{
  gboolean is_new = check_whole (when);
  gboolean recovered = recover ();

  ck_assert_msg (!came_to (end, "edited") || came_to (end, "unsafe") || is_new || recovered,
                 "%s: the change is lost", when);
  ck_assert_msg (!came_to (end, "saved") || is_new, "%s: it is not in the file", when);
}

START_TEST (window_is_killed_at_every_call)
{
  const char *argv[] = { get_saver (), path, NEW_NOTES, NULL };
  const LintelTestFault fault = { .root = folder };
  g_auto (GStrv) calls = lintel_test_list_calls (argv, &fault);
  guint stride = get_stride (3);

  for (guint k = 0; k < G_N_ELEMENTS (kills); k++)
    for (guint at = 1 + k % stride; at <= g_strv_length (calls); at += stride)
      {
        g_auto (LintelTestEnd) end = { 0 };

        put_old ();
        remove_state ();
        end = run_killed (argv, at, kills[k]);
        /* The journal's thread flushes once or twice, so the last call may not come. */
        ck_assert_msg (end.killed || came_to (&end, "saved"), "%s: %s", calls[at - 1], end.err);
        check_not_lost (&end, calls[at - 1]);
      }
}
END_TEST

START_TEST (window_is_killed_at_random_moments)
{
  const char *argv[] = { get_saver (), path, NEW_NOTES, NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());
  gint64 duration = measure (argv);

  for (guint run = 0; run < lintel_test_get_kill_runs (); run++)
    {
      put_old ();
      remove_state ();
      lintel_test_kill_after (argv, (gulong) g_rand_double_range (rand, 0, (double) duration));
      check_whole ("at a random moment");
      recover ();
    }
}
END_TEST

/* Two windows that have the same file open save it: one has begun, and waits at a call for a disk
 * that takes its time, when the other one saves. */

typedef struct
{
  LintelTestFault fault;
  LintelTestEnd end;
} Slow;

static gpointer
slow_thread (gpointer data)
{
  Slow *slow = data;
  const char *argv[] = { get_saver (), path, NEW_NOTES, NULL };

  slow->end = lintel_test_run_fault (argv, &slow->fault);
  return NULL;
}

/* The first one waits at CALL, and its end is in SLOW; that of the other one is returned. */
static LintelTestEnd
save_while_slow (Slow *slow, const char *call)
{
  const char *argv[] = { get_saver (), path, OTHER_NOTES, NULL };
  const LintelTestFault none = { .root = folder };
  g_autofree char *gate = g_strconcat (folder, "-gate", NULL);
  g_autofree char *log = g_strconcat (folder, "-log", NULL);
  GThread *thread;
  LintelTestEnd end;

  slow->fault = (LintelTestFault){
    .root = folder, .log = log, .only = call, .at = 1, .action = "hang", .gate = gate
  };
  ck_assert (g_file_set_contents (gate, "", 0, NULL));
  thread = g_thread_new ("slow", slow_thread, slow);
  while (!g_file_test (log, G_FILE_TEST_EXISTS))
    g_usleep (10000);
  end = lintel_test_run_fault (argv, &none);
  g_unlink (gate);
  g_thread_join (thread);
  g_unlink (log);
  return end;
}

static void
check_notes (const char *expected)
{
  g_autofree char *text = lintel_test_read (path);

  ck_assert_msg (strstr (text, expected) != NULL, "%s", text);
}

/* It has not looked at the file yet, and finds it changed. */
START_TEST (a_save_sees_what_was_saved_since_it_began)
{
  Slow slow;
  g_auto (LintelTestEnd) end = save_while_slow (&slow, "create *saving-*");

  ck_assert_msg (came_to (&end, "saved"), "%s", end.err);
  ck_assert_msg (came_to (&slow.end, "kept"), "%s%s", slow.end.out, slow.end.err);
  check_notes (OTHER_NOTES);
  lintel_test_end_clear (&slow.end);
}
END_TEST

/* It has looked, and has the file locked until it has taken its place. */
START_TEST (a_save_does_not_come_between)
{
  Slow slow;
  g_auto (LintelTestEnd) end = save_while_slow (&slow, "rename *office.xml");

  ck_assert_msg (came_to (&end, "kept"), "%s%s", end.out, end.err);
  ck_assert_msg (strstr (end.err, "somebody else is saving it") != NULL, "%s", end.err);
  ck_assert_msg (came_to (&slow.end, "saved"), "%s", slow.end.err);
  check_notes (NEW_NOTES);
  lintel_test_end_clear (&slow.end);
}
END_TEST

START_TEST (window_fails_at_every_call)
{
  const char *argv[] = { get_saver (), path, NEW_NOTES, NULL };
  LintelTestFault fault = { .root = folder };
  g_auto (GStrv) calls = lintel_test_list_calls (argv, &fault);
  guint stride = get_stride (11), n = 0, n_kept = 0;

  for (fault.at = 1; fault.at <= g_strv_length (calls); fault.at++)
    for (guint k = 0; k < G_N_ELEMENTS (errors) * 2; k++)
      {
        g_autofree char *action = g_strdup_printf ("%d", errors[k / 2]);
        g_auto (LintelTestEnd) end = { 0 };
        g_autofree char *when = NULL;

        if (n++ % stride != 0)
          continue;
        put_old ();
        remove_state ();
        fault.action = action;
        fault.stays = k % 2 != 0;
        when = describe (&fault, calls);
        end = lintel_test_run_fault (argv, &fault);
        ck_assert_msg (end.status == 0 || came_to (&end, "kept"), "%s: %s%s", when, end.out,
                       end.err);
        if (end.status != 0)
          check_sentence (end.err, when);
        n_kept += came_to (&end, "kept") ? 1 : 0;
        check_not_lost (&end, when);
      }
  ck_assert_uint_gt (n_kept, 2);
}
END_TEST

/* Exports. */

static char *target, *old_export, *new_export;

static const char *const *
make_export_argv (void)
{
  static const char *argv[8];
  const char *words[] = { lintel_test_lintelctl (), "export", path, "--to", target,
                          "--with-codes",           NULL };

  memcpy (argv, words, sizeof words);
  return argv;
}

/* What is in it, file by file; "" when it is not there. */
static char *
read_export (const char *where)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *manifest = g_build_filename (where, "MANIFEST.json", NULL);

  if (!g_file_test (where, G_FILE_TEST_EXISTS))
    return g_strdup ("");
  ck_assert_msg (lintel_export_verify (where, &problems, &error), "%s",
                 error != NULL ? error->message : "");
  ck_assert_msg (problems->len == 0, "%s: %s", where,
                 problems->len > 0 ? (char *) g_ptr_array_index (problems, 0) : "");
  return lintel_test_read (manifest);
}

static void
export_normally (void)
{
  g_autofree char *err = NULL;

  ck_assert_msg (lintel_test_spawn (make_export_argv (), NULL, &err) == 0, "%s", err);
}

static void
put_old_export (void)
{
  put_old ();
  export_normally ();
}

static void
set_up_export (void)
{
  set_up ();
  g_setenv ("SOURCE_DATE_EPOCH", "1790000000", TRUE);
  target = g_build_filename (folder, "export", NULL);
  put_old_export ();
  old_export = read_export (target);
  set_notes ();
  export_normally ();
  new_export = read_export (target);
  ck_assert_str_ne (old_export, new_export);
}

static void
tear_down_export (void)
{
  g_clear_pointer (&target, g_free);
  g_clear_pointer (&old_export, g_free);
  g_clear_pointer (&new_export, g_free);
  tear_down ();
}

/* REPLACES: there is an export of the old project already. */
static void
prepare_export (gboolean replaces)
{
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    lintel_test_remove_folder (target);
  if (replaces)
    put_old_export ();
  set_notes ();
}

static void
check_export (gboolean replaces, const char *when)
{
  g_autofree char *now = read_export (target);

  check_private (folder);
  ck_assert_msg (g_str_equal (now, replaces ? old_export : "") || g_str_equal (now, new_export),
                 "%s: %s", when, now);
}

static void
kill_export (gboolean replaces, guint first, guint stride)
{
  const char *const *argv = make_export_argv ();
  const LintelTestFault fault = { .root = folder };
  g_auto (GStrv) calls = NULL;

  prepare_export (replaces);
  calls = lintel_test_list_calls (argv, &fault);
  for (guint at = first, k = 0; at <= g_strv_length (calls); at += stride, k++)
    {
      g_auto (LintelTestEnd) end = { 0 };

      prepare_export (replaces);
      end = run_killed (argv, at, kills[k % G_N_ELEMENTS (kills)]);
      ck_assert_msg (end.killed, "%u: %s was not killed", at, calls[at - 1]);
      check_export (replaces, calls[at - 1]);
      export_normally ();
      /* The project and its export: what was left over is gone. */
      ck_assert_msg (count_files (folder) == 2, "%s leaves something over", calls[at - 1]);
    }
}

START_TEST (export_is_killed_at_every_call)
{
  guint stride = get_stride (17);
  guint first = stride == 1 ? 1 : 1 + lintel_test_seed () % stride;

  kill_export (TRUE, first, stride);
  kill_export (FALSE, first, stride);
}
END_TEST

START_TEST (export_is_killed_at_random_moments)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());
  gint64 duration = measure (make_export_argv ());

  for (guint run = 0; run < lintel_test_get_kill_runs (); run++)
    {
      gboolean replaces = g_rand_boolean (rand);

      prepare_export (replaces);
      lintel_test_kill_after (make_export_argv (),
                              (gulong) g_rand_double_range (rand, 0, (double) duration));
      check_export (replaces, "at a random moment");
    }
  export_normally ();
  ck_assert_uint_eq (count_files (folder), 2);
}
END_TEST

START_TEST (export_fails_at_every_call)
{
  const char *const *argv = make_export_argv ();
  LintelTestFault fault = { .root = folder };
  g_auto (GStrv) calls = NULL;
  guint stride = get_stride (17), n = 0;

  prepare_export (TRUE);
  calls = lintel_test_list_calls (argv, &fault);
  for (fault.at = 1; fault.at <= g_strv_length (calls); fault.at += stride, n++)
    {
      g_autofree char *action = g_strdup_printf ("%d", errors[n % G_N_ELEMENTS (errors)]);
      g_auto (LintelTestEnd) end = { 0 };
      g_autofree char *when = NULL;

      prepare_export (TRUE);
      fault.action = action;
      fault.stays = n % 2 != 0;
      when = describe (&fault, calls);
      end = lintel_test_run_fault (argv, &fault);
      check_export (TRUE, when);
      ck_assert_msg (end.status == 0 || end.status == 2, "%s: %d", when, end.status);
      if (end.status == 2)
        check_sentence (end.err, when);
    }
}
END_TEST

/* The order in which a power cut does no harm. */

/* The first call that CALL and the end of the path say, from FROM on. */
static guint
find_call (char **calls, guint from, const char *call)
{
  guint n = g_strv_length (calls);

  for (guint k = from; k < n; k++)
    if (g_pattern_match_simple (call, calls[k]))
      return k;
  ck_abort_msg ("there is no %s from call %u on", call, from + 1);
}

/* Fails unless these come one after the other. */
static void
expect_order (char **calls, const char *const *order)
{
  guint at = 0;

  for (; *order != NULL; order++)
    at = find_call (calls, at, *order) + 1;
}

/* Everything that is written is flushed before something is renamed. */
static void
check_flushed (char **calls)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (; *calls != NULL; calls++)
    {
      const char *file = strchr (*calls, ' ') + 1;

      if (g_str_has_prefix (*calls, "write "))
        g_hash_table_add (waiting, g_strdup (file));
      else if (g_str_has_prefix (*calls, "fsync "))
        g_hash_table_remove (waiting, file);
      else if (g_str_has_prefix (*calls, "rename "))
        ck_assert_msg (g_hash_table_size (waiting) == 0, "%s before all was flushed", *calls);
    }
}

START_TEST (saving_stands_a_power_cut)
{
  const char *argv[] = { lintel_test_lintelctl (), "set", path, "notes=" NEW_NOTES, NULL };
  const LintelTestFault fault = { .root = folder };
  g_auto (GStrv) calls = lintel_test_list_calls (argv, &fault);
  g_autofree char *flush_folder = g_strconcat ("fsync ", folder, NULL);
  const char *order[] = { "create *saving-*",   "write *saving-*", "fsync *saving-*",
                          "rename *office.xml", flush_folder,      NULL };

  expect_order (calls, order);
  check_flushed (calls);
}
END_TEST

START_TEST (journal_stands_a_power_cut)
{
  const char *argv[] = { get_saver (), path, NEW_NOTES, NULL };
  const LintelTestFault fault = { .root = folder };
  g_auto (GStrv) calls = lintel_test_list_calls (argv, &fault);
  g_autofree char *flush_folder = g_strconcat ("fsync ", folder, NULL);
  /* The journal is safe before the file is touched, and goes when the file is safe. */
  const char *order[] = { "create *journal-*",  "write *journal-*",
                          "fsync *journal-*",   "fsync *state/lintel",
                          "write *saving-*",    "fsync *saving-*",
                          "rename *office.xml", flush_folder,
                          "unlink *journal-*",  NULL };

  expect_order (calls, order);
}
END_TEST

START_TEST (export_stands_a_power_cut)
{
  const LintelTestFault fault = { .root = folder };
  g_autofree char *flush_folder = g_strconcat ("fsync ", folder, NULL);
  const char *order[] = { "write *exporting-*/project.xml",
                          "fsync *exporting-*/project.xml",
                          "write *exporting-*/MANIFEST.json",
                          "fsync *exporting-*/MANIFEST.json",
                          "fsync *exporting-??????",
                          "rename *export",
                          flush_folder,
                          "unlink *exporting-*",
                          NULL };
  g_auto (GStrv) calls = NULL;

  prepare_export (TRUE);
  calls = lintel_test_list_calls (make_export_argv (), &fault);
  expect_order (calls, order);
  check_flushed (calls);
}
END_TEST

static void
add_case (Suite *suite, const char *name, SFun set_up_case, SFun tear_down_case,
          const TTest *const *tests, gsize n)
{
  TCase *test_case = tcase_create (name);

  tcase_add_checked_fixture (test_case, set_up_case, tear_down_case);
  tcase_set_timeout (test_case, lintel_test_get_kill_runs () < MANY_RUNS ? 120 : 3600);
  for (gsize k = 0; k < n; k++)
    tcase_add_test (test_case, tests[k]);
  suite_add_tcase (suite, test_case);
}

int
main (void)
{
  Suite *suite = suite_create ("kill");
  const TTest *const set_tests[] = { set_is_killed_at_every_call, set_is_killed_at_random_moments,
                                     set_fails_at_every_call, saving_stands_a_power_cut,
                                     two_at_once_lose_nothing };
  const TTest *const window_tests[] = { window_is_killed_at_every_call,
                                        window_is_killed_at_random_moments,
                                        window_fails_at_every_call,
                                        journal_stands_a_power_cut,
                                        a_save_sees_what_was_saved_since_it_began,
                                        a_save_does_not_come_between };
  const TTest *const export_tests[] = { export_is_killed_at_every_call,
                                        export_is_killed_at_random_moments,
                                        export_fails_at_every_call, export_stands_a_power_cut };

  add_case (suite, "set", set_up, tear_down, set_tests, G_N_ELEMENTS (set_tests));
  add_case (suite, "window", set_up_window, tear_down, window_tests, G_N_ELEMENTS (window_tests));
  add_case (suite, "export", set_up_export, tear_down_export, export_tests,
            G_N_ELEMENTS (export_tests));
  return lintel_test_run (suite);
}
