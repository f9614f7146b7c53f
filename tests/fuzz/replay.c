/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs a fuzz target over files: seeds, and inputs that once broke something. For compilers
 * without libFuzzer. Arguments are files and folders, which are searched to the bottom.
 */

#include "tests/fuzz/fuzz-target.h"

#include <stdio.h>

static void replay (const char *path, guint *n);

static void
replay_folder (const char *path, guint *n)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  if (folder == NULL)
    lintel_fuzz_fail ("%s cannot be read", path);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (name[0] != '.')
        replay (inner, n);
    }
}

static void
replay_file (const char *path)
{
  g_autofree char *text = NULL;
  g_autofree uint8_t *exact = NULL;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL))
    lintel_fuzz_fail ("%s cannot be read", path);
  /* Without the end mark that GLib adds, so that a sanitizer sees a read past the end. */
  exact = g_memdup2 (text, size);
  printf ("%s\n", path);
  fflush (stdout);
  LLVMFuzzerTestOneInput (exact, size);
}

static void
replay (const char *path, guint *n)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      replay_folder (path, n);
      return;
    }
  replay_file (path);
  (*n)++;
}

int
main (int argc, char **argv)
{
  guint n = 0;

  lintel_fuzz_thorough = TRUE;
  LLVMFuzzerInitialize (&argc, &argv);
  for (int k = 1; k < argc; k++)
    replay (argv[k], &n);
  /* Whatever goes wrong ends the program. */
  printf ("%u passed, 0 failed\n", n);
  return n > 0 ? 0 : 1;
}
