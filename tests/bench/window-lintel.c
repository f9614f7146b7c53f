/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program lintel, which tells when its window is there: window-lintel FILE. */

#include "app/ui/lintel-application.h"
#include "app/ui/lintel-window-private.h"
#include "tests/bench/first-frame.h"

#include <locale.h>

/* The page in front is there. */
static gboolean
has_content (GtkWindow *window)
{
  return LINTEL_IS_WINDOW (window) && LINTEL_WINDOW (window)->is_shown;
}

int
main (int argc, char **argv)
{
  g_autoptr (LintelApplication) application = NULL;

  setlocale (LC_ALL, "");
  application = lintel_application_new (G_APPLICATION_DEFAULT_FLAGS);
  lintel_bench_report_first_frame (G_APPLICATION (application), has_content);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
