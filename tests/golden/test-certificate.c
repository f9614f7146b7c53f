/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the certificate must say. */

#include "config.h"

#include "lintel/xml.h"
#include "tests/golden/export-fixture.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include <string.h>

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

static void
add_tests (TCase *tcase)
{
  tcase_add_test (tcase, the_certificate_says_what_was_checked);
  tcase_add_test (tcase, a_sound_system_passes);
  tcase_add_test (tcase, acceptances_and_signatures_have_names);
  tcase_add_test (tcase, changes_since_a_baseline_are_a_section);
  tcase_add_test (tcase, the_outline_has_the_sections);
}

int
main (void)
{
  return export_fixture_run ("certificate", add_tests);
}
