/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid of 200 rows and 30 columns in a window of its own for every test, and short words for
 * what tests do with it: real keys, real clicks. */
#pragma once

#include "app/ui/grid/lintel-grid-private.h"
#include "tests/support/test-support.h"
#include "tests/ui/fake-grid-model.h"
#include "tests/ui/ui-test-support.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GRID_ROWS 200
#define GRID_COLUMNS 30
#define GRID_WIDTH 800
#define GRID_HEIGHT 500

extern FakeGridModel *grid_model;
extern GtkWidget *grid_window;
extern GtkScrolledWindow *grid_scrolled;
extern LintelGrid *grid;
extern GPtrArray *grid_rejects; /* of the last "rejected", or NULL */

void grid_open (void);
void grid_close (void);
/* Runs the tests, each with a grid opened for it. */
int grid_run_tests (const char *name, const TTest *const *functions, gsize n_functions);

void grid_press (const char *accelerator);
/* Scrolls to that many pixels. */
void grid_scroll_to (double x, double y);
/* The middle of a cell in view. */
void grid_cell_point (guint row, guint column, double *x, double *y);
void grid_click_cell (guint row, guint column);

void grid_assert_cursor (guint row, guint column);
void grid_assert_selection (guint first_row, guint first_column, guint last_row, guint last_column);
void grid_assert_value (guint row, guint column, const char *value);
void grid_assert_focus_on (guint row, guint column);
/* These fail when nothing is being edited, and when no hint shows. */
const char *grid_typed_text (void);
const char *grid_hint_text (void);
GtkWidget *grid_focus_widget (void);
guint grid_count_cells (GtkWidget *widget);

G_END_DECLS
