/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comma-separated text: what is written is read back, and what others write is understood. */

#include "config.h"

#include "app/core/exchange/lintel-csv-private.h"
#include "lintel/exchange.h"
#include "tests/support/test-support.h"

static GPtrArray *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = lintel_csv_parse (text, strlen (text), "t.csv", &error);

  ck_assert_msg (rows != NULL, "%s", error != NULL ? error->message : "");
  return rows;
}

static const char *
get (GPtrArray *rows, guint row, guint column)
{
  GPtrArray *fields = g_ptr_array_index (rows, row);

  ck_assert_uint_lt (column, fields->len);
  return g_ptr_array_index (fields, column);
}

START_TEST (only_what_needs_quotes_gets_them)
{
  g_autoptr (GString) out = g_string_new (NULL);

  lintel_csv_write_row (out, (const char *const[]){ "011", "", "a,b", "say \"hi\"", " x " }, 5);
  ck_assert_str_eq (out->str, "011,,\"a,b\",\"say \"\"hi\"\"\", x \r\n");
}
END_TEST

START_TEST (what_is_written_is_read_back)
{
  const char *fields[] = { "0000", "", "a,b", "say \"hi\"", " x ", "two\nlines", "é", "@" };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;

  lintel_csv_write_row (out, fields, G_N_ELEMENTS (fields));
  rows = parse (out->str);
  ck_assert_uint_eq (rows->len, 1);
  for (guint n = 0; n < G_N_ELEMENTS (fields); n++)
    ck_assert_str_eq (get (rows, 0, n), fields[n]);
}
END_TEST

START_TEST (separators_of_other_languages_are_understood)
{
  g_autoptr (GPtrArray) semicolons = parse ("\xef\xbb\xbfport;name\r\n1;Front, desk\r\n");
  g_autoptr (GPtrArray) tabs = parse ("port\tname\n1\tFront, desk\n");

  ck_assert_str_eq (get (semicolons, 0, 0), "port");
  ck_assert_str_eq (get (semicolons, 1, 1), "Front, desk");
  ck_assert_str_eq (get (tabs, 1, 1), "Front, desk");
}
END_TEST

static void
expect_error (const char *text, gsize length, const char *message)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (lintel_csv_parse (text, length, "t.csv", &error));
  ck_assert_str_eq (error->message, message);
}

START_TEST (broken_text_is_refused_with_its_place)
{
  expect_error ("a,b\n1,\"open\n", 12,
                "t.csv: row 2 has a quotation mark in the wrong place; quote the whole field and "
                "double the marks inside it");
  expect_error ("a,b\n1,x\"y\n", 10,
                "t.csv: row 2 has a quotation mark in the wrong place; quote the whole field and "
                "double the marks inside it");
  expect_error ("a,b\n1,\xe9\n", 8,
                "t.csv:2: the text is not UTF-8; save the table as “CSV UTF-8”");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("csv");
  TCase *tcase = tcase_create ("csv");

  tcase_add_test (tcase, only_what_needs_quotes_gets_them);
  tcase_add_test (tcase, what_is_written_is_read_back);
  tcase_add_test (tcase, separators_of_other_languages_are_understood);
  tcase_add_test (tcase, broken_text_is_refused_with_its_place);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
