/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of the items in the built-in catalogue: shown, typed and stored. */

#include "config.h"

#include "tests/support/test-support.h"
#include "tests/unit/catalogue-fixture.h"

#include <stdlib.h>
#include <string.h>

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

static void
add_tests (TCase *tcase)
{
  tcase_add_test (tcase, test_words_of_both_models);
  tcase_add_test (tcase, test_every_value_round_trips);
  tcase_add_loop_test (tcase, test_input_and_its_refusal, 0, G_N_ELEMENTS (inputs));
  tcase_add_test (tcase, test_stored_values_are_canonical);
}

int
main (void)
{
  return catalogue_fixture_run ("catalogue, values", add_tests);
}
