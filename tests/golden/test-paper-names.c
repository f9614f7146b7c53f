/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names on paper, in any script, in any direction and of any length. */

#include "config.h"

#include "lintel/paper.h"
#include "lintel/xml.h"
#include "tests/golden/export-fixture.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include <stdio.h>
#include <string.h>

START_TEST (names_in_any_script_and_of_any_length)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autoptr (GString) reason = g_string_new (NULL);
  g_autofree char *words = NULL, *info = NULL, *long_name = g_strnfill (300, 'W');

  for (guint n = 1; n <= 900; n++)
    g_string_append_printf (reason, "reason%u because\n", n);
  lintel_test_set (project, "customer.name", "Ξενοδοχείο «Ёлка» Žluťoučký");
  lintel_test_set (project, "extension[1].name", long_name);
  lintel_test_set (project, "code[101]", "1111");
  export_to (project, "a", (LintelExportOptions){ .reason = reason->str, .with_codes = TRUE });
  words = read_words ("a", "certificate.pdf", FALSE);
  assert_says (words, "Customer Ξενοδοχείο «Ёлка» Žluťoučký");
  info = read_info ("a", "certificate.pdf");
  assert_says (info, "Toll fraud certificate: Ξενοδοχείο «Ёлка» Žluťoučký\n");
  for (guint n = 1; n <= 900; n++)
    {
      g_autofree char *word = g_strdup_printf ("reason%u because", n);

      assert_says (words, word);
    }
}
END_TEST

START_TEST (what_turns_text_round_is_shown)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autofree char *words = NULL, *info = NULL;

  lintel_test_set (project, "customer.name",
                   "\xe2\x80\xae"
                   "Acme");
  lintel_test_set (project, "extension[1].name",
                   "1\xe2\x81\xa6"
                   "234");
  export_to (project, "a", (LintelExportOptions){ 0 });
  words = read_words ("a", "certificate.pdf", FALSE);
  assert_says (words, "Customer [U+202E]Acme");
  assert_says (words, "1[U+2066]234");
  info = read_info ("a", "certificate.pdf");
  assert_says (info, ": [U+202E]Acme\n");
}
END_TEST

/* What pdftotext made of TEXT, without the spaces and marks that it adds to Arabic. */
static char *
strip (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static const char *const names[] = {
  "Ёлка",         /* Cyrillic */
  "Ξενοδοχείο",   /* Greek */
  "Žluťoučký",    /* Latin */
  "القاهرة",      /* Arabic */
  "משרד",         /* Hebrew */
  "田中歯科医院", /* Han, Japanese */
  "陈医生",       /* Han, Chinese */
  "북경",         /* Hangul */
  "☎😀",
};

/* A font that has the characters lets them be read; without one the sheet says so. */
START_TEST (a_name_in_any_script_is_text)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  g_autoptr (LintelPaper) paper = NULL;
  g_autofree char *text = NULL, *stripped = NULL;

  lintel_test_set (project, "customer.name", names[_i]);
  paper = lintel_certificate_new (linter, &(LintelExportOptions){ 0 }, NULL);
  export_to (project, "a", (LintelExportOptions){ 0 });
  text = read_text ("a", "certificate.pdf", TRUE);
  stripped = strip (text);
  if (lintel_paper_lacks_glyphs (paper))
    {
      printf ("no font for %s\n", names[_i]);
      assert_says (stripped, "Somecharactersareshownasboxes");
      return;
    }
  assert_says (stripped, names[_i]);
  ck_assert_ptr_null (strstr (stripped, "shownasboxes"));
}
END_TEST

/* Digits after a name from right to left are not turned round. */
START_TEST (a_date_keeps_its_order_after_any_name)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autofree char *text = NULL;

  lintel_edits_add_sign_off (edits, project, LINTEL_SIGN_OFF_PREPARED, "أحمد علي", 1789000000);
  ck_assert (lintel_project_apply (project, "", NULL, edits, NULL));
  export_to (project, "a", (LintelExportOptions){ 0 });
  text = read_text ("a", "certificate.pdf", TRUE);
  assert_says (text, "10 September 2026, 00:26 UTC");
}
END_TEST

static void
add_tests (TCase *tcase)
{
  tcase_add_test (tcase, names_in_any_script_and_of_any_length);
  tcase_add_test (tcase, what_turns_text_round_is_shown);
  tcase_add_loop_test (tcase, a_name_in_any_script_is_text, 0, G_N_ELEMENTS (names));
  tcase_add_test (tcase, a_date_keeps_its_order_after_any_name);
}

int
main (void)
{
  return export_fixture_run ("paper, names", add_tests);
}
