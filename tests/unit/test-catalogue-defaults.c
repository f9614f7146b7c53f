/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The defaults of the built-in catalogue, where they begin and end, and that each fits its item. */

#include "config.h"

#include "tests/support/test-support.h"
#include "tests/unit/catalogue-fixture.h"

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
add_tests (TCase *tcase)
{
  tcase_add_loop_test (tcase, test_defaults_at_their_edges, 0, G_N_ELEMENTS (defaults));
  tcase_add_test (tcase, test_every_default_fits);
}

int
main (void)
{
  return catalogue_fixture_run ("catalogue, defaults", add_tests);
}
