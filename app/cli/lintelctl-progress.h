/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a long command has come, on a terminal only, and stopping it tidily by Ctrl+C. */
#pragma once

#include "app/cli/lintelctl-private.h"

G_BEGIN_DECLS

typedef struct
{
  GCancellable *cancellable; /* cancelled by SIGINT, SIGTERM or SIGHUP */
  gboolean is_shown;
  guint n_jobs;
  guint n_done; /* of several jobs; under the lock of standard error */
} LintelctlProgress;

/* From here on those signals stop the command between two files. */
void lintelctl_progress_start (LintelctlProgress *self, guint n_jobs);
/* For LintelExportOptions: within the one job, or nothing of several. */
void lintelctl_progress_file_cb (const char *file, double done, gpointer data);
void lintelctl_progress_job_done (LintelctlProgress *self);
/* Takes the line away, so that others can be printed. */
void lintelctl_progress_hide (LintelctlProgress *self);
/* If a signal came, the program ends by it here, as its caller expects. */
void lintelctl_progress_end (LintelctlProgress *self);

G_END_DECLS
