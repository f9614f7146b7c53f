/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * data/schema/project.rng against every project file in the tree: a file whose name ends in
 * -invalid breaks it, every other one follows it. The data of rules and what was written from
 * another file are named after something else, so there the reader decides: what breaks the schema
 * has something kept aside.
 */

#include "config.h"

#include "tests/support/test-support.h"

#include "lintel/xml.h"

#include <libxml/relaxng.h>
#include <string.h>

#define PROJECT_NAMESPACE "urn:lintel:project:1"

typedef struct
{
  xmlRelaxNG *schema;
  guint n_valid, n_invalid;
} Walk;

static void
ignore_problem (void *data, xmlErrorPtr problem)
{
}

static gboolean
is_project (xmlDoc *document)
{
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  return root != NULL && root->ns != NULL
         && xmlStrEqual (root->ns->href, BAD_CAST PROJECT_NAMESPACE);
}

static gboolean
has_finding_kept (const char *path)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autoptr (LintelProject) project = lintel_xml_read_file (catalogue, path, NULL);
  g_autoptr (GPtrArray) strays = NULL;

  ck_assert_msg (project != NULL, "%s is not read", path);
  strays = lintel_project_list_strays (project);
  for (guint n = 0; n < strays->len; n++)
    if (((const LintelStray *) g_ptr_array_index (strays, n))->kind != LINTEL_STRAY_FOREIGN)
      return TRUE;
  return FALSE;
}

static void
check_name (Walk *walk, const char *path, gboolean is_valid)
{
  gboolean named_invalid = strstr (path, "-invalid.") != NULL;

  if (strstr (path, "/rules/") != NULL || g_str_has_suffix (path, ".out.xml"))
    ck_assert_msg (is_valid || has_finding_kept (path),
                   "%s breaks the schema, but nothing of it was kept aside", path);
  else
    ck_assert_msg (is_valid != named_invalid, "%s is %s", path, is_valid ? "valid" : "invalid");
  if (is_valid)
    walk->n_valid++;
  else
    walk->n_invalid++;
}

static void
check_file (Walk *walk, const char *path)
{
  xmlDoc *document = xmlReadFile (
      path, NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

  if (is_project (document))
    {
      xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (walk->schema);

      xmlRelaxNGSetValidStructuredErrors (context, ignore_problem, NULL);
      check_name (walk, path, xmlRelaxNGValidateDoc (context, document) == 0);
      xmlRelaxNGFreeValidCtxt (context);
    }
  xmlFreeDoc (document);
}

/* xml/fail holds what is no project at all. */
static void
walk_folder (Walk *walk, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  ck_assert_msg (dir != NULL, "%s is missing", folder);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_str_has_suffix (path, "xml/fail"))
        walk_folder (walk, path);
      else if (g_str_has_suffix (name, ".xml"))
        check_file (walk, path);
    }
}

static void
open_schema (Walk *walk)
{
  g_autofree char *path = lintel_test_source ("data/schema/project.rng");
  xmlRelaxNGParserCtxt *context = xmlRelaxNGNewParserCtxt (path);

  walk->schema = xmlRelaxNGParse (context);
  xmlRelaxNGFreeParserCtxt (context);
  ck_assert_msg (walk->schema != NULL, "%s is not a schema", path);
}

START_TEST (test_every_project_file)
{
  g_autofree char *data = lintel_test_data ("", NULL);
  g_autofree char *examples = lintel_test_source ("data/examples");
  g_autofree char *templates = lintel_test_source ("data/templates");
  Walk walk = { 0 };

  open_schema (&walk);
  walk_folder (&walk, examples);
  walk_folder (&walk, templates);
  ck_assert_uint_eq (walk.n_invalid, 0);
  walk_folder (&walk, data);
  ck_assert_uint_gt (walk.n_valid, 20);
  ck_assert_uint_gt (walk.n_invalid, 3);
  xmlRelaxNGFree (walk.schema);
}
END_TEST

/* lintelctl prints the schema in one piece, which has to say the same. */
START_TEST (test_printed_schema)
{
  g_autofree char *folder = lintel_test_make_folder ();
  g_autofree char *schema = g_build_filename (folder, "project.rng", NULL);
  g_autofree char *good = lintel_test_source ("data/examples/dental-office.xml");
  g_autofree char *bad = lintel_test_data ("xml", "identity", "misfits-invalid.xml", NULL);
  const char *print[] = { lintel_test_lintelctl (), "schema", NULL };
  const char *validate[] = { "xmllint", "--noout", "--nonet", "--relaxng", schema, good, NULL };
  g_autofree char *out = NULL;
  g_autofree char *ignored = NULL, *problems = NULL;

  ck_assert_int_eq (lintel_test_spawn (print, &out, NULL), 0);
  ck_assert (g_file_set_contents (schema, out, -1, NULL));
  ck_assert_int_eq (lintel_test_spawn (validate, NULL, &ignored), 0);
  validate[5] = bad;
  ck_assert_int_eq (lintel_test_spawn (validate, NULL, &problems), 3);
  lintel_test_remove_folder (folder);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("project-schema");
  TCase *tests = tcase_create ("files");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, test_every_project_file);
  tcase_add_test (tests, test_printed_schema);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
