/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From an edit of the largest system to the list of problems that shows what became of it, in a
 * window on the screen: bench-edit FILE. Exits 1 when one edit in a hundred takes longer than the
 * budget.
 */

#include "app/ui/lintel-window.h"
#include "tests/bench/bench.h"

#include <stdio.h>

#define N_EDITS 200
#define N_WARM_UP 10
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

static void
linted_cb (gboolean *linted)
{
  *linted = TRUE;
}

/* Milliseconds until the findings, the list and all who listen are up to date again. */
static double
time_edit (LintelDocument *document, const Edit *edit)
{
  LintelProject *project = lintel_document_get_project (document);
  gboolean linted = FALSE;
  gulong handler = g_signal_connect_data (document, "linted", G_CALLBACK (linted_cb), &linted, NULL,
                                          G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  LintelPlace place;
  const char *now, *text;
  double start;

  if (!lintel_place_parse (edit->place, project, &place, NULL))
    g_error ("there is no %s", edit->place);
  now = lintel_project_get_text (project, &place);
  text = edit->texts[g_strcmp0 (now, edit->texts[0]) == 0 ? 1 : 0];
  start = lintel_bench_now ();
  if (!lintel_project_set (project, "edit", &place, text, NULL))
    g_error ("the edit of %s is refused", edit->place);
  while (!linted)
    g_main_context_iteration (NULL, TRUE);
  start = lintel_bench_now () - start;
  g_signal_handler_disconnect (document, handler);
  return start;
}

/* What is drawn for one edit is no part of the next. */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 30 * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
activate_cb (GtkApplication *application, gpointer data)
{
  g_application_hold (G_APPLICATION (application));
}

static LintelWindow *
open_window (LintelApplication *application, const char *path)
{
  LintelWindow *window = lintel_window_new (application);

  if (!lintel_window_open (window, path))
    g_error ("%s cannot be opened", path);
  gtk_window_present (GTK_WINDOW (window));
  while (!lintel_document_is_checked (lintel_window_get_document (window)))
    g_main_context_iteration (NULL, TRUE);
  for (int k = 0; k < N_WARM_UP; k++)
    settle ();
  return window;
}

int
main (int argc, char **argv)
{
  g_autoptr (LintelApplication) application = lintel_application_new (G_APPLICATION_NON_UNIQUE);
  double samples[N_EDITS];
  LintelBenchResult result;
  LintelWindow *window;

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  if (argc != 2 || !g_application_register (G_APPLICATION (application), NULL, NULL))
    return 2;
  window = open_window (application, argv[1]);
  for (guint k = 0; k < N_EDITS; k++)
    {
      const Edit *edit = &edits[k % G_N_ELEMENTS (edits)];

      samples[k] = time_edit (lintel_window_get_document (window), edit);
      settle ();
    }
  result = lintel_bench_summarize (samples, N_EDITS);
  lintel_bench_print_head ();
  lintel_bench_print_row ("edit to updated list of problems", &result, 0);
  printf ("99 %% of edits within %.1f ms, budget %.1f%s\n", result.p99, BUDGET,
          result.p99 <= BUDGET ? "" : "  OVER");
  gtk_window_destroy (GTK_WINDOW (window));
  return result.p99 <= BUDGET ? 0 : 1;
}
