/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a project holds, what it refuses, what an edit implies, how it is filled and compared. */

#include "config.h"

#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include "app/core/project/lintel-project-private.h"

#include <string.h>

static LintelCatalogue *catalogue;
static LintelProject *project;

static void
set_up (void)
{
  catalogue = lintel_catalogue_new_builtin ();
  project = lintel_project_new (catalogue, LINTEL_MODEL_SL2100, "");
}

static void
tear_down (void)
{
  g_clear_object (&project);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

static const LintelItem *
item (const char *program, const char *id)
{
  const LintelItem *found = lintel_catalogue_find_item (catalogue, program, id);

  ck_assert_ptr_nonnull (found);
  return found;
}

static void
assert_refused (LintelPlace place, const char *text, LintelProjectError code, const char *says)
{
  g_autoptr (LintelProject) before = lintel_project_copy (project);
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (GError) error = NULL;

  ck_assert_msg (!lintel_project_set (project, "Set", &place, text, &error), "%s was taken", text);
  ck_assert_msg (g_error_matches (error, LINTEL_PROJECT_ERROR, (int) code), "%s", error->message);
  ck_assert_msg (strstr (error->message, says) != NULL, "%s", error->message);
  changed = lintel_project_diff (before, project);
  ck_assert_uint_eq (changed->len, 0);
}

static void
add_extension (int port, const char *number, const char *kind)
{
  LintelPlace place = lintel_place_extension (port, LINTEL_FIELD_NUMBER);

  ck_assert (lintel_project_set (project, "Add", &place, number, NULL));
  place.field = LINTEL_FIELD_KIND;
  ck_assert (lintel_project_set (project, "Add", &place, kind, NULL));
}

START_TEST (a_new_project_is_at_its_defaults)
{
  ck_assert_str_eq (lintel_project_get (project, item ("21-06", "03"), 1, 1), "30");
  ck_assert_int_eq (lintel_project_get_number (project, item ("21-05", "01"), 2, 1), 1);
  ck_assert_str_eq (lintel_project_get (project, item ("21-06", "01"), 1, 1), "");
  ck_assert (!lintel_project_is_set (project, item ("21-06", "03"), 1, 1));
  ck_assert_str_eq (lintel_project_get_numbering (project), "nanp");
  ck_assert_str_eq (lintel_project_get_version (project), "");
  ck_assert_int_eq (lintel_project_get_model (project), LINTEL_MODEL_SL2100);
  ck_assert (!lintel_project_is_dirty (project));
  ck_assert_ptr_null (lintel_project_get_extension (project, 1));
  ck_assert_ptr_null (lintel_project_get_extension (project, 0));
  ck_assert_ptr_null (lintel_project_get_extension (project, 229));
}
END_TEST

START_TEST (no_text_is_default_and_blank_is_a_value)
{
  LintelPlace place = lintel_test_place (project, "21-06-05[1]");
  const char *factory = lintel_project_get (project, place.item, 1, 1);

  ck_assert_str_eq (factory, "900");
  lintel_test_set (project, "21-06-05[1]", "");
  ck_assert_str_eq (lintel_project_get (project, place.item, 1, 1), "");
  ck_assert_str_eq (lintel_project_get_text (project, &place), "");
  lintel_test_set (project, "21-06-05[1]", NULL);
  ck_assert_str_eq (lintel_project_get (project, place.item, 1, 1), "900");
  ck_assert_ptr_null (lintel_project_get_text (project, &place));
}
END_TEST

START_TEST (cells_refuse_what_does_not_fit)
{
  add_extension (113, "213", "inmail");
  assert_refused (lintel_test_place (project, "21-04-01[213,1]"), "16", LINTEL_PROJECT_ERROR_VALUE,
                  "21-04-01[213,1]");
  assert_refused (lintel_test_place (project, "21-04-01[213,1]"), "", LINTEL_PROJECT_ERROR_VALUE,
                  "21-04-01[213,1]");
  assert_refused (lintel_test_place (project, "21-06-01[1]"), "01x", LINTEL_PROJECT_ERROR_VALUE,
                  "0-9");
  assert_refused (lintel_test_place (project, "21-06-01[1]"), "01144", LINTEL_PROJECT_ERROR_VALUE,
                  "01144");
  assert_refused (lintel_place_cell (item ("21-06", "01"), 11, 1), "1", LINTEL_PROJECT_ERROR_PLACE,
                  "no such cell");
  assert_refused (lintel_place_cell (item ("21-06", "01"), 0, 1), "1", LINTEL_PROJECT_ERROR_PLACE,
                  "no such cell");
  assert_refused (lintel_place_row (item ("21-05", "01")->program, 1), "1",
                  LINTEL_PROJECT_ERROR_PLACE, "21-05[1]");
}
END_TEST

START_TEST (cells_of_another_model_are_refused)
{
  g_clear_object (&project);
  project = lintel_project_new (catalogue, LINTEL_MODEL_SL1100, "3.00");
  ck_assert (!lintel_project_has_cell (project, item ("47-02", "01"), 121, 1));
  ck_assert (lintel_project_has_cell (project, item ("47-02", "01"), 120, 1));
  assert_refused (lintel_place_cell (item ("47-02", "01"), 121, 1), "0", LINTEL_PROJECT_ERROR_PLACE,
                  "SL1100");
}
END_TEST

START_TEST (classes_need_an_extension_that_has_one)
{
  LintelPlace cell = lintel_place_cell (item ("21-04", "01"), 5, 1);

  ck_assert (!lintel_project_has_cell (project, cell.item, 5, 1));
  assert_refused (cell, "15", LINTEL_PROJECT_ERROR_PLACE, "Extensions");
  add_extension (5, "105", "telephone");
  ck_assert (lintel_project_has_cell (project, cell.item, 5, 1));
  ck_assert (!lintel_project_has_cell (project, cell.item, 5, 9));
  lintel_test_set (project, "21-04-01[105,1]", "15");
  lintel_test_set (project, "extension[5].kind", "pilot");
  ck_assert (!lintel_project_has_cell (project, cell.item, 5, 1));
  ck_assert (!lintel_project_is_set (project, cell.item, 5, 1));
  assert_refused (cell, "15", LINTEL_PROJECT_ERROR_PLACE, "pilot");
}
END_TEST

START_TEST (extensions_are_found_by_number_and_port)
{
  const LintelExtension *extension;

  add_extension (113, "213", "inmail");
  extension = lintel_project_find_extension (project, "213");
  ck_assert_ptr_nonnull (extension);
  ck_assert_int_eq (extension->port, 113);
  ck_assert_int_eq (extension->kind, LINTEL_EXTENSION_INMAIL);
  ck_assert_str_eq (extension->name, "");
  lintel_test_set (project, "extension[113].name", "Voice mail");
  ck_assert_str_eq (lintel_project_get_extension (project, 113)->name, "Voice mail");
  lintel_test_set (project, "extension[113].number", "300");
  ck_assert_ptr_null (lintel_project_find_extension (project, "213"));
  ck_assert_int_eq (lintel_project_find_extension (project, "300")->port, 113);
}
END_TEST

START_TEST (renumbering_keeps_the_classes)
{
  add_extension (113, "213", "inmail");
  lintel_test_set (project, "21-04-01[213,2]", "15");
  lintel_test_set (project, "extension[113].number", "313");
  ck_assert_str_eq (lintel_project_get (project, item ("21-04", "01"), 113, 2), "15");
}
END_TEST

START_TEST (two_extensions_can_swap_numbers)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  LintelPlace first = lintel_place_extension (1, LINTEL_FIELD_NUMBER);
  LintelPlace second = lintel_place_extension (2, LINTEL_FIELD_NUMBER);

  add_extension (1, "101", "telephone");
  add_extension (2, "102", "telephone");
  assert_refused (first, "102", LINTEL_PROJECT_ERROR_VALUE, "port 2");
  lintel_edits_add (edits, &first, "102");
  lintel_edits_add (edits, &second, "101");
  ck_assert (lintel_project_apply (project, "Swap", NULL, edits, NULL));
  ck_assert_int_eq (lintel_project_find_extension (project, "101")->port, 2);
  ck_assert_int_eq (lintel_project_find_extension (project, "102")->port, 1);
}
END_TEST

START_TEST (extensions_refuse_what_does_not_fit)
{
  static const struct
  {
    const char *address, *text;
    LintelProjectError code;
    const char *mention;
  } refused[] = {
    { "extension[1].number", "", LINTEL_PROJECT_ERROR_VALUE, "1 to 8 digits" },
    { "extension[1].number", "10a", LINTEL_PROJECT_ERROR_VALUE, "1 to 8" },
    { "extension[1].number", "123456789", LINTEL_PROJECT_ERROR_VALUE, "1 to 8" },
    { "extension[1].kind", "fax", LINTEL_PROJECT_ERROR_VALUE, "telephone" },
    { "extension[1].name", "a\nb", LINTEL_PROJECT_ERROR_VALUE, "characters" },
    { "extension[1].name", "a\xff", LINTEL_PROJECT_ERROR_VALUE, "characters" },
    { "extension[1].name", "\xef\xbf\xbf", LINTEL_PROJECT_ERROR_VALUE, "characters" },
    { "extension[2].name", "Nobody", LINTEL_PROJECT_ERROR_VALUE, "number" },
    { "extension[1]", "101", LINTEL_PROJECT_ERROR_PLACE, ".number" },
  };

  add_extension (1, "101", "telephone");
  for (gsize n = 0; n < G_N_ELEMENTS (refused); n++)
    assert_refused (lintel_test_place (project, refused[n].address), refused[n].text,
                    refused[n].code, refused[n].mention);
  assert_refused (lintel_place_extension (229, LINTEL_FIELD_NUMBER), "1",
                  LINTEL_PROJECT_ERROR_PLACE, "extension[229]");
  assert_refused (lintel_place_extension (1, LINTEL_FIELD_RULE), "1", LINTEL_PROJECT_ERROR_PLACE,
                  "extension[1].rule");
}
END_TEST

START_TEST (a_group_that_does_not_fit_leaves_nothing)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autoptr (GError) error = NULL;
  LintelPlace name = lintel_place_customer (LINTEL_FIELD_NAME);
  LintelPlace number = lintel_place_extension (1, LINTEL_FIELD_NUMBER);
  LintelPlace code = lintel_place_code ("101");
  LintelPlace entry = lintel_test_place (project, "21-06-01[1]");

  lintel_edits_add (edits, &name, "Acme");
  lintel_edits_add (edits, &number, "101");
  lintel_edits_add (edits, &code, "1234");
  lintel_edits_add (edits, &entry, "far too long");
  ck_assert (!lintel_project_apply (project, "Group", NULL, edits, &error));
  ck_assert_ptr_null (lintel_project_get_text (project, &name));
  ck_assert_ptr_null (lintel_project_find_extension (project, "101"));
  ck_assert_int_eq (lintel_project_get_code (project, "101", NULL), LINTEL_CODE_UNKNOWN);
  ck_assert_ptr_null (lintel_project_get_undo_label (project));
  ck_assert (!lintel_project_is_dirty (project));
}
END_TEST

START_TEST (codes_are_unknown_none_or_set)
{
  g_autoptr (GPtrArray) list = NULL;
  const char *code = NULL;

  ck_assert_int_eq (lintel_project_get_code (project, "101", &code), LINTEL_CODE_UNKNOWN);
  ck_assert_str_eq (code, "");
  lintel_test_set (project, "code[101]", "");
  ck_assert_int_eq (lintel_project_get_code (project, "101", &code), LINTEL_CODE_NONE);
  lintel_test_set (project, "code[101]", "4821");
  ck_assert_int_eq (lintel_project_get_code (project, "101", &code), LINTEL_CODE_SET);
  ck_assert_str_eq (code, "4821");
  lintel_test_set (project, "code[1000]", "12");
  lintel_test_set (project, "code[99]", "not a code");
  list = lintel_project_list_codes (project);
  ck_assert_uint_eq (list->len, 3);
  ck_assert_str_eq (list->pdata[0], "99");
  ck_assert_str_eq (list->pdata[1], "101");
  ck_assert_str_eq (list->pdata[2], "1000");
  lintel_test_set (project, "code[101]", NULL);
  ck_assert_int_eq (lintel_project_get_code (project, "101", NULL), LINTEL_CODE_UNKNOWN);
}
END_TEST

START_TEST (codes_keep_fourteen_characters)
{
  lintel_test_set (project, "code[101]", "éééééééééééééé");
  assert_refused (lintel_test_place (project, "code[101]"), "123456789012345",
                  LINTEL_PROJECT_ERROR_VALUE, "14");
  assert_refused (lintel_test_place (project, "code[101]"), "12\t4", LINTEL_PROJECT_ERROR_VALUE,
                  "characters");
}
END_TEST

START_TEST (notes_have_lines)
{
  LintelPlace notes = lintel_place_notes ();

  lintel_test_set (project, "notes", "one\r\ntwo\rthree\n\tfour");
  ck_assert_str_eq (lintel_project_get_text (project, &notes), "one\ntwo\nthree\n\tfour");
  assert_refused (notes, "a\x01", LINTEL_PROJECT_ERROR_VALUE, "characters");
}
END_TEST

START_TEST (records_come_and_go)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const LintelAcceptance *acceptance;

  ck_assert_int_eq (lintel_project_next_id (project, LINTEL_PLACE_ACCEPTANCE), 1);
  lintel_test_set (project, "accepted[1].rule", "premium-reachable");
  lintel_test_set (project, "accepted[1].until", "whenever");
  lintel_test_set (project, "accepted[2].rule", "other");
  lintel_test_set (project, "dial-test[1].number", "011");
  list = lintel_project_list_acceptances (project);
  ck_assert_uint_eq (list->len, 2);
  acceptance = list->pdata[0];
  ck_assert_int_eq (acceptance->id, 1);
  ck_assert_str_eq (acceptance->rule, "premium-reachable");
  ck_assert_str_eq (acceptance->until, "whenever");
  ck_assert_str_eq (acceptance->by, "");
  lintel_test_set (project, "accepted[1]", NULL);
  after = lintel_project_list_acceptances (project);
  ck_assert_uint_eq (after->len, 1);
  ck_assert_int_eq (((LintelAcceptance *) after->pdata[0])->id, 2);
  ck_assert_int_eq (lintel_project_next_id (project, LINTEL_PLACE_ACCEPTANCE), 3);
  assert_refused (lintel_place_record (LINTEL_PLACE_ACCEPTANCE, 1000000, LINTEL_FIELD_RULE), "x",
                  LINTEL_PROJECT_ERROR_PLACE, "accepted");
}
END_TEST

/* Filling. */

static int
load_stray (const LintelPlace *target)
{
  LintelStray *stray = g_new0 (LintelStray, 1);

  stray->kind = LINTEL_STRAY_OUT_OF_RANGE;
  stray->xml = g_strdup ("<set/>");
  stray->line = 40;
  stray->has_target = target != NULL;
  if (target != NULL)
    stray->target = *target;
  return lintel_project_add_stray (project, stray);
}

START_TEST (loading_has_no_history)
{
  LintelPlace number = lintel_place_extension (1, LINTEL_FIELD_NUMBER);
  LintelPlace twice = lintel_place_extension (2, LINTEL_FIELD_NUMBER);
  LintelPlace name = lintel_place_extension (2, LINTEL_FIELD_NAME);
  g_autoptr (GError) error = NULL;

  ck_assert (lintel_project_load_text (project, &number, "101", 7, NULL));
  ck_assert (!lintel_project_load_text (project, &twice, "101", 8, &error));
  ck_assert (g_error_matches (error, LINTEL_PROJECT_ERROR, LINTEL_PROJECT_ERROR_VALUE));
  ck_assert_ptr_null (lintel_project_get_extension (project, 2));
  ck_assert (!lintel_project_load_text (project, &name, "Nobody", 8, NULL));
  ck_assert_ptr_null (lintel_project_get_text (project, &name));
  lintel_project_set_numbering (project, "other");
  lintel_project_end_load (project);
  ck_assert (!lintel_project_is_dirty (project));
  ck_assert_ptr_null (lintel_project_get_undo_label (project));
  ck_assert_str_eq (lintel_project_get_numbering (project), "other");
}
END_TEST

START_TEST (lines_of_the_file)
{
  LintelPlace cell = lintel_test_place (project, "21-05-01[2]"),
              other = lintel_test_place (project, "21-05-02[2]");
  LintelPlace row = lintel_test_place (project, "21-05[2]"),
              empty_row = lintel_test_place (project, "21-05[3]");
  LintelPlace record = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, 1, LINTEL_FIELD_NONE);
  LintelPlace rule = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, 1, LINTEL_FIELD_RULE);
  LintelPlace stray =
      lintel_place_record (LINTEL_PLACE_STRAY, load_stray (NULL), LINTEL_FIELD_NONE);
  g_autoptr (LintelProject) copy = NULL;

  ck_assert_int_eq (lintel_project_get_line (project, &cell), 0);
  ck_assert (lintel_project_load_text (project, &cell, "0", 12, NULL));
  lintel_project_load_line (project, &record, 30);
  lintel_project_load_program_line (project, cell.program, 11);
  copy = lintel_project_copy (project);
  ck_assert_int_eq (lintel_project_get_line (copy, &cell), 12);
  ck_assert_int_eq (lintel_project_get_line (copy, &row), 12);
  ck_assert_int_eq (lintel_project_get_line (copy, &other), 11);
  ck_assert_int_eq (lintel_project_get_line (copy, &empty_row), 11);
  ck_assert_int_eq (lintel_project_get_line (copy, &rule), 30);
  ck_assert_int_eq (lintel_project_get_line (copy, &stray), 40);
}
END_TEST

START_TEST (strays_go_when_their_place_changes)
{
  LintelPlace entry = lintel_test_place (project, "21-06-01[1]"),
              other = lintel_test_place (project, "21-06-01[2]");
  int id = load_stray (&entry), kept = load_stray (NULL);

  lintel_test_set (project, "21-06-01[2]", "01");
  ck_assert_ptr_nonnull (lintel_project_get_stray (project, id));
  lintel_test_set (project, "21-06-01[1]", NULL);
  ck_assert_ptr_null (lintel_project_get_stray (project, id));
  ck_assert_ptr_nonnull (lintel_project_get_stray (project, kept));
  ck_assert (lintel_project_is_dirty (project));
  lintel_project_undo (project);
  ck_assert_ptr_nonnull (lintel_project_get_stray (project, id));
  ck_assert (!lintel_project_is_unsaved (project, &entry));
  ck_assert (lintel_project_is_unsaved (project, &other));
}
END_TEST

START_TEST (strays_are_removed_but_not_changed)
{
  LintelPlace stray =
      lintel_place_record (LINTEL_PLACE_STRAY, load_stray (NULL), LINTEL_FIELD_NONE);
  g_autoptr (LintelProject) copy = lintel_project_copy (project);
  g_autoptr (GPtrArray) list = NULL;

  assert_refused (stray, "<other/>", LINTEL_PROJECT_ERROR_VALUE, "removed");
  ck_assert (lintel_project_set (project, "Remove", &stray, NULL, NULL));
  list = lintel_project_list_strays (copy);
  ck_assert_uint_eq (list->len, 1);
  ck_assert_ptr_null (lintel_project_get_stray (project, 1));
  ck_assert_ptr_null (lintel_project_get_stray (project, 2));
}
END_TEST

START_TEST (strays_go_with_their_extension)
{
  LintelPlace number = lintel_place_extension (1, LINTEL_FIELD_NUMBER);
  LintelPlace whole = lintel_place_extension (1, LINTEL_FIELD_NONE);
  LintelPlace kind = lintel_place_extension (1, LINTEL_FIELD_KIND);
  LintelPlace cell = lintel_place_cell (item ("21-04", "01"), 1, 1);
  g_autoptr (GPtrArray) list = NULL;

  ck_assert (lintel_project_load_text (project, &number, "101", 7, NULL));
  load_stray (&whole);
  load_stray (&kind);
  load_stray (&cell);
  ck_assert (lintel_project_set (project, "Remove", &number, NULL, NULL));
  list = lintel_project_list_strays (project);
  ck_assert_uint_eq (list->len, 0);
}
END_TEST

START_TEST (kinds_have_ids)
{
  LintelExtensionKind kind;

  for (int k = 0; k < LINTEL_N_EXTENSION_KINDS; k++)
    {
      ck_assert (lintel_extension_kind_from_id (
          lintel_extension_kind_to_id ((LintelExtensionKind) k), &kind));
      ck_assert_int_eq (kind, k);
      ck_assert_str_ne (lintel_extension_kind_get_title (kind), "");
    }
  ck_assert (!lintel_extension_kind_from_id ("fax", &kind));
}
END_TEST

static void
add_cases (TCase *tcase)
{
  tcase_add_test (tcase, a_new_project_is_at_its_defaults);
  tcase_add_test (tcase, no_text_is_default_and_blank_is_a_value);
  tcase_add_test (tcase, cells_refuse_what_does_not_fit);
  tcase_add_test (tcase, cells_of_another_model_are_refused);
  tcase_add_test (tcase, classes_need_an_extension_that_has_one);
  tcase_add_test (tcase, extensions_are_found_by_number_and_port);
  tcase_add_test (tcase, renumbering_keeps_the_classes);
  tcase_add_test (tcase, two_extensions_can_swap_numbers);
  tcase_add_test (tcase, extensions_refuse_what_does_not_fit);
  tcase_add_test (tcase, a_group_that_does_not_fit_leaves_nothing);
  tcase_add_test (tcase, codes_are_unknown_none_or_set);
  tcase_add_test (tcase, codes_keep_fourteen_characters);
  tcase_add_test (tcase, notes_have_lines);
  tcase_add_test (tcase, records_come_and_go);
  tcase_add_test (tcase, loading_has_no_history);
  tcase_add_test (tcase, lines_of_the_file);
  tcase_add_test (tcase, strays_go_when_their_place_changes);
  tcase_add_test (tcase, strays_are_removed_but_not_changed);
  tcase_add_test (tcase, strays_go_with_their_extension);
  tcase_add_test (tcase, kinds_have_ids);
}

int
main (void)
{
  Suite *suite = suite_create ("project");
  TCase *tcase = tcase_create ("project");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  add_cases (tcase);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
