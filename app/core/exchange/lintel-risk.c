/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a customer's system stands, in one line, and many of them in a table with the worst first.
 * Toll fraud takes two things: a mailbox that can be got into, and a port of the mailbox system
 * that can call abroad. Whoever has both comes before whoever has one.
 */

#include "config.h"

#include "app/core/exchange/lintel-csv-private.h"

#include "lintel/risk.h"
#include "lintel/safe-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
lintel_risk_free (LintelRisk *risk)
{
  g_free (risk->file);
  g_free (risk->error);
  g_free (risk->customer);
  g_free (risk->site);
  g_free (risk->reference);
  g_free (risk->number);
  g_free (risk->first);
  g_free (risk);
}

static char *
get_customer (LintelProject *project, LintelField field)
{
  LintelPlace place = lintel_place_customer (field);
  const char *text = lintel_project_get_text (project, &place);

  return g_strdup (text != NULL ? text : "");
}

/* Codes in open errors of the tip's step, each mailbox once. */
static guint
count_bad_codes (GPtrArray *findings)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (lintel_place_hash, lintel_place_equal);

  for (guint n = 0; n < findings->len; n++)
    {
      const LintelFinding *finding = g_ptr_array_index (findings, n);
      guint n_places;
      const LintelPlace *places = lintel_finding_get_places (finding, &n_places);

      if (lintel_finding_get_acceptance (finding) == 0
          && lintel_finding_get_severity (finding) == LINTEL_SEVERITY_ERROR
          && lintel_rule_get_tip (lintel_finding_get_rule (finding)) == LINTEL_TIP_CODES)
        for (guint k = 0; k < n_places; k++)
          g_hash_table_add (codes, (gpointer) &places[k]);
    }
  return g_hash_table_size (codes);
}

static void
count_findings (LintelRisk *risk, GPtrArray *findings)
{
  for (guint n = 0; n < findings->len; n++)
    {
      const LintelFinding *finding = g_ptr_array_index (findings, n);

      if (lintel_finding_get_acceptance (finding) != 0)
        risk->accepted++;
      else
        {
          risk->open[lintel_finding_get_severity (finding)]++;
          if (risk->first == NULL)
            risk->first = g_strdup (lintel_finding_get_public_message (finding));
        }
    }
}

/* How openly a verdict lets calls out. */
static int
rank (LintelDialVerdict verdict)
{
  switch (verdict)
    {
    case LINTEL_DIAL_ALLOWED:
      return 2;
    case LINTEL_DIAL_RESTRICTED:
      return 0;
    default:
      return 1;
    }
}

static void
find_international (LintelRisk *risk, LintelProject *project)
{
  LintelDialSystem *system = lintel_dial_system_of (project);
  guint classes = lintel_dial_system_get_classes_in_use (system, TRUE);

  risk->international = LINTEL_DIAL_RESTRICTED;
  for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
    {
      const LintelDialReach *reach =
          (classes >> n & 1) != 0 ? lintel_dial_system_find_reach (system, n, "international")
                                  : NULL;

      if (reach == NULL || rank (reach->verdict) <= rank (risk->international))
        continue;
      risk->international = reach->verdict;
      g_free (risk->number);
      risk->number = g_strdup (reach->witness);
    }
}

LintelRisk *
lintel_risk_new (const char *file, LintelLinter *linter)
{
  LintelRisk *risk = g_new0 (LintelRisk, 1);
  LintelProject *project = lintel_linter_get_project (linter);
  GPtrArray *findings = lintel_linter_get_findings (linter);

  risk->file = g_filename_display_name (file);
  risk->customer = get_customer (project, LINTEL_FIELD_NAME);
  risk->site = get_customer (project, LINTEL_FIELD_SITE);
  risk->reference = get_customer (project, LINTEL_FIELD_REFERENCE);
  risk->model = lintel_project_get_model (project);
  risk->bad_codes = count_bad_codes (findings);
  count_findings (risk, findings);
  find_international (risk, project);
  return risk;
}

LintelRisk *
lintel_risk_new_failure (const char *file, const char *why)
{
  LintelRisk *risk = g_new0 (LintelRisk, 1);

  risk->file = g_filename_display_name (file);
  risk->error = g_strdup (why);
  risk->customer = g_strdup ("");
  risk->site = g_strdup ("");
  risk->reference = g_strdup ("");
  return risk;
}

LintelRiskLevel
lintel_risk_get_level (const LintelRisk *risk)
{
  gboolean opens = risk->international == LINTEL_DIAL_ALLOWED;

  if (risk->error != NULL)
    return LINTEL_RISK_UNKNOWN;
  if (risk->bad_codes > 0 && opens)
    return LINTEL_RISK_OPEN;
  if (risk->bad_codes > 0 || opens)
    return LINTEL_RISK_HALF_OPEN;
  return risk->open[LINTEL_SEVERITY_ERROR] > 0 ? LINTEL_RISK_ERRORS : LINTEL_RISK_NONE;
}

const char *
lintel_risk_level_get_title (LintelRiskLevel level)
{
  switch (level)
    {
    case LINTEL_RISK_UNKNOWN:
      return C_ ("risk", "Could not be checked");
    case LINTEL_RISK_OPEN:
      return C_ ("risk", "Open to toll fraud");
    case LINTEL_RISK_HALF_OPEN:
      return C_ ("risk", "One step from toll fraud");
    case LINTEL_RISK_ERRORS:
      return C_ ("risk", "Has errors");
    default:
      return C_ ("risk", "No errors");
    }
}

static int
compare_counts (guint a, guint b)
{
  return a > b ? -1 : a < b ? 1 : 0;
}

static int
compare_risks (gconstpointer a, gconstpointer b)
{
  const LintelRisk *x = *(const LintelRisk *const *) a, *y = *(const LintelRisk *const *) b;
  const int orders[] = {
    (int) lintel_risk_get_level (y) - (int) lintel_risk_get_level (x),
    rank (y->international) - rank (x->international),
    compare_counts (x->bad_codes, y->bad_codes),
    compare_counts (x->open[LINTEL_SEVERITY_ERROR], y->open[LINTEL_SEVERITY_ERROR]),
    compare_counts (x->open[LINTEL_SEVERITY_WARNING], y->open[LINTEL_SEVERITY_WARNING]),
    strcmp (x->file, y->file),
  };

  for (guint n = 0; n < G_N_ELEMENTS (orders); n++)
    if (orders[n] != 0)
      return orders[n];
  return 0;
}

/* The table. */

#define N_COLUMNS 13

static const char *const titles[N_COLUMNS] = {
  NC_ ("column", "Risk"),
  NC_ ("column", "File"),
  NC_ ("column", "Customer"),
  NC_ ("column", "Site"),
  NC_ ("column", "Reference"),
  NC_ ("column", "Model"),
  NC_ ("column", "Mailboxes with a weak or missing code"),
  NC_ ("column", "InMail can call abroad"),
  NC_ ("column", "Number"),
  NC_ ("column", "Errors"),
  NC_ ("column", "Warnings"),
  NC_ ("column", "Accepted"),
  NC_ ("column", "First"),
};

static GPtrArray *
list_fields (const LintelRisk *risk)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);
  gboolean is_known = risk->error == NULL;
  const char *first = is_known ? risk->first : risk->error;
  const char *texts[] = { lintel_risk_level_get_title (lintel_risk_get_level (risk)),
                          risk->file,
                          risk->customer,
                          risk->site,
                          risk->reference,
                          is_known ? lintel_model_get_name (risk->model) : "" };

  for (guint n = 0; n < G_N_ELEMENTS (texts); n++)
    g_ptr_array_add (fields, g_strdup (texts[n]));
  g_ptr_array_add (fields, is_known ? g_strdup_printf ("%u", risk->bad_codes) : g_strdup (""));
  g_ptr_array_add (fields,
                   g_strdup (is_known ? lintel_dial_verdict_get_title (risk->international) : ""));
  g_ptr_array_add (fields, g_strdup (risk->number != NULL ? risk->number : ""));
  for (guint n = 0; n < 3; n++)
    {
      const guint counts[] = { risk->open[LINTEL_SEVERITY_ERROR],
                               risk->open[LINTEL_SEVERITY_WARNING], risk->accepted };

      g_ptr_array_add (fields, is_known ? g_strdup_printf ("%u", counts[n]) : g_strdup (""));
    }
  g_ptr_array_add (fields, g_strdup (first != NULL ? first : ""));
  return fields;
}

static void
append_csv (GString *out, const LintelRisk *risk)
{
  g_autoptr (GPtrArray) fields = list_fields (risk);

  lintel_csv_write_row (out, (const char *const *) fields->pdata, fields->len);
}

char *
lintel_risks_to_csv (GPtrArray *risks)
{
  GString *out = g_string_new (NULL);
  const char *header[N_COLUMNS];

  for (guint n = 0; n < N_COLUMNS; n++)
    header[n] = g_dpgettext2 (GETTEXT_PACKAGE, "column", titles[n]);
  g_ptr_array_sort (risks, compare_risks);
  lintel_csv_write_row (out, header, N_COLUMNS);
  for (guint n = 0; n < risks->len; n++)
    append_csv (out, g_ptr_array_index (risks, n));
  return g_string_free (out, FALSE);
}

static void
append_html (GString *out, const LintelRisk *risk)
{
  g_autoptr (GPtrArray) fields = list_fields (risk);

  g_string_append_printf (out, "<tr class=\"risk-%d\">", (int) lintel_risk_get_level (risk));
  for (guint n = 0; n < fields->len; n++)
    {
      g_autofree char *safe = lintel_text_make_safe (g_ptr_array_index (fields, n), FALSE);
      g_autofree char *text = g_markup_escape_text (safe, -1);

      g_string_append_printf (out, "<td>%s</td>", text);
    }
  g_string_append (out, "</tr>\n");
}

char *
lintel_risks_to_html (GPtrArray *risks)
{
  GString *out = g_string_new ("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n");

  g_ptr_array_sort (risks, compare_risks);
  g_string_append_printf (out, "<title>%s</title>\n", _ ("Systems by risk"));
  g_string_append (out, "<style>\nbody { font-family: sans-serif; }\n"
                        "table { border-collapse: collapse; }\n"
                        "th, td { border: 1px solid #999; padding: 0.3em; text-align: left; "
                        "vertical-align: top; }\n"
                        ".risk-4 { background: #f8cbad; }\n.risk-3 { background: #ffe0b3; }\n"
                        ".risk-2 { background: #e7e6e6; }\n"
                        ".risk-1 { background: #fff2cc; }\n</style>\n</head>\n<body>\n");
  g_string_append_printf (out, "<h1>%s</h1>\n<table>\n<thead><tr>", _ ("Systems by risk"));
  for (guint n = 0; n < N_COLUMNS; n++)
    g_string_append_printf (out, "<th scope=\"col\">%s</th>",
                            g_dpgettext2 (GETTEXT_PACKAGE, "column", titles[n]));
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint n = 0; n < risks->len; n++)
    append_html (out, g_ptr_array_index (risks, n));
  g_string_append (out, "</tbody>\n</table>\n</body>\n</html>\n");
  return g_string_free (out, FALSE);
}
