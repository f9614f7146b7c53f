/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lint engine, with rules of its own: this program defines the registry that the build
 * otherwise makes, so that every finding here is one it asked for.
 */

#include "app/core/lint/lintel-engine-private.h"
#include "app/core/project/lintel-project-private.h"
#include "tests/support/test-support.h"

extern const LintelRule lintel_rule_acceptance_expired;
extern const LintelRule lintel_rule_acceptance_unused;

static guint n_group_runs, n_class_runs;
static gboolean late_ran_last;

/* Mailboxes 1-10 of type 2, as one finding; the fix makes them 0. */

static char *
describe_group (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *where = lintel_places_summarize (places, n, lintel_check_get_project (check));

  return g_strdup_printf ("%u boxes: %s", n, where);
}

static void
check_group (LintelCheck *check)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));
  const LintelItem *item = lintel_check_get_item (check, "47-02", "01");

  n_group_runs++;
  /* Downwards and twice: the engine puts them in order. */
  for (int mailbox = 10; mailbox >= 1; mailbox--)
    if (lintel_project_get_number (lintel_check_get_project (check), item, mailbox, 1) == 2)
      {
        LintelPlace place = lintel_place_cell (item, mailbox, 1);

        g_array_append_val (places, place);
        g_array_append_val (places, place);
      }
  if (places->len == 0)
    return;
  lintel_check_add_group (check, places, describe_group, NULL);
  lintel_check_set_witness (check, "011");
}

static void
fix_group (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  GPtrArray *edits = lintel_edits_new ();
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  for (guint i = 0; i < n; i++)
    lintel_edits_add (edits, &places[i], "0");
  lintel_fixes_add (check, fixes, edits, "Switch %u off", n);
}

static const LintelRule group_rule = {
  .id = "z-group",
  .severity = LINTEL_SEVERITY_ERROR,
  .locked = TRUE,
  .tip = LINTEL_TIP_STATION_BOXES,
  .reads = LINTEL_READS_47_02,
  .summary = "group",
  .explanation = "group",
  .check = check_group,
  .fix = fix_group,
};

/* What the fix of the first brings up: a switched off mailbox 1 that keeps messages. Its fix
 * changes the type again, so that one place is touched twice. */

static void
check_chain (LintelCheck *check)
{
  LintelProject *project = lintel_check_get_project (check);
  const LintelItem *type = lintel_check_get_item (check, "47-02", "01");
  const LintelItem *messages = lintel_check_get_item (check, "47-02", "03");
  LintelPlace place = lintel_place_cell (messages, 1, 1);

  if (lintel_project_get_number (project, type, 1, 1) == 0
      && lintel_project_get_number (project, messages, 1, 1) != 0)
    lintel_check_add (check, &place, "keeps %s", lintel_project_get (project, messages, 1, 1));
}

static void
fix_chain (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  GPtrArray *edits = lintel_edits_new ();
  LintelPlace type = lintel_place_cell (lintel_check_get_item (check, "47-02", "01"), 1, 1);
  LintelPlace messages = lintel_place_cell (lintel_check_get_item (check, "47-02", "03"), 1, 1);

  lintel_edits_add (edits, &messages, "0");
  lintel_edits_add (edits, &type, "1");
  lintel_fixes_add (check, fixes, edits, "Keep none");
  lintel_fixes_add (check, fixes, lintel_edits_new (), "Nothing to do");
}

static const LintelRule chain_rule = {
  .id = "chain",
  .severity = LINTEL_SEVERITY_NOTE,
  .reads = LINTEL_READS_47_02,
  .summary = "chain",
  .explanation = "chain",
  .check = check_chain,
  .fix = fix_chain,
};

/* Two that never agree: item 21-05-01 of class 14. */

static void
check_class (LintelCheck *check, int wanted)
{
  const LintelItem *item = lintel_check_get_item (check, "21-05", "01");
  LintelPlace place = lintel_place_cell (item, 14, 1);

  n_class_runs++;
  if (lintel_project_is_set (lintel_check_get_project (check), item, 14, 1)
      && lintel_project_get_number (lintel_check_get_project (check), item, 14, 1) != wanted)
    lintel_check_add (check, &place, "wants %d", wanted);
}

static void
fix_class (LintelCheck *check, GPtrArray *fixes, const char *text)
{
  GPtrArray *edits = lintel_edits_new ();
  LintelPlace place = lintel_place_cell (lintel_check_get_item (check, "21-05", "01"), 14, 1);

  lintel_edits_add (edits, &place, text);
  lintel_fixes_add (check, fixes, edits, "Set %s", text);
}

static void
check_one (LintelCheck *check)
{
  check_class (check, 1);
}

static void
fix_one (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  fix_class (check, fixes, "1");
}

static void
check_zero (LintelCheck *check)
{
  check_class (check, 0);
}

static void
fix_zero (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  fix_class (check, fixes, "0");
}

static const LintelRule one_rule = {
  .id = "wants-one",
  .severity = LINTEL_SEVERITY_WARNING,
  .reads = LINTEL_READS_21_05,
  .summary = "one",
  .explanation = "one",
  .check = check_one,
  .fix = fix_one,
};

static const LintelRule zero_rule = {
  .id = "wants-zero",
  .severity = LINTEL_SEVERITY_WARNING,
  .tip = LINTEL_TIP_CLASS_TABLE,
  .reads = LINTEL_READS_21_05,
  .summary = "zero",
  .explanation = "zero",
  .check = check_zero,
  .fix = fix_zero,
};

/* One whose fix changes something and solves nothing: item 21-05-02 of class 14. */

static void
check_stubborn (LintelCheck *check)
{
  const LintelItem *item = lintel_check_get_item (check, "21-05", "02");
  LintelPlace place = lintel_place_cell (item, 14, 1);

  if (lintel_project_is_set (lintel_check_get_project (check), item, 14, 1))
    lintel_check_add (check, &place, "is set");
}

static void
fix_stubborn (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  GPtrArray *edits = lintel_edits_new ();
  guint n;
  const LintelPlace *place = lintel_finding_get_places (finding, &n);
  const char *text = lintel_project_get_text (lintel_check_get_project (check), place);

  lintel_edits_add (edits, place, g_str_equal (text, "0") ? "1" : "0");
  lintel_fixes_add (check, fixes, edits, "Change it");
}

static const LintelRule stubborn_rule = {
  .id = "stubborn",
  .severity = LINTEL_SEVERITY_NOTE,
  .reads = LINTEL_READS_21_05,
  .summary = "stubborn",
  .explanation = "stubborn",
  .check = check_stubborn,
  .fix = fix_stubborn,
};

/* Telephones in class 7 in mode 1. */

static void
check_ports (LintelCheck *check)
{
  LintelProject *checked = lintel_check_get_project (check);
  const LintelItem *item = lintel_check_get_item (check, "21-04", "01");

  for (int port = 1; port <= LINTEL_PORT_LAST_STATION; port++)
    if (lintel_project_get_extension (checked, port) != NULL
        && lintel_project_get_number (checked, item, port, 1) == 7)
      {
        LintelPlace place = lintel_place_cell (item, port, 1);

        lintel_check_add (check, &place, "port %d", port);
      }
}

static const LintelRule port_rule = {
  .id = "port",
  .severity = LINTEL_SEVERITY_WARNING,
  .tip = LINTEL_TIP_INMAIL_CLASS,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_EXTENSIONS,
  .summary = "port",
  .explanation = "port",
  .check = check_ports,
};

/* Comes first by its id and still last by what it reads. */

static void
check_late (LintelCheck *check)
{
  late_ran_last = n_group_runs > 0 && n_class_runs > 1;
}

static const LintelRule late_rule = {
  .id = "a-late",
  .severity = LINTEL_SEVERITY_NOTE,
  .tip = LINTEL_TIP_CODES,
  .reads = LINTEL_READS_FINDINGS,
  .summary = "late",
  .explanation = "late",
  .check = check_late,
};

const LintelRule *const lintel_rule_registry[] = {
  &lintel_rule_acceptance_expired,
  &lintel_rule_acceptance_unused,
  &chain_rule,
  &late_rule,
  &stubborn_rule,
  &port_rule,
  &one_rule,
  &zero_rule,
  &group_rule,
};
const guint lintel_rule_registry_size = G_N_ELEMENTS (lintel_rule_registry);

/* The project of a test: mailboxes 1, 2, 3 and 5 are of type 2. */

static LintelCatalogue *catalogue;
static LintelProject *project;
static LintelLinter *linter;

static const LintelItem *
item (const char *program, const char *id)
{
  return lintel_catalogue_find_item (catalogue, program, id);
}

static void
set_text (const LintelPlace *place, const char *text)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (lintel_project_set (project, "edit", place, text, &error), "%s",
                 error != NULL ? error->message : "");
}

static void
set_cell (const char *program, const char *id, int index, const char *text)
{
  LintelPlace place = lintel_place_cell (item (program, id), index, 1);

  set_text (&place, text);
}

static void
accept (const char *rule, const char *at, const char *until)
{
  int id = lintel_project_next_id (project, LINTEL_PLACE_ACCEPTANCE);
  const struct
  {
    LintelField field;
    const char *text;
  } parts[] = {
    { LINTEL_FIELD_RULE, rule },        { LINTEL_FIELD_AT, at },
    { LINTEL_FIELD_REASON, "because" }, { LINTEL_FIELD_BY, "R. Kay" },
    { LINTEL_FIELD_UNTIL, until },
  };
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      LintelPlace place = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, id, parts[i].field);

      lintel_edits_add (edits, &place, parts[i].text);
    }
  ck_assert_msg (lintel_project_apply (project, "accept", NULL, edits, &error), "%s",
                 error != NULL ? error->message : "");
}

static void
stop_clock (int year, int month, int day)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  lintel_linter_set_today (linter, &today);
}

static void
setup (void)
{
  const int boxes[] = { 1, 2, 3, 5 };

  catalogue = lintel_catalogue_new_builtin ();
  project = lintel_project_new (catalogue, LINTEL_MODEL_SL2100, "");
  linter = lintel_linter_new (project);
  stop_clock (2026, 6, 15);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    set_cell ("47-02", "01", boxes[i], "2");
  n_group_runs = n_class_runs = 0;
}

static void
teardown (void)
{
  g_clear_object (&linter);
  g_clear_object (&project);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

/* All findings as "rule severity acceptance: message", a line each. */
static char *
list_findings (void)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const LintelFinding *finding = findings->pdata[i];

      g_string_append_printf (
          text, "%s %s %d: %s\n", lintel_rule_get_id (lintel_finding_get_rule (finding)),
          lintel_severity_to_id (lintel_finding_get_severity (finding)),
          lintel_finding_get_acceptance (finding), lintel_finding_get_message (finding));
    }
  return g_string_free (text, FALSE);
}

static void
assert_findings (const char *expected)
{
  g_autofree char *actual = list_findings ();

  ck_assert_str_eq (actual, expected);
}

START_TEST (registry_follows_the_tip_then_the_id)
{
  const char *order[] = {
    "a-late", "z-group",  "port",     "wants-zero", "acceptance-expired", "acceptance-unused",
    "chain",  "stubborn", "wants-one"
  };

  ck_assert_uint_eq (lintel_rules_get_n (), G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      ck_assert_str_eq (lintel_rule_get_id (lintel_rules_get (i)), order[i]);
      ck_assert_uint_eq (lintel_rule_get_position (lintel_rules_find (order[i])), i);
    }
  ck_assert_ptr_null (lintel_rules_find ("no-such-rule"));
}
END_TEST

START_TEST (findings_come_by_severity_then_rule)
{
  set_cell ("47-02", "01", 1, "0");
  set_cell ("21-05", "01", 14, "1");
  assert_findings ("z-group error 0: 3 boxes: 47-02-01[2-3], 47-02-01[5]\n"
                   "wants-zero warning 0: wants 0\n"
                   "chain note 0: keeps 99\n");
}
END_TEST

START_TEST (group_is_in_order_and_without_repeats)
{
  const LintelFinding *finding = lintel_linter_get_findings (linter)->pdata[0];
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);
  g_autofree char *first = lintel_finding_get_address (finding, 0, project);

  ck_assert_uint_eq (n, 4);
  ck_assert_int_eq (places[3].index[0], 5);
  ck_assert_str_eq (first, "47-02-01[1]");
  ck_assert_str_eq (lintel_finding_get_witness (finding), "011");
}
END_TEST

START_TEST (acceptance_splits_a_group)
{
  GPtrArray *findings;

  accept ("z-group", "47-02-01[2]", NULL);
  assert_findings ("z-group error 0: 3 boxes: 47-02-01[1], 47-02-01[3], 47-02-01[5]\n"
                   "z-group error 1: 1 boxes: 47-02-01[2]\n");
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 1);
  findings = lintel_linter_get_findings (linter);
  for (guint i = 0; i < findings->len; i++)
    ck_assert_str_eq (lintel_finding_get_witness (findings->pdata[i]), "011");
}
END_TEST

START_TEST (accepting_shows_at_once)
{
  lintel_linter_get_findings (linter);
  accept ("z-group", "47-02-01", NULL);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 0);
  lintel_project_undo (project);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 1);
}
END_TEST

START_TEST (acceptance_of_a_row_or_table_covers_what_lies_in_it)
{
  accept ("z-group", "47-02[5]", NULL);
  assert_findings ("z-group error 0: 3 boxes: 47-02-01[1-3]\n"
                   "z-group error 1: 1 boxes: 47-02-01[5]\n");
}
END_TEST

START_TEST (renumbering_moves_an_acceptance)
{
  LintelPlace number = lintel_place_extension (1, LINTEL_FIELD_NUMBER);

  set_text (&number, "101");
  set_cell ("21-04", "01", 1, "7");
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 1);
  accept ("port", "21-04-01[101,1]", NULL);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 0);
  /* The acceptance names an extension that is no more: the finding is open, and it is unused. */
  set_text (&number, "105");
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 2);
}
END_TEST

START_TEST (overlapping_acceptances_are_both_used)
{
  accept ("z-group", "47-02-01[2]", NULL);
  accept ("z-group", "47-02[2]", NULL);
  assert_findings ("z-group error 0: 3 boxes: 47-02-01[1], 47-02-01[3], 47-02-01[5]\n"
                   "z-group error 1: 1 boxes: 47-02-01[2]\n");
}
END_TEST

START_TEST (acceptance_that_matches_nothing_is_found)
{
  accept ("z-group", "47-02-01[4]", NULL);
  accept ("no-such-rule", "47-02-01[1]", NULL);
  accept ("chain", "47-02-01[1]", NULL);
  accept ("acceptance-unused", "accepted[1]", NULL);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 4);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 1);
}
END_TEST

START_TEST (solving_the_problem_makes_its_acceptance_unused)
{
  accept ("z-group", "47-02-01[2]", NULL);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 0);
  set_cell ("47-02", "01", 2, "1");
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 1);
  lintel_project_undo (project);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 0);
}
END_TEST

START_TEST (acceptance_ends_after_its_last_day)
{
  accept ("z-group", "47-02-01", "2027-01-31");
  stop_clock (2027, 1, 31);
  assert_findings ("z-group error 1: 4 boxes: 47-02-01[1-3], 47-02-01[5]\n");
  stop_clock (2027, 2, 1);
  assert_findings (
      "z-group error 0: 4 boxes: 47-02-01[1-3], 47-02-01[5]\n"
      "acceptance-expired warning 0: The acceptance of z-group at 47-02-01 ended on 2027-01-31 "
      "and covers nothing any more: solve the problem, or accept it again with a new date\n");
}
END_TEST

START_TEST (unsigned_acceptance_covers_nothing)
{
  LintelPlace reason, by;

  accept ("z-group", "47-02-01", NULL);
  reason = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, 1, LINTEL_FIELD_REASON);
  by = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, 1, LINTEL_FIELD_BY);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 0);
  set_text (&reason, " ");
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 1);
  set_text (&reason, "being set up");
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 0);
  set_text (&by, NULL);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 1);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 1);
}
END_TEST

START_TEST (end_dates)
{
  const struct
  {
    const char *until;
    gboolean expired;
  } cases[] = {
    { "", FALSE },          { NULL, FALSE },         { "2026-06-15", FALSE },
    { "2026-06-14", TRUE }, { "2026-12-01", FALSE }, { "2025-12-31", TRUE },
    { "2027-02-30", TRUE }, { "next summer", TRUE }, { "2027-01-31x", TRUE },
  };
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 15, G_DATE_JUNE, 2026);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LintelAcceptance acceptance = { .until = cases[i].until };

      ck_assert_msg (lintel_acceptance_is_expired (&acceptance, &today) == cases[i].expired,
                     "case %u", i);
    }
}
END_TEST

START_TEST (severity_changes_for_a_run)
{
  g_autoptr (GError) error = NULL;

  lintel_linter_get_findings (linter);
  ck_assert (lintel_linter_set_severity (linter, "z-group", LINTEL_SEVERITY_WARNING, &error));
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 0);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), 1);
  set_cell ("47-02", "01", 1, "0");
  ck_assert (lintel_linter_set_severity (linter, "chain", LINTEL_SEVERITY_ERROR, &error));
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 1);
}
END_TEST

START_TEST (locked_rule_stays_at_warning_or_above)
{
  g_autoptr (GError) error = NULL;

  ck_assert (!lintel_linter_set_severity (linter, "z-group", LINTEL_SEVERITY_NOTE, &error));
  ck_assert (g_error_matches (error, LINTEL_LINT_ERROR, LINTEL_LINT_ERROR_LOCKED));
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR), 1);
  g_clear_error (&error);
  ck_assert (!lintel_linter_set_severity (linter, "nothing", LINTEL_SEVERITY_ERROR, &error));
  ck_assert (g_error_matches (error, LINTEL_LINT_ERROR, LINTEL_LINT_ERROR_RULE));
}
END_TEST

START_TEST (edit_runs_only_the_rules_that_read_it)
{
  LintelPlace notes = lintel_place_notes ();

  lintel_linter_get_findings (linter);
  ck_assert_uint_eq (n_group_runs, 1);
  ck_assert_uint_eq (n_class_runs, 2);
  set_cell ("21-05", "02", 9, "1");
  lintel_linter_get_findings (linter);
  ck_assert_uint_eq (n_group_runs, 1);
  ck_assert_uint_eq (n_class_runs, 4);
  set_text (&notes, "call back on Monday");
  lintel_linter_get_findings (linter);
  ck_assert_uint_eq (n_group_runs + n_class_runs, 5);
  set_cell ("47-02", "01", 7, "2");
  assert_findings ("z-group error 0: 5 boxes: 47-02-01[1-3], 47-02-01[5], 47-02-01[7]\n");
  ck_assert_uint_eq (n_class_runs, 4);
}
END_TEST

START_TEST (rule_that_reads_findings_runs_last)
{
  late_ran_last = FALSE;
  lintel_linter_get_findings (linter);
  ck_assert (late_ran_last);
}
END_TEST

START_TEST (work_goes_in_slices)
{
  guint slices = 1;

  while (lintel_linter_step (linter, 0))
    slices++;
  ck_assert_uint_eq (slices, lintel_rules_get_n ());
  ck_assert (!lintel_linter_step (linter, 0));

  /* An edit between two slices is not lost. */
  set_cell ("47-02", "01", 7, "2");
  ck_assert (lintel_linter_step (linter, 0));
  set_cell ("47-02", "01", 8, "2");
  while (lintel_linter_step (linter, 0))
    ;
  assert_findings ("z-group error 0: 6 boxes: 47-02-01[1-3], 47-02-01[5], 47-02-01[7-8]\n");
}
END_TEST

START_TEST (finding_outlives_the_next_run)
{
  g_autoptr (LintelFinding) finding =
      lintel_finding_ref (lintel_linter_get_findings (linter)->pdata[0]);
  g_autofree char *address = NULL;

  set_cell ("47-02", "01", 1, "0");
  lintel_linter_get_findings (linter);
  g_clear_object (&linter);
  address = lintel_finding_get_address (finding, 0, project);
  ck_assert_str_eq (address, "47-02-01[1]");
}
END_TEST

START_TEST (fix_knows_old_and_new)
{
  g_autoptr (GPtrArray) fixes =
      lintel_finding_get_fixes (lintel_linter_get_findings (linter)->pdata[0], project);
  const LintelFix *fix;
  const LintelEdit *edit;

  ck_assert_uint_eq (fixes->len, 1);
  fix = fixes->pdata[0];
  ck_assert_str_eq (fix->label, "Switch 4 off");
  ck_assert_uint_eq (fix->edits->len, 4);
  edit = fix->edits->pdata[0];
  ck_assert_str_eq (edit->old_text, "2");
  ck_assert_str_eq (edit->new_text, "0");
}
END_TEST

START_TEST (fix_leaves_out_what_is_already_so)
{
  g_autoptr (LintelFinding) finding =
      lintel_finding_ref (lintel_linter_get_findings (linter)->pdata[0]);
  g_autoptr (GPtrArray) fixes = NULL;

  set_cell ("47-02", "01", 2, "0");
  fixes = lintel_finding_get_fixes (finding, project);
  ck_assert_uint_eq (((LintelFix *) fixes->pdata[0])->edits->len, 3);
  for (int mailbox = 1; mailbox <= 10; mailbox++)
    set_cell ("47-02", "01", mailbox, "0");
  g_clear_pointer (&fixes, g_ptr_array_unref);
  fixes = lintel_finding_get_fixes (finding, project);
  ck_assert_uint_eq (fixes->len, 0);
}
END_TEST

static char *
format_edits (GPtrArray *edits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < edits->len; i++)
    {
      const LintelEdit *edit = edits->pdata[i];
      g_autofree char *place = lintel_place_to_string (&edit->place, project);

      g_string_append_printf (text, "%s %s %s\n", place,
                              edit->old_text != NULL ? edit->old_text : "-",
                              edit->new_text != NULL ? edit->new_text : "-");
    }
  return g_string_free (text, FALSE);
}

START_TEST (fix_all_is_one_minimal_list)
{
  g_autoptr (GPtrArray) edits = lintel_linter_fix_all (linter, NULL);
  g_autofree char *text = format_edits (edits);

  /* Mailbox 1 went 2, 0, 1 on the way. */
  ck_assert_str_eq (text, "47-02-01[1] 2 1\n"
                          "47-02-01[2] 2 0\n"
                          "47-02-01[3] 2 0\n"
                          "47-02-01[5] 2 0\n"
                          "47-02-03[1] - 0\n");
  ck_assert_str_eq (lintel_project_get_text (project, &((LintelEdit *) edits->pdata[0])->place),
                    "2");
  ck_assert (lintel_project_apply (project, "Fix all", NULL, edits, NULL));
  assert_findings ("");
}
END_TEST

START_TEST (fix_all_of_some_rules)
{
  const char *ids[] = { "chain", NULL };
  g_autoptr (GPtrArray) edits = lintel_linter_fix_all (linter, ids);

  ck_assert_uint_eq (edits->len, 0);
}
END_TEST

START_TEST (fix_all_leaves_accepted_findings_alone)
{
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *text = NULL;

  accept ("z-group", "47-02-01[1]", NULL);
  accept ("z-group", "47-02-01[5]", NULL);
  edits = lintel_linter_fix_all (linter, NULL);
  text = format_edits (edits);
  ck_assert_str_eq (text, "47-02-01[2] 2 0\n47-02-01[3] 2 0\n");
}
END_TEST

START_TEST (fix_all_ends_when_rules_quarrel)
{
  const char *ids[] = { "wants-one", "wants-zero", NULL };
  g_autoptr (GPtrArray) edits = NULL;

  set_cell ("21-05", "01", 14, "0");
  edits = lintel_linter_fix_all (linter, ids);
  ck_assert_uint_le (edits->len, 1);
  ck_assert_uint_lt (n_class_runs, 100);
}
END_TEST

START_TEST (fix_all_ends_when_a_fix_solves_nothing)
{
  const char *ids[] = { "stubborn", NULL };
  g_autoptr (GPtrArray) edits = NULL;

  set_cell ("21-05", "02", 14, "0");
  edits = lintel_linter_fix_all (linter, ids);
  ck_assert_uint_le (edits->len, 1);
}
END_TEST

START_TEST (plan_is_sorted_by_label)
{
  g_autoptr (GPtrArray) plan = NULL;
  const LintelFix *switch_off, *keep_none, *remove;

  accept ("z-group", "47-02-01[9]", NULL);
  plan = lintel_linter_plan_fixes (linter, NULL);
  ck_assert_uint_eq (plan->len, 3);
  switch_off = plan->pdata[0];
  remove = plan->pdata[1];
  keep_none = plan->pdata[2];
  ck_assert_str_eq (keep_none->label, "Keep none");
  ck_assert_uint_eq (keep_none->edits->len, 2);
  ck_assert_str_eq (switch_off->label, "Switch 4 off");
  ck_assert_uint_eq (switch_off->edits->len, 3);
  ck_assert_str_eq (remove->label, "Remove the acceptance that matches nothing");
}
END_TEST

START_TEST (what_is_kept_aside_has_its_own_line)
{
  LintelStray *stray = g_new0 (LintelStray, 1);
  const LintelFinding *finding;
  LintelPlace place;
  g_autofree char *address = NULL;
  const LintelRule *const rule = &group_rule;
  LintelFinding *made;

  stray->kind = LINTEL_STRAY_OUT_OF_RANGE;
  stray->address = g_strdup ("21-05-01[99]");
  stray->xml = g_strdup ("<set/>");
  stray->why = g_strdup ("no such class");
  stray->parent = g_strdup ("");
  stray->line = 12;
  stray->column = 7;
  place = lintel_place_record (LINTEL_PLACE_STRAY, lintel_project_add_stray (project, stray),
                               LINTEL_FIELD_NONE);
  made = lintel_finding_new (rule, LINTEL_SEVERITY_ERROR, g_strdup ("text"), &place, 1, project);
  finding = made;
  address = lintel_finding_get_address (finding, 0, project);
  ck_assert_str_eq (address, "21-05-01[99]");
  ck_assert_int_eq (lintel_finding_get_line (finding), 12);
  ck_assert_int_eq (lintel_finding_get_column (finding), 7);
  lintel_finding_unref (made);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("linter");
  TCase *tcase = tcase_create ("engine");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_add_test (tcase, registry_follows_the_tip_then_the_id);
  tcase_add_test (tcase, findings_come_by_severity_then_rule);
  tcase_add_test (tcase, group_is_in_order_and_without_repeats);
  tcase_add_test (tcase, acceptance_splits_a_group);
  tcase_add_test (tcase, accepting_shows_at_once);
  tcase_add_test (tcase, acceptance_of_a_row_or_table_covers_what_lies_in_it);
  tcase_add_test (tcase, renumbering_moves_an_acceptance);
  tcase_add_test (tcase, overlapping_acceptances_are_both_used);
  tcase_add_test (tcase, acceptance_that_matches_nothing_is_found);
  tcase_add_test (tcase, solving_the_problem_makes_its_acceptance_unused);
  tcase_add_test (tcase, acceptance_ends_after_its_last_day);
  tcase_add_test (tcase, unsigned_acceptance_covers_nothing);
  tcase_add_test (tcase, end_dates);
  tcase_add_test (tcase, severity_changes_for_a_run);
  tcase_add_test (tcase, locked_rule_stays_at_warning_or_above);
  tcase_add_test (tcase, edit_runs_only_the_rules_that_read_it);
  tcase_add_test (tcase, rule_that_reads_findings_runs_last);
  tcase_add_test (tcase, work_goes_in_slices);
  tcase_add_test (tcase, finding_outlives_the_next_run);
  tcase_add_test (tcase, fix_knows_old_and_new);
  tcase_add_test (tcase, fix_leaves_out_what_is_already_so);
  tcase_add_test (tcase, fix_all_is_one_minimal_list);
  tcase_add_test (tcase, fix_all_of_some_rules);
  tcase_add_test (tcase, fix_all_leaves_accepted_findings_alone);
  tcase_add_test (tcase, fix_all_ends_when_rules_quarrel);
  tcase_add_test (tcase, fix_all_ends_when_a_fix_solves_nothing);
  tcase_add_test (tcase, plan_is_sorted_by_label);
  tcase_add_test (tcase, what_is_kept_aside_has_its_own_line);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
