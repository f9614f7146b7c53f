/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Trying a fix of toll restriction before it is offered.
 *
 * Tables are shared between classes, and a permit entry can beat what is entered to block, so what
 * an edit does is seen best by doing it: on a copy, which is then looked at as a whole.
 */
#pragma once

#include "app/core/lint/lintel-rule-private.h"

G_BEGIN_DECLS

/* Whether EDITS remove FINDING, bring no error that was not there before, and leave the ordinary
 * calls of telephones as they were: emergency, toll free, local and long distance. */
gboolean lintel_trial_passes (LintelCheck *check, const LintelFinding *finding, GPtrArray *edits);

/* Whether every number of the destination gets out of the class as certainly AFTER as BEFORE. */
gboolean lintel_trial_keeps (LintelProject *before, LintelProject *after, int class,
                             const char *destination);

G_END_DECLS
