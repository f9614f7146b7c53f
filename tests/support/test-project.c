/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test-project.h"

#include "tests/support/test-support.h"

char *
lintel_test_example (const char *name)
{
  g_autofree char *relative = g_strdup_printf ("data/examples/%s.xml", name);

  return lintel_test_source (relative);
}

LintelProject *
lintel_test_read_example (LintelCatalogue *catalogue, const char *name)
{
  g_autofree char *path = lintel_test_example (name);
  g_autoptr (GError) error = NULL;
  LintelProject *project = lintel_xml_read_file (catalogue, path, &error);

  ck_assert_msg (project != NULL, "%s", error != NULL ? error->message : "");
  return project;
}

LintelPlace
lintel_test_place (LintelProject *project, const char *address)
{
  g_autoptr (GError) error = NULL;
  LintelPlace place;

  ck_assert_msg (lintel_place_parse (address, project, &place, &error), "%s: %s", address,
                 error != NULL ? error->message : "");
  return place;
}

const char *
lintel_test_get (LintelProject *project, const char *address)
{
  LintelPlace place = lintel_test_place (project, address);

  return lintel_project_get_text (project, &place);
}

void
lintel_test_set (LintelProject *project, const char *address, const char *text)
{
  LintelPlace place = lintel_test_place (project, address);
  g_autoptr (GError) error = NULL;

  ck_assert_msg (lintel_project_set (project, "Edit", &place, text, &error), "%s: %s", address,
                 error != NULL ? error->message : "");
}

void
lintel_test_set_cells (LintelProject *project, const char *cells)
{
  g_auto (GStrv) list = g_strsplit (cells, " ", -1);

  for (char **cell = list; *cell != NULL && **cell != '\0'; cell++)
    {
      g_auto (GStrv) pair = g_strsplit (*cell, "=", 2);

      lintel_test_set (project, pair[0], pair[1]);
    }
}
