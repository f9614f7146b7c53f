/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of things kept aside when the project around them changes; and codes left out. */

#include "config.h"

#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include "lintel/xml.h"

#include <string.h>

#define HEAD                                                                                       \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                   \
  "<lintel xmlns=\"urn:lintel:project:1\" model=\"sl2100\" version=\"\""                           \
  " numbering=\"nanp\">\n"
#define TAIL "</lintel>\n"

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
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  LintelProject *project = lintel_xml_read_bytes (catalogue, bytes, "made.xml", &error);

  ck_assert_msg (project != NULL, "%s", error != NULL ? error->message : "");
  return project;
}

static char *
write_text (LintelProject *project, gboolean with_codes)
{
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (project, with_codes);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
expect_text (LintelProject *project, const char *expected)
{
  g_autofree char *text = write_text (project, TRUE);

  ck_assert_str_eq (text, expected);
}

/* The user has decided; undo takes the decision back. */
START_TEST (test_changing_a_place_drops_what_was_kept_for_it)
{
  static const char before[] = HEAD "  <program number=\"21-05\">\n"
                                    "    <set item=\"01\" class=\"2\">1</set>\n"
                                    "    <set item=\"01\" class=\"3\">7</set>\n"
                                    "    <set item=\"01\" class=\"2\">0</set>\n"
                                    "  </program>\n" TAIL;
  g_autoptr (LintelProject) project = read_text (before);

  lintel_test_set (project, "21-05-01[3]", "1");
  expect_text (project, HEAD "  <program number=\"21-05\">\n"
                             "    <set item=\"01\" class=\"2\">1</set>\n"
                             "    <set item=\"01\" class=\"3\">1</set>\n"
                             "    <set item=\"01\" class=\"2\">0</set>\n"
                             "  </program>\n" TAIL);
  /* To confirm the value that it has is a decision too. */
  lintel_test_set (project, "21-05-01[2]", "1");
  expect_text (project, HEAD "  <program number=\"21-05\">\n"
                             "    <set item=\"01\" class=\"2\">1</set>\n"
                             "    <set item=\"01\" class=\"3\">1</set>\n"
                             "  </program>\n" TAIL);
  ck_assert (lintel_project_undo (project));
  ck_assert (lintel_project_undo (project));
  expect_text (project, before);
}
END_TEST

START_TEST (test_comments_outlive_their_line)
{
  g_autoptr (LintelProject) project = read_text (HEAD "  <!-- the classes -->\n"
                                                      "  <program number=\"21-05\">\n"
                                                      "    <!-- telephones -->\n"
                                                      "    <set item=\"01\" class=\"2\">1</set>\n"
                                                      "    <!-- InMail -->\n"
                                                      "    <set item=\"01\" class=\"15\">1</set>\n"
                                                      "  </program>\n" TAIL);

  lintel_test_set (project, "21-05-01[2]", NULL);
  lintel_test_set (project, "21-05-01[1]", "1");
  expect_text (project, HEAD "  <!-- the classes -->\n"
                             "  <program number=\"21-05\">\n"
                             "    <set item=\"01\" class=\"1\">1</set>\n"
                             "    <!-- InMail -->\n"
                             "    <set item=\"01\" class=\"15\">1</set>\n"
                             "    <!-- telephones -->\n"
                             "  </program>\n" TAIL);
}
END_TEST

START_TEST (test_comments_follow_a_renumbered_extension)
{
  g_autoptr (LintelProject) project =
      read_text (HEAD "  <extensions>\n"
                      "    <!-- moved upstairs -->\n"
                      "    <extension port=\"1\" number=\"101\" kind=\"telephone\"/>\n"
                      "  </extensions>\n"
                      "  <program number=\"21-04\">\n"
                      "    <!-- no long distance -->\n"
                      "    <set item=\"01\" extension=\"101\" mode=\"1\">3</set>\n"
                      "  </program>\n" TAIL);

  lintel_test_set (project, "extension[1].number", "555");
  expect_text (project, HEAD "  <extensions>\n"
                             "    <!-- moved upstairs -->\n"
                             "    <extension port=\"1\" number=\"555\" kind=\"telephone\"/>\n"
                             "  </extensions>\n"
                             "  <program number=\"21-04\">\n"
                             "    <!-- no long distance -->\n"
                             "    <set item=\"01\" extension=\"555\" mode=\"1\">3</set>\n"
                             "  </program>\n" TAIL);
}
END_TEST

/* The finding says that the extension may be added, so doing that has to be enough; and the file
 * can be saved on the way. */
START_TEST (test_a_stranger_comes_to_life)
{
  g_autofree char *folder = lintel_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "office.xml", NULL);
  g_autoptr (LintelProject) again = NULL;
  g_autoptr (GPtrArray) strays = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelProject) project =
      read_text (HEAD "  <program number=\"21-04\">\n"
                      "    <set item=\"01\" extension=\"101\" mode=\"1\">3</set>\n"
                      "  </program>\n" TAIL);

  lintel_test_set (project, "extension[1].number", "101");
  ck_assert_msg (lintel_xml_write_file (project, path, &error), "%s",
                 error != NULL ? error->message : "");
  again = lintel_xml_read_file (catalogue, path, NULL);
  strays = lintel_project_list_strays (again);
  ck_assert_uint_eq (strays->len, 0);
  ck_assert_str_eq (
      lintel_project_get (again, lintel_catalogue_find_item (catalogue, "21-04", "01"), 1, 1), "3");
  lintel_test_remove_folder (folder);
}
END_TEST

/* What the user set wins over what was kept aside for an extension that did not exist. */
START_TEST (test_a_stranger_does_not_win)
{
  g_autoptr (LintelProject) again = NULL;
  g_autofree char *text = NULL;
  g_autoptr (LintelProject) project =
      read_text (HEAD "  <program number=\"21-04\">\n"
                      "    <set item=\"01\" extension=\"101\" mode=\"1\">3</set>\n"
                      "  </program>\n" TAIL);

  lintel_test_set (project, "extension[1].number", "101");
  lintel_test_set (project, "21-04-01[101,1]", "15");
  text = write_text (project, TRUE);
  again = read_text (text);
  ck_assert_str_eq (
      lintel_project_get (again, lintel_catalogue_find_item (catalogue, "21-04", "01"), 1, 1),
      "15");
}
END_TEST

START_TEST (test_codes_left_out)
{
  g_autoptr (LintelProject) project =
      read_text (HEAD "  <codes a:b=\"4821\" xmlns:a=\"urn:a\"><!-- 4821 -->"
                      "<code mailbox=\"101\" state=\"set\">4821</code>"
                      "<code mailbox=\"102\" state=\"set\">4821482148214821</code>"
                      "<code mailbox=\"101\" state=\"set\">4821</code>"
                      "<kode>4821</kode></codes>\n" TAIL);
  g_autofree char *with = write_text (project, TRUE);
  g_autofree char *without = write_text (project, FALSE);

  ck_assert (strstr (with, "<code mailbox=\"101\" state=\"set\">4821</code>") != NULL);
  ck_assert_str_eq (without, HEAD TAIL);
}
END_TEST

START_TEST (test_lines)
{
  g_autoptr (LintelProject) project =
      read_text (HEAD "  <extensions>\n"
                      "    <extension port=\"1\" number=\"101\" kind=\"telephone\"/>\n"
                      "  </extensions>\n"
                      "  <program number=\"21-05\">\n"
                      "    <set item=\"01\"\n"
                      "         class=\"2\">1</set>\n"
                      "  </program>\n"
                      "  <codes><code mailbox=\"101\" state=\"none\"/></codes>\n" TAIL);
  const struct
  {
    const char *address;
    int line;
  } cases[] = {
    { "extension[1].name", 4 }, { "21-05-01[2]", 7 }, { "21-05-01[3]", 6 },
    { "code[101]", 10 },        { "notes", 0 },
  };

  for (gsize n = 0; n < G_N_ELEMENTS (cases); n++)
    {
      LintelPlace place;

      ck_assert (lintel_place_parse (cases[n].address, project, &place, NULL));
      ck_assert_msg (lintel_project_get_line (project, &place) == cases[n].line, "%s is in line %d",
                     cases[n].address, lintel_project_get_line (project, &place));
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("xml");
  TCase *tests = tcase_create ("changes");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, test_changing_a_place_drops_what_was_kept_for_it);
  tcase_add_test (tests, test_comments_outlive_their_line);
  tcase_add_test (tests, test_comments_follow_a_renumbered_extension);
  tcase_add_test (tests, test_a_stranger_comes_to_life);
  tcase_add_test (tests, test_a_stranger_does_not_win);
  tcase_add_test (tests, test_codes_left_out);
  tcase_add_test (tests, test_lines);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
