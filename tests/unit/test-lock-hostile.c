/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Locked codes that somebody changed: each byte of the seal, what is sealed, what a file says of
 * it. */

#include "config.h"

#include "lintel/xml.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"
#include "tests/unit/lock-fixture.h"

#include <string.h>

static void
assert_refused (LintelSealedCodes *sealed)
{
  g_autoptr (LintelProject) victim = lintel_project_new (catalogue, LINTEL_MODEL_SL2100, "");
  g_autoptr (GError) error = NULL;

  lintel_project_load_sealed_codes (victim, sealed);
  ck_assert (!open_with (victim, PASSPHRASE, &error));
  ck_assert (g_error_matches (error, LINTEL_LOCK_ERROR, LINTEL_LOCK_ERROR_PASSPHRASE));
  ck_assert_ptr_null (get_code (victim, "101"));
}

static void
tamper_with (LintelSealedCodes *sealed, guchar *bytes, gsize size)
{
  for (gsize n = 0; n < size; n++)
    {
      bytes[n] ^= (guchar) (1 << n % 8);
      assert_refused (sealed);
      bytes[n] ^= (guchar) (1 << n % 8);
    }
}

START_TEST (every_changed_byte_is_noticed)
{
  g_autoptr (LintelSealedCodes) sealed = lintel_project_get_sealed_codes (project);

  tamper_with (sealed, sealed->box, sealed->size);
  tamper_with (sealed, sealed->nonce, sizeof sealed->nonce);
  tamper_with (sealed, sealed->parameters.salt, sizeof sealed->parameters.salt);
  sealed->size--;
  assert_refused (sealed);
  sealed->size++;
  sealed->parameters.passes++;
  assert_refused (sealed);
  sealed->parameters.passes--;
  sealed->parameters.memory += 1024;
  assert_refused (sealed);
}
END_TEST

/* Whoever has the passphrase can seal what is no list of codes. */
START_TEST (sealed_nonsense_is_refused)
{
  static const char *const plains[] = {
    "101",         "101\t1234",          "101\n",          "\t1234\n",    "1o1\t1234\n",
    "101\t1\t2\n", "101\t1234\n101\t\n", "123456789\t1\n", "101\t\x01\n", "101\t123456789012345\n",
  };

  for (gsize n = 0; n < G_N_ELEMENTS (plains); n++)
    {
      g_autoptr (LintelProject) victim = lintel_project_new (catalogue, LINTEL_MODEL_SL2100, "");
      g_autoptr (LintelSealedCodes) sealed =
          lintel_lock_key_seal (key, NULL, (const guchar *) plains[n], strlen (plains[n]));
      g_autoptr (GError) error = NULL;

      lintel_project_load_sealed_codes (victim, sealed);
      ck_assert_msg (!lintel_project_unlock (victim, key, &error), "%s", plains[n]);
      ck_assert (g_error_matches (error, LINTEL_LOCK_ERROR, LINTEL_LOCK_ERROR_FORMAT));
      ck_assert_int_eq (lintel_project_get_lock_state (victim), LINTEL_LOCK_LOCKED);
    }
}
END_TEST

/* Attributes that would have a reader allocate or compute without end, or are simply wrong. */
static const struct
{
  const char *from, *to;
} hostile[] = {
  { "memory=\"8192\"", "memory=\"1099511627776\"" },
  { "memory=\"8192\"", "memory=\"536870913\"" },
  { "memory=\"8192\"", "memory=\"18446744073709551616\"" },
  { "memory=\"8192\"", "memory=\"-1\"" },
  { "memory=\"8192\"", "memory=\"1\"" },
  { "memory=\"8192\"", "" },
  { "passes=\"1\"", "passes=\"4294967295\"" },
  { "passes=\"1\"", "passes=\"11\"" },
  { "passes=\"1\"", "passes=\"0\"" },
  { "passes=\"1\"", "passes=\"one\"" },
  { "kdf=\"argon2id13\"", "kdf=\"none\"" },
  { "kdf=\"argon2id13\"", "" },
  { "cipher=\"xsalsa20poly1305\"", "cipher=\"\"" },
  { "salt=\"", "salt=\"AAAA" },
  { "nonce=\"", "nonce=\"!" },
  { "nonce=\"", "once=\"" },
};

START_TEST (hostile_parameters_are_kept_and_not_followed)
{
  g_autofree char *text = write_text (project);
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (LintelProject) read = NULL;
  g_autoptr (GPtrArray) strays = NULL;
  g_autofree char *again = NULL, *element = NULL;
  const LintelStray *stray;

  ck_assert_uint_eq (g_string_replace (changed, hostile[_i].from, hostile[_i].to, 0), 1);
  read = read_text (changed->str);
  ck_assert_int_eq (lintel_project_get_lock_state (read), LINTEL_LOCK_NONE);
  strays = lintel_project_list_strays (read);
  ck_assert_uint_eq (strays->len, 1);
  stray = g_ptr_array_index (strays, 0);
  ck_assert_int_eq (stray->kind, LINTEL_STRAY_OUT_OF_RANGE);
  ck_assert_int_gt (stray->line, 1);
  again = write_text (read);
  element = find_element (again);
  ck_assert_msg (*hostile[_i].to == '\0' || strstr (element, hostile[_i].to) != NULL, "%s", again);
}
END_TEST

START_TEST (empty_and_endless_content_is_refused)
{
  LintelSealedTexts texts = { 0 };
  g_autofree char *endless = g_strnfill (LINTEL_LOCK_MAX_BYTES / 3 * 4 + 8, 'A');
  char *const boxes[] = { NULL, (char *) "", (char *) "AAAA", (char *) "====", endless };
  g_autoptr (LintelSealedCodes) sealed = lintel_project_get_sealed_codes (project);

  lintel_sealed_codes_print (sealed, &texts);
  for (gsize n = 0; n < G_N_ELEMENTS (boxes); n++)
    {
      LintelSealedTexts changed = texts;
      g_autoptr (GError) error = NULL;

      changed.box = boxes[n];
      ck_assert_ptr_null (lintel_sealed_codes_parse (&changed, &error));
      ck_assert (g_error_matches (error, LINTEL_LOCK_ERROR, LINTEL_LOCK_ERROR_FORMAT));
    }
  lintel_sealed_texts_clear (&texts);
}
END_TEST

START_TEST (broken_lines_are_read)
{
  g_autofree char *text = write_text (project);
  g_autoptr (GString) broken = g_string_new (text);
  g_autoptr (LintelProject) locked = NULL;
  char *inside = strchr (strstr (broken->str, "<locked-codes"), '>');

  g_string_insert (broken, inside - broken->str + 9, "\n      ");
  locked = read_text (broken->str);
  ck_assert (open_with (locked, PASSPHRASE, NULL));
}
END_TEST

START_TEST (codes_beside_a_lock_are_kept_aside)
{
  g_autofree char *text = write_text (project);
  g_autoptr (GString) merged = g_string_new (text);
  g_autoptr (LintelProject) locked = NULL;
  g_autoptr (GPtrArray) strays = NULL;
  g_autofree char *again = NULL;

  g_string_replace (merged, "  <locked-codes",
                    "  <codes>\n    <code mailbox=\"101\" state=\"set\">9999</code>\n  </codes>\n"
                    "  <locked-codes",
                    0);
  locked = read_text (merged->str);
  strays = lintel_project_list_strays (locked);
  ck_assert_uint_eq (strays->len, 1);
  ck_assert_int_eq (((const LintelStray *) strays->pdata[0])->kind, LINTEL_STRAY_DUPLICATE);
  again = write_text (locked);
  ck_assert_str_eq (again, merged->str);
  ck_assert (open_with (locked, PASSPHRASE, NULL));
  ck_assert_str_eq (get_code (locked, "101"), "4821");
  lintel_test_set (locked, "code[101]", "9998");
  g_ptr_array_unref (strays);
  strays = lintel_project_list_strays (locked);
  ck_assert_uint_eq (strays->len, 0);
}
END_TEST

/* It may be a code with a slip in it, and would stay for all to read. */
START_TEST (what_is_odd_among_codes_keeps_the_lock_off)
{
  g_autoptr (LintelProject) odd =
      read_text ("<lintel xmlns=\"urn:lintel:project:1\" model=\"sl2100\">\n<codes>\n"
                 "<code mailbox=\"101\" state=\"sett\">4821</code></codes></lintel>");
  g_autoptr (GError) error = NULL;

  ck_assert (!lintel_project_set_lock (odd, key, &error));
  ck_assert (g_error_matches (error, LINTEL_LOCK_ERROR, LINTEL_LOCK_ERROR_CONTENT));
  ck_assert_ptr_nonnull (strstr (error->message, "line 3"));
  ck_assert_int_eq (lintel_project_get_lock_state (odd), LINTEL_LOCK_NONE);
}
END_TEST

static void
add_tests (TCase *tcase)
{
  tcase_add_test (tcase, every_changed_byte_is_noticed);
  tcase_add_test (tcase, sealed_nonsense_is_refused);
  tcase_add_loop_test (tcase, hostile_parameters_are_kept_and_not_followed, 0,
                       G_N_ELEMENTS (hostile));
  tcase_add_test (tcase, empty_and_endless_content_is_refused);
  tcase_add_test (tcase, broken_lines_are_read);
  tcase_add_test (tcase, codes_beside_a_lock_are_kept_aside);
  tcase_add_test (tcase, what_is_odd_among_codes_keeps_the_lock_off);
}

int
main (void)
{
  return lock_fixture_run ("lock, hostile files", add_tests);
}
