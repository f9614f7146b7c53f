/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the subcommands that lint print findings and count them. */
#pragma once

#include "app/cli/lintelctl-private.h"

#include "lintel/report.h"

G_BEGIN_DECLS

typedef struct
{
  guint open[LINTEL_N_SEVERITIES];
  guint accepted;
} LintelctlCounts;

/* "severity: message [rule]" and a line feed. */
void lintelctl_append_finding (GString *text, const LintelFinding *finding, LintelProject *project);

void lintelctl_counts_add (LintelctlCounts *counts, LintelLinter *linter);
char *lintelctl_counts_format (const LintelctlCounts *counts);

G_END_DECLS
