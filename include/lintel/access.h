/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * International access for those who need it: the last part of the hardening tip.
 *
 * Chosen extensions move, in chosen modes, into a class that is like their present one except that
 * it lets some countries out, or all of them. A plan is returned only when it has been proved on a
 * copy of the project: the chosen extensions reach the countries, and nobody reaches anything else
 * that was out of reach before, InMail ports least of all.
 */
#pragma once

#include "lintel/country.h"
#include "lintel/project.h"

G_BEGIN_DECLS

/* Where the calling codes are entered. */
typedef enum
{
  LINTEL_ACCESS_EXACT,        /* 21-06-02, each code in full */
  LINTEL_ACCESS_SHORTER,      /* 21-06-02, what several codes start with: opens others too */
  LINTEL_ACCESS_PERMIT_TABLE, /* a free table of 21-06-06 */
} LintelAccessWay;
#define LINTEL_N_ACCESS_WAYS 3

typedef struct
{
  const int *ports;
  guint n_ports;
  guint modes;                  /* bit n is set for mode n */
  const char *const *countries; /* two letters each, NULL-terminated; NULL for everywhere */
  LintelAccessWay way;          /* of countries */
} LintelAccessRequest;

/* Another way, when the one asked for does not do. */
typedef struct
{
  LintelAccessWay way;
  char *label; /* what it does, and what else it opens */
} LintelAccessOffer;

typedef struct
{
  /* With old and new texts; empty when it is not possible or nothing has to change. */
  GPtrArray *edits;
  /* What it does, what was proved, and what is not certain; strings. */
  GPtrArray *sentences;
  /* Why it is not possible, with what to do; strings. Empty when it is. */
  GPtrArray *reasons;
  GPtrArray *offers; /* of LintelAccessOffer* */
} LintelAccessPlan;

/* Changes nothing. Transfer full. */
LintelAccessPlan *lintel_access_plan_new (LintelProject *project,
                                          const LintelAccessRequest *request);
void lintel_access_plan_free (LintelAccessPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelAccessPlan, lintel_access_plan_free)

/* Whether calls there are international in the project's numbering plan: the United States are not
 * in North America. */
gboolean lintel_access_is_abroad (LintelProject *project, const LintelCountry *country);
/* What a person dials to get there, "011 44" or "1 876", and what else is behind it, NULL for
 * nothing else: "Guernsey, Isle of Man, Jersey". Transfer full. */
char *lintel_access_describe_code (LintelProject *project, const LintelCountry *country);
char *lintel_access_describe_sharers (const LintelCountry *country);

G_END_DECLS
