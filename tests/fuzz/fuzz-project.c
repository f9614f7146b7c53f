/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a project file. */

#include "tests/fuzz/fuzz-target.h"

#include "lintel/xml.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelProject) project =
      lintel_xml_read_bytes (lintel_fuzz_get_catalogue (), bytes, "input", &error);

  if ((project == NULL) != (error != NULL))
    lintel_fuzz_fail ("no project without an error, and no error with a project");
  if (project != NULL)
    lintel_fuzz_exercise (project, size);
  return 0;
}
