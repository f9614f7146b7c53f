/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Nothing that a project, a table or a file's name says drives the terminal or turns what is read
 * round, whatever command prints it.
 */

#include "lintel/safe-text.h"
#include "tests/golden/cli-fixture.h"

#include <string.h>

#define OVERRIDE "\xe2\x80\xae" /* U+202E: what follows reads from right to left */
#define CSI "\xc2\x9b"          /* U+009B: begins what a terminal obeys */

static char *evil; /* a project under a name with an escape sequence */

static void
replace (GString *text, const char *old, const char *new)
{
  ck_assert_msg (g_string_replace (text, old, new, 1) == 1, "“%s” is not there", old);
}

static void
setup (void)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) edited = NULL;

  cli_fixture_setup ();
  text = lintel_test_read (accepting);
  edited = g_string_new (text);
  replace (edited, "<customer name=\"", "<customer name=\"" OVERRIDE);
  replace (edited, "name=\"Front desk\"", "name=\"=1+1" OVERRIDE "\"");
  replace (edited, "by=\"R. Kay\"", "by=\"" OVERRIDE "R. Kay\"");
  replace (
      edited, "</extensions>",
      "</extensions><program number=\"47-02\"><set item=\"01\" mailbox=\"5\">&#x9b;31m" OVERRIDE
      "</set><set item=\"" CSI "2J\" mailbox=\"6\">1</set></program>");
  evil = g_build_filename (folder, "\x1b[31m" OVERRIDE ".xml", NULL);
  ck_assert (g_file_set_contents (evil, edited->str, -1, NULL));
}

static void
teardown (void)
{
  g_clear_pointer (&evil, g_free);
  cli_fixture_teardown ();
}

static void
expect_harmless (const char *what, const char *text)
{
  ck_assert_msg (g_utf8_validate (text, -1, NULL), "%s: not UTF-8", what);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    ck_assert_msg (strchr ("\n\r\t", *p) != NULL || !lintel_text_is_unsafe (g_utf8_get_char (p)),
                   "%s prints U+%04X: %.200s", what, g_utf8_get_char (p), p);
}

/* LINE has lintelctl as $0, the evil project as $1 and is run in its folder. PART is what must be
 * seen of it. */
static void
expect_shown (const char *line, const char *part)
{
  g_autofree char *whole = g_strconcat ("cd \"$(dirname \"$1\")\" && ", line, NULL);
  g_autofree char *out = NULL, *err = NULL, *both = NULL;

  run_shell (whole, evil, &out, &err);
  both = g_strconcat (out, err, NULL);
  expect_harmless (line, both);
  ck_assert_msg (strstr (both, part) != NULL, "%s: “%s” is not in:\n%.2000s", line, part, both);
}

START_TEST (findings_are_shown_safely)
{
  expect_shown ("\"$0\" check \"$1\"", "[U+001B][31m[U+202E].xml:");
  expect_shown ("\"$0\" check \"$1\"", "[U+009B]31m[U+202E]");
  expect_shown ("\"$0\" check \"$1\"", "(accepted by [U+202E]R. Kay");
  expect_shown ("\"$0\" check --format brief \"$1\"", "[U+001B][31m[U+202E].xml:");
  expect_shown ("\"$0\" check --format json \"$1\"", "\\u202e");
  expect_shown ("\"$0\" check --format sarif \"$1\"", "[U+009B]31m");
  expect_shown ("\"$0\" check --format junit \"$1\"", "[U+001B][31m[U+202E].xml");
  expect_shown ("\"$0\" check --format csv \"$1\"", "[U+202E]");
  expect_shown ("\"$0\" check --format html \"$1\"", "<td>[U+202E]");
  expect_shown ("\"$0\" check \"$1.gone\"", "[U+001B][31m[U+202E].xml.gone");
  expect_shown ("\"$0\" fix --dry-run \"$1\"", "[U+009B]");
}
END_TEST

START_TEST (values_and_changes_are_shown_safely)
{
  expect_shown ("\"$0\" get \"$1\"", "customer.name=[U+202E]");
  expect_shown ("\"$0\" get \"$1\" 'extension[1].name'", "==1+1[U+202E]\n");
  expect_shown ("\"$0\" get \"$1\" 'extension[\x1b[31m]'", "[U+001B]");
  expect_shown ("\"$0\" diff hardened.xml \"$1\"", "[U+202E]");
  expect_shown ("\"$0\" diff --format json hardened.xml \"$1\"", "\\u202e");
  expect_shown ("\"$0\" set \"$1\" \"customer.name=$(printf '\\033[31m')\"", "customer.name");
  expect_shown ("\"$0\" reach \"$1\"", "");
  expect_shown ("printf '9\\033[31m\\n' | \"$0\" dial \"$1\" --class 2 -", "-:1:");
}
END_TEST

START_TEST (files_and_rejects_are_shown_safely)
{
  expect_shown ("\"$0\" export \"$1\" --force --reason x --to \"$(printf 'out\\033[31m')\"",
                "out[U+001B][31m");
  expect_shown ("touch \"$(printf 'out\\033[31m/extra\\033[2J')\"; "
                "\"$0\" verify \"$(printf 'out\\033[31m')\"; :",
                "");
  expect_shown ("mkdir many && cp \"$1\" many && \"$0\" export many --to to --force --reason x",
                "[U+001B][31m");
  expect_shown ("printf 'number,name\\n9\\033[31m,x\\n' | \"$0\" import - --onto \"$1\" --dry-run",
                "“9[U+001B][31m”");
  expect_shown ("\"$0\" explain \"$(printf '\\033[31m')\"", "[U+001B][31m");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cli-safe");
  TCase *tcase = tcase_create ("lintelctl");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_set_timeout (tcase, 120);
  tcase_add_test (tcase, findings_are_shown_safely);
  tcase_add_test (tcase, values_and_changes_are_shown_safely);
  tcase_add_test (tcase, files_and_rejects_are_shown_safely);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
