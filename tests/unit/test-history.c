/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo, redo, merging of steps, the dirty mark, and the signal that tells of each change. */

#include "config.h"

#include "tests/support/test-support.h"

#include "lintel/project.h"

static LintelCatalogue *catalogue;
static LintelProject *project;
static GString *heard; /* what "changed" said, one edit a line */
static LintelPlace name, site, mailbox;

static void
changed_cb (LintelProject *from, GPtrArray *edits, gpointer data)
{
  for (guint k = 0; k < edits->len; k++)
    {
      const LintelEdit *edit = g_ptr_array_index (edits, k);
      g_autofree char *place = lintel_place_to_string (&edit->place, from);

      g_string_append_printf (heard, "%s: %s → %s\n", place,
                              edit->old_text != NULL ? edit->old_text : "-",
                              edit->new_text != NULL ? edit->new_text : "-");
    }
}

static void
set_up (void)
{
  catalogue = lintel_catalogue_new_builtin ();
  project = lintel_project_new (catalogue, LINTEL_MODEL_SL2100, "");
  heard = g_string_new (NULL);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), NULL);
  name = lintel_place_customer (LINTEL_FIELD_NAME);
  site = lintel_place_customer (LINTEL_FIELD_SITE);
  mailbox = lintel_place_cell (lintel_catalogue_find_item (catalogue, "47-02", "01"), 5, 1);
}

static void
tear_down (void)
{
  g_clear_object (&project);
  g_clear_pointer (&catalogue, lintel_catalogue_unref);
  g_string_free (heard, TRUE);
}

static void
set (const LintelPlace *place, const char *text, const char *label)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (lintel_project_set (project, label, place, text, &error), "%s",
                 error != NULL ? error->message : "");
}

static void
type (const LintelPlace *place, const char *text, const char *key)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();

  lintel_edits_add (edits, place, text);
  ck_assert (lintel_project_apply (project, "Type", key, edits, NULL));
}

static void
assert_heard (const char *expected)
{
  ck_assert_str_eq (heard->str, expected);
  g_string_truncate (heard, 0);
}

START_TEST (undo_and_redo_a_step)
{
  set (&mailbox, "0", "Turn off");
  assert_heard ("47-02-01[5]: - → 0\n");
  ck_assert_str_eq (lintel_project_get_undo_label (project), "Turn off");
  ck_assert_ptr_null (lintel_project_get_redo_label (project));
  ck_assert (lintel_project_undo (project));
  assert_heard ("47-02-01[5]: 0 → -\n");
  ck_assert_ptr_null (lintel_project_get_undo_label (project));
  ck_assert_str_eq (lintel_project_get_redo_label (project), "Turn off");
  ck_assert_ptr_null (lintel_project_get_text (project, &mailbox));
  ck_assert (lintel_project_redo (project));
  assert_heard ("47-02-01[5]: - → 0\n");
  ck_assert_str_eq (lintel_project_get (project, mailbox.item, 5, 1), "0");
  ck_assert (!lintel_project_redo (project));
}
END_TEST

START_TEST (generation_tells_of_every_change)
{
  guint before = lintel_project_get_generation (project);
  guint changed;

  set (&mailbox, "0", "Turn off");
  changed = lintel_project_get_generation (project);
  ck_assert_uint_ne (changed, before);
  ck_assert (lintel_project_undo (project));
  ck_assert_uint_ne (lintel_project_get_generation (project), changed);
  changed = lintel_project_get_generation (project);
  set (&mailbox, NULL, "Nothing");
  ck_assert_uint_eq (lintel_project_get_generation (project), changed);
}
END_TEST

START_TEST (nothing_to_undo)
{
  ck_assert (!lintel_project_undo (project));
  ck_assert (!lintel_project_redo (project));
  assert_heard ("");
}
END_TEST

START_TEST (a_group_is_one_step)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();

  lintel_edits_add (edits, &name, "Acme");
  lintel_edits_add (edits, &site, "Main St");
  ck_assert (lintel_project_apply (project, "Both", NULL, edits, NULL));
  assert_heard ("customer.name: - → Acme\ncustomer.site: - → Main St\n");
  ck_assert (lintel_project_undo (project));
  assert_heard ("customer.site: Main St → -\ncustomer.name: Acme → -\n");
  ck_assert_ptr_null (lintel_project_get_undo_label (project));
}
END_TEST

START_TEST (no_change_is_no_step)
{
  set (&name, NULL, "Nothing");
  set (&name, "", "Nothing");
  ck_assert_ptr_null (lintel_project_get_undo_label (project));
  set (&name, "Acme", "Name");
  lintel_project_undo (project);
  g_string_truncate (heard, 0);
  set (&name, "", "Nothing");
  ck_assert_str_eq (lintel_project_get_redo_label (project), "Name");
  assert_heard ("");
}
END_TEST

START_TEST (an_edit_taken_back_in_its_group_is_no_step)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();

  lintel_edits_add (edits, &name, "Acme");
  lintel_edits_add (edits, &name, NULL);
  ck_assert (lintel_project_apply (project, "To and fro", NULL, edits, NULL));
  ck_assert_ptr_null (lintel_project_get_undo_label (project));
  ck_assert (!lintel_project_is_dirty (project));
  assert_heard ("");
}
END_TEST

START_TEST (a_new_step_ends_redo)
{
  set (&name, "Acme", "Name");
  lintel_project_undo (project);
  set (&site, "Main St", "Site");
  ck_assert_ptr_null (lintel_project_get_redo_label (project));
  lintel_project_undo (project);
  ck_assert (!lintel_project_undo (project));
}
END_TEST

START_TEST (equal_keys_merge)
{
  type (&name, "A", "name");
  type (&name, "Ac", "name");
  type (&name, "Acme", "name");
  ck_assert (lintel_project_undo (project));
  ck_assert_ptr_null (lintel_project_get_text (project, &name));
  ck_assert (!lintel_project_undo (project));
  ck_assert (lintel_project_redo (project));
  ck_assert_str_eq (lintel_project_get_text (project, &name), "Acme");
}
END_TEST

START_TEST (other_keys_do_not_merge)
{
  type (&name, "A", "name");
  type (&name, "Ac", "other");
  type (&name, "Acm", NULL);
  type (&name, "Acme", NULL);
  lintel_project_undo (project);
  ck_assert_str_eq (lintel_project_get_text (project, &name), "Acm");
  lintel_project_undo (project);
  ck_assert_str_eq (lintel_project_get_text (project, &name), "Ac");
  lintel_project_undo (project);
  ck_assert_str_eq (lintel_project_get_text (project, &name), "A");
}
END_TEST

START_TEST (no_merge_across_the_saved_mark)
{
  type (&name, "A", "name");
  lintel_project_mark_saved (project);
  type (&name, "Ac", "name");
  lintel_project_undo (project);
  ck_assert_str_eq (lintel_project_get_text (project, &name), "A");
  ck_assert (!lintel_project_is_dirty (project));
}
END_TEST

START_TEST (no_merge_after_undo)
{
  type (&name, "A", "name");
  type (&site, "B", NULL);
  lintel_project_undo (project);
  type (&name, "Ac", "name");
  lintel_project_undo (project);
  ck_assert_str_eq (lintel_project_get_text (project, &name), "A");
}
END_TEST

START_TEST (a_merge_to_nothing_drops_the_step)
{
  type (&site, "B", NULL);
  type (&name, "A", "name");
  type (&name, NULL, "name");
  lintel_project_undo (project);
  ck_assert_ptr_null (lintel_project_get_text (project, &site));
}
END_TEST

START_TEST (dirty_is_differing_from_the_saved_state)
{
  ck_assert (!lintel_project_is_dirty (project));
  set (&name, "Acme", "Name");
  ck_assert (lintel_project_is_dirty (project));
  ck_assert (lintel_project_is_unsaved (project, &name));
  ck_assert (!lintel_project_is_unsaved (project, &site));
  lintel_project_mark_saved (project);
  ck_assert (!lintel_project_is_dirty (project));
  lintel_project_undo (project);
  ck_assert (lintel_project_is_dirty (project));
  lintel_project_redo (project);
  ck_assert (!lintel_project_is_dirty (project));
}
END_TEST

START_TEST (typing_the_saved_value_back_is_clean)
{
  set (&name, "Acme", "Name");
  lintel_project_mark_saved (project);
  lintel_project_undo (project);
  set (&site, "Main St", "Site");
  set (&name, "Acme", "Name again");
  ck_assert (lintel_project_is_dirty (project));
  set (&site, NULL, "No site");
  ck_assert (!lintel_project_is_dirty (project));
}
END_TEST

START_TEST (a_default_set_by_hand_is_a_change)
{
  const char *value = lintel_project_get (project, mailbox.item, 5, 1);
  g_autofree char *same = g_strdup (value);

  set (&mailbox, same, "By hand");
  ck_assert (lintel_project_is_dirty (project));
  ck_assert (lintel_project_is_set (project, mailbox.item, 5, 1));
}
END_TEST

START_TEST (removing_an_extension_comes_back_whole)
{
  const LintelItem *item = lintel_catalogue_find_item (catalogue, "21-04", "01");
  LintelPlace number = lintel_place_extension (113, LINTEL_FIELD_NUMBER);
  LintelPlace kind = lintel_place_extension (113, LINTEL_FIELD_KIND);
  LintelPlace whole = lintel_place_extension (113, LINTEL_FIELD_NONE);
  LintelPlace day = lintel_place_cell (item, 113, 1);
  g_autoptr (LintelProject) before = NULL;
  g_autoptr (GPtrArray) left = NULL;

  set (&number, "213", "Add");
  set (&kind, "inmail", "Kind");
  set (&day, "15", "Class");
  before = lintel_project_copy (project);
  g_string_truncate (heard, 0);
  set (&whole, NULL, "Remove");
  assert_heard ("21-04-01[port 113,1]: 15 → -\nextension[113].number: 213 → -\n"
                "extension[113].kind: inmail → -\n");
  ck_assert (!lintel_project_is_set (project, item, 113, 1));
  lintel_project_undo (project);
  left = lintel_project_diff (project, before);
  ck_assert_uint_eq (left->len, 0);
  ck_assert_str_eq (lintel_project_get (project, item, 113, 1), "15");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("history");
  TCase *tcase = tcase_create ("history");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, undo_and_redo_a_step);
  tcase_add_test (tcase, generation_tells_of_every_change);
  tcase_add_test (tcase, nothing_to_undo);
  tcase_add_test (tcase, a_group_is_one_step);
  tcase_add_test (tcase, no_change_is_no_step);
  tcase_add_test (tcase, an_edit_taken_back_in_its_group_is_no_step);
  tcase_add_test (tcase, a_new_step_ends_redo);
  tcase_add_test (tcase, equal_keys_merge);
  tcase_add_test (tcase, other_keys_do_not_merge);
  tcase_add_test (tcase, no_merge_across_the_saved_mark);
  tcase_add_test (tcase, no_merge_after_undo);
  tcase_add_test (tcase, a_merge_to_nothing_drops_the_step);
  tcase_add_test (tcase, dirty_is_differing_from_the_saved_state);
  tcase_add_test (tcase, typing_the_saved_value_back_is_clean);
  tcase_add_test (tcase, a_default_set_by_hand_is_a_change);
  tcase_add_test (tcase, removing_an_extension_comes_back_whole);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
