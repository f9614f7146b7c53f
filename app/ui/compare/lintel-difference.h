/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One row of a comparison, in words: a place with another text than before, or extensions that
 * reach something newly or no longer.
 */
#pragma once

#include "lintel/compare.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_DIFFERENCE (lintel_difference_get_type ())
G_DECLARE_FINAL_TYPE (LintelDifference, lintel_difference, LINTEL, DIFFERENCE, GObject)

/* The columns of either kind. */
typedef enum
{
  LINTEL_DIFFERENCE_PLACE,
  LINTEL_DIFFERENCE_NAME,
  LINTEL_DIFFERENCE_OLD,
  LINTEL_DIFFERENCE_NEW,
  LINTEL_DIFFERENCE_AFFECTED,
} LintelDifferenceColumn;

typedef enum
{
  LINTEL_DIFFERENCE_CHANGE, /* "Newly", "No longer" */
  LINTEL_DIFFERENCE_WHO,
  LINTEL_DIFFERENCE_MODES,
  LINTEL_DIFFERENCE_DESTINATION,
  LINTEL_DIFFERENCE_NUMBER,
} LintelReachDifferenceColumn;

#define LINTEL_DIFFERENCE_N_COLUMNS 5

LintelDifference *lintel_difference_new_of_place (const LintelChange *change);
/* GROUP is one of CHANGE's; PROJECT is the later one. */
LintelDifference *lintel_difference_new_of_reach (const LintelReachChange *change,
                                                  const LintelReachGroup *group,
                                                  LintelProject *project);

/* "" where there is nothing to say. */
const char *lintel_difference_get_column (LintelDifference *self, guint column);
/* The whole as one line, as `lintelctl diff` prints it. */
const char *lintel_difference_get_line (LintelDifference *self);
/* The same as a sentence, to be read aloud. */
const char *lintel_difference_get_sentence (LintelDifference *self);
/* Where to go for it; NULL when what differed is no longer there. */
const LintelPlace *lintel_difference_get_place (LintelDifference *self);
/* '+' reached newly, '-' no longer, '?' not worked out; 0 of a place. */
char lintel_difference_get_sign (LintelDifference *self);
/* FOLDED is casefolded. */
gboolean lintel_difference_matches (LintelDifference *self, const char *folded);

G_END_DECLS
