/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The PDF files of an export as pdftotext and pdfinfo read them: what they must say, how many pages
 * they have, and what they must not give away.
 */

#include "lintel/paper.h"
#include "lintel/xml.h"
#include "tests/support/largest-system.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include <stdio.h>
#include <string.h>

static LintelCatalogue *catalogue;
static char *folder;

static void
setup (void)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1790000000", TRUE);
  catalogue = lintel_catalogue_new_builtin ();
  folder = lintel_test_make_folder ();
}

static void
teardown (void)
{
  lintel_test_remove_folder (folder);
  g_clear_pointer (&folder, g_free);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

static void
export_to (LintelProject *project, const char *name, LintelExportOptions options)
{
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  options.force = TRUE;
  if (options.reason == NULL)
    options.reason = "bench test";
  ck_assert_msg (lintel_export_write (linter, path, &options, NULL, &error), "%s",
                 error != NULL ? error->message : "");
}

static char *
read_output (const char *const *argv)
{
  char *out = NULL;
  g_autofree char *err = NULL;

  ck_assert_msg (lintel_test_spawn (argv, &out, &err) == 0, "%s: %s", argv[0], err);
  return out;
}

/* Pages are ended by a form feed; LAYOUT keeps what stands side by side in one line. */
static char *
read_text (const char *name, const char *file, gboolean layout)
{
  g_autofree char *path = g_build_filename (folder, name, file, NULL);
  const char *argv[] = { "pdftotext", layout ? "-layout" : "-raw", path, "-", NULL };

  return read_output (argv);
}

static char *
read_info (const char *name, const char *file)
{
  g_autofree char *path = g_build_filename (folder, name, file, NULL);
  const char *argv[] = { "pdfinfo", path, NULL };

  return read_output (argv);
}

static void
assert_says (const char *text, const char *part)
{
  ck_assert_msg (strstr (text, part) != NULL, "“%s” is not in:\n%.1200s", part, text);
}

/* Words alone: lines break where the paper ends. */
static char *
read_words (const char *name, const char *file, gboolean layout)
{
  g_autofree char *text = read_text (name, file, layout);
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f", -1);
  GString *joined = g_string_new (NULL);

  for (guint n = 0; words[n] != NULL; n++)
    if (*words[n] != '\0')
      g_string_append_printf (joined, "%s ", words[n]);
  return g_string_free (joined, FALSE);
}

START_TEST (the_certificate_says_what_was_checked)
{
  static const char *const parts[] = {
    "Toll fraud certificate",
    "NOT PASSED. 12 errors are open. The files were exported all the same, for this reason: bench",
    "Customer Maple Street Dental",
    "Reference SO-1042",
    "Model NEC SL2100",
    "Date 21 September 2026, 14:13 UTC",
    "Made with Lintel ",
    "5 Assign the international table to that class PASS",
    "Prepared by",
    "Reviewed by",
    "Name Signature Date",
    "International 2 011 44 20 7946 0123 Gets out",
    "2 Telephone 101–112; InMail port 213–216",
    "Error Group mailboxes 1-32 are switched on",
    "101 Front desk",
    "21-05-07 Permit Code Table 0 0 1 2 3 0",
    "1: 911 2: 1800",
    "The trunk is in class 1 in every mode (21-21)",
    "Lintel is not affiliated with NEC.",
    "beside PCPro or WebPro",
  };
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "dental-office");
  g_autofree char *words = NULL, *hash = NULL, *xml = NULL;
  g_autofree char *path = g_build_filename (folder, "a", "project.xml", NULL);

  export_to (project, "a", (LintelExportOptions){ 0 });
  words = read_words ("a", "certificate.pdf", TRUE);
  for (guint n = 0; n < G_N_ELEMENTS (parts); n++)
    assert_says (words, parts[n]);
  xml = lintel_test_read (path);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, xml, -1);
  assert_says (words, hash);
}
END_TEST

START_TEST (a_sound_system_passes)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autofree char *words = NULL;

  export_to (project, "a", (LintelExportOptions){ 0 });
  words = read_words ("a", "certificate.pdf", TRUE);
  assert_says (words, "PASSED. No error and no warning is open.");
  assert_says (words, "101–212, 217–228 2 2 2 2 2 2 2 2 213–216 15 15 15 15 15 15 15 15");
  assert_says (words, "24: 242@@@@@@@");
  ck_assert_ptr_null (strstr (words, "FAIL"));
  ck_assert_ptr_null (strstr (words, "for this reason"));
}
END_TEST

static void
accept (LintelProject *project)
{
  const struct
  {
    LintelField field;
    const char *text;
  } fields[] = { { LINTEL_FIELD_RULE, "unused-group-mailbox" },
                 { LINTEL_FIELD_AT, "47-03-03" },
                 { LINTEL_FIELD_REASON, "groups come next week" },
                 { LINTEL_FIELD_BY, "Q. Okafor" },
                 { LINTEL_FIELD_UNTIL, "2099-01-31" } };
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  int id = lintel_project_next_id (project, LINTEL_PLACE_ACCEPTANCE);

  for (guint n = 0; n < G_N_ELEMENTS (fields); n++)
    {
      LintelPlace place = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, id, fields[n].field);

      lintel_edits_add (edits, &place, fields[n].text);
    }
  ck_assert (lintel_project_apply (project, "", NULL, edits, NULL));
}

START_TEST (acceptances_and_signatures_have_names)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "dental-office");
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autofree char *words = NULL, *info = NULL;

  accept (project);
  lintel_edits_add_sign_off (edits, project, LINTEL_SIGN_OFF_PREPARED, "R. Kay", 1789000000);
  ck_assert (lintel_project_apply (project, "", NULL, edits, NULL));
  export_to (project, "a", (LintelExportOptions){ 0 });
  words = read_words ("a", "certificate.pdf", TRUE);
  assert_says (words, "ACCEPTED 1 exception, see “Accepted findings”");
  assert_says (words, "groups come next week Q. Okafor 31 January 2099");
  assert_says (words, "Prepared by R. Kay, 10 September 2026");
  info = read_info ("a", "certificate.pdf");
  assert_says (info, " R. Kay\n");
}
END_TEST

START_TEST (changes_since_a_baseline_are_a_section)
{
  g_autoptr (LintelProject) baseline = lintel_test_read_example (catalogue, "dental-office");
  g_autoptr (LintelProject) project = lintel_project_copy (baseline);
  g_autofree char *words = NULL, *worksheet = NULL;

  lintel_test_set (project, "21-06-01[1]", "011");
  lintel_test_set (project, "21-04-01[213,1]", "15");
  lintel_test_set (project, "21-04-01[213,2]", "15");
  export_to (project, "a", (LintelExportOptions){ .baseline = baseline });
  words = read_words ("a", "certificate.pdf", TRUE);
  assert_says (words, "Changes since the baseline project");
  assert_says (words, "can no longer call");
  assert_says (words, "21-04-01[213,1-2] Toll restriction class 2 15 213");
  worksheet = read_words ("a", "worksheet.pdf", TRUE);
  assert_says (worksheet, "3 cells to key in beside PCPro or WebPro, from the baseline project.");
}
END_TEST

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

static guint
get_n_pages (const char *info)
{
  const char *pages = strstr (info, "Pages:");

  ck_assert_ptr_nonnull (pages);
  return (guint) g_ascii_strtoull (pages + strlen ("Pages:"), NULL, 10);
}

/* Each page has its number and PART. */
static guint
check_pages (const char *name, const char *file, const char *part)
{
  g_autofree char *text = read_text (name, file, TRUE), *info = read_info (name, file);
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);
  const guint n_pages = get_n_pages (info);

  ck_assert_uint_eq (g_strv_length (pages), n_pages + 1);
  for (guint n = 0; n < n_pages; n++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", n + 1, n_pages);

      assert_says (pages[n], number);
      assert_says (pages[n], part);
    }
  return n_pages;
}

START_TEST (pages_are_numbered_and_heads_repeated)
{
  g_autoptr (LintelProject) project = lintel_test_make_largest_system (catalogue, 1);
  g_autofree char *info = NULL, *text = NULL;

  export_to (project, "a", (LintelExportOptions){ .paper = LINTEL_PAPER_A4 });
  ck_assert_uint_gt (check_pages ("a", "certificate.pdf", "SHA-256 "), 10);
  ck_assert_uint_gt (check_pages ("a", "worksheet.pdf", "Key in"), 40);
  text = read_text ("a", "certificate.pdf", TRUE);
  assert_says (text, "21-06-06 Permit Code Table, table 4 (continued)");
  info = read_info ("a", "certificate.pdf");
  assert_says (info, "(A4)");
}
END_TEST

START_TEST (letter_is_the_paper_of_north_america)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "law-office");
  g_autofree char *info = NULL;

  export_to (project, "a", (LintelExportOptions){ 0 });
  info = read_info ("a", "worksheet.pdf");
  assert_says (info, "(letter)");
}
END_TEST

/* The paper has the cells of worksheet.csv. */
START_TEST (the_worksheet_has_every_cell)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "hardened-office");
  g_autofree char *text = NULL, *csv = NULL;
  g_autofree char *path = g_build_filename (folder, "a", "worksheet.csv", NULL);
  g_auto (GStrv) lines = NULL;
  guint n_cells = 0;

  export_to (project, "a", (LintelExportOptions){ 0 });
  text = read_text ("a", "worksheet.pdf", TRUE);
  csv = lintel_test_read (path);
  lines = g_strsplit (csv, "\n", -1);
  for (guint n = 1; lines[n] != NULL; n++)
    {
      g_autofree char *place = g_strndup (lines[n], strcspn (lines[n], "]") + 1);
      const char *address = *place == '"' ? place + 1 : place;

      if (strchr (address, ']') == NULL)
        continue;
      assert_says (text, address);
      n_cells++;
    }
  ck_assert_uint_eq (n_cells, 355);
}
END_TEST

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

static GBytes *
read_bytes (const char *name, const char *file)
{
  g_autofree char *path = g_build_filename (folder, name, file, NULL);
  char *data;
  gsize size;

  ck_assert (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

START_TEST (the_same_bytes_at_any_time)
{
  static const char *const files[] = { "certificate.pdf", "worksheet.pdf", "code-sheet.pdf" };
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "law-office");

  export_to (project, "a", (LintelExportOptions){ .with_codes = TRUE });
  g_usleep (1100 * 1000);
  export_to (project, "b", (LintelExportOptions){ .with_codes = TRUE });
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  export_to (project, "c", (LintelExportOptions){ .with_codes = TRUE });
  for (guint n = 0; n < G_N_ELEMENTS (files); n++)
    {
      g_autoptr (GBytes) a = read_bytes ("a", files[n]);
      g_autoptr (GBytes) b = read_bytes ("b", files[n]);
      g_autoptr (GBytes) c = read_bytes ("c", files[n]);

      ck_assert_msg (g_bytes_equal (a, b), "%s", files[n]);
      ck_assert_msg (!g_bytes_equal (a, c), "%s", files[n]);
    }
}
END_TEST

START_TEST (the_outline_has_the_sections)
{
  static const char *const titles[] = { "Steps of the hardening tip", "What can be called",
                                        "Open findings", "Tables as shipped", "Signatures" };
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "dental-office");
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *data;

  export_to (project, "a", (LintelExportOptions){ 0 });
  bytes = read_bytes ("a", "certificate.pdf");
  data = g_bytes_get_data (bytes, &size);
  for (guint n = 0; n < G_N_ELEMENTS (titles); n++)
    {
      g_autofree char *entry = g_strdup_printf ("/Title (%s)", titles[n]);

      ck_assert_ptr_nonnull (memmem (data, size, entry, strlen (entry)));
    }
}
END_TEST

/* What a print preview does: the same page on another kind of surface. */
START_TEST (a_page_can_be_drawn_anywhere)
{
  g_autoptr (LintelProject) project = lintel_test_read_example (catalogue, "dental-office");
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  g_autoptr (LintelPaper) paper =
      lintel_certificate_new (linter, &(LintelExportOptions){ 0 }, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 612, 792);
  cairo_t *cr = cairo_create (surface);
  double width, height;
  guint n_inked = 0;

  lintel_paper_get_size (paper, &width, &height);
  ck_assert (width > 611 && width < 613 && height > 791 && height < 793);
  ck_assert_uint_gt (lintel_paper_get_n_pages (paper), 2);
  lintel_paper_draw_page (paper, cr, 1);
  cairo_surface_flush (surface);
  for (int at = 0; at < 792 * cairo_image_surface_get_stride (surface); at++)
    n_inked += cairo_image_surface_get_data (surface)[at] > 0;
  ck_assert_uint_gt (n_inked, 3000);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}
END_TEST

START_TEST (a_machine_without_fonts_is_told_so)
{
  g_autofree char *config = g_build_filename (folder, "fonts.conf", NULL);
  g_autofree char *setting = g_strdup_printf ("FONTCONFIG_FILE=%s", config);
  g_autofree char *example = lintel_test_source ("data/examples/hardened-office.xml");
  g_autofree char *target = g_build_filename (folder, "out", NULL);
  g_autofree char *err = NULL;
  const char *argv[] = { "env",  setting, lintel_test_lintelctl (), "export", example, "--to",
                         target, NULL };

  ck_assert (g_file_set_contents (config, "<fontconfig></fontconfig>", -1, NULL));
  ck_assert_int_eq (lintel_test_spawn (argv, NULL, &err), 2);
  assert_says (err, "install a font");
  ck_assert (!g_file_test (target, G_FILE_TEST_EXISTS));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("papers");
  TCase *tcase = tcase_create ("papers");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, the_certificate_says_what_was_checked);
  tcase_add_test (tcase, a_sound_system_passes);
  tcase_add_test (tcase, acceptances_and_signatures_have_names);
  tcase_add_test (tcase, changes_since_a_baseline_are_a_section);
  tcase_add_test (tcase, names_in_any_script_and_of_any_length);
  tcase_add_test (tcase, what_turns_text_round_is_shown);
  tcase_add_loop_test (tcase, a_name_in_any_script_is_text, 0, G_N_ELEMENTS (names));
  tcase_add_test (tcase, a_date_keeps_its_order_after_any_name);
  tcase_add_test (tcase, pages_are_numbered_and_heads_repeated);
  tcase_add_test (tcase, letter_is_the_paper_of_north_america);
  tcase_add_test (tcase, the_worksheet_has_every_cell);
  tcase_add_test (tcase, codes_are_in_no_file_unless_asked_for);
  tcase_add_test (tcase, what_is_wrong_with_a_code_is_in_no_file);
  tcase_add_test (tcase, each_code_has_a_slip);
  tcase_add_test (tcase, the_same_bytes_at_any_time);
  tcase_add_test (tcase, the_outline_has_the_sections);
  tcase_add_test (tcase, a_page_can_be_drawn_anywhere);
  tcase_add_test (tcase, a_machine_without_fonts_is_told_so);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
