/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random edits against a naive model that keeps a whole dump of the project for every step: undo
 * and redo give back exactly what was there, a refused group changes nothing, steps merge and the
 * dirty mark shows when they should, and the difference of two projects turns one into the other.
 */

#include "config.h"

#include "tests/support/test-support.h"

#include "app/core/project/lintel-project-private.h"

#include <string.h>

#define N_RUNS 6
#define N_STEPS 150
#define N_PORTS 6

static LintelCatalogue *catalogue;
static GRand *dice;

static void
set_up (void)
{
  catalogue = lintel_catalogue_new_builtin ();
  dice = g_rand_new_with_seed (lintel_test_seed ());
}

static void
tear_down (void)
{
  g_clear_pointer (&dice, g_rand_free);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

/* The whole content, through the getters that the rest of Lintel uses. */

static void
dump_item (LintelProject *project, const LintelItem *item, GString *out)
{
  int columns = item->n_dimensions > 1 ? item->dimension[1].capacity : 1;

  for (int i = 1; i <= item->dimension[0].capacity; i++)
    for (int j = 1; j <= columns; j++)
      {
        g_string_append (out, lintel_project_get (project, item, i, j));
        g_string_append_c (out, lintel_project_is_set (project, item, i, j) ? '!' : ',');
      }
}

static void
dump_extensions (LintelProject *project, GString *out)
{
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, port);

      if (extension == NULL)
        continue;
      ck_assert_int_eq (extension->port, port);
      ck_assert_ptr_eq (lintel_project_find_extension (project, extension->number), extension);
      g_string_append_printf (out, "\nport %d %s %d %s", port, extension->number, extension->kind,
                              extension->name);
    }
}

static void
dump_codes (LintelProject *project, GString *out)
{
  g_autoptr (GPtrArray) codes = lintel_project_list_codes (project);

  for (guint k = 0; k < codes->len; k++)
    {
      const char *code;
      LintelCodeState state = lintel_project_get_code (project, codes->pdata[k], &code);

      g_string_append_printf (out, "\ncode %s %d %s", (char *) codes->pdata[k], state, code);
    }
}

static void
dump_records (LintelProject *project, GString *out)
{
  g_autoptr (GPtrArray) acceptances = lintel_project_list_acceptances (project);
  g_autoptr (GPtrArray) tests = lintel_project_list_dial_tests (project);
  g_autoptr (GPtrArray) strays = lintel_project_list_strays (project);

  for (guint k = 0; k < acceptances->len; k++)
    {
      const LintelAcceptance *a = acceptances->pdata[k];

      g_string_append_printf (out, "\naccepted %d %s|%s|%s|%s|%s", a->id, a->rule, a->at, a->reason,
                              a->by, a->until);
    }
  for (guint k = 0; k < tests->len; k++)
    {
      const LintelDialTest *t = tests->pdata[k];

      g_string_append_printf (out, "\ntest %d %s|%s|%s|%s", t->id, t->from, t->mode, t->number,
                              t->expect);
    }
  for (guint k = 0; k < strays->len; k++)
    g_string_append_printf (out, "\nstray %d", ((const LintelStray *) strays->pdata[k])->id);
}

static void
dump_texts (LintelProject *project, GString *out)
{
  const LintelPlace places[] = {
    lintel_place_customer (LINTEL_FIELD_NAME),
    lintel_place_customer (LINTEL_FIELD_SITE),
    lintel_place_customer (LINTEL_FIELD_REFERENCE),
    lintel_place_customer (LINTEL_FIELD_WORDS),
    lintel_place_notes (),
  };

  for (gsize k = 0; k < G_N_ELEMENTS (places); k++)
    {
      const char *text = lintel_project_get_text (project, &places[k]);

      g_string_append_printf (out, "\n%s", text != NULL ? text : "(none)");
    }
}

static char *
dump (LintelProject *project)
{
  GString *out = g_string_new (NULL);
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  for (guint p = 0; p < n_programs; p++)
    for (guint k = 0; k < programs[p]->n_items; k++)
      dump_item (project, programs[p]->items[k], out);
  dump_extensions (project, out);
  dump_codes (project, out);
  dump_records (project, out);
  dump_texts (project, out);
  return g_string_free (out, FALSE);
}

/* Random edits. Few places and few texts, so that they meet each other. */

static int throw (int n)
{
  return g_rand_int_range (dice, 0, n);
}

static const char *
pick (const char *const *texts, gsize n)
{
  return texts[throw ((int) n)];
}
#define PICK(...)                                                                                  \
  pick ((const char *const[]){ __VA_ARGS__ },                                                      \
        sizeof ((const char *const[]){ __VA_ARGS__ }) / sizeof (const char *))

static LintelPlace
random_cell (void)
{
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);
  const LintelProgram *program = programs[throw ((int) n_programs)];
  const LintelItem *item = program->items[throw ((int) program->n_items)];

  return lintel_place_cell (item, 1 + throw (N_PORTS), item->n_dimensions > 1 ? 1 + throw (2) : 1);
}

static LintelPlace
random_record (LintelProject *project)
{
  const LintelField fields[] = { LINTEL_FIELD_NONE, LINTEL_FIELD_RULE, LINTEL_FIELD_AT,
                                 LINTEL_FIELD_NUMBER, LINTEL_FIELD_MODE };
  LintelPlaceKind kind = throw (2) ? LINTEL_PLACE_ACCEPTANCE : LINTEL_PLACE_DIAL_TEST;

  return lintel_place_record (kind, 1 + throw (lintel_project_next_id (project, kind)),
                              fields[throw (G_N_ELEMENTS (fields))]);
}

static void
add_random_extension_edit (GPtrArray *edits)
{
  int port = 1 + throw (N_PORTS);
  LintelPlace number = lintel_place_extension (port, LINTEL_FIELD_NUMBER);
  LintelPlace kind = lintel_place_extension (port, LINTEL_FIELD_KIND);
  LintelPlace name = lintel_place_extension (port, LINTEL_FIELD_NAME);
  LintelPlace whole = lintel_place_extension (port, LINTEL_FIELD_NONE);

  switch (throw (5))
    {
    case 0:
      lintel_edits_add (edits, &kind, PICK ("inmail", "pilot", "telephone", NULL));
      lintel_edits_add (edits, &number, PICK ("101", "102", "103", "104", "105", "106"));
      break;
    case 1:
      lintel_edits_add (edits, &number, PICK ("101", "102", "103", "104", "105", NULL, ""));
      break;
    case 2:
      lintel_edits_add (edits, &kind, PICK ("inmail", "pilot", "telephone", "fax", NULL));
      break;
    case 3:
      lintel_edits_add (edits, &name, PICK ("Front desk", "", NULL, "bad\n"));
      break;
    default:
      lintel_edits_add (edits, &whole, NULL);
    }
}

static void
add_random_edit (LintelProject *project, GPtrArray *edits)
{
  LintelPlace place;

  switch (throw (8))
    {
    case 0:
    case 1:
      add_random_extension_edit (edits);
      break;
    case 2:
      place = lintel_place_code (PICK ("101", "102", "0101", "99"));
      lintel_edits_add (edits, &place, PICK ("", "1234", "4821", NULL, "123456789012345"));
      break;
    case 3:
      place = random_record (project);
      lintel_edits_add (edits, &place, PICK ("x", "y", "", NULL, NULL));
      break;
    case 4:
      place = lintel_place_record (LINTEL_PLACE_STRAY, 1 + throw (4), LINTEL_FIELD_NONE);
      lintel_edits_add (edits, &place, PICK (NULL, "<set/>"));
      break;
    case 5:
      place = throw (2) ? lintel_place_notes () : lintel_place_customer (LINTEL_FIELD_NAME);
      lintel_edits_add (edits, &place, PICK ("a", "b", "", NULL));
      break;
    default:
      place = random_cell ();
      lintel_edits_add (edits, &place, PICK ("", "0", "1", "15", "011", "900", NULL, "x"));
    }
}

static GPtrArray *
random_edits (LintelProject *project)
{
  GPtrArray *edits = lintel_edits_new ();
  LintelPlace notes = lintel_place_notes ();

  /* Typing to and fro in one place, so that merged steps come to nothing now and then. */
  if (throw (3) == 0)
    {
      lintel_edits_add (edits, &notes, PICK ("a", "b", NULL));
      return edits;
    }
  for (int n = 1 + throw (3); n > 0; n--)
    add_random_edit (project, edits);
  return edits;
}

static void
load_stray (LintelProject *project, LintelPlace target)
{
  LintelStray *stray = g_new0 (LintelStray, 1);

  stray->xml = g_strdup ("<set/>");
  stray->has_target = TRUE;
  stray->target = target;
  lintel_project_add_stray (project, stray);
}

static LintelProject *
new_project (void)
{
  LintelProject *project =
      lintel_project_new (catalogue, throw (2) ? LINTEL_MODEL_SL1100 : LINTEL_MODEL_SL2100, "");
  LintelPlace number = lintel_place_extension (1, LINTEL_FIELD_NUMBER);

  ck_assert (lintel_project_load_text (project, &number, "101", 1, NULL));
  load_stray (project, lintel_place_extension (1, LINTEL_FIELD_KIND));
  load_stray (project,
              lintel_place_cell (lintel_catalogue_find_item (catalogue, "21-04", "01"), 1, 1));
  load_stray (project, lintel_place_code ("101"));
  load_stray (project, random_cell ());
  lintel_project_end_load (project);
  return project;
}

/* The naive model. */

typedef struct
{
  char *before, *after, *key;
} Step;

typedef struct
{
  GPtrArray *steps;
  guint position;
  gboolean can_merge;
  char *saved;
} Model;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->before);
  g_free (step->after);
  g_free (step->key);
  g_free (step);
}

static void
model_push (Model *model, const char *before, const char *after, const char *key)
{
  Step *step = g_new0 (Step, 1);

  g_ptr_array_set_size (model->steps, (int) model->position++);
  step->before = g_strdup (before);
  step->after = g_strdup (after);
  step->key = g_strdup (key);
  g_ptr_array_add (model->steps, step);
  model->can_merge = TRUE;
}

static void
model_apply (Model *model, const char *before, const char *after, const char *key)
{
  Step *last = model->position > 0 ? model->steps->pdata[model->position - 1] : NULL;

  if (!model->can_merge || last == NULL || key == NULL || g_strcmp0 (last->key, key) != 0)
    {
      model_push (model, before, after, key);
      return;
    }
  g_free (last->after);
  last->after = g_strdup (after);
  if (g_str_equal (last->before, last->after))
    {
      g_ptr_array_set_size (model->steps, (int) --model->position);
      model->can_merge = FALSE;
    }
}

static void
apply_random (LintelProject *project, Model *model)
{
  const char *key = PICK ("a", "a", "b", NULL);
  g_autofree char *before = dump (project);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) edits = random_edits (project);
  gboolean done = lintel_project_apply (project, "Random", key, edits, NULL);

  after = dump (project);
  if (!done)
    ck_assert_msg (g_str_equal (before, after), "a refused group left something");
  else if (!g_str_equal (before, after))
    model_apply (model, before, after, key);
}

static void
walk_random (LintelProject *project, Model *model)
{
  gboolean back = throw (2);
  gboolean can = back ? model->position > 0 : model->position < model->steps->len;

  ck_assert_int_eq (back ? lintel_project_undo (project) : lintel_project_redo (project), can);
  if (!can)
    return;
  model->position += back ? -1u : 1u;
  model->can_merge = FALSE;
}

static void
save (LintelProject *project, Model *model)
{
  lintel_project_mark_saved (project);
  g_free (model->saved);
  model->saved = dump (project);
  model->can_merge = FALSE;
}

static void
assert_agree (LintelProject *project, Model *model)
{
  g_autofree char *now = dump (project);
  const Step *last = model->position > 0 ? model->steps->pdata[model->position - 1] : NULL;
  const Step *next =
      model->position < model->steps->len ? model->steps->pdata[model->position] : NULL;

  ck_assert (last == NULL || g_str_equal (now, last->after));
  ck_assert (next == NULL || g_str_equal (now, next->before));
  ck_assert_int_eq (lintel_project_get_undo_label (project) != NULL, last != NULL);
  ck_assert_int_eq (lintel_project_get_redo_label (project) != NULL, next != NULL);
  ck_assert_int_eq (lintel_project_is_dirty (project), !g_str_equal (now, model->saved));
}

/* To the end, back to the beginning, to the end again. */
static void
assert_whole_way (LintelProject *project, const char *first)
{
  g_autofree char *end = NULL, *beginning = NULL, *end_again = NULL;

  while (lintel_project_redo (project))
    continue;
  end = dump (project);
  while (lintel_project_undo (project))
    continue;
  beginning = dump (project);
  ck_assert_msg (g_str_equal (first, beginning), "undoing everything does not lead back");
  while (lintel_project_redo (project))
    continue;
  end_again = dump (project);
  ck_assert_msg (g_str_equal (end, end_again), "redoing everything does not lead there");
}

START_TEST (history_agrees_with_the_model)
{
  g_autoptr (LintelProject) project = new_project ();
  g_autofree char *first = dump (project);
  Model model = { g_ptr_array_new_with_free_func (step_free), 0, FALSE, g_strdup (first) };

  for (int n = 0; n < N_STEPS; n++)
    {
      int what = throw (10);

      if (what < 7)
        apply_random (project, &model);
      else if (what < 9)
        walk_random (project, &model);
      else
        save (project, &model);
      assert_agree (project, &model);
    }
  assert_whole_way (project, first);
  g_ptr_array_unref (model.steps);
  g_free (model.saved);
}
END_TEST

/* Differences. */

static void
scramble (LintelProject *project)
{
  for (int n = 0; n < 60; n++)
    {
      g_autoptr (GPtrArray) edits = random_edits (project);

      lintel_project_apply (project, "Random", NULL, edits, NULL);
    }
}

START_TEST (difference_turns_one_into_the_other)
{
  g_autoptr (LintelProject) from = new_project ();
  g_autoptr (LintelProject) to = lintel_project_copy (from);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL, *actual = NULL;

  scramble (from);
  scramble (to);
  edits = lintel_project_diff (from, to);
  ck_assert_msg (lintel_project_apply (from, "Difference", NULL, edits, &error), "%s",
                 error != NULL ? error->message : "");
  expected = dump (to);
  actual = dump (from);
  ck_assert_msg (g_str_equal (expected, actual), "the difference does not lead there");
  none = lintel_project_diff (from, to);
  ck_assert_uint_eq (none->len, 0);
}
END_TEST

START_TEST (copies_are_equal_and_independent)
{
  g_autoptr (LintelProject) project = new_project ();
  g_autoptr (LintelProject) copy = NULL;
  g_autofree char *before = NULL, *copied = NULL, *after = NULL;

  scramble (project);
  before = dump (project);
  copy = lintel_project_copy (project);
  copied = dump (copy);
  ck_assert (g_str_equal (before, copied));
  ck_assert_ptr_null (lintel_project_get_undo_label (copy));
  scramble (copy);
  after = dump (project);
  ck_assert (g_str_equal (before, after));
}
END_TEST

/* Places. */

static void
assert_round_trip (LintelProject *project, LintelPlace place)
{
  g_autofree char *text = lintel_place_to_string (&place, project);
  g_autoptr (GError) error = NULL;
  LintelPlace back;

  ck_assert_msg (lintel_place_parse (text, project, &back, &error), "%s: %s", text,
                 error != NULL ? error->message : "");
  ck_assert_msg (lintel_place_equal (&place, &back), "%s", text);
  ck_assert_uint_eq (lintel_place_hash (&place), lintel_place_hash (&back));
}

static void
round_trip_item (LintelProject *project, const LintelItem *item)
{
  int columns = item->n_dimensions > 1 ? item->dimension[1].capacity : 1;

  assert_round_trip (project, lintel_place_table (item, 0));
  for (int i = 1; i <= item->dimension[0].capacity; i++)
    for (int j = 1; j <= columns; j++)
      if (lintel_item_has_index (item, lintel_project_get_model (project), "", i, j))
        assert_round_trip (project, lintel_place_cell (item, i, j));
}

START_TEST (every_place_comes_back_from_its_text)
{
  g_autoptr (LintelProject) project = new_project ();
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  scramble (project);
  for (guint p = 0; p < n_programs; p++)
    for (guint k = 0; k < programs[p]->n_items; k++)
      round_trip_item (project, programs[p]->items[k]);
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    assert_round_trip (project, lintel_place_extension (port, LINTEL_FIELD_NAME));
}
END_TEST

/* Reads "47-02-01[3], 47-02-01[5-9] and 2 more places" back: how many places it stands for, each
 * named one struck off NAMED. */
static guint
expand_summary (const char *text, gboolean named[129])
{
  guint n_places = 0;

  while (g_str_has_prefix (text, "47-02-01["))
    {
      guint64 first = g_ascii_strtoull (text + strlen ("47-02-01["), (char **) &text, 10);
      guint64 last = *text == '-' ? g_ascii_strtoull (text + 1, (char **) &text, 10) : first;

      for (; first <= last; first++, n_places++)
        {
          ck_assert_msg (named[first], "47-02-01[%u] is named, but not there", (guint) first);
          named[first] = FALSE;
        }
      text += strspn (text, "], ");
    }
  if (g_str_has_prefix (text, "and "))
    n_places += (guint) g_ascii_strtoull (text + strlen ("and "), NULL, 10);
  return n_places;
}

START_TEST (a_summary_counts_every_place_once)
{
  g_autoptr (LintelProject) project = new_project ();
  const LintelItem *item = lintel_catalogue_find_item (catalogue, "47-02", "01");

  for (int run = 0; run < 200; run++)
    {
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));
      g_autofree char *text = NULL;
      gboolean there[129] = { FALSE };
      int span = 2 + throw (20);
      guint n_there = 0;

      for (int n = throw (25); n > 0; n--)
        {
          LintelPlace place = lintel_place_cell (item, 1 + throw (span), 1);

          g_array_append_val (places, place);
          n_there += there[place.index[0]] ? 0 : 1;
          there[place.index[0]] = TRUE;
        }
      text = lintel_places_summarize ((gpointer) places->data, places->len, project);
      ck_assert_msg (expand_summary (text, there) == n_there, "%s for %u places", text, n_there);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("project properties");
  TCase *tcase = tcase_create ("project");

  tcase_set_timeout (tcase, 60);
  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_loop_test (tcase, history_agrees_with_the_model, 0, N_RUNS);
  tcase_add_loop_test (tcase, difference_turns_one_into_the_other, 0, N_RUNS);
  tcase_add_loop_test (tcase, copies_are_equal_and_independent, 0, N_RUNS);
  tcase_add_test (tcase, every_place_comes_back_from_its_text);
  tcase_add_test (tcase, a_summary_counts_every_place_once);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
