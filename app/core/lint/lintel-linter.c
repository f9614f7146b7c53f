/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The linter: keeps every rule's findings for one project and runs again only the rules that read
 * what an edit has touched.
 *
 * Rules that read findings come last, and again whenever any other rule ran.
 */

#include "config.h"

#include "app/core/lint/lintel-engine-private.h"

typedef struct
{
  GPtrArray *findings; /* of LintelFinding* */
  LintelSeverity severity;
  gboolean stale;
} Result;

struct _LintelLinter
{
  GObject parent_instance;

  LintelProject *project;
  Result *results; /* one a rule, in the registry's order */
  LintelSurvey *survey;
  LintelCovers *covers; /* NULL until the first check and when another day has come */
  GPtrArray *sorted;    /* what get_findings() returned; NULL when a rule has run since */
  GDate today;
  gboolean clock_stopped;
};

G_DEFINE_FINAL_TYPE (LintelLinter, lintel_linter, G_TYPE_OBJECT)

static LintelReads
reads_of_program (const char *number)
{
  static const struct
  {
    const char *number;
    LintelReads reads;
  } programs[] = {
    { "47-02", LINTEL_READS_47_02 }, { "47-03", LINTEL_READS_47_03 },
    { "21-04", LINTEL_READS_21_04 }, { "21-05", LINTEL_READS_21_05 },
    { "21-06", LINTEL_READS_21_06 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    if (g_str_equal (programs[i].number, number))
      return programs[i].reads;
  return LINTEL_READS_OTHER_PROGRAMS;
}

LintelReads
lintel_reads_of_place (const LintelPlace *place)
{
  switch (place->kind)
    {
    case LINTEL_PLACE_CELL:
    case LINTEL_PLACE_ROW:
    case LINTEL_PLACE_TABLE:
      return reads_of_program (place->program->number);
    case LINTEL_PLACE_EXTENSION:
      return LINTEL_READS_EXTENSIONS;
    case LINTEL_PLACE_CODE:
      return LINTEL_READS_CODES;
    case LINTEL_PLACE_STRAY:
      return LINTEL_READS_STRAYS;
    case LINTEL_PLACE_DIAL_TEST:
      return LINTEL_READS_DIAL_TESTS;
    case LINTEL_PLACE_ACCEPTANCE:
      return LINTEL_READS_ACCEPTANCES;
    case LINTEL_PLACE_SIGN_OFF:
      return LINTEL_READS_SIGN_OFFS;
    case LINTEL_PLACE_CUSTOMER:
    case LINTEL_PLACE_NOTES:
      return LINTEL_READS_CUSTOMER;
    case LINTEL_PLACE_NONE:
    default:
      return 0;
    }
}

static void
mark_stale (LintelLinter *self, LintelReads reads)
{
  for (guint i = 0; i < lintel_rules_get_n (); i++)
    if ((lintel_rules_get (i)->reads & (reads | LINTEL_READS_FINDINGS)) != 0)
      self->results[i].stale = TRUE;
}

static void
mark_all_stale (LintelLinter *self)
{
  for (guint i = 0; i < lintel_rules_get_n (); i++)
    self->results[i].stale = TRUE;
  g_clear_pointer (&self->covers, lintel_covers_free);
}

static void
mark_covered_stale (LintelLinter *self)
{
  for (guint i = 0; i < lintel_rules_get_n (); i++)
    if (lintel_covers_have_rule (self->covers, lintel_rules_get (i)))
      self->results[i].stale = TRUE;
}

/* An acceptance splits the findings of its rule anew, and so does one that is gone. */
static void
renew_covers (LintelLinter *self)
{
  if (self->covers == NULL)
    return;
  mark_covered_stale (self);
  lintel_covers_free (self->covers);
  self->covers = lintel_covers_new (self->project, &self->today);
  mark_covered_stale (self);
}

static void
project_changed_cb (LintelLinter *self, GPtrArray *edits)
{
  LintelReads reads = 0;

  for (guint i = 0; i < edits->len; i++)
    reads |= lintel_reads_of_place (&((LintelEdit *) edits->pdata[i])->place);
  if (reads == 0)
    return;
  lintel_survey_forget (self->survey, reads);
  mark_stale (self, reads);
  /* The place of one can be written with an extension's number or a dial test's position. */
  if ((reads & (LINTEL_READS_ACCEPTANCES | LINTEL_READS_EXTENSIONS | LINTEL_READS_DIAL_TESTS)) != 0)
    renew_covers (self);
}

/* What the rules about codes say depends on whether the codes are there. */
static void
lock_changed_cb (LintelLinter *self)
{
  lintel_survey_forget (self->survey, LINTEL_READS_CODES);
  mark_stale (self, LINTEL_READS_CODES);
}

static void
lintel_linter_init (LintelLinter *self)
{
  guint n = lintel_rules_get_n ();

  self->survey = lintel_survey_new ();
  self->results = g_new0 (Result, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->results[i].findings =
          g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_finding_unref);
      self->results[i].severity = lintel_rules_get (i)->severity;
      self->results[i].stale = TRUE;
    }
  lintel_date_set_today (&self->today);
}

static void
lintel_linter_finalize (GObject *object)
{
  LintelLinter *self = LINTEL_LINTER (object);

  for (guint i = 0; i < lintel_rules_get_n (); i++)
    g_ptr_array_unref (self->results[i].findings);
  g_free (self->results);
  lintel_survey_free (self->survey);
  g_clear_pointer (&self->covers, lintel_covers_free);
  g_clear_pointer (&self->sorted, g_ptr_array_unref);
  g_object_unref (self->project);
  G_OBJECT_CLASS (lintel_linter_parent_class)->finalize (object);
}

static void
lintel_linter_class_init (LintelLinterClass *class)
{
  G_OBJECT_CLASS (class)->finalize = lintel_linter_finalize;
}

LintelLinter *
lintel_linter_new (LintelProject *project)
{
  LintelLinter *self = g_object_new (LINTEL_TYPE_LINTER, NULL);

  self->project = g_object_ref (project);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "lock-changed", G_CALLBACK (lock_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

LintelProject *
lintel_linter_get_project (LintelLinter *self)
{
  return self->project;
}

gboolean
lintel_linter_set_severity (LintelLinter *self, const char *rule, LintelSeverity severity,
                            GError **error)
{
  Result *result;

  if (!lintel_rules_check_severity (rule, severity, error))
    return FALSE;
  result = &self->results[lintel_rule_get_position (lintel_rules_find (rule))];
  result->stale = result->stale || result->severity != severity;
  result->severity = severity;
  return TRUE;
}

void
lintel_linter_set_today (LintelLinter *self, const GDate *today)
{
  self->today = *today;
  self->clock_stopped = TRUE;
  mark_all_stale (self);
}

const GDate *
lintel_linter_get_today (LintelLinter *self)
{
  return &self->today;
}

/* At midnight acceptances can run out without any edit. */
static void
follow_clock (LintelLinter *self)
{
  GDate now;

  if (self->clock_stopped)
    return;
  lintel_date_set_today (&now);
  if (g_date_compare (&now, &self->today) == 0)
    return;
  self->today = now;
  mark_all_stale (self);
}

static LintelCheck
begin_check (LintelLinter *self, const LintelRule *rule)
{
  if (self->covers == NULL)
    self->covers = lintel_covers_new (self->project, &self->today);
  return (LintelCheck){
    .project = self->project,
    .today = &self->today,
    .survey = self->survey,
    .rule = rule,
    .severity = self->results[lintel_rule_get_position (rule)].severity,
    .covers = self->covers,
  };
}

static void
run_rule (LintelLinter *self, guint n)
{
  const LintelRule *rule = lintel_rules_get (n);
  Result *result = &self->results[n];
  LintelCheck check = begin_check (self, rule);

  g_clear_pointer (&self->sorted, g_ptr_array_unref);
  g_ptr_array_set_size (result->findings, 0);
  lintel_covers_reset (self->covers, rule);
  check.findings = result->findings;
  rule->check (&check);
  result->stale = FALSE;
}

/* Those that read the findings of others wait until the others are done. */
static gboolean
find_stale (LintelLinter *self, guint *n)
{
  for (guint late = 0; late < 2; late++)
    for (*n = 0; *n < lintel_rules_get_n (); (*n)++)
      if (self->results[*n].stale
          && ((lintel_rules_get (*n)->reads & LINTEL_READS_FINDINGS) != 0) == (late == 1))
        return TRUE;
  return FALSE;
}

gboolean
lintel_linter_step (LintelLinter *self, gint64 budget)
{
  gint64 start = g_get_monotonic_time ();
  guint n;

  follow_clock (self);
  while (find_stale (self, &n))
    {
      run_rule (self, n);
      if (g_get_monotonic_time () - start >= budget)
        return find_stale (self, &n);
    }
  return FALSE;
}

/* What was kept aside comes in the order of the file, anything else in that of the catalogue. */
static int
compare_first_places (const LintelFinding *a, const LintelFinding *b)
{
  if (a->places[0].kind == LINTEL_PLACE_STRAY && b->places[0].kind == LINTEL_PLACE_STRAY)
    {
      if (a->line != b->line)
        return a->line - b->line;
      if (a->column != b->column)
        return a->column - b->column;
    }
  return lintel_place_compare (&a->places[0], &b->places[0]);
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const LintelFinding *finding_a = *(const LintelFinding *const *) a;
  const LintelFinding *finding_b = *(const LintelFinding *const *) b;
  int order;

  if (finding_a->severity != finding_b->severity)
    return finding_a->severity > finding_b->severity ? -1 : 1;
  if (finding_a->rule != finding_b->rule)
    return lintel_rule_get_position (finding_a->rule) < lintel_rule_get_position (finding_b->rule)
               ? -1
               : 1;
  order = compare_first_places (finding_a, finding_b);
  return order != 0 ? order : strcmp (finding_a->message, finding_b->message);
}

GPtrArray *
lintel_linter_get_findings (LintelLinter *self)
{
  lintel_linter_step (self, G_MAXINT64);
  if (self->sorted != NULL)
    return self->sorted;
  self->sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_finding_unref);
  for (guint i = 0; i < lintel_rules_get_n (); i++)
    for (guint k = 0; k < self->results[i].findings->len; k++)
      g_ptr_array_add (self->sorted, lintel_finding_ref (self->results[i].findings->pdata[k]));
  g_ptr_array_sort (self->sorted, compare_findings);
  return self->sorted;
}

guint
lintel_linter_count (LintelLinter *self, LintelSeverity severity)
{
  GPtrArray *findings = lintel_linter_get_findings (self);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const LintelFinding *finding = findings->pdata[i];

      if (finding->severity == severity && finding->acceptance == 0)
        n++;
    }
  return n;
}

GPtrArray *
lintel_linter_check_rule (LintelLinter *self, const LintelRule *rule)
{
  guint n = lintel_rule_get_position (rule);

  if ((rule->reads & LINTEL_READS_FINDINGS) != 0)
    lintel_linter_step (self, G_MAXINT64);
  else if (self->results[n].stale)
    run_rule (self, n);
  return self->results[n].findings;
}

LintelCheck
lintel_linter_begin_fix (LintelLinter *self, const LintelRule *rule)
{
  return begin_check (self, rule);
}
