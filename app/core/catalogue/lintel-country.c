/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Countries: calling codes from our own data, names from the iso-codes package. */

#include "config.h"

#include "lintel/country.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define CODES "/app/lintel/core/calling-codes.tsv"
#define NAMES "iso-codes/json/iso_3166-1.json"
#define NAMES_DOMAIN "iso_3166-1"

/* In use with codes of their own, but not in ISO 3166-1. */
static const struct
{
  const char *id, *name;
} others[] = {
  { "AC", NC_ ("country", "Ascension Island") },
  { "TA", NC_ ("country", "Tristan da Cunha") },
  { "XK", NC_ ("country", "Kosovo") },
};

static char *
find_names_file (void)
{
  const char *const *folders = g_get_system_data_dirs ();

  for (; *folders != NULL; folders++)
    {
      g_autofree char *path = g_build_filename (*folders, NAMES, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  return g_build_filename ("/usr/share", NAMES, NULL);
}

/* Two letters → name in the user's language. The usual name comes before the official one:
 * "Taiwan", not "Taiwan, Province of China". */
static GHashTable *
read_names (void)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *path = find_names_file ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root =
      json_parser_load_from_file (parser, path, NULL) ? json_parser_get_root (parser) : NULL;
  JsonArray *rows = NULL;

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root)
      && json_object_has_member (json_node_get_object (root), "3166-1"))
    rows = json_object_get_array_member (json_node_get_object (root), "3166-1");
  bind_textdomain_codeset (NAMES_DOMAIN, "UTF-8");
  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      const char *id = json_object_get_string_member_with_default (row, "alpha_2", NULL);
      const char *name = json_object_get_string_member_with_default (row, "name", id);

      name = json_object_get_string_member_with_default (row, "common_name", name);
      if (id != NULL)
        g_hash_table_insert (names, g_strdup (id), g_strdup (dgettext (NAMES_DOMAIN, name)));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_hash_table_insert (names, g_strdup (others[i].id),
                         g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "country", others[i].name)));
  return names;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const LintelCountry *one = a, *other = b;

  return g_utf8_collate (one->name, other->name);
}

static GArray *
read_countries (void)
{
  GArray *countries = g_array_new (FALSE, FALSE, sizeof (LintelCountry));
  g_autoptr (GHashTable) names = read_names ();
  g_autoptr (GBytes) bytes = g_resources_lookup_data (CODES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      char *tab = strchr (*line, '\t');
      LintelCountry country;
      const char *name;

      if (**line == '#' || tab == NULL)
        continue;
      *tab = '\0';
      name = g_hash_table_lookup (names, *line);
      country.id = g_strdup (*line);
      country.name = g_strdup (name != NULL ? name : *line);
      country.codes = (const char *const *) g_strsplit (tab + 1, ",", -1);
      g_array_append_val (countries, country);
    }
  g_array_sort (countries, compare_names);
  return countries;
}

const LintelCountry *
lintel_countries_get (guint *n_countries)
{
  static GArray *countries;

  if (g_once_init_enter (&countries))
    g_once_init_leave (&countries, read_countries ());
  *n_countries = countries->len;
  return (const LintelCountry *) (gpointer) countries->data;
}

const LintelCountry *
lintel_country_find (const char *id)
{
  guint n;
  const LintelCountry *countries = lintel_countries_get (&n);

  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (countries[i].id, id) == 0)
      return &countries[i];
  return NULL;
}
