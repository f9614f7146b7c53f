/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The built-in catalogue, all of it: every item that the five programs have, with its ranges, and
 * for every item of every model that texts and sources hold together.
 */

#include "config.h"

#include "tests/support/test-support.h"
#include "tests/unit/catalogue-fixture.h"

#include <string.h>

/* The table of the programs as the machines have it, written down a second time. */
static const struct
{
  const char *program, *id;
  LintelType type;
  int low, high; /* values; for digits 0 and the length */
  LintelIndexKind kinds[2];
  int last[2];
} expected[] = {
  { "47-02", "01", LINTEL_TYPE_CHOICE, 0, 2, { LINTEL_INDEX_MAILBOX }, { 128 } },
  { "47-02", "02", LINTEL_TYPE_DIGITS, 0, 8, { LINTEL_INDEX_MAILBOX }, { 128 } },
  { "47-02", "03", LINTEL_TYPE_NUMBER, 0, 99, { LINTEL_INDEX_MAILBOX }, { 128 } },
  { "47-02", "04", LINTEL_TYPE_CHOICE, 0, 1, { LINTEL_INDEX_MAILBOX }, { 128 } },
  { "47-02", "05", LINTEL_TYPE_CHOICE, 0, 1, { LINTEL_INDEX_MAILBOX }, { 128 } },
  { "47-02", "06", LINTEL_TYPE_NUMBER, 0, 90, { LINTEL_INDEX_MAILBOX }, { 128 } },
  { "47-02", "13", LINTEL_TYPE_FLAG, 0, 1, { LINTEL_INDEX_MAILBOX }, { 128 } },
  { "47-02", "14", LINTEL_TYPE_NUMBER, 0, 32, { LINTEL_INDEX_MAILBOX }, { 128 } },
  { "47-03", "02", LINTEL_TYPE_DIGITS, 0, 8, { LINTEL_INDEX_GROUP }, { 32 } },
  { "47-03", "03", LINTEL_TYPE_CHOICE, 0, 2, { LINTEL_INDEX_GROUP }, { 32 } },
  { "47-03", "03b", LINTEL_TYPE_NUMBER, 1, 32, { LINTEL_INDEX_GROUP }, { 32 } },
  { "21-04",
    "01",
    LINTEL_TYPE_NUMBER,
    1,
    15,
    { LINTEL_INDEX_EXTENSION, LINTEL_INDEX_MODE },
    { 228, 8 } },
  { "21-05", "01", LINTEL_TYPE_FLAG, 0, 1, { LINTEL_INDEX_CLASS }, { 15 } },
  { "21-05", "02", LINTEL_TYPE_FLAG, 0, 1, { LINTEL_INDEX_CLASS }, { 15 } },
  { "21-05", "04", LINTEL_TYPE_CHOICE, 0, 4, { LINTEL_INDEX_CLASS }, { 15 } },
  { "21-05", "05", LINTEL_TYPE_FLAG, 0, 1, { LINTEL_INDEX_CLASS }, { 15 } },
  { "21-05", "06", LINTEL_TYPE_FLAG, 0, 1, { LINTEL_INDEX_CLASS }, { 15 } },
  { "21-05", "07", LINTEL_TYPE_CHOICE, 0, 4, { LINTEL_INDEX_CLASS }, { 15 } },
  { "21-05", "08", LINTEL_TYPE_CHOICE, 0, 4, { LINTEL_INDEX_CLASS }, { 15 } },
  { "21-05", "09", LINTEL_TYPE_FLAG, 0, 1, { LINTEL_INDEX_CLASS }, { 15 } },
  { "21-05", "10", LINTEL_TYPE_FLAG, 0, 1, { LINTEL_INDEX_CLASS }, { 15 } },
  { "21-05", "11", LINTEL_TYPE_FLAG, 0, 1, { LINTEL_INDEX_CLASS }, { 15 } },
  { "21-05", "12", LINTEL_TYPE_FLAG, 0, 1, { LINTEL_INDEX_CLASS }, { 15 } },
  { "21-05", "13", LINTEL_TYPE_FLAG, 0, 1, { LINTEL_INDEX_CLASS }, { 15 } },
  { "21-06", "01", LINTEL_TYPE_DIGITS, 0, 4, { LINTEL_INDEX_ENTRY }, { 10 } },
  { "21-06", "02", LINTEL_TYPE_DIGITS, 0, 6, { LINTEL_INDEX_ENTRY }, { 20 } },
  { "21-06", "03", LINTEL_TYPE_NUMBER, 4, 30, { LINTEL_INDEX_TABLE }, { 4 } },
  { "21-06", "04", LINTEL_TYPE_DIGITS, 0, 4, { LINTEL_INDEX_ENTRY }, { 10 } },
  { "21-06", "05", LINTEL_TYPE_DIGITS, 0, 12, { LINTEL_INDEX_ENTRY }, { 10 } },
  { "21-06",
    "06",
    LINTEL_TYPE_DIGITS,
    0,
    12,
    { LINTEL_INDEX_TABLE, LINTEL_INDEX_ENTRY },
    { 4, 200 } },
  { "21-06",
    "07",
    LINTEL_TYPE_DIGITS,
    0,
    12,
    { LINTEL_INDEX_TABLE, LINTEL_INDEX_ENTRY },
    { 4, 60 } },
  { "21-06", "08", LINTEL_TYPE_DIGITS, 0, 2, { LINTEL_INDEX_ENTRY }, { 4 } },
  { "21-06", "09", LINTEL_TYPE_DIGITS, 0, 8, { LINTEL_INDEX_ENTRY }, { 20 } },
  { "21-06", "10", LINTEL_TYPE_DIGITS, 0, 4, { LINTEL_INDEX_ENTRY }, { 20 } },
};

static void
expect_ranges (const LintelItem *item, const int *last)
{
  for (LintelModel model = 0; model < LINTEL_N_MODELS; model++)
    for (guint dim = 0; dim < item->n_dimensions; dim++)
      {
        int low, high;

        ck_assert (lintel_item_get_range (item, dim, model, "", &low, &high));
        ck_assert_int_eq (low, 1);
        ck_assert_msg (high == last[dim], "%s index %u on %s ends at %d",
                       lintel_item_get_number (item), dim, lintel_model_get_name (model), high);
      }
}

START_TEST (test_every_item_of_the_table)
{
  const guint i = (guint) _i;
  const LintelItem *item = get_item (expected[i].program, expected[i].id);
  const guint n_dimensions = expected[i].last[1] > 0 ? 2 : 1;

  ck_assert_int_eq (item->type, expected[i].type);
  if (item->type == LINTEL_TYPE_DIGITS)
    ck_assert_int_eq (item->max_length, expected[i].high);
  else
    {
      ck_assert_int_eq (item->minimum, expected[i].low);
      ck_assert_int_eq (item->maximum, expected[i].high);
    }
  ck_assert_uint_eq (item->n_dimensions, n_dimensions);
  for (guint dim = 0; dim < n_dimensions; dim++)
    ck_assert_int_eq (item->dimension[dim].kind, expected[i].kinds[dim]);
  expect_ranges (item, expected[i].last);
}
END_TEST

static guint n_seen;

static void
expect_listed (const LintelItem *item, LintelModel model)
{
  if (model != LINTEL_MODEL_SL1100)
    return;
  ck_assert_uint_lt (n_seen, G_N_ELEMENTS (expected));
  ck_assert_str_eq (item->program->number, expected[n_seen].program);
  ck_assert_str_eq (item->id, expected[n_seen].id);
  n_seen++;
}

START_TEST (test_nothing_else_and_in_order)
{
  n_seen = 0;
  ck_assert_uint_eq (walk_items (expect_listed), 2 * G_N_ELEMENTS (expected));
}
END_TEST

START_TEST (test_older_sl1100_has_fewer_mailboxes)
{
  const LintelItem *item = get_item ("47-02", "01");
  const struct
  {
    LintelModel model;
    const char *version;
    int last;
  } cases[] = {
    { LINTEL_MODEL_SL1100, "", 128 },    { LINTEL_MODEL_SL1100, "3.5", 128 },
    { LINTEL_MODEL_SL1100, "3.4", 120 }, { LINTEL_MODEL_SL1100, "V3.0", 120 },
    { LINTEL_MODEL_SL1100, "2", 120 },   { LINTEL_MODEL_SL1100, "4.00", 128 },
    { LINTEL_MODEL_SL2100, "1.0", 128 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int first, last;

      ck_assert (lintel_item_get_range (item, 0, cases[i].model, cases[i].version, &first, &last));
      ck_assert_msg (last == cases[i].last, "version %s ends at %d", cases[i].version, last);
    }
  ck_assert (!lintel_item_has_index (item, LINTEL_MODEL_SL1100, "3.4", 121, 1));
  ck_assert (lintel_item_has_index (item, LINTEL_MODEL_SL1100, "3.5", 121, 1));
  ck_assert (!lintel_item_has_index (item, LINTEL_MODEL_SL1100, "", 0, 1));
  ck_assert (!lintel_item_has_index (item, LINTEL_MODEL_SL1100, "", 129, 1));
  ck_assert (!lintel_item_has_index (item, LINTEL_MODEL_SL1100, "", 1, 2));
}
END_TEST

static void
expect_texts (const LintelItem *item, LintelModel model)
{
  const char *number = lintel_item_get_number (item);

  ck_assert_msg (strlen (lintel_item_get_name (item)) > 3, "%s has no name", number);
  ck_assert_msg (strlen (lintel_item_get_short_name (item)) > 1, "%s", number);
  ck_assert_msg (strlen (lintel_item_get_short_name (item)) <= 16, "%s: too long for a column head",
                 number);
  ck_assert_msg (strlen (lintel_item_get_help (item)) > 40, "%s has next to no help", number);
  ck_assert_msg (g_str_has_suffix (lintel_item_get_help (item), "."), "%s", number);
  ck_assert_msg (item->source != NULL && strlen (item->source) > 5, "%s has no source", number);
  ck_assert_int_ge (item->confidence, LINTEL_CONFIDENCE_OWN_MANUAL);
  ck_assert_int_le (item->confidence, LINTEL_CONFIDENCE_INFERRED);
  ck_assert_ptr_eq (lintel_program_find_item (item->program, item->id), item);
}

START_TEST (test_every_item_has_texts_and_source)
{
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  walk_items (expect_texts);
  for (guint i = 0; i < n_programs; i++)
    {
      ck_assert_uint_gt (strlen (lintel_program_get_name (programs[i])), 5);
      ck_assert_uint_gt (strlen (lintel_program_get_help (programs[i])), 40);
    }
}
END_TEST

static gsize next_cell;

static void
expect_next_cells (const LintelItem *item, LintelModel model)
{
  if (model != LINTEL_MODEL_SL1100)
    return;
  ck_assert_uint_eq (item->first_cell, next_cell);
  ck_assert_uint_eq (item->n_cells,
                     (gsize) item->dimension[0].capacity * (gsize) item->dimension[1].capacity);
  next_cell += item->n_cells;
}

START_TEST (test_cells_lie_side_by_side)
{
  next_cell = 0;
  walk_items (expect_next_cells);
  ck_assert_uint_eq (lintel_catalogue_get_n_cells (catalogue), next_cell);
}
END_TEST

START_TEST (test_names_and_back)
{
  LintelModel model;
  LintelIndexKind kind;
  LintelConfidence confidence;

  for (LintelModel i = 0; i < LINTEL_N_MODELS; i++)
    ck_assert (lintel_model_from_id (lintel_model_to_id (i), &model) && model == i);
  for (LintelIndexKind i = LINTEL_INDEX_MAILBOX; i <= LINTEL_INDEX_ENTRY; i++)
    ck_assert (lintel_index_kind_from_id (lintel_index_kind_to_id (i), &kind) && kind == i);
  for (LintelConfidence i = 0; i <= LINTEL_CONFIDENCE_INFERRED; i++)
    ck_assert (lintel_confidence_from_id (lintel_confidence_to_id (i), &confidence)
               && confidence == i);
  ck_assert (!lintel_model_from_id ("SL2100", &model));
  ck_assert (!lintel_index_kind_from_id ("none", &kind));
  ck_assert (!lintel_confidence_from_id ("", &confidence));
  ck_assert_ptr_null (lintel_catalogue_find_program (catalogue, "99-99"));
  ck_assert_ptr_null (lintel_catalogue_find_item (catalogue, "47-02", "07"));
}
END_TEST

static void
add_tests (TCase *tcase)
{
  tcase_add_loop_test (tcase, test_every_item_of_the_table, 0, G_N_ELEMENTS (expected));
  tcase_add_test (tcase, test_nothing_else_and_in_order);
  tcase_add_test (tcase, test_older_sl1100_has_fewer_mailboxes);
  tcase_add_test (tcase, test_every_item_has_texts_and_source);
  tcase_add_test (tcase, test_cells_lie_side_by_side);
  tcase_add_test (tcase, test_names_and_back);
}

int
main (void)
{
  return catalogue_fixture_run ("catalogue", add_tests);
}
