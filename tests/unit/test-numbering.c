/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbering plans: the built-in ones, the patterns, and what a wrong file is told. */

#include "lintel/dial.h"
#include "tests/support/test-support.h"

#include <string.h>

START_TEST (knows_the_built_in_plans)
{
  g_auto (GStrv) ids = lintel_numbering_list ();
  g_autofree char *text = g_strjoinv (" ", ids);

  ck_assert_str_eq (text, "australia nanp");
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const LintelNumberingPlan *plan = lintel_numbering_find (ids[i]);

      ck_assert_ptr_nonnull (plan);
      ck_assert_str_eq (plan->id, ids[i]);
      ck_assert_ptr_eq (plan, lintel_numbering_find (ids[i]));
      ck_assert_str_ne (lintel_numbering_plan_get_name (plan), "");
      for (guint k = 0; k < plan->n_destinations; k++)
        {
          ck_assert_str_ne (lintel_destination_get_name (&plan->destinations[k]), "");
          ck_assert_str_ne (lintel_destination_get_target (&plan->destinations[k]), "");
          ck_assert_str_ne (lintel_destination_get_help (&plan->destinations[k]), "");
        }
    }
  ck_assert_ptr_null (lintel_numbering_find ("atlantis"));
}
END_TEST

START_TEST (has_the_destinations_of_the_design)
{
  const LintelNumberingPlan *plan = lintel_numbering_find ("nanp");
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < plan->n_destinations; i++)
    g_string_append_printf (ids, "%s ", plan->destinations[i].id);
  ck_assert_str_eq (ids->str, "local-7 local-10 long-distance toll-free emergency information "
                              "international international-operator operator carrier-access "
                              "islands territories premium personal vertical-international ");
  ck_assert_str_eq (plan->international_prefix, "011");
  ck_assert (lintel_numbering_plan_find (plan, "emergency")->must_reach);
  ck_assert (!lintel_numbering_plan_find (plan, "islands")->must_reach);
  ck_assert (lintel_numbering_plan_find (plan, "islands")->costly);
  ck_assert (!lintel_numbering_plan_find (plan, "long-distance")->costly);
}
END_TEST

/* Each number and the one destination that it belongs to; "-" for none. */
static const struct
{
  const char *number, *destination;
} members[] = {
  { "5550100", "local-7" },
  { "2125550100", "local-10" },
  { "12125550100", "long-distance" },
  { "16135550100", "long-distance" },
  { "18005550199", "toll-free" },
  { "8335550199", "toll-free" },
  { "18225550199", "long-distance" },
  { "911", "emergency" },
  { "988", "emergency" },
  { "411", "information" },
  { "1411", "information" },
  { "5551212", "information" },
  { "12125551212", "information" },
  { "011442079460123", "international" },
  { "0116834000", "international" },
  { "01144", "-" },
  { "01442079460123", "international-operator" },
  { "0", "operator" },
  { "00", "operator" },
  { "02125550100", "operator" },
  { "101028812125550100", "carrier-access" },
  { "10102880", "carrier-access" },
  { "1010288011442079460123", "carrier-access" },
  { "18765550100", "islands" },
  { "8765550100", "islands" },
  { "16585550100", "islands" },
  { "17215550100", "islands" },
  { "17875550100", "territories" },
  { "6845550100", "territories" },
  { "19005550100", "premium" },
  { "9005550100", "premium" },
  { "9760100", "premium" },
  { "12129760100", "premium" },
  { "15005550100", "personal" },
  { "17005550100", "personal" },
  { "*67011442079460123", "vertical-international" },
  { "9115550", "-" },
  { "9885550", "-" },
  { "19115550100", "-" },
  { "12345", "-" },
  { "1212555010a", "-" },
};

START_TEST (puts_a_number_where_it_belongs)
{
  const LintelNumberingPlan *plan = lintel_numbering_find ("nanp");
  const LintelDestination *found = NULL;

  for (guint i = 0; i < plan->n_destinations; i++)
    if (lintel_dial_set_contains (lintel_dial_set_of (&plan->destinations[i]), members[_i].number))
      {
        ck_assert_msg (found == NULL, "%s is in %s and %s", members[_i].number,
                       found != NULL ? found->id : "", plan->destinations[i].id);
        found = &plan->destinations[i];
      }
  ck_assert_str_eq (found != NULL ? found->id : "-", members[_i].destination);
}
END_TEST

static char *
squeeze (const char *number)
{
  char *text = g_strdup (number);

  ck_assert_msg (lintel_dial_clean (text), "“%s” cannot be dialled", number);
  return text;
}

/* An example that does not fit its own pattern would never be shown. */
START_TEST (examples_fit_their_patterns)
{
  g_auto (GStrv) ids = lintel_numbering_list ();

  for (guint n = 0; ids[n] != NULL; n++)
    {
      const LintelNumberingPlan *plan = lintel_numbering_find (ids[n]);

      for (guint i = 0; i < plan->n_destinations; i++)
        for (guint k = 0; k < plan->destinations[i].n_patterns; k++)
          {
            const LintelNumberPattern *pattern = &plan->destinations[i].patterns[k];
            g_autofree char *like = squeeze (pattern->like != NULL ? pattern->like : "0");

            if (pattern->like == NULL || pattern->except)
              continue;
            ck_assert_msg (lintel_number_pattern_matches (pattern, like), "%s: %s is not %s",
                           plan->destinations[i].id, pattern->like, pattern->digits);
            ck_assert_msg (
                lintel_dial_set_contains (lintel_dial_set_of (&plan->destinations[i]), like),
                "%s leaves out its own example %s", plan->destinations[i].id, like);
          }
    }
}
END_TEST

/* Twenty-one foreign and six U.S. area codes outside the states, each with and without 1. */
START_TEST (counts_the_area_codes)
{
  const LintelNumberingPlan *plan = lintel_numbering_find ("nanp");

  ck_assert_uint_eq (lintel_numbering_plan_find (plan, "islands")->n_patterns, 42);
  ck_assert_uint_eq (lintel_numbering_plan_find (plan, "territories")->n_patterns, 12);
}
END_TEST

START_TEST (takes_patterns_apart)
{
  LintelNumberPattern pattern = { .digits = "1 [2-46]N@", .more_least = 1, .more_most = 3 };
  LintelNumberShape shape;
  g_autofree char *prefix = NULL;

  ck_assert (lintel_number_pattern_read (&pattern, &shape, NULL));
  ck_assert_uint_eq (shape.length, 7);
  ck_assert_uint_eq (shape.least, 5);
  ck_assert_uint_eq (shape.set[0], 1 << 1);
  ck_assert_uint_eq (shape.set[1], 1 << 2 | 1 << 3 | 1 << 4 | 1 << 6);
  ck_assert_uint_eq (shape.set[2], 0x3fc);
  ck_assert_uint_eq (shape.set[3], 0xfff);
  ck_assert_uint_eq (shape.set[6], 0x3ff);
  ck_assert (lintel_number_pattern_matches (&pattern, "162#0"));
  ck_assert (!lintel_number_pattern_matches (&pattern, "152#0"));
  ck_assert (!lintel_number_pattern_matches (&pattern, "162#"));
  ck_assert (!lintel_number_pattern_matches (&pattern, "162#0000"));
  pattern.digits = "18 76NXX";
  prefix = lintel_number_pattern_get_prefix (&pattern);
  ck_assert_str_eq (prefix, "1876");
}
END_TEST

static const char *const unreadable[] = { "", "12a", "[", "[]", "[5-2]", "[1-", "1P", "[12" };

START_TEST (refuses_unreadable_patterns)
{
  const LintelNumberPattern pattern = { .digits = unreadable[_i] };
  g_autoptr (GError) error = NULL;
  LintelNumberShape shape;

  ck_assert (!lintel_number_pattern_read (&pattern, &shape, &error));
  ck_assert (g_error_matches (error, LINTEL_NUMBERING_ERROR, LINTEL_NUMBERING_ERROR_PATTERN));
  ck_assert_ptr_null (lintel_dial_set_new (&pattern, 1, NULL));
}
END_TEST

#define HEAD "<numbering xmlns='urn:lintel:numbering:1' id='x' international-prefix='00'>\n"
#define NAME "<name>X</name>"
#define HEADING NAME "<target>x</target>"

static const struct
{
  const char *text;
  int code;
  const char *message;
} wrong_files[] = {
  { "", LINTEL_NUMBERING_ERROR_SYNTAX, "x.xml:" },
  { "<numbering", LINTEL_NUMBERING_ERROR_SYNTAX, "x.xml:1:" },
  { "<html/>", LINTEL_NUMBERING_ERROR_SYNTAX, "not a numbering plan" },
  { "<numbering xmlns='urn:lintel:numbering:1' id='x'/>", LINTEL_NUMBERING_ERROR_INVALID,
    "international-prefix" },
  { HEAD NAME "<destination id='a'><numbers digits='1'/></destination></numbering>",
    LINTEL_NUMBERING_ERROR_INVALID, "x.xml:2:" },
  { HEAD NAME "<destination id='a'>" HEADING "</destination></numbering>",
    LINTEL_NUMBERING_ERROR_INVALID, "no numbers" },
  { HEAD NAME "<destination id='a'>" HEADING "<numbers digits='12x'/></destination></numbering>",
    LINTEL_NUMBERING_ERROR_PATTERN, "12x" },
  { HEAD NAME "<destination id='a'>" HEADING
              "<numbers digits='12' more='7-2'/></destination></numbering>",
    LINTEL_NUMBERING_ERROR_INVALID, "7-2" },
  { HEAD NAME "<destination id='a'>" HEADING
              "<numbers digits='12' trunk='always'/></destination></numbering>",
    LINTEL_NUMBERING_ERROR_INVALID, "trunk-prefix" },
  { HEAD NAME "<destination id='a'>" HEADING
              "<numbers digits='12'/><except destination='b'/></destination></numbering>",
    LINTEL_NUMBERING_ERROR_INVALID, "“b”" },
  { HEAD NAME "<destination id='a'>" HEADING "<numbers digits='1'/></destination>"
              "<destination id='a'>" HEADING "<numbers digits='2'/></destination></numbering>",
    LINTEL_NUMBERING_ERROR_INVALID, "twice" },
};

START_TEST (says_what_is_wrong_with_a_file)
{
  const char *text = wrong_files[_i].text;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (lintel_numbering_parse (bytes, "x.xml", &error));
  ck_assert_msg (g_error_matches (error, LINTEL_NUMBERING_ERROR, wrong_files[_i].code)
                     && strstr (error->message, wrong_files[_i].message) != NULL
                     && g_str_has_prefix (error->message, "x.xml:"),
                 "%d: %s", error->code, error->message);
}
END_TEST

START_TEST (files_follow_the_schema)
{
  g_auto (GStrv) ids = lintel_numbering_list ();
  g_autofree char *schema = lintel_test_source ("data/schema/numbering.rng");

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("data/numbering/%s.xml", ids[i]);
      g_autofree char *path = lintel_test_source (name);
      const char *argv[] = { "xmllint", "--noout", "--relaxng", schema, path, NULL };
      g_autofree char *err = NULL;

      ck_assert_msg (lintel_test_spawn (argv, NULL, &err) == 0, "%s", err);
    }
}
END_TEST

static void
expect_text (const char *extracted, const char *text)
{
  g_autofree char *line = text != NULL ? g_strdup_printf ("\nmsgid \"%s\"\n", text) : NULL;

  ck_assert_msg (line == NULL || strstr (extracted, line) != NULL, "no translator sees “%s”", text);
}

/* What is looked up at run time is what xgettext takes from the files, by the rules in data/its. */
START_TEST (translators_see_every_text)
{
  g_autofree char *folder = lintel_test_source ("data");
  g_autofree char *command = g_strdup_printf (
      "GETTEXTDATADIRS='%s' xgettext --from-code=UTF-8 --no-wrap --no-location -o - "
      "'%s'/numbering/*.xml",
      folder, folder);
  const char *argv[] = { "sh", "-c", command, NULL };
  g_autofree char *extracted = NULL;
  g_auto (GStrv) ids = lintel_numbering_list ();

  ck_assert_int_eq (lintel_test_spawn (argv, &extracted, NULL), 0);
  for (guint n = 0; ids[n] != NULL; n++)
    {
      const LintelNumberingPlan *plan = lintel_numbering_find (ids[n]);

      expect_text (extracted, plan->name);
      for (guint i = 0; i < plan->n_destinations; i++)
        {
          const LintelDestination *destination = &plan->destinations[i];

          expect_text (extracted, destination->name);
          expect_text (extracted, destination->target);
          expect_text (extracted, destination->help);
          for (guint k = 0; k < destination->n_patterns; k++)
            expect_text (extracted, destination->patterns[k].name);
        }
    }
}
END_TEST

/* Blanks, dashes, dots and brackets go; anything else is refused. */
START_TEST (cleans_what_a_person_typed)
{
  char number[] = "1 (876) 555-0100";
  char star[] = "*67 011.44/20";
  char plus[] = "+44 20";
  char nothing[] = " - ";

  ck_assert (lintel_dial_clean (number));
  ck_assert_str_eq (number, "18765550100");
  ck_assert (lintel_dial_clean (star));
  ck_assert_str_eq (star, "*670114420");
  ck_assert (!lintel_dial_clean (plus));
  ck_assert (!lintel_dial_clean (nothing));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("numbering");
  TCase *tests = tcase_create ("numbering");

  tcase_add_test (tests, knows_the_built_in_plans);
  tcase_add_test (tests, has_the_destinations_of_the_design);
  tcase_add_loop_test (tests, puts_a_number_where_it_belongs, 0, G_N_ELEMENTS (members));
  tcase_add_test (tests, examples_fit_their_patterns);
  tcase_add_test (tests, counts_the_area_codes);
  tcase_add_test (tests, takes_patterns_apart);
  tcase_add_loop_test (tests, refuses_unreadable_patterns, 0, G_N_ELEMENTS (unreadable));
  tcase_add_loop_test (tests, says_what_is_wrong_with_a_file, 0, G_N_ELEMENTS (wrong_files));
  tcase_add_test (tests, files_follow_the_schema);
  tcase_add_test (tests, translators_see_every_text);
  tcase_add_test (tests, cleans_what_a_person_typed);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
