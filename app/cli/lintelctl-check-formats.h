/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats of lintelctl check: what a job keeps of its file, and how all of it is printed. */
#pragma once

#include "app/cli/lintelctl-findings.h"

G_BEGIN_DECLS

/* What became of one file. */
typedef struct
{
  const char *path;
  GError *error;   /* it could not be read */
  gpointer result; /* what the format keeps of it … */
  GDestroyNotify free_result;
  LintelctlCounts counts;
} LintelctlCheckJob;

typedef struct
{
  const char *name;
  /* Makes a job's result; runs in a thread. THRESHOLD is a LintelSeverity or more. */
  void (*render) (LintelctlCheckJob *job, LintelLinter *linter, guint threshold);
  /* Prints the jobs in their order; N_READ of the files could be read. */
  void (*print) (GPtrArray *jobs, const LintelctlCounts *total, guint n_read);
} LintelctlCheckFormat;

/* NULL names the usual one; NULL when there is none of that name. */
const LintelctlCheckFormat *lintelctl_check_format_find (const char *name);
/* "text, brief, …". Transfer full. */
char *lintelctl_check_format_list (void);

G_END_DECLS
