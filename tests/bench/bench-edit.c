/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From an edit of the largest system to the list of problems that shows what became of it, in a
 * window on the screen: bench-edit FILE. Once with the tab of a program in front, as where such
 * edits are made, and once with the Overview. Exits 1 when one edit in a hundred takes longer than
 * the budget by the processor time of this program; what it waited for others is shown beside.
 */

#include "app/ui/lintel-window.h"
#include "app/ui/safety/lintel-opening.h"
#include "tests/bench/bench.h"

#include <stdio.h>
#include <time.h>

#define N_EDITS 200
#define N_WARM_UP 10
#define PAUSE_MS 30
#define BUDGET 16.0

typedef struct
{
  const char *place, *texts[2];
} Edit;

static const Edit edits[] = {
  { "47-02-01[5]", { "0", "1" } },        { "21-04-01[213,3]", { "15", "1" } },
  { "21-05-01[15]", { "1", "0" } },       { "21-06-01[1]", { "011", "" } },
  { "21-06-06[2,17]", { "1214", "01" } }, { "21-06-07[4,60]", { "011", "1" } },
  { "code[101]", { "1234", "4821" } },    { "extension[1].number", { "101", "901" } },
};

typedef struct
{
  double wall[N_EDITS], processor[N_EDITS]; /* milliseconds */
} Times;

static double
get_processor_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
set_true_cb (gboolean *linted)
{
  *linted = TRUE;
}

/* Until the findings, the list and all who listen are up to date again. */
static void
time_edit (LintelDocument *document, const Edit *edit, double *wall, double *processor)
{
  LintelProject *project = lintel_document_get_project (document);
  gboolean linted = FALSE;
  gulong handler = g_signal_connect_data (document, "linted", G_CALLBACK (set_true_cb), &linted,
                                          NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  LintelPlace place;
  const char *text;

  if (!lintel_place_parse (edit->place, project, &place, NULL))
    g_error ("there is no %s", edit->place);
  text = lintel_project_get_text (project, &place);
  text = edit->texts[g_strcmp0 (text, edit->texts[0]) == 0 ? 1 : 0];
  *wall = lintel_bench_now ();
  *processor = get_processor_ms ();
  if (!lintel_project_set (project, "edit", &place, text, NULL))
    g_error ("the edit of %s is refused", edit->place);
  while (!linted)
    g_main_context_iteration (NULL, TRUE);
  *wall = lintel_bench_now () - *wall;
  *processor = get_processor_ms () - *processor;
  g_signal_handler_disconnect (document, handler);
}

static gboolean
rested_cb (gpointer data)
{
  set_true_cb (data);
  return G_SOURCE_REMOVE;
}

/* What is drawn for one edit is no part of the next. */
static void
settle (void)
{
  gboolean rested = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW + 100, PAUSE_MS, rested_cb, &rested, NULL);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

static void
activate_cb (GtkApplication *application, gpointer data)
{
  g_application_hold (G_APPLICATION (application));
}

static LintelWindow *
open_window (LintelApplication *application, const char *path)
{
  LintelWindow *window;

  lintel_opening_start (application, path);
  while (lintel_opening_is_waiting ())
    g_main_context_iteration (NULL, TRUE);
  window = LINTEL_WINDOW (lintel_application_find_window (application, path));
  if (window == NULL)
    g_error ("%s cannot be opened", path);
  while (!lintel_document_is_checked (lintel_window_get_document (window)))
    g_main_context_iteration (NULL, TRUE);
  for (int k = 0; k < N_WARM_UP; k++)
    settle ();
  return window;
}

static gboolean
measure_edits (LintelWindow *window, const char *page, const char *what)
{
  g_autofree Times *times = g_new0 (Times, 1);
  g_autofree char *waiting = g_strdup_printf ("  with what it waited for (%s)", page);
  LintelBenchResult result;

  lintel_window_show_page (window, page);
  settle ();
  for (guint k = 0; k < N_EDITS; k++)
    {
      time_edit (lintel_window_get_document (window), &edits[k % G_N_ELEMENTS (edits)],
                 &times->wall[k], &times->processor[k]);
      settle ();
    }
  result = lintel_bench_summarize (times->wall, N_EDITS);
  lintel_bench_print_row (waiting, &result, 0);
  result = lintel_bench_summarize (times->processor, N_EDITS);
  lintel_bench_print_row (what, &result, 0);
  printf ("99 %% of edits within %.1f ms, budget %.1f%s\n", result.p99, BUDGET,
          result.p99 <= BUDGET ? "" : "  OVER");
  return result.p99 <= BUDGET;
}

int
main (int argc, char **argv)
{
  g_autoptr (LintelApplication) application = lintel_application_new (G_APPLICATION_NON_UNIQUE);
  LintelWindow *window;
  gboolean kept;

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  if (argc != 2 || !g_application_register (G_APPLICATION (application), NULL, NULL))
    return 2;
  window = open_window (application, argv[1]);
  lintel_bench_print_head ();
  kept = measure_edits (window, "21-04", "edit to updated list, in a program");
  kept = measure_edits (window, "overview", "edit to updated list, on the Overview") && kept;
  gtk_window_destroy (GTK_WINDOW (window));
  return kept ? 0 : 1;
}
