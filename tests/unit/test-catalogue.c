/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The built-in catalogue, all of it: every item that the five programs have, its ranges and
 * defaults where they begin and end, and for every item of every model that texts, sources and
 * values hold together.
 */

#include "config.h"

#include "lintel/catalogue.h"
#include "tests/support/test-support.h"

#include <locale.h>
#include <string.h>

static LintelCatalogue *catalogue;

static void
load (void)
{
  catalogue = lintel_catalogue_new_builtin ();
}

static void
unload (void)
{
  lintel_catalogue_unref (catalogue);
}

static const LintelItem *
get_item (const char *program, const char *id)
{
  const LintelItem *item = lintel_catalogue_find_item (catalogue, program, id);

  ck_assert_msg (item != NULL, "there is no item %s-%s", program, id);
  return item;
}

/* Calls CHECK with every item and model. */
static guint
walk_items (void (*check) (const LintelItem *item, LintelModel model))
{
  guint n_programs, n = 0;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  for (guint i = 0; i < n_programs; i++)
    for (guint k = 0; k < programs[i]->n_items; k++)
      for (LintelModel model = 0; model < LINTEL_N_MODELS; model++, n++)
        check (programs[i]->items[k], model);
  return n;
}

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

/* Where a default begins and ends. */
static const struct
{
  const char *program, *id;
  int i, j;
  const char *value;
  LintelConfidence confidence[LINTEL_N_MODELS];
} defaults[] = {
#define OWN LINTEL_CONFIDENCE_OWN_MANUAL
#define COMBINED LINTEL_CONFIDENCE_COMBINED_MANUAL
#define SISTER LINTEL_CONFIDENCE_SISTER_MODEL
#define THIRD LINTEL_CONFIDENCE_THIRD_PARTY
#define INFERRED LINTEL_CONFIDENCE_INFERRED
  { "47-02", "01", 1, 1, "1", { THIRD, OWN } },
  { "47-02", "01", 64, 1, "1", { THIRD, OWN } },
  { "47-02", "01", 65, 1, "0", { THIRD, OWN } },
  { "47-02", "01", 128, 1, "0", { THIRD, OWN } },
  { "47-02", "02", 1, 1, "101", { THIRD, OWN } },
  { "47-02", "02", 2, 1, "102", { THIRD, OWN } },
  { "47-02", "02", 64, 1, "164", { THIRD, OWN } },
  { "47-02", "02", 65, 1, "", { THIRD, OWN } },
  { "47-02", "02", 128, 1, "", { THIRD, OWN } },
  { "47-02", "03", 1, 1, "99", { COMBINED, INFERRED } },
  { "47-02", "03", 2, 1, "20", { COMBINED, INFERRED } },
  { "47-02", "03", 128, 1, "20", { COMBINED, INFERRED } },
  { "47-02", "04", 1, 1, "0", { SISTER, SISTER } },
  { "47-02", "05", 1, 1, "1", { INFERRED, INFERRED } },
  { "47-02", "06", 1, 1, "0", { INFERRED, INFERRED } },
  { "47-02", "13", 128, 1, "0", { INFERRED, INFERRED } },
  { "47-02", "14", 128, 1, "0", { INFERRED, INFERRED } },
  { "47-03", "02", 1, 1, "", { SISTER, SISTER } },
  { "47-03", "03", 1, 1, "1", { SISTER, SISTER } },
  { "47-03", "03", 32, 1, "1", { SISTER, SISTER } },
  { "47-03", "03b", 32, 1, "1", { SISTER, SISTER } },
  { "21-04", "01", 1, 1, "2", { OWN, OWN } },
  { "21-04", "01", 228, 8, "2", { OWN, OWN } },
  { "21-05", "01", 1, 1, "0", { SISTER, SISTER } },
  { "21-05", "01", 2, 1, "1", { SISTER, SISTER } },
  { "21-05", "01", 5, 1, "1", { SISTER, SISTER } },
  { "21-05", "01", 6, 1, "0", { SISTER, SISTER } },
  { "21-05", "01", 15, 1, "0", { SISTER, SISTER } },
  { "21-05", "02", 1, 1, "0", { SISTER, SISTER } },
  { "21-05", "02", 2, 1, "1", { SISTER, SISTER } },
  { "21-05", "02", 3, 1, "0", { SISTER, SISTER } },
  { "21-05", "04", 3, 1, "0", { INFERRED, INFERRED } },
  { "21-05", "05", 1, 1, "0", { INFERRED, INFERRED } },
  { "21-05", "05", 2, 1, "1", { INFERRED, INFERRED } },
  { "21-05", "05", 5, 1, "1", { INFERRED, INFERRED } },
  { "21-05", "05", 6, 1, "0", { INFERRED, INFERRED } },
  { "21-05", "06", 1, 1, "0", { OWN, INFERRED } },
  { "21-05", "06", 2, 1, "1", { OWN, INFERRED } },
  { "21-05", "06", 5, 1, "1", { OWN, INFERRED } },
  { "21-05", "06", 6, 1, "0", { OWN, INFERRED } },
  { "21-05", "07", 2, 1, "0", { OWN, INFERRED } },
  { "21-05", "07", 3, 1, "1", { OWN, INFERRED } },
  { "21-05", "07", 4, 1, "2", { OWN, INFERRED } },
  { "21-05", "07", 5, 1, "3", { OWN, INFERRED } },
  { "21-05", "07", 6, 1, "0", { OWN, INFERRED } },
  { "21-05", "08", 2, 1, "0", { INFERRED, INFERRED } },
  { "21-05", "08", 3, 1, "1", { INFERRED, INFERRED } },
  { "21-05", "08", 4, 1, "2", { INFERRED, INFERRED } },
  { "21-05", "08", 5, 1, "3", { INFERRED, INFERRED } },
  { "21-05", "08", 15, 1, "0", { INFERRED, INFERRED } },
  { "21-05", "09", 15, 1, "0", { INFERRED, INFERRED } },
  { "21-05", "12", 7, 1, "0", { INFERRED, INFERRED } },
  { "21-05", "13", 15, 1, "0", { INFERRED, INFERRED } },
  { "21-06", "01", 1, 1, "", { SISTER, SISTER } },
  { "21-06", "02", 20, 1, "", { SISTER, SISTER } },
  { "21-06", "03", 1, 1, "30", { SISTER, SISTER } },
  { "21-06", "03", 4, 1, "30", { SISTER, SISTER } },
  { "21-06", "04", 1, 1, "911", { SISTER, SISTER } },
  { "21-06", "04", 2, 1, "1800", { SISTER, SISTER } },
  { "21-06", "04", 3, 1, "1888", { SISTER, SISTER } },
  { "21-06", "04", 4, 1, "1822", { SISTER, SISTER } },
  { "21-06", "04", 5, 1, "1833", { SISTER, SISTER } },
  { "21-06", "04", 6, 1, "1844", { SISTER, SISTER } },
  { "21-06", "04", 7, 1, "1855", { SISTER, SISTER } },
  { "21-06", "04", 8, 1, "1866", { SISTER, SISTER } },
  { "21-06", "04", 9, 1, "1877", { SISTER, SISTER } },
  { "21-06", "04", 10, 1, "", { SISTER, SISTER } },
  { "21-06", "05", 1, 1, "900", { OWN, SISTER } },
  { "21-06", "05", 2, 1, "1900", { OWN, SISTER } },
  { "21-06", "05", 3, 1, "976", { OWN, SISTER } },
  { "21-06", "05", 4, 1, "", { OWN, SISTER } },
  { "21-06", "06", 4, 200, "", { OWN, THIRD } },
  { "21-06", "07", 4, 60, "", { THIRD, THIRD } },
  { "21-06", "08", 4, 1, "", { SISTER, SISTER } },
  { "21-06", "09", 20, 1, "", { SISTER, SISTER } },
  { "21-06", "10", 20, 1, "", { SISTER, SISTER } },
#undef OWN
#undef COMBINED
#undef SISTER
#undef THIRD
#undef INFERRED
};

START_TEST (test_defaults_at_their_edges)
{
  const guint k = (guint) _i;
  const LintelItem *item = get_item (defaults[k].program, defaults[k].id);

  for (LintelModel model = 0; model < LINTEL_N_MODELS; model++)
    {
      const char *value = lintel_item_get_default (item, model, defaults[k].i, defaults[k].j);

      ck_assert_msg (g_strcmp0 (value, defaults[k].value) == 0, "%s[%d,%d] on %s is “%s”",
                     lintel_item_get_number (item), defaults[k].i, defaults[k].j,
                     lintel_model_get_name (model), value);
      ck_assert_msg (lintel_item_get_default_confidence (item, model, defaults[k].i, defaults[k].j)
                         == defaults[k].confidence[model],
                     "%s[%d,%d] on %s", lintel_item_get_number (item), defaults[k].i, defaults[k].j,
                     lintel_model_get_name (model));
    }
}
END_TEST

static void
expect_fitting_defaults (const LintelItem *item, LintelModel model)
{
  for (int i = 1; i <= item->dimension[0].capacity; i++)
    for (int j = 1; j <= item->dimension[1].capacity; j++)
      {
        g_autoptr (GError) error = NULL;
        char parsed[LINTEL_VALUE_MAX + 1];
        const char *value = lintel_item_get_default (item, model, i, j);

        ck_assert_msg (value != NULL, "%s[%d,%d] has no default", lintel_item_get_number (item), i,
                       j);
        ck_assert_msg (lintel_item_check (item, model, value, &error), "%s",
                       error != NULL ? error->message : "");
        ck_assert (lintel_item_parse (item, model, value, parsed, NULL));
        ck_assert_str_eq (parsed, value);
      }
}

START_TEST (test_every_default_fits)
{
  walk_items (expect_fitting_defaults);
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

/* Shown, typed back, in capitals, on the other model: always the same stored value. */
static void
expect_round_trip (const LintelItem *item, const char *value)
{
  char parsed[LINTEL_VALUE_MAX + 1];

  for (LintelModel model = 0; model < LINTEL_N_MODELS; model++)
    {
      g_autofree char *shown = lintel_item_format (item, model, value);
      g_autofree char *typed = g_utf8_strup (shown, -1);
      g_autofree char *padded = g_strdup_printf ("  %s\t", typed);

      ck_assert_msg (lintel_item_parse (item, 1 - model, padded, parsed, NULL), "%s: “%s”",
                     lintel_item_get_number (item), padded);
      ck_assert_str_eq (parsed, value);
    }
}

static void
expect_choices (const LintelItem *item, LintelModel model)
{
  const char *value, *word;
  char parsed[LINTEL_VALUE_MAX + 1];
  int previous = -1;
  guint k;

  for (k = 0; lintel_item_get_choice (item, model, k, &value, &word); k++)
    {
      ck_assert_int_gt (atoi (value), previous);
      previous = atoi (value);
      ck_assert_uint_gt (strlen (word), 1);
      ck_assert (lintel_item_check (item, model, value, NULL));
      ck_assert (lintel_item_parse (item, 1 - model, word, parsed, NULL));
      ck_assert_str_eq (parsed, value);
      expect_round_trip (item, value);
    }
  if (item->type == LINTEL_TYPE_CHOICE || item->type == LINTEL_TYPE_FLAG)
    ck_assert_int_eq ((int) k, item->maximum - item->minimum + 1);
}

START_TEST (test_words_of_both_models)
{
  char parsed[LINTEL_VALUE_MAX + 1];
  const LintelItem *item = get_item ("47-02", "01");
  const char *word;

  walk_items (expect_choices);
  ck_assert (lintel_item_get_choice (item, LINTEL_MODEL_SL1100, 0, NULL, &word));
  ck_assert_str_eq (word, "Undefined");
  ck_assert (lintel_item_get_choice (item, LINTEL_MODEL_SL2100, 0, NULL, &word));
  ck_assert_str_eq (word, "None");
  ck_assert (lintel_item_parse (item, LINTEL_MODEL_SL2100, " undefined ", parsed, NULL));
  ck_assert_str_eq (parsed, "0");
  ck_assert (lintel_item_parse (item, LINTEL_MODEL_SL1100, "NONE", parsed, NULL));
  ck_assert_str_eq (parsed, "0");
}
END_TEST

/* Every number of every range and, for digits, every character alone and the longest string. */
static void
expect_values (const LintelItem *item, LintelModel model)
{
  if (item->type != LINTEL_TYPE_DIGITS)
    {
      for (int number = item->minimum; number <= item->maximum; number++)
        {
          g_autofree char *value = g_strdup_printf ("%d", number);

          expect_round_trip (item, value);
        }
      return;
    }
  for (const char *p = item->alphabet; *p != '\0'; p++)
    {
      g_autofree char *longest = g_strnfill ((gsize) item->max_length, *p);
      g_autofree char *beyond = g_strnfill ((gsize) item->max_length + 1, *p);
      const char one[2] = { *p, '\0' };

      expect_round_trip (item, one);
      expect_round_trip (item, longest);
      ck_assert (!lintel_item_check (item, model, beyond, NULL));
    }
  expect_round_trip (item, "");
}

START_TEST (test_every_value_round_trips)
{
  walk_items (expect_values);
}
END_TEST

static const struct
{
  const char *program, *id, *typed;
  const char *stored;  /* NULL: refused */
  const char *mention; /* what the refusal has to say */
} inputs[] = {
  { "47-02", "03", "007", "7", NULL },
  { "47-02", "03", "0", "0", NULL },
  { "47-02", "03", "000", "0", NULL },
  { "47-02", "03", "100", NULL, "from 0 to 99" },
  { "47-02", "03", "-1", NULL, "from 0 to 99" },
  { "47-02", "03", "1.5", NULL, "from 0 to 99" },
  { "47-02", "03", "99999999999999999999", NULL, "from 0 to 99" },
  { "47-02", "03", "", NULL, "cannot be blank" },
  { "47-02", "01", "3", NULL, "0 – None, 1 – Personal, 2 – Group" },
  { "47-02", "01", "", NULL, "cannot be blank" },
  { "47-02", "01", "01", "1", NULL },
  { "47-02", "14", "undefined", "0", NULL },
  { "47-02", "02", "10*", NULL, "“*” cannot stand" },
  { "47-02", "02", " 101 ", "101", NULL },
  { "21-06", "01", "011", "011", NULL },
  { "21-06", "01", "01144", NULL, "at most 4 digits" },
  { "21-06", "01", "0 11", NULL, "“ ” cannot stand" },
  { "21-06", "01", "0é1", NULL, "“é” cannot stand" },
  { "21-06", "01", "\xff", NULL, "0-9 * # @" },
  { "21-06", "01", "", "", NULL },
  { "21-06", "03", "3", NULL, "from 4 to 30" },
  { "21-06", "03", "31", NULL, "from 4 to 30" },
  { "21-06", "03", "4", "4", NULL },
  { "21-04", "01", "0", NULL, "from 1 to 15" },
  { "21-04", "01", "16", NULL, "from 1 to 15" },
  { "21-05", "01", "yes", NULL, "0 – Not assigned, 1 – Assigned" },
  { "21-05", "01", "assigned", "1", NULL },
  { "21-05", "07", "Table 3", "3", NULL },
};

START_TEST (test_input_and_its_refusal)
{
  const guint k = (guint) _i;
  const LintelItem *item = get_item (inputs[k].program, inputs[k].id);
  g_autoptr (GError) error = NULL;
  char parsed[LINTEL_VALUE_MAX + 1];
  gboolean fits = lintel_item_parse (item, LINTEL_MODEL_SL2100, inputs[k].typed, parsed, &error);

  if (inputs[k].stored != NULL)
    {
      ck_assert_msg (fits, "%s", error != NULL ? error->message : "");
      ck_assert_str_eq (parsed, inputs[k].stored);
      return;
    }
  ck_assert_msg (!fits, "“%s” was accepted", inputs[k].typed);
  ck_assert (g_error_matches (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_VALUE));
  ck_assert_msg (strstr (error->message, inputs[k].mention) != NULL, "%s", error->message);
}
END_TEST

/* What is stored is stricter than what is typed. */
START_TEST (test_stored_values_are_canonical)
{
  const char *const numbers[] = { "01", "+1", " 1", "1 ", "", "1a", "None" };
  const LintelItem *number = get_item ("47-02", "03"), *choice = get_item ("47-02", "01");

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      ck_assert (!lintel_item_check (number, LINTEL_MODEL_SL2100, numbers[i], NULL));
      ck_assert (!lintel_item_check (choice, LINTEL_MODEL_SL2100, numbers[i], NULL));
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

int
main (void)
{
  Suite *suite = suite_create ("catalogue");
  TCase *tests = tcase_create ("built-in");

  tcase_add_checked_fixture (tests, load, unload);
  tcase_add_loop_test (tests, test_every_item_of_the_table, 0, G_N_ELEMENTS (expected));
  tcase_add_test (tests, test_nothing_else_and_in_order);
  tcase_add_test (tests, test_older_sl1100_has_fewer_mailboxes);
  tcase_add_loop_test (tests, test_defaults_at_their_edges, 0, G_N_ELEMENTS (defaults));
  tcase_add_test (tests, test_every_default_fits);
  tcase_add_test (tests, test_every_item_has_texts_and_source);
  tcase_add_test (tests, test_words_of_both_models);
  tcase_add_test (tests, test_every_value_round_trips);
  tcase_add_loop_test (tests, test_input_and_its_refusal, 0, G_N_ELEMENTS (inputs));
  tcase_add_test (tests, test_stored_values_are_canonical);
  tcase_add_test (tests, test_cells_lie_side_by_side);
  tcase_add_test (tests, test_names_and_back);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
