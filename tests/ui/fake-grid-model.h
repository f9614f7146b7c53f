/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table for the grid's tests, its benchmark and its demonstration: kinds of columns in turn,
 * findings and marks here and there, and counts of what the grid asked for. */
#pragma once

#include "app/ui/grid/lintel-grid-model.h"

G_BEGIN_DECLS

/* The columns: 0 number (digits, 4) and 1 name (text) are frozen; from 2 on, by turns: a choice,
 * a number 4 to 30, digits, a flag, and one that cannot be edited. */
#define FAKE_NUMBER_COLUMN 0
#define FAKE_NAME_COLUMN 1
#define FAKE_CHOICE_COLUMN 2
#define FAKE_RANGE_COLUMN 3
#define FAKE_DIGITS_COLUMN 4
#define FAKE_FLAG_COLUMN 5
#define FAKE_FIXED_COLUMN 6

#define FAKE_TYPE_GRID_MODEL (fake_grid_model_get_type ())
G_DECLARE_FINAL_TYPE (FakeGridModel, fake_grid_model, FAKE, GRID_MODEL, GObject)

FakeGridModel *fake_grid_model_new (guint n_rows, guint n_columns);

const char *fake_grid_model_get (FakeGridModel *self, guint row, guint column);
/* Fewer or more rows, with "reset". */
void fake_grid_model_resize (FakeGridModel *self, guint n_rows);
/* How often a cell was asked for since the last call. */
guint fake_grid_model_take_n_reads (FakeGridModel *self);
/* Writes so far, a block being one, and the last block's label. */
guint fake_grid_model_get_n_steps (FakeGridModel *self);
const char *fake_grid_model_get_label (FakeGridModel *self);

G_END_DECLS
