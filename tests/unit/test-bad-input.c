/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever lintelctl is given: one clear sentence on standard error when there is no project in it,
 * findings when there is one with faults, and in both cases the file as it was.
 */

#include "config.h"

#include "tests/support/test-disk.h"
#include "tests/support/test-support.h"

#include "lintel/xml.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define MEGABYTE (1024 * 1024)

static LintelCatalogue *catalogue;
static char *folder, *path;

static void
set_up (void)
{
  catalogue = lintel_catalogue_new_builtin ();
  folder = lintel_test_make_folder ();
  path = g_build_filename (folder, "office.xml", NULL);
}

static void
tear_down (void)
{
  lintel_test_remove_folder (folder);
  g_free (folder);
  g_free (path);
  lintel_catalogue_unref (catalogue);
}

/* Fails unless ERR is "lintelctl: FILE…: what" on one line that says WHY. */
static void
expect_sentence (const char *err, const char *file, const char *why)
{
  g_autofree char *head = g_strdup_printf ("lintelctl: %s:", file);
  const char *end = strchr (err, '\n');

  ck_assert_msg (g_str_has_prefix (err, head), "“%s” does not start with “%s”", err, head);
  ck_assert_msg (end != NULL && end[1] == '\0', "not one line: %s", err);
  ck_assert_msg (strstr (err, why) != NULL, "“%s” does not say “%s”", err, why);
}

static void
expect_refused_by (const char *const *argv, const char *file, const char *why)
{
  g_autofree char *out = NULL, *err = NULL;
  int status = lintel_test_spawn (argv, &out, &err);

  ck_assert_msg (status == 2, "%s %s gave %d: %s", argv[1], file, status, err);
  ck_assert_str_eq (out, "");
  expect_sentence (err, file, why);
}

/* Reading and changing it are refused alike. */
static void
expect_unreadable (const char *file, const char *why)
{
  const char *const commands[][5] = {
    { lintel_test_lintelctl (), "check", file, NULL },
    { lintel_test_lintelctl (), "get", file, "notes", NULL },
    { lintel_test_lintelctl (), "set", file, "notes=x", NULL },
  };

  for (gsize n = 0; n < G_N_ELEMENTS (commands); n++)
    expect_refused_by (commands[n], file, why);
}

/* The sentences themselves are golden files of golden-xml. */
START_TEST (test_no_projects)
{
  g_autofree char *cases = lintel_test_data ("xml", "fail", NULL);
  g_autoptr (GDir) dir = g_dir_open (cases, 0, NULL);
  const char *name;
  guint n_cases = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (cases, name, NULL);
      g_autofree char *before = NULL, *after = NULL;
      gsize size, size_after;

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      ck_assert (g_file_get_contents (source, &before, &size, NULL));
      ck_assert (g_file_set_contents (path, before, (gssize) size, NULL));
      expect_unreadable (path, "");
      ck_assert (g_file_get_contents (path, &after, &size_after, NULL));
      ck_assert_uint_eq (size, size_after);
      ck_assert_int_eq (memcmp (before, after, size), 0);
      n_cases++;
    }
  ck_assert_uint_gt (n_cases, 20);
}
END_TEST

START_TEST (test_no_file)
{
  expect_unreadable (path, "No such file");
  expect_unreadable (folder, "folder");
}
END_TEST

/* COUNT times PIECE, after a root element, in one file. */
static void
write_repeated (const char *piece, gsize size)
{
  g_autoptr (GString) block = g_string_sized_new (MEGABYTE);
  FILE *file = g_fopen (path, "w");
  gsize written = 0;

  while (block->len + strlen (piece) <= MEGABYTE)
    g_string_append (block, piece);
  fputs ("<lintel xmlns=\"urn:lintel:project:1\" model=\"sl2100\">", file);
  for (; written < size; written += block->len)
    ck_assert_uint_eq (fwrite (block->str, 1, block->len, file), block->len);
  ck_assert_int_eq (fclose (file), 0);
}

/* What lintelctl has at most in memory while it looks at a huge file, in megabytes. */
static long
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return usage.ru_maxrss / 1024;
}

START_TEST (test_200_megabytes_of_nesting)
{
  write_repeated ("<a>", 200 * MEGABYTE);
  expect_unreadable (path, "larger than the 16 MB");
  ck_assert_int_lt (get_peak (), 100);
}
END_TEST

START_TEST (test_huge_standard_input)
{
  g_autofree char *command =
      g_strdup_printf ("yes '<a>' | head -c 200000000 | '%s' check -", lintel_test_lintelctl ());
  const char *argv[] = { "sh", "-c", command, NULL };

  expect_refused_by (argv, "-", "larger than the 16 MB");
  ck_assert_int_lt (get_peak (), 100);
}
END_TEST

/* As much of it as Lintel does read: each stops at a limit of its own, at once. */
START_TEST (test_hostile_files)
{
  const struct
  {
    const char *piece, *why;
  } cases[] = {
    { "<a>", ":1:242: elements are nested more than 64 deep" },
    { "<a/>", "more than 200000 elements" },
    { "<!---->", "more than 200000 elements" },
    { "<?a?>", "more than 200000 elements" },
    { "&lt;", "cut off" },
    { "<a b='", "a tag starts here that is longer" },
    { "x", "cut off" },
  };

  for (gsize n = 0; n < G_N_ELEMENTS (cases); n++)
    {
      write_repeated (cases[n].piece, 14 * MEGABYTE);
      expect_unreadable (path, cases[n].why);
    }
}
END_TEST

/* libxml2 compares each attribute of a tag with all others: without a limit this takes hours. */
START_TEST (test_many_attributes)
{
  g_autoptr (GString) text = g_string_new ("<lintel");

  for (int n = 0; n < 500000; n++)
    g_string_append_printf (text, " a%d=\"\"", n);
  g_string_append (text, "/>");
  ck_assert (g_file_set_contents (path, text->str, -1, NULL));
  expect_unreadable (path, "a tag starts here that is longer");
}
END_TEST

/* Values that do not fit an item. */
static GPtrArray *
list_bad_values (const LintelItem *item)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (values, g_strdup ("x"));
  g_ptr_array_add (values, g_strdup ("1 2"));
  g_ptr_array_add (values, g_strdup ("99999999999999999999"));
  if (item->type == LINTEL_TYPE_DIGITS)
    {
      g_ptr_array_add (values, g_strnfill ((gsize) item->max_length + 1, '1'));
      return values;
    }
  g_ptr_array_add (values, g_strdup (""));
  g_ptr_array_add (values, g_strdup ("-1"));
  g_ptr_array_add (values, g_strdup ("01"));
  g_ptr_array_add (values, g_strdup_printf ("%d", item->maximum + 1));
  if (item->type == LINTEL_TYPE_NUMBER && item->minimum > 0)
    g_ptr_array_add (values, g_strdup_printf ("%d", item->minimum - 1));
  return values;
}

static void
append_set (GString *text, const LintelItem *item, const char *value)
{
  g_string_append_printf (text, "<set item=\"%s\"", item->id);
  for (guint dim = 0; dim < item->n_dimensions; dim++)
    g_string_append_printf (text, " %s=\"%s\"", lintel_index_kind_to_id (item->dimension[dim].kind),
                            item->dimension[dim].kind == LINTEL_INDEX_EXTENSION ? "101" : "1");
  g_string_append_printf (text, ">%s</set>\n", value);
}

/* A project with every value out of range that the catalogue lets one think of. */
static guint
write_bad_values (void)
{
  g_autoptr (GString) text = g_string_new (
      "<lintel xmlns=\"urn:lintel:project:1\" model=\"sl2100\">\n"
      "<extensions><extension port=\"1\" number=\"101\" kind=\"telephone\"/></extensions>\n");
  guint n_programs, n_bad = 0;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  for (guint p = 0; p < n_programs; p++)
    {
      g_string_append_printf (text, "<program number=\"%s\">\n", programs[p]->number);
      for (guint n = 0; n < programs[p]->n_items; n++)
        {
          g_autoptr (GPtrArray) values = list_bad_values (programs[p]->items[n]);

          for (guint k = 0; k < values->len; k++, n_bad++)
            append_set (text, programs[p]->items[n], g_ptr_array_index (values, k));
        }
      g_string_append (text, "</program>\n");
    }
  g_string_append (text, "</lintel>\n");
  ck_assert (g_file_set_contents (path, text->str, -1, NULL));
  return n_bad;
}

static guint
count_in (const char *text, const char *what)
{
  guint n = 0;

  for (; (text = strstr (text, what)) != NULL; text++)
    n++;
  return n;
}

START_TEST (test_every_value_out_of_range)
{
  guint n_bad = write_bad_values ();
  const char *check[] = { lintel_test_lintelctl (), "check", path, NULL };
  const char *set[] = { lintel_test_lintelctl (), "set", path, "notes=kept", NULL };
  g_autofree char *out = NULL, *out_after = NULL, *err = NULL;

  ck_assert_uint_gt (n_bad, 100);
  ck_assert_int_eq (lintel_test_spawn (check, &out, &err), 1);
  ck_assert_str_eq (err, "");
  ck_assert_uint_eq (count_in (out, "[value-out-of-range]"), n_bad);
  ck_assert_int_eq (lintel_test_spawn (set, NULL, NULL), 0);
  ck_assert_int_eq (lintel_test_spawn (check, &out_after, NULL), 1);
  ck_assert_uint_eq (count_in (out_after, "[value-out-of-range]"), n_bad);
}
END_TEST

static void
expect_bad_set (const LintelItem *item, const char *value)
{
  g_autofree char *place =
      g_strdup_printf ("%s[%s]", lintel_item_get_number (item),
                       item->dimension[0].kind == LINTEL_INDEX_EXTENSION ? "101,1"
                       : item->n_dimensions > 1                          ? "1,1"
                                                                         : "1");
  g_autofree char *assignment = g_strdup_printf ("%s=%s", place, value);
  const char *set[] = { lintel_test_lintelctl (), "set", path, assignment, NULL };

  expect_refused_by (set, place, "");
}

START_TEST (test_every_item_refuses_a_bad_value)
{
  g_autofree char *example = lintel_test_source ("data/examples/dental-office.xml");
  g_autofree char *before = lintel_test_read (example);
  g_autofree char *after = NULL;
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  ck_assert (g_file_set_contents (path, before, -1, NULL));
  for (guint p = 0; p < n_programs; p++)
    for (guint n = 0; n < programs[p]->n_items; n++)
      expect_bad_set (programs[p]->items[n], "123456789012345x");
  after = lintel_test_read (path);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (test_duplicates_and_strangers)
{
  static const char text[] = "<lintel xmlns=\"urn:lintel:project:1\" model=\"sl2100\">\n"
                             "<program number=\"21-05\">\n"
                             "<set item=\"01\" class=\"15\">1</set>\n"
                             "<set item=\"01\" class=\"15\">0</set>\n"
                             "</program>\n"
                             "<program number=\"21-04\">\n"
                             "<set item=\"01\" extension=\"999\" mode=\"1\">15</set>\n"
                             "</program>\n"
                             "</lintel>\n";
  const char *check[] = { lintel_test_lintelctl (), "check", path, NULL };
  g_autofree char *out = NULL, *after = NULL;

  ck_assert (g_file_set_contents (path, text, -1, NULL));
  ck_assert_int_eq (lintel_test_spawn (check, &out, NULL), 1);
  ck_assert (strstr (out, "office.xml:4: error: 21-05-01[15] = “0”") != NULL);
  ck_assert (strstr (out, "[duplicate-set]") != NULL);
  ck_assert (strstr (out, "office.xml:7: error: 21-04-01[999,1] = “15”") != NULL);
  ck_assert (strstr (out, "[unknown-index]") != NULL);
  after = lintel_test_read (path);
  ck_assert_str_eq (after, text);
}
END_TEST

static void
copy_example (const char *file)
{
  g_autofree char *example = lintel_test_source ("data/examples/dental-office.xml");
  g_autofree char *text = lintel_test_read (example);

  ck_assert (g_file_set_contents (file, text, -1, NULL));
}

/* Each of the commands that write. */
static void
expect_unwritable (const char *file, const char *why)
{
  g_autofree char *before = lintel_test_read (file);
  g_autofree char *after = NULL;
  const char *const commands[][6] = {
    { lintel_test_lintelctl (), "set", file, "notes=x", NULL },
    { lintel_test_lintelctl (), "fix", file, NULL },
  };

  for (gsize n = 0; n < G_N_ELEMENTS (commands); n++)
    {
      g_autofree char *out = NULL, *err = NULL;

      ck_assert_int_eq (lintel_test_spawn (commands[n], &out, &err), 2);
      expect_sentence (err, file, why);
    }
  after = lintel_test_read (file);
  ck_assert_str_eq (before, after);
}

START_TEST (test_read_only_file)
{
  copy_example (path);
  ck_assert_int_eq (g_chmod (path, 0444), 0);
  expect_unwritable (path, "the file is read-only");
}
END_TEST

START_TEST (test_read_only_folder)
{
  g_autofree char *other = g_build_filename (folder, "new.xml", NULL);
  const char *create[] = {
    lintel_test_lintelctl (), "new", "--model", "sl2100", "--template", "factory", "-o", other, NULL
  };

  copy_example (path);
  ck_assert_int_eq (g_chmod (folder, 0555), 0);
  expect_unwritable (path, "is read-only");
  expect_refused_by (create, other, "is read-only");
  ck_assert_int_eq (g_chmod (folder, 0755), 0);
  ck_assert (!g_file_test (other, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST (test_full_disk)
{
  g_autofree char *disk = g_build_filename (folder, "disk", NULL);
  g_autofree char *file = g_build_filename (disk, "office.xml", NULL);

  ck_assert_int_eq (g_mkdir (disk, 0700), 0);
  lintel_test_mount_small_disk (disk);
  copy_example (file);
  lintel_test_fill_disk (disk);
  expect_unwritable (file, "the disk is full");
  lintel_test_unmount_small_disk (disk);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("bad-input");
  TCase *tests = tcase_create ("lintelctl");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, test_no_projects);
  tcase_add_test (tests, test_no_file);
  tcase_add_test (tests, test_200_megabytes_of_nesting);
  tcase_add_test (tests, test_huge_standard_input);
  tcase_add_test (tests, test_hostile_files);
  tcase_add_test (tests, test_many_attributes);
  tcase_add_test (tests, test_every_value_out_of_range);
  tcase_add_test (tests, test_every_item_refuses_a_bad_value);
  tcase_add_test (tests, test_duplicates_and_strangers);
  tcase_add_test (tests, test_read_only_file);
  tcase_add_test (tests, test_read_only_folder);
  tcase_add_test (tests, test_full_disk);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
