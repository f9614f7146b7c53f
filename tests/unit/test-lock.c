/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lock on the codes: what it keeps, what opens it, and what a hostile file gets. Keys are made
 * as cheaply as Argon2id allows, but for the one test that asks for the real price.
 */

#include "config.h"

#include "app/core/project/lintel-lock-private.h"
#include "lintel/exchange.h"
#include "lintel/journal.h"
#include "lintel/lint.h"
#include "lintel/renumber.h"
#include "lintel/xml.h"
#include "tests/support/test-support.h"

#include <malloc.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#define PASSPHRASE "four brown horses run"
#define N_ROUNDS 60

static LintelCatalogue *catalogue;
static LintelProject *project; /* some codes, and a lock on them */
static LintelLockKey *key;

static LintelLockKey *
make_key (const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  LintelLockKey *made = lintel_lock_key_new_with (passphrase, crypto_pwhash_argon2id_OPSLIMIT_MIN,
                                                  crypto_pwhash_argon2id_MEMLIMIT_MIN, &error);

  ck_assert_msg (made != NULL, "%s", error != NULL ? error->message : "");
  return made;
}

static gboolean
try_set (LintelProject *where, const char *address, const char *text, GError **error)
{
  LintelPlace place;

  ck_assert_msg (lintel_place_parse (address, where, &place, NULL), "%s", address);
  return lintel_project_set (where, "Edit", &place, text, error);
}

static void
set (LintelProject *where, const char *address, const char *text)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (try_set (where, address, text, &error), "%s", error != NULL ? error->message : "");
}

static void
set_up (void)
{
  catalogue = lintel_catalogue_new_builtin ();
  project = lintel_template_new (catalogue, LINTEL_MODEL_SL2100, "factory", 8, 0, 0, NULL);
  set (project, "code[101]", "4821");
  set (project, "code[102]", "");
  set (project, "code[103]", "1234");
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

static char *
write_text (LintelProject *which)
{
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (which, TRUE);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static LintelProject *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  LintelProject *read = lintel_xml_read_bytes (catalogue, bytes, "office.xml", &error);

  ck_assert_msg (read != NULL, "%s", error != NULL ? error->message : "");
  return read;
}

static LintelProject *
read_locked (void)
{
  g_autofree char *text = write_text (project);
  LintelProject *locked = read_text (text);

  ck_assert_int_eq (lintel_project_get_lock_state (locked), LINTEL_LOCK_LOCKED);
  return locked;
}

/* The <locked-codes> element of a file. */
static char *
find_element (const char *text)
{
  const char *start = strstr (text, "<locked-codes"), *end = strstr (text, "</locked-codes>");

  ck_assert_ptr_nonnull (start);
  ck_assert_ptr_nonnull (end);
  return g_strndup (start, (gsize) (end - start));
}

static gboolean
open_with (LintelProject *locked, const char *passphrase, GError **error)
{
  g_autoptr (LintelSealedCodes) sealed = lintel_project_get_sealed_codes (locked);
  g_autoptr (LintelLockKey) opened = lintel_lock_key_open (sealed, passphrase, error);

  return opened != NULL && lintel_project_unlock (locked, opened, error);
}

static const char *
get_code (LintelProject *which, const char *mailbox)
{
  const char *code;

  return lintel_project_get_code (which, mailbox, &code) == LINTEL_CODE_UNKNOWN ? NULL : code;
}

START_TEST (file_has_no_code_in_clear)
{
  g_autofree char *text = write_text (project);

  ck_assert_ptr_null (strstr (text, "4821"));
  ck_assert_ptr_null (strstr (text, "1234"));
  ck_assert_ptr_null (strstr (text, "<codes"));
  ck_assert_ptr_nonnull (strstr (text, "number=\"101\""));
}
END_TEST

START_TEST (passphrase_brings_codes_back)
{
  g_autoptr (LintelProject) locked = read_locked ();
  g_autoptr (GPtrArray) left = NULL;

  ck_assert_ptr_null (get_code (locked, "101"));
  ck_assert (open_with (locked, PASSPHRASE, NULL));
  ck_assert_int_eq (lintel_project_get_lock_state (locked), LINTEL_LOCK_UNLOCKED);
  ck_assert_str_eq (get_code (locked, "101"), "4821");
  ck_assert_str_eq (get_code (locked, "102"), "");
  ck_assert_str_eq (get_code (locked, "103"), "1234");
  left = lintel_project_diff (project, locked);
  ck_assert_uint_eq (left->len, 0);
}
END_TEST

/* Unlocking is no edit: nothing to save, nothing to undo. */
START_TEST (unlocking_is_no_change)
{
  g_autoptr (LintelProject) locked = read_locked ();

  ck_assert (open_with (locked, PASSPHRASE, NULL));
  ck_assert (!lintel_project_is_dirty (locked));
  ck_assert_ptr_null (lintel_project_get_undo_label (locked));
  ck_assert (!lintel_project_undo (locked));
}
END_TEST

START_TEST (wrong_passphrase_is_told)
{
  g_autoptr (LintelProject) locked = read_locked ();
  g_autoptr (GError) error = NULL;

  ck_assert (!open_with (locked, "Four brown horses run", &error));
  ck_assert (g_error_matches (error, LINTEL_LOCK_ERROR, LINTEL_LOCK_ERROR_PASSPHRASE));
  ck_assert_ptr_nonnull (strstr (error->message, "this passphrase does not open the codes"));
  ck_assert_ptr_null (strchr (error->message, '\n'));
  ck_assert_int_eq (lintel_project_get_lock_state (locked), LINTEL_LOCK_LOCKED);
}
END_TEST

START_TEST (key_of_another_lock_is_told)
{
  g_autoptr (LintelProject) locked = read_locked ();
  g_autoptr (LintelLockKey) other = make_key (PASSPHRASE);
  g_autoptr (GError) error = NULL;

  ck_assert (!lintel_project_unlock (locked, other, &error));
  ck_assert (g_error_matches (error, LINTEL_LOCK_ERROR, LINTEL_LOCK_ERROR_PASSPHRASE));
}
END_TEST

START_TEST (letter_typed_in_two_ways_is_one)
{
  g_autoptr (LintelLockKey) composed = make_key ("caf\xc3\xa9 au lait");
  g_autoptr (LintelProject) locked = NULL;

  ck_assert (lintel_project_remove_lock (project, NULL));
  ck_assert (lintel_project_set_lock (project, composed, NULL));
  locked = read_locked ();
  ck_assert (open_with (locked, "cafe\xcc\x81 au lait", NULL));
}
END_TEST

START_TEST (short_and_endless_passphrases_are_refused)
{
  g_autofree char *endless = g_strnfill (LINTEL_PASSPHRASE_MAX_BYTES + 1, 'x');
  const char *const refused[] = { "", "seven77", "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9", endless };

  for (gsize n = 0; n < G_N_ELEMENTS (refused); n++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_ptr_null (lintel_lock_key_new (refused[n], &error));
      ck_assert (g_error_matches (error, LINTEL_LOCK_ERROR, LINTEL_LOCK_ERROR_SHORT));
    }
}
END_TEST

START_TEST (real_lock_costs_what_it_should)
{
  g_autoptr (LintelLockKey) dear = lintel_lock_key_new (PASSPHRASE, NULL);
  g_autofree char *text = NULL;

  ck_assert (lintel_project_remove_lock (project, NULL));
  ck_assert (lintel_project_set_lock (project, dear, NULL));
  text = write_text (project);
  ck_assert_ptr_nonnull (strstr (text, "passes=\"3\" memory=\"268435456\""));
}
END_TEST

START_TEST (edit_elsewhere_keeps_the_bytes)
{
  g_autoptr (LintelProject) locked = read_locked ();
  g_autofree char *before = write_text (locked);
  g_autofree char *sealed = find_element (before);
  g_autofree char *after = NULL, *open = NULL;

  set (locked, "customer.name", "Acme");
  after = write_text (locked);
  ck_assert_ptr_nonnull (strstr (after, sealed));
  ck_assert (open_with (locked, PASSPHRASE, NULL));
  set (locked, "47-02-01[5]", "0");
  open = write_text (locked);
  ck_assert_ptr_nonnull (strstr (open, sealed));
}
END_TEST

START_TEST (changed_code_is_sealed_anew)
{
  g_autoptr (LintelProject) locked = read_locked ();
  g_autofree char *before = write_text (locked);
  g_autofree char *sealed = find_element (before);
  g_autofree char *changed = NULL, *again = NULL, *back = NULL;

  ck_assert (open_with (locked, PASSPHRASE, NULL));
  set (locked, "code[101]", "7093");
  changed = write_text (locked);
  ck_assert_ptr_null (strstr (changed, sealed));
  ck_assert_ptr_null (strstr (changed, "7093"));
  again = write_text (locked);
  ck_assert_str_eq (changed, again);
  ck_assert (lintel_project_undo (locked));
  back = write_text (locked);
  ck_assert_str_eq (back, before);
}
END_TEST

/* A window saves a copy in a thread; its next save must find that done. */
START_TEST (copies_seal_alike)
{
  g_autoptr (LintelProject) copy = NULL;
  g_autofree char *first = NULL, *second = NULL;

  set (project, "code[104]", "7093");
  copy = lintel_project_copy (project);
  first = write_text (copy);
  second = write_text (project);
  ck_assert_str_eq (first, second);
}
END_TEST

START_TEST (size_does_not_tell_how_many)
{
  g_autofree char *few = write_text (project), *many = NULL;
  g_autofree char *few_sealed = find_element (few), *many_sealed = NULL;

  set (project, "code[104]", "7093");
  set (project, "code[105]", "2861");
  many = write_text (project);
  many_sealed = find_element (many);
  ck_assert_uint_eq (strlen (few_sealed), strlen (many_sealed));
}
END_TEST

START_TEST (locked_codes_cannot_be_changed)
{
  g_autoptr (LintelProject) locked = read_locked ();
  static const char *const texts[] = { "7093", "", NULL };

  for (gsize n = 0; n < G_N_ELEMENTS (texts); n++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert (!try_set (locked, "code[101]", texts[n], &error));
      ck_assert_ptr_nonnull (strstr (error->message, "the codes are locked"));
    }
  ck_assert (!lintel_project_is_dirty (locked));
}
END_TEST

/* A code belongs to its mailbox's number, and cannot follow while it is locked. */
START_TEST (renumbering_waits_for_the_passphrase)
{
  g_autoptr (LintelProject) locked = read_locked ();
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) edits = NULL, open_edits = NULL;
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (numbers, GINT_TO_POINTER (1), (gpointer) "301");
  edits = lintel_renumber_edits (locked, numbers);
  ck_assert (!lintel_project_apply (locked, "Renumber", NULL, edits, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "the codes are locked"));
  ck_assert (open_with (locked, PASSPHRASE, NULL));
  open_edits = lintel_renumber_edits (locked, numbers);
  ck_assert (lintel_project_apply (locked, "Renumber", NULL, open_edits, NULL));
  ck_assert_str_eq (get_code (locked, "301"), "4821");
}
END_TEST

START_TEST (states_have_an_order)
{
  g_autoptr (LintelProject) locked = read_locked ();
  g_autoptr (LintelProject) open = lintel_project_new (catalogue, LINTEL_MODEL_SL2100, "");
  g_autoptr (GError) again = NULL, no_lock = NULL, still = NULL;

  ck_assert (!lintel_project_set_lock (project, key, &again));
  ck_assert (g_error_matches (again, LINTEL_LOCK_ERROR, LINTEL_LOCK_ERROR_STATE));
  ck_assert (!lintel_project_remove_lock (open, &no_lock));
  ck_assert (g_error_matches (no_lock, LINTEL_LOCK_ERROR, LINTEL_LOCK_ERROR_STATE));
  ck_assert (!lintel_project_remove_lock (locked, &still));
  ck_assert (g_error_matches (still, LINTEL_LOCK_ERROR, LINTEL_LOCK_ERROR_STATE));
  ck_assert (lintel_project_unlock (open, key, NULL));
  ck_assert_int_eq (lintel_project_get_lock_state (open), LINTEL_LOCK_NONE);
}
END_TEST

START_TEST (lock_can_be_taken_off)
{
  g_autofree char *text = NULL;

  ck_assert (lintel_project_remove_lock (project, NULL));
  text = write_text (project);
  ck_assert_ptr_nonnull (strstr (text, "<code mailbox=\"101\" state=\"set\">4821</code>"));
  ck_assert_ptr_null (strstr (text, "locked-codes"));
}
END_TEST

START_TEST (saved_file_is_locked)
{
  g_autofree char *folder = lintel_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "office.xml", NULL);
  g_autoptr (LintelProject) locked = NULL;
  g_autoptr (GError) error = NULL;

  ck_assert_msg (lintel_xml_write_file (project, path, &error), "%s",
                 error != NULL ? error->message : "");
  locked = lintel_xml_read_file (catalogue, path, NULL);
  ck_assert (open_with (locked, PASSPHRASE, NULL));
  ck_assert_str_eq (get_code (locked, "103"), "1234");
  lintel_test_remove_folder (folder);
}
END_TEST

/* Tampering. */

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
  set (locked, "code[101]", "9998");
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

/* What others make of it. */

static gboolean
finds (LintelLinter *linter, const char *rule)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);

  for (guint n = 0; n < findings->len; n++)
    if (g_str_equal (lintel_rule_get_id (lintel_finding_get_rule (findings->pdata[n])), rule))
      return TRUE;
  return FALSE;
}

START_TEST (linter_follows_the_lock)
{
  g_autoptr (LintelProject) locked = read_locked ();
  g_autoptr (LintelLinter) linter = lintel_linter_new (locked);

  ck_assert (finds (linter, "codes-locked"));
  ck_assert (!finds (linter, "mailbox-code-unknown"));
  ck_assert (!finds (linter, "mailbox-code-weak"));
  ck_assert (open_with (locked, PASSPHRASE, NULL));
  ck_assert (!finds (linter, "codes-locked"));
  ck_assert (finds (linter, "mailbox-code-unknown"));
  ck_assert (finds (linter, "mailbox-code-weak"));
}
END_TEST

START_TEST (export_with_codes_asks_for_the_passphrase)
{
  g_autoptr (LintelProject) locked = read_locked ();
  g_autoptr (LintelLinter) linter = lintel_linter_new (locked);
  LintelExportOptions options = { .with_codes = TRUE, .force = TRUE, .reason = "test" };
  g_autoptr (GError) error = NULL;

  ck_assert (!lintel_export_check (linter, &options, &error));
  ck_assert (g_error_matches (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_LOCKED));
  options.with_codes = FALSE;
  ck_assert (lintel_export_check (linter, &options, NULL));
  options.with_codes = TRUE;
  ck_assert (open_with (locked, PASSPHRASE, NULL));
  ck_assert (lintel_export_check (linter, &options, NULL));
}
END_TEST

START_TEST (file_without_codes_has_no_lock_either)
{
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (project, FALSE);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  ck_assert_ptr_null (g_strstr_len (data, (gssize) size, "locked-codes"));
}
END_TEST

static char *
read_only_file (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;
  g_autofree char *path = name != NULL ? g_build_filename (folder, name, NULL) : NULL;

  return path != NULL ? lintel_test_read (path) : NULL;
}

START_TEST (journal_has_no_code)
{
  g_autofree char *folder = lintel_test_make_folder ();
  g_autoptr (GBytes) base = lintel_xml_write_bytes (project, TRUE);
  g_autoptr (LintelProject) open = lintel_xml_read_bytes (catalogue, base, "office.xml", NULL);
  g_autoptr (LintelJournal) journal = lintel_journal_new (folder, open, base, NULL);
  g_autofree char *before = NULL, *text = NULL;

  ck_assert (open_with (open, PASSPHRASE, NULL));
  set (open, "code[101]", "7093");
  lintel_journal_flush (journal);
  before = read_only_file (folder);
  ck_assert_ptr_null (before);
  set (open, "customer.name", "Acme");
  set (open, "code[102]", "2861");
  lintel_journal_flush (journal);
  text = read_only_file (folder);
  ck_assert_ptr_nonnull (text);
  ck_assert_ptr_nonnull (strstr (text, "Acme"));
  ck_assert_ptr_null (strstr (text, "7093"));
  ck_assert_ptr_null (strstr (text, "2861"));
  ck_assert_ptr_null (strstr (text, "4821"));
  g_clear_object (&journal);
  lintel_test_remove_folder (folder);
}
END_TEST

START_TEST (locked_codes_do_not_differ)
{
  g_autoptr (LintelProject) locked = read_locked ();
  g_autoptr (GPtrArray) there = lintel_project_diff (project, locked);
  g_autoptr (GPtrArray) back = lintel_project_diff (locked, project);

  ck_assert_uint_eq (there->len, 0);
  ck_assert_uint_eq (back->len, 0);
}
END_TEST

/* What is left in memory. */

/* Whether NEEDLE stands anywhere in the heap, in use or freed. The copy that is looked through is
 * on the stack. */
static gboolean
is_in_range (guintptr start, guintptr end, const char *needle)
{
  char buffer[65536];
  gsize overlap = strlen (needle) - 1;
  gboolean found = FALSE;

  for (guintptr at = start; at < end && !found; at += sizeof buffer - overlap)
    {
      struct iovec to = { buffer, sizeof buffer };
      struct iovec from = { GSIZE_TO_POINTER (at), MIN (sizeof buffer, end - at) };
      ssize_t n = process_vm_readv (getpid (), &to, 1, &from, 1, 0);

      found = n > 0 && memmem (buffer, (gsize) n, needle, strlen (needle)) != NULL;
    }
  explicit_bzero (buffer, sizeof buffer);
  return found;
}

static gboolean
is_in_heap (const char *needle)
{
  g_autofree char *maps = lintel_test_read ("/proc/self/maps");
  g_auto (GStrv) lines = g_strsplit (maps, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      guint64 start, end;

      if (g_str_has_suffix (*line, "[heap]")
          && sscanf (*line, "%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x", &start, &end) == 2
          && is_in_range ((guintptr) start, (guintptr) end, needle))
        return TRUE;
    }
  return FALSE;
}

/* Each is put together on the stack, so that no constant of the test is found instead. */
static void
make_code (char code[15], char first)
{
  for (int n = 0; n < 14; n++)
    code[n] = (char) (first + n);
  code[14] = '\0';
}

static void
use_and_close (const char *code, const char *other)
{
  g_autoptr (LintelProject) open = read_locked ();
  g_autoptr (LintelProject) copy = NULL;
  g_autofree char *text = NULL;

  ck_assert (open_with (open, PASSPHRASE, NULL));
  for (int n = 200; n < 500; n++)
    {
      g_autofree char *address = g_strdup_printf ("code[%d]", n);

      set (open, address, n % 2 == 0 ? code : other);
    }
  set (open, "code[101]", NULL);
  ck_assert (is_in_heap (code));
  copy = lintel_project_copy (open);
  text = write_text (copy);
  lintel_project_undo (open);
  lintel_project_undo (open);
}

/* Whether blocks come from the system's heap: sanitizers and valgrind have heaps of their own, in
 * which nothing can be looked for. */
static gboolean
heap_can_be_searched (void)
{
  g_autofree char *probe = g_strdup_printf ("probe-%" G_GINT64_FORMAT, g_get_real_time ());

  return is_in_heap (probe);
}

START_TEST (closed_project_leaves_no_code_in_memory)
{
  char code[15], other[15];

  if (!heap_can_be_searched ())
    {
      g_print ("codes not looked for in memory: this build has a heap of its own\n");
      return;
    }

  /* The test runner has freed memory overwritten. */
  mallopt (M_PERTURB, 0);
  make_code (code, 'A');
  make_code (other, 'a');
  use_and_close (code, other);
  ck_assert (!is_in_heap (code));
  ck_assert (!is_in_heap (other));
}
END_TEST

/* Any list comes back, however long, and whatever the codes are. */
static void
draw_codes (LintelProject *which, GRand *rand)
{
  static const char *const odd[] = { "", "<&>\"'", "é你𝄞", "12 34", "0000" };
  int n = g_rand_int_range (rand, 0, 700);

  while (n-- > 0)
    {
      g_autofree char *address =
          g_strdup_printf ("code[%d]", g_rand_int_range (rand, 1, 100000000));
      g_autofree char *code = g_strdup_printf ("%04d", g_rand_int_range (rand, 0, 10000));
      gboolean is_odd = g_rand_int_range (rand, 0, 8) == 0;

      set (which, address, is_odd ? odd[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd))] : code);
    }
}

START_TEST (any_list_comes_back)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (lintel_test_seed ());

  for (int n = 0; n < N_ROUNDS; n++)
    {
      g_autoptr (LintelProject) drawn = lintel_project_new (catalogue, LINTEL_MODEL_SL2100, "");
      g_autoptr (LintelProject) locked = NULL;
      g_autoptr (GPtrArray) left = NULL;
      g_autofree char *text = NULL, *again = NULL;

      draw_codes (drawn, rand);
      ck_assert (lintel_project_set_lock (drawn, key, NULL));
      text = write_text (drawn);
      locked = read_text (text);
      ck_assert (lintel_project_unlock (locked, key, NULL));
      left = lintel_project_diff (drawn, locked);
      ck_assert_uint_eq (left->len, 0);
      again = write_text (locked);
      ck_assert_str_eq (text, again);
    }
}
END_TEST

static void
add_tests (TCase *tcase)
{
  tcase_add_test (tcase, file_has_no_code_in_clear);
  tcase_add_test (tcase, passphrase_brings_codes_back);
  tcase_add_test (tcase, unlocking_is_no_change);
  tcase_add_test (tcase, wrong_passphrase_is_told);
  tcase_add_test (tcase, key_of_another_lock_is_told);
  tcase_add_test (tcase, letter_typed_in_two_ways_is_one);
  tcase_add_test (tcase, short_and_endless_passphrases_are_refused);
  tcase_add_test (tcase, real_lock_costs_what_it_should);
  tcase_add_test (tcase, edit_elsewhere_keeps_the_bytes);
  tcase_add_test (tcase, changed_code_is_sealed_anew);
  tcase_add_test (tcase, copies_seal_alike);
  tcase_add_test (tcase, size_does_not_tell_how_many);
  tcase_add_test (tcase, locked_codes_cannot_be_changed);
  tcase_add_test (tcase, renumbering_waits_for_the_passphrase);
  tcase_add_test (tcase, states_have_an_order);
  tcase_add_test (tcase, lock_can_be_taken_off);
  tcase_add_test (tcase, saved_file_is_locked);
  tcase_add_test (tcase, any_list_comes_back);
}

static void
add_hostile_tests (TCase *tcase)
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

static void
add_effect_tests (TCase *tcase)
{
  tcase_add_test (tcase, linter_follows_the_lock);
  tcase_add_test (tcase, export_with_codes_asks_for_the_passphrase);
  tcase_add_test (tcase, file_without_codes_has_no_lock_either);
  tcase_add_test (tcase, journal_has_no_code);
  tcase_add_test (tcase, locked_codes_do_not_differ);
  tcase_add_test (tcase, closed_project_leaves_no_code_in_memory);
}

int
main (void)
{
  Suite *suite = suite_create ("lock");
  TCase *lock = tcase_create ("lock"), *files = tcase_create ("hostile files");
  TCase *effects = tcase_create ("effects");
  TCase *const cases[] = { lock, files, effects };

  add_tests (lock);
  add_hostile_tests (files);
  add_effect_tests (effects);
  for (gsize n = 0; n < G_N_ELEMENTS (cases); n++)
    {
      tcase_add_checked_fixture (cases[n], set_up, tear_down);
      tcase_set_timeout (cases[n], 60);
      suite_add_tcase (suite, cases[n]);
    }
  return lintel_test_run (suite);
}
