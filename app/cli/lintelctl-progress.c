/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a long command has come, and stopping it: see lintelctl-progress.h. */

#include "config.h"

#include "app/cli/lintelctl-progress.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define CLEAR_LINE "\r\033[K"

static const int stopping_signals[] = { SIGINT, SIGTERM, SIGHUP };

/* GCancellable takes a lock, which a signal handler must not: it is cancelled at the next file. */
static volatile sig_atomic_t caught;

static void
signal_caught (int number)
{
  caught = number;
}

void
lintelctl_progress_start (LintelctlProgress *self, guint n_jobs)
{
  struct sigaction action = { .sa_handler = signal_caught, .sa_flags = SA_RESTART };
  struct sigaction before;

  self->cancellable = g_cancellable_new ();
  self->is_shown = isatty (STDERR_FILENO) != 0;
  self->n_jobs = n_jobs;
  sigemptyset (&action.sa_mask);
  /* What nohup has set to be ignored stays so. */
  for (guint n = 0; n < G_N_ELEMENTS (stopping_signals); n++)
    if (sigaction (stopping_signals[n], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
      sigaction (stopping_signals[n], &action, NULL);
}

void
lintelctl_progress_file_cb (const char *file, double done, gpointer data)
{
  LintelctlProgress *self = data;

  if (caught != 0)
    g_cancellable_cancel (self->cancellable);
  if (self->is_shown && self->n_jobs == 1)
    fprintf (stderr, CLEAR_LINE "%3d %%  %s", (int) (done * 100), file);
}

void
lintelctl_progress_job_done (LintelctlProgress *self)
{
  if (!self->is_shown || self->n_jobs == 1)
    return;
  flockfile (stderr);
  self->n_done++;
  /* Translators: projects that have been exported */
  fprintf (stderr, CLEAR_LINE);
  fprintf (stderr, C_ ("projects", "%u of %u"), self->n_done, self->n_jobs);
  funlockfile (stderr);
}

void
lintelctl_progress_hide (LintelctlProgress *self)
{
  if (self->is_shown)
    fputs (CLEAR_LINE, stderr);
}

void
lintelctl_progress_end (LintelctlProgress *self)
{
  g_clear_object (&self->cancellable);
  if (caught == 0)
    return;
  fflush (stdout);
  signal (caught, SIG_DFL);
  raise (caught);
}
