/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lintelctl check: lints projects.
 *
 * Each file is a job of its own. Jobs render what they found; it is printed in the order of the
 * command line once all are done. A file that cannot be read does not stop the others.
 * lintelctl-check-formats.c has the formats.
 */

#include "config.h"

#include "app/cli/lintelctl-check-formats.h"
#include "app/cli/lintelctl-jobs.h"
#include "app/cli/lintelctl-passphrase.h"

#include <glib/gi18n.h>

#define FAIL_ON_NEVER LINTEL_N_SEVERITIES

typedef struct
{
  char *format, *fail_on;
  char **severities;
  int jobs;
  LintelctlPassphrase passphrase;
} Options;

typedef struct
{
  const char *rule;
  LintelSeverity severity;
} Override;

typedef struct
{
  LintelCatalogue *catalogue;
  const LintelctlCheckFormat *format;
  guint threshold;   /* a LintelSeverity or FAIL_ON_NEVER */
  GArray *overrides; /* of Override */
  const LintelctlPassphrase *passphrase;
} Run;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->fail_on);
  g_strfreev (options->severities);
  lintelctl_passphrase_clear (&options->passphrase);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->catalogue, lintel_catalogue_unref);
  g_clear_pointer (&run->overrides, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static void
job_free (LintelctlCheckJob *job)
{
  g_clear_error (&job->error);
  if (job->result != NULL)
    job->free_result (job->result);
  g_free (job);
}

static gboolean
parse (Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("text (default), brief, json, sarif, junit, csv or html"), N_ ("FORMAT") },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &options->fail_on,
      N_ ("Lowest severity that makes the exit status 1: error (default), warning, note or never"),
      N_ ("LEVEL") },
    { "severity", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->severities,
      N_ ("Severity of a rule in this run; may be repeated"), N_ ("RULE=LEVEL") },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &options->jobs,
      N_ ("Files to check at the same time (default: one a processor)"), N_ ("N") },
    LINTELCTL_UNLOCK_ENTRY (&options->passphrase),
    LINTELCTL_PASSPHRASE_FILE_ENTRY (&options->passphrase),
    { NULL },
  };

  return lintelctl_parse (_ ("FILE|DIR…"),
                          _ ("Checks projects and prints what is wrong or doubtful in them, as "
                             "FILE:LINE: severity: message [rule].\nWhat concerns no line of the "
                             "file, such as a missing value, is shown at line 1.\nA folder stands "
                             "for the projects (*.xml) in it. “brief” has a line for each file; "
                             "“csv” and “html” have\na table of them, the one nearest to toll "
                             "fraud first."),
                          entries, argc, argv);
}

static gboolean
read_format (Run *run, const char *format)
{
  g_autofree char *known = NULL;

  run->format = lintelctl_check_format_find (format);
  if (run->format != NULL)
    return TRUE;
  known = lintelctl_check_format_list ();
  lintelctl_fail (_ ("there is no format “%s”; known are %s"), format, known);
  return FALSE;
}

static gboolean
read_threshold (Run *run, const char *fail_on)
{
  LintelSeverity severity = LINTEL_SEVERITY_ERROR;

  if (g_strcmp0 (fail_on, "never") == 0)
    run->threshold = FAIL_ON_NEVER;
  else if (fail_on == NULL || lintel_severity_from_id (fail_on, &severity))
    run->threshold = severity;
  else
    {
      lintelctl_fail (_ ("--fail-on takes error, warning, note or never, not “%s”"), fail_on);
      return FALSE;
    }
  return TRUE;
}

/* Cuts RULE=LEVEL in two; the override points into it. */
static gboolean
read_override (Run *run, char *text)
{
  g_autoptr (GError) error = NULL;
  Override override = { .rule = text };
  char *equals = strchr (text, '=');

  if (equals == NULL || !lintel_severity_from_id (equals + 1, &override.severity))
    {
      lintelctl_fail (_ ("--severity takes RULE=error, RULE=warning or RULE=note, not “%s”"), text);
      return FALSE;
    }
  *equals = '\0';
  if (!lintel_rules_check_severity (text, override.severity, &error))
    {
      lintelctl_fail_error (error);
      return FALSE;
    }
  g_array_append_val (run->overrides, override);
  return TRUE;
}

static gboolean
prepare (Run *run, Options *options)
{
  run->overrides = g_array_new (FALSE, FALSE, sizeof (Override));
  if (!read_format (run, options->format) || !read_threshold (run, options->fail_on))
    return FALSE;
  for (char **text = options->severities; text != NULL && *text != NULL; text++)
    if (!read_override (run, *text))
      return FALSE;
  if (options->jobs < 0)
    {
      lintelctl_fail (_ ("--jobs takes a number from 1 on"));
      return FALSE;
    }
  if (!lintelctl_passphrase_get (&options->passphrase))
    return FALSE;
  run->passphrase = &options->passphrase;
  run->catalogue = lintelctl_load_catalogue ();
  return run->catalogue != NULL;
}

static LintelLinter *
new_linter (const Run *run, LintelProject *project)
{
  LintelLinter *linter = lintel_linter_new (project);

  for (guint i = 0; i < run->overrides->len; i++)
    {
      const Override *override = &g_array_index (run->overrides, Override, i);

      lintel_linter_set_severity (linter, override->rule, override->severity, NULL);
    }
  return linter;
}

static void
check_file_cb (gpointer data, gpointer user_data)
{
  LintelctlCheckJob *job = data;
  const Run *run = user_data;
  g_autoptr (LintelProject) project =
      lintelctl_read_project (run->catalogue, job->path, &job->error);
  g_autoptr (LintelLinter) linter = NULL;

  if (project == NULL
      || !lintelctl_passphrase_use (run->passphrase, project, job->path, &job->error))
    return;
  linter = new_linter (run, project);
  lintelctl_counts_add (&job->counts, linter);
  run->format->render (job, linter, run->threshold);
}

static gboolean
reaches_threshold (const Run *run, const LintelctlCounts *counts)
{
  for (guint severity = run->threshold; severity < LINTEL_N_SEVERITIES; severity++)
    if (counts->open[severity] > 0)
      return TRUE;
  return FALSE;
}

static int
conclude (const Run *run, GPtrArray *jobs)
{
  LintelctlCounts total = { 0 };
  guint n_read = 0;

  for (guint i = 0; i < jobs->len; i++)
    {
      const LintelctlCheckJob *job = jobs->pdata[i];

      if (job->error != NULL)
        lintelctl_fail_error (job->error);
      else
        n_read++;
      total.accepted += job->counts.accepted;
      for (guint severity = 0; severity < LINTEL_N_SEVERITIES; severity++)
        total.open[severity] += job->counts.open[severity];
    }
  run->format->print (jobs, &total, n_read);
  if (n_read < jobs->len)
    return LINTELCTL_FAILED;
  return reaches_threshold (run, &total) ? LINTELCTL_FOUND : LINTELCTL_FINE;
}

int
lintelctl_check (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_auto (Run) run = { 0 };
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) job_free);

  if (!parse (&options, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc < 2)
    return lintelctl_fail (_ ("check takes at least one project"));
  files = prepare (&run, &options) ? lintelctl_list_files (argv + 1) : NULL;
  if (files == NULL)
    return LINTELCTL_FAILED;
  for (guint n = 0; n < files->len; n++)
    {
      LintelctlCheckJob *job = g_new0 (LintelctlCheckJob, 1);

      job->path = files->pdata[n];
      g_ptr_array_add (jobs, job);
    }
  if (!lintelctl_run_jobs (jobs, check_file_cb, &run, options.jobs))
    return LINTELCTL_FAILED;
  return conclude (&run, jobs);
}
