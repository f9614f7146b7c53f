/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program lintel: sets up the language and runs the application. */

#include "config.h"

#include "app/ui/lintel-application.h"

#include "lintel/language.h"

int
main (int argc, char **argv)
{
  g_autoptr (LintelApplication) application = NULL;

  lintel_language_start ();
  application = lintel_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
