/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/property/random-project.h"

#include "tests/support/test-support.h"

#define N_PORTS 6

LintelCatalogue *catalogue;

static GRand *dice;

void
random_project_setup (void)
{
  catalogue = lintel_catalogue_new_builtin ();
  dice = g_rand_new_with_seed (lintel_test_seed ());
}

void
random_project_teardown (void)
{
  g_clear_pointer (&dice, g_rand_free);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

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

char *
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

int throw (int n)
{
  return g_rand_int_range (dice, 0, n);
}

const char *
pick (const char *const *texts, gsize n)
{
  return texts[throw ((int) n)];
}

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

GPtrArray *
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

LintelProject *
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

/* Differences. */

void
scramble (LintelProject *project)
{
  for (int n = 0; n < 60; n++)
    {
      g_autoptr (GPtrArray) edits = random_edits (project);

      lintel_project_apply (project, "Random", NULL, edits, NULL);
    }
}
