/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places: as text and back, their order, what lies within what, and lists of them in few words. */

#include "config.h"

#include "tests/support/test-support.h"

#include "lintel/project.h"

static LintelCatalogue *catalogue;
static LintelProject *project;

static void
add_extension (int port, const char *number)
{
  LintelPlace place = lintel_place_extension (port, LINTEL_FIELD_NUMBER);

  ck_assert (lintel_project_set (project, "Add", &place, number, NULL));
}

static void
set_up (void)
{
  catalogue = lintel_catalogue_new_builtin ();
  project = lintel_project_new (catalogue, LINTEL_MODEL_SL2100, "");
  for (int port = 113; port <= 128; port++)
    {
      g_autofree char *number = g_strdup_printf ("%d", port + 100);

      add_extension (port, number);
    }
  add_extension (1, "101");
}

static void
tear_down (void)
{
  g_clear_object (&project);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

static LintelPlace
cell (const char *program, const char *id, int i, int j)
{
  const LintelItem *item = lintel_catalogue_find_item (catalogue, program, id);

  ck_assert_ptr_nonnull (item);
  return lintel_place_cell (item, i, j);
}

static void
assert_text (LintelPlace place, const char *expected)
{
  g_autofree char *text = lintel_place_to_string (&place, project);
  g_autoptr (GError) error = NULL;
  LintelPlace back;

  ck_assert_str_eq (text, expected);
  ck_assert_msg (lintel_place_parse (text, project, &back, &error), "%s",
                 error != NULL ? error->message : "");
  ck_assert_msg (lintel_place_equal (&place, &back), "%s came back as another place", text);
}

START_TEST (text_of_places)
{
  const LintelProgram *program = lintel_catalogue_find_program (catalogue, "21-05");
  const LintelItem *restrict_table = lintel_catalogue_find_item (catalogue, "21-06", "07");

  assert_text (cell ("47-02", "01", 5, 1), "47-02-01[5]");
  assert_text (cell ("47-03", "03b", 32, 1), "47-03-03b[32]");
  assert_text (cell ("21-04", "01", 113, 3), "21-04-01[213,3]");
  assert_text (cell ("21-04", "01", 99, 3), "21-04-01[port 99,3]");
  assert_text (cell ("21-06", "06", 2, 17), "21-06-06[2,17]");
  assert_text (cell ("21-06", "03", 2, 1), "21-06-03[2]");
  assert_text (lintel_place_row (program, 2), "21-05[2]");
  assert_text (lintel_place_row (cell ("21-04", "01", 1, 1).program, 113), "21-04[213]");
  assert_text (lintel_place_table (restrict_table, 3), "21-06-07[3]");
  assert_text (lintel_place_table (restrict_table, 0), "21-06-07");
  assert_text (lintel_place_extension (113, LINTEL_FIELD_NONE), "extension[113]");
  assert_text (lintel_place_extension (113, LINTEL_FIELD_NAME), "extension[113].name");
  assert_text (lintel_place_code ("0101"), "code[0101]");
  assert_text (lintel_place_customer (LINTEL_FIELD_SITE), "customer.site");
  assert_text (lintel_place_notes (), "notes");
  assert_text (lintel_place_record (LINTEL_PLACE_ACCEPTANCE, 1, LINTEL_FIELD_UNTIL),
               "accepted[1].until");
  assert_text (lintel_place_record (LINTEL_PLACE_DIAL_TEST, 1, LINTEL_FIELD_EXPECT),
               "dial-test[1].expect");
}
END_TEST

START_TEST (text_counts_records_by_position)
{
  LintelPlace first = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, 1, LINTEL_FIELD_RULE);
  LintelPlace second = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, 2, LINTEL_FIELD_RULE);

  ck_assert (lintel_project_set (project, "a", &first, "one", NULL));
  ck_assert (lintel_project_set (project, "b", &second, "two", NULL));
  assert_text (second, "accepted[2].rule");
  ck_assert (lintel_project_set (project, "c", &first, NULL, NULL));
  assert_text (second, "accepted[1].rule");
}
END_TEST

START_TEST (parsing_is_tolerant_of_blanks_and_case)
{
  LintelPlace place, expected = cell ("21-04", "01", 113, 3);

  ck_assert (lintel_place_parse ("  21-04-01[ 213 , 3 ] ", project, &place, NULL));
  ck_assert (lintel_place_equal (&place, &expected));
  expected = lintel_place_customer (LINTEL_FIELD_NAME);
  ck_assert (lintel_place_parse ("Customer.Name", project, &place, NULL));
  ck_assert (lintel_place_equal (&place, &expected));
}
END_TEST

static const struct
{
  const char *text, *says;
} wrong[] = {
  { "", "47-02" },
  { "99-01", "47-02, 47-03, 21-04, 21-05, 21-06" },
  { "21-06-99[1]", "21-06-99" },
  { "21-04", "21-04[" },
  { "21-04-01[213", "brackets" },
  { "21-04-01]213[", "brackets" },
  { "21-04-01[213,1]x", "brackets" },
  { "21-04-01[213]", "21-04-01[" },
  { "21-04-01[213,1,1]", "21-04-01[" },
  { "21-04-01[999,1]", "extension “999”" },
  { "21-04-01[213,9]", "from 1 to 8" },
  { "21-04-01[213,1].name", ".name" },
  { "21-06-01[11]", "from 1 to 10" },
  { "21-06-01[0]", "from 1 to 10" },
  { "21-06-01[-1]", "from 1 to 10" },
  { "21-06-01[1x]", "from 1 to 10" },
  { "21-06-01[99999999999999999999]", "from 1 to 10" },
  { "extension[229]", "from 1 to 228" },
  { "extension", "from 1 to 228" },
  { "extension[1].rule", "number, kind, name" },
  { "code[x]", "1 to 8 digits" },
  { "code[123456789]", "1 to 8 digits" },
  { "code[101].name", ".name" },
  { "customer[1]", "brackets" },
  { "accepted[2].rule", "accepted[2]" },
  { "stray[1]", "stray[1]" },
  { "\xff", "plain text" },
};

START_TEST (wrong_places_are_explained)
{
  g_autoptr (GError) error = NULL;
  LintelPlace place = { .kind = LINTEL_PLACE_NOTES };

  ck_assert_msg (!lintel_place_parse (wrong[_i].text, project, &place, &error), "%s",
                 wrong[_i].text);
  ck_assert (g_error_matches (error, LINTEL_PROJECT_ERROR, LINTEL_PROJECT_ERROR_PLACE));
  ck_assert_msg (g_strstr_len (error->message, -1, wrong[_i].says) != NULL, "%s: %s",
                 wrong[_i].text, error->message);
  ck_assert_int_eq (place.kind, LINTEL_PLACE_NOTES);
}
END_TEST

START_TEST (order_is_catalogue_then_the_rest)
{
  const LintelPlace ordered[] = {
    cell ("47-02", "01", 2, 1),
    cell ("47-02", "01", 10, 1),
    cell ("47-02", "02", 1, 1),
    cell ("47-03", "03", 1, 1),
    lintel_place_row (cell ("21-04", "01", 1, 1).program, 1),
    cell ("21-04", "01", 1, 8),
    cell ("21-04", "01", 2, 1),
    lintel_place_table (cell ("21-06", "01", 1, 1).item, 0),
    cell ("21-06", "01", 1, 1),
    lintel_place_extension (2, LINTEL_FIELD_NONE),
    lintel_place_extension (10, LINTEL_FIELD_NUMBER),
    lintel_place_code ("99"),
    lintel_place_code ("101"),
    lintel_place_code ("0101"),
    lintel_place_customer (LINTEL_FIELD_NAME),
    lintel_place_notes (),
  };

  for (gsize a = 0; a < G_N_ELEMENTS (ordered); a++)
    for (gsize b = 0; b < G_N_ELEMENTS (ordered); b++)
      {
        int order = lintel_place_compare (&ordered[a], &ordered[b]);

        ck_assert_msg ((order < 0) == (a < b) && (order > 0) == (a > b), "%zu against %zu", a, b);
        ck_assert_int_eq (lintel_place_equal (&ordered[a], &ordered[b]), a == b);
      }
}
END_TEST

START_TEST (what_lies_within_what)
{
  LintelPlace entry = cell ("21-06", "07", 3, 9);
  LintelPlace table = lintel_place_table (entry.item, 3);
  LintelPlace other_table = lintel_place_table (entry.item, 2);
  LintelPlace item = lintel_place_table (entry.item, 0);
  LintelPlace class_two = cell ("21-05", "01", 2, 1);
  LintelPlace row = lintel_place_row (class_two.program, 2);
  LintelPlace other_row = lintel_place_row (class_two.program, 3);
  LintelPlace name = lintel_place_extension (1, LINTEL_FIELD_NAME);
  LintelPlace extension = lintel_place_extension (1, LINTEL_FIELD_NONE);
  LintelPlace other_extension = lintel_place_extension (2, LINTEL_FIELD_NONE);

  ck_assert (lintel_place_is_within (&entry, &entry));
  ck_assert (lintel_place_is_within (&entry, &table));
  ck_assert (lintel_place_is_within (&entry, &item));
  ck_assert (lintel_place_is_within (&table, &item));
  ck_assert (!lintel_place_is_within (&entry, &other_table));
  ck_assert (!lintel_place_is_within (&table, &entry));
  ck_assert (lintel_place_is_within (&class_two, &row));
  ck_assert (!lintel_place_is_within (&class_two, &other_row));
  ck_assert (lintel_place_is_within (&name, &extension));
  ck_assert (!lintel_place_is_within (&name, &other_extension));
  ck_assert (!lintel_place_is_within (&extension, &name));
}
END_TEST

static void
assert_summary (GArray *places, const char *expected)
{
  g_autofree char *text = lintel_places_summarize ((gpointer) places->data, places->len, project);

  ck_assert_str_eq (text, expected);
}

static void
append (GArray *places, LintelPlace place)
{
  g_array_append_val (places, place);
}

START_TEST (summary_joins_ranges)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  assert_summary (places, "");
  for (int mailbox = 128; mailbox >= 113; mailbox--)
    append (places, cell ("47-02", "01", mailbox, 1));
  assert_summary (places, "47-02-01[113-128]");
  append (places, cell ("47-02", "01", 120, 1));
  append (places, cell ("47-02", "01", 3, 1));
  assert_summary (places, "47-02-01[3], 47-02-01[113-128]");
}
END_TEST

START_TEST (summary_joins_rectangles)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  for (int port = 113; port <= 128; port++)
    for (int mode = 1; mode <= 8; mode++)
      append (places, cell ("21-04", "01", port, mode));
  assert_summary (places, "21-04-01[213-228,1-8]");
  g_array_set_size (places, 0);
  for (int port = 113; port <= 115; port++)
    {
      append (places, cell ("21-04", "01", port, 1));
      append (places, cell ("21-04", "01", port, 3));
      append (places, lintel_place_extension (port, LINTEL_FIELD_KIND));
    }
  append (places, lintel_place_code ("9"));
  append (places, lintel_place_code ("10"));
  append (places, lintel_place_code ("11"));
  assert_summary (places, "21-04-01[213-215,1], 21-04-01[213-215,3], extension[113-115].kind, "
                          "code[9], code[10-11]");
}
END_TEST

START_TEST (summary_follows_numbers_not_ports)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  add_extension (2, "150");
  append (places, cell ("21-04", "01", 1, 1));
  append (places, cell ("21-04", "01", 2, 1));
  assert_summary (places, "21-04-01[101,1], 21-04-01[150,1]");
}
END_TEST

START_TEST (summary_ends_a_long_list)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  for (int mailbox = 1; mailbox <= 14; mailbox += 2)
    append (places, cell ("47-02", "01", mailbox, 1));
  assert_summary (places, "47-02-01[1], 47-02-01[3], 47-02-01[5], 47-02-01[7], 47-02-01[9], "
                          "47-02-01[11] and 1 more place");
  for (int mailbox = 20; mailbox <= 22; mailbox++)
    append (places, cell ("47-02", "01", mailbox, 1));
  assert_summary (places, "47-02-01[1], 47-02-01[3], 47-02-01[5], 47-02-01[7], 47-02-01[9], "
                          "47-02-01[11] and 4 more places");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("place");
  TCase *tcase = tcase_create ("place");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, text_of_places);
  tcase_add_test (tcase, text_counts_records_by_position);
  tcase_add_test (tcase, parsing_is_tolerant_of_blanks_and_case);
  tcase_add_loop_test (tcase, wrong_places_are_explained, 0, G_N_ELEMENTS (wrong));
  tcase_add_test (tcase, order_is_catalogue_then_the_rest);
  tcase_add_test (tcase, what_lies_within_what);
  tcase_add_test (tcase, summary_joins_ranges);
  tcase_add_test (tcase, summary_joins_rectangles);
  tcase_add_test (tcase, summary_follows_numbers_not_ports);
  tcase_add_test (tcase, summary_ends_a_long_list);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
