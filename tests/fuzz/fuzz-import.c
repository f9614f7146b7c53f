/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a table that is imported onto a hardened system. What the import would change can
 * be done, and the rejects say where and why.
 */

#include "tests/fuzz/fuzz-target.h"

#include "lintel/exchange.h"
#include "lintel/xml.h"

#include <sys/mman.h>
#include <unistd.h>

static LintelProject *
get_system (void)
{
  static LintelProject *project;

  if (project == NULL)
    project = lintel_template_new (lintel_fuzz_get_catalogue (), LINTEL_MODEL_SL2100, "hardened",
                                   12, 213, 216, NULL);
  return project;
}

/* A file that is only in memory. */
static int
open_file (const uint8_t *data, size_t size)
{
  int fd = memfd_create ("table.csv", MFD_CLOEXEC);

  if (fd < 0 || write (fd, data, size) != (ssize_t) size)
    lintel_fuzz_fail ("no memory for a file");
  return fd;
}

static void
check_rejects (GPtrArray *rejects)
{
  for (guint n = 0; n < rejects->len; n++)
    {
      const LintelReject *reject = g_ptr_array_index (rejects, n);

      if (reject->row < 1 || reject->column == NULL || reject->value == NULL
          || *reject->why == '\0')
        lintel_fuzz_fail ("a reject does not say where or why");
    }
}

static void
check_edits (GPtrArray *edits, size_t size)
{
  g_autoptr (LintelProject) copy = lintel_project_copy (get_system ());
  g_autoptr (GError) error = NULL;

  if (!lintel_project_apply (copy, "import", NULL, edits, &error))
    lintel_fuzz_fail ("the import cannot be done: %s", error->message);
  /* What it came to is slow beside reading it. */
  if (lintel_fuzz_thorough || size % 4 == 0)
    lintel_fuzz_exercise (copy, size);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  int fd = open_file (data, size);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelImport) import = lintel_import_read (get_system (), path, &error);

  close (fd);
  if ((import == NULL) != (error != NULL))
    lintel_fuzz_fail ("no import without an error, and no error with an import");
  if (import == NULL)
    return 0;
  check_rejects (import->rejects);
  if (import->edits->len > 0)
    check_edits (import->edits, size);
  return 0;
}
