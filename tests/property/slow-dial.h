/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A slow toll restriction engine: the rule as the design states it, with naive prefix matching, in
 * a small world of few digits, short numbers and random tables with wildcards.
 */
#pragma once

#include "lintel/dial.h"

G_BEGIN_DECLS

#define N_SYSTEMS 4000
#define MAX_ENTRIES 5
#define LONGEST 5

/* What entries are made of; a number may also have a digit that no entry names. */
#define ALPHABET "019*"
#define WORLD "019*5"

/* The order of the tables here is that of the engine's enumeration. */
typedef struct
{
  char text[LINTEL_DIAL_N_TABLES][MAX_ENTRIES][8];
  const char *entries[LINTEL_DIAL_N_TABLES][MAX_ENTRIES];
  LintelDialClass description;
} System;

typedef struct
{
  LintelDialVerdict verdict, baseline;
  guint flips;
  LintelDialTable table;
  int entry;
  guint flags;
} Expected;

char random_digit (GRand *rand);
void random_entry (GRand *rand, char *entry);
void random_system (GRand *rand, System *system);

void find_expected (const LintelDialClass *c, const char *number, Expected *expected);

/* Fails the test and says what the system is. */
void fail_with (const System *system, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
