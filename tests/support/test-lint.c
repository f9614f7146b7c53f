/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of lint share: random projects, and findings as text. */

#include "tests/support/test-lint.h"

#include "app/core/project/lintel-project-private.h"

#define N_TELEPHONES 4
#define FIRST_INMAIL 113
#define N_MISFITS 6

static int
pick (GRand *rand, int n)
{
  return g_rand_int_range (rand, 0, n);
}

static const char *
pick_text (GRand *rand, const char *const *texts, guint n)
{
  return texts[pick (rand, (int) n)];
}

/* Indexes near the start, where telephones, classes in use and entries are; now and then any. */
static int
pick_index (GRand *rand, const LintelItem *item, guint dim)
{
  int capacity = item->dimension[dim].capacity;
  int near = MIN (capacity, 4);

  if (item->dimension[dim].kind == LINTEL_INDEX_EXTENSION)
    return pick (rand, 2) == 0 ? 1 + pick (rand, N_TELEPHONES) : FIRST_INMAIL + pick (rand, 4);
  if (item->dimension[dim].kind == LINTEL_INDEX_CLASS && pick (rand, 3) == 0)
    return capacity;
  return 1 + pick (rand, pick (rand, 4) == 0 ? capacity : near);
}

static char *
pick_digits (GRand *rand, const LintelItem *item)
{
  static const char *const texts[] = { "",     "0",    "01",  "011", "011", "1",    "911", "900",
                                       "1900", "1876", "101", "102", "113", "1011", "@11", "0114" };
  const char *text = pick_text (rand, texts, G_N_ELEMENTS (texts));

  return g_strndup (text, (gsize) item->max_length);
}

static char *
pick_value (GRand *rand, const LintelItem *item)
{
  if (item->type == LINTEL_TYPE_DIGITS)
    return pick_digits (rand, item);
  return g_strdup_printf ("%d", g_rand_int_range (rand, item->minimum, item->maximum + 1));
}

static const LintelItem *
pick_item (GRand *rand, LintelProject *project)
{
  guint n;
  const LintelProgram *const *programs =
      lintel_catalogue_get_programs (lintel_project_get_catalogue (project), &n);
  const LintelProgram *program = programs[pick (rand, (int) n)];

  return program->items[pick (rand, (int) program->n_items)];
}

/* Transfer full: what was done, or NULL if the project would not have it. */
static char *
set_text (LintelProject *project, const LintelPlace *place, const char *text)
{
  g_autofree char *address = lintel_place_to_string (place, project);

  if (!lintel_project_set (project, "random", place, text, NULL))
    return NULL;
  return g_strdup_printf ("%s = %s", address, text != NULL ? text : "(nothing)");
}

static char *
edit_cell (GRand *rand, LintelProject *project)
{
  const LintelItem *item = pick_item (rand, project);
  LintelPlace place = lintel_place_cell (item, pick_index (rand, item, 0),
                                         item->n_dimensions > 1 ? pick_index (rand, item, 1) : 1);
  g_autofree char *value = pick_value (rand, item);

  return set_text (project, &place, pick (rand, 4) == 0 ? NULL : value);
}

/* Classes in use, with what they are mostly pointed at: tables that others have too. */
static char *
edit_toll (GRand *rand, LintelProject *project)
{
  static const char *const entries[] = { "",     "@",         "0",    "1",    "9",     "011",
                                         "01",   "0114",      "101",  "1876", "18765", "1214",
                                         "900",  "*",         "988",  "911",  "@11",   "1@@@976",
                                         "1800", "876@@@@@@", "0118", "12" };
  static const struct
  {
    const char *program, *item;
  } cells[] = {
    { "21-04", "01" }, { "21-05", "01" }, { "21-05", "02" }, { "21-05", "04" }, { "21-05", "05" },
    { "21-05", "06" }, { "21-05", "07" }, { "21-05", "08" }, { "21-06", "01" }, { "21-06", "02" },
    { "21-06", "03" }, { "21-06", "04" }, { "21-06", "05" }, { "21-06", "06" }, { "21-06", "07" },
  };
  int n = pick (rand, G_N_ELEMENTS (cells));
  const LintelItem *item = lintel_catalogue_find_item (lintel_project_get_catalogue (project),
                                                       cells[n].program, cells[n].item);
  LintelPlace place = lintel_place_cell (item, pick_index (rand, item, 0),
                                         item->n_dimensions > 1 ? pick_index (rand, item, 1) : 1);
  g_autofree char *value =
      item->type == LINTEL_TYPE_DIGITS
          ? g_strndup (pick_text (rand, entries, G_N_ELEMENTS (entries)), (gsize) item->max_length)
          : pick_value (rand, item);

  return set_text (project, &place, value);
}

static char *
edit_extension (GRand *rand, LintelProject *project)
{
  static const char *const numbers[] = { "101", "102", "103", "104", "213", "214", "215", "3999" };
  int port =
      pick (rand, 2) == 0 ? 1 + pick (rand, N_TELEPHONES + 1) : FIRST_INMAIL + pick (rand, 4);
  LintelField fields[] = { LINTEL_FIELD_NUMBER, LINTEL_FIELD_KIND, LINTEL_FIELD_NAME };
  LintelPlace place = lintel_place_extension (port, fields[pick (rand, 3)]);

  if (pick (rand, 8) == 0)
    place.field = LINTEL_FIELD_NONE;
  switch (place.field)
    {
    case LINTEL_FIELD_NUMBER:
      return set_text (project, &place, pick_text (rand, numbers, G_N_ELEMENTS (numbers)));
    case LINTEL_FIELD_KIND:
      return set_text (project, &place,
                       lintel_extension_kind_to_id (
                           (LintelExtensionKind) pick (rand, LINTEL_N_EXTENSION_KINDS)));
    case LINTEL_FIELD_NAME:
      return set_text (project, &place, pick (rand, 2) == 0 ? "Front desk" : NULL);
    default:
      return set_text (project, &place, NULL);
    }
}

static char *
edit_code (GRand *rand, LintelProject *project)
{
  static const char *const mailboxes[] = { "101", "102", "103", "104", "999" };
  static const char *const codes[] = { NULL,   "",     "1234", "1111", "4821", "7305",
                                       "0101", "1020", "123",  "12a4", "1985", "4821" };
  LintelPlace place = lintel_place_code (pick_text (rand, mailboxes, G_N_ELEMENTS (mailboxes)));

  return set_text (project, &place, pick_text (rand, codes, G_N_ELEMENTS (codes)));
}

static char *
apply_record (LintelProject *project, LintelPlaceKind kind, const LintelField *fields,
              const char *const *texts, guint n)
{
  int id = lintel_project_next_id (project, kind);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();

  for (guint i = 0; i < n; i++)
    {
      LintelPlace place = lintel_place_record (kind, id, fields[i]);

      lintel_edits_add (edits, &place, texts[i]);
    }
  if (!lintel_project_apply (project, "random", NULL, edits, NULL))
    return NULL;
  return g_strdup_printf ("new record %d: %s %s", id, texts[0], texts[1]);
}

/* Mostly of something that has been found, so that acceptances cover. */
static char *
add_acceptance (GRand *rand, LintelProject *project)
{
  static const LintelField fields[] = { LINTEL_FIELD_RULE, LINTEL_FIELD_AT, LINTEL_FIELD_REASON,
                                        LINTEL_FIELD_BY, LINTEL_FIELD_UNTIL };
  static const char *const untils[] = { NULL, NULL, "2000-01-01", "2999-12-31" };
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  GPtrArray *findings = lintel_linter_get_findings (linter);
  LintelFinding *finding;
  g_autofree char *address = NULL;
  guint n_places;

  if (findings->len == 0)
    return NULL;
  finding = findings->pdata[pick (rand, (int) findings->len)];
  lintel_finding_get_places (finding, &n_places);
  address = lintel_finding_get_address (finding, (guint) pick (rand, (int) n_places), project);
  return apply_record (
      project, LINTEL_PLACE_ACCEPTANCE, fields,
      (const char *const[]){ lintel_rule_get_id (lintel_finding_get_rule (finding)), address,
                             pick (rand, 4) == 0 ? "because" : "the user insists", "R. Kay",
                             pick_text (rand, untils, G_N_ELEMENTS (untils)) },
      G_N_ELEMENTS (fields));
}

static char *
add_dial_test (GRand *rand, LintelProject *project)
{
  static const LintelField fields[] = { LINTEL_FIELD_FROM, LINTEL_FIELD_NUMBER, LINTEL_FIELD_MODE,
                                        LINTEL_FIELD_EXPECT };
  static const char *const numbers[] = { "011442071234567", "911", "18765550100", "5550100" };
  static const char *const froms[] = { "101", "213", "999" };

  return apply_record (project, LINTEL_PLACE_DIAL_TEST, fields,
                       (const char *const[]){ pick_text (rand, froms, G_N_ELEMENTS (froms)),
                                              pick_text (rand, numbers, G_N_ELEMENTS (numbers)),
                                              "1", pick (rand, 2) == 0 ? "restricted" : "allowed" },
                       G_N_ELEMENTS (fields));
}

static char *
remove_record (GRand *rand, LintelProject *project, LintelPlaceKind kind)
{
  int next = lintel_project_next_id (project, kind);
  LintelPlace place =
      lintel_place_record (kind, 1 + pick (rand, MAX (1, next - 1)), LINTEL_FIELD_NONE);

  return next > 1 ? set_text (project, &place, NULL) : NULL;
}

static char *
remove_stray (GRand *rand, LintelProject *project)
{
  g_autoptr (GPtrArray) strays = lintel_project_list_strays (project);
  const LintelStray *stray;
  LintelPlace place;

  if (strays->len == 0)
    return NULL;
  stray = strays->pdata[pick (rand, (int) strays->len)];
  place = lintel_place_record (LINTEL_PLACE_STRAY, stray->id, LINTEL_FIELD_NONE);
  return set_text (project, &place, NULL);
}

static char *
edit_acceptances (GRand *rand, LintelProject *project)
{
  return pick (rand, 3) == 0 ? remove_record (rand, project, LINTEL_PLACE_ACCEPTANCE)
                             : add_acceptance (rand, project);
}

static char *
sign_off (GRand *rand, LintelProject *project)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  LintelSignOffKind kind = (LintelSignOffKind) (1 + pick (rand, LINTEL_N_SIGN_OFFS));

  lintel_edits_add_sign_off (edits, project, kind, "R. Kay", pick (rand, 1000000));
  lintel_project_apply (project, "random", NULL, edits, NULL);
  return g_strdup ("sign-off");
}

static char *
edit_customer (GRand *rand, LintelProject *project)
{
  static const char *const words[] = { "312 555 4827", "1200 Acme St, 60618", "4821; 48, 9174" };
  LintelPlace name = lintel_place_customer (LINTEL_FIELD_NAME);
  LintelPlace known = lintel_place_customer (LINTEL_FIELD_WORDS);

  return pick (rand, 2) == 0 ? set_text (project, &name, "Acme Dental")
                             : set_text (project, &known, words[pick (rand, 3)]);
}

static char *
edit_rest (GRand *rand, LintelProject *project)
{
  switch (pick (rand, 6))
    {
    case 5:
      return sign_off (rand, project);
    case 0:
      return edit_customer (rand, project);
    case 1:
      return remove_stray (rand, project);
    case 2:
      return remove_record (rand, project, LINTEL_PLACE_DIAL_TEST);
    case 3:
      return lintel_project_redo (project) ? g_strdup ("redo") : NULL;
    default:
      return add_dial_test (rand, project);
    }
}

static char *
try_edit (GRand *rand, LintelProject *project)
{
  switch (pick (rand, 14))
    {
    case 10:
    case 11:
    case 12:
    case 13:
      return edit_toll (rand, project);
    case 0:
    case 1:
      return edit_extension (rand, project);
    case 2:
    case 3:
      return edit_code (rand, project);
    case 4:
      return edit_acceptances (rand, project);
    case 5:
      return edit_rest (rand, project);
    case 6:
      return lintel_project_undo (project) ? g_strdup ("undo") : NULL;
    default:
      return edit_cell (rand, project);
    }
}

char *
lintel_test_random_edit (GRand *rand, LintelProject *project)
{
  char *done;

  do
    done = try_edit (rand, project);
  while (done == NULL);
  return done;
}

static void
load_extension (LintelProject *project, int port, const char *kind)
{
  g_autofree char *number = g_strdup_printf ("%d", 100 + port);
  LintelPlace number_place = lintel_place_extension (port, LINTEL_FIELD_NUMBER);
  LintelPlace kind_place = lintel_place_extension (port, LINTEL_FIELD_KIND);

  lintel_project_load_text (project, &number_place, number, port, NULL);
  lintel_project_load_text (project, &kind_place, kind, port, NULL);
}

static void
load_misfit (GRand *rand, LintelProject *project, int n)
{
  LintelStray *stray = g_new0 (LintelStray, 1);
  const LintelItem *item = pick_item (rand, project);

  stray->kind = (LintelStrayKind) pick (rand, LINTEL_STRAY_DUPLICATE + 1);
  stray->parent = g_strdup (">"); /* inside the root, as the reader has it */
  stray->xml = g_strdup_printf ("<misfit n=\"%d\"/>", n);
  stray->why = g_strdup_printf ("misfit %d does not fit", n);
  stray->line = 100 + n;
  stray->column = 3;
  if (pick (rand, 2) == 0)
    {
      stray->has_target = TRUE;
      stray->target = lintel_place_cell (item, pick_index (rand, item, 0),
                                         item->n_dimensions > 1 ? pick_index (rand, item, 1) : 1);
      stray->address = lintel_place_to_string (&stray->target, project);
      stray->value = g_strdup ("wrong");
    }
  lintel_project_add_stray (project, stray);
}

LintelProject *
lintel_test_random_project (GRand *rand, LintelCatalogue *catalogue)
{
  LintelProject *project = lintel_project_new (
      catalogue, pick (rand, 2) == 0 ? LINTEL_MODEL_SL1100 : LINTEL_MODEL_SL2100, "");
  int n_misfits = pick (rand, N_MISFITS);
  int n_edits = pick (rand, 60);

  for (int port = 1; port <= N_TELEPHONES; port++)
    load_extension (project, port, "telephone");
  for (int port = FIRST_INMAIL; port < FIRST_INMAIL + 4; port++)
    load_extension (project, port, "inmail");
  for (int n = 1; n <= n_misfits; n++)
    load_misfit (rand, project, n);
  lintel_project_end_load (project);
  for (int n = 0; n < n_edits; n++)
    g_free (lintel_test_random_edit (rand, project));
  return project;
}

char *
lintel_test_format_finding (LintelFinding *finding, LintelProject *project)
{
  GString *text = g_string_new (NULL);
  const char *witness = lintel_finding_get_witness (finding);
  guint n;

  lintel_finding_get_places (finding, &n);
  g_string_append_printf (text, "%d:%d: %s: %s [%s]", lintel_finding_get_line (finding),
                          lintel_finding_get_column (finding),
                          lintel_severity_to_id (lintel_finding_get_severity (finding)),
                          lintel_finding_get_message (finding),
                          lintel_rule_get_id (lintel_finding_get_rule (finding)));
  if (lintel_finding_get_acceptance (finding) != 0)
    g_string_append_printf (text, " accepted %d", lintel_finding_get_acceptance (finding));
  if (witness != NULL)
    g_string_append_printf (text, " witness %s", witness);
  g_string_append (text, " at");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *address = lintel_finding_get_address (finding, i, project);

      g_string_append_printf (text, " %s", address);
    }
  return g_string_free (text, FALSE);
}

char *
lintel_test_format_findings (LintelLinter *linter, const LintelRule *rule)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    if (rule == NULL || lintel_finding_get_rule (findings->pdata[i]) == rule)
      {
        g_autofree char *line =
            lintel_test_format_finding (findings->pdata[i], lintel_linter_get_project (linter));

        g_string_append_printf (text, "%s\n", line);
      }
  return g_string_free (text, FALSE);
}
