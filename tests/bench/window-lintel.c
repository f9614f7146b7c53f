/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program lintel, which tells when its window is there: window-lintel FILE. */

#include "app/ui/lintel-application.h"
#include "tests/bench/first-frame.h"

#include <locale.h>

int
main (int argc, char **argv)
{
  g_autoptr (LintelApplication) application = NULL;

  setlocale (LC_ALL, "");
  application = lintel_application_new (G_APPLICATION_DEFAULT_FLAGS);
  lintel_bench_report_first_frame (G_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
