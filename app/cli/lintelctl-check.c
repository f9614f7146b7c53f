/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lintelctl check: lints projects.
 *
 * Each file is a job of its own. Jobs render what they found; it is printed in the order of the
 * command line once all are done. A file that cannot be read does not stop the others.
 */

#include "config.h"

#include "app/cli/lintelctl-findings.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <stdio.h>

#define FAIL_ON_NEVER LINTEL_N_SEVERITIES

typedef struct
{
  char *format, *fail_on;
  char **severities;
  int jobs;
} Options;

typedef struct
{
  const char *rule;
  LintelSeverity severity;
} Override;

typedef struct
{
  LintelCatalogue *catalogue;
  gboolean json;
  guint threshold;   /* a LintelSeverity or FAIL_ON_NEVER */
  GArray *overrides; /* of Override */
} Run;

/* What became of one file. */
typedef struct
{
  const char *path;
  GError *error;
  char *text;     /* the findings, or … */
  JsonNode *node; /* … the object */
  LintelctlCounts counts;
} Job;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->fail_on);
  g_strfreev (options->severities);
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
job_free (Job *job)
{
  g_clear_error (&job->error);
  g_free (job->text);
  g_clear_pointer (&job->node, json_node_unref);
  g_free (job);
}

static gboolean
parse (Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_ ("text (default) or json"),
      N_ ("FORMAT") },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &options->fail_on,
      N_ ("Lowest severity that makes the exit status 1: error (default), warning, note or never"),
      N_ ("LEVEL") },
    { "severity", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->severities,
      N_ ("Severity of a rule in this run; may be repeated"), N_ ("RULE=LEVEL") },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &options->jobs,
      N_ ("Files to check at the same time (default: one a processor)"), N_ ("N") },
    { NULL },
  };

  return lintelctl_parse (_ ("FILE…"),
                          _ ("Checks projects and prints what is wrong or doubtful in them, as "
                             "FILE:LINE: severity: message [rule].\nWhat concerns no line of the "
                             "file, such as a missing value, is shown at line 1."),
                          entries, argc, argv);
}

static gboolean
read_format (Run *run, const char *format)
{
  run->json = g_strcmp0 (format, "json") == 0;
  if (format == NULL || run->json || g_str_equal (format, "text"))
    return TRUE;
  lintelctl_fail (_ ("there is no format “%s”; known are text and json"), format);
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

static char *
render_text (const char *path, LintelLinter *linter)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const LintelFinding *finding = findings->pdata[i];

      g_string_append_printf (text, "%s:%d: ", path, MAX (1, lintel_finding_get_line (finding)));
      lintelctl_append_finding (text, finding, lintel_linter_get_project (linter));
    }
  return g_string_free (text, FALSE);
}

static JsonNode *
render_json (const char *path, LintelLinter *linter)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  lintel_report_add_file (builder, path, linter);
  return json_builder_get_root (builder);
}

static void
check_file (Job *job, const Run *run)
{
  g_autoptr (LintelProject) project =
      lintelctl_read_project (run->catalogue, job->path, &job->error);
  g_autoptr (LintelLinter) linter = NULL;

  if (project == NULL)
    return;
  linter = new_linter (run, project);
  lintelctl_counts_add (&job->counts, linter);
  if (run->json)
    job->node = render_json (job->path, linter);
  else
    job->text = render_text (job->path, linter);
}

static void
do_job (gpointer job, gpointer run)
{
  check_file (job, run);
}

static gboolean
do_jobs (GPtrArray *jobs, Run *run, int n_threads)
{
  g_autoptr (GError) error = NULL;
  GThreadPool *pool;

  if (jobs->len == 1 || n_threads == 1)
    {
      g_ptr_array_foreach (jobs, do_job, run);
      return TRUE;
    }
  xmlInitParser ();
  pool = g_thread_pool_new (do_job, run, n_threads, FALSE, &error);
  if (pool == NULL)
    {
      lintelctl_fail_error (error);
      return FALSE;
    }
  for (guint i = 0; i < jobs->len; i++)
    g_thread_pool_push (pool, jobs->pdata[i], NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  return TRUE;
}

static void
print_text (GPtrArray *jobs, const LintelctlCounts *total, guint n_read)
{
  g_autofree char *counts = lintelctl_counts_format (total);

  for (guint i = 0; i < jobs->len; i++)
    {
      const Job *job = jobs->pdata[i];

      if (job->text != NULL)
        fputs (job->text, stdout);
    }
  if (jobs->len == 1 && n_read == 1)
    printf ("%s\n", counts);
  else if (n_read > 0)
    printf (ngettext ("%s in %u file\n", "%s in %u files\n", n_read), counts, n_read);
}

static void
print_json (GPtrArray *jobs)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < jobs->len; i++)
    {
      Job *job = jobs->pdata[i];

      if (job->node != NULL)
        json_builder_add_value (builder, g_steal_pointer (&job->node));
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  text = lintel_report_print (builder);
  fputs (text, stdout);
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
      const Job *job = jobs->pdata[i];

      if (job->error != NULL)
        lintelctl_fail_error (job->error);
      else
        n_read++;
      total.accepted += job->counts.accepted;
      for (guint severity = 0; severity < LINTEL_N_SEVERITIES; severity++)
        total.open[severity] += job->counts.open[severity];
    }
  if (run->json)
    print_json (jobs);
  else
    print_text (jobs, &total, n_read);
  if (n_read < jobs->len)
    return LINTELCTL_FAILED;
  return reaches_threshold (run, &total) ? LINTELCTL_FOUND : LINTELCTL_FINE;
}

int
lintelctl_check (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_auto (Run) run = { 0 };
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) job_free);

  if (!parse (&options, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc < 2)
    return lintelctl_fail (_ ("check takes at least one project"));
  if (!prepare (&run, &options))
    return LINTELCTL_FAILED;
  for (int i = 1; i < argc; i++)
    {
      Job *job = g_new0 (Job, 1);

      job->path = argv[i];
      g_ptr_array_add (jobs, job);
    }
  if (!do_jobs (jobs, &run,
                options.jobs > 0 ? options.jobs : (int) MAX (1, g_get_num_processors ())))
    return LINTELCTL_FAILED;
  return conclude (&run, jobs);
}
