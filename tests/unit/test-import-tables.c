/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as people have them: by place, by number, pasted, and workbooks that are none of ours. */

#include "config.h"

#include "app/core/exchange/lintel-xlsx-private.h"
#include "lintel/exchange.h"
#include "lintel/xml.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include <string.h>

static LintelCatalogue *catalogue;
static LintelProject *project; /* telephones 101-112 with mailboxes, InMail ports 213-216 */

static void
setup (void)
{
  catalogue = lintel_catalogue_new_builtin ();
  project = lintel_test_read_example (catalogue, "dental-office");
}

static void
teardown (void)
{
  g_clear_object (&project);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

static LintelImport *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  LintelImport *import = lintel_import_read_text (project, text, strlen (text), "rows", &error);

  ck_assert_msg (import != NULL, "%s", error != NULL ? error->message : "");
  return import;
}

static char *
describe (const LintelImport *import)
{
  GString *text = g_string_new (NULL);

  for (guint n = 0; n < import->edits->len; n++)
    {
      const LintelEdit *edit = g_ptr_array_index (import->edits, n);
      g_autofree char *place = lintel_place_to_string (&edit->place, project);

      g_string_append_printf (text, "%s%s=%s", n > 0 ? " " : "", place,
                              edit->new_text != NULL ? edit->new_text : "-");
    }
  for (guint n = 0; n < import->rejects->len; n++)
    {
      const LintelReject *reject = g_ptr_array_index (import->rejects, n);

      g_string_append_printf (text, "%s!%d:%s", text->len > 0 ? " " : "", reject->row,
                              reject->column);
    }
  return g_string_free (text, FALSE);
}

/* EXPECTED: "PLACE=VALUE …", then "!ROW:COLUMN …" for what is rejected. */
static void
expect (const char *rows, const char *expected)
{
  g_autoptr (LintelImport) import = read_text (rows);
  g_autofree char *text = describe (import);

  ck_assert_str_eq (text, expected);
}

START_TEST (rows_are_found_by_number)
{
  expect ("Number\tMode\t21-04-01 Class\n213\t2\t9\n213\t9\t9\n",
          "21-04-01[213,2]=9 !3:21-04-01 Class");
  expect ("number;47-02-03\n102;7\n999;7\n;7\n", "47-02-03[2]=7 !3:number !4:number");
}
END_TEST

/* Who names no mode means all of them. */
START_TEST (an_extension_alone_stands_for_all_modes)
{
  expect ("number\t21-04-01\n213\t9\n",
          "21-04-01[213,1]=9 21-04-01[213,2]=9 21-04-01[213,3]=9 21-04-01[213,4]=9 "
          "21-04-01[213,5]=9 21-04-01[213,6]=9 21-04-01[213,7]=9 21-04-01[213,8]=9");
}
END_TEST

START_TEST (rows_are_found_by_place)
{
  expect ("Place\t47-02-01\t47-02-03\n47-02[5]\t0\t7\n47-03[5]\t0\t\nnonsense\t1\t\n",
          "47-02-01[5]=0 47-02-03[5]=7 !3:Place !4:Place");
}
END_TEST

/* The worksheet is such a list. */
START_TEST (values_are_found_by_place)
{
  expect ("place,item,from,to\n21-06-01[1],x,,0119\n21-05-01[99],x,0,1\ncustomer.site,x,,Here\n",
          "customer.site=Here 21-06-01[1]=0119 !3:place");
  expect ("value\tplace\nNone\t47-02-01[5]\n", "47-02-01[5]=0");
}
END_TEST

START_TEST (extensions_are_known_by_port_or_number)
{
  expect ("port\tnumber\tkind\tname\n1\t101\ttelephone\tNora\n2\t\ttelephone\t\n",
          "extension[1].name=Nora extension[2].name=- !3:number");
  expect ("Display Name\tExt.\tKind\nNora\t101\tvirtual\nNobody\t999\t\n",
          "extension[1].kind=virtual extension[1].name=Nora !3:Ext.");
}
END_TEST

START_TEST (what_is_no_table_is_refused)
{
  static const char *const texts[] = { "",
                                       "\n",
                                       "hello\n",
                                       "place\n47-02[1]\n",
                                       "number\n101\n",
                                       "place,number\n1,2\n",
                                       "number,unknown\n101,2\n" };

  for (guint n = 0; n < G_N_ELEMENTS (texts); n++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_msg (
          !lintel_import_read_text (project, texts[n], strlen (texts[n]), "rows", &error), "%s",
          texts[n]);
      ck_assert (g_error_matches (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT));
    }
}
END_TEST

static char *
write_workbook (const char *folder, void (*fill) (LintelXlsx *))
{
  g_autoptr (LintelXlsx) xlsx = lintel_xlsx_new ("test", 1790000000, NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *path = g_build_filename (folder, "book.xlsx", NULL);
  gsize size;
  const char *data;

  ck_assert_ptr_nonnull (xlsx);
  fill (xlsx);
  bytes = lintel_xlsx_finish (xlsx, NULL);
  ck_assert_ptr_nonnull (bytes);
  data = g_bytes_get_data (bytes, &size);
  ck_assert (g_file_set_contents (path, data, (gssize) size, NULL));
  return path;
}

/* A sheet under a name of its own, numbers as numbers, and one that is no table. The extension that
 * the first sheet's row is for gets its number in the last. */
static void
fill_loosely (LintelXlsx *xlsx)
{
  lintel_xlsx_add_sheet (xlsx, "My classes");
  lintel_xlsx_write (xlsx, 0, 0, "extension", LINTEL_XLSX_PLAIN);
  lintel_xlsx_write (xlsx, 0, 1, "mode", LINTEL_XLSX_PLAIN);
  lintel_xlsx_write (xlsx, 0, 2, "21-04-01", LINTEL_XLSX_PLAIN);
  lintel_xlsx_write_number (xlsx, 3, 0, 901, LINTEL_XLSX_PLAIN);
  lintel_xlsx_write_number (xlsx, 3, 1, 2, LINTEL_XLSX_PLAIN);
  lintel_xlsx_write_number (xlsx, 3, 2, 9, LINTEL_XLSX_PLAIN);
  lintel_xlsx_write_number (xlsx, 4, 0, 902, LINTEL_XLSX_PLAIN);
  lintel_xlsx_add_sheet (xlsx, "Remarks");
  lintel_xlsx_write (xlsx, 0, 0, "Ask the customer", LINTEL_XLSX_PLAIN);
  lintel_xlsx_add_sheet (xlsx, "People");
  lintel_xlsx_write (xlsx, 0, 0, "port", LINTEL_XLSX_PLAIN);
  lintel_xlsx_write (xlsx, 0, 1, "number", LINTEL_XLSX_PLAIN);
  lintel_xlsx_write_number (xlsx, 1, 0, 1, LINTEL_XLSX_PLAIN);
  lintel_xlsx_write_number (xlsx, 1, 1, 901, LINTEL_XLSX_PLAIN);
}

START_TEST (sheets_are_known_by_their_titles)
{
  g_autofree char *folder = lintel_test_make_folder ();
  g_autofree char *path = write_workbook (folder, fill_loosely);
  g_autoptr (LintelImport) import = lintel_import_read (project, path, NULL);
  g_autofree char *text = NULL;
  const LintelReject *reject;

  ck_assert_ptr_nonnull (import);
  text = describe (import);
  ck_assert_str_eq (text, "extension[1].number=901 21-04-01[101,2]=9 !5:extension");
  reject = g_ptr_array_index (import->rejects, 0);
  ck_assert_str_eq (reject->file, "book.xlsx, sheet My classes");
  ck_assert_str_eq (reject->value, "902");
  lintel_test_remove_folder (folder);
}
END_TEST

static void
fill_far_away (LintelXlsx *xlsx)
{
  lintel_xlsx_add_sheet (xlsx, "47-02");
  lintel_xlsx_write (xlsx, 0, 0, "mailbox", LINTEL_XLSX_PLAIN);
  lintel_xlsx_write (xlsx, 0, 1, "47-02-01", LINTEL_XLSX_PLAIN);
  lintel_xlsx_write (xlsx, 1000000, 1, "0", LINTEL_XLSX_PLAIN);
}

static void
fill_with_nothing (LintelXlsx *xlsx)
{
  lintel_xlsx_add_sheet (xlsx, "Empty");
}

static void
expect_refused (const char *path, const char *part)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (lintel_import_read (project, path, &error));
  ck_assert (g_error_matches (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT));
  ck_assert_msg (strstr (error->message, part) != NULL, "%s", error->message);
}

START_TEST (workbooks_that_cannot_be_read_are_refused_in_words)
{
  g_autofree char *folder = lintel_test_make_folder ();
  g_autofree char *far = write_workbook (folder, fill_far_away);
  g_autofree char *empty = NULL, *data = NULL;
  gsize size;

  expect_refused (far, "larger than tables of one system");
  empty = write_workbook (folder, fill_with_nothing);
  expect_refused (empty, "this is no table that Lintel knows");
  ck_assert (g_file_get_contents (empty, &data, &size, NULL));
  for (gsize cut = 4; cut < size; cut += size / 40)
    {
      ck_assert (g_file_set_contents (empty, data, (gssize) cut, NULL));
      expect_refused (empty, "the workbook is damaged");
    }
  lintel_test_remove_folder (folder);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("import-tables");
  TCase *tcase = tcase_create ("import");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_add_test (tcase, rows_are_found_by_number);
  tcase_add_test (tcase, an_extension_alone_stands_for_all_modes);
  tcase_add_test (tcase, rows_are_found_by_place);
  tcase_add_test (tcase, values_are_found_by_place);
  tcase_add_test (tcase, extensions_are_known_by_port_or_number);
  tcase_add_test (tcase, what_is_no_table_is_refused);
  tcase_add_test (tcase, sheets_are_known_by_their_titles);
  tcase_add_test (tcase, workbooks_that_cannot_be_read_are_refused_in_words);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
