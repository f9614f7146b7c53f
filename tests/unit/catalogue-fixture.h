/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the built-in catalogue share: it, and a walk over all of it. */
#pragma once

#include "lintel/catalogue.h"

#include <check.h>

G_BEGIN_DECLS

extern LintelCatalogue *catalogue;

/* For main(): runs the tests that ADD_TESTS adds, each with the catalogue read anew, and returns
 * the status. */
int catalogue_fixture_run (const char *name, void (*add_tests) (TCase *tcase));

const LintelItem *get_item (const char *program, const char *id);
/* Calls CHECK with every item and model; returns how often. */
guint walk_items (void (*check) (const LintelItem *item, LintelModel model));

G_END_DECLS
