/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The largest system: what the budgets are measured on. Values are random within their ranges, so
 * that no table is easy, and numbers are what an office would have.
 */

#include "tests/support/largest-system.h"

#include <string.h>

#define FIRST_EXTENSION 101
#define FIRST_INMAIL_PORT 113
#define FIRST_GROUP_NUMBER 401
#define N_GROUPS 32
#define N_RECORDS 20

static const char *
describe_kind (int port)
{
  if (port > LINTEL_PORT_LAST_STATION)
    return "virtual";
  return port >= FIRST_INMAIL_PORT ? "inmail" : "telephone";
}

static void
add_field (GPtrArray *edits, LintelPlaceKind kind, int id, LintelField field, const char *text)
{
  LintelPlace place = lintel_place_record (kind, id, field);

  lintel_edits_add (edits, &place, text);
}

static void
add_extensions (GPtrArray *edits)
{
  for (int port = 1; port <= LINTEL_PORT_LAST_VIRTUAL; port++)
    {
      g_autofree char *number = g_strdup_printf ("%d", FIRST_EXTENSION - 1 + port);
      g_autofree char *name = g_strdup_printf ("Person %d", port);

      add_field (edits, LINTEL_PLACE_EXTENSION, port, LINTEL_FIELD_NUMBER, number);
      add_field (edits, LINTEL_PLACE_EXTENSION, port, LINTEL_FIELD_KIND, describe_kind (port));
      add_field (edits, LINTEL_PLACE_EXTENSION, port, LINTEL_FIELD_NAME, name);
    }
}

static void
add_code (GPtrArray *edits, GRand *rand, int mailbox)
{
  g_autofree char *number = g_strdup_printf ("%d", mailbox);
  g_autofree char *code = g_strdup_printf ("%04d", g_rand_int_range (rand, 0, 10000));
  LintelPlace place = lintel_place_code (number);

  lintel_edits_add (edits, &place, code);
}

static void
add_codes (GPtrArray *edits, GRand *rand)
{
  for (int mailbox = 0; mailbox < LINTEL_PORT_LAST_STATION; mailbox++)
    add_code (edits, rand, FIRST_EXTENSION + mailbox);
  for (int group = 0; group < N_GROUPS; group++)
    add_code (edits, rand, FIRST_GROUP_NUMBER + group);
}

static void
add_acceptances (GPtrArray *edits)
{
  for (int id = 1; id <= N_RECORDS; id++)
    {
      g_autofree char *at = g_strdup_printf ("code[%d]", FIRST_EXTENSION - 1 + id);

      add_field (edits, LINTEL_PLACE_ACCEPTANCE, id, LINTEL_FIELD_RULE, "mailbox-code-weak");
      add_field (edits, LINTEL_PLACE_ACCEPTANCE, id, LINTEL_FIELD_AT, at);
      add_field (edits, LINTEL_PLACE_ACCEPTANCE, id, LINTEL_FIELD_REASON, "The user insists");
      add_field (edits, LINTEL_PLACE_ACCEPTANCE, id, LINTEL_FIELD_BY, "R. Kay");
    }
}

static void
add_dial_tests (GPtrArray *edits, GRand *rand)
{
  for (int id = 1; id <= N_RECORDS; id++)
    {
      g_autofree char *from = g_strdup_printf ("%d", FIRST_EXTENSION - 1 + id);
      g_autofree char *number =
          g_strdup_printf ("01144%d", g_rand_int_range (rand, 1000000, 9999999));

      add_field (edits, LINTEL_PLACE_DIAL_TEST, id, LINTEL_FIELD_FROM, from);
      add_field (edits, LINTEL_PLACE_DIAL_TEST, id, LINTEL_FIELD_MODE, "1");
      add_field (edits, LINTEL_PLACE_DIAL_TEST, id, LINTEL_FIELD_NUMBER, number);
      add_field (edits, LINTEL_PLACE_DIAL_TEST, id, LINTEL_FIELD_EXPECT, "restricted");
    }
}

/* As many digits as the item takes, or one or two less; the last is sometimes any digit. */
static void
draw_digits (const LintelItem *item, GRand *rand, char *value)
{
  int length = MAX (1, item->max_length - g_rand_int_range (rand, 0, 3));

  for (int k = 0; k < length; k++)
    value[k] = (char) ('0' + g_rand_int_range (rand, 0, 10));
  if (g_rand_int_range (rand, 0, 10) == 0 && strchr (item->alphabet, '@') != NULL)
    value[length - 1] = '@';
  value[length] = '\0';
}

static void
draw_value (const LintelItem *item, int i, GRand *rand, char *value)
{
  const char *number = lintel_item_get_number (item);

  if (g_str_equal (number, "47-02-02"))
    g_snprintf (value, LINTEL_VALUE_MAX + 1, "%d", FIRST_EXTENSION - 1 + i);
  else if (g_str_equal (number, "47-03-02"))
    g_snprintf (value, LINTEL_VALUE_MAX + 1, "%d", FIRST_GROUP_NUMBER - 1 + i);
  else if (item->type == LINTEL_TYPE_DIGITS)
    draw_digits (item, rand, value);
  else
    g_snprintf (value, LINTEL_VALUE_MAX + 1, "%d",
                g_rand_int_range (rand, item->minimum, item->maximum + 1));
}

static void
add_cells (GPtrArray *edits, LintelProject *project, const LintelItem *item, GRand *rand)
{
  for (int i = 1; i <= item->dimension[0].capacity; i++)
    for (int j = 1; j <= item->dimension[1].capacity; j++)
      {
        LintelPlace place = lintel_place_cell (item, i, j);
        char value[LINTEL_VALUE_MAX + 1];

        draw_value (item, i, rand, value);
        if (lintel_project_has_cell (project, item, i, j)
            && lintel_item_check (item, LINTEL_MODEL_SL2100, value, NULL))
          lintel_edits_add (edits, &place, value);
      }
}

static void
apply (LintelProject *project, GPtrArray *edits)
{
  g_autoptr (GError) error = NULL;

  if (!lintel_project_apply (project, "", NULL, edits, &error))
    g_error ("%s", error->message);
}

LintelProject *
lintel_test_make_largest_system (LintelCatalogue *catalogue, guint32 seed)
{
  LintelProject *project = lintel_project_new (catalogue, LINTEL_MODEL_SL2100, "");
  g_autoptr (GPtrArray) records = lintel_edits_new ();
  g_autoptr (GPtrArray) cells = lintel_edits_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  LintelPlace name = lintel_place_customer (LINTEL_FIELD_NAME);
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  lintel_edits_add (records, &name, "The largest office");
  add_extensions (records);
  add_codes (records, rand);
  add_acceptances (records);
  add_dial_tests (records, rand);
  apply (project, records);
  for (guint n = 0; n < n_programs; n++)
    for (guint k = 0; k < programs[n]->n_items; k++)
      add_cells (cells, project, programs[n]->items[k], rand);
  apply (project, cells);
  return project;
}
