/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lintelctl schema: the RELAX NG schema of project files or of catalogue files, in one piece, so
 * that it can be kept and used anywhere. The values of the user's own items are in it.
 */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#define INCLUDE "<include href=\"catalogue-values.rng\"/>"

static char *
read_schema (const char *name, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/app/lintel/core/schema/%s.rng", name);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (bytes == NULL)
    return NULL;
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The definitions of a grammar as a <div>, which may stand within another grammar. */
static char *
make_division (const char *grammar)
{
  const char *start = strstr (grammar, "<grammar ") + strlen ("<grammar");
  const char *end = g_strrstr (grammar, "</grammar>");
  g_autofree char *inside = g_strndup (start, (gsize) (end - start));

  return g_strconcat ("<div", inside, "</div>", NULL);
}

/* Puts the values of CATALOGUE where the schema includes those of the built-in one. */
static char *
insert_values (const char *schema, const LintelCatalogue *catalogue)
{
  g_autofree char *values = lintel_catalogue_write_schema (catalogue);
  g_autofree char *division = make_division (values);
  g_auto (GStrv) parts = g_strsplit (schema, INCLUDE, -1);

  return g_strjoinv (division, parts);
}

int
lintelctl_schema (int argc, char **argv)
{
  g_autoptr (LintelCatalogue) catalogue = NULL;
  g_autofree char *schema = NULL, *whole = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  if (!lintelctl_parse ("[project|catalogue]",
                        _ ("Prints the RELAX NG schema of project files, or of the files that add "
                           "to the catalogue."),
                        NULL, &argc, &argv))
    return LINTELCTL_FAILED;
  name = argc > 1 ? argv[1] : "project";
  if (argc > 2 || (!g_str_equal (name, "project") && !g_str_equal (name, "catalogue")))
    return lintelctl_fail (_ ("there is no schema “%s”; known are project and catalogue"),
                           argv[argc - 1]);
  catalogue = lintelctl_load_catalogue ();
  if (catalogue == NULL)
    return LINTELCTL_FAILED;
  schema = read_schema (name, &error);
  if (schema == NULL)
    return lintelctl_fail_error (error);
  whole = insert_values (schema, catalogue);
  fputs (whole, stdout);
  return LINTELCTL_FINE;
}
