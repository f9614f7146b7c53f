/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Export: renders all files in memory, then puts them in place as one folder. */

#include "config.h"

#include "app/core/exchange/lintel-export-private.h"

#include "lintel/lock.h"
#include "lintel/xml.h"

#include <glib/gi18n-lib.h>

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

  if (options->with_codes
      && lintel_project_get_lock_state (lintel_linter_get_project (linter)) == LINTEL_LOCK_LOCKED)
    {
      g_set_error_literal (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_LOCKED,
                           _ ("the codes are locked; unlock them with the passphrase, or export "
                              "without codes"));
      return FALSE;
    }
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

static gboolean
write_files (LintelExportRun *run, LintelExportFolder *folder, GError **error)
{
  for (guint n = 0; n < run->files->len; n++)
    {
      const LintelExportFile *file = g_ptr_array_index (run->files, n);

      if (!report (run, file->name, MAKING + (1 - MAKING) * n / run->files->len, error)
          || !lintel_export_folder_add (folder, file, error))
        return FALSE;
    }
  return !g_cancellable_set_error_if_cancelled (run->cancellable, error);
}

gboolean
lintel_export_write (LintelLinter *linter, const char *folder, const LintelExportOptions *options,
                     GCancellable *cancellable, GError **error)
{
  g_auto (LintelExportFolder) place = LINTEL_EXPORT_FOLDER_INIT;
  g_autoptr (GPtrArray) files = NULL;
  LintelExportRun run = { .linter = linter, .options = options, .cancellable = cancellable };

  if (!lintel_export_check (linter, options, error)
      || !lintel_export_folder_make (&place, folder, options->with_codes, error))
    return FALSE;
  files = lintel_export_render (linter, options, cancellable, error);
  run.files = files;
  return files != NULL && write_files (&run, &place, error)
         && lintel_export_folder_finish (&place, error);
}
