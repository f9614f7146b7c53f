/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values and factory defaults of an item, for people to read. */
#pragma once

#include "lintel/catalogue.h"

G_BEGIN_DECLS

/* Neighbouring cells with the same default or, when COUNTING, each one more than the last. */
typedef struct
{
  int from[2], to[2];
  const char *value, *last_value; /* as stored */
  LintelConfidence confidence;
  gboolean counting;
} LintelDefaultRun;

/* All factory defaults on a model as such runs, row by row. Transfer full. */
GArray *lintel_item_list_defaults (const LintelItem *item, LintelModel model);

/* "101-164" or, unless it is ALONE, "[1-64] 101-164"; "blank" for no value. Transfer full. */
char *lintel_default_run_describe (const LintelItem *item, LintelModel model,
                                   const LintelDefaultRun *run, gboolean alone);

/* What an item may hold: "0 – None, 1 – Personal", "up to 8 of 0123456789". Transfer full. */
char *lintel_item_describe_values (const LintelItem *item, LintelModel model);

G_END_DECLS
