/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a file in the user's catalogue folder. What is taken must give projects for both
 * models that can be linted, fixed, written and read.
 */

#include "tests/fuzz/fuzz-target.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static char *folder, *file;

static void
remove_folder (void)
{
  g_unlink (file);
  g_rmdir (folder);
}

static void
make_folder (void)
{
  g_autofree char *template = g_build_filename (g_get_tmp_dir (), "lintel-fuzz-XXXXXX", NULL);

  folder = g_mkdtemp (g_steal_pointer (&template));
  if (folder == NULL)
    lintel_fuzz_fail ("no folder for temporary files");
  file = g_build_filename (folder, "input.xml", NULL);
  atexit (remove_folder);
}

static void
write_file (const uint8_t *data, size_t size)
{
  FILE *stream = g_fopen (file, "w");

  if (stream == NULL || fwrite (data, 1, size, stream) != size || fclose (stream) != 0)
    lintel_fuzz_fail ("%s cannot be written", file);
}

/* The highest number that fits; otherwise what stands there. */
static void
get_extreme (LintelProject *project, const LintelItem *item, int i, int j, char *value, gsize size)
{
  if (item->type != LINTEL_TYPE_DIGITS)
    g_snprintf (value, size, "%d", item->maximum);
  else
    g_strlcpy (value, lintel_project_get (project, item, i, j), size);
}

static void
set_last_cells (LintelProject *project, const LintelProgram *program)
{
  for (guint n = 0; n < program->n_items; n++)
    {
      const LintelItem *item = program->items[n];
      int i = item->dimension[0].capacity, j = item->dimension[1].capacity;
      LintelPlace place = lintel_place_cell (item, i, j);
      g_autoptr (GError) error = NULL;
      char value[LINTEL_VALUE_MAX + 1];

      if (!lintel_project_has_cell (project, item, i, j))
        continue;
      get_extreme (project, item, i, j, value, sizeof value);
      if (!lintel_project_set (project, "set", &place, value, &error))
        lintel_fuzz_fail ("a value does not fit: %s", error->message);
    }
}

static void
use_catalogue (LintelCatalogue *catalogue, LintelModel model, size_t size)
{
  g_autoptr (LintelProject) project = lintel_project_new (catalogue, model, "");
  LintelPlace number = lintel_place_extension (1, LINTEL_FIELD_NUMBER);
  LintelPlace kind = lintel_place_extension (1, LINTEL_FIELD_KIND);
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  lintel_project_set (project, "add", &number, "101", NULL);
  lintel_project_set (project, "add", &kind, "inmail", NULL);
  for (guint n = 0; n < n_programs; n++)
    set_last_cells (project, programs[n]);
  lintel_fuzz_exercise (project, size);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelCatalogue) catalogue = NULL;

  if (folder == NULL)
    make_folder ();
  write_file (data, size);
  catalogue = lintel_catalogue_new (folder, &error);
  if ((catalogue == NULL) != (error != NULL))
    lintel_fuzz_fail ("no catalogue without an error, and no error with a catalogue");
  if (catalogue == NULL)
    return 0;
  for (LintelModel model = 0; model < LINTEL_N_MODELS; model++)
    use_catalogue (catalogue, model, size);
  return 0;
}
