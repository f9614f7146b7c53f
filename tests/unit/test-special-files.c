/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files that are none: a pipe nobody writes to, a device without an end, a socket, a folder. Each
 * is refused at once with one sentence, wherever a file can be named. What a shell passes on open
 * is read.
 */

#include "config.h"

#include "tests/support/test-support.h"

#include "lintel/file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static char *folder, *office, *fifo, *device, *special_socket;

static void
make_socket (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  ck_assert_int_eq (bind (fd, (const struct sockaddr *) &address, sizeof address), 0);
  close (fd);
}

static void
set_up (void)
{
  g_autofree char *example = lintel_test_source ("data/examples/dental-office.xml");
  g_autofree char *text = lintel_test_read (example);

  folder = lintel_test_make_folder ();
  office = g_build_filename (folder, "office.xml", NULL);
  fifo = g_build_filename (folder, "pipe.xml", NULL);
  device = g_build_filename (folder, "endless.xml", NULL);
  special_socket = g_build_filename (folder, "socket.xml", NULL);
  ck_assert (g_file_set_contents (office, text, -1, NULL));
  ck_assert_int_eq (mkfifo (fifo, 0600), 0);
  ck_assert_int_eq (symlink ("/dev/zero", device), 0);
  make_socket (special_socket);
}

static void
tear_down (void)
{
  lintel_test_remove_folder (folder);
  g_clear_pointer (&folder, g_free);
  g_clear_pointer (&office, g_free);
  g_clear_pointer (&fifo, g_free);
  g_clear_pointer (&device, g_free);
  g_clear_pointer (&special_socket, g_free);
}

static void
expect_refused (const char *const *argv, const char *file, const char *why)
{
  g_autofree char *out = NULL, *err = NULL;
  int status = lintel_test_spawn (argv, &out, &err);
  const char *end;

  ck_assert_msg (status == 2, "%s %s gave %d: %s", argv[1], file, status, err);
  end = strchr (err, '\n');
  ck_assert_msg (end != NULL && end[1] == '\0' && strstr (err, file) != NULL
                     && strstr (err, why) != NULL,
                 "“%s” is not one line that names %s and says “%s”", err, file, why);
}

static void
expect_refused_everywhere (const char *file, const char *why)
{
  g_autofree char *out = g_build_filename (folder, "out.xml", NULL);
  const char *program = lintel_test_lintelctl ();
  const char *const commands[][7] = {
    { program, "check", file, NULL },
    { program, "set", file, "notes=x", NULL },
    { program, "fix", file, NULL },
    { program, "diff", office, file, NULL },
    { program, "export", file, "--to", out, NULL },
    { program, "export", office, "--to", out, "--baseline", file },
    { program, "import", file, "--onto", office, "-o", out },
  };

  for (gsize n = 0; n < G_N_ELEMENTS (commands); n++)
    {
      const char *argv[8] = { NULL };

      memcpy (argv, commands[n], sizeof commands[n]);
      expect_refused (argv, file, why);
    }
  ck_assert (!g_file_test (out, G_FILE_TEST_EXISTS));
}

START_TEST (test_pipe)
{
  expect_refused_everywhere (fifo, "a pipe");
}
END_TEST

START_TEST (test_device)
{
  expect_refused_everywhere (device, "a device");
}
END_TEST

START_TEST (test_socket)
{
  expect_refused_everywhere (special_socket, "");
}
END_TEST

START_TEST (test_folder)
{
  const char *set[] = { lintel_test_lintelctl (), "set", folder, "notes=x", NULL };
  const char *diff[] = { lintel_test_lintelctl (), "diff", office, folder, NULL };

  expect_refused (set, folder, "this is a folder");
  expect_refused (diff, folder, "this is a folder");
}
END_TEST

/* Never written to either. */
START_TEST (test_written_to)
{
  const char *const files[] = { fifo, device, special_socket };

  for (gsize n = 0; n < G_N_ELEMENTS (files); n++)
    {
      const char *set[] = {
        lintel_test_lintelctl (), "set", office, "notes=x", "-o", files[n], NULL
      };

      expect_refused (set, files[n], "not an ordinary file");
    }
}
END_TEST

START_TEST (test_manifest)
{
  g_autofree char *manifest = g_build_filename (folder, "MANIFEST.json", NULL);
  const char *verify[] = { lintel_test_lintelctl (), "verify", folder, NULL };

  ck_assert_int_eq (symlink ("/dev/zero", manifest), 0);
  expect_refused (verify, manifest, "not a manifest");
}
END_TEST

START_TEST (test_catalogue_folder)
{
  g_autofree char *data = g_build_filename (folder, "data", NULL);
  g_autofree char *inner = g_build_filename (data, "lintel", "catalogue", NULL);
  g_autofree char *item = g_build_filename (inner, "pipe.xml", NULL);
  g_autofree char *setting = g_strconcat ("XDG_DATA_HOME=", data, NULL);
  const char *check[] = { "env", setting, lintel_test_lintelctl (), "check", office, NULL };

  ck_assert_int_eq (g_mkdir_with_parents (inner, 0700), 0);
  ck_assert_int_eq (mkfifo (item, 0600), 0);
  expect_refused (check, item, "a pipe");
}
END_TEST

START_TEST (test_passed_on_open)
{
  g_autofree char *command =
      g_strdup_printf ("'%s' get <(cat '%s') customer.name", lintel_test_lintelctl (), office);
  const char *argv[] = { "bash", "-c", command, NULL };
  g_autofree char *out = NULL, *err = NULL;

  ck_assert_msg (lintel_test_spawn (argv, &out, &err) == 0, "%s", err);
  ck_assert (strstr (out, "Dental") != NULL);
}
END_TEST

START_TEST (test_cut_off_behind_the_limit)
{
  g_autoptr (GBytes) whole = lintel_file_load (office, G_MAXUINT32, NULL);
  g_autoptr (GBytes) part = lintel_file_load (office, 10, NULL);

  ck_assert_uint_gt (g_bytes_get_size (whole), 1000);
  ck_assert_uint_gt (g_bytes_get_size (part), 10);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("special-files");
  TCase *tests = tcase_create ("files");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, test_pipe);
  tcase_add_test (tests, test_device);
  tcase_add_test (tests, test_socket);
  tcase_add_test (tests, test_folder);
  tcase_add_test (tests, test_written_to);
  tcase_add_test (tests, test_manifest);
  tcase_add_test (tests, test_catalogue_folder);
  tcase_add_test (tests, test_passed_on_open);
  tcase_add_test (tests, test_cut_off_behind_the_limit);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
