/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The core on the largest system: what a full lint takes, what it takes again after one edit, and
 * what else happens at every start and save. Exits 1 when a budget is not kept.
 */

#include "app/core/lint/lintel-engine-private.h"
#include "tests/bench/bench.h"
#include "tests/support/largest-system.h"

#include "lintel/xml.h"

#include <stdio.h>

#define FULL_LINT_BUDGET 5.0
#define EDIT_BUDGET 1.0
#define N_SLOWEST 5
#define N_TURNS 20
#define N_IN_TURN 10

typedef struct
{
  LintelCatalogue *catalogue;
  LintelProject *project;
  LintelLinter *linter;
  GBytes *bytes;
  LintelPlace place; /* of the edit that is measured */
  const char *texts[2];
  guint turn;
  const LintelRule *rule; /* that is measured */
} Bench;

static void
load_catalogue (gpointer data)
{
  lintel_catalogue_unref (lintel_catalogue_new_builtin ());
}

static void
create_project (gpointer data)
{
  Bench *bench = data;

  g_object_unref (lintel_project_new (bench->catalogue, LINTEL_MODEL_SL2100, ""));
}

static void
read_project (gpointer data)
{
  Bench *bench = data;

  g_object_unref (lintel_xml_read_bytes (bench->catalogue, bench->bytes, "largest", NULL));
}

static void
write_project (gpointer data)
{
  Bench *bench = data;

  g_bytes_unref (lintel_xml_write_bytes (bench->project, TRUE));
}

static void
copy_project (gpointer data)
{
  Bench *bench = data;

  g_object_unref (lintel_project_copy (bench->project));
}

static void
lint_all (gpointer data)
{
  Bench *bench = data;
  g_autoptr (LintelLinter) linter = lintel_linter_new (bench->project);

  lintel_linter_get_findings (linter);
}

static void
edit (gpointer data)
{
  Bench *bench = data;
  const char *text = bench->texts[bench->turn++ % 2];

  if (!lintel_project_set (bench->project, "edit", &bench->place, text, NULL))
    g_error ("the edit is refused");
}

static void
lint_again (gpointer data)
{
  Bench *bench = data;

  lintel_linter_get_findings (bench->linter);
}

/* Every rule and what they share is worked out anew; the rule in question alone is timed. */
static void
forget (gpointer data)
{
  Bench *bench = data;
  GDate today = *lintel_linter_get_today (bench->linter);

  lintel_linter_set_today (bench->linter, &today);
}

static void
check_rule (gpointer data)
{
  Bench *bench = data;

  lintel_linter_check_rule (bench->linter, bench->rule);
}

static const char *const edits[][3] = {
  { "47-02-01[5]", "0", "1" },
  { "47-02-02[5]", "105", "999" },
  { "47-03-03[1]", "0", "1" },
  { "21-04-01[213,3]", "15", "1" },
  { "21-05-01[15]", "1", "0" },
  { "21-06-01[1]", "011", "" },
  { "21-06-06[2,17]", "1214", "01" },
  { "21-06-07[4,60]", "011", "1" },
  { "code[101]", "1234", "4821" },
  { "extension[1].number", "101", "901" },
  { "extension[1].name", "A", "B" },
  { "accepted[1].reason", "a", "b" },
  { "notes", "a", "b" },
};

/* Leaves the project as it was. */
static void
sample_edit (Bench *bench, const char *const *texts, double *samples)
{
  g_autofree char *before = NULL;

  if (!lintel_place_parse (texts[0], bench->project, &bench->place, NULL))
    g_error ("there is no %s", texts[0]);
  before = g_strdup (lintel_project_get_text (bench->project, &bench->place));
  bench->texts[0] = texts[1];
  bench->texts[1] = texts[2];
  lintel_bench_sample (N_IN_TURN, edit, lint_again, bench, samples);
  if (!lintel_project_set (bench->project, "edit", &bench->place, before, NULL))
    g_error ("what was in %s is refused", texts[0]);
}

/* In turn, so that a machine that is slow for a while is slow for all of them. */
static gboolean
measure_edits (Bench *bench)
{
  static double samples[G_N_ELEMENTS (edits)][N_TURNS * N_IN_TURN];
  gboolean kept = TRUE;

  for (guint turn = 0; turn < N_TURNS; turn++)
    for (gsize n = 0; n < G_N_ELEMENTS (edits); n++)
      sample_edit (bench, edits[n], samples[n] + turn * N_IN_TURN);
  for (gsize n = 0; n < G_N_ELEMENTS (edits); n++)
    {
      g_autofree char *what = g_strdup_printf ("lint after an edit of %s", edits[n][0]);
      LintelBenchResult result = lintel_bench_summarize (samples[n], N_TURNS * N_IN_TURN);

      kept = lintel_bench_print_row (what, &result, EDIT_BUDGET) && kept;
    }
  return kept;
}

typedef struct
{
  const LintelRule *rule;
  LintelBenchResult result;
} RuleResult;

static int
compare_rules (gconstpointer a, gconstpointer b)
{
  const RuleResult *one = a, *other = b;

  return (one->result.median < other->result.median) - (one->result.median > other->result.median);
}

static void
measure_rules (Bench *bench)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (RuleResult));

  for (guint n = 0; n < lintel_rules_get_n (); n++)
    {
      RuleResult row = { lintel_rules_get (n), { 0 } };

      if ((row.rule->reads & LINTEL_READS_FINDINGS) != 0)
        continue;
      bench->rule = row.rule;
      row.result = lintel_bench_measure (20, forget, check_rule, bench);
      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rules);
  for (guint n = 0; n < MIN (rows->len, N_SLOWEST); n++)
    {
      const RuleResult *row = &g_array_index (rows, RuleResult, n);
      g_autofree char *what = g_strdup_printf ("rule %s", lintel_rule_get_id (row->rule));

      lintel_bench_print_row (what, &row->result, 0);
    }
}

static gboolean
measure (Bench *bench, const char *what, guint n, LintelBenchFunc func, double budget)
{
  LintelBenchResult result = lintel_bench_measure (n, NULL, func, bench);

  return lintel_bench_print_row (what, &result, budget);
}

int
main (void)
{
  Bench bench = { .catalogue = lintel_catalogue_new_builtin () };
  gboolean kept;

  bench.project = lintel_test_make_largest_system (bench.catalogue, LINTEL_BENCH_SEED);
  bench.bytes = lintel_xml_write_bytes (bench.project, TRUE);
  bench.linter = lintel_linter_new (bench.project);
  lintel_bench_print_head ();
  measure (&bench, "load the built-in catalogue", 100, load_catalogue, 0);
  measure (&bench, "new project", 100, create_project, 0);
  measure (&bench, "read", 50, read_project, 0);
  measure (&bench, "write", 50, write_project, 0);
  measure (&bench, "copy", 200, copy_project, 0);
  kept = measure (&bench, "full lint", 100, lint_all, FULL_LINT_BUDGET);
  kept = measure_edits (&bench) && kept;
  measure_rules (&bench);
  printf ("%u findings, a file of %" G_GSIZE_FORMAT " bytes\n",
          lintel_linter_get_findings (bench.linter)->len, g_bytes_get_size (bench.bytes));
  g_object_unref (bench.linter);
  g_object_unref (bench.project);
  g_bytes_unref (bench.bytes);
  lintel_catalogue_unref (bench.catalogue);
  return kept ? 0 : 1;
}
