/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many projects at once: which files, and a thread pool. */
#pragma once

#include "app/cli/lintelctl-private.h"

G_BEGIN_DECLS

/* The files that arguments name; a folder stands for the projects (*.xml) directly in it, by name.
 * NULL after reporting a folder that cannot be read or has none. Elements are strings. */
GPtrArray *lintelctl_list_files (char **arguments);

/* Calls FUNC for each of JOBS, N_THREADS at a time (0: one a processor). FALSE after reporting. */
gboolean lintelctl_run_jobs (GPtrArray *jobs, GFunc func, gpointer data, int n_threads);

G_END_DECLS
