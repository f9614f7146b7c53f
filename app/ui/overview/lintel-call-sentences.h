/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dial tester says about a number: what is wrong with it, what becomes of it, and why. */
#pragma once

#include "lintel/dial.h"

G_BEGIN_DECLS

/* The digits that TYPED dials. NULL when there are none; PROBLEM says why, and is NULL when nothing
 * was typed. Both transfer full. */
char *lintel_call_read_number (const LintelNumberingPlan *plan, const char *typed, char **problem);
/* Whether it is a 9 and a number that leads somewhere, and both together lead nowhere. */
gboolean lintel_call_has_access_digit (const LintelNumberingPlan *plan, const char *number);

/* A number of a destination, grouped for reading: "1 876 555 0100". NULL when it has none. Transfer
 * full. */
char *lintel_call_make_example (const LintelDestination *destination);

/* "Gets out · Islands with country code 1 (Jamaica)". Transfer full. */
char *lintel_call_describe_verdict (const LintelNumberingPlan *plan, const char *number,
                                    LintelDialVerdict verdict);
/* What decides, since which digit, and the open points, one a line. STEPS is the trace of the
 * number, not empty. Transfer full. */
char *lintel_call_describe_reason (const LintelDialMatcher *matcher, GArray *steps);

G_END_DECLS
