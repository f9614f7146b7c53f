/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The two schemas of the catalogue: the one its files follow, by the files themselves and by
 * broken ones, and the one made from it for project files.
 */

#include "config.h"

#include "lintel/catalogue.h"
#include "tests/support/test-support.h"

#include <string.h>

/* What xmllint says: 0 valid, 3 not valid. */
static int
validate (const char *schema, const char *file, char **err)
{
  const char *argv[] = { "xmllint", "--nonet", "--noout", "--relaxng", schema, file, NULL };
  char *out = NULL;
  int status = lintel_test_spawn (argv, &out, err);

  g_free (out);
  return status;
}

/* Calls CHECK with every *.xml of FOLDER and returns how many there were. */
static guint
walk_files (const char *folder, void (*check) (const char *schema, const char *file))
{
  g_autofree char *schema = lintel_test_source ("data/schema/catalogue.rng");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  ck_assert_msg (dir != NULL, "%s cannot be opened", folder);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      {
        g_autofree char *file = g_build_filename (folder, name, NULL);

        check (schema, file);
        n++;
      }
  return n;
}

static void
expect_valid (const char *schema, const char *file)
{
  g_autofree char *err = NULL;

  ck_assert_msg (validate (schema, file, &err) == 0, "%s", err);
}

/* A file is invalid because of its name: …-invalid.xml breaks the schema, others (…-wrong.xml)
 * break only what the whole catalogue can tell. */
static void
expect_by_name (const char *schema, const char *file)
{
  g_autofree char *err = NULL;
  int status = validate (schema, file, &err);

  if (g_str_has_suffix (file, "-invalid.xml"))
    ck_assert_msg (status == 3, "%s is valid and should not be (%s)", file, err);
  else
    ck_assert_msg (status == 0, "%s", err);
}

START_TEST (test_builtin_files_follow_the_schema)
{
  g_autofree char *folder = lintel_test_source ("data/catalogue");

  ck_assert_uint_ge (walk_files (folder, expect_valid), 5);
}
END_TEST

START_TEST (test_other_files_follow_it_by_name)
{
  g_autofree char *folder = lintel_test_data ("catalogue", NULL);

  ck_assert_uint_ge (walk_files (folder, expect_by_name), 10);
}
END_TEST

START_TEST (test_value_schema_is_up_to_date)
{
  g_autofree char *path = lintel_test_source ("data/schema/catalogue-values.rng");
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autofree char *schema = lintel_catalogue_write_schema (catalogue);

  lintel_test_golden (path, schema);
}
END_TEST

/* A schema for one <program>, which the made part cannot be alone. */
static const char wrapper[] = "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>"
                              "<include href='catalogue-values.rng'/>"
                              "<start><ref name='program'/></start>"
                              "<define name='foreign-attribute'>"
                              "<attribute><nsName ns='urn:other'/><text/></attribute></define>"
                              "<define name='foreign-element'>"
                              "<element><nsName ns='urn:other'/><text/></element></define>"
                              "</grammar>";

static const struct
{
  const char *program, *set;
  gboolean valid;
} sets[] = {
  { "47-02", "<set item='01' mailbox='1'>0</set>", TRUE },
  { "47-02", "<set item='01' mailbox='128'>2</set>", TRUE },
  { "47-02", "<set item='01' mailbox='129'>0</set>", FALSE },
  { "47-02", "<set item='01' mailbox='0'>0</set>", FALSE },
  { "47-02", "<set item='01' mailbox='01'>0</set>", FALSE },
  { "47-02", "<set item='01' mailbox='1'>3</set>", FALSE },
  { "47-02", "<set item='01' mailbox='1'></set>", FALSE },
  { "47-02", "<set item='01' group='1'>0</set>", FALSE },
  { "47-02", "<set item='07' mailbox='1'>0</set>", FALSE },
  { "47-02", "<set item='02' mailbox='65'></set>", TRUE },
  { "47-02", "<set item='02' mailbox='65'>123456789</set>", FALSE },
  { "47-03", "<set item='03b' group='32'>32</set>", TRUE },
  { "47-03", "<set item='03b' group='32'>33</set>", FALSE },
  { "21-04", "<set item='01' extension='213' mode='1'>15</set>", TRUE },
  { "21-04", "<set item='01' extension='213'>15</set>", FALSE },
  { "21-04", "<set item='01' extension='213' mode='9'>15</set>", FALSE },
  { "21-04", "<set item='01' extension='213' mode='1'>016</set>", FALSE },
  { "21-05", "<set item='07' class='15'>4</set>", TRUE },
  { "21-05", "<set item='07' class='15'>5</set>", FALSE },
  { "21-06", "<set item='01' entry='1'>*@#1</set>", TRUE },
  { "21-06", "<set item='01' entry='1'>01144</set>", FALSE },
  { "21-06", "<set item='01' entry='1'>p</set>", FALSE },
  { "21-06", "<set item='03' table='1'>4</set>", TRUE },
  { "21-06", "<set item='03' table='1'>3</set>", FALSE },
  { "21-06", "<set item='03' table='1'>31</set>", FALSE },
  { "21-06", "<set item='03' table='1'>+7</set>", FALSE },
  { "21-06", "<set item='06' table='4' entry='200'>1214</set>", TRUE },
  { "21-06", "<set item='07' table='4' entry='61'>1214</set>", FALSE },
  { "21-06", "<set item='01' entry='1' o:note='x'>011</set><o:mark>y</o:mark>", TRUE },
  { "99-99", "<set item='01' entry='1'>011</set>", FALSE },
};

static void
write_text (const char *path, const char *text)
{
  ck_assert (g_file_set_contents (path, text, -1, NULL));
}

START_TEST (test_value_schema_decides)
{
  g_autofree char *folder = lintel_test_make_folder ();
  g_autofree char *values = g_build_filename (folder, "catalogue-values.rng", NULL);
  g_autofree char *schema = g_build_filename (folder, "program.rng", NULL);
  g_autofree char *file = g_build_filename (folder, "program.xml", NULL);
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autofree char *made = lintel_catalogue_write_schema (catalogue);

  write_text (values, made);
  write_text (schema, wrapper);
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *err = NULL;
      g_autofree char *text = g_strdup_printf (
          "<program xmlns='urn:lintel:project:1' xmlns:o='urn:other' number='%s'>%s</program>",
          sets[i].program, sets[i].set);

      write_text (file, text);
      ck_assert_msg (validate (schema, file, &err) == (sets[i].valid ? 0 : 3), "%s %s: %s",
                     sets[i].program, sets[i].set, err);
    }
  lintel_test_remove_folder (folder);
}
END_TEST

/* What xgettext takes from the catalogue's files, by the rules in data/its. */
static char *
extract_texts (void)
{
  g_autofree char *folder = lintel_test_source ("data");
  g_autofree char *files = g_build_filename (folder, "catalogue", NULL);
  g_autofree char *command =
      g_strdup_printf ("xgettext --from-code=UTF-8 --no-wrap --no-location -o - '%s'/*.xml", files);
  const char *argv[] = { "sh", "-c", command, NULL };
  char *out = NULL;

  g_setenv ("GETTEXTDATADIRS", folder, TRUE);
  ck_assert_int_eq (lintel_test_spawn (argv, &out, NULL), 0);
  return out;
}

static void
expect_text (const char *extracted, const char *text)
{
  g_autofree char *line = NULL;

  if (text == NULL)
    return;
  line = g_strdup_printf ("\nmsgid \"%s\"\n", text);
  ck_assert_msg (strstr (extracted, line) != NULL, "no translator sees “%s”", text);
}

static void
expect_item_texts (const char *extracted, const LintelItem *item)
{
  const char *word;

  expect_text (extracted, lintel_item_get_name (item));
  expect_text (extracted, lintel_item_get_short_name (item));
  expect_text (extracted, lintel_item_get_group (item));
  expect_text (extracted, lintel_item_get_help (item));
  for (LintelModel model = 0; model < LINTEL_N_MODELS; model++)
    for (guint k = 0; lintel_item_get_choice (item, model, k, NULL, &word); k++)
      expect_text (extracted, word);
}

/* The text that is looked up at run time is the one that was extracted, blanks and all. */
START_TEST (test_every_text_can_be_translated)
{
  g_autofree char *extracted = extract_texts ();
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  for (guint i = 0; i < n_programs; i++)
    {
      expect_text (extracted, lintel_program_get_name (programs[i]));
      expect_text (extracted, lintel_program_get_help (programs[i]));
      for (guint k = 0; k < programs[i]->n_items; k++)
        expect_item_texts (extracted, programs[i]->items[k]);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("catalogue-schema");
  TCase *tests = tcase_create ("schemas");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, test_builtin_files_follow_the_schema);
  tcase_add_test (tests, test_other_files_follow_it_by_name);
  tcase_add_test (tests, test_value_schema_is_up_to_date);
  tcase_add_test (tests, test_value_schema_decides);
  tcase_add_test (tests, test_every_text_can_be_translated);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
