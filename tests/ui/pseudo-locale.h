/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Languages that nobody speaks: a program that is translated into one as it starts. */
#pragma once

#include <check.h>
#include <glib.h>

G_BEGIN_DECLS

/* For main(), instead of window_fixture_run(): makes the translation first, from right to left if
 * so wanted, and removes it after TESTS, which the suite has. */
int pseudo_locale_run (Suite *suite, TCase *tests, gboolean right_to_left);

G_END_DECLS
