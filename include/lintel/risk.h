/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many customers' systems stand, in one table, the one nearest to toll fraud first. */
#pragma once

#include "lintel/dial-system.h"
#include "lintel/lint.h"

G_BEGIN_DECLS

/* From the least to the most urgent. */
typedef enum
{
  LINTEL_RISK_NONE,
  LINTEL_RISK_ERRORS,    /* some error is open */
  LINTEL_RISK_UNKNOWN,   /* the file could not be read */
  LINTEL_RISK_HALF_OPEN, /* a code that is missing or easy to guess, or InMail can call abroad */
  LINTEL_RISK_OPEN,      /* both */
} LintelRiskLevel;

typedef struct
{
  char *file;
  char *error; /* why it could not be read, otherwise NULL; then only FILE says something */
  char *customer, *site, *reference; /* "" for none */
  LintelModel model;
  guint bad_codes;                 /* mailboxes whose code is missing, malformed or easy to guess */
  LintelDialVerdict international; /* of the InMail port that is least restricted */
  char *number;                    /* that shows it, or NULL */
  guint open[LINTEL_N_SEVERITIES];
  guint accepted;
  char *first; /* the gravest open finding, or NULL */
} LintelRisk;

LintelRisk *lintel_risk_new (const char *file, LintelLinter *linter);
LintelRisk *lintel_risk_new_failure (const char *file, const char *why);
void lintel_risk_free (LintelRisk *risk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelRisk, lintel_risk_free)

LintelRiskLevel lintel_risk_get_level (const LintelRisk *risk);
const char *lintel_risk_level_get_title (LintelRiskLevel level); /* translated */

/* Each sorts RISKS (LintelRisk*), the most urgent first. Transfer full. */
char *lintel_risks_to_csv (GPtrArray *risks);
char *lintel_risks_to_html (GPtrArray *risks);

G_END_DECLS
