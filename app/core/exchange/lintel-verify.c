/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares an exported folder with its manifest. */

#include "config.h"

#include "app/core/exchange/lintel-export-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* A link leads to what anybody may change later, and a pipe to nothing. */
static gboolean
is_something_else (const char *path)
{
  GStatBuf status;

  return g_lstat (path, &status) == 0 && !S_ISREG (status.st_mode);
}

static void
check_file (const char *folder, const LintelManifestFile *file, GPtrArray *problems)
{
  g_autofree char *path = g_build_filename (folder, file->name, NULL);
  g_autofree char *text = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (is_something_else (path))
    {
      g_ptr_array_add (
          problems, g_strdup_printf (_ ("%s is a link or folder, not the file that was exported"),
                                     file->name));
      return;
    }
  if (!g_file_get_contents (path, &text, &length, &error))
    {
      g_ptr_array_add (problems, g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT)
                                     ? g_strdup_printf (C_ ("file", "%s is missing"), file->name)
                                     : g_strdup_printf (_ ("%s cannot be read: %s"), file->name,
                                                        error->message));
      return;
    }
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
  if (length != file->size || !g_str_equal (sum, file->sha256))
    g_ptr_array_add (problems,
                     g_strdup_printf (_ ("%s has changed since it was exported"), file->name));
}

static gboolean
is_listed (const LintelManifest *manifest, const char *name)
{
  for (guint n = 0; n < manifest->files->len; n++)
    if (g_str_equal (((LintelManifestFile *) g_ptr_array_index (manifest->files, n))->name, name))
      return TRUE;
  return g_str_equal (name, LINTEL_MANIFEST_NAME);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
find_extra_files (const char *folder, const LintelManifest *manifest, GPtrArray *problems,
                  GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) extra = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!is_listed (manifest, name))
      g_ptr_array_add (extra, g_strdup (name));
  g_ptr_array_sort (extra, compare_names);
  for (guint n = 0; n < extra->len; n++)
    g_ptr_array_add (problems, g_strdup_printf (_ ("%s is not part of the export"),
                                                (char *) g_ptr_array_index (extra, n)));
  return TRUE;
}

gboolean
lintel_export_verify (const char *folder, GPtrArray **problems, GError **error)
{
  g_autoptr (LintelManifest) manifest = lintel_manifest_read (folder, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  if (manifest == NULL)
    return FALSE;
  for (guint n = 0; n < manifest->files->len; n++)
    check_file (folder, g_ptr_array_index (manifest->files, n), found);
  if (!find_extra_files (folder, manifest, found, error))
    return FALSE;
  *problems = g_steal_pointer (&found);
  return TRUE;
}
