/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of lintelctl share: projects in a folder of their own, and running it. */

#include "tests/golden/cli-fixture.h"

#include <string.h>

char *folder;
char *dental;    /* a copy of the example with many errors */
char *hardened;  /* … of the one without any */
char *warned;    /* the latter with one unused acceptance */
char *accepting; /* the former with all group mailboxes accepted */

static char *
copy_example (const char *example, const char *name, const char *extra)
{
  g_autofree char *relative = g_build_filename ("data", "examples", example, NULL);
  g_autofree char *source = lintel_test_source (relative);
  g_autofree char *text = lintel_test_read (source);
  g_autoptr (GString) changed = g_string_new (text);
  char *path = g_build_filename (folder, name, NULL);

  if (extra != NULL)
    ck_assert_uint_eq (g_string_replace (changed, "</lintel>", extra, 0), 1);
  ck_assert (g_file_set_contents (path, changed->str, -1, NULL));
  return path;
}

void
cli_fixture_setup (void)
{
  folder = lintel_test_make_folder ();
  dental = copy_example ("dental-office.xml", "dental.xml", NULL);
  hardened = copy_example ("hardened-office.xml", "hardened.xml", NULL);
  warned = copy_example ("hardened-office.xml", "warned.xml",
                         "  <accepted>\n    <accept rule=\"table-gap\" at=\"21-06-01\" "
                         "reason=\"old\" by=\"R. Kay\"/>\n  </accepted>\n</lintel>");
  accepting = copy_example ("dental-office.xml", "accepting.xml",
                            "  <accepted>\n    <accept rule=\"unused-group-mailbox\" "
                            "at=\"47-03-03\" reason=\"being set up\" by=\"R. Kay\"/>\n"
                            "  </accepted>\n</lintel>");
}

void
cli_fixture_teardown (void)
{
  lintel_test_remove_folder (folder);
  g_clear_pointer (&folder, g_free);
  g_clear_pointer (&dental, g_free);
  g_clear_pointer (&hardened, g_free);
  g_clear_pointer (&warned, g_free);
  g_clear_pointer (&accepting, g_free);
}

/* Like lintel_test_spawn(), and what nobody asks for is thrown away. */
static int
spawn (const char *const *argv, char **out, char **err)
{
  g_autofree char *unused_out = NULL;
  g_autofree char *unused_err = NULL;

  return lintel_test_spawn (argv, out != NULL ? out : &unused_out, err != NULL ? err : &unused_err);
}

/* Runs lintelctl with words up to NULL; OUT and ERR may be NULL. */
int
run (char **out, char **err, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  const char *word;
  va_list args;

  g_ptr_array_add (argv, (gpointer) lintel_test_lintelctl ());
  va_start (args, err);
  do
    {
      word = va_arg (args, const char *);
      g_ptr_array_add (argv, (gpointer) word);
    }
  while (word != NULL);
  va_end (args);
  return spawn ((const char *const *) argv->pdata, out, err);
}

/* Runs a line of shell in which $0 is lintelctl and $1 is FILE. */
int
run_shell (const char *line, const char *file, char **out, char **err)
{
  const char *argv[] = { "sh", "-c", line, lintel_test_lintelctl (), file, NULL };

  return spawn (argv, out, err);
}

void
assert_says (const char *text, const char *part)
{
  ck_assert_msg (strstr (text, part) != NULL, "“%s” is not in:\n%.2000s", part, text);
}
