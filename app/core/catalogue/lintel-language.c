/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the translations.
 *
 * A program that was installed below a folder of its own, as packages are made and tried, ends with
 * the path that the build was told; what stands before it leads to its translations too. One that
 * runs from a build folder is told by TEXTDOMAINDIR, the variable that gettext's own tools read.
 */

#include "config.h"

#include "lintel/language.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

char *
lintel_language_folder (const char *binaries)
{
  g_autofree char *above = NULL;

  if (binaries == NULL || !g_str_has_suffix (binaries, LINTEL_BINDIR))
    return g_strdup (LINTEL_LOCALEDIR);
  above = g_strndup (binaries, strlen (binaries) - strlen (LINTEL_BINDIR));
  return g_strconcat (above, LINTEL_LOCALEDIR, NULL);
}

void
lintel_language_start (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *binaries = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *folder = lintel_language_folder (binaries);
  const char *told = g_getenv ("TEXTDOMAINDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, told != NULL ? told : folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
