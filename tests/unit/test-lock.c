/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lock on the codes: what it keeps, and what opens it. Keys are cheap, but for the one test
 * that asks for the real price.
 */

#include "config.h"

#include "lintel/renumber.h"
#include "lintel/xml.h"
#include "tests/support/test-project.h"
#include "tests/support/test-support.h"
#include "tests/unit/lock-fixture.h"

#include <string.h>

#define N_ROUNDS 60

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

  lintel_test_set (locked, "customer.name", "Acme");
  after = write_text (locked);
  ck_assert_ptr_nonnull (strstr (after, sealed));
  ck_assert (open_with (locked, PASSPHRASE, NULL));
  lintel_test_set (locked, "47-02-01[5]", "0");
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
  lintel_test_set (locked, "code[101]", "7093");
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

  lintel_test_set (project, "code[104]", "7093");
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

  lintel_test_set (project, "code[104]", "7093");
  lintel_test_set (project, "code[105]", "2861");
  many = write_text (project);
  many_sealed = find_element (many);
  ck_assert_uint_eq (strlen (few_sealed), strlen (many_sealed));
}
END_TEST

static gboolean
try_set (LintelProject *where, const char *address, const char *text, GError **error)
{
  LintelPlace place;

  ck_assert_msg (lintel_place_parse (address, where, &place, NULL), "%s", address);
  return lintel_project_set (where, "Edit", &place, text, error);
}

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

      lintel_test_set (which, address,
                       is_odd ? odd[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd))] : code);
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

int
main (void)
{
  return lock_fixture_run ("lock", add_tests);
}
