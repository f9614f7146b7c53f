/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a fuzz target is: one function that takes any bytes and must come back.
 *
 * Each fuzz-NAME.c defines it once. libFuzzer calls it with bytes that it makes up
 * (tests/fuzz/run), replay.c with those of files.
 */
#pragma once

#include "lintel/project.h"

#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

/* The names are libFuzzer's. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* The built-in catalogue, loaded once. */
LintelCatalogue *lintel_fuzz_get_catalogue (void);

/* Ends the program, after it has said WHY, in the way that libFuzzer takes for a crash. */
void lintel_fuzz_fail (const char *why, ...) G_GNUC_PRINTF (1, 2) G_GNUC_NORETURN;

/* Every input gets all that can be asked of it; otherwise the slow questions are put to a part of
 * them. */
extern gboolean lintel_fuzz_thorough;

/* Lints PROJECT, applies the fix of a finding to a copy, and fails unless each comes back from its
 * own file as it is. SIZE is the input's: lint is slow beside reading, so an input in eight, by
 * its length, is linted. */
void lintel_fuzz_exercise (LintelProject *project, size_t size);

G_END_DECLS
