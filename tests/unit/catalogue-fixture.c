/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/unit/catalogue-fixture.h"

#include "tests/support/test-support.h"

LintelCatalogue *catalogue;

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

const LintelItem *
get_item (const char *program, const char *id)
{
  const LintelItem *item = lintel_catalogue_find_item (catalogue, program, id);

  ck_assert_msg (item != NULL, "there is no item %s-%s", program, id);
  return item;
}

guint
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

int
catalogue_fixture_run (const char *name, void (*add_tests) (TCase *tcase))
{
  Suite *suite = suite_create (name);
  TCase *tcase = tcase_create ("built-in");

  tcase_add_checked_fixture (tcase, load, unload);
  add_tests (tcase);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
