/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes on paper: where they stand, and that nothing else that is exported gives them away. */

#include "config.h"

#include "lintel/xml.h"
#include "tests/golden/export-fixture.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include <string.h>

static char *
read_any (const char *path)
{
  char *data;

  if (g_str_has_suffix (path, ".pdf"))
    return read_output ((const char *const[]){ "pdftotext", "-layout", path, "-", NULL });
  if (g_str_has_suffix (path, ".xlsx"))
    return read_output ((const char *const[]){ "unzip", "-p", path, NULL });
  ck_assert (g_file_get_contents (path, &data, NULL, NULL));
  return data;
}

/* As a number of its own, not in the middle of a checksum. */
static gboolean
has_code (const char *text, const char *code)
{
  for (const char *at = text; (at = strstr (at, code)) != NULL; at++)
    if ((at == text || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[strlen (code)]))
      return TRUE;
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the files that show CODE. */
static char *
find_code (const char *name, const char *code)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  const char *file;

  while ((file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *in = g_build_filename (path, file, NULL);
      g_autofree char *text = read_any (in);

      if (has_code (text, code))
        g_ptr_array_add (found, g_strdup (file));
    }
  g_ptr_array_sort (found, compare_names);
  g_ptr_array_add (found, NULL);
  return g_strjoinv (" ", (char **) found->pdata);
}

START_TEST (codes_are_in_no_file_unless_asked_for)
{
  static const char *const codes[] = { "6839", "3333", "0102", "2580" };
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autoptr (LintelProject) baseline = lintel_project_copy (project);

  for (guint n = 0; n < G_N_ELEMENTS (codes); n++)
    {
      g_autofree char *place = g_strdup_printf ("code[10%u]", n + 1);

      lintel_test_set (project, place, codes[n]);
    }
  export_to (project, "without", (LintelExportOptions){ .baseline = baseline });
  export_to (project, "with", (LintelExportOptions){ .baseline = baseline, .with_codes = TRUE });
  for (guint n = 0; n < G_N_ELEMENTS (codes); n++)
    {
      g_autofree char *without = find_code ("without", codes[n]);
      g_autofree char *with = find_code ("with", codes[n]);

      ck_assert_str_eq (without, "");
      ck_assert_str_eq (with, "code-sheet.pdf project.xml");
    }
}
END_TEST

/* That a code is a year, or the mailbox's own number, would leave few to try. */
START_TEST (what_is_wrong_with_a_code_is_in_no_file)
{
  static const char *const codes[] = { "0101", "1999", "2580", "4334", "0100" };
  static const char *const hints[] = {
    "mailbox-code-is-number", "own number",     "backwards",   "a year", "keypad",
    "office's own",           "four digits in", "most in use", "pairs"
  };
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");

  for (guint n = 0; n < G_N_ELEMENTS (codes); n++)
    {
      g_autofree char *place = g_strdup_printf ("code[10%u]", n + 1);

      lintel_test_set (project, place, codes[n]);
    }
  lintel_test_set (project, "customer.words", "312 555 0100");
  lintel_test_set (project, "accepted[1].rule", "mailbox-code-is-number");
  lintel_test_set (project, "accepted[1].at", "code[101]");
  lintel_test_set (project, "accepted[1].reason", "moves out on Friday");
  lintel_test_set (project, "accepted[1].by", "R. Kay");
  export_to (project, "without", (LintelExportOptions){ .force = TRUE, .reason = "test" });
  for (guint n = 0; n < G_N_ELEMENTS (hints); n++)
    {
      g_autofree char *found = find_code ("without", hints[n]);

      ck_assert_msg (found[0] == '\0', "“%s” is in %s", hints[n], found);
    }
  for (guint n = 0; n + 1 < G_N_ELEMENTS (codes); n++)
    {
      g_autofree char *found = find_code ("without", codes[n]);

      ck_assert_msg (found[0] == '\0', "%s is in %s", codes[n], found);
    }
}
END_TEST

START_TEST (each_code_has_a_slip)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autoptr (GPtrArray) mailboxes = lintel_project_list_codes (project);
  g_autofree char *words = NULL;

  lintel_test_set (project, "code[105]", "none");
  export_to (project, "a", (LintelExportOptions){ .with_codes = TRUE });
  words = read_words ("a", "code-sheet.pdf", FALSE);
  for (guint n = 0; n < mailboxes->len; n++)
    {
      const char *mailbox = mailboxes->pdata[n], *code;
      g_autofree char *title = g_strdup_printf ("Mailbox %s ", mailbox);
      gboolean is_set = lintel_project_get_code (project, mailbox, &code) == LINTEL_CODE_SET;

      ck_assert_msg ((strstr (words, title) != NULL) == is_set, "%s", title);
      if (is_set)
        assert_says (words, code);
    }
  assert_says (words, "Reception");
  assert_says (words, "dial 67, then 7");
}
END_TEST

static void
add_tests (TCase *tcase)
{
  tcase_add_test (tcase, codes_are_in_no_file_unless_asked_for);
  tcase_add_test (tcase, what_is_wrong_with_a_code_is_in_no_file);
  tcase_add_test (tcase, each_code_has_a_slip);
}

int
main (void)
{
  return export_fixture_run ("paper, codes", add_tests);
}
