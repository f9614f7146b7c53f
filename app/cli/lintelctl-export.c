/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lintelctl export: writes the database files of a project into one folder, or those of many
 * projects into a folder each. One that fails does not stop the others.
 */

#include "config.h"

#include "app/cli/lintelctl-jobs.h"
#include "app/cli/lintelctl-passphrase.h"
#include "app/cli/lintelctl-progress.h"

#include "lintel/paper.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

typedef struct
{
  char *to;
  char *baseline;
  char *reason;
  char *paper;
  LintelPaperSize size; /* what PAPER says */
  gboolean force;
  gboolean with_codes;
  int jobs;
  LintelctlPassphrase passphrase;
} Options;

typedef struct
{
  LintelCatalogue *catalogue;
  const Options *options;
  LintelctlProgress *progress;
} Run;

/* One project and what became of it. */
typedef struct
{
  const char *path;
  char *target;
  GError *error;
} Job;

static void
options_clear (Options *options)
{
  g_free (options->to);
  g_free (options->baseline);
  g_free (options->reason);
  g_free (options->paper);
  lintelctl_passphrase_clear (&options->passphrase);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options->to, N_ ("Folder to write"), N_ ("DIR") },
    { "baseline", 0, 0, G_OPTION_ARG_FILENAME, &options->baseline,
      N_ ("Project that the worksheet starts from, instead of the factory state"), N_ ("FILE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options->force,
      N_ ("Export in spite of errors; needs --reason"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options->reason,
      N_ ("Why errors are shipped; written into manifest and certificate"), N_ ("TEXT") },
    { "with-codes", 0, 0, G_OPTION_ARG_NONE, &options->with_codes,
      N_ ("Include the mailbox codes in project.xml, and a sheet of slips with them"), NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options->paper,
      N_ ("Paper of the PDF files: a4 or letter (default: as in the project's country)"),
      N_ ("SIZE") },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &options->jobs,
      N_ ("Projects to export at the same time (default: one a processor)"), N_ ("N") },
    LINTELCTL_UNLOCK_ENTRY (&options->passphrase),
    LINTELCTL_PASSPHRASE_FILE_ENTRY (&options->passphrase),
    { NULL },
  };

  return lintelctl_parse (_ ("FILE|DIR…"),
                          _ ("Writes the database files of a project into one folder. Of several "
                             "projects, or of a folder with\nprojects (*.xml) in it, each gets a "
                             "folder of its name in the one given with --to."),
                          entries, argc, argv);
}

static void
job_free (Job *job)
{
  g_free (job->target);
  g_clear_error (&job->error);
  g_free (job);
}

/* Each job has a baseline of its own: projects are not shared between threads. */
static gboolean
read_baseline (const Run *run, LintelProject *project, LintelProject **baseline, GError **error)
{
  const char *path = run->options->baseline;

  if (path == NULL)
    return TRUE;
  *baseline = lintelctl_read_project (run->catalogue, path, error);
  if (*baseline == NULL)
    return FALSE;
  if (lintel_project_get_model (*baseline) == lintel_project_get_model (project))
    return TRUE;
  g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT,
               _ ("%s: the baseline is for another model"), path);
  return FALSE;
}

static void
export_job (const Run *run, Job *job)
{
  g_autoptr (LintelProject) project =
      lintelctl_read_project (run->catalogue, job->path, &job->error);
  g_autoptr (LintelProject) baseline = NULL;
  g_autoptr (LintelLinter) linter = NULL;
  LintelExportOptions options = {
    .with_codes = run->options->with_codes,
    .force = run->options->force,
    .reason = run->options->reason,
    .paper = run->options->size,
    .progress = lintelctl_progress_file_cb,
    .progress_data = run->progress,
  };

  if (project == NULL
      || !lintelctl_passphrase_use (&run->options->passphrase, project, job->path, &job->error)
      || !read_baseline (run, project, &baseline, &job->error))
    return;
  options.baseline = baseline;
  linter = lintel_linter_new (project);
  lintel_export_write (linter, job->target, &options, run->progress->cancellable, &job->error);
}

static void
export_cb (gpointer data, gpointer user_data)
{
  Job *job = data;
  const Run *run = user_data;

  /* Those that wait when it is cancelled are not begun. */
  if (job->error == NULL
      && !g_cancellable_set_error_if_cancelled (run->progress->cancellable, &job->error))
    export_job (run, job);
  if (g_error_matches (job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&job->error);
      g_set_error_literal (&job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _ ("cancelled; nothing was written"));
    }
  lintelctl_progress_job_done (run->progress);
}

static gboolean
is_refused (const Job *job)
{
  return g_error_matches (job->error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FINDINGS);
}

static int
export_one (Run *run, const char *path)
{
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) job_free);
  Job *job = g_new0 (Job, 1);

  job->path = path;
  job->target = g_strdup (run->options->to);
  g_ptr_array_add (jobs, job);
  export_cb (job, run);
  lintelctl_progress_hide (run->progress);
  if (job->error == NULL)
    {
      lintelctl_print (stdout, _ ("The database files are in %s\n"), job->target);
      return LINTELCTL_FINE;
    }
  lintelctl_fail_error (job->error);
  return is_refused (job) ? LINTELCTL_FOUND : LINTELCTL_FAILED;
}

/* A folder for each project, named after it; two of one name cannot both have it. */
static GPtrArray *
make_jobs (const Run *run, GPtrArray *files)
{
  GPtrArray *jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) job_free);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint n = 0; n < files->len; n++)
    {
      Job *job = g_new0 (Job, 1);
      g_autofree char *name = g_path_get_basename (files->pdata[n]);

      if (g_str_has_suffix (name, ".xml"))
        name[strlen (name) - strlen (".xml")] = '\0';
      job->path = files->pdata[n];
      job->target = g_build_filename (run->options->to, name, NULL);
      if (!g_hash_table_add (taken, job->target))
        g_set_error (&job->error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_TARGET,
                     _ ("another project goes to %s already; rename one of them"), job->target);
      g_ptr_array_add (jobs, job);
    }
  return jobs;
}

static int
conclude (GPtrArray *jobs)
{
  guint n_exported = 0, n_refused = 0, n_failed;

  for (guint n = 0; n < jobs->len; n++)
    {
      const Job *job = jobs->pdata[n];

      if (job->error == NULL)
        {
          lintelctl_print (stdout, C_ ("project", "%s: exported to %s\n"), job->path, job->target);
          n_exported++;
        }
      else
        {
          lintelctl_print (stdout, C_ ("project", "%s: not exported: %s\n"), job->path,
                           job->error->message);
          n_refused += is_refused (job) ? 1 : 0;
        }
    }
  n_failed = jobs->len - n_exported - n_refused;
  printf (_ ("%u exported, %u refused because of errors in them, %u failed\n"), n_exported,
          n_refused, n_failed);
  if (n_failed > 0)
    return lintelctl_fail (ngettext ("%u project could not be exported; the list says why",
                                     "%u projects could not be exported; the list says why",
                                     n_failed),
                           n_failed);
  return n_refused > 0 ? LINTELCTL_FOUND : LINTELCTL_FINE;
}

static int
export_many (Run *run, GPtrArray *files)
{
  g_autoptr (GPtrArray) jobs = make_jobs (run, files);

  if (g_mkdir_with_parents (run->options->to, 0777) != 0)
    return lintelctl_fail (_ ("%s: the folder cannot be made: %s"), run->options->to,
                           g_strerror (errno));
  if (!lintelctl_run_jobs (jobs, export_cb, run, run->options->jobs))
    return LINTELCTL_FAILED;
  lintelctl_progress_hide (run->progress);
  return conclude (jobs);
}

int
lintelctl_export (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (LintelCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) files = NULL;
  LintelctlProgress progress = { 0 };
  Run run = { .options = &options, .progress = &progress };
  int status;

  if (!parse (&options, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc < 2 || options.to == NULL)
    return lintelctl_fail (_ ("export takes one or more projects and --to DIR"));
  if (options.paper != NULL && !lintel_paper_size_from_id (options.paper, &options.size))
    return lintelctl_fail (_ ("“%s” is no paper size: a4 or letter"), options.paper);
  if (options.jobs < 0)
    return lintelctl_fail (_ ("--jobs takes a number from 1 on"));
  if (!lintelctl_passphrase_get (&options.passphrase))
    return LINTELCTL_FAILED;
  files = lintelctl_list_files (argv + 1);
  catalogue = files != NULL ? lintelctl_load_catalogue () : NULL;
  if (catalogue == NULL)
    return LINTELCTL_FAILED;
  run.catalogue = catalogue;
  lintelctl_progress_start (&progress, files->len);
  status = argc == 2 && !g_file_test (argv[1], G_FILE_TEST_IS_DIR) ? export_one (&run, argv[1])
                                                                   : export_many (&run, files);
  lintelctl_progress_end (&progress);
  return status;
}
