/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF files of an export: pages, sizes, and the same bytes again; and pages drawn elsewhere. */

#include "config.h"

#include "lintel/paper.h"
#include "lintel/xml.h"
#include "tests/golden/export-fixture.h"
#include "tests/support/largest-system.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include <string.h>

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

static void
add_tests (TCase *tcase)
{
  tcase_add_test (tcase, pages_are_numbered_and_heads_repeated);
  tcase_add_test (tcase, letter_is_the_paper_of_north_america);
  tcase_add_test (tcase, the_worksheet_has_every_cell);
  tcase_add_test (tcase, the_same_bytes_at_any_time);
  tcase_add_test (tcase, a_page_can_be_drawn_anywhere);
  tcase_add_test (tcase, a_machine_without_fonts_is_told_so);
}

int
main (void)
{
  return export_fixture_run ("papers", add_tests);
}
