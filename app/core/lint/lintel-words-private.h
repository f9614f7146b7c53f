/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of numbers in the messages of rules: "101-112, 115, 120". */
#pragma once

#include "lintel/dial-system.h"

G_BEGIN_DECLS

/* Neighbours as a range, and at most a line of them. Transfer full. */
char *lintel_words_for_numbers (const char *const *numbers, guint n);

/* The same for the first (DIM 0) or second index of places that are cells, each index once. */
char *lintel_words_for_indexes (const LintelPlace *places, guint n, guint dim);
/* For code[…] places, by mailbox number. */
char *lintel_words_for_codes (const LintelPlace *places, guint n);
/* For an array of LintelDialUser by port: "165, 166 (modes 1, 2), 167 (modes 1-8)". */
char *lintel_words_for_users (const GArray *users);
/* For modes as bits: "1-8". */
char *lintel_words_for_modes (guint modes);

/* The model's own word for a value: "Undefined" or "None" for 0 of 47-02-01. */
const char *lintel_words_for_value (const LintelItem *item, LintelModel model, const char *value);

G_END_DECLS
