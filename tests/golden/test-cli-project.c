/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl new, get and set: what they print, write, refuse and leave alone. */

#include "config.h"

#include "tests/support/test-support.h"

#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>

static char *folder, *path;

static void
set_up (void)
{
  folder = lintel_test_make_folder ();
  path = g_build_filename (folder, "office.xml", NULL);
}

static void
tear_down (void)
{
  lintel_test_remove_folder (folder);
  g_free (folder);
  g_free (path);
}

typedef struct
{
  int status;
  char *out, *err;
} Result;

static void
clear_result (Result *result)
{
  g_free (result->out);
  g_free (result->err);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, clear_result)

/* Runs lintelctl with the words up to NULL. */
static Result run (const char *command, ...) G_GNUC_NULL_TERMINATED;

static Result
run (const char *command, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  Result result = { 0 };
  va_list args;

  g_ptr_array_add (argv, (gpointer) lintel_test_lintelctl ());
  va_start (args, command);
  for (const char *word = command; word != NULL; word = va_arg (args, const char *))
    g_ptr_array_add (argv, (gpointer) word);
  va_end (args);
  g_ptr_array_add (argv, NULL);
  result.status = lintel_test_spawn ((const char *const *) argv->pdata, &result.out, &result.err);
  return result;
}

static void
expect_fine (const Result *result, const char *out)
{
  ck_assert_msg (result->status == 0, "status %d: %s", result->status, result->err);
  ck_assert_str_eq (result->out, out);
  ck_assert_str_eq (result->err, "");
}

static void
expect_refused (const Result *result, const char *why)
{
  ck_assert_int_eq (result->status, 2);
  ck_assert_str_eq (result->out, "");
  ck_assert_msg (g_str_has_prefix (result->err, "lintelctl: ") && strstr (result->err, why) != NULL,
                 "“%s” does not say “%s”", result->err, why);
  ck_assert_ptr_eq (strchr (result->err, '\n'), result->err + strlen (result->err) - 1);
}

static void
copy_example (void)
{
  g_autofree char *example = lintel_test_source ("data/examples/hardened-office.xml");
  g_autofree char *text = lintel_test_read (example);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
}

START_TEST (test_new)
{
  g_auto (Result) made = run ("new", "--model", "sl2100", "--template", "hardened", "--telephones",
                              "3", "--inmail", "213-214", "-o", path, NULL);
  g_auto (Result) values = run ("get", path, "extension[3].number", "extension[4].kind",
                                "47-02-01[3]", "47-02-01[4]", "21-04-01[214,8]", NULL);
  struct stat info;

  expect_fine (&made, "");
  expect_fine (&values, "extension[3].number=103\n"
                        "extension[4].kind=unused\n"
                        "47-02-01[3]=1\n"
                        "47-02-01[4]=0\n"
                        "21-04-01[214,8]=15\n");
  ck_assert_int_eq (stat (path, &info), 0);
  ck_assert_int_eq (info.st_mode & 07777, 0600);
}
END_TEST

START_TEST (test_new_to_standard_output)
{
  g_autofree char *template = lintel_test_source ("data/templates/factory-sl2100.xml");
  g_autofree char *text = lintel_test_read (template);
  g_auto (Result) made = run ("new", "--model", "sl2100", "--template", "factory", "-o", "-", NULL);

  expect_fine (&made, text);
}
END_TEST

START_TEST (test_new_refuses)
{
  g_auto (Result) nothing = run ("new", NULL);
  g_auto (Result) model =
      run ("new", "--model", "sv9100", "--template", "factory", "-o", path, NULL);
  g_auto (Result) template =
      run ("new", "--model", "sl2100", "--template", "secure", "-o", path, NULL);
  g_auto (Result) inmail =
      run ("new", "--model", "sl1100", "--template", "hardened", "-o", path, NULL);
  g_auto (Result) range = run ("new", "--model", "sl1100", "--template", "hardened", "--inmail",
                               "213-", "-o", path, NULL);
  g_auto (Result) option = run ("new", "--modle", "sl1100", NULL);

  expect_refused (&nothing, "--model, --template and -o");
  expect_refused (&model, "sv9100");
  expect_refused (&template, "secure");
  expect_refused (&inmail, "--inmail FIRST-LAST");
  expect_refused (&range, "213-");
  expect_refused (&option, "--modle");
  ck_assert (!g_file_test (path, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST (test_new_keeps_a_file)
{
  g_autofree char *before = NULL, *after = NULL;

  copy_example ();
  before = lintel_test_read (path);
  {
    g_auto (Result) again =
        run ("new", "--model", "sl2100", "--template", "factory", "-o", path, NULL);

    expect_refused (&again, "exists already");
  }
  after = lintel_test_read (path);
  ck_assert_str_eq (before, after);
  {
    g_auto (Result) forced =
        run ("new", "--model", "sl2100", "--template", "factory", "-o", path, "--force", NULL);
    g_auto (Result) name = run ("get", path, "customer.name", NULL);

    expect_fine (&forced, "");
    expect_fine (&name, "customer.name=\n");
  }
}
END_TEST

START_TEST (test_get)
{
  copy_example ();
  {
    g_auto (Result) values =
        run ("get", path, "customer.name", "notes", "code[101]", "code[199]", "21-06-01[1]",
             "21-06-01[3]", "extension[1].name", "21-06-04[1]", NULL);

    expect_fine (&values, "customer.name=Northside Tool & Supply\n"
                          "notes=Hardened after the tip; the codes are on the sheet in the safe.\n"
                          "code[101]=5283\n"
                          "code[199]=unknown\n"
                          "21-06-01[1]=011\n"
                          "21-06-01[3]=\n"
                          "extension[1].name=Reception\n"
                          "21-06-04[1]=911\n");
  }
}
END_TEST

START_TEST (test_get_refuses)
{
  g_auto (Result) nothing = run ("get", NULL);

  expect_refused (&nothing, "get takes one project");
  copy_example ();
  {
    g_auto (Result) item = run ("get", path, "21-05-99[1]", NULL);
    g_auto (Result) index = run ("get", path, "21-05-01[16]", NULL);
    g_auto (Result) stranger = run ("get", path, "21-04-01[999,1]", NULL);

    expect_refused (&item, "21-05-99");
    expect_refused (&index, "16");
    expect_refused (&stranger, "999");
  }
}
END_TEST

START_TEST (test_set)
{
  copy_example ();
  {
    g_auto (Result) done = run (
        "set", path, "47-02-01[1]=none", "47-02-01[2]=Undefined", "47-02-01[3]=2 – Group",
        "47-02-01[11]=default", "21-04-01[213,1]=014", "21-06-01[3]=@1",
        "21-06-01[1]=", "code[101]=none", "code[102]=unknown", "code[103]=1=2", "customer.site=a=b",
        "extension[1].number=555", "21-04-01[555,1]=3", "notes=see [1] = \"x\"", NULL);
    g_auto (Result) values =
        run ("get", path, "47-02-01[1]", "47-02-01[2]", "47-02-01[3]", "47-02-01[11]",
             "21-04-01[213,1]", "21-06-01[3]", "21-06-01[1]", "code[101]", "code[102]", "code[103]",
             "customer.site", "21-04-01[555,1]", "notes", NULL);

    expect_fine (&done, "");
    expect_fine (&values, "47-02-01[1]=0\n"
                          "47-02-01[2]=0\n"
                          "47-02-01[3]=2\n"
                          "47-02-01[11]=1\n"
                          "21-04-01[213,1]=14\n"
                          "21-06-01[3]=@1\n"
                          "21-06-01[1]=\n"
                          "code[101]=none\n"
                          "code[102]=unknown\n"
                          "code[103]=1=2\n"
                          "customer.site=a=b\n"
                          "21-04-01[555,1]=3\n"
                          "notes=see [1] = \"x\"\n");
  }
}
END_TEST

START_TEST (test_set_elsewhere)
{
  g_autofree char *other = g_build_filename (folder, "other.xml", NULL);
  g_autofree char *before = NULL, *after = NULL;

  copy_example ();
  before = lintel_test_read (path);
  {
    g_auto (Result) done = run ("set", path, "code[101]=none", "-o", other, NULL);
    g_auto (Result) value = run ("get", other, "code[101]", NULL);

    expect_fine (&done, "");
    expect_fine (&value, "code[101]=none\n");
  }
  after = lintel_test_read (path);
  ck_assert_str_eq (before, after);
}
END_TEST

/* Everything else of a file stays, whatever it is. */
START_TEST (test_set_keeps_the_rest)
{
  g_autofree char *source = lintel_test_data ("xml", "identity", "foreign.xml", NULL);
  g_autofree char *before = lintel_test_read (source);
  g_autofree char *after = NULL;
  g_auto (GStrv) parts = g_strsplit (before, "by=\"RK\"/>", 2);
  g_autofree char *expected = g_strjoinv ("by=\"AB\"/>", parts);

  ck_assert (g_file_set_contents (path, before, -1, NULL));
  {
    g_auto (Result) done = run ("set", path, "accepted[1].by=AB", NULL);

    expect_fine (&done, "");
  }
  after = lintel_test_read (path);
  ck_assert_str_eq (after, expected);
}
END_TEST

/* One that does not fit, and nothing is done. */
START_TEST (test_set_refuses)
{
  static const char *const wrong[][2] = {
    { "47-02-01[1]", "PLACE=VALUE" },
    { "47-02-01[1=0", "brackets" },
    { "47-02-01[1]=3", "choose one of" },
    { "47-02-01[200]=0", "200" },
    { "21-04-01[999,1]=2", "999" },
    { "21-04-01[3999,1]=2", "3999" },
    { "21-05=1", "21-05" },
    { "extension[1].kind=fax", "telephone, inmail" },
    { "extension[1].number=102", "102" },
    { "extension[200].name=x", "number" },
    { "code[1x]=1234", "1 to 8 digits" },
    { "customer=x", ".name" },
  };
  g_autofree char *before = NULL, *after = NULL;

  copy_example ();
  before = lintel_test_read (path);
  for (gsize n = 0; n < G_N_ELEMENTS (wrong); n++)
    {
      g_auto (Result) refused = run ("set", path, "notes=changed", wrong[n][0], NULL);

      expect_refused (&refused, wrong[n][1]);
    }
  after = lintel_test_read (path);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (test_help)
{
  static const char *const commands[] = { "new", "get", "set" };

  for (gsize n = 0; n < G_N_ELEMENTS (commands); n++)
    {
      g_auto (Result) help = run (commands[n], "--help", NULL);

      ck_assert_int_eq (help.status, 0);
      ck_assert (strstr (help.out, commands[n]) != NULL);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cli-project");
  TCase *tests = tcase_create ("lintelctl");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, test_new);
  tcase_add_test (tests, test_new_to_standard_output);
  tcase_add_test (tests, test_new_refuses);
  tcase_add_test (tests, test_new_keeps_a_file);
  tcase_add_test (tests, test_get);
  tcase_add_test (tests, test_get_refuses);
  tcase_add_test (tests, test_set);
  tcase_add_test (tests, test_set_elsewhere);
  tcase_add_test (tests, test_set_keeps_the_rest);
  tcase_add_test (tests, test_set_refuses);
  tcase_add_test (tests, test_help);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
