/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/unit/lock-fixture.h"

#include "lintel/xml.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"

#include <string.h>

LintelCatalogue *catalogue;
LintelProject *project;
LintelLockKey *key;

LintelLockKey *
make_key (const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  LintelLockKey *made = lintel_lock_key_new_with (passphrase, crypto_pwhash_argon2id_OPSLIMIT_MIN,
                                                  crypto_pwhash_argon2id_MEMLIMIT_MIN, &error);

  ck_assert_msg (made != NULL, "%s", error != NULL ? error->message : "");
  return made;
}

static void
set_up (void)
{
  catalogue = lintel_catalogue_new_builtin ();
  project = lintel_template_new (catalogue, LINTEL_MODEL_SL2100, "factory", 8, 0, 0, NULL);
  lintel_test_set (project, "code[101]", "4821");
  lintel_test_set (project, "code[102]", "");
  lintel_test_set (project, "code[103]", "1234");
  key = make_key (PASSPHRASE);
  ck_assert (lintel_project_set_lock (project, key, NULL));
}

static void
tear_down (void)
{
  g_clear_object (&project);
  g_clear_pointer (&key, lintel_lock_key_unref);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
}

char *
write_text (LintelProject *which)
{
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (which, TRUE);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

LintelProject *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  LintelProject *read = lintel_xml_read_bytes (catalogue, bytes, "office.xml", &error);

  ck_assert_msg (read != NULL, "%s", error != NULL ? error->message : "");
  return read;
}

LintelProject *
read_locked (void)
{
  g_autofree char *text = write_text (project);
  LintelProject *locked = read_text (text);

  ck_assert_int_eq (lintel_project_get_lock_state (locked), LINTEL_LOCK_LOCKED);
  return locked;
}

char *
find_element (const char *text)
{
  const char *start = strstr (text, "<locked-codes"), *end = strstr (text, "</locked-codes>");

  ck_assert_ptr_nonnull (start);
  ck_assert_ptr_nonnull (end);
  return g_strndup (start, (gsize) (end - start));
}

gboolean
open_with (LintelProject *locked, const char *passphrase, GError **error)
{
  g_autoptr (LintelSealedCodes) sealed = lintel_project_get_sealed_codes (locked);
  g_autoptr (LintelLockKey) opened = lintel_lock_key_open (sealed, passphrase, error);

  return opened != NULL && lintel_project_unlock (locked, opened, error);
}

const char *
get_code (LintelProject *which, const char *mailbox)
{
  const char *code;

  return lintel_project_get_code (which, mailbox, &code) == LINTEL_CODE_UNKNOWN ? NULL : code;
}

int
lock_fixture_run (const char *name, void (*add_tests) (TCase *tcase))
{
  Suite *suite = suite_create (name);
  TCase *tcase = tcase_create (name);

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_set_timeout (tcase, 60);
  add_tests (tcase);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
