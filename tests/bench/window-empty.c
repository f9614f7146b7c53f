/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An empty window of libadwaita: what every program of this kind takes. */

#include "tests/bench/first-frame.h"

#include <adwaita.h>

/* Nothing is all that it shows. */
static gboolean
has_content (GtkWindow *window)
{
  return TRUE;
}

static void
activate_cb (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("app.lintel.Empty", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  lintel_bench_report_first_frame (G_APPLICATION (application), has_content);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
