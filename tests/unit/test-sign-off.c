/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sign-offs: what they stand for, what makes them stale, and where they are carried. */

#include "lintel/exchange.h"
#include "lintel/report.h"
#include "lintel/xml.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include <string.h>

static LintelCatalogue *catalogue;
static LintelProject *project; /* signed by two */

static void
sign (LintelSignOffKind kind, const char *name)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();

  lintel_edits_add_sign_off (edits, project, kind, name, 1790000000);
  ck_assert (lintel_project_apply (project, "Sign", NULL, edits, NULL));
}

static void
setup (void)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1790000000", TRUE);
  catalogue = lintel_catalogue_new_builtin ();
  project = lintel_test_read_example (catalogue, "dental-office");
  sign (LINTEL_SIGN_OFF_PREPARED, "R. Kay");
  sign (LINTEL_SIGN_OFF_REVIEWED, "M. Ortiz");
}

static void
teardown (void)
{
  g_clear_object (&project);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

static gboolean
is_stale (LintelProject *which)
{
  gboolean prepared = lintel_project_is_sign_off_stale (which, LINTEL_SIGN_OFF_PREPARED);

  ck_assert_int_eq (prepared, lintel_project_is_sign_off_stale (which, LINTEL_SIGN_OFF_REVIEWED));
  return prepared;
}

START_TEST (one_signature_does_not_make_the_other_stale)
{
  LintelSignOff sign_off;

  ck_assert (!is_stale (project));
  ck_assert (lintel_project_get_sign_off (project, LINTEL_SIGN_OFF_REVIEWED, &sign_off));
  ck_assert_str_eq (sign_off.by, "M. Ortiz");
  ck_assert_str_eq (sign_off.time, "2026-09-21T14:13:20Z");
  ck_assert_uint_eq (strlen (sign_off.sha256), 64);
}
END_TEST

static const struct
{
  const char *place, *text;
  gboolean makes_stale;
} changes[] = {
  { "47-02-01[5]", "0", TRUE },
  { "47-03-03[3]", "0", TRUE },
  { "21-04-01[101,8]", "14", TRUE },
  { "21-05-01[7]", "1", TRUE },
  { "21-06-07[4,60]", "", TRUE },
  { "21-06-01[1]", "0", TRUE },
  { "extension[1].name", "Bell", TRUE },
  { "extension[1].kind", "virtual", TRUE },
  { "extension[2].number", "777", TRUE },
  { "customer.site", "Elsewhere", TRUE },
  { "notes", "look", TRUE },
  { "accepted[1].rule", "table-gap", TRUE },
  { "dial-test[1].number", "911", TRUE },
  { "code[101]", "7306", FALSE },
};

START_TEST (a_change_makes_both_stale_until_it_is_undone)
{
  lintel_test_set (project, changes[_i].place, changes[_i].text);
  ck_assert_msg (is_stale (project) == changes[_i].makes_stale, "%s", changes[_i].place);
  ck_assert (lintel_project_undo (project));
  ck_assert (!is_stale (project));
}
END_TEST

START_TEST (the_linter_follows_every_change)
{
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  guint before = lintel_linter_count (linter, LINTEL_SEVERITY_WARNING);

  lintel_test_set (project, "customer.site", "Elsewhere");
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), before + 2);
  lintel_test_set (project, "sign-off.reviewed", NULL);
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), before + 1);
  sign (LINTEL_SIGN_OFF_PREPARED, "R. Kay");
  ck_assert_uint_eq (lintel_linter_count (linter, LINTEL_SEVERITY_WARNING), before);
}
END_TEST

static LintelProject *
write_and_read (gboolean with_codes)
{
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (project, with_codes);
  LintelProject *again = lintel_xml_read_bytes (catalogue, bytes, "again", NULL);

  ck_assert_ptr_nonnull (again);
  return again;
}

START_TEST (it_holds_in_the_file_with_codes_and_without)
{
  g_autoptr (LintelProject) with = write_and_read (TRUE);
  g_autoptr (LintelProject) without = write_and_read (FALSE);
  g_autoptr (LintelProject) copy = lintel_project_copy (project);
  g_autoptr (GPtrArray) edits = lintel_project_diff (project, with);

  ck_assert (lintel_project_get_sign_off (without, LINTEL_SIGN_OFF_PREPARED, NULL));
  ck_assert (!is_stale (with));
  ck_assert (!is_stale (without));
  ck_assert (!is_stale (copy));
  ck_assert_uint_eq (edits->len, 0);
}
END_TEST

START_TEST (a_difference_carries_it)
{
  g_autoptr (LintelProject) copy = lintel_project_copy (project);
  g_autoptr (GPtrArray) edits = NULL;

  lintel_test_set (project, "sign-off.prepared", NULL);
  ck_assert (!lintel_project_get_sign_off (project, LINTEL_SIGN_OFF_PREPARED, NULL));
  edits = lintel_project_diff (project, copy);
  ck_assert_uint_eq (edits->len, 3);
  ck_assert (lintel_project_apply (project, "Back", NULL, edits, NULL));
  ck_assert (!is_stale (project));
}
END_TEST

START_TEST (the_manifest_carries_it)
{
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  const LintelExportOptions options = { .force = TRUE, .reason = "test" };
  g_autoptr (GPtrArray) files = lintel_export_render (linter, &options, NULL, NULL);
  g_autoptr (GPtrArray) later = NULL;
  const LintelExportFile *manifest = g_ptr_array_index (files, files->len - 1);
  g_autofree char *words = lintel_report_format_sign_off (project, LINTEL_SIGN_OFF_PREPARED);
  g_autofree char *text = NULL, *later_text = NULL;

  ck_assert_str_eq (words, "R. Kay, 21 September 2026, 14:13 UTC");
  text = g_strndup (g_bytes_get_data (manifest->bytes, NULL), g_bytes_get_size (manifest->bytes));
  ck_assert_ptr_nonnull (strstr (text, "\"by\" : \"M. Ortiz\""));
  ck_assert_ptr_nonnull (strstr (text, "\"stale\" : false"));
  ck_assert_ptr_null (strstr (text, "\"stale\" : true"));
  lintel_test_set (project, "21-05-01[7]", "1");
  later = lintel_export_render (linter, &options, NULL, NULL);
  manifest = g_ptr_array_index (later, later->len - 1);
  later_text =
      g_strndup (g_bytes_get_data (manifest->bytes, NULL), g_bytes_get_size (manifest->bytes));
  ck_assert_ptr_nonnull (strstr (later_text, "\"stale\" : true"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("sign-off");
  TCase *tcase = tcase_create ("sign-off");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_add_test (tcase, one_signature_does_not_make_the_other_stale);
  tcase_add_loop_test (tcase, a_change_makes_both_stale_until_it_is_undone, 0,
                       G_N_ELEMENTS (changes));
  tcase_add_test (tcase, the_linter_follows_every_change);
  tcase_add_test (tcase, it_holds_in_the_file_with_codes_and_without);
  tcase_add_test (tcase, a_difference_carries_it);
  tcase_add_test (tcase, the_manifest_carries_it);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
