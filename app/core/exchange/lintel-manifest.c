/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manifest: what an exported folder consists of, written, read back and verified. */

#include "config.h"

#include "app/core/exchange/lintel-export-private.h"

#include "lintel/acceptance.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#define TOOL "lintel"

/* https://reproducible-builds.org/specs/ */
gint64
lintel_export_get_time (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = 0;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32 * 2LL, &seconds, NULL))
    return seconds;
  return g_get_real_time () / G_USEC_PER_SEC;
}

static char *
format_time (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (lintel_export_get_time ());

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_count (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_files (JsonBuilder *builder, GPtrArray *files)
{
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint n = 0; n < files->len; n++)
    {
      const LintelExportFile *file = g_ptr_array_index (files, n);
      g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);

      json_builder_begin_object (builder);
      add_string (builder, "name", file->name);
      add_count (builder, "size", (gint64) g_bytes_get_size (file->bytes));
      add_string (builder, "sha256", sum);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_findings (JsonBuilder *builder, LintelLinter *linter)
{
  guint accepted_errors, accepted = lintel_linter_count_accepted (linter, &accepted_errors);

  json_builder_set_member_name (builder, "findings");
  json_builder_begin_object (builder);
  add_count (builder, "errors", lintel_linter_count (linter, LINTEL_SEVERITY_ERROR));
  add_count (builder, "warnings", lintel_linter_count (linter, LINTEL_SEVERITY_WARNING));
  add_count (builder, "notes", lintel_linter_count (linter, LINTEL_SEVERITY_NOTE));
  add_count (builder, "accepted", accepted);
  add_count (builder, "accepted-errors", accepted_errors);
  json_builder_end_object (builder);
}

/* The reason counts only when there was something to force. */
static void
add_forced (JsonBuilder *builder, LintelLinter *linter, const LintelExportOptions *options)
{
  json_builder_set_member_name (builder, "forced");
  if (options->force && lintel_linter_count (linter, LINTEL_SEVERITY_ERROR) > 0)
    json_builder_add_string_value (builder, options->reason);
  else
    json_builder_add_null_value (builder);
}

/* {"by", "time", "sha256", "stale"}, or null when nobody has signed. */
static void
add_sign_off (JsonBuilder *builder, LintelProject *project, LintelSignOffKind kind)
{
  LintelSignOff sign_off;

  json_builder_set_member_name (builder, lintel_sign_off_kind_to_id (kind));
  if (!lintel_project_get_sign_off (project, kind, &sign_off))
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_string (builder, "by", sign_off.by);
  add_string (builder, "time", sign_off.time);
  add_string (builder, "sha256", sign_off.sha256);
  json_builder_set_member_name (builder, "stale");
  json_builder_add_boolean_value (builder, lintel_project_is_sign_off_stale (project, kind));
  json_builder_end_object (builder);
}

static void
add_sign_offs (JsonBuilder *builder, LintelProject *project)
{
  json_builder_set_member_name (builder, "sign_off");
  json_builder_begin_object (builder);
  add_sign_off (builder, project, LINTEL_SIGN_OFF_PREPARED);
  add_sign_off (builder, project, LINTEL_SIGN_OFF_REVIEWED);
  json_builder_end_object (builder);
}

static GBytes *
to_bytes (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  gsize length;
  char *text;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}

LintelExportFile *
lintel_export_manifest (GPtrArray *files, LintelLinter *linter, const LintelExportOptions *options)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *time = format_time ();
  g_autoptr (GBytes) bytes = NULL;
  LintelProject *project = lintel_linter_get_project (linter);

  json_builder_begin_object (builder);
  add_string (builder, "tool", TOOL);
  add_string (builder, "version", LINTEL_VERSION);
  add_string (builder, "model", lintel_model_to_id (lintel_project_get_model (project)));
  add_string (builder, "time", time);
  add_findings (builder, linter);
  add_forced (builder, linter, options);
  add_sign_offs (builder, project);
  add_files (builder, files);
  json_builder_end_object (builder);
  bytes = to_bytes (builder);
  return lintel_export_file_new (LINTEL_MANIFEST_NAME, _ ("Every file with its SHA-256"), bytes);
}

static void
manifest_file_free (LintelManifestFile *file)
{
  g_free (file->name);
  g_free (file->sha256);
  g_free (file);
}

void
lintel_manifest_free (LintelManifest *manifest)
{
  g_ptr_array_unref (manifest->files);
  g_free (manifest);
}

static void
fail_strange (const char *path, GError **error)
{
  g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT,
               _ ("%s: this is not a manifest that Lintel wrote"), path);
}

static JsonObject *
load_object (JsonParser *parser, const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  GStatBuf status;
  JsonNode *root;

  /* A pipe would be waited for, and a link stands for a file of another folder. */
  if (g_lstat (path, &status) == 0 && !S_ISREG (status.st_mode))
    {
      fail_strange (path, error);
      return NULL;
    }
  if (!json_parser_load_from_file (parser, path, &local))
    {
      g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_IO,
                   _ ("%s: the manifest cannot be read: %s"), path, local->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root)
      && g_strcmp0 (
             json_object_get_string_member_with_default (json_node_get_object (root), "tool", NULL),
             TOOL)
             == 0)
    return json_node_get_object (root);
  fail_strange (path, error);
  return NULL;
}

static void
read_file_cb (JsonArray *array, guint index, JsonNode *node, gpointer data)
{
  LintelManifest *manifest = data;
  LintelManifestFile *file;
  JsonObject *object;
  const char *name;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  object = json_node_get_object (node);
  name = json_object_get_string_member_with_default (object, "name", "");
  /* A manifest speaks of its own folder only. */
  if (*name == '\0' || strchr (name, '/') != NULL)
    return;
  file = g_new0 (LintelManifestFile, 1);
  file->name = g_strdup (name);
  file->size = (guint64) json_object_get_int_member_with_default (object, "size", 0);
  file->sha256 = g_strdup (json_object_get_string_member_with_default (object, "sha256", ""));
  g_ptr_array_add (manifest->files, file);
}

LintelManifest *
lintel_manifest_read (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, LINTEL_MANIFEST_NAME, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (LintelManifest) manifest = g_new0 (LintelManifest, 1);
  JsonObject *object;
  JsonNode *files;

  manifest->files = g_ptr_array_new_with_free_func ((GDestroyNotify) manifest_file_free);
  object = load_object (parser, path, error);
  if (object == NULL)
    return NULL;
  if (!lintel_model_from_id (json_object_get_string_member_with_default (object, "model", ""),
                             &manifest->model))
    {
      g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT,
                   _ ("%s: the manifest does not name a model that this Lintel knows"), path);
      return NULL;
    }
  files = json_object_get_member (object, "files");
  if (files != NULL && JSON_NODE_HOLDS_ARRAY (files))
    json_array_foreach_element (json_node_get_array (files), read_file_cb, manifest);
  return g_steal_pointer (&manifest);
}

gboolean
lintel_export_is_ours (const char *folder)
{
  g_autoptr (LintelManifest) manifest = lintel_manifest_read (folder, NULL);

  return manifest != NULL;
}
