/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules about a file's misfits (LintelStray) share. */
#pragma once

#include "app/core/lint/lintel-rule-private.h"

G_BEGIN_DECLS

/* One finding for each stray of KIND: its address and value, then the project's own words. */
void lintel_strays_report (LintelCheck *check, LintelStrayKind kind);

/* A fix that removes the finding's stray. LABEL is translated. */
void lintel_strays_add_removal (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes,
                                const char *label);

G_END_DECLS
