/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program remembers between runs; works without an installed schema. */

#include "config.h"

#include "app/ui/lintel-settings.h"

#define SCHEMA_ID "app.lintel.Lintel"

static GSettings *
find_settings (void)
{
  static GSettings *settings;
  static gboolean looked;

  if (!looked)
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema = NULL;

      looked = TRUE;
      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE);
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
    }
  return settings;
}

int
lintel_settings_get_int (const char *key, int otherwise)
{
  GSettings *settings = find_settings ();

  return settings != NULL ? g_settings_get_int (settings, key) : otherwise;
}

void
lintel_settings_set_int (const char *key, int value)
{
  GSettings *settings = find_settings ();

  if (settings != NULL)
    g_settings_set_int (settings, key, value);
}

gboolean
lintel_settings_get_boolean (const char *key, gboolean otherwise)
{
  GSettings *settings = find_settings ();

  return settings != NULL ? g_settings_get_boolean (settings, key) : otherwise;
}

void
lintel_settings_set_boolean (const char *key, gboolean value)
{
  GSettings *settings = find_settings ();

  if (settings != NULL)
    g_settings_set_boolean (settings, key, value);
}

char *
lintel_settings_get_string (const char *key)
{
  GSettings *settings = find_settings ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

void
lintel_settings_set_string (const char *key, const char *value)
{
  GSettings *settings = find_settings ();

  if (settings != NULL)
    g_settings_set_string (settings, key, value);
}
