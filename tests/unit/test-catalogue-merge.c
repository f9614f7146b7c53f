/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's own catalogue files: what they add and correct, and what is said when one is wrong. */

#include "config.h"

#include "lintel/catalogue.h"
#include "tests/support/test-support.h"

#include <gio/gio.h>
#include <string.h>

static char *folder;

static void
make_folder (void)
{
  folder = lintel_test_make_folder ();
}

static void
remove_folder (void)
{
  lintel_test_remove_folder (folder);
  g_clear_pointer (&folder, g_free);
}

/* Puts a file of tests/data/catalogue into the user's folder under NAME. */
static void
install (const char *file, const char *name)
{
  g_autofree char *from = lintel_test_data ("catalogue", file, NULL);
  g_autofree char *to = g_build_filename (folder, name, NULL);
  g_autofree char *text = lintel_test_read (from);

  ck_assert (g_file_set_contents (to, text, -1, NULL));
}

static LintelCatalogue *
load (void)
{
  g_autoptr (GError) error = NULL;
  LintelCatalogue *catalogue = lintel_catalogue_new (folder, &error);

  ck_assert_msg (catalogue != NULL, "%s", error != NULL ? error->message : "");
  return catalogue;
}

START_TEST (test_no_folder_is_the_builtin_catalogue)
{
  g_autoptr (LintelCatalogue) builtin = lintel_catalogue_new_builtin ();
  g_autoptr (LintelCatalogue) missing =
      lintel_catalogue_new ("/nonexistent/lintel/catalogue", NULL);
  g_autoptr (LintelCatalogue) empty = load ();

  ck_assert_ptr_nonnull (missing);
  ck_assert_uint_eq (lintel_catalogue_get_n_cells (missing),
                     lintel_catalogue_get_n_cells (builtin));
  ck_assert_uint_eq (lintel_catalogue_get_n_cells (empty), lintel_catalogue_get_n_cells (builtin));
}
END_TEST

START_TEST (test_an_item_is_added_in_its_place)
{
  g_autoptr (LintelCatalogue) builtin = lintel_catalogue_new_builtin ();
  g_autoptr (LintelCatalogue) catalogue = NULL;
  const LintelItem *item;

  install ("added-item.xml", "office.xml");
  install ("broken.txt", "notes.txt");
  catalogue = load ();
  item = lintel_catalogue_find_item (catalogue, "47-02", "15");
  ck_assert_ptr_nonnull (item);
  ck_assert_ptr_eq (item->program->items[item->program->n_items - 1], item);
  ck_assert_str_eq (lintel_item_get_default (item, LINTEL_MODEL_SL1100, 128, 1), "3");
  ck_assert_int_eq (item->confidence, LINTEL_CONFIDENCE_THIRD_PARTY);
  ck_assert_uint_eq (lintel_catalogue_get_n_cells (catalogue),
                     lintel_catalogue_get_n_cells (builtin) + 128);
}
END_TEST

START_TEST (test_a_program_is_added)
{
  g_autoptr (LintelCatalogue) catalogue = NULL;
  const LintelItem *item;
  int first, last;

  install ("added-program.xml", "office.xml");
  catalogue = load ();
  item = lintel_catalogue_find_item (catalogue, "21-21", "01");
  ck_assert_ptr_nonnull (item);
  ck_assert (lintel_item_get_range (item, 0, LINTEL_MODEL_SL2100, "", &first, &last));
  ck_assert_int_eq (last, 128);
  ck_assert (!lintel_item_get_range (item, 0, LINTEL_MODEL_SL1100, "", &first, &last));
  ck_assert (!lintel_item_has_index (item, LINTEL_MODEL_SL1100, "", 1, 1));
}
END_TEST

static void
expect_corrected_type (const LintelItem *item)
{
  const char *value, *word;
  int first, last;

  ck_assert_str_eq (lintel_item_get_short_name (item), "Kind");
  ck_assert_str_eq (lintel_item_get_name (item), "Mailbox type");
  ck_assert_str_eq (item->source, "read on the system");
  ck_assert_int_eq (item->maximum, 3);
  ck_assert (lintel_item_get_choice (item, LINTEL_MODEL_SL1100, 0, &value, &word));
  ck_assert_str_eq (word, "Off");
  ck_assert (lintel_item_get_choice (item, LINTEL_MODEL_SL1100, 3, &value, &word));
  ck_assert_str_eq (value, "3");
  ck_assert_str_eq (word, "Announcement");
  ck_assert (lintel_item_get_range (item, 0, LINTEL_MODEL_SL2100, "", &first, &last));
  ck_assert_int_eq (last, 256);
  ck_assert (lintel_item_get_range (item, 0, LINTEL_MODEL_SL1100, "3.0", &first, &last));
  ck_assert_int_eq (last, 120);
  ck_assert_str_eq (lintel_item_get_default (item, LINTEL_MODEL_SL2100, 64, 1), "1");
  ck_assert_str_eq (lintel_item_get_default (item, LINTEL_MODEL_SL2100, 65, 1), "2");
  ck_assert_str_eq (lintel_item_get_default (item, LINTEL_MODEL_SL1100, 65, 1), "0");
  ck_assert_str_eq (lintel_item_get_default (item, LINTEL_MODEL_SL2100, 71, 1), "0");
  ck_assert_str_eq (lintel_item_get_default (item, LINTEL_MODEL_SL2100, 256, 1), "0");
}

START_TEST (test_a_correction_changes_what_it_says)
{
  g_autoptr (LintelCatalogue) catalogue = NULL;
  const LintelItem *item;

  install ("corrected.xml", "office.xml");
  catalogue = load ();
  expect_corrected_type (lintel_catalogue_find_item (catalogue, "47-02", "01"));
  item = lintel_catalogue_find_item (catalogue, "47-02", "03");
  ck_assert_int_eq (item->maximum, 200);
  ck_assert_str_eq (lintel_item_get_name (item), "Message limit");
  ck_assert_str_eq (lintel_program_get_help (item->program), "Our own words about mailboxes.");
  ck_assert_str_eq (lintel_program_get_name (item->program), "InMail station mailbox options");
}
END_TEST

START_TEST (test_files_are_merged_by_name)
{
  g_autoptr (LintelCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;

  install ("added-item.xml", "b.xml");
  install ("added-item.xml", "a.xml");
  catalogue = lintel_catalogue_new (folder, &error);
  ck_assert_ptr_null (catalogue);
  ck_assert_msg (strstr (error->message, "b.xml:4: 47-02-15 is described already") != NULL, "%s",
                 error->message);
}
END_TEST

static const struct
{
  const char *file;
  const char *said; /* after the file's name */
} refusals[] = {
  { "broken.txt", ":4:1: this is not well-formed XML" },
  { "no-help-invalid.xml", ":7: this does not follow the schema" },
  { "unknown-type-invalid.xml", ":4: this does not follow the schema" },
  { "unknown-element-invalid.xml", ":5: this does not follow the schema" },
  { "no-confidence-invalid.xml", ":4: this does not follow the schema" },
  { "no-default-invalid.xml", ":4: this does not follow the schema" },
  { "value-too-long-invalid.xml", ":4: this does not follow the schema" },
  { "unknown-model-invalid.xml", ":9: this does not follow the schema" },
  { "later-format-invalid.xml", ":2: this does not follow the schema" },
  { "document-type-wrong.xml", ":1: a catalogue file has no document type" },
  { "existing-item-wrong.xml", ":4: 47-02-01 is described already; to change it write <correct" },
  { "correct-unknown-wrong.xml", ":4: 47-02 has no item 99 to correct" },
  { "correct-new-index-wrong.xml", ":5: 47-02-01 has no index “mode”" },
  { "default-does-not-fit-wrong.xml", ":9: the default “12” does not fit 47-02-15: " },
  { "default-outside-wrong.xml", ":9: the default of 47-02-15 is for mailbox 129-129" },
  { "default-other-index-wrong.xml", ":9: 47-02-15 has no index “class”" },
  { "default-not-for-all-wrong.xml", ":4: 47-02-15 has no default for every cell" },
  { "new-program-no-name-wrong.xml", ":3: 47-99 is a new program and needs a <name>" },
  { "minimum-above-maximum-wrong.xml", ":4: 47-02-03 has a minimum of 10 above its maximum of 9" },
  { "word-missing-wrong.xml", ":5: value 4 has no word for the SL2100" },
  { "port-too-high-wrong.xml", ":5: a range from 1 to 300; it must lie between 1 and 228" },
};

START_TEST (test_a_wrong_file_is_named_with_its_line)
{
  const guint k = (guint) _i;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "office.xml", NULL);
  g_autofree char *said = g_strconcat (path, refusals[k].said, NULL);

  install (refusals[k].file, "office.xml");
  ck_assert_ptr_null (lintel_catalogue_new (folder, &error));
  ck_assert (g_error_matches (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_INVALID));
  ck_assert_msg (g_str_has_prefix (error->message, said), "%s: %s", refusals[k].file,
                 error->message);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("catalogue-merge");
  TCase *tests = tcase_create ("user's folder");

  tcase_add_checked_fixture (tests, make_folder, remove_folder);
  tcase_add_test (tests, test_no_folder_is_the_builtin_catalogue);
  tcase_add_test (tests, test_an_item_is_added_in_its_place);
  tcase_add_test (tests, test_a_program_is_added);
  tcase_add_test (tests, test_a_correction_changes_what_it_says);
  tcase_add_test (tests, test_files_are_merged_by_name);
  tcase_add_loop_test (tests, test_a_wrong_file_is_named_with_its_line, 0, G_N_ELEMENTS (refusals));
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
