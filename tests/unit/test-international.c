/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether a class keeps 011 in, read from its tables, and what is entered to make it: every way
 * to block, every way to open again, and the limits of the help.
 */

#include "config.h"

#include "app/core/lint/lintel-international-private.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#define CLASS 15

static LintelCatalogue *catalogue;

static void
load_catalogue (void)
{
  catalogue = lintel_catalogue_new_builtin ();
}

static void
drop_catalogue (void)
{
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

/* CELLS: "21-05-01[15]=1 21-06-01[1]=011". A factory SL2100 otherwise. */
static LintelProject *
make_project (const char *cells)
{
  LintelProject *project = lintel_project_new (catalogue, LINTEL_MODEL_SL2100, "");

  lintel_test_set_cells (project, cells);
  return project;
}

static const char *const blocking[] = {
  "21-05-01[15]=1 21-06-01[1]=011",
  "21-05-01[15]=1 21-06-01[10]=01",
  "21-05-01[15]=1 21-06-01[3]=0",
  "21-05-01[15]=1 21-06-01[3]=@1",
  "21-05-01[15]=1 21-06-01[3]=011@",
  "21-05-06[15]=1 21-06-05[4]=011",
  "21-05-08[15]=2 21-06-07[2,60]=011",
  "21-05-08[15]=2 21-06-07[2,60]=011@@",
  /* Permits that open something else. */
  "21-05-01[15]=1 21-06-01[1]=011 21-05-05[15]=1",
  "21-05-01[15]=1 21-06-01[1]=011 21-05-07[15]=3 21-06-06[3,200]=1@@",
  "21-05-01[15]=1 21-06-01[1]=011 21-05-02[15]=1 21-06-02[20]=012",
  /* Permits that the class does not have. */
  "21-05-01[15]=1 21-06-01[1]=011 21-05-07[15]=3 21-06-06[4,1]=011",
  "21-05-01[15]=1 21-06-01[1]=011 21-06-02[1]=01144",
};

static const char *const open_ways[] = {
  "",
  "21-05-01[15]=1",
  "21-06-01[1]=011",
  "21-05-01[15]=1 21-06-01[1]=0114",
  "21-05-01[15]=1 21-06-01[1]=012",
  "21-05-01[15]=1 21-06-01[1]=11",
  "21-05-08[15]=2 21-06-07[1,1]=011",
  "21-05-08[15]=2 21-06-07[2,1]=0114420",
  "21-05-08[15]=2 21-06-07[2,1]=011@@@@@@@@@",
  "21-05-07[15]=1",
  "21-05-01[15]=1 21-06-01[1]=011 21-05-05[15]=1 21-06-04[1]=0",
  "21-05-01[15]=1 21-06-01[1]=011 21-05-05[15]=1 21-06-04[1]=@",
  "21-05-01[15]=1 21-06-01[1]=011 21-05-07[15]=3 21-06-06[3,200]=011442071",
  "21-05-01[15]=1 21-06-01[1]=011 21-05-07[15]=3 21-06-06[3,200]=@@@4",
  "21-05-01[15]=1 21-06-01[1]=011 21-05-02[15]=1 21-06-02[20]=01144",
  "21-05-06[15]=1 21-06-05[4]=011 21-05-02[15]=1 21-06-02[20]=01144",
};

START_TEST (sees_that_011_is_blocked)
{
  g_autoptr (LintelProject) project = make_project (blocking[_i]);

  ck_assert_msg (lintel_international_is_blocked (project, CLASS), "%s", blocking[_i]);
}
END_TEST

START_TEST (sees_that_011_gets_out)
{
  g_autoptr (LintelProject) project = make_project (open_ways[_i]);

  ck_assert_msg (!lintel_international_is_blocked (project, CLASS), "%s", open_ways[_i]);
}
END_TEST

/* Every open way can be closed, and 911 goes on working in it. */
START_TEST (closes_what_is_open)
{
  g_autoptr (LintelProject) project = make_project (open_ways[_i]);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autoptr (GError) error = NULL;

  ck_assert_msg (lintel_international_block (project, CLASS, edits), "%s", open_ways[_i]);
  ck_assert_uint_gt (edits->len, 0);
  ck_assert (lintel_project_apply (project, "", NULL, edits, &error));
  ck_assert_msg (lintel_international_is_blocked (project, CLASS), "%s", open_ways[_i]);
  g_ptr_array_set_size (edits, 0);
  ck_assert (lintel_international_block (project, CLASS, edits));
  ck_assert_uint_eq (edits->len, 0);
}
END_TEST

static char *
describe_block (const char *cells)
{
  g_autoptr (LintelProject) project = make_project (cells);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  GString *text = g_string_new (NULL);

  if (!lintel_international_block (project, CLASS, edits))
    {
      ck_assert_uint_eq (edits->len, 0);
      g_string_append (text, "cannot");
    }
  for (guint i = 0; i < edits->len; i++)
    {
      const LintelEdit *edit = g_ptr_array_index (edits, i);
      g_autofree char *address = lintel_place_to_string (&edit->place, project);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", address, edit->new_text);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *cells, *block;
} repairs[] = {
  { "", "21-05-01[15]=1 21-06-01[1]=011" },
  { "21-06-01[1]=01", "21-05-01[15]=1" },
  { "21-06-01[1]=0114 21-06-01[2]=00", "21-05-01[15]=1 21-06-01[3]=011" },
  /* A full table: 011 goes over an entry that it covers, the last one here. */
  { "21-06-01[1]=1 21-06-01[2]=2 21-06-01[3]=0114 21-06-01[4]=4 21-06-01[5]=5 21-06-01[6]=6 "
    "21-06-01[7]=0117 21-06-01[8]=8 21-06-01[9]=29 21-06-01[10]=00",
    "21-05-01[15]=1 21-06-01[7]=011" },
  { "21-06-01[1]=1 21-06-01[2]=2 21-06-01[3]=3 21-06-01[4]=4 21-06-01[5]=5 21-06-01[6]=6 "
    "21-06-01[7]=7 21-06-01[8]=8 21-06-01[9]=29 21-06-01[10]=00",
    "cannot" },
  /* A permit table of its own loses the entry, a shared one is taken away. */
  { "21-05-01[15]=1 21-06-01[1]=011 21-05-07[15]=4 21-06-06[4,1]=1 21-06-06[4,2]=011",
    "21-06-06[4,2]=" },
  { "21-05-01[15]=1 21-06-01[1]=011 21-05-07[15]=4 21-05-07[9]=4 21-06-06[4,2]=011",
    "21-05-07[15]=0" },
  { "21-05-01[15]=1 21-06-01[1]=011 21-05-05[15]=1 21-06-04[2]=0", "21-05-05[15]=0" },
  /* The table that would be assigned stops 911 with it. */
  { "21-06-01[1]=9", "cannot" },
  /* The common permit table is all that lets 911 out: it stays, whatever the price. */
  { "21-05-01[15]=1 21-06-01[1]=011 21-06-01[2]=9 21-05-05[15]=1 21-06-04[2]=0", "cannot" },
  { "21-05-01[15]=1 21-06-01[1]=011 21-05-08[15]=1 21-06-07[1,1]=988 21-05-05[15]=1 "
    "21-06-04[2]=0 21-06-04[3]=988",
    "cannot" },
};

START_TEST (enters_no_more_than_it_takes)
{
  g_autofree char *block = describe_block (repairs[_i].cells);

  ck_assert_str_eq (block, repairs[_i].block);
}
END_TEST

START_TEST (knows_the_state_of_the_table)
{
  g_autoptr (LintelProject) factory = make_project ("");
  g_autoptr (LintelProject) part = make_project ("21-06-01[10]=0114");
  g_autoptr (LintelProject) full = make_project ("21-06-01[10]=011");
  g_autoptr (LintelProject) nowhere =
      make_project ("21-05-01[2]=0 21-05-01[3]=0 21-05-01[4]=0 21-05-01[5]=0 21-06-01[1]=011");

  ck_assert (lintel_international_table_is_assigned (factory));
  ck_assert (lintel_international_table_is_empty (factory));
  ck_assert (!lintel_international_table_has_prefix (factory));
  ck_assert (!lintel_international_table_is_empty (part));
  ck_assert (!lintel_international_table_has_prefix (part));
  ck_assert (lintel_international_table_has_prefix (full));
  ck_assert (!lintel_international_table_is_assigned (nowhere));
}
END_TEST

static Suite *
make_suite (void)
{
  Suite *suite = suite_create ("international");
  TCase *tests = tcase_create ("tables");

  tcase_add_checked_fixture (tests, load_catalogue, drop_catalogue);
  tcase_add_loop_test (tests, sees_that_011_is_blocked, 0, G_N_ELEMENTS (blocking));
  tcase_add_loop_test (tests, sees_that_011_gets_out, 0, G_N_ELEMENTS (open_ways));
  tcase_add_loop_test (tests, closes_what_is_open, 0, G_N_ELEMENTS (open_ways));
  tcase_add_loop_test (tests, enters_no_more_than_it_takes, 0, G_N_ELEMENTS (repairs));
  tcase_add_test (tests, knows_the_state_of_the_table);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return lintel_test_run (make_suite ());
}
