/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the largest system to a file: write-largest-system FILE. */

#include "tests/bench/bench.h"
#include "tests/support/largest-system.h"

#include "lintel/xml.h"

#include <stdio.h>

int
main (int argc, char **argv)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autoptr (LintelProject) project =
      lintel_test_make_largest_system (catalogue, LINTEL_BENCH_SEED);
  g_autoptr (GError) error = NULL;

  if (argc == 2 && lintel_xml_write_file (project, argv[1], &error))
    return 0;
  fprintf (stderr, "%s\n", error != NULL ? error->message : "write-largest-system FILE");
  return 2;
}
