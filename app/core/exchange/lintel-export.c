/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Export: renders all files in memory, then puts them in place as one folder. */

#include "config.h"

#include "app/core/exchange/lintel-export-private.h"

#include "lintel/xml.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* The share of the time that making the files takes; writing them takes the rest. */
#define MAKING 0.8

G_DEFINE_QUARK (lintel_exchange_error, lintel_exchange_error)

LintelExportFile *
lintel_export_file_new (const char *name, const char *what, GBytes *bytes)
{
  LintelExportFile *file = g_new0 (LintelExportFile, 1);

  file->name = g_strdup (name);
  file->what = g_strdup (what);
  file->bytes = g_bytes_ref (bytes);
  return file;
}

void
lintel_export_file_free (LintelExportFile *file)
{
  g_free (file->name);
  g_free (file->what);
  g_bytes_unref (file->bytes);
  g_free (file);
}

static const LintelFinding *
find_first_open_error (LintelLinter *linter)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);

  for (guint n = 0; n < findings->len; n++)
    {
      const LintelFinding *finding = g_ptr_array_index (findings, n);

      if (lintel_finding_get_severity (finding) == LINTEL_SEVERITY_ERROR
          && lintel_finding_get_acceptance (finding) == 0)
        return finding;
    }
  return NULL;
}

static gboolean
has_reason (const LintelExportOptions *options)
{
  g_autofree char *reason = g_strstrip (g_strdup (options->reason != NULL ? options->reason : ""));

  return *reason != '\0';
}

gboolean
lintel_export_check (LintelLinter *linter, const LintelExportOptions *options, GError **error)
{
  const LintelFinding *first = find_first_open_error (linter);
  guint errors = lintel_linter_count (linter, LINTEL_SEVERITY_ERROR);

  if (first == NULL)
    return TRUE;
  if (!options->force)
    {
      g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FINDINGS,
                   ngettext ("%u error must be repaired before this system can ship: %s",
                             "%u errors must be repaired before this system can ship, first: %s",
                             errors),
                   errors, lintel_finding_get_message (first));
      return FALSE;
    }
  if (!has_reason (options))
    {
      g_set_error_literal (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_REASON,
                           _ ("to export in spite of errors, give the reason; it is written into "
                              "the manifest"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
report (LintelExportRun *run, const char *file, double done, GError **error)
{
  if (run->options->progress != NULL)
    run->options->progress (file, done, run->options->progress_data);
  return !g_cancellable_set_error_if_cancelled (run->cancellable, error);
}

gboolean
lintel_export_begin_file (LintelExportRun *run, const char *file, GError **error)
{
  /* The tables, the workbook, and two or three documents. */
  const guint n_to_make = run->options->with_codes ? 5 : 4;

  return report (run, file, MAKING * run->n_made++ / n_to_make, error);
}

static gboolean
add_project_and_tables (LintelExportRun *run, GError **error)
{
  LintelProject *project = lintel_linter_get_project (run->linter);
  g_autoptr (GBytes) xml = NULL;

  if (!lintel_export_begin_file (run, "project.xml", error))
    return FALSE;
  xml = lintel_xml_write_bytes (project, run->options->with_codes);
  g_ptr_array_add (run->files, lintel_export_file_new ("project.xml",
                                                       run->options->with_codes
                                                           ? _ ("The project, with mailbox codes")
                                                           : _ ("The project, without mailbox "
                                                                "codes"),
                                                       xml));
  lintel_export_add_tables (run->files, project);
  g_ptr_array_add (run->files, lintel_export_worksheet (project, run->options->baseline));
  return TRUE;
}

static gboolean
add_workbook (LintelExportRun *run, GError **error)
{
  LintelExportFile *workbook;

  if (!lintel_export_begin_file (run, "database.xlsx", error))
    return FALSE;
  workbook = lintel_export_workbook (run->linter, run->options->baseline, error);
  if (workbook == NULL)
    return FALSE;
  g_ptr_array_add (run->files, workbook);
  return TRUE;
}

GPtrArray *
lintel_export_render (LintelLinter *linter, const LintelExportOptions *options,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_export_file_free);
  LintelExportRun run = {
    .linter = linter, .options = options, .cancellable = cancellable, .files = files
  };

  if (!add_project_and_tables (&run, error) || !add_workbook (&run, error)
      || !lintel_export_add_papers (&run, error))
    return NULL;
  g_ptr_array_add (files, lintel_export_manifest (files, linter, options));
  return g_steal_pointer (&files);
}

static gboolean G_GNUC_PRINTF (2, 3) fail_io (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_IO, message);
  return FALSE;
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      ssize_t written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      size -= (gsize) written;
    }
  return fsync (fd) == 0;
}

static gboolean
write_one (const char *folder, const LintelExportFile *file, mode_t mode, GError **error)
{
  g_autofree char *path = g_build_filename (folder, file->name, NULL);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  gboolean written;
  int code;

  if (fd < 0)
    return fail_io (error, _ ("%s: cannot be written: %s"), path, g_strerror (errno));
  written = write_all (fd, file->bytes);
  code = errno;
  if (close (fd) != 0 && written)
    return fail_io (error, _ ("%s: cannot be written: %s"), path, g_strerror (errno));
  return written || fail_io (error, _ ("%s: cannot be written: %s"), path, g_strerror (code));
}

static gboolean
write_files (LintelExportRun *run, const char *folder, GError **error)
{
  const mode_t mode = run->options->with_codes ? 0600 : 0644;
  int fd;

  for (guint n = 0; n < run->files->len; n++)
    {
      const LintelExportFile *file = g_ptr_array_index (run->files, n);

      if (!report (run, file->name, MAKING + (1 - MAKING) * n / run->files->len, error)
          || !write_one (folder, file, mode, error))
        return FALSE;
    }
  fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
  return !g_cancellable_set_error_if_cancelled (run->cancellable, error);
}

/* Exports are flat, so one level is all there is. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
is_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) == NULL;
}

/* An office's own file in an old export would be lost with it. */
static gboolean
check_nothing_extra (const char *folder, GError **error)
{
  g_autoptr (LintelManifest) manifest = lintel_manifest_read (folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  const char *name;

  g_hash_table_add (known, (char *) LINTEL_MANIFEST_NAME);
  for (guint n = 0; n < manifest->files->len; n++)
    g_hash_table_add (known, ((LintelManifestFile *) g_ptr_array_index (manifest->files, n))->name);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_hash_table_contains (known, name))
      {
        g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_TARGET,
                     _ ("%s: the old export also holds “%s”, which Lintel did not write; move it "
                        "away first"),
                     folder, name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_target (const char *folder, GError **error)
{
  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_TARGET,
                   _ ("%s: this is a file; choose a folder"), folder);
      return FALSE;
    }
  if (is_empty (folder))
    return TRUE;
  if (lintel_export_is_ours (folder))
    return check_nothing_extra (folder, error);
  g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_TARGET,
               _ ("%s: the folder holds other files; choose a new one or an earlier export"),
               folder);
  return FALSE;
}

/* Puts the finished folder in its place in one step, so that there is always a whole one. */
static gboolean
move_in_place (const char *built, const char *folder, GError **error)
{
  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return g_rename (built, folder) == 0
           || fail_io (error, _ ("%s: the folder cannot be made: %s"), folder, g_strerror (errno));
  if (renameat2 (AT_FDCWD, built, AT_FDCWD, folder, RENAME_EXCHANGE) != 0)
    return fail_io (error, _ ("%s: the old export cannot be replaced: %s"), folder,
                    g_strerror (errno));
  remove_folder (built);
  return TRUE;
}

static char *
make_folder_beside (const char *folder, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *pattern = g_strdup_printf ("%s/.%s.XXXXXX", parent, name);

  if (g_mkdtemp_full (pattern, 0755) != NULL)
    return g_steal_pointer (&pattern);
  fail_io (error, _ ("%s: nothing can be written in this folder: %s"), parent, g_strerror (errno));
  return NULL;
}

gboolean
lintel_export_write (LintelLinter *linter, const char *folder, const LintelExportOptions *options,
                     GCancellable *cancellable, GError **error)
{
  g_autofree char *target = g_canonicalize_filename (folder, NULL);
  g_autoptr (GPtrArray) files = NULL;
  LintelExportRun run = { .linter = linter, .options = options, .cancellable = cancellable };
  g_autofree char *built = NULL;

  if (!lintel_export_check (linter, options, error) || !check_target (target, error))
    return FALSE;
  built = make_folder_beside (target, error);
  if (built == NULL)
    return FALSE;
  files = lintel_export_render (linter, options, cancellable, error);
  run.files = files;
  if (files != NULL && write_files (&run, built, error) && move_in_place (built, target, error))
    return TRUE;
  remove_folder (built);
  return FALSE;
}
