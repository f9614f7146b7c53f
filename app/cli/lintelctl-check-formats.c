/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats of lintelctl check: what a job keeps of its file, and how all of it is printed. */

#include "config.h"

#include "app/cli/lintelctl-check-formats.h"

#include "lintel/risk.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
keep (LintelctlCheckJob *job, gpointer result, GDestroyNotify free_result)
{
  job->result = result;
  job->free_result = free_result;
}

static void
print_total (GPtrArray *jobs, const LintelctlCounts *total, guint n_read)
{
  g_autofree char *counts = lintelctl_counts_format (total);

  if (jobs->len == 1 && n_read == 1)
    printf ("%s\n", counts);
  else if (n_read > 0)
    printf (ngettext ("%s in %u file\n", "%s in %u files\n", n_read), counts, n_read);
}

static void
print_results (GPtrArray *jobs)
{
  for (guint n = 0; n < jobs->len; n++)
    {
      const LintelctlCheckJob *job = jobs->pdata[n];

      if (job->result != NULL)
        lintelctl_print (stdout, "%s", (const char *) job->result);
    }
}

/* text: a line for each finding. */

static void
render_text (LintelctlCheckJob *job, LintelLinter *linter, guint threshold)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);
  GString *text = g_string_new (NULL);

  for (guint n = 0; n < findings->len; n++)
    {
      const LintelFinding *finding = findings->pdata[n];

      g_string_append_printf (text, "%s:%d: ", job->path,
                              MAX (1, lintel_finding_get_line (finding)));
      lintelctl_append_finding (text, finding, lintel_linter_get_project (linter));
    }
  keep (job, g_string_free (text, FALSE), g_free);
}

static void
print_text (GPtrArray *jobs, const LintelctlCounts *total, guint n_read)
{
  print_results (jobs);
  print_total (jobs, total, n_read);
}

/* brief: a line for each file, then how many are fine. */

static void
render_brief (LintelctlCheckJob *job, LintelLinter *linter, guint threshold)
{
  g_autofree char *counts = lintelctl_counts_format (&job->counts);

  keep (job, g_strdup_printf ("%s: %s\n", job->path, counts), g_free);
}

static void
print_brief (GPtrArray *jobs, const LintelctlCounts *total, guint n_read)
{
  guint n_wrong = 0;

  for (guint n = 0; n < jobs->len; n++)
    n_wrong +=
        ((LintelctlCheckJob *) jobs->pdata[n])->counts.open[LINTEL_SEVERITY_ERROR] > 0 ? 1 : 0;
  print_results (jobs);
  print_total (jobs, total, n_read);
  printf (_ ("%u without errors, %u with errors, %u that could not be read\n"), n_read - n_wrong,
          n_wrong, jobs->len - n_read);
}

/* json: one document. */

static void
render_json (LintelctlCheckJob *job, LintelLinter *linter, guint threshold)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  lintel_report_add_file (builder, job->path, linter);
  keep (job, json_builder_get_root (builder), (GDestroyNotify) json_node_unref);
}

static void
print_json (GPtrArray *jobs, const LintelctlCounts *total, guint n_read)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint n = 0; n < jobs->len; n++)
    {
      LintelctlCheckJob *job = jobs->pdata[n];

      if (job->result != NULL)
        json_builder_add_value (builder, g_steal_pointer (&job->result));
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  text = lintel_report_print (builder);
  fputs (text, stdout);
}

/* sarif. */

static void
render_sarif (LintelctlCheckJob *job, LintelLinter *linter, guint threshold)
{
  keep (job, lintel_report_make_sarif_results (job->path, linter),
        (GDestroyNotify) json_node_unref);
}

static void
print_sarif (GPtrArray *jobs, const LintelctlCounts *total, guint n_read)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new ();
  g_autoptr (GPtrArray) failures = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint n = 0; n < jobs->len; n++)
    {
      LintelctlCheckJob *job = jobs->pdata[n];

      if (job->error != NULL)
        g_ptr_array_add (failures, job->error->message);
      else
        g_ptr_array_add (results, job->result);
    }
  text = lintel_report_print_sarif (results, failures);
  fputs (text, stdout);
}

/* junit. */

static void
render_junit (LintelctlCheckJob *job, LintelLinter *linter, guint threshold)
{
  keep (job, lintel_report_make_junit_suite (job->path, linter, threshold),
        (GDestroyNotify) lintel_report_suite_free);
}

static void
print_junit (GPtrArray *jobs, const LintelctlCounts *total, guint n_read)
{
  g_autoptr (GPtrArray) suites =
      g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_report_suite_free);
  g_autofree char *text = NULL;

  for (guint n = 0; n < jobs->len; n++)
    {
      LintelctlCheckJob *job = jobs->pdata[n];

      g_ptr_array_add (suites, job->error != NULL ? lintel_report_make_junit_failure (
                                   job->path, job->error->message)
                                                  : g_steal_pointer (&job->result));
    }
  text = lintel_report_print_junit (suites);
  fputs (text, stdout);
}

/* csv and html: a table of files, by risk. */

static void
render_risk (LintelctlCheckJob *job, LintelLinter *linter, guint threshold)
{
  keep (job, lintel_risk_new (job->path, linter), (GDestroyNotify) lintel_risk_free);
}

static GPtrArray *
take_risks (GPtrArray *jobs)
{
  GPtrArray *risks = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_risk_free);

  for (guint n = 0; n < jobs->len; n++)
    {
      LintelctlCheckJob *job = jobs->pdata[n];

      g_ptr_array_add (risks, job->error != NULL
                                  ? lintel_risk_new_failure (job->path, job->error->message)
                                  : g_steal_pointer (&job->result));
    }
  return risks;
}

static void
print_csv (GPtrArray *jobs, const LintelctlCounts *total, guint n_read)
{
  g_autoptr (GPtrArray) risks = take_risks (jobs);
  g_autofree char *text = lintel_risks_to_csv (risks);

  fputs (text, stdout);
}

static void
print_html (GPtrArray *jobs, const LintelctlCounts *total, guint n_read)
{
  g_autoptr (GPtrArray) risks = take_risks (jobs);
  g_autofree char *text = lintel_risks_to_html (risks);

  fputs (text, stdout);
}

static const LintelctlCheckFormat formats[] = {
  { "text", render_text, print_text },    { "brief", render_brief, print_brief },
  { "json", render_json, print_json },    { "sarif", render_sarif, print_sarif },
  { "junit", render_junit, print_junit }, { "csv", render_risk, print_csv },
  { "html", render_risk, print_html },
};

const LintelctlCheckFormat *
lintelctl_check_format_find (const char *name)
{
  for (guint n = 0; n < G_N_ELEMENTS (formats); n++)
    if (name == NULL || g_str_equal (name, formats[n].name))
      return &formats[n];
  return NULL;
}

char *
lintelctl_check_format_list (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint n = 0; n < G_N_ELEMENTS (formats); n++)
    g_string_append_printf (list, "%s%s", n > 0 ? ", " : "", formats[n].name);
  return g_strdup (list->str);
}
