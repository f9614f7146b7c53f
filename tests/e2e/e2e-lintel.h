/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of Lintel's window, by the names a screen reader says. */
#pragma once

#include "tests/e2e/e2e-support.h"

G_BEGIN_DECLS

/* A window or dialog of the program. Transfer full. */
AtspiAccessible *e2e_find_window (const char *title);
void e2e_wait_for_window_gone (const char *title);
/* Waits until the main window has that title; changes that are not saved put "• " before it. */
void e2e_wait_for_title (const char *title);

/* The lint pane. Transfer none. */
AtspiAccessible *e2e_lint_pane (void);
/* What its button says. */
guint e2e_count_errors (void);
void e2e_wait_for_errors (guint n);
void e2e_wait_for_errors_below (guint n);
/* The row of the first problem whose sentence matches PATTERN. Transfer full. */
AtspiAccessible *e2e_find_problem (const char *pattern);

/* Changes to a tab by keyboard, counted from 1, and waits until TITLE is the one shown. */
void e2e_show_tab (int number, const char *title);
/* The cell of a place, "47-02-01[13]"; it must be in view. Transfer full. */
AtspiAccessible *e2e_find_cell (const char *place);

G_END_DECLS
