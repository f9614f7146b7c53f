/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells when the first window of this program is on the screen, when it has its content, and what
 * memory it took. */

#include "tests/bench/first-frame.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* How long a program has nothing to do until what it does at the start is taken to be done. */
#define REST_MS 400

static LintelBenchContentFunc has_content;

static double
get_processor_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* The most memory that this process ever had, in kB. */
static long
get_peak_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    g_error ("there is no /proc/self/status");
  line = strstr (text, "VmHWM:");
  return line != NULL ? strtol (line + strlen ("VmHWM:"), NULL, 10) : 0;
}

static gboolean
rested_cb (gpointer application)
{
  printf ("peak %ld\n", get_peak_memory ());
  fflush (stdout);
  g_application_quit (application);
  return G_SOURCE_REMOVE;
}

/* Runs only when nothing that is more urgent is left. */
static gboolean
idle_cb (gpointer application)
{
  g_timeout_add_full (G_PRIORITY_LOW + 100, REST_MS, rested_cb, application, NULL);
  return G_SOURCE_REMOVE;
}

static void
tell (const char *what)
{
  printf ("%s %.3f\n", what, get_processor_ms ());
  fflush (stdout);
}

/* A frame is on the screen once the server has done what was asked of it. */
static gboolean
frame_painted_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values,
                  gpointer application)
{
  static gboolean told;
  GtkWindow *window = gtk_application_get_active_window (application);

  if (window == NULL || !gtk_widget_get_mapped (GTK_WIDGET (window)))
    return TRUE;
  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (window)));
  if (!told)
    tell ("frame");
  told = TRUE;
  if (!has_content (window))
    return TRUE;
  tell ("content");
  g_idle_add_full (G_PRIORITY_LOW + 100, idle_cb, application, NULL);
  return FALSE;
}

void
lintel_bench_report_first_frame (GApplication *application, LintelBenchContentFunc func)
{
  has_content = func;
  g_type_class_ref (GDK_TYPE_FRAME_CLOCK);
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0,
                              frame_painted_cb, application, NULL);
}
