/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long a grid takes from nothing to its first frame, and to scroll, beside a GtkColumnView of
 * the same table in the same run:
 *   bench-grid [ROWS COLUMNS]
 */

#include "config.h"

#include "app/ui/grid/lintel-grid.h"
#include "tests/ui/fake-grid-model.h"

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#define N_RUNS 5
#define N_SCROLLS 120

typedef struct
{
  double first_frame; /* ms, best of the runs */
  double scroll;      /* ms a frame, work only */
  guint n_widgets;
  gsize memory; /* bytes, of the first run */
} Result;

static gsize
resident_bytes (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  fields = g_strsplit (text, " ", 3);
  return (gsize) g_ascii_strtoull (fields[1], NULL, 10) * 4096;
}

static guint
count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static GtkWidget *
create_grid (FakeGridModel *model)
{
  return lintel_grid_new (LINTEL_GRID_MODEL (model));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, gtk_inscription_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  FakeGridModel *model = g_object_get_data (G_OBJECT (factory), "model");
  g_auto (LintelGridCellInfo) info = { 0 };

  lintel_grid_model_get_cell (LINTEL_GRID_MODEL (model), gtk_list_item_get_position (item),
                              GPOINTER_TO_UINT (column), &info);
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), info.text);
}

static GtkWidget *
create_column_view (FakeGridModel *model)
{
  GListStore *rows = g_list_store_new (G_TYPE_OBJECT);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows)));
  GtkWidget *view = gtk_column_view_new (selection);
  guint n_rows = lintel_grid_model_get_n_rows (LINTEL_GRID_MODEL (model));
  guint n_columns = lintel_grid_model_get_n_columns (LINTEL_GRID_MODEL (model));

  for (guint i = 0; i < n_rows; i++)
    g_list_store_append (rows, model);
  for (guint i = 0; i < n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      const LintelGridColumn *head = lintel_grid_model_get_column (LINTEL_GRID_MODEL (model), i);
      GtkColumnViewColumn *column = gtk_column_view_column_new (head->title, factory);

      g_object_set_data (G_OBJECT (factory), "model", model);
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      g_object_unref (column);
    }
  return view;
}

/* The work of frames that scroll by a row and a bit, both ways: their wall time without the wait
 * for the next one. */
static double
measure_scrolling (GtkWidget *window, GtkScrolledWindow *scrolled)
{
  GtkAdjustment *vertical = gtk_scrolled_window_get_vadjustment (scrolled);
  GtkAdjustment *horizontal = gtk_scrolled_window_get_hadjustment (scrolled);
  clock_t start = clock ();

  for (int i = 1; i <= N_SCROLLS; i++)
    {
      gtk_adjustment_set_value (vertical, i * 35);
      gtk_adjustment_set_value (horizontal, i * 9);
      wait_for_frame (window);
    }
  return (double) (clock () - start) * 1000 / CLOCKS_PER_SEC / N_SCROLLS;
}

static void
run_once (FakeGridModel *model, GtkWidget *(*create) (FakeGridModel *), Result *result)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  gsize memory;
  gint64 start;
  double time;

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (window);
  memory = resident_bytes ();
  start = g_get_monotonic_time ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), create (model));
  wait_for_frame (window);
  time = (double) (g_get_monotonic_time () - start) / 1000;
  if (result->n_widgets == 0)
    result->memory = resident_bytes () - memory;
  result->first_frame = result->n_widgets == 0 ? time : MIN (result->first_frame, time);
  result->n_widgets = count_widgets (scrolled);
  result->scroll = measure_scrolling (window, GTK_SCROLLED_WINDOW (scrolled));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
print_result (const char *name, const Result *result)
{
  g_print ("%-14s first frame %7.1f ms   scroll %6.2f ms a frame   %6u widgets   %6.1f MB\n", name,
           result->first_frame, result->scroll, result->n_widgets,
           (double) result->memory / (1024 * 1024));
}

int
main (int argc, char **argv)
{
  guint n_rows = argc > 2 ? (guint) atoi (argv[1]) : 256;
  guint n_columns = argc > 2 ? (guint) atoi (argv[2]) : 30;
  g_autoptr (FakeGridModel) model = fake_grid_model_new (n_rows, n_columns);
  Result grid = { 0 }, view = { 0 };

  adw_init ();
  for (int i = 0; i < N_RUNS; i++)
    run_once (model, create_grid, &grid);
  for (int i = 0; i < N_RUNS; i++)
    run_once (model, create_column_view, &view);
  g_print ("%u rows, %u columns\n", n_rows, n_columns);
  print_result ("LintelGrid", &grid);
  print_result ("GtkColumnView", &view);
  g_print ("ratio          first frame %7.2f      scroll %6.2f\n",
           grid.first_frame / view.first_frame, grid.scroll / view.scroll);
  return 0;
}
