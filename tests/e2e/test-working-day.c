/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody who lives in spreadsheets does all day, by keyboard alone. */

#include "config.h"

#include "tests/e2e/e2e-lintel.h"
#include "tests/support/test-support.h"

#include <gio/gio.h>

/* A factory SL2100: telephones 101 and up, InMail ports 213-228. */
static char *
make_factory_system (void)
{
  char *path = e2e_path ("factory.xml");
  const char *const argv[] = {
    lintel_test_lintelctl (), "new", "--model", "sl2100", "--template", "factory", "-o", path, NULL
  };

  ck_assert_int_eq (lintel_test_spawn (argv, NULL, NULL), 0);
  return path;
}

/* What the saved file has at a place. */
static char *
get (const char *path, const char *place)
{
  const char *const argv[] = { lintel_test_lintelctl (), "get", path, place, NULL };
  char *out = NULL;

  ck_assert_int_eq (lintel_test_spawn (argv, &out, NULL), 0);
  return g_strchomp (out);
}

static void
check_saved (const char *path, const char *place, const char *expected)
{
  g_autofree char *value = get (path, place);

  ck_assert_msg (g_str_has_suffix (value, expected), "%s is %s", place, value);
}

static gboolean
clipboard_has_cb (gpointer text)
{
  const char *const argv[] = { "xclip", "-selection", "clipboard", "-o", NULL };
  g_autofree char *found = NULL;

  return lintel_test_spawn (argv, &found, NULL) == 0 && g_strcmp0 (found, text) == 0;
}

/* Another program owns the clipboard from here on: it goes on in the background, and takes the
 * clipboard a little later. */
static void
copy_elsewhere (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) xclip =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error,
                        "xclip", "-selection", "clipboard", NULL);

  ck_assert_msg (xclip != NULL, "%s", error != NULL ? error->message : "");
  ck_assert (g_subprocess_communicate_utf8 (xclip, text, NULL, NULL, NULL, NULL));
  e2e_wait (clipboard_has_cb, (gpointer) text, "the clipboard has what was copied");
}

static void
save (void)
{
  e2e_press ("<Control>s");
  e2e_wait_for_title ("factory.xml");
}

/* As a spreadsheet program puts them there: number, kind and name, one of them no number. */
static char *
make_forty_rows (void)
{
  GString *rows = g_string_new (NULL);

  for (int i = 1; i <= 40; i++)
    g_string_append_printf (
        rows, i == 7 ? "6x%d\ttelephone\tPerson %d\n" : "6%02d\ttelephone\tPerson %d\n", i, i);
  return g_string_free (rows, FALSE);
}

START_TEST (forty_rows_of_extensions_are_pasted)
{
  g_autofree char *path = make_factory_system ();
  g_autofree char *rows = make_forty_rows ();

  e2e_start (path);
  e2e_show_tab (7, "Extensions");
  e2e_wait_for_focus ("extension[1].number: 101");
  copy_elsewhere (rows);
  e2e_press ("<Control>v");
  g_object_unref (e2e_find_window ("1 value was left out"));
  e2e_press ("Escape");
  e2e_wait_for_window_gone ("1 value was left out");
  save ();
  check_saved (path, "extension[1].number", "601");
  check_saved (path, "extension[40].number", "640");
  check_saved (path, "extension[40].name", "Person 40");
  check_saved (path, "extension[7].number", "107");
  check_saved (path, "extension[7].name", "Person 7");

  /* All of it is one step. */
  e2e_press ("<Control>z");
  e2e_wait_for_title ("• *");
  e2e_press ("<Control>s");
  e2e_wait_for_title ("factory.xml");
  check_saved (path, "extension[1].number", "101");
  check_saved (path, "extension[40].number", "140");
}
END_TEST

/* Five strokes: the tab, the dialog, two digits, and Enter. */
START_TEST (class_15_on_all_inmail_ports_in_all_modes_takes_five_keys)
{
  g_autofree char *path = make_factory_system ();

  e2e_start (path);
  e2e_show_tab (4, "21-04");
  e2e_wait_for_focus ("21-04-01*");
  e2e_press ("<Control>m");
  g_object_unref (e2e_find_window ("Set*Toll restriction class*"));
  e2e_type ("15");
  e2e_press ("Return");
  e2e_wait_for_title ("• *");
  save ();
  for (int port = 213; port <= 228; port++)
    {
      g_autofree char *first = g_strdup_printf ("21-04-01[%d,1]", port);
      g_autofree char *last = g_strdup_printf ("21-04-01[%d,8]", port);

      check_saved (path, first, "15");
      check_saved (path, last, "15");
    }
  check_saved (path, "21-04-01[101,1]", "2");
}
END_TEST

/* Finding the buttons again each time would take most of the test's time. */
static guint
count_problems (AtspiAccessible *errors, AtspiAccessible *warnings)
{
  g_autofree char *error_name = e2e_name (errors);
  g_autofree char *warning_name = e2e_name (warnings);

  return (guint) (g_ascii_strtoull (error_name, NULL, 10)
                  + g_ascii_strtoull (warning_name, NULL, 10));
}

static gboolean
dialog_is_shown (void)
{
  g_autoptr (AtspiAccessible) program = atspi_accessible_get_parent (e2e_main_window (), NULL);

  return atspi_accessible_get_child_count (program, NULL) > 1;
}

/* Whether it comes within two seconds, or goes within twenty. */
static gboolean
wait_for_dialog (gboolean shown)
{
  int n = shown ? 40 : 400;

  for (int i = 0; i < n && dialog_is_shown () != shown; i++)
    g_usleep (G_USEC_PER_SEC / 20);
  return dialog_is_shown () == shown;
}

static gboolean
no_problem_cb (gpointer buttons)
{
  AtspiAccessible **both = buttons;

  return count_problems (both[0], both[1]) == 0;
}

/* F8, Ctrl+. and Enter; then Ctrl+M gives the InMail ports one class for all modes, which a person
 * has to decide if no other repair has come to it before. */
START_TEST (every_problem_of_the_law_office_is_repaired)
{
  g_autofree char *path = e2e_copy_example ("law-office.xml");
  const char *const argv[] = {
    lintel_test_lintelctl (), "check", "--fail-on", "warning", path, NULL
  };

  g_autoptr (AtspiAccessible) errors = NULL;
  g_autoptr (AtspiAccessible) warnings = NULL;
  AtspiAccessible *buttons[2];

  e2e_start (path);
  e2e_wait_for_errors (9);
  errors = e2e_find (e2e_lint_pane (), ATSPI_ROLE_PUSH_BUTTON, "* error*");
  warnings = e2e_find (e2e_lint_pane (), ATSPI_ROLE_PUSH_BUTTON, "* warning*");
  for (int i = 0; i < 60 && count_problems (errors, warnings) > 1; i++)
    {
      e2e_press ("F8");
      g_usleep (G_USEC_PER_SEC / 5);
      e2e_press ("<Control>period");
      if (!wait_for_dialog (TRUE))
        continue;
      e2e_press ("Return");
      ck_assert (wait_for_dialog (FALSE));
    }
  ck_assert_uint_le (count_problems (errors, warnings), 1);
  e2e_show_tab (4, "21-04");
  e2e_press ("<Control>Home");
  e2e_press ("<Control>m");
  g_object_unref (e2e_find_window ("Set*Toll restriction class*"));
  e2e_type ("15");
  e2e_press ("Return");
  buttons[0] = errors;
  buttons[1] = warnings;
  e2e_wait (no_problem_cb, buttons, "problems are left");
  e2e_press ("<Control>s");
  e2e_wait_for_title ("Harper & Quill*");
  ck_assert_int_eq (lintel_test_spawn (argv, NULL, NULL), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("working day");
  TCase *tcase = tcase_create ("keyboard");

  tcase_add_checked_fixture (tcase, e2e_begin, e2e_finish);
  tcase_set_timeout (tcase, 200);
  tcase_add_test (tcase, forty_rows_of_extensions_are_pasted);
  tcase_add_test (tcase, class_15_on_all_inmail_ports_in_all_modes_takes_five_keys);
  tcase_add_test (tcase, every_problem_of_the_law_office_is_repaired);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
