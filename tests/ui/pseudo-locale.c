/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/ui/pseudo-locale.h"

#include "lintel/language.h"
#include "tests/ui/window-fixture.h"

static char *folder;

/* Before the program starts, as its catalogue is translated while it is read. */
static gboolean
start_language (gboolean right_to_left)
{
  g_autofree char *script = lintel_test_source ("tests/support/make-pseudo-locale");
  g_autofree char *source = lintel_test_source ("");
  char *plain[] = { script, source, folder, NULL };
  char *turned[] = { script, (char *) "--rtl", source, folder, NULL };
  int status = 1;

  if (!g_spawn_sync (NULL, right_to_left ? turned : plain, NULL, 0, NULL, NULL, NULL, NULL, &status,
                     NULL)
      || status != 0)
    return FALSE;
  g_setenv ("TEXTDOMAINDIR", folder, TRUE);
  lintel_language_start ();
  return TRUE;
}

static void
remove_language (void)
{
  lintel_test_remove_folder (folder);
}

int
pseudo_locale_run (Suite *suite, TCase *tests, gboolean right_to_left)
{
  int status = 1;

  folder = g_dir_make_tmp ("lintel-test-XXXXXX", NULL);
  tcase_add_unchecked_fixture (tests, NULL, remove_language);
  if (folder != NULL && start_language (right_to_left))
    status = window_fixture_run (suite);
  else
    g_printerr ("the pseudo-locale cannot be made\n");
  g_free (folder);
  return status;
}
