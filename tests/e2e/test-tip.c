/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The hardening tip from the command line: the example offices miss steps of it, check says which
 * and fails, fix carries them out, and after it nothing but notes is left to say.
 */

#include "config.h"

#include "lintel/lint.h"
#include "tests/support/test-support.h"

static int
run (char **out, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  const char *argument;
  va_list args;

  g_ptr_array_add (argv, (gpointer) lintel_test_lintelctl ());
  va_start (args, out);
  while ((argument = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (argv, (gpointer) argument);
  va_end (args);
  g_ptr_array_add (argv, NULL);
  return lintel_test_spawn ((const char *const *) argv->pdata, out, NULL);
}

/* Whether a finding of some rule of that step is in what check printed. */
static gboolean
names_step (const char *out, LintelTip tip)
{
  for (guint i = 0; i < lintel_rules_get_n (); i++)
    {
      const LintelRule *rule = lintel_rules_get (i);
      g_autofree char *tag = g_strdup_printf ("[%s]", lintel_rule_get_id (rule));

      if (lintel_rule_get_tip (rule) == tip && strstr (out, tag) != NULL)
        return TRUE;
    }
  return FALSE;
}

static const char *const examples[] = { "dental-office", "law-office" };

START_TEST (check_names_the_missing_steps_and_fix_carries_them_out)
{
  static const LintelTip missing[] = { LINTEL_TIP_CODES, LINTEL_TIP_STATION_BOXES,
                                       LINTEL_TIP_GROUP_BOXES, LINTEL_TIP_INMAIL_CLASS,
                                       LINTEL_TIP_TABLE_ENTRIES };
  g_autofree char *name = g_strdup_printf ("data/examples/%s.xml", examples[_i]);
  g_autofree char *path = lintel_test_source (name);
  g_autofree char *folder = lintel_test_make_folder ();
  g_autofree char *fixed = g_build_filename (folder, "fixed.xml", NULL);
  g_autofree char *before = NULL, *after = NULL;

  ck_assert_int_eq (run (&before, "check", path, NULL), 1);
  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
    ck_assert_msg (names_step (before, missing[i]), "%s: step %d is not named in\n%s", examples[_i],
                   missing[i], before);
  /* The class table is part of what to do about the ports. */
  ck_assert_msg (strstr (before, "21-05-01") != NULL, "%s", before);
  ck_assert_int_eq (run (NULL, "fix", path, "-o", fixed, NULL), 0);
  ck_assert_int_eq (run (&after, "check", "--fail-on", "warning", fixed, NULL), 0);
  lintel_test_remove_folder (folder);
}
END_TEST

START_TEST (hardened_office_has_no_finding)
{
  g_autofree char *path = lintel_test_source ("data/examples/hardened-office.xml");
  g_autofree char *out = NULL;

  ck_assert_int_eq (run (&out, "check", "--fail-on", "note", path, NULL), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("tip");
  TCase *tests = tcase_create ("examples");

  tcase_add_loop_test (tests, check_names_the_missing_steps_and_fix_carries_them_out, 0,
                       G_N_ELEMENTS (examples));
  tcase_add_test (tests, hardened_office_has_no_finding);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
