/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the tests of the lint engine share: a registry of rules that only they have, in place of the
 * one that the build makes, and a project with four findings' worth of mailboxes.
 */

#include "tests/unit/linter-fixture.h"

extern const LintelRule lintel_rule_acceptance_expired;
extern const LintelRule lintel_rule_acceptance_unused;

guint n_group_runs, n_class_runs;
gboolean late_ran_last;

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
  LintelProject *checked = lintel_check_get_project (check);
  const LintelItem *type = lintel_check_get_item (check, "47-02", "01");
  const LintelItem *messages = lintel_check_get_item (check, "47-02", "03");
  LintelPlace place = lintel_place_cell (messages, 1, 1);

  if (lintel_project_get_number (checked, type, 1, 1) == 0
      && lintel_project_get_number (checked, messages, 1, 1) != 0)
    lintel_check_add (check, &place, "keeps %s", lintel_project_get (checked, messages, 1, 1));
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

LintelCatalogue *catalogue;
LintelProject *project;
LintelLinter *linter;

static const LintelItem *
item (const char *program, const char *id)
{
  return lintel_catalogue_find_item (catalogue, program, id);
}

void
set_text (const LintelPlace *place, const char *text)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (lintel_project_set (project, "edit", place, text, &error), "%s",
                 error != NULL ? error->message : "");
}

void
set_cell (const char *program, const char *id, int index, const char *text)
{
  LintelPlace place = lintel_place_cell (item (program, id), index, 1);

  set_text (&place, text);
}

void
accept_findings (const char *rule, const char *at, const char *until)
{
  int id = lintel_project_next_id (project, LINTEL_PLACE_ACCEPTANCE);
  const struct
  {
    LintelField field;
    const char *text;
  } parts[] = {
    { LINTEL_FIELD_RULE, rule },
    { LINTEL_FIELD_AT, at },
    { LINTEL_FIELD_REASON, "the user insists" },
    { LINTEL_FIELD_BY, "R. Kay" },
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

void
stop_clock (int year, int month, int day)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  lintel_linter_set_today (linter, &today);
}

void
linter_fixture_setup (void)
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

void
linter_fixture_teardown (void)
{
  g_clear_object (&linter);
  g_clear_object (&project);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

/* All findings as "rule severity acceptance: message", a line each. */
char *
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

void
assert_findings (const char *expected)
{
  g_autofree char *actual = list_findings ();

  ck_assert_str_eq (actual, expected);
}
