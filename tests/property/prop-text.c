/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What tables promise of texts that strangers typed, for texts made at random from what is awkward
 * in them: nothing acts on a terminal or as a formula, and every name comes back as it was, from
 * CSV files and from the workbook.
 */

#include "config.h"

#include "app/core/exchange/lintel-csv-private.h"
#include "app/core/exchange/lintel-export-private.h"
#include "lintel/exchange.h"
#include "lintel/safe-text.h"
#include "lintel/xml.h"
#include "tests/support/test-support.h"

#include <string.h>

#define N_TEXTS 20000
#define N_PROJECTS 12

/* The last ones no project takes. */
static const char *const pieces[] = {
  "=", "+",       "-",  "@", "'",  "[U+202E]", "[U+", "005B",     "]",        "\xe2\x80\xae",
  "1", "SUM(A1)", "\"", ",", ";",  " ",        "é",   "אב",       "_x",       "0041",
  "_", "＝",      "#",  "*", "\t", "\n",       "\r",  "\x1b[31m", "\xc2\x9b",
};
#define N_FOR_NAMES 24

static GRand *rand_;
static guint32 seed;

static void
setup (void)
{
  seed = lintel_test_seed ();
  rand_ = g_rand_new_with_seed (seed);
}

static void
teardown (void)
{
  g_rand_free (rand_);
}

static char *
draw (gsize n_pieces)
{
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand_, 0, 7); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand_, 0, (gint32) n_pieces)]);
  return g_string_free (text, FALSE);
}

static void
expect_harmless (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      ck_assert_msg (c == '\n' || c == '\t' || c == '\r' || !lintel_text_is_unsafe (c),
                     "U+%04X is in “%s”, seed %u", c, text, seed);
    }
}

START_TEST (encoded_text_is_harmless_and_comes_back)
{
  for (guint n = 0; n < lintel_test_share (N_TEXTS); n++)
    {
      g_autofree char *text = draw (G_N_ELEMENTS (pieces));
      g_autofree char *encoded = lintel_text_encode (text);
      g_autofree char *restored = lintel_text_restore (encoded);
      g_autofree char *safe = lintel_text_make_safe (text, FALSE);
      g_autofree char *again = lintel_text_make_safe (safe, FALSE);

      expect_harmless (encoded);
      expect_harmless (safe);
      ck_assert_ptr_null (strpbrk (safe, "\n\t\r"));
      ck_assert_str_eq (again, safe);
      ck_assert_msg (g_str_equal (restored, text), "“%s” became “%s”, seed %u", text, restored,
                     seed);
    }
}
END_TEST

/* A spreadsheet program looks at what is inside the quotation marks. */
static void
expect_no_formula (const char *written)
{
  const char *field = written[0] == '"' ? written + 1 : written;

  ck_assert_msg (*field == '\0' || strchr ("=+-@\t\r", *field) == NULL
                     || field[strspn (field, "0123456789*#@")] == ',',
                 "“%s” starts a formula, seed %u", written, seed);
}

START_TEST (fields_are_no_formulas_and_come_back)
{
  for (guint n = 0; n < lintel_test_share (N_TEXTS); n++)
    {
      g_autofree char *text = draw (G_N_ELEMENTS (pieces));
      g_autofree char *encoded = lintel_text_encode (text);
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GPtrArray) rows = NULL;
      GPtrArray *row;

      lintel_csv_write_row (out, (const char *const[]){ encoded, "" }, 2);
      expect_harmless (out->str);
      expect_no_formula (out->str);
      g_string_prepend (out, "a,b\r\n"); /* the first row tells what separates */
      rows = lintel_csv_parse (out->str, out->len, "t", NULL);
      ck_assert_msg (rows != NULL && rows->len == 2, "“%s”, seed %u", text, seed);
      row = g_ptr_array_index (rows, 1);
      ck_assert_msg (g_str_equal (row->pdata[0], text), "“%s” became “%s”, seed %u", text,
                     (char *) row->pdata[0], seed);
    }
}
END_TEST

static LintelProject *
draw_project (LintelCatalogue *catalogue)
{
  LintelProject *project =
      lintel_template_new (catalogue, LINTEL_MODEL_SL2100, "hardened", 40, 0, 0, NULL);

  for (int port = 1; port <= 40; port++)
    {
      LintelPlace place = lintel_place_extension (port, LINTEL_FIELD_NAME);
      g_autofree char *name = draw (N_FOR_NAMES);
      g_autoptr (GError) error = NULL;

      ck_assert_msg (lintel_project_set (project, "", &place, *name != '\0' ? name : NULL, &error),
                     "“%s”: %s", name, error != NULL ? error->message : "");
    }
  return project;
}

/* The project with all names taken out gets them back from the file. */
static void
expect_names_back (LintelProject *project, const LintelExportFile *file, const char *folder)
{
  g_autoptr (LintelProject) bare = lintel_template_new (
      lintel_project_get_catalogue (project), LINTEL_MODEL_SL2100, "hardened", 40, 0, 0, NULL);
  g_autofree char *path = g_build_filename (folder, file->name, NULL);
  g_autoptr (LintelImport) import = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (file->bytes, &size);

  ck_assert (g_file_set_contents (path, data, (gssize) size, NULL));
  import = lintel_import_read (bare, path, &error);
  ck_assert_msg (import != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_uint_eq (import->rejects->len, 0);
  ck_assert (lintel_project_apply (bare, "", NULL, import->edits, NULL));
  for (int port = 1; port <= 40; port++)
    {
      const char *expected = lintel_project_get_extension (project, port)->name;
      const char *name = lintel_project_get_extension (bare, port)->name;

      ck_assert_msg (g_str_equal (name, expected), "%s: “%s” became “%s”, seed %u", file->name,
                     expected, name, seed);
    }
}

START_TEST (names_come_back_from_every_table)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autofree char *folder = lintel_test_make_folder ();

  for (guint n = 0; n < lintel_test_share (N_PROJECTS); n++)
    {
      g_autoptr (LintelProject) project = draw_project (catalogue);
      g_autoptr (LintelLinter) linter = lintel_linter_new (project);
      g_autoptr (GPtrArray) files =
          g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_export_file_free);

      lintel_export_add_tables (files, project);
      expect_names_back (project, g_ptr_array_index (files, files->len - 1), folder);
      g_ptr_array_add (files, lintel_export_workbook (linter, NULL, NULL));
      expect_names_back (project, g_ptr_array_index (files, files->len - 1), folder);
    }
  lintel_test_remove_folder (folder);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("text");
  TCase *tcase = tcase_create ("text");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_set_timeout (tcase, 120);
  tcase_add_test (tcase, encoded_text_is_harmless_and_comes_back);
  tcase_add_test (tcase, fields_are_no_formulas_and_come_back);
  tcase_add_test (tcase, names_come_back_from_every_table);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
