/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions and lists of opening: what was left over, what did not fit, who has the file. */
#pragma once

#include "lintel/journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What has become of the file of changes that were left over. */
typedef enum
{
  LINTEL_LEFTOVER_NEW,     /* it never had one */
  LINTEL_LEFTOVER_SAME,    /* as it was when they began */
  LINTEL_LEFTOVER_CHANGED, /* it has something else in it */
  LINTEL_LEFTOVER_GONE,
  LINTEL_LEFTOVER_SILENT, /* its folder does not answer */
} LintelLeftover;

LintelLeftover lintel_leftover_get_kind (LintelRecovery *recovery);

/* Says what changes there are and asks "restore", "discard" or "later". NULL when there is nothing
 * to ask: they came to nothing, or the file has them already; they are then discarded. */
GtkWidget *lintel_recovery_dialog_new (LintelRecovery *recovery, LintelCatalogue *catalogue);

/* Lists the edits of LEFT_OUT (see lintel_recovery_merge()). */
void lintel_left_out_dialog_present (GtkWindow *parent, LintelProject *project,
                                     GPtrArray *left_out);

/* Asks "open" or "cancel". */
GtkWidget *lintel_holder_dialog_new (const char *path, const LintelFileHolder *holder);

/* "24 November, 14:32". Transfer full. */
char *lintel_describe_time (gint64 seconds);

G_END_DECLS
