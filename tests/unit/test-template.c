/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New projects: what each template and each choice gives. */

#include "config.h"

#include "tests/support/test-support.h"

#include "lintel/xml.h"

#include <string.h>

static LintelCatalogue *catalogue;

static void
set_up (void)
{
  catalogue = lintel_catalogue_new_builtin ();
}

static void
tear_down (void)
{
  lintel_catalogue_unref (catalogue);
}

static LintelProject *
create (LintelModel model, const char *name, int telephones, int first, int last)
{
  g_autoptr (GError) error = NULL;
  LintelProject *project =
      lintel_template_new (catalogue, model, name, telephones, first, last, &error);

  ck_assert_msg (project != NULL, "%s", error != NULL ? error->message : "");
  return project;
}

static int
get (LintelProject *project, const char *program, const char *item, int i, int j)
{
  return lintel_project_get_number (project, lintel_catalogue_find_item (catalogue, program, item),
                                    i, j);
}

static const char *
get_text (LintelProject *project, const char *program, const char *item, int i, int j)
{
  return lintel_project_get (project, lintel_catalogue_find_item (catalogue, program, item), i, j);
}

static guint
count_kind (LintelProject *project, LintelExtensionKind kind)
{
  guint n = 0;

  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, port);

      n += extension != NULL && extension->kind == kind ? 1 : 0;
    }
  return n;
}

static guint
count_cells_set (LintelProject *project)
{
  g_autoptr (LintelProject) plain =
      lintel_project_new (catalogue, lintel_project_get_model (project), "");
  g_autoptr (GPtrArray) edits = lintel_project_diff (plain, project);
  guint n = 0;

  for (guint k = 0; k < edits->len; k++)
    n += ((LintelEdit *) g_ptr_array_index (edits, k))->place.kind == LINTEL_PLACE_CELL ? 1 : 0;
  return n;
}

START_TEST (test_factory)
{
  g_autoptr (LintelProject) project = create (LINTEL_MODEL_SL2100, "factory", 12, 0, 0);

  ck_assert_uint_eq (count_kind (project, LINTEL_EXTENSION_TELEPHONE), 12);
  ck_assert_uint_eq (count_kind (project, LINTEL_EXTENSION_INMAIL), 16);
  ck_assert_uint_eq (count_kind (project, LINTEL_EXTENSION_UNUSED), 100);
  ck_assert_uint_eq (count_kind (project, LINTEL_EXTENSION_PILOT), 1);
  ck_assert_str_eq (lintel_project_get_extension (project, 12)->number, "112");
  ck_assert_str_eq (lintel_project_get_extension (project, 113)->number, "213");
  ck_assert_int_eq (lintel_project_get_extension (project, 128)->kind, LINTEL_EXTENSION_INMAIL);
  ck_assert_ptr_nonnull (lintel_project_find_extension (project, "3999"));
  ck_assert_uint_eq (count_cells_set (project), 0);
}
END_TEST

START_TEST (test_new_project_has_no_past)
{
  g_autoptr (LintelProject) project = create (LINTEL_MODEL_SL2100, "hardened", 1, 0, 0);
  const LintelPlace place =
      lintel_place_cell (lintel_catalogue_find_item (catalogue, "21-05", "01"), 15, 1);

  ck_assert_ptr_null (lintel_project_get_undo_label (project));
  ck_assert (!lintel_project_undo (project));
  ck_assert_int_eq (lintel_project_get_line (project, &place), 0);
}
END_TEST

static void
expect_inmail_restricted (LintelProject *project)
{
  for (int port = 1; port <= LINTEL_PORT_LAST_STATION; port++)
    {
      gboolean is_inmail =
          lintel_project_get_extension (project, port)->kind == LINTEL_EXTENSION_INMAIL;

      for (int mode = 1; mode <= 8; mode++)
        ck_assert_int_eq (get (project, "21-04", "01", port, mode), is_inmail ? 15 : 2);
    }
}

static void
expect_tip_carried_out (LintelProject *project, int telephones)
{
  for (int box = 1; box <= 128; box++)
    ck_assert_int_eq (get (project, "47-02", "01", box, 1), box <= telephones ? 1 : 0);
  for (int group = 1; group <= 32; group++)
    ck_assert_int_eq (get (project, "47-03", "03", group, 1), 0);
  expect_inmail_restricted (project);
  ck_assert_int_eq (get (project, "21-05", "01", 15, 1), 1);
  ck_assert_int_eq (get (project, "21-05", "01", 2, 1), 1);
  ck_assert_int_eq (get (project, "21-05", "05", 15, 1), 1);
  ck_assert_int_eq (get (project, "21-05", "05", 2, 1), 1);
  ck_assert_str_eq (get_text (project, "21-06", "01", 1, 1), "011");
  ck_assert_str_eq (get_text (project, "21-06", "01", 2, 1), "01");
  ck_assert_str_eq (get_text (project, "21-06", "04", 1, 1), "911");
  ck_assert_str_eq (get_text (project, "21-06", "04", 10, 1), "988");
}

START_TEST (test_hardened)
{
  g_autoptr (LintelProject) sl2100 = create (LINTEL_MODEL_SL2100, "hardened", 20, 0, 0);
  g_autoptr (LintelProject) sl1100 = create (LINTEL_MODEL_SL1100, "hardened", 30, 165, 168);
  g_autoptr (GPtrArray) codes = lintel_project_list_codes (sl2100);

  ck_assert_uint_eq (count_kind (sl2100, LINTEL_EXTENSION_INMAIL), 16);
  ck_assert_uint_eq (count_kind (sl1100, LINTEL_EXTENSION_INMAIL), 4);
  ck_assert_uint_eq (count_kind (sl1100, LINTEL_EXTENSION_PILOT), 0);
  expect_tip_carried_out (sl2100, 20);
  expect_tip_carried_out (sl1100, 30);
  ck_assert_uint_eq (codes->len, 0);
}
END_TEST

/* The class goes with the port's use, not with the template's numbers. */
START_TEST (test_inmail_elsewhere)
{
  g_autoptr (LintelProject) project = create (LINTEL_MODEL_SL2100, "hardened", 100, 201, 204);

  ck_assert_int_eq (lintel_project_get_extension (project, 101)->kind, LINTEL_EXTENSION_INMAIL);
  ck_assert_int_eq (lintel_project_get_extension (project, 113)->kind, LINTEL_EXTENSION_UNUSED);
  expect_inmail_restricted (project);
}
END_TEST

/* More telephones than mailboxes that the factory switches on. */
START_TEST (test_all_telephones)
{
  g_autoptr (LintelProject) project = create (LINTEL_MODEL_SL2100, "hardened", 112, 0, 0);

  ck_assert_uint_eq (count_kind (project, LINTEL_EXTENSION_TELEPHONE), 112);
  expect_tip_carried_out (project, 64);
}
END_TEST

START_TEST (test_refused)
{
  const struct
  {
    LintelModel model;
    const char *name;
    int telephones, first, last;
    const char *why;
  } cases[] = {
    { LINTEL_MODEL_SL1100, "factory", 8, 0, 0, "InMail" },
    { LINTEL_MODEL_SL2100, "secure", 8, 0, 0, "no template “secure”" },
    { LINTEL_MODEL_SL2100, "../factory", 8, 0, 0, "no template" },
    { LINTEL_MODEL_SL2100, "factory", -1, 0, 0, "0 to 128" },
    { LINTEL_MODEL_SL2100, "factory", 129, 0, 0, "0 to 128" },
    { LINTEL_MODEL_SL2100, "factory", 113, 0, 0, "InMail starts at 213" },
    { LINTEL_MODEL_SL2100, "factory", 0, 216, 213, "216-213" },
    { LINTEL_MODEL_SL2100, "factory", 0, 100, 103, "between 101 and 228" },
    { LINTEL_MODEL_SL2100, "factory", 0, 225, 229, "between 101 and 228" },
    { LINTEL_MODEL_SL2100, "factory", 0, 201, 217, "up to 16" },
  };

  for (gsize n = 0; n < G_N_ELEMENTS (cases); n++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_ptr_null (lintel_template_new (catalogue, cases[n].model, cases[n].name,
                                               cases[n].telephones, cases[n].first, cases[n].last,
                                               &error));
      ck_assert (g_error_matches (error, LINTEL_PROJECT_ERROR, LINTEL_PROJECT_ERROR_VALUE));
      ck_assert_msg (strstr (error->message, cases[n].why) != NULL, "“%s” does not say “%s”",
                     error->message, cases[n].why);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("template");
  TCase *tests = tcase_create ("projects");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, test_factory);
  tcase_add_test (tests, test_new_project_has_no_past);
  tcase_add_test (tests, test_hardened);
  tcase_add_test (tests, test_inmail_elsewhere);
  tcase_add_test (tests, test_all_telephones);
  tcase_add_test (tests, test_refused);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
